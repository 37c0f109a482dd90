"""A jotted clause as frames: who does what to which things, when, how, where, how often, how many."""

import msgspec

from phrasebank.grammar.lexicon import Verb
from phrasebank.grammar.things import Count, Thing


class Frame(msgspec.Struct):
    """One thing that is said, while it is read."""

    time: str = ""
    often: str = ""
    manner: list[str] = msgspec.field(default_factory=list)
    before: str = ""
    """A step that something stands before or after (信息发布前)."""
    topics: list[Thing] = msgspec.field(default_factory=list)
    """Things before the verb."""
    agent: tuple[str, Thing] | None = None
    """Who acts and the word that says so (由, 请)."""
    object: Thing | None = None
    second: Thing | None = None
    """Where a thing is put, of a verb that takes both."""
    place: tuple[str, Thing] | None = None
    toward: tuple[str, Thing] | None = None
    total: bool = False
    outward: bool = False
    all: str = ""
    done: bool = False
    already: bool = False
    """It was said in so many words that it is done (已补)."""
    negated: str = ""
    may: str = ""
    verb: Verb | None = None
    state: str = ""
    count: Count | None = None
    early: Count | None = None
    """A number without a thing before the verb (2个给了)."""
    result: str = ""
    """How well it was done, said after the verb (落实到位)."""
    have: bool = False
    be: bool = False
    then: bool = False
    """Only afterwards is it published (看过才发)."""


def set_word(frame: Frame, kind: str, say: str) -> bool:
    """Note a word that needs no other; False if it is none."""
    if kind in ("manner", "each"):
        frame.manner += [say] if say else []
    elif kind == "often":
        frame.often += say
    elif kind == "time":
        frame.time = frame.time or say
    elif kind == "all":
        frame.all = "" if frame.often else say.removesuffix("已")
        frame.done = frame.done or say.endswith("已")
    elif kind == "already":
        frame.done = frame.already = True
    elif kind == "not":
        frame.negated = say
    elif kind == "may":
        frame.may = say
    elif kind == "total":
        frame.total = True
    elif kind == "outward":
        frame.outward = True
    elif kind == "then":
        frame.then = True
    else:
        return kind == "filler"
    return True
