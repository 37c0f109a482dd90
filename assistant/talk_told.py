"""What was read of a sentence about the tables: cells, questions, totals, and where the words stand."""

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from assistant.talk_balance import Uneven
from assistant.talk_inside import Inside


class Told(msgspec.Struct, frozen=True):
    """Cells that one stretch of words fills."""

    table: str
    label: str
    value: str
    words: str
    cells: Mapping[str, str]
    """Cell id → its number as typed (with its unit), or as it follows."""
    whole: bool = False
    """True when it says that the whole table is 0."""


class Doubt(msgspec.Struct, frozen=True):
    """What cannot be assigned, as one question."""

    table: str
    sentence: str
    words: str
    rows: tuple[str, ...] = ()
    """The rows it may belong to."""
    end: int = 0
    """Where its words end: there a few words more would settle it."""


class Total(msgspec.Struct, frozen=True):
    """A total somebody said; compared, never stored."""

    figure: str
    label: str
    value: Decimal
    words: str


class Talk(msgspec.Struct, frozen=True):
    """What was read."""

    told: tuple[Told, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    totals: tuple[Total, ...] = ()
    rest_zero: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Table → the words that said that all the rest of it is 0."""
    used: tuple[tuple[int, int], ...] = ()
    """Where the clauses stand that are wholly in `told`, `totals` or `rest_zero`."""
    doubtful: tuple[tuple[int, int], ...] = ()
    """Where the clauses stand that a doubt speaks of."""
    uneven: tuple[Uneven, ...] = ()
    """Where what came in and what became of it were both told and are not the same."""
    inside: tuple[Inside, ...] = ()
    """Numbers told inside of others (其中警告10起)."""
