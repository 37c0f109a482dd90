"""Ctrl+P or ／: everything the program can do, found by characters, pinyin initials, or arrow keys."""

from collections.abc import Callable, Sequence
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from tui.pinyin import finds
from tui.screens.over import Over
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


ANYTHING = "要做什么、去哪一问、换哪份报告？输入字或拼音首字母"
"""What stands in the empty prompt of the list of all commands."""
_SOUGHT = "能找的有：要做的事、各部分、每一问的问题和回答、表格、别的报告。"


class CommandScreen(Over[Command | None]):
    """The list of commands."""

    DEFAULT_CSS = """
    CommandScreen { align: center top; }
    CommandScreen > Vertical { width: 70; max-width: 95%; height: auto; max-height: 80%; margin-top: 2;
        background: $surface; border: round $primary; }
    CommandScreen Prompt { padding: 0 1; border-bottom: solid $panel; }
    CommandScreen ReplyList { max-height: 16; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "回去", show=False)]

    def __init__(
        self, commands: Sequence[Command], wanted: str = "", asks: str = ANYTHING, sought: str = _SOUGHT
    ) -> None:
        """Make the list.

        Args:
            commands: What can be done now.
            wanted: What is looked for to begin with.
            asks: What stands in the prompt while nothing is looked for.
            sought: What can be found, said where nothing is.
        """
        super().__init__()
        self.commands = tuple(commands)
        self.wanted = wanted
        self.asks = asks
        self.sought = sought

    def compose(self) -> ComposeResult:
        """A prompt and the list."""
        with Vertical():
            yield Prompt()
            yield ReplyList()

    def on_mount(self) -> None:
        """Show everything first."""
        prompt = self.query_one(Prompt)
        prompt.placeholder = self.asks
        self.set_focus(prompt)
        self._show(self.wanted)
        prompt.fill(self.wanted)

    def _show(self, wanted: str) -> None:
        found = [
            (number, command)
            for number, command in enumerate(self.commands)
            if (finds(wanted, command.label, command.also) if wanted else not command.sought)
        ]
        blocks = [Block(str(number), (Run(command.label),), aside=command.key) for number, command in found]
        view = self.query_one(ReplyList)
        view.show(blocks or self._nothing(wanted))
        if blocks:
            view.point(blocks[0].key)

    def _nothing(self, wanted: str) -> list[Block]:
        said = f"没有找到“{wanted}”，换个词，或拼音首字母；Ctrl+U 清空看全部。"
        return [Block("", (Run(said, "warn"),)), Block("", (Run(self.sought),))]

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
