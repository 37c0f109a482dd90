"""The app: which screen is on, how one goes from one to another, and everything the framework says turned Chinese."""

import asyncio
import gc
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import Group
from rich.segment import Segments
from rich.text import Text
from textual.binding import Binding, BindingType

from report.problem import StoreProblem
from tui.core import Core
from tui.environment import encoding_problem
from tui.moving import Moving
from tui.screens.base import CoreScreen
from tui.screens.welcome import WelcomeScreen
from tui.themes import HIGH_CONTRAST, Remembered

if TYPE_CHECKING:
    from tui.screens.palette import Command

IDLE = 0.2
"""Seconds after which what writing needs is loaded behind the first screen: keys pressed at once come first."""

KEY_NAMES = {
    "escape": "Esc",
    "enter": "回车",
    "space": "空格",
    "up": "↑",
    "down": "↓",
    "tab": "Tab",
    "backspace": "退格",
    "delete": "Del",
}


class NianbaoApp(Moving):
    """The assistant on a screen."""

    TITLE = "年报助手"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False

    CSS = """
    Toast { background: $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "离开", priority=True),
        Binding("ctrl+p", "commands", "命令", priority=True),
        Binding("ctrl+g", "jump", "跳到", show=False, priority=True),
        Binding("f10", "to_welcome", "清单", show=False),
    ]

    def __init__(self, core: Core, export_folder: Path | None = None, database: Path | None = None) -> None:
        """Make the app.

        Args:
            core: The assistant, or what stands for it.
            export_folder: Where documents are written; by default where the program was started.
            database: The file of the database, to remember the theme beside it.
        """
        super().__init__()
        self.core = core
        self.own: Core | None = None
        """The person's own reports, while the sample is looked at."""
        self.export_folder = export_folder or Path.cwd()
        self.register_theme(HIGH_CONTRAST)
        self.remembered = Remembered(database)
        self.theme = self.remembered.theme

    def get_default_screen(self) -> WelcomeScreen:
        """Everything begins with the task list."""
        return WelcomeScreen()

    def get_key_display(self, binding: Binding) -> str:
        """Keys as people here call them."""
        if binding.key_display:
            return binding.key_display
        key = binding.key.split(",")[0]
        if key.startswith("ctrl+"):
            return f"Ctrl+{key.removeprefix('ctrl+').upper()}"
        return KEY_NAMES.get(key, key.upper())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that need a report are not there while there is none."""
        del parameters
        return self.core.report_id is not None or action not in {"tables", "review", "export"}

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit; say what does."""
        self.notify("要离开请按 Ctrl+Q；答过的都已存好。", markup=False)

    def _fatal_error(self) -> None:
        """An exception nobody caught: one sentence for the person, the place for whoever mends it.

        Textual prints the values of all variables there, which are a person's words; ours prints none.
        """
        from rich.traceback import Traceback

        traceback = Traceback(show_locals=False, max_frames=6, extra_lines=0)
        sentence = Text("程序遇到意外停下了。答过的都已存好，重新打开会回到原处。下面几行请转给维护的人：")
        self._exit_renderables.append(
            Segments(self.console.render(Group(sentence, traceback), self.console.options))
        )
        self._close_messages_no_wait()

    def on_mount(self) -> None:
        """The first screen stands; the rest of the program loads behind it."""
        if not self.core.ready:
            self.set_timer(IDLE, lambda: self.run_worker(self.prepare()))

    async def prepare(self) -> None:
        """Load what a draft needs, in a thread."""
        await asyncio.to_thread(self._load)
        self.prepared()

    def prepared(self) -> None:
        """Drafts can be had: the screen shows what it was shown without, in its own turn, as it may not be built yet."""
        if isinstance(self.screen, CoreScreen):
            self.screen.call_later(self.screen.core_ready)

    def _load(self) -> None:
        self.core.prepare()
        for name in ("grid", "review", "export", "help", "palette", "jump"):
            import_module(f"tui.screens.{name}")
        gc.freeze()  # all this stays: it need not be looked through for garbage at every answer

    def action_help(self) -> None:
        """F1 and ？: help for where one is."""
        if isinstance(self.screen, CoreScreen):
            from tui.screens.help import HelpScreen

            self.push_screen(HelpScreen(*self.screen.help_topic()))

    def action_leave(self) -> None:
        """Ctrl+Q. What was answered is stored; what is typed and not sent will stand there again."""
        self.leave_question()
        self.exit()

    # The sample

    def look_at_sample(self) -> None:
        """A finished report to look around in, and to try everything on; nothing of it is kept."""
        if self.own is None:
            self.leave_question()
            self.own, self.core = self.core, self.core.sample()
        self._home()

    def open_report(self, report_id: int) -> None:
        """Another report of the database: its task list."""
        self.leave_question()
        if isinstance(self.screen, CoreScreen):
            self.screen.attempt(lambda: self.core.select(report_id))
        self._home()

    def leave_sample(self) -> None:
        """Back to one's own reports."""
        self.close_sample()
        self._home()

    def close_sample(self) -> None:
        """Let go of the sample, if it is open."""
        if self.own is not None:
            self.core.close()
            self.core, self.own = self.own, None

    def _home(self) -> None:
        self.to_welcome()
        if isinstance(self.screen, CoreScreen):
            self.screen.refresh_core()
        if not self.core.ready:
            self.run_worker(self.prepare())

    # Everything that can be done

    def action_commands(self) -> None:
        """Ctrl+P and ／."""
        if isinstance(self.screen, CoreScreen):
            from tui import commands
            from tui.screens.palette import CommandScreen

            self.keep_unsent()
            self.push_screen(CommandScreen(commands.commands(self)), self._run_command)

    def _run_command(self, command: "Command | None") -> None:
        if command is not None:
            command.run()

    def action_jump(self) -> None:
        """Ctrl+G: a letter for every part."""
        if isinstance(self.screen, CoreScreen) and self.has_report():
            from tui import commands
            from tui.screens.jump import JumpScreen

            self.keep_unsent()
            screens = (
                ("任务清单", self.action_to_welcome),
                ("问答", self.talk),
                ("表格", self.action_tables),
                ("审改", self.action_review),
                ("导出", self.action_export),
            )
            questions = partial(commands.questions_of, self)
            here = question.part if (question := self.core.question()) else ""
            self.push_screen(JumpScreen(commands.parts(self), screens, questions, here), self._go)

    def _go(self, way: Callable[[], object] | None) -> None:
        if way is not None:
            way()

    def change_theme(self, name: str) -> None:
        """Other colours, now and next time."""
        self.theme = name
        self.remembered.keep(name)


def run_app(database: Path, phrases: Sequence[Path] = ()) -> None:
    """Open the assistant on a database and stay until the person leaves.

    Raises:
        StoreProblem: the database cannot be used, or the terminal cannot show Chinese; the sentence says what to set.
    """
    from assistant.assistant import Assistant

    problem = encoding_problem(sys.stderr)
    if problem:
        raise StoreProblem(problem)
    core = Assistant.open(database, phrases=phrases)
    try:
        if core.report_id is None and (rows := core.reports()):
            core.select(max(rows, key=lambda row: row.changed).id)
        app = NianbaoApp(core, database=database)
        app.run()
        app.close_sample()
    finally:
        core.close()
