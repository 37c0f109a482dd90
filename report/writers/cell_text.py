"""How one number of the form is printed; every writer uses this, so no two of them can differ."""

from report.cells import plain
from report.tables import Figures

UNKNOWN = "【待补】"
"""What stands where a number is missing; it is never left blank and never zero."""


def cell_text(figures: Figures, cell_id: str) -> str:
    """The number as given, with its unit where the person chose the unit (采购总金额), or 【待补】."""
    value = figures.value(cell_id)
    if value is None:
        return UNKNOWN
    chosen = figures.cells.units.get(cell_id, "") if len(figures.edition.cell(cell_id).units) > 1 else ""
    return plain(value) + chosen
