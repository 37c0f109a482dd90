"""A case file brought into the database: what it says become answers, as if a person had given them one by one.

One decision: nothing that stands in the database is written over unless that was asked for, and then in one step that
can be taken back whole. What the file does not say is not claimed: a question that has to be answered stays open, one
that may be passed over counts as looked at.
"""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace as with_parts

from assistant.assistant import Assistant
from assistant.case import case_of_material
from assistant.case_answers import said_in
from assistant.drafting import CHECKED
from assistant.history import CASE
from assistant.ledger import plain_answers
from db.store import Entry
from phrasebank.material import Material
from prompts.interview import Interview
from prompts.question import Value
from report.document import PARAGRAPHS
from report.problem import InputProblem
from report.readers.case_file import CaseEdit, CaseFile
from report.writers.case_yaml import write_case

_KEPT = ("wording.", "style.")
"""What a person asked of the text; a case says nothing about it."""


class Imported(msgspec.Struct, frozen=True):
    """What became of a case."""

    report: int
    replaced: bool
    """It took the place of answers that stood there."""
    changed: bool
    """False where the report said the same already."""
    open_questions: int
    """How many questions are still to be answered."""
    last_year_differs: bool
    """Last year's report stands in the database with other numbers than the case gives; those of the report count."""


class Clerk(Assistant):
    """An assistant that also takes cases as reports of its database, and gives reports as cases."""

    def case_text(self) -> str:
        """The open report as the text of a case file: its answers, what was written over the draft, what was looked at.

        Raises:
            InputProblem: its unit or its year is not answered yet.
        """
        if not (self._state.answers.get("unit.name") and self._state.kind and self._state.year):
            raise InputProblem(
                "单位全称、单位类别或年度还没有答，写不成案卷", right="先答“基本情况”里的这三问"
            )
        edits = self._store.edits(self.report_id) if self.report_id else {}
        case = with_parts(
            case_of_material(self._material()),
            edited={
                name: CaseEdit(edits[name].base, edits[name].text) for name in PARAGRAPHS if name in edits
            },
            checked={
                slot.removeprefix(CHECKED): value
                for slot, value in self._state.answers.items()
                if slot.startswith(CHECKED) and isinstance(value, str)
            },
        )
        return write_case(case)

    @property
    def material(self) -> Material:
        """All that the open report is written from."""
        return self._material()

    @property
    def edited_paragraphs(self) -> int:
        """How many paragraphs a person wrote over."""
        return len(self._store.edits(self.report_id)) if self.report_id else 0

    def bring_in(self, case: CaseFile, source: str, *, replace: bool = False) -> Imported:
        """Make a report of a case and open it.

        Args:
            case: The case.
            source: How its file is called, for the history of the answers.
            replace: Put it in the place of the report of this unit and year, if there is one.

        Raises:
            InputProblem: there is one, and ``replace`` was not said.
        """
        there = self._store.find(case.unit.name, case.year)
        if there and not replace:
            raise InputProblem(
                f"数据库里已经有{case.unit.name}{case.year}年的报告（编号 {there}），没有收入",
                right="加上 --replace，用案卷换掉里面的回答（进去以后按 Ctrl+Z 可以换回来）",
            )
        answers = said_in(case, self._interview)
        before = plain_answers(self._store.answers(there)) if there else {}
        answers = {**_looked_at(self._interview, answers), **answers}
        answers |= _emptied(self._interview, answers, before)
        changed = {slot: value for slot, value in answers.items() if before.get(slot, ...) != value}
        typed = f"{CASE}{source}"
        with self._store.together():
            report = there or self._store.create_report()
            for batch in [changed] if there else _by_question(self._interview, changed):
                if batch:
                    entries = [Entry(slot, typed, value) for slot, value in batch.items()]
                    self._store.record(report, entries, self._who, "pasted")
            edited = self._write_over(report, case)
        self.select(report)
        waiting = [
            one
            for one in self._interview.relevant(self._state)
            if not self._interview.answered(one, self._state)
        ]
        told = case.last_year.cells.numbers if case.last_year else {}
        kept = self._last.cells.numbers if self._last else told
        differs = any(kept.get(cell) != number for cell, number in told.items())
        return Imported(report, bool(there), bool(changed or edited), len(waiting), differs)

    def _write_over(self, report: int, case: CaseFile) -> int:
        """Paragraphs as the case has them written over; how many changed. The others stay as they are."""
        there = self._store.edits(report)
        mine = {name: (edit.base, edit.text) for name, edit in there.items()}
        new = {name: edit for name, edit in case.edited.items() if mine.get(name) != (edit.base, edit.text)}
        for name, edit in new.items():
            self._store.save_edit(report, name, edit.base, edit.text, self._who)
        return len(new)


def _looked_at(interview: Interview, answers: Mapping[str, Value]) -> dict[str, Value]:
    """Questions that may be passed over and of which the case says nothing."""
    state = interview.state(answers)
    return {
        slot: None
        for question in interview.relevant(state)
        if question.optional and not interview.answered(question, state)
        for slot in question.slots
    }


def _emptied(
    interview: Interview, answers: Mapping[str, Value], before: Mapping[str, Value]
) -> dict[str, Value]:
    """What stood there and the case does not say: emptied, and asked again where it has to be answered."""
    gone: dict[str, Value] = {
        slot: False if slot.startswith("again.") else None
        for slot in before
        if slot not in answers and not slot.startswith(_KEPT)
    }
    state = interview.state({**answers, **gone})
    again: dict[str, Value] = {
        f"again.{question.id}": True
        for question in interview.relevant(state)
        if not question.optional and any(slot in gone for slot in question.slots)
        if interview.skipped(question, state)
    }
    return gone | again


def _by_question(interview: Interview, answers: Mapping[str, Value]) -> list[dict[str, Value]]:
    """Answers in steps as a person gives them: one a question, the cells of a table with its gate."""
    owners = {slot: question.id for question in interview.questions for slot in question.slots}
    steps: dict[str, dict[str, Value]] = {}
    for slot, value in answers.items():
        table = slot.partition(".")[0]
        step = owners.get(slot) or (f"gate.{table}" if f"gate.{table}" in owners else "last.problems")
        steps.setdefault(step, {})[slot] = value
    return [steps[question.id] for question in interview.questions if question.id in steps]
