"""Whose requests they were, where the sums say it: 收到8件都是个人，给了5件，不掌握3件.

One decision: rows without a column get one only when what came of the requests adds up to what came in and the form's own
rule leaves no other place (all that is left is of one column, or one row is left); else the column is asked.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from assistant.talk_amounts import amount, but_for, columns_of, of_column, what_is_left
from assistant.talk_groups import Group
from assistant.talk_words import TableWords
from report.cells import plain
from report.form import Edition

_ZERO = Decimal(0)


def came_rows(edition: Edition, table_id: str) -> frozenset[str]:
    """The rows of what came in, by the form's own balance; empty for a table that has none."""
    table = edition.table(table_id)
    return (
        _rows(edition, f"{table_id}.{table.balance.left}.{table.columns[0].id}")
        if table.balance
        else frozenset()
    )


class Uneven(msgspec.Struct, frozen=True):
    """What came in and what became of it, as they were told: not the same."""

    table: str
    came: Decimal
    went: Decimal
    words: str


def uneven(edition: Edition, groups: Sequence[Group]) -> tuple[Uneven, ...]:
    """Tables of which both sides of the balance were told in one breath and differ; headings may hold rows told beside."""
    found = []
    for table in edition.tables:
        mine = [group for group in groups if group.table.id == table.id]
        if not table.balance or any(group.broken or _heading(group) for group in mine):
            continue
        came_in = [one for one in mine if _row(one) in came_rows(edition, table.id)]
        became = [one for one in mine if _of(one, _went_rows(edition, table.id))]
        came, went = sum(map(amount, came_in), _ZERO), _became(edition, mine, became)
        if came and went and came != went:
            words = "，".join(dict.fromkeys(group.words for group in (*came_in, *became)))
            found.append(Uneven(table.id, came, went, words))
    return tuple(found)


def _became(edition: Edition, groups: Sequence[Group], went: Sequence[Group]) -> Decimal:
    """What became of it all: the results, or their total where that was said, and what is carried on."""
    summed = sum(map(amount, went), _ZERO)
    for group in groups:
        if group.subject.kind == "sum" and group.subject.total:
            closed = _rows(edition, f"{group.table.id}.{group.subject.total.of}")
            results = sum((amount(one) for one in went if _of(one, closed)), _ZERO)
            summed += max(amount(group) - results, _ZERO)
    return summed


def _went_rows(edition: Edition, table_id: str) -> frozenset[str]:
    table = edition.table(table_id)
    return (
        _rows(edition, f"{table_id}.{table.balance.right}.{table.columns[0].id}")
        if table.balance
        else frozenset()
    )


def untold(known: Sequence[Group], groups: Sequence[Group]) -> list[Group]:
    """What is known and was not told anew."""
    told = {(group.table.id, _row(group)) for group in groups}
    return [one for one in known if (one.table.id, _row(one)) not in told]


def came_here(groups: Sequence[Group], known: Sequence[Group], table: TableWords) -> list[Group]:
    """What came, told or known, where there was any."""
    return [
        one
        for one in (*groups, *untold(known, groups))
        if one.table is table and (one.came or one.carried) and amount(one)
    ]


def settle_columns(edition: Edition, groups: Sequence[Group], known: Sequence[Group] = ()) -> None:
    """Give open rows of a table with a balance the only number and the only column they can have."""
    for table in edition.tables:
        mine = [group for group in groups if group.table.id == table.id]
        if mine and table.balance:
            mine += [group for group in untold(known, groups) if group.table.id == table.id]
            came = came_rows(edition, table.id)
            went = _went_rows(edition, table.id)
            _which_way(edition, mine, came, went)
            came_in = [one for one in mine if _row(one) in came]
            results = [one for one in mine if _of(one, went) and not _told_inside(one, mine)]
            what_is_left(came_in, results)
            but_for(came_in, results)
            went_in_all = _became(edition, mine, results)
            _came_from(came_in, results)
            _settle(came_in, results, went_in_all, closed=came <= {_row(one) for one in came_in})


def _told_inside(group: Group, groups: Sequence[Group]) -> bool:
    """A heading whose rows were told beside it and make up all of it."""
    row = group.subject.row
    inner = [one for one in groups if row and one.subject.row and set(one.subject.row.rows) < set(row.rows)]
    return bool(inner) and sum(map(amount, inner), _ZERO) == amount(group)


