"""Columns, accounts, screens and places, told in pieces: 1个公众号，原来三个，另两个6月份注销了 → 现有微信公众号1个，原有3个，其余2个于6月注销.

One decision: the first piece names the tool with its number or with what was done to it; every other one is a number,
a date, a part or a use of it, and a piece that is none of them leaves the line to the other readings.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from phrasebank.grammar.mention import is_named
from phrasebank.register.edits import in_whole_words
from phrasebank.register.facility_use import audience, numbers, used
from report import lazily
from report.lazily import pattern

_TOOL = r"(?P<tool>[^，：0-9了过着把的]{0,8}?(?:公众号|账号|视频号|抖音号?|微博|小程序|网站|客户端|智能客服|新媒体|栏目|专栏|专区|网页|公开栏|公告栏|公示栏|宣传栏|公示牌|展板|电子屏|大屏|触摸机|触摸屏|查询机|自助机|自助终端|打印机|资料架|公开架|查询角|查阅点|查阅室|窗口|微信群|服务群|工作群|大喇叭|喇叭|广播|二维码))"
_U = "(?P<u>个|块|台|处|套|部|家)"
_MONTH = r"(?P<m>[0-9]{1,2}月(?:份|底|初|[上中下]旬)?|年[初中底]|[上下]半年)"
_NOW = lazily.pattern(rf"(?:现有|现在有|目前有|一共有?|共有?|有)?(?P<n>[0-9]+){_U}(?P<new>新)?{_TOOL}")
_NOW_BEHIND = lazily.pattern(
    rf"(?P<new>新(?:增|开|设|建|立|做|装)?)?{_TOOL}(?:现有|有|共|一共)?(?P<n>[0-9]+){_U}(?P<new2>新的)?"
)
_WERE = lazily.pattern(
    rf"{_TOOL}(?:年初|原来|原有|以前)(?:有|是)?(?P<n>[0-9]+){_U}，(?P<how>关停并转|关停整合|关停|清理|注销|合并|归并|整合)(?:后|完|掉一批后)*，?(?:还)?(?:剩|留|有|现有|保留)(?P<n2>[0-9]+)(?:个|块|台|处)?"
)
_MERGED = lazily.pattern(
    rf"(?:原来)?(?P<whose>[^，：0-9]{{0,14}}?)(?:的)?(?P<n>[0-9]+|两){_U}{_TOOL}(?:合成|并成|合并成|合并为|整合成|整合为)(?:了)?(?:一|1)个"
)
_GONE = lazily.pattern(
    rf"(?:另外?|其余|其他|剩下的?)?(?P<n>[0-9]+)(?P<u>个|块|台|处)?(?:{_MONTH})?(?:就|都|已|全)*(?P<do>注销|关停|关闭|停用|撤|撤掉|关|拆)(?:了|掉)*"
)
_DONE = lazily.pattern(
    rf"{_MONTH}(?:就|都|已|全)*(?P<do>上线|启用|开通|建成|完成|做完|弄完|装好|修好|改完|换完|毕|完工|投用|投入使用)(?:的|了)?"
)
_NAMES = lazily.pattern(
    r"(?:分别)?(?:是|为|叫|有|包括)?(?P<what>(?:“[^”]+”|[^，：0-9、“”]{2,8})(?:、?(?:“[^”]+”|[^，：0-9、“”]{2,8}))+?)(?P<more>等)?(?:(?P<k>[两三四五六七八2-8])个)?"
)
_RENEWED = lazily.pattern(
    r"(?:其中)?(?P<n>[0-9]+)(?P<u>处|块|个|台)(?:已|都|全)?(?P<do>翻新|更换|换新|维修|修好|新建|重做|改造|更新)(?:了)?"
)
_WITH = lazily.pattern(
    r"(?:都|还|也|均)*(?:带|配|装|有|加了?)(?P<what>遮雨棚|雨棚|顶棚|灯|座椅|触摸屏|语音播报|锁|二维码)(?:了)?"
)
_SHOWS = lazily.pattern(
    r"(?:上面|上头|里面|里头|架上)?(?:有|印有|写着|写有|印着|放着|公布)(?P<what>[^，0-9]{2,24})"
)
_PRINTED = lazily.pattern(r"(?P<what>[^，0-9]{2,10}?)(?:都|全|统一|均)+(?:印|写|标)(?:上|好|了)+")
_STYLE = lazily.pattern(
    r"(?P<n>[0-9]+)(?P<u>个|所|家)(?P<where>[^，0-9]{1,8}?)(?:的)?(?P<thing>公开栏|公示栏|公示牌|校务公开栏|公告栏|专区|窗口|网页)(?:都|全|今年)*(?P<do>统一了样式|统一样式|重新做了|重做了|换了新的|统一更换了|更换了|配齐了|统一配了)"
)
_CLASS = {
    "公众号": "微信公众号",
    "触摸机": "触摸查询机",
    "大屏": "电子显示屏",
    "电子屏": "电子显示屏",
    "喇叭": "农村广播",
    "大喇叭": "农村广播",
    "抖音": "抖音账号",
    "抖音号": "抖音账号",
    "自助机": "自助终端",
    "新媒体": "政务新媒体",
}
_STATE = {
    "上线": "上线",
    "启用": "启用",
    "开通": "开通",
    "建成": "建成",
    "投用": "投入使用",
    "投入使用": "投入使用",
}
_OFF = {"撤": "撤销", "撤掉": "撤销", "关": "关停", "拆": "拆除"}


@lru_cache(maxsize=1024)
def set_up(text: str) -> str | None:
    """Official wording of clauses (joined by ，) that tell of tools of publication, or None."""
    if found := _WERE.fullmatch(text):
        return (
            f"{_tool(found)}年初{found['n']}个，经{_together(found['how'])}现有{found['n2']}个"
            if "年初" in text
            else f"{_tool(found)}原有{found['n']}个，经{_together(found['how'])}现有{found['n2']}个"
        )
    pieces = text.replace("：", "，", 1).split("，")
    head = _head(pieces[0], text)
    if not head:
        return None
    told = [head]
    for place, piece in enumerate(pieces[1:], 1):
        said = _names(piece) if place == 1 and (told[0].startswith(("新增", "增设")) or "：" in text) else ""
        said = said or next((words for say in _PIECES if (words := say(piece))), "")
        if not said:
            return None
        told.append(said)
    return "，".join(told)


def _head(piece: str, text: str) -> str:
    if found := _MERGED.fullmatch(piece):
        whose = in_whole_words(found["whose"])
        if found["whose"] and not is_named(found["whose"].replace("、", "")):
            return ""
        return f"将{whose}{'的' if whose else ''}{found['n']}{found['u']}{_tool(found)}合并为一个"
    if found := _STYLE.fullmatch(piece):
        return _styled(found)
    found = _NOW.fullmatch(piece) or _NOW_BEHIND.fullmatch(piece)
    if found is None:
        return ""
    if not _is_a_tool(found["tool"]):
        return ""
    new = bool(found["new"] or found.groupdict().get("new2"))
    verb = "新增" if new else "现有" if re.search("原来|原先|以前", text) else "设有"
    return f"{verb}{_tool(found)}{found['n']}{found['u']}"


_NOT_A_NAME = pattern("停|注销|关|留|现存|归并|撤|只|仅|清|有|在|把|将|被|并|改|换|增|减|删|合")


def _is_a_tool(tool: str) -> bool:
    """The words before the tool tell which one, and nothing is done to it."""
    which = re.sub(
        "(?:公众号|账号|视频号|抖音号?|微博|小程序|网站|客户端|智能客服|新媒体|栏目|专栏|专区|网页)$",
        "",
        tool,
    )
    return not _NOT_A_NAME.search(which) and (not which or is_named(tool))


def _tool(found: re.Match[str]) -> str:
    raw = found["tool"]
    if re.fullmatch("村级?(?:大?喇叭|广播)", raw):
        return "村级广播"
    short = next((word for word in sorted(_CLASS, key=len, reverse=True) if raw.endswith(word)), "")
    if short and not raw.endswith(_CLASS[short]):
        return f"{in_whole_words(raw.removesuffix(short))}{_CLASS[short]}"
    return in_whole_words(raw)


def _together(how: str) -> str:
    return {"关停并转": "关停整合"}.get(how, how)


def _styled(found: re.Match[str]) -> str:
    where, thing = in_whole_words(found["where"]), found["thing"]
    whole = f"{found['n']}{found['u']}{where}的{thing}"
    if "样式" in found["do"]:
        return f"统一{whole}样式"
    return f"{'统一配备' if '配' in found['do'] else '更换' if '换' in found['do'] else '重新制作'}{whole}"


def _names(piece: str) -> str:
    found = _NAMES.fullmatch(piece)
    if found is None or re.search("[了过着把]", found["what"]):
        return ""
    parts = re.findall("“[^”]+”|[^、“”]+", found["what"])
    if len(parts) < 2 or not all(part.startswith("“") or is_named(part) for part in parts):
        return ""
    return f"{'包括' if found['more'] else '分别为'}{('' if all(part.startswith('“') for part in parts) else '、').join(parts)}{'等' if found['more'] else ''}"


_ONLINE = lazily.pattern(
    r"(?:其中)?(?:在线|能用|能响|完好|正常)(?:的)?(?:有)?(?P<n>[0-9]+)(?P<u>个|块|台|处|套)"
)


def _more(piece: str) -> str:
    """Another tool, or how many of them work: 在线119套."""
    if found := _ONLINE.fullmatch(piece):
        return (
            f"其中在线{found['n']}{found['u']}"
            if "在线" in piece
            else f"其中正常使用{found['n']}{found['u']}"
        )
    found = _NOW.fullmatch(piece) or _NOW_BEHIND.fullmatch(piece)
    fits = found is not None and not found["new"] and _is_a_tool(found["tool"])
    return f"{_tool(found)}{found['n']}{found['u']}" if found and fits else ""


def _gone(piece: str) -> str:
    found = _GONE.fullmatch(piece)
    if found is None:
        return ""
    when = f"于{found['m'].replace('份', '')}" if found["m"] else ""
    rest = "其余" if re.match("另|其余|其他|剩", piece) else ""
    return f"{rest}{found['n']}{found['u'] or '个'}{when}{_OFF.get(found['do'], found['do'])}"


def _done(piece: str) -> str:
    found = _DONE.fullmatch(piece)
    return f"{found['m'].replace('份', '')}{_STATE.get(found['do'], '完成')}" if found else ""


def _renewed(piece: str) -> str:
    found = _RENEWED.fullmatch(piece)
    return (
        f"其中{ {'换新': '更换', '修好': '维修', '重做': '重新制作'}.get(found['do'], found['do']) }{found['n']}{found['u']}".replace(
            "中 ", "中"
        )
        if found
        else ""
    )


def _shows(piece: str) -> str:
    found = _SHOWS.fullmatch(piece)
    if found is None or not is_named(re.sub("[、和及]", "", found["what"])):
        return ""
    return f"载有{in_whole_words(found['what'])}"


def _printed(piece: str) -> str:
    found = _PRINTED.fullmatch(piece)
    return f"统一印制{in_whole_words(found['what'])}" if found and is_named(found["what"]) else ""


def _with(piece: str) -> str:
    found = _WITH.fullmatch(piece)
    return (
        f"配有{ {'雨棚': '遮雨棚'}.get(found['what'], found['what']) }".replace("有 ", "有") if found else ""
    )


_PIECES: tuple[Callable[[str], str], ...] = (
    numbers, audience, _more, _gone, _done, _renewed, _with, _printed, used, _shows,
)  # fmt: skip
