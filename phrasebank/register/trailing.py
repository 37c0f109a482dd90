"""What is added behind a comma and speaks of the thing before it: 有6篇是图解, 16个村都有, 8月份换完, 用的人有8400多.

One decision: each is a short tail with a number or a time of its own that says nothing by itself; it joins the piece
before it, and where that one has no wording it has none either (`register/company.py` sees to lines, this to pieces).
"""

import re
from collections.abc import Callable

from phrasebank.grammar.mention import is_named, part_name
from phrasebank.register.rewrite import polish
from phrasebank.register.safety import sounds_spoken
from phrasebank.register.trailing_words import (
    ALL,
    BROADCAST,
    CHANNEL,
    HEDGE,
    HEDGES,
    LEAST_USED,
    MADE,
    ONLINE,
    PLACES,
    PUBLISHED,
    SAID_OF,
    SPANS,
    TOTAL,
    USE,
    WHO_DID,
    YEAR,
    C,
    N,
)
from report import lazily


def trailing(text: str, before: str) -> str | None:
    """The official tail, or None.

    Args:
        text: Normalised words of the clause behind the comma.
        before: The official words it is added to.
    """
    for pattern, needs, say in _WAYS:
        found = pattern.fullmatch(text)
        if found and needs.search(before) and (said := say(found, before)):
            return None if sounds_spoken(said) else said
    return None


def _part(found: re.Match[str], before: str) -> str:
    """有6篇是图解, 其中图解6篇, 6篇做成了长图."""
    if "其中" in before or not re.search("[0-9]", before):
        return ""
    name = part_name(found["what"])
    return f"其中{polish(name)}{found['n']}{found['c']}"


_STANDS = lazily.pattern("(?:专区|栏|屏|点|角|窗口|群|终端|查询机)(?:已|均|建到|设到|延伸|覆盖|$|，)")
"""What stands somewhere, and is not made public there."""


def _every_place(found: re.Match[str], before: str) -> str:
    if not found["how"] and _STANDS.search(before):
        return f"{found['n']}个{found['v']}均已设立"
    return f"{found['n']}个{found['v']}均已{'张贴' if (found['how'] or '').startswith('贴') else '公布'}"


def _finished(found: re.Match[str], before: str) -> str:
    when = found["when"].replace("份", "")
    if re.search("[0-9]月(?!底前)", before):
        return ""
    return (
        f"{when}更名"
        if re.search("更名|名称改为", before)
        else f"{when}完成{'改版' if '改版' in before else ''}"
    )


def _used(found: re.Match[str], before: str) -> str:
    del before
    number = found["n"]
    size = float(re.sub("[^0-9.]", "", number) or 0) * (10000 if "万" in number else 1)
    if size < LEAST_USED and not found["year"]:
        return ""
    year = "全年" if re.search("一年|全年|年内", found["year"]) else ""
    return f"{year}{USE[found['use']]}{number}{found['c']}"


def _people(found: re.Match[str], before: str) -> str:
    if found["did"] == "来" and not re.search("培训|活动|会|宣讲|讲|开放日|座谈", before):
        return ""
    verb, unit = WHO_DID[found["did"]], found["unit"]
    who = found["who"] or "人"
    if who not in ("人", "人数") and not unit:
        return f"{found['n']}{'家' if who == '企业' else '名'}{who.replace('老人', '老年人')}{verb}"
    return f"{found['n']}{unit or '人'}{verb}"


def _by_channel(found: re.Match[str], before: str) -> str:
    del before
    hedge = HEDGES.get(found["hedge"], found["hedge"])
    how = {"推": "推送", "转": "转发", "播": "播发"}.get(found["how"][0], "发布")
    return f"{hedge}通过{polish(found['where'])}{how}"


def _often(found: re.Match[str], before: str) -> str:
    del before
    span = SPANS.get(found["span"], found["span"])
    verb = {"换": "更换", "更": "更新", "清": "清理", "改": "调整"}.get(found["do"], found["do"])
    times = "一次" if found["times"] in ("一次", "1次", "一遍", "一回", "1回") else found["times"]
    return f"{span}{verb}{times}"


def _contents(found: re.Match[str], before: str) -> str:
    del before
    return f"内容涵盖{polish(found['what'])}"


def _among(found: re.Match[str], before: str) -> str:
    what = polish(found["what"])
    return (
        "" if "其中" in before or "包括" in before else f"含{re.sub('^三公(?:经费)?$', '“三公”经费', what)}"
    )


def _total(found: re.Match[str], before: str) -> str:
    del before
    what = found["what"] or ""
    if what and not is_named(what):
        return ""
    return f"共{found['n']}{found['c']}{what}"


def _about(found: re.Match[str], before: str) -> str:
    return "" if re.search("内容|主题", before) else f"内容均涉及{polish(found['what'])}"