def _which_way(edition: Edition, groups: Sequence[Group], came: frozenset[str], went: frozenset[str]) -> None:
    """结转1件: brought over or carried on? Which of them it is, where only one way the sums come out equal."""
    for group in groups:
        row = group.subject.row
        if row is None or group.broken or not (set(row.rows) & came and set(row.rows) & went):
            continue
        others = [one for one in groups if one is not group]
        first = sum((amount(one) for one in others if _row(one) in came), _ZERO)
        then = _became(edition, others, [one for one in others if _of(one, went)])
        here = amount(group)
        ways = [rows for rows, fits in ((came, first + here == then), (went, first == then + here)) if fits]
        if here and first and then and len(ways) == 1:
            name = next(each for each in row.rows if each in ways[0])
            said = any(_row(one) == name for one in others)
            narrow = next((each for each in group.table.rows if each.rows == (name,)), None)
            if narrow and not said:
                group.subject = replace(group.subject, row=narrow)


def _came_from(came: Sequence[Group], went: Sequence[Group]) -> None:
    """收到2件，1件个人公开，1件企业不公开: whose they were, where all that became of them tells it."""
    bare = [group for group in came if group.total is not None and not columns_of(group) and amount(group)]
    told = all(
        columns_of(group) and "?" not in columns_of(group)
        for group in (*came, *went)
        if amount(group) and group not in bare
    )
    same = sum(map(amount, came), _ZERO) == sum(map(amount, went), _ZERO)
    if len(bare) != 1 or not told or not same or any(group.broken or _heading(group) for group in went):
        return
    left: Counter[str] = Counter()
    for group in went:
        left.update({column: of_column(group, column) for column in columns_of(group)})
    for group in came:
        left.subtract({column: of_column(group, column) for column in columns_of(group)})
    if min(left.values(), default=-1) >= 0:
        bare[0].parts = {column: Decimal(number) for column, number in left.items() if number}
        bare[0].typed = {column: str(number) for column, number in left.items() if number}


def _settle(came: Sequence[Group], went: Sequence[Group], became: Decimal, *, closed: bool) -> None:
    """Rows without a column, where what is left of what came leaves no choice.

    Args:
        came: What came in.
        went: What became of it.
        became: How many that were, a total that was said of them included.
        closed: Whether all that came is known.
    """
    bare = [group for group in went if group.total is not None and not columns_of(group) and amount(group)]
    if not bare or any(_heading(group) or group.broken for group in went):
        return
    left: Counter[str] = Counter()
    for group in came:
        for column in columns_of(group):
            left[column] += of_column(group, column)
    for group in went:
        for column in columns_of(group):
            left[column] -= of_column(group, column)
    if "?" in left or min(left.values(), default=-1) < 0:
        return
    sides = sum(map(amount, came), _ZERO), became
    alike = closed and len({column for group in came for column in columns_of(group)}) == 1
    if sides[0] < sides[1] or (sides[0] != sides[1] and not alike):
        return
    if any(amount(group) and not columns_of(group) for group in came):
        return
    columns = [column for column, number in left.items() if number]
    if len(columns) == 1:
        for group in bare:
            group.rest = columns[0]
    elif len(bare) == 1 and sum(map(amount, went), _ZERO) == sides[0]:
        bare[0].parts = {column: Decimal(left[column]) for column in columns}
        bare[0].typed = {column: plain(Decimal(left[column])) for column in columns}


def _row(group: Group) -> str:
    """The row of a group; 申请6件 and the like speak of the table's own row."""
    if group.subject.kind == "whole":
        return group.table.whole_row
    row = group.subject.row
    return row.rows[0] if row and len(row.rows) == 1 else ""


def _heading(group: Group) -> bool:
    return bool(group.subject.row and len(group.subject.row.rows) > 1 and amount(group))


def _of(group: Group, rows: frozenset[str]) -> bool:
    return bool(group.subject.row) and set(group.subject.row.rows if group.subject.row else ()) <= rows


def _rows(edition: Edition, figure: str) -> frozenset[str]:
    """The rows behind a named sum."""
    return frozenset(cell.split(".")[1] for cell in _sources(edition, figure))


def _sources(edition: Edition, figure: str) -> Iterator[str]:
    parts = edition.parts(figure)
    if not parts:
        yield figure
    for part in parts:
        yield from _sources(edition, part)
