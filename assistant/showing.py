"""Questions, conversation and task list as a person sees them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from assistant.desk import work_of
from assistant.desk_views import OpenPoint
from assistant.drafting import CHECKED
from assistant.due import year_options
from assistant.open_points import counted
from assistant.tick_asks import load_tick_asks
from assistant.views import (
    Exchange,
    OptionView,
    PartView,
    QuestionKind,
    QuestionView,
    TickView,
    Welcome,
)
from db.store import Answer
from phrasebank.reading import final_words
from prompts.contact import in_words
from prompts.interview import Interview, Part
from prompts.question import Question, Value
from prompts.state import State
from report.cells import plain
from report.edition import edition_for
from report.problem import InputProblem
from report.years import deadline, year_due

if TYPE_CHECKING:
    from phrasebank.bank import Bank

_KINDS: Mapping[str, QuestionKind] = {
    "text": "text",
    "list": "text",
    "contact": "text",
    "choice": "choice",
    "yesno": "yesno",
    "number": "number",
    "note": "note",
    "ticks": "ticks",
    "table": "table",
}
"""Kind of a question → how it looks; names, lists and addresses are all one line of text."""
_YESNO = (OptionView("有", "有"), OptionView("没有", "没有"))


class Scene(msgspec.Struct, frozen=True, eq=False):
    """Everything there is to show from, at one moment."""

    interview: Interview
    state: State
    answers: Mapping[str, Answer]
    last: State | None
    bank: "Callable[[], Bank]"
    """Asked for tick lists only: the first question is shown before the phrases are read."""
    today: date


def question_view(question: Question, scene: Scene) -> QuestionView:
    """One question as it is asked now."""
    state, answers, last = scene.state, scene.answers, scene.last
    part = next(one for one in scene.interview.parts if one.key == question.part)
    asked = [one for one in part.questions if state.holds(one.when)]
    given = {slot: answers[slot].value for slot in question.slots if slot in answers}
    before = {slot: last.answers[slot] for slot in question.slots if slot in last.answers} if last else {}
    default = state.default(question)
    return QuestionView(
        id=question.id,
        part=part.label,
        number=asked.index(question) + 1 if question in asked else 1,
        total=len(asked),
        ask=question.ask,
        kind=_KINDS[question.kind],
        options=_options(question, default, scene.today),
        suggested=next((one.label for one in question.options if one.value == default), default),
        ticks=_ticks(question, given, scene),
        last_year=words(question, before),
        current=_as_typed(question, given),
        lines=_own_lines(given) if question.ticks else (),
        help=question.help,
        law=question.law,
        example=question.example,
        table=question.table if question.kind == "table" else "",
        optional=question.optional,
    )


def _options(question: Question, default: str, today: date) -> tuple[OptionView, ...]:
    if question.options:
        return tuple(OptionView(option.label, option.label, option.hint) for option in question.options)
    if question.kind == "yesno":
        return _YESNO
    if question.number == "year" and question.kind == "number":
        return year_options(today)
    return (OptionView(default, default),) if default else ()


def _ticks(question: Question, given: Mapping[str, Value], scene: Scene) -> tuple[TickView, ...]:
    kind = scene.state.kind
    if not question.ticks or kind is None:
        return ()
    ticked = next((value for value in given.values() if isinstance(value, tuple)), ())
    offered = scene.bank().ticks(question.ticks, scene.state.year or year_due(scene.today), kind)
    asks = load_tick_asks()
    return tuple(
        TickView(tick.theme, tick.label, tick.theme in ticked, asks.get(tick.theme, ())) for tick in offered
    )


def _own_lines(given: Mapping[str, Value]) -> tuple[str, ...]:
    notes = (value for slot, value in given.items() if slot.startswith("note."))
    return tuple(line for value in notes if isinstance(value, tuple) for line in value)


def words(question: Question, values: Mapping[str, Value]) -> str:
    """An answer in words, as a person would recognise it; empty when there is none."""
    if question.kind == "contact":
        return in_words({slot: value for slot, value in values.items() if isinstance(value, str)})
    said = [_value(question, value) for value in values.values()]
    return "；".join(word for word in said if word)


def _as_typed(question: Question, given: Mapping[str, Value]) -> str:
    """An answer as it can be sent again: a note keeps its lines."""
    notes = [value for value in given.values() if isinstance(value, tuple)]
    return "\n".join(notes[0]) if question.kind == "note" and notes else words(question, given)


def _value(question: Question, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        labels = [option.label for option in question.options] or [option.label for option in _YESNO]
        return labels[0] if value else labels[1]
    if isinstance(value, Decimal):
        return plain(value) + question.unit
    if isinstance(value, tuple):
        lines = [final_words(line) or line for line in value]
        return (
            "、".join(lines)
            if question.kind in {"ticks", "list"}
            else "；".join(line.rstrip("。；") for line in lines)
        )
    return next((option.label for option in question.options if option.value == value), value)


def transcript(scene: Scene) -> tuple[Exchange, ...]:
    """What was asked and answered, in asking order; what followed by itself is left out."""
    interview, state, answers = scene.interview, scene.state, scene.answers
    labels = {part.key: part.label for part in interview.parts}
    exchanges = []
    for question in interview.relevant(state):
        given = {slot: answers[slot].value for slot in question.slots if slot in answers}
        if given and interview.answered(question, state):
            skipped = interview.skipped(question, state)
            passed = "跳过" if _passed_over(question, scene) else "案卷里没有写"
            said = passed if skipped else words(question, given) or "没有"
            carried = any(answers[slot].source == "carried" for slot in given)
            exchanges.append(
                Exchange(question.id, labels[question.part], question.ask, said, skipped, carried)
            )
    return tuple(exchanges)


def questions(scene: Scene, part: str) -> tuple[Exchange, ...]:
    """All questions of a part (empty: of every part) in asking order; those nobody answered have no answer."""
    given = {exchange.id: exchange for exchange in transcript(scene)}
    labels = {each.key: each.label for each in scene.interview.parts}
    return tuple(
        given.get(question.id) or Exchange(question.id, labels[question.part], question.ask, "")
        for question in scene.interview.relevant(scene.state)
        if question.part == part or not part
    )


def welcome(scene: Scene, edition_name: str, points: Sequence[OpenPoint] | None) -> Welcome:
    """The task list.

    Args:
        scene: The answers.
        edition_name: Name of the form of the report's year; empty while the year is not known.
        points: What stands open; None while it is not counted.
    """
    interview, state = scene.interview, scene.state
    name = state.answers.get("unit.name")
    due = deadline(state.kind) if state.year and state.kind else None
    return Welcome(
        unit_name=name if isinstance(name, str) else "",
        year=state.year,
        edition_name=edition_name,
        last_done=_last_done(scene),
        deadline=due.text if due else "",
        days_left=due.days_left(state.year, scene.today) if due and state.year else None,
        parts=(*(_part(part, scene) for part in interview.progress(state)), _open_points(points)),
        notice=_notice(state),
    )


def _last_done(scene: Scene) -> str:
    latest = max(scene.answers.values(), key=lambda answer: answer.batch, default=None)
    if latest is None:
        return ""
    labels = {part.key: part.label for part in scene.interview.parts}
    owners = {
        slot: labels[question.part] for question in scene.interview.questions for slot in question.slots
    }
    reviewed = work_of(latest.slot) or latest.slot.startswith(CHECKED)
    last = "审改" if reviewed else owners.get(latest.slot, "填表")
    return f"{last}（{moment(latest.when)}）"


def moment(when: str) -> str:
    """A time of the journal (ISO 8601) as a person says it, in their own zone: ``1月5日 16:40``."""
    local = datetime.fromisoformat(when).astimezone()
    return f"{local.month}月{local.day}日 {local:%H:%M}"


def _passed_over(question: Question, scene: Scene) -> bool:
    """Whether a person passed a question over; one of which a case file says nothing was not."""
    given = (scene.answers[slot] for slot in question.slots if slot in scene.answers)
    return scene.interview.skipped(question, scene.state) and any(one.source != "pasted" for one in given)


def _part(part: Part, scene: Scene) -> PartView:
    if part.status == "untouched":
        detail = "未开始"
    elif part.status == "open":
        detail = f"还差 {part.total - part.done} 问"
    else:
        asked = scene.interview.relevant(scene.state)
        skipped = sum(one.part == part.key and _passed_over(one, scene) for one in asked)
        detail = f"跳过 {skipped} 问" if skipped else ""
    return PartView(part.key, part.label, part.status, detail)


def _open_points(points: Sequence[OpenPoint] | None) -> PartView:
    if points is None:
        return PartView("open-points", "待处理", "untouched", "正在核对……")
    stops = any(point.kind != "look" for point in points)
    return PartView("open-points", "待处理", "open" if stops else "done", counted(points))


def _notice(state: State) -> str:
    try:
        return edition_for(state.year)[1] if state.year else ""
    except InputProblem as why:
        return str(why)
