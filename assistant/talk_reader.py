"""Goes through the clauses of a sentence and gathers what was said of each row: the heart of reading tables by talk.

One decision: a clause is understood whole or not at all; one that is not ends what was spoken of.
"""

from collections.abc import Sequence
from decimal import Decimal

from assistant.talk_balance import amount
from assistant.talk_clauses import TalkClause, Token, cut_at_parts, cut_at_rows, stretch
from assistant.talk_groups import Group, Said, apply, other_unit
from assistant.talk_result import row_cells
from assistant.talk_words import ColumnWords, Lexicon, Meaning, TableWords, talk_file

_ZERO = Decimal(0)
_EVERY = "都全均"


def _over(one: Meaning, other: Meaning) -> bool:
    """Whether one is the heading over the other: 不予公开因为涉及个人隐私 speaks of the row."""
    return bool(
        one.row and other.row and one.table is other.table and set(other.row.rows) < set(one.row.rows)
    )


class Reader:
    """Goes through the clauses once; a failed clause leaves no trace."""

    def __init__(self, words: Lexicon, *, opening: bool) -> None:
        self.words = words
        self.opening = opening
        self.groups: list[Group] = []
        self.current: list[Group] = []
        self.rest_zero: dict[str, str] = {}

    def read(self, index: int, clause: TalkClause) -> bool:
        """Read one clause; False when it was not understood. After such a clause nothing goes on with a row."""
        if clause.tokens and self.current and all(token.means("filler", "within") for token in clause.tokens):
            return True
        table = self._table(clause.tokens) or self._opened(clause.tokens) if clause.tokens else None
        if table is None:
            self.current = []
            return False
        if self._all_the_rest(clause, table):
            return True
        known, before = len(self.groups), self.current
        segments = self._segments(clause.tokens, table)
        done = [self._segment(one, index, clause, whole=len(segments) == 1) for one in segments]
        if not all(done):
            del self.groups[known:]
            self.current = before if len(self.groups) and before and before[-1] in self.groups else []
        return all(done)

    def _table(self, tokens: Sequence[Token]) -> TableWords | None:
        """The table a clause speaks of: the one a row of it names, else the one spoken of before, else the focus."""
        named = [
            meaning.table
            for token in tokens
            for meaning in token.meanings
            if meaning.kind in {"row", "whole", "sum"} and meaning.table
        ]
        certain = [
            token.meanings[0].table
            for token in tokens
            if token.meanings and all(each.kind in {"row", "whole", "sum"} for each in token.meanings)
        ]
        if certain:
            return certain[0]
        if self.current:
            return self.current[-1].table
        here = [table for table in named if table.id == self.words.focus]
        return next(iter([*here, *named]), None)

    def _opened(self, tokens: Sequence[Token]) -> TableWords | None:
        """Asked whether there were any: the table whose own row a bare number belongs to."""
        if not self.opening or self.groups or not any(token.number for token in tokens):
            return None
        if any(token.means("others", "rest", "sum") for token in tokens):
            return None
        here = (table for table in talk_file().tables if table.id == self.words.focus)
        return next((table for table in here if table.whole_row), None)

    def _all_the_rest(self, clause: TalkClause, table: TableWords) -> bool:
        """其余0, 其他都是0: every cell of the table nobody has answered."""
        content = [token for token in clause.tokens if not token.means("filler", "all")]
        if len(content) != 2 or not content[0].means("others", "rest"):
            return False
        if not (content[1].number == _ZERO or content[1].means("negator")):
            return False
        self.rest_zero[table.id] = clause.text
        return True

    def _segments(self, tokens: Sequence[Token], table: TableWords) -> list[list[Token]]:
        """One stretch for each row that is named with its numbers, cut again at 其中 and 其余."""
        content = [token for token in tokens if not token.means("filler")]
        segments = cut_at_rows(content, [self._subject(token, table) for token in content])
        return [part for one in segments for part in cut_at_parts(one)]

    def _subject(self, token: Token, table: TableWords) -> Meaning | None:
        """The row a token names, unless it is a column of the table spoken of."""
        if self._column(token, table):
            return None
        named = [each for each in token.meanings if each.kind in {"row", "whole", "sum"}]
        return next((each for each in named if each.table is table), named[0] if named else None)

    def _column(self, token: Token, table: TableWords) -> ColumnWords | None:
        return next(
            (each.column for each in token.meanings if each.kind == "column" and each.table is table), None
        )

    def _segment(self, tokens: Sequence[Token], index: int, clause: TalkClause, *, whole: bool) -> bool:
        """Read what is said of one row, or of the row spoken of before."""
        table = self._table(tokens) or self._opened(tokens)
        if table is None:
            return False
        subjects = self._subjects(tokens, table)
        said = Said.of(tokens, lambda token: self._column(token, table))
        if said is None or any(unit and unit not in table.counters for unit in said.units):
            return False
        if len(subjects) == 1 and not said.numbers and not said.zero:
            return self._uncounted(subjects[0], said, index, clause)
        groups = self._begun(subjects, table, said, clause) if subjects else self._gone_on(said, clause)
        for group in groups:
            group.spans.append(stretch(tokens, clause, whole=whole))
            group.clauses.add(index)
        return bool(groups)

    def _subjects(self, tokens: Sequence[Token], table: TableWords) -> list[Meaning]:
        """The rows that are named, each once; the table's own word only where no row of it is named."""
        named = [meaning for token in tokens if (meaning := self._subject(token, table))]
        if not named and self._opened(tokens):
            named = [Meaning("whole", table)]
        subjects = [meaning for at, meaning in enumerate(named) if meaning not in named[:at]]
        rows = [each.table for each in subjects if each.kind == "row"]
        subjects = [each for each in subjects if each.kind != "whole" or each.table not in rows]
        return [each for each in subjects if not any(_over(each, other) for other in subjects)]

    def _begun(
        self, subjects: Sequence[Meaning], table: TableWords, said: Said, clause: TalkClause
    ) -> list[Group]:
        """Groups for rows named here; none when what is said does not fit them."""
        together = said.zero and (said.all or len(subjects) > 1)
        groups = [Group(each.table or table, each, clause.sentence, together=together) for each in subjects]
        if len(groups) > 1 and not said.zero and not said.each:
            return []
        if len(groups) == 1 and said.run and not said.columns:
            done = self._row_run(groups[0], said)
        else:
            done = all(apply(group, said) for group in groups)
        if not done:
            return []
        self.groups += groups
        self.current = groups
        return groups

    def _gone_on(self, said: Said, clause: TalkClause) -> list[Group]:
        """The groups a clause without a row adds to; a number that does not fit breaks them."""
        groups = self._spoken_of(said, clause)
        if groups and all(apply(group, said) for group in groups):
            return groups
        for group in groups if said.numbers and not other_unit(groups, said) else ():
            group.broken = True
        return []

    def _uncounted(self, subject: Meaning, said: Said, index: int, clause: TalkClause) -> bool:
        """A row without a number: which of a heading's rows it is (不给2件，属于国家秘密), or all that came (都给了)."""
        group = self.current[0] if len(self.current) == 1 else None
        if group is None or group.table is not subject.table or subject.row is None or len(said.columns) > 1:
            return False
        if group.narrows_to(subject.row):
            group.subject, group.heading = subject, group.subject.row
        elif group.heading and set(subject.row.rows) <= set(group.heading.rows):
            group.broken = True
            return False
        elif self._is_all(group, clause):
            group = group.copy_to(subject, clause.sentence)
            self.groups.append(group)
            self.current = [group]
        else:
            return False
        if said.columns:
            if group.parts or group.rest:
                return False
            group.rest = said.columns[0].column
        group.spans.append(clause.text)
        group.clauses.add(index)
        return True

    def _is_all(self, group: Group, clause: TalkClause) -> bool:
        """Whether a row without a number is told of all that came: 都给了; of a single request 给了 is enough."""
        if group.came and clause.text[0] in _EVERY:
            return not any(one.carried for one in self.groups)
        others = [
            one for one in self.groups if (one.came or one.carried) and one is not group and amount(one)
        ]
        return (group.came or group.carried) and amount(group) == 1 and not others

    def _spoken_of(self, said: Said, clause: TalkClause) -> list[Group]:
        """What a clause without a row goes on with; 都是个人 goes with every row whose columns are still open."""
        if not self.current:
            return []
        if not (said.all and len(said.columns) == 1 and not said.numbers):
            return self.current
        table = self.current[-1].table
        alone = clause.sentence != self.current[-1].sentence
        return [
            group
            for group in self.groups
            if group.table is table
            and group.total is not None
            and not group.parts
            and not group.rest
            and group.subject.kind != "sum"
            and (alone or group.sentence == clause.sentence)
        ]

    def _row_run(self, group: Group, said: Said) -> bool:
        """R01 3 0 0 0 0 0: one number for each cell of the row."""
        row = group.subject.row
        if row is None or len(row.rows) != 1:
            return False
        cells = row_cells(self.words.edition, group.table.id, row.rows[0])
        if len(cells) != len(said.numbers):
            return False
        for cell, number in zip(cells, said.numbers, strict=True):
            group.parts[cell.column] = number.number or _ZERO
            group.typed[cell.column] = number.text
        group.complete = True
        return True
