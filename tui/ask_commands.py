"""The words that work at every question of the plain interview: look back, change, length, progress, export.

One decision: a command is a whole line and one of few words, so that no answer is taken for one; what it shows is
followed by the question again.
"""

import contextlib
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from assistant.assistant import Assistant
from assistant.forms import FORMS, free_path
from assistant.views import QuestionView
from report.lazily import pattern
from report.problem import NianbaoProblem
from tui import ask_lines
from tui.ask_open import open_lines
from tui.ask_table_lines import rows_lines, table_lines, tables_lines

LEAVE = ("离开", "退出", "结束", "再见", "exit", "quit")
GO_BACK = ("上一问", "上一题")
BACK = ("返回", *GO_BACK)
HELP = ("?", "??", "帮助", "help", "说明", "命令", "怎么填", "怎么答")
_WHY = pattern(
    r"(?:为什么|为啥|为何|干嘛|干吗)(?:要|会)?(?:这么|这样)?(?:问|填|写|答)?(?:这个|这一?问|这一?项)?(?:呢|啊|呀)?\??\Z"
)
_CHANGE = pattern(r"(?:改|修改|去改|跳到|到)\s*第?\s*([0-9]+)\s*[问题]?\Z")
_TABLE = pattern(r"(?P<go>改|填|修改|去改|去填|跳到|到)?(?:看看?)?\s*(?P<name>表[一二三四1-4]|信息处理费)\Z")
_FIRST_NUMBER = {"FEE6": "fee.notices"}
"""Tables that are asked number by number, with the first."""
_ALL_AT_ONCE = "  几个数可以一句说完，例如：发出2件，应收300元，实收200元。"
_DIGITS = str.maketrans("1234", "一二三四")
_LENGTH = pattern(r"(?:长度|篇幅)\s*(\S*)\Z")
_EXPORT = pattern(r"/?\s*导出(?:\s+(\S.*))?\Z")


def fold(typed: str) -> str:
    """A command in one form: half-width, without a slash in front and a mark behind."""
    return unicodedata.normalize("NFKC", typed).strip().lower().removeprefix("/").removesuffix("。").strip()


def asks_why(word: str) -> bool:
    """Whether somebody wants to know more of a question: 帮助, 为什么这么问."""
    return word in HELP or _WHY.match(word) is not None


def goes_elsewhere(word: str) -> bool:
    """Whether a word opens another question: 改 3, 改 表三."""
    table = _TABLE.match(word)
    return _CHANGE.match(word) is not None or bool(table and table["go"])


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
            "进度": lambda _: ask_lines.welcome_lines(assistant.welcome()),
            "核对": lambda _: open_lines(assistant),
            "待处理": lambda _: open_lines(assistant),
            "回看": lambda _: self._answered(),
            "表格": lambda _: self._tables(),
            "看表格": lambda _: self._tables(),
            "全部表格": lambda _: self._tables(),
        }
        for whole in ("全文", "全部草稿", "整个草稿", "看全文", "草稿全文", "通读"):
            self._plain[whole] = lambda _: ask_lines.draft_lines(assistant.draft().document, None)
        self._plain["看草稿"] = self._plain["草稿"]

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
        if table := _TABLE.match(word):
            return self._table(table["name"].translate(_DIGITS), go=bool(table["go"]))
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

    def _answered(self) -> Iterable[str]:
        """Questions with their numbers, then the tables, each with its name to say."""
        asked = self.assistant.transcript()
        yield from ask_lines.answered_lines(asked)
        if asked:
            yield from tables_lines(self.assistant.edition, self.assistant.figures)

    def _tables(self) -> Iterable[str]:
        for table in self.assistant.edition.tables:
            yield from table_lines(table, self.assistant.figures)

    def _table(self, name: str, *, go: bool) -> Iterable[str]:
        """One table row by row with the signs of its rows; to change it, its question is opened."""
        tables = self.assistant.edition.tables
        table = next((one for one in tables if one.name == name), None)
        if table is None:
            return [f"  没有{name}，有：{'、'.join(one.name for one in tables)}。"]
        if not go:
            return rows_lines(table, self.assistant.figures)
        told = {one.id for one in self.assistant.transcript()}
        ways = (f"table.{table.id}", _FIRST_NUMBER.get(table.id, ""), f"gate.{table.id}")
        for question in ways if {"unit.name", "year"} <= told else ():
            with contextlib.suppress(KeyError):
                self.assistant.open_question(question)
                return [_ALL_AT_ONCE] if question in _FIRST_NUMBER.values() else []
        return [f"  {name}要先填好单位和年度才能填。"]

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
