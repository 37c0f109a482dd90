"""The printed grid of a table in an edition file: its cells laid out, its numbers with the labels around them."""

from collections.abc import Iterable

import msgspec

from report.cell_forms import GridCell
from report.edition_file import GridCellShape
from report.edition_part import TablePart
from report.grid import GridError, Layout, band_above, lay_out, left_labels, upper_labels


class Spot(msgspec.Struct, frozen=True):
    """One number of the table being built: its id without the table, and the labels around it."""

    local: str
    left: tuple[str, ...]
    above: tuple[str, ...]
    band: tuple[str, ...]


class GridPart(TablePart, frozen=True):
    """Lays out one grid."""

    def grid(self) -> tuple[tuple[GridCell, ...], ...]:
        """The cells of the printed table, row by row, as the file lists them."""
        grid = []
        for row, items in enumerate(self.shape.grid):
            cells: list[GridCell] = []
            for index, item in enumerate(items):
                cells += self._grid_cells(item, f"{self.at}.grid[{row}][{index}]")
            grid.append(tuple(cells))
        return tuple(grid)

    def _grid_cells(self, item: str | GridCellShape, at: str) -> list[GridCell]:
        if isinstance(item, GridCellShape):
            if bool(item.text) == bool(item.cell):
                raise self.source.problem(
                    "一格里 text 和 cell 要有且只有一个", at, "{text: 标签} 或 {cell: 编号}"
                )
            if item.rowspan < 1 or item.colspan < 1:
                raise self.source.problem("rowspan、colspan 小于 1", at, "1 以上的整数")
            return [GridCell(item.text, self.full(item.cell), item.rowspan, item.colspan)]
        if not item.startswith("="):
            return [GridCell(text=item)]
        local = item[1:]
        if not local.endswith(".*"):
            return [GridCell(cell=self.full(local))]
        if not self.shape.columns:
            raise self.source.problem(
                f"“{item}”要展开，但这张表没有 columns", at, "补上“columns: [C1, C2, …]”"
            )
        return [GridCell(cell=self.full(f"{local[:-2]}.{column}")) for column in self.shape.columns]

    def spots(self, grid: tuple[tuple[GridCell, ...], ...]) -> list[Spot]:
        """Every number of the table, each id once; the grid must be tiled without holes."""
        try:
            layout = lay_out(grid, self.shape.width)
        except GridError as why:
            raise self.source.problem(
                f"{self.shape.name}第{why.row + 1}行：{why.what}", f"{self.at}.grid[{why.row}]", why.right
            ) from why
        spots = [Spot(item.cell, (item.label,), (), ()) for item in self.shape.fields]
        spots += self._grid_spots(layout)
        seen: set[str] = set()
        for spot in spots:
            if spot.local in seen:
                again = [row for row, cells in enumerate(grid) if self.full(spot.local) in _ids(cells)][-1]
                raise self.source.problem(
                    f"单元格“{spot.local}”出现了两次", f"{self.at}.grid[{again}]", "每个编号只用一次"
                )
            seen.add(spot.local)
        return spots

    def _grid_spots(self, layout: Layout) -> list[Spot]:
        spots, before = [], None
        for (row, column), cell in sorted(layout.items(), key=lambda item: item[0]):
            if cell.cell and cell is not before:
                spots.append(
                    Spot(
                        cell.cell.partition(".")[2],
                        tuple(label for label in left_labels(layout, row, column)),
                        upper_labels(layout, row, column, self.shape.width),
                        band_above(layout, row, self.shape.width),
                    )
                )
            before = cell
        return spots


def _ids(cells: Iterable[GridCell]) -> list[str]:
    return [cell.cell for cell in cells]
