"""What the assistant shows: plain frozen shapes, ready to be put on a screen, a line, or into a test.

All words in them are for people (Chinese); ids and slots are for programs. Nothing here knows Textual.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from prompts.question import Value
from report.checks.finding import Finding

PartStatus = Literal["done", "open", "untouched"]
QuestionKind = Literal["text", "choice", "yesno", "number", "note", "ticks", "table"]
OutcomeKind = Literal["accepted", "refused", "help", "back", "done"]


class ReportRow(msgspec.Struct, frozen=True):
    """One report in the database."""

    id: int
    unit_name: str
    year: int | None
    changed: str
    """When it was last changed, ISO 8601 with offset."""


class PartView(msgspec.Struct, frozen=True):
    """One part of the task list (基本情况, （一）主动公开, 表三 …)."""

    key: str
    label: str
    status: PartStatus
    detail: str
    """What is there, in a few words (``3 条记录``, ``还差 1 问``)."""


class Welcome(msgspec.Struct, frozen=True):
    """The task list a person sees when coming back."""

    unit_name: str
    year: int | None
    edition_name: str
    last_done: str
    """The part last worked on, empty when nothing was answered yet."""
    deadline: str
    """``1月31日`` or ``3月31日`` (Regulation art 49), empty while the kind of unit is unknown."""
    days_left: int | None
    parts: tuple[PartView, ...]
    notice: str
    """What to know about the edition of the form, or empty."""


class DueView(msgspec.Struct, frozen=True):
    """By when a kind of unit has to have its report out."""

    who: str
    day: str
    """``1月31日``."""
    left: int
    """Days from today; negative when it is past."""


class Opening(msgspec.Struct, frozen=True):
    """What somebody sees who has no report yet."""

    year: int
    """The year reports are written about now."""
    due: tuple[DueView, ...]
    kept: str
    """The file in which everything is kept."""


class OptionView(msgspec.Struct, frozen=True):
    """One quick reply."""

    value: str
    label: str
    hint: str = ""


class TickView(msgspec.Struct, frozen=True):
    """One line of a tick list: what units commonly do."""

    theme: str
    label: str
    ticked: bool = False
    asks: tuple[str, ...] = ()
    """Numbers it lives on, as phrases with a blank (``培训__次``, ``参训__人次``); the first is needed for the others."""


class QuestionView(msgspec.Struct, frozen=True):
    """One question, as it is asked now."""

    id: str
    part: str
    number: int
    total: int
    """``number`` of ``total`` within the part, both from 1."""
    ask: str
    kind: QuestionKind
    options: tuple[OptionView, ...] = ()
    ticks: tuple[TickView, ...] = ()
    suggested: str = ""
    """The quick reply that follows from what is known; Enter takes it."""
    last_year: str = ""
    current: str = ""
    """The answer it has now, as typed; empty when none."""
    lines: tuple[str, ...] = ()
    """Of a tick list: the lines in the person's own words, exactly as they were written."""
    help: str = ""
    law: str = ""
    example: str = ""
    table: str = ""
    """Id of the table to fill when ``kind`` is ``table``."""
    optional: bool = False
    remark: str = ""
    """What is known of it already, and what of it is still to be told; empty when there is nothing to say."""
    offers: tuple[str, ...] = ()
    """Of several places that wait: what is offered for each, to be taken together."""
    wording: bool = False
    """Asked is how words that wait are to be written; ``current`` is only what is offered."""
    pending: str = ""
    """What an earlier sentence left to be asked: asked first, and answered in a few words of its own."""


class Exchange(msgspec.Struct, frozen=True):
    """One answered question of the conversation."""

    id: str
    part: str
    ask: str
    answer: str
    skipped: bool = False
    carried: bool = False
    """Taken over from last year, not typed."""


ALL_DONE = "都问完了。按 F4 通读，按 F5 导出。"
"""Said of the last answer where nothing else is to be said of it."""


class Outcome(msgspec.Struct, frozen=True):
    """What came of one reply."""

    kind: OutcomeKind
    said: str
    """One sentence for the person (what was noted, or what would be right); may be empty."""
    changed: tuple[str, ...] = ()
    """Ids of the paragraphs whose text changed."""
    news: bool = False
    """True when ``said`` tells more than how the answer was read, so that it is to be seen at once."""
    kept: str = ""
    """Of a refused reply: the words in it that were right, to be sent beside the next one."""
    about: str = ""
    """Id of the question that was answered, where it is another than the one that was asked (联系方式改成…)."""


class ProposalLine(msgspec.Struct, frozen=True):
    """One thing a sentence was taken to say, or one thing to ask about it."""

    label: str
    """What it is (``公开总数``, ``表三``, ``予以公开（个人）``)."""
    value: str
    """The value in words (``124 条``, ``全部为 0``); of a question, the question."""
    words: str
    """The person's words it came from."""
    question: bool = False
    """True for what was not taken: it contradicts an answer, or lacks its place."""
    table: str = ""
    """Of a question: the table it is about."""
    hint: bool = False
    """True for a remark on what does not go together; nothing waits for it."""

    @property
    def text(self) -> str:
        """The line as plain text."""
        return (
            f"{self.label}：{self.value} ← “{self.words}”"
            if self.question or self.hint
            else f"{self.label} {self.value} ← “{self.words}”"
        )


class Proposal(msgspec.Struct, frozen=True):
    """What one sentence answers, shown for one confirmation; nothing is recorded before it."""

    question: str
    """Id of the question it was typed at."""
    typed: str
    lines: tuple[ProposalLine, ...]
    rest: str
    """The words that stay a note."""
    values: Mapping[str, Value] = msgspec.field(default_factory=dict)
    """Slot → what would be recorded."""
    line: str = ""
    """The whole line it was read from, when ``typed`` only answers what an earlier one left open."""

    @property
    def questions(self) -> tuple[ProposalLine, ...]:
        """What was not taken."""
        return tuple(line for line in self.lines if line.question)


class CellsOutcome(msgspec.Struct, frozen=True):
    """What came of filling cells."""

    refused: dict[str, str]
    """Cell id → sentence saying what would be right. When not empty, nothing was stored."""
    findings: tuple[Finding, ...] = ()


class SentenceView(msgspec.Struct, frozen=True):
    """One sentence with its origin."""

    text: str
    phrase: str
    variant: int
    sources: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    """(digits, where they came from in words: ``124`` · ``主动公开的记录``)."""
    law: str = ""
    """The article its phrase rests on."""
    goes_to: str = ""
    """Where it is answered: the id of a question, or of a cell; empty where nothing is to be answered."""
    claims: str = ""
    """What its phrase states, in a few words."""
    ways: int = 0
    """How many wordings its phrase has; 0 where no phrase worded it."""
    edited: bool = False
    """A person wrote it so."""


class ParagraphView(msgspec.Struct, frozen=True):
    """One paragraph at the review desk."""

    id: str
    label: str
    heading: str
    text: str
    """The text as it will be printed, without the heading."""
    generated: str
    edited: bool
    conflicts: tuple[str, ...]
    """One sentence for each place where a changed answer and the person's text meet; empty when there is none."""
    sentences: tuple[SentenceView, ...]
