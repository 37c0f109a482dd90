"""Which neighbours share a sentence, and with what mark between them.

One decision: what was jotted in one breath stays in one sentence; only neighbours of one jotted line may share one,
since a reader takes what follows a comma for part of what stands before it.
"""

import re
from collections.abc import Callable, Sequence

import msgspec

from phrasebank.fragment import DIGITS
from phrasebank.pen import TIME_WORDS, Part
from report.lazily import pattern

_SHORT = 16
"""A wording of at most so many characters asks for company."""
_TINY = 9
"""A wording of so few characters never stands alone where it has a neighbour."""
PAIR = (34, 42, 50)
"""Two neighbours of together at most so many characters may share a sentence, by what was drawn for the paragraph."""
BREATH = 62
"""A sentence made of one breath is not longer than this."""
WHOLE = 80
"""Two clauses that each hold commas share a sentence up to this length, with a semicolon."""
_CHAIN = 3
"""Commas of one sentence at most; four clauses are what a reader follows."""
_NUMBERS = 5
"""Numbers of one sentence at most."""
FIXED = 20
"""Below this place an aspect tells its totals, whose order is never drawn."""
_GOES_ON = pattern(r"(?:还|其次|同时|并|另|也|此外|其中|其余|均|包括|对(?:上述|发现))")
_NOT_INSIDE = pattern(
    r"(?:全年|本年度|全[县市区]|从[^，]{2,6}看|行政规范性文件|通过[^，]*公开政府信息|.{0,8}主动公开政府信息|对照|规范性文件方面|规章方面|未制[发定]|未发生|没有制发|制发)"
)
"""Openings of a sentence that cannot stand behind a comma."""

ACTS = pattern(
    r"(?:作出|发布|公布|公开|召开|举办|开展|组织|办理|回复|推送|制作|制定|制发|修订|印发|编制|编发|清理|下架|撤下|更新|设置|设立|增设|开设|"
    r"完成|优化|改版|升级|归并|整合|关停|注销|新增|增加|明确|落实|建立|健全|完善|调整|督促|检查|整改|参加|邀请|通报|审核|审查|"
    r"认定|标注|解答|受理|发放|更正|修复|配备|由|对|将|委托|汇编|实行|执行|坚持|公示|接受|逐级|出台|充实|开通|上线)"
)
"""Openings of a wording that tells what the unit did."""


class Jotted(msgspec.Struct, frozen=True):
    """Where words were jotted."""

    field: str
    note: str
    line: int
    start: int
    end: int

    def goes_on(self, before: "Jotted") -> bool:
        """It stands in the same line as ``before``, with nothing but marks between them."""
        here, there = (self.field, self.note, self.line), (before.field, before.note, before.line)
        return here == there and not re.search(r"\w", self.note[before.end : self.start])


class Placed(msgspec.Struct, frozen=True):
    """One thing to say and where it stands in the aspect's plan."""

    order: int
    write: Callable[[], Part]
    """Words it; called in the order of the page, so that neighbours are known."""
    breath: tuple[str, int] | None = None
    """The note and the stretch of it (between full stops and semicolons) that it was jotted in."""
    line: Jotted | None = None
    """The line it was jotted in; None for what a phrase makes of several lines."""


def one_line(one: Placed, other: Placed) -> bool:
    """Neighbours of one jotted line, or both numbers of publication, which one plan brings together."""
    if one.line is None or other.line is None:
        return one.line is other.line and max(one.order, other.order) < FIXED
    return other.line.goes_on(one.line)


_PART_OF_IT = tuple("前后时的上中内外里之")
"""信息发布前 does not begin with 信息发布."""


def joined(one: Part, other: Part, mark: str) -> Part:
    """Two parts as one, without saying again what both open with."""
    again = other.wording
    shared = next((size for size in range(8, 3, -1) if one.wording.text[:size] == again.text[:size]), 0)
    goes_on = again.text[shared : shared + 1]
    if shared and not ACTS.match(again.text) and not goes_on.isdigit() and goes_on not in _PART_OF_IT:
        again = again.after(shared)  # 社会评议发放问卷860份，（社会评议）满意度为94.6%
    return Part(
        one.wording + mark + again,
        one.phrase,
        one.variant,
        one.kind,
        tuple(dict.fromkeys([*one.sources, *other.sources])),
        tuple(dict.fromkeys([*one.themes, *other.themes])),
        tuple(dict.fromkeys([*one.wordings, *other.wordings])),
    )


def mark_between(group: Sequence[tuple[Placed, Part]], each: Placed, part: Part, limit: int) -> str:
    """The mark between the sentence so far and the next part, or empty when the next part opens a sentence."""
    last, before = group[-1]
    one, other = before.wording.text, part.wording.text
    if not one_line(last, each) or stands_alone(before, other) or len(DIGITS.findall(one + other)) > _NUMBERS:
        return ""
    size, commas = len(one) + len(other), (one + other).count("，") + 1
    if each.breath is not None and each.breath == last.breath:
        if size <= BREATH and commas <= _CHAIN and "其中" not in one:
            return "，"
        both = "，" in one and "，" in other
        return "；" if both and size <= WHOLE and "其中" not in one + other else ""
    least = min(len(one), len(other))
    short = least <= _SHORT and commas <= 2 and size <= (PAIR[-1] if least <= _TINY and limit else limit)
    acting = (_acts(one), _acts(other.split("，")[0]))
    near = least <= _TINY or bool({*before.themes} & {*part.themes})
    alike = _by(one) == _by(other) and (acting == (True, True) or (acting == (False, False) and near))
    return "，" if short and alike and "其中" not in one + other and not _GOES_ON.match(other) else ""


def _by(text: str) -> bool:
    """Who acts is named at its head, so that a neighbour with another subject cannot follow behind a comma."""
    return text.startswith(("由", "本", "我"))


def stands_alone(before: Part, other: str) -> bool:
    """Whether the sentence so far is closed by its kind, or the next wording can only open one."""
    one = before.wording.text
    closed = before.kind in {"zero", "frame"} or before.phrase.startswith(("documents.", "rules."))
    closed = closed or (before.phrase == "active.total" and "，" in one)
    twice = "其中" in one and "其中" in other
    return closed or twice or "；" in one + other or bool(_NOT_INSIDE.match(other))


def _acts(text: str) -> bool:
    """Whether a wording opens with what the unit did, so that it can share the unit as its subject."""
    return not any(text.startswith(word) for word in TIME_WORDS) and bool(ACTS.match(text))
