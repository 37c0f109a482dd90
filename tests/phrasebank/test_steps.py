"""Who looks at a text before it goes out, told step by step, becomes one sentence; what is no such chain stays as it was."""

import pytest

from phrasebank.register import Voice
from report.unit import Unit
from tests.phrasebank.made import worded

OFFICE = Voice(Unit("云岭县住房和城乡建设局", "我局", "department"), 2024)


def said(line: str, field: str = "政府信息管理") -> list[str]:
    return worded(line, field, OFFICE)


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("稿子股室写，办公室改，局长签", "稿件由股室起草、办公室修改、局长签发"),
        ("发稿三步：经办写、主任看、副镇长签", "稿件由经办人起草、主任审核、副镇长签发后发布"),
        ("三关：起草人自查，办公室查错字，副局长签字放行", "信息由起草人自审、办公室校对、副局长签发"),
        ("股长、办公室、分管局长，三道手过了才发", "信息发布须经股长、办公室和分管局长三级审核"),
        ("发布走OA三级：经办→科长→分管", "信息发布须由经办人、科长和分管负责人三级审核"),
        ("每条都要过“小编—股长—局领导”", "每条信息须经编辑、股长和局领导审核"),
        ("谁起草谁先看，法规股再看，局长最后点头", "信息由起草人自审、法规股审核、局长审定"),
        ("先科室自查，再办公室复核，最后分管领导签发", "信息由科室自审、办公室复核、分管负责人签发"),
        (
            "信息先由科室写，办公室审，分管副局长签字后才发",
            "信息由科室起草、办公室审核、分管副局长签发后发布",
        ),
        (
            "上网前过两遍：科室头儿看内容，党政办看格式加保密",
            "信息上网前由科室负责人审核内容、党政办审核格式并作保密审查",
        ),
        (
            "信息发布执行三级审核，经办人初审，科长复审，分管领导终审",
            "信息由经办人初审、科长复审、分管负责人终审后发布",
        ),
        (
            "预警先签后发：预报员、首席、值班领导，3个名字",
            "预警信息须经预报员、首席和值班负责人3人签字后发布",
        ),
    ],
)
def test_a_chain_of_steps_is_one_sentence(line: str, official: str) -> None:
    """Everybody stands in it with what they do, in the order told; 发布 only where it was said."""
    assert said(line) == [official]


def test_a_number_of_steps_that_does_not_agree_is_left_to_a_person() -> None:
    """三级 with two of them named: nobody writes which one is missing."""
    assert not any("三级审核" in text for text in said("经办人、分管局长，三道手过了才发") if text[0] != "【")


def test_who_leads_and_who_does_the_work_is_no_review() -> None:
    """Nothing is looked at before it goes out here."""
    assert said("局长抓总，办公室具体管") == ["局长负总责，办公室具体负责"]
