"""A sentence that says more than was asked: what it was taken to say stands there until Enter, and nothing is recorded.

One decision: what waits is remembered by its words alone; it is read anew wherever it is shown again, also after a restart.
"""

from textual._time import get_time

from assistant.views import Outcome, Proposal, QuestionView
from tui.screens.base import CoreScreen
from tui.widgets.bar import Said
from tui.widgets.prompt import Prompt
from tui.widgets.replies import ReplyList
from tui.widgets.ticks import TickChoice

END = "#end"
"""Stands for a question's id where all is answered."""
_PROPOSED = "#proposal"
"""Behind the id of a question: where the sentence is remembered that waits for its confirmation."""


class Proposing(CoreScreen):
    """A screen with a prompt in which one sentence may answer several questions."""

    def __init__(self) -> None:
        super().__init__()
        self.question: QuestionView | None = None
        self.ticks = TickChoice()
        self.proposal: Proposal | None = None
        """What the sentence in the prompt was taken to say, while it waits for its confirmation."""
        self.replaced: Proposal | None = None
        """What was proposed before the words in the prompt took its place: they may answer what it left open."""
        self.said: dict[str, str] = {}
        self.just_said = ""
        """Id of the question whose answer is being spoken of beside the prompt: it is not said in the conversation too."""
        self.frontier = ""
        """Id of the question one came from when an earlier one was opened."""
        self.asked = 0.0
        """When what stands on the screen was put there, by the clock that stamps keys."""

    @property
    def prompt(self) -> Prompt:
        """Where people type."""
        return self.query_one("#prompt", Prompt)

    @property
    def replies(self) -> ReplyList:
        """Quick replies or ticks."""
        return self.query_one("#replies", ReplyList)

    def show_question(self) -> None:
        """Show the open question again, with what was proposed."""
        raise NotImplementedError

    def filter_ticks(self, wanted: str) -> None:
        """Show the tick list, narrowed to what is typed."""
        raise NotImplementedError

    def own_line(self, text: str) -> None:
        """A line in the person's own words beside the ticks."""
        raise NotImplementedError

    def after(self, outcome: Outcome | None) -> None:
        """Show what came of a reply."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Say what would be right; what was typed stays, selected, so that typing anew never joins it."""
        self.query_one(Said).say(sentence, bad=True)
        self.prompt.offer()

    def proposed(self, text: str) -> bool:
        """Whether the sentence says more than was asked; then it is shown and nothing is recorded yet."""
        before = self.replaced
        self.proposal = self.attempt(lambda: self.core.propose(text))
        if self.proposal is None and before is not None:
            self.proposal = self.attempt(lambda: self.core.supplement(before, text))
        if self.proposal is None:
            return False
        self.replaced = None
        self.prompt.fill(self.proposal.typed)
        self.query_one(Said).say("")
        self.prompt.offer()
        self.show_question()
        self.asked = get_time()
        return True

    @property
    def here(self) -> str:
        """Id under which what is typed is remembered: that of the question, or of the end where all is answered."""
        return self.question.id if self.question is not None else END

    def keep_proposal(self) -> None:
        """Remember that what stands typed was understood and waits for its Enter, over a restart."""
        kept = self.proposal.typed if self.proposal else ""
        self.attempt(lambda: self.core.keep_unsent(self.here + _PROPOSED, kept))

    def propose_again(self) -> None:
        """One is back at a sentence that was understood and waits for its Enter: what it was taken to say stands there."""
        text = self.prompt.text
        if text and self.proposal is None and text == self.core.unsent(self.here + _PROPOSED):
            self.proposal = self.attempt(lambda: self.core.propose(text))
        if self.proposal is not None:
            self.prompt.offer()
            self.show_question()

    def drop_proposal(self) -> bool:
        """Back to the typed text; False when nothing was proposed."""
        if self.proposal is None:
            return False
        self.proposal = None
        self.show_question()
        return True

    def confirm_proposal(self, proposal: Proposal) -> None:
        """Enter below a proposal: all of it is recorded at once; refused, it stays to be mended."""
        question, choice = self.question, self.ticks
        outcome = self.attempt(lambda: self.core.confirm(proposal))
        if outcome is None or outcome.kind == "refused":
            self.refuse(f"{outcome.said} 改好再回车。" if outcome else "没有记下。")
            return
        self.proposal = self.replaced = None
        self.after(outcome)
        if question is not None and question.kind == "ticks":
            self._tick_on(question.id, choice)

    def _tick_on(self, question_id: str, before: TickChoice) -> None:
        """A sentence beside a tick list does not close the list: what was ticked is still ticked."""
        try:
            self.core.open_question(question_id)
        except KeyError:
            return
        self.refresh_core()
        self.ticks = before.over(self.ticks)
        self.filter_ticks("")

    def action_own_words(self) -> None:
        """F7: take the sentence as it is, as an ordinary answer."""
        if self.proposal is None:
            return
        proposal, self.proposal = self.proposal, None
        if self.question is not None and self.question.kind == "ticks" and self.question.ticks:
            self.own_line(proposal.typed)
            self.show_question()
        else:
            self.show_question()
            self.after(self.attempt(lambda: self.core.decline(proposal)))
