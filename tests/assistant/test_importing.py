"""Case files in the database: the draft of the file, its open questions, and nothing written over unasked."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.case import draft_case
from assistant.importing import Clerk
from report.problem import InputProblem
from report.readers.case_file import CaseFile, read_case
from tests.cli.conftest import CASE

CASES = Path(__file__).resolve().parents[1] / "cases"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Clerk]:
    """An empty database."""
    with Clerk.open(tmp_path / "a.db", who="王") as opened:
        yield opened


def case(folder: Path, text: str = CASE) -> CaseFile:
    path = folder / "a.case.yaml"
    path.write_text(text, encoding="utf-8")
    return read_case(path)


def asked(assistant: Clerk) -> str:
    question = assistant.question()
    return question.id if question else ""


@pytest.mark.parametrize("number", ["05", "08", "21", "43", "50", "56"])
def test_the_draft_is_that_of_the_file(assistant: Clerk, tmp_path: Path, number: str) -> None:
    """From the database or from the file: the same bytes; and taken out again, the same case."""
    path = next(CASES.glob(f"{number}-*.case.yaml"))
    given = read_case(path)
    assistant.bring_in(given, path.name)
    taken = case(tmp_path, assistant.case_text())

    assert assistant.draft().render() == draft_case(given).render()
    assert (taken.unit, taken.year, taken.cells, taken.notes) == (
        given.unit,
        given.year,
        given.cells,
        given.notes,
    )
    assert taken.last_year == given.last_year


def test_what_the_file_does_not_say_is_asked(assistant: Clerk, tmp_path: Path) -> None:
    """A question that must be answered stays open, one that may be passed over does not."""
    text = CASE.replace("  平台建设: 便民服务中心设了公开查阅点\n", "").replace("T4: 0, ", "")
    done = assistant.bring_in(case(tmp_path, text), "a.yaml")
    titles = [(row.unit_name, row.year) for row in assistant.reports()]

    assert titles == [("柳溪县青禾镇人民政府", 2024)]
    assert (done.open_questions, asked(assistant)) == (4, "gate.T4")
    assert assistant.figures.value("T4.V1") is None
    assert "表四还有 12 格没有填" in assistant.draft().gaps


def test_a_partly_known_table_stays_unknown_where_it_is(assistant: Clerk, tmp_path: Path) -> None:
    """Null is no zero: the table is filled as far as the case goes."""
    text = CASE.replace("T2: 0", "T2: {LIC: null, NORM.valid: 3, rest: 0}")
    assistant.bring_in(case(tmp_path, text), "a.yaml")

    assert assistant.figures.value("T2.LIC") is None
    assert assistant.figures.value("T2.NORM.valid") == 3


def test_nothing_is_written_over_unasked(assistant: Clerk, tmp_path: Path) -> None:
    """The second case of the same unit and year is refused, with the number of the report and what to say."""
    assistant.bring_in(case(tmp_path), "a.yaml")
    before = assistant.case_text()
    with pytest.raises(InputProblem) as caught:
        assistant.bring_in(case(tmp_path, CASE.replace("143", "144")), "b.yaml")

    assert "已经有柳溪县青禾镇人民政府2024年的报告（编号 1）" in str(caught.value)
    assert "--replace" in str(caught.value)
    assert len(assistant.reports()) == 1
    assert assistant.case_text() == before


def test_a_replaced_report_is_the_file_and_can_be_had_back(assistant: Clerk, tmp_path: Path) -> None:
    """All of the old answers are gone in one step, also those the new file does not speak of; undo brings them back."""
    assistant.bring_in(case(tmp_path), "a.yaml")
    before = assistant.case_text()
    other = CASE.replace("全年公开143条，网站75条，公众号68条", "全年公开9条").replace(
        "  平台建设: 便民服务中心设了公开查阅点\n", ""
    )
    done = assistant.bring_in(case(tmp_path, other), "b.yaml", replace=True)
    again = assistant.bring_in(case(tmp_path, other), "b.yaml", replace=True)

    assert (done.report, done.replaced, done.changed, again.changed) == (1, True, True, False)
    assert "公开查阅点" not in assistant.case_text()
    assert assistant.draft().render() == draft_case(case(tmp_path, other)).render()
    assert done.open_questions == again.open_questions > 0
    assert "platform.main" in _open(assistant)
    assistant.undo()
    assert assistant.case_text() == before


def _open(assistant: Clerk) -> list[str]:
    state = assistant._state
    return [
        one.id
        for one in assistant._interview.relevant(state)
        if not assistant._interview.answered(one, state)
    ]


def test_last_years_numbers_come_along(assistant: Clerk, tmp_path: Path) -> None:
    """They are compared although last year's report is not in the database; once it is, it counts, and that is said."""
    last = "last_year: {tables: {T3: {R25: [2, 0, 0, 0, 0, 0]}}, problems: [更新不及时]}\n"
    given = case(tmp_path, CASE + last)
    first = assistant.bring_in(given, "a.yaml")
    codes = [finding.code for finding in assistant.draft().findings]
    assistant.bring_in(case(tmp_path, CASE.replace("2024", "2023")), "b.yaml")
    second = assistant.bring_in(given, "a.yaml", replace=True)

    assert "Y-CARRY" in codes
    assert (first.last_year_differs, second.last_year_differs) == (False, True)
    assert "Y-CARRY" not in [finding.code for finding in assistant.draft().findings]


