"""The numbers of a published report, found again by the form's own labels.

One decision: a row counts when exactly as many numbers follow its label as the form has cells there. With one too few or
too many nobody can say which is which, so the row is unknown and said so; nothing is shifted, nothing is taken for 0.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from report.cells import Cells
from report.form import Edition, TableForm
from report.lazily import pattern
from report.readers.blocks import Block

_NUMBER = pattern(r"(-?[0-9]+(?:\.[0-9]+)?)(件|项|次|宗|亿元|万元|元)?\Z")
_EMPTY = frozenset({"", "/", "-", "—", "——", "－", "–", "无", "\\", "、"})
_SHORT = 4
"""A label without its numbering is only looked for from this length on (其他, 总计 stand everywhere)."""
_NUMBERING = pattern(r"[一二三四五六七0-9]")


class Unread(msgspec.Struct, frozen=True):
    """A place of a table whose numbers could not be taken."""

    table: str
    row: str
    column: str
    what: str
    """What stands there instead, as a part of a Chinese sentence (``是空的``, ``读到 6 个数，应有 7 个``)."""


class ReadTables(msgspec.Struct, frozen=True):
    """The tables of a report as far as they could be read."""

    cells: Cells
    totals: Mapping[str, Decimal]
    """Printed totals, to be held against the computed ones."""
    unread: tuple[Unread, ...]
    missing: tuple[str, ...]
    """Ids of tables of which nothing was found."""


def plain_label(text: str) -> str:
    """A label without marks, blanks and widths, for comparing."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def edition_marked(blocks: Sequence[Block]) -> str:
    """Which edition's table two stands in the report (``2019`` or ``2021``), or empty (official-format 2.5)."""
    text = plain_label("".join(block.text for block in blocks))
    if "本年新制作数量" in text or "本年新公开数量" in text:
        return "2019"
    return "2021" if "本年制发件数" in text or "本年处理决定数量" in text else ""


def read_tables(blocks: Sequence[Block], edition: Edition) -> ReadTables:
    """The numbers of the three tables."""
    first, last, ended = _bounds(blocks)
    found: dict[str, list[str | None]] = {}
    found |= _rows(blocks[:first], edition.table("T2"), keep_on=True)
    found |= _rows(blocks[first:last], edition.table("T3"), keep_on=False)
    reader = _Reader(edition)
    for table in ("T2", "T3"):
        for row in edition.table(table).rows:
            reader.take(table, row.id, row.cells, found.get(f"{table}.{row.id}"))
    _single_row_six(reader, blocks[first:last])
    fourth = [cell.id for cell in edition.table("T4").cells]
    reader.take("T4", "", fourth, _fourth(blocks[last:ended], len(fourth)))
    return reader.done()


def _bounds(blocks: Sequence[Block]) -> tuple[int, int, int]:
    """Where table three begins, where it ends, and where section five begins."""
    labels = [plain_label(block.text) for block in blocks]
    size = len(labels)
    first = next(
        (at for at, label in enumerate(labels) if label.endswith("本年新收政府信息公开申请数量")), -1
    )
    carried = next(
        (at for at, label in enumerate(labels) if at > first and label.endswith("结转下年度继续办理")), -1
    )
    fourth = re.compile(r"四.{0,14}行政.{0,6}复议.*情况")
    if first < 0:
        first = next((at for at, label in enumerate(labels) if re.match(r"三收到和处理", label)), size)
    if carried < 0:
        last = next((at for at, label in enumerate(labels) if at >= first and fourth.match(label)), size)
    else:
        last = carried + 1
        while last < size and _number(blocks[last].text) is not _LABEL:
            last += 1
    ended = next(
        (at for at, label in enumerate(labels) if at >= last and re.match(r"五.{0,12}问题", label)), size
    )
    return first, last, ended


_LABEL = object()
"""A text that is neither a number nor the sign of an empty cell."""


def _number(text: str) -> str | object | None:
    """The number as it is written, None for an empty cell, `_LABEL` for anything else."""
    bare = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    if bare in _EMPTY or text.strip() in _EMPTY:
        return None
    return bare if _NUMBER.match(bare) else _LABEL


def _rows(blocks: Iterable[Block], table: TableForm, *, keep_on: bool) -> dict[str, list[str | None]]:
    """Row id (``T3.R01``) → what follows its label.

    Args:
        blocks: Where the table stands.
        table: Its form.
        keep_on: Labels that are none of a row's may stand between a row's label and its numbers (table two).
    """
    aliases = _aliases(table)
    found: dict[str, list[str | None]] = {}
    current = ""
    for block in blocks:
        number = _number(block.text)
        if isinstance(number, str) or number is None:
            if current and (block.cell or number is not None):
                found[current].append(number if isinstance(number, str) else None)
            continue
        row = _row_of(plain_label(block.text), aliases)
        if row and row != current and found.get(row):
            row = ""  # the label once more, in the text below
        if row:
            current = row
            found.setdefault(current, [])
        elif not keep_on or not block.cell:
            current = ""
    return found


