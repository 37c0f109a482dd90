"""Rules of the desk before something goes out, told in one go: 涉及数据的再由统计股核一道, 写和审不能是一个人.

One decision: who acts, what is looked at and what is done are each a known word of the trade; a word that is none of
them leaves the clause to the other readings.
"""

import re
from functools import lru_cache

from phrasebank.grammar.mention import is_named
from phrasebank.register.desk_papers import PAPER_WAYS, TEXT, Way, named
from phrasebank.register.edits import in_whole_words
from phrasebank.register.who_acts import act_of, person_of
from report import lazily

_WRITE = "(?:写|拟|起草|编写|编|拟稿|采写)"
_LOOK = "(?:审核|审查|审|看|核|校|把关)"
_BEFORE = r"(?:发布|公开|上网|挂网|发出去?|印发|报出|公示|发|出门|出手)(?:之)?前"
_OFTEN = "(?:[一1两2](?:遍|道|次|回|眼|下)|把关|关)"
_SAME = "(?:(?:不能|不得|不许|不准|不可以|不可|不让)(?:是|由|为|让)?(?:同一?个人|一个人|同一人|同人|一人)(?:做|干|办|兼)?)"
_PERSON = r"(?P<who>[^，、：0-9再先要得须也还都自]{2,10}?)"

_APART = lazily.pattern(
    rf"(?P<one>{_WRITE}|审核|发布)(?:的人|稿的人|稿的|稿子的人|稿|的)?(?:和|跟|与|、|，)(?P<other>{_LOOK}|发布|发)(?:的人|稿的人|稿的|稿|的)?，?{_SAME}"
    rf"|谁{_WRITE}的?(?:稿子?|信息)?，?(?:谁)?(?:就)?(?:不能|不得|不许)自己(?P<own>{_LOOK})"
)
_WHOEVER = lazily.pattern(
    rf"(?P<text>信息|稿件|稿子|数据|文件|答复)?(?:实行|做到|坚持|是|都是)?谁(?P<one>{_WRITE}|提供|报送|报|发布|发|审)、?谁(?P<other>{_LOOK}|负责|校对|核对)"
)
_AGAIN = lazily.pattern(
    rf"(?:凡是?|凡)?(?:(?:涉及|牵涉|涉)(?P<about>[^，、：0-9的]{{2,8}})|(?P<which>带数字|有数字|带数据|有数据|带数|重要|重大|敏感|紧急|涉密|拿不准|吃不准|把不准|难办))的?(?P<text>信息|稿件|稿子|内容|文件|公告|数据)?"
    rf"(?:要|得|须|必须|都|一律|也|还)*(?P<again>再|另外|另)?(?:要|得|须|先|还)*(?:由|让|请|给|送|交给|交|找|经|过|报)?{_PERSON}(?P<own>亲自)?(?:再|要|先|来|也)*(?P<act>{_LOOK}|签|签字|签发|定|点头|拍板|复核|审定|审批|鉴定|确定|认定)(?:了|过)?(?:{_OFTEN})?"
)
_BEFORE_OUT = lazily.pattern(
    rf"{TEXT}?(?P<when>{_BEFORE})(?:都|均|一律|要|得|须|先|必须|全部)*(?:由|让|请|给|送|交|交给|经|过)?{_PERSON}(?:亲自)?(?P<again>再)?(?:要|先|来)*(?P<act>{_LOOK}|签|签字|签发|复核|审定|核对|校对)(?:了|过)?(?:{_OFTEN})?"
)
_FIRST_LOOK = lazily.pattern(
    rf"(?P<text>[^，、：0-9]{{0,6}}(?:稿|稿子|稿件|信息|答复书?|文书|公告|数据|文件|名单|通报|方案))(?P<all>一律|都|均|全部)?(?:要|得|须|必须)*(?P<first>先)?(?:由|让|请|给|送|交给|交|过|经){_PERSON}(?P<act>{_LOOK}|复核|审定|核对|校对)(?:了|过)?(?:{_OFTEN})?"
)
_TOOL = r"(?:(?:先|都|要|均|一律)*(?:用|拿|靠|走|过|经|经过|通过)(?P<tool>[^，、：0-9]{0,6}?(?:系统|软件|工具|平台)))?"
_WHAT = "(?P<what>敏感词|错敏词|错别字|敏感信息|个人信息|身份证号|隐私|涉密词|错字)"
_FILTER = lazily.pattern(
    rf"(?:{_WHAT[:-1].replace('?P<what>', '?P<what1>')}))?(?P<when>{_BEFORE})?(?:都|要|均|一律|先)*{_TOOL}(?:都|要|先|把|自动)*(?P<act>过滤|筛查|筛|扫描|扫|查|检查|检测|排查|检|过)(?:了)?(?:{_OFTEN})?(?:掉)?(?:{_WHAT})?(?:{_OFTEN})?"
)
_WHETHER = lazily.pattern(
    r"(?:信息|文件)?(?P<what>涉密不涉密|涉不涉密|是不是涉密|是否涉密|公不公开|公开不公开|能不能公开|是不是公开|发不发|能不能发|该不该发)，?(?:都|一律|要|统一)*(?:由|归|让|请|交|听)(?P<who>[^，、：0-9]{2,8}?)(?:来|统一|说了)*(?:定|确定|决定|审|审核|把关|认定|说了算|算)"
)
_LEVELS = lazily.pattern(
    r"(?P<text>[^，、：0-9]{0,6}(?:信息|稿件|稿子|公告|动态|通知|数据))(?:可以|可|只要|只需|只|要|须|得|都|必须)*(?P<may>)(?:看|审|过)?(?P<n>[2-5两三四五])(?:遍|审|道审?|级审?|次审)(?:核)?(?:就行|就可以|即可)?"
)
_SO_MANY = lazily.pattern(
    r"(?P<text>信息|稿件|稿子|每条信息|每篇稿子)?(?:都|均|要|须|得|至少|必须)*(?:由|让|请)?(?P<n>[2-9两三])个?人(?:一起|共同|分别)?(?:看|审核|审|过目|把关)(?:过|一遍)?"
)
_WHEN = {"上网前": "上网前", "挂网前": "上网前", "公示前": "公示前", "印发前": "印发前"}
_WRITES = {"审核": "审核", "发布": "发布"}
_WHICH = {"带数字": "含有数据", "有数字": "含有数据", "带数据": "含有数据", "有数据": "含有数据", "带数": "含有数据", "拿不准": "难以确定", "吃不准": "难以确定", "把不准": "难以确定", "难办": "疑难"}  # fmt: skip


