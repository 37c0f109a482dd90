"""Every number of an edited paragraph is held against the tables and the answers."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from assistant.case import draft_case
from assistant.importing import Clerk
from report.readers.case_file import CaseEdit, case_of, read_case
from report.yamlfile import parse_yaml

CASES = Path(__file__).resolve().parents[1] / "cases"
CASE = """\
unit: {name: 云岭县水利局, kind: department}
year: 2025
tables:
  T2: {LIC: 214, rest: 0}
  T3: {R01: [29, 2, 0, 0, 0, 0], R02: [1, 0, 0, 0, 0, 0], R03: [19, 1, 0, 0, 0, 0], R04: [3, 0, 0, 0, 0, 0],
       R13: [5, 1, 0, 0, 0, 0], R25: [3, 0, 0, 0, 0, 0], rest: 0}
  T4: {V: [1, 0, 0, 0], rest: 0}
  FEE6: 0
notes:
  主动公开: [全年公开680条，网站512条，公众号168条, 政策解读12篇]
  依申请公开: 都在法定期限内答复
  政府信息管理: 指南更新了1次
  平台建设: 网站专栏改版
  监督保障: 培训1期，共45人
  存在问题: 人手少
  改进情况: 加强培训
  其他事项:
"""
REQUESTS, ACTIVE, SUPPORT = "1.依申请公开", "1.主动公开", "1.监督保障"


@pytest.fixture
def bureau(tmp_path: Path) -> Iterator[Clerk]:
    """A bureau's report without anything open."""
    with Clerk.open(tmp_path / "a.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.bring_in(case_of(parse_yaml(CASE, name="c.yaml")), "c.yaml")
        assert [point for point in opened.open_points() if point.kind != "look"] == []
        yield opened


def edit(bureau: Clerk, paragraph: str, *changes: tuple[str, str]) -> str:
    """Change words of a paragraph as it is printed; what is said of it."""
    text = bureau.paragraph(paragraph).text
    for old, new in changes:
        assert old in text, text
        text = text.replace(old, new)
    return bureau.edit_paragraph(paragraph, text)


def held(bureau: Clerk) -> list[tuple[str, str]]:
    """Kind and sentence of what is open over the numbers of the text."""
    written = [one.finding.message for one in bureau.draft().unheld]
    return [(point.kind, point.text) for point in bureau.open_points() if point.text in written]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("申请31件", "申请33件", "是 31 件"),
        ("申请31件", "申请３３件", "是 31 件"),
        ("申请31件", "申请三十三件", "是 31 件"),
        ("申请31件", "申请32件", "是 31 件"),
        ("自然人29件", "自然人31件", "是 29 件"),
        ("商业企业2件", "商业企业4件", "是 2 件"),
        ("上年结转1件", "上年结转2件", "是 1 件"),
        ("予以公开20件", "予以公开22件", "是 20 件"),
        ("予以公开20件", "予以公开3件", "是 20 件"),
        ("无法提供6件", "无法提供60件", "是 6 件"),
    ],
)
def test_a_changed_number_of_a_table_is_an_error(bureau: Clerk, old: str, new: str, told: str) -> None:
    """It cannot be looked away, the report is no final one, and the place is the sentence."""
    said = edit(bureau, REQUESTS, (old, new))
    ((kind, text),) = held(bureau)
    (point,) = [one for one in bureau.open_points() if one.text == text]

    assert kind == "error"
    assert told in text
    assert text in said
    assert point.spot.startswith(f"{REQUESTS}#")
    assert not bureau.confirmable(text)
    assert bureau.draft().exit_code == 1
    assert not bureau.draft().is_final
    edit(bureau, REQUESTS, (new, old))
    assert held(bureau) == []
    assert bureau.draft().is_final


def test_a_changed_number_of_an_answer_is_asked_about_until_the_text_changes(bureau: Clerk) -> None:
    """It stops the report; 这样没错 lets it pass, and another number is asked about anew."""
    edit(bureau, SUPPORT, ("1期", "2期"))
    ((kind, text),) = held(bureau)

    assert kind == "ask"
    assert "2期" in text
    assert "这个数在回答里没有：生成的句子里是 1 期，来自“培训1期" in text
    assert not bureau.draft().is_final
    assert "1 处需核对" in bureau.draft().draft_note
    assert bureau.confirmable(text)
    bureau.confirm_finding(text)
    assert held(bureau) == []
    assert bureau.draft().is_final
    edit(bureau, SUPPORT, ("2期", "3期"))
    assert len(held(bureau)) == 1


def test_a_number_nobody_answered_is_to_be_looked_at(bureau: Clerk) -> None:
    """It may be right: a person wrote it."""
    edit(bureau, SUPPORT, ("培训1期", "培训1期，走访7个乡镇"))
    ((kind, text),) = held(bureau)

    assert kind == "look"
    assert "走访7个" in text
    assert bureau.draft().is_final


