"""What is typed where words are to be written is read as the answer first; only what waits is quoted, and nothing understood is lost."""

import pytest

from assistant.assistant import Assistant


def at(assistant: Assistant, question: str, *said: str) -> str:
    """The text of an aspect after these replies to one question; the last of them may be refused."""
    assistant.open_question(question)
    for each in said:
        assistant.reply(each)
    field = assistant._interview.question(question).field
    return "".join(one.body for one in assistant.draft().document.paragraphs if one.aspect == field)


def asked(assistant: Assistant) -> tuple[str, str]:
    """How the words are asked about, and what stands ready."""
    question = assistant.question()
    assert question is not None
    return question.ask, question.current


@pytest.mark.parametrize(
    ("first", "then", "printed"),
    [
        ("小王在弄", "专人1名，培训了3次", "专人1名，举办业务培训3次。"),
        ("小王在弄", "培训3次", "举办业务培训3次。"),
        ("小王在弄", "专人１名，自查４次", "专人1名，组织自查，共4次。"),
        ("小王在弄", "一共培训了三次", "举办业务培训3次。"),
        ("小王在弄", "我查了下是培训3次", "举办业务培训3次。"),
        ("小王管，由分管副镇长负责，培训2次", "专人1名", "专人1名，由分管副镇长"),
        ("培训大概两次吧，一共八十来人", "2次，83人", "举办业务培训2次，83人参加。"),
        ("培训大概两次吧，一共八十来人", "2 83", "举办业务培训2次，83人参加。"),
        ("培训大概两次吧，一共八十来人", "２次，八十三人", "举办业务培训2次，83人参加。"),
        ("培训大概两次吧", "", "举办业务培训2次。"),
        ("培训好像是2次", "3次", "举办业务培训3次。"),
        ("培训可能三次，记不清了", "4", "举办业务培训4次。"),
    ],
)
def test_short_answers_are_worded_like_every_answer(
    assistant: Assistant, first: str, then: str, printed: str
) -> None:
    """They are jotted in the place of the words that wait, and asked no more."""
    text = at(assistant, "guard.main", first, then)
    assert printed in text
    assert "待核" not in text


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("这个数得问小王", "42条"),
        ("这个数得问小王", "我查了下，一共42条"),
        ("这个数得问小王", "刚问了小王，全年42条"),
        ("大概40条吧", "42"),
        ("大概40条吧", "我刚数了一遍是42条"),
        ("应该四十来条吧", "42条"),
    ],
)
def test_the_total_is_told_after_all(assistant: Assistant, first: str, then: str) -> None:
    """A number that answers the question is its answer, wherever it is typed."""
    assert "信息共42条" in at(assistant, "active.total", first, then)


@pytest.mark.parametrize(
    "said",
    [
        "我查了下是42条",
        "问了一下网站管理员，一共是42条",
        "我让小李数了数，总共42条",
        "看了下后台，共42条",
        "刚核了一遍，全年42条",
        "我刚看了一下有42条",
        "翻了下台账，一共４２条",
        "数了一下是四十二条",
        "又查了一遍，总共有42条",
        "统计了下，一共42条",
    ],
)
def test_how_somebody_came_to_a_number_is_no_part_of_it(assistant: Assistant, said: str) -> None:
    """The number stays."""
    text = at(assistant, "active.total", said)
    assert "信息共42条" in text
    assert "待核" not in text


@pytest.mark.parametrize("said", ["检查了2次，共发现5个问题", "抽查了一下8个村，有3个问题", "查了3次"])
def test_what_was_checked_is_told(assistant: Assistant, said: str) -> None:
    """查了3次 is work that was done."""
    assistant.open_question("guard.main")
    assistant.reply(said)
    assert assistant._state.answers["note.guard.main"] == (said,)


def test_a_whole_sentence_is_printed_as_it_stands(assistant: Assistant) -> None:
    """Only short pieces with a number are jotted."""
    text = at(assistant, "guard.main", "小王在弄", "党政综合办公室明确1名工作人员专门负责。")
    assert "党政综合办公室明确1名工作人员专门负责。" in text


def test_numbers_without_a_name_are_asked_for_it(assistant: Assistant) -> None:
    """They would be printed as a sentence that says nothing."""
    assistant.open_question("guard.main")
    assistant.reply("小王在弄")
    outcome = assistant.reply("3次")
    assert (outcome.kind, "只有数" in outcome.said) == ("refused", True)


