"""Numbers as replies: read with their unit and sign, or refused with the sentence that says what would be right.

One decision: nothing is dropped. Money told in another of its units (358.2万, 3500元) is put into the question's own,
any other unit is refused; what was read from another form than plain digits is shown as it was read.
"""

import re
from decimal import Decimal
from typing import Literal

import msgspec

from prompts.lookalikes import digits_meant, with_digits
from report.cells import plain
from report.lazily import pattern
from report.numerals import read_numeral, write_chinese

NumberKind = Literal["integer", "decimal", "signed", "year"]

_COUNTERS = ("条次", "件次", "人次", "条", "件", "个", "项", "份", "宗", "起", "篇", "次", "期", "场", "人")
_MONEY = {"万元": Decimal(10**4), "元": Decimal(1)}
_SAME_AS = {
    "件": ("件", "个", "项", "份", "宗", "起", "条"),
    "项": ("项", "个", "件", "条"),
    "条": ("条", "条次", "件", "个"),
}
"""Counters that say the same in a question about the first one."""
_UNITS = tuple(
    sorted((*_COUNTERS, "亿元", "千元", *_MONEY, "块", "年度", "年", "%", "％"), key=len, reverse=True)
)
_LESS = ("减少了", "减少", "少了", "下降", "减", "少", "负", "－", "−", "-")
_MORE = ("增加了", "增加", "多了", "增", "多", "+", "＋")
_NONE = pattern(
    r"(?:今年|全年|本年度?|真的?|确实|确认|也|就|是)*(?:都|全都?|全部|一[个件项条份]都?也?|一分钱?都?也?|啥都?也?|什么都?也?)*"
    r"(?:没有?|无|没得)(?:了|的|啊|呀|哦|过)?|(?:都|全都?|全部|均)*(?:是|为)*[0零〇](?:[件项个条元])?"
)
"""All the ways to say that there is none of it."""
_ABOUT = pattern(r"几|多|余|左右|大概|大约|约|近|不到|以上|上下|来[个件条]")
_AROUND = pattern(
    r"\A(?:是|就是|就|共|一共|总共|共计|合计|总计|总的|为|有|就有|只有|今年|全年|那就)+(?=[0-9０-９一二两三四五六七八九十零百千万])|(?:吧|啊|呢|哈|整|的)+\Z"
)
"""Small words that say nothing of the number; 应该 and 大概 do."""
_SCALED = pattern(r"[千万亿]")


class NumberRule(msgspec.Struct, frozen=True):
    """What a question wants of a number."""

    kind: NumberKind
    units: tuple[str, ...] = ()
    """The unit; of several the person names one (元, 万元)."""
    least: int = 0
    most: int = 10**12
    example: str = "3"


class Number(msgspec.Struct, frozen=True):
    """A number that was read."""

    value: Decimal
    unit: str
    said: str
    """How it was read (``124（一百二十四件）``); empty when it was typed just so."""


class NotANumber(msgspec.Struct, frozen=True):
    """Why it was not read: one sentence that says what would be right."""

    sentence: str


def read_number(typed: str, rule: NumberRule) -> Number | NotANumber:
    """Read one reply as a number under ``rule``."""
    bare = _bare(typed)
    sign, body = _sign(bare, rule)
    if says_none(bare):
        return _judge(typed, Decimal(0), rule.units[0] if rule.units else "", rule)
    if rule.units and rule.units[0] in _MONEY and (told := _money(body, rule)):
        return _judge(typed, -told[0] if sign < 0 else told[0], told[1], rule)
    unit = next((unit for unit in _UNITS if body.endswith(unit)), "")
    number = body.removesuffix(unit).strip()
    value = read_numeral(number)
    if value is None:
        about = is_about(number)
        if mixed := digits_meant(number):
            return NotANumber(f"“{mixed[0][0]}”是 {mixed[0][1]} 吗？是就写成 {with_digits(typed.strip())}。")
        problem = f"“{typed.strip()}”不够准，这里要确切的数" if about else f"这里要填{_noun(rule)}"
        return NotANumber(f"{problem}，例如：{rule.example}。")
    wrong = _wrong_unit(value, unit, rule)
    if wrong:
        return NotANumber(wrong)
    return _judge(typed, -value if sign < 0 else value, unit or (rule.units[0] if rule.units else ""), rule)


