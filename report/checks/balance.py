"""The one rule printed in the form: 第一项加第二项之和，等于第三项加第四项之和 (official-format 5.1, T3-BAL and T3-ZERO).

One decision: a column that does not balance is named once, with both sums, the difference and the likeliest cause, so
that the person knows which answer to look at.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from report.cells import plain
from report.checks.facts import ZERO, Facts, cases
from report.checks.finding import Finding, Place
from report.edition import ColumnForm

_NOT_RESULTS = ("R01", "R02", "R24", "R25")


def balance(facts: Facts) -> Iterator[Finding]:
    """T3-BAL, official-format 5.1 (H1): for each column R01 + R02 = R24 + R25; T3-ZERO where nothing came in."""
    differences = _differences(facts)
    for column in facts.asked_columns:
        difference = differences.get(column.id, ZERO)
        if not difference:
            continue
        came = facts.value(f"T3.IN.{column.id}") or ZERO
        went = facts.value(f"T3.OUT.{column.id}") or ZERO
        if came == 0:
            yield _nothing_came(facts, column, went)
            continue
        cause, cells = _cause(facts, column, differences)
        yield Finding(
            code="T3-BAL",
            severity="error",
            place=Place(table="T3", row="R24", column=column.id),
            message=f"{column.label}列：第一项加第二项 {plain(came)}，第三项加第四项 {plain(went)}，"
            f"相差 {plain(abs(difference))}。{cause}",
            expected=came,
            found=went,
            cells=cells,
        )


def _differences(facts: Facts) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = {}
    for column in facts.asked_columns:
        came, went = facts.value(f"T3.IN.{column.id}"), facts.value(f"T3.OUT.{column.id}")
        if came is not None and went is not None:
            found[column.id] = came - went
    return found


def _nothing_came(facts: Facts, column: ColumnForm, went: Decimal) -> Finding:
    rows = [row for row in facts.figures.edition.table("T3").rows if row.id not in ("R01", "R02", "R24")]
    filled = [(row, facts.value(f"T3.{row.id}.{column.id}") or ZERO) for row in rows]
    listed = "，".join(f"“{row.name}”{plain(number)}" for row, number in filled if number)
    return Finding(
        code="T3-ZERO",
        severity="error",
        place=Place(table="T3", column=column.id),
        message=f"{column.label}列：没有新收也没有上年结转的申请，第三项加第四项却有 {plain(went)}（{listed}）。"
        "请补上收到的件数，或把这一列改为 0。",
        expected=ZERO,
        found=went,
        cells=(f"T3.R01.{column.id}", *(f"T3.{row.id}.{column.id}" for row, number in filled if number)),
    )


def _cause(
    facts: Facts, column: ColumnForm, differences: Mapping[str, Decimal]
) -> tuple[str, tuple[str, ...]]:
    """The likeliest cause as a sentence, and the cells to look at."""
    difference = differences[column.id]
    moved = _wrong_column(facts, column, differences)
    if moved:
        return moved
    return (_too_few if difference > 0 else _too_many)(facts, column.id, abs(difference))


def _wrong_column(
    facts: Facts, column: ColumnForm, differences: Mapping[str, Decimal]
) -> tuple[str, tuple[str, ...]] | None:
    """Another column is off by the opposite, and one result row of one of the two is exactly the difference."""
    difference = differences[column.id]
    for other in facts.asked_columns:
        if other.id == column.id or differences.get(other.id, ZERO) != -difference:
            continue
        short, long = (column, other) if difference > 0 else (other, column)
        for row in facts.figures.edition.table("T3").rows:
            cell = f"T3.{row.id}.{long.id}"
            if row.id not in _NOT_RESULTS and facts.value(cell) == abs(difference):
                return (
                    f"“{row.name}”在{long.label}列填的正好是 {plain(abs(difference))}，可能应填在{short.label}列。",
                    (cell, f"T3.{row.id}.{short.id}"),
                )
    return None


def _too_few(facts: Facts, column: str, difference: Decimal) -> tuple[str, tuple[str, ...]]:
    carried_in, carried_out = f"T3.R02.{column}", f"T3.R25.{column}"
    if facts.value(carried_in) == difference:
        return (
            f"差数正好等于“{facts.name('R02')}”，可能上年结转的申请没有计入办理结果。",
            (carried_in, carried_out),
        )
    if facts.value(carried_out) == 0:
        return (
            f"可能漏填“{facts.name('R25')}”，或有{_spaced(difference)}未计入办理结果。",
            (carried_out, f"T3.R01.{column}"),
        )
    return (
        f"可能“{facts.name('R25')}”少计，或有{_spaced(difference)}未计入办理结果。",
        (carried_out, f"T3.R01.{column}"),
    )


def _too_many(facts: Facts, column: str, difference: Decimal) -> tuple[str, tuple[str, ...]]:
    carried_in, partly, carried_out = f"T3.R02.{column}", f"T3.R04.{column}", f"T3.R25.{column}"
    if facts.value_before(carried_out) == difference and facts.value(carried_in) == 0:
        return (
            f"上年报告结转了{_spaced(difference)}，可能漏填“{facts.name('R02')}”。",
            (carried_in, f"T3.R01.{column}"),
        )
    if facts.value(partly) == difference:
        return (
            "差数正好等于“（二）部分公开”，可能部分公开的申请又在其他情形里重复计了；区分处理的，只计部分公开。",
            (partly,),
        )
    if facts.value(carried_out) == difference:
        return (
            f"差数正好等于“{facts.name('R25')}”，可能结转的申请又计入了办理结果，或漏填“{facts.name('R02')}”。",
            (carried_out, carried_in),
        )
    if facts.value(carried_in) == 0:
        return (
            f"可能漏填“{facts.name('R02')}”，或有{_spaced(difference)}重复计入办理结果。",
            (carried_in, f"T3.R01.{column}"),
        )
    return (
        f"可能有{_spaced(difference)}重复计入办理结果；一份申请只计一种办理结果。",
        (f"T3.R01.{column}", carried_in),
    )


def _spaced(number: Decimal) -> str:
    words = cases(number)
    return words if words[0] == "一" else f" {words}"
