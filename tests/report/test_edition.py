"""The editions are the form, cell by cell, and a wrong edition file is answered with file, line and the right form."""

from pathlib import Path

import pytest

from report.document import ASPECTS
from report.edition import edition_for, edition_ids, load_edition, read_edition
from report.grid import lay_out
from report.problem import InputProblem

EDITIONS = Path(__file__).resolve().parents[2] / "report" / "editions"


@pytest.mark.parametrize("edition_id", edition_ids())
@pytest.mark.parametrize(("table_id", "width"), [("T2", 4), ("T3", 10), ("T4", 15)])
def test_every_place_of_a_grid_is_covered_once(edition_id: str, table_id: str, width: int) -> None:
    """Spans tile the grid: the areas of all cells add up to rows times columns, and every place has a cell."""
    table = load_edition(edition_id).table(table_id)
    layout = lay_out(table.grid, width)
    area = sum(cell.rowspan * cell.colspan for row in table.grid for cell in row)

    assert width == table.width
    assert len(table.grid) * width == area
    assert {(row, column) for row in range(len(table.grid)) for column in range(width)} == set(layout)


@pytest.mark.parametrize(
    ("edition_id", "table_id", "cells"),
    [
        ("2019", "T2", 22),
        ("2019", "T3", 161),
        ("2019", "T4", 15),
        ("2021", "T2", 10),
        ("2021", "T3", 175),
        ("2021", "T4", 15),
    ],
)
def test_number_of_cells(edition_id: str, table_id: str, cells: int) -> None:
    """Each table has as many numbers as the official form."""
    assert cells == len(load_edition(edition_id).table(table_id).cells)


def test_sections_are_the_six_of_the_form() -> None:
    """Both editions have the same six headings."""
    expected = [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]

    for edition_id in edition_ids():
        assert expected == [section.heading for section in load_edition(edition_id).sections]
        assert load_edition(edition_id).aspects == ASPECTS


@pytest.mark.parametrize(("edition_id", "rowspan", "rows"), [("2019", 20, 23), ("2021", 22, 25)])
def test_results_span(edition_id: str, rowspan: int, rows: int) -> None:
    """三、本年度办理结果 spans 20 rows in 2019 and 22 since 2021."""
    table = load_edition(edition_id).table("T3")
    results = [cell for row in table.grid for cell in row if cell.text == "三、本年度办理结果"]

    assert [rowspan] == [cell.rowspan for cell in results]
    assert rows == len(table.rows)


def test_other_results_are_one_row_in_2019() -> None:
    """（六）其他处理 is a single row in 2019, and three since."""
    old, new = load_edition("2019").table("T3"), load_edition("2021").table("T3")

    assert old.row("R21").label == "（六）其他处理"
    assert {"R22", "R23"}.isdisjoint(row.id for row in old.rows)
    assert new.row("R23").path == ("三、本年度办理结果", "（六）其他处理", "3.其他")


def test_last_cells_of_2019_are_wide() -> None:
    """In items （八） and （九） the last cell of 2019 spans two columns, label and number alike."""
    grid = load_edition("2019").table("T2").grid

    assert [row[-1].colspan for row in (grid[13], grid[14], grid[16], grid[17])] == [2, 2, 2, 2]
    assert [row[-1].text for row in (grid[13], grid[14], grid[16], grid[17])] == [
        "本年增/减",
        "",
        "采购总金额",
        "",
    ]


def test_every_row_has_help() -> None:
    """Every row and every cell of every edition says what belongs into it."""
    for edition_id in edition_ids():
        edition = load_edition(edition_id)
        assert [row.id for table in edition.tables for row in table.rows if not row.help.endswith("。")] == []
        assert [cell.id for cell in edition.cells if not cell.help] == []


