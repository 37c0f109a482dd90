"""What a sentence at a table left that was not understood, and that speaks of the table: kept until the table knows it.

One decision: such words are no answer of their own. What of them makes no sentence waits in the text (【待核】) while the
table is open, and is gone when it is filled in any way and every number in them stands in it.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from assistant.talk_words import talk_file
from prompts.question import Question
from prompts.state import State
from report.lazily import pattern
from report.numerals import read_numeral

LEFT = "left."
"""``left.<table>``: lines of words."""
FIELDS: Mapping[str, str] = {"T2": "主动公开", "T3": "依申请公开", "T4": "依申请公开", "FEE6": "其他事项"}
"""The field of the notes that words typed at the question of a table belong to."""
_NUMBER = pattern(r"[0-9０-９]+|[零一二两三四五六七八九十百千万]+(?=[件份个宗起项条次元])")
_AMOUNT = pattern(
    r"(?P<before>约|大概|大约|差不多|近|将近)?(?P<number>[0-9０-９]+(?:[.．][0-9０-９]+)?(?:[千万亿][0-9０-９千百]*)?"
    r"|[零一二两三四五六七八九十百千万]+)(?P<after>多|余|来|左右|上下)?(?P<scale>[万])?"
)
_NEAR = Decimal("0.2")


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
    return all(_stands(match, standing) for match in _AMOUNT.finditer(line))


def _stands(said: re.Match[str], standing: Collection[Decimal | None]) -> bool:
    """Whether a number of the words stands in the table, in its own unit or in 万; 约358万 is any that is near it."""
    number = read_numeral(said["number"])
    if number is None:
        return False
    about = said["before"] or said["after"]
    near = _NEAR if about else Decimal(0)
    scales = (number, number / 10**4) if number else (number,)
    return any(
        value is not None and abs(value - scale) <= near * scale for value in standing for scale in scales
    )


def together(before: Sequence[str] | None, lines: Sequence[str]) -> tuple[str, ...]:
    """Lines kept before and those of one more sentence, each once."""
    return tuple(dict.fromkeys((*(before or ()), *lines)))
