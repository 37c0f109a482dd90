"""The last reader: what a finished sentence must not look like, whatever way it was written.

One decision: nothing is mended here. The reader only objects, and what it objects to waits for a person in the words
jotted; so a hole in a rule or in the grammar costs a 【待核】 and not a wrong sentence under somebody's name.
"""

import re
from functools import cache, cached_property, lru_cache

import msgspec

from phrasebank.needs import Needs, Sieve, needed_words
from phrasebank.protect import read_lexicon
from report import lazily
from report.yamlfile import convert


class FaultEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to be broken, as written in `lexicon/ill_formed.yaml`."""

    what: str
    match: str
    like: tuple[str, ...]
    fine: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    faults: tuple[FaultEntry, ...]


class Fault(msgspec.Struct, frozen=True, dict=True):
    """One way to be broken; its pattern is compiled when it is first tried."""

    entry: FaultEntry

    @cached_property
    def needs(self) -> Needs:
        """What a sentence must hold to be worth trying."""
        return needed_words(_expanded(self.entry.match))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(lazily.cheap(_expanded(self.entry.match)))


def _expanded(match: str) -> str:
    return match.replace("<end>", "(?=[，；。]|$)").replace("<open>", "(?:^|(?<=[，；。]))")


@cache
def load_faults() -> tuple[Fault, ...]:
    """All entries of the file, in its order.

    Raises:
        InputProblem: the file is not valid; file, line and right form are named.
    """
    return tuple(Fault(entry) for entry in convert(read_lexicon("ill_formed.yaml"), _File).faults)


@cache
def _sieve() -> Sieve:
    return Sieve([fault.needs for fault in load_faults()])


_QUOTED = lazily.pattern("《[^》]*》|“[^”]*”")


@lru_cache(maxsize=4096)
def fault(said: str) -> str:
    """What is wrong with a sentence, or empty.

    Args:
        said: Without its full stop; it may hold several clauses.
    """
    text = _QUOTED.sub("“名”", said)
    for number in _sieve().worth(text):
        found = load_faults()[number]
        if found.pattern.search(text):
            return found.entry.what
    return ""
