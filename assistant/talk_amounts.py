"""How many were said of a row and of each of its columns, and what single ones leave of all of them.

One decision: a number is only made smaller here where the sums say by how much.
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from assistant.talk_clauses import Token
from assistant.talk_groups import Group
from report.cells import plain

_ZERO = Decimal(0)


def of_column(group: Group, column: str) -> int:
    """How many were said of a column, what was left over for it included."""
    number = group.parts.get(column, _ZERO)
    if column == group.rest and group.total and group.total.number is not None:
        number = group.total.number - sum(group.parts.values(), _ZERO) + number
    return int(number)


def amount(group: Group) -> Decimal:
    """How many were said of a row."""
    if group.total and group.total.number is not None:
        return group.total.number
    return sum(group.parts.values(), _ZERO)


def columns_of(group: Group) -> set[str]:
    """The columns something was said of."""
    if not amount(group):
        return set()
    named = {column for column, number in group.parts.items() if number}
    whole = not group.total or sum(group.parts.values(), _ZERO) == group.total.number
    return named if whole else named | {group.rest} if group.rest else named | ({"?"} if named else set())


def what_is_left(came: Sequence[Group], went: Sequence[Group]) -> None:
    """别的都给了: what the other results leave of all that came."""
    left = [group for group in went if group.rest_of_all and group.total is None]
    number = sum(map(amount, came), _ZERO) - sum(map(amount, went), _ZERO)
    if len(left) == 1 and number > 0 and not any(group.broken for group in (*came, *went)):
        left[0].total = Token(plain(number), 0, 0, number=number)


def but_for(came: Sequence[Group], went: Sequence[Group]) -> None:
    """都给了，公司那件只给了一部分: single ones told behind all of them are no more among those."""
    for at, group in enumerate(went):
        single = [one for one in went[at + 1 :] if amount(one)] if group.every else []
        over = sum(map(amount, went), _ZERO) - sum(map(amount, came), _ZERO)
        if not single or over != sum(map(amount, single), _ZERO) or over >= amount(group):
            continue
        less = Counter({column: of_column(one, column) for one in single for column in columns_of(one)})
        left = {column: number - less[column] for column, number in group.parts.items()}
        if min(left.values(), default=0) < 0 or (left and less.total() != over):
            continue
        group.parts = {column: Decimal(number) for column, number in left.items()}
        group.typed = {column: plain(Decimal(number)) for column, number in left.items()}
        if group.total:
            group.total = Token(plain(amount(group) - over), 0, 0, number=amount(group) - over)