def test_ticks_are_ticked(assistant: Clerk, tmp_path: Path) -> None:
    """A theme's bare name stands in the list of the question, what is jotted beside it stands there too."""
    text = CASE.replace("监督保障: 组织业务培训2次", "监督保障: [专人负责, 绩效考核, 自查3次]").replace(
        "专人负责, ", ""
    )
    assistant.bring_in(case(tmp_path, text), "a.yaml")
    view = assistant.open_question("guard.more")

    assert [tick.theme for tick in view.ticks if tick.ticked] == ["绩效考核"]
    assert view.lines == ("自查3次",)
    assert assistant.draft().render() == draft_case(case(tmp_path, text)).render()


def test_one_undo_takes_back_one_question(assistant: Clerk, tmp_path: Path) -> None:
    """A new report is answered question by question, so that Ctrl+Z does not empty all of it."""
    assistant.bring_in(case(tmp_path, CASE + "  其他事项: 无\n"), "a.yaml")
    assistant.undo()

    assert asked(assistant) in {"other.main", "gate.FEE6"}
    assert assistant.figures.value("T3.R01.C1") == Decimal(0)


def test_a_report_without_unit_is_no_case(assistant: Clerk) -> None:
    """It says which three questions have to be answered first."""
    assistant.create()
    with pytest.raises(InputProblem, match="写不成案卷"):
        assistant.case_text()


SETTLED = """\
unit: {name: 云岭县水利局, kind: department}
year: 2025
tables: {T2: 0, T3: 0, T4: 0, FEE6: 0}
notes:
  主动公开:
    - 全年公开86条，网站86条
    - 照写：我局全年公开水利工程信息36条。
  监督保障: 培训1期，共45人
  存在问题: 人手少
  改进情况: 加强培训
"""


def test_settled_work_goes_into_another_database(tmp_path: Path) -> None:
    """Sentences to be printed as they are, edited paragraphs, and what was looked at: all of it, and out again."""
    with Clerk.open(tmp_path / "a.db", who="王") as first:
        first.bring_in(case(tmp_path, SETTLED), "a.yaml")
        text = first.paragraph("1.监督保障").text
        first.edit_paragraph("1.监督保障", text.replace("1期", "2期"))
        (asked,) = [point.text for point in first.open_points() if point.kind == "ask"]
        first.confirm_finding(asked)
        first.edit_paragraph("6", first.paragraph("6").text.replace("未收取", "没有收取"))
        written = first.case_text()
        printed = first.draft().render()

    assert "照写：我局全年公开水利工程信息36条。" in written
    with Clerk.open(tmp_path / "b.db", who="李") as second:
        second.bring_in(case(tmp_path, written), "a.yaml")

        assert second.draft().render() == printed
        assert [point for point in second.open_points() if point.kind == "ask"] == []
        assert second.case_text() == written
        again = second.bring_in(case(tmp_path, written), "a.yaml", replace=True)
        assert not again.changed
    assert draft_case(case(tmp_path, written)).render() == printed


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("edited:\n  1.公开: {base: a, text: b}\n", "第12行.*没有“1.公开”这一段"),
        ("checked:\n  看过: 没错\n", "第12行.*“看过”不是核对过的记号"),
    ],
)
def test_what_was_edited_is_read_strictly(tmp_path: Path, more: str, told: str) -> None:
    """A name that is none is told with its line."""
    with pytest.raises(InputProblem, match=told):
        case(tmp_path, SETTLED + more)


def test_what_follows_from_the_kind_of_unit_counts_for_a_file_too(assistant: Clerk, tmp_path: Path) -> None:
    """A bureau makes no 规章: nobody has to say so, here or in the database."""
    text = SETTLED.replace(
        "T2: 0", "T2: {NORM.made: 0, NORM.repealed: 0, NORM.valid: 0, LIC: 3, PEN: 0, COE: 0, FEE: 0}"
    )
    given = case(tmp_path, text)
    assistant.bring_in(given, "a.yaml")

    assert draft_case(given).render() == assistant.draft().render()
    assert draft_case(given).gaps == assistant.draft().gaps
    assert not any("表二" in gap for gap in draft_case(given).gaps)


def test_what_a_file_does_not_say_was_not_passed_over(assistant: Clerk, tmp_path: Path) -> None:
    """Nobody skipped anything; a question that a person skips is counted."""
    assistant.bring_in(case(tmp_path), "a.yaml")

    assert not [part.detail for part in assistant.welcome().parts if "跳过" in part.detail]
    assert "收自案卷 a.yaml" in {one.how for one in assistant.history("1.主动公开", 0)}
    assert "案卷里没有写" in [one.answer for one in assistant.transcript()]
    assistant.open_question("platform.more")
    assistant.reply("跳过")
    assert [part.detail for part in assistant.welcome().parts if "跳过" in part.detail] == ["跳过 1 问"]
