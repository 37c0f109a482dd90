"""What a worded clause needs of its neighbours: it is kept back where the one it depends on went to a person.

One decision: a clause that only says what became of something (当日完成整改) says nothing once that thing is not
written, and what was jotted in one breath with a private matter belongs to it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from phrasebank.register.joining import Piece
from report.lazily import pattern

_PRIVATE = ("私事", "人名", "评价人", "党务", "无关业务", "案情", "涉密", "外单位")
"""Reasons to refuse a clause that hold for what goes on behind its comma."""
_PUBLIC = pattern(r"公开|公示|公布|发布|申请|答复|信息|网站|栏目|目录|指南|培训|检查|考核|解读|政策|条例")
_DANGLES = pattern(
    r"(?:[两三四五]步)?(?:均|全部)已?(?:上网|向社会|对外)?(?:公开|公示|公布)"
    r"|(?:获得|得)[0-9.]+分"
    r"|(?:提出|指出|反馈)[^，]{0,8}(?:意见|建议|问题)[^，]{0,4}(?:，(?:均已|已)[^，]+)?"
    r"|(?:有|共|共有|为|涉及)?(?:超过|约|近)?[0-9][0-9.,]*[万亿]?余?(?:人次|[条件个篇次期份家户处项块台人元]|万元|亿元)"
    r"|(?:[0-9]{1,2}月(?:起|底)?|年[初中底]|[上下]半年|随后|现)?(?:已|均|均已|正式)?(?:上线|改版|启用|停用|开通|完成|执行|实施|运行|完工|归档|注销|恢复|发布|公布|公开)"
    r"|(?:输|败诉|胜诉|纠正|维持|撤诉)[0-9]+件|均[是为][^，]+|(?:基本|不)?(?:合格|达标|通过)[0-9]+[家个批户件]|(?:提出?|指出|反馈|说)[0-9]+[条个项件点](?:，[^，]+)*|(?:引导|告知|指引)(?:到|去|至)?[^，]{2,}|(?:日|月|周|年|人)均[^，]*[0-9][^，]*(?:，[^，]+)*|(?:由)?[一1][个名人](?:管理?|负责)[^，]+|(?:库|库里|里面|上面)可[^，]+"
    r"|(?:属于|拆分为|分为|改为)[^，]{2,16}|[0-9]+[个所家处张块条]?(?:学校|村|社区|小区|单位|部门)?|(?:用|历时)[0-9]+(?:天|日|个工作日)"
    r"|(?:当日|次日|当场|立即|随后|及时)?(?:均|全部)?(?:已|现已)?(?:完成|作)?(?:回复|答复|反馈|办结|整改|更正|处理|补充|补录|修改|修复|改正|办理|采纳|落实|吸收|改进)(?:到位|完毕)?"
)


def kept_back(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a line, without wording where what they speak of has none."""
    result: list[Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        reason = before.reason if before and before.said is None else ""
        if piece.said is None:
            result.append(piece)
        elif _governed(before, piece):
            result.append(replace(piece, said=None))
        elif reason in _PRIVATE and piece.mark in ("，", ",") and not _PUBLIC.search(piece.jotted):
            result.append(replace(piece, said=None, reason=reason))
        elif (_WHEN_ONLY.fullmatch(piece.jotted) and not _followed(pieces, piece)) or (
            _DANGLES.fullmatch(piece.said.text) and _lost(before, piece)
        ):
            result.append(replace(piece, said=None))
        else:
            result.append(piece)
    following: list[Piece | None] = [*result[1:], None]
    return [
        replace(piece, said=None) if _undone(piece, after) else piece
        for piece, after in zip(result, following, strict=False)
    ]


def _governed(before: Piece | None, piece: Piece) -> bool:
    """Behind a comma after a heading that waits, or the other of two told alike (一个管网站，一个管公众号)."""
    if before is None or before.said is not None or piece.mark not in ("，", ","):
        return False
    both = _ONE_OF.match(before.jotted) and _ONE_OF.match(piece.jotted)
    return bool(both or _HEADED.match(before.jotted))


def _undone(piece: Piece, after: Piece | None) -> bool:
    """How many there were, where what became of them right after waits (公众号有2个，疫情期间合成一个)."""
    if piece.said is None or after is None or after.said is not None or after.mark not in ("，", ","):
        return False
    if _ONE_OF.match(piece.jotted) and _ONE_OF.match(after.jotted):
        return True
    return bool(_SO_MANY.search(piece.jotted) and _NO_MORE.search(after.jotted))


_SO_MANY = pattern("(?:有|原有|共)[0-9]+[个家块台]$")
_ONE_OF = pattern("[一1][个名人面边半](?![0-9])")
_NO_MORE = pattern("^[^，去上]{0,6}[合并]成?|关停|注销|停用")
_BESIDE_ONLY = pattern(
    r"(?:输|败诉|胜诉|纠正|维持|撤诉)[0-9]+件|(?:日|月|周|年|人)均(?:约|近)?[0-9.]+[条篇件次期人]|(?:库|库里|里面|上面)可[^，]+|(?:城市|农村|城镇)[0-9]+[户人](?:，.+)?"
)
_HEADED = pattern("[^：，0-9]{2,8}：")
"""A heading that waits takes what it heads with it."""
_WHEN_ONLY = pattern(
    r"(?:[0-9]{1,2}月(?:份|底|初|[上中下]旬)?|[上下]半年|年[初中底]|每个?[月周季年]度?)(?:[、和到至][0-9]{1,2}月份?)?"
)


def _followed(pieces: Sequence[Piece], piece: Piece) -> bool:
    """What happened then is told right behind it."""
    after = next((other for one, other in pairwise(pieces) if one is piece), None)
    return after is not None and after.said is not None and after.mark in ("，", ",", "")


def _lost(before: Piece | None, piece: Piece) -> bool:
    """What the piece speaks of is not written, or was never said."""
    if before is None and piece.said is not None and _BESIDE_ONLY.fullmatch(piece.said.text):
        return True  # what stood before is told by the tables, at another place
    if before is not None:
        return before.said is None or _parted(before, piece)
    first = piece.clauses[0]
    return not first.note.text[: first.start].strip(" \u3000\t")


def _parted(before: Piece, piece: Piece) -> bool:
    """What stood right before the piece is told somewhere else, or waits."""
    one, other = before.clauses[-1], piece.clauses[0]
    return one.note == other.note and bool(
        re.search(r"\w", one.note.text[one.start + len(one.text) : other.start])
    )
