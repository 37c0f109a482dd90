"""Several places of one answer that nobody could word: a list of sentences, settled by one Enter."""

import pytest

from assistant.assistant import Assistant
from assistant.offered import rewritten
from assistant.views import QuestionView
from phrasebank.offering import Offer
from phrasebank.reading import Note

NOTES = "全年公开124条\n好差评打分每半年排一次；出让公告和成交结果都在网上\n公众号下面的菜单乱得很"


def asked(assistant: Assistant) -> QuestionView:
    """What is asked now."""
    question = assistant.question()
    assert question is not None
    return question


def body(assistant: Assistant) -> str:
    """The first aspect as it is printed."""
    return {one.id: one.body for one in assistant.draft().document.paragraphs}["1.主动公开"]


def test_enter_takes_what_reads_as_written_and_asks_for_the_rest(assistant: Assistant) -> None:
    """What still sounds spoken is marked, stays out of the Enter, and is asked by itself."""
    assistant.reply(NOTES)
    assert asked(assistant).offers == (
        "好差评评分每半年排一次",
        "出让公告和成交结果均在网上",
        "公众号下面的菜单乱得很（还是口语，单独问）",
    )

    assert assistant.reply("").said == "记下了，照写 2 句。"
    assert "好差评评分每半年排一次。出让公告和成交结果均在网上。【待核：公众号下面的菜单乱得很】" in body(
        assistant
    )
    assert asked(assistant).ask == "“公众号下面的菜单乱得很”没看懂，报告里怎么写？"
    assistant.reply("微信公众号菜单分类不够清楚")
    assert asked(assistant).id == "active.more"


def test_numbers_take_some_and_one_step_takes_them_back(assistant: Assistant) -> None:
    """The others are asked one by one; undo brings the whole list's words back."""
    assistant.reply(NOTES)
    assert assistant.reply("2 3").said == "记下了，照写 2 句。"
    assert "出让公告和成交结果均在网上。公众号下面的菜单乱得很。" in body(assistant)
    assert asked(assistant).current == "好差评评分每半年排一次"

    assistant.undo()
    assert body(assistant).count("【待核") == 3


def test_one_by_one_or_all_left(assistant: Assistant) -> None:
    """逐句 goes through them, 都留着 leaves them; what is no answer says what would be."""
    assistant.reply(NOTES)
    assert assistant.reply("9").said == "没有第 9 句，号码是 1 到 3。"
    assert assistant.reply("这一句不太对吧").kind == "refused"
    assistant.reply("逐句")
    assert asked(assistant).offers == ()
    assert asked(assistant).current == "好差评评分每半年排一次"
    assistant.reply("都留着")
    assert asked(assistant).id == "active.more"
    assert body(assistant).count("【待核") == 3


def test_skipping_the_list_leaves_all_of_it(assistant: Assistant) -> None:
    """One 跳过 goes on with the interview."""
    assistant.reply(NOTES)
    assistant.reply("跳过")
    assert asked(assistant).id == "active.more"


def test_one_place_is_no_list(assistant: Assistant) -> None:
    """It stands in the prompt, to be mended."""
    assistant.reply("全年公开124条\n好差评打分每半年排一次")
    assert asked(assistant).offers == ()


@pytest.mark.parametrize(
    ("line", "cut", "left"),
    [
        ("甲，乙，丙", ("乙",), ("甲，丙", "照写：乙。")),
        ("甲；乙，丙；丁", ("乙，丙",), ("甲；丁", "照写：乙，丙。")),
        ("甲，乙；丙", ("甲", "丙"), ("乙", "照写：甲。", "照写：丙。")),
        ("甲，乙", ("甲，乙",), ("照写：甲，乙。",)),
        ("甲。乙，丙，丁", ("丙", "丁"), ("甲。乙", "照写：丙。", "照写：丁。")),
    ],
)
def test_what_is_left_of_a_line_keeps_its_marks(
    line: str, cut: tuple[str, ...], left: tuple[str, ...]
) -> None:
    """The words are taken out, the sentences follow in their order."""
    note = Note(line, "主动公开")
    made = [(Offer(note, line.index(words), line.index(words) + len(words), words), words) for words in cut]
    assert rewritten((line, "别的"), made) == (*left, "别的")
