"""The shape of the official form: one edition, its sections, tables, rows and cells, as the program holds them.

One decision: a table is its grid. Labels of rows and columns, their paths and the names used in messages are all
derived from the labels that are printed, so the form cannot call one cell by two names.
"""

from collections.abc import KeysView, Mapping
from functools import cached_property
from typing import Literal

import msgspec

CellKind = Literal["integer", "decimal", "signed"]
"""``integer`` and ``decimal`` are never negative; ``signed`` is an integer that may be (本年增/减)."""


class Basis(msgspec.Struct, frozen=True):
    """The notice that prescribes this edition."""

    notice: str
    """Full title of the notice."""
    title: str
    """Title of the format, without 《》."""
    number: str
    """Document number (国办公开办函〔2021〕30号)."""
    date: str
    """As far as it is known (``2021年9月26日``, ``2019年``)."""


class Years(msgspec.Struct, frozen=True):
    """Which report years an edition is for."""

    first: int
    last: int | None
    """None while no later edition has replaced it."""
    confirmed_until: int
    """The last report year for which this edition is known to be in force."""
    notice: str
    """What to tell people for years after that; ``{year}`` stands for the report year."""

    def __contains__(self, year: int) -> bool:
        return self.first <= year and (self.last is None or year <= self.last)


class SectionForm(msgspec.Struct, frozen=True):
    """One of the six sections (Regulation art 50)."""

    numeral: str
    """``一`` … ``六``."""
    title: str
    articles: str

    @property
    def heading(self) -> str:
        """The heading as printed (``一、总体情况``)."""
        return f"{self.numeral}、{self.title}"


class GridCell(msgspec.Struct, frozen=True):
    """One printed cell: a label, or the place of one number."""

    text: str = ""
    """The label, verbatim; empty for a number."""
    cell: str = ""
    """Cell id of the number (``T3.R01.C1``); empty for a label."""
    rowspan: int = 1
    colspan: int = 1

    @property
    def header(self) -> bool:
        """True for a label."""
        return not self.cell


class RowForm(msgspec.Struct, frozen=True):
    """One row of numbers."""

    id: str
    """Row id of the contract (``R01``, ``NORM``, ``V``)."""
    label: str
    """The innermost label, verbatim (``1.属于国家秘密``)."""
    path: tuple[str, ...]
    """All labels from the outermost (``三、本年度办理结果``, ``（三）不予公开``, ``1.属于国家秘密``)."""
    name: str
    """How messages call it: unambiguous, yet short (``（三）不予公开·1.属于国家秘密``)."""
    articles: str
    """Where the row comes from in the Regulation (国务院令第711号) or another document; may be empty."""
    help: str
    """What belongs into the row, in plain words for the person who fills it."""
    cells: tuple[str, ...]
    """Ids of its cells, from left to right."""


class ColumnForm(msgspec.Struct, frozen=True):
    """One column that runs through all rows of a table (table 三 only)."""

    id: str
    """``C1`` … ``C7``."""
    label: str
    path: tuple[str, ...]
    """Labels from the outermost (``申请人情况``, ``法人或其他组织``, ``商业企业``)."""


class CellForm(msgspec.Struct, frozen=True):
    """One number of the form."""

    id: str
    """With its table in front: ``T3.R01.C1``."""
    table: str
    row: str
    column: str
    """Column id (``C1``, ``made``, ``5``), empty where the row has one number only."""
    kind: CellKind
    parts: tuple[str, ...]
    """Ids it is the sum of; empty when it is asked."""
    label: str
    """How messages call it (``表三 一、本年新收政府信息公开申请数量（自然人）``)."""
    column_label: str
    """The innermost column label, verbatim (``自然人``); empty where there is none."""
    units: tuple[str, ...]
    """Units of a decimal: one is fixed, of several the person chooses one; empty for counts."""
    articles: str
    help: str

    @property
    def asked(self) -> bool:
        """False for totals: they are computed, never asked."""
        return not self.parts


