"""The shape of the official form: one edition, its sections, tables, rows and cells, as the program holds them.

One decision: a table is its grid. Labels of rows and columns, their paths and the names used in messages are all
derived from the labels that are printed, so the form cannot call one cell by two names.
"""

from collections.abc import KeysView, Mapping
from functools import cached_property

import msgspec

from report.cell_forms import CellForm, ColumnForm, GridCell, RowForm, SumForm


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
