"""The paper form, alive: numbers are typed into the cells, sums follow, headers and labels stay in view.

The grid knows keys; what a typed text means, and whether it is taken, is for the core to say. So the grid only posts
what was typed and is told what to show.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from report.edition import Edition
from report.tables import Figures
from tui.widgets.sheetview import UNKNOWN, SheetView


class FormGrid(SheetView):
    """One table of the form, to be filled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1, 0)", "上", show=False),
        Binding("down", "go(1, 0)", "下", show=False),
        Binding("left", "go(0, -1)", "左", show=False),
        Binding("right", "go(0, 1)", "右", show=False),
        Binding("tab", "next(1)", "下一格", show=False),
        Binding("shift+tab", "next(-1)", "上一格", show=False),
        Binding("enter", "enter", "改这一格", show=False),
        Binding("f2", "edit", "改这一格", show=False),
        Binding("home", "edge(-1)", "第一格", show=False),
        Binding("end", "edge(1)", "最后一格", show=False),
        Binding("pageup", "page(-1)", "上一页", show=False),
        Binding("pagedown", "page(1)", "下一页", show=False),
        Binding("delete", "clear_cell", "清空", show=False),
        Binding("backspace", "rub", "退格", show=False),
    ]

    class Here(Message):
        """The focus came to another cell, or what stands in it while typing changed."""

        def __init__(self, cell: str, typing: str | None) -> None:
            super().__init__()
            self.cell = cell
            self.typing = typing

    class BlockPasted(Message):
        """A block of several cells was pasted on a cell."""

        def __init__(self, cell: str, text: str) -> None:
            super().__init__()
            self.cell = cell
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  textual's name
        super().__init__(id=id)
        self._moves: dict[str, Callable[[], None]] = {
            "up": lambda: self.action_go(-1, 0),
            "down": lambda: self.action_go(1, 0),
            "left": lambda: self.action_go(0, -1),
            "right": lambda: self.action_go(0, 1),
            "tab": lambda: self.action_next(1),
            "shift+tab": lambda: self.action_next(-1),
            "enter": self.action_enter,
            "backspace": self.action_rub,
        }
        self.take: Callable[[str, str], bool] = lambda cell, text: bool(cell or text)
        """Takes what was typed for a cell, or refuses it. A call and not a message: the next key may come at once."""

        self.below: Callable[[], None] = lambda: None
        """Where the arrow goes that leaves the last row."""

    def show(self, edition: Edition, table_id: str, figures: Figures, *, cell: str = "") -> None:
        """Show a table, with the focus on ``cell`` or on its first unanswered cell."""
        self._edition, self._table, self._figures = edition, edition.table(table_id), figures
        self._cells = tuple(form.id for form in self._table.cells if form.asked)
        unanswered = next((asked for asked in self._cells if figures.value(asked) is None), self._cells[0])
        self.cell = cell or unanswered
        self.typing = None
        self._lay()
        self.reveal()
        self._tell()

    # Moving

    def point(self, cell: str) -> None:
        """Put the focus on an asked cell."""
        if cell in self._cells:
            self.cell = cell
            self.typing = None
            self.reveal()
            self.refresh()
            self._tell()

    def move(self, step: tuple[int, int] | int | None) -> None:
        """Go by rows and columns, or along the reading order."""
        if step is None:
            return
        target = self._along(step) if isinstance(step, int) else self._neighbour(*step)
        if target:
            self.point(target)
        elif step == (1, 0):
            self.below()

    def _along(self, by: int) -> str:
        index = self._cells.index(self.cell) + by
        return self._cells[index] if 0 <= index < len(self._cells) else ""

    def _neighbour(self, down: int, across: int) -> str:
        places = self.sheet.places
        row, first, _ = places[self.cell]
        if across:
            same = [cell for cell in self._cells if places[cell][0] == row]
            index = same.index(self.cell) + across
            return same[index] if 0 <= index < len(same) else ""
        rows = sorted(
            {places[cell][0] for cell in self._cells if (places[cell][0] - row) * down > 0}, reverse=down < 0
        )
        if not rows:
            return ""
        return min(
            (cell for cell in self._cells if places[cell][0] == rows[0]),
            key=lambda cell: abs(places[cell][1] - first),
        )

    def _tell(self) -> None:
        self.post_message(self.Here(self.cell, self.typing))

    # Keys

    def _leave(self, step: tuple[int, int] | int | None) -> None:
        """Leave the cell; what was typed goes to the core first, and the focus stays when it is refused."""
        if self.typing is None:
            self.move(step)
        elif self.take(self.cell, self.typing):
            self.typing = None
            self.refresh()
            self.move(step)
            self._tell()

    def settle(self) -> bool:
        """Take what is typed, without moving; False when it was refused and still stands there."""
        self._leave(None)
        return self.typing is None

    def action_go(self, down: int, across: int) -> None:
        """Arrow keys."""
        self._leave((down, across))

    def action_next(self, by: int) -> None:
        """Tab."""
        self._leave(by)

    def action_enter(self) -> None:
        """Enter: begin to edit, or take what was typed and go down."""
        if self.typing is None:
            self.action_edit()
        else:
            self._leave(1)

    def action_edit(self) -> None:
        """Edit what stands in the cell."""
        if self.typing is None:
            written = self.written(self.cell)
            self._type("" if written == UNKNOWN else written)

    def action_clear_cell(self) -> None:
        """Empty what is being typed, or begin with nothing."""
        self._type("")

    def action_rub(self) -> None:
        """Backspace."""
        self._type((self.typing if self.typing is not None else "")[:-1])

    def action_edge(self, way: int) -> None:
        """First or last cell of the table."""
        if self.settle():
            self.point(self._cells[0] if way < 0 else self._cells[-1])

    def action_page(self, way: int) -> None:
        """A page of rows."""
        if not self.settle():
            return
        for _ in range(max(self.scrollable_content_region.height // 2, 1)):
            target = self._neighbour(way, 0)
            if not target:
                break
            self.cell = target
        self.point(self.cell)

    def cancel(self) -> bool:
        """Escape while typing: the cell is as it was. False when nothing was being typed."""
        if self.typing is None:
            return False
        self.typing = None
        self.refresh()
        self._tell()
        return True

    def _type(self, text: str) -> None:
        self.typing = text
        self.refresh()
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """Any written character replaces what stands in the cell; keys that leave it act here and now.

        A binding is looked up only after the key has bubbled to the app; a digit typed behind it would be faster, and
        two numbers would become one. So keys are taken in the order in which they were pressed.
        """
        if move := self._moves.get(event.key):
            event.stop()
            event.prevent_default()
            move()
        elif event.is_printable and event.character and not self._elsewhere(event.character):
            event.stop()
            event.prevent_default()
            if event.character != " ":
                self._type((self.typing or "") + event.character)

    def _elsewhere(self, character: str) -> bool:
        """Whether a character is a key of the screen: help always, the commands while no number is begun."""
        return character in {"?", "？"} or (self.typing is None and character in {"/", "／"})

    def on_paste(self, event: events.Paste) -> None:
        """One value goes into the cell; a block goes to whoever can lay it out."""
        event.stop()
        text = event.text.strip("\r\n")
        if "\t" in text or "\n" in text or "\r" in text:
            self.post_message(self.BlockPasted(self.cell, event.text))
        else:
            self._type((self.typing or "") + text.strip())

    def on_click(self, event: events.Click) -> None:
        """A click goes to a cell; a second one edits it."""
        cell = event.style.meta.get("cell", "")
        if cell and cell == self.cell and self.typing is None:
            self.action_edit()
        elif cell in self._cells:
            self._leave(None)
            if self.typing is None:
                self.point(cell)
