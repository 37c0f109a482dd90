"""A table of the form as HTML, with the spans of the form; shared by the Markdown and the HTML writer."""

from html import escape

from report.edition import GridCell, TableForm
from report.tables import Figures
from report.writers.cell_text import cell_text


def html_table(table: TableForm, figures: Figures) -> str:
    """The table, one ``<tr>`` a line, labels as ``th``, numbers as ``td``; no blank line, no final line break."""
    lines = ['<table border="1">']
    lines += [f"<tr>{''.join(_cell(cell, figures) for cell in row)}</tr>" for row in table.grid]
    return "\n".join([*lines, "</table>"])


def _cell(cell: GridCell, figures: Figures) -> str:
    tag = "th" if cell.header else "td"
    text = cell.text if cell.header else cell_text(figures, cell.cell)
    rows = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    columns = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    return f"<{tag}{rows}{columns}>{escape(text, quote=False)}</{tag}>"
