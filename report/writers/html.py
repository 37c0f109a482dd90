"""The report as one HTML page that needs nothing else: for the government website, for printing, for pasting."""

from html import escape

from report.document import Document, Paragraph, Section
from report.tables import Figures
from report.writers.html_table import html_table

_STYLE = """\
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
body { max-width: 156mm; margin: 2em auto; font: 16pt/28.95pt "仿宋_GB2312", "仿宋", FangSong, serif; color: #000; }
h1 { font: normal 22pt/34pt "方正小标宋简体", "华文中宋", SimSun, serif; text-align: center; }
h2 { font: normal 16pt/28.95pt "黑体", SimHei, sans-serif; text-indent: 2em; margin: 0; }
p { text-indent: 2em; margin: 0; }
table { width: 100%; border-collapse: collapse; margin: 0.5em 0; }
th, td { border: 0.5pt solid #000; padding: 2pt; font: normal 10.5pt/15pt "仿宋", FangSong, serif; text-align: center; }
tr { break-inside: avoid; }
@media print { body { margin: 0; } }"""
"""Fonts and sizes of GB/T 9704-2012, with what is commonly installed to fall back on."""


def write_html(document: Document, note: str = "") -> str:
    """The whole page; text with LF line ends and one at the end.

    Args:
        document: The report.
        note: What stands below the title of a draft; empty for a final report.
    """
    name, subject = (escape(line, quote=False) for line in document.title)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{name}{subject}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        f"<h1>{name}<br>{subject}</h1>",
        *([f"<p><strong>{escape(note, quote=False)}</strong></p>"] if note else []),
        *(_paragraph(paragraph) for paragraph in document.opening),
    ]
    for section in document.sections:
        lines += _section(section, document.figures)
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"


def _section(section: Section, figures: Figures) -> list[str]:
    return [
        f"<h2>{escape(section.heading, quote=False)}</h2>",
        *(_paragraph(paragraph) for paragraph in section.paragraphs),
        *(html_table(table, figures) for table in section.tables),
    ]


def _paragraph(paragraph: Paragraph) -> str:
    lines = [line.strip() for line in paragraph.text.splitlines() if line.strip()]
    return "<p>" + "<br>".join(escape(line, quote=False) for line in lines) + "</p>"
