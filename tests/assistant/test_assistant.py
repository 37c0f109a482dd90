"""The assistant as a whole: answers in any order, coming back, changing one's mind; the same bytes as a case file."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.case import draft_case
from report.readers.case_file import read_case
from tests.assistant.clerk import Clerk, Reply

SAMPLE = Path(__file__).resolve().parents[2] / "assistant" / "samples" / "zhongxian-2020.case.yaml"

TOWN: dict[str, Reply] = {
    "unit.name": "柳溪县青禾镇人民政府",
    "unit.kind": "2",
    "year": "2025",
    "active.total": "全年公开143条，网站75条，公众号68条",
    "gate.T3": "没有",
    "gate.T4": "没有",
    "manage.main": "发之前三道审",
    "platform.main": "网站专栏7月调了下",
    "guard.main": "镇长牵头，培训2次",
    "guard.review": "没有追责",
    "gate.T2": "没有",
    "problem.main": "信息更新不及时",
    "measure.main": "明年按月检查更新",
    "gate.FEE6": "没有",
    "other.main": "无",
}


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """An assistant with an empty database, on a fixed day."""
    with Assistant.open(tmp_path / "nianbao.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        yield opened


def sample_story() -> dict[str, Reply]:
    """The sample case told to the assistant: the same words, question by question."""
    case = read_case(SAMPLE)
    notes = {name: "\n".join(lines) for name, lines in case.notes.items()}
    return {
        "unit.name": case.unit.name,
        "unit.kind": "部门",
        "unit.superiors": "县委、县政府",
        "year": "2020",
        "active.total": notes["主动公开"],
        "gate.T3": "没有",
        "gate.T4": "没有",
        "request.more": notes["依申请公开"],
        "manage.main": notes["政府信息管理"],
        "platform.main": notes["平台建设"],
        "guard.main": notes["监督保障"],
        "gate.T2": "没有",
        "problem.main": notes["存在问题"],
        "measure.main": notes["改进情况"],
        "other.main": "无",
    }


def test_the_sample_told_or_filed_gives_the_same_bytes(assistant: Assistant) -> None:
    """The same words give the same report, told to the assistant or written into a case file."""
    clerk = Clerk(sample_story())
    clerk.answer_all(assistant)
    filed = draft_case(read_case(SAMPLE))

    assert assistant.draft().render() == filed.render()
    assert assistant.draft().exit_code == 0


def test_all_questions_of_a_part_can_be_told(assistant: Assistant) -> None:
    """What was answered with its answer, what was passed over as such, what nobody answered without one."""
    assistant.reply("柳溪县水务局")
    assistant.open_question("unit.short")
    assistant.reply("跳过")
    told = {one.id: one for one in assistant.questions("unit")}

    assert told["unit.name"].answer == "柳溪县水务局"
    assert told["unit.short"].skipped
    assert told["year"].answer == ""
    assert {one.part for one in told.values()} == {"基本情况"}
    assert {one.id for one in assistant.questions()} >= {*told, "other.main"}


def test_few_inputs_are_enough(assistant: Assistant, capsys: pytest.CaptureFixture[str]) -> None:
    """An all-zero township needs at most 25 inputs after its name, the sample report at most 40."""
    town = Clerk(TOWN)
    town.answer_all(assistant)
    assistant.create()
    sample = Clerk(sample_story())
    sample.answer_all(assistant)
    with capsys.disabled():
        print(f"\ninputs: all-zero township {len(town.inputs) - 1}, sample report {len(sample.inputs) - 1}")

    assert len(town.inputs) - 1 <= 25
    assert len(sample.inputs) - 1 <= 40


def test_leaving_and_coming_back_loses_nothing(tmp_path: Path) -> None:
    """After each single answer the program may end; the next start goes on at the next question."""
    database = tmp_path / "nianbao.db"
    story = dict(TOWN)
    asked: list[str] = []
    for turn in range(60):
        with Assistant.open(database) as assistant:
            assistant.create() if turn == 0 else assistant.select(1)
            question = assistant.question()
            if question is None:
                break
            asked.append(question.id)
            assistant.reply(str(story.get(question.id, "")))
    with Assistant.open(database) as assistant:
        assistant.select(1)
        text = assistant.draft().render().decode()

    assert len(asked) == len(set(asked))
    assert "143" in text
    assert "青禾镇" in text


def test_changing_an_answer_changes_the_draft_and_nothing_else(assistant: Assistant) -> None:
    """An earlier answer can be changed at any time; the conversation goes on where it was."""
    Clerk(TOWN).answer_all(assistant)
    before = assistant.transcript()
    assistant.open_question("active.total")
    outcome = assistant.reply("全年公开150条，网站75条，公众号75条")
    after = assistant.transcript()

    assert outcome.changed == ("1.主动公开",)
    assert assistant.question() is None
    assert [one.id for one in before] == [one.id for one in after]
    assert [one.id for one, other in zip(before, after, strict=True) if one != other] == ["active.total"]


def test_undo_takes_back_one_reply_and_redo_brings_it_again(assistant: Assistant) -> None:
    """Undo goes back one reply, over a whole table too; redo brings it back."""
    Clerk(TOWN).answer_all(assistant)
    whole = assistant.draft().render()
    said = assistant.undo()
    undone = assistant.question()
    assistant.redo()

    assert said.startswith("已撤销：")
    assert undone is not None
    assert undone.id == "other.main"
    assert assistant.draft().render() == whole


def test_a_table_without_requests_is_zero_by_one_answer(assistant: Assistant) -> None:
    """Saying that no request came makes table 三 zero; taking it back makes it unknown again, not zero."""
    Clerk(TOWN).answer_all(assistant)
    assert assistant.figures.is_zero("T3")
    assistant.open_question("gate.T3")
    assistant.reply("有")

    assert not assistant.figures.known("T3")
    assert any("表三" in gap for gap in assistant.draft().gaps)


def test_a_cell_that_cannot_be_read_stores_nothing(assistant: Assistant) -> None:
    """When one of several cells is refused, none is stored, and the sentence says what would be right."""
    Clerk(TOWN).answer_all(assistant)
    assistant.open_question("gate.T3")
    assistant.reply("有")
    outcome = assistant.set_cells("T3", {"T3.R01.C1": "3", "T3.R01.C2": "三个半"})

    assert list(outcome.refused) == ["T3.R01.C2"]
    assert assistant.figures.value("T3.R01.C1") is None


def test_a_cell_given_nothing_is_unanswered_again(assistant: Assistant) -> None:
    """Emptying a cell is a step like any other: it is known no more, and one undo brings the number back."""
    Clerk(TOWN).answer_all(assistant)
    assistant.open_question("gate.T3")
    assistant.reply("有")
    assistant.set_cells("T3", {"T3.R01.C1": "3", "T3.R01.C2": "1"})

    assert assistant.set_cells("T3", {"T3.R01.C1": "", "T3.R01.C3": "0"}).refused == {}
    assert assistant.figures.value("T3.R01.C1") is None
    assert "T3.R01.C1" in {cell.id for cell in assistant.figures.missing("T3")}
    assistant.undo()
    assert assistant.figures.value("T3.R01.C1") == Decimal(3)
    assert assistant.figures.value("T3.R01.C3") is None


def test_an_edit_stands_and_follows_the_numbers(assistant: Assistant) -> None:
    """A reviewer's words stay when an answer changes, with the new number; undoing the edit brings the generated text."""
    Clerk(TOWN).answer_all(assistant)
    paragraph = assistant.paragraph("1.主动公开")
    assistant.edit_paragraph("1.主动公开", paragraph.text + "以上数据均为报送数。")
    assistant.open_question("active.total")
    assistant.reply("全年公开151条，网站83条，公众号68条")
    edited = assistant.paragraph("1.主动公开")
    assistant.restore_paragraph("1.主动公开")

    assert edited.text.endswith("以上数据均为报送数。")
    assert "151" in edited.text
    assert "143" not in edited.text
    assert assistant.paragraph("1.主动公开").text == edited.generated


