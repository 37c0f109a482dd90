"""The six gold cases and the sample: what must appear does, and nothing stands without support."""

import json
import re

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.material import Narrative
from tests.phrasebank.made import GOLD, SHARED, loose, material, shared_case

BANK = load_bank()
CASES = [
    "01-zhongxian-fupinban",
    "02-qinghe-town",
    "03-yunling-zhujian",
    "04-wangjiang-subdistrict",
    "05-yunling-county",
    "06-yunzhou-education",
]
NOT_FOR_THE_TEXT = {
    "02-qinghe-town": ["200"],
    "06-yunzhou-education": ["15", "34", "61", "2026"],
}
"""Numbers of the gold page that stand outside its text (the list of what is left to a person, computed dates)."""


def drafted(name: str) -> Narrative:
    return compose(shared_case(GOLD / f"{name}.case.yaml"), BANK, strict=True)


def gold_body(name: str) -> str:
    page = (GOLD / f"{name}.gold.md").read_text(encoding="utf-8")
    return page.split("## 一、")[1].split("\n---\n")[0]


def whole(narrative: Narrative) -> str:
    return "".join(paragraph.text for paragraph in narrative.paragraphs)


@pytest.mark.parametrize("name", CASES)
def test_every_figure_of_the_gold_draft_appears(name: str) -> None:
    """What the gold draft says in numbers, ours says too."""
    text = whole(drafted(name))
    wanted = set(re.findall(r"[0-9]+(?:\.[0-9]+)?", gold_body(name))) - set(NOT_FOR_THE_TEXT.get(name, []))

    assert sorted(figure for figure in wanted if figure not in re.findall(r"[0-9]+(?:\.[0-9]+)?", text)) == []


@pytest.mark.parametrize("name", CASES)
def test_every_digit_knows_its_origin(name: str) -> None:
    """No digit stands without a cell, a sum, the year, the edition or a note."""
    sentences = [sentence for paragraph in drafted(name).paragraphs for sentence in paragraph.sentences]

    assert [loose(sentence) for sentence in sentences if loose(sentence)] == []


@pytest.mark.parametrize("name", CASES)
def test_no_sentence_without_support(name: str) -> None:
    """Every sentence that is not a frame or a gap names the words or the cells behind it."""
    sentences = [sentence for paragraph in drafted(name).paragraphs for sentence in paragraph.sentences]

    assert [each.text for each in sentences if each.kind not in {"frame", "gap"} and not each.sources] == []


@pytest.mark.parametrize("name", CASES)
def test_section_one_is_neither_bare_nor_long(name: str) -> None:
    """From ordinary notes section one has 300 to 1100 characters."""
    length = sum(len(paragraph.text) for paragraph in drafted(name).paragraphs if paragraph.section == "一")

    assert 300 <= length <= 1200


@pytest.mark.parametrize("name", CASES)
def test_at_most_three_whole_years(name: str) -> None:
    """全年 and 本年度 stand at most once a paragraph of section one."""
    for paragraph in drafted(name).paragraphs:
        if paragraph.section == "一":
            ours = "".join(each.text for each in paragraph.sentences if each.phrase not in {"restated", ""})

            assert len(re.findall("全年|本年度", ours)) <= 1, paragraph.text


def test_the_sample_report() -> None:
    """The sample's facts: 124, 119, five kinds of information, no request, no suit, two problems, two measures."""
    narrative = drafted("01-zhongxian-fupinban")
    text = whole(narrative)
    active = next(each.body for each in narrative.paragraphs if each.id == "1.主动公开")

    assert "124条次" in active
    assert "119条次" in active
    for kind in ("扶贫项目计划安排", "扶贫资金使用", "小额信贷贴息", "先进表彰", "工作动态"):
        assert kind in active
    assert re.search("(?:未|没有)收到政府信息公开申请|新收和上年结转的政府信息公开申请", text)
    assert "行政复议" in text
    assert text.count("一是") == 2
    assert "未发出信息处理费" not in text


def test_what_is_private_is_left_to_a_person() -> None:
    """Health, quarrels and other offices' matters stay in the person's words."""
    text = whole(drafted("02-qinghe-town"))

    assert "怀孕" not in re.sub(r"【待核：[^】]*】", "", text)
    assert "200棵树" not in re.sub(r"【待核：[^】]*】", "", text)


ROWS_OF_002 = [
    "new",
    "carried",
    "open",
    "partial",
    "deny1",
    "deny2",
    "deny3",
    "deny4",
    "deny5",
    "deny6",
    "deny7",
    "deny8",
    "cannot1",
    "cannot2",
    "cannot3",
    "noproc1",
    "noproc2",
    "noproc3",
    "noproc4",
    "noproc5",
    "other1",
    "other2",
    "other3",
]
COLUMNS_OF_002 = ("natural", "enterprise", "research", "welfare", "legal", "other")


def test_the_figures_of_a_city() -> None:
    """Thousands of requests: every figure of the narrative comes from a cell or a named sum."""
    path = SHARED / "reports" / "002.json"
    if not path.exists():
        pytest.skip("the shared cases are not on this machine")
    report = json.loads(path.read_text(encoding="utf-8"))
    cells = {
        f"T3.R{row:02d}.C{column}": report["table3"][name][label]
        for row, name in enumerate(ROWS_OF_002, 1)
        for column, label in enumerate(COLUMNS_OF_002, 1)
    }
    cells |= {
        f"T3.R25.C{place}": report["table3"]["next"][label] for place, label in enumerate(COLUMNS_OF_002, 1)
    }
    for row, name in (("V", "review"), ("W", "direct"), ("X", "after")):
        for place, outcome in enumerate(("uphold", "correct", "other", "pending"), 1):
            cells[f"T4.{row}{place}"] = report["table4"][f"{name}_{outcome}"]
    narrative = compose(material(cells=cells, kind="government"), BANK)
    paragraph = next(each for each in narrative.paragraphs if each.id == "1.依申请公开")
    numbers = {number.text: number.origin for sentence in paragraph.sentences for number in sentence.numbers}

    for figure in [
        "3525",
        "121",
        "3646",
        "3521",
        "125",
        "1431",
        "471",
        "92",
        "941",
        "117",
        "469",
        "170",
        "77",
        "25",
        "52",
    ]:
        assert numbers[figure].startswith("T"), figure
