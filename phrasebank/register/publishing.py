"""How, when, where and how often something was made public, in one piece: 每月在楼道口公示 → 按月在楼道口公示.

One decision: a piece is read whole; a bare verb without time, place, frequency or number is none.
"""

import re
from collections.abc import Callable

from phrasebank.register.edits import in_whole_words
from report import lazily

_VERBS = {
    "公布": "公布", "公示": "公示", "公开": "公开", "发布": "发布", "公告": "公告", "通报": "通报", "发": "发布", "报": "发布", "挂网": "上网公开", "上网": "上网公开", "挂": "上网公开", "晒": "公开", "贴": "张贴", "张贴": "张贴", "登": "刊登", "刊登": "刊登",
    "推": "推送", "推送": "推送", "播": "播发", "播报": "播报", "更新": "更新", "刷新": "更新", "换": "更新", "上墙": "在公示栏公布",
}  # fmt: skip
_VERB = "|".join(sorted(_VERBS, key=len, reverse=True))
_OFTEN = {
    "天天": "每日", "每天": "每日", "每日": "每日", "一天一": "每日", "每周一": "每周一", "每周二": "每周二", "每周三": "每周三", "每周四": "每周四", "每周五": "每周五", "每学期": "每学期", "每周": "每周", "一周一": "每周", "周周": "每周", "每月": "每月", "每个月": "每月", "按月": "按月", "一月一": "按月", "月月": "按月", "逐月": "逐月", "按季": "按季度", "按季度": "按季度", "每季度": "每季度", "每季": "每季度", "一季一": "按季度", "每个季度": "每季度",
    "每半年": "每半年", "半年一": "每半年", "每年": "每年", "一年一": "每年", "按年": "按年度", "定期": "定期", "随时": "随时", "及时": "及时", "实时": "实时", "按旬": "按旬", "每旬": "每旬", "轮着": "轮流", "轮流": "轮流",
}  # fmt: skip
_FREQ = "|".join(sorted(_OFTEN, key=len, reverse=True))
_PLACES = {
    "区网站": "区政府网站", "县网站": "县政府网站", "市网站": "市政府网站", "局网站": "局网站", "网上": "网上", "网站": "政府网站", "网站上": "政府网站", "官网": "政府网站", "政府网站": "政府网站", "县网": "县政府网站", "县政府网站": "县政府网站", "市网": "市政府网站", "区网": "区政府网站", "公众号": "微信公众号", "公众号上": "微信公众号", "微信群": "微信群", "大厅": "政务服务大厅", "大厅里": "政务服务大厅", "村里": "村内",
}  # fmt: skip
_SPOTS = "公示栏|公开栏|公告栏|村口|小区|楼道口|楼道|单元门|门口|窗口|工地|现场|社区|村部|学校|医院|车站|站台|广场|大厅"
_PLACE = "(?:" + "|".join(sorted(_PLACES, key=len, reverse=True)) + rf"|[\u4e00-\u9fff]{{0,4}}(?:{_SPOTS}))"
_NUMBER = "[0-9]+|[一两三四五半]"
_WHEN = (
    r"(?:[0-9]{1,2}月(?:份|底|初|[上中下]旬|[0-9]{1,2}[日号])?(?:之?前)?|年[初中底]前?|[上下]半年|春节前|国庆前|汛前|汛期|节假日|开学前|放假前|批复后|人大批准后|当天|当日|次日|第二天|当月|"
    rf"提前(?:{_NUMBER})个?(?:天|日|周|月|小时|工作日|星期)|[0-9]+(?:天|日|个工作日|小时)(?:之?内)|按时|按期|如期|按要求|按规定|按照?[^，0-9]{{2,10}}(?:时间|要求|规定)|按照?[0-9]+天的要求|"
    "同一天|同一时间|同样|一并|一起|一律|首次|第一次|头一次|年底集中|集中)"
)
_PUB = lazily.pattern(
    rf"(?P<all>都是?|全部|全都|全|均|已经|已)?(?P<when>{_WHEN})?(?:都|就|也)?(?P<often>{_FREQ})?(?:都|要|会)?(?:(?:在|通过|往|到)?(?P<place>{_PLACE}))?(?:上|里)?(?P<all2>都|均)?(?P<day>早中晚|早晚)?(?P<verb>{_VERB})(?:了|过|出来|出去|出|一遍)*(?:(?:在|到)?(?P<place2>{_PLACE}))?(?:上|里|上去)*(?:(?P<n>{_NUMBER})(?P<u>次|回|遍|期|批))?(?:的|了)?"
)


def _table(found: re.Match[str]) -> str:
    place = found["place"]
    return f"{_OFTEN[found['often']]}{f'在{_PLACES.get(place, place)}' if place else ''}列表公布"


def _made(found: re.Match[str]) -> str:
    what = {"小册子": "手册", "册子": "手册", "表": "表格"}.get(found["what"], found["what"])
    if found["who"]:
        return (
            f"编成{what}发放给{ {'老人': '老年人'}.get(found['who'], in_whole_words(found['who'])) }".replace(
                "给 ", "给"
            )
        )
    return f"编成{what}{'对外' if '外' in found[0] else ''}{ {'发': '发放'}.get(found['v'], found['v']) }".replace(
        " ", ""
    )


def _said_clearly(found: re.Match[str]) -> str:
    place = found["place"]
    where = f"在{_PLACES.get(place, place)}" if place else ""
    when = _time(found["when"] or "")
    return f"{when}{where}说明" if when or where else ""


