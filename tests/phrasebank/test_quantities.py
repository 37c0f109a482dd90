"""Quantities: every way people write a number, and the numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.protect import Protector, read_lexicon
from phrasebank.quantities import QuantityReader, shipped_reader
from report.numerals import write_chinese
from report.problem import InputProblem
from report.yamlfile import parse_yaml

PROTECTOR = Protector(read_lexicon("protected.yaml"))


def read(text: str) -> list[tuple[str, str, str]]:
    return [
        (found.value, found.unit, found.qualifier)
        for found in shipped_reader().read(text, PROTECTOR.spans(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("网站119条，公众号五十六条", [("119", "条", ""), ("56", "条", "")]),
        ("1.2万条", [("12000", "条", "")]),
        ("１，２３４条", [("1234", "条", "")]),
        ("1,250条", [("1250", "条", "")]),
        ("三百零五条", [("305", "条", "")]),
        ("十几条", [("10", "条", "余")]),
        ("60多人", [("60", "人", "余")]),
        ("百余条", [("100", "条", "余")]),
        ("近百条", [("100", "条", "近")]),
        ("上千人次", [("1000", "人次", "超过")]),
        ("千把条", [("1000", "条", "约")]),
        ("300+条", [("300", "条", "余")]),
        ("约１．５万人次", [("15000", "人次", "约")]),
        ("3-5次", [("3-5", "次", "")]),
        ("十到十五件", [("10-15", "件", "")]),
        ("94.6%", [("94.6", "%", "")]),
        ("百分之九十", [("90", "%", "")]),
        ("百分之百", [("100", "%", "")]),
        ("1450元", [("1450", "元", "")]),
        ("2870万元", [("2870", "万元", "")]),
        ("两千块钱", [("2000", "元", "")]),
        ("出3废1，现有17", [("3", "", ""), ("1", "", ""), ("17", "", "")]),
        ("建议11 提案4", [("11", "", ""), ("4", "", "")]),
        ("7个工作日内", [("7", "工作日", "")]),
        ("26个试点领域", [("26", "个", "")]),
        ("2次60多人", [("2", "次", ""), ("60", "人", "余")]),
        ("1起诉讼", [("1", "起", "")]),
        ("31个部门", [("31", "个", "")]),
        ("复议为零", [("0", "", "")]),
        ("预约3次", [("3", "次", "")]),
        ("会商十一次", [("11", "次", "")]),
        ("1万2条", [("12000", "条", "")]),
        ("1万2千条", [("12000", "条", "")]),
        ("俩公众号", [("2", "个", "")]),
        ("兩个公众号", [("2", "个", "")]),
        ("咱俩商量", []),
        ("过百条", [("100", "条", "超过")]),
        ("通过百日攻坚", []),
        ("没超过5小时", [("5", "小时", "")]),
        ("九万块钱", [("9", "万元", "")]),
        ("一天滚动8小时", [("8", "小时", "")]),
        ("一个半小时", []),
        ("前三名", []),
        ("4A级景区3个", [("3", "个", "")]),
        ("315那天", []),
        ("头一回", []),
        ("周四回帖12条", [("12", "条", "")]),
        ("每周一次", [("1", "次", "")]),
        ("一来慢，二来难", []),
        ("多少钱一亩", []),
        ("点一点就能查", []),
        ("一部不少", []),
        ("重做一套", []),
        ("电话8230056", []),
        ("三年来", []),
        ("共12345条", [("12345", "条", "")]),
        ("12345热线转来12345件", [("12345", "件", "")]),
        ("12345热线56件", [("56", "件", "")]),
        ("大约有六百五十条", [("650", "条", "约")]),
        ("差不多共有120条", [("120", "条", "约")]),
        ("大概是30件", [("30", "件", "约")]),
        ("放在一个口子里公开", []),
        ("药品监管信息另起一栏", []),
        ("凡事往前想一步", []),
        ("依据哪一条都写明白", []),
        ("办完一件归档一件", []),
        ("一件公开一件不予公开", [("1", "件", ""), ("1", "件", "")]),
        ("有邮寄有网上有当面三种渠道", [("3", "种", "")]),
        ("换了两拨人", [("2", "拨", "")]),
        ("工作计划一季度公布", []),
    ],
)
def test_a_quantity_is_read_exactly(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Value, unit and 余/近/约/超过 come out as the contract says."""
    assert expected == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "第一责任人", "一是更新快", "十四五规划", "二十大精神", "二十届四中全会", "三审三校", "一事一审", "12345工单", "一图读懂", "三公经费",
        "两微一端", "2025年", "25年12月29号", "7月", "上午9:30", "〔2021〕30号", "（2021）30号", "711号令", "第3期", "统一发布",
        "一致", "一把手", "一些", "一直", "几次", "多次", "三五次", "数十件", "一分没收", "一个不落", "今年一份申请都没收到", "一季度", "近三年",
        "三分之一", "15+3-1", "IPv6", "5G", "2.0版", "7×24小时", "023-54230000", "老百姓", "千方百计", "《2025年工作要点》",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    """Years, dates, ordinals, document numbers, fixed terms and vague amounts are not quantities."""
    assert read(text) == []


@given(st.integers(min_value=2, max_value=99_999_999))
def test_every_chinese_numeral_with_a_classifier_is_read(number: int) -> None:
    """Whatever whole number is written in Chinese numerals before 条 is read back."""
    assert [(str(number), "条", "")] == read(f"公开{write_chinese(number)}条")


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text: str) -> None:
    """Quantities lie inside the text, in order, and none is empty."""
    ends = [0]
    for found in shipped_reader().read(text, PROTECTOR.spans(text)):
        assert ends[-1] <= found.start < found.end <= len(text)
        ends.append(found.end)


def test_a_mistake_in_the_units_file_names_line_and_right_form() -> None:
    """A field that is not in the schema is answered with file, line and the names that are."""
    with pytest.raises(InputProblem) as problem:
        QuantityReader(parse_yaml("classifiers: [条]\nmoeny: [元]\n", name="units.yaml"))

    assert str(problem.value) == "units.yaml 第2行第1列：不认识的名称“moeny”。应为：是不是“money”。"


def test_a_broken_pattern_names_line_and_right_form() -> None:
    """A pattern that does not find its own example is answered with file and line."""
    text = "terms: []\npatterns:\n  - {kind: date, pattern: '[0-9]月', example: 七月}\n"
    with pytest.raises(InputProblem) as problem:
        Protector(parse_yaml(text, name="protected.yaml"))

    assert (
        str(problem.value)
        == "protected.yaml 第3行第27列：找不到自己的例子“七月”。应为：能找到 example 的正则表达式。"
    )