@lru_cache(maxsize=2048)
def reviewed(text: str, field: str) -> str | None:
    """Official wording of a rule of the desk (clauses joined by ，), or None.

    Args:
        text: Normalised words.
        field: Where they are to be written; in 依申请公开 what goes out is a reply.
    """
    for pattern, say in _WAYS:
        if (found := pattern.fullmatch(text)) and (said := say(found, field)):
            return said
    return None


def _apart(found: re.Match[str], field: str) -> str:
    del field
    if found["own"]:
        return "起草人不得审核本人起草的信息"
    one = _WRITES.get(found["one"], "起草")
    other = "发布" if found["other"] in ("发布", "发") else "审核"
    return f"信息{one}和{other}不得由同一人负责" if one != other else ""


def _whoever(found: re.Match[str], field: str) -> str:
    del field
    one = {"提供": "提供", "报送": "报送", "报": "报送", "发布": "发布", "发": "发布", "审": "审核"}.get(
        found["one"], "起草"
    )
    other = {"负责": "负责", "校对": "校对", "核对": "核对", "核": "核对", "校": "校对"}.get(
        found["other"], "审核"
    )
    if one in (other, "发布"):
        return ""  # 谁发谁负责 is a fixed term
    return f"{named(found['text'] or '信息')}实行谁{one}、谁{other}"


