"""What a check found and what became of it: 发现5个村内容旧，已经换了 → 发现5个村内容陈旧，已更换; 剩1个等经费 → 其余1个待经费落实后整改.

One decision: each piece is read whole, by one of these readings, or it is none of them.
"""

import re

from phrasebank.register.edits import reword
from report import lazily
from report.lazily import pattern

_MARK = lazily.pattern(r"(?:综合)?(?:得分|得了|得|打了|打|给了|评了)(?:是|为)?(?P<n>[0-9]+(?:\.[0-9]+)?)分")
_DONE = "清零|销号|落实|采纳|改正|整改|改齐|补齐|补全|补上|补充|补贴|换新|更新|纠正|处理|更正|清理|改|换|补|修|撤|删|贴"
_FOUND = lazily.pattern(
    r"(?:共|一共|总共|全年)?(?P<verb>给出了?|给了|发现|查出来?|查到|挑出来?|挑|指出来?|指出了|提出?了?|找出来?|找|揪出|点出来?|反馈|查处)(?:了|有)?(?:(?P<n>[0-9]+)(?P<u>个|条|处|项|点)?(?P<kind>问题|毛病|意见|建议|不足|错误|错别字|错字|错链|链接|差错|隐患)|(?P<kind2>问题|毛病|意见|建议|不足|错误|错别字|错字|错链|差错|隐患)(?P<n2>[0-9]+)(?P<u2>个|条|处|项)?|(?P<nothing>没有?发现?问题))"
)
_LISTED = pattern(r"(?:问题清单|(?P<bare>问题))(?:有|列了)?(?P<n>[0-9]+)(?P<u>个|条|项)")
_ORDERED = pattern(
    rf"要求整改的(?P<n>[0-9]+)(?P<u>个|家|处|条|所)(?:都|全|全部|均|已)*(?:{_DONE})(?:好|完|齐|到位)?了?"
)
STATES = {
    "内容旧": "内容陈旧", "太旧": "内容陈旧", "旧了": "内容陈旧", "空": "内容空白", "空着": "内容空白", "空白": "内容空白", "没内容": "内容空白", "没东西": "内容空白",
    "贴得不全": "张贴不全", "没贴全": "张贴不全", "贴不全": "张贴不全", "不全": "不完整", "没更新": "未及时更新", "不更新": "未及时更新", "更新慢": "更新较慢", "更新不及时": "更新不及时", "过期": "内容过期", "过期了": "内容过期",
    "内容少": "内容偏少", "太少": "内容偏少", "不规范": "不规范", "有错别字": "存在错别字", "打不开": "无法打开", "链接打不开": "链接无法打开", "没公示": "未公示", "没公开": "未公开", "没贴": "未张贴", "没打码": "未作遮挡处理", "没遮": "未作遮挡处理",
    "坏了": "损坏", "破了": "破损", "字太小": "字号偏小", "看不清": "不清晰", "漏项": "漏项", "缺项": "缺项", "格式不对": "格式不规范", "更新晚": "更新较晚", "位置偏": "位置偏僻", "登记不全": "登记不完整", "公示时间不够": "公示时间不足", "公示期不够": "公示期不足", "时间不够": "时间不足", "不及时": "不及时",
}  # fmt: skip
STATE = "|".join(sorted(map(re.escape, STATES), key=len, reverse=True))
_FAULT = lazily.pattern(
    rf"(?:(?P<verb>发现|说|指出|查出|提出|反映|认为|点名)(?:是|有|了)?)?(?:(?:有|其中)?(?P<n>[0-9]+)(?P<u>个|家|处|条|所)(?P<what>[^，0-9]{{1,8}}?)(?P<of>的)?)?"
    rf"(?P<thing>[^，0-9“”]{{0,10}}?)(?:的)?(?P<state>{STATE})"
)
_MENDED = lazily.pattern(
    rf"(?P<when>当月|当周|月内|一周内|当天|当日|当场|第二天|次日|马上|后来|随后|事后|之后|年底前?|月底前|现在|[0-9]+天内)?(?:就|现在|也|又)?(?P<all>都|全|全部|均|全都)?(?:已|已经)?(?P<all2>全|都|全部)?(?:给)?(?P<verb>{_DONE})(?:齐|好|完|全|过来|到位|上|掉)?(?:了)?(?:(?P<n>[0-9]+)(?P<u>个|条|处|项|块))?(?:了|好)?"
)
_VERBS = {"清零": "清零", "销号": "销号", "落实": "落实", "采纳": "采纳", "改": "整改", "改正": "整改", "整改": "整改", "改齐": "整改", "换": "更换", "换新": "更换", "补": "补充", "补齐": "补齐", "补全": "补全", "补上": "补充", "补贴": "补贴", "补充": "补充", "更新": "更新", "纠正": "纠正", "处理": "处理", "修": "修复", "更正": "更正", "清理": "清理", "撤": "撤下", "删": "删除", "贴": "张贴"}  # fmt: skip
_LEFT = pattern(
    r"(?:还)?(?:剩|有|剩下|其余)?(?:下)?(?P<n>[0-9]+)(?P<u>个|条|处|项|家)(?:还)?(?:正)?(?:(?P<why>在改|在整改|没改完?|没整改|在改的)|(?P<money>等(?:经费|钱|资金))|(?:要|等|得)(?P<who>[^，0-9]{2,6}?)(?:来)?(?:定|拍板|研究|决定))"
)
_LIMIT = pattern(
    r"(?:要求|都)?(?:限期|限|限时|限定)(?P<t>[^，0-9]{1,3}(?:月|周|天|日)|[0-9]+(?:天|个月|日|个工作日|周))(?:之?内)?(?:改|整改|改好|改完|改正|改到位|整改到位|补齐)(?:了|完)?"
)
_BELOW = lazily.pattern(
    r"(?:得分)?(?P<s>[0-9]+)分以?(?P<d>上|下)的(?:有)?(?P<n>[0-9]+)(?P<u>个|家|所)|(?P<d2>低于|不到|高于|超过)(?P<s2>[0-9]+)分的(?:有)?(?P<n2>[0-9]+)(?P<u2>个|家|所)"
)
_ONCE_FOUND = pattern(
    r"(?:有|发现)(?:了)?(?P<what>错误|错字|错别字|错链|问题|错|过期|空白)(?:的)?(?:就|都)?(?P<when>当天|当日|立即|马上|及时|随时|当场)(?:就)?(?P<verb>改|更正|整改|撤下|撤|补|修复|修)(?:掉|好|上)?(?:了)?"
)
WHO = {"上级": "上级部门", "上头": "上级部门", "上面": "上级部门", "县里": "县级", "市里": "市级", "区里": "区级", "省里": "省级", "镇里": "镇里", "县政府办": "县政府办公室", "区政府办": "区政府办公室", "市政府办": "市政府办公室"}  # fmt: skip


