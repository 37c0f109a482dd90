"""Jotted lines become official sentences: joined where they belong together, left alone where they are not ours to word."""

import pytest

from phrasebank.reading import Clause, Note
from phrasebank.register import Restated, Verbatim, Voice, restate, restate_line
from report.unit import Unit

BUREAU = Voice(Unit("云岭县住房和城乡建设局", "我局", "department"), 2024)


def clauses_of(line: str, field: str, *pieces: str) -> tuple[Clause, ...]:
    note = Note(line, field)
    return tuple(Clause(piece, note, field=field) for piece in (pieces or (line,)))


def texts(line: str, field: str, *pieces: str) -> list[str]:
    return [
        result.text if isinstance(result, Restated) else f"【{result.clause.text}】"
        for result in restate_line(clauses_of(line, field, *pieces), BUREAU)
    ]


@pytest.mark.parametrize(
    ("field", "pieces", "said"),
    [
        (
            "平台建设",
            ("公积金栏目空了半年", "并到住房保障栏目了"),
            ["公积金栏目空置半年，现已归并至住房保障栏目"],
        ),
        ("监督保障", ("领导小组调了", "局长当组长"), ["调整政府信息公开工作领导小组，由局长任组长"]),
        ("监督保障", ("培训1场", "60多人"), ["组织业务培训1场，60余人参加"]),
        ("政府信息管理", ("老信息理了一遍", "过期的下了17条"), ["对历年信息作了清理，下架过期信息17条"]),
        (
            "主动公开",
            ("部门预算决算公开了", "权责清单更新了"),
            ["部门预算、决算已向社会公开，权责清单已更新"],
        ),
        (
            "监督保障",
            ("镇长挂帅", "今年还栽了200棵树"),
            ["由镇长牵头负责政府信息公开工作", "【今年还栽了200棵树】"],
        ),
    ],
)
def test_clauses_that_belong_together_become_one_sentence(
    field: str, pieces: tuple[str, ...], said: list[str]
) -> None:
    """Two steps of one thing, found and mended, action and purpose are joined; the rest stays apart."""
    assert said == texts("，".join(pieces), field, *pieces)


def test_an_enumeration_that_was_cut_is_whole_again() -> None:
    """公租房、低保、残疾人补贴名单 is one subject although it was read as three clauses."""
    line = "公租房、低保、残疾人补贴名单，12个社区公示栏全有，每月换"
    said = texts(line, "主动公开", "公租房", "低保", "残疾人补贴名单", "12个社区公示栏全有", "每月换")

    assert said == ["公租房、低保、残疾人补贴名单在12个社区的公示栏公布，每月更换一次"]


def test_every_clause_is_covered_once() -> None:
    """Nothing a person said is lost on the way, whether it is worded or not."""
    clauses = clauses_of("没人申请；你帮我看看；都没超期", "依申请公开", "没人申请", "你帮我看看", "都没超期")
    results = restate_line(clauses, BUREAU)
    covered = [c for r in results for c in (r.clauses if isinstance(r, Restated) else (r.clause,))]

    assert list(clauses) == covered


def test_who_acts_is_told_when_it_is_not_the_unit() -> None:
    """A subject of its own lets the composer name the unit again afterwards."""
    result = restate(clauses_of("法律顾问审核答复文书", "依申请公开")[0], BUREAU)

    assert isinstance(result, Restated)
    assert (result.subject, result.verb_first) == ("法律顾问", False)


def test_the_unit_calls_itself_by_its_short_name() -> None:
    """A rule that needs the unit as subject uses the name it goes by."""
    assert texts("咱这儿查了没有", "依申请公开") == ["经查，我局不掌握所申请的信息"]


def test_a_refused_clause_says_why() -> None:
    """The reviewer is told what kind of remark it is."""
    result = restate(clauses_of("小张怀孕明年换人", "平台建设")[0], BUREAU)

    assert isinstance(result, Verbatim)
    assert result.reason == "私事"


@pytest.mark.parametrize(
    ("field", "jotted", "said"),
    [
        ("政府信息管理", "过了公示期的名单及时撤下", "超过公示期的名单及时撤下"),
        ("政府信息管理", "制定了个人信息保护规定", "制定个人信息保护规定"),
        ("主动公开", "招聘医务人员的公告和结果都公开", "招聘医务人员的公告和结果均已公开"),
        ("监督保障", "图解3", "【图解3】"),
    ],
)
def test_no_word_loses_a_part_of_its_meaning(field: str, jotted: str, said: str) -> None:
    """过了 is not a particle at the head, 个 of 个人信息 is no classifier, a bare amount is no sentence."""
    assert texts(jotted, field) == [said]


@pytest.mark.parametrize(
    ("line", "pieces", "said"),
    [
        ("老班长住院，值守人员顺延", ("老班长住院", "值守人员顺延"), ["【老班长住院】", "【值守人员顺延】"]),
        ("当天就改好了", ("当天就改好了",), ["【当天就改好了】"]),
        ("检查不好说，都改了", ("检查不好说", "都改了"), ["【检查不好说】", "【都改了】"]),
        ("检查2次，都改了", ("检查2次", "都改了"), ["开展检查2次，均已整改"]),
    ],
)
def test_a_clause_that_lost_what_it_speaks_of_waits_with_it(
    line: str, pieces: tuple[str, ...], said: list[str]
) -> None:
    """What went on with a private matter, and what became of a thing that is not written, are left to a person."""
    assert said == texts(line, "监督保障", *pieces)


@pytest.mark.parametrize(
    ("field", "pieces"),
    [
        ("平台建设", ("10月", "给各所发了个小喇叭儿")),
        ("平台建设", ("老李弄了个啥玩意", "7月上线")),
        ("监督保障", ("抓阄定的", "10所学校")),
        ("政府信息管理", ("啥都往里塞", "改为每月一次")),
    ],
)
def test_what_says_nothing_by_itself_waits_with_its_line(field: str, pieces: tuple[str, ...]) -> None:
    """A month, 上线 or a number of schools is no sentence once what it tells of went to a person."""
    assert all(each.startswith("【") for each in texts("，".join(pieces), field, *pieces))