def _aliases(table: TableForm) -> list[tuple[str, str, bool]]:
    """Alias, row, and whether it may end a longer label; the longest first."""
    aliases = []
    for row in table.rows:
        label = plain_label(row.label)
        bare = plain_label(row.label.partition("（区分")[0])
        for alias in {label, bare}:
            aliases.append((alias, f"{table.id}.{row.id}"))
            if len(core := _NUMBERING.sub("", alias[:1]) + alias[1:]) >= _SHORT:
                aliases.append((core, f"{table.id}.{row.id}"))
    return [(alias, row, True) for alias, row in sorted(set(aliases), key=lambda one: (-len(one[0]), one[0]))]


def _row_of(label: str, aliases: Sequence[tuple[str, str, bool]]) -> str:
    for alias, row, _ in aliases:
        if label.endswith(alias) or (row.startswith("T2") and alias in label and len(label) < 40):
            return row
    return ""


def _fourth(blocks: Sequence[Block], wanted: int) -> list[str | None]:
    """What stands in table four: the numbers of its one row, wherever its labels are."""
    start = next((at for at, block in enumerate(blocks) if "复议" in block.text), len(blocks))
    after: list[str | None] = []
    numbers: list[str | None] = []
    for block in blocks[start:]:
        number = _number(block.text)
        if isinstance(number, str):
            after.append(number)
            numbers.append(number)
        elif number is None and block.cell:
            after.append(None)
        elif not block.cell and len(after) >= wanted:
            break
        elif number is _LABEL:
            after = []
    return after if len(after) == wanted else numbers


def _single_row_six(reader: "_Reader", blocks: Sequence[Block]) -> None:
    """（六）其他处理 in one row, as the older form had it: where it is all 0, its three rows are 0."""
    if reader.edition.id != "2021" or any(f"T3.{row}.C1" in reader.numbers for row in ("R21", "R22", "R23")):
        return
    run: list[str | None] | None = None
    for block in blocks:
        number = _number(block.text)
        if run is not None and (isinstance(number, str) or number is None):
            run.append(number if isinstance(number, str) else None)
        elif run:
            break
        else:
            run = [] if plain_label(block.text).endswith("六其他处理") else None
    if run and len(run) == 7 and all(number == "0" for number in run):
        reader.zeros(("R21", "R22", "R23"))


class _Reader:
    """Takes rows, and keeps what they are."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.numbers: dict[str, Decimal] = {}
        self._units: dict[str, str] = {}
        self._totals: dict[str, Decimal] = {}
        self._unread: list[Unread] = []
        self._seen: set[str] = set()

    def take(self, table: str, row: str, cells: Sequence[str], given: Sequence[str | None] | None) -> None:
        """One row: as many values as cells, or it is unread."""
        if not given:
            self._unread.append(Unread(table, row, "", "没有找到"))
            return
        self._seen.add(table)
        values = list(given)
        while len(values) > len(cells) and values[0] is None:
            values.pop(0)
        while len(values) > len(cells) and values[-1] is None:
            values.pop()
        if len(values) != len(cells):
            what = f"读到 {len(values)} 个数，应有 {len(cells)} 个"
            self._unread.append(Unread(table, row, "", what))
            return
        for cell, value in zip(cells, values, strict=True):
            self._keep(cell, value)

    def zeros(self, rows: Iterable[str]) -> None:
        """Rows of table three that are known to be 0."""
        for row in rows:
            self._unread = [one for one in self._unread if one.row != row]
            for cell in self.edition.table("T3").row(row).cells:
                self._keep(cell, "0")

    def done(self) -> ReadTables:
        """What was read; a table of which nothing was found is named once."""
        missing = tuple(table for table in ("T2", "T3", "T4") if table not in self._seen)
        unread = tuple(one for one in self._unread if one.table not in missing)
        return ReadTables(Cells(self.numbers, self._units), self._totals, unread, missing)

    def _keep(self, cell_id: str, value: str | None) -> None:
        form = self.edition.cell(cell_id)
        if value is None:
            if form.asked:
                self._unread.append(Unread(form.table, form.row, form.column, "是空的"))
            return
        found = _NUMBER.match(value)
        number, unit = (Decimal(found[1]), found[2] or "") if found else (Decimal(0), "")
        if not form.asked:
            self._totals[cell_id] = number
            return
        self.numbers[cell_id] = number
        if unit in form.units and len(form.units) > 1:
            self._units[cell_id] = unit
