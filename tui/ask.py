"""`nianbao ask`: the interview as plain lines, for screen readers, poor terminals and pipes.

One decision: it holds no answer of its own. Each line goes to the assistant, which has it on disk before the next
question is printed; so the end of the input loses nothing.
"""

import contextlib
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from assistant.assistant import Assistant
from assistant.views import Outcome, Proposal, QuestionView
from report.problem import InputProblem
from tui import ask_lines
from tui.ask_table import RowByRow

_MORE = ("＋", "+")
_YES = ("", "对", "对的", "是", "是的", "好", "好的", "嗯", "行", "可以", "y", "yes")
_NO = ("不", "不对", "不是", "否", "n", "no")
_NEW = ("0", "新", "新建", "新的")


class Leave(Exception):  # noqa: N818  leaving is no error
    """The person leaves, or the input ends."""


class Conversation:
    """One person at one terminal.

    Args:
        assistant: The open assistant.
        read: Gives the next line without its line break; None at the end of the input.
        write: Prints one line.
    """

    def __init__(
        self, assistant: Assistant, read: Callable[[], str | None], write: Callable[[str], None]
    ) -> None:
        """See the class."""
        self.assistant = assistant
        self._read = read
        self._write = write
        self._rows: RowByRow | None = None
        self._listed = ""

    def run(self) -> None:
        """Talk until everything is asked or the person leaves."""
        try:
            self._choose_report()
            self._interview()
        except Leave:
            self.say("先到这里。答过的都已存好，再运行 nianbao ask 就从这里接着答。")

    def say(self, *lines: str) -> None:
        """Print lines."""
        for line in lines:
            self._write(ask_lines.clean(line))

    def tell(self, lines: Iterable[str]) -> None:
        """Print lines made elsewhere."""
        self.say(*lines)

    def listen(self) -> str:
        """The next reply; a line that ends with ＋ goes on in the next one.

        Raises:
            Leave: the input has ended.
        """
        lines: list[str] = []
        while True:
            line = self._read()
            if line is None:
                if lines:
                    return "\n".join(lines)
                raise Leave
            if not line.rstrip().endswith(_MORE):
                return "\n".join([*lines, line])
            lines.append(line.rstrip().removesuffix("＋").removesuffix("+"))

    # The report

    def _choose_report(self) -> None:
        rows = self.assistant.reports()
        if not rows:
            self.say("政府信息公开工作年度报告助手。还没有报告，现在开始第一份。")
            self.assistant.create()
        else:
            self.say("政府信息公开工作年度报告助手。已有的报告：")
            for number, row in enumerate(rows, 1):
                self.say(f"  {number} {row.unit_name or '单位未填'} {row.year or '年份未填'}")
            self.say("  0 新建一份", "写号码；直接回车接着做第 1 份。")
            self._open_chosen([row.id for row in rows])
        self.tell(ask_lines.command_lines())

    def _open_chosen(self, reports: list[int]) -> None:
        while True:
            chosen = _fold(self.listen())
            if chosen in _LEAVE:
                raise Leave
            if chosen in _NEW:
                self.assistant.create()
                return
            if not chosen or (chosen.isdecimal() and 1 <= int(chosen) <= len(reports)):
                self.assistant.select(reports[int(chosen or 1) - 1])
                self.tell(ask_lines.welcome_lines(self.assistant.welcome()))
                return
            self.say(f"没有这一份，写 0 到 {len(reports)} 之间的号码。")

    # Questions

    def _interview(self) -> None:
        while (view := self.assistant.question()) is not None or self._closing():
            if view is None:
                continue
            if view.kind == "table":
                if self._rows is None or self._rows.view.id != view.id:
                    self._rows = RowByRow(self.assistant, view)
                    self.tell(ask_lines.question_lines(view))
                    self.tell(self._rows.opening_lines())
                self.tell(self._rows.row_lines())
            else:
                self._rows = None
                self.tell(ask_lines.question_lines(view, again=self._listed == view.id))
                self._listed = view.id
            self._reply(view)

    def _closing(self) -> bool:
        """Everything is asked; True when the person goes back into it."""
        self.say("", "都问完了。")
        self.tell(ask_lines.closing_lines(self.assistant.draft(), self.assistant.report_id))
        self.say("要改前面的，写“返回”或“撤销”；看全文，写“草稿”；回车结束。")
        while True:
            line = self._read()
            word = _fold(line or "")
            if not word or word in _LEAVE:
                return False
            if word in {"返回", "上一问", "上一题"}:
                asked = self.assistant.transcript()
                self.assistant.open_question(asked[-1].id)
                return True
            if not self._command(word, None):
                self.say("这里写“返回”“撤销”“草稿”，或者直接回车结束。")
            elif self.assistant.question() is not None:
                return True

    def _reply(self, view: QuestionView) -> None:
        """Take replies until one of them moves on."""
        while True:
            typed = self.listen()
            if self._command(_fold(typed), view):
                return
            if self._rows is not None:
                lines = self._rows.take(typed)
                if lines is not None:
                    self.tell(lines)
                    return
            outcome = self._answer(typed)
            if outcome is None or outcome.kind == "done":
                return
            if outcome.said:
                self.say(f"  {outcome.said}")
            if outcome.kind != "refused":
                return

    def _answer(self, typed: str) -> Outcome | None:
        """One reply, after a confirmation where it says more than was asked; None when a confirmation was left off."""
        outcome = self.assistant.tick_numbers(typed)
        if outcome is not None:
            return outcome
        while (proposal := self.assistant.propose(typed)) is not None:
            self.tell(ask_lines.proposal_lines(proposal))
            if not proposal.values:
                return None
            said = self._confirmed(proposal)
            if isinstance(said, Outcome):
                return said
            typed = said
        return self.assistant.reply(typed)

    def _confirmed(self, proposal: Proposal) -> Outcome | str:
        """What came of the confirmation, or the sentence said instead."""
        try:
            said = self.listen()
        except Leave:
            kept = self.assistant.decline(proposal)
            self.say(
                "  没有等到确认，"
                + ("原话已先记下。" if kept.kind in {"accepted", "done"} else "这一句没有记。")
            )
            raise
        if _fold(said) in _YES:
            return self.assistant.confirm(proposal)
        return self.assistant.decline(proposal) if _fold(said) in _NO else said

    # Commands

    def _command(self, word: str, view: QuestionView | None) -> bool:
        """Obey a word that works everywhere; False when it is none. What it shows is followed by the question again."""
        if word in _LEAVE:
            raise Leave
        if word in {"撤销", "undo"}:
            self.say(f"  {self.assistant.undo()}")
        elif word in {"重做", "恢复", "redo"}:
            self.say(f"  {self.assistant.redo()}")
        elif word in {"草稿", "draft"}:
            self.tell(ask_lines.draft_lines(self.assistant.draft().document, view))
        elif view is not None and word in {"?", "帮助", "为什么问", "help"}:
            self.tell(self._rows.help_lines() if self._rows else ask_lines.help_lines(view))
        elif view is not None and word == "清单":
            self._listed = ""
        else:
            return False
        return True


