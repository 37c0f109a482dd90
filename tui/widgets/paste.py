"""A block copied from Excel or WPS, put onto the cells of the form: all of it or nothing, with the reason.

A block is lines with tabs between the cells. Numbers alone are laid over the grid from the cell in focus; where row
labels were copied along, each line goes to the row that carries its label. Places that are sums are not filled but
compared. A place left empty, or marked with a dash, is unanswered afterwards: never 0, and never the old number.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from report.edition import Edition
from report.form import TableForm
from report.grid import Layout, lay_out
from report.lazily import pattern
from tui.widgets.sheet import Sheet, grid_of

_DASHES = pattern(r"[-－—–−─_/／\\＼]+\Z")
"""What people put where there is nothing; whether that is 0 is theirs to say."""
_NUMBER = pattern(r"[-－−+＋]?[0-9０-９]")


class Pasted(msgspec.Struct, frozen=True):
    """What a block would fill."""

    typed: dict[str, str]
    """Cell id → text; empty text where the block had nothing."""
    problem: str = ""
    """Why nothing can be pasted; empty when all is well."""
    totals: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Sum → what the block says it is."""

    @property
    def numbers(self) -> int:
        """How many cells get a number."""
        return sum(1 for text in self.typed.values() if text)

    @property
    def empty(self) -> int:
        """How many places of the block had nothing."""
        return len(self.typed) - self.numbers


class _UnfitError(Exception):
    """Why the block does not fit, as a sentence."""


def read_block(text: str) -> list[list[str]]:
    """Lines and cells of a copied block; the empty last line a spreadsheet adds is dropped.

    A cell of several lines stands in quotes, as spreadsheets copy it; quotes that do not pair are plain characters.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        lines = list(csv.reader(io.StringIO(plain), delimiter="\t", strict=True))
    except csv.Error:
        lines = [line.split("\t") for line in plain.split("\n")]
    lines = [[cell.strip() for cell in line] or [""] for line in lines]
    while lines and not any(lines[-1]):
        lines.pop()
    return lines


def lay_block(text: str, sheet: Sheet, start: str, edition: Edition) -> Pasted:
    """Lay a block over the sheet: by its row labels where it has them, else with its first cell on ``start``."""
    block = read_block(text)
    table = edition.table(edition.cell(start).table)
    try:
        rows = _by_label(block, sheet, table) or _by_place(block, sheet, start)
    except _UnfitError as why:
        return Pasted({}, f"{why}{_NOTHING}")
    typed: dict[str, str] = {}
    totals: dict[str, str] = {}
    for values, cells in rows:
        for value, cell in zip(values, cells, strict=False):
            bare = "" if _DASHES.match(value) else value
            if edition.cell(cell).asked:
                typed[cell] = bare
            elif bare:
                totals[cell] = bare
    if not any(typed.values()):
        return Pasted({}, f"贴的内容里没有可填的数。{_NOTHING}")
    return Pasted(typed, totals=totals)


_Rows = list[tuple[Sequence[str], Sequence[str]]]
"""Values, and the cells of the row they go to, from left to right."""


def _by_place(block: Sequence[Sequence[str]], sheet: Sheet, start: str) -> _Rows:
    cells = _cells_by_row(sheet)
    rows = sorted(cells)
    top = rows.index(sheet.places[start][0])
    left = cells[rows[top]].index(start)
    if len(block) > len(rows) - top:
        raise _UnfitError(f"贴的内容有 {len(block)} 行，从这一格往下只有 {len(rows) - top} 行。")
    width = max(map(len, block), default=0)
    found: _Rows = []
    for line, row in zip(block, rows[top:], strict=False):
        targets = cells[row][left:]
        if len(_trimmed(line)) > len(targets):
            raise _UnfitError(f"贴的内容有 {width} 列，从这一格往右只有 {len(targets)} 列。")
        found.append((line, targets))
    return found


def _by_label(block: Sequence[Sequence[str]], sheet: Sheet, table: TableForm) -> _Rows:
    """Rows found by the labels that were copied with the numbers; empty when there are none."""
    grid, columns = grid_of(table)
    printed = {_bare(cell.text) for row in grid for cell in row if cell.text}
    if not any(_bare(value) in printed for line in block for value in line if value):
        return []
    cells = _cells_by_row(sheet)
    labels = _labels(lay_out(grid, columns), cells, columns)
    found: _Rows = []
    for number, line in enumerate(block, 1):
        at = next((at for at, value in enumerate(line) if _bare(value) in labels), None)
        if at is None and not any(_NUMBER.match(value) for value in line):
            strange = next((value for value in line if value and _bare(value) not in printed), "")
            if strange and found:
                raise _UnfitError(f"贴的第 {number} 行“{_short(strange)}”不是{table.name}里的行名。")
            continue
        if at is None and len(cells) > 1:
            raise _UnfitError(f"贴的第 {number} 行没有{table.name}的行名，别的行有，不知道该填在哪一行。")
        row, values = (next(iter(cells)), line) if at is None else _after_label(line, at, labels)
        if (count := len(_trimmed(values))) > len(cells[row]):
            raise _UnfitError(
                f"贴的第 {number} 行有 {count} 个数，{table.name}这一行只有 {len(cells[row])} 格。"
            )
        if any(known is cells[row] for _, known in found):
            raise _UnfitError(f"贴的内容里“{_short(line[at or 0])}”这一行有两次。")
        found.append((values, cells[row]))
    return found


def _labels(layout: Layout, rows: Iterable[int], columns: int) -> dict[str, tuple[int, int]]:
    """A row's own label → its grid row, and how many columns the label spans."""
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        cells = [layout[row, column] for column in range(columns) if layout[row, column].text]
        if cells:
            found[_bare(cells[-1].text)] = row, cells[-1].colspan
    return found


def _after_label(
    line: Sequence[str], at: int, labels: Mapping[str, tuple[int, int]]
) -> tuple[int, Sequence[str]]:
    """The row of a label and what stands behind it; a merged label leaves empty cells there, which are no values."""
    row, width = labels[_bare(line[at])]
    start = at + 1
    while start < at + width and start < len(line) and not line[start]:
        start += 1
    return row, line[start:]


def _cells_by_row(sheet: Sheet) -> dict[int, list[str]]:
    by_row: dict[int, list[str]] = {}
    for cell, (row, _, _) in sorted(sheet.places.items(), key=lambda item: item[1]):
        by_row.setdefault(row, []).append(cell)
    return by_row


def _trimmed(line: Sequence[str]) -> Sequence[str]:
    """A line without the empty cells at its end, which merged cells leave behind."""
    end = len(line)
    while end and not line[end - 1]:
        end -= 1
    return line[:end]


def _bare(text: str) -> str:
    """A label for comparing: without breaks and blanks, full-width marks as half-width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _short(text: str) -> str:
    return text if len(text) <= 12 else text[:12] + "…"


_NOTHING = "一格也没有改；请选好左上角那一格，只复制数字部分再贴。"
