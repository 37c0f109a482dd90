"""All rules of the register, read from `phrasebank/lexicon/register*.yaml`; what a rule is: `phrasebank.register.rules`."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

import msgspec

from phrasebank.needs import Patterns, Sieve
from phrasebank.register.rules import Refusal, Rule, RuleEntry, RuleFile, expand
from phrasebank.vocabulary import load_vocabulary
from report.lazily import pattern
from report.problem import InputProblem
from report.yamlfile import YamlFile, convert, read_yaml

LEXICON = Path(__file__).resolve().parent.parent / "lexicon"


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


__all__ = ["LEXICON", "InputProblem", "Lexicon", "check_rule", "load_lexicon"]
