"""A check told in pieces: who looked at what how often, what was found, what became of it.

县政府办来查过1次，说政策栏目空，后来补了9条 → 县政府办公室检查1次，指出政策栏目空白，已补充9条.

One decision: who checked is never guessed: without one the unit checked itself, and every piece must be the check, a
finding or its mending.
"""

import re
from functools import lru_cache

from phrasebank.register.edits import reword
from phrasebank.register.telling import WHEN, ago, several
from report import lazily

_DONE = "落实|采纳|改正|整改|改齐|补齐|补全|补上|补充|补贴|换新|更新|纠正|处理|更正|清理|改|换|补|修|撤|删|贴"
_N = r"[0-9]+|[一两二三四五六七八九十]"
_OFTEN = rf"(?P<n>{_N})(?P<u>次|回|遍|趟|轮)"
_HIRED = re.compile(
    rf"(?P<when>{WHEN})?(?:请|委托|找)了?(?P<who>第三方(?:机构|公司)?|专家|律所|大学|会计师事务所|专业机构)(?:来)?(?P<act>看|检查|查|评估|评|测评|审)了?(?P<n>{_N})?(?P<u>次|回|遍|轮)?"
)
_LOOKED = r"检查|督查|督导|调研|抽查|巡查|暗访|查看|抽|看|查|对照检查|考核|测评|评估"
_OUTSIDE = r"[^，0-9]{0,8}?(?:办公室|[县市区省州][政府委]*办公?室?|[县市区省镇乡州]里|上级|上头|上面|纪委|监委|司法局|第三方(?:机构)?|督查组|督导组|检查组|网信办|保密局|党校|人大|政协|审计局|档案局|大学)"
_CAME = re.compile(
    rf"(?P<when>{WHEN})?(?P<who>{_OUTSIDE})(?:来|下来|来人|派人)?(?:了)?(?:(?P<n>{_N})(?P<u>次|回|遍|趟|轮)(?P<act2>{_LOOKED})|(?P<act>{_LOOKED})(?:了|过)?(?:(?P<n1>{_N})(?P<u1>次|回|遍|趟|轮))?(?P<thing>[^，0-9次回遍]{{2,12}}?)?(?:(?P<n2>{_N})(?P<u2>次|回|遍|趟|轮))?)"
)
_WENT = re.compile(
    rf"(?P<when>(?:{WHEN})(?:、(?:{WHEN}))*)?(?P<each>各)?(?:又|还|再|都)?(?:组织|我们|自己)?(?P<to>把|对)?(?P<thing0>(?:[0-9]+[个家])?[^，0-9把对]{{2,16}}?)?(?P<act>检查|抽查|巡查|自查|排查|查看|清查|查|看|过)(?:了|过)?(?:(?P<n>{_N})(?P<u>次|回|遍|趟|轮))?(?P<thing>[^，0-9了过着]{{2,14}})?"
)
_SOME = re.compile(
    rf"(?P<when>{WHEN})?(?:用|按|按照|对照|拿)?(?P<with>[^，0-9]{{2,6}}?表)?(?P<topic>[^，0-9用]{{2,12}}?)?(?P<how>随机|现场|逐个|逐一|入户|上门|线上)?(?P<act>检查|抽查|巡查|抽|查|看|走访)(?:了|过)?(?P<n>[0-9]+)(?P<u>[个家份处件条])(?P<what>[^，0-9]{{1,10}})?"
)
_FOUND = lazily.pattern(
    r"(?:共|一共|总共|全年)?(?P<verb>给出了?|给了|发现|查出来?|查到|挑出来?|挑|指出来?|指出了|提出?了?|找出来?|找|揪出|点出来?|反馈|查处)(?:了|有)?(?:(?P<n>[0-9]+)(?P<u>个|条|处|项|点)?(?P<kind>问题|毛病|意见|建议|不足|错误|错别字|错字|错链|链接|差错|隐患)|(?P<kind2>问题|毛病|意见|建议|不足|错误|错别字|错字|错链|差错|隐患)(?P<n2>[0-9]+)(?P<u2>个|条|处|项)?|(?P<nothing>没有?发现?问题))"
)
_LISTED = re.compile(r"(?:问题清单|(?P<bare>问题))(?:有|列了)?(?P<n>[0-9]+)(?P<u>个|条|项)")
_ORDERED = re.compile(
    rf"要求整改的(?P<n>[0-9]+)(?P<u>个|家|处|条|所)(?:都|全|全部|均|已)*(?:{_DONE})(?:好|完|齐|到位)?了?"
)
_MUTUAL = re.compile(
    rf"(?P<when>{WHEN})?(?P<who>[^，0-9]{{2,8}}?)之间(?:互相|相互|交叉|互)(?:检查|查|看)(?:了|过)?(?P<n>{_N})(?P<u>次|回|遍|轮)"
)
_STATES = {
    "内容旧": "内容陈旧", "太旧": "内容陈旧", "旧了": "内容陈旧", "空": "内容空白", "空着": "内容空白", "空白": "内容空白", "没内容": "内容空白", "没东西": "内容空白",
    "贴得不全": "张贴不全", "没贴全": "张贴不全", "贴不全": "张贴不全", "不全": "不完整", "没更新": "未及时更新", "不更新": "未及时更新", "更新慢": "更新较慢", "更新不及时": "更新不及时", "过期": "内容过期", "过期了": "内容过期",
    "内容少": "内容偏少", "太少": "内容偏少", "不规范": "不规范", "有错别字": "存在错别字", "打不开": "无法打开", "链接打不开": "链接无法打开", "没公示": "未公示", "没公开": "未公开", "没贴": "未张贴", "没打码": "未作遮挡处理", "没遮": "未作遮挡处理",
    "坏了": "损坏", "破了": "破损", "字太小": "字号偏小", "看不清": "不清晰", "漏项": "漏项", "缺项": "缺项", "格式不对": "格式不规范", "更新晚": "更新较晚", "位置偏": "位置偏僻", "登记不全": "登记不完整", "公示时间不够": "公示时间不足", "公示期不够": "公示期不足", "时间不够": "时间不足", "不及时": "不及时",
}  # fmt: skip
_STATE = "|".join(sorted(map(re.escape, _STATES), key=len, reverse=True))
_FAULT = lazily.pattern(
    rf"(?:(?P<verb>发现|说|指出|查出|提出|反映|认为|点名)(?:是|有|了)?)?(?:(?:有|其中)?(?P<n>[0-9]+)(?P<u>个|家|处|条|所)(?P<what>[^，0-9]{{1,8}}?)(?P<of>的)?)?"
    rf"(?P<thing>[^，0-9“”]{{0,10}}?)(?:的)?(?P<state>{_STATE})"
)
_MENDED = lazily.pattern(
    rf"(?P<when>当天|当日|当场|第二天|次日|马上|后来|随后|事后|之后|年底前?|月底前|现在|[0-9]+天内)?(?:就|现在|也|又)?(?P<all>都|全|全部|均|全都)?(?:已|已经)?(?P<all2>全|都|全部)?(?:给)?(?P<verb>{_DONE})(?:齐|好|完|全|过来|到位|上|掉)?(?:了)?(?:(?P<n>[0-9]+)(?P<u>个|条|处|项|块))?(?:了|好)?"
)
_VERBS = {"落实": "落实", "采纳": "采纳", "改": "整改", "改正": "整改", "整改": "整改", "改齐": "整改", "换": "更换", "换新": "更换", "补": "补充", "补齐": "补齐", "补全": "补全", "补上": "补充", "补贴": "补贴", "补充": "补充", "更新": "更新", "纠正": "纠正", "处理": "处理", "修": "修复", "更正": "更正", "清理": "清理", "撤": "撤下", "删": "删除", "贴": "张贴"}  # fmt: skip
_LEFT = re.compile(
    r"(?:还)?(?:剩|有|剩下|其余)?(?:下)?(?P<n>[0-9]+)(?P<u>个|条|处|项|家)(?:还)?(?:正)?(?:(?P<why>在改|在整改|没改完?|没整改|在改的)|(?P<money>等(?:经费|钱|资金))|(?:要|等|得)(?P<who>[^，0-9]{2,6}?)(?:来)?(?:定|拍板|研究|决定))"
)
_LIMIT = re.compile(
    r"(?:要求|都)?(?:限期|限|限时|限定)(?P<t>[^，0-9]{1,3}(?:月|周|天|日)|[0-9]+(?:天|个月|日|个工作日|周))(?:之?内)?(?:改|整改|改好|改完|改正|改到位|整改到位|补齐)(?:了|完)?"
)
_BELOW = lazily.pattern(
    r"(?:得分)?(?P<s>[0-9]+)分以?(?P<d>上|下)的(?:有)?(?P<n>[0-9]+)(?P<u>个|家|所)|(?P<d2>低于|不到|高于|超过)(?P<s2>[0-9]+)分的(?:有)?(?P<n2>[0-9]+)(?P<u2>个|家|所)"
)
_OURS = re.compile(
    "公开|公示|栏|网站|信息|答复|台账|文书|公众号|目录|村务|财务|账目|卫生院|所|站|局|执法|账号|橱窗"
)


