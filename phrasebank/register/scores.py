"""Marks and ranks, told in pieces: 县里测评排全县第6，比去年进了5位 → 县级测评排名全县第6位，比上年上升5位.

One decision: the first piece names who assessed, or what was taken into the marks; every other one is a number of it.
"""

import re
from functools import lru_cache

from phrasebank.grammar.mention import is_named
from phrasebank.register.edits import in_whole_words
from phrasebank.register.findings import STATES, WHO, finding
from phrasebank.register.telling import WHEN, ago
from report import lazily

_N = r"[0-9]+(?:\.[0-9]+)?"
_SOURCE = (
    r"(?P<when>"
    + WHEN
    + r")?(?:在)?(?P<who>[县市区省州]里|[县市区省州]级|上级|[县市区省州]政府办(?:公室)?|[县市区省州]办|第三方(?:机构)?|社会|群众|区委区政府|县委县政府)?(?:的)?"
    r"(?P<span>年度|全年|年终|年底|半年|季度|月度|上半年|下半年|绩效|综合|网站|政务公开|信息公开|政府网站|平时|日常)*(?:的)?(?P<kind>测评|考核|检查|评估|评议|检测|抽查|评比|打分|督查|普查|监测|考评|排名|满意度)(?:工作)?(?:里|中|时|上)?"
)
_US = "(?:我们|我局|我镇|我街道|我单位|局里|镇里|本单位|给我们|给我局|咱们)?"
_SCORED = lazily.pattern(
    rf"{_SOURCE}，?{_US}(?:是)?(?:得分|得了|得|拿了|拿到|拿|打了|打|是|评了|考了|获得|获|为)(?P<n>{_N})分?"
)
_RANKED = lazily.pattern(
    rf"{_SOURCE}，?{_US}(?:排名|排到|排在|排|名列|列|居|在)(?P<scope>全[县市区省州]|系统|[县市区]直部门|乡镇|部门|全系统)?(?:里|中)?第(?P<n>[0-9一二三四五六七八九十]+)(?:名|位)?"
)
_SCORE = lazily.pattern(rf"{_US}(?:得分|得了|得|拿了|是|考了)(?P<n>{_N})分")
_RANK = lazily.pattern(
    r"(?:排名|排到|排在|排|名列|列|居|在)?(?P<scope>全[县市区省州]|系统内?|[县市区]直部门|乡镇|全系统)?(?:排名|排|列)?第(?P<n>[0-9一二三四五六七八九十]+)(?:名|位)?"
)
_AGAINST = lazily.pattern(
    rf"(?:排名|名次|得分|分数)?比(?:去年|上年|上次)(?P<way>进步|前进|进|提升|提高|上升|升|高|多|退步|后退|退|下降|降|低|少|掉)了?(?P<n>{_N})(?P<u>位|名|个名次|个?百分点|分)"
)
_BEFORE = lazily.pattern(rf"(?:去年|上年)(?:同期)?(?:是|为|得了|考了|得)?(?P<n>{_N})分?")
_ENDS = lazily.pattern(
    rf"(?:得分|分数)?最(?P<end>低|高)(?:分)?的?(?:一家|1家|单位|科室|医院|学校)?(?:得了|得|是|为|只有|才|只)?(?P<n>{_N})分?"
)
_MEAN = lazily.pattern(rf"(?:平均|均分|平均分|平均得分)(?:得了|得|是|为)?(?P<n>{_N})分?")
_CUT = lazily.pattern(rf"{_SOURCE}，?{_US}(?:被)?扣(?:了)?(?:分)?(?P<n>{_N})(?P<u>分|项|处)")
_CAUSE = lazily.pattern(
    rf"(?:全|都|均|全都|主要)(?:是|因为|扣在|是因为|是扣在)+(?P<thing>[^，0-9]{{0,8}}?)(?P<state>{'|'.join(sorted(map(re.escape, STATES), key=len, reverse=True))})(?:的)?"
)
_BLAMED = lazily.pattern(
    r"(?P<when>"
    + WHEN
    + r")?(?:被)?(?P<who>[县市区省州]里|上级|[县市区省州]政府办(?:公室)?|[县市区省州]办|[县市区省州][^，0-9被]{1,6}(?:办|局|部|委|中心))(?:点名)?通报(?:过|了)?(?:我们|我局|我镇)?(?P<n>[0-9]+|一)(?:次|回)"
)
_FINED = lazily.pattern(
    r"(?P<what>出错别字|出错|有错别字|迟报|漏报|超期|不更新|没更新|错报|逾期|不报|没报)的(?P<who>科室|股室|单位|村|部门|站所)?，?(?:都|就|一律|要)*扣(?P<whose>办公室|科室|责任科室|本人|责任人|当事人|该科室|单位)?(?P<span>当月|当年|季度|年终|年底|当季)?(?:的)?(?P<thing>考核分|绩效分|绩效|分|奖金)"
)
_TIMES = lazily.pattern(
    r"(?:今年|全年|一年)?(?:一共|共|已)?扣(?:过|了)(?P<n>[0-9]+)(?P<u>次|回|人次|家|个科室|分)"
)
_SORTED = lazily.pattern(
    r"(?:对|把)?(?P<whom>(?:[0-9]+[个家])[^，0-9]{2,8}?|各[^，0-9]{2,6}?)(?P<when>每季度|每半年|每年|每月|年底|半年)?(?:评一评|排一排|评比|打分|排名|排队|考核|打分排名|评分|评了一遍|评了一次|、)+"
)
_PRAISED = lazily.pattern(
    r"(?:对)?(?:排)?(?P<side>前|后|末|靠后的?|排名前|排名后)(?P<n>[0-9一两二三四五六七八九十]+)(?:名|位|家|个)(?:的)?(?:单位|科室)?(?:都|均|给予|予以|进行|要|作|作了|被)*(?P<do>通报表扬|表扬|通报批评|批评|约谈|谈话|通报|限期整改|整改|点名批评)(?:了)?"
)
_WEIGHED = lazily.pattern(
    r"(?:把|将)?(?P<x>[^，0-9把将]{2,12}?)(?:也|都|已)*(?:放进|放到|列入|列进|纳入|纳进|算进|加进|写进|计入)(?:了|到)?(?P<y>[^，0-9]{0,10}?考核)(?:里面|里|中|体系|指标|内容)?(?:去)?(?:了)?"
)
_WEIGHT = lazily.pattern(r"(?P<how>满分|占|权重|分值)(?:是|为|有)?(?P<n>[0-9]+(?:\.[0-9]+)?)(?P<u>分|%)")
_MORE = {"进步", "前进", "进", "提升", "提高", "上升", "升", "高", "多"}


