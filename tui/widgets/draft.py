"""The draft beside the conversation, with a cursor that goes from sentence to sentence and from table to table."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer

from report.document import Document
from tui.widgets.lines import Block, LinesView
from tui.widgets.wrap import Run

MOMENT = 6.0
"""Seconds that changed words stay marked: long enough to be seen after a look at the keyboard."""


class DraftPane(LinesView):
    """The document as it grows; the cursor is on one sentence (or one table) while the pane has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "上一句", show=False),
        Binding("down", "move(1)", "下一句", show=False),
        Binding("enter", "choose", "去这一问", show=False),
        Binding("f8", "screen.reword", "换一种说法", show=False),
    ]

    class Pointed(Message):
        """The cursor came to another sentence."""

        def __init__(self, pane: "DraftPane", spot: str) -> None:
            super().__init__()
            self.pane = pane
            self.spot = spot

        @property
        def control(self) -> "DraftPane":
            """The pane it happened in."""
            return self.pane

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  textual's name
        super().__init__(id=id)
        self.spot = ""
        """Sentence (``<paragraph>#<number>``) or table (``table:<id>``) under the cursor."""
        self._spots: tuple[str, ...] = ()
        self._bodies: Mapping[str, str] = {}
        self._document: Document | None = None
        self._fading: Timer | None = None
        """Runs while changed words are marked."""
        self._held = False
        """A person scrolled to a place of their own; it stays until the next question."""

    def follow(self) -> None:
        """Another question: the pane goes along again, wherever it was scrolled to."""
        self._held = False

    def on_mouse_scroll_up(self) -> None:
        """By the wheel."""
        self._hold()

    def on_mouse_scroll_down(self) -> None:
        """By the wheel."""
        self._hold()

    def on_scroll_to(self) -> None:
        """By the scrollbar."""
        self._hold()

    def _hold(self) -> None:
        self._held, self._top = True, -1

    def show_document(self, document: Document, part: str) -> None:
        """Show the document where the question is; what changed is marked for a moment, and in view if there is room.

        Args:
            document: The draft as it is now.
            part: The part that is being talked about, or the key of its block.
        """
        if document is self._document:
            self._look_at(self.blocks, (), part)
            return
        before, self._document = self._bodies, document
        self._bodies = {paragraph.id: paragraph.body for paragraph in document.paragraphs}
        changed = {
            paragraph: before[paragraph]
            for paragraph, body in self._bodies.items()
            if paragraph in before and before[paragraph] != body
        }
        from tui.widgets.paper import paper, spots_of  # noqa: PLC0415  the first question stands before the draft

        blocks = paper(document, changed)
        self._spots = spots_of(blocks)
        if self.spot not in self._spots:
            self.spot = ""
        self.show(blocks)
        self._look_at(blocks, tuple(changed), part)
        if self._fading is not None:
            self._fading.stop()
        self._fading = self.set_timer(MOMENT, self.settle) if changed else None

    def settle(self) -> None:
        """The moment is over: no word is marked as new any more; the place in the document stays."""
        self._fading = None
        if self._document is not None:
            from tui.widgets.paper import paper  # noqa: PLC0415  as above

            top = self._top
            self.show(paper(self._document))
            self._top = top

    def _look_at(self, blocks: Sequence[Block], changed: Sequence[str], part: str) -> None:
        if self.has_focus or self._held:
            return
        from tui.widgets.paper import place_of  # noqa: PLC0415  as above

        keys = [block.key for block in blocks]
        asked = place_of(blocks, part)
        new = next((keys.index(key) for key in changed if key in keys), -1)
        if asked < 0 or new < 0:
            top = max(asked, new)
        else:
            top = new if new < asked and self._fit(new, asked) else asked
        if top >= 0:
            self.reveal(top, top=True)

    def _fit(self, first: int, last: int) -> bool:
        """Whether two blocks can be seen at once."""
        begins, ends = self._laid.first.get(first, 0), self._laid.first.get(last + 1, len(self._laid.lines))
        return ends - begins <= self.scrollable_content_region.height

    def _run_style(self, run: Run, under: Style, over: Style | None) -> Style:
        del over
        plain = super()._run_style(run, under, None)
        pointed = self.has_focus and self.spot and run.spot == self.spot
        cursor = self._cursor_style() if pointed else None
        here = plain + cursor if cursor else plain
        return here + Style(meta={"spot": run.spot}) if run.spot else here

    def begin(self) -> None:
        """Point at a sentence in view: the one pointed at last, else the first; its origin is told anew in any case."""
        if not self._spots:
            return
        top = round(self.scroll_offset.y)
        shown = self._laid.lines[top : top + max(self.scrollable_content_region.height, 1)]
        seen = [run.spot for line, _ in shown for run in line if run.spot]
        self._point(self.spot if self.spot in seen else next(iter(seen), self.spot or self._spots[0]))

    def step(self, by: int) -> bool:
        """To the next or the previous sentence."""
        if not self._spots:
            return False
        index = self._spots.index(self.spot) + by if self.spot in self._spots else 0
        if not 0 <= index < len(self._spots):
            return False
        self._point(self._spots[index])
        return True

    def _point(self, spot: str) -> None:
        self.spot = spot
        lines = [
            number
            for number, (line, _) in enumerate(self._laid.lines)
            if any(run.spot == spot for run in line)
        ]
        if lines:
            self._reveal_lines(lines[0], lines[-1])
        self.refresh()
        self.post_message(self.Pointed(self, spot))

    def _reveal_lines(self, first: int, last: int) -> None:
        top, page = round(self.scroll_offset.y), max(self.scrollable_content_region.height, 1)
        if first < top or last - first >= page:
            self.scroll_to(y=first, animate=False)
        elif last >= top + page:
            self.scroll_to(y=last - page + 1, animate=False)

    def action_move(self, by: int) -> None:
        """Arrow keys."""
        self.step(by)

    def action_edge(self, way: int) -> None:
        """Home and End."""
        if self._spots:
            self._point(self._spots[0 if way < 0 else -1])

    def action_page(self, way: int) -> None:
        """Page keys: as many sentences as there are lines on half a page."""
        for _ in range(max(self.scrollable_content_region.height // 4, 1)):
            if not self.step(way):
                break

    def action_choose(self) -> None:
        """Enter: to where it was answered."""
        if self.spot:
            self.post_message(self.Chosen(self, self.spot))

    def on_click(self, event: events.Click) -> None:
        """A click points at a sentence; a second one opens it."""
        event.prevent_default()  # a plain view opens the whole block
        spot = event.style.meta.get("spot", "")
        if spot and spot == self.spot:
            self.action_choose()
        elif spot:
            self._point(spot)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as there is room."""
        del viewport, width
        return container.height
