"""What each aspect of section 一 says: its tables, what was ticked, the notes in the order of its plan, what waits.

One decision: what a table holds is told from the table; of the notes on it only what it does not hold is left to be worded.
"""

import re
from collections.abc import Sequence

from phrasebank.pen import Pen
from phrasebank.plan.active import take_totals
from phrasebank.plan.channels import channel_wording
from phrasebank.plan.decisions import check_decisions
from phrasebank.plan.documents import document_sentences
from phrasebank.plan.duties import unsaid_duties
from phrasebank.plan.fees import beyond_fees, without_denials
from phrasebank.plan.flow import sentences_of
from phrasebank.plan.forwarded import Forwarded
from phrasebank.plan.joins import Placed
from phrasebank.plan.ledger import Ledger
from phrasebank.plan.notes import place_clauses
from phrasebank.plan.others import is_nothing
from phrasebank.plan.requests import NEW, Woven, carry_sentences, requests_sentences
from phrasebank.plan.suits import suits_sentences
from phrasebank.plan.ticks import take_ticks
from phrasebank.reading import Clause
from report.document import Sentence


def with_finals(sentences: list[Sentence], finals: list[Sentence]) -> list[Sentence]:
    """A person's own sentences behind everything worded, before what waits."""
    at = next((place for place, one in enumerate(sentences) if one.kind == "verbatim"), len(sentences))
    return [*sentences[:at], *finals, *sentences[at:]]


def as_noted(
    pen: Pen, clauses: Sequence[Clause], before: Sequence[Placed] = (), aspect: str = ""
) -> list[Sentence]:
    """What the notes say, in the order of the plan, then what nobody could word."""
    placed, left = place_clauses(pen, clauses)
    return [*sentences_of(pen, [*before, *placed], aspect), *left]


def say_plain(aspect: str, pen: Pen, ledger: Ledger, clauses: Sequence[Clause]) -> list[Sentence]:
    """An aspect without a table of its own."""
    del ledger
    ticked, clauses = take_ticks(pen, clauses)
    said = as_noted(pen, clauses, ticked, aspect)
    return [*said, *unsaid_duties(pen, pen.clauses)] if aspect == "监督保障" and said else said


def say_active(pen: Pen, ledger: Ledger, clauses: Sequence[Clause]) -> list[Sentence]:
    """主动公开: its totals, what was ticked, the rest of the notes."""
    totals, clauses = take_totals(pen, clauses, ledger)
    clauses = check_decisions(ledger, clauses)  # kinds of published information are no counts of decisions
    ticked, clauses = take_ticks(pen, clauses)
    return as_noted(pen, clauses, [*totals, *ticked], "主动公开")


def say_management(pen: Pen, ledger: Ledger, clauses: Sequence[Clause]) -> list[Sentence]:
    """政府信息管理: what was ticked, and documents by table 二."""
    ticked, clauses = take_ticks(pen, clauses)
    return as_noted(pen, clauses, [*ticked, *document_sentences(pen, ledger.tails)], "政府信息管理")


def documents_taken(ledger: Ledger, clauses: Sequence[Clause]) -> list[Clause]:
    """Without the clauses that only repeat table 二's documents; a line must name them once to be read so."""
    about = {
        (clause.note, clause.line)
        for clause in clauses
        if re.search("规范性文件|规章", clause.text) or clause.themes[:1] == ("规范性文件管理与清理",)
    }
    of_rules = {
        (clause.note, clause.line)
        for clause in clauses
        if "规章" in clause.text and "规范性文件" not in clause.note.text
    }
    spoken = [clause for clause in clauses if (clause.note, clause.line) in about - of_rules]
    spoken = ledger.take_zero(
        spoken, "规范性文件管理与清理", ("T2.NORM.made", "T2.NORM.repealed", "T2.NORM.valid")
    )
    left = {id(clause) for clause in ledger.take(spoken, "documents")}
    spoken = [clause for clause in clauses if (clause.note, clause.line) in of_rules]
    left |= {id(clause) for clause in ledger.take(spoken, "rules")}
    return [clause for clause in clauses if (clause.note, clause.line) not in about or id(clause) in left]


def say_requests(forwarded: Forwarded, pen: Pen, ledger: Ledger, clauses: Sequence[Clause]) -> list[Sentence]:
    """依申请公开: table 三 in words, the notes, what is carried over, table 四 unless it was told already."""
    woven = Woven(
        channel_wording(ledger, pen.material.figures.value(NEW)),
        forwarded.reason or ledger.forward_reason,
        ledger.in_time,
        ledger.before,
        ledger.redirected,
        frozenset(ledger.rows),
        tuple(ledger.sources.get("requests", ())),
        forwarded.parts,
        tuple(ledger.sources.get("forward", ())),
    )
    said = requests_sentences(pen, woven)
    ticked, clauses = take_ticks(pen, clauses)
    rest, left = place_clauses(pen, clauses)
    told = sentences_of(pen, [*ticked, *rest], "依申请公开")
    carry = carry_sentences(pen)
    after = [] if any("复议诉讼" in sentence.themes for sentence in said) else suits_sentences(pen)
    return [*said, *told, *carry, *after, *left]


def fees_taken(ledger: Ledger, clauses: Sequence[Clause]) -> list[Clause]:
    """Without the clauses that only repeat the fee statement."""
    spoken = [clause for clause in clauses if not is_nothing(clause)]
    spoken = ledger.take_zero(spoken, "信息处理费", ("FEE6.notices", "FEE6.notified", "FEE6.received"))
    spoken = without_denials(spoken, ledger.figures)
    if any(ledger.figures.value(f"FEE6.{part}") is None for part in ("notices", "notified", "received")):
        return list(
            clauses
        )  # nothing can be said from a table with gaps, so nothing of the notes is taken for it
    spoken = beyond_fees(ledger.take(spoken, "fees"), ledger.figures)
    left = {id(clause) for clause in spoken}
    return [clause for clause in clauses if is_nothing(clause) or id(clause) in left]
