"""What is offered for words that wait: a beginning with every number in it, never printed unasked."""

import pytest

from phrasebank.offering import offer
from phrasebank.reading import Clause
from phrasebank.register import Voice
from phrasebank.understand import understand_text
from report.unit import Unit

VOICE = Voice(Unit("安宁县水务局", "我局", "department"), 2025)


def clauses_of(line: str, field: str = "平台建设") -> tuple[Clause, ...]:
    """A note as it is read."""
    return understand_text(line, field)


@pytest.mark.parametrize(
    ("jotted", "offered"),
    [
        ("好差评打分每半年排一次", "好差评评分每半年排一次"),
        (
            "凡是该公开的处罚决定都挂到区里的执法公示平台上去了",
            "凡是该公开的处罚决定均挂到区里的执法公示平台上去了",
        ),
        ("放了一台查询机和两排资料架", "摆放一台查询机和两排资料架"),
        ("今年我们把原来计划生育那一类拿掉了", "将原来计划生育那一类撤下了"),
        ("啥时候收啥时候答都记上", "何时收何时答均记录"),
        ("弄了个登记本", "建立登记本"),
        ("咱这没有政务公开考核", "没有政务公开考核"),
        ("摆了个摊发了200份单子", "设摊发放200份单子"),
        ("打算给每个楼栋装一个带锁的小公告箱", "打算给每个楼栋装一个带锁的小公告箱"),
    ],
)
def test_everyday_words_get_their_official_equals(jotted: str, offered: str) -> None:
    """Order, numbers and names stay; only small words change."""
    clauses = clauses_of(jotted)
    made = offer(jotted, [clause.text for clause in clauses], clauses, VOICE)
    assert made is not None
    assert (made.words, made.sentence) == (jotted, offered)


def test_a_piece_takes_what_it_belongs_to_along() -> None:
    """Of one breath, and no further."""
    clauses = clauses_of("6月改版；栏目拆成了3个，7月上线")
    made = offer("7月上线", ["7月上线"], clauses, VOICE)
    assert made is not None
    assert made.words == "栏目拆成了3个，7月上线"
    assert "3个" in made.sentence
    assert made.sentence.endswith("7月上线")


def test_neighbours_that_wait_too_are_offered_as_one() -> None:
    """One breath is one question, as far as a sentence may go."""
    jotted = "处罚118件，占道经营、乱堆乱放为主，结果7个工作日内上网"
    clauses = clauses_of(jotted, "主动公开")
    texts = {clause.text for clause in clauses}
    made = offer(clauses[0].text, [clauses[0].text], clauses, VOICE, texts)
    assert made is not None
    assert made.words == jotted


def test_words_that_stay_out_say_why() -> None:
    """Names of private persons are not offered."""
    jotted = "党政办的小周借调到区里去了"
    made = offer(jotted, [jotted], clauses_of(jotted), VOICE)
    assert made is not None
    assert (made.sentence, made.reason) == ("", "人名")


def test_words_of_no_note_are_not_offered() -> None:
    """Last year's problems are no note of this year."""
    assert offer("栏目太老", ["栏目太老"], clauses_of("网站改版"), VOICE) is None
    assert offer("栏目太老", [], clauses_of("网站改版"), VOICE) is None
