"""The case file: everything one unit would say, in one YAML file (contract, section 2).

One decision: reading is all or nothing. Either every value of the file is understood, or the one sentence of the
`InputProblem` says which line is not, and what would be right.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from report.cells import Cells
from report.document import NOTE_FIELDS, PARAGRAPHS
from report.edition import Edition, edition_for
from report.last_year import LastYear, last_year_edition
from report.lazily import pattern
from report.numerals import half_width
from report.problem import InputProblem, Place
from report.readers.case_shape import NAMES, CaseShape, ContactShape, EditShape, LastYearShape, UnitShape
from report.shorthand import Given, expand
from report.unit import KIND_LABELS, UNIT_KINDS, Contact, Unit, UnitKind, derive_short
from report.yamlfile import YamlFile, convert, parse_yaml, read_text
from report.yamlslips import first_slip

CASE_ENDINGS = (".yaml", ".yml")
_NO_CASES = frozenset({".docx", ".doc", ".wps", ".html", ".htm", ".md", ".xlsx", ".xls", ".pdf"})


class CaseEdit(msgspec.Struct, frozen=True):
    """What a person wrote over a paragraph, and the generated text they had before them."""

    base: str
    text: str


class CaseFile(msgspec.Struct, frozen=True):
    """One case, read and checked."""

    unit: Unit
    year: int
    edition: Edition
    notice: str
    """What to know about the edition for this year, or empty (`report.edition.edition_for`)."""
    cells: Cells
    given_totals: Mapping[str, Decimal]
    """Totals that the file gives; compared with the computed ones, never used in their stead."""
    last_year: LastYear | None
    guiding: bool | None
    """Whether the text names the guiding thought (``guiding: true``); None where the file does not say."""
    notes: Mapping[str, tuple[str, ...]]
    """Field (one of `NOTE_FIELDS`) → lines as typed; fields without any text are left out."""
    edited: Mapping[str, CaseEdit] = msgspec.field(default_factory=dict)
    """Paragraph id (`report.document.Paragraph.id`) → what was written over it."""
    checked: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Mark → the sentence of what somebody looked at and left as it is (``assistant.drafting.mark_of``)."""


_MARK = pattern("[0-9a-f]{12}")


def read_case(path: Path, *, name: str | None = None, with_last_year: bool = True) -> CaseFile:
    """Read one case file.

    Args:
        path: The file.
        name: What messages call it; its file name by default.
        with_last_year: False leaves out what it says of the year before.

    Raises:
        InputProblem: the file cannot be read, or something in it is not valid.
    """
    if path.suffix.lower() in _NO_CASES:
        right = "案卷文件（.yaml）；写好的年报用 nianbao check 核对"
        raise InputProblem("这不是案卷", place=Place(name or path.name), right=right)
    text, shown = read_text(path, name=name), name or path.name
    if slip := first_slip(text, NAMES):
        raise slip.problem(shown)
    try:
        return case_of(parse_yaml(text, name=shown), path.parent, with_last_year=with_last_year)
    except InputProblem as why:
        if slip := first_slip(text, NAMES, broken=True):
            raise slip.problem(shown) from why
        raise


def case_of(source: YamlFile, folder: Path = Path(), *, with_last_year: bool = True) -> CaseFile:
    """Check a case that has been parsed already.

    Args:
        source: The case.
        folder: Where the file that it names for last year is looked for.
        with_last_year: As in `read_case`.
    """
    if not isinstance(source.data, dict):
        raise source.problem("文件里没有案例", right="至少有 unit: 和 year: 两项")
    shape = convert(source, CaseShape)
    year = _year(source, shape.year)
    try:
        edition, notice = edition_for(year)
    except InputProblem as why:
        raise source.problem(why.what, "$.year", why.right) from why
    given = _tables(source, shape.tables, edition, "$.tables")
    return CaseFile(
        unit=_unit(source, shape.unit),
        year=year,
        edition=edition,
        notice=notice,
        cells=given.cells,
        given_totals=given.totals,
        last_year=_last_year(source, shape.last_year, year, folder) if with_last_year else None,
        guiding=shape.guiding,
        notes=_notes(source, shape.notes or {}),
        edited=_edited(source, shape.edited or {}),
        checked=_checked(source, shape.checked or {}),
    )


def _year(source: YamlFile, given: int | str) -> int:
    """The year; people also write it full-width, in quotes, or with its 年."""
    if isinstance(given, int):
        return given
    if found := re.fullmatch(r"([0-9]{4})\s*(?:年|年度)?", half_width(given.strip())):
        return int(found[1])
    raise source.problem(f"年份“{given}”读不懂", "$.year", "四位数字，如 2024")


