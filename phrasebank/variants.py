"""Which wording of a phrase stands in which report: chosen by a stable hash, never by chance.

The same unit, year and phrase give the same wording in any process; two units, and two years of one unit, mostly
differ. A stored choice wins, so that a growing bank never rewords a draft under review. Wordings of last year's
report or of a sister unit (``avoid``) are drawn last, a wording already used in this document before them.
"""

from collections.abc import Iterable
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
