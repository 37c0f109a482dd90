"""The report as a tree: sections, paragraphs, sentences, each sentence knowing where it came from.

Text is always made from this tree, never the other way round; so every digit and every claim can be opened to its
answer. Writers, checks and the screen read the same tree.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from report.edition import Edition, TableForm
from report.tables import Figures
from report.unit import Unit

SentenceKind = Literal["frame", "fact", "zero", "problem", "measure", "verbatim", "gap", "edited"]
"""``frame`` states duty, legal basis, period or structure and is free; ``fact``, ``zero``, ``problem`` and ``measure``
need an answer; ``verbatim`` is a note nobody understood, shown as 【待核：…】; ``gap`` is a missing answer, shown as
【待补：…】; ``edited`` was written by a reviewer."""

ASPECTS: tuple[str, ...] = ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障")
"""The five aspects of section 一 (国办公开办函〔2021〕30号, 一（一）), in the order of the form."""

NOTE_FIELDS: tuple[str, ...] = (*ASPECTS, "存在问题", "改进情况", "其他事项")
"""Where a person may jot notes; the names of the contract's ``notes``."""


PARAGRAPHS: tuple[str, ...] = (
    "opening",
    "1.intro",
    *(f"1.{aspect}" for aspect in ASPECTS),
    "5.problems",
    "5.measures",
    "6",
)
"""Ids of all paragraphs a report may have (`Paragraph.id`)."""


class NumberSource(msgspec.Struct, frozen=True):
    """One digit run of a sentence and where it came from."""

    text: str
    """The digits as they stand in the sentence (``124``, ``33.9``)."""
    origin: str
    """A cell id (``T3.R01.C7``), a computed sum (``T3.S3``), ``year``, ``edition``, or the note (``notes.主动公开``)."""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of the narrative, with its closing mark."""

    text: str
    kind: SentenceKind
    phrase: str = ""
    """Id of the phrase that worded it; empty where a person did."""
    variant: int = 0
    """Which wording of the phrase, from 0."""
    numbers: tuple[NumberSource, ...] = ()
    sources: tuple[str, ...] = ()
    """The words of the notes and the cell ids that license what it claims."""
    themes: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    """Names of all choices that worded it: phrase ids, ``<id>#2`` for a phrase's second use in the report."""

    @property
    def is_gap(self) -> bool:
        """An answer is missing here; a reviewer may have written around it."""
        return self.kind == "gap" or (self.kind == "edited" and "【待补" in self.text)

    @property
    def is_unread(self) -> bool:
        """Words are left here that only a person can word."""
        return self.kind == "verbatim" or (self.kind == "edited" and "【待核" in self.text)


class Paragraph(msgspec.Struct, frozen=True):
    """One paragraph; ``id`` is stable over regenerations, so that edits find it again.

    Ids: ``opening`` · ``1.intro`` · ``1.主动公开`` … ``1.监督保障`` · ``5.problems`` · ``5.measures`` · ``6``.
    """

    id: str
    sentences: tuple[Sentence, ...]
    section: str = ""
    """``一`` … ``六``; empty for the opening paragraph."""
    aspect: str = ""
    """The field of the notes it answers to (one of `NOTE_FIELDS`), or empty."""
    heading: str = ""
    """Run-in heading with its mark (``（一）主动公开。``), or empty."""

    @property
    def body(self) -> str:
        """The sentences joined, without the heading."""
        return "".join(sentence.text for sentence in self.sentences)

    @property
    def text(self) -> str:
        """The paragraph as printed."""
        return self.heading + self.body


class Section(msgspec.Struct, frozen=True):
    """One of the six sections, with the tables that stand in it."""

    numeral: str
    """``一`` … ``六``."""
    title: str
    """Verbatim from the form, without numeral."""
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[TableForm, ...]
    """Tables that are printed here, after the paragraphs; empty where the form has none."""

    @property
    def heading(self) -> str:
        """The heading as printed (``一、总体情况``)."""
        return f"{self.numeral}、{self.title}"


class Document(msgspec.Struct, frozen=True, eq=False):
    """A whole report, ready to be checked or written."""

    unit: Unit
    year: int
    title: tuple[str, str]
    """Two lines without marks: the unit's full name, and the year with the genre (official-format 7.1)."""
    opening: tuple[Paragraph, ...]
    """What stands before section 一."""
    sections: tuple[Section, ...]
    figures: Figures

    @property
    def edition(self) -> Edition:
        """The edition of the form."""
        return self.figures.edition

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in the order of print."""
        return (*self.opening, *(paragraph for section in self.sections for paragraph in section.paragraphs))


def build_document(unit: Unit, year: int, figures: Figures, paragraphs: Sequence[Paragraph]) -> Document:
    """Put title, paragraphs and tables in the order of the form.

    Paragraphs go to the section they name, in the order given; those that name none open the report. All six
    sections stand, whether or not anything was said for them (Regulation art 50).
    """
    edition = figures.edition
    return Document(
        unit=unit,
        year=year,
        title=(unit.name, f"{year}年政府信息公开工作年度报告"),
        opening=tuple(paragraph for paragraph in paragraphs if not paragraph.section),
        sections=tuple(
            Section(
                form.numeral,
                form.title,
                tuple(paragraph for paragraph in paragraphs if paragraph.section == form.numeral),
                tuple(table for table in edition.tables if table.grid and table.section == form.numeral),
            )
            for form in edition.sections
        ),
        figures=figures,
    )
