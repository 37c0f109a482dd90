"""A published report as a run of blocks: paragraphs and table cells, in the order in which they are read.

One decision: nothing is rebuilt of a table's grid. Web pages, word processors and copies of copies merge, nest and flatten
cells in every way, so the numbers are found again by the labels before them (`report.readers.published_tables`).
"""

import re
from pathlib import Path

import msgspec

from report.problem import InputProblem, Place

_MOST_BYTES = 40_000_000
"""A longer file is no annual report."""
_UNREADABLE = {
    ".doc": "Word 97-2003 文档（.doc）", ".wps": "WPS 文档（.wps）", ".pdf": "PDF", ".ofd": "OFD 文档",
    ".rtf": "RTF 文档", ".et": "WPS 表格（.et）", ".xls": "Excel 97-2003 表格（.xls）",
}  # fmt: skip
_TEXT = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".xlsx")


class Block(msgspec.Struct, frozen=True):
    """One paragraph, or one cell of a table."""

    text: str
    """Without line breaks and without blanks at its ends; a cell may be empty."""
    cell: bool = False


def read_blocks(path: Path) -> tuple[Block, ...]:
    """The blocks of a file, by what its name and its first bytes say it is.

    Raises:
        InputProblem: it cannot be read, or its kind is one that this program does not read.
    """
    kind = path.suffix.lower()
    if kind in _UNREADABLE:
        right = "在 Word 或 WPS 里另存为 .docx，再核对"
        raise InputProblem(f"{_UNREADABLE[kind]}读不了", place=Place(path.name), right=right)
    if kind not in _TEXT:
        right = "年报的 .docx、.html、.md、.txt、.xlsx、.json 文件，或案卷 .yaml"
        raise InputProblem("不认识的文件形式", place=Place(path.name), right=right)
    data = file_bytes(path)
    if kind in {".docx", ".xlsx"}:
        from report.readers import office_blocks  # noqa: PLC0415  each form loads what it needs

        return (office_blocks.docx if kind == ".docx" else office_blocks.xlsx)(data, path.name)
    text = decoded(data, path.name)
    if kind in {".html", ".htm"} or re.search(r"<(?:table|html|body)\b", text, re.IGNORECASE):
        from report.readers.html_blocks import html_blocks  # noqa: PLC0415

        return html_blocks(text, lines=kind not in {".html", ".htm"})
    from report.readers.text_blocks import text_blocks  # noqa: PLC0415

    return text_blocks(text)


def file_bytes(path: Path) -> bytes:
    """What is in a file.

    Raises:
        InputProblem: there is no such file, it may not be read, or it is far too long for a report.
    """
    try:
        if path.is_dir():
            raise InputProblem("这是文件夹，不是文件", place=Place(str(path)))
        if path.stat().st_size > _MOST_BYTES:
            raise InputProblem("文件太大，不像一份年报", place=Place(path.name), right="只含年报的文件")
        data = path.read_bytes()
    except OSError as why:
        said = "没有这个文件" if isinstance(why, FileNotFoundError) else "系统不让读"
        raise InputProblem(f"文件读不到（{said}）", place=Place(str(path))) from why
    if not data.strip():
        raise InputProblem("文件是空的", place=Place(path.name), right="一份年报；可能没有传完，请重新要一份")
    return data


def decoded(data: bytes, name: str) -> str:
    """The text of a file in any of the encodings Chinese web pages and editors use.

    Raises:
        InputProblem: it is in none of them.
    """
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    raise InputProblem("文字编码认不出", place=Place(name), right="另存为 UTF-8 编码后再核对")
