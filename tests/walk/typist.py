"""A person at the keyboard: answers what stands on the screen, by keys only."""

import re
from collections.abc import Mapping

from prompts.question import load_questions
from report.edition import Edition
from tests.terminal import Terminal

_CURRENT = re.compile(r"●\s*(\S.*)")


class Typist:
    """Works the screen of a `Terminal`; replies are by question id, cells by cell id."""

    def __init__(
        self, terminal: Terminal, replies: Mapping[str, str], cells: Mapping[str, str], edition: Edition
    ) -> None:
        """Nothing is typed yet."""
        self._terminal = terminal
        self._replies = replies
        self._cells = cells
        self._edition = edition
        self._asks = {question.ask: question for question in load_questions()}
        self.answered: list[str] = []
        self._left: list[str] = []

    def begin(self) -> None:
        """From the first screen into a new report."""
        screen = self._terminal.wait_for("份年度报告")
        if "另做一份年度报告" in screen:
            self._terminal.press("end", "up")
        self._terminal.press("enter")

    def answer_all(self) -> None:
        """Answer every question until nothing is asked."""
        while True:
            screen = self._terminal.wait_for(self._new_question)
            if "都问完了" in screen:
                return
            if waits := self._waits(screen):
                self._left.append(waits)
                self._terminal.type("跳过")
                self._terminal.press("enter")
                continue
            question_id = self._asked(screen)
            self.answered.append(question_id)
            self._answer(question_id)

    def _new_question(self, screen: str) -> bool:
        if "都问完了" in screen:
            return True
        if waits := self._waits(screen):
            return waits not in self._left
        asked = self._asked(screen)
        return bool(asked) and asked not in self.answered

    def _waits(self, screen: str) -> str:
        """What the screen asks to be written as a sentence; such words are left waiting, as the command line leaves them."""
        if not re.search(r"没看懂[，\s│]*报告里怎么写|一般不写进报告|照原话整理成这样写", screen):
            return ""
        shown = _CURRENT.findall(screen)
        asked = shown[-1] if shown else ""  # a half-painted screen asks nothing yet
        return asked.split("│")[0].strip() if asked.startswith(("“", "有 ")) else ""

    def _asked(self, screen: str) -> str:
        """Id of the question that is asked now; empty while a half-painted line could be the beginning of several."""
        shown = _CURRENT.findall(screen)
        if not shown:
            return ""
        words = re.split(r"[│\s]", shown[-1])[0]
        may_be = [question.id for ask, question in self._asks.items() if ask.startswith(words)]
        return may_be[0] if len(may_be) == 1 else ""

    def _answer(self, question_id: str) -> None:
        question = next(question for question in self._asks.values() if question.id == question_id)
        reply = self._replies.get(question_id, "")
        if question.kind == "table":
            self._fill(question.table)
            return
        for number, line in enumerate(reply.splitlines()):
            if number:
                self._terminal.press("ctrl+j")
            self._terminal.type(line)
        self._terminal.press("enter")
        if question.kind == "ticks" and reply and reply != "跳过":
            screen = self._terminal.wait_for(
                lambda screen: "已选 1 项" in screen or self._new_question(screen)
            )
            if "已选 1 项" in screen:
                self._terminal.press("enter")

    def _fill(self, table: str) -> None:
        """Fill the grid cell by cell; the rest is 0 by its key."""
        self._terminal.wait_for(lambda screen: "其余填0" not in screen)  # the last grid is painted over whole
        self._terminal.press("enter")
        self._terminal.wait_for("其余填0")
        for cell in self._edition.table(table).cells:
            if cell.asked:
                self._terminal.type(self._cells.get(cell.id, ""))
                self._terminal.press("tab")
        self._terminal.press("f7")
        self._terminal.wait_for(lambda screen: "格填了 0" in screen or "没有空着的格了" in screen)
        self._terminal.press("escape")

    def export(self) -> None:
        """Export the Markdown under the suggested name, into the folder the program was started in."""
        self._terminal.press("f5")
        self._terminal.wait_for("存到")
        self._terminal.press("enter")
        self._terminal.wait_for("已导出")

    def leave(self) -> int:
        """Quit; give back the exit code."""
        self._terminal.press("ctrl+q")
        return self._terminal.wait_exit()
