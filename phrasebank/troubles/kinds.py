"""The kinds of problem of section 五 and the measures that answer them, from `lexicon/problems.yaml`.

One decision: a kind recognises a problem that is already worded; measures of a kind are offered, never written unasked.
"""

import re
from functools import cache

import msgspec

from phrasebank.needs import Sieve, needed_words
from phrasebank.register.lexicon import LEXICON
from report.lazily import pattern
from report.yamlfile import convert, read_yaml


class KindEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of problem as written in the file."""

    id: str
    problem: str
    """How it is written where the person only ticked it."""
    measures: tuple[str, str]
    """Two next-step measures."""
    done: str
    """How it is written when it has been mended."""
    signals: str
    """Pattern by which a worded problem is recognised."""
    answers: str
    """Pattern by which a measure that answers it is recognised."""


class KindFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`problems.yaml`."""

    kinds: tuple[KindEntry, ...]


class Kind(msgspec.Struct, frozen=True):
    """A compiled kind."""

    entry: KindEntry
    signals: re.Pattern[str]
    answers: re.Pattern[str]


@cache
def load_kinds() -> tuple[Kind, ...]:
    """All kinds, in the order of the file."""
    source = read_yaml(LEXICON / "problems.yaml")
    entries = convert(source, KindFile).kinds
    seen: dict[str, int] = {}
    for index, entry in enumerate(entries):
        if entry.id in seen:
            raise source.problem(f"编号“{entry.id}”写了两次", f"$.kinds[{index}].id", "每个编号只用一次")
        seen[entry.id] = index
    return tuple(Kind(entry, pattern(entry.signals), pattern(entry.answers)) for entry in entries)


@cache
def _signs() -> Sieve:
    return Sieve([needed_words(kind.entry.signals) for kind in load_kinds()])


def kind_of(text: str) -> Kind | None:
    """The kind of a worded problem: the one whose signal stands first, then the longest; None if there is none."""
    best: tuple[tuple[int, int], Kind] | None = None
    kinds = load_kinds()
    for number in _signs().worth(text):
        kind = kinds[number]
        if match := kind.signals.search(text):
            rank = (match.start(), match.start() - match.end())
            if best is None or rank < best[0]:
                best = (rank, kind)
    return best[1] if best else None


def kind_by_id(kind_id: str) -> Kind | None:
    """The kind with this id, or None."""
    return next((kind for kind in load_kinds() if kind.entry.id == kind_id), None)