_ONCE_FOUND = re.compile(
    r"(?:有|发现)(?:了)?(?P<what>错误|错字|错别字|错链|问题|错|过期|空白)(?:的)?(?:就|都)?(?P<when>当天|当日|立即|马上|及时|随时|当场)(?:就)?(?P<verb>改|更正|整改|撤下|撤|补|修复|修)(?:掉|好|上)?(?:了)?"
)


_REPORTED = re.compile(
    rf"(?P<when>{WHEN})?(?P<who>{_OUTSIDE})通报(?:过|了)?(?:我们|我局|我镇|本单位)?(?:的)?(?P<thing>[^，0-9“”]{{2,10}}?)(?P<state>{_STATE})"
)


@lru_cache(maxsize=1024)
def checked(text: str) -> str | None:
    """The wording of clauses (joined by ，) that tell of one check and what came of it, or None."""
    pieces = text.split("，")
    if len(pieces) < 2:
        return None
    event, outside = _event(pieces[0])
    if not event:
        return None
    told = [event]
    for piece in pieces[1:]:
        said = _found(piece) or _left(piece) or _limit(piece) or _below(piece)
        said = said or _once_found(piece) or _fault(piece, outside=outside)
        said = said or _mended(piece, error="错" in told[-1]) or _more(piece)
        if not said:
            return None
        told.append(said)
    return "，".join(told)


