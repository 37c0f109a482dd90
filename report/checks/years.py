"""This year's tables held against last year's (official-format 5.5)."""

from collections.abc import Iterator

from report.cells import plain
from report.checks.facts import Facts
from report.checks.finding import Finding, Place


def carried_over(facts: Facts) -> Iterator[Finding]:
    """Y-CARRY, official-format 5.5 (error): what last year carried over is what this year took over, per column."""
    reported = False
    columns = (*facts.asked_columns, facts.figures.edition.table("T3").columns[-1])
    for column in columns:
        cell = f"T3.R02.{column.id}"
        now, before = facts.value(cell), facts.value_before(f"T3.R25.{column.id}")
        total = column is columns[-1]
        if now is None or before is None or now == before or (total and reported):
            continue
        reported = True
        yield Finding(
            code="Y-CARRY",
            severity="error",
            place=Place(table="T3", row="R02", column=column.id),
            message=f"{column.label}列：“{facts.name('R02')}”填的是 {plain(now)}，"
            f"上年报告的“{facts.name('R25')}”是 {plain(before)}，两者应当相等。请核对；确有原因的，在报告里说明。",
            expected=before,
            found=now,
            cells=facts.figures.sources(cell),
        )


def stock_of_documents(facts: Facts) -> Iterator[Finding]:
    """Y-REG and Y-NORM, official-format 5.5 (W): valid = valid last year + made − repealed; a clean-up may break it.

    Years whose predecessor used another edition have no such figure (Y-F): last year's id is unknown there.
    """
    for row in ("REG", "NORM"):
        before = facts.value_before(f"T2.{row}.valid")
        made, repealed, valid = (
            facts.value(f"T2.{row}.{column}") for column in ("made", "repealed", "valid")
        )
        if before is None or made is None or repealed is None or valid is None:
            continue
        expected = before + made - repealed
        if expected != valid:
            name = facts.figures.edition.table("T2").row(row).name
            yield Finding(
                code=f"Y-{row}",
                severity="warning",
                place=Place(table="T2", row=row, column="valid"),
                message=f"{name}：上年现行有效 {plain(before)} 件，加本年制发 {plain(made)} 件，"
                f"减本年废止 {plain(repealed)} 件，得 {plain(expected)} 件，填的是 {plain(valid)} 件，"
                f"相差 {plain(abs(expected - valid))}。因清理等原因调整的，在报告里说明。",
                expected=expected,
                found=valid,
                cells=(f"T2.{row}.valid", f"T2.{row}.made", f"T2.{row}.repealed"),
            )
