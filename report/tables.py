"""From answered cells to all figures: totals and named sums are computed here and nowhere else.

One decision: a sum is unknown as soon as one of its parts is unknown. Nothing is rounded, nothing is assumed to be
zero, and a total that somebody typed never stands in for the computed one.
"""

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from report.cells import Cells
from report.edition import CellForm, Edition


class Figures(msgspec.Struct, frozen=True, eq=False):
    """Every number of one report: answered, computed, or unknown (None)."""

    edition: Edition
    cells: Cells
    values: Mapping[str, Decimal]
    """Known figures only: asked cells, totals, named sums."""

    def value(self, figure_id: str) -> Decimal | None:
        """The number of a cell, total or named sum; None when unknown or when this edition has no such figure."""
        return self.values.get(figure_id)

    def unit(self, cell_id: str) -> str:
        """The unit of a decimal cell: the one the person chose, or the only one there is; empty for counts."""
        if cell_id in self.cells.units:
            return self.cells.units[cell_id]
        if cell_id not in self.edition.cell_ids:
            return ""
        units = self.edition.cell(cell_id).units
        return units[0] if len(units) == 1 else ""

    def parts(self, figure_id: str) -> tuple[str, ...]:
        """Where a figure comes from: the ids it adds up, empty when somebody answered it."""
        return self.edition.parts(figure_id)

    def sources(self, figure_id: str) -> tuple[str, ...]:
        """The asked cells behind a figure, each once, in the order of the form."""
        parts = self.edition.parts(figure_id)
        if not parts:
            return (figure_id,)
        return tuple(dict.fromkeys(source for part in parts for source in self.sources(part)))

    def missing(self, table_id: str) -> tuple[CellForm, ...]:
        """Asked cells of a table that nobody answered; empty for a table this edition does not have."""
        if not self.edition.has_table(table_id):
            return ()
        return tuple(
            cell for cell in self.edition.table(table_id).cells if cell.asked and cell.id not in self.values
        )

    def known(self, table_id: str) -> bool:
        """Whether every asked cell of a table is answered."""
        return self.edition.has_table(table_id) and not self.missing(table_id)

    def is_zero(self, table_id: str) -> bool:
        """Whether a table is answered and holds nothing but zeros."""
        return self.known(table_id) and not any(
            self.values[cell.id] for cell in self.edition.table(table_id).cells if cell.asked
        )


def compute(edition: Edition, cells: Cells) -> Figures:
    """Compute every total and named sum of ``edition`` from answered cells.

    Ids that the edition does not know, and totals among the cells, are left aside.
    """
    values = {cell: number for cell in edition.asked if (number := cells.get(cell)) is not None}
    for figure_id, parts in edition.additions:
        numbers = [values[part] for part in parts if part in values]
        if len(numbers) == len(parts):
            values[figure_id] = sum(numbers[1:], numbers[0])
    return Figures(edition, cells, values)
