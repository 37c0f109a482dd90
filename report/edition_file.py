"""The shape of an edition file (``editions/*.yaml``), before anything in it has been looked up.

`report.yamlfile.convert` holds a file against these structs; what a schema cannot say (spans that tile the grid, ids
that exist) is checked by `report.edition_build`.
"""

from typing import Any

import msgspec

from report.cell_forms import CellKind


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all shapes of the file share."""


class BasisShape(_Shape, frozen=True):
    """The notice the edition rests on."""

    notice: str
    title: str
    number: str
    date: str


class YearsShape(_Shape, frozen=True):
    """Report years."""

    first: int
    last: int | None
    confirmed_until: int
    notice: str


class SectionShape(_Shape, frozen=True):
    """One section."""

    numeral: str
    title: str
    articles: str


class GridCellShape(_Shape, frozen=True):
    """A cell with spans: exactly one of ``text`` and ``cell``."""

    text: str = ""
    cell: str = ""
    rowspan: int = 1
    colspan: int = 1


class FieldShape(_Shape, frozen=True):
    """One number of a table without grid."""

    cell: str
    label: str


class RowShape(_Shape, frozen=True):
    """What is to be known about a row."""

    help: str
    articles: str = ""


class CellShape(_Shape, frozen=True):
    """What is to be known about a cell, where it differs from its row or is not a count."""

    kind: CellKind = "integer"
    units: tuple[str, ...] = ()
    help: str = ""


class TotalShape(_Shape, frozen=True):
    """A computed row, column or cell and what it adds up."""

    of: str
    parts: tuple[str, ...]


class SumShape(_Shape, frozen=True):
    """A named sum: of rows (one per column), of columns (one per row), or of cells."""

    id: str
    label: str
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()


class BalanceShape(_Shape, frozen=True):
    """Two named sums that are equal in every column."""

    left: str
    right: str
    note: str


class TableShape(_Shape, frozen=True):
    """One table."""

    id: str
    name: str
    title: str
    section: str
    rows: dict[str, Any]
    """Row id → `RowShape`; converted one by one, so that a mistake is found on its own line."""
    width: int = 0
    columns: tuple[str, ...] = ()
    grid: list[list[str | GridCellShape]] = []
    fields: list[FieldShape] = []
    cells: dict[str, Any] = {}
    """Cell id → `CellShape`, likewise."""
    totals: list[TotalShape] = []
    sums: list[SumShape] = []
    balance: BalanceShape | None = None


class EditionShape(_Shape, frozen=True):
    """A whole edition file."""

    id: str
    name: str
    basis: BasisShape
    years: YearsShape
    aspects: tuple[str, ...]
    sections: list[SectionShape]
    tables: list[TableShape]