def _more(piece: str) -> str:
    """自查5次，县里查3次: a second check beside the first."""
    said, outside = _event(piece)
    return said if outside and said[-1] == "次" else ""


def _event(piece: str) -> tuple[str, bool]:
    """The check, and whether somebody from outside did it."""
    if said := _hired(piece) or _came(piece) or _reported(piece):
        return said, True
    return _mutual(piece) or _some(piece) or _went(piece), False


def _mutual(piece: str) -> str:
    """Offices look at each other's work."""
    found = _MUTUAL.fullmatch(piece)
    if found is None:
        return ""
    return f"{ago(found['when'])}组织{''.join(reword(found['who']))}开展互查{several(found['n'], found['u'])}"


def _came(piece: str) -> str:
    """Somebody from outside looked."""
    found = _CAME.fullmatch(piece)
    if found is None:
        return ""
    number, unit = found["n"] or found["n1"] or found["n2"], found["u"] or found["u1"] or found["u2"]
    thing = _plain(found["thing"])
    if (found["thing"] and not thing) or not (number or thing or found["when"]):
        return ""
    act = found["act"] or found["act2"]
    who = _WHO.get(found["who"], "".join(reword(found["who"])))
    return f"{ago(found['when'])}{who}{_ACTS.get(act, act)}{thing}{several(number, unit)}"


