"""Section 五: one item per problem, measures in the order of the problems, last year's taken up, kinds to tick."""

import pytest

from phrasebank.reading import Clause, Note
from phrasebank.register import Item, Voice
from phrasebank.register.safety import is_official
from phrasebank.troubles import (
    measure_ticks,
    pair,
    problem_ticks,
    spoken_of,
    take_up,
    word_measures,
    word_problems,
)
from phrasebank.troubles.kinds import kind_of, load_kinds
from report.unit import Unit

TOWN = Voice(Unit("柳溪县青禾镇人民政府", "我镇", "township"), 2025)


def jotted(field: str, *lines: tuple[str, ...]) -> tuple[Clause, ...]:
    """Each line as its clauses; a clause that begins with ； follows a semicolon."""
    clauses = []
    for number, pieces in enumerate(lines):
        text = "，".join(pieces).replace("，；", "；")
        note = Note(text, field)
        clauses += [Clause(piece.lstrip("；"), note, line=number, field=field) for piece in pieces]
    return tuple(clauses)


def problems(*lines: tuple[str, ...]) -> tuple[Item, ...]:
    return word_problems(jotted("存在问题", *lines), TOWN)


def test_a_semicolon_parts_problems_and_a_comma_adds_a_side() -> None:
    """What is named in one breath about one thing is one problem."""
    items = problems(("解读就发文字", "太干巴", "老百姓不爱看", "；村上信息员老换人"))

    assert [(item.text, item.kind_id) for item in items] == [
        ("政策解读以文字为主，形式单一，可读性不强", "p09"),
        ("村级信息员变动频繁", "p03"),
    ]


def test_commas_alone_part_problems_of_different_kinds() -> None:
    """人手少，更新不及时 are two problems."""
    assert [item.text for item in problems(("人手少", "更新不及时"))] == ["专职力量不足", "信息更新不及时"]


def test_a_reason_stays_with_what_it_leads_to() -> None:
    """The reason stands before its consequence in one item."""
    assert [item.text for item in problems(("信息更新不及时", "任务重"))] == [
        "受业务任务较重影响，信息更新不及时"
    ]


def test_no_problem_is_no_answer() -> None:
    """没啥问题 cannot be filed; it is left for the person."""
    item = problems(("没啥问题",))[0]

    assert (item.verbatim, item.reason) == (True, "空答")


def test_measures_follow_the_problems_they_answer() -> None:
    """Jotted in any order, they are filed in the order of the problems."""
    found = problems(("答复书说理不细", "；科室报送不主动", "；解读跟不上"))
    clauses = jotted("改进情况", ("报送情况按月通报", "；解读跟文件一起报审", "；答复书模板重做一套"))
    pairing = pair(found, word_measures(clauses, TOWN))

    assert [item.text for (item,) in pairing.of_problem] == [
        "重新编制答复书模板",
        "按月通报报送情况",
        "解读材料与政策文件同步报审",
    ]
    assert pairing.unanswered == ()


def test_last_years_problem_is_taken_up_with_its_outcome() -> None:
    """What was said last year and done this year is one sentence in the perfect tense, without exaggeration."""
    clauses = jotted("改进情况", ("去年说更新不及时", "今年搞了周报送", "好多了"))
    about, others = spoken_of(clauses)
    (item,) = take_up(about, ["更新慢"], word_measures(others, TOWN), ()).sentences

    assert item.text == "上年提出的信息更新不及时问题，本年度实行每周报送，情况有所改善"
    assert (item.last_year, item.tense, item.kind_id) == (True, "done", "p01")


@pytest.mark.parametrize(
    ("pieces", "tense", "said"),
    [
        (("今年印了公开指南折页2000份", "发到社区了"), "done", "已印制公开指南折页2000份并发放到社区"),
        (("明年多搞图解",), "planned", "增加图解"),
        (("加强培训",), "neutral", "加强业务培训"),
    ],
)
def test_tense_is_what_was_said(pieces: tuple[str, ...], tense: str, said: str) -> None:
    """了 and 今年 are done, 明年 is planned, otherwise neither."""
    ((item,),) = word_measures(jotted("改进情况", pieces), TOWN).groups

    assert (said, tense) == (item.text, item.tense)


def test_the_plan_of_a_line_holds_to_its_end() -> None:
    """明年： at the head of a line speaks for all its items."""
    clauses = jotted("改进情况", ("明年：答复文书统一样式", "每季度评一次案卷", "；后进乡镇一对一帮"))

    groups = word_measures(clauses, TOWN).groups

    assert [{item.tense for item in group} for group in groups] == [{"planned"}, {"planned"}]


def test_there_are_enough_kinds_and_each_knows_itself() -> None:
    """At least thirty kinds, each with two measures, each recognised by its own wording."""
    kinds = load_kinds()

    assert len(kinds) >= 30
    for kind in kinds:
        found = kind_of(kind.entry.problem)
        assert found is not None
        assert kind.signals.search(kind.entry.problem), kind.entry.id


def test_ticks_write_official_words() -> None:
    """What a tick writes can stand in a report; each problem offers two steps and a done form."""
    ticks = problem_ticks()
    measures = measure_ticks([tick.id for tick in ticks])

    assert len(measures) == 3 * len(ticks)
    for tick in (*ticks, *measures):
        assert is_official(tick.label), tick.label
