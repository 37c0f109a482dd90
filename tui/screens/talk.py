"""The conversation, with the draft growing beside it.

The prompt has the keys all the time; lists under the question are moved from it. Whatever is typed and not yet sent
is kept by question, so that looking at another screen, an earlier answer, or leaving costs nothing.
"""

from textual._time import get_time
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static, TextArea

from assistant.views import QuestionView
from tui.screens.talk_words import (
    GAP,
    PROPOSAL_HINT,
    QUESTION_HINT,
    TYPED_ANEW,
    UNFINISHED,
    hint,
    offered_hint,
    placeholder,
)
from tui.screens.walking import Walking
from tui.screens.welcome import heading
from tui.widgets.bar import Hint, Said, TopBar
from tui.widgets.chat import conversation, proposal_blocks
from tui.widgets.draft import DraftPane
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.prompt import Prompt
from tui.widgets.replies import ReplyList, digits_of, option_blocks, picked_by
from tui.widgets.tasks import NONE, OPEN_POINTS, task_blocks
from tui.widgets.ticklist import tick_blocks
from tui.widgets.ticks import TickChoice
from tui.widgets.wrap import Run


class TalkScreen(Walking):
    """Questions, answers, and what they become."""

    CSS_PATH = "talk.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.hint = ""
        self.shown = False
        """A question has been shown: what stands in the prompt belongs to it."""

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
                yield Hint(between=GAP, id="hint")
            with Vertical(id="paper"):
                yield DraftPane(id="draft")
                yield LinesView(id="origin", pointed=False)
            yield LinesView(id="parts")
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask."""
        for quiet in ("#parts", "#origin"):
            self.query_one(quiet, LinesView).can_focus = False
        self.prompt.listener = self.hear
        self.log_view.sinks = True
        self.refresh_core()
        self.set_focus(self.prompt)

    # Showing

    def refresh_core(self, said: str = "", *, bad: bool = False) -> None:
        """Ask what is to be asked now, and show all that depends on it."""
        previous = self.here if self.shown else ""
        if self.shown:
            self.keep_unsent()
        self.shown = True
        self.just_said = self.just_said if said else ""
        self.question = self.core.question()
        current, unfinished = self.here, False
        if current != previous or self._ticks_stale():
            unfinished = self.open_ticks(self.question)
        if current != previous:
            self.proposal = self.replaced = None
            self.draft_pane.follow()
        self.show_question()
        self._show_draft()
        self.query_one(Said).say(said or UNFINISHED * unfinished, bad=bad)
        if current != previous:
            self._fill_prompt()
            if self.core.ready:
                self.propose_again()
        self.show_hint()
        self.refresh_bindings()
        self.paint_at_once()
        if current != previous:
            self.asked = get_time()

    def show_question(self) -> None:
        """The conversation, the replies under it, and what a sentence was taken to say."""
        said = {name: words for name, words in self.said.items() if name != self.just_said}
        points = "" if self.question is not None else self._open_points()
        blocks = conversation(self.core.transcript(), self.question, said, points)
        self.log_view.show((*blocks, *proposal_blocks(self.proposal)), end=True)
        self.log_view.cursor = -1
        self._show_replies()
        self.show_hint()

    def _open_points(self) -> str:
        """What stands open in the text, in a few words."""
        parts = self.core.welcome(counted=self.core.ready).parts
        return next((one.detail for one in parts if one.key == OPEN_POINTS and one.detail != NONE), "")

    def _fill_prompt(self) -> None:
        """An answer that stands there is selected: typing puts another in its place, an arrow goes on behind it."""
        prompt, question = self.prompt, self.question
        prompt.reset()
        unsent = self.core.unsent(self.here)
        if question is None or unsent:
            prompt.fill(unsent)
        elif question.current and question.kind in TYPED_ANEW:
            prompt.fill(question.current + "\n" * ("\n" in question.current))  # goes on in a line of its own
        else:
            return
        prompt.history.clear()
        if question is not None and not (unsent and question.kind == "note"):
            prompt.offer()

    def _show_replies(self) -> None:
        question, view = self.question, self.replies
        if self.proposal is not None:
            view.show(())
        elif question is not None and question.options:
            guess = "" if question.current or question.kind == "text" else question.suggested
            view.show(option_blocks(question.options, question.current, digits_of(question), guess))
            self._point_reply(question)
        elif question is not None and question.kind == "ticks":
            view.show(tick_blocks(self.ticks))
        else:
            view.show(())
        view.display = bool(view.blocks)
        self.call_after_refresh(self.log_view.scroll_end, animate=False)

    def _point_reply(self, question: QuestionView) -> None:
        """On the reply whose digit is typed, else on the likeliest; where none is likelier, on none."""
        view = self.replies
        likely = picked_by(question, self.prompt.text) or question.current or question.suggested
        view.cursor = -1
        view.point(likely)
        if view.cursor < 0 and question.kind not in {"choice", "yesno"}:
            view.step(1)

    def _show_draft(self) -> None:
        """Bar, draft and task list."""
        question, welcome = self.question, self.core.welcome(counted=self.core.ready)
        part = question.part if question else ""
        where = f"{question.part}  {question.number}/{question.total}" if question else "都问完了"
        self.query_one(TopBar).say(where, heading(welcome))
        self.query_one("#parts", LinesView).show(
            [Block("", (Run("清单", "title"),), gap=1), *task_blocks(welcome.parts, part, narrow=True)]
        )
        if not self.core.ready:
            self.draft_pane.show([Block("", (Run("草稿马上就来……", "dim"),))])
        elif (draft := self.attempt(self.core.draft)) is not None:
            self.draft_pane.show_document(draft.document, _spoken_of(question))

    def core_ready(self) -> None:
        """The draft can be written, and what is open in it counted."""
        self._show_draft()
        self.propose_again()
        if self.question is None:
            self.show_question()

    def show_hint(self) -> None:
        """Say what the keys do now."""
        self.prompt.blank_ticks = self._blank_ticks
        if self.proposal is not None:
            shown = PROPOSAL_HINT if self.proposal.values else QUESTION_HINT
        else:
            offered = self.prompt.offered and not (self.question and self.question.wording)
            typed, key = self.prompt.text, self.replies.key
            shown = offered_hint(typed) if offered else hint(self.question, self.ticks, typed, key)
        if shown != self.hint:
            self.hint = shown
            line = self.query_one("#hint", Hint)
            line.between = GAP if GAP in shown else "  "  # a tick list has much to say
            line.say(*shown.split(line.between))
        self.prompt.placeholder = placeholder(self.question, self.ticks.asks)

    def refuse(self, sentence: str) -> None:
        """Say what would be right, with the question still in view."""
        super().refuse(sentence)
        self.call_after_refresh(self.log_view.scroll_end, animate=False)

    # Keys in the prompt

    def on_text_area_selection_changed(self) -> None:
        """Words that are selected are replaced by what is typed; the hint says so."""
        self.show_hint()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Typing narrows a tick list, fills its blanks, or means the proposed sentence is another one."""
        typed = event.text_area.text.strip()
        if self.proposal is not None and typed != self.proposal.typed:
            self.replaced = self.proposal
            self.drop_proposal()
        elif self.replaced is not None and typed == self.replaced.typed:
            self.replaced = None
        if self.question is not None and self.question.options and self.proposal is None:
            if picked_by(self.question, typed):
                self._point_reply(self.question)
        elif self.question is not None and self.question.kind == "ticks" and self.proposal is None:
            if self.ticks.asking:
                self.ticks.typing = typed
            self.filter_ticks("" if self.ticks.asking or self.ticks.editing else typed)
        self.show_hint()

    def filter_ticks(self, wanted: str) -> None:
        """Narrow the tick list to what is typed."""
        self.ticks.wanted = wanted
        view = self.replies
        view.show(tick_blocks(self.ticks))
        view.display = bool(view.blocks)
        if wanted and self.ticks.shown:
            view.point(self.ticks.shown[0].theme)
        elif self.ticks.asking:
            view.point(self.ticks.asking)
        self.show_hint()

    def _ticks_stale(self) -> bool:
        """The list was recorded otherwise meanwhile (taken back), or has not been opened yet."""
        ticks = self.ticks
        return TickChoice.of(self.question).opened != ticks.opened or (not ticks.ticks and ticks.untouched)

    @property
    def _blank_ticks(self) -> bool:
        """In a tick list a blank ticks, unless somebody is writing numbers or a sentence of their own."""
        if self.question is None or self.question.kind != "ticks":
            return False
        return not self.ticks.editing and (not self.prompt.text or bool(self.ticks.shown))


def _spoken_of(question: QuestionView | None) -> str:
    """What the question is about in the document: its table, or its part."""
    if question is None:
        return ""
    return f"table:{question.table}" if question.table else question.part
