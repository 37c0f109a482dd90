"""The numbers that stand in a report's answers, each with its place and what it is called: cells and numbers in notes.

One decision: a place is called by its own words; what stands in the clause around it calls it less surely.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from assistant.correcting import correcting_words
from assistant.talk_clauses import cut
from assistant.talk_lexicon import Lexicon, lexicon
from db.store import Answer
from phrasebank.plan.channel_words import channel_of, role_of, strip_pattern
from phrasebank.understand import understand_text
from prompts.question import Question, Value
from report.cell_forms import CellForm
from report.cells import plain
from report.form import Edition
from report.lazily import pattern

_SURE, _CALLED, _NEAR = 0, 1, 2
_TABLE = pattern("(?P<table>表[二三四]|信息处理费)的?")
_BETWEEN = "，,；;。、：:（）() \t"
_LIKE: Mapping[str, str] = dict.fromkeys(("条", "条次", "篇", "则"), "条") | dict.fromkeys(
    ("件", "份", "个", "宗", "起", "项"), "件"
)


class Place(msgspec.Struct, frozen=True):
    """One number that was answered."""

    slot: str
    label: str
    """What a person calls it: the cell's label, or the note's field."""
    number: Decimal | None
    """None in a cell nobody has filled."""
    unit: str = ""
    shown: str = ""
    """The number as it stands, with a few words around it in a note."""
    batch: int = 0
    line: int = -1
    """Of a note: which line."""
    start: int = 0
    end: int = 0
    """Where its digits stand in that line."""

    def counts(self, unit: str) -> bool:
        """Whether a number said with this unit may stand here."""
        return not unit or not self.unit or _LIKE.get(unit, unit) == _LIKE.get(self.unit, self.unit)


class Called(msgspec.Struct, frozen=True):
    """A place, and how surely a name means it: 0 its own name, 1 in its name, 2 in the words around it."""

    place: Place
    tier: int


def called(
    name: str,
    questions: Sequence[Question],
    answers: Mapping[str, Answer],
    now: Mapping[str, Value],
    edition: Edition,
) -> tuple[Called, ...]:
    """Every number of the report that ``name`` may mean; with an empty name every number told.

    Args:
        name: What a person calls it.
        questions: The questions that apply, in order.
        answers: The journal.
        now: What is in force, zeros that follow included.
        edition: The form of the year.
    """  # fmt: skip
    found = [*_cells(name, answers, now, edition)]
    if not _TABLE.match(name):
        for question in questions:
            for slot in question.slots:
                value = answers[slot].value if slot in answers else None
                if slot.startswith("note.") and isinstance(value, tuple):
                    found += _in_lines(name, slot, question.field, value, answers[slot].batch)
    for slot in (slot for slot in answers if slot.startswith("asked.")):
        value = answers[slot].value
        if isinstance(value, tuple):
            label = edition.table(slot.removeprefix("asked.")).name
            found += _in_lines(name, slot, label, value, answers[slot].batch)
    return tuple(found)


def _cells(
    name: str, answers: Mapping[str, Answer], now: Mapping[str, Value], edition: Edition
) -> Iterator[Called]:
    said = _TABLE.match(name)
    bare = name[said.end() :] if said else name
    for table in edition.tables:
        if said and said["table"] != table.name:
            continue
        forms = [cell for cell in table.cells if cell.asked]
        for cell, tier in (
            _named(bare, forms, table.id, edition, now) if bare else ((one, _SURE) for one in forms)
        ):
            value = now.get(cell.id)
            number = value if isinstance(value, Decimal) else None
            if number is None and not bare:
                continue
            unit = now.get(f"{cell.id}.unit") or (cell.units[0] if len(cell.units) == 1 else "件")
            batch = answers[cell.id].batch if cell.id in answers else 0
            shown = plain(number) if number is not None else "没填"
            yield Called(Place(cell.id, cell.label, number, str(unit), shown, batch), tier)  # fmt: skip


def _named(
    name: str, forms: Sequence[CellForm], table: str, edition: Edition, now: Mapping[str, Value]
) -> Iterator[tuple[CellForm, int]]:
    """The cells of a table that a name means: of a row of several, those that hold a number."""
    for words, tier in ((lexicon(edition.id, ""), _SURE), (lexicon(edition.id, table), _CALLED)):
        rows, columns = _meant(name, words, table)
        if rows is None:
            continue
        here = [
            form
            for form in forms
            if (not rows or form.row in rows) and (not columns or form.column in columns)
        ]
        filled = [form for form in here if now.get(form.id)]
        yield from ((form, tier) for form in (here if len(here) == 1 else filled))
        return


def _meant(name: str, words: Lexicon, table: str) -> tuple[set[str] | None, set[str]]:
    """Rows and columns of a table that every word of a name speaks of; None when one speaks of anything else."""
    rows: set[str] = set()
    columns: set[str] = set()
    for clause in cut(name, words):
        if not clause.tokens:
            return None, set()
        for token in clause.tokens:
            mine = [one for one in token.meanings if one.table and one.table.id == table]
            whole = next((one.table.whole_row for one in mine if one.kind == "whole" and one.table), "")
            rows |= {row for one in mine if one.row for row in one.row.rows} or ({whole} if whole else set())
            columns |= {one.column.column for one in mine if one.column}
            if not mine and not token.means("filler", "within"):
                return None, set()
    return (rows, columns) if rows or columns else (None, set())


def _in_lines(name: str, slot: str, field: str, lines: Sequence[str], batch: int) -> Iterator[Called]:
    for number, line in enumerate(lines):
        for one, tier in numbers_called(name, line, field):
            yield Called(msgspec.structs.replace(one, slot=slot, line=number, batch=batch), tier)


def numbers_called(name: str, line: str, field: str) -> Iterator[tuple[Place, int]]:
    """The numbers of one line that a name may mean; all of them for an empty name."""
    said = _Name(name)
    for clause in understand_text(line, field):
        at = 0
        quantities = sorted(clause.quantities, key=lambda each: each.start)
        for index, quantity in enumerate(quantities):
            stop = quantities[index + 1].start if index + 1 < len(quantities) else len(clause.text)
            before, after = clause.text[at : quantity.start], clause.text[quantity.end : stop]
            own = (before + "\0" + after).strip(_BETWEEN)
            role, label = role_of(before.strip(_BETWEEN), quantity)
            tier = said.tier(before.strip(_BETWEEN), own, clause.text, (role, label))
            digits = (
                len(quantity.text) - len(quantity.unit)
                if quantity.text.endswith(quantity.unit)
                else len(quantity.text)
            )
            start = clause.start + quantity.start
            at = quantity.end
            if tier is not None and quantity.number is not None and not quantity.approx:
                shown = f"{before.strip(_BETWEEN)}{quantity.text}"
                yield Place("", field, quantity.number, quantity.unit, shown, 0, 0, start, start + digits), tier  # fmt: skip


class _Name:
    """How a person calls a number, beside what stands around one."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.total = name in correcting_words().totals
        self.channel = channel_of(name)

    def tier(self, before: str, own: str, clause: str, role: tuple[str, str]) -> int | None:
        """How surely the name means a number with these words around it; None when it does not."""
        if not self.name:
            return _SURE
        if self.total:
            return _SURE if role[0] == "total" else _CALLED if self.name in own else None
        core = strip_pattern().sub("", before)
        if self.name in {before, core} or (self.channel and self.channel == role[1]):
            return _SURE
        return _CALLED if self.name in own else _NEAR if self.name in clause else None
