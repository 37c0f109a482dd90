"""The order of the conversation: what is asked next, what is done, and what a changed answer makes doubtful.

One decision: the interview keeps nothing. It looks at the answers each time, so going back, changing an answer and
coming back after a week are all the same thing to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from prompts.question import Answers, PartForm, Question, Value, load_parts
from prompts.state import State, settle

PartStatus = Literal["done", "open", "untouched"]
_AGAIN = "again."
"""``again.<question id>`` is true while a question is to be asked again because an earlier answer changed."""


class Part(msgspec.Struct, frozen=True):
    """How far one part of the task list is."""

    key: str
    label: str
    section: str
    done: int
    total: int
    skipped: int
    """Questions left open on purpose; they count as done."""
    status: PartStatus


class Given(msgspec.Struct, frozen=True):
    """One entry for the journal."""

    slot: str
    value: Value
    implied: bool = False
    """True when the person did not say it: it follows from what they said."""


class Interview:
    """All questions in order, and the rules by which they are asked."""

    def __init__(self, parts: Sequence[PartForm] | None = None) -> None:
        """Take the shipped questions, or those of a test."""
        self.parts = tuple(parts if parts is not None else load_parts())
        self.questions = tuple(question for part in self.parts for question in part.questions)
        self._by_id = {question.id: question for question in self.questions}

    def question(self, question_id: str) -> Question:
        """The question of this id; KeyError when there is none."""
        return self._by_id[question_id]

    def state(self, answers: Answers) -> State:
        """What is in force, from the current answers of the journal."""
        return settle(self.questions, answers)

    def relevant(self, state: State) -> tuple[Question, ...]:
        """The questions that apply to this unit, year and answers, in order."""
        return tuple(question for question in self.questions if state.holds(question.when))

    def next(self, state: State) -> Question | None:
        """The first question that is relevant and unanswered; None when all is answered or left open."""
        return next(
            (question for question in self.relevant(state) if not self.answered(question, state)), None
        )

    def answered(self, question: Question, state: State) -> bool:
        """Whether a question needs no asking: answered, implied, or left open on purpose."""
        if state.answers.get(_AGAIN + question.id) is True:
            return False
        if question.kind == "table" and question.slots[0] not in state.answers:
            figures = state.figures
            claimed = state.answers.get(f"gate.{question.table}") is True
            return (
                figures is not None
                and figures.known(question.table)
                and not (claimed and figures.is_zero(question.table))
            )
        return any(slot in state.answers for slot in question.slots)

    def skipped(self, question: Question, state: State) -> bool:
        """Whether a question was looked at and left open."""
        here = [slot for slot in question.slots if slot in state.answers]
        return bool(here) and all(state.answers[slot] is None for slot in here)

    def progress(self, state: State) -> tuple[Part, ...]:
        """How far each part is; parts without a relevant question are left out."""
        parts = []
        for form in self.parts:
            asked = [question for question in form.questions if state.holds(question.when)]
            if not asked:
                continue
            done = [question for question in asked if self.answered(question, state)]
            looked_at = [question for question in done if question.slots[0] not in state.implied]
            status: PartStatus = "done" if len(done) == len(asked) else "open" if looked_at else "untouched"
            skipped = sum(self.skipped(question, state) for question in done)
            parts.append(Part(form.key, form.label, form.section, len(done), len(asked), skipped, status))
        return tuple(parts)

    def stale_after(self, before: State, after: State) -> tuple[str, ...]:
        """Slots whose answer was derived from something that has changed, so that they are asked again.

        Nothing is forgotten: the old answer stays and is offered. Questions that have become relevant without an
        answer are not named; `next` finds them anyway.
        """
        return tuple(
            question.slots[0]
            for question in self.relevant(after)
            if question.default
            and question.slots[0] in before.answers
            and before.default(question)
            and before.default(question) != after.default(question)
            and before.answers[question.slots[0]] != after.default(question)
        )

    def entries(self, question: Question, values: Mapping[str, Value], answers: Answers) -> tuple[Given, ...]:
        """Everything to record, in one batch, when ``values`` answer ``question``.

        Besides the values: the mark of a question asked again is taken off, questions made doubtful get one, and a
        gate opens when a number is filled into its table.
        """
        given = [Given(slot, value) for slot, value in values.items()]
        given += self._opened_gates(values, answers)
        if answers.get(_AGAIN + question.id) is True:
            given.append(Given(_AGAIN + question.id, value=False, implied=True))
        after = self.state({**answers, **{entry.slot: entry.value for entry in given}})
        owners = {slot: other.id for other in self.questions for slot in other.slots}
        again = (owners[slot] for slot in self.stale_after(self.state(answers), after) if slot not in values)
        given += [Given(_AGAIN + question_id, value=True, implied=True) for question_id in again]
        return tuple(given)

    def _opened_gates(self, values: Mapping[str, Value], answers: Answers) -> list[Given]:
        """Somebody who said 没有 and then fills in a number has changed their mind about the table.

        Only about that number: the zeros that followed from 没有 were said with it and stay, as answers of their own;
        not so where the same sentence leaves something to be asked of the table.
        """
        filled = sorted(
            {
                slot.split(".")[0]
                for slot, value in values.items()
                if isinstance(value, Decimal) and value and "." in slot
            }
        )
        closed = [table for table in filled if answers.get(f"gate.{table}") is False]
        opened = [
            Given(f"gate.{table}", value=True, implied=True)
            for table in closed
            if f"gate.{table}" not in values
        ]
        whole = [table for table in closed if not values.get(f"asked.{table}")]
        return opened + [zero for table in whole for zero in self._said_zeros(table, values, answers)]

    def _said_zeros(self, table: str, values: Mapping[str, Value], answers: Answers) -> Iterator[Given]:
        state = self.state(answers)
        for slot in state.asked_cells(table):
            if state.implied.get(slot) == f"gate.{table}" and slot not in values:
                yield Given(slot, state.answers[slot], implied=True)

    def fill(self, values: Mapping[str, Value], answers: Answers) -> tuple[Given, ...]:
        """Everything to record when cells are filled in the grid, outside the conversation."""
        return (*(Given(slot, value) for slot, value in values.items()), *self._opened_gates(values, answers))