def finding(piece: str, *, outside: bool, error: bool) -> str:
    """What one piece says of what was found, mended or left; empty when it says something else.

    Args:
        piece: Normalised words between two commas.
        outside: Somebody else looked.
        error: The piece before tells of an error in a text, which is put right (更正) and not 整改.
    """
    if found := _MARK.fullmatch(piece):
        return f"得分{found['n']}分"
    said = _found(piece) or _left(piece) or _limit(piece) or _below(piece)
    return said or _once_found(piece) or _fault(piece, outside=outside) or _mended(piece, error=error)


def plain_words(words: str | None) -> str:
    """What was looked at, in official words; empty where it is none."""
    if not words or re.search("[了过着来去把给让吗呢]|^[的地]", words):
        return ""
    said = "".join(reword(words.removesuffix("都")))
    return re.sub("里的", "内的", said)


def _found(piece: str) -> str:
    if found := _LISTED.fullmatch(piece):
        if found["bare"]:
            return f"发现问题{found['n']}{found['u']}"
        return f"列出问题清单{found['n']}{found['u']}"
    if found := _ORDERED.fullmatch(piece):
        return f"要求整改的{found['n']}{found['u']}均已整改"
    found = _FOUND.fullmatch(piece)
    if found is None:
        return ""
    if found["nothing"]:
        return "未发现问题"
    number, unit = found["n"] or found["n2"], found["u"] or found["u2"]
    kind = {"毛病": "问题", "错字": "错别字", "错链": "错误链接"}.get(
        kind_ := found["kind"] or found["kind2"], kind_
    )
    verb = (
        "提出"
        if kind in ("意见", "建议")
        else "指出"
        if (found["verb"] or "发现").startswith(("指", "点", "反馈"))
        else "发现"
    )
    unit = unit or ("条" if kind in ("意见", "建议") else "处" if kind.startswith("错") else "个")
    return f"{verb}{kind}{number}{'处' if kind.startswith('错') else unit}"


