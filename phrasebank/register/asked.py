"""What people ask, as the name of what is made public: 谁批的、批了多少平方 → 审批人和批准面积, 花在哪儿 → 资金去向.

One decision: every item of a list becomes a noun; else the list stays as it was said.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from phrasebank.grammar.chunks import chunks_of
from phrasebank.register.edits import in_whole_words
from report import lazily

_THING = r"(?P<x>[^，、：0-9谁怎哪几多啥什为]{0,10}?)"
_WHO = {
    "批": "审批人", "审": "审核人", "签": "签发人", "干": "施工单位", "施工": "施工单位", "修": "施工单位", "建": "建设单位", "管": "管理单位", "负责": "负责人", "包": "承包人", "中标": "中标单位", "供": "供应单位", "办": "承办人", "领": "领取人", "评": "评审人员", "监理": "监理单位",
}  # fmt: skip
_SUM = {
    "批": "批准", "发": "发放", "补": "补助", "收": "收取", "花": "支出", "用": "使用", "投": "投资", "拨": "拨付", "分": "分配", "占": "占用", "建": "建设", "罚": "罚款", "赔": "赔偿", "奖": "奖励", "领": "领取", "交": "缴纳", "欠": "欠缴", "给": "发放",
}  # fmt: skip
_HOW = {
    "分": "分配办法", "分配": "分配办法", "办": "办理流程", "办理": "办理流程", "领": "领取方式", "报": "申报方式", "报名": "报名方式", "申请": "申请方式", "申领": "申领流程", "认定": "认定标准", "定": "确定办法", "收": "收费方式", "收费": "收费方式", "算": "计算方法", "查": "查询方式", "用": "使用方法", "使用": "使用方法",
    "评": "评定办法", "评定": "评定办法", "选": "选取办法", "走": "办理流程", "补": "补助办法", "报销": "报销办法", "缴": "缴纳方式", "交": "缴纳方式", "投诉": "投诉方式", "预约": "预约方式", "处理": "处理办法", "办证": "办证流程", "发": "发放办法", "罚": "处罚标准", "赔": "赔偿办法",
}  # fmt: skip
_WHY = {
    "涨": "上调",
    "涨价": "价格上调",
    "降": "下调",
    "停": "停止",
    "改": "调整",
    "拆": "拆除",
    "关": "关闭",
    "调": "调整",
    "撤": "撤销",
    "罚": "处罚",
}
_TIME = {"开门": "开门", "上班": "上班", "出摊": "出摊", "收摊": "收摊", "开馆": "开馆", "关门": "关门", "闭馆": "闭馆", "开": "开放", "停": "停止", "恢复": "恢复", "完工": "完工", "开工": "开工", "发": "发放", "到账": "到账", "来水": "恢复供水", "停水": "停水", "停电": "停电", "报名": "报名", "截止": "截止", "办": "办理", "发车": "发车", "营业": "营业", "供水": "供水", "供暖": "供暖", "开考": "开考", "开课": "开课"}  # fmt: skip
_T = "|".join(sorted(_TIME, key=len, reverse=True))
_OF_ALL = "了|过|的|去|到"


def _of(found: re.Match[str], noun: str) -> str:
    thing = found["x"].removesuffix("的")
    noun = "流程" if noun == "办理流程" and thing.startswith("办") else noun
    return f"{in_whole_words(thing)}{noun}" if thing else noun


def _amount(found: re.Match[str]) -> str:
    noun = {"平方": "面积", "平米": "面积", "亩": "面积", "户": "户数", "人": "人数", "次": "次数"}.get(
        found["u"] or "", ""
    )
    verb = _SUM[found["v"]]
    if not noun:
        noun = "标准" if found["v"] in ("收", "补", "交", "奖") and not found["done"] else "金额"
        verb = "收费" if verb == "收取" and noun == "标准" else verb
    return _of(found, f"{verb}{noun}")


def _times(found: re.Match[str]) -> str:
    each = f"各{'点位' if found['each'] == '点' else found['each']}" if found["each"] else ""
    words = [
        _TIME[word] for word in re.findall("(?:几点|什么时候|啥时候|几时|哪天)(" + _T + ")", found["all"])
    ]
    if len(words) > 1:
        return _of(found, f"{each}{'、'.join(words[:-1])}和{words[-1]}时间")
    return _of(found, f"{each}{words[0]}时间")


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        lazily.pattern(
            rf"{_THING}(?:是)?(?:由)?谁(?:来)?(?P<v>{'|'.join(sorted(_WHO, key=len, reverse=True))})(?:的)?"
        ),
        lambda found: _of(found, _WHO[found["v"]]),
    ),
    (
        lazily.pattern(
            rf"{_THING}(?:是)?哪家(?:单位|公司|企业)?(?:来)?(?P<v>中标|施工|干|建|修|供|监理)(?:的|了)?"
        ),
        lambda found: _of(found, _WHO[found["v"]]),
    ),
    (
        lazily.pattern(
            rf"{_THING}(?P<v>{'|'.join(_SUM)})(?P<done>了)?多少(?:(?P<u>平方|平米|亩|户|人|次)|钱|元)?(?:的)?"
        ),
        _amount,
    ),
    (
        lazily.pattern(rf"{_THING}(?P<v>收费|补助|补贴|奖励|票价|价格|工资|水费|电费)(?:是)?多少"),
        lambda found: _of(found, found["v"] if found["v"] in ("票价", "价格") else f"{found['v']}标准"),
    ),
    (lazily.pattern(rf"{_THING}多少钱(?:的)?"), lambda found: _of(found, "费用")),
    (
        lazily.pattern(
            rf"{_THING}(?:钱)?(?:都)?(?P<v>花|用)(?:在|到)(?:了)?(?:哪儿|哪里|哪些地方|啥地方|什么地方|哪)(?:{_OF_ALL})?"
        ),
        lambda found: _of(found, "使用去向" if found["x"] else "资金去向"),
    ),
    (lazily.pattern(rf"{_THING}效果(?:咋样|怎么样|怎样|如何|好不好)"), lambda found: _of(found, "使用效果")),
    (
        lazily.pattern(
            rf"{_THING}(?:怎么|怎样|如何|咋)(?:来)?(?P<v>{'|'.join(sorted(_HOW, key=len, reverse=True))})(?:的)?"
        ),
        lambda found: _of(found, _HOW[found["v"]]),
    ),
    (
        lazily.pattern(
            rf"{_THING}(?:为什么|为啥|为何)(?:要)?(?P<v>{'|'.join(sorted(_WHY, key=len, reverse=True))})(?:了)?"
        ),
        lambda found: _of(found, f"{_WHY[found['v']]}原因"),
    ),
    (
        lazily.pattern(
            rf"{_THING}(?:哪(?:个|些)(?P<each>点|站点|窗口|馆|医院|学校|大厅))?(?P<all>(?:(?:几点|什么时候|啥时候|几时|哪天)(?:{_T}))+)"
        ),
        _times,
    ),
    (
        lazily.pattern(rf"{_THING}(?:在|去|到)哪(?:儿|里)?(?P<v>办|领|查|交|看|报)"),
        lambda found: _of(
            found,
            {"办": "办理", "领": "领取", "查": "查询", "交": "缴纳", "看": "查看", "报": "申报"}[found["v"]]
            + "地点",
        ),
    ),
    (
        lazily.pattern(
            rf"{_THING}(?:要|需要|得)?(?:带|交|准备|提供)?(?:(?:什么|哪些|啥|哪几样|几样)材料|材料(?:有)?(?:几样|哪些|什么|要啥))"
        ),
        lambda found: _of(found, "所需材料"),
    ),
    (
        lazily.pattern(rf"{_THING}(?:哪些人|什么人|谁)(?:能|可以|可|有资格)(?:领|报|享受|申请|办|补)(?:的)?"),
        lambda found: _of(found, "适用对象"),
    ),
    (
        lazily.pattern(rf"{_THING}分(?:配)?(?:到|给)(?:了)?哪个单位(?:、|和)?(?:哪个项目)?"),
        lambda found: _of(found, "分配单位和项目"),
    ),
    (
        lazily.pattern(rf"{_THING}(?:多久|几天|多长时间)(?:能)?(?:办完|办好|办结|到账|答复|办)"),
        lambda found: _of(found, "办理时限"),
    ),
    (lazily.pattern(rf"{_THING}(?:在|位于)(?:什么地方|哪儿|哪里|哪)"), lambda found: _of(found, "位置")),
)


@lru_cache(maxsize=2048)
def asked(text: str) -> str:
    """The questions of a list as nouns, its other items in official words; empty where none is asked or one cannot be read."""
    items = re.split("[、和及]|(?<=[^、])以及", text)
    said = [_item(item) for item in items]
    if not any(question for _, question in said) or not all(noun for noun, _ in said):
        return ""
    nouns = [noun for noun, _ in said]
    return "、".join(nouns[:-1]) + ("和" if len(nouns) > 1 else "") + nouns[-1]


def _item(item: str) -> tuple[str, bool]:
    """One item as a noun, and whether it was a question."""
    for pattern, say in _WAYS:
        if found := pattern.fullmatch(item):
            said = say(found)
            return ("" if re.search("[谁怎哪啥]|什么|多少", said) else said), True
    if re.search("[谁怎哪啥咋]|什么|多少|几[点时天样]", item):
        return "", True
    chunks = chunks_of(item)
    known = bool(chunks) and all(
        {"noun", "open", "quality", "of", "count"} & {sense.kind for sense in chunk.senses}
        for chunk in chunks or ()
    )
    return (in_whole_words(item) if known else ""), False
