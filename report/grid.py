"""Where the cells of a table stand once their spans are laid out, and whether they tile it.

One decision: rows are filled as HTML fills them, each cell into the first free place; a grid is right when every place
is covered exactly once.
"""

from collections.abc import Sequence

from report.cell_forms import GridCell

Layout = dict[tuple[int, int], GridCell]
"""(row, column), both from 0 → the cell that covers it."""


class GridError(ValueError):
    """A grid that is not tiled; ``row`` (from 0) is the first row at fault, ``what`` and ``right`` are Chinese."""

    def __init__(self, row: int, what: str, right: str) -> None:
        """Keep the row and the two halves of the message."""
        self.row = row
        self.what = what
        self.right = right
        super().__init__(what)


def lay_out(grid: Sequence[Sequence[GridCell]], width: int) -> Layout:
    """Lay the cells of ``grid`` out on ``width`` columns.

    Raises:
        GridError: a row has too many or too few places, or a cell hangs over the last row.
    """
    layout: Layout = {}
    for row, cells in enumerate(grid):
        column = 0
        for cell in cells:
            while (row, column) in layout:
                column += 1
            if row + cell.rowspan > len(grid):
                raise GridError(
                    row,
                    f"“{cell.text or cell.cell}”向下跨 {cell.rowspan} 行，伸出了表格",
                    f"最多跨 {len(grid) - row} 行",
                )
            for down in range(cell.rowspan):
                for across in range(cell.colspan):
                    layout[row + down, column + across] = cell
            column += cell.colspan
        covered = sum(1 for place in layout if place[0] == row)
        if covered != width:
            raise GridError(row, f"这一行占了 {covered} 格", f"连同上面跨下来的格，正好 {width} 格")
    return layout


def left_labels(layout: Layout, row: int, column: int) -> tuple[str, ...]:
    """Labels to the left of a place, from the outermost, each once."""
    return _labels([layout[row, left] for left in range(column)])


def band_above(layout: Layout, row: int, width: int) -> tuple[str, ...]:
    """The nearest label above that spans the whole table (第二十条第（一）项), if there is one."""
    for above in range(row - 1, -1, -1):
        if layout[above, 0].header and layout[above, 0].colspan == width:
            return (layout[above, 0].text,)
    return ()


def upper_labels(layout: Layout, row: int, column: int, width: int) -> tuple[str, ...]:
    """Labels of the nearest block of headers above a place, from the outermost, each once; bands left out."""
    above = row - 1
    while above >= 0 and not layout[above, column].header:
        above -= 1
    block: list[GridCell] = []
    while above >= 0 and layout[above, column].header and layout[above, column].colspan < width:
        block.append(layout[above, column])
        above -= 1
    return _labels(list(reversed(block)))


def _labels(cells: list[GridCell]) -> tuple[str, ...]:
    texts: list[str] = []
    previous: GridCell | None = None
    for cell in cells:
        if cell is not previous and cell.header:
            texts.append(cell.text)
        previous = cell
    return tuple(texts)
