"""What stands open in a report, counted once for all: the task list, the export screen, and the name of the file.

One decision: what may be right as it is (a finding of severity warning) is shown and does not make a draft of a
report; everything else does, a number that a person wrote over an answer's too.
"""

from collections.abc import Sequence

from assistant.desk_views import LOOK, OpenKind, OpenPoint
from assistant.drafting import Draft
from assistant.origins import Origins
from assistant.unheld import Unheld
from report.checks.finding import Finding, Place
from report.document import Paragraph, Sentence


def open_points(draft: Draft, origins: Origins) -> tuple[OpenPoint, ...]:
    """Everything open, the gravest first, each with the place where it can be mended."""
    figures = draft.document.figures
    asked = [
        OpenPoint("ask", one.question, origins.question_of(one.words, one.field) or next(iter(one.cells), ""))
        for one in draft.narrative.conflicts
    ]
    merged = [
        OpenPoint("ask", told, spot=_clashing(draft, name))
        for name, sentences in draft.merge_conflicts.items()
        for told in sentences
    ]
    unread = [
        OpenPoint("unread", one.text, origins.goes_to(one, paragraph) if one.kind == "verbatim" else "", spot)
        for spot, paragraph, one in _spots(draft)
        if one.is_unread
    ]
    cells = [
        OpenPoint("gap", f"{table.name}还有 {len(missing)} 格没有填", missing[0].id)
        for table in figures.edition.tables
        if (missing := figures.missing(table.id))
    ]
    gaps = [
        OpenPoint("gap", one.text, origins.goes_to(one, paragraph), spot)
        for spot, paragraph, one in _spots(draft)
        if one.is_gap
    ]
    written = [one.finding for one in draft.unheld]
    errors, warnings, told = (
        [
            _of_finding(one, origins, draft)
            for one in draft.findings
            if one.severity == severity and one not in written
        ]
        for severity in ("error", "warning", "info")
    )
    wrong, changed, unknown = (
        [OpenPoint(kind, one.finding.message, spot=one.spot) for one in draft.unheld if _kind(one) == kind]
        for kind in _KINDS
    )
    return (
        *errors, *wrong, *asked, *merged, *changed, *unread, *cells, *gaps, *warnings, *unknown, *told
    )  # fmt: skip


_KINDS: tuple[OpenKind, ...] = ("error", "ask", "look")


def _kind(one: Unheld) -> OpenKind:
    return "error" if one.finding.severity == "error" else "ask" if one.asked else "look"


def counted(points: Sequence[OpenPoint]) -> str:
    """How many of each kind, in words (``1 处需核对 · 2 处待补``); 没有 when there is none."""
    kinds = [point.kind for point in points]
    number = {
        "不符": kinds.count("error"),
        "需核对": kinds.count("ask"),
        "待核": kinds.count("unread"),
        "待补": kinds.count("gap"),
        LOOK: kinds.count("look"),
    }
    return " · ".join(f"{count} 处{name}" for name, count in number.items() if count) or "没有"


def _of_finding(finding: Finding, origins: Origins, draft: Draft) -> OpenPoint:
    edition = origins.edition
    fillable = [cell for cell in finding.cells if cell in edition and not edition.parts(cell)]
    return OpenPoint(
        "error" if finding.severity == "error" else "look",
        finding.message,
        next(iter(fillable or finding.cells), ""),
        _spot_of(finding.place, draft) if finding.place.aspect else "",
    )


def _spot_of(place: Place, draft: Draft) -> str:
    """The sentence that holds the words a finding is about, else the first of their paragraph."""
    mine = [one for one in _spots(draft) if one[1].aspect == place.aspect]
    words = place.text.rstrip("。；")
    holding = (
        spot
        for spot, _, sentence in mine
        if words
        and (
            words in sentence.text or any(words in each or each in words for each in sentence.sources if each)
        )
    )
    return next(holding, mine[0][0] if mine else "")


def _clashing(draft: Draft, paragraph_id: str) -> str:
    """The first sentence of a paragraph that a person wrote."""
    sentences = next(one.sentences for one in draft.document.paragraphs if one.id == paragraph_id)
    mine = (number for number, one in enumerate(sentences) if one.kind == "edited")
    return f"{paragraph_id}#{next(mine, 0)}"


def _spots(draft: Draft) -> list[tuple[str, Paragraph, Sentence]]:
    """Every printed sentence with its spot (``<paragraph>#<number>``)."""
    return [
        (f"{paragraph.id}#{number}", paragraph, sentence)
        for paragraph in draft.document.paragraphs
        for number, sentence in enumerate(paragraph.sentences)
    ]