def _hired(piece: str) -> str:
    """Somebody was asked to look."""
    found = _HIRED.fullmatch(piece)
    if found is None:
        return ""
    who = "第三方机构" if found["who"].startswith("第三方") else found["who"]
    act = {"评": "评估", "审": "审核"}.get(found["act"], _ACTS.get(found["act"], found["act"]))
    return f"{ago(found['when'])}委托{who}开展{act}{several(found['n'], found['u'])}"


def _reported(piece: str) -> str:
    """县里通报我们公众号更新慢: what somebody from outside found fault with."""
    found = _REPORTED.fullmatch(piece)
    if found is None:
        return ""
    who = _WHO.get(found["who"], "".join(reword(found["who"])))
    thing = _plain(found["thing"])
    return f"{ago(found['when'])}{who}通报{thing}{_STATES[found['state']]}" if thing else ""


def _some(piece: str) -> str:
    """So many of them were looked at."""
    found = _SOME.fullmatch(piece)
    if found is None or not (found["topic"] or found["what"] or found["with"]) or not _OURS.search(piece):
        return ""
    what, topic = _plain(found["what"]), _plain(found["topic"])
    if (found["what"] and not what) or (found["topic"] and not topic):
        return ""
    how = found["how"] or ""
    act = "抽查" if how == "随机" or found["act"] == "抽" else _ACTS.get(found["act"], found["act"])
    count = f"{found['n']}{found['u']}"
    thing = f"{count}{what}{'的' if what and topic else ''}{topic}" if what else f"{topic}{count}"
    tool = f"对照{found['with']}" if found["with"] else ""
    return f"{ago(found['when'])}{tool}{how}{act}{thing}"


def _went(piece: str) -> str:
    """The unit itself looked, so often or at such a time."""
    found = _WENT.fullmatch(piece)
    if found is None or not (found["n"] or found["when"]):
        return ""
    before, raw = found["thing0"], found["thing0"] or found["thing"]
    if before and (
        found["thing"]
        or re.search("每|本单位|我们|自己|[有做]$", before)
        or not (found["to"] or len(found["act"]) == 1)
    ):
        return ""  # 个人信息巡查4轮: a thing done, no thing that was looked at
    thing, act = _plain(raw), _ACTS.get(found["act"], found["act"])
    if (raw and not (thing and _OURS.search(raw))) or not (thing or act == "自查"):
        return ""
    opening = f"{ago(found['when'])}{found['each'] or ''}{'' if thing else '开展'}"
    return f"{opening}{act}{thing}{several(found['n'], found['u'])}"


_ACTS = {"查": "检查", "看": "检查", "过": "检查", "抽": "抽查", "查看": "检查", "对照检查": "检查"}
_WHO = {"上级": "上级部门", "上头": "上级部门", "上面": "上级部门", "县里": "县级", "市里": "市级", "区里": "区级", "省里": "省级", "镇里": "镇里", "县政府办": "县政府办公室", "区政府办": "区政府办公室", "市政府办": "市政府办公室"}  # fmt: skip


def _plain(words: str | None) -> str:
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
    thing = _plain(found["thing"]) if found["thing"] else ""
    if found["thing"] and not thing:
        return ""
    state = _STATES[found["state"]]
    if state == "内容空白" and thing:
        state = "空白" if thing.endswith("栏目") else state
    if state.startswith("内容") and thing.endswith("内容"):
        state = state.removeprefix("内容")
    where = f"{found['n']}{found['u']}{_plain(found['what'])}" if found["n"] else ""
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
        who = _WHO.get(found["who"], found["who"])
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
