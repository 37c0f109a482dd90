"""Word and Excel files as blocks, read from their XML: what is printed, nothing of layout.

One decision: the files come from anybody. A document type is refused before the parser sees it, and what unpacks to more
than an annual report could hold is not unpacked.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from report.problem import InputProblem, Place
from report.readers.blocks import Block

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MOST_BYTES = 80_000_000


def docx(data: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a Word document.

    Raises:
        InputProblem: it is not one.
    """
    with _opened(data, name) as archive:
        body = _part(archive, "word/document.xml", name).find(f"{_W}body")
    return tuple(_word_blocks(body)) if body is not None else ()


def xlsx(data: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a workbook, sheet by sheet; every row up to its last filled cell.

    Raises:
        InputProblem: it is not one.
    """
    with _opened(data, name) as archive:
        names = set(archive.namelist())
        strings: list[str] = []
        if "xl/sharedStrings.xml" in names:
            shared = _part(archive, "xl/sharedStrings.xml", name)
            strings = [
                "".join(text.text or "" for text in item.iter(f"{_S}t")) for item in shared.iter(f"{_S}si")
            ]
        sheets = sorted(part for part in names if re.fullmatch(r"xl/worksheets/sheet[0-9]+\.xml", part))
        return tuple(
            block for sheet in sheets for block in _sheet_blocks(_part(archive, sheet, name), strings)
        )


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile as why:
        right = "在 Word 或 WPS 里打开，另存一份再核对"
        raise InputProblem(
            "文件打不开，可能坏了，或者不是它的名字说的那种文件", place=Place(name), right=right
        ) from why
    if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
        raise InputProblem("文件太大，不像一份年报", place=Place(name), right="只含年报的文件")
    return archive


def _part(archive: zipfile.ZipFile, part: str, name: str) -> ET.Element:
    try:
        data = archive.read(part)
        if b"<!DOCTYPE" in data:
            raise InputProblem(
                "文件里有不该有的内容", place=Place(name), right="在 Word 或 WPS 里另存一份再核对"
            )
        return ET.fromstring(data)  # noqa: S314  no document type, so no entities
    except (
        KeyError,
        ET.ParseError,
        zipfile.BadZipFile,
        RuntimeError,
        NotImplementedError,
        zlib.error,
        EOFError,
    ) as why:
        raise InputProblem(
            "文件打不开，可能坏了、加了密码，或者不是它的名字说的那种文件",
            place=Place(name), right="在 Word 或 WPS 里打开，另存一份再核对",
        ) from why  # fmt: skip


def _word_blocks(parent: ET.Element) -> Iterator[Block]:
    for node in parent:
        if node.tag == f"{_W}p":
            if text := _words(node):
                yield Block(text)
        elif node.tag == f"{_W}tbl":
            for row in node.iter(f"{_W}tr"):
                yield from _row(row)
        elif node.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag"}:
            yield from _word_blocks(node)


def _row(row: ET.Element) -> Iterator[Block]:
    for cell in row.findall(f"{_W}tc"):
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val", "continue") == "continue":
            continue  # it goes on from the row above
        yield Block("".join(filter(None, map(_words, cell.iter(f"{_W}p")))), cell=True)


def _words(paragraph: ET.Element) -> str:
    """What a paragraph prints: deleted text and field codes left out."""
    text = "".join(
        " " if node.tag == f"{_W}tab" else node.text or ""
        for node in paragraph.iter()
        if node.tag in {f"{_W}t", f"{_W}tab"}
    )
    return " ".join(text.replace("\u3000", " ").replace("\u00a0", " ").split())


def _sheet_blocks(sheet: ET.Element, strings: list[str]) -> Iterator[Block]:
    for row in sheet.iter(f"{_S}row"):
        for cell in row.findall(f"{_S}c"):
            value = cell.find(f"{_S}v")
            if cell.get("t") == "inlineStr":
                text = "".join(node.text or "" for node in cell.iter(f"{_S}t"))
            elif value is None or value.text is None:
                continue
            elif cell.get("t") == "s":
                text = _shared(strings, value.text)
            else:
                text = re.sub(r"\.0\Z", "", value.text)
            if text.strip():
                yield Block(" ".join(text.split()), cell=True)


def _shared(strings: list[str], number: str) -> str:
    """A text that several cells share; empty where the file names one that is not there."""
    return strings[int(number)] if number.isdigit() and int(number) < len(strings) else ""
