"""What the screen asks of the core, and nothing else: the assistant, and a small fake in the tests, both fit.

The screen never reads the database, the questions or the phrases; whatever is not here is not its business.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from assistant.batch import Job
from assistant.desk_views import AnswerView, OpenPoint, PhraseOffer, Reworded
from assistant.views import (
    CellsOutcome,
    Exchange,
    Opening,
    Outcome,
    ParagraphView,
    Proposal,
    QuestionView,
    ReportRow,
    Welcome,
)
from phrasebank.material import Length
from report.checks.finding import Finding
from report.document import Document
from report.edition import Edition
from report.tables import Figures


class DraftLike(Protocol):
    """The draft as it stands."""

    @property
    def document(self) -> Document:
        """The report as a tree."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks found."""


class Core(Protocol):
    """One report open at a time."""

    @property
    def report_id(self) -> int | None:
        """The open report."""

    @property
    def edition(self) -> Edition:
        """The form of the report's year."""

    @property
    def figures(self) -> Figures:
        """The tables with their sums."""

    @property
    def last_figures(self) -> Figures | None:
        """Last year's tables, if they are known."""

    @property
    def ready(self) -> bool:
        """Whether a draft can be had at once."""

    def prepare(self) -> None:
        """Load what a draft needs; may run in a thread."""

    def reports(self) -> tuple[ReportRow, ...]:
        """What is in the database."""

    def begin(self) -> None:
        """A new report is open; it is stored with the first thing said."""

    def select(self, report_id: int) -> None:
        """Open another report."""

    def opening(self) -> Opening:
        """What somebody sees who has no report yet."""

    def welcome(self, *, counted: bool = True) -> Welcome:
        """The task list; without ``counted`` no draft is needed for it."""

    def question(self) -> QuestionView | None:
        """The current question; None when all is answered."""

    def transcript(self) -> tuple[Exchange, ...]:
        """The answered questions, in asking order."""

    def questions(self, part: str = "") -> tuple[Exchange, ...]:
        """All questions of a part (its key; empty: of every part) in asking order; those nobody answered have no answer."""

    def reply(self, typed: str) -> Outcome:
        """Answer the current question."""

    def tick(self, themes: Sequence[str], extra: str = "") -> Outcome:
        """Answer a tick list; ``extra`` are lines in the person's own words."""

    def open_question(self, question_id: str) -> QuestionView:
        """Make an earlier question the current one."""

    def propose(self, typed: str) -> Proposal | None:
        """What a sentence says beyond the question, to be confirmed; None when it is an ordinary reply."""

    def takes_back(self, typed: str) -> bool:
        """Whether words only say that an earlier answer was wrong; a `reply` with them goes back to it."""

    def supplement(self, proposal: Proposal, typed: str) -> Proposal | None:
        """The proposal with words that answer what it left open; None when they are something else."""

    def confirm(self, proposal: Proposal) -> Outcome:
        """Record what was proposed."""

    def decline(self, proposal: Proposal) -> Outcome:
        """Take the sentence as an ordinary reply."""

    def open_part(self, key: str) -> QuestionView | None:
        """Go to the first open question of a part; None when nothing is asked there."""

    def keep_unsent(self, question_id: str, text: str) -> None:
        """Remember what stands typed and unsent, over a restart; empty text forgets it."""

    def unsent(self, question_id: str) -> str:
        """What stood typed and unsent."""

    def sample(self) -> "Core":
        """A finished sample report to look around in; it goes away when it is closed."""

    def can_move(self) -> tuple[bool, bool]:
        """Whether there is something to undo, and something to redo."""

    def undo(self) -> str:
        """Take the last answer back; says which."""

    def redo(self) -> str:
        """Put back what was undone; says which."""

    def set_cells(self, table_id: str, typed: Mapping[str, str]) -> CellsOutcome:
        """Fill cells; when one is refused nothing is stored."""

    def fill_rest_zero(self, table_id: str) -> int:
        """Every cell nobody answered becomes 0; says how many."""

    def fill_zero(self, table_id: str, row: str | None) -> int:
        """A row, or the whole table, becomes 0; says how many cells changed."""

    def draft(self) -> DraftLike:
        """The draft; kept until an answer changes."""

    def paragraph(self, paragraph_id: str) -> ParagraphView:
        """One paragraph with the origin of its sentences."""

    def edit_paragraph(self, paragraph_id: str, text: str) -> str:
        """Keep the person's text; the sentence says what became of it."""

    def keep_mine(self, paragraph_id: str) -> str:
        """Where a changed answer meets the person's words: theirs stay."""

    def take_new(self, paragraph_id: str) -> str:
        """The new sentences there instead."""

    def restore_paragraph(self, paragraph_id: str) -> None:
        """Back to the generated text."""

    def open_points(self) -> tuple[OpenPoint, ...]:
        """What stands open, the gravest first."""

    def confirmable(self, text: str) -> bool:
        """Whether an open point, called by its sentence, may be said to be right as it is."""

    def confirm_finding(self, text: str) -> str:
        """It is right as it is, until one of its numbers changes; the sentence says what became of it."""

    def reword(self, paragraph_id: str, sentence: int) -> Reworded:
        """Another wording of a sentence."""

    def rearrange(self, paragraph_id: str) -> Reworded:
        """Another order and joining of an aspect's sentences."""

    def history(self, paragraph_id: str, sentence: int) -> tuple[AnswerView, ...]:
        """Who answered what a sentence rests on, and when."""

    def offer_phrase(self, paragraph_id: str, sentence: int) -> PhraseOffer:
        """A rewritten sentence as it would be kept among the unit's own phrases."""

    def save_phrase(self, offered: PhraseOffer, keywords: Sequence[str]) -> str:
        """Keep it; the sentence says where it is."""

    @property
    def length(self) -> Length:
        """How long the text is asked for."""

    def set_length(self, length: Length) -> str:
        """Write it in another length; the sentence says what became of it."""

    def export(self, path: Path, form: str = "", tables: str = "html") -> Path:
        """Write the document, whole or not at all, in the form that the file's name says."""

    def jobs(self, reports: Sequence[int], form: str = "md", *, keep: bool = False) -> Sequence[Job]:
        """Documents of several reports, each made when its turn comes; the report that is open stays open."""

    def suggested_name(self, form: str) -> str:
        """File name for the document."""

    def close(self) -> None:
        """Let go of the database."""
