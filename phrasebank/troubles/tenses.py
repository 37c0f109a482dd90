"""When a measure was or is to be done, as far as it was said, and its words without that.

One decision: 了, 已 and 今年 are done unless they tell of a case (坏了24小时内修); 明年, 打算 and 准备 are planned.
"""

import re
from collections.abc import Sequence

from phrasebank.reading import Clause, Tense
from phrasebank.troubles.pieces import Group, groups_of
from report import lazily
from report.lazily import pattern

PLANNED = pattern(
    r"明年|下一?步|往后|下年度?|来年|打算|准备(?!金)|计划|今后|以后(?!勤)|将要|争取|接下来|拟(?!定|稿|制)|次年|年后|正在"
)
OPENER = pattern(
    r"^(?:(?:明年|下一?步|往后|下年度?|来年|今后|以后|接下来|打算|准备|计划|我们|我局|想|拟|要|将|会|再|开始|年初|起)[，：:]?)+"
)
_MARK = lazily.pattern(r"(?<=[\u4e00-\u9fff])(?:明年|下一步|来年)(?:就|要|将|再|起)?")
"""A plan said in the middle: 答复书模板明年重做."""
_IN_CASE = "由|就|扣|通报|约谈|提醒|退|要|再|才|也|马上|当[天日]|[0-9一二三四五两]+个?(?:工作日|天|小时|周|日|月)(?:之|以)?内"
"""What follows on 坏了, 晚了 where it tells of a case (坏了24小时内修), not of what was done."""
_DONE = pattern(
    rf"(?<![除为])了(?!解|的|{_IN_CASE})|已经|已(?!定)|今年|本年度|(?:[0-9]{{1,2}}月)起已|(?<![前内算未没天日期时])完成"
)
_CASE = pattern(f"了(?={_IN_CASE})|(?:必须|[内前]须?)回")
THIS_YEAR = pattern(r"^(?:今年|本年度|全年|年内)，?(?:又|还|就|都)?")


NEXT_YEAR = lazily.pattern(
    r"(?:明年|来年)(?=上半年|下半年|[一二三四1-4]季度|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月|年?底前|年中)"
)
"""A time of next year is written with its number: 明年上半年."""


def time_of(clause: Clause) -> Tense:
    """When a measure that a person worded was or is to be done."""
    return tense_of(clause.text, groups_of((clause,))[0])


def tense_of(text: str, group: Group) -> Tense:
    """When it was or is to be done, as far as it was said."""
    if PLANNED.search(text):
        return "planned"
    if _DONE.search(text):
        return "done"
    if _CASE.search(text) or re.search("[前内]完成|底前", text):
        return "neutral"  # a deadline tells until when, not that it was done
    tenses = [clause.tense for segment in group for clause in segment.clauses]
    return next((tense for tense in tenses if tense != "neutral"), "neutral")


def by_tense(groups: Sequence[Group]) -> list[Group]:
    """今年给12个名词配了漫画，明年再配20个 is one measure done and one planned."""
    parted: list[Group] = []
    for group in groups:
        planned = next((at for at, segment in enumerate(group) if at and PLANNED.search(segment.text)), 0)
        done = planned and any(_DONE.search(segment.text) for segment in group[:planned])
        parted += [group[:planned], group[planned:]] if done else [group]
    return parted


_SHORT_YEAR = pattern(r"(?<![0-9第])(?=[12][0-9]年(?:[0-9]{1,2}月|[上下]半年|底|初|起|，|$))")
"""A year jotted by its last two digits: 25年1月起."""


def timeless(text: str, tense: Tense) -> str:
    """The words without those that only say when."""
    text = _SHORT_YEAR.sub("20", text)
    if tense == "planned":
        return _MARK.sub("", OPENER.sub("", text)) or text
    return _IN_BETWEEN.sub("", THIS_YEAR.sub("", text)) if tense == "done" else text


_IN_BETWEEN = pattern(r"(?<=[\u4e00-\u9fff]{2})今年(?:又|已经|就|都)?(?=[\u4e00-\u9fff])")
"""The year in the middle: 解读今年配了24篇图."""
