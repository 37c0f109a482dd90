"""没有 is an answer: it closes what the law lets it close, in a sentence that claims no more than was said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import people
from assistant.assistant import Assistant
from assistant.case import draft_case
from report.readers.case_file import read_case
from tests.assistant.clerk import Clerk
from tests.assistant.test_assistant import TOWN

CASE = """\
unit: {name: 柳溪县青禾镇人民政府, kind: KIND}
year: 2024
tables: {T2: 0, T3: 0, T4: 0, FEE6: 0}
notes:
  主动公开: ACTIVE
  政府信息管理: 没有
  平台建设: 没有
  监督保障: 没有
  存在问题: 信息更新不及时
  改进情况: 定期报送
  其他事项: 无
"""


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Assistant.open(tmp_path / "a.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        yield opened


def filed(tmp_path: Path, kind: str = "township", active: str = "公开143条") -> dict[str, str]:
    """Paragraph id → text of a case in which 没有 is jotted in three aspects."""
    path = tmp_path / "a.case.yaml"
    path.write_text(CASE.replace("KIND", kind).replace("ACTIVE", active), encoding="utf-8")
    return {one.id: one.body for one in draft_case(read_case(path)).document.paragraphs}


def test_no_change_of_platforms_closes_the_aspect(assistant: Assistant) -> None:
    """The question was what changed; 没有 gives the zero sentence, and it leads back to its question."""
    Clerk(TOWN | {"platform.main": "没有"}).answer_all(assistant)
    (sentence,) = assistant.paragraph("1.平台建设").sentences

    assert assistant.draft().gaps == ()
    assert assistant.draft().exit_code == 0
    assert "平台" in sentence.text
    assert any(word in sentence.text for word in ("没有变化", "未作调整", "无调整"))
    assert sentence.goes_to == "platform.main"
    assert [one.said for one in assistant.history("1.平台建设", 0)] == ["没有"]


def test_no_accountability_is_said_as_such(assistant: Assistant) -> None:
    """没有 to the results of 考核、评议、追责 says that nobody was held to account, nothing about the other two."""
    Clerk(TOWN | {"guard.main": "没有", "guard.review": "没有"}).answer_all(assistant)
    text = assistant.paragraph("1.监督保障").text

    assert "责任" in text
    assert "考核" not in text
    assert "评议" not in text
    assert assistant.draft().gaps == ()


def test_a_skipped_question_is_no_nothing(assistant: Assistant) -> None:
    """跳过 leaves the gap: nobody has said anything."""
    Clerk(TOWN | {"platform.main": "跳过"}).answer_all(assistant)

    assert assistant.draft().gaps == ("【待补：平台建设的情况】",)


def test_nothing_beside_something_is_not_printed(assistant: Assistant) -> None:
    """没有 to one question of an aspect says nothing where another was answered."""
    Clerk(TOWN | {"manage.main": "没有"}).answer_all(assistant)

    assert "需要报告" not in assistant.paragraph("1.政府信息管理").text
    assert "【待" not in assistant.paragraph("1.政府信息管理").text


def test_a_case_file_says_it_the_same_way(tmp_path: Path) -> None:
    """A bare 没有 in a case is no note that nobody understood."""
    text = filed(tmp_path)

    assert "平台" in text["1.平台建设"]
    assert "需要报告的事项" in text["1.监督保障"]
    assert "【待" not in "".join(text.values())


def test_what_the_law_asks_for_stays_open(tmp_path: Path) -> None:
    """Nobody publishes nothing (art 20), and a government answers for appraisal, review and accountability (art 50)."""
    text = filed(tmp_path, "government", "没有")

    assert text["1.主动公开"].startswith("【待补：主动公开的情况")
    assert "【待补：社会评议情况】" in text["1.监督保障"]


def test_none_typed_in_a_tick_list_is_no_line(assistant: Assistant) -> None:
    """没有 beside a list of ticks is no thing that was done."""
    for question, reply in (("unit.name", "忠县财政局"), ("unit.kind", "部门"), ("year", "2024")):
        assistant.open_question(question)
        assistant.reply(reply)
    assistant.open_question("platform.more")
    assistant.tick((), "没有")

    assert assistant.open_question("platform.more").lines == ()


def test_only_what_is_missing_of_the_fee_is_asked_for() -> None:
    """What was received is known; the gap names the two numbers that are not."""
    case = read_case(Path(people.__file__).with_name("samples") / "suqian-2024.case.yaml")
    gaps = [gap for gap in draft_case(case).gaps if "信息处理费的" in gap]

    assert gaps == ["【待补：信息处理费的通知件数和通知金额】"]
