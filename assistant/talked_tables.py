"""Tables by talk: 予以公开3件，都是个人；不掌握2件，其中企业1件 → cells, each with the words it came from.

One decision: a number goes into a cell only when its row and its column were both said, or follow by adding up. What
lacks one of them is asked in one sentence; totals are compared with what they add up, never stored.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from assistant.talk_balance import settle_columns
from assistant.talk_clauses import cut
from assistant.talk_fees import TABLE as FEES
from assistant.talk_fees import read_fees
from assistant.talk_inside import none_but, told_inside
from assistant.talk_known import known_groups
from assistant.talk_lexicon import lexicon
from assistant.talk_reader import Reader
from assistant.talk_result import resolve
from assistant.talk_told import Talk
from assistant.talk_words import TableWords, talk_file
from prompts.state import State
from report.form import Edition


def read_talk(
    state: State,
    typed: str,
    focus: str = "",
    ignore: Sequence[tuple[int, int]] = (),
    *,
    opening: bool = False,
) -> Talk:
    """Read what a clerk says of the tables.

    Args:
        state: What is known: its year tells the form and which year is 去年, its tables what others leave.
        typed: One reply, of any number of sentences.
        focus: The table that is asked about, whose everyday words then count; empty elsewhere.
        ignore: Where clauses stand that speak of no table, whatever their words (plans for next year).
        opening: Whether it was asked if there were any: a bare number then says how many came.
    """
    edition, figures = state.edition, state.figures
    assert edition is not None  # noqa: S101  tables are asked for once the year is known
    assert figures is not None  # noqa: S101
    if focus == FEES and not ignore and (fees := read_fees(typed)):
        return fees
    words = lexicon(edition.id, focus)
    known = known_groups(figures, talk_file().tables) if focus else ()
    reader = Reader(words, known, opening=opening)
    clauses = [
        replace(clause, tokens=())
        if any(start < clause.end and clause.start < end for start, end in ignore)
        else clause
        for clause in cut(_years_named(typed, state.year), words)
    ]
    clauses = [replace(clause, text=typed[clause.start : clause.end]) for clause in clauses]
    inside = told_inside(clauses, words) if focus else {}
    understood = [index in inside or reader.read(index, clause) for index, clause in enumerate(clauses)]
    for index, table in none_but(clauses, understood, reader.groups).items() if focus else ():
        understood[index], reader.rest_zero[table] = True, clauses[index].text
    settle_columns(edition, reader.groups, known)
    talk = resolve(edition, reader.groups, reader.rest_zero, clauses, understood)
    return replace(talk, inside=tuple(dict.fromkeys(inside.values())))


def _years_named(typed: str, year: int | None) -> str:
    """2024年的 · 转到2026年: the years beside the report's own by their names, every character in its place."""
    if year is None:
        return typed
    return typed.replace(f"{year - 1}年", "\u2003\u2003\u2003去年").replace(
        f"{year + 1}年", "明年\u2003\u2003\u2003"
    )


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
