"""Totals that were given are held against the computed ones, and every number against its kind.

Computed totals cannot be wrong, so T3-SUM, T3-ROW and T4-V/W/X arise only where a total was typed or read
(official-format 5.1, 5.2: H2, arithmetic of what is called 总计).
"""

from collections.abc import Iterator

from report.cells import plain
from report.checks.facts import Facts, place_of
from report.checks.finding import Finding

_INTEGER_CODES = {"T2": "T2-INT", "T3": "T3-INT", "T4": "T4-INT"}


def given_totals(facts: Facts) -> Iterator[Finding]:
    """T3-SUM, T3-ROW, T4-V, T4-W, T4-X, official-format 5.1 and 5.2 (H2): a total equals the sum of its parts."""
    edition = facts.figures.edition
    for cell_id, given in facts.given_totals.items():
        computed = facts.value(cell_id)
        if cell_id not in edition.cell_ids or computed is None or computed == given:
            continue
        cell = edition.cell(cell_id)
        code, subject = _subject(facts, cell_id)
        yield Finding(
            code=code,
            severity="error",
            place=place_of(facts, cell_id),
            message=f"{subject}填的是 {plain(given)}，{_parts_name(code)}相加是 {plain(computed)}，"
            f"相差 {plain(abs(given - computed))}。请核对各分项和总计。",
            expected=computed,
            found=given,
            cells=cell.parts,
        )


def _subject(facts: Facts, cell_id: str) -> tuple[str, str]:
    """The rule's code, and how its message begins."""
    cell = facts.figures.edition.cell(cell_id)
    if cell.table == "T4":
        row = facts.figures.edition.table("T4").row(cell.row)
        return f"T4-{cell.row}", f"{row.name}：总计"
    if cell.row == "R24":
        return "T3-SUM", f"{cell.column_label}列：“{facts.name('R24')}”"
    return "T3-ROW", f"“{facts.name(cell.row)}”行：总计"


def _parts_name(code: str) -> str:
    return {"T3-SUM": "各项办理结果", "T3-ROW": "各类申请人"}.get(code, "前四项")


def whole_numbers(facts: Facts) -> Iterator[Finding]:
    """T2-INT, T3-INT, T4-INT, official-format 5.1, 5.2, 5.4 (H2): counts are integers, and no number is below zero."""
    for cell in facts.figures.edition.cells:
        number = facts.value(cell.id) if cell.asked else None
        if number is None or cell.table not in _INTEGER_CODES:
            continue
        fraction = cell.kind != "decimal" and number != number.to_integral_value()
        if not fraction and (number >= 0 or cell.kind == "signed"):
            continue
        right = {"integer": " 0 或正整数", "signed": "整数", "decimal": " 0 或正数"}[cell.kind]
        yield Finding(
            code=_INTEGER_CODES[cell.table],
            severity="error",
            place=place_of(facts, cell.id),
            message=f"{cell.label}填的是 {plain(number)}，应为{right}。",
            found=number,
            cells=(cell.id,),
        )
