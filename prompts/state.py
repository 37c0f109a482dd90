"""What is known at one moment: the answers given, and everything that follows from them without asking.

One decision: what follows is worked out anew each time and never written over an answer. So an answer whose question
is no longer relevant is ignored, and is there again as soon as its question is.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

import msgspec

from prompts.question import Answers, Question, Value, When
from report.cells import Cells
from report.edition import Edition, edition_for
from report.problem import InputProblem
from report.tables import Figures, compute
from report.unit import (
    UNIT_KINDS,
    UnitKind,
    derive_short,
    guess_kind,
    guess_rules,
    names_guiding_thought,
)

_TABLES = ("T2.", "T3.", "T4.", "FEE6.")
_ROUNDS = 4
"""Implications may follow from implied answers; a chain longer than this would be a circle."""


class State(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Answers in force, and what conditions look at."""

    answers: Answers
    """Given answers that count, and implied ones."""
    implied: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Slot → id of the question whose answer it follows from."""

    @cached_property
    def kind(self) -> UnitKind | None:
        """Kind of unit, None while unknown."""
        answer = self.answers.get("unit.kind")
        return next((kind for kind in UNIT_KINDS if kind == answer), None)

    @cached_property
    def year(self) -> int | None:
        """Report year, None while unknown."""
        answer = self.answers.get("year")
        return int(answer) if isinstance(answer, Decimal) else None

    @cached_property
    def edition(self) -> Edition | None:
        """The edition of the form, None while the year is unknown."""
        if self.year is None:
            return None
        try:
            return edition_for(self.year)[0]
        except InputProblem:
            return None

    @cached_property
    def cells(self) -> Cells:
        """Answered cells with the units people chose."""
        numbers = {
            slot: answer
            for slot, answer in self.answers.items()
            if slot.startswith(_TABLES) and isinstance(answer, Decimal)
        }
        units = {
            slot.removesuffix(".unit"): answer
            for slot, answer in self.answers.items()
            if slot.startswith(_TABLES) and slot.endswith(".unit") and isinstance(answer, str)
        }
        return Cells(numbers, units)

    @cached_property
    def figures(self) -> Figures | None:
        """All numbers, None while the year is unknown."""
        return compute(self.edition, self.cells) if self.edition else None

    def asked_cells(self, prefix: str) -> tuple[str, ...]:
        """Ids of the asked cells of a table or row (``T3``, ``T2.REG``) in this edition."""
        if not self.edition:
            return ()
        return tuple(
            cell.id
            for cell in self.edition.cells
            if cell.asked and (cell.id == prefix or cell.id.startswith(prefix + "."))
        )

    def holds(self, when: When) -> bool:
        """Whether every condition named is met now."""
        return (
            (not when.kinds or self.kind in when.kinds)
            and (not when.editions or (self.edition is not None and self.edition.id in when.editions))
            and all(self.answers.get(slot) == wanted for slot, wanted in when.answers.items())
            and all(self._compare(comparison) for comparison in when.figures)
        )

    def _compare(self, comparison: str) -> bool:
        figure, sign, number = comparison.split()
        value = self.figures.value(figure) if self.figures else None
        if value is None:
            return False
        bound = Decimal(number)
        return value > bound if sign == ">" else value < bound if sign == "<" else value == bound

    def default(self, question: Question) -> str:
        """The derived answer that Enter accepts, or empty."""
        name = self.answers.get("unit.name")
        if not question.default or not isinstance(name, str):
            return ""
        if question.default == "kind":
            return guess_kind(name) or ""
        if question.default == "rules":
            return guess_rules(name)
        if question.default == "guiding":
            return ("写" if names_guiding_thought(name, self.kind) else "不写") if self.kind else ""
        return derive_short(name, self.kind) if self.kind else ""


def implied(question: Question, value: Value, state: State) -> Mapping[str, Value]:
    """What follows from answering ``question`` with ``value``: slot → answer."""
    follows: dict[str, Value] = {}
    for implication in question.implies:
        if implication.answer != value or isinstance(implication.answer, bool) != isinstance(value, bool):
            continue
        follows.update(implication.slots)
        if implication.zero:
            follows.update(dict.fromkeys(state.asked_cells(implication.zero), Decimal(0)))
    return follows


def settle(questions: tuple[Question, ...], given: Answers) -> State:
    """Work out which of the given answers count now, and what follows from them."""
    state = State(given)
    owners = {slot: question for question in questions for slot in question.slots}
    for _ in range(_ROUNDS):
        counting = {
            slot: answer
            for slot, answer in given.items()
            if slot.startswith(_TABLES) or slot not in owners or state.holds(owners[slot].when)
        }
        follows: dict[str, Value] = {}
        reasons: dict[str, str] = {}
        for question in questions:
            slot = question.slots[0]
            if slot not in follows and slot not in counting:
                continue
            more = implied(question, follows.get(slot, counting.get(slot)), state)
            follows.update(more)
            reasons.update(dict.fromkeys(more, question.id))
        _filled_gates(questions, _next(state, {**counting, **follows}), follows, reasons)
        settled = _next(state, {**counting, **follows}, reasons)
        if settled.answers == state.answers:
            return settled
        state = settled
    return state


def _next(before: State, answers: Answers, reasons: Mapping[str, str] | None = None) -> State:
    """The state of these answers; what was added up for the same numbers is not added up again."""
    state = State(answers, reasons or {})
    if state.edition is before.edition and state.cells == before.cells:
        vars(state)["figures"] = before.figures
    return state


def _filled_gates(
    questions: tuple[Question, ...], state: State, follows: dict[str, Value], reasons: dict[str, str]
) -> None:
    """A table that is filled already answers the question whether there is anything to fill in."""
    for question in questions:
        slot = question.slots[0]
        if question.kind != "yesno" or not question.table or slot in state.answers:
            continue
        if state.figures and state.figures.known(question.table):
            follows[slot] = not state.figures.is_zero(question.table)
            reasons[slot] = f"table.{question.table}"