def test_last_year_is_offered_and_taken_only_when_asked(assistant: Assistant) -> None:
    """Last year's answer stands beside this year's question; 同上年 takes it and marks it as taken over."""
    Clerk(TOWN).answer_all(assistant)
    assistant.create()
    for reply in ("柳溪县青禾镇人民政府", "2026", "", ""):
        assistant.reply(reply)
    while (question := assistant.question()) is not None and question.id != "manage.main":
        assistant.reply("没有" if question.kind == "yesno" else "跳过")
    assert question is not None
    outcome = assistant.reply("同上年")

    assert question.last_year == "发之前三道审"
    assert question.current == ""
    assert outcome.said == "按去年的记下：发之前三道审。请核对。"
    carried = [exchange.id for exchange in assistant.transcript() if exchange.carried]
    origins = [
        source
        for view in ("1.政府信息管理",)
        for one in assistant.paragraph(view).sentences
        for source in one.sources
    ]
    assert carried == ["manage.main"]
    assert "发之前三道审（沿用去年）" in origins


def test_a_second_year_is_offered_what_the_unit_is_and_takes_nothing_by_itself(tmp_path: Path) -> None:
    """Name, kind, how it calls itself, superiors and office: each offered, each taken by 同上年 only and marked."""
    facts = ("unit.name", "unit.kind", "unit.short", "unit.superiors", "unit.contact")
    office = "青禾镇中心街1号，023-54230000"
    with Assistant.open(tmp_path / "a.db", today=lambda: date(2026, 1, 19)) as first:
        first.create()
        for reply in ("柳溪县青禾镇人民政府", "2025", "乡镇政府", "青禾镇", "县委、县政府", office):
            first.reply(reply)
        first.begin()
        same_year = first.question()
    offered: dict[str, str] = {}
    with Assistant.open(tmp_path / "a.db", today=lambda: date(2027, 1, 19)) as second:
        second.begin()
        silent = second.transcript()
        while (question := second.question()) is not None and question.id != "active.total":
            offered[question.id] = question.last_year
            assert question.current == ""
            second.reply("2026" if question.id == "year" else "同上年")
        carried = [one.id for one in second.transcript() if one.carried]

    assert silent == ()
    assert same_year is not None
    assert same_year.last_year == ""
    assert offered == {
        "unit.name": "柳溪县青禾镇人民政府",
        "year": "",
        "unit.kind": "乡镇政府",
        "unit.short": "青禾镇",
        "unit.superiors": "县委、县政府",
        "unit.contact": "地址 青禾镇中心街1号，电话 023-54230000",
    }
    assert carried == list(facts)