def _bare(typed: str) -> str:
    """The number without the small words around it: 一共3件吧, 就一件."""
    text = typed.strip().removesuffix("。").strip()
    return _AROUND.sub("", text) or text


def says_none(folded: str) -> bool:
    """Whether a reply, in half width, says that there is none: 没有, 真没有了, 一件都没有, 都是0."""
    return _NONE.fullmatch(folded) is not None


def is_about(typed: str) -> bool:
    """Whether it is told roughly only: 大约200件, 十几件."""
    return _ABOUT.search(typed) is not None


def _sign(bare: str, rule: NumberRule) -> tuple[int, str]:
    for mark in _LESS:
        if bare.startswith(mark) and (rule.kind == "signed" or mark in _LESS[-4:]):
            return -1, bare.removeprefix(mark).strip()
    for mark in _MORE:
        if rule.kind == "signed" and bare.startswith(mark):
            return 1, bare.removeprefix(mark).strip()
    return 1, bare


def _noun(rule: NumberRule) -> str:
    if rule.kind == "year":
        return f" {rule.least} 到 {rule.most} 之间的四位数年份"
    if len(rule.units) > 1:
        return "金额，写明" + "或".join(rule.units)
    unit = f"（{rule.units[0]}）" if rule.units else ""
    return f"一个数{unit}"


def _wrong_unit(value: Decimal, unit: str, rule: NumberRule) -> str:
    """Why the unit does not fit, or empty."""
    wanted = rule.units[0] if rule.units else ""
    if rule.kind == "year":
        return "" if unit in {"", "年", "年度"} else f"这里要填{_noun(rule)}，例如：{rule.example}。"
    if len(rule.units) > 1:
        if unit in rule.units or (not unit and value == 0):
            return ""
        return f"请把单位写上（{'或'.join(rule.units)}），例如：{rule.example}。"
    if unit and unit not in _SAME_AS.get(wanted, (wanted,)):
        return f"这里按{wanted or '个数'}填，不是{unit}，例如：{rule.example}。"
    return ""


def _money(body: str, rule: NumberRule) -> tuple[Decimal, str] | None:
    """An amount in the unit wanted: 358.2万, 12万5千元, 3500元 for 万元; None where it is none, or names no unit it must."""
    plain_unit = next((unit for unit in rule.units if body.endswith(unit)), "")
    if plain_unit and not _SCALED.search(body.removesuffix(plain_unit)):
        return None  # told in the question's own unit
    number = re.sub(r"(?:元整|块钱|[元块圆])\Z", "", re.sub(r"\s", "", body))
    bare = number == re.sub(r"\s", "", body)
    value = read_numeral(number)
    if value is None or is_about(number):
        return None
    scaled = _SCALED.search(number)
    if len(rule.units) > 1:
        unit = "万元" if number.endswith("万") else "元"
        return None if bare and not scaled else (value / _MONEY[unit], unit)
    wanted = rule.units[0]
    return (value if bare and not scaled else value / _MONEY[wanted]), wanted


def _judge(typed: str, value: Decimal, unit: str, rule: NumberRule) -> Number | NotANumber:
    """Kind and bounds."""
    if rule.kind == "year" and not (value == int(value) and rule.least <= value <= rule.most):
        return NotANumber(f"这里要填{_noun(rule)}，例如：{rule.example}。")
    if rule.kind != "decimal" and value != int(value):
        return NotANumber(f"这里要整数，不带小数，例如：{rule.example}。")
    if rule.kind != "signed" and value < 0:
        return NotANumber(f"这里不能是负数，没有就填 0，例如：{rule.example}。")
    if abs(value) > rule.most:
        return NotANumber(f"“{typed.strip()}”太大了，请核对，例如：{rule.example}。")
    if value == 0:
        value = abs(value)
    return Number(value, unit, _said(typed, value, unit, rule))


def _said(typed: str, value: Decimal, unit: str, rule: NumberRule) -> str:
    """How it was read, unless it was typed just so (with or without its unit)."""
    text = plain(value)
    if typed in {text, text + unit}:
        return ""
    if rule.kind == "year":
        return f"{text}年"
    if value != int(value) or abs(value) >= 10**16:
        return text + unit
    words = ("负" if value < 0 else "") + write_chinese(abs(int(value)))
    return f"{text}（{words}{unit}）"