def test_only_what_waits_is_quoted_and_taken_out(assistant: Assistant) -> None:
    """由党政办负责 is understood by itself and stays."""
    assistant.open_question("guard.main")
    assistant.reply("这块党政办的小王兼着管，由党政办负责，自查4次")
    assert asked(assistant)[0].startswith("“这块党政办的小王兼着管”")
    assistant.reply("去掉")
    assert assistant._state.answers["note.guard.main"] == ("由党政办负责，自查4次",)


def test_a_guess_is_asked_for_its_number(assistant: Assistant) -> None:
    """Enter takes the number that was guessed as the right one."""
    assistant.open_question("active.total")
    assistant.reply("大概230条吧")
    assert asked(assistant) == ("“大概230条吧”说的是大概的数，准数是多少？", "230条")
    assert assistant.reply("").said == "记下了：230条。"
    assert assistant.undo().startswith("已撤销")


@pytest.mark.parametrize("said", ["没人去", "做得挺好看的", "大家都说早该撤了"])
def test_what_is_only_said_beside_work_is_no_sentence(assistant: Assistant, said: str) -> None:
    """It is asked about, and Enter writes nothing."""
    assistant.open_question("platform.main")
    assistant.reply(f"查阅点2个，{said}")
    question = assistant.question()
    assert question is not None
    assert (question.wording, question.current) == (True, "")
    assert assistant.reply("").kind == "refused"


def test_an_answer_at_a_list_is_a_line_more(assistant: Assistant) -> None:
    """The places of the list wait on."""
    assistant.open_question("guard.main")
    assistant.reply("好差评打分每半年排一次；出让公告和成交结果都在网上")
    assert assistant.reply("培训了3次").said == "记下了：培训了3次。"
    assert asked(assistant)[0].startswith("有 2 处没看懂")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("有一个自己跑来的", "当面一件"),
        ("网上3件，自己跑来1件", "网上3件，当面1件"),
        ("网上3件，有1个本人亲自上门交的", "网上3件，当面1件"),
        ("信2件，还有两个自己找上门来的", "信2件，当面两件"),
        ("网上５件，１件自己跑来", "网上５件，当面１件"),
        ("自己到窗口交的2件，网上3件", "当面2件，网上3件"),
        ("1个人自己上门来交的", "当面1件"),
        ("复议4件，3件维持1件纠正", "复议4件，3件维持，1件纠正"),
    ],
)
def test_how_requests_came_is_kept_in_the_word_of_the_form(
    assistant: Assistant, said: str, kept: str
) -> None:
    """And two results that were told without a mark are two."""
    assistant.open_question("gate.T3")
    assistant.reply("有")
    assistant.open_question("request.main")
    assistant.reply(said)
    assert assistant._state.answers["note.request.main"] == (kept,)


@pytest.mark.parametrize(
    ("said", "slot", "value"),
    [
        ("许可32，处罚没，收费没有", "T2.LIC", 32),
        ("行政许可３２件，其余0", "T2.LIC", 32),
        ("收到3件，都是个人，都给了", "T3.R03.C1", 3),
        ("复议1件，还在审，其余0", "T4.V4", 1),
    ],
)
def test_numbers_of_a_table_go_there_while_words_wait(
    assistant: Assistant, said: str, slot: str, value: int
) -> None:
    """They are never printed as a sentence; and the words are asked about again behind it."""
    assistant.open_question("guard.main")
    assistant.reply("小王在弄")
    proposal = assistant.propose(said)
    assert proposal is not None
    assistant.confirm(proposal)

    assert assistant._state.answers[slot] == value
    assert asked(assistant)[0].startswith("“小王在弄”")


@pytest.mark.parametrize(
    "said", ["由党政办负责，全年自查4次", "本年度举办业务培训3次，参训80人次", "专人1名，培训了3次"]
)
def test_a_sentence_for_waiting_words_is_no_proposal(assistant: Assistant, said: str) -> None:
    """Only what speaks wholly of one table is."""
    assistant.open_question("guard.main")
    assistant.reply("小王在弄")
    assert assistant.propose(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "网上9件，信2件，当面1件",
        "网上9件",
        "网上提交９件，邮寄２件",
        "信函两件、当面一件",
        "窗口交的3个，传真1个",
        "有网上的5件，还有信1封",
    ],
)
def test_how_they_came_tells_that_there_were_some(assistant: Assistant, said: str) -> None:
    """At the question whether there were any; the words answer the next one."""
    assistant.open_question("gate.T3")
    proposal = assistant.propose(said)
    assert proposal is not None
    assistant.confirm(proposal)
    assert assistant._state.answers["gate.T3"] is True
    assert assistant._state.answers["note.request.main"] == (said,)
