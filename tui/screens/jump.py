"""Ctrl+G: a letter stands before every part, and before every screen; the letter goes there.

One decision: the letters are those of the line's place, a b c from the top, so that they can be read off and pressed
while the input method is in Chinese mode too (full-width letters count), and a click does the same.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.views import PartView
from tui.widgets.lines import Block, LinesView
from tui.widgets.tasks import MARKS
from tui.widgets.wrap import Run

Way = tuple[str, Callable[[], object]]
"""What it is called, and how to get there."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class JumpScreen(ModalScreen[Callable[[], object] | None]):
    """Every place with its letter."""

    DEFAULT_CSS = """
    JumpScreen { align: center middle; }
    JumpScreen > Vertical { width: 56; max-width: 95%; height: auto; max-height: 95%;
        background: $surface; border: round $primary; }
    JumpScreen LinesView { height: auto; max-height: 100%; }
    JumpScreen Static { height: 1; padding: 0 1; color: $text-muted; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+g", "leave", "回去", show=False)]

    def __init__(
        self, parts: Sequence[tuple[PartView, Callable[[], object]]], screens: Sequence[Way]
    ) -> None:
        super().__init__()
        marked = [(f"{MARKS[part.status]} {part.label}", part.detail, go) for part, go in parts]
        plain = [(f"  {label}", "", go) for label, go in screens]
        self.places = tuple(zip(_LETTERS, (*marked, *plain), strict=False))

    def compose(self) -> ComposeResult:
        """The list, and what to press."""
        with Vertical():
            yield LinesView()
            yield Static("按字母就到   Esc 回去", markup=False)

    def on_mount(self) -> None:
        """Show the places."""
        view = self.query_one(LinesView)
        view.show(
            [
                Block(
                    letter, (Run(f" {letter.upper()} ", "cursor"), Run(f" {label}")), aside=detail, indent=6
                )
                for letter, (label, detail, _) in self.places
            ]
        )
        self.set_focus(view)

    def on_key(self, event: events.Key) -> None:
        """A letter, in either width."""
        letter = unicodedata.normalize("NFKC", event.character or "").lower()
        if letter and letter in _LETTERS:
            event.stop()
            self._go(letter)

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Enter or a click on a line."""
        self._go(event.key)

    def _go(self, wanted: str) -> None:
        for letter, (_, _, go) in self.places:
            if letter == wanted:
                self.dismiss(go)

    def action_leave(self) -> None:
        """Stay where one is."""
        self.dismiss(None)
