"""Measures that name the problem they answer: the name points, and is no part of what was done."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from report.cells import Cells
from report.last_year import LastYear
from tests.phrasebank.made import material
from tests.phrasebank.test_flow import body


def closing(problems: str, measures: str, last: tuple[str, ...] = ()) -> tuple[str, str]:
    """The problems and the measures of section five as they are printed."""
    made = material(
        notes={"存在问题": problems, "改进情况": measures},
        last_year=LastYear(Cells({}, {}), last) if last else None,
    )
    narrative = compose(made, load_bank(), strict=True)
    return body(narrative, "5.problems"), body(narrative, "5.measures")


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("股室配合不紧的问题，下一步建立股室联络员制度", "下一步改进措施是：建立股室联络员制度"),
        ("针对股室配合不紧的问题，明年定联络员", "下一步改进措施是：明确联络员"),
        ("股室配合不紧的，明年定联络员", "下一步改进措施是：明确联络员"),
        ("股室配合不紧：明年定联络员", "下一步改进措施是：明确联络员"),
        ("对于股室配合不紧的问题，下一步每季度开一次碰头会", "下一步改进措施是：每季度召开一次碰头会"),
        ("股室配合不紧方面，明年每季度开1次联席会议", "下一步改进措施是：每季度召开1次联席会议"),
        ("股室配合不紧，下一步建立联络员制度", "下一步改进措施是：建立联络员制度"),
        ("股室配合不紧这个问题，下一步建立更新台账", "下一步改进措施是：建立信息更新台账"),
        ("就股室配合不紧的情况，明年每月开例会", "下一步改进措施是：每月召开例会"),
    ],
)
def test_the_name_is_taken_off(measure: str, said: str) -> None:
    """What is left is the measure, nothing of it turned into another act."""
    assert said in closing("股室配合不紧", measure)[1]


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("解读材料形式单一问题，做了图解3个", "上年提出的政策解读形式单一问题，已制作图解3篇。"),
        ("解读单一的，做了图解3个", "上年提出的政策解读形式单一问题，已制作图解3篇。"),
        (
            "针对水利工程建设信息更新不及时问题，已明确责任人，每月更新",
            "上年提出的水利工程建设信息更新不及时问题，已明确责任人，每月更新。",
        ),
        (
            "水利工程信息更新慢的，已经定了责任人每月更新",
            "上年提出的水利工程建设信息更新不及时问题，已明确责任人，每月更新。",
        ),
        ("解读单一的问题，组织培训2次", "上年提出的政策解读形式单一问题，本年度组织业务培训2次。"),
    ],
)
def test_what_was_done_about_last_years_problem_takes_it_up(measure: str, said: str) -> None:
    """The problem that is named is the one taken up; the other one is asked about."""
    printed = closing("股室配合不紧", measure, ("水利工程建设信息更新不及时", "解读材料形式单一"))[1]

    assert said in printed
    assert printed.count("整改情况】") == 1


def test_each_measure_goes_to_the_problem_it_names() -> None:
    """Whatever the order, and however alike the problems are; no other one is left unasked."""
    problems, measures = closing(
        "股室配合不紧\n政策解读以文字为主，形式单一",
        "解读材料形式单一问题，做了图解3个\n针对水利工程建设信息更新不及时问题，已明确责任人，每月更新\n"
        "股室配合不紧的问题，下一步建立股室联络员制度",
        ("水利工程建设信息更新不及时", "解读材料形式单一"),
    )

    assert "一是股室之间协同不够；二是政策解读以文字为主，形式单一。" in problems
    assert measures == (
        "上年提出的水利工程建设信息更新不及时问题，已明确责任人，每月更新。上年提出的政策解读形式单一问题，"
        "已制作图解3篇。针对本年度的问题，下一步将建立股室联络员制度。"
        "【待补：针对“政策解读以文字为主，形式单一”的改进措施】"
    )


@pytest.mark.parametrize(
    "measure",
    [
        "更新不及时的问题，明年每月检查一次",
        "针对更新不及时的问题，每月检查一次",
        "更新慢的，明年每月检查一次",
    ],
)
def test_a_problem_that_nobody_listed_is_answered_by_nothing(measure: str) -> None:
    """The measure waits with its head; it is not given to another problem."""
    assert f"【待核：{measure}】" in closing("人手少", f"{measure}\n明年配1个人")[1]


@pytest.mark.parametrize(
    ("measure", "kept"),
    [
        ("更新慢的栏目已关停2个", "更新慢的栏目已关停2个"),
        ("对更新不及时的股室通报", "对更新不及时的股室通报"),
        ("针对企业反映的问题，建立台账", "针对企业反映的问题"),
        ("差的单位派人驻点一周，帮着改", "对工作较差的单位派员驻点一周"),
        ("给不会用电脑的村派个年轻人帮忙，先铺10个村", "不会"),
    ],
)
def test_what_only_sounds_like_a_complaint_stays(measure: str, kept: str) -> None:
    """的 tells which one, and who is meant is part of the measure."""
    assert kept in closing("网站信息更新不及时", measure)[1]


def test_words_of_a_named_problem_that_nobody_could_word_stand_with_it() -> None:
    """The mark quotes the line as it was jotted."""
    printed = closing("内容不全", "内容不全的问题，我们列了清单")[1]

    assert "【待核：内容不全的问题，我们列了清单】" in printed


@pytest.mark.parametrize(
    "measure",
    [
        "已经改了",
        "已经改好了，每月查一次",
        "都整改了",
        "正在改",
        "问题都整改到位了",
        "更新慢已经改了",
        "已解决",
    ],
)
def test_mended_without_a_word_on_how_waits(measure: str) -> None:
    """It is no measure that could be printed; what was done is asked about."""
    assert closing("更新慢", measure)[1] == f"【待核：{measure}】"
