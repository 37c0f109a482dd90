"""A table filled row by row with plain lines: six numbers, or 0, or 其余0, or a sentence.

One decision: a row is taken whole or not at all, so that no number slips into a neighbour's column.
"""

import contextlib
from collections.abc import Iterator

from assistant.assistant import Assistant
from assistant.views import QuestionView
from prompts.negatives import says_that_is_all
from prompts.typed_table import says_rest_zero
from report.cell_forms import CellForm, RowForm
from report.form import TableForm
from report.lazily import pattern
from tui import ask_lines
from tui.ask_table_lines import row_lines, sum_lines

_BETWEEN = pattern(r"[\s,，、;；]+")
_NUMBERS = pattern(r"[-－−+＋0-9０-９.．,，、;；\s万千元]+\Z")
_SIGNED = pattern(rf"(?P<sign>[A-Za-z]+[0-9]*)(?:\s*[:：=]\s*|\s+)(?P<numbers>{_NUMBERS.pattern})")
_ZERO = ("0", "０", "零", "〇", "没有", "无", "全是0", "都是0")

_FEES = {
    "gate.FEE6": "",
    "fee.notices": "FEE6.notices",
    "fee.notified": "FEE6.notified",
    "fee.received": "FEE6.received",
}


class RowByRow:
    """One table, one row at a time."""

    def __init__(self, assistant: Assistant, view: QuestionView) -> None:
        """Begin at the first row with an open cell."""
        self.assistant = assistant
        self.view = view
        self.table: TableForm = assistant.edition.table(view.table)
        self.rows = tuple(row for row in self.table.rows if self._cells(row))
        self._changing = False
        self._at = 0
        self._settle()

    @property
    def row(self) -> RowForm | None:
        """The row being asked; None after the last."""
        return self.rows[self._at] if self._at < len(self.rows) else None

    def opening_lines(self) -> Iterator[str]:
        """How this works."""
        yield f"  一行一行填，数之间空一格；全是 0 写 0；也可以说话，例如：{_TALK[self.table.id]}；剩下都没有写“其余0”。"

    def row_lines(self) -> Iterator[str]:
        """The row being asked, or what is left after the last."""
        self._settle()
        if self.row is not None:
            figures, before = self.assistant.figures, self.assistant.last_figures
            yield from row_lines(self.row, self.table, before, figures)
            return
        missing = len(self.assistant.figures.missing(self.table.id))
        if missing:
            yield f"还有 {missing} 格没填：没有的写“其余0”；以后再填写“跳过”；要补哪一行，写行号和数，如 {self._example()}。"
        elif self.assistant.figures.is_zero(self.table.id):
            yield f"前面答过{self.table.name}有数要填，现在全是 0：真的都没有，写“没有”；有的话写行号和数，如 {self._example()}。"
        else:
            yield f"{self.table.name}已填好；不改就回车，要改写行号和数，如 {self._example()}。"

    def help_lines(self) -> Iterator[str]:
        """Help of the row being asked, else of the table."""
        if self.row is None:
            return ask_lines.help_lines(self.view)
        return _row_help(self.row, self.table)

    def take(self, typed: str) -> Iterator[str] | None:
        """Take one line for the row; None when it is for the assistant (a sentence, 跳过, 返回)."""
        bare = typed.strip().removesuffix("。").strip()
        if says_rest_zero(bare) or says_that_is_all(bare):
            count = self.assistant.fill_rest_zero(self.table.id)
            self._at = len(self.rows)
            return iter([f"  其余 {count} 格填了 0。", *self._findings()])
        if bare in {"返回", "上一行"} and self._at:
            self._at -= 1
            self._changing = True
            return iter([])
        if not bare and self.row is not None:
            self._at += 1
            self._changing = False
            return iter([])
        numbers = self._numbers(bare)
        return iter(self._fill(*numbers)) if numbers else None

    def _numbers(self, bare: str) -> tuple[RowForm, str] | None:
        """The row that numbers are for: the one they name by its sign (R13 1 1 0 0 0 0), else the one that is asked."""
        match = _SIGNED.match(bare)
        named = next((one for one in self.rows if match and one.id.lower() == match["sign"].lower()), None)
        if match and named:
            return named, match["numbers"].strip()
        row = self.row
        return (row, bare) if row and bare and (bare in _ZERO or _NUMBERS.match(bare)) else None

    def _fill(self, row: RowForm, bare: str) -> list[str]:
        cells = self._cells(row)
        typed = [bare] if len(cells) == 1 else [part for part in _BETWEEN.split(bare) if part]
        if bare in _ZERO:
            typed = ["0"] * len(cells)
        if len(typed) != len(cells):
            columns = "、".join(cell.column_label for cell in cells)
            zeros = " ".join(["3", *["0"] * (len(cells) - 1)])
            return [f"  这一行要 {len(cells)} 个数（{columns}），例如：{zeros}。"]
        given = {cell.id: text for cell, text in zip(cells, typed, strict=True)}
        outcome = self.assistant.set_cells(self.table.id, given)
        if outcome.refused:
            return [f"  {next(iter(outcome.refused.values()))}"]
        elsewhere = row is not self.row
        if not elsewhere:
            self._at += 1
            self._changing = False
        self._settle()
        told = [f"  {row.id} {row.name}："] if elsewhere else []
        lines = told + list(sum_lines(row, self.table, self.assistant.figures))
        return lines + (self._findings() if self.row is None else [])

    def _findings(self) -> list[str]:
        return [f"  {finding.message}" for finding in self.assistant.findings(self.table.id)]

    def _settle(self) -> None:
        """Go on to the next row with an open cell, unless the person has gone back to a filled one."""
        values = self.assistant.figures
        while not self._changing and self.row is not None:
            if any(values.value(cell.id) is None for cell in self._cells(self.row)):
                return
            self._at += 1

    def _cells(self, row: RowForm) -> tuple[CellForm, ...]:
        return tuple(cell for cell in self.table.cells if cell.row == row.id and cell.asked)

    def _example(self) -> str:
        row = self.rows[0]
        return f"{row.id} {' '.join(['3', *['0'] * (len(self._cells(row)) - 1)])}"


_TALK = {
    "T2": "行政许可214，处罚37",
    "T3": "予以公开3件，都是个人",
    "T4": "复议1件维持",
    "FEE6": "没收过",
}


def _row_help(row: RowForm, table: TableForm) -> Iterator[str]:
    """What belongs into a row, with its article."""
    if row.help:
        yield f"  {row.help}"
    count = sum(1 for cell in table.cells if cell.row == row.id and cell.asked)
    yield f"  例如：{' '.join(['3', *['0'] * (count - 1)])}；全是 0 就写 0；下面都没有就写“其余0”。"
    if row.articles:
        yield f"  依据：{row.articles}"
    yield from ask_lines.command_lines()


def fees_on(assistant: Assistant, view: QuestionView) -> None:
    """The numbers of the fee are asked one behind the other, wherever one of them was opened."""
    if view.id not in _FEES or assistant.figures.is_zero("FEE6"):
        return
    for question, cell in _FEES.items():
        if cell and assistant.figures.value(cell) is None:
            with contextlib.suppress(KeyError):
                assistant.open_question(question)
                return
