"""From answers to the written part of a report: a tree of sentences, each knowing why it may stand there.

Everything a note says is either worded, or marked 【待核】 in its own aspect; everything the tables support is said
from the tables. The order of the work is the order of the page.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from phrasebank.bank import Bank
from phrasebank.fragment import EMPTY
from phrasebank.matching import match_phrase
from phrasebank.material import Conflict, Material, Narrative, Style
from phrasebank.pen import Pen, gap
from phrasebank.plan.active import total_phrase
from phrasebank.plan.aspects import (
    as_noted,
    documents_taken,
    fees_taken,
    say_active,
    say_management,
    say_plain,
    say_requests,
    with_finals,
)
from phrasebank.plan.at_tables import take_left
from phrasebank.plan.business import split_business
from phrasebank.plan.closing import closing_of_problems
from phrasebank.plan.finals import final_sentences, held_against, parted
from phrasebank.plan.forwarded import take_forwarded
from phrasebank.plan.frame import aspect_frame, intro_sentences, opening_sentences
from phrasebank.plan.ledger import Ledger
from phrasebank.plan.nearby import as_jotted, in_one_breath
from phrasebank.plan.nothing import say_nothing, take_nothing
from phrasebank.plan.others import is_nothing, other_matters
from phrasebank.plan.placing import place_lines, without_numbering
from phrasebank.plan.requests import CARRIED, NEW
from phrasebank.reading import Clause
from phrasebank.understand import understand
from report.document import ASPECTS, Paragraph, Sentence
from report.numerals import write_chinese


def compose(material: Material, bank: Bank, *, strict: bool = False) -> Narrative:
    """Write the narrative of one report.

    Args:
        material: Unit, year, figures, notes, and the wordings chosen before.
        bank: Phrases in force (`phrasebank.bank.load_bank`).
        strict: Raise `phrasebank.fragment.UntracedDigitError` on a digit of unknown origin (a mistake of ours) instead
            of marking its sentence for the reviewer.
    """
    if material.style.length != "中":
        return _composed(material, bank, strict=strict)
    try:
        return _composed(material, bank, strict=strict, longest=_LONGEST)
    except _TooLongError:
        return _composed(replace(material, style=replace(material.style, length="简")), bank, strict=strict)


_LONGEST = 1000
"""Section 一 is not longer than this unless the person asked for 详."""


class _TooLongError(Exception):
    """Section 一 is longer than it may be; what follows it need not be written."""


def _length(paragraphs: Sequence[Paragraph]) -> int:
    told = [paragraph for paragraph in paragraphs if paragraph.section == "一"]
    return sum(len(sentence.text) for paragraph in told for sentence in paragraph.sentences)


def _composed(material: Material, bank: Bank, *, strict: bool, longest: int | None = None) -> Narrative:
    clauses = tuple(without_numbering(clause) for clause in understand(material.notes))
    pen = Pen(material, bank, strict, clauses)
    ledger = Ledger(material.figures, material.year)
    to_word, finals = parted(clauses)
    held_against(finals, ledger)
    to_word, forwarded = take_forwarded(to_word, ledger)
    told, business = split_business(take_left(to_word, ledger))
    homes = place_lines(ledger.take_redirected(told), bank)
    for run in in_one_breath(business):
        ledger.marked.setdefault(run[0].note.field, []).append(as_jotted(run))
    nothing = take_nothing(homes)
    asked = ledger.take_zero(homes.get("依申请公开", ()), "依申请公开（零申请）", (NEW, CARRIED))
    asked = ledger.take_zero(asked, "复议诉讼", ("T4.V5", "T4.SUITS"))
    homes["依申请公开"] = ledger.take(asked, "requests")
    for aspect in ("主动公开", "政府信息管理"):
        homes[aspect] = documents_taken(ledger, homes.get(aspect, ()))
    homes["其他事项"] = fees_taken(ledger, homes.get("其他事项", ()))
    paragraphs = [
        _paragraph(
            pen,
            "opening",
            lambda: [
                *opening_sentences(pen),
                *as_noted(pen, homes.get("编制说明", ())),
                *final_sentences(pen, finals, "编制说明"),
            ],
        ),
        _paragraph(pen, "1.intro", lambda: intro_sentences(pen), section="一"),
    ]
    plans: Mapping[str, Callable[[Pen, Ledger, Sequence[Clause]], list[Sentence]]] = {
        "主动公开": say_active,
        "依申请公开": partial(say_requests, forwarded),
        "政府信息管理": say_management,
    }
    for place, aspect in enumerate(ASPECTS, 1):
        pen.new_paragraph()
        frame = aspect_frame(pen, aspect)
        plan = plans.get(aspect) or partial(say_plain, aspect)
        sentences = plan(pen, ledger, homes.get(aspect, ()))
        sentences = with_finals(sentences, final_sentences(pen, finals, aspect))
        sentences += ledger.marked.pop(aspect, [])
        sentences = sentences or say_nothing(pen, aspect, nothing, clauses)
        heading = f"（{write_chinese(place)}）{aspect}。"
        body = (*frame, *sentences) if sentences else (gap(f"{aspect}的情况"),)
        paragraphs.append(Paragraph(f"1.{aspect}", body, "一", aspect, heading))
        if longest is not None and _length(paragraphs) > longest:
            raise _TooLongError
    paragraphs += _closing(pen, ledger, homes, finals)
    return Narrative(tuple(paragraphs), pen.choices, tuple(ledger.conflicts), tuple(clauses))


def phrase_for(clause: Clause, material: Material, bank: Bank) -> str:
    """Id of the phrase that would word this clause on its own, or empty (the register or a person words it)."""
    found = match_phrase(Pen(material, bank), [clause])
    if found:
        return found.phrase.id
    if clause.note.ticked or clause.note.text.strip() == next(iter(clause.themes), ""):
        form = bank.themes.get(clause.themes[0]) if clause.themes else None
        return "active.field" if form and form.noun else ""
    if told := total_phrase(clause):
        return told
    theme = clause.themes[0] if clause.themes else ""
    return _FROM_TABLES.get((theme, clause.negated), "")


_FROM_TABLES: Mapping[tuple[str, bool], str] = {
    ("依申请公开（零申请）", True): "requests.none",
    ("依申请公开受理（有申请）", False): "requests.new",
    ("复议诉讼", True): "suits.none",
    ("复议诉讼", False): "suits.reviews",
    ("信息处理费", True): "fee.none",
    ("信息处理费", False): "fee.some",
    ("规范性文件管理与清理", True): "documents.none",
    ("规范性文件管理与清理", False): "documents.some",
}
"""Themes whose clauses are compared with a table and then told from it, by whether the clause denies."""


def _paragraph(pen: Pen, name: str, plan: Callable[[], list[Sentence]], section: str = "") -> Paragraph:
    pen.new_paragraph()
    return Paragraph(name, tuple(plan()), section)


def _closing(
    pen: Pen, ledger: Ledger, homes: Mapping[str, Sequence[Clause]], finals: Sequence[Clause]
) -> list[Paragraph]:
    pen.new_paragraph()
    problems, measures = closing_of_problems(
        pen, homes.get("存在问题", ()), homes.get("改进情况", ()), finals
    )
    pen.new_paragraph()
    others = homes.get("其他事项", ())
    rest = as_noted(pen, [clause for clause in others if not is_nothing(clause)])
    rest = with_finals(rest, final_sentences(pen, finals, "其他事项")) + ledger.marked.pop("其他事项", [])
    return [
        Paragraph("5.problems", tuple(problems), "五", "存在问题"),
        Paragraph("5.measures", tuple(measures), "五", "改进情况"),
        Paragraph("6", tuple(other_matters(pen, others, rest)), "六", "其他事项"),
    ]


__all__ = ["EMPTY", "Conflict", "Material", "Narrative", "Style", "compose", "phrase_for"]
