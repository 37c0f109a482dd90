"""Numbers nobody has answered yet, and how to say so."""

from report.edition import CellForm
from report.tables import Figures


def unanswered(figures: Figures) -> tuple[CellForm, ...]:
    """Asked cells without an answer, in the order of the form."""
    return tuple(cell for table in figures.edition.tables for cell in figures.missing(table.id))


def missing_cells(figures: Figures) -> tuple[tuple[str, int], ...]:
    """How many asked cells of a table lack an answer, by the table's name (``表三``); complete tables left out."""
    counts = ((table.name, len(figures.missing(table.id))) for table in figures.edition.tables)
    return tuple((name, count) for name, count in counts if count)


def gap_sentences(figures: Figures) -> tuple[str, ...]:
    """Say what is missing: a table (``表三没有填写。``), the rows nothing is known of, and cells (``表二“规章”缺：本年制发件数。``)."""
    sentences: list[str] = []
    for table in figures.edition.tables:
        missing = figures.missing(table.id)
        asked = [cell for cell in table.cells if cell.asked]
        if missing and len(missing) == len(asked):
            sentences.append(f"{table.name}没有填写。")
            continue
        empty: list[str] = []
        for row in table.rows:
            mine = [cell for cell in missing if cell.row == row.id]
            if mine and len(mine) == sum(cell.row == row.id for cell in asked):
                empty.append(f"“{row.name}”")
            elif mine:
                columns = "、".join(cell.column_label for cell in mine if cell.column_label)
                sentences.append(f"{table.name}“{row.name}”缺：{columns}。")
        if empty:
            many = f"这 {len(empty)} 行" if len(empty) > 1 else ""
            sentences.append(f"{table.name}{''.join(empty)}{many}没有填写。")
    return tuple(sentences)
