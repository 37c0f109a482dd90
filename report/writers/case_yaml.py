"""A case file out of what one unit said: the contract's section 2 written, so that `report.readers.case_file` reads it.

One decision: what is unknown is left out or written ``null``, never 0, and ``rest: 0`` stands only where every other
cell is known to be 0. Reading what was written gives the same case again.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import yaml

from report.cell_forms import CellForm
from report.cells import Cells, plain
from report.document import NOTE_FIELDS
from report.form import Edition, TableForm
from report.last_year import LastYear, last_year_edition
from report.readers.case_file import CaseFile
from report.unit import KIND_LABELS, Unit

_INDENT = "  "
_WIDEST = 80
"""A longer table is written a row a line."""


def write_case(case: CaseFile) -> str:
    """The case as the text of a file."""
    lines = ["unit:", *_indented(_unit(case.unit)), f"year: {case.year}"]
    lines += _tables("tables", case.edition, case.cells, case.given_totals)
    if case.last_year is not None and (case.last_year.cells.numbers or case.last_year.problems):
        lines += ["last_year:", *_indented(_last_year(case.last_year, case.year))]
    if case.guiding is not None:
        lines.append(f"guiding: {str(case.guiding).lower()}")
    notes = [line for field in NOTE_FIELDS for line in _field(field, case.notes.get(field, ()))]
    lines += ["notes:", *_indented(notes)]
    if case.edited:
        lines.append("edited:  # 审改时改过的段落：base 是当时生成的文字，text 是改成的文字")
        for name, edit in case.edited.items():
            lines += _indented(
                [f"{_key(name)}:", f"{_INDENT}base: {_text(edit.base)}", f"{_INDENT}text: {_text(edit.text)}"]
            )
    if case.checked:
        lines.append("checked:  # 核对过、这样没错的；数一变就不算了")
        lines += _indented([f"{_key(mark)}: {_text(said)}" for mark, said in case.checked.items()])
    return "\n".join(lines) + "\n"


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"{_INDENT}{line}" for line in lines]


def _unit(unit: Unit) -> list[str]:
    lines = [
        f"name: {_text(unit.name)}",
        f"short: {_text(unit.short)}",
        f"kind: {unit.kind}  # {KIND_LABELS[unit.kind]}",
    ]
    if unit.superiors:
        lines.append(f"superiors: [{', '.join(map(_flow_text, unit.superiors))}]")
    parts = ("address", "postcode", "phone", "website")
    contact = [f"{part}: {_text(value)}" for part in parts if (value := getattr(unit.contact, part))]
    return [*lines, "contact:", *_indented(contact)] if contact else lines


def _last_year(last_year: LastYear, year: int) -> list[str]:
    lines = _tables("tables", last_year_edition(year), last_year.cells, last_year.given_totals)
    return [*lines, *_field("problems", last_year.problems)] if last_year.problems else lines


def _tables(key: str, edition: Edition, cells: Cells, totals: Mapping[str, Decimal]) -> list[str]:
    known = [line for table in edition.tables for line in _table(table, cells, totals)]
    return [f"{key}:", *_indented(known)] if known else []


def _table(table: TableForm, cells: Cells, totals: Mapping[str, Decimal]) -> list[str]:
    """One table in the contract's shorthand, a row a line where there is much; empty when nothing of it is known."""
    asked = [cell.id for cell in table.cells if cell.asked]
    known = {cell: cells.numbers[cell] for cell in asked if cell in cells.numbers}
    given = [cell.id for cell in table.cells if cell.parts and cell.id in totals]
    if not known and not given:
        return []
    complete = len(known) == len(asked)
    if complete and not any(known.values()) and not given:
        return [f"{table.id}: 0"]
    entries = [entry for row in table.rows for entry in _row(table, row.cells, cells, totals, complete)]
    entries += ["rest: 0"] if complete else []
    if sum(map(len, entries)) > _WIDEST:
        return [f"{table.id}:", *_indented(entries)]
    return [f"{table.id}: {{{', '.join(entries)}}}"]


def _row(
    table: TableForm,
    ids: Sequence[str],
    cells: Cells,
    totals: Mapping[str, Decimal],
    complete: bool,  # noqa: FBT001
) -> list[str]:
    forms = {cell.id: cell for cell in table.cells}
    asked = [one for one in ids if forms[one].asked]
    given = [one for one in ids if one in totals]
    if not given and all(cells.numbers.get(one) is None for one in asked):
        return []
    if complete and not given and not any(cells.numbers[one] for one in asked):
        return []
    if not asked or len(asked) == len(ids):  # a computed row, or one of single cells
        values = {one: totals.get(one, cells.numbers.get(one)) for one in ids}
        return [
            f"{one.partition('.')[2]}: {_number(forms[one], value, cells)}"
            for one, value in values.items()
            if value is not None and (value or not complete or one in totals)
        ]
    listed = [*asked, *given]
    numbers = [_number(forms[one], totals.get(one, cells.numbers.get(one)), cells) for one in listed]
    return [f"{forms[ids[0]].row}: [{', '.join(numbers)}]"]


def _number(form: CellForm, value: Decimal | None, cells: Cells) -> str:
    if value is None:
        return "null"
    unit = cells.units.get(form.id, "")
    return f"{value:f}{unit}" if unit else plain(value) if form.kind != "decimal" else f"{value:f}"


def _field(name: str, lines: Sequence[str]) -> list[str]:
    """A field and what was jotted there: one line beside its name, several as a list."""
    if not lines:
        return [f"{name}:"]
    if len(lines) == 1:
        return [f"{name}: {_text(lines[0])}"]
    return [f"{name}:", *(f"{_INDENT}- {_text(line)}" for line in lines)]


def _key(name: str) -> str:
    """A name that YAML would take for a number, in quotes."""
    return _dumped(name, flow=False)


def _text(value: str) -> str:
    """A text as YAML takes it for that very text: bare where it can stand so."""
    return _dumped(value, flow=False)


def _flow_text(value: str) -> str:
    return _dumped([value], flow=True)[1:-1]


def _dumped(value: Any, *, flow: bool) -> str:
    written: str = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=10**6)
    return written.removesuffix("\n").removesuffix("\n...")