_PAPER = "台账|明细表|对照表|一览表|表|小册子|册子|手册|步骤图|流程图|问答|明白纸|图解|折页"
_SPECIAL: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        lazily.pattern("(?:都|全部|均)?走(?:的)?(?:“双公示”|双公示)(?:的)?"),
        lambda _found: "按“双公示”要求公布",
    ),
    (
        lazily.pattern(
            "(?:都|全部|全都|均|全)*(?:上网|挂网|公开)(?:加|、|又|还|并)+(?:贴|张贴)(?:在|到)?(?P<place>门口|大厅|公示栏|村口|小区)"
        ),
        lambda found: f"均上网公开并在{found['place']}张贴",
    ),
    (
        lazily.pattern(
            rf"(?P<often>{_FREQ})(?:在)?(?P<place>{_PLACE})?(?:上)?(?:都|会)?(?:出|做|编|列|有)(?:一?张)?(?:明细)?表"
        ),
        _table,
    ),
    (
        lazily.pattern(
            "(?P<all>都|均|全|全都|全部)?(?:上|放|挂|传)(?:了|到|在)*(?P<site>[县区市局]网站?|政府网站|官网)(?:上)?(?:了|的)?"
        ),
        lambda found: f"{'均' if found['all'] else ''}通过{_PLACES.get(found['site'], found['site'])}公开",
    ),
    (
        lazily.pattern(
            "(?P<first>首次|头一回|头一次|第一次)?(?P<all>全部|全都|都)?放(?:在|到)(?:了)?一张表(?:里|上)?(?:公开|公布|公示)?(?:了)?"
        ),
        lambda found: f"{'首次' if found['first'] else ''}{'全部' if found['all'] else ''}列入一张表公开",
    ),
    (lazily.pattern("[发来]一批(?:就)?(?P<v>公布|公示|公开)一批"), lambda found: f"逐批{found['v']}"),
    (
        lazily.pattern(
            rf"(?:都|均)?(?:在)?(?P<place>{_PLACE})(?:都)?(?:有|立了?|竖了?|挂了?)(?:公示|公开|明白)?(?:牌子|牌|块牌子)"
        ),
        lambda found: f"在{found['place']}立牌公示",
    ),
    (
        lazily.pattern(
            rf"(?:做|编|弄|列|整理)(?:了|成)*(?:一张|一本|一份|个)?(?P<what>{_PAPER})(?:对外|往外)?(?P<v>公布|公开|公示|发布|发放|发)(?:了|给(?P<who>[^，0-9]{{2,4}}))?"
        ),
        _made,
    ),
    (
        lazily.pattern(
            "(?:改|做|编|弄|写|制)(?:成|作成)了?(?:傻瓜式|一张|简单的|通俗的)?(?P<what>步骤图|流程图|问答|明白纸|图解|折页|手册|漫画|短视频)(?:了)?"
        ),
        lambda found: f"制成{found['what']}",
    ),
    (
        lazily.pattern(
            rf"(?P<when>{_WHEN})?(?:在)?(?P<place>{_PLACE})?(?:上|里)?(?:都)?(?:说|讲|写)(?:得)?(?:清楚|明白|清)(?:了)?"
        ),
        _said_clearly,
    ),
)


def published(piece: str) -> str:
    """The official words, or empty.

    Args:
        piece: Normalised words between two commas, or the end of such a piece behind the thing it tells of.
    """
    for pattern, say in _SPECIAL:
        if found := pattern.fullmatch(piece):
            return say(found)
    found = _PUB.fullmatch(piece)
    return _plain(found) if found else ""


def _plain(found: re.Match[str]) -> str:
    when, often = _time(found["when"] or ""), _OFTEN.get(found["often"] or "", "")
    verb, place = _VERBS[found["verb"]], found["place"] or found["place2"]
    if not (when or often or place or found["all"] or found["n"]):
        return ""
    if found["verb"] == "公告" and found["n"] and not (when or often):
        return ""
    if found["verb"] in ("报", "换") and not (often or when):
        return ""
    where = ""
    if place:
        named = _PLACES.get(place, place)
        by = "通过" if named.endswith(("网站", "公众号", "群")) else "在"
        verb = {"上网公开": "公开"}.get(verb, verb)
        verb = "公布" if named.endswith("栏") and verb == "张贴" else verb
        verb = "发布" if by == "通过" and verb == "张贴" else verb
        where = f"{by}{named}"
    every = {"已": "已", "已经": "已"}.get(found["all"] or "", "均" if found["all"] or found["all2"] else "")
    done = "已" if every == "均" and not (when or often or where) else ""
    day = {"早中晚": "早、中、晚", "早晚": "早、晚"}.get(found["day"] or "", "")
    times = f"{found['n']}{'次' if found['u'] in ('回', '遍') else found['u']}" if found["n"] else ""
    return f"{every}{done}{when}{often}{where}{day}{verb}{times}"


def _time(when: str) -> str:
    said = {
        "当天": "当日",
        "第二天": "次日",
        "第一次": "首次",
        "头一次": "首次",
        "同样": "一并",
        "一起": "一并",
        "年底集中": "于年底集中",
    }.get(when, when)
    if found := re.fullmatch("按照?([0-9]+)天的要求", said):
        return f"按{found[1]}天内的要求"
    said = re.sub(
        "(?<=[0-9])天(?=之?内)", "日", said.replace("份", "").replace("号", "日").replace("之内", "内")
    )
    return f"于{said}" if re.match("[0-9]{1,2}月|年[初中底](?!集中)", said) else said
