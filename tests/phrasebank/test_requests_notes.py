"""依申请公开 from cells and notes: ways of coming, answers in time, applicants sent on; what the tables tell is told once."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.material import Narrative
from tests.phrasebank.made import material
from tests.phrasebank.test_flow import body

_THREE = {"T3.R01.C1": 2, "T3.R01.C2": 1, "T3.R03.C1": 2, "T3.R13.C2": 1}


def told(notes: str, cells: dict[str, int] | None = None, aspect: str = "依申请公开") -> Narrative:
    """A report whose notes speak of requests."""
    return compose(
        material(notes={aspect: notes}, cells=_THREE if cells is None else cells), load_bank(), strict=True
    )


def test_ways_that_add_up_are_listed_without_and_so_on() -> None:
    """网上交的2个，寄信的1个 of three requests."""
    said = body(told("网上交的2个，寄信的1个"), "1.依申请公开")

    assert "网络提交2件、信函寄送1件。" in said
    assert "等" not in said
    assert "待核" not in said


def test_one_way_of_several_stands_alone() -> None:
    """A single part of a larger whole takes no 等."""
    assert "信函寄送1件。" in body(told("寄信的1个"), "1.依申请公开")


@pytest.mark.parametrize("line", ["都是按时回的", "都是20天里头答的", "三个都在规定时间里答的", "没超期"])
def test_answers_in_time_are_said_once(line: str) -> None:
    """However it was jotted, it is said with the results."""
    said = body(told(line), "1.依申请公开")

    assert said.count("均在法定期限内答复") == 1
    assert "待核" not in said


def test_an_applicant_sent_elsewhere() -> None:
    """The request is told as what table 三 counts it; who else holds the information is named."""
    said = body(told("2个给了，1个不归我们管告诉他找自然资源局了"), "1.依申请公开")

    assert "对1件不属于我局负责公开的申请，已告知申请人向自然资源局咨询。" in said
    assert "待核" not in said
    assert said.count("2件") == said.count("予以公开2件") + said.count("自然人2件")


def test_where_the_case_would_be_told_nobody_is_named() -> None:
    """What was asked for and who holds it would tell the case together."""
    said = body(told("要的是某小区拆迁档案，咱这儿没有，让他去问区征收办"), "1.依申请公开")

    assert "区征收办" not in said.split("【待核")[0]


def test_another_number_than_the_tables_is_a_question() -> None:
    """2 sent on where table 三 has one."""
    narrative = told("2个不归我们管告诉他们找自然资源局了")

    assert [conflict.cells for conflict in narrative.conflicts] == [("T3.R13.C7",)]
    assert "【待核" in body(narrative, "1.依申请公开")


@pytest.mark.parametrize(
    "line",
    [
        "来了3个，2个私人，1个搞水电的公司",
        "给了2个，1个没法提供",
        "没有上年留下来的",
        "也没有跨年的",
        "年底没有剩的",
        "结果照表三",
        "新收3（人2企1）",
        "办结3：公开2、无法1",
        "哪个都没去告我们",
    ],
)
def test_what_only_repeats_the_tables_is_not_said_twice(line: str) -> None:
    """Nothing of it stays, neither worded nor marked."""
    plain = body(told(""), "1.依申请公开")

    assert body(told(line), "1.依申请公开") == plain


@pytest.mark.parametrize("line", ["给了2个，1个咱没有", "1件我们没有这个信息", "我们这儿查不到的1件"])
def test_why_something_was_not_given_is_told_with_the_tables_number(line: str) -> None:
    """The row of table 三 that a note speaks of is named, in the form's words; nothing of the note stays."""
    said = body(told(line), "1.依申请公开")

    assert "本机关不掌握相关政府信息" in said
    assert "【待核" not in said


def test_a_row_that_the_table_leaves_empty_is_a_question() -> None:
    """The note says 第三方, table 三 says 本机关不掌握."""
    narrative = told("1件因为涉及第三方没给")

    assert any("T3.R08.C7" in conflict.cells for conflict in narrative.conflicts)


def test_last_year_and_this_year_with_an_arrow() -> None:
    """新收2→3 tells last year's number too."""
    assert "比上年增加1件" in body(told("新收2→3"), "1.依申请公开")


@pytest.mark.parametrize(
    "line", ["没啥要报告的了", "没别的", "别的没有", "无", "没有其他事项", "没什么要说的"]
)
def test_nothing_else_to_report(line: str) -> None:
    """From 2021 on the fee statement comes first, and nothing is ever a bare 无."""
    said = body(told(line, {}, "其他事项"), "6")

    assert "信息处理费" in said
    assert said.endswith("其他需要报告的事项。")


@pytest.mark.parametrize(
    "line", ["一分没收，单子也没开过", "未发收费通知，亦未收费", "没收过（通知也没发）", "没收费、没发通知"]
)
def test_no_fee_is_told_from_the_table(line: str) -> None:
    """The three zeros of the table are one sentence."""
    said = body(told(line, {}, "其他事项"), "6")

    assert said.count("。") == 1
    assert "待核" not in said


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("36个取水许可、5个处罚都上了信用平台", 0),
        ("许可36件、处罚5件均已公示", 0),
        ("5个取水许可、36个处罚都上了信用平台", 1),
    ],
)
def test_decisions_are_counted_by_the_noun_beside_them(line: str, asked: int) -> None:
    """The number may stand before or after what it counts."""
    narrative = told(line, {"T2.LIC": 36, "T2.PEN": 5}, "主动公开")

    assert len(narrative.conflicts) == asked


@pytest.mark.parametrize("line", ["依申请公开5件", "依申请5件", "收到申请5件", "今年收到5份申请"])
def test_another_number_of_requests_is_asked_about(line: str) -> None:
    """However the requests are called, a number that is not table 三's is a question and not a sentence."""
    narrative = told(line)

    assert [conflict.question for conflict in narrative.conflicts] == [
        f"“{line}”与表三所填的 3 件不一致，请核对哪一个对"
    ]
    assert f"【待核：{line}】" in body(narrative, "1.依申请公开")


@pytest.mark.parametrize("line", ["新收2件，一件撤回一件给了", "予以公开1、撤回1", "撤回了1件"])
def test_a_request_taken_back_is_a_row_of_table_three(line: str) -> None:
    """撤回 may be said of requests as well as of reconsiderations; where table 三 has it, nothing is asked."""
    narrative = told(line, {"T3.R01.C1": 2, "T3.R03.C1": 1, "T3.R23.C1": 1})

    assert narrative.conflicts == ()


def test_how_many_paid_stands_in_no_table() -> None:
    """收信息处理费5件 of six notices contradicts nothing."""
    narrative = told(
        "收信息处理费5件共3940元",
        {"FEE6.notices": 6, "FEE6.notified": 4100, "FEE6.received": 3940},
        "其他事项",
    )

    assert narrative.conflicts == ()
