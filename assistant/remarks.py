"""What stands beside a question: what is known of it already, and what of it is still to be told."""

from decimal import Decimal

from prompts.question import Question
from prompts.state import State
from report.cell_forms import RowForm
from report.cells import plain
from report.form import TableForm
from report.tables import Figures

_ZERO = Decimal(0)
_LISTED = 5
"""More rows than these are counted, not named."""


def remark(question: Question, state: State) -> str:
    """One sentence, or nothing where nothing is known yet."""
    figures = state.figures
    if not question.table or figures is None or state.edition is None:
        return ""
    table = state.edition.table(question.table)
    if question.kind == "table":
        return _of_table(table, figures, claimed=state.answers.get(f"gate.{table.id}") is True)
    return "" if question.slots[0] in state.answers else _of_gate(table, figures, state)


def _of_table(table: TableForm, figures: Figures, *, claimed: bool) -> str:
    asked = [cell for cell in table.cells if cell.asked]
    missing = len(figures.missing(table.id))
    if not missing and claimed and figures.is_zero(table.id):
        return f"前面答过“有”，现在{table.name}全是 0：真的都没有，写“没有”；有的话把数填上。"
    if missing == len(asked) or not missing:
        return ""
    return f"已填 {len(asked) - missing} 格，还有 {missing} 格；没有的写“其余0”。"


def _of_gate(table: TableForm, figures: Figures, state: State) -> str:
    """What was said of single rows before the whole was answered; what follows by law is nobody's to say."""
    rows = [row for row in table.rows if not all(cell in state.implied for cell in row.cells)]
    known = {row.name: _told(row, figures) for row in rows}
    told = [f"{name} {number}" for name, number in known.items() if number]
    open_rows = [name for name, number in known.items() if not number]
    if not told or not open_rows:
        return ""
    left = "、".join(open_rows) if len(open_rows) <= _LISTED else f"{len(open_rows)} 项"
    return f"已经记下：{'、'.join(told[:_LISTED])}。还没说到：{left}。都没有就答“没有”。"


def _told(row: RowForm, figures: Figures) -> str:
    """What is known of a row, when all of it is."""
    numbers = [figures.value(cell) for cell in row.cells]
    if not numbers or any(number is None for number in numbers):
        return ""
    return "、".join(plain(number or _ZERO) for number in numbers) if any(numbers) else "0"
