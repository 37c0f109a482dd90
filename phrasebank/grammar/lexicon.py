"""The words of the clause grammar, read from `phrasebank/lexicon/grammar_*.yaml`.

One decision: grammar is code, words are data. A word has senses: what it is in a clause (a time, a manner, a thing of
some class, something that is done) and what stands for it in official prose.
"""

from functools import cache

import msgspec

from phrasebank.protect import read_lexicon
from phrasebank.vocabulary import load_vocabulary
from report.lazily import pattern
from report.yamlfile import YamlFile, convert

KINDS = [
    "time",
    "often",
    "manner",
    "each",
    "filler",
    "total",
    "outward",
    "all",
    "already",
    "perfect",
    "not",
    "may",
    "dispose",
    "agent",
    "toward",
    "at",
    "as",
    "suffix",
    "before",
    "after",
    "when",
    "and",
    "of",
    "have",
    "be",
    "quality",
    "then",
]
"""What a small word may be."""


class Sense(msgspec.Struct, frozen=True):
    """What a word is in a clause."""

    kind: str
    """One of `KINDS`, or ``noun`` · ``verb`` · ``state`` · ``open`` (a word without a sense of its own) · ``count``."""
    say: str
    """Its official equal; empty when it goes without saying."""
    cls: str = ""
    """Of a noun: its class."""
    verb: "Verb | None" = None


class Verb(msgspec.Struct, frozen=True):
    """What is done, and how it is written by what it is done with."""

    word: str
    of: dict[str, str]
    other: str
    alone: str
    formal: bool
    """It is written as it is said."""

    def __hash__(self) -> int:
        return hash((self.word, self.other, self.alone))

    @property
    def official(self) -> frozenset[str]:
        """All words that it is written as."""
        return frozenset({*self.of.values(), self.other, self.alone})

    def with_object(self, cls: str) -> str:
        """The official verb for an object of this class (empty: an object of no known class)."""
        return self.of.get(cls, self.other)


class ClassEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One class of things."""

    name: str
    count: str
    words: str


class OfficesEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Departments named after their business: every beginning (`of`) with every ending."""

    of: str
    endings: str


class NounFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`grammar_nouns.yaml`."""

    classes: tuple[ClassEntry, ...]
    offices: OfficesEntry


class VerbEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"other": "else"}):
    """One line of `grammar_verbs.yaml`."""

    verb: str
    of: dict[str, str]
    other: str = ""
    alone: str = ""


class VerbFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`grammar_verbs.yaml`."""

    verbs: tuple[VerbEntry, ...]
    states: str


class WordFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`grammar_words.yaml`."""

    words: dict[str, str]


class Grammar(msgspec.Struct, frozen=True):
    """All words with their senses, likelier senses first."""

    senses: dict[str, tuple[Sense, ...]]
    longest: int
    """Characters of the longest word."""
    counts: dict[str, str]
    """Class → its classifier."""

    def read(self, word: str) -> tuple[Sense, ...]:
        """The senses of a word, empty where it has none; shared words are looked up when they are first met."""
        known = self.senses.get(word)
        if known is None and (known := _shared_senses(word)):
            self.senses[word] = known
        return known or ()


_SPOKEN_WORD = pattern(
    r"^[这那哪几怎啥咱俺他她它你老]|吧$|[了过着的]$|一[下遍块些]|^[好多]|什么|[下上出起]来|[出上下]去|^[再才就也]|^把|说$"
)


@cache
def load_grammar() -> Grammar:
    """Read the words once per process.

    Raises:
        InputProblem: a file is not valid; file, line and right form are named.
    """
    senses: dict[str, list[Sense]] = {}
    counts = _add_nouns(senses)
    _add_verbs(senses)
    _add_small_words(senses)
    shared = load_vocabulary()
    longest = max(map(len, (*senses, *shared.whole, *shared.things, *shared.acts)))
    return Grammar({word: tuple(each) for word, each in senses.items()}, longest, counts)


def _shared_senses(word: str) -> tuple[Sense, ...]:
    """The senses of a word that other steps know too: a thing of its own or something that is said of a subject."""
    shared = load_vocabulary()
    if word in shared.whole or word in shared.things:
        return () if _SPOKEN_WORD.search(word) else (Sense("open", word),)
    if word not in shared.acts or _SPOKEN_WORD.search(word):
        return ()
    verb = Verb(word, {}, word, word, formal=True)
    return (Sense("verb", word, verb=verb), Sense("open", word))


def _add_nouns(senses: dict[str, list[Sense]]) -> dict[str, str]:
    source = read_lexicon("grammar_nouns.yaml")
    data = convert(source, NounFile)
    for index, entry in enumerate(data.classes):
        for word, say in _pairs(source, entry.words, f"$.classes[{index}].words"):
            senses.setdefault(word, []).append(Sense("noun", say, entry.name))
    for name in (
        f"{of}{ending}" for of in data.offices.of.split() for ending in data.offices.endings.split()
    ):
        senses.setdefault(name, [Sense("noun", name, "office")])
    return {entry.name: entry.count for entry in data.classes}


def _add_verbs(senses: dict[str, list[Sense]]) -> None:
    source = read_lexicon("grammar_verbs.yaml")
    data = convert(source, VerbFile)
    for entry in data.verbs:
        of = {cls: say for classes, say in entry.of.items() for cls in classes.split()}
        for word in entry.verb.split():
            if any(sense.kind == "verb" for sense in senses.get(word, ())):
                continue
            formal = entry.other in ("=", word)
            other, alone = (word, word) if entry.other == "=" else (entry.other, entry.alone)
            verb = Verb(word, of, other, alone, formal=formal and len(word) > 1)
            senses.setdefault(word, []).append(Sense("verb", word, verb=verb))
            if verb.formal and not any(sense.kind == "noun" for sense in senses[word]):
                senses[word].append(Sense("open", word))
    for word, say in _pairs(source, data.states, "$.states"):
        senses.setdefault(word, []).append(Sense("state", say))


def _add_small_words(senses: dict[str, list[Sense]]) -> None:
    source = read_lexicon("grammar_words.yaml")
    data = convert(source, WordFile)
    for kind, words in data.words.items():
        if kind not in KINDS:
            raise source.problem(f"没有“{kind}”这一类词", f"$.words.{kind}#", "、".join(KINDS))
        for word, say in _pairs(source, words, f"$.words.{kind}"):
            if all(sense.kind != kind for sense in senses.get(word, ())):
                known = senses.setdefault(word, [])
                known.insert(0 if kind in ("manner", "often", "time") else len(known), Sense(kind, say))


def _pairs(source: YamlFile, words: str, path: str) -> list[tuple[str, str]]:
    """``spoken=formal`` or ``spoken``, parted by blanks."""
    pairs: list[tuple[str, str]] = []
    for each in words.split():
        word, mark, say = each.partition("=")
        if not word:
            raise source.problem(f"“{each}”等号前没有词", path, "口语=书面语")
        pairs.append((word, say if mark else word))
    return pairs