_Way = tuple[re.Pattern[str], re.Pattern[str], Callable[[re.Match[str], str], str]]
_ANY = lazily.pattern("")
_WAYS: tuple[_Way, ...] = (
    (
        lazily.pattern(rf"(?:目前|现在|现|眼下)(?:有|共有)?{N}(?P<c>家|名|个|处|所)"),
        lazily.pattern("名单|机构|企业|名录|目录|专家|站点|队伍"),
        lambda found, _before: f"现有{found['n']}{found['c']}",
    ),
    (
        lazily.pattern(
            rf"(?:其中|里面|当中)?(?:有)?{N}{C}(?:是|为|做成|做成了|做的是|配了|写成|用的是)(?:了)?(?P<what>[^，0-9的]{{2,8}}?)(?:的)?"
        ),
        PUBLISHED,
        _part,
    ),
    (
        lazily.pattern(rf"{N}个(?P<v>{PLACES}){ALL}(?:有|(?P<how>贴|公布|公示|张贴)(?:了|出来|出去|上)*)"),
        SAID_OF,
        _every_place,
    ),
    (
        lazily.pattern(
            r"(?:今年)?(?P<when>[0-9]{1,2}月(?:份|底|初|中旬|底前|[0-9]{1,2}[日号])?|年底前?|上半年|下半年|国庆前|春节前)(?:就|已|全部|都)*(?:换|装|建|改|搬|做|修|弄|立|挂|迁|办|合并|并|调|完成|全部到位|到位|改造|换新)(?:完|好|齐|毕|成|完毕|好了)*(?:了|的)?"
        ),
        MADE,
        _finished,
    ),
    (
        lazily.pattern(
            rf"(?P<year>{YEAR})(?P<use>{'|'.join(sorted(USE, key=len, reverse=True))})(?:了|过)?{N}(?P<c>次|人次)"
        ),
        ONLINE,
        _used,
    ),
    (
        lazily.pattern(
            rf"{YEAR}(?:来|过来|现场)*(?P<did>{'|'.join(sorted(WHO_DID, key=len, reverse=True))})的(?P<who>人数|人|群众|居民|村民|家长|学生|企业|游客|老人|干部)?(?:一共|共|总共|合计)?(?:有|达|达到)?{N}(?:个)?(?P<unit>人次|人|)"
        ),
        _ANY,
        _people,
    ),
    (
        lazily.pattern(
            rf"(?P<hedge>{HEDGE})(?:都|也)?(?:是|在|用|通过|从|由|靠)*(?P<where>{CHANNEL})(?:上|里)?(?P<how>发布?|推送?|公布|公开|登|挂|转发?|播发?|播放)(?:出去|出来)?(?:的|了)?"
        ),
        PUBLISHED,
        _by_channel,
    ),
    (
        lazily.pattern(
            r"(?:每隔)?(?P<span>一个季度|一季度?|一个月|一月|一周|半个月|半年|一年|一个星期|每个?季度|每个?月|每个?星期|每周|每两个月|每半年|每半月|每年)(?:都|要|就)?(?P<do>换|更换|更新|更|清理|清|检查|调整|改)(?:新)?(?P<times>一次|1次|一遍|一回|1回|[两2]次)"
        ),
        _ANY,
        _often,
    ),
    (
        lazily.pattern(
            r"(?P<what>[^，0-9]{2,16}、[^，0-9]{2,10}?)(?:这些|等)?(?:都|均|也)(?:讲|播|说|宣传|放|念|喊)(?:过|到|了|过了|到了)"
        ),
        BROADCAST,
        _contents,
    ),
    (
        lazily.pattern(
            r"(?:里面|里头|其中|当中|内容里|内)(?:也|还|都)?(?:有|包括|含|含有|带)(?P<what>[^，0-9]{2,20}?)(?:的)?(?:内容|信息)?"
        ),
        SAID_OF,
        _among,
    ),
    (
        lazily.pattern(
            r"(?:含|包括|连)?(?P<what>[^，0-9]{2,14}?)(?:也|都|均|全)*(?:在里面|在里头|在内|包括在内|算在内|包含在内|在其中)(?:了)?"
        ),
        SAID_OF,
        _among,
    ),
    (
        lazily.pattern(
            rf"{TOTAL}{N}(?P<c>万元|亿元|元|个(?!人)|[条件篇次期份张幅部集场户家处项块台所座种名人门宗起辆艘])(?P<what>[\u4e00-\u9fff]{{0,6}})"
        ),
        _ANY,
        _total,
    ),
    (
        lazily.pattern("(?:也|还|用来)*(?:放|播|播放)(?P<what>[^，0-9过了]{2,14})"),
        lazily.pattern("(?:显示屏|电子屏|大屏|广播)(?:[一0-9]+[块个台处]|，播放[^，]+)?$"),
        lambda found, _before: f"播放{polish(found['what'])}",
    ),
    (
        lazily.pattern(
            "(?:总数|总量|数量)?(?:跟|和|与|同)(?:去年|上年)(?:相比)?(?:基本|大致)?(?:差不多|持平|相当|一样多)"
        ),
        lazily.pattern("[0-9]"),
        lambda _found, _before: "与上年基本持平",
    ),
    (
        lazily.pattern(
            r"(?:都|全|均|全都)是(?:讲|关于|有关|涉及|说|解读)(?P<what>[^，0-9]{2,16}?)(?:的)?(?:内容|方面)?(?:的)?"
        ),
        PUBLISHED,
        _about,
    ),
)
