"""Say it in one breath: what a sentence answers beyond the question it was typed at, shown before anything is kept.

One decision: nothing is taken in silence. What would be recorded stands in a line with the words it came from; what
contradicts an answer is asked and not taken; what was not understood stays a note in the person's words.
"""

import re
from collections.abc import Mapping, Sequence

from assistant.breath_tables import Sheet, take
from assistant.talk_result import Talk
from assistant.talked_tables import read_talk
from assistant.views import Proposal, ProposalLine
from phrasebank.reading import Clause
from phrasebank.understand import understand_text
from prompts.commands import read_command
from prompts.interview import Interview
from prompts.question import Question
from prompts.replies import Accepted, parse
from prompts.state import State
from report.document import ASPECTS

_ALOUD: Mapping[str, str] = {"公开总量": "公开总数", "依申请公开受理": "依申请公开"}
"""What a clerk calls some themes of the phrase bank."""
_BETWEEN = "，,；;、。：: \t"
_EMPTY_BRACKET = re.compile(r"[（(][，,；;、\s]*[）)]")
_FIELDS: Mapping[str, str] = {"T2": "主动公开", "T3": "依申请公开", "T4": "依申请公开", "FEE6": "其他事项"}
"""Where words are noted that were typed at the question of a table."""


def propose(question: Question, typed: str, state: State, interview: Interview) -> Proposal | None:
    """What ``typed`` answers beyond ``question``; None when it is an ordinary reply.

    Args:
        question: What is asked now.
        typed: What the person typed, untouched.
        state: What is known.
        interview: The questions, to find where words are noted.
    """
    edition = state.edition
    if edition is None or not _fits(question) or not typed.strip() or read_command(typed):
        return None
    plain_reply = parse(question, typed, state)
    if (
        question.table
        and isinstance(plain_reply, Accepted)
        and f"gate.{question.table}" in plain_reply.values
    ):
        return None
    clauses = understand_text(typed, _field(question))
    plans = [(one.start, one.start + len(one.text)) for one in clauses if one.tense == "planned"]
    talk = read_talk(edition, typed, question.table, plans, opening=question.kind == "yesno")
    sheet = Sheet(question, state, edition)
    take(sheet, talk)
    if not sheet.values and not any(line.question for line in sheet.lines):
        return None
    rest = _rest(typed, talk, sheet)
    _note(sheet, rest, interview)
    return Proposal(question.id, typed, tuple(sheet.lines), rest, sheet.values)


def _fits(question: Question) -> bool:
    """Whether a sentence typed here may speak of other things: not in names and numbers, nor in problems and plans."""
    if question.field in {"存在问题", "改进情况"} or question.slots[0].startswith("last_year."):
        return False
    return question.kind in {"note", "ticks", "table"} or (question.kind == "yesno" and bool(question.table))


def _field(question: Question) -> str:
    return question.field or _FIELDS.get(question.table, "其他事项")


def _rest(typed: str, talk: Talk, sheet: Sheet) -> str:
    """The person's words without the clauses that became values."""
    away = list(talk.used)
    if sheet.focus:
        away += talk.doubtful
    away = [
        (start, end)
        for start, end in sorted(away)
        if sheet.focus or not any(typed[start:end] in words for words in sheet.kept)
    ]
    lines = []
    begin = 0
    for line in typed.splitlines(keepends=True):
        pieces, at, end = [], begin, begin + len(line)
        for start, stop in away:
            if begin <= start < end:
                pieces.append(typed[at:start])
                at = stop
        pieces.append(typed[at:end])
        lines.append(_joined(pieces))
        begin = end
    return "\n".join(line for line in lines if line)


def _joined(pieces: Sequence[str]) -> str:
    """Stretches of one line put together again, each mark once."""
    text = ""
    for piece in pieces:
        text = text.rstrip(_BETWEEN) + piece if text and piece[:1] in _BETWEEN else text + piece
    text = _EMPTY_BRACKET.sub("", text.strip())
    return text.strip(_BETWEEN) if len(pieces) > 1 else text


def _note(sheet: Sheet, rest: str, interview: Interview) -> None:
    """Words that are left go to the question they were typed at; from a table's question, to the notes of its aspect."""
    if not rest:
        return
    question = sheet.question
    if question.table:
        question = next(
            one
            for one in reversed(interview.relevant(sheet.state))
            if one.kind in {"ticks", "note"} and one.field == _field(question) and not one.when.figures
        )
    slot = question.slots[-1]
    lines = tuple(line.strip() for line in rest.splitlines() if line.strip())
    before = sheet.state.answers.get(slot) if sheet.question.table else None
    sheet.values = {slot: (*before, *lines) if isinstance(before, tuple) else lines, **sheet.values}
    for clause in understand_text(rest, question.field):
        sheet.lines.append(_note_line(clause))


def _note_line(clause: Clause) -> ProposalLine:
    said = "、".join(f"{quantity.value} {quantity.unit}".strip() for quantity in clause.quantities)
    where = clause.field if clause.field in ASPECTS else "原话"
    name = clause.themes[0].partition("（")[0] if clause.themes else where
    if said and clause.themes:
        return ProposalLine(_ALOUD.get(name, name), said, clause.text)
    return ProposalLine(name, "照原话记下", clause.text)
