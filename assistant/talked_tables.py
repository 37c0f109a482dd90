"""Tables by talk: 予以公开3件，都是个人；不掌握2件，其中企业1件 → cells, each with the words it came from.

One decision: a number goes into a cell only when its row and its column were both said, or follow by adding up. What
lacks one of them is asked in one sentence; totals are compared with what they add up, never stored.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from assistant.talk_balance import settle_columns
from assistant.talk_clauses import cut
from assistant.talk_reader import Reader
from assistant.talk_result import Talk, resolve
from assistant.talk_words import TableWords, lexicon
from report.form import Edition


def read_talk(
    edition: Edition,
    typed: str,
    focus: str = "",
    ignore: Sequence[tuple[int, int]] = (),
    *,
    opening: bool = False,
) -> Talk:
    """Read what a clerk says of the tables.

    Args:
        edition: The form of the report's year.
        typed: One reply, of any number of sentences.
        focus: The table that is asked about, whose everyday words then count; empty elsewhere.
        ignore: Where clauses stand that speak of no table, whatever their words (plans for next year).
        opening: Whether it was asked if there were any: a bare number then says how many came.
    """
    words = lexicon(edition.id, focus)
    reader = Reader(words, opening=opening)
    clauses = [
        replace(clause, tokens=())
        if any(start < clause.end and clause.start < end for start, end in ignore)
        else clause
        for clause in cut(typed, words)
    ]
    understood = [reader.read(index, clause) for index, clause in enumerate(clauses)]
    settle_columns(edition, reader.groups)
    return resolve(edition, reader.groups, reader.rest_zero, clauses, understood)


def row_named(edition: Edition, table_id: str, text: str) -> str:
    """The row of a table that one clause names, in the words of the form's rows; empty when it names none, or two."""
    words = lexicon(edition.id, table_id)
    named = {
        meaning.row.label if meaning.row else _own_row(meaning.table)
        for clause in cut(text, words)
        for token in clause.tokens
        for meaning in token.meanings
        if meaning.kind in {"row", "whole"} and meaning.table and meaning.table.id == table_id
    }
    return named.pop() if len(named) == 1 else ""


def _own_row(table: TableWords) -> str:
    return next((row.label for row in table.rows if row.rows == (table.whole_row,)), "")
