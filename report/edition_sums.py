"""What a table of an edition file adds up: totals, named sums, the balance of its two sides."""

from collections.abc import Iterable

from report.cell_forms import SumForm
from report.edition_part import TablePart, unknown
from report.form import Balance


class SumPart(TablePart, frozen=True):
    """Resolves the totals and sums of one table."""

    def parts(self, locals_: list[str], row_ids: list[str]) -> dict[str, tuple[str, ...]]:
        """Computed cell → its parts, ids without table. A total column takes precedence over a total row."""
        parts: dict[str, tuple[str, ...]] = {}
        columns = list(self.shape.columns)
        for index, total in enumerate(self.shape.totals):
            at = f"{self.at}.totals[{index}]"
            kind = next((ids for ids in (row_ids, columns, locals_) if total.of in ids), None)
            if kind is None:
                raise unknown(self.source, f"{at}.of", total.of, [*row_ids, *columns])
            self.check_ids(f"{at}.parts", total.parts, kind)
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

    def sums(self, locals_: list[str], row_ids: list[str]) -> tuple[SumForm, ...]:
        """The named sums (``T3.S3``), per column and over all, with the cells they add."""
        found: dict[str, SumForm] = {}

        def add(local: str, label: str, parts: Iterable[str]) -> None:
            found[local] = SumForm(self.full(local), label, tuple(self.full(part) for part in parts))

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
            self.check_ids(f"{at}.rows", shape.rows, row_ids)
            self.check_ids(f"{at}.columns", shape.columns, self.shape.columns)
            self.check_ids(f"{at}.cells", shape.cells, locals_)
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

    def balance(self) -> Balance | None:
        """The two sides that must agree, in the form's own words; None for a table without one."""
        shape = self.shape.balance
        if shape is None:
            return None
        known = [total.id for total in self.shape.sums if total.rows]
        for side, name in (("left", shape.left), ("right", shape.right)):
            if name not in known:
                raise unknown(self.source, f"{self.at}.balance.{side}", name, known)
        return Balance(shape.left, shape.right, shape.note)
