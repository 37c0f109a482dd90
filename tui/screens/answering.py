"""What happens between a key in the prompt and an answer in the core: sending, ticking, confirming.

One decision: the prompt is heard by a call and not by messages, so that keys pressed in a burst act in their order.
"""

from textual._time import get_time
from textual.message import Message

from assistant.views import ALL_DONE, Outcome, Proposal, QuestionView
from tui.screens.base import CoreScreen
from tui.screens.talk_words import for_example
from tui.widgets.bar import Said
from tui.widgets.prompt import Prompt
from tui.widgets.replies import ReplyList, digits_of, picked_by
from tui.widgets.ticks import TickChoice

SKIP = "跳过"
SAME = "同上年"
END = "#end"
"""Stands for a question's id where all is answered."""
_PROPOSED = "#proposal"
"""Behind the id of a question: where the sentence is remembered that waits for its confirmation."""


class Answering(CoreScreen):
    """A screen with a prompt that answers the open question."""

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

    def send_ticks(self, question: QuestionView, text: str) -> None:
        """Enter at a tick list."""
        raise NotImplementedError

    def own_line(self, text: str) -> None:
        """A line in the person's own words beside the ticks."""
        raise NotImplementedError

    def tick_here(self) -> bool:
        """Tick or untick where the cursor is; False when a blank is just a blank."""
        raise NotImplementedError

    # Keys of the prompt

    def hear(self, message: Message) -> None:
        """What the prompt says, in the order of the keys."""
        if isinstance(message, Prompt.Sent):
            text = message.text.strip()
            if message.pressed >= self.asked or text != self._unread:
                self.send(text)
        elif isinstance(message, Prompt.Arrow):
            self.arrow(message.step)
        elif isinstance(message, Prompt.Blank):
            if self.ticks.asking and self.prompt.text:
                self.prompt.insert(" ")
            else:
                self.tick_here()
        elif isinstance(message, Prompt.Mark):
            if message.mark == "?":
                self.nianbao.action_help()
            else:
                self.nianbao.action_commands()

    @property
    def _unread(self) -> str:
        """What stands in the prompt when a question or a proposal was just put: an Enter before it could be seen is none."""
        return self.proposal.typed if self.proposal is not None else ""

    def arrow(self, step: int) -> None:
        """Arrow keys that leave the prompt."""
        raise NotImplementedError

    # Sending

    def send(self, text: str) -> None:
        """Enter in the prompt."""
        question, proposal = self.question, self.proposal
        if proposal is not None and text == proposal.typed:
            self._confirm(proposal)
            return
        self.replaced, self.proposal = proposal or self.replaced, None
        if question is None:
            self._afterwards(text)
        elif question.kind == "ticks" and (question.ticks or self.ticks.lines or not text):
            self.send_ticks(question, text)
        elif question.kind == "table" and not text:
            self.nianbao.open_table(question.table)
        elif text:
            if picked := picked_by(question, text):
                self.reply(picked)
            elif not self.proposed(text):
                self.reply(text)
        elif question.options and self.replies.key:
            self.reply(self.replies.key)
        elif question.optional:
            self.reply(SKIP)
        elif question.kind in {"choice", "yesno"}:
            self.query_one(Said).say(
                f"先用 ↑↓ {'或数字' if digits_of(question) else ''}选一个，再回车。", bad=True
            )
        else:
            self.query_one(Said).say(
                f"这一问要有回答{for_example(question)}。一时答不了，写“跳过”。", bad=True
            )

    def _afterwards(self, text: str) -> None:
        """Everything is answered; what corrects an earlier answer is still heard."""
        said = "都问完了。要改哪一问，按 ↑ 选中后回车，或者写“更正：”和对的数；F4 审改，F5 导出。"
        if not text:
            self.query_one(Said).say(said)
        elif not self.proposed(text):
            outcome = self.attempt(lambda: self.core.reply(text))
            if outcome is not None and outcome.kind == "back":
                self.after(outcome)
            else:
                self.refuse(outcome.said if outcome is not None and outcome.kind == "refused" else said)

    def reply(self, text: str) -> None:
        """Send; an answer that is sent back unchanged is no new answer."""
        if self.question is not None and self.question.current and text == self.question.current:
            text = ""
        self.after(self.attempt(lambda: self.core.reply(text)))

    def after(self, outcome: Outcome | None) -> None:
        """Show what came of a reply."""
        if outcome is None:
            return
        if outcome.kind == "help":
            self.nianbao.action_help()
            return
        if outcome.kind == "refused":
            self.refuse(outcome.said)
            return
        answered = self.question.id if self.question is not None else ""
        self.prompt.reset()
        if answered:
            self.core.keep_unsent(answered, "")
        said, self.replaced = self._with_unsaid(outcome), None
        news = outcome.news or outcome.kind not in {"accepted", "done"} or said != outcome.said
        said = said.removeprefix(ALL_DONE)  # the conversation says it itself
        if outcome.kind in {"accepted", "done"}:
            self.said[answered] = said
            self.frontier = ""
        self.ticks = TickChoice()
        self.just_said = answered if news else ""
        self.refresh_core(said if news else "")

    def _with_unsaid(self, outcome: Outcome) -> str:
        """What came of a reply, and that the sentence which stood in its place was not recorded."""
        if self.replaced is None or outcome.kind == "back":
            return outcome.said
        return f"{outcome.said}刚才那句没有记：“{self.replaced.typed}”。"

    def refuse(self, sentence: str) -> None:
        """Say what would be right; what was typed stays, selected, so that typing anew never joins it."""
        self.query_one(Said).say(sentence, bad=True)
        self.prompt.offer()

    # One sentence for several questions

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

    def _confirm(self, proposal: Proposal) -> None:
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
