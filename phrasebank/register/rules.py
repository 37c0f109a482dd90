"""A rule of the register, compiled when it is first tried.

One decision: a rule is a pattern over the jotted words and a frame for the official ones, nothing else. Patterns are
regular expressions with three short cuts: ``<x>`` any words without a mark, ``<n>`` a number as it stands,
``<q>`` a number with its classifier (each may carry a digit: ``<x1>``, ``<n2>``). Frames name the same slots in
braces: ``{x}`` is reworded in turn, ``{n}`` and ``{q}`` are copied untouched. A slot that matched nothing is empty.
``<m>`` is a month, ``<a>`` may be 都 or its kin, ``<t>`` may be a time; ``{a?均}`` writes 均 where ``a`` was said,
``{a?均:已}`` one or the other, ``{y:业务}`` what ``y`` holds or else 业务.
"""

import re
from functools import cached_property

import msgspec

from phrasebank.grammar.chunks import NUMBER
from phrasebank.needs import Needs, holds, needed_words
from report import lazily
from report.lazily import cheap, pattern

CLASSIFIERS = (
    "人次|条次|回|家次|余人|条|件|篇|次|场|期|个|份|名|人|册|处|轮|项|起|家|户|批|部|张|台|本|宗|天|分|元|万元|亿元|"
    "工作日|小时|分钟|人|例|幅|块|面|间|类|种|套|字|页|幅|辆|所|村|组|岁|年|月|日|周|季度|倍|%|个百分点|支|座|栏|则|集|堂|班|"
    "卷|宗|行|板|遍|趟|封|通|位|户次|点|号|平方米|公里|万"
)
"""Units a number may carry; used by ``<q>`` and when numerals are turned into digits."""

_UNIT = r"(?:人次|工作日|[条件篇次场期个份名人册处轮项起家户批部张台天分元万亿字页岁年月日周%宗块幅套本种类组支座所村堂封段集])?"
"""Short on purpose: patterns compile when first tried, and this stands in hundreds of them."""


class RuleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule as written in the file."""

    match: str
    """Pattern over the whole clause (``whole``) or any part of it (``parts``)."""
    say: str
    """Frame of the official wording; a frame that is one slot only rewords its words."""
    like: tuple[str, str] | None = None
    """Jotted words and what becomes of them: the rule's own test."""
    fields: tuple[str, ...] = ()
    """Fields of the notes it holds for; everywhere when empty."""


class RefusalEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is never written but left to the reviewer (writing craft, section 6)."""

    kind: str
    match: str
    like: tuple[str, ...]
    unless: str = ""
    """Pattern that makes the clause harmless all the same."""
    alone: bool = False
    """It only speaks against a clause that stands alone; a rule over several clauses may give it sense."""


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``register*.yaml``."""

    refuse: tuple[RefusalEntry, ...] = ()
    whole: tuple[RuleEntry, ...] = ()
    parts: tuple[RuleEntry, ...] = ()
    words: dict[str, str] = {}
    actors: str = ""
    """Who may act besides the unit, parted by spaces (regular expressions)."""
    bare_verbs: str = ""
    """Verbs of one character that no official sentence holds by themselves."""
    colloquial: tuple[str, ...] = ()
    """Patterns that must not be left in official prose."""


class Rule(msgspec.Struct, frozen=True, dict=True):
    """A rule that compiles its pattern when it is first tried: most are never needed in one run."""

    say: str
    fields: tuple[str, ...]
    entry: RuleEntry
    span: int
    """Commas in the pattern: it covers up to so many more clauses."""

    @cached_property
    def needs(self) -> Needs:
        """A text without one word of each of these sets cannot match: a cheap first look."""
        return needed_words(_SHORTCUT.sub(_outline, shield(self.entry.match)))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(cheap(expand(self.entry.match)))

    def may_fit(self, text: str) -> bool:
        """Whether a text is worth trying."""
        return holds(text, self.needs)

    def part(self, match: re.Match[str]) -> str:
        """The frame with its slots as they stand, for a rule over a part of the text."""
        return _SLOT.sub(lambda slot: match[slot[1]] or "", self.say)


class Refusal(msgspec.Struct, frozen=True, dict=True):
    """A refusal that compiles its patterns when they are first tried."""

    kind: str
    entry: RefusalEntry

    @cached_property
    def needs(self) -> Needs:
        """As a rule's."""
        return needed_words(self.entry.match)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is refused."""
        return re.compile(cheap(self.entry.match))

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        """What makes it harmless all the same."""
        return re.compile(cheap(self.entry.unless)) if self.entry.unless else None

    def may_fit(self, text: str) -> bool:
        """Whether a text is worth trying."""
        return holds(text, self.needs)


_SLOT = lazily.pattern(r"\{(\w+)\}")
_SHORTCUT = lazily.pattern(r"(?<!\?P)<([a-z])([0-9]?)>")
_SHORTCUTS = {
    "n": NUMBER,
    "q": NUMBER + _UNIT,
    "m": r"[0-9]{1,2}月(?:份|底|初|[上中下]旬|[0-9]{1,2}[日号])?",
    "a": r"都|全都|全部|全|一律|均|统统|",
    "t": r"今年|本年度|去年|上年|明年|年初|年中|年底|上半年|下半年|[一二三四]季度|[0-9]{1,2}月(?:份|底|初|[上中下]旬|[0-9]{1,2}[日号])?|",
}
_ANYTHING = r"[^，；。]+?"


def expand(pattern: str) -> str:
    """Write the short cuts of a pattern out (``<x1>`` → a named group)."""

    def group(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}{match[2]}>{_SHORTCUTS.get(match[1], _ANYTHING)})"

    return _SHORTCUT.sub(group, _PLAIN_BRANCHES.sub(_longest_first, shield(pattern)))


_PLAIN_BRANCHES = pattern(r"\((\?:|\?P<\w+>)([\u4e00-\u9fff|]+)\)")


def _longest_first(match: re.Match[str]) -> str:
    """Branches of plain words, longest first: 发 must not leave 布 of 发布 to the slot that follows."""
    return f"({match[1]}{'|'.join(sorted(match[2].split('|'), key=lambda branch: -len(branch)))})"


_SHIELDED = {word: word.replace("个", "\ue100") for word in ("个人信息", "个人隐私", "个体", "个性")}


def shield(text: str) -> str:
    """Hide the 个 of 个人信息 and its kin, which is no classifier and must not be taken for one."""
    for word, hidden in _SHIELDED.items():
        text = text.replace(word, hidden)
    return text


def unshield(text: str) -> str:
    """Undo `shield`."""
    return text.replace("\ue100", "个")


def _outline(match: re.Match[str]) -> str:
    return "[0-9]" if match[1] in "nqm" else " "
