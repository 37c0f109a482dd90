"""What a training was about, as a list of nouns: 怎么拍照留底、申请怎么答复 → 拍照存档方法和申请答复方法.

One decision: every item must become a noun; else the list stays as it was said.
"""

import re

from phrasebank.grammar.chunks import chunks_of
from phrasebank.register.edits import reword
from report.lazily import pattern

_HOW = pattern(r"(?P<thing>[^怎如咋]*?)(?:怎么|怎样|如何|咋)(?P<act>.{1,10})")
_ACTS = {"写": "撰写", "发": "发布", "填": "填写", "报": "报送", "传": "上传", "遮": "遮挡", "遮挡": "遮挡", "打码": "遮挡", "回": "答复", "答": "答复", "回复": "回复", "答复": "答复", "审": "审核", "用": "使用", "审核": "审核",
         "拍照": "拍照", "留底": "存档", "做": "制作", "改": "修改", "查": "查询", "登记": "登记", "归档": "归档", "公开": "公开", "公示": "公示", "发布": "发布", "填写": "填写", "报送": "报送", "上传": "上传", "编": "编制", "办": "办理", "办理": "办理", "贴": "张贴", "更新": "更新", "认定": "认定", "保密": "保密", "拟": "拟写", "脱敏": "脱敏", "解读": "解读", "去标识": "去标识"}  # fmt: skip
_LONGEST = sorted(_ACTS, key=len, reverse=True)
_ALONE = ("拍照", "登记", "打码", "遮挡", "审核")
"""Acts without an object, that another may follow."""
_WHICH = pattern(
    r"(?:哪些|什么|啥)(?:信息|内容|东西|材料)?(?P<not>不)?(?:能|该|要|可以|应该|得|应)(?P<not2>不)?公开"
)


_WHOSE = pattern(r"(?:由)?谁来?(?P<act>批|审|审核|签|管|负责|发|答|答复|办)(?:的)?")
_WHOSE_SAYS = {
    "批": "审批",
    "审": "审核",
    "签": "签发",
    "管": "管理",
    "发": "发布",
    "答": "答复",
    "办": "办理",
    "负责": "工作",
}


def contents(what: str) -> str:
    """What was taught, as nouns: 怎么登记、哪些能公开 → 登记方法和公开范围; empty where a word of it says something else."""
    items = [_item(item) for item in re.split("[、和]", what)]
    if not all(items):
        return ""
    return "、".join(items[:-1]) + ("和" if len(items) > 1 else "") + items[-1]


def _item(item: str) -> str:
    if found := _WHICH.fullmatch(item):
        return "不予公开的范围" if found["not"] or found["not2"] else "公开范围"
    if found := _HOW.fullmatch(item):
        return _method(found["thing"], found["act"])
    if found := _WHOSE.fullmatch(item):
        return f"{_WHOSE_SAYS.get(found['act'], found['act'])}责任"
    if item in ("条例", "新条例", "信息公开条例"):
        return {"新条例": "新修订的《条例》"}.get(item, "《条例》")
    said = "".join(reword(item))
    return "" if re.search("怎|咋|啥|谁|什么|多少|[了着吗呢吧]", said) else said


def _method(thing: str, act: str) -> str:
    """怎么拍照留底 → 拍照存档方法, 申请怎么答复 → 申请答复方法, 怎么写解读 → 解读撰写方法."""
    first = next((each for each in _LONGEST if act.startswith(each)), "")
    if not first:
        return ""
    verbs, rest = _ACTS[first], act.removeprefix(first)
    if first in _ALONE and rest in _ACTS:
        verbs, rest = verbs + _ACTS[rest], ""
    if thing in ("条例", "新条例") and first == "用":
        return "《条例》适用方法"
    named = "".join(reword(thing or rest))
    if (thing and rest) or (rest and (len(rest) < 2 or chunks_of(rest) is None)):
        return ""
    return f"{named}{verbs}方法"
