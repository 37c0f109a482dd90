"""A case that names last year's report as a file takes its numbers from there."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.case import draft_case
from report.problem import InputProblem
from report.readers.case_file import CaseFile, read_case

UNIT = "unit: {name: 柳溪县青禾镇人民政府, kind: township}\n"
LAST = f"""\
{UNIT}year: 2023
tables:
  T2: {{NORM.valid: 4, rest: 0}}
  T3: {{R01: [3, 0, 0, 0, 0, 0], R03: [1, 0, 0, 0, 0, 0], R25: [2, 0, 0, 0, 0, 0], rest: 0}}
  T4: 0
notes: {{存在问题: 更新不及时}}
last_year: {{file: 本年.yaml}}
"""


def this_year(folder: Path, last_year: str) -> CaseFile:
    path = folder / "本年.yaml"
    path.write_text(f"{UNIT}year: 2024\nlast_year: {last_year}\n", encoding="utf-8")
    return read_case(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with last year's report as a page and as a case; the case names this year's: a circle."""
    (tmp_path / "去年.yaml").write_text(LAST, encoding="utf-8")
    alone = read_case(tmp_path / "去年.yaml", with_last_year=False)
    (tmp_path / "去年.html").write_bytes(draft_case(alone).render("html"))
    return tmp_path


@pytest.mark.parametrize("name", ["去年.yaml", "去年.html"])
def test_last_years_numbers_come_from_the_file(folder: Path, name: str) -> None:
    """Beside the case, wherever the program was started."""
    last_year = this_year(folder, f"{{file: {name}}}").last_year

    assert last_year
    assert last_year.cells.numbers["T3.R25.C1"] == 2
    assert last_year.cells.numbers["T2.NORM.valid"] == 4


def test_what_is_written_out_goes_before_the_file(folder: Path) -> None:
    """A cell and the problems of the case; all the rest from the file."""
    last_year = this_year(
        folder, "{file: 去年.yaml, tables: {T3: {R25: [1, 0, 0, 0, 0, 0]}}, problems: [人手少]}"
    ).last_year

    assert last_year
    assert last_year.problems == ("人手少",)
    assert last_year.cells.numbers["T3.R25.C1"] == Decimal(1)
    assert last_year.cells.numbers["T3.R01.C1"] == Decimal(3)


def test_the_problems_of_last_years_case_are_known(folder: Path) -> None:
    """They are what this year is asked about."""
    last_year = this_year(folder, "{file: 去年.yaml}").last_year

    assert last_year
    assert last_year.problems == ("更新不及时",)


def test_a_report_of_another_year_is_refused(folder: Path) -> None:
    """This year's own report is the file people pick by mistake."""
    (folder / "旧.yaml").write_text(LAST.replace("2023", "2022"), encoding="utf-8")

    with pytest.raises(InputProblem) as caught:
        this_year(folder, "{file: 旧.yaml}")

    assert (
        str(caught.value) == "本年.yaml 第3行第19列：“旧.yaml”是2022年度的。应为：上一年（2023年度）的年报。"
    )