def _again(found: re.Match[str], field: str) -> str:
    del field
    who, act = person_of(found["who"]), act_of(found["act"])
    if not who or (found["about"] and not is_named(found["about"])):
        return ""
    text = "信息" if found["text"] in (None, "", "稿子", "内容") else found["text"]
    which = (
        f"涉及{in_whole_words(found['about'])}"
        if found["about"]
        else _WHICH.get(found["which"], found["which"])
    )
    if found["which"] in ("重要", "重大", "敏感", "紧急", "涉密", "难办"):
        thing = f"{which}{'事项' if which == '疑难' and not found['text'] else text}"
    else:
        thing = f"{which}的{text}"
    again = "再" if found["again"] else ""
    act = {"审核": "复核"}.get(act, act) if again and found["act"] in ("核", "看", "审核", "审") else act
    return f"{thing}{'，' if again else ''}{again}由{who}{found['own'] or ''}{act}"


def _before_out(found: re.Match[str], field: str) -> str:
    who, act = person_of(found["who"]), act_of(found["act"])
    raw = found["text"] or ""
    if not who or (raw and not is_named(raw)):
        return ""
    when = next((say for word, say in _WHEN.items() if found["when"].replace("之", "") == word), "发布前")
    text = named(raw) if raw else "答复" if field == "依申请公开" else "信息"
    if text.startswith("答复"):
        when = "发出前"
    return f"{text}{when}由{who}{'复核' if found['again'] and act == '审核' else act}"


def _first_look(found: re.Match[str], field: str) -> str:
    del field
    who = person_of(found["who"])
    if not who or not (found["all"] or found["first"]) or not is_named(found["text"]):
        return ""
    every = {"都": "均", "全部": "均"}.get(found["all"] or "", found["all"] or "")
    text = f"{found['text']}件" if found["text"] == "稿" else named(found["text"])
    return f"{text}{every}{found['first'] or ''}由{who}{act_of(found['act'])}"


def _filter(found: re.Match[str], field: str) -> str:
    del field
    what = found["what"] or found["what1"]
    if not what or (found["what"] and found["what1"]) or not (found["tool"] or found["when"]):
        return ""
    what = {"错字": "错别字", "隐私": "个人隐私信息", "身份证号": "身份证号码"}.get(what, what)
    verb = {"过滤": "过滤", "扫描": "扫描", "扫": "扫描", "筛": "筛查", "筛查": "筛查", "排查": "排查"}.get(
        found["act"], "检查"
    )
    when = next((say for word, say in _WHEN.items() if found["when"] == word), "发布前")
    tool = found["tool"] or ""
    by = f"使用{in_whole_words(tool)}" if tool else ""
    return f"信息{when}{by}{verb}{what}"


def _whether(found: re.Match[str], field: str) -> str:
    del field
    who = person_of(found["who"])
    what = "是否涉密" if "密" in found["what"] else "是否发布" if "发" in found["what"] else "公开属性"
    return f"信息{what}由{who}确定" if who else ""


def _levels(found: re.Match[str], field: str) -> str:
    del field
    if not is_named(found["text"]):
        return ""
    number = {"2": "两", "3": "三", "4": "四", "5": "五"}.get(found["n"], found["n"])
    may = "可" if re.search("可|只", found[0]) else ""
    return "" if found["n"].isdigit() else f"{named(found['text'])}{may}实行{number}级审核"


def _so_many(found: re.Match[str], field: str) -> str:
    del field
    least = "至少" if "至少" in found[0] else ""
    return f"{named(found['text'] or '信息')}{least}由{found['n']}人审核"


_WAYS: tuple[Way, ...] = (
    (_APART, _apart),
    (_WHOEVER, _whoever),
    *PAPER_WAYS,
    (_WHETHER, _whether),
    (_LEVELS, _levels),
    (_SO_MANY, _so_many),
    (_FILTER, _filter),
    (_AGAIN, _again),
    (_BEFORE_OUT, _before_out),
    (_FIRST_LOOK, _first_look),
)
