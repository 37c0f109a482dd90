"""The rules on tables: silent on what is right, and word for word on what is not."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from report.cells import Cells
from report.checks.finding import Finding
from report.checks.gaps import gap_sentences, unanswered
from report.checks.rules import check_tables, missing_cells
from report.edition import load_edition
from report.last_year import LastYear
from report.readers.case_file import case_of
from report.tables import compute
from report.unit import Unit
from report.yamlfile import parse_yaml
from tests.report.samples import SUQIAN_2023, SUQIAN_2024, asked, every_number, totals

REPORTS = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "reports"
CITY = Unit("宿迁市人民政府", "我市", "government")


def found(
    tables: str, last_year: str = "", year: int = 2023, kind: str = "department"
) -> tuple[Finding, ...]:
    """Findings of a case with these tables."""
    text = f"unit: {{name: 某县民政局, kind: {kind}}}\nyear: {year}\ntables: {tables}\n"
    case = case_of(
        parse_yaml(text + (f"last_year: {{tables: {last_year}}}\n" if last_year else ""), name="a.yaml")
    )
    return check_tables(
        compute(case.edition, case.cells), case.given_totals, case.last_year, case.unit, case.year
    )


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.severity, finding.message) for finding in findings]


BALANCE = [
    (
        "{R01: [4, 0, 0, 0, 0, 0], R03: [3, 0, 0, 0, 0, 0], rest: 0}",
        "自然人列：第一项加第二项 4，第三项加第四项 3，相差 1。可能漏填“四、结转下年度继续办理”，或有一件未计入办理结果。",
    ),
    (
        "{R01: [7, 0, 0, 0, 0, 0], R03: [3, 0, 0, 0, 0, 0], R25: [1, 0, 0, 0, 0, 0], rest: 0}",
        "自然人列：第一项加第二项 7，第三项加第四项 4，相差 3。可能“四、结转下年度继续办理”少计，或有 3 件未计入办理结果。",
    ),
    (
        "{R01: [4, 0, 0, 0, 0, 0], R02: [2, 0, 0, 0, 0, 0], R03: [4, 0, 0, 0, 0, 0], rest: 0}",
        "自然人列：第一项加第二项 6，第三项加第四项 4，相差 2。差数正好等于“二、上年结转政府信息公开申请数量”，可能上年结转的申请没有计入办理结果。",
    ),
    (
        "{R01: [4, 0, 0, 0, 0, 0], R04: [2, 0, 0, 0, 0, 0], R08: [4, 0, 0, 0, 0, 0], rest: 0}",
        "自然人列：第一项加第二项 4，第三项加第四项 6，相差 2。差数正好等于“（二）部分公开”，可能部分公开的申请又在其他情形里重复计了；区分处理的，只计部分公开。",
    ),
    (
        "{R01: [4, 0, 0, 0, 0, 0], R03: [4, 0, 0, 0, 0, 0], R25: [2, 0, 0, 0, 0, 0], rest: 0}",
        "自然人列：第一项加第二项 4，第三项加第四项 6，相差 2。差数正好等于“四、结转下年度继续办理”，可能结转的申请又计入了办理结果，或漏填“二、上年结转政府信息公开申请数量”。",
    ),
    (
        "{R01: [4, 0, 0, 0, 0, 0], R03: [5, 0, 0, 0, 0, 0], rest: 0}",
        "自然人列：第一项加第二项 4，第三项加第四项 5，相差 1。可能漏填“二、上年结转政府信息公开申请数量”，或有一件重复计入办理结果。",
    ),
    (
        "{R01: [4, 0, 0, 0, 0, 0], R02: [1, 0, 0, 0, 0, 0], R03: [7, 0, 0, 0, 0, 0], rest: 0}",
        "自然人列：第一项加第二项 5，第三项加第四项 7，相差 2。可能有 2 件重复计入办理结果；一份申请只计一种办理结果。",
    ),
]


@pytest.mark.parametrize(("table", "message"), BALANCE)
def test_an_unbalanced_column_names_both_sides_and_the_likely_cause(table: str, message: str) -> None:
    """T3-BAL says both sums, the difference, and what the difference suggests."""
    assert said(found(f"{{T3: {table}}}")) == [("T3-BAL", "error", message)]


def test_a_row_in_the_wrong_column_is_recognised() -> None:
    """Two columns off by the same number: the row with that number is named at both."""
    findings = found(
        "{T3: {R01: [3, 2, 0, 0, 0, 0], R03: [1, 2, 0, 0, 0, 0], R13: [0, 2, 0, 0, 0, 0], rest: 0}}"
    )
    cause = "“（一）予以公开”在商业企业列填的正好是 2，可能应填在自然人列。"

    assert said(findings) == [
        ("T3-BAL", "error", f"自然人列：第一项加第二项 3，第三项加第四项 1，相差 2。{cause}"),
        ("T3-BAL", "error", f"商业企业列：第一项加第二项 2，第三项加第四项 4，相差 2。{cause}"),
    ]


def test_last_years_carry_over_explains_a_difference() -> None:
    """What last year carried over and this year forgot is said in T3-BAL and as Y-CARRY."""
    findings = found(
        "{T3: {R01: [4, 0, 0, 0, 0, 0], R03: [6, 0, 0, 0, 0, 0], rest: 0}}", "{T3: {R25: [2, 0, 0, 0, 0, 0]}}"
    )

    assert said(findings) == [
        (
            "T3-BAL",
            "error",
            "自然人列：第一项加第二项 4，第三项加第四项 6，相差 2。上年报告结转了 2 件，可能漏填“二、上年结转政府信息公开申请数量”。",
        ),
        (
            "Y-CARRY",
            "error",
            "自然人列：“二、上年结转政府信息公开申请数量”填的是 0，上年报告的“四、结转下年度继续办理”是 2，两者应当相等。请核对；确有原因的，在报告里说明。",
        ),
    ]


def test_a_column_without_requests_is_reported_once() -> None:
    """T3-ZERO stands at the column and replaces T3-BAL there."""
    (finding,) = found("{T3: {R03: [0, 1, 0, 0, 0, 0], R13: [0, 2, 0, 0, 0, 0], rest: 0}}")

    assert (finding.code, finding.place.as_json()) == ("T3-ZERO", {"table": "T3", "column": "C2"})
    assert finding.message == (
        "商业企业列：没有新收也没有上年结转的申请，第三项加第四项却有 3（“（一）予以公开”1，“（四）无法提供·1.本机关不掌握相关政府信息”2）。"
        "请补上收到的件数，或把这一列改为 0。"
    )


def test_given_totals_are_compared() -> None:
    """T3-SUM, T3-ROW and T4-V name the given and the computed number; nothing is replaced."""
    findings = found(
        "{T3: {R01: [4, 0, 0, 0, 0, 0, 5], R03: [4, 0, 0, 0, 0, 0], R24: [3, 0, 0, 0, 0, 0, 4], rest: 0}, "
        "T4: {V: [10, 1, 0, 0, 0], rest: 0}}"
    )

    assert said(findings) == [
        (
            "T3-ROW",
            "error",
            "“一、本年新收政府信息公开申请数量”行：总计填的是 5，各类申请人相加是 4，相差 1。请核对各分项和总计。",
        ),
        (
            "T3-SUM",
            "error",
            "自然人列：“（七）总计”填的是 3，各项办理结果相加是 4，相差 1。请核对各分项和总计。",
        ),
        ("T4-V", "error", "行政复议：总计填的是 0，前四项相加是 11，相差 11。请核对各分项和总计。"),
    ]
    assert [finding.place.as_json() for finding in findings] == [
        {"table": "T3", "row": "R01", "column": "C7"},
        {"table": "T3", "row": "R24", "column": "C1"},
        {"table": "T4", "column": "V5"},
    ]


PLAUSIBLE = [
    (
        "{T3: {R01: [3, 0, 0, 0, 0, 0], R25: [3, 0, 0, 0, 0, 0], rest: 0}}",
        "T3-DONE",
        "新收和上年结转共 3 件，本年办结 0 件，全部结转下年度。请核对办理结果是否漏填。",
    ),
    (
        "{T3: {R01: [27, 0, 0, 0, 0, 0], R02: [5, 0, 0, 0, 0, 0], R03: [15, 0, 0, 0, 0, 0], R25: [17, 0, 0, 0, 0, 0], rest: 0}}",
        "T3-CARRY",
        "结转下年度 17 件，超过本年新收 27 件的一半。答复期限是20个工作日，经批准最长再延20个工作日，请核对结转件数。",
    ),
    (
        "{T2: {NORM.made: 2, rest: 0}}",
        "T2-REP",
        "行政规范性文件：本年制发 2 件，现行有效却是 0 件。现行有效是到12月31日仍然有效的总件数，请核对。",
    ),
    (
        "{T2: {REG.valid: 2, rest: 0}}",
        "T2-REG",
        "规章填了 2 件，而县级以上政府部门无权制定规章。请核对是否应填在规范性文件一行。",
    ),
    (
        "{T2: {FEE: 251000.5, rest: 0}}",
        "T2-UNIT",
        "行政事业性收费填的是 251000.5 万元。单位是万元，是否填成了元？",
    ),
]


@pytest.mark.parametrize(("tables", "code", "message"), PLAUSIBLE)
def test_implausible_numbers_are_asked_about(tables: str, code: str, message: str) -> None:
    """Plausibility rules warn and never block."""
    assert said(found(tables)) == [(code, "warning", message)]


def test_suits_without_review() -> None:
    """Since 2024 direct suits are pointed out, as information; suits after no review are a warning."""
    tables = "{T4: {W: [1, 0, 0, 0], X: [0, 1, 0, 0], rest: 0}}"

    assert said(found(tables, "{T4: 0}", year=2024)) == [
        ("T4-XV", "warning", "复议后起诉 1 件，但本年和上年的行政复议都是 0 件。请核对。"),
        ("T4-2024", "info", "未经复议直接起诉 1 件。2024年起，对不予公开不服的须先申请行政复议，请核对。"),
    ]
    assert found(tables, year=2023) == ()


def test_a_fee_for_information_is_in_table_two_as_well() -> None:
    """Received 元 are held against 万元, rounding allowed; before 2021 there is nothing to hold."""
    got = "{T2: {FEE: %s, rest: 0}, FEE6: {notices: 1, notified: 320, received: 320}}"

    assert said(found(got % "0")) == [
        (
            "FEE6-T2",
            "warning",
            "实收信息处理费 320 元，而表二的行政事业性收费是 0 万元。信息处理费也算行政事业性收费，请核对是否漏算。",
        )
    ]
    assert found(got % "0.03") == ()
    assert found(got % "1.2") == ()


def test_the_stock_of_documents_is_carried_on() -> None:
    """Y-NORM states the sum it expected; across the change of format it says nothing."""
    tables = "{T2: {NORM.made: 77, NORM.repealed: 132, NORM.valid: 470, rest: 0}}"

    assert said(found(tables, "{T2: {NORM.valid: 698}}")) == [
        (
            "Y-NORM",
            "warning",
            "行政规范性文件：上年现行有效 698 件，加本年制发 77 件，减本年废止 132 件，得 643 件，填的是 470 件，相差 173。因清理等原因调整的，在报告里说明。",
        )
    ]
    assert found(tables, "{T2: {NORM.total: 698}}", year=2021) == ()


def test_negative_and_broken_counts() -> None:
    """Numbers that reach the tables from elsewhere are held to their kind."""
    edition = load_edition("2021")
    figures = compute(
        edition, Cells({"T2.LIC": Decimal(-1), "T4.V1": Decimal("0.5"), "T2.FEE": Decimal("0.5")})
    )

    assert said(check_tables(figures)) == [
        ("T2-INT", "error", "表二 行政许可（本年处理决定数量）填的是 -1，应为 0 或正整数。"),
        ("T4-INT", "error", "表四 行政复议（结果维持）填的是 0.5，应为 0 或正整数。"),
    ]


def test_real_reports_pass() -> None:
    """宿迁 2024, held against 宿迁 2023, keeps every rule; direct suits are pointed out."""
    now, before = every_number(SUQIAN_2024), every_number(SUQIAN_2023)
    figures = compute(load_edition("2021"), asked(now))
    findings = check_tables(figures, totals(now), LastYear(cells=asked(before)), CITY, 2024)

    assert [(finding.code, finding.severity) for finding in findings] == [("T4-2024", "info")]


def test_unknown_numbers_raise_nothing() -> None:
    """Rules are silent where a number is missing; what is missing is said apart."""
    figures = compute(load_edition("2021"), Cells({"T3.R01.C1": Decimal(3), "T4.V1": Decimal(0)}))

    assert check_tables(figures) == ()
    assert missing_cells(figures) == (("表二", 10), ("表三", 143), ("表四", 11), ("信息处理费", 3))
    assert len(unanswered(figures)) == 167
    assert gap_sentences(figures)[:2] == (
        "表二没有填写。",
        "表三“一、本年新收政府信息公开申请数量”缺：商业企业、科研机构、社会公益组织、法律服务机构、其他。",
    )


def test_findings_as_the_contract_prints_them() -> None:
    """The JSON of a finding has the contract's keys, and numbers as numbers."""
    (finding,) = found("{T3: {R01: [4, 0, 0, 0, 0, 0], R03: [3, 0, 0, 0, 0, 0], rest: 0}}")

    assert finding.as_json("a.yaml") == {
        "file": "a.yaml",
        "code": "T3-BAL",
        "severity": "error",
        "place": {"table": "T3", "row": "R24", "column": "C1"},
        "message": BALANCE[0][1],
        "expected": 4,
        "found": 3,
    }


