"""F4: the text sentence by sentence, each with its origin; other wordings and a person's own words go in here."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from assistant.desk_views import OpenPoint
from assistant.views import ParagraphView
from report.problem import NianbaoProblem
from tui.letters import letter
from tui.screens.base import CoreScreen
from tui.screens.desk_place import DeskPlace
from tui.screens.editing import EditResult, EditScreen
from tui.screens.history import HistoryScreen
from tui.screens.own_phrase import PhraseScreen
from tui.screens.review_words import HELP, origin_blocks, point_blocks
from tui.screens.welcome import heading
from tui.widgets.bar import Said, TopBar
from tui.widgets.desk import DeskPane
from tui.widgets.draft import DraftPane
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.wrap import Run


class ReviewScreen(CoreScreen):
    """The text at the left with a cursor on a sentence, what it rests on at the right."""

    DEFAULT_CSS = """
    ReviewScreen #columns { height: 1fr; }
    ReviewScreen #text { width: 1fr; }
    ReviewScreen #origin { width: 40%; border-left: solid $panel; }
    ReviewScreen.-narrow #columns { layout: vertical; }
    ReviewScreen.-narrow #text { height: 3fr; }
    ReviewScreen.-narrow #origin { width: 1fr; height: 2fr; border-left: none; border-top: solid $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "帮助", show=False),
        Binding("question_mark,fullwidth_question_mark", "app.help", show=False),
        letter("e", "edit", "改"),
        letter("m", "confirm", "这样没错"),
        letter("k", "keep_mine", "留我的"),
        letter("n", "take_new", "用新的"),
        Binding("f7", "length", "篇幅"),
        letter("p", "phrase", "存短语"),
        letter("r", "restore", "恢复"),
        letter("v", "clean", "清样", "f2"),
        Binding("tab", "other_side", "看来历", show=False),
        Binding("f3", "app.tables", "表格", show=False),
        Binding("f5", "app.export", "导出"),
        Binding("slash,fullwidth_solidus", "app.commands", show=False),
        Binding("escape", "leave", "回去", key_display="Esc"),
    ]

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

    # Going

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Enter, or a second click."""
        if event.view is self.text:
            self.action_history()

    def action_history(self) -> None:
        """Who answered what the sentence rests on; from there to the question, or from a table into the grid."""
        spot, place, paragraph = self.text.spot, self.text.place, self.paragraph
        if spot.startswith("table:"):
            self.nianbao.open_table(spot.removeprefix("table:"))
        elif place is not None and paragraph is not None:
            sentence = paragraph.sentences[place[1]]
            if "【待核" in sentence.text and sentence.goes_to:
                self.nianbao.open_place(sentence.goes_to)  # nothing to look up: it wants other words
                return
            answers = self.attempt(lambda: self.core.history(*place)) or ()
            screen = HistoryScreen(sentence, answers)
            self.app.push_screen(screen, lambda to: self.nianbao.open_place(to) if to else None)

    # Changing

    def action_edit(self) -> None:
        """Open the paragraph for editing."""
        paragraph = self.paragraph
        if paragraph is not None:
            unsent = self.core.unsent(f"edit:{paragraph.id}")
            sentence = self.text.place[1] if self.text.place else 0
            screen = EditScreen(paragraph, unsent, sentence)
            self.app.push_screen(screen, lambda text: self._edited(paragraph, text))

    def _edited(self, paragraph: ParagraphView, result: EditResult | None) -> None:
        kept = result.text if result is not None and not result.keep else ""
        self.core.keep_unsent(f"edit:{paragraph.id}", kept)
        if result is None:
            return
        if not result.keep:
            self.query_one(Said).say("没有存；改了一半的文字还在，再按 E 接着改。", bad=True)
            return
        said = self.attempt(lambda: self.core.edit_paragraph(paragraph.id, result.text))
        if said is not None:
            self.refresh_core(said or "已按您的文字改好。")

    def action_restore(self) -> None:
        """Back to the generated text."""
        paragraph = self.paragraph
        if paragraph is None or not paragraph.edited:
            self.query_one(Said).say("这一段没有改过。")
            return
        self.core.keep_unsent(f"edit:{paragraph.id}", paragraph.text)
        self.attempt(lambda: self.core.restore_paragraph(paragraph.id))
        self.refresh_core("已恢复成生成的文字。您改的那一版还在：按 E 就能看到，Ctrl+S 存回去。")

    @property
    def unneeded(self) -> frozenset[str]:
        """Where nothing was edited there is nothing to restore, and no phrase to keep."""
        paragraph, place = self.paragraph, self.text.place
        if paragraph is None or not paragraph.edited:
            return frozenset({"restore", "phrase"})
        written = place is not None and paragraph.sentences[place[1]].edited
        return frozenset() if written else frozenset({"phrase"})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The ways out of a clash are there where there is one."""
        del parameters
        if action == "confirm":
            return self.is_mounted and any(self.core.confirmable(point.text) for point in self.here)
        settles = action in {"keep_mine", "take_new"}
        return not settles or bool(self.is_mounted and self.paragraph and self.paragraph.conflicts)

    def action_confirm(self) -> None:
        """M: what is asked about here is right as it is."""
        point = next((one for one in self.here if self.core.confirmable(one.text)), None)
        if point is not None:
            self.nianbao.confirm_point(point.text)

    def action_keep_mine(self) -> None:
        """K: the person's words stay."""
        self._settle(self.core.keep_mine)

    def action_take_new(self) -> None:
        """N: the new sentences in their place."""
        self._settle(self.core.take_new)

    def _settle(self, way: Callable[[str], str]) -> None:
        paragraph = self.paragraph
        if paragraph is not None:
            said = self.attempt(lambda: way(paragraph.id))
            self.refresh_core(said or "")
            self.refresh_bindings()

    def action_reword(self) -> None:
        """F8: the next wording of the sentence; where there is only one, F8 again turns the arrangement."""
        self.reword(self.text.spot)

    def action_length(self) -> None:
        """F7: the next of the three lengths."""
        said = self.attempt(self.nianbao.next_length)
        if said is not None:
            self.refresh_core(said)

    def action_clean(self) -> None:
        """V and F2: as it will be printed, or with what was changed."""
        self.nianbao.clean_desk = not self.nianbao.clean_desk
        said = (
            "清样：照印出来的样子。再按 V 看改了哪里。" if self.nianbao.clean_desk else "改过的地方标出来了。"
        )
        self.refresh_core(said)
        self.call_after_refresh(self.text.point_at, self.text.spot)

    def action_phrase(self) -> None:
        """Offer a rewritten sentence as a phrase of the unit's own."""
        place = self.text.place
        if place is None:
            return
        try:
            offered = self.core.offer_phrase(*place)
        except NianbaoProblem as problem:
            self.query_one(Said).say(str(problem), bad=True)
            return
        self.app.push_screen(PhraseScreen(self.core, offered), self._phrase_kept)

    def _phrase_kept(self, said: str | None) -> None:
        if said:
            self.refresh_core(said)

    def action_other_side(self) -> None:
        """Tab: into the origins and back."""
        origin = self.query_one("#origin", LinesView)
        (self.text if self.focused is origin else origin).focus()

    def again(self) -> Callable[[], object]:
        """What was opened from a sentence leads back to it."""
        return self.nianbao.action_review

    def action_leave(self) -> None:
        """Back to the conversation, or to the list one came from."""
        self.nianbao.go_back()

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """What this screen is for."""
        return "帮助：审改", HELP
