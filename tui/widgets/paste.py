"""A block copied from Excel or WPS, put onto the cells of the form: all of it or nothing, with the reason.

A block is lines with tabs between the cells. It is laid over the grid from the cell in focus; places that are sums
are compared with nothing and left out, since sums are computed.
"""

from dataclasses import dataclass

from report.edition import Edition
from tui.widgets.sheet import Sheet


@dataclass(frozen=True)
class Pasted:
    """What a block would fill."""

    typed: dict[str, str]
    """Cell id → text."""
    problem: str = ""
    """Why nothing can be pasted; empty when all is well."""
    skipped: int = 0
    """Values that fell on sums."""


def read_block(text: str) -> list[list[str]]:
    """Lines and cells of a copied block; the empty last line a spreadsheet adds is dropped."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    return [[cell.strip() for cell in line.split("\t")] for line in lines]


def lay_block(text: str, sheet: Sheet, start: str, edition: Edition) -> Pasted:
    """Lay a block over the sheet, its first cell on ``start``."""
    block = read_block(text)
    by_row: dict[int, list[str]] = {}
    for cell, (row, _, _) in sorted(sheet.places.items(), key=lambda item: item[1]):
        by_row.setdefault(row, []).append(cell)
    rows = sorted(by_row)
    top = rows.index(sheet.places[start][0])
    left = by_row[rows[top]].index(start)
    width = max((len(line) for line in block), default=0)
    typed: dict[str, str] = {}
    skipped = 0
    for down, line in enumerate(block):
        if top + down >= len(rows):
            return Pasted(
                {}, f"贴的内容有 {len(block)} 行，从这一格往下只有 {len(rows) - top} 行。{_NOTHING}"
            )
        targets = by_row[rows[top + down]][left:]
        if len(line) > len(targets):
            return Pasted({}, f"贴的内容有 {width} 列，从这一格往右只有 {len(targets)} 列。{_NOTHING}")
        for value, cell in zip(line, targets, strict=False):
            if not value:
                continue
            if edition.cell(cell).asked:
                typed[cell] = value
            else:
                skipped += 1
    return Pasted(typed, "" if typed else f"贴的内容里没有可填的数。{_NOTHING}", skipped)


_NOTHING = "一格也没有改；请选好左上角那一格，只复制数字部分再贴。"