def test_articles_stand_beside_the_rows() -> None:
    """Rows cite where they come from; only 其他 and the total have no article."""
    rows = load_edition("2021").table("T3").rows

    assert [row.id for row in rows if not row.articles] == ["R23", "R24"]
    assert rows[3].articles == "第三十七条"


@pytest.mark.parametrize(
    ("year", "edition_id", "notice"),
    [
        (2019, "2019", ""),
        (2020, "2019", ""),
        (2021, "2021", ""),
        (2025, "2021", ""),
        (
            2026,
            "2021",
            "2026年度报告暂按2021版格式（国办公开办函〔2021〕30号）编制；国办如发布新格式，请核对后再用。",
        ),
    ],
)
def test_the_year_picks_the_edition(year: int, edition_id: str, notice: str) -> None:
    """Years after the newest confirmed one take the newest edition, and say so."""
    edition, said = edition_for(year)

    assert (edition_id, notice) == (edition.id, said)


@pytest.mark.parametrize("year", [1890, 2018, 2100, 0])
def test_other_years_are_refused(year: int) -> None:
    """A year without a format is answered with the years that have one."""
    with pytest.raises(InputProblem) as caught:
        edition_for(year)

    assert f"年份“{year}”没有对应的报告格式。应为：2019 至 2099 之间的四位数年份，如 2024。" == str(
        caught.value
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "{text: 三、本年度办理结果, rowspan: 22}",
            "{text: 三、本年度办理结果, rowspan: 21}",
            "wrong.yaml 第93行第9列：表三第27行：这一行占了 9 格。应为：连同上面跨下来的格，正好 10 格。",
        ),
        (
            "{text: 法人或其他组织, colspan: 5}",
            "{text: 法人或其他组织, colspan: 6}",
            "wrong.yaml 第68行第9列：表三第2行：这一行占了 11 格。应为：连同上面跨下来的格，正好 10 格。",
        ),
        (
            "=NORM.valid]",
            "=NORM.made]",
            "wrong.yaml 第33行第9列：单元格“NORM.made”出现了两次。应为：每个编号只用一次。",
        ),
        (
            "{of: V5, parts: [V1, V2, V3, V4]}",
            "{of: V5, parts: [V1, V2, V3, V9]}",
            "wrong.yaml 第150行第38列：不认识的名称“V9”。应为：只能用：V1、V2、V3、V4、V5、W1、W2、W3、W4、W5、X1、X2、X3、X4、X5。",
        ),
        (
            "{id: IN, label: 第一项加第二项, rows: [R01, R02]}",
            "{id: IN, label: 第一项加第二项, rows: [R01, R2]}",
            "wrong.yaml 第99行第46列：不认识的名称“R2”。应为：是不是“R25”。",
        ),
        (
            "balance: {left: IN,",
            "balance: {left: INN,",
            "wrong.yaml 第106行第21列：不认识的名称“INN”。应为：是不是“IN”。",
        ),
        (
            "      REG.made: {help",
            "      REG.mad: {help",
            "wrong.yaml 第52行第7列：不认识的名称“REG.mad”。应为：是不是“REG.made”。",
        ),
        (
            "width: 4",
            "widht: 4",
            "wrong.yaml 第28行第5列：不认识的名称“widht”。应为：是不是“width”。",
        ),
        (
            "  first: 2021",
            "  first: 二〇二一",
            "wrong.yaml 第11行第10列：“first”的值是文字。应为：整数。",
        ),
        (
            "kind: decimal, units: [万元]",
            "kind: money, units: [万元]",
            "wrong.yaml 第58行第19列：“kind”不能是 'money'。应为：integer、decimal、signed 之一。",
        ),
    ],
)
def test_a_wrong_edition_file_is_answered_with_line_and_right_form(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    """The sentence names file, line, column, what is wrong and what would be right."""
    text = (EDITIONS / "2021.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1 or old == "width: 4"
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    with pytest.raises(InputProblem) as caught:
        read_edition(wrong)

    assert message == str(caught.value)
