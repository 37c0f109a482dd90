"""What may be right as it is can be said to be so; it counts until a number of it changes, and is undone like an answer."""

from decimal import Decimal

import pytest

from assistant.assistant import Assistant
from assistant.looked_at import says_right
from assistant.said_over import said_over
from phrasebank.plan.overlap import says_overlap

TOO_MANY = "全年公开86条，网站60条，公众号40条"


def open_texts(assistant: Assistant) -> list[str]:
    """What a person is asked to look at or to decide."""
    return [point.text for point in assistant.open_points() if point.kind in {"ask", "look"}]


def printed(assistant: Assistant) -> str:
    """The paragraph of what was published."""
    paragraphs = assistant.draft().document.paragraphs
    return next(paragraph.text for paragraph in paragraphs if paragraph.aspect == "主动公开")


@pytest.mark.parametrize(
    "typed",
    ["两边都发", "重复的", "同一条两个渠道都发", "有些信息两边都发了", "这样没错", "数没错", "核对过了"],
)
def test_channels_that_carry_the_same_are_explained_in_a_word(assistant: Assistant, typed: str) -> None:
    """The question is closed, the numbers are printed, and the word stands in the note."""
    assistant.reply(TOO_MANY)
    before, marked = open_texts(assistant), printed(assistant)
    proposal = assistant.propose(typed)
    assert proposal is not None
    outcome = assistant.confirm(proposal)
    question = assistant.question()

    assert before == ["政府网站60、微信公众号40，合计100，比总数86多，请核对"]
    assert "【待核：网站60条】" in marked
    assert outcome.said == "记下了。"
    assert open_texts(assistant) == []
    assert "政府网站60条、微信公众号40条，有的信息在几个渠道同时发布。" in printed(assistant)
    assert question is not None
    assert question.id == "active.more"


@pytest.mark.parametrize(
    "line", [f"{TOO_MANY}，两边都发", f"{TOO_MANY}（有重复）", f"{TOO_MANY}，同一条信息网站和公众号都发"]
)
def test_said_with_the_numbers_it_is_no_question_at_all(assistant: Assistant, line: str) -> None:
    """Nothing is hinted at, nothing is asked."""
    outcome = assistant.reply(line)

    assert outcome.said == "记下了。"
    assert open_texts(assistant) == []
    assert "【待核" not in printed(assistant)


def test_a_total_missed_by_a_slip_is_looked_at_until_it_is_right_or_said_to_be(assistant: Assistant) -> None:
    """391 beside 200 and 190: a remark that stays, that a word closes, and that another number opens again."""
    assistant.reply("全年公开391条，网站200条，公众号190条")
    first = open_texts(assistant)
    proposal = assistant.propose("这样没错")
    assert proposal is not None
    assistant.confirm(proposal)
    closed = open_texts(assistant)
    undone = assistant.undo()
    again = open_texts(assistant)
    assistant.redo()
    changed = assistant.propose("更正：网站195条")
    assert changed is not None
    assistant.confirm(changed)

    assert (
        first
        == again
        == ["政府网站 200、微信公众号 190，加起来 390 条，比总数 391 少 1：还有别的就补上，数错了就改。"]
    )
    assert closed == []
    assert undone == "已撤销：刚才核对过的那一处。"
    assert open_texts(assistant) == [
        "政府网站 195、微信公众号 190，加起来 385 条，比总数 391 少 6：还有别的就补上，数错了就改。"
    ]


def test_a_part_left_out_is_no_slip(assistant: Assistant) -> None:
    """Much less than the total is told when it is said, and not asked for ever."""
    assistant.reply("全年公开391条，网站200条，公众号120条")

    assert open_texts(assistant) == []


