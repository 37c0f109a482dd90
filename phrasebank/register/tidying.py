"""Old things gone through, told in pieces: 老信息翻了一遍，撤了过期的90条 → 清查历年信息，撤下过期信息90条.

One decision: the first piece says what was gone through, every other one what became of so many of it; a piece that is
none of them leaves the line to the other readings.
"""

import re
from functools import lru_cache

from phrasebank.grammar.mention import is_named
from phrasebank.register.edits import in_whole_words
from phrasebank.register.findings import WHO
from phrasebank.register.telling import WHEN, ago, several
from report import lazily

_KIND = "信息|文件|目录|清单|指南|通知|公告|通告|栏目|网页|页面|名单|链接|台账|制度|稿件|公示|材料|内容|规定|办法|图片|视频|附件|文章|年报|链接|账号|旧稿"
_ONCE = r"(?P<n>[0-9]+|[一两])?(?P<u>遍|次|回|轮|下)?"
_GO = "(?P<act>清理|清查|排查|梳理|整理|归拢|归并|翻查|翻看|翻|清(?![单楚])|理(?!由)|捋|查(?![询阅])|过(?![期程去])|盘|核对|核|对照|对|筛|编(?!号)|修订|修改|改(?![革版]))"
_THING = rf"(?P<thing>(?:[^，0-9把将对给]{{0,16}}?[0-9]+[家个]的?)?[^，0-9把将对给]{{0,12}}?(?:{_KIND}))"
_BASIS = r"(?:(?:按照?|照着|对照|对着|跟着|参照|根据)(?P<basis>[^，]{2,14}?))?"
_HOW = "(?:又|也|都|全|重新|专门|集中|逐条|逐项|逐个|全面|全部|从头到尾|系统)*"
_HEADS = (
    lazily.pattern(
        rf"(?P<when>{WHEN})?(?:把|将|对)?{_THING}(?P<how>{_HOW}){_BASIS}(?P<how2>{_HOW}){_GO}(?:了)?{_ONCE}"
    ),
    lazily.pattern(rf"(?P<when>{WHEN})?(?P<how>{_HOW}){_BASIS}(?P<how2>{_HOW}){_GO}(?:了)?{_ONCE}{_THING}"),
)
_FOUND_IN = lazily.pattern(
    rf"{_THING}(?:里头|里面|里|中)(?:有|带|含|带有|有带)(?P<with>[^，0-9]{{2,10}}?)的(?P<what>名单|文件|页面|信息|公示|照片)?，?(?:都|全|一共)?(?:翻|清|查|找|排查|筛|清理)(?:出来?|到)(?:了)?(?P<count>[0-9]+)(?P<u>份|条|件|个|张|篇|处|页)"
)
_OLD = "过期|失效|重复|错误|过时|陈旧|没用|多余|空白|废止|打不开|到期|作废"
_TAKEN = lazily.pattern(
    rf"(?:一共|共|今年|全年|其中|已|已经|都|当场)*(?P<verb>撤下来?|撤掉|撤除|撤|下架|下线|下掉|删除|删掉|删|清掉|清除|清理掉?|清出来?|清|拿下|取下)(?:了|掉|下|下来|出)*(?P<old>{_OLD})?(?:的|了的)?(?P<thing>[^，0-9的]{{2,8}})?(?P<n>[0-9]+)(?P<u>条|页|份|件|个|篇|处|张|项)(?P<old2>{_OLD})?(?:的)?(?P<thing2>{_KIND})?"
)
_CHANGED = lazily.pattern(
    r"(?:一共|共|其中|今年|又|再|另外|还)*(?P<verb>修改|修订|更正|改正|改|修复|修|补充|补录|补齐|补上|补|更新|新增|增加|加|减少|减掉|减|取消|合并|并|保留|留下|留|废止|废除|废|作废|宣布失效|宣布废止|调整|剩下|剩|还剩|现有|移走|移)(?:了|掉|好|上|出|进来)*(?P<thing>[^，0-9]{2,6})?(?P<n>[0-9]+)(?P<u>条|页|份|件|个|篇|处|张|项)(?:有效)?"
)
_FITS = lazily.pattern(
    r"(?P<who>镇里|镇上|乡里|街道|村里|局里|本镇|本级|我们|本单位|我局|县里|区里)?(?:能)?(?P<fit>用得上|用得着|适用|涉及|用到|有关|管用)(?:的)?(?:有|是|共)?(?P<n>[0-9]+)(?P<u>个|项|条)"
)
_AGAIN_OUT = lazily.pattern(
    "(?:都|全|已)*撤(?:下来?|回)?(?:重新)?(?:处理|打码|遮挡|脱敏)(?:过|好|完|了)*(?:再|后再|又|后)?(?:重新)?(?:挂|发布?|上网|公开|上)(?:出去|上去|的|了)*"
)
_MARKED = lazily.pattern(
    r"(?:都|全|统统|一律|逐个|均|在网页上|在网上)*(?:打|盖|加|标|注|标注|加注)(?:上|了|着)*(?P<name>“[^”]{2,10}”)(?:的)?(?:章|戳|红戳|标|标签|标记|标识|字样|印)?"
)
_VERBS = {
    "撤": "撤下", "撤下": "撤下", "撤下来": "撤下", "撤掉": "撤下", "撤除": "撤下", "下架": "下架", "下线": "下架", "下掉": "下架", "拿下": "撤下", "取下": "撤下",
    "删": "删除", "删除": "删除", "删掉": "删除", "清": "清理", "清掉": "清理", "清除": "清理", "清理": "清理", "清理掉": "清理", "清出": "清理", "清出来": "清理",
    "改": "修改", "修改": "修改", "修订": "修订", "更正": "更正", "改正": "更正", "修": "修复", "修复": "修复", "补": "补充", "补充": "补充", "补录": "补录", "补齐": "补齐", "补上": "补充", "更新": "更新", "新增": "新增",
    "增加": "增加", "加": "增加", "减": "减少", "减少": "减少", "减掉": "减少", "取消": "取消", "合并": "合并", "并": "合并", "保留": "保留", "留": "保留", "留下": "保留", "废": "废止", "废止": "废止", "废除": "废止", "作废": "废止", "宣布废止": "宣布废止", "宣布失效": "宣布失效",
    "调整": "调整", "剩": "现有", "剩下": "现有", "还剩": "现有", "现有": "现有", "移": "移出", "移走": "移出",
}  # fmt: skip
_OLD_SAYS = {
    "过时": "过期",
    "没用": "不再需要的",
    "多余": "多余",
    "打不开": "无法打开的",
    "作废": "已废止的",
    "废止": "已废止的",
}
_LISTS = ("目录", "清单", "指南", "制度", "规定", "办法", "台账")


