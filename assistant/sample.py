"""The sample report to look around in: the case file's words as answers, in a database of its own that goes away.

One decision: the sample never comes near a person's reports. It lives in a temporary folder, and nothing done in it is
kept.
"""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from prompts.interview import Interview
from prompts.question import Value
from report.readers.case_file import CaseFile, read_case

SAMPLE = Path(__file__).parent / "samples" / "zhongxian-2020.case.yaml"


def sample_case() -> CaseFile:
    """The sample, read from its case file."""
    return read_case(SAMPLE)


def answers_of(case: CaseFile, interview: Interview) -> Mapping[str, Value]:
    """Slot → answer, as if a person had said all that stands in the case."""
    unit = case.unit
    answers: dict[str, Value] = {
        "unit.name": unit.name,
        "unit.kind": unit.kind,
        "unit.short": unit.short,
        "unit.superiors": unit.superiors,
        "year": Decimal(case.year),
    }
    answers |= {
        f"unit.contact.{part}": getattr(unit.contact, part) or None
        for part in ("address", "postcode", "phone", "website")
    }
    numbers = case.cells.numbers
    for table in case.edition.tables:
        mine = {cell: number for cell, number in numbers.items() if cell.startswith(f"{table.id}.")}
        answers[f"gate.{table.id}"] = any(mine.values())
        if any(mine.values()):
            answers |= mine
    if case.last_year is not None and case.last_year.problems:
        answers["last_year.problems"] = case.last_year.problems
    asked = interview.relevant(interview.state(answers))
    for field, lines in case.notes.items():
        question = next(one for one in asked if one.field == field and one.kind in {"note", "ticks"})
        answers[question.slots[-1]] = lines
    return {**_left_open(interview, answers), **answers}


def _left_open(interview: Interview, answers: Mapping[str, Value]) -> dict[str, Value]:
    """Every other question was looked at and left open, so that the sample is a finished interview."""
    state = interview.state(answers)
    return {
        slot: None
        for question in interview.relevant(state)
        if not interview.answered(question, state)
        for slot in question.slots
    }
