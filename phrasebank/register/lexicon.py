"""The register's rules, read from `phrasebank/lexicon/register*.yaml`.

One decision: a rule is a pattern over the jotted words and a frame for the official ones, nothing else. Patterns are
regular expressions with three short cuts: ``<x>`` any words without a mark, ``<n>`` a number as it stands,
``<q>`` a number with its classifier (each may carry a digit: ``<x1>``, ``<n2>``). Frames name the same slots in
braces: ``{x}`` is reworded in turn, ``{n}`` and ``{q}`` are copied untouched. A slot that matched nothing is empty.
``<m>`` is a month, ``<a>`` may be 都 or its kin, ``<t>`` may be a time; ``{a?均}`` writes 均 where ``a`` was said,
``{a?均:已}`` one or the other, ``{y:业务}`` what ``y`` holds or else 业务.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

import msgspec

from phrasebank.grammar.chunks import NUMBER
from phrasebank.needs import Needs, Patterns, Sieve, holds, needed_words
from phrasebank.vocabulary import load_vocabulary
from report.lazily import cheap, pattern
from report.problem import InputProblem
from report.yamlfile import YamlFile, convert, read_yaml

LEXICON = Path(__file__).resolve().parent.parent / "lexicon"

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


class Lexicon(msgspec.Struct, frozen=True, dict=True):
    """All rules of all files, files in order of name, rules in order of line."""

    refuse: tuple[Refusal, ...]
    whole: tuple[Rule, ...]
    parts: tuple[Rule, ...]
    words: re.Pattern[str]
    word_map: dict[str, str]
    verbs: re.Pattern[str]
    actors: re.Pattern[str]
    colloquial: Patterns
    bare_verbs: frozenset[str]

    def whole_for(self, text: str) -> Iterator[Rule]:
        """The rules for whole clauses that a text is worth trying with, in their order."""
        return (self.whole[number] for number in self._wholes.worth(text))

    def refusals_for(self, text: str) -> Iterator[Refusal]:
        """The refusals that a text is worth trying with, in their order."""
        return (self.refuse[number] for number in self._refusals.worth(text))

    def sounds_spoken(self, text: str) -> bool:
        """A colloquial pattern is found in the text."""
        return any(mark.search(text) for mark in self.colloquial.worth(text))

    @cached_property
    def _wholes(self) -> Sieve:
        return Sieve([rule.needs for rule in self.whole])

    @cached_property
    def _refusals(self) -> Sieve:
        return Sieve([refusal.needs for refusal in self.refuse])


_SLOT = re.compile(r"\{(\w+)\}")
_SHORTCUT = re.compile(r"(?<!\?P)<([a-z])([0-9]?)>")
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


def _rule(entry: RuleEntry, *, whole: bool) -> Rule:
    spans = entry.match.count("，") if whole else 0
    return Rule(entry.say, entry.fields, entry, spans)


def check_rule(source: YamlFile, entry: RuleEntry, path: str) -> None:
    """Compile a rule as its author's reviewer would.

    Raises:
        InputProblem: the pattern does not compile, or the frame names a slot that the pattern does not have.
    """
    try:
        compiled = re.compile(expand(entry.match))
    except re.error as why:
        raise source.problem(
            f"模式写得不对（{why.msg}）", path + ".match", "正则表达式，<x>、<n>、<q> 为空位"
        ) from why
    for slot in re.findall(r"\{(\w+)[^}]*\}", entry.say):
        if slot not in compiled.groupindex:
            raise source.problem(f"成句里的空位“{slot}”在模式里没有", path + ".say", f"模式里加上 <{slot}>")


def _load_file(path: Path) -> tuple[YamlFile, RuleFile]:
    source = read_yaml(path)
    return source, convert(source, RuleFile)


@cache
def load_lexicon() -> Lexicon:
    """Read and compile all rules once per process.

    Raises:
        InputProblem: a rule file is not valid; file, line and right form are named.
    """
    files = [_load_file(path) for path in sorted(LEXICON.glob("register*.yaml"))]
    words: dict[str, str] = {}
    for source, data in files:
        for jotted, official in data.words.items():
            if jotted in words:
                raise source.problem(f"“{jotted}”写了两次", f"$.words.{jotted}#", "每个词只写一次")
            words[jotted] = official
    verbs = load_vocabulary().verbs
    actors = [actor for _, data in files for actor in data.actors.split()]
    return Lexicon(
        refuse=tuple(_refusals(files)),
        whole=tuple(_rules(files, "whole")),
        parts=tuple(_rules(files, "parts")),
        words=_either(sorted(words, key=lambda word: (-len(word), word))),
        word_map=words,
        verbs=_either(sorted(verbs, key=lambda verb: (-len(verb), verb))),
        bare_verbs=frozenset("".join(data.bare_verbs for _, data in files)) - {" "},
        actors=pattern("(?:" + "|".join(actors) + ")" if actors else r"(?!)"),
        colloquial=Patterns([mark for _, data in files for mark in data.colloquial]),
    )


def _either(words: list[str]) -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, words)) or r"(?!)")


def _rules(files: list[tuple[YamlFile, RuleFile]], part: str) -> list[Rule]:
    return [
        _rule(entry, whole=part == "whole")
        for _, data in files
        for entry in (data.whole if part == "whole" else data.parts)
    ]


def _refusals(files: list[tuple[YamlFile, RuleFile]]) -> list[Refusal]:
    return [Refusal(entry.kind, entry) for _, data in files for entry in data.refuse]


__all__ = [
    "CLASSIFIERS",
    "NUMBER",
    "InputProblem",
    "Lexicon",
    "Refusal",
    "Rule",
    "RuleEntry",
    "check_rule",
    "expand",
    "load_lexicon",
]
