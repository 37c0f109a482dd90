"""Which themes are offered for ticking: what units of a kind commonly do in a year, the most frequent first."""

from phrasebank.themes import Theme, load_themes
from report.unit import UnitKind

MOST_TICKS = 20
"""More than this nobody reads through."""


def ticks(field: str, year: int, kind: UnitKind) -> tuple[Theme, ...]:
    """What units of this kind commonly do in that year, for one field of the notes.

    Args:
        field: One of `report.document.NOTE_FIELDS`; a theme is offered in its usual home only.
        year: The report's year.
        kind: The kind of unit.

    Returns:
        At most `MOST_TICKS` themes, the most frequent first.
    """
    offered = [
        theme
        for theme in load_themes().values()
        if theme.tick
        and field == theme.homes[0]
        and theme.years[0] <= year <= theme.years[1]
        and (not theme.kinds or kind in theme.kinds)
    ]
    # What only such units have (规章 for governments) is never crowded out by what everybody has.
    kept = sorted(offered, key=lambda theme: (not theme.kinds, -theme.frequency))[:MOST_TICKS]
    return tuple(sorted(kept, key=lambda theme: -theme.frequency))