@lru_cache(maxsize=2048)
def tidied(text: str) -> str | None:
    """Official wording of clauses (joined by ，) that tell of one going-through and what came of it, or None."""
    pieces = text.split("，")
    head = _found_in(pieces[0]) or (_head(pieces[0]) if len(pieces) > 1 else "")
    if not head:
        return None
    of_files = bool(re.search("文件|规范性", pieces[0]))
    of_list = bool(re.search("|".join(_LISTS), pieces[0]))
    told = [head]
    for piece in pieces[1:]:
        said = (
            _taken(piece)
            or _as_well(piece, told[-1])
            or _changed(piece, of_files=of_files, of_list=of_list)
            or _fits(piece)
            or _rest(piece)
        )
        if not said:
            return None
        told.append(said)
    return "，".join(told)


def _head(piece: str) -> str:
    """What was gone through, and how often."""
    found = next((match for head in _HEADS if (match := head.fullmatch(piece))), None)
    if found is None or not (found["n"] or found["u"] or len(found["act"]) > 1 or found["basis"]):
        return ""
    thing = _old(found["thing"])
    basis = in_whole_words(found["basis"] or "")
    if re.search("清理|清查|梳理|整理|核对|排查", found["thing"]):
        return ""
    if basis and thing.endswith("指南"):
        return ""  # guides after new duties are worded by a rule
    if not is_named(re.sub("的|、|[0-9]+[家个]", "", thing)) or (basis and re.search("[了过着把]", basis)):
        return ""
    again = "重新" if "重新" in found["how"] + found["how2"] else ""
    verb = _verb(found["act"], thing)
    once = found["n"] in (None, "", "一") and found["u"] in (None, "遍", "下", "")
    often = several(found["n"], found["u"]) if not once else ""
    if (level := WHO.get(basis, "")) or basis == "上级部门":
        basis = f"{level or basis}{thing[-2:]}"  # 跟着市里改
    by = f"对照{basis}" if basis else ""
    return f"{ago(found['when'])}{by}{again}{verb}{thing}{often}"


