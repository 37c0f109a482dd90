"""One report open at a time: its answers as they stand, and the draft they give, kept until the next answer.

Everything an answer changes goes through here once: `_write` puts it into the journal before anything is said, and
`_reload` takes all that is known anew from the journal.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache, partial
from pathlib import Path

from msgspec.structs import replace

from assistant import desk, showing
from assistant.drafting import CHECKED, Draft, make_draft
from assistant.edited import Before
from assistant.ledger import Wordings, last_year_of, material_of, plain_answers, wordings_of
from assistant.origins import Origins, waiting_words
from assistant.shelf import Shelf
from db.store import Answer, Edit, Entry, Source, Store
from phrasebank.material import Material
from prompts.interview import Given, Interview
from prompts.question import Question
from prompts.state import State
from report.edition import Edition, edition_for
from report.last_year import last_year_figures
from report.problem import InputProblem, StoreProblem
from report.tables import Figures, compute
from report.years import year_due

_NOT_STORED = 0
"""Stands for the report that was begun and of which nothing is stored yet."""


class Session(Shelf):
    """The report that is open."""

    def __init__(
        self, store: Store, who: str, today: Callable[[], date], phrases: Sequence[Path] = ()
    ) -> None:
        """Use `open`."""
        super().__init__(store, who, today, phrases)
        self._interview = Interview()
        self.report_id: int | None = None
        self._answers: Mapping[str, Answer] = {}
        self._state = self._interview.state({})
        self._last: State | None = None
        self._last_wordings: Mapping[str, int] = {}
        self._last_of: tuple[str, int, int] | None = None
        """Unit, year and the last step elsewhere that what is known of last year was read for."""
        self._opened = ""
        self._part = ""
        """The part a person chose to work on; its open questions come before all others."""
        self._draft: Draft | None = None

    def create(self) -> int:
        """Begin a report and open it."""
        report = self._store.create_report()
        self.select(report)
        return report

    def begin(self) -> None:
        """A new report is open; it is stored with the first thing said, so that nobody finds empty ones later."""
        self.report_id, self._part, self._opened = _NOT_STORED, "", ""
        self._answers, self._state = {}, self._interview.state({})
        self._last, self._last_wordings, self._last_of, self._draft = None, {}, None, None

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
        self.report_id, self._part, self._last_of = report_id, "", None
        self._reload()
        bookmark = self._store.bookmark(report_id)
        self._opened = bookmark if bookmark and self._waits(bookmark) else ""

    @property
    def edition(self) -> Edition:
        """The form of the report's year; of the newest year while it is not answered."""
        return edition_for(self._state.year or year_due(self._today()))[0]

    @property
    def figures(self) -> Figures:
        """All numbers of the tables."""
        return self._state.figures or compute(self.edition, self._state.cells)

    @property
    def last_figures(self) -> Figures | None:
        """Last year's numbers, when last year's report is in the database."""
        last_year = last_year_of(self._state, self._last)
        return last_year_figures(last_year, self._state.year) if last_year and self._state.year else None

    def draft(self) -> Draft:
        """The draft as it stands, made once for each state of the answers."""
        if self._draft is None:
            edits = self._store.edits(self.report_id) if self.report_id else {}
            material, before = self._material(), self._before(edits)
            said = self._state.answers.items()
            checked = frozenset(slot for slot, value in said if slot.startswith(CHECKED) and value)
            make = partial(
                make_draft,
                edits=edits,
                before=before,
                earlier=self._edited_over,
                bank=self._bank,
                checked=checked,
            )
            draft = make(material)
            if known := self._known_by_now(draft):
                notes = tuple(note for note in material.notes if note.text not in known)
                draft = make(replace(material, notes=notes))
            if any(answer.source == "carried" for answer in self._answers.values()):
                from assistant.carried import with_carried  # noqa: PLC0415  few reports take anything over

                draft = with_carried(draft, self._interview.relevant(self._state), self._answers, checked)
            self._draft = draft
            self._prepared = True
        return self._draft

    def _edited_over(self, paragraph: str) -> tuple[Edit, ...]:
        """The edits of a paragraph that stand: those since it was last given back to the program."""
        standing = [one for one in self._store.edit_history(self._report, paragraph) if not one.undone]
        dropped = [at for at, one in enumerate(standing, 1) if not one.text]
        return tuple(standing[dropped[-1] if dropped else 0 :])

    def _known_by_now(self, draft: Draft) -> frozenset[str]:
        """Words left at a table that make no sentence, once the table knows what they said."""
        if not any(slot.startswith("left.") for slot in self._state.answers):
            return frozenset()
        from assistant.left_over import known_by_now  # noqa: PLC0415  few sentences leave anything

        unread = {waiting_words(text) for text in draft.unread}
        return known_by_now(self._state) & unread

    def _before(self, edits: Mapping[str, Edit]) -> Before:
        """What the answers that stood at an edit give in today's length and wordings."""

        @cache
        def written(step: int) -> Mapping[str, str]:
            from phrasebank.compose import compose  # noqa: PLC0415  nothing is edited before it is written

            then = plain_answers(self._store.answers(self._report, step))
            said = {slot: value for slot, value in then.items() if not desk.work_of(slot)}
            asked = {slot: value for slot, value in self._state.answers.items() if desk.work_of(slot)}
            made = compose(self._material(self._interview.state({**said, **asked})), self._bank)
            return {paragraph.id: paragraph.body for paragraph in made.paragraphs}

        def of(paragraph: str) -> str | None:
            step = edits[paragraph].step
            return written(step).get(paragraph) if step is not None else None

        return of

    def _material(self, state: State | None = None) -> Material:
        """What a draft is made of: the answers as they stand, or other ones."""
        drawn = self._store.choices(self.report_id) if self.report_id else {}
        wordings = Wordings(wordings_of(drawn, self._state), self._last_wordings)
        return material_of(self._interview, state or self._state, self._last, wordings, self._today())

    @property
    def _origins(self) -> Origins:
        return Origins(self._interview, self._state, self._answers, self._bank, self.edition)

    # Plumbing

    @property
    def _report(self) -> int:
        if not self.report_id:
            self.report_id = self._store.create_report()
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

    def _scene(self) -> showing.Scene:
        return showing.Scene(
            self._interview, self._state, self._answers, self._last, lambda: self._bank, self._today()
        )

    def _reload(self) -> None:
        """Take everything anew from the journal."""
        self._answers = self._store.answers(self._report)
        self._state = self._interview.state(plain_answers(self._answers))
        self._opened = ""
        self._draft = None
        name, year = self._state.answers.get("unit.name"), self._state.year
        named = (
            (name, year, self._store.last_elsewhere(self._report)) if isinstance(name, str) and year else None
        )
        if named is None or named != self._last_of:
            self._read_last(named)

    def _read_last(self, named: tuple[str, int, int] | None) -> None:
        """Last year's report of the same unit, if the file has it."""
        self._last_of = named
        before = self._store.find(named[0], named[1] - 1) if named else None
        self._last = self._interview.state(plain_answers(self._store.answers(before))) if before else None
        drawn = self._store.choices(before) if before else {}
        self._last_wordings = wordings_of(drawn, self._last) if self._last else {}

    def _write(self, given: Iterable[Given], typed: str, source: Source = "typed") -> None:
        self._append(
            [Entry(one.slot, typed, one.value, "implied" if one.implied else source) for one in given]
        )

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """One wait for the disk; when it refuses, all is known again as it stands there."""
        _ = self._report  # a report just begun is stored first: what is refused must not take it along
        try:
            with self._store.together():
                yield
        except StoreProblem:
            self._reload()
            raise

    def _append(self, entries: Sequence[Entry]) -> None:
        """One batch into the journal; the question stays where it is."""
        self._store.record(self._report, entries, self._who)
        opened = self._opened
        self._reload()
        self._opened = opened
