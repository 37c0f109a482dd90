"""The case file: everything the contract allows is read, everything else is answered in one sentence."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.edition import edition_ids, load_edition
from report.problem import InputProblem
from report.readers.case_file import CaseFile, case_of, read_case
from report.shorthand import expand
from report.yamlfile import parse_yaml

UNIT = "unit: {name: 某县民政局, kind: department}\n"
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "cases"


def case(text: str) -> CaseFile:
    return case_of(parse_yaml(text, name="a.yaml"))


@pytest.mark.parametrize("edition_id", edition_ids())
@given(st.data())
def test_rows_in_shorthand_come_back_as_cells(edition_id: str, data: st.DataObject) -> None:
    """Rows of six numbers are cells C1 to C6; a null stays unknown; a seventh number is a total apart."""
    edition = load_edition(edition_id)
    numbers = st.one_of(st.none(), st.integers(0, 10**6))
    rows = data.draw(
        st.dictionaries(
            st.sampled_from([row.id for row in edition.table("T3").rows if row.id != "R24"]),
            st.lists(numbers, min_size=6, max_size=7),
        )
    )
    given_ = expand(edition, "T3", rows)
    expected = {
        f"T3.{row}.C{index}": Decimal(number)
        for row, items in rows.items()
        for index, number in enumerate(items, start=1)
        if number is not None
    }

    assert expected == {**given_.cells.numbers, **given_.totals}
    assert all(cell.endswith(".C7") for cell in given_.totals)


@pytest.mark.parametrize(("edition_id", "count"), [("2019", 22), ("2021", 10)])
def test_zero_fills_every_asked_cell(edition_id: str, count: int) -> None:
    """``T2: 0`` answers every cell that is asked."""
    cells = expand(load_edition(edition_id), "T2", 0).cells

    assert count == len(cells.numbers)
    assert set(cells.numbers.values()) == {Decimal(0)}


def test_the_rest_is_zero_but_null_is_unknown() -> None:
    """``rest: 0`` answers what is not mentioned; what is mentioned as null stays open."""
    cells = expand(load_edition("2021"), "T2", {"LIC": None, "NORM.made": 1, "rest": 0}).cells

    assert (None, Decimal(1), Decimal(0)) == tuple(
        cells.get(f"T2.{cell}") for cell in ("LIC", "NORM.made", "PEN")
    )


def test_totals_are_kept_apart() -> None:
    """Totals given in any of their forms are for comparison only."""
    edition = load_edition("2021")
    table3 = expand(edition, "T3", {"R01": [3, 0, 0, 0, 0, 0, 4], "R24": [3, 0, 0, 0, 0, 0]})
    table4 = expand(edition, "T4", {"V": [1, 0, 0, 0, 2], "W5": 7})

    assert {"T3.R01.C7", *(f"T3.R24.C{index}" for index in range(1, 7))} == set(table3.totals)
    assert table4.totals == {"T4.V5": Decimal(2), "T4.W5": Decimal(7)}
    assert "T4.V5" not in table4.cells.numbers


@pytest.mark.parametrize(
    ("typed", "number", "unit"), [("251000元", "251000", "元"), ("12.5万元", "12.5", "万元"), (0, "0", "")]
)
def test_the_amount_of_purchases_keeps_its_unit(typed: object, number: str, unit: str) -> None:
    """采购总金额 is kept in the unit it was typed in."""
    cells = expand(load_edition("2019"), "T2", {"BUY.amount": typed}).cells

    assert (Decimal(number), unit) == (cells.numbers["T2.BUY.amount"], cells.units.get("T2.BUY.amount", ""))


def test_changes_may_be_negative() -> None:
    """本年增/减 is the one kind of cell below zero."""
    assert expand(load_edition("2019"), "T2", {"LIC.delta": -2}).cells.numbers == {
        "T2.LIC.delta": Decimal(-2)
    }


def test_notes_are_lines() -> None:
    """A text with several lines, a list, and an empty field: one line each, empty fields left out."""
    notes = case(
        UNIT
        + "year: 2024\nnotes:\n  主动公开: |\n    全年124条\n\n    官网119条\n  监督保障: [三审三校, 业务培训]\n  平台建设:\n"
    ).notes

    assert notes == {"主动公开": ("全年124条", "官网119条"), "监督保障": ("三审三校", "业务培训")}


def test_what_is_optional_may_be_missing() -> None:
    """Unit and year are enough; the short name is derived."""
    read = case(UNIT + "year: 2026\n")

    assert (read.unit.short, read.last_year, dict(read.notes), dict(read.cells.numbers)) == (
        "我局",
        None,
        {},
        {},
    )
    assert read.notice.startswith("2026年度报告暂按2021版格式")


def test_last_year_is_read_by_its_own_edition() -> None:
    """The 2020 numbers of a 2021 report have the ids of 2019; zeros of a table the form lacks are no mistake."""
    read = case(
        UNIT + "year: 2021\nlast_year: {tables: {T2: {NORM.total: 4}, FEE6: 0}, problems: [人手少]}\n"
    )

    assert read.last_year is not None
    assert (dict(read.last_year.cells.numbers), read.last_year.problems) == (
        {"T2.NORM.total": Decimal(4)},
        ("人手少",),
    )


MISTAKES = [
    ("T3: {R1: [1, 2, 3, 4, 5, 6]}", "第4行第8列：不认识的编号“R1”。应为：是不是“R01”。"),
    ("T2: {norm.made: 1}", "第4行第8列：不认识的编号“norm.made”。应为：是不是“NORM.made”。"),
    ("T2: {NORM.new: 1}", "第4行第8列：2021版格式的 T2 里没有“NORM.new”。应为：是不是“NORM.made”。"),
    (
        "T3: {R01: [1, 2, 3]}",
        "第4行第13列：“R01”写了 3 个数。应为：[…] 里按顺序写 6 个数（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他），或者连总计共 7 个。",
    ),
    (
        "T4: {V: [1, 2, 3, 4, 5, 6]}",
        "第4行第11列：“V”写了 6 个数。应为：[…] 里按顺序写 4 个数（结果维持、结果纠正、其他结果、尚未审结），或者连总计共 5 个。",
    ),
    (
        "T3: {R01: [3件, 0, 0, 0, 0, 0]}",
        "第4行第14列：“表三 一、本年新收政府信息公开申请数量（自然人）”的“3件”不是数字。应为：0 或正整数，只写数字，如 3。",
    ),
    (
        "T2: {LIC: -3}",
        "第4行第13列：“表二 行政许可（本年处理决定数量）”的 -3 小于零。应为：0 或正整数，只写数字，如 3。",
    ),
    (
        "T2: {LIC: 3.5}",
        "第4行第13列：“表二 行政许可（本年处理决定数量）”的 3.5 不是整数。应为：0 或正整数，只写数字，如 3。",
    ),
    (
        "T2: {LIC: true}",
        "第4行第13列：“表二 行政许可（本年处理决定数量）”的“true”不是数字。应为：0 或正整数，只写数字，如 3。",
    ),
    (
        "T2: {FEE: 3元}",
        "第4行第13列：“表二 行政事业性收费（本年收费金额（单位：万元））”的“3元”不是数字。应为：0 或正数，单位万元，只写数字，如 12.5。",
    ),
    ("T3: 5", "第4行第7列：T3 的值不对。应为：0（全为零），或 {R01: [0, 0, 0, 0, 0, 0], rest: 0}。"),
    ("T2: {rest: 1}", "第4行第14列：rest 不能是“1”。应为：0，意思是其余各格都是零。"),
    ("T5: 0", "第4行第3列：不认识的表“T5”。应为：只能用：T2、T3、T4、FEE6。"),
]


@pytest.mark.parametrize(("line", "sentence"), MISTAKES)
def test_a_wrong_number_is_answered_in_one_sentence(line: str, sentence: str) -> None:
    """The sentence names file, line, column, the cell in the form's words, and the right form."""
    with pytest.raises(InputProblem) as caught:
        case(f"{UNIT}year: 2024\ntables:\n  {line}\n")

    assert f"a.yaml {sentence}" == str(caught.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "a.yaml：文件里没有案例。应为：至少有 unit: 和 year: 两项。"),
        (
            UNIT + "year: 1890\n",
            "a.yaml 第2行第7列：年份“1890”没有对应的报告格式。应为：2019 至 2099 之间的四位数年份，如 2024。",
        ),
        (UNIT + "year: 24年\n", "a.yaml 第2行第7列：年份“24年”读不懂。应为：四位数字，如 2024。"),
        (
            "unit: {name: 某局, kind: bureau}\nyear: 2024\n",
            "a.yaml 第1行第24列：单位类别“bureau”不认识。应为：department（县级以上政府部门）、township（乡镇政府）、subdistrict（街道办事处）、government（县级以上人民政府）、ministry（国务院部门）之一。",
        ),
        (
            UNIT + "year: 2024\nnotes: {主动公开情况: 全年124条}\n",
            "a.yaml 第3行第9列：不认识的名称“主动公开情况”。应为：是不是“主动公开”。",
        ),
        (
            UNIT + "year: 2024\nlast_year: {file: a.docx}\n",
            "a.yaml 第3行第19列：没有找到去年的年报“a.docx”。应为：文件名，和案卷放在一个文件夹里，如 去年年报.docx。",
        ),
        (
            UNIT + "year: 2020\ntables: {FEE6: {received: 3}}\n",
            "a.yaml 第3行第10列：2019版格式（试行）没有 FEE6。应为：删去这一项，要说明的写进 notes 的“其他事项”。",
        ),
        (
            UNIT + "year: 2020\ntables: {T2: {BUY.amount: 3}}\n",
            "a.yaml 第3行第27列：“表二 政府集中采购（采购总金额）”的 3 没有单位。应为：数字加单位，如 251000元 或 25.1万元。",
        ),
    ],
)
def test_a_wrong_case_is_answered_in_one_sentence(text: str, sentence: str) -> None:
    """Every mistake of the file outside its tables says where it stands and what would be right."""
    with pytest.raises(InputProblem) as caught:
        case(text)

    assert sentence == str(caught.value)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared cases are not on this machine")
def test_every_gold_case_is_read() -> None:
    """The case files written by hand are read without complaint, tables complete."""
    for path in sorted((SHARED / "gold").glob("*.case.yaml")):
        read = read_case(path)
        assert read.cells.numbers, path.name
        assert read.notes, path.name
