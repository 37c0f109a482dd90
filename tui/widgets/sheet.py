"""A table of the form laid out in terminal cells: merged headers kept, labels wrapped and never cut.

The sheet is geometry and labels only; numbers are put in when a line is drawn, so that typing never lays out again.
How wide the columns are is said by ``sheet_widths``, the lines are drawn by ``sheet_paint``.
"""

from collections.abc import Callable

import msgspec

from report.cell_forms import CellForm, GridCell
from report.form import TableForm
from report.grid import Layout, lay_out
from tui.widgets.sheet_paint import Painter, Piece, heights_of
from tui.widgets.sheet_widths import needs_of, widths_of


class Sheet(msgspec.Struct, frozen=True):
    """A laid-out table."""

    lines: tuple[tuple[Piece, ...], ...]
    header_lines: int
    """How many lines at the top are column headers, kept in view."""
    label_width: int
    """Cells at the left that are row labels, kept in view."""
    width: int
    tops: dict[str, int]
    """Cell id → the line its number stands on."""
    places: dict[str, tuple[int, int, int]]
    """Cell id → grid row, first grid column, last grid column."""
    offsets: tuple[int, ...]
    """First cell of each grid column."""
    widths: tuple[int, ...]
    asides: tuple[int, ...]
    """Cells kept in each grid column for what stands beside its numbers."""


def grid_of(table: TableForm) -> tuple[tuple[tuple[GridCell, ...], ...], int]:
    """The printed grid of a table; for figures stated in prose, one line per number."""
    if table.grid:
        return table.grid, table.width
    rows = tuple((GridCell(text=_own_label(cell)), GridCell(cell=cell.id)) for cell in table.cells)
    return ((GridCell(text="项目"), GridCell(text="数量")), *rows), 2


def _own_label(cell: CellForm) -> str:
    unit = f"（{cell.units[0]}）" if len(cell.units) == 1 else ""
    return cell.label.split(" ", 1)[-1] + unit


def make_sheet(
    table: TableForm, room: int, show: Callable[[str], str], beside: Callable[[str], str] = lambda _: ""
) -> Sheet:
    """Lay a table out.

    Args:
        table: The table of the edition.
        room: Cells there are; a sheet that cannot be so narrow is wider, and scrolls.
        show: Cell id → how its number is written, for the widths.
        beside: Cell id → what stands beside it (last year's number), for the widths.
    """
    grid, columns = grid_of(table)
    layout = lay_out(grid, columns)
    size = rows, _ = len(grid), columns
    label_columns = _label_columns(layout, rows, columns)
    header_rows = _header_rows(layout, rows, columns)
    needs = needs_of(layout, size, show, beside)
    widths = widths_of(layout, size, label_columns, room, needs)
    heights, texts = heights_of(layout, size, widths, header_rows)
    painter = Painter(layout, size, widths, heights, texts, header_rows)
    lines = painter.paint()
    tops: dict[str, int] = {}
    places: dict[str, tuple[int, int, int]] = {}
    for (row, column), cell in sorted(layout.items(), key=lambda item: item[0]):
        if cell.cell:
            first = places.get(cell.cell, (row, column, column))
            places[cell.cell] = (first[0], first[1], max(first[2], column))
            tops.setdefault(cell.cell, painter.tops[row])
    return Sheet(
        lines=lines,
        header_lines=(painter.tops[header_rows] if header_rows < rows else len(lines)) if header_rows else 0,
        label_width=sum(widths[:label_columns]) + label_columns,
        width=sum(widths) + columns - 1,
        tops=tops,
        places=places,
        offsets=tuple(sum(widths[:column]) + column for column in range(columns)),
        widths=widths,
        asides=tuple(needs.beside),
    )


def _label_columns(layout: Layout, rows: int, columns: int) -> int:
    for column in range(columns):
        if any(layout[row, column].cell for row in range(rows)):
            return column
    return columns


def _header_rows(layout: Layout, rows: int, columns: int) -> int:
    """Rows of headers that hold for the whole table; a table of several blocks (表二) has none."""
    headers = [all(layout[row, column].header for column in range(columns)) for row in range(rows)]
    leading = headers.index(False) if False in headers else rows
    return leading if not any(headers[leading:]) else 0