def _verb(act: str, thing: str) -> str:
    if act in ("编", "修订", "修改", "改"):
        return {"编": "编制", "改": "修订", "修改": "修订"}.get(act, act)
    if thing.endswith(_LISTS):
        return "核对" if act in ("核", "对", "核对", "对照") else "梳理"
    if act in ("归拢", "归并"):
        return "归并"
    if thing.endswith("规范性文件"):
        return "清理"
    return act if act in ("清理", "排查", "梳理", "整理", "清查") else "清查"


def _old(thing: str) -> str:
    """老信息 → 历年信息."""
    thing = re.sub(
        "^(?:老|旧|以前的?|往年的?|历史|过去的?)(?=信息|文件|公示|公告|通知|名单)的?", "历年", thing
    )
    thing = re.sub("^老(?=页面|网页|栏目|稿件|链接|制度|图片|目录)", "旧", thing)
    thing = re.sub("(?<=[家个])的?(?:老|旧|历年)(?=信息|文件)", "原有", thing)
    return in_whole_words(thing)


def _found_in(piece: str) -> str:
    found = _FOUND_IN.fullmatch(piece)
    if found is None:
        return ""
    inside = in_whole_words(found["with"])
    inside = {"身份证号": "身份证号码", "手机号": "手机号码"}.get(inside, inside)
    return f"从{_old(found['thing'])}中清查出含{inside}的{found['what'] or found['thing'][-2:]}{found['count']}{found['u']}"


def _taken(piece: str) -> str:
    found = _TAKEN.fullmatch(piece)
    if found is None:
        return ""
    old = found["old"] or found["old2"] or ""
    raw = found["thing"] or found["thing2"] or ""
    if raw and (not is_named(raw) or re.search("[了过着]", raw)):
        return ""
    thing = _old(raw) or ("信息" if old and found["u"] in ("条", "篇", "件") else "")
    return f"{_VERBS[found['verb']]}{_OLD_SAYS.get(old, old)}{thing}{found['n']}{found['u']}"


_AS_WELL = lazily.pattern(rf"(?P<old>{_OLD})的(?P<n>[0-9]+)(?P<u>条|页|份|件|个|篇|处|张|项)")


def _as_well(piece: str, before: str) -> str:
    """过期的88条 behind 删了重复的61条."""
    found = _AS_WELL.fullmatch(piece)
    if found is None or not before.startswith(tuple(_VERBS.values())):
        return ""
    return f"{_OLD_SAYS.get(found['old'], found['old'])}{'信息' if found['u'] in ('条', '篇', '件') else ''}{found['n']}{found['u']}"


def _changed(piece: str, *, of_files: bool, of_list: bool) -> str:
    found = _CHANGED.fullmatch(piece)
    if found is None:
        return ""
    raw = found["thing"] or ""
    if raw and (not is_named(raw) or re.search("[了过着]", raw)):
        return ""
    unit = (
        "件"
        if of_files and found["u"] == "个" and not raw
        else "项"
        if of_list and found["u"] == "个"
        else found["u"]
    )
    verb = "修订" if of_files and found["verb"] in ("改", "修改") else _VERBS[found["verb"]]
    return f"{verb}{in_whole_words(raw)}{found['n']}{unit}"


def _fits(piece: str) -> str:
    found = _FITS.fullmatch(piece)
    if found is None:
        return ""
    who = {
        "镇里": "本镇",
        "镇上": "本镇",
        "乡里": "本乡",
        "我们": "本单位",
        "局里": "本单位",
        "村里": "村级",
        "县里": "本县",
        "区里": "本区",
    }.get(found["who"] or "", found["who"] or "")
    verb = "涉及" if found["fit"] in ("涉及", "有关") else "适用"
    return f"{who}{verb}{found['n']}{found['u']}"


def _rest(piece: str) -> str:
    if _AGAIN_OUT.fullmatch(piece):
        return "撤下处理后重新发布"
    found = _MARKED.fullmatch(piece)
    return f"标注{found['name']}字样" if found else ""