@lru_cache(maxsize=2048)
def scored(text: str) -> str | None:
    """Official wording of clauses (joined by ，) that tell of marks, ranks or deductions, or None."""
    pieces = text.split("，")
    told: list[str] = []
    while pieces:
        said, used = _opening(pieces) if not told else (_follows(pieces[0], told), 1)
        if not said:
            return None
        told.append(said)
        del pieces[:used]
    return "，".join(told)


def _opening(pieces: list[str]) -> tuple[str, int]:
    for width in (2, 1):
        text = "，".join(pieces[:width])
        if len(pieces) >= width and (said := _head(text)):
            return said, width
    return (_extreme(pieces[0]), 1) if len(pieces) > 1 else ("", 0)


def _head(text: str) -> str:
    for pattern, say in _FIRST:
        if found := pattern.fullmatch(text):
            return say(found)
    return ""


def _marked(found: re.Match[str]) -> str:
    return f"{_source(found)}得分{found['n']}分" if _named(found) else ""


def _ranked(found: re.Match[str]) -> str:
    return f"{_source(found)}排名{found['scope'] or ''}第{found['n']}位" if _named(found) else ""


def _deducted(found: re.Match[str]) -> str:
    how = "扣" if found["u"] == "分" else "扣分"
    return f"{_source(found)}{how}{found['n']}{found['u']}" if _named(found) else ""


def _blamed(found: re.Match[str]) -> str:
    return f"{ago(found['when'])}被{_level(found['who'])}通报{found['n']}次"


def _sorted(found: re.Match[str]) -> str:
    return f"{found['when'] or ''}对{found['whom']}开展评比排名"


