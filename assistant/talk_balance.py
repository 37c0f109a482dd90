"""Whose requests they were, where the sums say it: 收到8件都是个人，给了5件，不掌握3件.

One decision: rows without a column get one only when everything that came in was of one column and what came of it adds
up to that, so that the form's own rule leaves no other place; else the column is asked.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.talk_groups import Group
from report.form import Edition

_ZERO = Decimal(0)


def settle_columns(edition: Edition, groups: Sequence[Group]) -> None:
    """Give open rows of a table with a balance the only column they can have."""
    for table in edition.tables:
        mine = [group for group in groups if group.table.id == table.id]
        if mine and table.balance:
            column = table.columns[0].id
            came = _rows(edition, f"{table.id}.{table.balance.left}.{column}")
            went = _rows(edition, f"{table.id}.{table.balance.right}.{column}")
            _settle([one for one in mine if _row(one) in came], [one for one in mine if _of(one, went)])


def _settle(came: Sequence[Group], went: Sequence[Group]) -> None:
    columns = {column for group in came for column in _columns(group)}
    placed = {column for group in went for column in _columns(group)}
    bare = [group for group in went if group.total is not None and not _columns(group)]
    if len(columns) != 1 or not placed <= columns or any(_heading(group) or group.broken for group in went):
        return
    if any(not _columns(group) for group in came):
        return
    if bare and sum(map(amount, came)) == sum(map(amount, went)):
        for group in bare:
            group.rest = next(iter(columns))


def amount(group: Group) -> Decimal:
    """How many were said of a row."""
    if group.total and group.total.number is not None:
        return group.total.number
    return sum(group.parts.values(), _ZERO)


def _columns(group: Group) -> set[str]:
    """The columns something was said of."""
    if not amount(group):
        return set()
    named = {column for column, number in group.parts.items() if number}
    whole = not group.total or sum(group.parts.values(), _ZERO) == group.total.number
    return named if whole else named | {group.rest} if group.rest else named | ({"?"} if named else set())


def _row(group: Group) -> str:
    """The row of a group; 申请6件 and the like speak of the table's own row."""
    if group.subject.kind == "whole":
        return group.table.whole_row
    row = group.subject.row
    return row.rows[0] if row and len(row.rows) == 1 else ""


def _heading(group: Group) -> bool:
    return bool(group.subject.row and len(group.subject.row.rows) > 1 and amount(group))


def _of(group: Group, rows: set[str]) -> bool:
    return bool(group.subject.row) and set(group.subject.row.rows if group.subject.row else ()) <= rows


def _rows(edition: Edition, figure: str) -> set[str]:
    """The rows behind a named sum."""
    return {cell.split(".")[1] for cell in _sources(edition, figure)}


def _sources(edition: Edition, figure: str) -> Iterator[str]:
    parts = edition.parts(figure)
    if not parts:
        yield figure
    for part in parts:
        yield from _sources(edition, part)
