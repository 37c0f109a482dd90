"""What is heard at a question: the question with what is known of it, and what a sentence says beyond it.

One decision: nothing here records anything; what was heard is confirmed in `conversation`.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant import showing
from assistant.last_asked import MEASURES, about_it, asks, still_asked
from assistant.ledger import problems_of
from assistant.looked_at import LookedAt
from assistant.meant import meant
from assistant.remarks import remark
from assistant.views import Proposal, ProposalLine, QuestionView
from db.store import Answer
from prompts.question import Question, Value
from report.cells import plain
from report.lazily import pattern
from report.years import year_due

if TYPE_CHECKING:
    from assistant.mending import Report

_NAME = "unit.name"
_LAST_PROBLEMS = "last.problems"
_BLANKS = pattern(r"(?<=[0-9０-９件个起项])[ \u3000]+(?=[\u4e00-\u9fff])")
"""许可12 处罚3 其余都是0: at a table a blank behind a number is a comma."""
_ANSWERS: Mapping[str, str] = {"T3": "都是个人", "T4": "维持", "T2": "本年制发"}
"""What settles most of what sentences leave open, by table."""

_AT_A_GLANCE = 4
_WITH_NUMBERS = frozenset({"yesno", "number", "note", "ticks", "table"})
"""Kinds of questions whose answers hold numbers; names may hold letters."""


class Hearing(LookedAt):
    """Questions as they stand, and sentences as they are understood."""

    def propose(self, typed: str) -> Proposal | None:
        """What a sentence says beyond the current question, to be confirmed; None for an ordinary `reply`.

        Nothing is recorded. Ask it first with whatever is typed; show the lines; Enter means `confirm`, 不 means
        `decline`, and anything else is a new sentence to propose.
        """
        from assistant import breath  # noqa: PLC0415  reading loads when there is something to read

        question = self._current()
        if question is not None and (settled := self._against(question, typed)):
            return settled
        if found := self._corrected(question, typed):
            return found
        if looked := self._looked_at(question, typed):
            return looked
        if question is None:
            return None
        if mixed := self._letters_for_digits(question, typed):
            return mixed
        said = meant(typed, question.field)
        tries = (said, _BLANKS.sub("，", said)) if question.table else (said,)
        read = (breath.propose(question, each, self._state, self._interview) for each in dict.fromkeys(tries))
        found = next(filter(None, read), None)
        return replace(found, typed=typed) if found else None

    def _against(self, question: Question, typed: str) -> Proposal | None:
        """Which of two numbers stands, where that is what is asked: before any correction, for 应该是15件 answers it."""
        if not question.table or not self._state.answers.get(f"asked.{question.table}"):
            return None
        from assistant.against import settled  # noqa: PLC0415  few sentences leave anything to be asked
        from assistant.waiting import waiting  # noqa: PLC0415

        asked = waiting(question, self._state)
        return settled(question, typed, asked, self._state) if asked else None

    def place_of_early(self, typed: str) -> str:
        """Where a sentence about the year belongs that came while who the unit is is still being asked; else empty."""
        from assistant.early import place_for  # noqa: PLC0415  few sentences come early

        question = self._current()
        return place_for(question, typed, self._state, self._interview) if question else ""

    def _letters_for_digits(self, question: Question, typed: str) -> Proposal | None:
        """许可1o件: what it says with digits in it, to be confirmed; None where no letter stands for a digit."""
        from prompts.lookalikes import digits_meant, with_digits  # noqa: PLC0415
        from prompts.replies import Accepted, parse  # noqa: PLC0415  replies are read once there is one

        mixed = digits_meant(typed) if question.kind in _WITH_NUMBERS else ()
        if not mixed:
            return None
        right = with_digits(typed)
        asked = tuple(
            ProposalLine("数", f"“{letters}”是 {digits} 吗？", typed.strip(), hint=True)
            for letters, digits in dict.fromkeys(mixed)
        )
        if (told := self.propose(right)) is not None:
            return replace(told, typed=typed, line=told.line or right, lines=(*asked, *told.lines))
        reply = parse(question, right, self._state, this_year=self._today().year)
        if not isinstance(reply, Accepted):
            return None
        taken = ProposalLine("记下", right.strip(), typed.strip())
        return Proposal(question.id, typed, (*asked, taken), "", self._beside(question, reply.values), right)

    def _beside(self, question: Question, values: Mapping[str, Value]) -> Mapping[str, Value]:
        """Lines written at a tick list stand beside what stands there."""
        before = self._state.answers.get(question.slots[-1]) if question.kind == "ticks" else None
        lines = values.get(question.slots[-1])
        if not isinstance(before, tuple) or not isinstance(lines, tuple):
            return values
        return {**values, question.slots[-1]: tuple(dict.fromkeys((*before, *lines)))}

    def supplement(self, proposal: Proposal, typed: str) -> Proposal | None:
        """The proposed sentence with words that answer what it left open; None when they are something else."""
        from assistant.supplement import supplement  # noqa: PLC0415  as reading

        return supplement(proposal, typed, self.propose) if proposal.questions else None

    def _view(self, question: Question) -> QuestionView:
        view = showing.question_view(question, self._scene())
        if not view.last_year and (before := self._last_answers(question)):
            view = replace(view, last_year=showing.words(question, before))
        if pending := self._pending(question):
            return replace(view, pending=pending, example=_ANSWERS.get(question.table, view.example))
        return replace(view, remark=remark(question, self._state) or asks(self._last_year_asked(question)))

    def _last_year_asked(self, question: Question) -> tuple[str, ...]:
        """Last year's problems that are still to be answered at this question."""
        known = question.id == MEASURES and bool(self._state.answers.get("last_year.problems"))
        return still_asked(self.draft()) if known else ()

    def _of_last_year(self, question: Question, said: str) -> str:
        """已改，每周推3次, with the problem of last year named that was asked about."""
        asked = self._last_year_asked(question)
        return about_it(said, asked[0]) if asked else said

    def _last_answers(self, question: Question) -> Mapping[str, Value]:
        """What last year's report answers to a question; the name, by which that report is found, comes from the latest."""
        last = self._last.answers if self._last else {}
        if question.id == _LAST_PROBLEMS:
            named = problems_of(self._last) if self._last else ()
            return {question.slots[0]: named} if named else {}
        if question.id != _NAME:
            return {slot: last[slot] for slot in question.slots if last.get(slot) is not None}
        rows = [row for row in self._store.reports() if row.unit_name and row.id != self.report_id]
        newest = {
            row.unit_name: max(each.year or 0 for each in rows if each.unit_name == row.unit_name)
            for row in rows
        }
        due = (name for name, year in newest.items() if 0 < year < year_due(self._today()))
        return {_NAME: name} if not self._answers.get(_NAME) and (name := next(due, "")) else {}

    def _current(self) -> Question | None:
        """The question a person opened; else that of a table of which a sentence left something to be asked."""
        if not (self._opened and self._known(self._opened)):
            for question in self._interview.relevant(self._state):
                if self._pending(question):
                    return question
        return super()._current()

    def _pending(self, question: Question) -> str:
        if not question.table or not self._state.answers.get(f"asked.{question.table}"):
            return ""
        from assistant.waiting import waiting  # noqa: PLC0415  few sentences leave anything to be asked

        left = waiting(question, self._state)
        return left.sentence if left else ""

    def _corrected(self, question: Question | None, typed: str) -> Proposal | None:
        """刚才说错了，是7件: what the words change of an earlier answer."""
        from assistant import breath  # noqa: PLC0415
        from assistant.correcting import correction, told_again  # noqa: PLC0415

        if self.report_id is None:
            return None
        said, here = correction(typed), question.id if question else ""
        if said is not None and said.items:
            from assistant.mending import mend  # noqa: PLC0415

            return mend(said, self._told(), here, typed)
        again, before = told_again(typed), self._answered_last()
        if not again or before is None or question is None or said is not None:
            return None
        told = breath.propose(before, again, self._state, self._interview)
        return replace(told, typed=typed) if told and not told.rest else None

    def _told(self) -> "Report":
        """All numbers of the report, for a correction to be looked up in."""
        from assistant.mending import Report  # noqa: PLC0415

        latest = max((answer.batch for answer in self._answers.values()), default=0)
        relevant = self._interview.relevant(self._state)
        return Report(relevant, self._answers, self._state.answers, self.edition, latest)

    def _told_last(self) -> Mapping[str, Answer]:
        """What the last reply answered, by slot."""
        latest = max((answer.batch for answer in self._answers.values()), default=0)
        return {
            slot: answer
            for slot, answer in self._answers.items()
            if answer.batch == latest and answer.source != "implied"
        }

    def _numbers_told(self) -> str:
        """The numbers of the last reply with their places, as far as a person takes them in at a glance."""
        cells = {slot: one.value for slot, one in self._told_last().items() if slot in self.edition.cell_ids}
        told = [
            f"“{self.edition.cell(slot).label.partition(' ')[2]}”{plain(number)}"
            for slot, number in cells.items()
            if isinstance(number, Decimal) and number
        ]
        return "、".join(told) if len(told) <= _AT_A_GLANCE else ""

    def _answered_last(self) -> Question | None:
        """The question that the last reply answered, if it still applies; of cells their table's."""
        slots = self._told_last()
        tables = {slot.partition(".")[0] for slot in slots if slot in self.edition.cell_ids}
        relevant = self._interview.relevant(self._state)
        owner = (one for one in relevant if slots.keys() & {*one.slots})
        table = (one for one in relevant if one.kind == "table" and one.table in tables)
        return next(table, None) or next(owner, None)
