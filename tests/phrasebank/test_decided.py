"""Decisions and what became of them, however briefly they are jotted."""

import pytest

from phrasebank.register.changes import changed
from phrasebank.register.decided import decided
from phrasebank.register.rewrite import normalise


@pytest.mark.parametrize(
    ("jotted", "official"),
    [
        ("罚单211，强制8，全公示", "作出行政处罚决定211件、行政强制决定8件，均已公示"),
        (
            "处罚129件（大多是占道），强制4件，都公示",
            "作出行政处罚决定129件（多为占道）、行政强制决定4件，均已公示",
        ),
        ("罚143强6，处罚决定上网", "作出行政处罚决定143件、行政强制决定6件，处罚决定已上网公开"),
        (
            "许可17、处罚2，双公示无遗漏",
            "作出行政许可决定17件、行政处罚决定2件，均按“双公示”要求公布",
        ),
        (
            "取水这些许可63个、罚单11张，七天头都双公示出去了",
            "作出取水行政许可决定63件、行政处罚决定11件，均在七日内按“双公示”要求公布",
        ),
        ("处罚三件，挂信用网", "作出行政处罚决定3件，已在信用网公示"),
        ("许可1264件逐件上网", "作出行政许可决定1264件，逐件上网公开"),
        (
            "许可902个，占道、广告牌这两样占大头，当天出当天晒",
            "作出行政许可决定902件，占道、广告牌居多，当日作出、当日公开",
        ),
        ("镇里执法队罚了9起，都上网了", "镇执法队作出行政处罚决定9件，均已上网公开"),
        ("罚单30张，区里平台能查", "作出行政处罚决定30件，可在区平台查询"),
    ],
)
def test_decisions_with_what_became_of_them(jotted: str, official: str) -> None:
    """Numbers, limits and kinds stay; nothing is said to be published that was not."""
    assert decided(normalise(jotted)) == official


@pytest.mark.parametrize(
    "jotted", ["许可项目原来13项", "许可证发了30本", "罚款8.5万元", "许可12件，群众很满意", "都公示了"]
)
def test_what_is_no_decision_or_says_more_is_left(jotted: str) -> None:
    """Items of a list, papers, money and opinions are not decisions."""
    assert decided(normalise(jotted)) is None


@pytest.mark.parametrize(
    ("jotted", "official"),
    [
        ("许可事项 22→23 项", "许可事项由22项增至23项"),
        ("公众号粉丝38.6万→45.2万", "公众号关注用户由38.6万人增至45.2万人"),
        ("栏目从19个→12个", "栏目由19个减至12个"),
        ("满意度→96", None),
        ("得分88→92", None),
    ],
)
def test_a_number_that_became_another(jotted: str, official: str | None) -> None:
    """The numbers say which way; without a classifier nobody knows what they count."""
    assert changed(normalise(jotted)) == official
