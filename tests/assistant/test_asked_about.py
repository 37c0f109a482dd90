"""A question that asks about one thing is answered about it: nothing of the answer is printed of another."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.case import draft_case
from assistant.importing import Clerk
from report.readers.case_file import read_case


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Clerk]:
    """A town whose one unfinished request is asked about."""
    with Clerk.open(tmp_path / "a.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        for reply in ("柳溪县青禾镇人民政府", "2025", "2", "", "", "", "全年124条"):
            opened.reply(reply)
        opened.open_question("gate.T3")
        opened.reply("有")
        opened.set_cells("T3", {"T3.R01.C1": "31", "T3.R03.C1": "30", "T3.R25.C1": "1"})
        opened.fill_rest_zero("T3")
        opened.open_question("request.carried")
        yield opened


def printed(assistant: Clerk) -> str:
    """What is said of requests."""
    return {one.id: one.body for one in assistant.draft().document.paragraphs}["1.依申请公开"]


def test_the_carried_question_speaks_of_carried_requests_alone(assistant: Clerk) -> None:
    """Answered in passing: nothing is said of the thirty that are finished."""
    assistant.reply("12月２７号才收的，还在期限里")

    said = printed(assistant)
    assert "1件于12月27日收到，尚在答复期限内" in said
    assert "均在法定期限内答复" not in said
    assert "待核" not in said


def test_a_case_keeps_what_an_answer_was_about(assistant: Clerk, tmp_path: Path) -> None:
    """A line of a case names the requests, and is the answer to the same question again."""
    assistant.reply("12月２７号才收的，还在期限里")
    path = tmp_path / "a.case.yaml"
    path.write_text(assistant.case_text(), encoding="utf-8")

    assert "结转下年的申请：12月２７号才收的，还在期限里" in path.read_text(encoding="utf-8")
    given = read_case(path)
    mine = next(one for one in draft_case(given).document.paragraphs if one.id == "1.依申请公开")
    assert "1件于12月27日收到，尚在答复期限内" in mine.body
    assistant.bring_in(given, str(path), replace=True)
    assert assistant.open_question("request.carried").current == "12月２７号才收的，还在期限里"


def test_words_of_it_that_wait_are_asked_about(assistant: Clerk) -> None:
    """What was not understood is settled like any other words."""
    assistant.reply("12月27号才收的，材料里有一份要请示")

    question = assistant.question()
    assert question is not None
    assert "材料里有一份要请示" in question.ask
    assistant.reply("其中一份材料正在请示上级")
    assert "其中一份材料正在请示上级。" in printed(assistant)


@pytest.mark.parametrize(
    "typed", ["申请人撤了，1件", "申请人主动撤回1件", "人家自己撤回去了", "1件，申请人主动撤回"]
)
def test_the_other_question_takes_its_natural_answer(assistant: Clerk, typed: str) -> None:
    """What the table knows is no reason to refuse the answer to what it is."""
    assistant.set_cells("T3", {"T3.R03.C1": "29", "T3.R23.C1": "1"})
    assistant.open_question("request.other")

    assert assistant.propose(typed) is None
    assert assistant.reply(typed).kind == "accepted"
    assert "待核" not in printed(assistant)


def test_what_is_told_of_other_results_makes_no_sentence_of_another_thing(assistant: Clerk) -> None:
    """说清楚 on the telephone is nothing that was written; it waits and is asked about."""
    assistant.set_cells("T3", {"T3.R03.C1": "29", "T3.R23.C1": "1"})
    assistant.open_question("request.other")
    assistant.reply("后来电话里说清楚了，他撤回去了")

    assert "【待核：后来电话里说清楚了】" in printed(assistant)
    assert "写明" not in printed(assistant)
