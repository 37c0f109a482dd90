"""`nianbao ask`: the interview as plain lines, for screen readers, poor terminals and pipes.

One decision: it holds no answer of its own. Each line goes to the assistant, which has it on disk before the next
question is printed; so the end of the input loses nothing.
"""

import contextlib
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from assistant.assistant import Assistant
from assistant.views import Outcome, QuestionView
from report.lazily import pattern
from tui import ask_lines, ask_ticks
from tui.ask_commands import BACK, LEAVE, Commands, asks_why, fold
from tui.ask_confirm import Confirming, Leave
from tui.ask_io import line_reader, write_line
from tui.ask_left import LeftWords
from tui.ask_open import closing_lines
from tui.ask_start import choose_report
from tui.ask_table import RowByRow, fees_on

_MORE = ("＋", "+")
_ALL_ASKED = pattern(r"\A都问完了。按[^。]*。")
"""That all is asked is said next, and not in keys of the screen."""

_YES_AT_THE_END = frozenset({"", "对", "对的", "是", "是的", "好", "好的", "嗯", "可以", "y", "yes"})


class Conversation:
    """One person at one terminal.

    Args:
        assistant: The open assistant.
        read: Gives the next line without its line break; None at the end of the input.
        write: Prints one line.
        folder: Where documents are exported to; the current folder if none.
        program: How the program is called on this database.
    """

    def __init__(
        self,
        assistant: Assistant,
        read: Callable[[], str | None],
        write: Callable[[str], None],
        folder: Path | None = None,
        program: str = "nianbao",
    ) -> None:
        """See the class."""
        self.assistant = assistant
        self._read = read
        self._write = write
        self._program = program
        self._commands = Commands(assistant, self.tell, folder)
        self._confirming = Confirming(assistant, self.listen, self.tell, self._command)
        self._rows: RowByRow | None = None
        self._listed = ""
        self._last_heard = ""
        self._changed = ""
        """Id of the question that was changed and is still open."""
        self._table = ""
        """Id of the table that is being filled: it is gone on with until it is full or skipped."""
        self._left = LeftWords(assistant, self.listen, self.tell)
        self._kept = ""
        """What was right of a reply that was refused."""

    def run(self) -> None:
        """Talk until everything is asked or the person leaves."""
        try:
            choose_report(self.assistant, self.listen, self.tell)
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
                self._last_heard = "\n".join([*lines, line])
                return self._last_heard
            lines.append(line.rstrip().removesuffix("＋").removesuffix("+"))

    def _interview(self) -> None:
        self._left.look()
        while (view := self._left.next_question()) is not None or self._closing():
            if view is None:
                continue
            self._table = "" if view.kind != "table" else self._table if view.pending else view.id
            if view.pending:
                self._rows = None
                self.tell(ask_lines.pending_lines(view))
            elif view.kind == "table":
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
        self.tell(closing_lines(self.assistant, self._program))
        self.say(
            "写成文件，写“导出”；要改前面的，写“回看”“返回”或“撤销”；看全文，写“草稿”；换长短，写“长度”；回车结束。"
        )
        while True:
            line = self._read() or ""
            word = fold(line)
            if not word or word in LEAVE:
                return False
            if word in BACK:
                asked = self.assistant.transcript()
                self.assistant.open_question(asked[-1].id)
                return True
            if not self._command(line, None) and not self._said_afterwards(line):
                self.say("这里写“导出”“草稿”“回看”“改 8”“撤销”，或者直接回车结束。")
            elif self.assistant.question() is not None:
                return True

    def _said_afterwards(self, line: str) -> bool:
        """A correction of an earlier answer, when everything is answered; False when it is none."""
        proposal = self.assistant.propose(line)
        if proposal is None:
            outcome = self.assistant.reply(line)
            self.tell([f"  {outcome.said}"] if outcome.kind != "done" else [])
            return outcome.kind != "done"
        self.tell(ask_lines.proposal_lines(proposal))
        if proposal.values:
            said = self._read()
            yes = said is not None and fold(said) in _YES_AT_THE_END
            self.say(f"  {self.assistant.confirm(proposal).said if yes else '这一句没有记。'}")
        return True

    def _reply(self, view: QuestionView) -> None:
        """Take replies until one of them moves on; first, what was written here before and nobody decided about."""
        typed = self._left.here(view)
        while True:
            typed = self.listen() if typed is None else typed
            if self._command(typed, view):
                return
            if self._rows is not None:
                lines = self._rows.take(typed)
                if lines is not None:
                    self.tell(lines)
                    return
            outcome = self._answer(typed, view)
            self._kept = outcome.kept if outcome else ""
            if outcome is None or self._told(outcome, view):
                return
            if not outcome.kept and self._left.early(typed):
                return
            self.tell(ask_lines.refused_lines(self._last_heard or typed, outcome))
            typed = None

    def _told(self, outcome: Outcome, view: QuestionView) -> bool:
        """Say what came of a reply; False when the question stands as it was."""
        taken, following = outcome.kind in {"accepted", "done"}, self.assistant.question()
        said = _ALL_ASKED.sub("记下了。", outcome.said)
        if view.kind == "ticks" and taken:
            answers = {one.id: one.answer for one in self.assistant.transcript() if not one.skipped}
            said = ask_ticks.said_back(said, view, following, answers.get(view.id, ""))
        if said == "没有改动。" and self._changed == view.id:
            said = "好，这一问完了。"
        self._changed = view.id if taken and following and following.id == view.id else ""
        if said:
            self.say(f"  {said}")
        if taken:
            fees_on(self.assistant, view)
        if self._table and outcome.kind == "accepted" and not said.startswith(("已跳过", "没有改动")):
            self._fill_on(view)
        return outcome.kind != "refused"

    def _fill_on(self, view: QuestionView) -> None:
        """A table somebody is filling stays open while a cell of it is."""
        following = self.assistant.question()
        left = following is None or following.id != view.id
        if left and view.id == self._table and self.assistant.figures.missing(view.table):
            with contextlib.suppress(KeyError):
                self.assistant.open_question(view.id)

    def _answer(self, typed: str, view: QuestionView) -> Outcome | None:
        """One reply, after a confirmation where it says more than was asked; None when a confirmation was left off."""
        if not typed.strip() and view.kind == "number" and view.options and not view.current:
            typed = view.options[0].value
        edited = ask_ticks.edited_note(view, typed)
        if isinstance(edited, Outcome):
            return edited
        typed = edited
        outcome = ask_ticks.nothing_more(view, typed) or self.assistant.tick_numbers(typed)
        if outcome is not None:
            return outcome
        while (proposal := self.assistant.propose(typed)) is not None:
            said = self._confirming.settle(proposal, view)
            if not isinstance(said, str):
                return said
            typed = said
        if self._kept and not typed.strip():
            return self.assistant.reply(self._kept)
        return self.assistant.reply(typed, self._kept)

    def _command(self, typed: str, view: QuestionView | None) -> bool:
        """Obey a word that works everywhere; False when it is none. What it shows is followed by the question again."""
        word = fold(typed)
        if word in LEAVE:
            raise Leave
        if view is not None and asks_why(word):
            self.tell(self._rows.help_lines() if self._rows else ask_lines.help_lines(view))
            return True
        if view is not None and word in {"清单", "再说一遍"}:
            self._listed = ""
            return True
        return self._commands.obey(typed, view)


def talk(database: Path, phrases: Sequence[Path] = (), program: str = "nianbao") -> None:
    """Hold the interview over stdin and stdout."""
    with Assistant.open(database, phrases=phrases) as assistant:
        if assistant.bank_notice:
            write_line(assistant.bank_notice)
        assistant.settles = sys.stdin.isatty()  # a pipe answers question by question, and not this one
        try:
            Conversation(assistant, line_reader(), write_line, program=program).run()
        except KeyboardInterrupt:
            write_line("\n答过的都已存好，再运行 nianbao ask 就从这里接着答。")
            raise
