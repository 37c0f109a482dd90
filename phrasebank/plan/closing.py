"""Sections 五 and 六: the person's problems and measures set into their frames, the fee statement, other matters."""

from collections.abc import Sequence

from phrasebank.figures_said import figure
from phrasebank.fragment import EMPTY, Fragment, join, traced, words
from phrasebank.pen import Part, Pen, gap, verbatim
from phrasebank.plan.flow import ACTS
from phrasebank.reading import Clause
from phrasebank.register import Item, Voice, word_measures, word_problems
from report.document import Sentence
from report.numerals import write_chinese

_NOTHING = (
    "无",
    "没有",
    "没了",
    "暂无",
    "无其他事项",
    "无其他事",
    "没其他事",
    "没有其他事",
    "没有其他",
    "别的没有",
    "没有其他事项",
    "无其他需要报告的事项",
)


def closing_of_problems(
    pen: Pen, problem_clauses: Sequence[Clause], measure_clauses: Sequence[Clause]
) -> tuple[list[Sentence], list[Sentence]]:
    """Section 五: one sentence for the problems, then last year's problems taken up, then this year's measures."""
    voice = Voice(pen.material.unit, pen.material.year)
    problems = word_problems(problem_clauses, voice)
    said = _problems(pen, problems)
    pen.new_paragraph()
    measures = word_measures(measure_clauses, voice, [item for item in problems if not item.verbatim])
    return said, _measures(pen, measures)


def _problems(pen: Pen, items: Sequence[Item]) -> list[Sentence]:
    worded = [item for item in items if not item.verbatim]
    left = [_left(item) for item in items if item.verbatim]
    if not worded:
        return left or [gap("存在的主要问题")]
    sources = _sources(worded)
    if len(worded) == 1:
        return [pen.say("problems.one", {"问题": _wording(worded[0])}, sources=sources), *left]
    slots = {"几": _count(len(worded)), "问题": _enumerated(worded)}
    return [pen.say("problems.many", slots, sources=sources), *left]


def _measures(pen: Pen, items: Sequence[Item]) -> list[Sentence]:
    worded = [item for item in items if not item.verbatim]
    left = [_left(item) for item in items if item.verbatim]
    if not worded:
        return left or [gap("改进情况")]
    sentences = []
    taken_up = [item for item in worded if item.last_year]
    for item in taken_up:
        part = Part(_wording(item), "measures.last_year", 0, "measure", _sources([item]))
        sentences.append(pen.sentence(part))
    current = [item for item in worded if not item.last_year]
    planned = [item for item in current if item.tense == "planned"]
    first = [item for item in current if item.tense != "planned"]
    if first:
        every = all(item.tense == "done" for item in first)
        sentences.append(_framed(pen, "measures.done" if every else "measures.neutral", first))
    if planned:
        frame = "measures.then" if first else "measures.this_year" if taken_up else "measures.planned"
        sentences.append(_framed(pen, frame, planned))
    return [*sentences, *left]


_PAST = ("已", "本年度", "本年", "针对")


def _framed(pen: Pen, phrase_id: str, items: Sequence[Item]) -> Sentence:
    if len(items) == 1:
        wording = _wording(items[0])
        if phrase_id == "measures.done" and not wording.text.startswith(_PAST):
            wording = words("本年度") + wording
        return pen.say(f"{phrase_id}_one", {"措施": wording}, sources=_sources(items))
    return pen.say(phrase_id, {"几": _count(len(items)), "措施": _enumerated(items)}, sources=_sources(items))


def _count(number: int) -> Fragment:
    return words("两" if number == 2 else write_chinese(number))


def _enumerated(items: Sequence[Item]) -> Fragment:
    mixed = len({item.tense == "done" for item in items}) > 1
    return join(
        [
            words(f"{write_chinese(place)}是") + (_as_done(item) if mixed else _wording(item))
            for place, item in enumerate(items, 1)
        ],
        "；",
    )


def _as_done(item: Item) -> Fragment:
    """Among measures of open tense, what was done says so."""
    wording = _wording(item)
    said = item.tense != "done" or "已" in wording.text or wording.text.startswith(_PAST)
    return wording if said or not ACTS.match(wording.text) else words("已") + wording


def _wording(item: Item) -> Fragment:
    origin = item.clauses[0].note.origin if item.clauses else "notes.改进情况"
    return traced(item.text.rstrip("。；，"), origin)


def _left(item: Item) -> Sentence:
    origin = item.clauses[0].note.origin if item.clauses else "notes.存在问题"
    return verbatim(item.text, origin)


def _sources(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause.text for item in items for clause in item.clauses))


def other_matters(pen: Pen, clauses: Sequence[Clause], rest: list[Sentence]) -> list[Sentence]:
    """Section 六: the fee statement (from 2021 on), then ``rest``, or that there is nothing else where that was said."""
    sentences = _fee(pen)
    sentences += rest
    said_none = any(clause.text.strip("。 ，；") in _NOTHING for clause in clauses)
    if not rest and said_none:
        sentences.append(pen.say("other.none", {"零": EMPTY}, sources=("无",)))
    return sentences or [gap("其他需要报告的事项（没有的请填“无”）")]


def is_nothing(clause: Clause) -> bool:
    """Whether a clause of 其他事项 only says that there is nothing."""
    return clause.text.strip("。 ，；") in _NOTHING


def _fee(pen: Pen) -> list[Sentence]:
    figures = pen.material.figures
    if not pen.material.edition.has_table("FEE6"):
        return []
    notices, notified, received = (
        figures.value(f"FEE6.{part}") for part in ("notices", "notified", "received")
    )
    if notices is None or notified is None or received is None:
        return [gap("信息处理费的通知件数、通知金额和实收金额")]
    if not notices and not notified and not received:
        return [pen.say("fee.none", sources=("FEE6",))]
    slots = {
        "件数": figure(figures, "FEE6.notices"),
        "通知": figure(figures, "FEE6.notified"),
        "实收": figure(figures, "FEE6.received"),
    }
    sources = ("FEE6.notices", "FEE6.notified", "FEE6.received")
    sentences = [pen.say("fee.some" if received else "fee.unpaid_all", slots, sources=sources)]
    if figures.value("T3.R22.C7"):
        sentences.append(
            pen.say("fee.lapsed", {"件数": figure(figures, "T3.R22.C7")}, sources=("T3.R22.C7",))
        )
    return sentences
