"""The app: which screen is on, how one goes from one to another, and everything the framework says turned Chinese."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.console import Group
from rich.segment import Segments
from rich.text import Text
from rich.traceback import Traceback
from textual.app import App
from textual.binding import Binding, BindingType
from textual.theme import Theme

from report.problem import StoreProblem
from tui.core import Core
from tui.environment import encoding_problem
from tui.screens.base import CoreScreen
from tui.screens.export import ExportScreen
from tui.screens.grid import GridScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import Command, CommandScreen
from tui.screens.review import ReviewScreen
from tui.screens.talk import TalkScreen
from tui.screens.welcome import WelcomeScreen

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

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#00ffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    success="#00ff00",
    warning="#ffff00",
    error="#ff8080",
    dark=True,
    variables={
        "text-muted": "#ffffff",
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
    },
)

THEMES = (("深色", "textual-dark"), ("浅色", "textual-light"), ("高对比", HIGH_CONTRAST.name))


class NianbaoApp(App[None]):
    """The assistant on a screen."""

    TITLE = "年报助手"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False

    CSS = """
    Toast { background: $panel; }
    Footer { background: $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "离开", priority=True),
        Binding("ctrl+p", "commands", "命令", priority=True),
        Binding("f10", "to_welcome", "清单", show=False),
    ]

    def __init__(self, core: Core, export_folder: Path | None = None) -> None:
        super().__init__()
        self.core = core
        self.export_folder = export_folder or Path.cwd()
        self.register_theme(HIGH_CONTRAST)

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

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit; say what does."""
        self.notify("要离开请按 Ctrl+Q；答过的都已存好。", markup=False)

    def _fatal_error(self) -> None:
        """An exception nobody caught: one sentence for the person, the place for whoever mends it.

        Textual prints the values of all variables there, which are a person's words; ours prints none.
        """
        traceback = Traceback(show_locals=False, max_frames=6, extra_lines=0)
        sentence = Text("程序遇到意外停下了。答过的都已存好，重新打开会回到原处。下面几行请转给维护的人：")
        self._exit_renderables.append(
            Segments(self.console.render(Group(sentence, traceback), self.console.options))
        )
        self._close_messages_no_wait()

    # From screen to screen: at most one screen lies over the task list

    def _show(self, screen: CoreScreen) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(screen)

    def _has_report(self) -> bool:
        if self.core.report_id is None:
            self.notify("还没有报告。按回车开始做一份。", markup=False)
            return False
        return True

    def talk(self) -> None:
        """To the conversation."""
        if self._has_report() and not isinstance(self.screen, TalkScreen):
            self._show(TalkScreen())

    def to_welcome(self) -> None:
        """To the task list."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def action_to_welcome(self) -> None:
        """F10."""
        self._keep_unsent()
        self.to_welcome()

    def open_table(self, table_id: str, cells: Sequence[str] = ()) -> None:
        """To a table, at the first of these cells that can be filled."""
        if self._has_report():
            edition = self.core.edition
            asked = [cell for cell in cells if cell in edition and not edition.parts(cell)]
            mine = [cell for cell in asked if cell.startswith(f"{table_id}.")]
            self._keep_unsent()
            self._show(GridScreen(table_id, mine[0] if mine else ""))

    def open_paragraph(self, paragraph: str) -> None:
        """To the review desk, at a paragraph."""
        if self._has_report():
            self._keep_unsent()
            self._show(ReviewScreen(paragraph))

    def open_part(self, key: str) -> None:
        """To a part of the task list: its table, its first answer, or what is open."""
        if not self._has_report():
            return
        part = next((part for part in self.core.welcome().parts if part.key == key), None)
        if key == "open-points":
            self.action_export()
            return
        if key == "tables" and part is not None and part.status == "done":
            self.action_tables()
            return
        ids = [table.id for table in self.core.edition.tables]
        if key in ids:
            self.open_table(key)
            return
        first = next((one for one in self.core.transcript() if part and one.part == part.label), None)
        if part is not None and part.status == "done" and first is not None:
            self._talk_at(lambda: self.core.open_question(first.id))
        else:
            self._talk_at(lambda: self.core.open_part(key))

    def _talk_at(self, move: Callable[[], object]) -> None:
        """To the conversation, at the question that ``move`` opens."""
        self._keep_unsent()
        if isinstance(self.screen, CoreScreen):
            self.screen.attempt(move)
        if isinstance(self.screen, TalkScreen):
            self.screen.refresh_core()
            self.screen.to_prompt()
        else:
            self.talk()

    def _keep_unsent(self) -> None:
        if isinstance(self.screen, TalkScreen):
            self.screen.keep_unsent()

    def action_tables(self) -> None:
        """F3: the table the question speaks of, else the first that is not filled."""
        if not self._has_report():
            return
        question = self.core.question()
        if question is not None and question.table:
            self.open_table(question.table)
            return
        tables = [table for table in self.core.edition.tables if table.grid]
        figures = self.core.figures
        unfilled = (table.id for table in tables if not figures.known(table.id))
        self.open_table(next(unfilled, tables[0].id))

    def action_review(self) -> None:
        """F4."""
        self.open_paragraph("")

    def action_export(self) -> None:
        """F5."""
        if self._has_report():
            self._keep_unsent()
            self._show(ExportScreen())

    def action_help(self) -> None:
        """F1 and ？: help for where one is."""
        if isinstance(self.screen, CoreScreen):
            self.push_screen(HelpScreen(*self.screen.help_topic()))

    def action_leave(self) -> None:
        """Ctrl+Q. What was answered is stored; what is typed and not sent will stand there again."""
        self._keep_unsent()
        self.exit()

    # Everything that can be done

    def action_commands(self) -> None:
        """Ctrl+P and ／."""
        if isinstance(self.screen, CoreScreen):
            self._keep_unsent()
            self.push_screen(CommandScreen(self.commands()), self._run_command)

    def _run_command(self, command: Command | None) -> None:
        if command is not None:
            command.run()

    def commands(self) -> list[Command]:
        """What can be done now."""
        commands = [Command("做一份新的年度报告", self._new_report, also="新建")]
        if self.core.report_id is not None:
            screen = self.screen
            commands = [
                Command("接着问答", self.talk, also="继续 对话"),
                Command("任务清单", self.action_to_welcome, "F10", also="目录"),
                *self._table_commands(),
                Command("审改成文", self.action_review, "F4", also="修改 来历"),
                Command("导出", self.action_export, "F5", also="保存 文件"),
                *self._part_commands(),
                *commands,
            ]
            if isinstance(screen, CoreScreen):
                commands += [
                    Command("撤销上一步", screen.action_undo, "Ctrl+Z"),
                    Command("重做", screen.action_redo, "Ctrl+Y"),
                ]
        commands += [
            Command(f"换成{label}", partial(self._change_theme, name), also="颜色 主题")
            for label, name in THEMES
        ]
        return [
            *commands,
            Command("帮助：为什么问、怎么填", self.action_help, "F1"),
            Command("离开", self.action_leave, "Ctrl+Q", also="退出"),
        ]

    def _table_commands(self) -> list[Command]:
        return [
            Command(f"{table.name} {table.title}", partial(self.open_table, table.id), "F3", also="表格")
            for table in self.core.edition.tables
        ]

    def _part_commands(self) -> list[Command]:
        tables = {table.id for table in self.core.edition.tables}
        return [
            Command(f"到 {part.label}", partial(self.open_part, part.key), also="跳到")
            for part in self.core.welcome().parts
            if part.key not in tables and part.status == "done"
        ]

    def _change_theme(self, name: str) -> None:
        self.theme = name

    def _new_report(self) -> None:
        self.core.create()
        self.to_welcome()
        self.talk()


def run_app(database: Path, phrases: Sequence[Path] = ()) -> None:
    """Open the assistant on a database and stay until the person leaves.

    Raises:
        StoreProblem: the database cannot be used, or the terminal cannot show Chinese; the sentence says what to set.
    """
    from assistant.assistant import Assistant  # noqa: PLC0415  the core loads while the screen is already chosen

    problem = encoding_problem(sys.stderr)
    if problem:
        raise StoreProblem(problem)
    core = Assistant.open(database, phrases=phrases)
    try:
        if core.report_id is None and (rows := core.reports()):
            core.select(max(rows, key=lambda row: row.changed).id)
        NianbaoApp(core).run()
    finally:
        core.close()
