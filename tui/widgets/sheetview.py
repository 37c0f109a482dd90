"""One table of the form on the screen: frozen headers and labels, numbers with last year's beside them, marks.

It only shows: which cell is in focus and what is being typed there is set by `FormGrid`, which takes the keys.
"""

from collections.abc import Collection
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from report.cells import plain
from report.edition import Edition, TableForm
from report.tables import Figures
from tui.widgets.scrolled import Scrolled
from tui.widgets.sheet import Sheet, make_sheet
from tui.widgets.sheet_paint import Piece

UNKNOWN = "·"
"""A number nobody answered; zero is shown as 0."""


class SheetView(Scrolled, can_focus=True):
    """A laid-out table, scrolled beneath its headers and beside its labels."""

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
        "grid--beside",
        "grid--stripe",
        "grid--focus",
        "grid--edit",
        "grid--fault",
    }

    DEFAULT_CSS = """
    SheetView { height: 1fr; scrollbar-size: 1 1; scrollbar-gutter: stable;
        &> .grid--header { color: $text-primary; text-style: bold; }
        &> .grid--label { color: $foreground; }
        &> .grid--label-here { text-style: bold; color: $text-accent; }
        &> .grid--rule, &> .grid--border { text-style: dim; }
        &> .grid--span { color: $foreground; }
        &> .grid--number { color: $foreground; }
        &> .grid--sum { text-style: dim italic; }
        &> .grid--unknown, &> .grid--beside { text-style: dim; }
        &> .grid--stripe { background: $surface; }
        &> .grid--focus { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        &> .grid--edit { background: $accent; color: $background; text-style: bold underline; }
        &> .grid--fault { color: $text-error; text-style: bold underline; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  textual's name
        self._styles_made: dict[tuple[str, bool], Style] = {}
        super().__init__(id=id)
        self._edition: Edition | None = None
        self._table: TableForm | None = None
        self._figures: Figures | None = None
        self._last: Figures | None = None
        self._same: frozenset[str] = frozenset()
        self._faults: frozenset[str] = frozenset()
        self._sheet: Sheet | None = None
        self._sheet_room = 0
        self._cells: tuple[str, ...] = ()
        self.cell = ""
        """Id of the cell in focus."""
        self.typing: str | None = None
        """What has been typed into it so far; None while nothing is being typed."""

    @property
    def sheet(self) -> Sheet:
        """The laid-out table; only once a table is shown."""
        if self._sheet is None:
            message = "no table is shown yet"
            raise RuntimeError(message)
        return self._sheet

    def compare(self, last: Figures | None, same: Collection[str] = ()) -> None:
        """Show last year's numbers beside; ``same`` are cells that agree with what last year's report carried on."""
        self._last, self._same = last, frozenset(same)

    def update_figures(self, figures: Figures, faults: Collection[str] = ()) -> None:
        """Show other numbers; ``faults`` are the cells that can be the cause of a failed sum."""
        self._figures = figures
        self._faults = frozenset(faults)
        if self._sheet is not None and any(not self._fits(cell) for cell in self._sheet.places):
            self._lay()
        self.refresh()

    def _fits(self, cell: str) -> bool:
        return cell_len(self.written(cell)) + self._aside(cell) < self._width_of(cell)

    def _width_of(self, cell: str) -> int:
        _, first, last = self.sheet.places[cell]
        return sum(self.sheet.widths[first : last + 1]) + last - first

    def written(self, cell: str) -> str:
        """A number as it is shown: a centred point for one nobody answered."""
        if self._figures is None:
            return UNKNOWN
        value = self._figures.value(cell)
        return UNKNOWN if value is None else plain(value) + self._unit(cell)

    def beside(self, cell: str) -> str:
        """Last year's number in brackets; a star for what agrees with last year's carry-forward."""
        mark = "*" if cell in self._same else ""
        value = self._last.value(cell) if self._last is not None and cell in self._last.edition else None
        return f"{mark}({plain(value)})" if value else mark

    def _aside(self, cell: str) -> int:
        """Cells kept beside this number: the same for the whole column, so that numbers stand in line."""
        _, first, last = self.sheet.places[cell]
        return self.sheet.asides[last] if first == last else cell_len(self.beside(cell))

    def _unit(self, cell: str) -> str:
        if self._edition is None or self._figures is None or len(self._edition.cell(cell).units) < 2:
            return ""
        return self._figures.unit(cell)

    def _lay(self) -> None:
        room = self.scrollable_content_region.width
        self._sheet_room = room
        if self._table is None or room <= 0:
            return
        self._sheet = make_sheet(self._table, room, self.written, self.beside)
        self.holds(Size(self._sheet.width, len(self._sheet.lines)))
        self.refresh()

    def fit(self) -> None:
        """Lay out again for the new width; the cell in focus stays in view, also when the parts around take more room."""
        if self.scrollable_content_region.width != self._sheet_room:
            self._lay()
        self.reveal()
        self.call_after_refresh(self.reveal)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line: frozen header, or the body scrolled beneath it; frozen labels at the left."""
        sheet, width = self._sheet, self.scrollable_content_region.width
        if sheet is None:
            return Strip.blank(width, self._style("", striped=False))
        number = y if y < sheet.header_lines else y + self.scroll_offset.y
        if number >= len(sheet.lines):
            return Strip.blank(width, self._style("", striped=False))
        strip = Strip([part for piece in sheet.lines[number] for part in self._segments(piece, number)])
        left = self.scroll_offset.x
        if left:
            labels = strip.crop(0, sheet.label_width)
            strip = Strip.join([labels, strip.crop(sheet.label_width + left, sheet.width)])
        return strip.adjust_cell_length(width, self._style("", striped=False))

    def _segments(self, piece: Piece, number: int) -> list[Segment]:
        striped = piece.row % 2 == 1 and piece.kind in {"number", "label", "border"}
        here = piece.row >= 0 and self._sheet is not None and self.cell in self._sheet.places
        current_row = here and self._sheet is not None and self._sheet.places[self.cell][0] == piece.row
        if piece.kind != "number":
            name = "label-here" if current_row and piece.kind == "label" else piece.kind
            return [Segment(self._label(piece, number), self._style(name, striped=striped))]
        if not piece.cell:
            return [Segment(piece.text, self._style("", striped=striped))]
        return self._number(piece, striped=striped)

    def _label(self, piece: Piece, number: int) -> str:
        """A label beside several rows comes down with the scrolled rows, as far as its last one."""
        span = piece.span
        if span is None:
            return piece.text
        first = self.scroll_offset.y + self.sheet.header_lines
        begin = min(max(span.top, first), span.top + span.height - len(span.texts))
        return span.texts[number - begin] if 0 <= number - begin < len(span.texts) else " " * piece.width

    def _number(self, piece: Piece, *, striped: bool) -> list[Segment]:
        look = self._style(self._number_look(piece.cell), striped=striped)
        style = look + Style(meta={"cell": piece.cell})
        if piece.cell == self.cell and self.typing is not None:
            text = self.typing + "▏"
            while cell_len(text) > piece.width:
                text = text[1:]
            return [Segment(" " * (piece.width - cell_len(text)) + text, style)]
        text, aside = self.written(piece.cell), self._aside(piece.cell)
        gap = 1 if cell_len(text) + aside < piece.width else 0
        left = " " * max(piece.width - cell_len(text) - aside - gap, 0) + text
        right = self.beside(piece.cell).ljust(aside) + " " * gap
        faint = style if piece.cell == self.cell else style + self._style("beside", striped=striped)
        return [Segment(left, style), Segment(right, faint)]

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
