"""What keys do to whole rows and tables: zeros, and steps taken back, each after what is being typed was taken."""

from collections.abc import Callable

from report.edition import TableForm
from tui.screens import grid_words
from tui.screens.base import CoreScreen
from tui.widgets.formgrid import FormGrid


class GridSteps(CoreScreen):
    """A screen with one table; the part of it that fills and takes back."""

    table_id: str

    @property
    def grid(self) -> FormGrid:
        """The table on the screen."""
        return self.query_one(FormGrid)

    @property
    def table(self) -> TableForm:
        """Its form."""
        return self.core.edition.table(self.table_id)

    def action_rest_zero(self) -> None:
        """F7: what nobody answered is 0."""
        said = "其余 {} 格填了 0。不对就按 Ctrl+Z。"
        self._zero(lambda: self.core.fill_rest_zero(self.table_id), said, "没有空着的格了。")

    def action_row_zero(self) -> None:
        """F8: the row in focus is 0."""
        row = self.core.edition.cell(self.grid.cell).row
        name = self.table.row(row).name
        said = f"{name}：{{}} 格填了 0。不对就按 Ctrl+Z。"
        self._zero(lambda: self.core.fill_zero(self.table_id, row), said, f"{name}本来就都是 0。")

    def action_table_zero(self) -> None:
        """F9: the whole table is 0."""
        said = "全表 {} 格填了 0。不对就按 Ctrl+Z。"
        self._zero(lambda: self.core.fill_zero(self.table_id, None), said, "全表本来就都是 0。")

    def _zero(self, fill: Callable[[], int], said: str, already: str) -> None:
        if self.grid.settle() and (count := self.attempt(fill)) is not None:
            self.refresh_core(said.format(count) if count else already)

    def action_undo(self) -> None:
        """While typing Ctrl+Z gives the cell back; else it takes the last answer back, and goes to its cell."""
        if not self.grid.cancel():
            self._and_show(super().action_undo)

    def action_redo(self) -> None:
        """Ctrl+Y, and to the cell."""
        if self.grid.settle():
            self._and_show(super().action_redo)

    def _and_show(self, move: Callable[[], None]) -> None:
        before = self.core.figures
        move()
        self.grid.point(grid_words.changed_cell(self.core.edition, self.table_id, before, self.core.figures))
