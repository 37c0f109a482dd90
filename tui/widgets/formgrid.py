"""The paper form, alive: numbers are typed into the cells, sums follow, headers and labels stay in view.

The grid knows geometry and keys; what a typed text means, and whether it is taken, is for the core to say. So the grid
only posts what was typed and is told what to show.
"""

from collections.abc import Callable, Collection
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from report.cells import plain
from report.edition import Edition, TableForm
from report.tables import Figures
from tui.widgets.sheet import Piece, Sheet, make_sheet

UNKNOWN = "·"
"""A number nobody answered; zero is shown as 0."""


class FormGrid(ScrollView, can_focus=True):
    """One table of the form."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--header",
        "grid--label",
        "grid--label-here",
        "grid--rule",
        "grid--border",
        "grid--span",
        "grid--number",
        "grid--sum",
        "grid--unknown",
        "grid--stripe",
        "grid--focus",
        "grid--edit",
        "grid--fault",
    }

    DEFAULT_CSS = """
    FormGrid { height: 1fr; scrollbar-size: 1 1; scrollbar-gutter: stable;
        &> .grid--header { color: $text-primary; text-style: bold; }
        &> .grid--label { color: $foreground; }
        &> .grid--label-here { text-style: bold; color: $text-accent; }
        &> .grid--rule, &> .grid--border { text-style: dim; }
        &> .grid--span { color: $foreground; }
        &> .grid--number { color: $foreground; }
        &> .grid--sum { text-style: dim italic; }
        &> .grid--unknown { text-style: dim; }
        &> .grid--stripe { background: $surface; }
        &> .grid--focus { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        &> .grid--edit { background: $accent; color: $background; text-style: bold underline; }
        &> .grid--fault { color: $text-error; text-style: bold underline; }
    }
    """

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
        self._styles_made: dict[tuple[str, bool], Style] = {}
        super().__init__(id=id)
        self._edition: Edition | None = None
        self._table: TableForm | None = None
        self._figures: Figures | None = None
        self._faults: frozenset[str] = frozenset()
        self._sheet: Sheet | None = None
        self._sheet_room = 0
        self._cells: tuple[str, ...] = ()
        self.cell = ""
        """Id of the cell in focus."""
        self.typing: str | None = None
        """What has been typed into it so far; None while nothing is being typed."""
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
        self.take: Callable[[str, str], bool] = lambda cell, text: bool(cell and text)
        """Takes what was typed for a cell, or refuses it. A call and not a message: the next key may come at once."""

    # What is shown

    @property
    def sheet(self) -> Sheet:
        """The laid-out table; only once a table is shown."""
        if self._sheet is None:
            message = "no table is shown yet"
            raise RuntimeError(message)
        return self._sheet

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

    def update_figures(self, figures: Figures, faults: Collection[str] = ()) -> None:
        """Show other numbers; ``faults`` are the cells that can be the cause of a failed sum."""
        self._figures = figures
        self._faults = frozenset(faults)
        longest = max((len(self.written(cell)) for cell in self._cells), default=0)
        if self._sheet is not None and any(
            len(self.written(cell)) >= self._width_of(cell) for cell in self._cells if longest
        ):
            self._lay()
        self.refresh()

    def _width_of(self, cell: str) -> int:
        _, first, last = self.sheet.places[cell]
        return sum(self.sheet.widths[first : last + 1]) + last - first

    def written(self, cell: str) -> str:
        """A number as it is shown: a centred point for one nobody answered."""
        if self._figures is None:
            return UNKNOWN
        value = self._figures.value(cell)
        return UNKNOWN if value is None else plain(value) + self._unit(cell)

    def _unit(self, cell: str) -> str:
        if self._edition is None or self._figures is None or len(self._edition.cell(cell).units) < 2:
            return ""
        return self._figures.unit(cell)

    def _lay(self) -> None:
        room = self.scrollable_content_region.width
        self._sheet_room = room
        if self._table is None or room <= 0:
            return
        self._sheet = make_sheet(self._table, room, self.written)
        self.virtual_size = Size(self._sheet.width, len(self._sheet.lines))
        self.refresh()

    def on_resize(self) -> None:
        """Lay out again for the new width."""
        if self.scrollable_content_region.width != self._sheet_room:
            self._lay()
        self.reveal()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line: frozen header, or the body scrolled beneath it; frozen labels at the left."""
        sheet, width = self._sheet, self.scrollable_content_region.width
        if sheet is None:
            return Strip.blank(width, self._style("", striped=False))
        number = y if y < sheet.header_lines else y + self.scroll_offset.y
        if number >= len(sheet.lines):
            return Strip.blank(width, self._style("", striped=False))
        strip = Strip([self._segment(piece) for piece in sheet.lines[number]])
        left = self.scroll_offset.x
        if left:
            labels = strip.crop(0, sheet.label_width)
            strip = Strip.join([labels, strip.crop(sheet.label_width + left, sheet.width)])
        return strip.adjust_cell_length(width, self._style("", striped=False))

    def _segment(self, piece: Piece) -> Segment:
        striped = piece.row % 2 == 1 and piece.kind in {"number", "label", "border"}
        here = piece.row >= 0 and self._sheet is not None and self.cell in self._sheet.places
        current_row = here and self._sheet is not None and self._sheet.places[self.cell][0] == piece.row
        if piece.kind != "number":
            name = "label-here" if current_row and piece.kind == "label" else piece.kind
            return Segment(piece.text, self._style(name, striped=striped))
        if not piece.cell:
            return Segment(piece.text, self._style("", striped=striped))
        style = self._style(self._number_look(piece.cell), striped=striped)
        return Segment(self._number(piece), style + Style(meta={"cell": piece.cell}))

    def _number(self, piece: Piece) -> str:
        if piece.cell == self.cell and self.typing is not None:
            text = self.typing + "▏"
            while cell_len(text) > piece.width:
                text = text[1:]
            return " " * (piece.width - cell_len(text)) + text
        text = self.written(piece.cell)
        gap = 1 if cell_len(text) < piece.width else 0
        return " " * max(piece.width - cell_len(text) - gap, 0) + text + " " * gap

    def _number_look(self, cell: str) -> str:
        if cell == self.cell and self.has_focus:
            return "edit" if self.typing is not None else "focus"
        if cell in self._faults:
            return "fault"
        if self._edition is not None and not self._edition.cell(cell).asked:
            return "sum"
        return "unknown" if self.written(cell) == UNKNOWN else "number"

    def _style(self, name: str, *, striped: bool) -> Style:
        """The finished style of a piece; looking colours up is slow, so each is made once."""
        key = (name, striped)
        if key not in self._styles_made:
            style = self.rich_style
            for part in ("stripe" if striped else "", name):
                if part:
                    style += self.get_component_rich_style(f"grid--{part}", partial=True)
            self._styles_made[key] = style
        return self._styles_made[key]

    def notify_style_update(self) -> None:
        """Colours changed (theme, focus): make the styles anew."""
        super().notify_style_update()
        self._styles_made.clear()

    # Moving

    def reveal(self) -> None:
        """Bring the cell in focus into view, beside the frozen header and labels."""
        sheet = self._sheet
        if sheet is None or self.cell not in sheet.tops:
            return
        region = self.scrollable_content_region
        line = sheet.tops[self.cell]
        page = max(region.height - sheet.header_lines, 1)
        top = self.scroll_offset.y
        first_of_body = line - sheet.header_lines
        if first_of_body < top:
            top = first_of_body if first_of_body > 2 else 0
        elif first_of_body >= top + page:
            top = first_of_body - page + 1
        _, first, last = sheet.places[self.cell]
        start = sheet.offsets[first] - sheet.label_width
        end = sheet.offsets[last] + sheet.widths[last] - sheet.label_width
        left, room = self.scroll_offset.x, max(region.width - sheet.label_width, 1)
        if start < left:
            left = start
        elif end > left + room:
            left = end - room
        self.scroll_to(left, top, animate=False)

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
        target = self._along(step) if isinstance(step, int) else self._beside(*step)
        if target:
            self.point(target)

    def _along(self, by: int) -> str:
        index = self._cells.index(self.cell) + by
        return self._cells[index] if 0 <= index < len(self._cells) else ""

    def _beside(self, down: int, across: int) -> str:
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
        if self.typing is None:
            self.point(self._cells[0] if way < 0 else self._cells[-1])

    def action_page(self, way: int) -> None:
        """A page of rows."""
        if self.typing is not None:
            return
        for _ in range(max(self.scrollable_content_region.height // 2, 1)):
            target = self._beside(way, 0)
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
        elif event.is_printable and event.character and event.character not in {"?", "？"}:
            event.stop()
            event.prevent_default()
            if event.character != " ":
                self._type((self.typing or "") + event.character)

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
