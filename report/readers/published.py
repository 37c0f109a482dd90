"""A report as it was published or handed in, read from a file of any program: its sections, its tables, whose it is.

One decision: reading never fails on what is in the report. What is missing or altered is for the checks to tell
(`report.checks.published`); only a file that is no annual report at all is refused.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from report.edition import Edition, edition_for, load_edition
from report.lazily import pattern
from report.problem import InputProblem, Place
from report.readers.blocks import Block, file_bytes, read_blocks
from report.readers.published_tables import ReadTables, edition_marked, plain_label, read_tables
from report.tables import Figures, compute
from report.unit import UnitKind, guess_kind

_HEADING = pattern(r"[^\w]*([一二三四五六七八九])[、.．:：]?\s*(.+)")
_CORES = {"一": "总体情况", "二": "主动公开", "三": "申请", "四": "复议", "五": "问题", "六": "其他需要"}
"""Words by which a section's heading is known, however the rest of it is worded."""
_LONGEST_HEADING = 40
_TITLE = pattern(
    r"(?P<unit>.*?)(?P<year>20[0-9]{2})年?度?(?P<again>20[0-9]{2}年度?)?政府信息公开(?:工作)?(?P<kind>年度报告|年报|工作报告)"
)
_TITLE_PLACE = 30
"""The title stands among the first blocks: menus of a web page may stand before it."""


class Heading(msgspec.Struct, frozen=True):
    """A section's heading as it stands in the report."""

    numeral: str
    title: str


class Published(msgspec.Struct, frozen=True):
    """One report, read."""

    name: str
    unit: str
    """As the title gives it; empty where there is no title."""
    kind: UnitKind | None
    year: int | None
    title: str
    """The title as it stands; empty where there is none."""
    form: str
    """The edition whose table two stands in it (``2019``, ``2021``); empty where there is none."""
    edition: Edition
    """The edition it was read by: that of its tables, else that of its year."""
    opening: tuple[str, ...]
    headings: tuple[Heading, ...]
    """In the order in which they stand."""
    sections: Mapping[str, tuple[str, ...]]
    """Numeral → paragraphs, tables left out."""
    tables: ReadTables

    @property
    def figures(self) -> Figures:
        """The numbers, with their totals computed."""
        return compute(self.edition, self.tables.cells)


def read_published(path: Path) -> Published:
    """Read a report from a file (md, html, docx, txt, xlsx, or json as this program writes it).

    Raises:
        InputProblem: it cannot be read, or nothing in it is of an annual report.
    """
    if path.suffix.lower() == ".json":
        return _written_as_json(path)
    blocks = read_blocks(path)
    marked = edition_marked(blocks)
    opening, headings, sections = _sections(blocks)
    title, unit, year = _title(blocks)
    year = year or _year_of_period(blocks)
    edition = load_edition(marked) if marked else edition_for(year or _NEWEST)[0]
    tables = read_tables(blocks, edition)
    if len(sections) < 2 and len(tables.missing) == 3:
        raise InputProblem(
            "看不出这是一份年度报告：六个部分的标题和三张表都没有找到",
            place=Place(path.name),
            right="一份政府信息公开工作年度报告",
        )
    kind = guess_kind(unit) if unit else None
    return Published(path.name, unit, kind, year, title, marked, edition, opening, headings, sections, tables)


def _written_as_json(path: Path) -> Published:
    from report.readers.document_json import read_document_json, tables_of  # noqa: PLC0415  few hand one in

    given = read_document_json(file_bytes(path), path.name)
    unit, title = given.unit.name, "".join(given.title)
    return Published(
        path.name, unit, guess_kind(unit) if unit else None, given.year, title, given.edition,
        load_edition(given.edition), tuple(each.text for each in given.opening),
        tuple(Heading(each.numeral, each.title) for each in given.sections),
        {each.numeral: tuple(one.text for one in each.paragraphs) for each in given.sections},
        tables_of(given, path.name),
    )  # fmt: skip


_NEWEST = 2021
"""A report without a year and without tables is read by the present form."""


def _sections(
    blocks: Sequence[Block],
) -> tuple[tuple[str, ...], tuple[Heading, ...], dict[str, tuple[str, ...]]]:
    opening: list[str] = []
    headings: list[Heading] = []
    texts: dict[str, list[str]] = {}
    current = opening
    for block in blocks:
        found = None if block.cell else _heading(block.text)
        if found and found[0].numeral not in texts:
            heading, rest = found
            headings.append(heading)
            current = texts.setdefault(heading.numeral, [])
            if rest:
                current.append(rest)
        elif block.text and not block.cell:
            current.append(block.text)
    return tuple(opening), tuple(headings), {numeral: tuple(lines) for numeral, lines in texts.items()}


def _heading(text: str) -> tuple[Heading, str] | None:
    """A section's heading, and the text that stands in the same paragraph."""
    found = _HEADING.match(text)
    core = _CORES.get(found[1], "") if found else ""
    if not found or not core or core not in plain_label(found[2]):
        return None
    numeral, title = found[1], found[2].strip()
    if len(title) <= _LONGEST_HEADING and not title.endswith(("。", "；")):
        return Heading(numeral, title), ""
    for section in load_edition("2021").sections:
        if section.numeral == numeral and title.startswith(section.title):
            return Heading(numeral, section.title), title.removeprefix(section.title).lstrip(" 。:：")
    return None


def _title(blocks: Sequence[Block]) -> tuple[str, str, int | None]:
    """Title, unit and year; a title of two lines is put together."""
    before = ""
    for block in blocks[:_TITLE_PLACE]:
        text = re.sub(r"\s+", "", block.text)
        if _heading(block.text):
            break
        if found := _TITLE.search(text):
            if len(text) > 80 and not text.startswith(found["unit"] + found["year"]):
                continue
            unit = re.sub(r"\A.*[>＞》|]", "", found["unit"]) or before
            shown = found.group(0) if found["unit"] else before + found.group(0)
            return shown, unit.strip("关于《"), int(found["year"])
        before = text if len(text) < 30 else ""
    return "", "", None


def _year_of_period(blocks: Sequence[Block]) -> int | None:
    """The year the report's period names, else the year it speaks of most."""
    text = "".join(block.text for block in blocks if not block.cell)
    if period := re.search(r"(20[0-9]{2})年1月1日", text):
        return int(period[1])
    years = Counter(re.findall(r"(20[0-9]{2})年", text))
    return int(years.most_common(1)[0][0]) if years else None
