"""Puts the labels and rules of a table on lines: the second half of laying a sheet out."""

from collections.abc import Sequence

import msgspec
from rich.cells import cell_len

from report.cell_forms import GridCell
from report.grid import Layout
from tui.widgets.wrap import wrap_evenly, wrap_text


class Span(msgspec.Struct, frozen=True):
    """A label beside several rows: it stays in view as long as one of its rows is."""

    top: int
    """Its first line in the sheet."""
    height: int
    """How many lines it has."""
    texts: tuple[str, ...]
    """Its wrapped words, padded."""


class Piece(msgspec.Struct, frozen=True):
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
    span: Span | None = None
    """Of a ``span``: the whole of it."""


def span(widths: Sequence[int], column: int, count: int) -> int:
    """Cells of ``count`` columns with the borders between them."""
    return sum(widths[column : column + count]) + count - 1


def heights_of(
    layout: Layout, size: tuple[int, int], widths: Sequence[int], header_rows: int
) -> tuple[list[int], dict[tuple[int, int], list[str]]]:
    """Lines each grid row takes, and the wrapped text of each label by its top left place; headers break into even lines."""
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
            broken = wrap_evenly if row < header_rows else wrap_text
            lines = broken(cell.text, span(widths, column, cell.colspan))
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


class Painter:
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
        self.tops, self.ends = self._tops()
        self._spans: dict[tuple[int, int], Span] = {}

    def _tops(self) -> tuple[list[int], list[int]]:
        """The first line of each grid row, and the line after its last (rules not counted)."""
        tops, ends, line = [], [], 0
        for row in range(self.rows):
            tops.append(line)
            ends.append(line + self.heights[row])
            line = ends[-1] + self._ruled(row)
        return tops, ends

    def _owners(self) -> dict[int, tuple[int, int]]:
        owners: dict[int, tuple[int, int]] = {}
        for place in sorted(self.layout):
            owners.setdefault(id(self.layout[place]), place)
        return owners

    def paint(self) -> tuple[tuple[Piece, ...], ...]:
        """All lines, from the top."""
        lines: list[tuple[Piece, ...]] = []
        for row in range(self.rows):
            lines += [self._line(row, self.tops[row] + number) for number in range(self.heights[row])]
            if self._ruled(row):
                lines.append(self._rule(row, len(lines)))
        return tuple(lines)

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

    def _text(self, cell: GridCell, line: int) -> str:
        row, column = self.owners[id(cell)]
        lines = self.texts.get((row, column), [])
        number = line - self.tops[row]
        return self._padded(cell, lines[number] if 0 <= number < len(lines) else "")

    def _padded(self, cell: GridCell, text: str) -> str:
        row, column = self.owners[id(cell)]
        spare = span(self.widths, column, cell.colspan) - cell_len(text)
        left = spare // 2 if self._centred(row, cell) else 0
        return " " * left + text + " " * (spare - left)

    def _span_of(self, cell: GridCell) -> Span | None:
        """The whole of a label that stands beside several rows."""
        row, column = place = self.owners[id(cell)]
        if cell.rowspan == 1 or cell.cell or row < self.header_rows:
            return None
        if place not in self._spans:
            height = self.ends[row + cell.rowspan - 1] - self.tops[row]
            texts = tuple(self._padded(cell, text) for text in self.texts[row, column])
            self._spans[place] = Span(self.tops[row], height, texts)
        return self._spans[place]

    def _centred(self, row: int, cell: GridCell) -> bool:
        return row < self.header_rows or cell.colspan == self.columns or self._head_row(row)

    def _head_row(self, row: int) -> bool:
        return all(self.layout[row, column].header for column in range(self.columns))

    def _line(self, row: int, line: int) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        column = 0
        while column < self.columns:
            cell = self.layout[row, column]
            width = span(self.widths, column, cell.colspan)
            if cell.cell:
                pieces.append(
                    Piece(" " * width, width, cell.cell if line == self.tops[row] else "", row, "number")
                )
            else:
                kind = "label" if cell.rowspan == 1 else "span"
                kind = "header" if row < self.header_rows or self._head_row(row) else kind
                pieces.append(Piece(self._text(cell, line), width, "", row, kind, self._span_of(cell)))
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

    def _rule(self, row: int, line: int) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        column = 0
        while column < self.columns:
            here, below = self.layout[row, column], self.layout[row + 1, column]
            if here is below:
                width = span(self.widths, column, here.colspan)
                pieces.append(Piece(self._text(here, line), width, "", row, "span", self._span_of(here)))
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
