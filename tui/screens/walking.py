"""Going about in the conversation: up to earlier answers, over to the draft, out to a part, and back to the prompt.

One decision: going somewhere never costs an answer. What stands typed is kept by question, and Esc leads back to the
question one came from.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from tui.screens.answering import SAME
from tui.screens.help import question_help
from tui.screens.proposing import END
from tui.screens.talk_words import keys_of
from tui.screens.tick_answering import TickAnswering
from tui.widgets.bar import Said
from tui.widgets.draft import DraftPane
from tui.widgets.lines import LinesView
from tui.widgets.origin import sentence_blocks
from tui.widgets.replies import picked_by


class Walking(TickAnswering):
    """A conversation one can go about in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "为什么问"),
        Binding("f2", "draft", "草稿"),
        Binding("f3", "app.tables", "表格"),
        Binding("f4", "app.review", "审改"),
        Binding("f5", "app.export", "导出"),
        Binding("f6", "take_last_year", "沿用去年", show=False),
        Binding("f7", "own_words", "只按原话记", show=False),
        Binding("escape", "back", "清单", key_display="Esc"),
    ]

    @property
    def log_view(self) -> LinesView:
        """The conversation column."""
        return self.query_one("#log", LinesView)

    @property
    def draft_pane(self) -> DraftPane:
        """The draft."""
        return self.query_one(DraftPane)

    async def on_key(self, event: events.Key) -> None:
        """Typing while the conversation or the draft has the focus goes to the prompt; so do keys that came before it was there."""
        typed = event.is_printable and bool(event.character)
        if self.focused is self.prompt and (typed or event.key == "enter"):
            event.stop()
            await self.prompt._on_key(event)  # noqa: SLF001  what textual calls for a key
        elif self.focused is not self.prompt and typed and event.character:
            event.stop()
            self.to_prompt()
            if event.character not in {"?", "？", "/", "／", " "}:
                self.prompt.insert(event.character)

    def arrow(self, step: int) -> None:
        """Arrow keys leave the prompt: into the list, or up into the conversation."""
        if self.ticks.asking or self.ticks.editing:
            self.end_typing(self.prompt.text.strip())
        goes_up = step < 0 and self.replies.cursor < 0 and bool(self.question and self.question.options)
        if self.replies.display and not goes_up and self.replies.step(step):
            self.show_hint()
            if self.question is not None and picked_by(self.question, self.prompt.text):
                self.prompt.reset()  # the arrow chooses now, and no longer the digit
            return
        if step < 0 and self.log_view.step(-1):
            self.log_view.focus()

    # The columns

    def on_lines_view_moved(self, event: LinesView.Moved) -> None:
        """Past the last answer one is back at the prompt."""
        if event.view is self.log_view and not event.key and event.step > 0:
            self.to_prompt()

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Open an earlier answer, take a quick reply, tick a line, go to a part, to where a sentence comes from."""
        if event.view is self.replies:
            self._chosen_reply(event.key)
        elif event.view is self.log_view:
            self.open_question(event.key)
        elif event.view.id == "parts":
            self.nianbao.open_part(event.key)
        else:
            self._open_spot(event.key)

    def _chosen_reply(self, key: str) -> None:
        if self.question is not None and self.question.kind == "ticks":
            self.tick_here()
            self.prompt.focus()
        else:
            self.reply(key)

    def on_draft_pane_pointed(self, event: DraftPane.Pointed) -> None:
        """Another sentence of the draft: where it comes from."""
        self.query_one("#origin", LinesView).show(sentence_blocks(self.core, event.spot))

    def _open_spot(self, spot: str) -> None:
        if spot.startswith("table:"):
            self.nianbao.open_table(spot.removeprefix("table:"))
            return
        paragraph, _, number = spot.partition("#")
        goes_to = self.core.paragraph(paragraph).sentences[int(number)].goes_to
        if goes_to in self.core.edition:
            self.nianbao.open_table(goes_to.split(".")[0], (goes_to,))
        elif goes_to:
            self._fold_draft()
            self.open_question(goes_to)
        else:
            self.nianbao.open_paragraph(paragraph)

    def open_question(self, question_id: str) -> None:
        """Go back to an answered question; what was typed meanwhile is kept."""
        self.leave_question()
        self.go_to(lambda: self.core.open_question(question_id))

    def go_to(self, move: Callable[[], object]) -> None:
        """To another question; Esc will lead back to the one that stands here."""
        self.frontier = self.frontier or self.here
        if self.attempt(move) is not None:
            self.refresh_core()
        self.to_prompt()

    def to_prompt(self) -> None:
        """The keys go to the prompt again."""
        self._fold_draft()
        self.log_view.cursor = -1
        self.prompt.focus()
        self.log_view.scroll_end(animate=False)

    # Actions

    def show_hint(self) -> None:
        """Say what the keys do now."""
        raise NotImplementedError

    def action_take_last_year(self) -> None:
        """F6: take last year's answer over, by this key only; one with numbers is put into the prompt to be looked at."""
        question = self.question
        if question is None or not question.last_year:
            self.query_one(Said).say("这一问没有去年的回答。", bad=True)
        elif question.kind in {"note", "number"} and _has_number(question.last_year):
            self.prompt.fill(question.last_year)
            self.query_one(Said).say("输入行里是去年的：把数改成今年的再回车；真没变就直接回车。")
        else:
            self.reply(SAME)

    def can_move(self) -> tuple[bool, bool]:
        """Typing can be taken back too."""
        back, forth = super().can_move()
        return (
            back or self.prompt.can_undo or bool(self.ticks.steps),
            forth or bool(self.prompt.history.redo_stack or self.ticks.undone),
        )

    def action_undo(self) -> None:
        """In the prompt first what was typed, then the steps in the list, then the last answer."""
        if self.focused is self.prompt and self.prompt.can_undo:
            self.prompt.undo()
        elif not self.leave_typing() and not self.move_ticks(back=True):
            super().action_undo()

    def action_redo(self) -> None:
        """The same for what was undone."""
        if self.focused is self.prompt and self.prompt.history.redo_stack:
            self.prompt.redo()
        elif not self.move_ticks(back=False):
            super().action_redo()

    def action_reword(self) -> None:
        """F8 on a sentence of the draft: another wording."""
        self.reword(self.draft_pane.spot)

    def action_draft(self) -> None:
        """F2: into the draft, sentence by sentence; in a narrow window it takes the place of the conversation."""
        if self.has_class("-draft"):
            self.to_prompt()
            return
        self.add_class("-draft")
        self.draft_pane.focus()
        self.call_after_refresh(self.draft_pane.begin)

    def _fold_draft(self) -> None:
        self.remove_class("-draft")

    def action_back(self) -> None:
        """Esc: back to the typed words, out of the draft, out of an earlier question, or to the task list."""
        if self.drop_proposal():
            self.prompt.offer()
            return
        if self.leave_typing():
            return
        if self.focused is not self.prompt:
            self.to_prompt()
        elif self._goes_back:
            frontier, self.frontier = self.frontier, ""
            self.leave_question()
            self.attempt(
                lambda: self.core.open_question(frontier) if frontier != END else self.core.reply("")
            )
            self.refresh_core()
        else:
            self.leave_question()
            self.nianbao.go_back()

    @property
    def _goes_back(self) -> bool:
        """Another question was opened from the one that Esc leads back to."""
        return self.question is not None and self.frontier not in {"", self.here}

    def names_key(self, action: str, name: str) -> str:
        """Esc leads to the list, or back to where one came from."""
        return "回去" if action == "back" and (self._goes_back or self.nianbao.way_back) else name

    def leave_question(self) -> None:
        """Before going elsewhere: what is typed is remembered, a changed list is put down or remembered."""
        if self.ticks.asking or self.ticks.editing:
            self.end_typing(self.prompt.text.strip())
        self.settle_ticks()
        self.keep_unsent()

    def keep_unsent(self) -> None:
        """Remember what stands in the prompt, by question, over a restart."""
        self.keep_ticks()
        self.keep_proposal()
        if self.ticks.asking or self.ticks.editing:
            return
        text, current = self.prompt.text, self.question.current if self.question is not None else ""
        kept = text if text.strip() not in {"", current} else ""
        self.attempt(lambda: self.core.keep_unsent(self.here, kept))

    @property
    def place(self) -> str:
        """Where the keys go now: ``prompt``, ``draft`` or ``log``."""
        return self.focused.id or "" if self.focused in {self.draft_pane, self.log_view} else "prompt"

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """Why this question is asked."""
        return "为什么问这个", [*question_help(self.question), ("这里的键", keys_of(self.place))]


def _has_number(text: str) -> bool:
    return any(character.isdigit() for character in text)
