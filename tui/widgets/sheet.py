"""A table of the form laid out in terminal cells: merged headers kept, labels wrapped and never cut.

The sheet is geometry and labels only; numbers are put in when a line is drawn, so that typing never lays out again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

from rich.cells import cell_len

from report.form import GridCell, TableForm
from report.grid import Layout, lay_out
from tui.widgets.wrap import wrap_text

MINIMUM_NUMBER = 6
"""Cells a number column has at least: six digits, or a header of three characters a line."""


@dataclass(frozen=True)
class Piece:
    """Part of one line of the sheet."""

    text: str
    """Label text, padded to its width; blank for numbers."""
    width: int
    cell: str = ""
    """Id of the number drawn here; empty for labels and rules."""
    row: int = -1
    """Grid row it belongs to; -1 for rules."""
    kind: str = "label"
    """``label``, ``span`` (a label of several rows), ``header``, ``rule``, ``border`` or ``number``."""


@dataclass(frozen=True)
class Sheet:
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


def grid_of(table: TableForm) -> tuple[tuple[tuple[GridCell, ...], ...], int]:
    """The printed grid of a table; for figures stated in prose, one line per number."""
    if table.grid:
        return table.grid, table.width
    rows = tuple((GridCell(text=_own_label(cell.label)), GridCell(cell=cell.id)) for cell in table.cells)
    return ((GridCell(text="项目"), GridCell(text="数量")), *rows), 2


def _own_label(label: str) -> str:
    return label.split(" ", 1)[-1]


def make_sheet(table: TableForm, room: int, show: Callable[[str], str]) -> Sheet:
    """Lay a table out.

    Args:
        table: The table of the edition.
        room: Cells there are; a sheet that cannot be so narrow is wider, and scrolls.
        show: Cell id → how its number is written, for the widths.
    """
    grid, columns = grid_of(table)
    layout = lay_out(grid, columns)
    rows = len(grid)
    label_columns = _label_columns(layout, rows, columns)
    header_rows = _header_rows(layout, rows, columns)
    widths = _widths(layout, (rows, columns), label_columns, room, show)
    heights, texts = _heights(layout, (rows, columns), widths)
    painter = _Painter(layout, (rows, columns), widths, heights, texts, header_rows)
    lines, row_tops = painter.paint()
    tops: dict[str, int] = {}
    places: dict[str, tuple[int, int, int]] = {}
    for (row, column), cell in sorted(layout.items(), key=lambda item: item[0]):
        if cell.cell:
            first = places.get(cell.cell, (row, column, column))
            places[cell.cell] = (first[0], first[1], max(first[2], column))
            tops.setdefault(cell.cell, row_tops[row])
    offsets = tuple(sum(widths[:column]) + column for column in range(columns))
    label_width = sum(widths[:label_columns]) + label_columns
    header_lines = (row_tops[header_rows] if header_rows < rows else len(lines)) if header_rows else 0
    total = sum(widths) + columns - 1
    return Sheet(lines, header_lines, label_width, total, tops, places, offsets, widths)


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


def _widths(
    layout: Layout, size: tuple[int, int], label_columns: int, room: int, show: Callable[[str], str]
) -> tuple[int, ...]:
    rows, columns = size
    numbers = columns - label_columns
    inner = room - (columns - 1)
    longest = max(
        (
            cell_len(show(cell.cell)) + 1
            for row in range(rows)
            for column in range(columns)
            if (cell := layout[row, column]).cell and cell.colspan == 1
        ),
        default=1,
    )
    if not label_columns:
        return (max(min(inner // numbers, 10), longest, 4),) * numbers
    naturals = [_natural(layout, rows, column) for column in range(label_columns)]
    number = max(MINIMUM_NUMBER, longest)
    for_labels = max(inner - number * numbers, 8 * label_columns)
    weights = [sqrt(natural) for natural in naturals]
    labels = [
        min(max(int(for_labels * weight / sum(weights)) // 2 * 2, 4), natural)
        for weight, natural in zip(weights, naturals, strict=True)
    ]
    spare = for_labels - sum(labels)
    grown = min(max(naturals[-1], 8), labels[-1] + max(spare, 0))
    spare -= grown - labels[-1]
    labels[-1] = grown
    number += min(max(spare, 0) // numbers, 8)
    return (*labels, *(number,) * numbers)


def _natural(layout: Layout, rows: int, column: int) -> int:
    widths = [
        cell_len(layout[row, column].text)
        for row in range(rows)
        if layout[row, column].colspan == 1 and layout[row, column].header
    ]
    return max([*widths, 4])


def _span(widths: Sequence[int], column: int, count: int) -> int:
    return sum(widths[column : column + count]) + count - 1


def _heights(
    layout: Layout, size: tuple[int, int], widths: Sequence[int]
) -> tuple[list[int], dict[tuple[int, int], list[str]]]:
    """Lines each grid row takes, and the wrapped text of each label by its top left place."""
    rows, columns = size
    heights = [1] * rows
    texts: dict[tuple[int, int], list[str]] = {}
    seen: set[int] = set()
    tall: list[tuple[int, int, int]] = []
    for row in range(rows):
        for column in range(columns):
            cell = layout[row, column]
            if id(cell) in seen:
                continue
            seen.add(id(cell))
            if cell.cell:
                continue
            lines = wrap_text(cell.text, _span(widths, column, cell.colspan))
            texts[row, column] = lines
            if cell.rowspan == 1:
                heights[row] = max(heights[row], len(lines))
            else:
                tall.append((row, cell.rowspan, len(lines)))
    for row, count, needed in tall:
        missing = needed - sum(heights[row : row + count])
        if missing > 0:
            heights[row + count - 1] += missing
    return heights, texts


class _Painter:
    """Puts labels and rules on lines."""

    def __init__(  # noqa: PLR0913, PLR0917  the parts of one layout travel together
        self,
        layout: Layout,
        size: tuple[int, int],
        widths: Sequence[int],
        heights: Sequence[int],
        texts: dict[tuple[int, int], list[str]],
        header_rows: int,
    ) -> None:
        self.layout, self.widths, self.heights, self.texts = layout, widths, heights, texts
        self.rows, self.columns = size
        self.header_rows = header_rows
        self.owners = self._owners()

    def _owners(self) -> dict[int, tuple[int, int]]:
        owners: dict[int, tuple[int, int]] = {}
        for place in sorted(self.layout):
            owners.setdefault(id(self.layout[place]), place)
        return owners

    def paint(self) -> tuple[tuple[tuple[Piece, ...], ...], list[int]]:
        lines: list[tuple[Piece, ...]] = []
        tops: list[int] = []
        for row in range(self.rows):
            tops.append(len(lines))
            lines += [self._line(row, len(lines) + number, tops) for number in range(self.heights[row])]
            if self._ruled(row):
                lines.append(self._rule(row, len(lines), tops))
        return tuple(lines), tops

    def _ruled(self, row: int) -> bool:
        """Rules stand where a group of rows ends; more would double the height of table 三."""
        if row + 1 == self.rows:
            return False
        if row + 1 == self.header_rows:
            return True
        if row + 1 < self.header_rows:
            return False
        here, below = self.layout[row, 0], self.layout[row + 1, 0]
        if here is not below:
            return below.colspan == self.columns or here.rowspan > 1 or below.rowspan > 1
        second = min(1, self.columns - 1)
        here, below = self.layout[row, second], self.layout[row + 1, second]
        return here is not below and (here.rowspan > 1 or below.rowspan > 1)

    def _text(self, cell: GridCell, line: int, tops: Sequence[int]) -> str:
        row, column = self.owners[id(cell)]
        lines = self.texts.get((row, column), [])
        number = line - tops[row]
        text = lines[number] if 0 <= number < len(lines) else ""
        width = _span(self.widths, column, cell.colspan)
        spare = width - cell_len(text)
        left = spare // 2 if self._centred(row, cell) else 0
        return " " * left + text + " " * (spare - left)

    def _centred(self, row: int, cell: GridCell) -> bool:
        return row < self.header_rows or cell.colspan == self.columns or self._head_row(row)

    def _head_row(self, row: int) -> bool:
        return all(self.layout[row, column].header for column in range(self.columns))

    def _line(self, row: int, line: int, tops: Sequence[int]) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        column = 0
        while column < self.columns:
            cell = self.layout[row, column]
            width = _span(self.widths, column, cell.colspan)
            if cell.cell:
                pieces.append(
                    Piece(" " * width, width, cell.cell if line == tops[row] else "", row, "number")
                )
            else:
                kind = "label" if cell.rowspan == 1 else "span"
                kind = "header" if row < self.header_rows or self._head_row(row) else kind
                pieces.append(Piece(self._text(cell, line, tops), width, "", row, kind))
            column += cell.colspan
            if column < self.columns:
                pieces.append(Piece("│", 1, "", row, self._border(row, column)))
        return tuple(pieces)

    def _border(self, row: int, column: int) -> str:
        """Between two cells of one row the border has the row's ground; beside a spanning label it has none."""
        plain = (
            self.layout[row, column - 1].rowspan == 1 and row >= self.header_rows and not self._head_row(row)
        )
        return "border" if plain else "rule"

    def _rule(self, row: int, line: int, tops: Sequence[int]) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        column = 0
        while column < self.columns:
            here, below = self.layout[row, column], self.layout[row + 1, column]
            if here is below:
                width = _span(self.widths, column, here.colspan)
                pieces.append(Piece(self._text(here, line, tops), width, "", row, "span"))
                column += here.colspan
            else:
                width = self.widths[column]
                pieces.append(Piece("─" * width, width, "", -1, "rule"))
                column += 1
            if column < self.columns:
                pieces.append(Piece(self._joint(row, column), 1, "", -1, "rule"))
        return tuple(pieces)

    def _joint(self, row: int, column: int) -> str:
        """The line character where a rule meets the border left of ``column``."""
        layout = self.layout
        up = layout[row, column - 1] is not layout[row, column]
        down = layout[row + 1, column - 1] is not layout[row + 1, column]
        left = layout[row, column - 1] is not layout[row + 1, column - 1]
        right = layout[row, column] is not layout[row + 1, column]
        joints = {
            (True, True, True, True): "┼",
            (True, True, True, False): "┤",
            (True, True, False, True): "├",
            (True, True, False, False): "│",
            (True, False, True, True): "┴",
            (False, True, True, True): "┬",
        }
        return joints.get((up, down, left, right), "─")