def test_a_warning_of_a_table_is_confirmed_with_its_numbers(assistant: Assistant) -> None:
    """By the sentence of the open point; another number of the same cells asks again."""
    assistant.open_question("gate.T2")
    proposal = assistant.propose("规范性文件新发2件，其余0")
    assert proposal is not None
    assistant.confirm(proposal)
    (text,) = open_texts(assistant)
    said = assistant.confirm_finding(text)
    closed = open_texts(assistant)
    assistant.set_cells("T2", {"T2.NORM.made": "3"})

    assert said == "已核对，不再提；数一变就再问。"
    assert closed == []
    assert len(open_texts(assistant)) == 1
    assert assistant.figures.value("T2.NORM.made") == Decimal(3)


def test_what_contradicts_a_table_cannot_be_looked_away(assistant: Assistant) -> None:
    """A note with 18 beside a table with 16 is decided by changing one of them."""
    assistant.open_question("gate.T3")
    proposal = assistant.propose("收到16件，都是个人，都给了，其余0")
    assert proposal is not None
    assistant.confirm(proposal)
    assistant.open_question("request.main")
    assistant.reply("收到申请18件")
    (text,) = open_texts(assistant)

    assert text == "“收到申请18件”与表三所填的 16 件不一致，请核对哪一个对"
    assert not assistant.confirmable(text)
    assert assistant.confirm_finding(text) == "这一处要改了数或原话才算完，不能只说没错。"
    assert open_texts(assistant) == [text]
    assert assistant.draft().exit_code == 1


def test_of_several_one_is_chosen_by_its_number_or_all_at_once(assistant: Assistant) -> None:
    """They are listed with numbers; 第2处没错 closes one, 都没错 the rest."""
    assistant.reply("全年公开391条，网站200条，公众号190条")
    assistant.open_question("gate.T2")
    proposal = assistant.propose("规范性文件新发2件，其余0")
    assert proposal is not None
    assistant.confirm(proposal)
    assistant.open_question("guard.main")
    assistant.reply("培训3次（线上1次、线下1次）")
    before = open_texts(assistant)
    listed = assistant.propose("这样没错")
    one = assistant.propose("第2处没错")
    assert one is not None
    assistant.confirm(one)
    after = open_texts(assistant)
    rest = assistant.propose("都没错")
    assert rest is not None
    assistant.confirm(rest)

    assert len(before) == 3
    assert listed is not None
    assert listed.values == {}
    assert "2. " in listed.lines[0].value
    assert len(after) == 2
    assert open_texts(assistant) == []


def test_with_nothing_to_look_at_it_is_said(assistant: Assistant) -> None:
    """这样没错 is no note; at a question of yes or no it is left to the question."""
    proposal = assistant.propose("这样没错")
    assistant.open_question("gate.T3")

    assert proposal is not None
    assert proposal.questions[0].value == "现在没有等着核对的。"
    assert assistant.propose("没错") is None


@pytest.mark.parametrize(
    ("typed", "right", "overlap"),
    [
        ("这样没错", True, False),
        ("就是这样", True, False),
        ("我核对过了", True, False),
        ("第2处没错", True, False),
        ("都没错", True, False),
        ("两处没错别字", False, False),
        ("没有错别字", False, False),
        ("渠道之间有重复", False, True),
        ("一稿多发", False, True),
        ("都发了", False, False),
        ("重复申请", False, False),
        ("及时更新", False, False),
    ],
)
def test_which_words_say_so(typed: str, right: bool, overlap: bool) -> None:  # noqa: FBT001  a table of what is meant
    """Whole replies only; a fact of the year's work is none."""
    assert (says_right(typed), says_overlap(typed)) == (right, overlap)


@pytest.mark.parametrize(
    "line",
    ["有的信息" * 100, "一条信息" * 90 + "两边" * 20, "都" * 300 + "没错字", "50条，" * 200 + "网站是51条"],
)
def test_a_long_line_is_read_to_its_end(line: str) -> None:
    """A pasted page neither says that two channels carry the same nor takes anything back, and is read at once."""
    assert not says_overlap(line)
    assert not says_right(line)
    assert said_over(line, "主动公开") == line
