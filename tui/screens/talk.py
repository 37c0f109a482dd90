"""The conversation, with the draft growing beside it.

The prompt has the keys all the time; lists under the question are moved from it. Whatever is typed and not yet sent
is kept by question, so that looking at another screen, an earlier answer, or leaving costs nothing.
"""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, Static, TextArea

from tui.screens.answering import SAME, Answering
from tui.screens.help import question_help
from tui.screens.talk_words import KEYS, PROPOSAL_HINT, QUESTION_HINT, hint, placeholder
from tui.screens.welcome import heading
from tui.widgets.bar import Said, TopBar
from tui.widgets.chat import conversation, proposal_blocks
from tui.widgets.draft import DraftPane
from tui.widgets.lines import Block, LinesView
from tui.widgets.origin import sentence_blocks
from tui.widgets.prompt import Prompt
from tui.widgets.replies import ReplyList, option_blocks, single_keys
from tui.widgets.tasks import task_blocks
from tui.widgets.ticks import TickChoice
from tui.widgets.wrap import Run


class TalkScreen(Answering):
    """Questions, answers, and what they become."""

    CSS_PATH = "talk.tcss"

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

    def __init__(self) -> None:
        super().__init__()
        self.hint = ""

    def compose(self) -> ComposeResult:
        """Bar; conversation, draft and task list side by side; keys."""
        yield TopBar()
        with Horizontal(id="columns"):
            with Vertical(id="talk"):
                yield LinesView(id="log")
                yield ReplyList(id="replies")
                yield Said(id="said")
                with Horizontal(id="line"):
                    yield Static(">", id="sign", markup=False)
                    yield Prompt(id="prompt")
                yield Static("", id="hint", markup=False)
            with Vertical(id="paper"):
                yield DraftPane(id="draft")
                yield LinesView(id="origin", pointed=False)
            yield LinesView(id="parts")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Ask."""
        for quiet in ("#parts", "#origin"):
            self.query_one(quiet, LinesView).can_focus = False
        self.prompt.listener = self.hear
        self.refresh_core()
        self.prompt.focus()

    @property
    def log_view(self) -> LinesView:
        """The conversation column."""
        return self.query_one("#log", LinesView)

    @property
    def draft_pane(self) -> DraftPane:
        """The draft."""
        return self.query_one(DraftPane)

    # Showing

    def refresh_core(self, said: str = "", *, bad: bool = False) -> None:
        """Ask what is to be asked now, and show all that depends on it."""
        previous = self.question.id if self.question else ""
        self.keep_unsent()
        self.question = self.core.question()
        current = self.question.id if self.question else ""
        if current != previous or not self.ticks.ticks:
            self.ticks = TickChoice.of(self.question)
        if current != previous:
            self.proposal = None
        self.show_question()
        self._show_draft()
        self.query_one(Said).say(said, bad=bad)
        if current != previous:
            self._fill_prompt()
        self._show_hint()

    def show_question(self) -> None:
        """The conversation, the replies under it, and what a sentence was taken to say."""
        blocks = conversation(self.core.transcript(), self.question, self.said)
        self.log_view.show((*blocks, *proposal_blocks(self.proposal)), end=True)
        self.log_view.cursor = -1
        self._show_replies()
        self._show_hint()

    def _fill_prompt(self) -> None:
        prompt, question = self.prompt, self.question
        prompt.reset()
        if question is None:
            return
        unsent = self.core.unsent(question.id)
        if unsent or (question.current and question.kind in {"text", "number", "note"}):
            prompt.fill(unsent or question.current)
            prompt.history.clear()

    def _show_replies(self) -> None:
        question, view = self.question, self.replies
        self.prompt.single_keys = frozenset()
        if self.proposal is not None:
            view.show(())
        elif question is not None and question.options:
            self.prompt.single_keys = single_keys(question)
            view.show(option_blocks(question.options, question.current, self.prompt.single_keys))
            view.point(question.current or question.suggested or question.options[0].value)
            if view.cursor < 0:
                view.step(1)
        elif question is not None and question.kind == "ticks":
            view.show(self.ticks.blocks())
        else:
            view.show(())
        view.display = bool(view.blocks)
        self.call_after_refresh(self.log_view.scroll_end, animate=False)

    def _show_draft(self) -> None:
        """Bar, draft and task list."""
        question, welcome = self.question, self.core.welcome()
        where = f"{question.part}  {question.number}/{question.total}" if question else "都问完了"
        self.query_one(TopBar).say(where, heading(welcome))
        self.query_one("#parts", LinesView).show(
            [Block("", (Run("清单", "title"),), gap=1), *task_blocks(welcome.parts, narrow=True)]
        )
        draft = self.attempt(self.core.draft)
        if draft is not None:
            self.draft_pane.show_document(draft.document, question.part if question else "")

    def _show_hint(self) -> None:
        self.prompt.blank_ticks = self._blank_ticks
        if self.proposal is not None:
            shown = PROPOSAL_HINT if self.proposal.values else QUESTION_HINT
        else:
            shown = hint(self.question, self.ticks, self.prompt.text)
        if shown != self.hint:
            self.hint = shown
            self.query_one("#hint", Static).update(shown)
        self.prompt.placeholder = placeholder(self.question, self.ticks.asks)

    def refuse(self, sentence: str) -> None:
        """Say what would be right, with the question still in view."""
        super().refuse(sentence)
        self.call_after_refresh(self.log_view.scroll_end, animate=False)

    # Keys in the prompt

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Typing narrows a tick list, fills its blanks, or means the proposed sentence is another one."""
        typed = event.text_area.text.strip()
        if self.proposal is not None and typed != self.proposal.typed:
            self.drop_proposal()
        if self.question is not None and self.question.kind == "ticks" and self.proposal is None:
            if self.ticks.asking:
                self.ticks.typing = typed
                self.filter_ticks("")
            else:
                self.filter_ticks(typed)
        self._show_hint()

    def filter_ticks(self, wanted: str) -> None:
        """Narrow the tick list to what is typed."""
        self.ticks.wanted = wanted
        view = self.replies
        view.show(self.ticks.blocks())
        view.display = bool(view.blocks)
        if wanted and self.ticks.shown:
            view.point(self.ticks.shown[0].theme)
        elif self.ticks.asking:
            view.point(self.ticks.asking)
        self._show_hint()

    def on_key(self, event: events.Key) -> None:
        """Typing while the conversation or the draft has the focus goes to the prompt."""
        if self.focused is not self.prompt and event.is_printable and event.character:
            event.stop()
            self.to_prompt()
            if event.character not in {"?", "？", "/", "／", " "}:
                self.prompt.insert(event.character)

    @property
    def _blank_ticks(self) -> bool:
        """In a tick list a blank ticks, unless somebody is writing numbers or a sentence of their own."""
        if self.question is None or self.question.kind != "ticks":
            return False
        return not self.prompt.text or bool(self.ticks.shown)

    def arrow(self, step: int) -> None:
        """Arrow keys leave the prompt: into the list, or up into the conversation."""
        if self.ticks.asking:
            self.ticks.asking = ""
            self.filter_ticks("")
        if self.replies.display and self.replies.step(step):
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
        self.keep_unsent()
        if self.question is not None and not self.frontier:
            self.frontier = self.question.id
        if self.attempt(lambda: self.core.open_question(question_id)) is not None:
            self.refresh_core()
        self.to_prompt()

    def to_prompt(self) -> None:
        """The keys go to the prompt again."""
        self._fold_draft()
        self.log_view.cursor = -1
        self.prompt.focus()
        self.log_view.scroll_end(animate=False)

    # Actions

    def action_take_last_year(self) -> None:
        """F6: take last year's answer over, by this key only."""
        if self.question is not None and self.question.last_year:
            self.reply(SAME)
        else:
            self.query_one(Said).say("这一问没有去年的回答。", bad=True)

    def action_undo(self) -> None:
        """In the prompt first what was typed, then the last answer."""
        if self.focused is self.prompt and self.prompt.can_undo:
            self.prompt.undo()
        else:
            super().action_undo()

    def action_redo(self) -> None:
        """The same for what was undone."""
        if self.focused is self.prompt and self.prompt.history.redo_stack:
            self.prompt.redo()
        else:
            super().action_redo()

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
            return
        if self.ticks.asking:
            self.ticks.asking = ""
            self.prompt.reset()
            self.filter_ticks("")
        elif self.focused is not self.prompt:
            self.to_prompt()
        elif self.frontier and self.question is not None and self.question.id != self.frontier:
            frontier, self.frontier = self.frontier, ""
            self.keep_unsent()
            self.attempt(lambda: self.core.open_question(frontier))
            self.refresh_core()
        else:
            self.keep_unsent()
            self.nianbao.to_welcome()

    def keep_unsent(self) -> None:
        """Remember what stands in the prompt, by question, over a restart."""
        if self.question is None or self.ticks.asking:
            return
        text, question = self.prompt.text, self.question
        kept = text if text.strip() and text != question.current else ""
        self.attempt(lambda: self.core.keep_unsent(question.id, kept))

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """Why this question is asked."""
        return "为什么问这个", [*question_help(self.question), ("这里的键", KEYS)]
