"""From an edition file to an `Edition`: lay out the grids, name the cells, resolve totals and sums.

One decision: everything a schema cannot say is said here, with file, line and the right form, before any number is
computed. A wrong edition file therefore never yields a report.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

import msgspec

from report.edition_file import CellShape, EditionShape, GridCellShape, RowShape, TableShape
from report.form import (
    Balance,
    Basis,
    CellForm,
    ColumnForm,
    Edition,
    GridCell,
    RowForm,
    SectionForm,
    SumForm,
    TableForm,
    Years,
)
from report.grid import GridError, Layout, band_above, lay_out, left_labels, upper_labels
from report.problem import InputProblem
from report.yamlfile import YamlFile, convert

_TRAILING_NUMBER = re.compile(r"([A-Z]+)([0-9]+)\Z", re.ASCII)


def build_edition(source: YamlFile) -> Edition:
    """Check one edition file and build the edition.

    Raises:
        InputProblem: the shape is wrong, a grid is not tiled, an id is unknown or used twice.
    """
    shape = convert(source, EditionShape)
    _check_years(source, shape)
    numerals = [section.numeral for section in shape.sections]
    for index, table in enumerate(shape.tables):
        at = f"$.tables[{index}]"
        if table.section not in numerals:
            raise _unknown(source, f"{at}.section", table.section, numerals)
        if table.id in [other.id for other in shape.tables[:index]]:
            raise source.problem(f"表“{table.id}”写了两次", f"{at}.id", "每张表一个名称")
    return Edition(
        id=shape.id,
        name=shape.name,
        basis=Basis(shape.basis.notice, shape.basis.title, shape.basis.number, shape.basis.date),
        years=Years(shape.years.first, shape.years.last, shape.years.confirmed_until, shape.years.notice),
        aspects=shape.aspects,
        sections=tuple(SectionForm(part.numeral, part.title, part.articles) for part in shape.sections),
        tables=tuple(
            _TableBuilder(source, f"$.tables[{index}]", table).build()
            for index, table in enumerate(shape.tables)
        ),
    )


def _check_years(source: YamlFile, shape: EditionShape) -> None:
    years = shape.years
    if years.last is not None and years.last < years.first:
        raise source.problem(
            f"last（{years.last}）早于 first（{years.first}）", "$.years.last", "不早于 first 的年份，或 null"
        )
    if years.last is None and "{year}" not in years.notice:
        raise source.problem("notice 里没有 {year}", "$.years.notice", "一句提示，年份写作 {year}")


def _unknown(source: YamlFile, path: str, word: str, known: Sequence[str]) -> InputProblem:
    guess = get_close_matches(word, known, n=1)
    right = f"是不是“{guess[0]}”" if guess else "只能用：" + "、".join(known)
    return source.problem(f"不认识的名称“{word}”", path, right)


def split_id(local: str) -> tuple[str, str]:
    """Row and column of a cell id without its table (``R01.C1`` → R01, C1; ``V1`` → V, 1; ``LIC`` → LIC and none)."""
    if "." in local:
        row, _, column = local.partition(".")
        return row, column
    if numbered := _TRAILING_NUMBER.match(local):
        return numbered[1], numbered[2]
    return local, ""


class _Spot(msgspec.Struct, frozen=True):
    """One number of the table being built: its id without the table, and the labels around it."""

    local: str
    left: tuple[str, ...]
    above: tuple[str, ...]
    band: tuple[str, ...]


class _TableBuilder(msgspec.Struct, frozen=True):
    """Builds one table; ``at`` is where it stands in the file."""

    source: YamlFile
    at: str
    shape: TableShape

    def build(self) -> TableForm:
        grid = self._grid()
        spots = self._spots(grid)
        locals_ = [spot.local for spot in spots]
        row_ids = list(dict.fromkeys(split_id(local)[0] for local in locals_))
        self._check_known("rows", self.shape.rows, row_ids)
        self._check_known("cells", self.shape.cells, locals_)
        for row_id in row_ids:
            if row_id not in self.shape.rows:
                raise self.source.problem(
                    f"rows 里缺“{row_id}”", f"{self.at}.rows", f"补上“{row_id}: {{help: …}}”"
                )
        parts = self._parts(locals_, row_ids)
        rows, cells = self._rows_and_cells(spots, row_ids, parts)
        return TableForm(
            id=self.shape.id,
            name=self.shape.name,
            title=self.shape.title,
            section=self.shape.section,
            width=self.shape.width,
            grid=grid,
            rows=rows,
            columns=self._columns(spots),
            cells=cells,
            sums=self._sums(locals_, row_ids),
            balance=self._balance(),
        )

    # -- the grid ------------------------------------------------------------------------------------------------

    def _grid(self) -> tuple[tuple[GridCell, ...], ...]:
        grid = []
        for row, items in enumerate(self.shape.grid):
            cells: list[GridCell] = []
            for index, item in enumerate(items):
                cells += self._grid_cells(item, f"{self.at}.grid[{row}][{index}]")
            grid.append(tuple(cells))
        return tuple(grid)

    def _grid_cells(self, item: str | GridCellShape, at: str) -> list[GridCell]:
        if isinstance(item, GridCellShape):
            if bool(item.text) == bool(item.cell):
                raise self.source.problem(
                    "一格里 text 和 cell 要有且只有一个", at, "{text: 标签} 或 {cell: 编号}"
                )
            if item.rowspan < 1 or item.colspan < 1:
                raise self.source.problem("rowspan、colspan 小于 1", at, "1 以上的整数")
            return [GridCell(item.text, self._full(item.cell), item.rowspan, item.colspan)]
        if not item.startswith("="):
            return [GridCell(text=item)]
        local = item[1:]
        if not local.endswith(".*"):
            return [GridCell(cell=self._full(local))]
        if not self.shape.columns:
            raise self.source.problem(
                f"“{item}”要展开，但这张表没有 columns", at, "补上“columns: [C1, C2, …]”"
            )
        return [GridCell(cell=self._full(f"{local[:-2]}.{column}")) for column in self.shape.columns]

    def _full(self, local: str) -> str:
        return f"{self.shape.id}.{local}" if local else ""

    def _spots(self, grid: tuple[tuple[GridCell, ...], ...]) -> list[_Spot]:
        try:
            layout = lay_out(grid, self.shape.width)
        except GridError as why:
            raise self.source.problem(
                f"{self.shape.name}第{why.row + 1}行：{why.what}", f"{self.at}.grid[{why.row}]", why.right
            ) from why
        spots = [_Spot(item.cell, (item.label,), (), ()) for item in self.shape.fields]
        spots += self._grid_spots(layout)
        seen: set[str] = set()
        for spot in spots:
            if spot.local in seen:
                again = [row for row, cells in enumerate(grid) if self._full(spot.local) in _ids(cells)][-1]
                raise self.source.problem(
                    f"单元格“{spot.local}”出现了两次", f"{self.at}.grid[{again}]", "每个编号只用一次"
                )
            seen.add(spot.local)
        return spots

    def _grid_spots(self, layout: Layout) -> list[_Spot]:
        spots, before = [], None
        for (row, column), cell in sorted(layout.items(), key=lambda item: item[0]):
            if cell.cell and cell is not before:
                spots.append(
                    _Spot(
                        cell.cell.partition(".")[2],
                        tuple(label for label in left_labels(layout, row, column)),
                        upper_labels(layout, row, column, self.shape.width),
                        band_above(layout, row, self.shape.width),
                    )
                )
            before = cell
        return spots

    # -- totals and sums -----------------------------------------------------------------------------------------

    def _check_known(self, part: str, words: Mapping[str, object], known: Sequence[str]) -> None:
        for word in words:
            if word not in known:
                raise _unknown(self.source, f"{self.at}.{part}.{word}#", word, known)

    def _check_ids(self, at: str, words: Iterable[str], known: Sequence[str]) -> None:
        for index, word in enumerate(words):
            if word not in known:
                raise _unknown(self.source, f"{at}[{index}]", word, known)

    def _parts(self, locals_: list[str], row_ids: list[str]) -> dict[str, tuple[str, ...]]:
        """Computed cell → its parts, ids without table. A total column takes precedence over a total row."""
        parts: dict[str, tuple[str, ...]] = {}
        columns = list(self.shape.columns)
        for index, total in enumerate(self.shape.totals):
            at = f"{self.at}.totals[{index}]"
            kind = next((ids for ids in (row_ids, columns, locals_) if total.of in ids), None)
            if kind is None:
                raise _unknown(self.source, f"{at}.of", total.of, [*row_ids, *columns])
            self._check_ids(f"{at}.parts", total.parts, kind)
            if total.of in total.parts:
                raise self.source.problem(f"合计“{total.of}”把自己也加了进去", f"{at}.parts", "只列各分项")
            if kind is row_ids:
                parts |= {
                    f"{total.of}.{column}": tuple(f"{row}.{column}" for row in total.parts)
                    for column in columns
                }
            elif kind is columns:
                parts |= {
                    f"{row}.{total.of}": tuple(f"{row}.{column}" for column in total.parts) for row in row_ids
                }
            else:
                parts[total.of] = total.parts
        return parts

    def _sums(self, locals_: list[str], row_ids: list[str]) -> tuple[SumForm, ...]:
        found: dict[str, SumForm] = {}

        def add(local: str, label: str, parts: Iterable[str]) -> None:
            found[local] = SumForm(self._full(local), label, tuple(self._full(part) for part in parts))

        ranges = [shape.id for shape in self.shape.sums if shape.columns]
        columns = [*self.shape.columns, *ranges]
        for index, shape in enumerate(self.shape.sums):
            at = f"{self.at}.sums[{index}]"
            if shape.id in [*row_ids, *locals_, *found]:
                raise self.source.problem(f"“{shape.id}”已经用过", f"{at}.id", "换一个没有用过的名称")
            if sum(1 for kind in (shape.rows, shape.columns, shape.cells) if kind) != 1:
                raise self.source.problem(
                    "rows、columns、cells 要有且只有一项", at, "写明由哪些行、列或者单元格相加"
                )
            self._check_ids(f"{at}.rows", shape.rows, row_ids)
            self._check_ids(f"{at}.columns", shape.columns, self.shape.columns)
            self._check_ids(f"{at}.cells", shape.cells, locals_)
            label = f"{self.shape.name} {shape.label}"
            if shape.cells:
                add(shape.id, label, shape.cells)
            for row in row_ids if shape.columns else ():
                add(f"{row}.{shape.id}", f"{label}（{row}）", (f"{row}.{column}" for column in shape.columns))
            for column in columns if shape.rows else ():
                add(f"{shape.id}.{column}", label, (f"{row}.{column}" for row in shape.rows))
            if shape.rows:
                add(shape.id, label, (f"{row}.{self.shape.columns[-1]}" for row in shape.rows))
        return tuple(found.values())

    def _balance(self) -> Balance | None:
        shape = self.shape.balance
        if shape is None:
            return None
        known = [total.id for total in self.shape.sums if total.rows]
        for side, name in (("left", shape.left), ("right", shape.right)):
            if name not in known:
                raise _unknown(self.source, f"{self.at}.balance.{side}", name, known)
        return Balance(shape.left, shape.right, shape.note)

    # -- rows, columns, cells ------------------------------------------------------------------------------------

    def _columns(self, spots: list[_Spot]) -> tuple[ColumnForm, ...]:
        found: dict[str, ColumnForm] = {}
        for spot in spots:
            column = split_id(spot.local)[1]
            if column in self.shape.columns and column not in found:
                found[column] = ColumnForm(column, spot.above[-1] if spot.above else "", spot.above)
        return tuple(found.values())

    def _rows_and_cells(
        self, spots: list[_Spot], row_ids: list[str], parts: Mapping[str, tuple[str, ...]]
    ) -> tuple[tuple[RowForm, ...], tuple[CellForm, ...]]:
        rows: list[RowForm] = []
        cells: dict[str, CellForm] = {}
        for row_id in row_ids:
            mine = [spot for spot in spots if split_id(spot.local)[0] == row_id]
            shared = _common_prefix([spot.above for spot in mine]) if not mine[0].left else ()
            path = shared or (*mine[0].band, *mine[0].left)
            name = "·".join(shared) or "·".join(mine[0].left[1:] or mine[0].left)
            about = convert(self.source, RowShape, self.shape.rows[row_id], f"{self.at}.rows.{row_id}")
            ids = tuple(self._full(spot.local) for spot in mine)
            rows.append(RowForm(row_id, path[-1], path, name, about.articles, about.help, ids))
            for spot in mine:
                above = spot.above[len(shared) :]
                cells[spot.local] = self._cell(spot.local, rows[-1], above[-1] if above else "", parts)
        return tuple(rows), tuple(cells[spot.local] for spot in spots)

    def _cell(
        self, local: str, row: RowForm, column_label: str, parts: Mapping[str, tuple[str, ...]]
    ) -> CellForm:
        about = CellShape()
        if local in self.shape.cells:
            about = convert(self.source, CellShape, self.shape.cells[local], f"{self.at}.cells.{local}")
        words = f"（{column_label}）" if column_label else ""
        label = row.name if row.name == self.shape.name else f"{self.shape.name} {row.name}{words}"
        return CellForm(
            id=self._full(local),
            table=self.shape.id,
            row=row.id,
            column=split_id(local)[1],
            kind=about.kind,
            parts=tuple(self._full(part) for part in parts.get(local, ())),
            label=label,
            column_label=column_label,
            units=about.units,
            articles=row.articles,
            help=about.help or row.help,
        )


def _ids(cells: Iterable[GridCell]) -> list[str]:
    return [cell.cell for cell in cells]


def _common_prefix(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    shared: list[str] = []
    for labels in zip(*(path[:-1] for path in paths), strict=False):
        if any(label != labels[0] for label in labels):
            break
        shared.append(labels[0])
    return tuple(shared)
