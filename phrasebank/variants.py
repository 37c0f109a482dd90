"""Which wording of a phrase stands in which report: chosen by a stable hash, never by chance.

The same unit, year and phrase give the same wording in any process; two units, and two years of one unit, mostly
differ. A stored choice wins, so that a growing bank never rewords a draft under review. Wordings of last year's
report or of a sister unit (``avoid``) are drawn last, a wording already used in this document before them.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256


def start_of(unit_name: str, year: int, phrase_id: str, count: int) -> int:
    """The first wording to try: a stable hash of unit, year and phrase."""
    digest = sha256(f"{unit_name}\n{year}\n{phrase_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % count


def drawing_order(  # noqa: PLR0913  what decides a drawing is all here
    unit_name: str,
    year: int,
    phrase_id: str,
    count: int,
    *,
    used: Iterable[int] = (),
    avoid: Iterable[int] = (),
) -> tuple[int, ...]:
    """All wordings of a phrase in the order in which they are to be tried.

    Args:
        unit_name: Full name of the unit.
        year: Report year.
        phrase_id: Id of the phrase.
        count: How many wordings it has, at least 1.
        used: Wordings already drawn in this document.
        avoid: Wordings used last year or by a sister unit.
    """
    start = start_of(unit_name, year, phrase_id, count)
    turn = [(start + step) % count for step in range(count)]
    spent, unwanted = frozenset(used), frozenset(avoid)
    return tuple(sorted(turn, key=lambda index: (index in unwanted, index in spent)))


def drawn_by_length(  # noqa: PLR0913  what decides a drawing is all here
    unit_name: str,
    year: int,
    phrase_id: str,
    lengths: Sequence[str],
    asked: str,
    *,
    used: Iterable[int] = (),
    avoid: Iterable[int] = (),
) -> tuple[int, ...]:
    """`drawing_order` among the wordings that suit a text's length: those made for it, then the unmarked ones.

    Args:
        unit_name: Full name of the unit.
        year: Report year.
        phrase_id: Id of the phrase.
        lengths: The mark of each wording: ``short``, ``long``, or empty.
        asked: 简, 中 or 详.
        used: Wordings already drawn in this document.
        avoid: Wordings used last year or by a sister unit.
    """
    spent, unwanted = frozenset(used), frozenset(avoid)
    marks = dict.fromkeys(({"简": "short", "详": "long"}.get(asked, ""), ""))
    groups = [[at for at, each in enumerate(lengths) if each == mark] for mark in marks]
    drawn: list[int] = []
    for group in [each for each in groups if each] or [list(range(len(lengths)))]:
        order = drawing_order(
            unit_name,
            year,
            phrase_id,
            len(group),
            used=[place for place, index in enumerate(group) if index in spent],
            avoid=[place for place, index in enumerate(group) if index in unwanted],
        )
        drawn += [group[place] for place in order]
    return tuple(drawn)
