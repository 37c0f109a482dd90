"""The words that work at every question of the plain interview: look back, change, length, progress, export.

One decision: a command is a whole line and one of few words, so that no answer is taken for one; what it shows is
followed by the question again.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from assistant.assistant import Assistant
from assistant.forms import FORMS, free_path
from assistant.views import QuestionView
from report.problem import NianbaoProblem
from tui import ask_lines

LEAVE = ("离开", "退出", "结束", "再见", "exit", "quit")
BACK = ("返回", "上一问", "上一题")
HELP = ("?", "帮助", "为什么问", "help")
_CHANGE = re.compile(r"改\s*([0-9]+)\Z")
_LENGTH = re.compile(r"(?:长度|篇幅)\s*(\S*)\Z")
_EXPORT = re.compile(r"/?\s*导出(?:\s+(\S.*))?\Z")


def fold(typed: str) -> str:
    """A command in one form: half-width, without a slash in front and a mark behind."""
    return unicodedata.normalize("NFKC", typed).strip().lower().removeprefix("/").removesuffix("。").strip()


class Commands:
    """Obeys commands on the open report.

    Args:
        assistant: The open assistant.
        tell: Prints lines.
        folder: Where documents go.
    """

    def __init__(
        self, assistant: Assistant, tell: Callable[[Iterable[str]], None], folder: Path | None = None
    ) -> None:
        """See the class."""
        self.assistant = assistant
        self._tell = tell
        self._folder = folder or Path.cwd()
        self._plain: dict[str, Callable[[QuestionView | None], Iterable[str]]] = {
            "撤销": lambda _: [f"  {assistant.undo()}"],
            "undo": lambda _: [f"  {assistant.undo()}"],
            "重做": lambda _: [f"  {assistant.redo()}"],
            "恢复": lambda _: [f"  {assistant.redo()}"],
            "redo": lambda _: [f"  {assistant.redo()}"],
            "草稿": lambda view: ask_lines.draft_lines(assistant.draft().document, view),
            "draft": lambda view: ask_lines.draft_lines(assistant.draft().document, view),
            "全文": lambda _: ask_lines.draft_lines(assistant.draft().document, None),
            "进度": lambda _: ask_lines.welcome_lines(assistant.welcome()),
            "核对": lambda _: ask_lines.open_lines(assistant.draft()),
            "回看": lambda _: ask_lines.answered_lines(assistant.transcript()),
        }

    def obey(self, typed: str, view: QuestionView | None) -> bool:
        """Obey a command; False when it is none."""
        word = fold(typed)
        try:
            lines = self._lines(word, typed, view)
        except NianbaoProblem as problem:
            lines = [f"  {problem}"]
        if lines is None:
            return False
        self._tell(lines)
        return True

    def _lines(self, word: str, typed: str, view: QuestionView | None) -> Iterable[str] | None:
        if word in self._plain:
            return self._plain[word](view)
        if number := _CHANGE.match(word):
            return self._change(int(number[1]))
        if length := _LENGTH.match(word):
            return self._length(length[1])
        if wanted := _EXPORT.match(typed.strip().removesuffix("。")):
            return self._export(wanted[1] or "md")
        return None

    def _change(self, number: int) -> Iterable[str]:
        asked = self.assistant.transcript()
        if not 1 <= number <= len(asked):
            return [f"  没有第 {number} 问，写“回看”听一遍号码。" if asked else "  还没有答过的。"]
        self.assistant.open_question(asked[number - 1].id)
        return []

    def _length(self, length: str) -> Iterable[str]:
        if not length:
            return [f"  现在是“{self.assistant.length}”。要换就写：长度 简、长度 中，或者长度 详。"]
        return [f"  {self.assistant.set_length(length)}".replace("Ctrl+Z 换回", "写“撤销”换回")]

    def _export(self, wanted: str) -> Iterable[str]:
        """Write the document: ``md``, ``html``, ``json``, or a file name that ends so; no file is written over."""
        form = Path(wanted).suffix.removeprefix(".") or wanted
        if form.lower() not in FORMS:
            return [f"  不能导出成“{wanted}”，写：导出、导出 html，或者导出 年报.md。"]
        form = form.lower()
        name = self.assistant.suggested_name(form) if wanted.lower() == form else wanted
        path = free_path(self._folder / Path(name).expanduser())
        written = self.assistant.export(path, form)
        left = len(self.assistant.draft().gaps)
        return [f"  已导出到：{written}。" + (f"还缺 {left} 处，文中已用【待补】标出。" if left else "")]
