"""A published report against the form: its tables by their rules, its sections, and what its text says of the tables.

One decision: what could be right stays a warning. The text is only held against the tables where the words leave no
choice which cell they mean (official-format 5.6); a number of another scope is the reader's to judge.
"""

import re
from collections.abc import Iterator

from report.checks.finding import Finding, Place
from report.checks.prose import against_tables
from report.checks.rules import check_tables
from report.edition import edition_for, load_edition
from report.last_year import LastYear
from report.lazily import pattern
from report.problem import InputProblem
from report.readers.published import Published
from report.unit import Unit, derive_short

_PLACEHOLDER = pattern(r"\?{3,}|？{3,}|[X×]{2,}[县市局镇年月]|【待[补核]|（此处|\{\{|�")
_FEE_SINCE = 2021


def check_published(report: Published, last_year: LastYear | None = None) -> tuple[Finding, ...]:
    """Everything that can be said of a report that was read, and of what changed since last year's if that is given."""
    name, kind = report.unit, report.kind
    unit = Unit(name, derive_short(name, kind), kind) if kind else None
    tables = check_tables(report.figures, report.tables.totals, last_year, unit, report.year)
    return (*_form(report), *tables, *_unread(report), *_prose(report))


def _form(report: Published) -> Iterator[Finding]:
    """E01, E02, E08, E19, E34 of official-format 6: the form's edition, its parts, its title, the fee, remains of a draft."""
    if report.form and report.year and (wanted := _edition_of(report.year)) not in {"", report.form}:
        yield Finding(
            "E01", "error", Place(table="T2"),
            f"{report.year}年度应当用{load_edition(wanted).name}，表二却是{load_edition(report.form).name}的。",
        )  # fmt: skip
    untitled: list[str] = []
    for section in report.edition.sections:
        if section.numeral in report.sections:
            continue
        place = Place(section=section.numeral)
        tables = [
            table.id for table in report.edition.tables if table.section == section.numeral and table.grid
        ]
        if tables and not set(tables) & set(report.tables.missing):
            untitled.append(section.heading)
        else:
            yield Finding("E02", "error", place, f"没有找到“{section.heading}”这一部分。")
    if untitled:  # a text file loses them all at once: that is one thing to look at
        headings = "".join(f"“{heading}”" for heading in untitled)
        yield Finding("E37", "warning", Place(section=untitled[0][0]), f"表在，标题{headings}没有找到。")
    for table in report.tables.missing:
        form = report.edition.table(table)
        yield Finding(
            "E02", "error", Place(table=table, section=form.section),
            f"没有找到{form.name}的数；表格如果是图片，程序读不出来。",
        )  # fmt: skip
    if not report.title:
        yield Finding("E08", "warning", Place(), "没有找到写明单位和年度的标题。")
    sixth = report.sections.get("六")
    if sixth is not None and (report.year or 0) >= _FEE_SINCE and "费" not in "".join(sixth):
        yield Finding("E19", "warning", Place(section="六"), "第六部分没有说明信息处理费，没有收取也要写明。")
    for numeral, text in _texts(report):
        if found := _PLACEHOLDER.search(text):
            yield Finding(
                "E34",
                "warning",
                Place(section=numeral, text=found.group()),
                f"留有“{found.group()}”，像是没有写完。",
            )


def _edition_of(year: int) -> str:
    try:
        return edition_for(year)[0].id
    except InputProblem:
        return ""


def _unread(report: Published) -> Iterator[Finding]:
    """Cells that are empty (T3-BLANK), and rows whose numbers cannot be told apart."""
    for one in report.tables.unread:
        table = report.edition.table(one.table)
        label = f"{table.name}“{table.row(one.row).name}”" if one.row else table.name
        column = next((f"（{each.label}）" for each in table.columns if each.id == one.column), "")
        place = Place(table=one.table, row=one.row, column=one.column)
        if one.what == "是空的":
            yield Finding("T3-BLANK" if one.table == "T3" else f"{one.table}-BLANK", "warning", place,
                          f"{label}{column}是空的，没有的填 0。")  # fmt: skip
        else:
            yield Finding(f"{one.table}-READ", "unknown", place, f"{label}{one.what}，请对照原件核对。")


def _texts(report: Published) -> Iterator[tuple[str, str]]:
    yield "", "".join(report.opening)
    for numeral, lines in report.sections.items():
        yield numeral, "".join(lines)


def _prose(report: Published) -> Iterator[Finding]:
    """N-T3, N-T4: what section one says of requests, reviews and suits against the tables."""
    for line in report.sections.get("一", ()):
        yield from against_tables(re.sub(r"\s", "", line), report.figures, Place(section="一"))
