"""What a sentence at a table left that was not understood, and that speaks of the table: kept until the table knows it.

One decision: such words are no answer of their own. What of them makes no sentence waits in the text (【待核】) while the
table is open, and is gone when it is filled in any way and every number in them stands in it.
"""

import re
from collections.abc import Mapping, Sequence

from assistant.talk_words import talk_file
from prompts.question import Question
from prompts.state import State
from report.numerals import read_numeral

LEFT = "left."
"""``left.<table>``: lines of words."""
FIELDS: Mapping[str, str] = {"T2": "主动公开", "T3": "依申请公开", "T4": "依申请公开", "FEE6": "其他事项"}
"""The field of the notes that words typed at the question of a table belong to."""
_NUMBER = re.compile(r"[0-9０-９]+|[零一二两三四五六七八九十百千万]+(?=[件份个宗起项条次元])")


def speaks_of(table: str, text: str) -> bool:
    """Whether words that were left say something of a table: a number, or what it counts.

    Args:
        table: Its id.
        text: One clause.
    """
    about = next(one.about for one in talk_file().tables if one.id == table)
    return bool(_NUMBER.search(text)) or any(word in text for word in about)


def left_at(question: Question, state: State) -> tuple[str, ...]:
    """The words left at a table, told at the question whether it has anything."""
    kept = state.answers.get(LEFT + question.table) if question.kind == "yesno" and question.table else None
    return kept if isinstance(kept, tuple) else ()


def known_by_now(state: State) -> frozenset[str]:
    """Words left at tables that are filled, and in which every number they hold stands."""
    return frozenset(
        line
        for table in FIELDS
        if isinstance(lines := state.answers.get(LEFT + table), tuple)
        for line in lines
        if _known(line, table, state)
    )


def _known(line: str, table: str, state: State) -> bool:
    figures = state.figures
    if figures is None or not figures.known(table):
        return False
    standing = {figures.value(one) for one in figures.edition.ids if one.startswith(f"{table}.")}
    return all(read_numeral(match[0]) in standing for match in _NUMBER.finditer(line))


def together(before: Sequence[str] | None, lines: Sequence[str]) -> tuple[str, ...]:
    """Lines kept before and those of one more sentence, each once."""
    return tuple(dict.fromkeys((*(before or ()), *lines)))
