"""A table by typing: ``行政许可 18，行政处罚 3，其余0``, for terminals without the grid.

One decision: every item names its row or cell and gives as many numbers as that row has; an item that does not is
refused with the whole reply, so that no number lands in a neighbour's cell.
"""

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from prompts.numbers import NotANumber, NumberRule, is_about, read_number
from prompts.question import Value
from report.cell_forms import CellForm
from report.form import Edition, TableForm
from report.lazily import pattern

_ITEMS = pattern(r"[，；;\n]+")
_ITEM = pattern(r"(?P<name>\S+?)\s*(?:[:：=]|\s)\s*(?P<numbers>\S.*)\Z")
_ORDINAL = pattern(r"^(?:[一二三四]、|（[一二三四五六七]）|[0-9]\.)")
_ASIDE = pattern(r"（[^）]*）\Z")
_REST = pattern(
    r"(?:其余|其他|其它|剩下|剩余|余下|别的|下面)(?:的)?(?:各项|各行|各格|项目)?(?:也|都|全都?|全部)*"
    r"(?:(?:是|为|填|写)?\s*[0０零〇](?:件|项)?|没有?|没得|无)(?:了|的)?\Z"
    r"|(?:也|就)?(?:没有?|无)(?:其他|其它|别的|其余)(?:的)?(?:了|情况)?\Z"
)


class TypedTable(msgspec.Struct, frozen=True):
    """What was read."""

    values: Mapping[str, Value]
    rest_is_zero: bool


class UnclearItem(msgspec.Struct, frozen=True):
    """Why it was not read: one sentence that says what would be right."""

    sentence: str


def says_rest_zero(item: str) -> bool:
    """Whether an item says that all the rest of the table is nought: 其余0, 剩下的都没有, 没有别的了."""
    return _REST.match(item) is not None


def read_table(edition: Edition, table_id: str, typed: str) -> TypedTable | UnclearItem:
    """Read items ``name number…`` of one table; names are row or cell ids (``R01``, ``R01.C1``) or labels."""
    table = edition.table(table_id)
    names = _names(table)
    values: dict[str, Value] = {}
    rest_is_zero = False
    for item in filter(None, (part.strip() for part in _ITEMS.split(typed.removesuffix("。")))):
        if says_rest_zero(item):
            rest_is_zero = True
            continue
        match = _ITEM.match(item)
        cells = names.get(match["name"]) if match else None
        if not match or not cells:
            return UnclearItem(_unclear(item, table))
        read = _fill(match["name"], cells, match["numbers"].split())
        if isinstance(read, UnclearItem):
            return read
        values.update(read)
    return TypedTable(values, rest_is_zero)


def _fill(name: str, cells: tuple[CellForm, ...], numbers: list[str]) -> dict[str, Value] | UnclearItem:
    if len(numbers) != len(cells):
        columns = "、".join(cell.column_label for cell in cells)
        zeros = " ".join(["3", *["0"] * (len(cells) - 1)])
        return UnclearItem(f"“{name}”这一行要 {len(cells)} 个数（{columns}），例如：{name} {zeros}。")
    values: dict[str, Value] = {}
    for cell, typed in zip(cells, numbers, strict=True):
        rule = NumberRule(cell.kind, cell.units or ("项" if cell.kind == "signed" else "件",))
        number = read_number(typed, rule)
        if isinstance(number, NotANumber):
            return UnclearItem(f"“{name}”后面的“{typed}”：{number.sentence}")
        values[cell.id] = number.value
        if len(cell.units) > 1:
            values[f"{cell.id}.unit"] = number.unit
    return values


def rest(cells: tuple[str, ...], answers: Mapping[str, Value]) -> dict[str, Value]:
    """Nought for every cell nobody has answered."""
    return {cell: Decimal(0) for cell in cells if answers.get(cell) is None}


def _unclear(item: str, table: TableForm) -> str:
    if is_about(item):
        return f"“{item}”不够准，表里要确切的数，例如：{_EXAMPLES[table.id]}。"
    return f"“{item}”没看懂是{table.name}的哪一行、多少件，请写行名和数，例如：{_EXAMPLES[table.id]}。"


_EXAMPLES = {
    "T2": "行政许可18件，行政处罚3件，其余0",
    "T3": "予以公开3件，都是个人；其余0",
    "T4": "行政复议1件，维持；其余0",
    "FEE6": "发出收费通知2件，通知收费300元，实收200元",
}


def _bare(label: str) -> str:
    """A row's label as people say it: without its number and its remark."""
    return _ASIDE.sub("", _ORDINAL.sub("", label)).removesuffix("政府信息公开申请数量")


def _names(table: TableForm) -> dict[str, tuple[CellForm, ...]]:
    """Every name that means one row or cell only."""
    found: dict[str, list[tuple[CellForm, ...]]] = {}

    def add(name: str, cells: tuple[CellForm, ...]) -> None:
        known = found.setdefault(name, [])
        if cells not in known:
            known.append(cells)

    for row in table.rows:
        cells = tuple(cell for cell in table.cells if cell.row == row.id and cell.asked)
        if not cells:
            continue
        bare = _bare(row.label)
        for name in (row.id, row.label, _ASIDE.sub("", _ORDINAL.sub("", row.label)), bare):
            add(name, cells)
        for cell in cells:
            add(cell.id.partition(".")[2], (cell,))
            add(bare + cell.column_label, (cell,))
    return {name: places[0] for name, places in found.items() if len(places) == 1}
