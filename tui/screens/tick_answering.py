"""Answering a tick list: finding, ticking, the numbers a tick asks for, words of one's own, and sending it whole.

One decision: an empty Enter ends a list, and nothing of it is lost before: left unfinished it stands there again, and a
list that was answered before takes the change along. 没有 means none of these only while nothing is ticked.
"""

import re

from assistant.ticking import none_of_them
from assistant.views import QuestionView
from tui.screens.answering import SAME, SKIP, Answering
from tui.widgets.bar import Said
from tui.widgets.ticks import TickChoice

_COMMANDS = frozenset({SKIP, "返回", SAME})
SKIP_AGAIN = "这里空着，报告会缺一段：写一条也好；先空着，就再按一次回车。"
_KEPT = "#ticks"
"""Behind the id of a question: where its unfinished list is remembered."""


class TickAnswering(Answering):
    """A conversation that also takes tick lists."""

    skipping = ""
    """Id of the question whose list was sent empty once: it asked whether that is meant."""

    def send_ticks(self, question: QuestionView, text: str) -> None:
        """Enter: a line changed, the numbers asked for, a theme found, none of them, a line of one's own, or the end."""
        choice = self.ticks
        if choice.editing or (choice.asking and (not text or choice.answer(text))):
            self.end_typing(text)
            return
        choice.asking = ""
        if not text and choice.own(self.replies.key):
            self._change(choice.own(self.replies.key))
        elif not text:
            self._finish_ticks(question, choice)
        elif text in _COMMANDS:
            self.reply(text)
        elif none_of_them(text):
            self._none(choice, text)
        elif theme := self._meant(choice, text):
            choice.tick(theme)
            self.prompt.reset()
            self.filter_ticks("")
        elif text.isascii() and text.isalpha():
            self.refuse(f"清单里没有“{text}”这一项；要自己写，用汉字写。")
        elif not re.search("[^\\W\\d_]", text):
            self.refuse("清单里没有号码：↑↓ 移到一项，空格勾选，或打字查找；要自己写就写一句话。")
        elif self.core.takes_back(text):
            self.reply(text)
        elif not self.proposed(text):
            self.own_line(text)

    def end_typing(self, text: str) -> None:
        """What is typed for a tick or for a line of one's own is put down, and the list is whole again."""
        choice = self.ticks
        if choice.editing:
            choice.write(" ".join(text.split("\n")).strip(), instead=choice.editing)
            self.replies.cursor = -1
        elif choice.asking and text and not choice.answer(text):
            choice.asking = ""
            return
        choice.editing = choice.asking = ""
        self.prompt.reset()
        self.filter_ticks("")

    def leave_typing(self) -> bool:
        """Esc: what was typed for a tick or over a line is not taken; False when nothing of the kind was going on."""
        if not (self.ticks.asking or self.ticks.editing):
            return False
        self.ticks.asking = self.ticks.editing = ""
        self.prompt.reset()
        self.filter_ticks("")
        return True

    def _change(self, line: str) -> None:
        """A line of one's own stands in the prompt to be changed: typing puts another in its place, an arrow keeps it."""
        self.ticks.editing = line
        self.prompt.reset()
        self.prompt.insert(line)
        self.prompt.history.clear()
        self.prompt.offer()
        self.filter_ticks("")

    def _meant(self, choice: TickChoice, text: str) -> str:
        """The theme of this name, or the one that the initials found; empty for words of one's own."""
        if text.isascii() and text.isalpha() and choice.shown:
            return choice.exact(text) or self.replies.key or choice.shown[0].theme
        return choice.meant(text)

    def _none(self, choice: TickChoice, text: str) -> None:
        """没有: none of the list. What is ticked already is not thrown away by a word."""
        if choice.picked:
            self.refuse(
                f"上面已经选了 {choice.picked} 项。选好了直接回车；都没有的，先用空格去掉再写“没有”。"
            )
        else:
            self.reply(text)

    def own_line(self, text: str) -> None:
        """Keep a line in the person's own words."""
        for line in filter(None, map(str.strip, text.splitlines())):
            self.ticks.write(line)
        self.prompt.reset()
        self.filter_ticks("")
        self.replies.reveal(len(self.ticks.lines) - 1)

    def _finish_ticks(self, question: QuestionView, choice: TickChoice) -> None:
        if question.current and choice.untouched:
            self.reply(question.current)
        elif not question.current and not choice.themes and not choice.said:
            self._skip(question)
        else:
            self.after(self.attempt(lambda: self.core.tick(choice.themes, "\n".join(choice.said))))

    def _skip(self, question: QuestionView) -> None:
        """Nothing is ticked: passed over at once where that leaves no gap, else at the second Enter."""
        if question.optional or self.skipping == question.id:
            self.reply(SKIP)
        else:
            self.skipping = question.id
            self.query_one(Said).say(SKIP_AGAIN, bad=True)

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

    # An unfinished list

    def open_ticks(self, question: QuestionView | None) -> bool:
        """The list of a question as it was left; True when it was left unfinished."""
        self.ticks = TickChoice.of(question)
        if question is None or question.kind != "ticks":
            return False
        kept = self.core.unsent(question.id + _KEPT)
        return bool(kept) and self.ticks.restore(kept)

    def keep_ticks(self) -> None:
        """Remember what is ticked and written and not sent, by question, over a restart."""
        if self.question is not None and self.question.kind == "ticks":
            name, kept = self.question.id + _KEPT, self.ticks.kept()
            self.attempt(lambda: self.core.keep_unsent(name, kept))

    def settle_ticks(self) -> None:
        """Going elsewhere: what was changed of a list that was answered before counts, as nobody may come back to it."""
        question, choice = self.question, self.ticks
        if question is None or question.kind != "ticks" or choice.untouched:
            return
        if not any(exchange.id == question.id for exchange in self.core.transcript()):
            return
        if self.attempt(lambda: self.core.tick(choice.themes, "\n".join(choice.said))) is not None:
            self.ticks = TickChoice()
            self.core.open_question(question.id)
            self.nianbao.notify("清单里的改动已记下；Ctrl+Z 撤销。", markup=False)

    def move_ticks(self, *, back: bool) -> bool:
        """Undo or redo the last step in the list; False when there is none."""
        if self.question is None or self.question.kind != "ticks":
            return False
        what = self.ticks.take_back() if back else self.ticks.bring_back()
        if not what:
            return False
        self.filter_ticks("")
        self.query_one(Said).say(f"清单里{'撤销' if back else '恢复'}了一步：“{what}”。")
        return True
