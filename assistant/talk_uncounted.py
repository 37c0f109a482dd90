"""What is said of a row without a number: a heading's row, all that came, what the others leave, or what is still to come.

One decision: a number that was not said is taken only where what came leaves no other; else the row is asked for it.
"""

from collections.abc import Sequence
from decimal import Decimal

from assistant.talk_amounts import amount, of_column
from assistant.talk_balance import came_here
from assistant.talk_clauses import TalkClause, Token
from assistant.talk_groups import Group, Said
from assistant.talk_lexicon import Lexicon, Meaning
from assistant.talk_words import TableWords
from report.cells import plain

_EVERY = "都全均"
_ONE = Decimal(1)
_REVIEW, _STRAIGHT, _SUED = ("V",), ("W",), ("X",)
"""Who sued after a reconsideration had one: of one reconsideration there is one suit."""


class Uncounted:
    """The rows spoken of, and what may be added to them without a number."""

    def __init__(self, words: Lexicon, known: Sequence[Group]) -> None:
        self.words = words
        self.known = known
        self.groups: list[Group] = []
        self.current: list[Group] = []

    def uncounted(
        self, subject: Meaning, table: TableWords, said: Said, tokens: Sequence[Token], clause: TalkClause
    ) -> Group | None:
        """The group that a row without a number speaks of; None when it fits nothing."""
        if subject.row is None or len(said.columns) > 1:
            return None
        fresh = Group(table, subject, clause.sentence)
        if any(token.means("others", "rest") for token in tokens):
            return self._left(fresh, said, tokens)
        group = self._spoken_last(clause, said)
        if group is None or group.table is not table:
            return self._waiting(fresh, said)
        named = (one for one in tokens if any(each.row is subject.row for each in one.meanings))
        at = next(named, tokens[0]).start
        before = [one.text for one in clause.tokens if one.start < at and one.means("filler", "all")]
        every = any(word in text for text in (*before, clause.text[at - clause.start]) for word in _EVERY)
        return self._behind(group, fresh, said, every=every)

    def straight_to_court(self, subjects: Sequence[Meaning], said: Said) -> Meaning | None:
        """官司1件，没复议: of a suit that is spoken of it tells which kind it is, not that there was no reconsideration at all."""
        group = self.current[0] if len(self.current) == 1 else None
        row = subjects[0].row if len(subjects) == 1 else None
        if (
            group is None
            or row is None
            or row.rows != _REVIEW
            or not said.zero
            or said.numbers
            or said.columns
        ):
            return None
        straight = next((one for one in group.table.rows if one.rows == _STRAIGHT), None)
        return Meaning("row", group.table, row=straight) if straight and group.narrows_to(straight) else None

    def _behind(self, group: Group, fresh: Group, said: Said, *, every: bool) -> Group | None:
        """A row named behind what was counted before it."""
        if self._narrows(group, fresh.subject):
            return self._with_column(group, said)
        if group.broken:
            return None
        if len(said.columns) == 1 and self._all_of_column(group, fresh, said, every=every):
            return self._begun_with(fresh, None)
        if self._is_all(group, every=every):
            return self._begun_with(group.copy_to(fresh.subject, fresh.sentence), said)
        return self._waiting(fresh, said)

    def _left(self, group: Group, said: Said, tokens: Sequence[Token]) -> Group | None:
        """别的都给了: what is left of a heading, else of all that came; 其他 is then no column."""
        group.rest_of_all, group.total = True, self._left_of_heading(group)
        column = any(token.means("column") and not token.means("others", "rest") for token in tokens)
        return self._begun_with(group, said if column else None)

    def _waiting(self, group: Group, said: Said) -> Group | None:
        """A row of the table that is asked about, named before its number."""
        if group.table.id != self.words.focus or said.all:
            return None
        group.waits, group.total = True, self._only(group)
        return self._begun_with(group, said)

    def _begun_with(self, group: Group, said: Said | None) -> Group | None:
        """A new group, spoken of from now on, with the column that was said of it."""
        if said is not None and self._with_column(group, said) is None:
            return None
        self.groups.append(group)
        self.current = [group]
        return group

    def _with_column(self, group: Group, said: Said) -> Group | None:
        if said.columns:
            if group.parts or group.rest:
                return None
            group.rest = said.columns[0].column
        return group

    def _spoken_last(self, clause: TalkClause, said: Said) -> Group | None:
        """The one group a clause goes on with; where that came to nothing, or all was told before, what did come."""
        group = self.current[0] if len(self.current) == 1 else None
        came = [one for one in (*self.groups, *self.known) if (one.came or one.carried) and amount(one)]
        nothing = group is not None and group.total is not None and not amount(group)
        anew = not self.current and (clause.text[0] in _EVERY or len(said.columns) == 1)
        if len(came) == 1 and (nothing or anew):
            return came[0]
        return group

    def _narrows(self, group: Group, subject: Meaning) -> bool:
        """Which of a heading's rows it is (不给2件，属于国家秘密), or the heading named behind its row (秘密1件，没给)."""
        row = group.subject.row
        assert subject.row is not None  # noqa: S101
        if group.narrows_to(subject.row):
            group.subject, group.heading = subject, row
            return True
        if group.heading and set(subject.row.rows) <= set(group.heading.rows):
            group.broken = subject.row.rows != group.subject.row.rows if group.subject.row else True
            return not group.broken
        return bool(row and len(row.rows) == 1 and set(row.rows) < set(subject.row.rows))

    def _all_of_column(self, came: Group, fresh: Group, said: Said, *, every: bool) -> bool:
        """个人的都给了: all that came of one column; of a single request 给了 is enough."""
        mine = came_here(self.groups, self.known, came.table)
        column = said.columns[0].column
        if len(mine) != 1 or (column not in mine[0].parts and column != mine[0].rest):
            return False
        number = Decimal(of_column(mine[0], column))
        if not number or not (number == _ONE or every):
            return False
        fresh.parts, fresh.typed, fresh.complete = {column: number}, {column: plain(number)}, True
        return True

    def _is_all(self, group: Group, *, every: bool) -> bool:
        """Whether a row without a number is told of all that came: 都给了; of a single request 给了 is enough."""
        if group.came and every:
            stands = [one for one in self.known if group.known and not one.came and amount(one)]
            return not stands and not any(one.carried for one in (*self.groups, *self.known))
        others = [
            one for one in self.groups if (one.came or one.carried) and one is not group and amount(one)
        ]
        return (group.came or group.carried) and amount(group) == 1 and not others

    def _left_of_heading(self, group: Group) -> Token | None:
        """不公开3件，其中国家秘密1件，其余是内部事务: what the heading's other rows leave of it."""
        rows = set(group.subject.row.rows) if group.subject.row else set()
        headings = [one for one in self.groups if one.subject.row and rows < set(one.subject.row.rows)]
        if not headings or headings[-1].table is not group.table:
            return None
        heading = headings[-1].subject.row
        inner = [
            one for one in self.groups
            if one is not headings[-1] and one.subject.row and heading
            and set(one.subject.row.rows) <= set(heading.rows)
        ]  # fmt: skip
        left = amount(headings[-1]) - sum(map(amount, inner), Decimal(0))
        return Token(plain(left), 0, 0, number=left) if left > 0 else None

    def _only(self, group: Group) -> Token | None:
        """The number that is left to a row by the one it follows from; None where there is no such row, or more."""
        row = group.subject.row
        if row is None or row.rows != _SUED:
            return None
        told = [
            one for one in (*self.groups, *self.known) if one.subject.row and one.subject.row.rows == _REVIEW
        ]
        return Token("1", 0, 0, number=_ONE) if sum(map(amount, told), Decimal(0)) == _ONE else None
