"""Words nobody could word are asked about at once, while the person still knows what was meant."""

import pytest

from assistant.assistant import Assistant
from assistant.origins import WAITS

GOSSIP = "老王那件事整得够呛"


def body(assistant: Assistant) -> str:
    """The first aspect as it is printed."""
    return {one.id: one.body for one in assistant.draft().document.paragraphs}["1.主动公开"]


def asked(assistant: Assistant) -> str:
    """What is asked now, and what is offered."""
    question = assistant.question()
    return f"{question.ask}|{question.current}" if question else ""


def test_the_next_question_is_how_the_words_are_to_be_written(assistant: Assistant) -> None:
    """The answer stands; a sentence is offered in its place, and taken by Enter."""
    outcome = assistant.reply("全年公开124条\n好差评打分每半年排一次")

    assert (outcome.kind, outcome.said) == ("accepted", "记下了。")
    assert asked(assistant) == "“好差评打分每半年排一次”没看懂，报告里怎么写？|好差评评分每半年排一次"
    assert assistant.reply("").said == "记下了，照您写的。"
    assert "公开的政府信息共124条。好差评评分每半年排一次。" in body(assistant)
    question = assistant.question()
    assert question is not None
    assert question.id == "active.more"


def test_a_sentence_of_the_persons_own_is_printed_to_the_letter(assistant: Assistant) -> None:
    """Its digits are traced to the note that holds it; undone, the words wait again."""
    assistant.reply("全年公开124条\n好差评打分每半年排一次")
    assistant.reply("政务服务“好差评”结果每半年公布1次。")

    sentence = assistant.draft().document.paragraphs[2].sentences[-1]
    assert sentence.text == "政务服务“好差评”结果每半年公布1次。"
    assert [(number.text, number.origin) for number in sentence.numbers] == [("1", "notes.主动公开")]
    assert assistant.undo().startswith("已撤销")
    assert "【待核：好差评打分每半年排一次】" in body(assistant)


def test_only_the_words_are_taken_out_of_their_line(assistant: Assistant) -> None:
    """What was understood of the line stays as it was jotted."""
    assistant.reply(f"全年公开124条；{GOSSIP}；网站119条")
    assistant.reply("去掉")

    question = assistant.open_question("active.total")
    assert question.current == "全年公开124条；网站119条"
    assert "【待核" not in body(assistant)


def test_speech_is_asked_about_once_more(assistant: Assistant) -> None:
    """Enter in a hurry prints no gossip; the second Enter is meant."""
    assistant.reply("全年公开124条\n公众号下面的菜单乱得很")
    first = assistant.reply("")
    assert (first.kind, first.said) == (
        "refused",
        "“乱”是口语，改成书面的说法再回车；就这样写，再按一次回车。",
    )
    assert "【待核" in body(assistant)

    assert assistant.reply("").kind == "accepted"
    assert "公众号下面的菜单乱得很。" in body(assistant)


def test_an_offer_that_sounds_spoken_says_so_before_enter(assistant: Assistant) -> None:
    """It is to be mended, and nobody is told that Enter writes it so; one that reads as written has no such word."""
    assistant.reply("全年公开124条\n公众号下面的菜单乱得很")
    question = assistant.question()
    assert question is not None
    assert question.remark == "照原话拟的这句里“乱”还是口语，改好再回车。"

    assistant.reply("去掉")
    assistant.open_question("active.total")
    assistant.reply("全年公开124条\n好差评打分每半年排一次")
    question = assistant.question()
    assert question is not None
    assert (question.wording, question.remark) == (True, "")


def test_the_next_answer_does_not_become_the_sentence_that_was_refused(assistant: Assistant) -> None:
    """After an Enter that was refused, words about another matter are asked about; sent again, they are meant."""
    assistant.reply("全年公开124条\n公众号下面的菜单乱得很")
    assert assistant.reply("").kind == "refused"
    outcome = assistant.reply("村务公开栏每季度更新一次")

    assert outcome.kind == "refused"
    assert "“公众号下面的菜单乱得很”怎么写" in outcome.said
    assert "村务公开栏" not in body(assistant)
    assert assistant.reply("村务公开栏每季度更新一次").kind == "accepted"
    assert "村务公开栏每季度更新一次。" in body(assistant)


def test_what_was_settled_and_taken_back_is_asked_again(assistant: Assistant) -> None:
    """The words wait again, so they are what is asked, and not the answer that holds them; undone once more, that is."""
    assistant.reply("全年公开124条\n好差评打分每半年排一次")
    assistant.reply("")
    assistant.undo()

    assert asked(assistant).startswith("“好差评打分每半年排一次”没看懂")
    assistant.undo()
    question = assistant.question()
    assert question is not None
    assert question.id == "active.total"


@pytest.mark.parametrize("left", ["跳过", "先留着", "留着"])
def test_words_may_be_left_and_are_found_again(assistant: Assistant, left: str) -> None:
    """They wait in the draft, and their sentence leads back to the question how to write them."""
    assistant.reply(f"全年公开124条\n{GOSSIP}")
    assert "审改时再写" in assistant.reply(left).said
    assert f"【待核：{GOSSIP}】" in body(assistant)

    sentence = assistant.paragraph("1.主动公开").sentences[-1]
    assert sentence.goes_to == WAITS + GOSSIP
    assert assistant.open_question(sentence.goes_to).wording
    assert [point.goes_to for point in assistant.open_points() if point.kind == "unread"] == [WAITS + GOSSIP]


def test_all_that_is_left_of_an_answer_may_be_left_at_once(assistant: Assistant) -> None:
    """都留着 goes on with the interview."""
    assistant.reply(f"{GOSSIP}\n小李说他不管了\n食堂又涨价了")
    question = assistant.question()
    assert question is not None
    assert (question.number, question.total) == (1, 3)

    assistant.reply("都留着")
    following = assistant.question()
    assert following is not None
    assert following.id == "active.more"


