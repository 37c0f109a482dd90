"""The contract's shorthand for the numbers of a table, made into cells.

``0`` · ``{R01: [3, 0, 0, 0, 0, 0], rest: 0}`` · ``{V: [0, 0, 0, 0]}`` · ``{NORM.made: 1, LIC: 214, rest: 0}`` ·
``null`` for unknown. One decision: a number is taken as it stands or refused; nothing is cut, rounded or guessed, and
totals that were typed are kept apart, to be compared with the computed ones.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

import msgspec

from report.cells import Cells
from report.edition import CellForm, Edition, RowForm, TableForm, edition_ids, load_edition
from report.lazily import pattern
from report.numerals import half_width
from report.problem import InputProblem
from report.yamlfile import YamlFile

_AMOUNT = pattern(r"(?P<number>(?:0|[1-9][0-9]*)(?:\.[0-9]+)?) ?(?P<unit>亿元|万元|元)\Z", re.ASCII)
_PLAIN = pattern(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\Z", re.ASCII)
_LIMIT = Decimal(10) ** 12
"""No count of any report reaches it; sums below it stay exact in 28 digits."""


class Given(msgspec.Struct, frozen=True):
    """What a person gave for one or more tables."""

    cells: Cells = msgspec.field(default_factory=Cells)
    totals: Mapping[str, Decimal] = msgspec.field(default_factory=dict)
    """Cell id → value, for totals that are computed anyway."""


def expand(
    edition: Edition, table_id: str, given: Any, source: YamlFile | None = None, at: str = "$"
) -> Given:
    """Make cells of what stands for one table.

    Args:
        edition: The edition whose ids count.
        table_id: ``T2``, ``T3``, ``T4`` or ``FEE6``.
        given: The value as read from YAML.
        source: The file it was read from, so that messages can point there.
        at: Path of ``given`` in that file (``$.tables.T3``).

    Raises:
        InputProblem: an unknown id, a wrong count of numbers, text, a negative number, a fraction of a case.
    """
    if not edition.has_table(table_id):
        return _absent(edition, table_id, given, source, at)
    reader = _Reader(edition, edition.table(table_id), source)
    given = _plain(given)
    if given is None:
        return Given()
    if given == 0 and not isinstance(given, bool):
        return Given(Cells({cell.id: Decimal(0) for cell in reader.table.cells if cell.asked}))
    if not isinstance(given, Mapping):
        raise reader.problem(f"{table_id} 的值不对", at, f"0（全为零），或 {{{reader.example}, rest: 0}}")
    return reader.read(given, at)


def _absent(edition: Edition, table_id: str, given: Any, source: YamlFile | None, at: str) -> Given:
    """A table of another edition: zeros have no place in this form and say nothing; anything else would be lost."""
    known = [table.id for table in edition.tables]
    elsewhere = any(load_edition(other).has_table(table_id) for other in edition_ids())
    numbers = list(given.values()) if isinstance(given, Mapping) else [given]
    if elsewhere and all(number is None or number == 0 for number in numbers):
        return Given()
    if elsewhere:
        what, right = f"{edition.name}没有 {table_id}", "删去这一项，要说明的写进 notes 的“其他事项”"
    else:
        guess = get_close_matches(table_id, known, n=1)
        what, right = (
            f"不认识的表“{table_id}”",
            f"是不是“{guess[0]}”" if guess else "只能用：" + "、".join(known),
        )
    raise source.problem(what, f"{at}#", right) if source else InputProblem(what, right=right)


class _Reader(msgspec.Struct, frozen=True):
    """Reads one table's shorthand."""

    edition: Edition
    table: TableForm
    source: YamlFile | None

    def problem(self, what: str, at: str, right: str) -> InputProblem:
        if self.source is None:
            return InputProblem(what, right=right)
        return self.source.problem(what, at, right)

    @property
    def example(self) -> str:
        """One entry in the right form."""
        row = self.table.rows[0]
        asked = [cell for cell in row.cells if self.edition.cell(cell).asked]
        if self.table.columns or len(asked) < len(row.cells):
            return f"{row.id}: [{', '.join('0' for _ in asked)}]"
        return f"{asked[0].partition('.')[2]}: 0"

    def read(self, given: Mapping[str, Any], at: str) -> Given:
        numbers: dict[str, Decimal] = {}
        units: dict[str, str] = {}
        mentioned: set[str] = set()
        locals_ = {cell.id.partition(".")[2]: cell for cell in self.table.cells}
        rows = {row.id: row for row in self.table.rows}
        for key, value in given.items():
            here = f"{at}.{key}"
            if key == "rest":
                continue
            if key in locals_:
                entries = [(locals_[key], value, here)]
            elif key in rows:
                entries = self._row(rows[key], value, here)
            else:
                raise self._unknown(key, here, [*rows, *locals_])
            for cell, item, item_at in entries:
                if cell.id in mentioned:
                    raise self.problem(f"“{cell.label}”给了两次", item_at, "每个数只写一次")
                mentioned.add(cell.id)
                self._keep(cell, item, item_at, numbers, units)
        if "rest" in given:
            given = {**given, "rest": _plain(given["rest"])}
            if given["rest"] not in (0, None) or isinstance(given["rest"], bool):
                raise self.problem(f"rest 不能是“{given['rest']}”", f"{at}.rest", "0，意思是其余各格都是零")
            if given["rest"] == 0:
                zeros = (cell for cell in self.table.cells if cell.asked and cell.id not in mentioned)
                numbers |= {cell.id: Decimal(0) for cell in zeros}
        return self._given(numbers, units)

    def _given(self, numbers: Mapping[str, Decimal], units: Mapping[str, str]) -> Given:
        asked = {cell.id: numbers[cell.id] for cell in self.table.cells if cell.asked and cell.id in numbers}
        totals = {cell.id: numbers[cell.id] for cell in self.table.cells if cell.parts and cell.id in numbers}
        return Given(Cells(asked, dict(units)), totals)

    def _unknown(self, key: str, at: str, known: list[str]) -> InputProblem:
        guess = _guess(key, known)
        right = (
            f"是不是“{guess}”" if guess else "只能用：" + "、".join(known[: len(self.table.rows)]) + "、rest"
        )
        elsewhere = any(
            f"{self.table.id}.{key}" in load_edition(other)
            or (
                load_edition(other).has_table(self.table.id)
                and _has_row(load_edition(other), self.table.id, key)
            )
            for other in edition_ids()
        )
        what = f"{self.edition.name}的 {self.table.id} 里没有“{key}”" if elsewhere else f"不认识的编号“{key}”"
        return self.problem(what, f"{at}#", right)

    def _row(self, row: RowForm, value: Any, at: str) -> list[tuple[CellForm, Any, str]]:
        cells = [self.edition.cell(cell_id) for cell_id in row.cells]
        asked = [cell for cell in cells if cell.asked] or cells[:-1]
        names = "、".join(cell.column_label for cell in asked)
        right = f"[…] 里按顺序写 {len(asked)} 个数（{names}）"
        if len(asked) < len(cells):
            right += f"，或者连总计共 {len(cells)} 个"
        value = _plain(value)
        if value is None or (value == 0 and not isinstance(value, bool)):
            return [(cell, value, at) for cell in asked]
        if not isinstance(value, list):
            raise self.problem(f"“{row.id}”要写成一行数", at, right)
        if len(value) not in (len(asked), len(cells)):
            raise self.problem(f"“{row.id}”写了 {len(value)} 个数", at, right)
        return [
            (cell, item, f"{at}[{index}]")
            for index, (cell, item) in enumerate(zip(cells, value, strict=False))
        ]

    def _keep(
        self, cell: CellForm, item: Any, at: str, numbers: dict[str, Decimal], units: dict[str, str]
    ) -> None:
        if item is None:
            return
        number, unit = self._number(cell, item, at)
        numbers[cell.id] = number
        if unit:
            units[cell.id] = unit

    def _number(self, cell: CellForm, item: Any, at: str) -> tuple[Decimal, str]:
        """The exact value and, where the person chooses it, the unit."""
        choice = len(cell.units) > 1
        item = _plain(item)
        amount = _AMOUNT.match(item) if isinstance(item, str) and cell.units else None
        if amount and amount["unit"] in cell.units:
            number, unit = Decimal(amount["number"]), amount["unit"] if choice else ""
        elif _is_number(item):
            number, unit = Decimal(item), ""
        else:
            shown = str(item).lower() if isinstance(item, bool) else item
            raise self.problem(f"“{cell.label}”的“{shown}”不是数字", at, _right_form(cell))
        if (number < 0 and cell.kind != "signed") or abs(number) >= _LIMIT:
            fault = "小于零" if number < 0 else "太大"
            raise self.problem(f"“{cell.label}”的 {number:f} {fault}", at, _right_form(cell))
        if cell.kind != "decimal" and number.as_tuple().exponent != 0:
            raise self.problem(f"“{cell.label}”的 {number:f} 不是整数", at, _right_form(cell))
        if choice and number and not unit:
            raise self.problem(f"“{cell.label}”的 {number:f} 没有单位", at, _right_form(cell))
        return number, unit


