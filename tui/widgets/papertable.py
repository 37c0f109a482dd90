"""A table of the form inside the draft: the same sheet as in the grid, drawn as lines of text where there is room."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from rich.cells import cell_len

from report.cells import plain
from report.edition import load_edition
from report.form import TableForm
from report.tables import Figures
from tui.widgets.sheet import Sheet, make_sheet
from tui.widgets.sheet_paint import Piece
from tui.widgets.wrap import Line, Run

UNKNOWN = "·"

_STYLES: Mapping[str, str] = {"header": "strong", "rule": "dim", "border": "dim"}


def table_lines(table: TableForm, figures: Figures, spot: str, width: int) -> Sequence[Line]:
    """The lines of a table; none where it would not fit.

    Args:
        table: The form.
        figures: Its numbers.
        spot: What the cursor over the draft calls it.
        width: Cells there are.
    """
    longest = max((len(_written(figures, cell.id)) for cell in table.cells), default=1)
    sheet = _sheet(figures.edition.id, table.id, width, longest)
    if sheet.width > width:
        return ()
    return [tuple(_run(piece, figures, spot) for piece in line) for line in sheet.lines]


@lru_cache(maxsize=32)
def _sheet(edition: str, table: str, width: int, longest: int) -> Sheet:
    """Geometry depends on nothing else, and is slow to make."""
    return make_sheet(load_edition(edition).table(table), width, lambda _: "0" * longest)


def _run(piece: Piece, figures: Figures, spot: str) -> Run:
    if piece.kind != "number" or not piece.cell:
        return Run(piece.text, _STYLES.get(piece.kind, ""), spot)
    text = _written(figures, piece.cell)
    return Run(" " * max(piece.width - cell_len(text) - 1, 0) + text + " ", "", spot)


def _written(figures: Figures, cell: str) -> str:
    value = figures.value(cell)
    return UNKNOWN if value is None else plain(value)
