"""From an edition file to an `Edition`: lay out the grids, name the cells, resolve totals and sums.

One decision: everything a schema cannot say is said here, with file, line and the right form, before any number is
computed. A wrong edition file therefore never yields a report.
"""

from collections.abc import Mapping, Sequence

from report.cell_forms import CellForm, ColumnForm, RowForm
from report.edition_file import CellShape, EditionShape, RowShape
from report.edition_grid import GridPart, Spot
from report.edition_part import TablePart, split_id, unknown
from report.edition_sums import SumPart
from report.form import Basis, Edition, SectionForm, TableForm, Years
from report.yamlfile import YamlFile, convert


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
            raise unknown(source, f"{at}.section", table.section, numerals)
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


class _TableBuilder(TablePart, frozen=True):
    """Builds one table."""

    def build(self) -> TableForm:
        grids = GridPart(self.source, self.at, self.shape)
        adding = SumPart(self.source, self.at, self.shape)
        grid = grids.grid()
        spots = grids.spots(grid)
        locals_ = [spot.local for spot in spots]
        row_ids = list(dict.fromkeys(split_id(local)[0] for local in locals_))
        self.check_known("rows", self.shape.rows, row_ids)
        self.check_known("cells", self.shape.cells, locals_)
        for row_id in row_ids:
            if row_id not in self.shape.rows:
                raise self.source.problem(
                    f"rows 里缺“{row_id}”", f"{self.at}.rows", f"补上“{row_id}: {{help: …}}”"
                )
        parts = adding.parts(locals_, row_ids)
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
            sums=adding.sums(locals_, row_ids),
            balance=adding.balance(),
        )

    def _columns(self, spots: list[Spot]) -> tuple[ColumnForm, ...]:
        found: dict[str, ColumnForm] = {}
        for spot in spots:
            column = split_id(spot.local)[1]
            if column in self.shape.columns and column not in found:
                found[column] = ColumnForm(column, spot.above[-1] if spot.above else "", spot.above)
        return tuple(found.values())

    def _rows_and_cells(
        self, spots: list[Spot], row_ids: list[str], parts: Mapping[str, tuple[str, ...]]
    ) -> tuple[tuple[RowForm, ...], tuple[CellForm, ...]]:
        rows: list[RowForm] = []
        cells: dict[str, CellForm] = {}
        for row_id in row_ids:
            mine = [spot for spot in spots if split_id(spot.local)[0] == row_id]
            shared = _common_prefix([spot.above for spot in mine]) if not mine[0].left else ()
            path = shared or (*mine[0].band, *mine[0].left)
            name = "·".join(shared) or "·".join(mine[0].left[1:] or mine[0].left)
            about = convert(self.source, RowShape, self.shape.rows[row_id], f"{self.at}.rows.{row_id}")
            ids = tuple(self.full(spot.local) for spot in mine)
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
            id=self.full(local),
            table=self.shape.id,
            row=row.id,
            column=split_id(local)[1],
            kind=about.kind,
            parts=tuple(self.full(part) for part in parts.get(local, ())),
            label=label,
            column_label=column_label,
            units=about.units,
            articles=row.articles,
            help=about.help or row.help,
        )


def _common_prefix(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    shared: list[str] = []
    for labels in zip(*(path[:-1] for path in paths), strict=False):
        if any(label != labels[0] for label in labels):
            break
        shared.append(labels[0])
    return tuple(shared)
