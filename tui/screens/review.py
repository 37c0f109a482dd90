"""F4: the text sentence by sentence, each with its origin; other wordings and a person's own words go in here."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from assistant.views import ParagraphView
from report.problem import NianbaoProblem
from tui.letters import letter
from tui.screens.editing import EditResult, EditScreen
from tui.screens.history import HistoryScreen
from tui.screens.own_phrase import PhraseScreen
from tui.screens.review_desk import ReviewDesk
from tui.screens.review_words import HELP
from tui.widgets.bar import Said
from tui.widgets.lines import LinesView


class ReviewScreen(ReviewDesk):
    """The text at the left with a cursor on a sentence, what it rests on at the right."""

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
        """Back to the generated text, in the editor too; what was written comes back as every step does."""
        paragraph = self.paragraph
        if paragraph is None or not paragraph.edited:
            self.query_one(Said).say("这一段没有改过。")
            return
        self.core.keep_unsent(f"edit:{paragraph.id}", "")
        self.attempt(lambda: self.core.restore_paragraph(paragraph.id))
        self.refresh_core("已恢复成生成的文字。要换回您改的那一版，按 Ctrl+Z。")

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

    def again(self) -> Callable[[], object]:
        """What was opened from a sentence leads back to it."""
        return self.nianbao.action_review

    def action_leave(self) -> None:
        """Back to the conversation, or to the list one came from."""
        self.nianbao.go_back()

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """What this screen is for."""
        return "帮助：审改", HELP
