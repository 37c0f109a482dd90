"""What is said to a proposal that leaves something open, before it is confirmed."""

import pytest

from assistant.assistant import Assistant

REQUESTS = "收到3件申请，2件公开了，结转下年1件"


@pytest.mark.parametrize(
    ("sentence", "answer", "cells"),
    [
        (REQUESTS, "都是个人", {"T3.R01.C1": 3, "T3.R03.C1": 2, "T3.R25.C1": 1}),
        (f"{REQUESTS}，行政复议1件", "都是个人。", {"T3.R01.C1": 3, "T3.R03.C1": 2, "T3.R25.C1": 1}),
        (f"{REQUESTS}，行政复议1件", "维持", {"T4.V1": 1}),
    ],
)
def test_an_answer_finds_its_place_in_the_sentence(
    assistant: Assistant, sentence: str, answer: str, cells: dict[str, int]
) -> None:
    """The whole sentence is proposed again with the answer where it settles most; confirmed, all of it counts."""
    assistant.open_question("gate.T3")
    proposal = assistant.propose(sentence)
    assert proposal is not None
    told = assistant.supplement(proposal, answer)

    assert told is not None
    assert len(told.questions) < len(proposal.questions)
    assistant.confirm(told)
    known = assistant.figures
    assert {cell: known.value(cell) for cell in cells} == cells


@pytest.mark.parametrize("answer", ["网站50条", "跳过", "没有", "不知道"])
def test_other_words_are_no_answer(assistant: Assistant, answer: str) -> None:
    """What settles nothing of what is open is not pressed into the sentence."""
    assistant.open_question("gate.T3")
    proposal = assistant.propose(REQUESTS)
    assert proposal is not None

    assert assistant.supplement(proposal, answer) is None


def test_a_sentence_that_leaves_nothing_open_takes_no_answer(assistant: Assistant) -> None:
    """Nothing was asked, so what is said next is another sentence."""
    assistant.open_question("gate.T3")
    proposal = assistant.propose("收到个人申请3件，2件公开了，结转下年1件")
    assert proposal is not None
    assert not proposal.questions

    assert assistant.supplement(proposal, "都是个人") is None
