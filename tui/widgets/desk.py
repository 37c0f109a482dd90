"""The text on the review desk: a cursor from sentence to sentence, and what a person changed marked word by word.

A change is told by more than colour: what was added is underlined, what was taken out stands in brackets with 删.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import ClassVar

from textual.binding import Binding, BindingType

from assistant.views import ParagraphView
from report.document import Document
from tui.widgets.draft import DraftPane
from tui.widgets.editmarks import stretches
from tui.widgets.lines import Block
from tui.widgets.paper import marked, paper, spots_of
from tui.widgets.wrap import Run


class DeskPane(DraftPane):
    """The whole text; the cursor stays on its sentence while the text changes under it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "来历", key_display="回车"),
        Binding("f8", "screen.reword", "换说法"),
    ]

    def show_desk(
        self, document: Document, views: Mapping[str, ParagraphView], *, clean: bool = False
    ) -> None:
        """Show the text.

        Args:
            document: The draft as it is now.
            views: Paragraph id → the paragraph with the generated text.
            clean: As it will be printed, without marks of what was changed.
        """
        blocks = desk_blocks(document, views, clean=clean)
        self._spots = spots_of(blocks)
        if self.spot not in self._spots:
            paragraph = self.spot.partition("#")[0]
            self.spot = next((spot for spot in reversed(self._spots) if spot.startswith(f"{paragraph}#")), "")
        self.show(blocks)

    def point_at(self, place: str) -> None:
        """Put the cursor on a sentence, or on the first one of a paragraph; on the first of all if there is none."""
        fitting = [spot for spot in self._spots if place and (spot == place or spot.startswith(f"{place}#"))]
        near = [spot for spot in self._spots if spot.startswith(f"{place.partition('#')[0]}#")]
        if wanted := (fitting or near or self._spots)[:1]:
            self._point(wanted[0])

    @property
    def place(self) -> tuple[str, int] | None:
        """Paragraph and number of the sentence under the cursor; None on a table, or nowhere."""
        paragraph, _, number = self.spot.partition("#")
        return (paragraph, int(number)) if number else None


def desk_blocks(
    document: Document, views: Mapping[str, ParagraphView], *, clean: bool = False
) -> list[Block]:
    """The document's blocks; a paragraph that a person changed shows what was changed, and its state in a word."""
    return [_block(block, views.get(block.key), clean=clean) for block in paper(document)]


def _block(block: Block, view: ParagraphView | None, *, clean: bool) -> Block:
    if view is None or not (view.edited or view.conflicts) or (clean and not view.conflicts):
        return block
    state = Run("［有冲突］", "warn") if view.conflicts else Run("［已改］", "good")
    heading = (Run("　　"), Run(view.heading, "strong")) if view.heading else (Run("　　"),)
    return Block(
        block.key,
        (*heading, state, *(_pieces(view, 0, len(view.text), "") if clean else edit_marks(view))),
        gap=block.gap,
    )


def edit_marks(view: ParagraphView) -> list[Run]:
    """The paragraph as it will be printed, with what a person added and took out against the generated text."""
    runs: list[Run] = []
    position = 0
    for gone, text, changed in stretches(view.generated, view.text):
        if gone:
            runs.append(Run(f"［删：{gone}］", "gone", _spot_at(view, position)))
        runs += _pieces(view, position, position + len(text), "new" if changed else "")
        position += len(text)
    return runs


def _pieces(view: ParagraphView, start: int, end: int, style: str) -> list[Run]:
    """A stretch of the printed text in one style, cut where sentences end, each piece with its spot."""
    runs: list[Run] = []
    for number, (low, high) in enumerate(_extents(view)):
        piece = view.text[max(start, low) : min(end, high)]
        if piece and max(start, low) < min(end, high):
            spot = f"{view.id}#{number}"
            runs += [Run(run.text, run.style, spot) for run in marked(piece, style)]
    return runs


def _spot_at(view: ParagraphView, position: int) -> str:
    extents = _extents(view)
    number = next((number for number, (_, high) in enumerate(extents) if position < high), len(extents) - 1)
    return f"{view.id}#{max(number, 0)}"


def _extents(view: ParagraphView) -> Sequence[tuple[int, int]]:
    ends = list(accumulate(len(sentence.text) for sentence in view.sentences))
    return list(zip([0, *ends], ends, strict=False))
