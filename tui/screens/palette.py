"""Ctrl+P or ／: everything the program can do, found by characters, pinyin initials, or arrow keys."""

from collections.abc import Callable, Sequence
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from tui.pinyin import finds
from tui.widgets.lines import Block, LinesView
from tui.widgets.prompt import Prompt
from tui.widgets.replies import ReplyList
from tui.widgets.wrap import Run


class Command(msgspec.Struct, frozen=True):
    """Something that can be done now."""

    label: str
    run: Callable[[], object]
    key: str = ""
    """The key that does it without the palette."""
    also: str = ""
    """Other words it is found by."""
    sought: bool = False
    """Shown only when it is looked for: there are too many of its kind to read through."""


class CommandScreen(ModalScreen[Command | None]):
    """The list of commands."""

    DEFAULT_CSS = """
    CommandScreen { align: center top; }
    CommandScreen > Vertical { width: 70; max-width: 95%; height: auto; max-height: 80%; margin-top: 2;
        background: $surface; border: round $primary; }
    CommandScreen Prompt { padding: 0 1; border-bottom: solid $panel; }
    CommandScreen ReplyList { max-height: 16; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "回去", show=False)]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self.commands = tuple(commands)

    def compose(self) -> ComposeResult:
        """A prompt and the list."""
        with Vertical():
            yield Prompt()
            yield ReplyList()

    def on_mount(self) -> None:
        """Show everything first."""
        prompt = self.query_one(Prompt)
        prompt.placeholder = "要做什么、去哪一问、换哪份报告？输入字或拼音首字母"
        self.set_focus(prompt)
        self._show("")

    def _show(self, wanted: str) -> None:
        found = [
            (number, command)
            for number, command in enumerate(self.commands)
            if (finds(wanted, command.label, command.also) if wanted else not command.sought)
        ]
        blocks = [Block(str(number), (Run(command.label),), aside=command.key) for number, command in found]
        view = self.query_one(ReplyList)
        view.show(blocks or [Block("", (Run(f"没有找到“{wanted}”。换个字，或清空看全部。", "dim"),))])
        if blocks:
            view.point(blocks[0].key)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Narrow the list while typing."""
        self._show(event.text_area.text.strip())

    def on_prompt_arrow(self, event: Prompt.Arrow) -> None:
        """Move in the list."""
        self.query_one(ReplyList).step(event.step)

    def on_prompt_mark(self) -> None:
        """The mark that opened the list does nothing in it."""

    def on_prompt_sent(self) -> None:
        """Do what the cursor is on."""
        self._choose(self.query_one(ReplyList).key)

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Do what was clicked."""
        self._choose(event.key)

    def _choose(self, key: str) -> None:
        if key:
            self.dismiss(self.commands[int(key)])

    def action_leave(self) -> None:
        """Nothing is done."""
        self.dismiss(None)
