"""A report that was written as JSON by this program (`report.writers.json_writer`), read like any published report.

One decision: the printed text and the cells are taken as they stand; a number that somebody changed by hand is checked
like any other.
"""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from report.cells import Cells
from report.edition import load_edition
from report.form import TableForm
from report.lazily import pattern
from report.problem import InputProblem, Place
from report.readers.published_tables import ReadTables, Unread
from report.writers.json_writer import FORMAT, VERSION

_NUMBER = pattern(r"-?[0-9]+(?:\.[0-9]+)?")
_WRITTEN = "nianbao 用 --to json 写出的年报"


class _Unit(msgspec.Struct, frozen=True):
    name: str


class _Paragraph(msgspec.Struct, frozen=True):
    text: str


class _Section(msgspec.Struct, frozen=True):
    numeral: str
    title: str
    paragraphs: tuple[_Paragraph, ...] = ()


class DocumentJson(msgspec.Struct, frozen=True):
    """What the file says, as far as the checks need it."""

    format: str
    version: int
    edition: str
    year: int
    unit: _Unit
    title: tuple[str, ...] = ()
    opening: tuple[_Paragraph, ...] = ()
    sections: tuple[_Section, ...] = ()
    cells: dict[str, str | None] = msgspec.field(default_factory=dict)
    units: dict[str, str] = msgspec.field(default_factory=dict)


def read_document_json(data: bytes, name: str) -> DocumentJson:
    """The document of one JSON file.

    Raises:
        InputProblem: it is no JSON, not what this program writes, or of a newer version.
    """
    try:
        given = msgspec.json.decode(data, type=DocumentJson)
    except (msgspec.DecodeError, UnicodeDecodeError) as why:
        raise InputProblem("不是本程序写出的 JSON，读不了", place=Place(name), right=_WRITTEN) from why
    if given.format != FORMAT or given.edition not in {"2019", "2021"}:
        raise InputProblem("不是本程序写出的 JSON，读不了", place=Place(name), right=_WRITTEN)
    if given.version > VERSION:
        raise InputProblem("这份 JSON 是更新的版本写出的，读不了", place=Place(name), right="先更新 nianbao")
    return given


def tables_of(given: DocumentJson, name: str) -> ReadTables:
    """The numbers of its three tables.

    Raises:
        InputProblem: a cell holds something other than a number.
    """
    edition = load_edition(given.edition)
    numbers: dict[str, Decimal] = {}
    totals: dict[str, Decimal] = {}
    tables = [table for table in edition.tables if table.grid]
    for cell in (cell for table in tables for cell in table.cells):
        if (value := given.cells.get(cell.id)) is None:
            continue
        if not _NUMBER.fullmatch(value):
            raise InputProblem(f"{cell.id} 的“{value}”不是数", place=Place(name), right="数字，如 12")
        (numbers if cell.asked else totals)[cell.id] = Decimal(value)
    units = {cell: unit for cell, unit in given.units.items() if cell in numbers}
    return ReadTables(Cells(numbers, units), totals, *_unknown(tables, frozenset(numbers)))


def _unknown(
    tables: Sequence[TableForm], known: frozenset[str]
) -> tuple[tuple[Unread, ...], tuple[str, ...]]:
    """The cells without a number; a table without any number is missing."""
    missing = tuple(
        table.id for table in tables if not any(cell.id in known for cell in table.cells if cell.asked)
    )
    unread = tuple(
        Unread(table.id, cell.row, cell.column, "是空的")
        for table in tables
        if table.id not in missing
        for cell in table.cells
        if cell.asked and cell.id not in known
    )
    return unread, missing
