"""From what was said of each row to cells, questions and totals to compare.

One decision: the other columns of a row are 0 only when what was said of it adds up to its total.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from assistant.talk_amounts import amount
from assistant.talk_balance import uneven
from assistant.talk_clauses import TalkClause, Token
from assistant.talk_groups import Group
from assistant.talk_told import Doubt, Talk, Told, Total
from assistant.talk_words import RowWords, TableWords
from report.cell_forms import CellForm
from report.cells import plain
from report.form import Edition

_ZERO = Decimal(0)


def row_cells(edition: Edition, table_id: str, row_id: str) -> tuple[CellForm, ...]:
    """The asked cells of a row, from left to right."""
    return tuple(cell for cell in edition.table(table_id).cells if cell.row == row_id and cell.asked)


def resolve(
    edition: Edition,
    groups: Sequence[Group],
    rest_zero: Mapping[str, str],
    clauses: Sequence[TalkClause],
    understood: Sequence[bool],
) -> Talk:
    """Work out the cells of every group."""
    told: list[Told] = []
    doubts: list[Doubt] = []
    totals: list[Total] = []
    in_doubt: set[int] = set()
    for group in groups:
        found = _of_group(edition, group, groups)
        told += [one for one in found if isinstance(one, Told)]
        totals += [one for one in found if isinstance(one, Total)]
        if asked := [one for one in found if isinstance(one, Doubt)]:
            rows = group.subject.row.rows if group.subject.row else (group.table.whole_row,)
            end = max((clauses[index].end for index in group.clauses), default=0)
            doubts += [msgspec.structs.replace(one, rows=rows, end=end) for one in asked]
            in_doubt |= group.clauses
    places = [(clause.start, clause.end) for clause in clauses]
    return Talk(
        tuple(told),
        tuple(doubts),
        tuple(totals),
        rest_zero,
        tuple(at for index, at in enumerate(places) if understood[index] and index not in in_doubt),
        tuple(at for index, at in enumerate(places) if index in in_doubt),
        uneven(edition, groups),
    )


_Found = Told | Doubt | Total


def _of_group(edition: Edition, group: Group, groups: Sequence[Group]) -> list[_Found]:
    table, kind = group.table, group.subject.kind
    said = group.total.number if group.total and group.total.number is not None else None
    if doubt := _unclear(edition, group):
        return [doubt]
    if kind == "sum" and group.subject.total and said is not None:
        form = group.subject.total
        return [Total(f"{table.id}.{form.of}", form.label, said, group.words)]
    row = group.subject.row
    if kind == "whole":
        if said == _ZERO and not group.parts and not _others_came(group, groups):
            cells = {cell.id: "0" for cell in edition.table(table.id).cells if cell.asked}
            value = "全部为 0" if table.rows else "0"
            return [Told(table.id, table.label, value, group.words, cells, whole=True)]
        row = next((one for one in table.rows if one.rows == (table.whole_row,)), None)
    if row is None:
        return [
            Doubt(
                table.id,
                f"“{group.words}”是{table.label}的哪一项？请分开说，例如：{table.example}。",
                group.words,
            )
        ]
    if len(row.rows) > 1:
        return _of_heading(edition, group, row, groups)
    return _of_row(edition, group, row)


def _others_came(group: Group, groups: Sequence[Group]) -> bool:
    """今年没收到，去年转来1件: beside what is told of other rows, nothing came this year, and no more is said."""
    mine = (one for one in groups if one.table is group.table and one is not group)
    return bool(group.table.whole_row) and any(amount(one) for one in mine)


def _unclear(edition: Edition, group: Group) -> Doubt | None:
    """What does not go together; 复议维持了 · 别的都给了, where no number follows and what came leaves none."""
    row, counter = group.subject.row, group.table.counters[0]
    cells = row_cells(edition, group.table.id, row.rows[0]) if row else ()
    many = f"多少{cells[0].units[0]}" if cells and cells[0].units else f"几{counter}"
    if group.broken:
        right = f"前后对不上，请再说一遍，例如：{group.table.example}。"
        return Doubt(group.table.id, f"“{group.words}”{right}", group.words)
    if group.total is not None:
        return None
    if (group.waits or group.rest_of_all) and not group.parts and row and len(row.rows) == 1:
        return Doubt(group.table.id, f"“{group.words}”是{many}？", group.words)
    if group.rest and group.parts:
        return Doubt(group.table.id, f"“{group.words}”，一共是几{counter}？", group.words)
    return None


def _of_heading(edition: Edition, group: Group, row: RowWords, groups: Sequence[Group]) -> list[_Found]:
    """不予公开2件: which of its rows? Nothing to ask when they are told beside it and add up to it."""
    said = group.total.number if group.total and group.total.number is not None else None
    if said == _ZERO and (row.zero or group.together):
        cells = {cell.id: "0" for name in row.rows for cell in row_cells(edition, group.table.id, name)}
        return [Told(group.table.id, row.label, "0", group.words, cells)]
    inner = [
        other
        for other in groups
        if other.subject.row and len(other.subject.row.rows) == 1 and other.subject.row.rows[0] in row.rows
    ]
    counted = sum((amount(other) for other in inner), _ZERO)
    if inner and counted in {said, amount(group)} and row.zero:
        return []
    name = _counted(row, said, group.table)
    if inner and said is not None:
        what = f"{name}，分开说的加起来是 {plain(counted)}，对不上，哪个对？"
        return [Doubt(group.table.id, what, group.words)]
    names = [one.label for one in group.table.rows if len(one.rows) == 1 and one.rows[0] in row.rows
             and (not one.editions or edition.id in one.editions)]  # fmt: skip
    listed = f"（{'、'.join(dict.fromkeys(names))}）" if len(row.rows) > 2 else ""
    return [Doubt(group.table.id, f"{name}{row.ask}{listed}？", group.words)]


def _counted(row: RowWords, number: Decimal | None, table: TableWords) -> str:
    return f"“{row.label} {plain(number)} {table.counters[0]}”" if number is not None else f"“{row.label}”"


def _of_row(edition: Edition, group: Group, row: RowWords) -> list[_Found]:
    table = group.table
    cells = {cell.column: cell for cell in row_cells(edition, table.id, row.rows[0])}
    said = group.total.number if group.total and group.total.number is not None else None
    if len(cells) == 1 and group.total is None and list(group.parts) in (["made"], ["new"]):
        group.total, group.parts = Token(group.typed.popitem()[1], 0, 0, number=group.parts.popitem()[1]), {}
        return _of_row(
            edition, group, row
        )  # 许可证发了18个: a row of one number has no columns to be told apart
    if any(column not in cells for column in group.parts) or (group.rest and group.rest not in cells):
        return [Doubt(table.id, f"“{group.words}”没有看懂，请再说一遍，例如：{table.example}。", group.words)]
    if said == _ZERO and not group.parts:
        return [Told(table.id, row.label, "0", group.words, {cell.id: "0" for cell in cells.values()})]
    if len(cells) == 1 and group.total and not group.parts:
        cell = next(iter(cells.values()))
        unit = cell.units[0] if cell.units else ""
        value = _value(group.total.text, group.total.number or _ZERO, table, unit)
        return [Told(table.id, row.label, value, group.words, {cell.id: group.total.text})]
    if not table.totals and group.total and said is not None:
        return [_of_one_column(edition, group, row, cells)]
    return _of_columns(edition, group, row, cells)


def _of_one_column(edition: Edition, group: Group, row: RowWords, cells: Mapping[str, CellForm]) -> _Found:
    """规范性文件2件，新发的: a number beside columns that do not add up belongs to the one that is named."""
    table = group.table
    if group.rest and group.total and not group.parts:
        label = f"{row.label}·{cells[group.rest].column_label}"
        value = _value(group.total.text, group.total.number or _ZERO, table)
        return Told(table.id, label, value, group.words, {cells[group.rest].id: group.total.text})
    columns = [_column_label(table, name, edition) for name in cells]
    what = "、".join(columns[:-1]) + f"，还是{columns[-1]}"
    number = group.total.number if group.total else None
    return Doubt(table.id, f"{_counted(row, number, table)}是{what}？", group.words)


def _of_columns(edition: Edition, group: Group, row: RowWords, cells: Mapping[str, CellForm]) -> list[_Found]:
    table = group.table
    said = group.total.number if group.total and group.total.number is not None else None
    typed = dict(group.typed)
    counted = sum(group.parts.values(), _ZERO)
    if said is not None and counted > said:
        what = f"{_counted(row, said, table)}，分开说的加起来是 {plain(counted)} {table.counters[0]}，对不上，哪个对？"
        return [Doubt(table.id, what, group.words)]
    if said is not None and group.rest:
        typed[group.rest] = plain(said - counted + group.parts.get(group.rest, _ZERO))
        counted = said
    complete = group.complete or (said is not None and counted == said)
    if complete and counted:
        typed = {name: text for name, text in typed.items() if group.parts.get(name) != _ZERO}
    found: list[_Found] = []
    for name, text in typed.items():
        label = f"{row.label}·{cells[name].column_label or _column_label(table, name, edition)}"
        value = group.parts.get(name, _ZERO) if name != group.rest else Decimal(text)
        found.append(Told(table.id, label, _value(text, value, table), group.words, {cells[name].id: text}))
    others = {cell.id: "0" for name, cell in cells.items() if name not in typed}
    if complete and others and found and isinstance(found[-1], Told):
        last = found[-1]
        found[-1] = Told(
            last.table, last.label, f"{last.value}，其他各列 0", last.words, {**last.cells, **others}
        )
    if said is not None and counted < said:
        if not typed:
            return [
                Doubt(
                    table.id, f"{_counted(row, said, table)}{table.who}？例如：{table.example}。", group.words
                )
            ]
        left = f"{plain(said - counted)} {table.counters[0]}"
        found.append(Doubt(table.id, f"{_counted(row, said, table)}里还有 {left}{table.who}？", group.words))
    return found


def _value(text: str, number: Decimal, table: TableWords, own: str = "") -> str:
    unit = next((unit for unit in sorted(table.counters, key=len, reverse=True) if text.endswith(unit)), "")
    return f"{plain(number)} {unit or own or table.counters[0]}"


def _column_label(table: TableWords, name: str, edition: Edition) -> str:
    return next(
        (
            column.label
            for column in table.columns
            if column.column == name and (not column.editions or edition.id in column.editions)
        ),
        name,
    )
