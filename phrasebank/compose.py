"""From answers to the written part of a report: a tree of sentences, each knowing why it may stand there.

Everything a note says is either worded, or marked 【待核】 in its own aspect; everything the tables support is said
from the tables. The order of the work is the order of the page.
"""

from collections.abc import Sequence

from phrasebank.bank import Bank
from phrasebank.material import Conflict, Material, Narrative, Style
from phrasebank.pen import Pen, gap
from phrasebank.plan.closing import closing_of_problems, is_nothing, other_matters
from phrasebank.plan.frame import intro_sentences, opening_sentences
from phrasebank.plan.notes import place_clauses, sentences_of
from phrasebank.plan.requests import Woven, requests_sentences, suits_sentences
from phrasebank.reading import Clause
from phrasebank.understand import understand
from report.document import ASPECTS, Paragraph, Sentence
from report.numerals import write_chinese


def compose(material: Material, bank: Bank) -> Narrative:
    """Write the narrative of one report.

    Args:
        material: Unit, year, figures, notes, and the wordings chosen before.
        bank: Phrases in force (`phrasebank.bank.load_bank`).
    """
    clauses = understand(material.notes)
    pen = Pen(material, bank)
    conflicts: list[Conflict] = []
    paragraphs = [
        _paragraph(pen, "opening", opening_sentences),
        _paragraph(pen, "1.intro", intro_sentences, section="一"),
    ]
    for place, aspect in enumerate(ASPECTS, 1):
        pen.new_paragraph()
        sentences = _aspect(pen, aspect, clauses, conflicts)
        heading = f"（{write_chinese(place)}）{aspect}。"
        paragraphs.append(Paragraph(f"1.{aspect}", tuple(sentences), "一", aspect, heading))
    pen.new_paragraph()
    problems, measures = closing_of_problems(pen, _of(clauses, "存在问题"), _of(clauses, "改进情况"))
    paragraphs.append(Paragraph("5.problems", tuple(problems), "五", "存在问题"))
    paragraphs.append(Paragraph("5.measures", tuple(measures), "五", "改进情况"))
    pen.new_paragraph()
    others = _of(clauses, "其他事项")
    placed, left = place_clauses(pen, [clause for clause in others if not is_nothing(clause)])
    rest = [*sentences_of(pen, placed), *left]
    paragraphs.append(Paragraph("6", tuple(other_matters(pen, others, rest)), "六", "其他事项"))
    return Narrative(tuple(paragraphs), pen.choices, tuple(conflicts), tuple(clauses))


def _of(clauses: Sequence[Clause], field: str) -> list[Clause]:
    return [clause for clause in clauses if (clause.field or clause.note.field) == field]


def _paragraph(pen: Pen, name: str, plan, section: str = "") -> Paragraph:  # type: ignore[no-untyped-def]  # noqa: ANN001
    pen.new_paragraph()
    return Paragraph(name, tuple(plan(pen)), section)


def _aspect(pen: Pen, aspect: str, clauses: Sequence[Clause], conflicts: list[Conflict]) -> list[Sentence]:
    own = _of(clauses, aspect)
    before: list[Sentence] = []
    after: list[Sentence] = []
    if aspect == "依申请公开":
        before = requests_sentences(pen, Woven())
        if not any("复议诉讼" in sentence.themes for sentence in before):
            after = suits_sentences(pen)
    placed, left = place_clauses(pen, own)
    sentences = [*before, *sentences_of(pen, placed), *after]
    if not sentences and not left:
        return [gap(f"{aspect}的情况")]
    return [*sentences, *left]


__all__ = ["Conflict", "Material", "Narrative", "Style", "compose"]
