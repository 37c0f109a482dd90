"""The main job on the two shipped cases: a bureau without requests (2020) and a city with thousands (2024)."""

import re
from functools import cache
from pathlib import Path

import pytest

from assistant.case import draft_case
from assistant.drafting import Draft
from report.readers.case_file import read_case

SAMPLES = Path(__file__).resolve().parents[1] / "assistant" / "samples"
HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


@cache
def drafted(name: str) -> Draft:
    """The draft of a shipped case."""
    return draft_case(read_case(SAMPLES / f"{name}.case.yaml"))


def paragraph(draft: Draft, paragraph_id: str) -> str:
    """The text of one paragraph."""
    return next(one.body for one in draft.document.paragraphs if one.id == paragraph_id)


@pytest.mark.parametrize("name", ["zhongxian-2020", "suqian-2024"])
def test_six_sections_and_three_tables_stand_in_order(name: str) -> None:
    """The six titles of the form stand in their order, the three tables in their sections."""
    text = drafted(name).render().decode()
    places = [text.index(f"## {heading}") for heading in HEADINGS]
    tables = [found.start() for found in re.finditer("<table", text)]

    assert places == sorted(places)
    assert len(tables) == 3
    assert all(places[number + 1] < table < places[number + 2] for number, table in enumerate(tables))


@pytest.mark.parametrize("name", ["zhongxian-2020", "suqian-2024"])
def test_every_sentence_has_its_ground_and_every_digit_its_source(name: str) -> None:
    """Only frame sentences stand without an answer; every digit run names where it came from."""
    for sentence in drafted(name).sentences:
        runs = re.findall(r"\d+(?:\.\d+)?", sentence.text)

        assert sentence.kind in {"frame", "gap"} or sentence.sources, sentence.text
        assert runs == [number.text for number in sentence.numbers], sentence.text
        assert all(number.origin for number in sentence.numbers)


def test_the_bureau_says_what_was_said_and_nothing_else() -> None:
    """The sample's facts stand in their aspects; no finding, no gap, nothing left for the reviewer."""
    draft = drafted("zhongxian-2020")
    active, requests = paragraph(draft, "1.主动公开"), paragraph(draft, "1.依申请公开")
    named = ("扶贫项目计划安排", "扶贫资金使用", "小额信贷贴息", "先进表彰", "日常工作动态")

    assert draft.exit_code == 0
    assert (draft.gaps, draft.unread, draft.conflicts) == ((), (), ())
    assert "124" in active
    assert "119" in active
    assert all(kind in active for kind in named)
    assert "申请" in requests
    assert "行政复议" in requests
    assert not re.search(r"\d", requests)
    assert "《忠县扶贫办政务信息审核报送制度》" in paragraph(draft, "1.监督保障")
    assert all(mark in paragraph(draft, "5.problems") for mark in ("一是", "二是"))
    assert "三是" not in paragraph(draft, "5.problems") + paragraph(draft, "5.measures")
    assert all(mark in paragraph(draft, "5.measures") for mark in ("一是", "二是"))
    assert paragraph(draft, "6") not in {"", "无。"}


def test_the_city_tells_its_thousands_from_the_cells() -> None:
    """Each figure of the requests, reviews and suits stands in the narrative and names its cell or its sum."""
    draft = drafted("suqian-2024")
    requests = next(one for one in draft.document.paragraphs if one.id == "1.依申请公开")
    origins = {number.text: number.origin for sentence in requests.sentences for number in sentence.numbers}
    wanted = {
        "3525": "T3.R01.C7",
        "121": "T3.R02.C7",
        "3646": "T3.IN.C7",
        "3521": "T3.R24.C7",
        "1431": "T3.R03.C7",
        "471": "T3.R04.C7",
        "92": "T3.S3",
        "941": "T3.S4",
        "117": "T3.S5",
        "469": "T3.S6",
        "125": "T3.R25.C7",
        "170": "T4.V5",
        "77": "T4.SUITS",
    }

    assert {number: origins.get(number) for number in wanted} == wanted
    assert not [finding for finding in draft.findings if finding.severity == "error"]


def test_the_city_prints_all_rows_exactly() -> None:
    """All 25 rows with their 175 numbers stand in table 三, computed totals included, as published."""
    draft = drafted("suqian-2024")
    figures = draft.document.figures
    published = [[3440, 75, 0, 1, 6, 3, 3525], [3440, 73, 0, 1, 5, 2, 3521], [118, 5, 0, 0, 1, 1, 125]]
    rows = ("R01", "R24", "R25")
    text = draft.render(tables="pipe").decode()

    assert [[figures.value(f"T3.{row}.C{column}") for column in range(1, 8)] for row in rows] == published
    assert len(figures.edition.table("T3").rows) == 25
    assert "72701.2578" in text
    assert all(f"| {' | '.join(map(str, row))} |" in text for row in published)
