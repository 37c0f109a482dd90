"""Say it in one breath: what a sentence answers beyond the question it was typed at, shown before anything is kept.

One decision: nothing is taken in silence. What would be recorded stands in a line with the words it came from; what
contradicts an answer is asked and not taken; what was not understood stays a note in the person's words.
"""

import msgspec
from msgspec.structs import replace

from assistant.breath_lead import fits, lead_of, led, opens
from assistant.breath_notes import BETWEEN, field_of, note, words_left
from assistant.breath_sheet import Sheet
from assistant.breath_tables import take
from assistant.left_over import LEFT
from assistant.talked_tables import read_talk
from assistant.turning import turned_to_nothing
from assistant.views import Proposal, ProposalLine
from assistant.waiting import ASKED, Waiting, still_to_ask, to_ask, waiting
from phrasebank.understand import understand_text
from prompts.commands import read_command
from prompts.interview import Interview
from prompts.question import Question, Value
from prompts.replies import Accepted, Refused, parse
from prompts.state import State
from report.lazily import pattern

_CHANNEL = "(?:网上|网络|在线|平台|信函|信件|来信|信|邮寄|寄信|当面|现场|窗口|传真|邮件|电子邮件|邮箱)"
_CAME = pattern(
    rf"(?:(?:有|都是|其中|另外|还有)?{_CHANNEL}(?:申请|提交|提|交|收到|来|的)*[0-9０-９一二两三四五六七八九十百]+[件份个封]?[，,、；;。和]?)+"
)
"""How requests came, by their numbers."""
_COUNTED = pattern(r"[0-9０-９一二两三四五六七八九十百]+\s*(?:[件份个宗起]|\Z|[，,。；;])")


def propose(question: Question, typed: str, state: State, interview: Interview) -> Proposal | None:
    """What ``typed`` answers beyond ``question``; None when it is an ordinary reply.

    Args:
        question: What is asked now.
        typed: What the person typed, untouched.
        state: What is known.
        interview: The questions, to find where words are noted.
    """
    if state.edition is None or not typed.strip() or read_command(typed) or question.about:
        return None  # what a number of a table is about fills no table
    if question.kind == "number":
        return _beside_a_number(question, typed, state, interview)
    if not fits(question):
        return None
    plain_reply = parse(question, typed, state)
    asked = waiting(question, state)
    if (
        question.table
        and isinstance(plain_reply, Accepted)
        and f"gate.{question.table}" in plain_reply.values
    ):
        return _closed(question, typed, state) if asked else None
    if asked is not None:
        answered = _answered(question, typed, asked, state, interview)
        if answered := answered or _said_on(question, typed, asked, state, interview):
            return answered
    return _of_its_table(question, typed, state, interview) or _of_tables(question, typed, state, interview)


def _of_tables(question: Question, typed: str, state: State, interview: Interview) -> Proposal | None:
    """What is said of the table that is asked about, or of any other by its name; else of one other table alone."""
    found = _read(question, typed, state, interview)
    own = found and any(question.table in slot for slot in found.values if not slot.startswith(LEFT))
    beyond = found is None or (found.rest and not own)
    other = _of_another_table(question, typed, state, interview) if beyond else None
    return other or found or _how_they_came(question, typed, state, interview)


def _of_another_table(question: Question, typed: str, state: State, interview: Interview) -> Proposal | None:
    """公开18件，不掌握2件, where reconsiderations are asked about: told of the table it belongs to, if every word speaks of that."""
    if not question.table or not isinstance(parse(question, typed, state), Refused):
        return None
    return of_one_table(question, typed, state, interview)


def of_one_table(question: Question, typed: str, state: State, interview: Interview) -> Proposal | None:
    """What a sentence says wholly of one table that is not asked about; None where a word of it says anything else."""
    if state.edition is None:
        return None
    for other in (one for one in interview.questions if one.kind == "table" and one.table != question.table):
        found = _read(other, typed, state, interview, _Again("", opening=False))
        if found and not found.rest and any(not line.hint for line in found.lines):
            name = state.edition.table(other.table).name
            hint = ProposalLine(name, f"这是{name}的，记到那里", typed.strip(), hint=True)
            return replace(found, question=question.id, lines=(hint, *found.lines))
    return None


def _how_they_came(question: Question, typed: str, state: State, interview: Interview) -> Proposal | None:
    """网上9件，信2件, where it is asked whether there were any: there were, and the words answer what is asked next."""
    next_asked = (one for one in interview.questions if one.when.answers == {f"gate.{question.table}": True})
    notes = next((one for one in next_asked if one.kind == "note" and not one.when.figures), None)
    if question.kind != "yesno" or notes is None or not _CAME.fullmatch(typed.strip()):
        return None
    if not isinstance(parse(question, typed, state), Refused):
        return None
    gate = question.slots[0]
    table = state.edition.table(question.table).name if state.edition else question.table
    lines = (
        ProposalLine(table, "有", typed.strip()),
        ProposalLine("怎么交来的", typed.strip(), typed.strip()),
    )
    return Proposal(question.id, typed, lines, "", {gate: True, notes.slots[0]: (typed.strip(),)})


