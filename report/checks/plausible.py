"""Numbers that may be right but seldom are: the person is asked to look again (official-format 5.1, 5.2, 5.4)."""

from collections.abc import Iterator
from decimal import Decimal

from report.cells import plain
from report.checks.facts import Facts, place_of
from report.checks.finding import Finding, Place
from report.unit import KIND_LABELS

_FEW = 4
"""Below so many requests, a share says nothing."""
_LARGE_FEE = Decimal(100_000)
"""万元; no county bureau takes so much."""
_ROUND_FEE = Decimal(10_000)
_YUAN = Decimal(10_000)
_ROUNDED = Decimal(50)
"""元; 万元 are filled with two decimals."""
_REVIEW_FIRST_SINCE = 2024
"""行政复议法 (2023) art 23(1)(四), in force 2024-01-01."""


def all_carried_over(facts: Facts) -> Iterator[Finding]:
    """T3-DONE, official-format 5.1 (W): nothing was finished although requests had come in."""
    came, done, left = (facts.value(f"T3.{row}.C7") for row in ("IN", "R24", "R25"))
    if came and done == 0 and left == came:
        yield Finding(
            code="T3-DONE",
            severity="warning",
            place=Place(table="T3", row="R24", column="C7"),
            message=f"新收和上年结转共 {plain(came)} 件，本年办结 0 件，全部结转下年度。请核对办理结果是否漏填。",
            found=done,
            cells=facts.figures.sources("T3.R25.C7"),
        )


def much_carried_over(facts: Facts) -> Iterator[Finding]:
    """T3-CARRY, official-format 5.1 (W): more than half of the year's requests are carried over (art 33: 20+20 days)."""
    new, left = facts.value("T3.R01.C7"), facts.value("T3.R25.C7")
    if new is not None and left is not None and new >= _FEW and left * 2 > new:
        yield Finding(
            code="T3-CARRY",
            severity="warning",
            place=Place(table="T3", row="R25", column="C7"),
            message=f"结转下年度 {plain(left)} 件，超过本年新收 {plain(new)} 件的一半。"
            "答复期限是20个工作日，经批准最长再延20个工作日，请核对结转件数。",
            found=left,
            cells=facts.figures.sources("T3.R25.C7"),
        )


def made_but_none_valid(facts: Facts) -> Iterator[Finding]:
    """T2-REP, official-format 5.4 (W): documents were made this year, yet none is valid."""
    for row in ("REG", "NORM"):
        made, valid = facts.value(f"T2.{row}.made"), facts.value(f"T2.{row}.valid")
        if made and valid == 0:
            name = facts.figures.edition.table("T2").row(row).name
            yield Finding(
                code="T2-REP",
                severity="warning",
                place=Place(table="T2", row=row, column="valid"),
                message=f"{name}：本年制发 {plain(made)} 件，现行有效却是 0 件。"
                "现行有效是到12月31日仍然有效的总件数，请核对。",
                found=valid,
                cells=(f"T2.{row}.valid", f"T2.{row}.made"),
            )


def rules_without_power(facts: Facts) -> Iterator[Finding]:
    """T2-REG, official-format 5.4 (W): departments, towns and subdistricts cannot make 规章."""
    if facts.kind not in ("department", "township", "subdistrict"):
        return
    row = facts.figures.edition.table("T2").row("REG")
    filled = [cell for cell in row.cells if facts.value(cell)]
    if filled:
        number = facts.value(filled[0])
        yield Finding(
            code="T2-REG",
            severity="warning",
            place=place_of(facts, filled[0]),
            message=f"规章填了 {plain(number or Decimal(0))} 件，而{KIND_LABELS[facts.kind]}无权制定规章。"
            "请核对是否应填在规范性文件一行。",
            found=number,
            cells=tuple(filled),
        )


def fee_in_yuan(facts: Facts) -> Iterator[Finding]:
    """T2-UNIT, official-format 5.4 (W): a fee so large or so round that it was perhaps typed in 元 instead of 万元."""
    fee = facts.value("T2.FEE")
    if not fee:
        return
    small = facts.kind in ("department", "township", "subdistrict")
    if (small and fee > _LARGE_FEE) or fee % _ROUND_FEE == 0:
        yield Finding(
            code="T2-UNIT",
            severity="warning",
            place=Place(table="T2", row="FEE"),
            message=f"行政事业性收费填的是 {plain(fee)} 万元。单位是万元，是否填成了元？",
            found=fee,
            cells=("T2.FEE",),
        )


def fee_beyond_table_two(facts: Facts) -> Iterator[Finding]:
    """FEE6-T2, official-format 5.4 (W): 信息处理费 is a 行政事业性收费, so table 二 (万元) holds at least what came in (元)."""
    if not facts.figures.edition.has_table("FEE6"):
        return
    received, fees = facts.value("FEE6.received"), facts.value("T2.FEE")
    if received and fees is not None and received - fees * _YUAN > _ROUNDED:
        yield Finding(
            code="FEE6-T2",
            severity="warning",
            place=Place(table="T2", row="FEE"),
            message=f"实收信息处理费 {plain(received)} 元，而表二的行政事业性收费是 {plain(fees)} 万元。"
            "信息处理费也算行政事业性收费，请核对是否漏算。",
            found=fees,
            cells=("T2.FEE", "FEE6.received"),
        )


def suits_without_review(facts: Facts) -> Iterator[Finding]:
    """T4-2024, official-format 5.2 (I): since 2024 a refusal must be reviewed before it can be sued over."""
    direct = facts.value("T4.W5")
    if facts.year >= _REVIEW_FIRST_SINCE and direct:
        yield Finding(
            code="T4-2024",
            severity="info",
            place=Place(table="T4", column="W5"),
            message=f"未经复议直接起诉 {plain(direct)} 件。2024年起，对不予公开不服的须先申请行政复议，请核对。",
            found=direct,
            cells=facts.figures.sources("T4.W5"),
        )


def suits_after_no_review(facts: Facts) -> Iterator[Finding]:
    """T4-XV, official-format 5.2 (W): suits after review, with no review this year or last."""
    after, now, before = facts.value("T4.X5"), facts.value("T4.V5"), facts.value_before("T4.V5")
    if after and now == 0 and before == 0:
        yield Finding(
            code="T4-XV",
            severity="warning",
            place=Place(table="T4", column="X5"),
            message=f"复议后起诉 {plain(after)} 件，但本年和上年的行政复议都是 0 件。请核对。",
            found=after,
            cells=(*facts.figures.sources("T4.X5"), *facts.figures.sources("T4.V5")),
        )
