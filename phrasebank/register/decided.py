"""Licences, penalties and coercions with what became of them: 罚单211，强制8，全公示 → 作出行政处罚决定211件、行政强制决定8件，均已公示.

One decision: every piece must be a decision with its number or a known way of publishing it, else nothing is worded.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from report import lazily

_WHO = r"(?P<who>(?:[镇乡区县市]|街道)?里?的?(?:综合)?(?:行政)?执法(?:大队|中队|队))?"
_WHICH = r"(?:(?P<which>[\u4e00-\u9fff、]{2,14}?)(?P<like>这些|这类|之类的?|等)?)??"
_KIND = r"(?P<kind>(?:罚款|处罚|罚)的?案[子件]|行政许可(?:决定)?|许可(?:证|决定)?|行政处罚(?:决定)?|处罚(?:决定)?|罚款(?![0-9.]*[万元])|罚单|罚了?|行政强制(?:决定)?|强制|强(?=[0-9]))"
_DECISION = lazily.pattern(
    rf"(?:今年|全年|年内|本年度)?(?:一共|共)?(?:作出了?|办理了?|办了)?{_WHO}{_WHICH}{_KIND}(?P<after>这类|这些|一类)?(?P<pub>公示|公开|公布)?(?:了)?"
    r"(?:一共|共|办了|作出了?|做了|开了|有|下了)?(?P<number>[0-9][0-9,]*余?)(?:件|个|起|张|宗|项|份|例)?(?P<gloss>（[^）0-9]*）)?"
)
_NO_WHICH = lazily.pattern("[都均全已也的了在把被]|^(?:今年|全年|年内|本年|其中|办理|公布|作出)|行政$")
_ALL = r"(?P<all>都|全部|全都|全|均|一律|逐件)?"
_WITHIN = (
    r"(?P<within>(?:[0-9]+|[一二三四五六七八九十]+)(?:个?工作日|天|日)(?=头|内|里))?(?:头|之内|以内|内|里)?"
)
_DOUBLE = lazily.pattern(
    rf"{_WITHIN}{_ALL}已?(?:有|做了?|走|实行|执行|进行了?|按要求|按|完成了?)?“?双公示”?(?P<number>[0-9]+)?(?:件|个)?(?:出去)?了?(?P<none>无遗漏|一个不落|没遗漏|没落下)?"
)
_SHOWN = lazily.pattern(
    rf"{_WITHIN}{_ALL}(?:也)?已?(?:经)?(?:在|上)?(?P<where>网上|网站上?|官网|信用网|信用平台|信用中国)?(?P<how>公示|公开|公布|晒|挂网|上网|挂|贴)(?:出来|出去|在网上|上网)?了?"
)
_ON = lazily.pattern(
    rf"{_ALL}(?:也)?已?(?:挂|上|挂在|挂到|放到|传到|发到|公示在|上传)(?P<where>信用网|信用平台|信用中国|[省市区县]?(?:政府)?(?:门户)?网站?|[省市区县]平台|公示平台)上?了?"
)
_SAME_DAY = lazily.pattern(
    rf"{_ALL}(?P<made>当[天日]出)?当[天日](?:就|即)?(?P<how>公示|公开|上网|晒|挂网|挂)(?:出去|出来)?了?"
)
_RESULT = lazily.pattern(
    rf"(?P<what>处罚决定|处罚结果|许可结果|决定书|许可决定){_ALL}已?(?:上网|挂网|公开|公示)了?"
)
_LOOK_UP = lazily.pattern(
    r"(?P<where>[省市区县]里?的?(?:平台|网站)|网上|平台上?)(?:都|均|也)?(?:能|可以|可)(?:查|查到|查询)"
)
_MOSTLY = lazily.pattern(
    r"(?P<what>[\u4e00-\u9fff、]{2,20}?)(?:这?[两三四五几][样类种块])?的?(?:占大头|居多|占多数|最多|占了大头|为主)"
)
_IN_DAYS = lazily.pattern(
    r"(?:都|均)?按照?(?P<n>[0-9]+)(?:天|日|个工作日)(?:之?内)?的?(?:要求|规定|时限)(?P<how>上网|公开|公示|挂网)(?:了|的)?"
)
_IN_FULL = lazily.pattern(
    r"(?:其中)?(?P<which>[^，0-9]{2,8})的(?P<n>[0-9]+)件(?:都)?(?:挂|发|公布|公开|上网|登)(?:了|出)?全文"
)
_FOUND_AT = lazily.pattern(
    rf"(?P<what>结果|决定书?|文书)?{_ALL}(?:能|可以|可)在?(?P<where>[省市区县局]?(?:网站?|政府网站?|平台)|信用中国|信用网站?|网上|官网)(?:上)?(?:查|查询|查到|看到|查看|搜到)"
)
_RESULT_IN = lazily.pattern(
    rf"(?P<what>处罚决定|处罚结果|许可结果|决定书|许可决定|结果|处罚信息){_ALL}(?:在)?(?P<n>[0-9]+)(?P<u>个工作日|天|日)(?:之?内)(?:就|都|要)*(?P<how>上网|公开|公示|挂网|公布)(?:了|的)?"
)
_SITES = {
    "县网": "县政府网站",
    "市网": "市政府网站",
    "区网": "区政府网站",
    "省网": "省政府网站",
    "网站": "政府网站",
    "官网": "政府网站",
    "局网": "局网站",
}
_LABEL = lazily.pattern(r"^(?:行政)?(?:许可和处罚|许可处罚|许可、处罚|执法公示|执法|执法情况|行政执法)：")
"""What a clerk who writes in lists puts before the numbers."""
_OFFICIAL = {"许": "行政许可", "处": "行政处罚", "罚": "行政处罚", "强": "行政强制"}
_HOW = {"晒": "公开", "挂网": "上网公开", "上网": "上网公开", "挂": "公开", "贴": "张贴"}
_PLACES = {"网上": "网上", "网站": "网站", "网站上": "网站", "官网": "政府网站"}


@lru_cache(maxsize=1024)
def decided(text: str) -> str | None:
    """Official wording of normalised clauses (joined by ，) that say how many decisions were made and published."""
    made: list[str] = []
    after: list[str] = []
    shown: list[str] = []
    who = ""
    for piece in _pieces(text):
        found = _DECISION.match(piece)
        rest = piece[found.end() :] if found else ""
        then = _published(rest) if rest else ""
        if found and (then or not rest) and not after and _may_be(found):
            after += [then] if then else []
            if found["who"]:
                who = re.sub("里的?|的", "", found["who"])
            made.append(_made(found))
            shown += [found["pub"]] if found["pub"] else []
        elif made and (said := _published(piece)):
            after.append(said)
        else:
            return None
    if not made:
        return None
    if shown and len(shown) != len(made):
        return None
    return "，".join([f"{who}{shown[0] if shown else '作出'}{'、'.join(made)}", *after])


def _pieces(text: str) -> list[str]:
    """Cut at commas, at enumeration marks behind a number and between a number and the next decision (罚143强6)."""
    text = re.sub(
        r"(?<=[0-9余])(?=(?:行政)?(?:许可|处罚|罚|强))|(?<=[0-9余件个起张宗）])[、和](?=[^，]*[0-9])",
        "，",
        text,
    )
    return _LABEL.sub("", text).split("，")


def _may_be(found: re.Match[str]) -> bool:
    return not (found["which"] and _NO_WHICH.search(found["which"]))


def _made(found: re.Match[str]) -> str:
    kind = _OFFICIAL[found["kind"].removeprefix("行政")[0]]
    several = "、" in (found["which"] or "") and (found["like"] or found["after"])
    which = f"{found['which'] or ''}{'等' if several else ''}"
    gloss = re.sub("^（(?:大多|多数|大部分|主要)(?:是|为)?", "（多为", found["gloss"] or "")
    return f"{which}{kind}决定{found['number']}件{gloss}"


def _published(piece: str) -> str:
    """What was done with the decisions, or empty."""
    for pattern, say in _WAYS:
        if found := pattern.fullmatch(piece):
            return say(found)
    return ""


def _within(found: re.Match[str]) -> str:
    return f"在{found['within'].replace('天', '日')}内" if found["within"] else ""


def _double(found: re.Match[str]) -> str:
    if found["number"]:
        return f"“双公示”{found['number']}件"
    every = "均" if found["all"] or found["none"] else ""
    return (
        f"{every}{_within(found)}按“双公示”要求公布" if every or found["within"] else "已按“双公示”要求公布"
    )


def _shown(found: re.Match[str]) -> str:
    how = _HOW.get(found["how"], found["how"])
    place = f"在{_PLACES.get(found['where'], found['where'])}" if found["where"] else ""
    how = "公示" if place and "信用" in place else how
    every = "逐件" if found["all"] == "逐件" else "均" if found["all"] else ""
    done = "" if found["within"] or every == "逐件" else "已"
    return f"{every}{done}{_within(found)}{place}{how}"


def _same_day(found: re.Match[str]) -> str:
    how = _HOW.get(found["how"], found["how"])
    every = "均" if found["all"] else ""
    return f"{every}当日作出、当日{how}" if found["made"] else f"{every}当日{how}"


def _heavier(which: str) -> str:
    return re.sub("罚得重|罚得多|处罚重", "处罚较重", which.removeprefix("有"))


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_DOUBLE, _double),
    (
        _RESULT_IN,
        lambda found: (
            f"{found['what']}{'均' if found['all'] else ''}{found['n']}{found['u']}内{_HOW.get(found['how'], found['how'])}"
        ),
    ),
    (_MOSTLY, lambda found: f"{found['what']}居多"),
    (_SAME_DAY, _same_day),
    (_SHOWN, _shown),
    (_ON, lambda found: f"{'均' if found['all'] else ''}已在{found['where']}公示"),
    (_RESULT, lambda found: f"{found['what']}{'均' if found['all'] else ''}已上网公开"),
    (
        _IN_DAYS,
        lambda found: (
            f"按{found['n']}{'个工作日' if '工作日' in found[0] else '天' if '天' in found[0] else '日'}内的要求{'公示' if found['how'] == '公示' else '上网公开'}"
        ),
    ),
    (_IN_FULL, lambda found: f"其中{_heavier(found['which'])}的{found['n']}件公布全文"),
    (
        _FOUND_AT,
        lambda found: (
            f"{found['what'] or ''}{'均' if found['all'] else ''}可在{_SITES.get(found['where'], found['where'])}查询"
        ),
    ),
    (_LOOK_UP, lambda found: f"可在{re.sub('[里的]|(?<=平台)上', '', found['where'])}查询"),
)
