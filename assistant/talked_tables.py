"""Tables by talk: 予以公开3件，都是个人；不掌握2件，其中企业1件 → cells, each with the words it came from.

One decision: a number goes into a cell only when its row and its column were both said, or follow by adding up. What
lacks one of them is asked in one sentence; totals are compared with what they add up, never stored.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.talk_clauses import TalkClause, Token, cut
from assistant.talk_groups import Group, Said, apply
from assistant.talk_result import Talk, resolve, row_cells
from assistant.talk_words import ColumnWords, Lexicon, Meaning, TableWords, lexicon
from report.form import Edition

_ZERO = Decimal(0)


def read_talk(edition: Edition, typed: str, focus: str = "", ignore: Sequence[tuple[int, int]] = ()) -> Talk:
    """Read what a clerk says of the tables.

    Args:
        edition: The form of the report's year.
        typed: One reply, of any number of sentences.
        focus: The table that is asked about, whose everyday words then count; empty elsewhere.
        ignore: Where clauses stand that speak of no table, whatever their words (plans for next year).
    """
    words = lexicon(edition.id, focus)
    reader = _Reader(words)
    clauses = [
        replace(clause, tokens=())
        if any(start < clause.end and clause.start < end for start, end in ignore)
        else clause
        for clause in cut(typed, words)
    ]
    understood = [reader.read(index, clause) for index, clause in enumerate(clauses)]
    return resolve(edition, reader.groups, reader.rest_zero, clauses, understood)


class _Reader:
    """Goes through the clauses once; a failed clause leaves no trace."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.groups: list[Group] = []
        self.current: list[Group] = []
        self.rest_zero: dict[str, str] = {}

    def read(self, index: int, clause: TalkClause) -> bool:
        """Read one clause; False when it was not understood. After such a clause nothing goes on with a row."""
        table = self._table(clause.tokens) if clause.tokens else None
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

    def _all_the_rest(self, clause: TalkClause, table: TableWords) -> bool:
        """其余0: every cell of the table nobody has answered."""
        content = [token for token in clause.tokens if not token.means("filler")]
        if len(content) != 2 or not content[0].means("others"):
            return False
        if not (content[1].number == _ZERO or content[1].means("negator")):
            return False
        self.rest_zero[table.id] = clause.text
        return True

    def _segments(self, tokens: Sequence[Token], table: TableWords) -> list[list[Token]]:
        """One stretch for each row that is named with its numbers."""
        content = [token for token in tokens if not token.means("filler")]
        subjects = [self._subject(token, table) is not None for token in content]
        runs = [at for at, is_one in enumerate(subjects) if is_one and not (at and subjects[at - 1])]
        if len(runs) <= 1:
            return [content]
        if runs[0] == 0:
            bounds = [*runs, len(content)]
        else:
            ends = [
                at + 1
                for at, one in enumerate(subjects)
                if one and not (at + 1 < len(subjects) and subjects[at + 1])
            ]
            bounds = [0, *ends[:-1], len(content)]
        return [content[left:right] for left, right in pairwise(bounds)]

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
        table = self._table(tokens)
        if table is None:
            return False
        named = [meaning for token in tokens if (meaning := self._subject(token, table))]
        subjects = [meaning for at, meaning in enumerate(named) if meaning not in named[:at]]
        if any(each.kind == "row" for each in subjects):
            rows = [each.table for each in subjects if each.kind == "row"]
            subjects = [each for each in subjects if each.kind != "whole" or each.table not in rows]
        said = Said.of(tokens, lambda token: self._column(token, table))
        if said is None or any(unit and unit not in table.counters for unit in said.units):
            return False
        if subjects:
            groups = [Group(each.table or table, each, clause.sentence) for each in subjects]
            if len(groups) > 1 and not said.zero and not said.each:
                return False
            if len(groups) == 1 and said.run and not said.columns:
                done = self._row_run(groups[0], said)
            else:
                done = all(apply(group, said) for group in groups)
            if done:
                self.groups += groups
                self.current = groups
        else:
            groups = self._spoken_of(said, clause)
            done = bool(groups) and all(apply(group, said) for group in groups)
            for group in groups if not done and said.numbers else ():
                group.broken = True
        for group in groups if done else ():
            group.spans.append(_stretch(tokens, clause, whole=whole))
            group.clauses.add(index)
        return done

    def _spoken_of(self, said: "Said", clause: TalkClause) -> list[Group]:
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

    def _row_run(self, group: Group, said: "Said") -> bool:
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


def _stretch(tokens: Sequence[Token], clause: TalkClause, *, whole: bool) -> str:
    """The words of one stretch; of the whole clause where it speaks of one row only."""
    return (
        clause.text if whole else clause.text[tokens[0].start - clause.start : tokens[-1].end - clause.start]
    )
