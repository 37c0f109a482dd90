"""How people jot what is wrong, and what they did about it: patterns over a whole jotted piece, with families of words.

One decision: a pattern covers every word of the piece (fillers are listed, not guessed), so what it does not know is
never dropped in silence; such a piece is left to the register and to the person.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property

import msgspec

from phrasebank.needs import Letters, Needs, holds, letters, needed_words
from phrasebank.protect import LEXICON
from phrasebank.troubles.naming import asked, named
from report import lazily
from report.problem import InputProblem
from report.yamlfile import YamlFile, convert, read_yaml

_SLOTS = ("who", "some")
"""Families that keep what was said and may be missing; any other keeps it where it is written with a mark: <dur!>."""
_NAMES: Mapping[str, Callable[[str], str | None]] = {
    "T": named,
    "U": named,
    "W": asked,
    "Q": asked,
}
"""Slots with a person's own words, and how they are cleaned; a pattern with a name that may not be printed does not read."""
_AS_SAID = "R"
"""The slot that is written as it was said: how long (驻点一周) is no 每周."""
_REFERENCE = lazily.pattern(r"(?<!\?P)<(?P<name>[a-z_]+)(?P<must>!?)>")
_PRIVATE = 0xE000
"""Where characters begin that nobody writes; they stand for families."""
_SLOT = lazily.pattern(r"\{(\w+)(?:\?([^}:]*))?(?::([^}]*))?\}")


class PatternFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`troubles.yaml` or `remedies.yaml`: ``says`` is kind id → pairs of pattern and wording."""

    fillers: str
    families: dict[str, str]
    words: dict[str, str]
    """Everyday words in slots and their official equals."""
    says: dict[str, tuple[tuple[str, str], ...]]
    general: dict[str, tuple[tuple[str, str], ...]] = {}
    """As ``says``, tried after all of them: patterns with words of any kind in a slot."""


class Pattern(msgspec.Struct, frozen=True, dict=True):
    """One pattern; it compiles when it is first tried."""

    kind_id: str
    """Kind of problem, or empty."""
    source: str
    say: str
    needs: tuple[frozenset[str], ...]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(lazily.cheap(self.source))

    @cached_property
    def letters(self) -> Letters:
        """What a piece may be made of to be covered."""
        return letters(self.source)

    def may_fit(self, text: str) -> bool:
        """Whether a piece is worth trying."""
        return holds(text, self.needs) and self.letters.cover(text)


class Reading(msgspec.Struct, frozen=True):
    """What a piece says, in official words."""

    text: str
    kind_id: str


class Grammar(msgspec.Struct, frozen=True):
    """All patterns of a file, in its order."""

    patterns: tuple[Pattern, ...]
    words: Mapping[str, str]

    def read(self, text: str) -> Reading | None:
        """The wording of the first pattern that covers ``text``, or None."""
        for pattern in self.patterns:
            if not pattern.may_fit(text):
                continue
            match = pattern.compiled.fullmatch(text)
            if match and not _cuts_a_word(text, match) and (said := self._fill(pattern.say, match)):
                return Reading(said, pattern.kind_id)
        return None

    def _fill(self, say: str, match: re.Match[str]) -> str:
        """The wording with its slots filled, empty where a name in it may not be printed."""
        given = match.groupdict()
        for slot_of_name, cleaned in _NAMES.items():
            if jotted := given.get(slot_of_name):
                name = cleaned(jotted)
                if name is None:
                    return ""
                given[slot_of_name] = name

        def slot(found: re.Match[str]) -> str:
            value = given.get(found[1]) or ""
            if found[2] is not None:
                return found[2] if value else found[3] or ""
            if found[1] == _AS_SAID:
                return value
            return self._official(value) if value else found[3] or ""

        return _SLOT.sub(slot, say)

    def _official(self, value: str) -> str:
        return self.words.get(value, value)


def _cuts_a_word(text: str, match: re.Match[str]) -> bool:
    """A slot of a person's own words ends inside a verb of the trade (记录上 + 传慢)."""
    ends = {match.end(name) for name in match.re.groupindex if len(name) == 1}
    return any(found.start() < end < found.end() for found in _WHOLE_VERBS.finditer(text) for end in ends)


