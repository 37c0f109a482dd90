"""What happens between a key in the prompt and an answer in the core: sending, and showing what came of it.

One decision: the prompt is heard by a call and not by messages, so that keys pressed in a burst act in their order.
"""

from textual.message import Message

from assistant.views import ALL_DONE, Outcome, QuestionView
from tui.screens.proposing import Proposing
from tui.screens.talk_words import for_example
from tui.widgets.bar import Said
from tui.widgets.prompt import Prompt
from tui.widgets.replies import digits_of, picked_by
from tui.widgets.ticks import TickChoice

SKIP = "跳过"
SAME = "同上年"


class Answering(Proposing):
    """A screen with a prompt that answers the open question."""

    def send_ticks(self, question: QuestionView, text: str) -> None:
        """Enter at a tick list."""
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
            self.confirm_proposal(proposal)
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
        elif question.offers:
            self.reply(text)  # nothing said against them takes them
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
            self.said[outcome.about or answered] = said
            self.frontier = ""
        self.ticks = TickChoice()
        self.just_said = (outcome.about or answered) if news else ""
        self.refresh_core(said if news else "")

    def _with_unsaid(self, outcome: Outcome) -> str:
        """What came of a reply, and that the sentence which stood in its place was not recorded."""
        if self.replaced is None or outcome.kind == "back":
            return outcome.said
        return f"{outcome.said}刚才那句没有记：“{self.replaced.typed}”。"
