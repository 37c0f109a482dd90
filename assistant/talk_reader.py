"""Goes through the clauses of a sentence and gathers what was said of each row: the heart of reading tables by talk.

One decision: a clause is understood whole or not at all; one that is not ends what was spoken of.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec.structs import replace

from assistant.talk_clauses import (
    TalkClause,
    Token,
    beside,
    cut_at_came,
    cut_at_parts,
    cut_at_rows,
    nil,
    stretch,
)
from assistant.talk_groups import Group, Said, apply, other_unit
from assistant.talk_lexicon import Lexicon, Meaning
from assistant.talk_result import row_cells
from assistant.talk_uncounted import Uncounted
from assistant.talk_words import ColumnWords, TableWords, talk_file

_ZERO = Decimal(0)


def _over(one: Meaning, other: Meaning) -> bool:
    """Whether one is the heading over the other: 不予公开因为涉及个人隐私 speaks of the row."""
    return bool(
        one.row and other.row and one.table is other.table and set(other.row.rows) < set(one.row.rows)
    )


class Reader(Uncounted):
    """Goes through the clauses once; a failed clause leaves no trace.

    Args:
        words: The words that count.
        known: What stands in the tables already.
        opening: Whether a bare number says how many came.
    """

    def __init__(self, words: Lexicon, known: Sequence[Group] = (), *, opening: bool) -> None:
        super().__init__(words, known)
        self.opening = opening
        self.rest_zero: dict[str, str] = {}

    def read(self, index: int, clause: TalkClause) -> bool:
        """Read one clause; False when it was not understood. After such a clause nothing goes on with a row."""
        if clause.tokens and self.current and all(token.means("filler", "within") for token in clause.tokens):
            return True
        if beside(clause.tokens):
            return False
        table = self._table(clause.tokens) or self._opened(clause.tokens) if clause.tokens else None
        if table is None:
            self.current = []
            return False
        if self._all_the_rest(clause, table):
            return True
        known, before = len(self.groups), self.current
        tokens = self._but_the_rest(clause, table)
        segments = self._segments(tokens, table)
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
        if not nil(content[1]) or self._in_a_row(content[0], table):
            return False
        self.rest_zero[table.id] = clause.text
        return True

    def _in_a_row(self, token: Token, table: TableWords) -> bool:
        """维持1，纠正0，其他0: where columns are told one by one, 其他 is one of them."""
        listed = self.current[0] if len(self.current) == 1 else None
        return bool(listed and listed.table is table and listed.parts and self._column(token, table))

    def _but_the_rest(self, clause: TalkClause, table: TableWords) -> Sequence[Token]:
        """许可18件别的都没有: what stands before the words that all the rest is 0."""
        content = [token for token in clause.tokens if not token.means("filler", "all")]
        if len(content) > 2 and content[-2].means("others") and nil(content[-1]):
            self.rest_zero[table.id] = stretch(content[-2:], clause, whole=False)
            return clause.tokens[: clause.tokens.index(content[-2])]
        return clause.tokens

    def _segments(self, tokens: Sequence[Token], table: TableWords) -> list[list[Token]]:
        """One stretch for each row that is named with its numbers, cut again at 其中 and 其余."""
        content = [token for token in tokens if not token.means("filler")]
        segments = cut_at_rows(content, [self._own_row(token, table) for token in content])
        parts = [part for one in segments for part in cut_at_parts(one)]
        return [
            part
            for one in parts
            for part in cut_at_came(one, lambda token: self._subject(token, table), self._is_column(table))
        ]

    def _is_column(self, table: TableWords) -> Callable[[Token], bool]:
        return lambda token: self._column(token, table) is not None

    def _subject(self, token: Token, table: TableWords) -> Meaning | None:
        """The row a token names, unless it is a column of the table spoken of."""
        if self._column(token, table):
            return None
        named = [each for each in token.meanings if each.kind in {"row", "whole", "sum"}]
        return next((each for each in named if each.table is table), named[0] if named else None)

    def _own_row(self, token: Token, table: TableWords) -> Meaning | None:
        """The row a token names; the table's own word (申请) names its own row (新收)."""
        meaning = self._subject(token, table)
        if meaning is None or meaning.kind != "whole" or meaning.table is None:
            return meaning
        own = (row for row in meaning.table.rows if row.rows == (meaning.table.whole_row,))
        return next((Meaning("row", meaning.table, row=row) for row in own), meaning)

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
        groups: list[Group]
        if straight := self.straight_to_court(subjects, said):
            subjects, said = [straight], replace(said, zero=False)
        if len(subjects) == 1 and not said.numbers and not said.zero:
            found = self.uncounted(subjects[0], subjects[0].table or table, said, tokens, clause)
            groups = [found] if found else []
        else:
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
            and not any(group.parts.values())
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
