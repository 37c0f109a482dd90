"""From answers to the material of a draft: which slot means what, in one place.

A unit or year not yet answered is shown as an open place, so that the draft can be looked at from the first answer on.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from assistant.jotting import note_of
from assistant.meant import meant
from db.store import Answer
from phrasebank.material import LENGTHS, Length, Material, Style
from phrasebank.reading import TABLE, About, Note, final_words
from prompts.interview import Interview
from prompts.question import Question, Value
from prompts.state import State
from report.cells import Cells
from report.edition import edition_for
from report.last_year import LastYear, last_year_edition
from report.tables import compute
from report.unit import Contact, Unit, UnitKind, derive_short
from report.years import year_due

LENGTH = "style.length"
"""Slot of the length a person chose; 中 while nobody has."""
WORDING = "wording."
"""``wording.<choice>`` is the wording a person asked for; it stands over the drawn one."""
LAST_YEAR = "last_year."
"""``last_year.T3.R25.C1`` is a number of last year's report, where that report is not in the database."""
UNKNOWN_NAME = "【待补：单位全称】"
UNKNOWN_KIND: UnitKind = "department"


def plain_answers(answers: Mapping[str, Answer]) -> dict[str, Value]:
    """Slot → value, without who and when."""
    return {slot: answer.value for slot, answer in answers.items()}


class Wordings(msgspec.Struct, frozen=True):
    """Which wording of which phrase, by phrase id."""

    chosen: Mapping[str, int] = msgspec.field(default_factory=dict)
    """In this report, since its first review."""
    last_year: Mapping[str, int] = msgspec.field(default_factory=dict)
    """In last year's report: drawn last, so that the text is not last year's again."""


def length_of(state: State) -> Length:
    """How long the person wants the text."""
    chosen = state.answers.get(LENGTH)
    return next((length for length in LENGTHS if length == chosen), "中")


def wordings_of(drawn: Mapping[str, int], state: State) -> dict[str, int]:
    """The wordings of one report: those kept since its first review, and over them those a person asked for.

    Args:
        drawn: What the database keeps, by `kept_name`; a text of another length has drawings of its own.
        state: The answers, which hold what a person asked for.
    """
    mine = kept_name("", length_of(state))
    kept = {
        name.removeprefix(mine): index
        for name, index in drawn.items()
        if name.startswith(mine) and ("/" in name) == bool(mine)
    }
    asked = {
        slot.removeprefix(WORDING): int(value)
        for slot, value in state.answers.items()
        if slot.startswith(WORDING) and isinstance(value, Decimal)
    }
    return {**kept, **asked}


def kept_name(choice: str, length: Length) -> str:
    """Under what name the drawn wording of a choice is kept: a text of another length draws anew."""
    return choice if length == "中" else f"{length}/{choice}"


def material_of(
    interview: Interview, state: State, last: State | None, wordings: Wordings, today: date
) -> Material:
    """Everything the answers give for a draft.

    Args:
        interview: The questions, for the order of the notes.
        state: This year's answers.
        last: Last year's answers, if last year's report is in the database.
        wordings: Wordings chosen before, and last year's.
        today: For the report year while nobody has answered it: reports are for the year before.
    """
    year = state.year or year_due(today)
    edition = edition_for(year)[0]
    return Material(
        unit=unit_of(state),
        year=year,
        edition=edition,
        figures=state.figures or compute(edition, state.cells),
        notes=notes_of(interview, state),
        last_year=last_year_of(state, last),
        choices=wordings.chosen,
        avoid={phrase: frozenset({variant}) for phrase, variant in wordings.last_year.items()},
        style=Style(length=length_of(state), guiding=_guiding(state)),
    )


def _guiding(state: State) -> bool | None:
    """Whether the guiding thought is to be named, if somebody said so."""
    value = state.answers.get("unit.guiding")
    return value if isinstance(value, bool) else None


def unit_of(state: State) -> Unit:
    """The unit as far as it is known."""
    name = _text(state, "unit.name") or UNKNOWN_NAME
    kind = state.kind or UNKNOWN_KIND
    superiors = state.answers.get("unit.superiors")
    parts = ("address", "postcode", "phone", "website")
    return Unit(
        name=name,
        short=_text(state, "unit.short") or derive_short(name, kind),
        kind=kind,
        superiors=superiors if isinstance(superiors, tuple) else (),
        contact=Contact(*(_text(state, f"unit.contact.{part}") for part in parts)),
    )


def notes_of(interview: Interview, state: State) -> tuple[Note, ...]:
    """Every line people typed or ticked, by field, in the order of the questions that apply now.

    没有 is a line too, where the question says what it stands for: it was answered, and a skipped one was not.
    """
    return tuple(
        note_of(meant(line, field), field, about)
        for question in interview.relevant(state)
        for field, lines, about in _said_at(question, state)
        for line in lines
    )


def _said_at(question: Question, state: State) -> Iterator[tuple[str, tuple[str, ...], About]]:
    """The lines of one question, by field, and what they are about; at a table's, the words that were left there."""
    for slot in question.slots:
        if slot.startswith(("note.", "tick.")):
            yield question.field, _lines(state, slot) or _nothing(state, slot, question), question.about
    if question.table:
        if not state.answers.get(f"left.{question.table}"):
            return
        from assistant.left_over import FIELDS, left_at  # noqa: PLC0415  few sentences leave anything

        yield FIELDS[question.table], left_at(question, state), TABLE


def _nothing(state: State, slot: str, question: Question) -> tuple[str, ...]:
    return (question.nothing,) if question.nothing and state.answers.get(slot) == () else ()


def last_year_of(state: State, last: State | None) -> LastYear | None:
    """Last year's numbers, from last year's report in the same database, and the problems it named.

    Where that report is not there, the numbers count that came with a case. The problems a person names this year go
    before those found there.
    """
    said = tuple(final_words(line) or line for line in _lines(state, "last_year.problems"))
    problems = said or (problems_of(last) if last else ())
    if last is not None:
        return LastYear(cells=last.cells, problems=problems)
    brought = _brought(state)
    return replace(brought, problems=problems) if problems or brought != LastYear() else None


def _brought(state: State) -> LastYear:
    """Last year's numbers as a case told them; its totals apart."""
    told = {
        slot.removeprefix(LAST_YEAR): value
        for slot, value in state.answers.items()
        if slot.startswith(LAST_YEAR) and value is not None
    }
    if state.year is None or not told:
        return LastYear()
    form = last_year_edition(state.year)
    numbers = {cell: value for cell, value in told.items() if isinstance(value, Decimal) and cell in form}
    return LastYear(
        cells=Cells(
            {cell: value for cell, value in numbers.items() if form.cell(cell).asked},
            {
                slot.removesuffix(".unit"): value
                for slot, value in told.items()
                if slot.endswith(".unit") and isinstance(value, str)
            },
        ),
        given_totals={cell: value for cell, value in numbers.items() if not form.cell(cell).asked},
    )


def problems_of(last: State) -> tuple[str, ...]:
    """The problems a report names, as they were ticked or written."""
    lines = (line for slot in ("tick.problem.main", "note.problem.main") for line in _lines(last, slot))
    return tuple(final_words(line) or line for line in lines)


def _text(state: State, slot: str) -> str:
    value = state.answers.get(slot)
    return value if isinstance(value, str) else ""


def _lines(state: State, slot: str) -> tuple[str, ...]:
    lines = state.answers.get(slot)
    return lines if isinstance(lines, tuple) else ()
