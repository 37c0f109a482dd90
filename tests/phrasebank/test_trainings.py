"""Trainings in everyday words become one sentence: who learnt what from whom, how often, how many came."""

import pytest

from phrasebank.register import Voice
from report.unit import Unit
from tests.phrasebank.made import worded

OFFICE = Voice(Unit("云岭县住房和城乡建设局", "我局", "department"), 2024)


def said(line: str, field: str = "监督保障") -> list[str]:
    return worded(line, field, OFFICE)


@pytest.mark.parametrize(
    ("line", "official"),
    [
        (
            "6月份组织村文书培训了一回，讲怎么公开、怎么拍照留底，来了32个人",
            "6月组织村文书开展业务培训一次，内容为公开方法和拍照存档方法，32人参加",
        ),
        (
            "9月请县政府办的同志来讲课，县直医院和卫生院52人听课",
            "9月邀请县政府办工作人员授课，县直医院和卫生院52人参加",
        ),
        (
            "上半年搞了一次业务学习，重点学申请怎么答复，28人听了",
            "上半年组织业务学习1次，重点学习申请答复方法，28人参加",
        ),
        ("请市里的讲师讲了2堂课，乡镇所来了47人", "邀请市级讲师授课2次，乡镇所47人参加"),
        ("给各村报账员培训了2次，每次40来人", "组织各村报账员开展业务培训2次，每次约40人参加"),
        (
            "请法院的同志讲了一课，主要讲败诉案例，52人听",
            "邀请法院工作人员授课一次，内容为败诉案例，52人参加",
        ),
        (
            "组织各股室信息员培训1次，重点讲保密审查，参加的有23人",
            "组织各股室信息员开展业务培训1次，重点讲解保密审查，23人参加",
        ),
        (
            "给窗口人员讲了怎么受理申请，11个人参加",
            "组织窗口人员开展业务培训，内容为如何受理申请，11人参加",
        ),
        ("培训了乡镇经办人员，45人", "组织乡镇经办人员开展业务培训，45人参加"),
        (
            "全系统培训2次，共156人次，考了试",
            "组织全系统开展业务培训2次，共156人次参加，并组织考试",
        ),
        ("培训招标代理2场，160家单位", "组织招标代理开展业务培训2场，160家单位参加"),
        (
            "学校校长和园长培训1次，96人，讲招生信息怎么公开",
            "组织学校校长和园长开展业务培训1次，内容为招生信息公开方法，96人参加",
        ),
        (
            "4月办了一期培训班，讲的是条例怎么用，来了60多人",
            "4月举办培训班1期，内容为《条例》适用方法，60余人参加",
        ),
    ],
)
def test_a_training_is_one_sentence(line: str, official: str) -> None:
    """Every part of the line stands in it once."""
    assert said(line) == [official]


@pytest.mark.parametrize(
    "line", ["让县政府办培训了1回，去了3个人", "把科室讲的都记了，来了3个人", "教室坏了，修了2次"]
)
def test_what_is_no_training_is_not_read_as_one(line: str) -> None:
    """Who was sent, what was said and a broken room are told by the general readings or by a person."""
    assert not any("组织" in each for each in said(line))


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("小区物业考核结果一年公布2次，42个小区", "小区物业考核结果一年公布2次，涉及42个小区"),
        ("养老机构收费和床位情况每季度更新，一共17家", "养老机构收费和床位情况每季度更新，共17家"),
        ("惠民演出信息提前公布，一共88场", "惠民演出信息提前公布，共88场"),
    ],
)
def test_a_number_behind_a_comma_tells_how_many_it_concerns(line: str, official: str) -> None:
    """A bare number belongs to what was said before it."""
    assert said(line, "主动公开") == [official]
