"""Whether a wording still says what was jotted: counted alike, denied alike, no word cut apart or said twice.

One decision: it compares, it never mends; what changed on the way waits for a person.
"""

import re
from collections import Counter
from functools import lru_cache

from phrasebank.grammar.chunks import chunks_of
from phrasebank.register.stumps import stump
from report import lazily

_PARTS = lazily.pattern("[，；。：]")
_CHANGED = {"回": "次", "遍": "次", "趟": "次", "堂": "次", "位": "名", "号": "日", "块": "元"}
"""A classifier that stands for another one whatever is counted."""
_KEPT = frozenset("条篇次场期份名册处轮项家户批台幅天周月年分页倍")
_OF = (
    ("件", "许可|处罚|罚|强制|申请|建议|提案|工单|案|文件|证"),
    ("项", "许可|问题|事项|任务"),
    ("条", "信息|意见|留言|公告|通告|建议|动态|消息|问题|命令|通知"),
    ("个", "渠道|条路|栏目|村|环节"),
    ("次", "会|培训|活动|演练|直播|讲|检查|征集|评议|座谈|课"),
    ("场", "课|培训|会"),
    ("名", "人"),
    ("期", "培训班|班"),
    ("台", "机|电脑"),
    ("块", "屏|牌"),
    ("种", "类"),
)
"""What may be counted so, though it was jotted with another classifier."""
_NUMBER = lazily.pattern(r"(?P<n>[0-9][0-9.,]*)(?P<scale>[万亿]?余?[万亿]?)(?P<unit>[\u4e00-\u9fff]?)")
_SENSES = (
    (
        "没|不(?!动产|少|断|定期|同|含|一|锈|仅|合格|良|久|了情|过)|未|无(?!障碍|人机|线|偿|害|烟|纸|遗漏|异议)|零(?!售|星)",
        "没|不|未|无|零|缺|停|较少|仅|尚|难|防|杜绝|避免|空|偏少|禁|待|持平|严格|件数仍为|访问量较低|共[0-9]+期",
    ),
    (
        "明年|来年|打算|准备(?!金)|下一?步|争取",
        "下一|将|拟|计划|须|应|要|准备|争取|明年|需|必|尽快|[0-9]{4}年",
    ),
    (
        "多数|大部分|基本(?!信息|情况|公开|养老|医疗|公共|农田|建设|生活|目录)|大多|大概|大约|左右|差不多|一些|个别|(?<!所)有的(?![0-9])",
        "多数|大部分|基本|大多|约|左右|近|部分|个别|一些|少数|有的|主要|多为",
    ),
    ("只(?!要|有到)|仅|光是|才[0-9一两]", "只|仅|单一|才|主要|不足|较少|尚|方可|偏少|唯一|限|不含"),
)
"""What was said (no, not yet, about, only) and what must then be found in the wording."""


@lru_cache(maxsize=4096)
def changed(jotted: str, said: str) -> str:
    """What a wording changed of what was jotted, or empty.

    Args:
        jotted: The normalised words.
        said: What they are to become.
    """
    if _counted_otherwise(jotted, said):
        return "单位变了"
    plain = _WHETHER.sub("", jotted)
    for was, kept in _SENSES:
        if re.search(was, plain) and not re.search(kept, said):
            return "意思变了"
    denied, still = _SENSES[0]
    if len(re.findall(denied, plain)) > 1 and len(re.findall(f"{still}|非", said)) == 1:
        return "意思变了"  # 没有依据的局长不签 denies twice
    return "词被拆开" if _cut_by_a_comma(jotted, said) or stump(jotted, said) else ""


_WHETHER = lazily.pattern(r"([\u4e00-\u9fff]{1,2})[不没]\1|有没有")


def _counted_otherwise(jotted: str, said: str) -> bool:
    counted = [(found["n"], found["unit"]) for found in _NUMBER.finditer(said)]
    for found in _NUMBER.finditer(jotted):
        unit = _CHANGED.get(found["unit"], found["unit"])
        if unit not in _KEPT and found["unit"] != "个":
            continue
        units = {other for number, other in counted if number == found["n"]}
        if not units or unit in units or found["unit"] in units:
            continue
        general = unit == "个" and "条" not in units
        if not general and not any(_may_count(other, jotted) for other in units):
            return True
    return False


def _may_count(unit: str, jotted: str) -> bool:
    return any(unit == each and re.search(of, jotted) for each, of in _OF)


@lru_cache(maxsize=4096)
def said_twice(jotted: str, said: str) -> bool:
    """A word of the trade stands twice in one clause that was not jotted twice (公布同时在公示栏公布).

    Rules may say a word again on purpose; the grammar and small edits never do.
    """
    for part in _PARTS.split(said):
        words = Counter(
            chunk.text
            for chunk in chunks_of(part) or ()
            if len(chunk.text) > 1 and chunk.senses[0].kind in ("noun", "verb")
        )
        if any(
            times > 1 and jotted.count(word) < times and not _listed(word, part)
            for word, times in words.items()
        ):
            return True
    return False


def _listed(word: str, part: str) -> bool:
    return f"{word}、" in part or f"、{word}" in part


def _cut_by_a_comma(jotted: str, said: str) -> bool:
    """Two words that stood side by side are parted (安全扫描 → 安全，扫描)."""
    for found in _COMMA.finditer(said):
        other = found["other"]
        if (
            f"{found['one']}{other}" in jotted
            and other not in _BEGINS
            and other[0] not in "占共计均已并由为含权"
        ):
            return True
    return False


_COMMA = lazily.pattern("(?P<one>[\u4e00-\u9fff]{2})，(?=(?P<other>[\u4e00-\u9fff]{2}))")
_BEGINS = frozenset(("其中", "包括", "涉及"))
