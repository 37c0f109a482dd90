"""The tables filled in the grid: cells as typed, rows and tables as zeros."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from assistant.ledger import plain_answers
from assistant.session import Session
from assistant.views import CellsOutcome
from prompts.question import Value
from report.checks.finding import Finding

_ZERO = Decimal(0)


class Filling(Session):
    """Cells of the open report."""

    def set_cells(self, table_id: str, typed: Mapping[str, str]) -> CellsOutcome:
        """Fill cells of one table as typed, as one batch; nothing typed is no answer. When one is refused, none is stored."""
        from prompts.replies import Accepted, Refused, read_cell  # noqa: PLC0415  replies are read once there is one

        values: dict[str, Value] = {}
        refused: dict[str, str] = {}
        for cell_id, text in typed.items():
            if not text.strip():
                values[cell_id] = None
                continue
            reply = read_cell(self.edition.cell(cell_id), text)
            if isinstance(reply, Accepted):
                values |= reply.values
            else:
                refused[cell_id] = reply.sentence if isinstance(reply, Refused) else "这一格填一个数。"
        if values and not refused:
            self._write(self._interview.fill(values, plain_answers(self._answers)), "，".join(typed.values()))
        return CellsOutcome(refused, self.findings(table_id))

    def fill_rest_zero(self, table_id: str) -> int:
        """Every cell of a table nobody answered becomes 0; how many did."""
        return self._zero(cell.id for cell in self.figures.missing(table_id))

    def fill_zero(self, table_id: str, row: str | None = None) -> int:
        """A row (or the whole table) becomes 0; how many cells changed."""
        return self._zero(
            cell.id
            for cell in self.edition.table(table_id).cells
            if cell.asked and row in {None, cell.row} and self.figures.value(cell.id) != _ZERO
        )

    def findings(self, table_id: str) -> tuple[Finding, ...]:
        """What the checks say about one table."""
        return tuple(finding for finding in self.draft().findings if finding.place.table == table_id)

    def _zero(self, cells: Iterable[str]) -> int:
        values: dict[str, Value] = dict.fromkeys(cells, _ZERO)
        if values:
            self._write(self._interview.fill(values, plain_answers(self._answers)), "0")
        return len(values)
