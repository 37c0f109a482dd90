"""What must not be seen: personal data covered, left out or given another name before something goes out.

One decision: only words that name personal data are covered; what is covered stands between 对 and 作遮挡处理.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from phrasebank.grammar.mention import is_named
from phrasebank.register.edits import in_whole_words
from report import lazily

_ONE = (
    "身份证号码?|身份证|手机号码?|电话号码|电话|手机|姓名|名字|人名|地名|车牌号?|车牌|住址|家庭住址|家庭地址|家庭人口|家庭情况|门牌号?|银行卡号|银行账号|卡号|账号|病情|病历|病名|年龄|人脸|脸|照片|个人信息|个人隐私|隐私|企业名称|单位名称|商业秘密|"
    "孩子信息|未成年人信息|签名|户籍地址|联系方式|就医记录|健康信息"
)
_WHAT = rf"(?P<what>(?:[^，、：0-9用把在里中上]{{0,6}}的|(?:群众|当事人|申请人|居民|村民|企业|学生|老人|患者|参保人|个人|农户|家长|孩子)的?)?(?:{_ONE})(?:(?:、|和|及|跟)(?:{_ONE}))*)"
_BEFORE = r"(?P<when>(?:公开|公示|上网|发布|挂网|发出?|印发)(?:之)?前)"
_TEXT = r"(?P<text>[^，、：0-9用把]{2,10}?)(?<!前)"
_TOOL = (
    r"(?:(?:先|都|要|统一)*(?:用|拿|通过)(?P<tool>[^，、：0-9]{0,6}?(?:软件|系统|工具|程序)))?(?P<auto>自动)?"
)
_COVER = "(?:打了码|打过码|打了马赛克|作了处理|遮了|遮挡|遮住|遮掉|遮一?下|遮|盖住|盖掉|盖|打码|打上码|打马赛克|打上马赛克|打星号|隐去|涂掉|抹掉|脱敏|隐藏|作?脱敏处理|马赛克处理|屏蔽)"
_LEFT_OUT = "(?:去掉|删掉|删了|删除|拿掉|抹去|剔除|摘掉)"
_SMALL = "(?:先|都|要|得|须|全|全部|一律|均|必须|统一|逐条)*"
_ENDS = "(?:了|掉|好|上)*"

_OBJECT_FIRST = lazily.pattern(
    rf"(?:{_TEXT}(?:里|中|上)?)?(?:在)?{_BEFORE}?{_SMALL}{_TOOL}{_SMALL}(?:把|将|对|给|的)?{_WHAT}(?P<all>都|全|全部|均|一律)?{_SMALL}{_COVER}(?P<done>{_ENDS})"
)
_VERB_FIRST = lazily.pattern(
    rf"(?:{_TEXT}(?:里|中|上)?)?(?:在)?{_BEFORE}?{_SMALL}{_TOOL}{_SMALL}{_COVER}{_ENDS}{_WHAT}"
)
_TAKEN_OUT = lazily.pattern(
    rf"(?P<text>名单|公示|公告|文书|处罚决定书|处罚文书|公示表|发放表|台账)(?:里|中|上)的?{_SMALL}(?:把)?{_WHAT}{_SMALL}{_LEFT_OUT}{_ENDS}"
    rf"|(?P<text3>名单|公示|公告|文书|处罚文书|公示表|发放表)(?:里|中|上){_SMALL}{_LEFT_OUT}{_ENDS}{_WHAT.replace('<what>', '<what3>')}"
    rf"|{_WHAT.replace('<what>', '<what2>')}，?(?:在)?(?P<text2>名单|公示|公告|文书|处罚文书|公示表|发放表|公开)(?:里|中|上|时)?{_SMALL}{_LEFT_OUT}{_ENDS}"
)
_RENAMED = lazily.pattern(
    rf"(?:{_TEXT}(?:里|中|上)的?)?{_WHAT}{_SMALL}(?:换成|改成|改用|用)(?P<by>代号|化名|字母|编号|假名)(?:代替|表示)?(?:了)?"
)
_NOT_OUT = lazily.pattern(
    rf"{_WHAT}(?P<rest>、[^，0-9]{{2,8}})?(?:，)?(?P<all>一律|绝对|绝|全都|都|全|坚决)?(?:是)?(?:不|不能|不得|不许)(?:往外|对外)?(?P<out>上网|公开|发布|发|公示|挂|说|放|写)(?:出去)?(?:的)?"
)
_DOWN_TO = lazily.pattern(
    r"(?P<what>[^，：0-9只]{2,12}?)(?:一般)?只(?:公布|公示|公开|写)到(?P<level>班级|村|户|年级|学校|单位|街道|社区|组|班级和人数)(?:一级)?"
)
_ONLY = lazily.pattern(
    r"(?P<what>[^，：0-9只]{2,12}?)?(?:在)?(?P<where>名单|公示|公告|公示表|台账)(?:里|中|上)?(?:都|一律)?只(?:留|写|公布|保留|公示)(?P<kept>姓氏?|姓和后四位|姓氏和后四位|后四位|姓名和金额|姓名|班级和人数|金额|编号)(?:的)?"
)
_SAYS = {
    "身份证": "身份证号码", "身份证号": "身份证号码", "手机": "手机号码", "手机号": "手机号码", "名字": "姓名", "人名": "姓名", "车牌": "车牌号", "家庭地址": "家庭住址", "门牌": "门牌号",
    "人脸": "面部", "脸": "面部", "隐私": "个人隐私信息", "电话": "电话号码", "卡号": "银行卡号",
}  # fmt: skip
_WHEN = {"上网": "上网前", "挂网": "上网前", "公示": "公示前", "公开": "公开前", "印发": "印发前"}


@lru_cache(maxsize=2048)
def masked(text: str) -> str | None:
    """Official wording of a clause on what is covered before it goes out, or None."""
    for pattern, say in _WAYS:
        if (found := pattern.fullmatch(text)) and (said := say(found)):
            return said
    return None


def _covered(found: re.Match[str]) -> str:
    text = found["text"] or ""
    if text and not is_named(text):
        return ""
    when = _when(found["when"])
    if not (text or when or found["tool"] or "、" in found["what"]):
        return ""
    groups = found.groupdict()
    if groups.get("all") and "了" in found[0] and not when and not found["tool"]:
        return f"{in_whole_words(text)}{'中的' if text else ''}{_named(found['what'])}均已作遮挡处理"
    opening = f"{in_whole_words(text)}{when}" if text else f"信息{when}" if when else ""
    tool = f"使用{in_whole_words(found['tool'])}" if found["tool"] else ""
    inner = "中" if text and not when else ""
    return f"{opening}{inner}{tool}{found['auto'] or ''}对{_named(found['what'])}作遮挡处理"


def _down_to(found: re.Match[str]) -> str:
    return f"{in_whole_words(found['what'])}仅公布到{found['level']}" if is_named(found["what"]) else ""


def _only(found: re.Match[str]) -> str:
    what = found["what"] or ""
    if what and not is_named(what.replace("、", "")):
        return ""
    kept = {"姓": "姓氏", "姓和后四位": "姓氏和后四位"}.get(found["kept"], found["kept"])
    return f"{found['where']}中{'的' + _named(what) if what else ''}仅保留{kept}"


def _taken_out(found: re.Match[str]) -> str:
    what = found["what"] or found["what2"] or found["what3"]
    text = found["text"] or found["text2"] or found["text3"]
    if text == "公开":
        return f"公开时删除{_named(what)}"
    return f"{text}中删除{_named(what)}"


def _renamed(found: re.Match[str]) -> str:
    text = found["text"] or ""
    if text and not is_named(text):
        return ""
    by = {"假名": "化名"}.get(found["by"], found["by"])
    what = _named(found["what"])
    return f"{in_whole_words(text)}中的{what}改为{by}" if text else f"{what}改为{by}"


def _not_out(found: re.Match[str]) -> str:
    rest = found["rest"] or ""
    if rest and not is_named(rest[1:]):
        return ""
    every = "一律" if found["all"] else ""
    out = {
        "上网": "上网",
        "挂": "上网",
        "公示": "公示",
        "写": "公布",
        "发布": "发布",
        "发": "发布",
        "放": "发布",
    }.get(found["out"], "对外公开")
    what = _named(found["what"]) if not rest else in_whole_words(found["what"] + rest)
    return f"{what}{every}不{out}"


def _when(raw: str | None) -> str:
    return _WHEN.get(re.sub("之?前$", "", raw), "发布前") if raw else ""


def _named(what: str) -> str:
    """身份证号、脸 → 身份证号码、面部, each word of the list by itself."""
    what = re.sub("孩子的?(?=人?脸)", "儿童的", what)
    head, _, listed = what.rpartition("的")
    words = re.split("([、和及跟])", listed)
    said = "".join(_SAYS.get(word, "和" if word == "跟" else word) for word in words)
    return f"{in_whole_words(head)}{'' if head == '儿童' else '的'}{said}" if head else said


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_ONLY, _only),
    (_DOWN_TO, _down_to),
    (_NOT_OUT, _not_out),
    (_TAKEN_OUT, _taken_out),
    (_RENAMED, _renamed),
    (_OBJECT_FIRST, _covered),
    (_VERB_FIRST, _covered),
)
