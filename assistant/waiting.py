"""What a sentence left to be asked: kept with the table it speaks of, and asked there first.

One decision: the words themselves are kept (slot ``asked.<table>``) and what is to be asked is read from them anew each
time. So it outlives a restart, is taken back with its sentence, and is gone by itself once its place is known.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec

from assistant.talk_told import Doubt, Talk, Told
from assistant.talk_words import talk_file
from assistant.talked_tables import read_talk
from assistant.views import Proposal, ProposalLine
from prompts.question import Question, Value
from prompts.replies import Accepted, Refused, read_cell
from prompts.state import State
from report.cells import plain
from report.form import Edition
from report.lazily import pattern

ASKED = "asked."
_TWO = 2
_FORMER = frozenset(
    {"前一种", "前者", "前面那种", "前面的", "第一种", "第一个", "前一个", "是前一种", "前面一种"}
)
_LATTER = frozenset(
    {"后一种", "后者", "后面那种", "后面的", "第二种", "第二个", "后一个", "是后一种", "后面一种"}
)
_BEFORE_ANSWER = pattern(r"^[，,、。；;\s]+")


class Waiting(msgspec.Struct, frozen=True):
    """One thing to be asked."""

    sentence: str
    """The question."""
    line: str
    """The words that were said."""
    end: int
    """Where in them an answer belongs."""
    rows: tuple[str, ...] = ()
    """The rows it may belong to."""
    told: Told | None = None
    """What was said against a number that stands in the table."""

    def with_answer(self, typed: str) -> str:
        """The line as it would have been said with the answer in it."""
        answer = _BEFORE_ANSWER.sub("", typed.strip()).rstrip("。；;，, ")
        answer = self._one_of_two(answer) or answer
        return f"{self.line[: self.end]}，{answer}{self.line[self.end :]}"

    def _one_of_two(self, answer: str) -> str:
        """前一种, 后者: the row that is meant, where two were named."""
        place = 0 if answer in _FORMER else 1 if answer in _LATTER else -1
        if len(self.rows) != _TWO or place < 0:
            return ""
        named = (row for table in talk_file().tables for row in table.rows if row.rows == (self.rows[place],))
        return next((row.label for row in named), "")


def waiting(question: Question, state: State) -> Waiting | None:
    """What is to be asked first at the question of a table, or None."""
    kept = state.answers.get(ASKED + question.table) if question.kind == "table" else None
    edition = state.edition
    if edition is None or not isinstance(kept, tuple) or not kept:
        return None
    return next(filter(None, (_first(line, question.table, edition, state) for line in kept)), None)


def _first(line: str, table: str, edition: Edition, state: State) -> Waiting | None:
    """What is to be asked first of one line."""
    talk = read_talk(state, line, table, opening=True)
    for doubt in talk.doubts:
        if doubt.table == table and _open(doubt, edition, state):
            return Waiting(doubt.sentence.partition("例如：")[0], line, doubt.end, doubt.rows)
    against = ((told, _disagrees(told, edition, state)) for told in talk.told)
    other = next(((told, sentence) for told, sentence in against if sentence), None)
    sentence = other[1] if other else _adds_up_otherwise(talk, table, state)
    told = other[0] if other else None
    return Waiting(sentence, line, len(line), told=told) if sentence and not talk.doubts else None


def still_to_ask(table: str, state: State, spoken: Talk, answered: str) -> tuple[str, ...]:
    """What earlier sentences left to be asked of a table and a new one does not speak of, in the words that left it.

    Args:
        table: The table.
        state: What is known.
        spoken: What the new sentence tells.
        answered: The line that it answers; empty when it stands for itself.
    """
    kept, edition = state.answers.get(ASKED + table), state.edition
    if edition is None or not isinstance(kept, tuple):
        return ()
    rows = {cell.split(".")[1] for told in spoken.told for cell in told.cells}
    rows |= {row for doubt in spoken.doubts for row in doubt.rows}
    left = [
        doubt.words
        for line in kept
        if line != answered
        for doubt in read_talk(state, line, table, opening=True).doubts
        if doubt.table == table and _open(doubt, edition, state) and doubt.rows and not rows & {*doubt.rows}
    ]
    return tuple(dict.fromkeys(left))


def _adds_up_otherwise(talk: Talk, table: str, state: State) -> str:
    """A total that was said with all its parts, and is not what they make; empty when it is."""
    figures = state.figures
    for total in talk.totals:
        if figures is None or not total.figure.startswith(f"{table}."):
            continue
        parts = sum((figures.value(cell) or Decimal(0) for cell in figures.sources(total.figure)), Decimal(0))
        told = table in talk.rest_zero or figures.value(total.figure) is not None
        if told and parts != total.value:
            return f"您说 {plain(total.value)}，各项加起来是 {plain(parts)}，哪一项不对？"
    return ""


def _disagrees(told: Told, edition: Edition, state: State) -> str:
    """Why what was said is not what stands in the table, as something to decide; empty when it is."""
    name = edition.table(told.table).name
    if told.whole and state.figures and not state.figures.is_zero(told.table):
        return f"{name}有数，又说过“{told.words}”：真的没有就写“没有”，有就写“跳过”。"
    for cell, text in told.cells.items():
        known, reply = state.answers.get(cell), read_cell(edition.cell(cell), text)
        if known is None and isinstance(reply, Refused):
            return f"“{told.words}”：{reply.sentence}"
        said = reply.values[cell] if isinstance(reply, Accepted) else None
        if isinstance(known, Decimal) and isinstance(said, Decimal) and said and said != known:
            stands = f"“{told.label}”填的是 {plain(known)}，又说过“{told.words}”"
            return f"{stands}：哪个对？写对的那个数（换掉原来的，不是加上），不改写“不改”。"
    return ""


def to_ask(typed: str, questions: Iterable[ProposalLine], focus: str) -> Mapping[str, Value]:
    """What is kept with each table, when a sentence that left questions is confirmed.

    Args:
        typed: The whole sentence.
        questions: What was not taken of it.
        focus: The table that was asked about: of its questions the whole sentence is kept, of others their own words.
    """
    kept: dict[str, Value] = {}
    for table in dict.fromkeys(line.table for line in questions if line.table):
        words = "，".join(dict.fromkeys(line.words for line in questions if line.table == table))
        kept[ASKED + table] = (typed if table == focus else words,)
    return kept


def table_to_ask(proposal: Proposal) -> str:
    """The table whose question comes next when a sentence is confirmed; empty when nothing was left."""
    return next((line.table for line in proposal.questions if line.table), "")


def _open(doubt: Doubt, edition: Edition, state: State) -> bool:
    """Whether a place it may belong to is still unknown."""
    cells = [
        cell.id
        for cell in edition.table(doubt.table).cells
        if cell.asked and (not doubt.rows or cell.row in doubt.rows or not any(doubt.rows))
    ]
    return any(state.answers.get(cell) is None for cell in cells)
