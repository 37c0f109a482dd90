"""What a number was before and what it is now: 网站栏目48→31 → 网站栏目由48个减至31个; 公众号菜单改了（原来三层，现在两层）.

One decision: the direction is read off the two numbers, never off the verb, and no number is computed.
"""

import re
from decimal import Decimal

from phrasebank.grammar.lexicon import load_grammar
from phrasebank.grammar.mention import last_thing
from phrasebank.register.edits import reword
from report.lazily import pattern
from report.numerals import read_numeral

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?[万亿]?|[一二两三四五六七八九十]{1,3}"
_UNIT = r"[个条块层级家项类件篇名处户人份页套道步次分位天年]|人次|个工作日|小时|分钟"
_MERGED = "并|合并|归并|整合|压|压缩|精简|缩|砍|简|减并|合"
_TO = rf"(?P<verb>{_MERGED}|减|减少|降|增|增加|涨|升|扩|扩大|变|改|调|调整|提高|提升)?(?:到了?|至|成了?|为)"
_CHANGE = pattern(
    rf"(?P<thing>[^，：0-9]{{2,20}}?)(?P<now>今年)?：?(?:由|从)?(?:原来的?|去年的?|上年的?)?(?P<a>{_NUMBER})(?P<au>{_UNIT})?"
    rf"(?:(?:一下)?{_TO}|→|—>|->|=>|➜|⇒)(?:现在的?|今年的?)?(?P<b>{_NUMBER})(?P<bu>{_UNIT})?(?:了)?"
)
_BEFORE_AND_NOW = pattern(
    rf"(?P<thing>[^，0-9]{{2,16}}?)(?:(?:重新)?(?:改|调|调整|简化|优化|精简)(?:了|过)+(?P<what>[^，0-9]{{0,6}}))?，?(?:原来|原先|以前|过去|本来|去年|上年)(?:是|有)?(?P<a>{_NUMBER})(?P<au>{_UNIT})"
    rf"，(?:现在|如今|现|改完|今年)(?:是|有|改成|改为|为|只有|就)?(?P<b>{_NUMBER})(?P<bu>{_UNIT})(?:了)?"
)
_SCALE = {"万": 10000, "亿": 100000000}
_SPANS = ("天", "个工作日", "小时", "分钟")
_SPOKEN = pattern("[了的着把没]|^[从由]")


def changed(text: str) -> str | None:
    """The wording of a clause that tells of a change in number, or None.

    Args:
        text: Normalised words; for 原来…现在… up to three clauses with commas between them.
    """
    if found := _BEFORE_AND_NOW.fullmatch(text):
        return _said(found, f"{found['thing']}{found['what'] or ''}", "")
    if "，" not in text and (found := _CHANGE.fullmatch(text)):
        if not found["verb"] and not re.search("[→>➜⇒]", text):
            return None
        return _said(found, found["thing"], found["verb"] or "")
    return None


def _said(found: re.Match[str], thing: str, verb: str) -> str | None:
    unit = found["au"] or found["bu"] or _classifier(thing)
    if found["au"] and found["bu"] and found["au"] != found["bu"]:
        return None
    before, after = _size(found["a"]), _size(found["b"])
    named = "".join(reword(thing))
    if before is None or after is None or before == after or _SPOKEN.search(named):
        return None
    if not unit:
        return None  # nobody knows what it counts
    if verb not in _MERGED.split("|") or after > before:
        to = "增至" if after > before else "减至"
    elif unit in _SPANS:
        to = "压缩至"
    else:
        to = "归并为" if verb in ("并", "合并", "归并", "合", "减并") else "精简为"
    return f"{named}由{found['a']}{unit}{to}{found['b']}{unit}"


def _classifier(thing: str) -> str:
    if thing.endswith(("粉丝", "用户")):
        return "人"
    if thing.endswith(("量", "数")):
        return ""
    named = last_thing(thing)
    if named is None or named.cls in ("information", "duty", ""):
        return ""
    return load_grammar().counts.get(named.cls, "")


def _size(number: str) -> Decimal | None:
    if number[0].isdigit():
        scale = _SCALE.get(number[-1], 1)
        return Decimal(number.rstrip("万亿").replace(",", "")) * scale
    value = read_numeral(number)
    return None if value is None else Decimal(str(value))
