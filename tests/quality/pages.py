"""Invented drafts to try the measures on."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from report.cells import Cells
from report.document import NumberSource, Paragraph, Sentence, SentenceKind
from report.edition import edition_for
from report.tables import compute
from report.unit import Unit
from tests.quality.written import Written


def said(
    text: str,
    kind: SentenceKind = "fact",
    numbers: Mapping[str, str] | None = None,
    sources: Sequence[str] = ("原话",),
) -> Sentence:
    """One sentence with its numbers and sources."""
    known = tuple(NumberSource(run, origin) for run, origin in (numbers or {}).items())
    return Sentence(text, kind, numbers=known, sources=tuple(sources))


def page(
    *sentences: Sentence,
    aspect: str = "主动公开",
    section: str = "一",
    notes: Sequence[tuple[str, str]] = (),
    cells: Mapping[str, int] | None = None,
    year: int = 2024,
) -> Written:
    """A draft of one paragraph, for a bureau."""
    edition = edition_for(year)[0]
    numbers = {cell: Decimal(number) for cell, number in (cells or {}).items()}
    return Written(
        name="page",
        unit=Unit("云岭县水利局", "我局", "department"),
        year=year,
        figures=compute(edition, Cells(numbers)),
        paragraphs=(Paragraph(f"1.{aspect}", tuple(sentences), section=section, aspect=aspect),),
        notes=tuple(notes),
    )
