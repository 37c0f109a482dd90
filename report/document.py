"""The report as a tree: sections, paragraphs, sentences, each sentence knowing where it came from.

Text is always made from this tree, never the other way round; so every digit and every claim can be opened to its
answer. Writers, checks and the screen read the same tree.
"""

from dataclasses import dataclass
from typing import Literal

SentenceKind = Literal["frame", "fact", "zero", "problem", "measure", "verbatim", "gap", "edited"]
"""``frame`` states duty, legal basis, period or structure and is free; ``fact``, ``zero``, ``problem`` and ``measure``
need an answer; ``verbatim`` is a note nobody understood, shown as 【待核：…】; ``gap`` is a missing answer, shown as
【待补：…】; ``edited`` was written by a reviewer."""

ASPECTS: tuple[str, ...] = ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障")
"""The five aspects of section 一 (国办公开办函〔2021〕30号, 一（一）), in the order of the form."""

NOTE_FIELDS: tuple[str, ...] = (*ASPECTS, "存在问题", "改进情况", "其他事项")
"""Where a person may jot notes; the names of the contract's ``notes``."""


@dataclass(frozen=True)
class NumberSource:
    """One digit run of a sentence and where it came from."""

    text: str
    """The digits as they stand in the sentence (``124``, ``33.9``)."""
    origin: str
    """A cell id (``T3.R01.C7``), a computed sum (``T3.S3``), ``year``, ``edition``, or the note (``notes.主动公开``)."""


@dataclass(frozen=True)
class Sentence:
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


@dataclass(frozen=True)
class Paragraph:
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