def _beside_a_number(question: Question, typed: str, state: State, interview: Interview) -> Proposal | None:
    """发了3份，应收300元, where one number of a table is asked: told of all its numbers, if it is no number alone."""
    table = question.slots[0].partition(".")[0]
    gate = next((one for one in interview.questions if one.table == table), None)
    if gate is None or not isinstance(parse(question, typed, state), Refused):
        return None
    found = _read(gate, typed, state, interview)
    return replace(found, question=question.id) if found and not found.rest else None


def _of_its_table(question: Question, typed: str, state: State, interview: Interview) -> Proposal | None:
    """有的，收到六个, where it is asked how the requests came: told of the table, if it counts and every word speaks of it."""
    asked = (one for one in interview.questions if one.kind == "table")
    table = next((one for one in asked if question.when.answers.get(f"gate.{one.table}") is True), None)
    if table is None or question.table or not _COUNTED.search(typed):
        return None
    found = _read(table, typed, state, interview)
    told = found is not None and any(not line.hint for line in found.lines)
    return replace(found, question=question.id) if found and told and not found.rest else None


def _closed(question: Question, typed: str, state: State) -> Proposal:
    """没有, where something of the table was asked: it may mean the whole table, or only that; so it is shown first."""
    assert state.edition is not None  # noqa: S101
    sheet = Sheet(question, state, state.edition)
    cells = [cell.id for cell in state.edition.table(question.table).cells if cell.asked]
    filled = sum(bool(state.answers.get(cell)) for cell in cells)
    sheet.show(state.edition.table(question.table).name, turned_to_nothing(filled), typed)
    values: dict[str, Value] = {f"gate.{question.table}": False, ASKED + question.table: ()}
    return Proposal(question.id, typed, tuple(sheet.lines), "", values)


def _answered(
    question: Question, typed: str, asked: Waiting, state: State, interview: Interview
) -> Proposal | None:
    """What the words tell as an answer to what an earlier sentence left open; None when they tell something else."""
    assert state.edition is not None  # noqa: S101  proposed only where there is one
    if read_talk(state, typed, question.table).told:
        return None
    line = asked.with_answer(typed)
    before = _read(question, asked.line, state, interview, _Again(""))
    noted = before.rest if before else ""
    found = _read(question, line, state, interview, _Again(noted, asked.line))
    if found is None or all(one.question or one.hint for one in found.lines):
        left = [one.value for one in found.questions] if found else []
        if not left or any(one.startswith(asked.sentence) for one in left):
            return None
    return replace(found, typed=typed, line=line) if found and not found.rest else None


def _said_on(
    question: Question, typed: str, asked: Waiting, state: State, interview: Interview
) -> Proposal | None:
    """What the words tell behind those that left something open (收到六个 · 一个不给，别的都给了); None when they tell else."""
    line = f"{asked.line.rstrip('。；;，, ')}；{typed.strip()}"
    before = _read(question, asked.line, state, interview, _Again(""))
    alone = _read(question, typed, state, interview)
    noted = before.rest if before else ""
    found = _read(question, line, state, interview, _Again(noted, asked.line))
    again = alone and any(slot.split(".")[1:2] == [row] for slot in alone.values for row in asked.rows)
    if again or found is None or found.rest or not (alone or asked.rows):
        return None
    return replace(found, typed=typed, line=line)


class _Again(msgspec.Struct, frozen=True):
    """Words that are read again."""

    noted: str
    """What of them stands in a note already."""
    line: str = ""
    """The line that they answer."""
    opening: bool = True
    """Whether a bare number may say how many came."""


def _read(
    question: Question,
    typed: str,
    state: State,
    interview: Interview,
    again: _Again | None = None,
) -> Proposal | None:
    """What is taken of the words."""
    assert state.edition is not None  # noqa: S101
    clauses = understand_text(typed, field_of(question))
    plans = (
        []
        if question.table
        else [(one.start, one.start + len(one.text)) for one in clauses if one.tense == "planned"]
    )
    lead = lead_of(question, typed, state)
    talk = read_talk(
        state,
        typed,
        question.table,
        plans,
        opening=again.opening if again else opens(question, state),
    )
    sheet = Sheet(question, state, state.edition)
    take(sheet, talk)
    if lead is not None:
        led(sheet, lead, typed[: lead.end].rstrip(BETWEEN))
    if not sheet.values and not any(line.question for line in sheet.lines):
        return None
    rest = words_left(typed, talk, sheet, lead.end if lead else 0)
    if again and rest == again.noted:
        rest = ""
    note(sheet, rest, interview)
    values = {
        **sheet.values,
        **to_ask(typed, [line for line in sheet.lines if line.question], question.table),
    }
    slot = ASKED + question.table
    if question.table and state.answers.get(slot):
        new = values.get(slot)
        older = still_to_ask(question.table, state, talk, again.line if again else "")
        values[slot] = (*(new if isinstance(new, tuple) else ()), *older)
    return Proposal(question.id, typed, tuple(sheet.lines), rest, values)