def _published() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(REPORTS.glob("0*.json")) if REPORTS.is_dir() else ():
        yield path.stem, json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the shared reports are not on this machine")
@pytest.mark.parametrize(
    ("stem", "codes"),
    [
        ("001", []),
        ("002", []),
        ("003", ["T4-V", "T4-X"]),
        ("004", []),
        ("011", []),
        ("012", []),
        ("013", []),
        ("016", []),
        ("017", []),
    ],
)
def test_published_reports_break_the_rules_they_are_known_to_break(stem: str, codes: list[str]) -> None:
    """Of the real reports, only the one with wrong totals in table 四 has errors."""
    report = dict(_published())[stem]
    old = report["format"] == "2019" or "other" in report["table3"]
    edition = load_edition("2019" if old else "2021")
    numbers = {
        cell: Decimal(str(number))
        for row, columns in zip(edition.table("T3").rows, report["table3"].values(), strict=True)
        for cell, number in zip(row.cells, columns.values(), strict=True)
        if number is not None
    }
    numbers |= {
        cell.id: Decimal(str(number))
        for cell, number in zip(edition.table("T4").cells, report["table4"].values(), strict=True)
        if number is not None
    }
    findings = check_tables(compute(edition, asked(numbers, edition)), totals(numbers, edition))

    assert codes == [finding.code for finding in findings if finding.severity == "error"]