def _fault(piece: str, *, outside: bool) -> str:
    found = _FAULT.fullmatch(piece)
    if found is None or not (found["verb"] or found["n"]):
        return ""
    thing = plain_words(found["thing"]) if found["thing"] else ""
    if found["thing"] and not thing:
        return ""
    state = STATES[found["state"]]
    if state == "内容空白" and thing:
        state = "空白" if thing.endswith("栏目") else state
    if state.startswith("内容") and thing.endswith("内容"):
        state = state.removeprefix("内容")
    where = f"{found['n']}{found['u']}{plain_words(found['what'])}" if found["n"] else ""
    verb = "指出" if outside else "发现"
    return f"{verb}{where}{found['of'] or ''}{thing}{state}"


def _mended(piece: str, *, error: bool) -> str:
    found = _MENDED.fullmatch(piece)
    if found is None:
        return ""
    when = {
        "后来": "",
        "随后": "随后",
        "事后": "",
        "之后": "",
        "现在": "",
        "当天": "当日",
        "马上": "立即",
        "第二天": "次日",
    }.get(found["when"] or "", found["when"] or "")
    verb = _VERBS[found["verb"]]
    if error and verb == "整改":
        verb = "更正"
    every = "均" if found["all"] or found["all2"] else ""
    if found["n"]:
        return (
            f"{every}{when}已{verb}{found['n']}{found['u']}"
            if verb in ("补充", "更换")
            else f"{every}{when}{verb}{found['n']}{found['u']}"
        )
    if verb in ("清零", "销号"):
        return f"{when}全部{verb}"
    if when:
        return f"{every}{when}完成{verb}" if verb == "整改" else f"{every}{when}{verb}"
    return f"{every}已{verb}"


def _once_found(piece: str) -> str:
    """有错的当天改: what is done whenever something is found."""
    found = _ONCE_FOUND.fullmatch(piece)
    if found is None:
        return ""
    what = {"错": "错误", "错字": "错别字", "错链": "错误链接", "过期": "过期内容", "空白": "空白内容"}.get(
        found["what"], found["what"]
    )
    when = {"当天": "当日", "马上": "立即"}.get(found["when"], found["when"])
    verb = _VERBS[found["verb"]] if found["verb"] in _VERBS else found["verb"]
    return f"发现{what}{when}{'更正' if verb == '整改' and '错' in what else verb}"


def _left(piece: str) -> str:
    found = _LEFT.fullmatch(piece)
    if found is None:
        return ""
    rest = f"其余{found['n']}{found['u']}"
    if found["money"]:
        return f"{rest}待经费落实后整改"
    if found["who"]:
        who = WHO.get(found["who"], found["who"])
        return f"{rest}待{who}研究确定"
    return f"{rest}正在整改"


def _limit(piece: str) -> str:
    found = _LIMIT.fullmatch(piece)
    return f"限期{found['t']}整改" if found else ""


def _below(piece: str) -> str:
    found = _BELOW.fullmatch(piece)
    if found is None:
        return ""
    if found["s"]:
        return f"{found['n']}{found['u']}得分在{found['s']}分以{found['d']}"
    word = {"不到": "低于", "超过": "高于"}.get(found["d2"], found["d2"])
    return f"{found['n2']}{found['u2']}得分{word}{found['s2']}分"
