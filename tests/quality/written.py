"""A draft as the measures look at it: paragraphs and sentences, with what a person wrote set apart from what we wrote.

Every measure takes a `Written`, never the drafting machinery, so that it can be tried on a page of invented text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report.document import Paragraph, Sentence
from report.tables import Figures
from report.unit import Unit

DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
NOT_OURS = ("verbatim", "gap")
"""Kinds of sentence that only show what is still open (【待核】, 【待补】)."""


@dataclass(frozen=True)
class Written:
    """One finished draft and the notes it was made from."""

    name: str
    unit: Unit
    year: int
    figures: Figures
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[tuple[str, str], ...]
    """(field, line) as typed."""
    last_figures: Figures | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in the order of print."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    @property
    def told(self) -> tuple[Sentence, ...]:
        """The sentences of sections 一, 五 and 六 that we worded: no opening, nothing left open."""
        return tuple(
            sentence for paragraph in self.paragraphs if paragraph.section for sentence in ours(paragraph)
        )

    def section(self, numeral: str) -> tuple[Paragraph, ...]:
        """The paragraphs of one section."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.section == numeral)

    def text_of(self, numeral: str) -> str:
        """What we wrote in one section, without headings and without what is left open."""
        return "".join(prose(paragraph) for paragraph in self.section(numeral))


def ours(paragraph: Paragraph) -> tuple[Sentence, ...]:
    """The sentences of a paragraph that we worded."""
    return tuple(sentence for sentence in paragraph.sentences if sentence.kind not in NOT_OURS)


def prose(paragraph: Paragraph) -> str:
    """The text of a paragraph that we worded."""
    return "".join(sentence.text for sentence in ours(paragraph))


def share(part: int, whole: int) -> float:
    """Per cent; 100 where there was nothing to do."""
    return 100 * part / whole if whole else 100.0


def has_number(text: str, number: str) -> bool:
    """Whether a number stands in a text as a whole (12 does not stand in 124); ``18万`` is looked for as written."""
    return re.search(rf"(?<![0-9.]){re.escape(number)}(?![0-9]|\.[0-9])", text) is not None


def length(text: str) -> int:
    """Characters that count towards the limit of a section: Han characters, letters and digits, no marks."""
    return sum(character.isalnum() for character in text)


def clauses_of(text: str) -> tuple[str, ...]:
    """A text cut at its marks."""
    return tuple(filter(None, re.split(r"[，。；：！？、]", text)))


def joined(sentences: Sequence[Sentence]) -> str:
    """The text of some sentences."""
    return "".join(sentence.text for sentence in sentences)


def notes_of(written: Written, *fields: str) -> str:
    """The lines of some fields, or of all."""
    return "\n".join(line for field, line in written.notes if not fields or field in fields)