def test_what_rather_stays_out_is_not_offered(assistant: Assistant) -> None:
    """Enter does not write it: the person says so."""
    assistant.reply("全年公开124条\n党政办的小周借调到区里去了")
    assert (
        asked(assistant)
        == "“党政办的小周借调到区里去了”像是人名，一般不写进报告：不写就写“去掉”，要写请写成一整句。|"
    )
    assert assistant.reply("").kind == "refused"
    assert assistant.reply("去掉").kind == "accepted"
    assert "【待核" not in body(assistant)


def test_a_short_piece_is_offered_with_what_it_belongs_to(assistant: Assistant) -> None:
    """A number that says nothing alone comes with the clause before it."""
    assistant.reply("全年公开124条\n网上公开74条，县网64，扶贫网10")
    waits = asked(assistant)
    assert not waits.startswith("“扶贫网10”")


def test_a_script_that_answers_question_by_question_is_told_instead(assistant: Assistant) -> None:
    """Without questions of this kind the words are said back, two of them, long ones by their beginning."""
    assistant.settles = False
    said = assistant.reply(f"{GOSSIP}\n小李说他不管了\n食堂又涨价了").said
    assert said.count("“") == 2
    assert "等 3 处没看懂，先照原话标【待核】" in said
    question = assistant.question()
    assert question is not None
    assert question.id == "active.more"


def test_a_page_without_a_mark_is_told_by_its_beginning(assistant: Assistant) -> None:
    """It is not said back over the screen, and nobody is asked to write it as a sentence."""
    said = assistant.reply(GOSSIP * 40).said

    assert "老王那件事整…”没看懂" in said
    assert len(said) < 90


def test_what_was_understood_is_not_talked_about(assistant: Assistant) -> None:
    """An ordinary answer is noted without a word more."""
    assert "没看懂" not in assistant.reply("全年公开124条，网站119条，公众号5条").said
    question = assistant.question()
    assert question is not None
    assert not question.wording


def test_a_place_settled_from_the_text_says_the_way_back(assistant: Assistant) -> None:
    """Whoever came from the review desk goes on there."""
    assistant.reply("全年公开124条\n好差评打分每半年排一次")
    assistant.reply("跳过")
    assistant.open_question(WAITS + "好差评打分每半年排一次")

    assert assistant.reply("好差评结果每半年公布一次").said == "记下了，照您写的。按 F4 接着看成文。"
    assert assistant.paragraph("1.主动公开").sentences[-1].phrase == "own"


def test_the_offer_may_be_called_right(assistant: Assistant) -> None:
    """这样没错 takes the sentence that is offered, and is none itself."""
    assistant.reply("全年公开124条\n公众号下面的菜单乱得很")
    offered = assistant.question()
    assistant.reply("这样没错")
    assistant.reply("这样没错")

    assert offered is not None
    assert offered.wording
    assert assistant._answers["note.active.total"].value == ("全年公开124条", f"照写：{offered.current}。")


def test_an_answer_of_which_nothing_is_left_is_asked_again(assistant: Assistant) -> None:
    """Taking a private matter out is no 没有: nothing is claimed, and the question is open."""
    assistant.open_question("manage.main")
    assistant.reply("党政办的小周借调到区里去了")
    assistant.reply("去掉")

    question = assistant.question()
    assert question is not None
    assert question.id == "manage.main"
    printed = {one.id: one.body for one in assistant.draft().document.paragraphs}["1.政府信息管理"]
    assert printed == "【待补：政府信息管理的情况】"


def test_full_width_digits_are_printed_half_width(assistant: Assistant) -> None:
    """As everywhere in the report."""
    assistant.reply("全年公开124条\n好差评打分每半年排一次")
    assistant.reply("好差评结果公布２次")
    assert "好差评结果公布2次。" in body(assistant)


def test_a_name_put_right_while_words_wait_is_no_sentence(assistant: Assistant) -> None:
    """更正：单位全称是… changes that answer; nothing of it is printed as work."""
    assistant.reply("全年公开124条\n好差评打分每半年排一次")
    assistant.reply("更正：单位全称是清水镇人民政府")

    assert assistant.open_question("unit.name").current == "清水镇人民政府"
    assert "更正" not in body(assistant)


def test_sentences_written_one_by_one_stand_in_the_order_jotted(assistant: Assistant) -> None:
    """First, second, third: not turned round in the report."""
    assistant.reply("全年公开124条；好差评打分每半年排一次；公众号下面的菜单乱得很；小程序打开就闪退")
    if assistant.question() and assistant.question().id.endswith("*"):  # type: ignore[union-attr]
        assistant.reply("逐句")
    written = ("好差评结果每半年公布一次", "公众号菜单重新编排", "办理群众诉求一件")
    for sentence in written:
        assistant.reply(sentence)

    kept = assistant._answers["note.active.total"].value
    assert kept == ("全年公开124条", *(f"照写：{sentence}。" for sentence in written))


def test_an_answer_opened_and_left_asks_about_what_waits_in_it(assistant: Assistant) -> None:
    """Enter changes nothing of it, and the open words are asked about before the interview goes on."""
    assistant.reply("全年公开124条\n好差评打分每半年排一次")
    assistant.reply("跳过")
    assistant.open_question("active.total")

    assert assistant.reply("").said == "没有改动。"
    assert asked(assistant).startswith("“好差评打分每半年排一次”没看懂")
    assistant.reply("")
    assistant.open_question("active.total")
    assistant.reply("")
    assert not asked(assistant).startswith("“")