_LEAVE = ("离开", "退出", "结束", "再见", "exit", "quit")


def _fold(typed: str) -> str:
    """A command in one form: half-width, without a slash in front and a mark behind."""
    return unicodedata.normalize("NFKC", typed).strip().lower().removeprefix("/").removesuffix("。").strip()


def talk(database: Path, phrases: Sequence[Path] = ()) -> None:
    """Hold the interview over stdin and stdout."""
    with Assistant.open(database, phrases=phrases) as assistant:
        if assistant.bank_notice:
            _write(assistant.bank_notice)
        Conversation(assistant, _reader(), _write).run()


def _write(line: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


def _reader() -> Callable[[], str | None]:
    """Lines of the terminal, edited as the system edits them, or of a pipe."""
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401, PLC0415  importing it lets input() edit wide characters
        return _from_terminal
    lines = enumerate(sys.stdin.buffer, 1)

    def from_pipe() -> str | None:
        number, raw = next(lines, (0, b""))
        return utf8_line(raw, number) if number else None

    return from_pipe


def _from_terminal() -> str | None:
    try:
        return input("> ")
    except EOFError:
        return None


def utf8_line(raw: bytes, number: int) -> str:
    """One line of the input.

    Raises:
        InputProblem: it is not UTF-8.
    """
    try:
        return raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as why:
        raise InputProblem(
            f"输入的第 {number} 行不是 UTF-8 编码", right="换成 UTF-8 再试；前面答过的都已存好"
        ) from why
