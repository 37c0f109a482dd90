"""Totals that do not add up are told at once, in a sentence, and nothing is held up by it."""

import pytest

from assistant.adding_up import hint
from assistant.assistant import Assistant

_LESS = "比总数 186 少 3：还有别的就补上，数错了就改。"


@pytest.mark.parametrize(
    ("field", "line", "said"),
    [
        ("主动公开", "186条：网站103，公众号80", f"网站 103、公众号 80，加起来 183 条，{_LESS}"),
        ("主动公开", "全年186条，网站103，公众号80", f"政府网站 103、微信公众号 80，加起来 183 条，{_LESS}"),
        ("主动公开", "今年公开１８６条，网站１０３条，公众号８０条", f"政府网站 103、微信公众号 80，加起来 183 条，{_LESS}"),
        ("主动公开", "公开186条（网站103、公众号93）", "网站 103、公众号 93，加起来 196 条，比总数 186 多 10，请核对。"),
        ("监督保障", "培训3次（线上1次、线下1次）", "线上 1、线下 1，加起来 2 次，比总数 3 少 1：还有别的就补上，数错了就改。"),
        ("主动公开", "186条：网站103，公众号83", ""),
        ("主动公开", "全年124条，网站119条", ""),
        ("主动公开", "总共186条，其中网站103条，公众号80条，其余在公示栏", ""),
        ("主动公开", "大概186条：网站103，公众号80", ""),
        ("主动公开", "公众号推送80条，阅读量1万，粉丝2000", ""),
        ("监督保障", "培训2次，60人，自查4次", ""),
    ],
)  # fmt: skip
def test_parts_are_held_against_their_total(field: str, line: str, said: str) -> None:
    """A breakdown of two or more parts is added up; one part, a rest, or a rough total says nothing."""
    assert hint(field, [line]) == said


def test_the_hint_comes_with_the_answer_and_the_answer_stands(assistant: Assistant) -> None:
    """What does not add up is said at once; the words are recorded as typed and the next question is asked."""
    outcome = assistant.reply("186条：网站103，公众号80")
    question = assistant.question()

    assert outcome.kind == "accepted"
    assert outcome.said == f"记下了。网站 103、公众号 80，加起来 183 条，{_LESS}"
    assert question is not None
    assert question.id == "active.more"
    assert assistant.transcript()[-1].answer == "186条：网站103，公众号80"


def test_the_hint_comes_with_a_proposal_too(assistant: Assistant) -> None:
    """A sentence that says more than was asked is added up the same way."""
    proposal = assistant.propose("186条：网站103，公众号80，没收到申请")
    assert proposal is not None
    outcome = assistant.confirm(proposal)

    assert outcome.said == f"记下了。网站 103、公众号 80，加起来 183 条，{_LESS}"


def test_what_came_and_what_became_of_it_are_held_together(assistant: Assistant) -> None:
    """In one breath both sides of the form's balance: a remark, and every number is taken all the same."""
    assistant.open_question("gate.T3")
    proposal = assistant.propose("收到6件，都是个人，公开了4件，都是个人，1件不归我们管，也是个人")
    assert proposal is not None

    assert [line.value for line in proposal.lines if line.hint] == [
        "收到的和结转来的 6 件，办理结果加结转下年 5 件，差 1 件，请核对。"
    ]
    assert proposal.questions == ()
    assert proposal.values["T3.R01.C1"] == 6


def test_a_total_said_with_its_parts_is_held_against_them(assistant: Assistant) -> None:
    """办结5件 beside results that make 3: a remark at once, while the rest of the table is still open."""
    assistant.open_question("gate.T3")
    proposal = assistant.propose("收到5件，都是个人，公开3件，都是个人，共办结5件")
    assert proposal is not None

    assert [line.value for line in proposal.lines if line.hint] == [
        "办结合计说的是 5，分项到现在加起来 3，差 2，请核对。"
    ]
    assert proposal.questions == ()