def _follows(piece: str, told: list[str]) -> str:
    for pattern, say in _BEHIND:
        if (found := pattern.fullmatch(piece)) and (said := say(found)):
            return said
    return _extreme(piece) or finding(piece, outside=True, error="错" in told[-1])


def _against(found: re.Match[str]) -> str:
    unit = {"名": "位", "个名次": "位"}.get(found["u"], found["u"])
    more = found["way"] in _MORE
    way = ("上升" if more else "下降") if unit == "位" else ("提高" if more else "下降")
    return f"比上年{way}{found['n']}{unit}"


def _cause(found: re.Match[str]) -> str:
    thing, state = found["thing"], STATES[found["state"]]
    if thing.endswith("栏目") and state == "内容空白":
        state = "空白"
    return f"{'主要' if found[0].startswith('主要') else '均'}为{thing}{state}"


def _extreme(piece: str) -> str:
    if found := _ENDS.fullmatch(piece):
        return f"最{found['end']}得分{found['n']}分"
    found = _MEAN.fullmatch(piece)
    return f"平均得分{found['n']}分" if found else ""


def _named(found: re.Match[str]) -> bool:
    """Somebody or some time is named beside the word: 检查得了3分 alone says too little."""
    return bool(
        found["who"] or found["span"] or found["when"] or found["kind"] in ("考核", "测评", "评估", "考评")
    )


def _source(found: re.Match[str]) -> str:
    span = {"全年": "年度", "年底": "年终"}.get(found["span"] or "", found["span"] or "")
    kind = {"打分": "测评", "排名": "考核"}.get(found["kind"], found["kind"])
    return f"{ago(found['when'])}{_level(found['who'])}{span}{kind}"


def _level(who: str | None) -> str:
    if not who:
        return ""
    named = {"第三方": "第三方机构"}.get(who, WHO.get(who, who))
    return re.sub("政府办$", "政府办公室", named)


def _weighed(found: re.Match[str]) -> str:
    what = {
        "公开": "政府信息公开",
        "信息公开": "政府信息公开",
        "公开工作": "政府信息公开工作",
        "公开的事": "政府信息公开工作",
    }.get(found["x"], in_whole_words(found["x"]))
    return f"将{what}纳入{in_whole_words(found['y'])}" if is_named(found["x"]) else ""


def _fined(found: re.Match[str]) -> str:
    what = {
        "出错别字": "出现错别字",
        "有错别字": "出现错别字",
        "出错": "出现差错",
        "没更新": "未及时更新",
        "不更新": "未及时更新",
        "不报": "未报送",
        "没报": "未报送",
    }.get(found["what"], found["what"])
    thing = {"分": "考核分", "绩效": "绩效分"}.get(found["thing"], found["thing"])
    whose = found["whose"] or ""
    return f"对{what}的{found['who'] or ''}，扣减{whose}{found['span'] or ''}{thing}"


def _praised(found: re.Match[str]) -> str:
    side = "前" if "前" in found["side"] else "后"
    do = {
        "表扬": "通报表扬",
        "批评": "通报批评",
        "谈话": "约谈",
        "整改": "限期整改",
        "点名批评": "通报批评",
    }.get(found["do"], found["do"])
    if do == "限期整改":
        return f"责令后{found['n']}名限期整改"
    return f"{do}{side}{found['n']}名"


_BEHIND = (
    (_SCORE, lambda found: f"得分{found['n']}分"),
    (_RANK, lambda found: f"排名{found['scope'] or ''}第{found['n']}位"),
    (_AGAINST, _against),
    (_BEFORE, lambda found: f"上年为{found['n']}分"),
    (_CAUSE, _cause),
    (_TIMES, lambda found: f"全年扣分{found['n']}{'次' if found['u'] == '回' else found['u']}"),
    (_PRAISED, _praised),
    (_WEIGHT, lambda found: f"{found['how']}{found['n']}{found['u']}"),
)
"""What may stand behind the first piece, and how it is written."""
_FIRST = (
    (_SCORED, _marked),
    (_RANKED, _ranked),
    (_CUT, _deducted),
    (_BLAMED, _blamed),
    (_FINED, _fined),
    (_WEIGHED, _weighed),
    (_SORTED, _sorted),
)
"""What the first piece may be."""
