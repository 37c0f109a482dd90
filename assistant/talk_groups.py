"""What was said of one row, put together from several clauses: 不掌握2件 · 其中企业1件 · 其余都是个人.

One decision: what does not fit is refused as a whole, so that no number changes its place to make a sentence work.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

import msgspec

from assistant.talk_clauses import Token
from assistant.talk_lexicon import Meaning
from assistant.talk_words import ColumnWords, RowWords, TableWords
from report.cells import plain

_ZERO = Decimal(0)
_MONEY = ("元", "万元", "块")
NIL = Token("0", 0, 0, number=_ZERO)


class Group(msgspec.Struct, eq=False):
    """One row (or heading) and what was said of it."""

    table: TableWords
    subject: Meaning
    sentence: int
    total: Token | None = None
    parts: dict[str, Decimal] = msgspec.field(default_factory=dict)
    typed: dict[str, str] = msgspec.field(default_factory=dict)
    """Column → its number as typed, with its unit."""
    rest: str = ""
    """The column that takes what is left of the total."""
    complete: bool = False
    broken: bool = False
    """Two things said of it do not go together."""
    together: bool = False
    """It was said to be 0 together with others (新收结转都是0), so that of a heading all is meant."""
    heading: RowWords | None = None
    """The heading it was told of first, when its row was named afterwards."""
    rest_of_all: bool = False
    """It is what the other results leave of all that came (别的都给了)."""
    every: bool = False
    """It is told of all that came (都给了), but for what is told of single ones beside it."""
    waits: bool = False
    """It was named without a number, which may follow (复议维持了，1件)."""
    known: bool = False
    """It stands in the table already; only the sums look at it."""
    spans: list[str] = msgspec.field(default_factory=list)
    clauses: set[int] = msgspec.field(default_factory=set)

    @property
    def came(self) -> bool:
        """Whether it says how many came this year."""
        row, own = self.subject.row, self.table.whole_row
        return bool(own) and (self.subject.kind == "whole" or bool(row and row.rows == (own,)))

    @property
    def carried(self) -> bool:
        """Whether it speaks of what was open from the year before, so that 都 is more than what came."""
        row = self.subject.row
        told = (self.total and self.total.number) or any(self.parts.values())
        return bool(row and row.rows == ("R02",) and told)

    def narrows_to(self, row: RowWords) -> bool:
        """Whether it was told of a heading over this row."""
        heading = self.subject.row
        return bool(heading and len(heading.rows) > 1 and set(row.rows) < set(heading.rows))

    def copy_to(self, subject: Meaning, sentence: int) -> "Group":
        """The same numbers for another row; of one that stands in the table already they are all there is."""
        typed = dict(self.typed) or {column: plain(number) for column, number in self.parts.items()}
        whole = self.complete or self.known
        return Group(
            self.table, subject, sentence, self.total, dict(self.parts), typed, self.rest, whole, every=True
        )  # fmt: skip

    @property
    def words(self) -> str:
        """All the words that spoke of it."""
        return "，".join(dict.fromkeys(self.spans))

    @property
    def empty(self) -> bool:
        """Whether no number was said yet."""
        return self.total is None and not self.parts


class Said(msgspec.Struct, frozen=True):
    """The content of one stretch: numbers and columns in their order, and what joins them."""

    order: str
    """``N`` and ``C`` in the order they stand."""
    numbers: tuple[Token, ...]
    columns: tuple[ColumnWords, ...]
    zero: bool
    all: bool
    rest: bool
    each: bool

    @staticmethod
    def of(tokens: Sequence[Token], column: Callable[[Token], ColumnWords | None]) -> "Said | None":
        """Sort the tokens; None when 没有 stands beside a number."""
        order = ""
        numbers: list[Token] = []
        columns: list[ColumnWords] = []
        for token in tokens:
            found = column(token)
            if token.number is not None:
                order, numbers = order + "N", [*numbers, token]
            elif found:
                order, columns = order + "C", [*columns, found]
        negated = any(token.means("negator") for token in tokens)
        negated = negated or any(each.nil for token in tokens for each in token.meanings)
        if negated and any(token.number for token in numbers):
            return None
        zero = negated or (bool(numbers) and len(numbers) == 1 and numbers[0].number == _ZERO)
        kinds = {meaning.kind for token in tokens for meaning in token.meanings}
        return Said(
            order, tuple(numbers), tuple(columns), zero, "all" in kinds, "rest" in kinds, "each" in kinds
        )  # fmt: skip

    @property
    def run(self) -> bool:
        """Several numbers and no column: one for each cell."""
        return len(self.numbers) > 1 and not self.columns

    @property
    def units(self) -> tuple[str, ...]:
        """The counters of its numbers."""
        return tuple(token.unit for token in self.numbers)


def apply(group: Group, said: Said) -> bool:
    """Put what was said into the group; False when it does not fit there."""
    if said.zero:
        return _nothing(group, said)
    if said.each:
        if len(said.numbers) != 1:
            return False
        number = said.numbers[0]
        columns = [(column, number) for column in said.columns]
        return _parts(group, columns) if columns else _total(group, number)
    return _column_only(group, said) if not said.numbers else _counted(group, said)


def _nothing(group: Group, said: Said) -> bool:
    """没有, 0件: of the columns named, else of the whole row."""
    if said.columns and (group.subject.kind != "whole" or group.total is not None):
        return _parts(group, [(column, NIL) for column in said.columns])
    return not said.columns and group.empty and _total(group, NIL)


def _counted(group: Group, said: Said) -> bool:
    """3件 · 3件个人 · 个人2件、企业1件 · 3件，个人2件、企业1件."""
    columns, numbers, pairs = said.columns, said.numbers, len(said.columns)
    if said.order == "N":
        return _total(group, numbers[0])
    if said.order and said.order == "NC" * pairs and group.empty:
        group.complete = group.table.totals
    if said.order in {"NC" * pairs, "CN" * pairs}:
        return _parts(group, zip(columns, numbers, strict=True))
    if said.order in {"N" + "NC" * pairs, "N" + "CN" * pairs}:
        return _total(group, numbers[0]) and _parts(group, zip(columns, numbers[1:], strict=True))
    return False


def _total(group: Group, number: Token) -> bool:
    if group.total is not None:
        return False
    group.total = number
    return True


def _parts(group: Group, pairs: Iterable[tuple[ColumnWords, Token]]) -> bool:
    pairs = list(pairs)
    if any(column.column in group.parts for column, _ in pairs) or group.subject.kind == "sum":
        return False
    for column, number in pairs:
        group.parts[column.column] = number.number or _ZERO
        group.typed[column.column] = number.text
    return True


def _column_only(group: Group, said: Said) -> bool:
    """都是个人, 结果维持: the column of everything counted before."""
    if len(said.columns) != 1 or group.rest:
        return False
    if group.total is None and not (group.waits or (said.rest and group.parts)):
        return False
    if any(group.parts.values()) and not said.rest:
        return False
    group.rest = said.columns[0].column
    return True


def other_unit(groups: Sequence[Group], said: Said) -> bool:
    """An amount of money behind a count speaks of something else."""
    units = {group.total.unit in _MONEY for group in groups if group.total and group.total.unit}
    return units == {False} and any(unit in _MONEY for unit in said.units)
