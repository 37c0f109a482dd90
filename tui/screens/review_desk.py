"""What the review screen shows: the text with a cursor on a sentence, and what that sentence rests on beside it.

One decision: one sentence is pointed at, and all that is shown beside the text is about that one.
"""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal

from assistant.desk_views import OpenPoint
from assistant.views import ParagraphView
from report.problem import NianbaoProblem
from tui.screens.base import CoreScreen
from tui.screens.desk_place import DeskPlace
from tui.screens.review_words import origin_blocks, point_blocks
from tui.screens.welcome import heading
from tui.widgets.bar import Said, TopBar
from tui.widgets.desk import DeskPane
from tui.widgets.draft import DraftPane
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.wrap import Run


class ReviewDesk(CoreScreen):
    """The text at the left, what the sentence under the cursor rests on and what stands open there at the right."""

    DEFAULT_CSS = """
    ReviewDesk #columns { height: 1fr; }
    ReviewDesk #text { width: 1fr; }
    ReviewDesk #origin { width: 40%; border-left: solid $panel; }
    ReviewDesk.-narrow #columns { layout: vertical; }
    ReviewDesk.-narrow #text { height: 3fr; }
    ReviewDesk.-narrow #origin { width: 1fr; height: 2fr; border-left: none; border-top: solid $panel; }
    """

    def __init__(self, place: str = "") -> None:
        super().__init__()
        self.start = place
        """Where to begin: a paragraph, a sentence, or empty."""
        self.points: tuple[OpenPoint, ...] = ()
        """What stands open."""

    def compose(self) -> ComposeResult:
        """Bar, two columns, keys."""
        yield TopBar()
        with Horizontal(id="columns"):
            yield DeskPane(id="text")
            yield LinesView(id="origin", pointed=False)
        yield Said()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the text."""
        self.refresh_core()
        self.set_focus(self.text)
        self.call_after_refresh(self.text.point_at, self.start)

    @property
    def text(self) -> DeskPane:
        """The text."""
        return self.query_one(DeskPane)

    # Showing

    def refresh_core(self, said: str = "", *, bad: bool = False) -> None:
        """The draft as it is now."""
        clean = self.nianbao.clean_desk
        self.query_one(TopBar).say(
            f"审改  篇幅：{self.core.length}{'  清样' if clean else ''}", heading(self.core.welcome())
        )
        draft = self.attempt(self.core.draft)
        if draft is None:
            return
        ids = [paragraph.id for paragraph in draft.document.paragraphs]
        views: Mapping[str, ParagraphView | None] = {name: self._view(name) for name in ids}
        self.points = self.attempt(self.core.open_points) or ()
        self.text.show_desk(draft.document, {name: view for name, view in views.items() if view}, clean=clean)
        self.query_one(Said).say(said, bad=bad)
        self._show_origin()

    def _view(self, paragraph: str) -> ParagraphView | None:
        try:
            return self.core.paragraph(paragraph)
        except (KeyError, NianbaoProblem):
            return None

    @property
    def paragraph(self) -> ParagraphView | None:
        """The paragraph the cursor is in; None on a table."""
        return self._view(self.text.place[0]) if self.text.place else None

    def on_draft_pane_pointed(self, event: DraftPane.Pointed) -> None:
        """Another sentence: what it rests on."""
        if self.nianbao.desk_place is not None and self.nianbao.desk_place.spot != event.spot:
            self.query_one(Said).say("")  # what was said is read by now
        self.nianbao.desk_place = DeskPlace.at(self.core, event.spot)
        self._show_origin()
        self.refresh_bindings()

    def _show_origin(self) -> None:
        view, place = self.query_one("#origin", LinesView), self.text.place
        paragraph = self.paragraph
        blocks = origin_blocks(paragraph, place[1]) if paragraph and place else []
        if not blocks and self.text.spot.startswith("table:"):
            blocks = [Block("", (Run("这张表按您填的数排，合计由程序算。回车去填表。", "dim"),))]
        right = [point.text for point in self.here if self.core.confirmable(point.text)]
        view.show([*point_blocks(self.here, right), *blocks])
        view.scroll_home(animate=False)

    @property
    def here(self) -> tuple[OpenPoint, ...]:
        """What stands open at the sentence under the cursor, or in the table."""
        spot = self.text.spot
        table = spot.removeprefix("table:") if spot.startswith("table:") else ""
        return tuple(
            point
            for point in self.points
            if point.kind in {"error", "ask", "look"}
            and (point.spot == spot if not table else point.goes_to.startswith(f"{table}."))
            and point.text not in (self.paragraph.conflicts if self.paragraph else ())
        )

    def action_other_side(self) -> None:
        """Tab: into the origins and back."""
        origin = self.query_one("#origin", LinesView)
        (self.text if self.focused is origin else origin).focus()