def _unit(source: YamlFile, shape: UnitShape) -> Unit:
    name = shape.name.strip()
    if not name:
        raise source.problem("单位名称是空的", "$.unit.name", "单位全称，与印章一致，如 忠县扶贫开发办公室")
    if shape.kind not in UNIT_KINDS:
        guess = get_close_matches(shape.kind, UNIT_KINDS, n=1)
        kinds = "、".join(f"{kind}（{label}）" for kind, label in KIND_LABELS.items())
        ask = f"，是不是“{guess[0]}”" if guess else ""
        raise source.problem(f"单位类别“{shape.kind}”不认识{ask}", "$.unit.kind", f"{kinds}之一")
    kind: UnitKind = shape.kind
    contact = shape.contact or ContactShape()
    return Unit(
        name=name,
        short=(shape.short or "").strip() or derive_short(name, kind),
        kind=kind,
        superiors=_lines(shape.superiors),
        contact=Contact(
            address=_text(contact.address),
            postcode=_text(contact.postcode),
            phone=_text(contact.phone),
            website=_text(contact.website),
        ),
    )


def _text(value: str | int | None) -> str:
    return "" if value is None else str(value).strip()


def _lines(value: list[str] | str | None) -> tuple[str, ...]:
    """Every line of a text, or of every item of a list, that holds anything."""
    items = [value] if isinstance(value, str) else value or []
    return tuple(line.strip() for item in items for line in item.splitlines() if line.strip())


def _tables(source: YamlFile, tables: Mapping[str, Any] | None, edition: Edition, at: str) -> Given:
    numbers: dict[str, Decimal] = {}
    units: dict[str, str] = {}
    totals: dict[str, Decimal] = {}
    for table_id, value in (tables or {}).items():
        given = expand(edition, table_id, value, source, f"{at}.{table_id}")
        numbers |= given.cells.numbers
        units |= given.cells.units
        totals |= given.totals
    return Given(Cells(numbers, units), totals)


def _last_year(source: YamlFile, shape: LastYearShape | None, year: int, folder: Path) -> LastYear | None:
    """What is written out goes before what stands in the file that is named."""
    if shape is None:
        return None
    read = _last_year_file(source, folder / shape.file, year) if shape.file else LastYear()
    given = _tables(source, shape.tables, last_year_edition(year), "$.last_year.tables")
    cells = Cells({**read.cells.numbers, **given.cells.numbers}, {**read.cells.units, **given.cells.units})
    totals = {**read.given_totals, **given.totals}
    return LastYear(cells, _lines(shape.problems) or read.problems, given_totals=totals)


def _last_year_file(source: YamlFile, path: Path, year: int) -> LastYear:
    from report.readers.last_year_file import read_last_year  # noqa: PLC0415  few cases name a file

    if not path.is_file():
        what, right = f"没有找到去年的年报“{path.name}”", "文件名，和案卷放在一个文件夹里，如 去年年报.docx"
        raise source.problem(what, "$.last_year.file", right)
    read = read_last_year(path)
    if read.year not in {None, year - 1}:
        what = f"“{path.name}”是{read.year}年度的"
        raise source.problem(what, "$.last_year.file", f"上一年（{year - 1}年度）的年报")
    return read.report


def _notes(source: YamlFile, notes: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for field_name, value in notes.items():
        at = f"$.notes.{field_name}"
        if field_name not in NOTE_FIELDS:
            guess = get_close_matches(field_name, NOTE_FIELDS, n=1, cutoff=0.4)
            right = f"是不是“{guess[0]}”" if guess else "只能用：" + "、".join(NOTE_FIELDS)
            raise source.problem(f"不认识的名称“{field_name}”", f"{at}#", right)
        items = value if isinstance(value, list) else [value]
        for index, item in enumerate(items):
            if not isinstance(item, str | int | Decimal | None) or isinstance(item, bool):
                where = f"{at}[{index}]" if isinstance(value, list) else at
                raise source.problem(
                    f"“{field_name}”里有一条不是文字",
                    where,
                    "一段文字，或每行一个 - 的列表；文字里有冒号的加引号",
                )
        if lines := _lines([str(item) for item in items if item is not None]):
            found[field_name] = lines
    return {name: found[name] for name in NOTE_FIELDS if name in found}


def _edited(source: YamlFile, shapes: Mapping[str, EditShape]) -> dict[str, CaseEdit]:
    for name in shapes:
        if name not in PARAGRAPHS:
            raise source.problem(
                f"没有“{name}”这一段", f"$.edited.{name}#", f"只能用：{'、'.join(PARAGRAPHS)}"
            )
    return {name: CaseEdit(shape.base.strip(), shape.text.strip()) for name, shape in shapes.items()}


def _checked(source: YamlFile, marks: Mapping[str, str]) -> dict[str, str]:
    for mark in marks:
        if not _MARK.fullmatch(mark):
            right = "程序导出的记号（12 位），不用自己写；不要的整行删去"
            raise source.problem(f"“{mark}”不是核对过的记号", f"$.checked.{mark}#", right)
    return dict(marks)
