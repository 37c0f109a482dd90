"""The report as Markdown.

Markdown tables cannot merge cells, so the form's tables are HTML by default; ``pipe`` flattens their headers for
readers that show no HTML. Whatever a person typed is escaped: the document reads exactly as typed, and no character of
theirs becomes a list, a heading or a tag.
"""

from typing import Literal

from report.document import Document, Section
from report.edition import TableForm
from report.lazily import pattern
from report.tables import Figures
from report.writers.cell_text import cell_text
from report.writers.html_table import html_table

TableStyle = Literal["html", "pipe"]

_ALWAYS = pattern(r"[\\`*\[\]<>&|~]")
_UNDERSCORE = pattern(r"(?<!\w)_|_(?!\w)")
_LINE_START = pattern(r"(?P<sign>[#+\-=])|(?P<number>[0-9]{1,9})(?P<mark>[.)])(?![0-9])")
_JOINT = " · "


def write_markdown(document: Document, tables: TableStyle = "html", note: str = "") -> str:
    """The whole document; text with LF line ends and one at the end.

    Args:
        document: The report.
        tables: ``html`` with row and column spans, or ``pipe`` with flattened headers.
        note: What stands below the title of a draft; empty for a final report.
    """
    name, subject = document.title
    blocks = [f"# {escape(name)}<br>{escape(subject)}", escape(note)]
    blocks += [escape(paragraph.text) for paragraph in document.opening]
    for section in document.sections:
        blocks += _section(section, document.figures, tables)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(section: Section, figures: Figures, tables: TableStyle) -> list[str]:
    blocks = [f"## {section.heading}"]
    blocks += [escape(paragraph.text) for paragraph in section.paragraphs]
    write = html_table if tables == "html" else pipe_table
    return blocks + [write(table, figures) for table in section.tables]


def escape(text: str) -> str:
    """Text so escaped that Markdown shows it as typed; line breaks inside it are kept as line breaks."""
    return "\\\n".join(_escape_line(line) for line in text.strip().splitlines() if line.strip())


def _escape_line(line: str) -> str:
    escaped = _escape_marks(line.strip(" \t"))
    if start := _LINE_START.match(escaped):
        at = start.start("mark") if start["mark"] else 0
        return escaped[:at] + "\\" + escaped[at:]
    return escaped


def _escape_marks(text: str) -> str:
    """Escape the marks that mean something anywhere in a line."""
    return _UNDERSCORE.sub(r"\\_", _ALWAYS.sub(r"\\\g<0>", text))


def pipe_table(table: TableForm, figures: Figures) -> str:
    """The table with flattened headers: one line per row where columns run through, else one line per number."""
    lines = _by_row(table, figures) if table.columns else _by_cell(table, figures)
    width = len(lines[0])
    rule = ["---"] * (width - (len(table.columns) or 1)) + ["---:"] * (len(table.columns) or 1)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [lines[0], rule, *lines[1:]])


def _by_row(table: TableForm, figures: Figures) -> list[list[str]]:
    corner = table.grid[0][0].text
    header = [corner, *(_JOINT.join(column.path[1:] or column.path) for column in table.columns)]
    rows = [
        [_JOINT.join(row.path), *(cell_text(figures, cell_id) for cell_id in row.cells)] for row in table.rows
    ]
    return [[_escape_marks(text) for text in line] for line in [header, *rows]]


def _by_cell(table: TableForm, figures: Figures) -> list[list[str]]:
    rows = [
        [_JOINT.join([*row.path, figures.edition.cell(cell_id).column_label]), cell_text(figures, cell_id)]
        for row in table.rows
        for cell_id in row.cells
    ]
    return [[_escape_marks(text) for text in line] for line in [["项目", "数量"], *rows]]
