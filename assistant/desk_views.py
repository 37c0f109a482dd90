"""What the review desk and the export screen show: plain frozen shapes, like those of `assistant.views`."""

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from assistant.phrase_proposal import PhraseProposal

OpenKind = Literal["error", "ask", "unread", "gap", "look"]
"""``error``: wrong by law or arithmetic · ``ask``: two answers against each other, a person decides · ``unread``: words
for the reviewer (【待核】) · ``gap``: not answered (【待补】) · ``look``: may be right as it is, stops nothing."""


LOOK = "可看一眼"
"""What is said of a point that may be right as it is; it keeps nobody from the final report."""


class OpenPoint(msgspec.Struct, frozen=True):
    """One thing that stands open, with the place where it can be mended."""

    kind: OpenKind
    text: str
    goes_to: str = ""
    """Id of a cell or of a question; empty: in the text, at ``spot``."""
    spot: str = ""
    """Paragraph and number of the sentence (``1.主动公开#2``), or empty."""


class AnswerView(msgspec.Struct, frozen=True):
    """One answer behind a sentence: the one that counts, one given before, or one taken back."""

    label: str
    """The question, or the cell."""
    said: str
    who: str
    when: str
    """``1月5日 16:40``."""
    how: str
    """How it came, in a word (填写, 勾选, 沿用去年 …)."""
    state: Literal["now", "before", "undone"]
    goes_to: str
    """Id of the question or the cell, or empty."""


class PhraseOffer(msgspec.Struct, frozen=True):
    """A rewritten sentence as it would be kept among the unit's own phrases."""

    paragraph: str
    """Id of the paragraph it stands in."""
    sentence: str
    """As the person wrote it."""
    wording: str
    """With its numbers as slots (``集中培训〔次数〕，〔人数〕听课``)."""
    note: str
    """The words it was made from."""
    keywords: tuple[str, ...]
    """Words of the note that tell when to use it; the person may change them."""
    proposal: "PhraseProposal"
    """What is saved."""


class Reworded(msgspec.Struct, frozen=True):
    """What came of asking for another wording."""

    said: str
    changed: bool
    """False where there is only one."""
