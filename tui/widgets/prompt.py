"""The place where people type: several lines if need be, with undo, word keys for Chinese, and nothing swallowed.

A one-line field drops all but the first line of a paste and hides the beginning of a long jotting; so the prompt is a
text area that grows, in which Enter sends.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Location

from tui.widgets.words import left_of, right_of


class ChineseTextArea(TextArea):
    """A text area whose word keys know Chinese, and whose Ctrl+Home and Ctrl+End go to the ends of the whole text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "to_end_of_text(-1)", show=False),
        Binding("ctrl+end", "to_end_of_text(1)", show=False),
    ]

    def action_to_end_of_text(self, step: int) -> None:
        """Before the first character (``step`` -1) or behind the last one (1), however many lines there are."""
        self.move_cursor(self.document.end if step > 0 else (0, 0))

    def get_cursor_word_left_location(self) -> Location:
        """Where Ctrl+Left goes and Ctrl+W deletes to."""
        row, column = self.cursor_location
        if column == 0:
            return (row - 1, len(self.document[row - 1])) if row else (0, 0)
        return row, left_of(self.document[row], column)

    def get_cursor_word_right_location(self) -> Location:
        """Where Ctrl+Right goes."""
        row, column = self.selection.end
        if column == len(self.document[row]):
            return (row + 1, 0) if row < self.document.line_count - 1 else (row, column)
        return row, right_of(self.document[row], column)

    def action_delete_word_right(self) -> None:
        """Delete up to where Ctrl+Right would go."""
        start, end = self.selection
        self._delete_via_keyboard(start, end if start != end else self.get_cursor_word_right_location())

    def action_delete_to_start_of_line(self) -> None:
        """Ctrl+U: what is selected, else the whole line as it was typed; where that is empty, all the rest."""
        start, end = self.selection
        if start == end:
            row = end[0]
            start, end = (row, 0), (row, len(self.document[row]))
        if start == end:
            start, end = (0, 0), self.document.end
        self._delete_via_keyboard(start, end)

    async def _on_key(self, event: events.Key) -> None:
        """Keys that edit act at once: looked up as bindings they would act after letters typed behind them."""
        bound = self._bindings.key_to_bindings.get(event.key, [])
        if bound and all("." not in binding.action for binding in bound):
            event.stop()
            event.prevent_default()
            await self.run_action(bound[-1].action)
        else:
            await super()._on_key(event)


class Prompt(ChineseTextArea):
    """The prompt line."""

    DEFAULT_CSS = """
    Prompt { height: auto; max-height: 6; min-height: 1; border: none; padding: 0; background: $surface;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & .text-area--cursor-line { background: $surface; }
        & .text-area--placeholder { color: $text-muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "screen.undo", "撤销", show=False),
        Binding("ctrl+y", "screen.redo", "重做", show=False),
    ]

    _HELP_MARKS = frozenset({"?", "？"})
    _BLANKS = frozenset({" ", "\u3000"})
    _COMMAND_MARKS = frozenset({"/", "／"})

    class Sent(Message):
        """Enter was pressed, at a moment of the clock that stamps messages."""

        def __init__(self, prompt: "Prompt", text: str, pressed: float) -> None:
            super().__init__()
            self.prompt = prompt
            self.text = text
            self.pressed = pressed

    class Arrow(Message):
        """Up or down was pressed where the text has no further line (``step`` -1 or 1)."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Mark(Message):
        """A mark that means something was typed into the empty prompt: ``?`` asks for help, ``/`` for the commands."""

        def __init__(self, mark: str) -> None:
            super().__init__()
            self.mark = mark

    class Blank(Message):
        """A blank was typed where it ticks (see `blank_ticks`)."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  textual's name
        super().__init__(id=id, soft_wrap=True, compact=True, highlight_cursor_line=False)
        for key in ("f6", "f7"):  # a text area selects with them; here they are the screen's
            self._bindings.key_to_bindings.pop(key, None)
        self.blank_ticks = False
        """A blank is sent as `Blank` instead of being written."""
        self.one_line = False
        """Up and down leave it at once, however many lines its text is broken into (a path)."""
        self.listener: Callable[[Message], None] | None = None
        """Hears what would be posted, at once: a message would come after keys that were pressed behind it."""

    def fill(self, text: str) -> None:
        """Put text in, with the cursor behind it; what stood there can be brought back with Ctrl+Z."""
        if text == self.text:
            return
        self.clear()
        if text:
            self.insert(text)
        self.move_cursor(self.document.end)

    def offer(self) -> None:
        """Select all there is: typing puts something else in its place, an arrow key keeps it to be mended."""
        self.select_all()

    @property
    def offered(self) -> bool:
        """All that stands here is selected, so that the next key puts something else in its place."""
        return bool(self.text) and self.selected_text == self.text

    @property
    def bare(self) -> bool:
        """What is typed now begins a text of its own."""
        return not self.text or self.offered

    def reset(self) -> None:
        """Empty and without a past: a new question has been asked."""
        self.load_text("")

    @property
    def can_undo(self) -> bool:
        """Whether Ctrl+Z would change the text here."""
        return bool(self.history.undo_stack)

    def _say(self, message: Message) -> None:
        if self.listener is None:
            self.post_message(message)
        else:
            self.listener(message)

    async def _on_key(self, event: events.Key) -> None:
        character = event.character or ""
        if event.key in {"up", "down"}:
            # A binding is looked up only after the key has bubbled to the app; a blank pressed behind it is faster.
            event.stop()
            event.prevent_default()
            if self.offered:
                self.move_cursor(self.document.end)
            elif event.key == "up":
                self.action_cursor_up()
            else:
                self.action_cursor_down()
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._say(self.Sent(self, self.text, event.time))
        elif event.key == "ctrl+j":
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif self.bare and character in self._HELP_MARKS | self._COMMAND_MARKS:
            event.stop()
            event.prevent_default()
            self._say(self.Mark("?" if character in self._HELP_MARKS else "/"))
        elif self.blank_ticks and character in self._BLANKS:
            event.stop()
            event.prevent_default()
            self._say(self.Blank())
        else:
            await super()._on_key(event)

    def get_cursor_line_start_location(self, smart_home: bool = False) -> Location:  # noqa: FBT001, FBT002  textual's signature
        """Where Home and Ctrl+A go: before what was typed as one line, however many it is broken into."""
        del smart_home
        return self.cursor_location[0], 0

    def get_cursor_line_end_location(self) -> Location:
        """Where End and Ctrl+E go: behind it."""
        row = self.cursor_location[0]
        return row, len(self.document[row])

    @property
    def _visual_row(self) -> int:
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  textual's signature
        """One line up, or out of the prompt."""
        if (self.one_line or self._visual_row == 0) and not select:
            self._say(self.Arrow(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  textual's signature
        """One line down, or out of the prompt."""
        last = self._visual_row >= self.wrapped_document.height - 1
        if (self.one_line or last) and not select:
            self._say(self.Arrow(1))
        else:
            super().action_cursor_down(select)