def _is_number(item: Any) -> bool:
    if isinstance(item, str):
        return bool(_PLAIN.match(item))
    return isinstance(item, int | Decimal) and not isinstance(item, bool)


def _plain(given: Any) -> Any:
    """A value with its digits half-width; a bare number of a table that is typed full-width is that number."""
    if not isinstance(given, str):
        return given
    text = half_width(given.strip())
    return Decimal(text) if _PLAIN.match(text) else text


def _guess(word: str, known: list[str]) -> str:
    """The id that was meant: case and a missing zero (``r1`` for ``R01``) come before likeness."""
    folded = {name.casefold(): name for name in known}
    meant = re.sub(r"\Ar(?=[0-9]\Z)", "r0", word.casefold())
    close = get_close_matches(meant, folded, n=1)
    return folded[close[0]] if close else ""


def _right_form(cell: CellForm) -> str:
    if cell.kind == "signed":
        return "整数，增加写正数，减少写负数，如 -2"
    if cell.kind == "integer":
        return "0 或正整数，只写数字，如 3"
    if len(cell.units) > 1:
        return "数字加单位，如 251000元 或 25.1万元"
    return f"0 或正数，单位{cell.units[0]}，只写数字，如 12.5"


def _has_row(edition: Edition, table_id: str, row_id: str) -> bool:
    return any(row.id == row_id for row in edition.table(table_id).rows)