@pytest.mark.parametrize(
    ("paragraph", "old", "new"),
    [
        (ACTIVE, "政府网站512条、微信公众号168条", "微信公众号168条、政府网站512条"),
        (ACTIVE, "680条", "六百八十条"),
        (ACTIVE, "全年", "2025年，全年"),
        (REQUESTS, "已经办结的有29件", "全年收到申请31件，已经办结的有29件"),
        (REQUESTS, "申请31件，其中自然人29件、商业企业2件", "自然人29件、商业企业2件申请，共31件"),
        (REQUESTS, "予以公开20件，部分公开3件", "部分公开3件，予以公开20件"),
        (REQUESTS, "在法定期限内答复", "按《条例》第三十六条在20个工作日的法定期限内答复"),
        (SUPPORT, "培训1期，45人参加", "培训1期，参训45人"),
        (SUPPORT, "培训", "12345热线和业务培训"),
        (SUPPORT, "组织", "从以下三个方面做起：组织"),
    ],
)
def test_the_same_numbers_in_other_words_are_held(bureau: Clerk, paragraph: str, old: str, new: str) -> None:
    """Moved, spelt out or in another order."""
    edit(bureau, paragraph, (old, new))

    assert [one for one in held(bureau) if one[0] != "look"] == []
    assert "三个" not in str(held(bureau))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2025年1月1日", "2024年1月1日"),
        ("12月31日", "12月30日"),
        ("第711号", "第771号"),
        ("〕30号", "〕31号"),
    ],
)
def test_dates_and_numbers_of_documents_are_held_too(bureau: Clerk, old: str, new: str) -> None:
    """The opening names the period and what it rests on."""
    edit(bureau, "opening", (old, new))

    assert [kind for kind, _ in held(bureau)] == ["ask"]


def test_keeping_ones_own_words_keeps_their_numbers(bureau: Clerk) -> None:
    """K at a clash is 这样没错 for an answer, and no way around a table; undo takes it back in one step."""
    edit(bureau, ACTIVE, ("512条", "520条"))
    bureau.open_question("active.total")
    bureau.reply("全年公开680条，网站510条，公众号170条")
    assert bureau.paragraph(ACTIVE).conflicts
    bureau.keep_mine(ACTIVE)

    assert [point for point in bureau.open_points() if point.kind == "ask"] == []
    bureau.undo()
    assert bureau.paragraph(ACTIVE).conflicts


@pytest.mark.parametrize("number", ["21", "43", "56", "60"])
def test_the_programs_own_other_words_are_held(number: str) -> None:
    """Whoever writes the text of another length over the paragraph says the same of the tables and the answers."""
    case = read_case(next(CASES.glob(f"{number}-*.case.yaml")))
    standing = {one.id: one.body for one in draft_case(case).document.paragraphs}
    for length in ("简", "详"):
        other = draft_case(case, length=length).document.paragraphs
        edited = {one.id: CaseEdit(standing[one.id], one.body) for one in other if one.id in standing}

        assert [one.finding.message for one in draft_case(replace(case, edited=edited)).unheld] == []


def test_every_changed_number_of_a_text_is_told() -> None:
    """Wherever it stands: a cell, an answer, a date, a document."""
    case = case_of(parse_yaml(CASE, name="c.yaml"))
    for paragraph in draft_case(case).document.paragraphs:
        for run in list(re.finditer(r"[0-9]+", paragraph.body))[:5]:
            text = f"{paragraph.body[: run.start()]}{int(run[0]) + 7}{paragraph.body[run.end() :]}"
            drafted = draft_case(replace(case, edited={paragraph.id: CaseEdit(paragraph.body, text)}))

            assert drafted.unheld, text


def test_a_number_that_goes_from_the_whole_text_is_told(bureau: Clerk) -> None:
    """The sentence with the total taken out: nothing is wrong with the rest, but it is said once, with the way back."""
    told = next(one.text for one in bureau.paragraph(ACTIVE).sentences if "680" in one.text)
    said = edit(bureau, ACTIVE, (told, ""))

    assert said.startswith("已记下您改的“（一）主动公开”。全文不再有“")
    assert "680条" in said
    assert said.endswith("要找回按 Ctrl+Z。")
    assert "680" in bureau.paragraph(ACTIVE).generated
    bureau.undo()
    assert "680" in bureau.paragraph(ACTIVE).text


def test_words_taken_out_without_a_number_are_not_remarked_on(bureau: Clerk) -> None:
    """Nor is a date."""
    assert "不再有" not in edit(bureau, SUPPORT, ("培训", "业务学习"))


def test_several_doubts_are_told_without_a_side_of_the_screen(bureau: Clerk) -> None:
    """A narrow window has no right side."""
    said = edit(bureau, ACTIVE, ("512", "513"), ("168", "169"))
    assert "光标移到那一句就看得到" in said
