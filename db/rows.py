"""What the store takes and gives: plain frozen shapes, no SQL."""

from typing import Literal

import msgspec

from db.values import Value

Source = Literal["typed", "implied", "carried", "ticked", "pasted"]
"""How an answer came: typed by a person, following from another answer, from last year, ticked, or pasted."""


class Entry(msgspec.Struct, frozen=True):
    """One answer to be recorded."""

    slot: str
    typed: str
    """As the person typed it; for an implied answer, the words it follows from."""
    value: Value
    source: Source | None = None
    """None: the source given for the whole batch."""


class Answer(msgspec.Struct, frozen=True):
    """One row of the journal."""

    slot: str
    typed: str
    value: Value
    who: str
    when: str
    """ISO 8601 with offset."""
    source: Source
    batch: int
    undone: bool = False
    """Only ever true in a history."""


class Batch(msgspec.Struct, frozen=True):
    """One step: a reply and everything that was recorded with it, or an edit of the text."""

    id: int
    answers: tuple[Answer, ...]
    edited: tuple[str, ...] = ()
    """Paragraphs whose text was changed by hand, or restored; no answers then."""

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots it touches, in the order recorded."""
        return tuple(answer.slot for answer in self.answers)


class Edit(msgspec.Struct, frozen=True):
    """What a person wrote over a paragraph."""

    paragraph: str
    base: str
    """The generated text they had before them."""
    text: str
    """Empty in a history where the generated text was restored."""
    who: str
    when: str
    undone: bool = False
    """Only ever true in a history."""
    step: int | None = None
    """The step it was; None for edits of old files, which were no steps."""


class ReportRow(msgspec.Struct, frozen=True):
    """One report of the database."""

    id: int
    unit_name: str
    """Empty while nobody has given it."""
    year: int | None
    created: str
    changed: str
    """When anything of it was last recorded."""