def test_the_first_screen_counts_the_days_of_the_year_that_is_due(tmp_path: Path) -> None:
    """In January last year's report is due (departments, townships, governments); after March the next one is waited for. It says where all is kept."""
    for today, year, left in (
        (date(2026, 1, 19), 2025, (12, 12, 71)),
        (date(2026, 4, 1), 2026, (305, 305, 364)),
    ):
        with Assistant.open(tmp_path / "a.db", today=lambda today=today: today) as fresh:  # type: ignore[misc]
            opening = fresh.opening()

        assert (opening.year, tuple(due.left for due in opening.due)) == (year, left)
        assert opening.kept == str(tmp_path / "a.db")


def test_the_year_that_is_proposed_is_the_one_whose_days_are_counted(tmp_path: Path) -> None:
    """The question for the year offers what the first screen counts to; a late year comes second and says so."""
    for today, years in (
        (date(2026, 1, 19), ("2025",)),
        (date(2026, 3, 31), ("2025",)),
        (date(2026, 11, 25), ("2026", "2025")),
    ):
        with Assistant.open(tmp_path / f"{today}.db", today=lambda today=today: today) as fresh:  # type: ignore[misc]
            fresh.create()
            fresh.reply("柳溪县青禾镇人民政府")
            question = fresh.question()
            assert question is not None
            assert question.id == "year"
            assert tuple(option.value for option in question.options) == years
            assert int(years[0]) == fresh.opening().year == fresh.draft().document.year
            assert ["期限已过" in option.hint for option in question.options] == [False, True][: len(years)]


def test_two_units_and_years_share_one_database(assistant: Assistant) -> None:
    """Several units and years live in one database, each with its own answers."""
    Clerk(TOWN).answer_all(assistant)
    first = assistant.draft().render()
    assistant.create()
    Clerk(sample_story()).answer_all(assistant)
    assistant.select(1)

    assert assistant.draft().render() == first
    assert sorted((row.unit_name, row.year) for row in assistant.reports()) == [
        ("忠县扶贫开发办公室", 2020),
        ("柳溪县青禾镇人民政府", 2025),
    ]


@pytest.mark.parametrize("name", ["某局[/]", "[red]某局", "某局{{ 7 * 7 }}", "某局|*_<b>#"])
def test_no_text_of_a_person_is_ever_code(assistant: Assistant, name: str) -> None:
    """Whatever stands in a name or a note is printed as it stands: no markup, no template, no table."""
    Clerk(TOWN | {"unit.name": name, "active.total": f"{name}公开3条"}).answer_all(assistant)
    text = assistant.draft().document.title[0]

    assert text == name
    assert "49" not in assistant.draft().render().decode()


def test_this_years_text_is_not_last_years_again(assistant: Assistant, tmp_path: Path) -> None:
    """With the same answers, next year's report takes other wordings than the one exported this year."""
    Clerk(TOWN).answer_all(assistant)
    assistant.export(tmp_path / "2025.md")
    this_year = {sentence.text.replace("2025", "") for sentence in assistant.draft().sentences}
    assistant.create()
    Clerk(TOWN | {"year": "2026"}).answer_all(assistant)
    next_year = {sentence.text.replace("2026", "") for sentence in assistant.draft().sentences}

    assert len(this_year & next_year) < len(this_year) / 2


def test_coming_back_never_stands_at_an_answered_question(assistant: Assistant) -> None:
    """Looking at an earlier answer and leaving does not make it the next question: a reply would write over it."""
    for reply in ("柳溪县青禾镇人民政府", "2", "", "2025"):
        assistant.reply(reply)
    waiting = assistant.question()
    assistant.open_question("unit.name")
    assistant.select(1)

    assert assistant.question() == waiting


def test_a_conflict_is_told_as_a_sentence(assistant: Assistant) -> None:
    """What only a person can decide is a Chinese sentence, never the program's own notation."""
    Clerk(TOWN | {"request.more": "收到3件申请"}).answer_all(assistant)

    assert assistant.draft().conflicts
    assert all("Conflict(" not in sentence for sentence in assistant.draft().conflicts)
