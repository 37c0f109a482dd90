"""Table 二 in words: administrative normative documents and rules, made, repealed and in force.

Only these rows are told without a note; licences, penalties and fees stand in the table and are told when a person
says how they were published.
"""

from collections.abc import Sequence
from functools import partial

from phrasebank.figures_said import figure
from phrasebank.fragment import EMPTY, Fragment, join, words
from phrasebank.pen import Pen
from phrasebank.plan.joins import Placed

_PLACE = 40
_STEPS = {
    "2021": (("made", "制发"), ("repealed", "废止"), ("valid", "现行有效")),
    "2019": (("new", "新制作"), ("open", "新公开"), ("total", "对外公开总数")),
}


def document_sentences(pen: Pen, tails: Sequence[str] = ()) -> list[Placed]:
    """The sentence on normative documents, and on rules where there are any; nothing while they are unknown."""
    placed = []
    said = _counts(pen, "NORM")
    rules = _counts(pen, "REG")
    if said is None:
        return []
    ids = tuple(f"T2.NORM.{step}" for step, _ in _steps(pen))
    if said:
        placed.append(
            Placed(
                _PLACE, partial(pen.part, "documents.some", {"情况": join([said, *tails], "，")}, sources=ids)
            )
        )
    elif rules is not None and not rules:
        placed.append(Placed(_PLACE, partial(pen.part, "documents.none", sources=ids)))
    if rules:
        ids = tuple(f"T2.REG.{step}" for step, _ in _steps(pen))
        placed.append(Placed(_PLACE - 1, partial(pen.part, "rules.some", {"情况": rules}, sources=ids)))
    return placed


def _steps(pen: Pen) -> tuple[tuple[str, str], ...]:
    return _STEPS.get(pen.material.edition.id, _STEPS["2021"])


def _counts(pen: Pen, row: str) -> Fragment | None:
    """``制发…件，废止…件，现行有效…件`` without the zeros; empty when all are 0, None when one is unknown."""
    figures = pen.material.figures
    noun = {"NORM": "行政规范性文件", "REG": "规章"}[row]
    parts: list[Fragment] = []
    for step, verb in _steps(pen):
        value = figures.value(f"T2.{row}.{step}")
        if value is None:
            return None
        if value:
            said = figure(figures, f"T2.{row}.{step}") + "件"
            parts.append(words(verb + ("" if parts else noun)) + said)
    if parts and not figures.value(f"T2.{row}.{_steps(pen)[0][0]}"):
        verb = _steps(pen)[0][1]
        first = words(f"未{verb}{noun}")
        parts = [first, *(_without(part, noun) for part in parts)]
    return join(parts, "，") if parts else EMPTY


def _without(part: Fragment, noun: str) -> Fragment:
    at = part.text.find(noun)
    if at < 0:
        return part
    size = len(noun)
    spans = tuple(type(span)(span.start - size, span.end - size, span.origin) for span in part.spans)
    return Fragment(part.text[:at] + part.text[at + size :], spans)
