"""Tables as lines: one row to be filled, the sums after it, a whole table, and all of them at a glance.

One decision: a row is told by its words; its sign stands behind them, to be written before numbers.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from report.cell_forms import CellForm, RowForm
from report.cells import plain
from report.form import Edition, TableForm
from report.tables import Figures

_ZERO = Decimal(0)


def row_lines(row: RowForm, table: TableForm, before: Figures | None, now: Figures) -> Iterator[str]:
    """One row of a table, to be filled."""
    cells = [cell for cell in table.cells if cell.row == row.id and cell.asked]
    columns = "、".join(cell.column_label for cell in cells if cell.column_label)
    many = f"，{len(cells)} 个数：{columns}" if len(cells) > 1 else ""
    units = "或".join(cells[0].units) if len(cells) == 1 and cells[0].units else ""
    yield f"{' '.join(row.path)}{many}{f'（{units}）' if units else ''}，行号 {row.id}"
    if (
        (
            last := [before.value(cell.id) for cell in cells if cell.id in before.edition.cell_ids]
            if before
            else []
        )
        and len(last) == len(cells)
        and all(number is not None for number in last)
    ):
        yield f"  去年：{' '.join(plain(number or _ZERO) for number in last)}"
    if known := [number for cell in cells if (number := now.value(cell.id)) is not None]:
        yield f"  现在：{' '.join(plain(number) for number in known)}（不改就回车）"


def sum_lines(row: RowForm, table: TableForm, figures: Figures) -> Iterator[str]:
    """The sum of a row just filled, and how the balance stands."""
    for cell in table.cells:
        if cell.row == row.id and not cell.asked and (total := figures.value(cell.id)) is not None:
            yield f"  本行{cell.column_label or '总计'} {plain(total)}。"
    if table.balance:
        left, right = (
            _so_far(figures, f"{table.id}.{side}") for side in (table.balance.left, table.balance.right)
        )
        known = figures.known(table.id)
        if left == right:
            state = "相等" if known else "目前相等"
        else:
            state = f"{'' if known else '目前'}相差 {plain(abs(left - right))}"
        yield f"  第一项加第二项 {plain(left)}，第三项加第四项 {plain(right)}，{state}。"


def _so_far(figures: Figures, figure_id: str) -> Decimal:
    """A sum of what is answered already."""
    figure = f"{figure_id}.C7" if f"{figure_id}.C7" in figures.edition else figure_id
    return sum((figures.value(cell) or _ZERO for cell in figures.sources(figure)), _ZERO)


def _title(table: TableForm) -> str:
    return table.name if table.title == table.name else f"{table.name} {table.title}"


def table_lines(table: TableForm, figures: Figures) -> Iterator[str]:
    """A table as lines: rows that hold anything but 0, and one line for all the others."""
    yield _title(table)
    zero = unknown = 0
    for row in table.rows:
        cells = [cell for cell in table.cells if cell.row == row.id]
        numbers = [figures.value(cell.id) for cell in cells]
        if any(numbers):
            shown = [
                f"{cell.column_label} {plain(number)}".strip()
                for cell, number in zip(cells, numbers, strict=True)
                if number
            ]
            yield f"  {row.name}：{'，'.join(shown)}"
        unknown += sum(number is None and cell.asked for cell, number in zip(cells, numbers, strict=True))
        zero += not any(numbers) and None not in numbers
    if zero:
        yield f"  其余 {zero} 行都是 0。" if zero < len(table.rows) else "  全部为 0。"
    if unknown:
        yield f"  还有 {unknown} 格没有填。"


def rows_lines(table: TableForm, figures: Figures) -> Iterator[str]:
    """Every row of a table with its sign, which is written before its numbers to change it."""
    yield _title(table)
    columns = {row.id: _columns(row, table) for row in table.rows}
    alike = len({told for told in columns.values() if told}) == 1
    if alike:
        yield f"  每行的数依次是：{next(filter(None, columns.values()))}。"
    for row in table.rows:
        cells = [cell for cell in table.cells if cell.row == row.id]
        asked = [figures.value(cell.id) for cell in cells if cell.asked]
        numbers = "没有填" if None in asked else " ".join(plain(number or _ZERO) for number in asked)
        sign = f"{row.id} " if asked else ""
        which = f"（{columns[row.id]}）" if not alike and len(asked) > 1 else ""
        yield f"  {sign}{row.name}{which}：{numbers if asked else _sums(cells, figures)}"
    yield f"  要改写“改 {table.name}”，再写行号和数。"


def _columns(row: RowForm, table: TableForm) -> str:
    """The columns of a row that are filled by hand."""
    return "、".join(cell.column_label for cell in table.cells if cell.row == row.id and cell.asked)


def _sums(cells: Sequence[CellForm], figures: Figures) -> str:
    numbers = [figures.value(cell.id) for cell in cells]
    return "由程序加" if None in numbers else " ".join(plain(number or _ZERO) for number in numbers)


def tables_lines(edition: Edition, figures: Figures) -> Iterator[str]:
    """How each table stands, for somebody who looks back."""
    for table in edition.tables:
        missing = len(figures.missing(table.id))
        state = (
            f"还有 {missing} 格没有填" if missing else "全部为 0" if figures.is_zero(table.id) else "已填好"
        )
        yield f"  {_title(table)}：{state}。"
    yield f"  看一张表写“{edition.tables[1].name}”，要改写“改 {edition.tables[1].name}”。"
