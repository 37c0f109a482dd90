"""Words that several steps share: those that say something of a subject, and those that are never cut."""

from functools import cache

import msgspec

from phrasebank.protect import read_lexicon
from report.yamlfile import convert


class ActsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`acts.yaml`."""

    verbs: str
    more: str


class WholeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`whole_words.yaml`."""

    whole: str
    things: str = ""
    general: str = ""


class Vocabulary(msgspec.Struct, frozen=True):
    """The shared words."""

    verbs: tuple[str, ...]
    """Words that make a sentence of what they stand in, each once, in the order of the file."""
    acts: frozenset[str]
    """They and the words beside them that say something of a subject, of two characters or more."""
    whole: frozenset[str]
    """Words that are never cut."""
    things: frozenset[str]
    """Words that only the clause grammar must not cut."""
    general: frozenset[str]
    """Words of the language at large: nothing is known of them, but a reading that cuts one is wrong."""


@cache
def load_vocabulary() -> Vocabulary:
    """Read the files once per process.

    Raises:
        InputProblem: a file is not valid; file, line and right form are named.
    """
    acts = convert(read_lexicon("acts.yaml"), ActsFile)
    whole = convert(read_lexicon("whole_words.yaml"), WholeFile)
    verbs = tuple(dict.fromkeys(acts.verbs.split()))
    return Vocabulary(
        verbs,
        frozenset(word for word in (*verbs, *acts.more.split()) if len(word) > 1),
        frozenset(whole.whole.split()),
        frozenset(whole.things.split()),
        frozenset(whole.general.split()),
    )
