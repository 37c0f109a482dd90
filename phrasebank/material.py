"""What goes into a narrative and what comes out of it."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from phrasebank.reading import Clause, Note
from report.document import Paragraph
from report.edition import Edition
from report.last_year import LastYear
from report.tables import Figures
from report.unit import Unit

Length = Literal["简", "中", "详"]
LENGTHS: tuple[Length, ...] = ("简", "中", "详")
"""How long a text may be asked for; what was said is all in it, whatever the length."""


class Style(msgspec.Struct, frozen=True):
    """What the person chose about the text as a whole."""

    length: Length = "中"
    guiding: bool | None = None
    """Whether the frame sentence names the guiding thought; None: as units of its kind usually do
    (`report.unit.names_guiding_thought`)."""


class Material(msgspec.Struct, frozen=True):
    """Everything the narrative is made from."""

    unit: Unit
    year: int
    edition: Edition
    figures: Figures
    notes: tuple[Note, ...] = ()
    last_year: LastYear | None = None
    choices: Mapping[str, int] = msgspec.field(default_factory=dict)
    """Phrase id → wording that was drawn before and is kept."""
    avoid: Mapping[str, frozenset[int]] = msgspec.field(default_factory=dict)
    """Phrase id → wordings of last year's report or a sister unit's, drawn last."""
    style: Style = Style()


class Conflict(msgspec.Struct, frozen=True):
    """Two answers that cannot both be right: a question to the person, never a choice of ours."""

    field: str
    """Note field the question belongs to."""
    question: str
    """One Chinese sentence naming both sides."""
    words: str
    """The person's words that are in doubt."""
    cells: tuple[str, ...] = ()
    """The figures on the other side, if the conflict is with a table."""


class Narrative(msgspec.Struct, frozen=True):
    """The written part of a report."""

    paragraphs: tuple[Paragraph, ...]
    choices: Mapping[str, int]
    """Wording used by each phrase (``<id>#2`` for its second use) and arrangement, to be stored with the report."""
    conflicts: tuple[Conflict, ...]
    clauses: tuple[Clause, ...]
