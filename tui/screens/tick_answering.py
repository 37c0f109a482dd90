"""Answering a tick list: finding, ticking, the numbers a tick asks for, words of one's own, and sending it whole.

One decision: nothing of a list is recorded before the empty Enter that ends it; and 没有 means none of these only while
nothing is ticked.
"""

from assistant.ticking import none_of_them
from assistant.views import QuestionView
from tui.screens.answering import SAME, SKIP, Answering
from tui.widgets.ticks import TickChoice

_COMMANDS = frozenset({SKIP, "返回", SAME})


class TickAnswering(Answering):
    """A conversation that also takes tick lists."""

    def send_ticks(self, question: QuestionView, text: str) -> None:
        """Enter: the numbers asked for, a theme found, none of them, a line of one's own, or the end of the list."""
        choice = self.ticks
        if choice.asking:
            if not text or choice.answer(text):
                choice.asking = ""
                self.prompt.reset()
                self.filter_ticks("")
                return
            choice.asking = ""
        if not text:
            self._finish_ticks(question, choice)
            return
        if text in _COMMANDS:
            self.reply(text)
        elif none_of_them(text):
            self._none(choice, text)
        elif theme := self._meant(choice, text):
            choice.tick(theme)
            self.prompt.reset()
            self.filter_ticks("")
        elif text.isascii() and text.isalpha():
            self.refuse(f"清单里没有“{text}”这一项；要自己写，用汉字写。")
        elif self.core.takes_back(text):
            self.reply(text)
        elif not self.proposed(text):
            self.own_line(text)

    def _meant(self, choice: TickChoice, text: str) -> str:
        """The theme of this name, or the one that the initials found; empty for words of one's own."""
        if text.isascii() and text.isalpha() and choice.shown:
            return choice.exact(text) or self.replies.key or choice.shown[0].theme
        return choice.exact(text)

    def _none(self, choice: TickChoice, text: str) -> None:
        """没有: none of the list. What is ticked already is not thrown away by a word."""
        picked = len(choice.ticked) + len(choice.lines)
        if picked:
            self.refuse(f"上面已经选了 {picked} 项。选好了直接回车；都没有的，先用空格去掉再写“没有”。")
        else:
            self.reply(text)

    def own_line(self, text: str) -> None:
        """Keep a line in the person's own words."""
        self.ticks.lines += [line.strip() for line in text.splitlines() if line.strip()]
        self.prompt.reset()
        self.filter_ticks("")

    def _finish_ticks(self, question: QuestionView, choice: TickChoice) -> None:
        if question.current and choice.untouched:
            self.reply(question.current)
        elif not question.current and not choice.themes and not choice.said:
            self.reply(SKIP)
        else:
            self.after(self.attempt(lambda: self.core.tick(choice.themes, "\n".join(choice.said))))

    def tick_here(self) -> bool:
        """Tick or untick where the cursor is; False when a blank is just a blank."""
        if self.question is None or self.question.kind != "ticks":
            return False
        key = self.replies.key
        if not key and not self.prompt.text and self.replies.step(1):
            key = self.replies.key
        if not key:
            return False
        self.ticks.toggle(key)
        if self.prompt.text:
            self.prompt.reset()
            self.ticks.wanted = ""
        self.filter_ticks("")
        self.replies.point(key)
        return True
