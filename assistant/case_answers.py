"""What a case says, as answers: slot → value, for all that stands in it and nothing else.

One decision: unknown stays unknown. A table of zeros is the answer 没有, a table that is not given is no answer.
"""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from assistant.drafting import CHECKED
from assistant.ledger import LAST_YEAR
from phrasebank.reading import told_of
from phrasebank.themes import load_themes
from prompts.interview import Interview
from prompts.question import Question, Value
from report.readers.case_file import CaseFile
from report.unit import names_guiding_thought


def said_in(case: CaseFile, interview: Interview) -> dict[str, Value]:
    """Slot → answer, for all that a case says and nothing else."""
    unit = case.unit
    answers: dict[str, Value] = {
        "unit.name": unit.name,
        "year": Decimal(case.year),
        "unit.kind": unit.kind,
        "unit.short": unit.short,
    }
    if unit.superiors:
        answers["unit.superiors"] = unit.superiors
    contact = {part: getattr(unit.contact, part) for part in ("address", "postcode", "phone", "website")}
    if any(contact.values()):
        answers |= {f"unit.contact.{part}": value or None for part, value in contact.items()}
    answers["unit.guiding"] = (
        names_guiding_thought(unit.name, unit.kind) if case.guiding is None else case.guiding
    )
    answers |= _table_answers(case)
    answers |= _last_year_answers(case)
    known = {slot for one in interview.relevant(interview.state(answers)) for slot in one.slots}
    if "unit.guiding" not in known:
        del answers["unit.guiding"]
    for field, lines in case.notes.items():
        answers |= _note_answers(field, lines, interview.relevant(interview.state(answers)))
    return {**answers, **{f"{CHECKED}{mark}": said for mark, said in case.checked.items()}}


def _table_answers(case: CaseFile) -> dict[str, Value]:
    answers: dict[str, Value] = {}
    for table in case.edition.tables:
        asked = [cell.id for cell in table.cells if cell.asked]
        mine: dict[str, Value] = {
            cell: case.cells.numbers[cell] for cell in asked if cell in case.cells.numbers
        }
        if any(mine.values()):
            answers[f"gate.{table.id}"] = True
        elif len(mine) == len(asked):
            answers[f"gate.{table.id}"] = False
            continue
        answers |= mine
    answers |= {f"{cell}.unit": unit for cell, unit in case.cells.units.items()}
    if any(answers.get(f"T2.REG.{part}") for part in ("made", "repealed", "valid")):
        answers["unit.rules"] = True
    return answers


def _last_year_answers(case: CaseFile) -> dict[str, Value]:
    last = case.last_year
    if last is None:
        return {}
    numbers: dict[str, Value] = {
        f"{LAST_YEAR}{cell}": number for cell, number in {**last.cells.numbers, **last.given_totals}.items()
    }
    numbers |= {f"{LAST_YEAR}{cell}.unit": unit for cell, unit in last.cells.units.items()}
    return {**numbers, "last_year.problems": last.problems} if last.problems else numbers


def _note_answers(field: str, lines: Sequence[str], asked: Iterable[Question]) -> dict[str, Value]:
    """The lines of a field as answers to its questions, in such a way that the draft has them in the same order.

    A theme's bare name is a tick: what stands before the ticks answers the open question, what stands after them
    belongs beside the list. Where they are mixed, all of it is one note.
    """
    mine = [one for one in asked if one.field == field and one.kind in {"note", "ticks"}]
    for narrow in (one for one in mine if one.about):
        told = tuple(said for said, about in map(told_of, lines) if about == narrow.about)
        if told:
            others = [line for line in lines if told_of(line)[1] != narrow.about]
            rest = [one for one in mine if one is not narrow]
            return {**(_note_answers(field, others, rest) if others else {}), narrow.slots[-1]: told}
    listed = next((one for one in mine if one.kind == "ticks"), None)
    noted = next((one for one in mine if one.kind == "note"), None)
    first = (noted or mine[0]).slots[-1]
    if listed is None:
        return {first: tuple(lines)}
    themes: Collection[str] = load_themes()
    before = tuple(takewhile(lambda line: line not in themes, lines)) if noted else ()
    ticks = tuple(takewhile(lambda line: line in themes, lines[len(before) :]))
    after = tuple(lines[len(before) + len(ticks) :])
    if not ticks or any(line in themes for line in after):
        return {first: tuple(lines)}
    answers: dict[str, Value] = {listed.slots[0]: ticks}
    if before and noted:
        answers[noted.slots[-1]] = before
    return {**answers, listed.slots[-1]: after} if after else answers
