"""What else is said of a thing that was made public: how much of it, what is written in it, who can look it up.

One decision: a piece between two commas is read whole by one of these, or says something else.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from phrasebank.grammar.chunks import chunks_of
from phrasebank.register.asked import asked
from phrasebank.register.edits import in_whole_words
from phrasebank.register.masking import masked
from phrasebank.register.publishing import published
from report import lazily

_COUNT = lazily.pattern(
    r"(?P<how>一共|共|累计|全年|合计|总共|现有|目前|现在|全县|全市|全区|全镇)?(?:有|是)?(?P<n>(?:超过|约|近)?[0-9][0-9,]*万?余?)(?P<u>万元|亿元|批次|[条件篇期批次处家户块座所项个份宗场起台])(?P<what>[\u4e00-\u9fff]{0,6})"
)
PARTLY = lazily.pattern(
    r"(?:其中|今年)?(?P<v>修订|新增|更新|新编|新制定|废止|取消|调整)(?:了)?(?P<n>[0-9]+)(?P<u>[个件项份条处])"
)
_WRITTEN = lazily.pattern(
    r"(?P<what>[^，：]{2,24}?)(?:都|全|全都|也|均)*(?P<do>写|说|讲|列|标|注|公开|公布|公示|说明)(?:得)?(?:清楚|清|明白|明|上|全|齐)?(?:了|的)*"
    r"|(?:都|均)?(?P<do2>写|列|标|注)(?:得)?(?:清楚|清|明|上)(?:了)?(?P<what2>[^，：]{2,24})"
)
_WITH = lazily.pattern(
    "(?:还|也|都|并)?(?:带|附|配|附上|配上|带上)(?:了|有|着)?(?P<what>地图|位置图|示意图|二维码|图解|漫画|说明|政策解读|解读|短视频|视频|示例|流程图|联系电话|电话|照片|对照表|填写样例)"
)
_SERVED = lazily.pattern(
    r"(?:(?P<who>群众|老百姓|居民|村民|家长|企业|市民|参保人|用户|大家)(?:都)?)?(?P<all>都|均|全都|随时)?(?:能|可以|可)(?:在)?(?P<place>网上|网站|县网|市网|区网|官网|公众号|小程序|手机上|大厅)?(?:上)?(?:按(?P<by>项|年份|单位|村|户|类别|类|关键词|名称|小区|学校))?"
    r"(?P<do>查到|查询|查|看到|查看|看|下载|搜到|搜)(?P<what>[^，0-9]{2,8})?"
)
_COVERED = lazily.pattern(
    r"(?P<n>[0-9]+)(?P<u>个|家|所)(?P<what>村|社区|乡镇|镇|街道|小区|学校|医院|单位|站所)(?:全覆盖|都覆盖了?|一个不少|全部覆盖)"
)
_AMENDED = lazily.pattern(
    r"(?P<nth>第[0-9一二三四]+)(?:次|回)?(?:按|按照|根据)(?P<by>群众|村民|居民|各方|专家)?意见(?:修改|改)了?(?P<n>[0-9]+)(?P<u>处|条|项)"
)
_FAILED = lazily.pattern(
    r"(?P<which>不合格|不达标|不符合要求|不及格)的?(?P<n>[0-9]+[家个批条所户]次?)?(?P<of>[^，0-9的]{0,4})?(?:都|均|全|全部)*(?P<do>点了名|点名|曝光|通报|公布|公示|(?:写明|注明|说明|写清)(?:了)?(?P<what>原因|理由|整改要求))(?:了)?"
)
_TOGETHER = lazily.pattern(
    "(?:通过|在|用)?(?P<list>(?:短信|喇叭|大喇叭|广播|公众号|网站|微信群|电视|抖音|微博|电子屏|电话)(?:、(?:短信|喇叭|大喇叭|广播|公众号|网站|微信群|电视|抖音|微博|电子屏|电话))+)(?:[两三四2-4]?(?:路|个渠道|边|头))?(?:一起|同步|同时|同)(?:发布?|推送?|播)(?:了|的)?"
)
_CHANNELS = {
    "喇叭": "农村广播",
    "大喇叭": "农村广播",
    "公众号": "微信公众号",
    "网站": "政府网站",
    "抖音": "抖音账号",
    "电子屏": "电子显示屏",
}
_DO = {
    "查到": "查询",
    "查": "查询",
    "查询": "查询",
    "看到": "查看",
    "查看": "查看",
    "看": "查看",
    "下载": "下载",
    "搜到": "检索",
    "搜": "检索",
}
_SERVED_AT = {
    "县网": "县政府网站",
    "市网": "市政府网站",
    "区网": "区政府网站",
    "官网": "政府网站",
    "网站": "政府网站",
    "公众号": "微信公众号",
    "手机上": "手机端",
}
_GIVEN_TO = lazily.pattern(
    r"(?P<what>[^，0-9]{2,16}?)(?P<v>发放|拨付|拨|分配|分|下达)到(?P<to>[^，0-9的]{1,6})的"
)
_LONGEST = 44
_NAMES = {"noun", "open", "quality", "of", "and", "count"}


def topic_of(text: str) -> str:
    """What was made public, in official words; empty where the text says something of it."""
    if nouns := asked(text):
        return nouns
    if found := _GIVEN_TO.fullmatch(text):
        what = topic_of(found["what"])
        return (
            f"{ {'拨': '拨付', '分': '分配'}.get(found['v'], found['v']) }到{found['to']}的{what}".strip()
            if what
            else ""
        )
    if not 2 <= len(text) <= _LONGEST or re.search(
        "[了过着把被让得吗呢吧啊都也还就很太不没谁怎哪啥几]|这个|那个|多少|问题$|(?:一年|全年|今年|每[年月周季]|半年|年底)$",
        text,
    ):
        return ""
    chunks = chunks_of(re.sub("《[^》]*》|“[^”]*”|（[^）]*）", "名单", text)) or ()
    if not chunks or not all(_NAMES & {sense.kind for sense in chunk.senses} for chunk in chunks):
        return ""
    if any(one.senses[0].kind == other.senses[0].kind == "count" for one, other in pairwise(chunks)):
        return ""
    kinds = {sense.kind for sense in chunks[-1].senses}
    people = chunks[-1].senses[0].cls in ("person", "office", "time")
    return "" if people or not {"noun", "open", "count"} & kinds else in_whole_words(text)


OPENERS = lazily.pattern("^(?:所以|也是|也都|也|还|我们|我局|我镇|我街道|咱们|本局|同时|而且|并且)+(?=[^有])")


def said_of(piece: str) -> str:
    """What else is said of the thing."""
    piece = OPENERS.sub("", piece)
    said = next((words for say in _PIECES if (words := say(piece))), "")
    return said or published(piece) or masked(piece) or ""


def counted(piece: str) -> str:
    """How many of them: 共23所."""
    found = _COUNT.fullmatch(piece)
    if (
        found is None
        or (found["u"] == "个" and not found["what"])
        or (found["what"] and not topic_of(found["what"]))
    ):
        return ""
    how = found["how"] or ""
    opening = (
        "现有"
        if how in ("现有", "目前", "现在")
        else f"{how}共"
        if how.startswith("全") and how != "全年"
        else "共"
    )
    return f"{opening}{found['n']}{found['u']}{in_whole_words(found['what'])}"


_HEARD = lazily.pattern(
    r"(?:一共|共)?(?:收到|收了|收|征集到|收集到?)(?P<who>企业|群众|居民|村民|市民|社会|各方|专家|家长)?(?:提的|反馈的|的)?意见(?:建议)?(?P<n>[0-9]+)条"
    r"|(?:收到|收了|收)(?P<n2>[0-9]+)条(?:意见|建议)?"
)
_TAKEN_UP = lazily.pattern(r"(?:其中)?(?:采纳|吸收|采用|用)(?:了)?(?P<n>[0-9]+)条?")
_NOT_TAKEN = lazily.pattern(
    "(?:没|没有|未|不)(?:采纳|用|吸收)的(?:也|都|均)*(?:说|讲|回|写|反馈|答复|说明|说清|讲清)(?:了|明)*(?:为什么|原因|理由|为啥)?(?:了)?"
)


def _opinions(piece: str) -> str:
    """收到企业提的意见58条, 采纳了31条, 没采纳的也说了为什么."""
    if found := _HEARD.fullmatch(piece):
        return f"收到{found['who'] or ''}意见{found['n'] or found['n2']}条"
    if found := _TAKEN_UP.fullmatch(piece):
        return f"采纳{found['n']}条"
    return "对未采纳的说明理由" if _NOT_TAKEN.fullmatch(piece) else ""


def _partly(piece: str) -> str:
    found = PARTLY.fullmatch(piece)
    return f"其中{found['v']}{found['n']}{found['u']}" if found else ""


def covered(piece: str) -> str:
    """18个村全覆盖: all of so many places."""
    found = _COVERED.fullmatch(piece)
    return f"覆盖全部{found['n']}{found['u']}{found['what']}" if found else ""


def _served(piece: str) -> str:
    found = _SERVED.fullmatch(piece)
    if found is None:
        return ""
    who = {"老百姓": "群众", "大家": "群众"}.get(found["who"] or "", found["who"] or "")
    every = {"随时": "随时", None: ""}.get(found["all"], "均")
    place = found["place"]
    where = f"在{_SERVED_AT.get(place, place)}" if place else ""
    by = f"按{found['by']}" if found["by"] else ""
    what = in_whole_words(found["what"] or "")
    what = f"{what}情况" if what == "收费" else what
    return f"{who}{every}可{where}{by}{_DO[found['do']]}{what}"


def _amended(piece: str) -> str:
    found = _AMENDED.fullmatch(piece)
    return f"{found['nth']}次按{found['by'] or ''}意见修改{found['n']}{found['u']}" if found else ""


def _with(piece: str) -> str:
    found = _WITH.fullmatch(piece)
    if found is None:
        return ""
    what = {"解读": "政策解读", "电话": "联系电话"}.get(found["what"], found["what"])
    return f"{'配有' if what in ('漫画', '图解', '短视频', '视频', '政策解读') else '附'}{what}"


def _failed(piece: str) -> str:
    found = _FAILED.fullmatch(piece)
    if found is None:
        return ""
    which = f"{found['which']}的{found['n'] or ''}{found['of'] or ''}"
    if found["what"]:
        return f"对{which}注明{found['what']}"
    do = {"点了名": "通报", "点名": "通报"}.get(found["do"], found["do"])
    return f"对{which}予以{do}"


def _together(piece: str) -> str:
    found = _TOGETHER.fullmatch(piece)
    if found is None:
        return ""
    names = [_CHANNELS.get(each, each) for each in found["list"].split("、")]
    return f"通过{'、'.join(names[:-1])}和{names[-1]}同步发布"


def _written(piece: str) -> str:
    """谁批的、批了多少平方写清楚 → 写明审批人和批准面积."""
    found = _WRITTEN.fullmatch(piece)
    if found is None:
        return ""
    what, do = found["what"] or found["what2"], found["do"] or found["do2"]
    nouns = asked(what) or (topic_of(what) if do in ("写", "列", "标", "注") else "")
    if not nouns:
        return ""
    return f"{nouns}均已公开" if do.startswith("公") else f"写明{nouns}"


_PIECES: tuple[Callable[[str], str], ...] = (
    _partly, _opinions, covered, counted, _served, _amended, _with, _failed, _together, _written,
)  # fmt: skip