class SumForm(msgspec.Struct, frozen=True):
    """A sum the form does not print but the text and the checks use (``T3.S3``, ``T3.IN.C1``, ``T4.SUITS``)."""

    id: str
    label: str
    parts: tuple[str, ...]


class Balance(msgspec.Struct, frozen=True):
    """The one rule printed in the form itself: two sums that are equal in every column of a table."""

    left: str
    """Id of the sum without table and column (``IN``)."""
    right: str
    note: str
    """The rule in the form's words."""


class TableForm(msgspec.Struct, frozen=True):
    """One table of the form, or (FEE6, without grid) the figures a section states in prose."""

    id: str
    name: str
    """``表二`` … as people call it."""
    title: str
    section: str
    width: int
    """Grid columns, labels included; 0 without grid."""
    grid: tuple[tuple[GridCell, ...], ...]
    rows: tuple[RowForm, ...]
    columns: tuple[ColumnForm, ...]
    cells: tuple[CellForm, ...]
    """In the order of the grid."""
    sums: tuple[SumForm, ...]
    balance: Balance | None

    def row(self, row_id: str) -> RowForm:
        """The row of this id; KeyError when there is none."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)


class Edition(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One edition of the form; loaded once, compared by identity."""

    id: str
    name: str
    basis: Basis
    years: Years
    aspects: tuple[str, ...]
    sections: tuple[SectionForm, ...]
    tables: tuple[TableForm, ...]

    @cached_property
    def _cells(self) -> Mapping[str, CellForm]:
        return {cell.id: cell for table in self.tables for cell in table.cells}

    @cached_property
    def _sums(self) -> Mapping[str, SumForm]:
        return {total.id: total for table in self.tables for total in table.sums}

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """Ids of the cells people answer, in the order of the form."""
        return tuple(cell.id for cell in self._cells.values() if not cell.parts)

    @cached_property
    def additions(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every total and named sum with what it adds up; parts come before what they are parts of."""
        ordered: dict[str, tuple[str, ...]] = {}

        def add(figure_id: str) -> None:
            parts = self.parts(figure_id)
            if parts and figure_id not in ordered:
                for part in parts:
                    add(part)
                ordered[figure_id] = parts

        for figure_id in self.ids:
            add(figure_id)
        return tuple(ordered.items())

    @property
    def cells(self) -> tuple[CellForm, ...]:
        """Every number of every table, in the order of the form."""
        return tuple(self._cells.values())

    @property
    def cell_ids(self) -> KeysView[str]:
        """Ids of all cells, in the order of the form."""
        return self._cells.keys()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that has a value: cells, then named sums."""
        return (*self._cells, *self._sums)

    def __contains__(self, figure_id: str) -> bool:
        return figure_id in self._cells or figure_id in self._sums

    def table(self, table_id: str) -> TableForm:
        """The table of this id; KeyError when the edition has none (FEE6 in 2019)."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)

    def has_table(self, table_id: str) -> bool:
        """Whether this edition has that table."""
        return any(table.id == table_id for table in self.tables)

    def section(self, numeral: str) -> SectionForm:
        """The section of this numeral; KeyError when there is none."""
        for section in self.sections:
            if section.numeral == numeral:
                return section
        raise KeyError(numeral)

    def cell(self, cell_id: str) -> CellForm:
        """The cell of this id; KeyError when the edition has none."""
        return self._cells[cell_id]

    def parts(self, figure_id: str) -> tuple[str, ...]:
        """What a total or a named sum adds up; empty for an asked cell; KeyError for an unknown id."""
        if figure_id in self._sums:
            return self._sums[figure_id].parts
        return self._cells[figure_id].parts

    def label(self, figure_id: str) -> str:
        """How people call a cell or a named sum; KeyError for an unknown id."""
        if figure_id in self._sums:
            return self._sums[figure_id].label
        return self._cells[figure_id].label
