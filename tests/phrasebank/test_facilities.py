"""Columns, accounts, screens and places with their numbers, told in everyday words in 平台建设."""

import pytest

from phrasebank.register import Voice
from report.unit import Unit
from tests.phrasebank.made import worded

OFFICE = Voice(Unit("云岭县水务局", "我局", "department"), 2024)


def said(line: str) -> str:
    return "；".join(worded(line, "平台建设", OFFICE))


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("1个公众号，原来三个，另两个6月份注销了", "现有微信公众号1个，原有3个，其余2个于6月注销"),
        ("2个新栏目：水价、水质，5月上线", "新增栏目2个，分别为水价、水质，5月上线"),
        (
            "3个新栏目，有“招生入学”“学生资助”“校外培训”等",
            "新增栏目3个，包括“招生入学”“学生资助”“校外培训”等",
        ),
        ("政务新媒体年初73个，关停并转后剩58个", "政务新媒体年初73个，经关停整合现有58个"),
        ("社区公告栏14处，7处翻新，带遮雨棚", "设有社区公告栏14处，其中翻新7处，配有遮雨棚"),
        (
            "原来国土局、规划局的两个公众号合成一个，5月启用",
            "将国土局、规划局的2个微信公众号合并为一个，5月启用",
        ),
        ("82所学校的校务公开栏统一了样式", "统一82所学校的校务公开栏样式"),
        ("40所学校门口的公示牌重新做了，监督电话统一印上", "重新制作40所学校门口的公示牌，统一印制监督电话"),
        ("公众号1个，粉丝4300，一周至少两更", "设有微信公众号1个，关注用户4300人，每周至少更新两次"),
        ("公众号1个，粉丝1.3万，比去年多2100", "设有微信公众号1个，关注用户1.3万人，比上年增加2100人"),
        ("政务公开专区1处，全年来了410人次", "设有政务公开专区1处，全年接待410人次"),
        (
            "智能客服1个，全年答9.2万次，答不上来的转人工",
            "设有智能客服1个，全年应答9.2万次，无法应答的转人工服务",
        ),
        ("村级大喇叭122套，在线119套", "设有村级广播122套，其中在线119套"),
        ("村级公开栏10块", "设有村级公开栏10块"),
        ("网站1个，公众号1个", "设有网站1个，微信公众号1个"),
    ],
)
def test_tools_with_their_numbers(line: str, official: str) -> None:
    """How many there are, what they are called, what became of some, who uses them."""
    assert said(line) == official


@pytest.mark.parametrize(
    "line", ["注销冗余账号8个，留5个", "只留微信公众号1个", "关停停更账号1个", "现存政务新媒体33个"]
)
def test_what_was_closed_is_not_set_up(line: str) -> None:
    """A tool to which something was done is no tool that there is."""
    assert "设有" not in said(line)
