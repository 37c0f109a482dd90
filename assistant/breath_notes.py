"""What of a sentence stays a note: the words that became no value, where they are kept, and the lines that say so.

One decision: words go to the question they were typed at; from a table's question, to the notes of its aspect.
"""

from collections.abc import Mapping, Sequence

from assistant.breath_sheet import Sheet
from assistant.left_over import FIELDS, LEFT, speaks_of, together
from assistant.talk_told import Talk
from assistant.talked_tables import row_named
from assistant.views import ProposalLine
from phrasebank.reading import Clause
from phrasebank.understand import understand_text
from prompts.interview import Interview
from prompts.question import Question
from report.document import ASPECTS
from report.lazily import pattern

BETWEEN = "，,；;、。：: \t"
"""Marks that end nothing when the words before or behind them go."""
_ALOUD: Mapping[str, str] = {"公开总量": "公开总数", "依申请公开受理": "依申请公开"}
"""What a clerk calls some themes of the phrase bank."""
_REQUESTS = "依申请公开受理"
"""The theme of whatever is counted of requests: its rows have names of their own."""
_EMPTY_BRACKET = pattern(r"[（(][，,；;、\s]*[）)]")


def field_of(question: Question) -> str:
    """The field of the notes that words typed at a question belong to."""
    return question.field or FIELDS.get(question.table, "其他事项")


def words_left(typed: str, talk: Talk, sheet: Sheet, lead: int) -> str:
    """The person's words without the clauses that became values, and without the first ``lead`` characters."""
    away = [*talk.used, (0, lead)] if lead else list(talk.used)
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
        text = text.rstrip(BETWEEN) + piece if text and piece[:1] in BETWEEN else text + piece
    text = _EMPTY_BRACKET.sub("", text.strip())
    return text.strip(BETWEEN) if len(pieces) > 1 else text


def note(sheet: Sheet, rest: str, interview: Interview) -> None:
    """Words that are left go to the question they were typed at; from a table's question, to the notes of its aspect."""
    if not rest:
        return
    question = sheet.question
    if question.table:
        rest = _of_the_table(sheet, rest)
        question = next(
            one
            for one in reversed(interview.relevant(sheet.state))
            if one.kind in {"ticks", "note"} and one.field == field_of(question) and not one.when.figures
        )
    if not rest:
        return
    slot = question.slots[-1]
    lines = tuple(line.strip() for line in rest.splitlines() if line.strip())
    beside = sheet.question.table or sheet.question.kind == "ticks"
    before = sheet.state.answers.get(slot) if beside else None
    sheet.values = {slot: (*before, *lines) if isinstance(before, tuple) else lines, **sheet.values}
    if question is not sheet.question and not interview.answered(question, sheet.state):
        sheet.values[f"again.{question.id}"] = True
    for clause in understand_text(rest, question.field):
        sheet.lines.append(_note_line(clause, sheet))


def _of_the_table(sheet: Sheet, rest: str) -> str:
    """Keep aside the clauses that speak of the table that is asked about; the others come back."""
    table, mine, others = sheet.focus, list[str](), list[str]()
    for line in rest.splitlines():
        clauses = [one.text for one in understand_text(line, FIELDS[table])]
        aside = [text for text in clauses if speaks_of(table, text)]
        mine += aside
        left = [text for text in clauses if text not in aside]
        others.append(line if not aside else "，".join(left))
    if mine:
        before = sheet.state.answers.get(LEFT + table)
        sheet.values[LEFT + table] = together(before if isinstance(before, tuple) else None, mine)
        sheet.lines += [ProposalLine("没看懂", "先照原话留着", text) for text in mine]
    return "\n".join(line for line in others if line.strip())


def _note_line(clause: Clause, sheet: Sheet) -> ProposalLine:
    """What stays a note: what was understood of it, or that nothing was and where it is kept."""
    said = "、".join(f"{quantity.value} {quantity.unit}".strip() for quantity in clause.quantities)
    where = clause.field if clause.field in ASPECTS else "原话"
    if sheet.focus:
        return ProposalLine("没看懂", f"原话记在“{where}”" if where in ASPECTS else "照原话记下", clause.text)
    name = clause.themes[0].partition("（")[0] if clause.themes else where
    if name == _REQUESTS:
        name = row_named(sheet.edition, "T3", clause.text) or where
    if said and clause.themes:
        return ProposalLine(_ALOUD.get(name, name), said, clause.text)
    return ProposalLine(name, "照原话记下", clause.text)
