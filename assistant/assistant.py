"""The assistant: one class that the screen, the plain interview, the command line and the tests all drive.

It owns no rule of its own. It asks `prompts` what to ask and what a reply means, gives answers to `db` before it says
anything, lets `report` and `phrasebank` work out the rest, and keeps what they worked out until the next answer.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from assistant import breath, desk, showing
from assistant.drafting import Draft, make_draft
from assistant.ledger import Wordings, last_year_of, material_of, plain_answers
from assistant.origins import Origins
from assistant.people import local_name
from assistant.phrases import open_bank
from assistant.sample import answers_of, sample_case
from assistant.ticking import NoTicks, read_ticks
from assistant.views import (
    CellsOutcome,
    Exchange,
    Outcome,
    OutcomeKind,
    ParagraphView,
    Proposal,
    QuestionView,
    ReportRow,
    Welcome,
)
from db.store import Answer, Batch, Entry, Source, Store
from prompts.interview import Given, Interview
from prompts.question import Question, Value
from prompts.replies import Accepted, Command, Refused, parse, read_cell, skipped, ticked
from prompts.state import State
from report.checks.finding import Finding
from report.edition import Edition
from report.last_year import last_year_figures
from report.problem import InputProblem
from report.tables import Figures, compute
from report.writers.files import write_file

_ZERO = Decimal(0)


class Assistant:
    """One database, one report open at a time. Open it with `open`, best in a ``with`` block."""

    def __init__(
        self, store: Store, who: str, today: Callable[[], date], phrases: Sequence[Path] = ()
    ) -> None:
        """Use `open`."""
        self._store = store
        self._who = who
        self._today = today
        self._interview = Interview()
        self._bank, self._bank_notice = open_bank(phrases)
        self.report_id: int | None = None
        self._answers: Mapping[str, Answer] = {}
        self._state = self._interview.state({})
        self._last: State | None = None
        self._last_wordings: Mapping[str, int] = {}
        self._opened = ""
        self._part = ""
        """The part a person chose to work on; its open questions come before all others."""
        self._draft: Draft | None = None
        self._folder: TemporaryDirectory[str] | None = None
        """Where the database is when it is only to be looked at."""

    @classmethod
    def open(
        cls,
        database: Path,
        who: str = "",
        today: Callable[[], date] = date.today,
        phrases: Sequence[Path] = (),
    ) -> Self:
        """Open a database, made when it is not there.

        Args:
            database: The file.
            who: Who answers; the name of the account if empty.
            today: The clock.
            phrases: Folders of the unit's own phrases; one that cannot be used is left out, and `welcome` says so.

        Raises:
            StoreProblem: it cannot be used.
        """
        return cls(Store.open(database), who or local_name(), today, phrases)

    def sample(self) -> "Assistant":
        """A finished sample report to look around in, in a database of its own that goes away when it is closed."""
        folder = TemporaryDirectory(prefix="nianbao-")
        assistant = Assistant(Store.open(Path(folder.name) / "sample.db"), self._who, self._today)
        assistant._folder = folder
        report = assistant.create()
        answers = answers_of(sample_case(), self._interview)
        entries = [Entry(slot, "示例", value) for slot, value in answers.items()]
        assistant._store.record(report, entries, self._who, "carried")
        assistant.select(report)
        return assistant

    def close(self) -> None:
        """Let go of the database; everything is on disk already."""
        self._store.close()
        if self._folder is not None:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    # Reports

    def reports(self) -> tuple[ReportRow, ...]:
        """What is in the database, the last changed first."""
        return tuple(ReportRow(row.id, row.unit_name, row.year, row.changed) for row in self._store.reports())

    def create(self) -> int:
        """Begin a report and open it."""
        report = self._store.create_report()
        self.select(report)
        return report

    def select(self, report_id: int) -> None:
        """Open a report where it was left.

        Raises:
            InputProblem: there is none with this number.
        """
        known = sorted(row.id for row in self._store.reports())
        if report_id not in known:
            numbers = (
                "、".join(map(str, known)) + " 之一，见 nianbao list"
                if known
                else "还没有报告，先运行 nianbao"
            )
            raise InputProblem(f"没有编号为 {report_id} 的报告", right=numbers)
        self.report_id, self._part = report_id, ""
        self._reload()
        bookmark = self._store.bookmark(report_id)
        self._opened = bookmark if bookmark and self._waits(bookmark) else ""

    def welcome(self) -> Welcome:
        """The task list a person sees when coming back."""
        seen = showing.welcome(self._scene(), self.draft())
        return replace(seen, notice="".join(filter(None, (seen.notice, self._bank_notice))))

    @property
    def bank_notice(self) -> str:
        """Why the unit's own phrases are not used, or empty."""
        return self._bank_notice

    @property
    def edition(self) -> Edition:
        """The form of the report's year; of the newest year while it is not answered."""
        return self.draft().document.figures.edition

    @property
    def figures(self) -> Figures:
        """All numbers of the tables."""
        return self._state.figures or compute(self.edition, self._state.cells)

    @property
    def last_figures(self) -> Figures | None:
        """Last year's numbers, when last year's report is in the database."""
        last_year = last_year_of(self._state, self._last)
        return last_year_figures(last_year, self._state.year) if last_year and self._state.year else None

    # Questions

    def question(self) -> QuestionView | None:
        """What is asked now: the question a person opened, else the first one relevant and unanswered."""
        question = self._current()
        return self._view(question) if question else None

    def transcript(self) -> tuple[Exchange, ...]:
        """What was asked and answered, in asking order."""
        return showing.transcript(self._scene())

    def open_question(self, question_id: str) -> QuestionView:
        """Make a question the current one; its answer stays until another is given.

        Raises:
            KeyError: there is no such question, or it does not apply now.
        """
        if not self._known(question_id):
            raise KeyError(question_id)
        self._opened = question_id
        self._store.save_bookmark(self._report, question_id)
        return self._view(self._interview.question(question_id))

    def reply(self, typed: str) -> Outcome:
        """Take one reply to the current question."""
        question = self._current()
        if question is None:
            return Outcome("done", "都问完了。按 F4 通读，按 F5 导出。")
        if not typed.strip() and self._opened and self._interview.answered(question, self._state):
            self._opened = ""
            return Outcome("accepted", "没有改动。")
        reply = parse(question, typed, self._state)
        if isinstance(reply, Refused):
            return Outcome("refused", reply.sentence)
        if isinstance(reply, Command):
            return self._obey(reply, question)
        return self._accept(question, reply, typed)

    def tick(self, themes: Sequence[str], extra: str = "") -> Outcome:
        """Answer a tick list; ``extra`` is what the person wrote beside it, line by line."""
        question = self._current()
        if question is None or question.kind != "ticks":
            return Outcome("refused", "这一问没有可勾选的内容，请直接填写。")
        return self._accept(question, ticked(question, tuple(themes), extra), "、".join([*themes, extra]))

    def tick_numbers(self, typed: str) -> Outcome | None:
        """Answer a tick list that was shown with numbers (``1 3 5``, or the names); None for an ordinary `reply`."""
        view = self.question()
        read = read_ticks(view.ticks, typed) if view and view.kind == "ticks" else None
        if isinstance(read, NoTicks):
            return Outcome("refused", read.sentence)
        return self.tick(read.themes, read.extra) if read else None

    def propose(self, typed: str) -> Proposal | None:
        """What a sentence says beyond the current question, to be confirmed; None for an ordinary `reply`.

        Nothing is recorded. Ask it first with whatever is typed; show the lines; Enter means `confirm`, 不 means
        `decline`, and anything else is a new sentence to propose.
        """
        question = self._current()
        return breath.propose(question, typed, self._state, self._interview) if question else None

    def confirm(self, proposal: Proposal) -> Outcome:
        """Record what was proposed, as one batch."""
        if not proposal.values:
            return Outcome("refused", proposal.questions[0].value if proposal.questions else "没有可记的。")
        question = self._interview.question(proposal.question)
        asked = "".join(f"还要问：{line.value}" for line in proposal.questions[:1])
        return self._record(question, proposal.values, proposal.typed, "记下了。" + asked)

    def decline(self, proposal: Proposal) -> Outcome:
        """Take the sentence as an ordinary reply to its question, in the person's words."""
        return self.reply(proposal.typed)

    def open_part(self, key: str) -> QuestionView | None:
        """Go to a part of the task list: to its first open question, else its first; None when nothing is asked there."""
        asked = [one for one in self._interview.relevant(self._state) if one.part == key]
        self._part = key if asked else ""
        waiting = [one for one in asked if not self._interview.answered(one, self._state)]
        return self.open_question((waiting or asked)[0].id) if asked else None

    def keep_unsent(self, question_id: str, text: str) -> None:
        """Remember what stands typed at a question and is not sent, over a restart; empty text forgets it."""
        if self.report_id is not None and text != self.unsent(question_id):
            self._store.save_unsent(self.report_id, question_id, text)

    def unsent(self, question_id: str) -> str:
        """What stood typed and unsent at a question when somebody last looked away from it."""
        return self._store.unsent(self.report_id).get(question_id, "") if self.report_id is not None else ""

    def undo(self) -> str:
        """Take the last reply back, and go to its question."""
        batch = self._store.undo(self._report, self._who)
        return self._moved("已撤销", batch, reopen=True) if batch else "没有可以撤销的回答了。"

    def redo(self) -> str:
        """Bring back the reply taken back last."""
        batch = self._store.redo(self._report, self._who)
        return self._moved("已恢复", batch, reopen=False) if batch else "没有可以恢复的回答。"

    # Tables

    def set_cells(self, table_id: str, typed: Mapping[str, str]) -> CellsOutcome:
        """Fill cells of one table as typed; when one is refused, none is stored."""
        values: dict[str, Value] = {}
        refused: dict[str, str] = {}
        for cell_id, text in typed.items():
            reply = read_cell(self.edition.cell(cell_id), text)
            if isinstance(reply, Accepted):
                values |= reply.values
            else:
                refused[cell_id] = reply.sentence if isinstance(reply, Refused) else "这一格填一个数。"
        if values and not refused:
            self._write(self._interview.fill(values, plain_answers(self._answers)), "，".join(typed.values()))
        return CellsOutcome(refused, self.findings(table_id))

    def fill_rest_zero(self, table_id: str) -> int:
        """Every cell of a table nobody answered becomes 0; how many did."""
        return self._zero(cell.id for cell in self.figures.missing(table_id))

    def fill_zero(self, table_id: str, row: str | None = None) -> int:
        """A row (or the whole table) becomes 0; how many cells changed."""
        return self._zero(
            cell.id
            for cell in self.edition.table(table_id).cells
            if cell.asked and row in {None, cell.row} and self.figures.value(cell.id) != _ZERO
        )

    def findings(self, table_id: str) -> tuple[Finding, ...]:
        """What the checks say about one table."""
        return tuple(finding for finding in self.draft().findings if finding.place.table == table_id)

    # The text

    def draft(self) -> Draft:
        """The draft as it stands, made once for each state of the answers."""
        if self._draft is None:
            report = self.report_id
            material = material_of(
                self._interview,
                self._state,
                self._last,
                Wordings(self._store.choices(report) if report else {}, self._last_wordings),
                self._today(),
            )
            self._draft = make_draft(
                material, edits=self._store.edits(report) if report else {}, bank=self._bank
            )
        return self._draft

    def paragraph(self, paragraph_id: str) -> ParagraphView:
        """One paragraph with the origin of each sentence.

        Raises:
            KeyError: there is no such paragraph.
        """
        origins = Origins(self._interview, self._state, self._answers, self._bank)
        return desk.paragraph_view(self.draft(), paragraph_id, self._answers, origins)

    def edit_paragraph(self, paragraph_id: str, text: str) -> str:
        """Keep what a person wrote over a paragraph."""
        view = self.paragraph(paragraph_id)
        cleaned = "".join(line.strip() for line in text.splitlines())
        if cleaned == view.text:
            return "文字没有变化。"
        self._keep_wording()
        self._store.save_edit(self._report, paragraph_id, view.generated, cleaned, self._who)
        self._draft = None
        return f"已记下您改的“{view.label}”；以后数字变了，这一段会跟着更新。"

    def restore_paragraph(self, paragraph_id: str) -> None:
        """Back to the generated text; what the person wrote stays in the database."""
        self._store.drop_edit(self._report, paragraph_id, self._who)
        self._draft = None

    def export(self, path: Path, form: str = "md", tables: str = "html") -> Path:
        """Write the document, whole or not at all.

        Raises:
            OutputProblem: it could not be written.
        """
        write_file(path, self.draft().render(form, tables))
        self._keep_wording()
        return path

    def _keep_wording(self) -> None:
        """From the first edit or export on, a draft is under review: no other answer or larger bank rewords it."""
        self._store.save_choices(self._report, self.draft().narrative.choices)

    def suggested_name(self, form: str = "md") -> str:
        """A file name for the document; it says 草稿 while something is open."""
        return desk.file_name(self.draft(), form)

    # Plumbing

    @property
    def _report(self) -> int:
        if self.report_id is None:
            return self.create()
        return self.report_id

    def _current(self) -> Question | None:
        if self._opened and self._known(self._opened):
            return self._interview.question(self._opened)
        asked = (one for one in self._interview.relevant(self._state) if one.part == self._part)
        waiting = (one for one in asked if not self._interview.answered(one, self._state))
        return next(waiting, None) or self._interview.next(self._state)

    def _waits(self, question_id: str) -> bool:
        """A bookmark at a question that has its answer is stale: going on there would write over the answer."""
        question = next((one for one in self._interview.relevant(self._state) if one.id == question_id), None)
        return question is not None and not self._interview.answered(question, self._state)

    def _known(self, question_id: str) -> bool:
        return any(question.id == question_id for question in self._interview.relevant(self._state))

    def _view(self, question: Question) -> QuestionView:
        return showing.question_view(question, self._scene())

    def _scene(self) -> showing.Scene:
        return showing.Scene(
            self._interview, self._state, self._answers, self._last, self._bank, self._today()
        )

    def _reload(self) -> None:
        """Take everything anew from the journal."""
        self._answers = self._store.answers(self._report)
        self._state = self._interview.state(plain_answers(self._answers))
        self._opened = ""
        self._draft = None
        name, year = self._state.answers.get("unit.name"), self._state.year
        before = self._store.find(name, year - 1) if isinstance(name, str) and year else None
        self._last = self._interview.state(plain_answers(self._store.answers(before))) if before else None
        self._last_wordings = self._store.choices(before) if before else {}

    def _write(self, given: Iterable[Given], typed: str, source: Source = "typed") -> None:
        entries = [Entry(one.slot, typed, one.value, "implied" if one.implied else source) for one in given]
        self._store.record(self._report, entries, self._who)
        opened = self._opened
        self._reload()
        self._opened = opened

    def _zero(self, cells: Iterable[str]) -> int:
        values: dict[str, Value] = dict.fromkeys(cells, _ZERO)
        if values:
            self._write(self._interview.fill(values, plain_answers(self._answers)), "0")
        return len(values)

    def _accept(self, question: Question, reply: Accepted, typed: str) -> Outcome:
        emptied = {
            slot: None for slot in question.slots if slot not in reply.values and slot in self._answers
        }
        source: Source = "ticked" if any(slot.startswith("tick.") for slot in reply.values) else "typed"
        return self._record(
            question,
            {**reply.values, **emptied},
            typed,
            f"记下了：{reply.said}" if reply.said else "",
            source,
        )

    def _record(
        self, question: Question, values: Mapping[str, Value], typed: str, said: str, source: Source = "typed"
    ) -> Outcome:
        before = desk.bodies(self.draft())
        self._write(self._interview.entries(question, values, plain_answers(self._answers)), typed, source)
        self._opened = ""
        following = self._current()
        self._store.save_bookmark(self._report, following.id if following else "")
        after = desk.bodies(self.draft())
        changed = tuple(paragraph for paragraph, text in after.items() if before.get(paragraph) != text)
        kind: OutcomeKind = "accepted" if following else "done"
        return Outcome(
            kind, said or ("记下了。" if following else "都问完了。按 F4 通读，按 F5 导出。"), changed
        )

    def _obey(self, command: Command, question: Question) -> Outcome:
        if command.name == "help":
            return Outcome("help", question.help)
        if command.name == "back":
            return self._back(question)
        if command.name == "same":
            return self._same_as_last_year(question)
        return self._record(question, skipped(question), "跳过", "已跳过，以后随时可以再答。")

    def _back(self, question: Question) -> Outcome:
        asked = [
            one for one in self._interview.relevant(self._state) if one.slots[0] not in self._state.implied
        ]
        earlier = asked[: asked.index(question)] if question in asked else asked
        if not earlier:
            return Outcome("refused", "这已经是第一问了。")
        self.open_question(earlier[-1].id)
        return Outcome("back", "回到上一问；不改就直接按回车。")

    def _same_as_last_year(self, question: Question) -> Outcome:
        last = self._last.answers if self._last else {}
        values = {slot: last[slot] for slot in question.slots if last.get(slot) is not None}
        if not values:
            return Outcome("refused", f"这里没有去年的回答可以沿用，请直接填，例如：{question.example}。")
        said = f"按去年的记下：{showing.words(question, values)}。请核对。"
        return self._record(question, values, "同上年", said, "carried")

    def _moved(self, what: str, batch: Batch, *, reopen: bool) -> str:
        self._reload()
        owner = next((one for one in self._interview.questions if batch.slots[0] in one.slots), None)
        if owner is None:
            return f"{what}：表格里的 {len(batch.slots)} 格。"
        if reopen and self._known(owner.id):
            self._opened = owner.id
        return f"{what}：{owner.ask}"