_WHOLE_VERBS = lazily.pattern(
    "上传|上报|上网|下发|下载|下架|转发|转载|印发|刊发|编发|制发|签发|推送|报送|发放"
)


@cache
def load_grammar(name: str) -> Grammar:
    """The patterns of ``lexicon/<name>``.

    Raises:
        InputProblem: the file is not valid; file, line and right form are named.
    """
    source = read_yaml(LEXICON / name)
    data = convert(source, PatternFile)
    return Grammar(tuple(pattern for pattern, _ in _patterns(source, data)), data.words)


def check_grammar(name: str) -> int:
    """Compile every pattern as a reviewer of the file would; how many there are.

    Raises:
        InputProblem: a pattern does not compile, or a wording names a slot that its pattern does not have.
    """
    source = read_yaml(LEXICON / name)
    data = convert(source, PatternFile)
    count = 0
    for pattern, at in _patterns(source, data):
        try:
            slots = pattern.compiled.groupindex
        except re.error as why:
            raise source.problem(
                f"模式写得不对（{why.msg}）", at, "正则表达式，空格为虚词，<x> 为词族"
            ) from why
        for slot in _SLOT.finditer(pattern.say):
            if slot[1] not in slots:
                raise source.problem(
                    f"成句里的空位“{slot[1]}”在模式里没有", at, f"模式里加上 (?P<{slot[1]}>…)"
                )
        count += 1
    return count


def _patterns(source: YamlFile, data: PatternFile) -> Iterator[tuple[Pattern, str]]:
    """Every pattern with its path in the file, in the order they are tried."""
    families = _Families(data)
    for part in ("says", "general"):
        kinds: dict[str, tuple[tuple[str, str], ...]] = getattr(data, part)
        for kind_id, pairs in kinds.items():
            for index, pair in enumerate(pairs):
                at = f"$.{part}.{kind_id}[{index}]"
                yield _pattern(source, families, kind_id, pair, at), at


class _Families:
    """Families of words with what each asks of a text, worked out when a pattern first names it."""

    def __init__(self, data: PatternFile) -> None:
        self.data = data
        self.signs: dict[str, Needs] = {}
        self._sign_of: dict[str, str] = {}

    def sign(self, name: str) -> str:
        """One character that stands for a family in a pattern that is only looked over."""
        if name not in self._sign_of:
            self._sign_of[name] = chr(_PRIVATE + len(self._sign_of))
            asked = needed_words(f"(?:{self.outline(self.data.families[name])})", self.signs)
            self.signs[self._sign_of[name]] = asked
        return self._sign_of[name]

    def outline(self, written: str) -> str:
        """A pattern with a sign for every family that it cannot do without."""
        return _REFERENCE.sub(
            lambda found: self.sign(found["name"]) if found["must"] or found["name"] not in _SLOTS else "",
            written,
        )


def _pattern(source: YamlFile, families: _Families, kind_id: str, pair: tuple[str, str], at: str) -> Pattern:
    written, say = pair
    data = families.data

    def family(match: re.Match[str]) -> str:
        words = data.families.get(match["name"])
        if words is None:
            raise _unknown(source, match["name"], at, data)
        if match["must"]:
            return f"(?P<{match['name']}>{words})"
        return f"(?P<{match['name']}>{words})?" if match["name"] in _SLOTS else f"(?:{words})"

    expanded, before = written, ""
    while expanded != before:
        before, expanded = expanded, _REFERENCE.sub(family, expanded)
    filler = f"(?:{data.fillers})*"
    whole = filler + expanded.replace(" ", filler) + filler
    needs = needed_words(families.outline(written), families.signs)
    return Pattern("" if kind_id == "other" else kind_id, whole, say, needs)


def _unknown(source: YamlFile, name: str, at: str, data: PatternFile) -> InputProblem:
    return source.problem(f"没有词族“{name}”", at, "、".join(data.families))
