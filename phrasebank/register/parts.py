"""Bare parts of a number close the sentence of their whole: 政策问答98期，市级48、沭阳15 → …，其中市级48期、沭阳15期.

One decision: a part borrows the unit of its whole only where the person wrote it there once; parts that are more than
the whole are left to a person.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from phrasebank.grammar.mention import part_name
from phrasebank.register.joining import Piece
from phrasebank.register.safety import sounds_spoken
from phrasebank.register.segments import Segment
from report.lazily import pattern

_WHOLE = pattern(
    r"^[^0-9]*(?P<number>[0-9][0-9.,]*)(?P<more>[万亿]?余?)(?P<unit>人次|[条件篇次场期个份名册处项家户批人宗起封部])[^0-9]*$"
)
_PART = pattern(
    r"(?:其中)?(?P<name>[\u4e00-\u9fff“”]{1,12}?)(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<scale>万?)"
    r"(?P<unit>人次|[条件篇次场期个份名册处项家户批人宗起封部])?(?![0-9])"
)


_AMONG = pattern(
    r"(?:其中|里头|里面|当中)(?P<name>[\u4e00-\u9fff、“”]{2,16}?)(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<scale>万?)"
    r"(?P<unit>[条件篇次场期个份])?"
)
"""One part under several names: 其中动漫、长图、视频类82."""


_SCALE = {"": 1, "万": 10000, "亿": 100000000}


class Parts(msgspec.Struct, frozen=True):
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
        among = _AMONG.fullmatch(segment.text)
        named = [among] if among else list(_PART.finditer(segment.text))
        rest = "" if among else _PART.sub("", segment.text).strip("、，和及加")
        if not named or rest or any(_NO_NAME.fullmatch(match["name"]) for match in named):
            break
        for match in named:
            if match["unit"] not in (None, whole["unit"]):
                return _closed(listed, total, used, whole, borrowed=borrowed)
            borrowed = borrowed or match["unit"] is None
            name = part_name(match["name"]).removeprefix("含")
            if sounds_spoken(name) or _NOT_OF_IT.search(name):
                return _closed(listed, total, used, whole, borrowed=borrowed)
            listed.append(f"{name}{match['number']}{match['scale']}{whole['unit']}")
            total += Decimal(match["number"]) * _SCALE[match["scale"]]
        used += 1
    return _closed(listed, total, used, whole, borrowed=borrowed)


_NOT_OF_IT = pattern("阅读|点击|浏览|关注|粉丝|访问|满意")
"""Measures of how something was received are no parts of it."""
_NO_NAME = pattern(
    "(?:已|均|共|另|还)?(?:收到?|采纳|办结|答复|整改|剩余?|新增|废止?|有效|现有|改了?|增加|减少|回复|办理|结转|完成|达到|得分|参加|已|共|均|余|了)+"
)
"""What happened to some of the whole is not a part of it by name."""


def _closed(
    listed: list[str], total: Decimal, used: int, whole: re.Match[str], *, borrowed: bool
) -> Parts | None:
    size = Decimal(whole["number"].replace(",", "")) * _SCALE.get(whole["more"].rstrip("余"), 1)
    vague = "余" in whole["more"]
    exact = total == size and len(listed) > 1
    if not listed or not (borrowed or exact) or (not vague and total > size):
        return None
    closing = "等" if len(listed) > 1 and not vague and total < size else ""
    return Parts(f"其中{'、'.join(listed)}{closing}", used)
