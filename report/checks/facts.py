"""What the rules on tables look at, and small words they share."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

import msgspec

from report.cells import plain
from report.checks.finding import Finding, Place
from report.edition import ColumnForm
from report.tables import Figures
from report.unit import UnitKind

ZERO = Decimal(0)


class Facts(msgspec.Struct, frozen=True, eq=False):
    """One report's numbers, and what they can be held against."""

    figures: Figures
    given_totals: Mapping[str, Decimal]
    """Totals that somebody typed (case file, or a report that was read)."""
    year: int
    kind: UnitKind | None
    """None while unknown: rules that depend on it stay silent."""
    before: Figures | None
    """Last year's figures, if any were given."""
    before_totals: Mapping[str, Decimal]
    """Totals given for last year."""

    def value(self, figure_id: str) -> Decimal | None:
        """This year's number, or None while unknown."""
        return self.figures.value(figure_id)

    def value_before(self, figure_id: str) -> Decimal | None:
        """Last year's number; a total that was given counts where its parts were not."""
        if self.before is None:
            return None
        known = self.before.value(figure_id)
        return self.before_totals.get(figure_id) if known is None else known

    def name(self, row_id: str) -> str:
        """How messages call a row of table 三 (``（三）不予公开·1.属于国家秘密``)."""
        return self.figures.edition.table("T3").row(row_id).name

    @property
    def asked_columns(self) -> tuple[ColumnForm, ...]:
        """The columns of table 三 that people fill, 总计 left out."""
        table = self.figures.edition.table("T3")
        totals = {cell.column for cell in table.cells if cell.row == "R01" and cell.parts}
        return tuple(column for column in table.columns if column.id not in totals)


Rule = Callable[[Facts], Iterator[Finding]]
"""One rule: yields nothing where it holds, and nothing where a number it needs is unknown."""


def place_of(facts: Facts, cell_id: str) -> Place:
    """The contract's place of a cell; table 四 has one row, so its column is the cell's own id (``V5``)."""
    cell = facts.figures.edition.cell(cell_id)
    if cell.table == "T4":
        return Place(table="T4", column=cell_id.partition(".")[2])
    return Place(table=cell.table, row=cell.row, column=cell.column)


def cases(number: Decimal) -> str:
    """A count of cases inside a sentence: ``一件``, ``3 件``."""
    return "一件" if number == 1 else f"{plain(number)} 件"
