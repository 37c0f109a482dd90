"""Bare parts of a number close the sentence of their whole: 政策问答98期，市级48、沭阳15 → …，其中市级48期、沭阳15期.

One decision: a part borrows the unit of its whole only where the person wrote it there once; parts that are more than
the whole are left to a person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from phrasebank.register.joining import Piece
from phrasebank.register.segments import Segment
from phrasebank.register.wording import load_wording

_WHOLE = re.compile(
    r"^[^0-9]*(?P<number>[0-9][0-9.,]*)(?P<more>[万亿]?余?)(?P<unit>人次|[条件篇次场期个份名册处项家户批人宗起封部])[^0-9]*$"
)
_PART = re.compile(
    r"^(?:其中)?(?P<name>[\u4e00-\u9fff]{1,8}?)(?P<number>[0-9]+)(?P<unit>人次|[条件篇次场期个份名册处项家户批人宗起封部])?$"
)


@dataclass(frozen=True)
class Parts:
    """The parts of a whole and how many segments they were."""

    text: str
    used: int


def parts_of(segments: Sequence[Segment], before: Piece | None) -> Parts | None:
    """The parts that open ``segments``, if they detail the one number of the piece before; else None."""
    if before is None or before.reason or "其中" in before.jotted:
        return None
    whole = _WHOLE.match(before.jotted)
    if not whole:
        return None
    listed: list[str] = []
    total = Decimal(0)
    used = 0
    borrowed = False
    for segment in segments:
        if segment.strong and used == 0 and segment.mark not in ("（", "(", "：", ":"):
            break
        found = [_PART.match(item) for item in re.split("[、，]", segment.text)]
        named = [match for match in found if match and match["name"] not in load_wording().acts]
        if len(named) != len(found):
            break
        for match in named:
            if match["unit"] not in (None, whole["unit"]):
                return None
            borrowed = borrowed or match["unit"] is None
            listed.append(f"{match['name']}{match['number']}{whole['unit']}")
            total += Decimal(match["number"])
        used += 1
    size = Decimal(whole["number"].replace(",", ""))
    if not listed or not borrowed or (not whole["more"] and total > size):
        return None
    closing = "等" if len(listed) > 1 and not whole["more"] and total < size else ""
    return Parts(f"其中{'、'.join(listed)}{closing}", used)
