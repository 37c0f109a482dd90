"""Say it in one breath: what a sentence answers beyond the question it was typed at, shown before anything is kept.

One decision: nothing is taken in silence. What would be recorded stands in a line with the words it came from; what
contradicts an answer is asked and not taken; what was not understood stays a note in the person's words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.talk_result import Talk, Told
from assistant.talked_tables import read_talk
from assistant.views import Proposal, ProposalLine
from phrasebank.reading import Clause
from phrasebank.understand import understand_text
from prompts.interview import Interview
from prompts.question import Question, Value
from prompts.replies import Accepted, Refused, parse, read_cell, read_command
from prompts.state import State
from report.cells import Cells, plain
from report.document import ASPECTS
from report.form import Edition
from report.tables import compute

_ZERO = Decimal(0)
_ALOUD: Mapping[str, str] = {"公开总量": "公开总数", "依申请公开受理": "依申请公开"}
"""What a clerk calls some themes of the phrase bank."""
_BETWEEN = "，,；;、。 \t"
_EMPTY_BRACKET = re.compile(r"[（(][，,；;、\s]*[）)]")
_FIELDS: Mapping[str, str] = {"T2": "主动公开", "T3": "依申请公开", "T4": "依申请公开", "FEE6": "其他事项"}
"""Where words are noted that were typed at the question of a table."""


@dataclass(eq=False)
class _Sheet:
    """The proposal while it is being written."""

    question: Question
    state: State
    edition: Edition
    lines: list[ProposalLine] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    """Words whose clause stays in the note although it was read."""

    @property
    def focus(self) -> str:
        return self.question.table

    def show(self, label: str, value: str, words: str) -> None:
        self.lines.append(ProposalLine(label, value, words))

    def ask(self, label: str, sentence: str, words: str) -> None:
        self.lines.append(ProposalLine(label, sentence, words, question=True))
        self.kept.append(words)


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
    talk = read_talk(edition, typed, question.table, plans)
    sheet = _Sheet(question, state, edition)
    _take(sheet, talk)
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


# What the tables take


def _take(sheet: _Sheet, talk: Talk) -> None:
    zero = _zero_tables(sheet, talk.told)
    for table, words in zero.items():
        _close(sheet, table, words)
    for told in talk.told:
        if told.table not in zero:
            _fill(sheet, told)
    for doubt in talk.doubts:
        if sheet.focus == doubt.table or doubt.table != "T2":
            sheet.ask(_name(sheet, doubt.table), doubt.sentence, doubt.words)
            _open(sheet, doubt.table)
    doubtful = {doubt.table for doubt in talk.doubts}
    for table, words in talk.rest_zero.items():
        if table in doubtful:
            sheet.ask(_name(sheet, table), "其余的等上面问清了再填 0，好吗？", words)
        else:
            _rest_zero(sheet, table, words)
    _compare(sheet, talk)


def _zero_tables(sheet: _Sheet, told: Sequence[Told]) -> dict[str, str]:
    """Tables of which everything was said to be 0, with the words that said so."""
    found: dict[str, str] = {}
    for table in dict.fromkeys(one.table for one in told):
        here = [one for one in told if one.table == table]
        cells = {cell: text for one in here for cell, text in one.cells.items()}
        asked = [cell.id for cell in sheet.edition.table(table).cells if cell.asked]
        if all(cells.get(cell) == "0" for cell in asked) and any(len(one.cells) > 1 for one in here):
            found[table] = "，".join(dict.fromkeys(one.words for one in here))
    return found


def _close(sheet: _Sheet, table: str, words: str) -> None:
    """没收到申请: the table is 0, unless something else stands in it or was answered."""
    figures = sheet.state.figures
    name = _name(sheet, table)
    filled = [
        cell
        for cell in sheet.edition.table(table).cells
        if cell.asked and figures and (figures.value(cell.id) or _ZERO) != _ZERO
    ]
    if filled and figures:
        number = plain(figures.value(filled[0].id) or _ZERO)
        place = filled[0].label.removeprefix(name).strip()
        sheet.ask(name, f"{name}里已经填了“{place}”{number}，又说“{words}”，哪个对？", words)
    elif sheet.state.answers.get(f"gate.{table}") is True and sheet.question.id != f"gate.{table}":
        sheet.ask(name, f"前面答过{name}有数要填，又说“{words}”，哪个对？", words)
    elif figures and figures.is_zero(table):
        sheet.kept.append(words)
    else:
        sheet.values[f"gate.{table}"] = False
        sheet.show(name, "全部为 0" if sheet.edition.table(table).grid else "0", words)


def _fill(sheet: _Sheet, told: Told) -> None:
    """Cells as they were said; a cell that holds something else is changed only where its table is being asked about."""
    values: dict[str, Value] = {}
    for cell_id, text in told.cells.items():
        reply = read_cell(sheet.edition.cell(cell_id), text)
        if isinstance(reply, Refused):
            sheet.ask(told.label, reply.sentence, told.words)
            return
        if isinstance(reply, Accepted):
            values |= reply.values
    known = sheet.state.answers
    other = [
        cell
        for cell in told.cells
        if known.get(cell) not in {None, values[cell]} or sheet.values.get(cell) not in {None, values[cell]}
    ]
    if all(known.get(slot) == value for slot, value in values.items()):
        sheet.kept.append(told.words)
        return
    value = told.value
    if other:
        cell = sheet.edition.cell(other[0])
        before = known.get(other[0]) if known.get(other[0]) is not None else sheet.values.get(other[0])
        said = plain(before) if isinstance(before, Decimal) else ""
        if told.table != sheet.focus or other[0] in sheet.values:
            place = cell.label.removeprefix(_name(sheet, told.table)).strip()
            sheet.ask(told.label, f"“{place}”前面是 {said}，这里说“{told.words}”，哪个对？", told.words)
            return
        value += f"（原来是 {said}）"
    sheet.values |= values
    sheet.show(told.label, value, told.words)
    if any(isinstance(number, Decimal) and number for number in values.values()):
        _open(sheet, told.table)
        if told.table == "T2" and sheet.focus != "T2":
            sheet.kept.append(told.words)


def _open(sheet: _Sheet, table: str) -> None:
    """Somebody who names a number of a table has answered whether it has any."""
    gate = f"gate.{table}"
    if sheet.state.answers.get(gate) is None:
        sheet.values[gate] = True


def _rest_zero(sheet: _Sheet, table: str, words: str) -> None:
    known = {**sheet.state.answers, **sheet.values}
    left = [cell.id for cell in sheet.edition.table(table).cells if cell.asked and known.get(cell.id) is None]
    if left:
        sheet.values |= dict.fromkeys(left, _ZERO)
        sheet.show(f"{_name(sheet, table)} 其余 {len(left)} 格", "0", words)


def _compare(sheet: _Sheet, talk: Talk) -> None:
    """A total that was said is held against the computed one and goes nowhere."""
    if not talk.totals:
        return
    numbers = {
        slot: value
        for slot, value in {**sheet.state.cells.numbers, **sheet.values}.items()
        if isinstance(value, Decimal)
    }
    figures = compute(sheet.edition, Cells(numbers))
    for total in talk.totals:
        computed = figures.value(total.figure)
        if computed is not None and computed != total.value:
            sheet.ask(
                total.label,
                f"您说 {plain(total.value)}，各项加起来是 {plain(computed)}，哪一项不对？",
                total.words,
            )
        elif computed is None:
            sheet.show(total.label, f"{plain(total.value)}（总计由程序加，这里不记）", total.words)


def _name(sheet: _Sheet, table: str) -> str:
    return sheet.edition.table(table).name


# What stays in words


def _rest(typed: str, talk: Talk, sheet: _Sheet) -> str:
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


def _note(sheet: _Sheet, rest: str, interview: Interview) -> None:
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
