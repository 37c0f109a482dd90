"""Ctrl+G: a letter stands before every part, and before every screen; the letter goes there.

One decision: the letters are those of the line's place, a b c from the top, so that they can be read off and pressed
while the input method is in Chinese mode too (full-width letters count), and a click does the same. Right leads to the
questions of a part; a Chinese character looks among all of them.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from assistant.views import PartView
from tui.pinyin import finds
from tui.screens.over import Over
from tui.screens.palette import Command
from tui.widgets.lines import Block, LinesView
from tui.widgets.tasks import MARKS
from tui.widgets.wrap import Run

Way = tuple[str, Callable[[], object]]
"""What it is called, and how to get there."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLACES_HINT = "按字母就到   → 挑其中一问   打汉字 找一问   Esc 回去"
_QUESTIONS_HINT = "↑↓ 选   回车 就到   打字 筛选   ← 回到各部分"


class JumpScreen(Over[Callable[[], object] | None]):
    """Every place with its letter, and the questions behind them."""

    DEFAULT_CSS = """
    JumpScreen { align: center middle; }
    JumpScreen > Vertical { width: 60; max-width: 95%; height: auto; max-height: 95%;
        background: $surface; border: round $primary; }
    JumpScreen LinesView { height: auto; max-height: 100%; }
    JumpScreen Static { height: 1; padding: 0 1; color: $text-muted; }
    JumpScreen #sought { color: $text; text-style: bold; display: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "回去", show=False),
        Binding("ctrl+g", "leave", "回去", show=False),
    ]

    def __init__(
        self,
        parts: Sequence[tuple[PartView, Callable[[], object]]],
        screens: Sequence[Way],
        questions: Callable[[str], Sequence[Command]],
        here: str = "",
    ) -> None:
        """Make the list.

        Args:
            parts: The parts, each with the way to it.
            screens: The screens with theirs.
            questions: Key of a part (empty: any) → its questions with theirs.
            here: Label of the part one is in.
        """
        super().__init__()
        self.places = tuple(zip(_LETTERS, (*map(_part, parts), *map(_screen, screens)), strict=False))
        self.parts = dict(zip(_LETTERS, (part for part, _ in parts), strict=False))
        self.questions = questions
        self.at = next((letter for letter, part in self.parts.items() if part.label == here), "a")
        """Letter of the place one is at, or whose questions are shown."""
        self.title = ""
        self.found: tuple[Command, ...] | None = None
        """The questions that are looked through; None while the places are shown."""
        self.wanted = ""
        """What is typed to find one."""

    def compose(self) -> ComposeResult:
        """What is looked for, the list, and what to press."""
        with Vertical():
            yield Static("", id="sought", markup=False)
            yield LinesView()
            yield Static(_PLACES_HINT, id="keys", markup=False)

    def on_mount(self) -> None:
        """Show the places."""
        self.set_focus(self.query_one(LinesView))
        self._show()

    def _show(self) -> None:
        view, sought, keys = (
            self.query_one(LinesView),
            self.query_one("#sought", Static),
            self.query_one("#keys", Static),
        )
        sought.display = self.found is not None
        if self.found is None:
            view.show([_place(letter, *place) for letter, place in self.places], cursor=self.at)
            keys.update(_PLACES_HINT)
            return
        blocks = [
            Block(str(number), (Run(one.label.removeprefix("问：")),), aside=one.key)
            for number, one in enumerate(self.found)
            if not self.wanted or finds(self.wanted, one.label, one.also)
        ]
        nothing = Block("", (Run(f"没有找到“{self.wanted}”，换个词，或拼音首字母。", "warn"),))
        view.show(blocks or [nothing], cursor=blocks[0].key if blocks else "")
        sought.update(f"{self.title}：{self.wanted}▏" if self.wanted else f"{self.title}：输入字或拼音首字母")
        keys.update(_QUESTIONS_HINT)

    def on_key(self, event: events.Key) -> None:
        """A letter, in either width, goes; right opens; what is typed further finds."""
        typed = unicodedata.normalize("NFKC", event.character or "").lower()
        view = self.query_one(LinesView)
        if self.found is not None:
            self._key_at_questions(event, typed)
        elif event.key == "right":
            event.stop()
            self._open(view.key)
        elif typed and typed in _LETTERS:
            event.stop()
            self._go(typed)
        elif typed and not typed.isascii():
            event.stop()
            self._look("所有问题", self.questions(""), typed)

    def _key_at_questions(self, event: events.Key, typed: str) -> None:
        if event.key == "left" or (event.key == "backspace" and not self.wanted):
            self.action_back()
        elif event.key == "ctrl+u":
            self.wanted = ""
        elif event.key == "backspace":
            self.wanted = self.wanted[:-1]
        elif typed.isprintable() and typed.strip():
            self.wanted += typed
        else:
            return
        event.stop()
        self._show()

    def _open(self, letter: str) -> None:
        """The questions of the part under the cursor, if it has any."""
        part = self.parts.get(letter)
        if part is not None and (questions := self.questions(part.key)):
            self.at = letter
            self._look(part.label, questions)

    def _look(self, title: str, questions: Sequence[Command], wanted: str = "") -> None:
        self.title, self.found, self.wanted = title, tuple(questions), wanted
        self._show()

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Enter or a click on a line."""
        if self.found is None:
            self._go(event.key)
        else:
            self.dismiss(self.found[int(event.key)].run)

    def _go(self, wanted: str) -> None:
        for letter, (_, _, go) in self.places:
            if letter == wanted:
                self.dismiss(go)

    def action_back(self) -> None:
        """From the questions to the places, from there to where one was."""
        if self.found is None:
            self.action_leave()
        else:
            self.found = None
            self._show()

    def action_leave(self) -> None:
        """Stay where one is."""
        self.dismiss(None)


def _part(way: tuple[PartView, Callable[[], object]]) -> tuple[str, str, Callable[[], object]]:
    part, go = way
    return f"{MARKS[part.status]} {part.label}", part.detail, go


def _screen(way: Way) -> tuple[str, str, Callable[[], object]]:
    return f"  {way[0]}", "", way[1]


def _place(letter: str, label: str, detail: str, _: Callable[[], object]) -> Block:
    return Block(letter, (Run(f" {letter.upper()} ", "accent"), Run(f" {label}")), aside=detail, indent=6)
