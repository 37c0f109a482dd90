"""What a page, a device or a helper does for people, in everyday words: 点进去能看12座水库的水位 → 可查看12座水库的水位.

One decision: what people do there (看, 查, 用) is their own use and never the office's work (审核, 检查); a clause is read
whole, and a verb that is not in the list leaves it to the general readings.
"""

import re
from functools import lru_cache

from phrasebank.register.rewrite import polish
from phrasebank.register.safety import has_bare_verb, sounds_spoken
from report import lazily

_ACTS = {
    "查看": "看到 看见 看看 看清 看 浏览 查看",
    "查询": "查到 查着 查询 查一查 查查 查",
    "查阅": "翻阅 查阅",
    "查找": "找到 找着 查找 找",
    "检索": "搜到 搜索 搜 检索",
    "了解": "知道 晓得 了解 明白",
    "收听": "听到 收听 听",
    "下载": "下载",
    "打印": "打印",
    "预约": "预约",
    "办理": "办理 办",
    "填写": "填写 填",
    "使用": "使用 用 操作",
    "提交": "提交 交",
    "申报": "申报",
    "咨询": "咨询 问",
    "测算": "测算 算",
    "报修": "报修",
    "挂号": "挂号",
    "缴费": "缴费 交费",
    "投诉": "投诉",
    "反映问题": "反映问题",
    "评价": "评价",
}
_SAY = {word: say for say, words in _ACTS.items() for word in words.split()}
_ACT = f"(?P<act>{'|'.join(sorted(_SAY, key=len, reverse=True))})"
_WHAT = r"(?P<what>[^，]{2,24}?)"
_PEOPLE = {
    "群众": "群众 老百姓 百姓 大家 人 人家 办事的人 来办事的人 办事的 来的人",
    "老年人": "老人 老年人 老人家 岁数大的 上年纪的",
    "居民": "居民",
    "村民": "村民",
    "市民": "市民",
    "牧民": "牧民",
    "企业": "企业",
    "家长": "家长",
    "游客": "游客",
    "农户": "农户",
    "商户": "商户",
    "办事群众": "办事群众",
    "办事人员": "办事人员",
    "残疾人": "残疾人",
    "学生": "学生",
}
_PERSON = {word: say for say, words in _PEOPLE.items() for word in words.split()}
_WHOM = "|".join(sorted(_PERSON, key=len, reverse=True))
_CAN = "(?:都|也|还|就|便|即|现在|都也)*(?:能|能够|可以|可)"
_HOW = "(?P<how>(?:自己|自行|随时|免费|直接|在线|线上|上网|当场|一次)*)"
_DONE = "(?:了|得到|得着)?"
_CHANNEL = (
    "网站|局网站|门户网站|官网|公众号|微信公众号|小程序|微信|手机|客户端|网上|查询机|自助机|自助终端|一体机|触摸屏|平台|"
    "[^，0-9]{1,6}(?:网站|公众号|小程序|平台|地图|查询机|专区|页面|专题页)|[^，0-9]{0,4}办事大厅|“[^”]+”(?:公众号|小程序|栏目|专栏)?"
)
_HELPERS = (
    "志愿者|导办员|导办人员|引导员|工作人员|窗口人员|值班人员|网格员|社区干部|村干部|专人|讲解员|信息员"
)
_HELP = {
    "教": "指导",
    "手把手教": "现场指导",
    "指导": "指导",
    "帮": "协助",
    "帮着": "协助",
    "帮忙": "协助",
    "帮助": "协助",
    "协助": "协助",
    "替": "协助",
    "引导": "引导",
    "带": "引导",
    "带着": "引导",
}
_HELPING = "|".join(sorted(_HELP, key=len, reverse=True))
_FIELDS = ("平台建设", "主动公开")

_SCANNED = lazily.pattern(
    rf"(?:(?:{_WHOM}|手机|用手机))?(?:扫码|扫一扫|扫一下|扫扫|一扫|扫二维码|扫扫码|扫)(?:就|都|便|也|即)*(?:能|可以|可)?{_ACT}(?P<what>[^，]{{0,24}}?){_DONE}"
)
_OPENED = lazily.pattern(
    rf"(?:点进去|点开|点一下|点进|点击进去|点击|进去|打开|打开后|里面|里头){_CAN}{_ACT}{_WHAT}{_DONE}"
)
_CLICKED = lazily.pattern(
    rf"(?:点开|打开|点击|点选|点一下|点)(?P<on>[^，0-9一]{{2,6}}?){_CAN}{_ACT}{_WHAT}{_DONE}"
)
_BY = lazily.pattern(
    rf"(?P<verb>输入|输|填|填写|凭|报|用|拿)(?P<key>[^，0-9]{{2,8}}?)(?:就|都|也|便)*(?:能|可以|可)(?:直接)?{_ACT}(?P<what>[^，]{{0,24}}?){_DONE}"
)
_SORTED = lazily.pattern(rf"{_CAN}按(?P<key>[^，0-9]{{2,14}}?)(?:来)?{_ACT}(?P<what>[^，]{{0,16}}?){_DONE}")
_THEY = lazily.pattern(
    rf"(?P<who>{_WHOM}){_CAN}(?:(?:在|用|从|通过)(?P<where>{_CHANNEL})(?:上|里)?)?{_HOW}{_ACT}(?P<what>[^，]{{0,24}}?){_DONE}"
)
_THERE = lazily.pattern(
    rf"(?:在|用|从|通过)?(?P<where>{_CHANNEL})(?:上|里|上面|里头)?{_CAN}{_HOW}{_ACT}{_WHAT}{_DONE}"
)
_CAN_ONLY = lazily.pattern(rf"(?:都|也|还|就)*(?:能|可以){_HOW}{_ACT}{_WHAT}{_DONE}")
_READ_OUT = {
    lazily.pattern("字(?:体|号)?(?:都|也)?(?:能|可以|可)(?:放大|调大|变大)了?"): "支持放大字号",
    lazily.pattern("字(?:体|号)?(?:也|都)?(?:大|变大|调大|放大)了?"): "字号较大",
    lazily.pattern(
        "(?:也|都|还|就)*(?:能|可以|可|会)(?:语音)?(?:朗读|念|读出来|读屏|念出来)了?"
    ): "支持语音朗读",
    lazily.pattern(
        "(?:用)?手机(?:上)?(?:打开)?(?:都|也)?(?:能|可以|可)(?:看清|看清楚|正常看|正常显示|打开)(?:楚)?了?"
    ): "支持手机浏览",
    lazily.pattern("(?:也|都|还|就)*(?:能|可以|可)(?:放大|放大字体|放大字号)了?"): "支持放大字号",
}
_HELPED = lazily.pattern(
    rf"(?:由|有|让)?(?P<helper>{_HELPERS})?(?:来|在旁边|现场|负责|专门)*(?P<help>{_HELPING})(?P<who>{_WHOM})(?:怎么|如何|咋)?{_ACT}(?P<what>[^，]{{0,20}}?)"
)
_STAFFED = lazily.pattern(
    rf"(?:在)?(?P<where>[^，0-9]{{2,14}}?(?:厅|中心|窗口|专区|站|馆|所|室|处|社区))(?:里)?(?:都)?(?:安排|配|配备|派|设|放|有|请)(?:了|有)?(?P<n>[0-9]+余?)(?:个|名|位)(?P<staff>{_HELPERS})"
    rf"，?(?:负责|专门|来)?(?P<help>{_HELPING})(?P<who>{_WHOM})(?:怎么|如何|咋)?{_ACT}(?P<what>[^，]{{0,20}}?)"
)
_AIDED = lazily.pattern(
    r"(?:一年|全年|累计|一共|一年下来|一年来|共)*(?:帮|帮助|协助|帮忙|教)了?(?:老人|群众|居民)?(?P<n>[0-9][0-9.]*[万]?余?)个?(?P<unit>人次|人|名)"
)


@lru_cache(maxsize=1024)
def served(text: str, field: str) -> str | None:
    """The official wording of one normalised clause, or None.

    Args:
        text: Normalised words; only `_STAFFED` may hold a comma.
        field: Where it is to be written.
    """
    if field not in _FIELDS:
        return None
    said = _said(text, field)
    return said if said and not has_bare_verb(said.replace("扫码", "")) and not sounds_spoken(said) else None


def _said(text: str, field: str) -> str | None:  # noqa: PLR0911  one clause, one way of being told
    if found := _STAFFED.fullmatch(text):
        return f"在{polish(found['where'])}安排{found['staff']}{found['n']}名，{_help(found)}"
    if "，" in text:
        return None
    if found := _SCANNED.fullmatch(text):
        return f"可扫码{_use(found)}"
    if found := _OPENED.fullmatch(text):
        return f"可{_use(found)}"
    if found := _CLICKED.fullmatch(text):
        return f"点击{found['on']}可{_use(found)}"
    if found := _BY.fullmatch(text):
        verb = {"报": "凭", "拿": "凭", "用": "凭", "输": "输入", "填": "填写"}.get(
            found["verb"], found["verb"]
        )
        return f"{verb}{polish(found['key'])}可{_use(found)}"
    if found := _SORTED.fullmatch(text):
        return f"可按{polish(found['key'])}{_use(found)}"
    if found := _HELPED.fullmatch(text):
        helper = found["helper"] or ""
        return f"{'由' if helper else ''}{helper}{_help(found)}"
    if found := _AIDED.fullmatch(text):
        return f"协助{found['n']}{'人' if found['unit'] == '名' else found['unit']}"
    return _openly(text, field)


def _openly(text: str, field: str) -> str | None:
    """Who or what can do it, and how."""
    if found := _THEY.fullmatch(text):
        where = f"通过{polish(found['where'])}" if found["where"] else ""
        return f"{_PERSON[found['who']]}可{where}{_how(found)}{_use(found)}"
    if (found := _THERE.fullmatch(text)) and field == "平台建设":
        return f"{polish(found['where'])}可{_how(found)}{_use(found)}"
    if (found := _CAN_ONLY.fullmatch(text)) and field == "平台建设":
        return f"可{_how(found)}{_use(found)}"
    return next((say for pattern, say in _READ_OUT.items() if pattern.fullmatch(text)), None)


def _how(found: re.Match[str]) -> str:
    return found["how"].replace("自己", "自行").replace("当场", "现场")


def _use(found: re.Match[str]) -> str:
    what = re.sub("(?<=的)事儿?$", "事项", found["what"])
    what = re.sub("(?:怎么|如何|咋)办$", "办理流程", what)
    what = re.sub("^(?:要|该|需要|都要)带(?:什么|哪些|啥)(?:材料|东西|资料)$", "所需材料", what)
    return f"{_SAY[found['act']]}{polish(what) if what else ''}"


def _help(found: re.Match[str]) -> str:
    return f"{_HELP[found['help']]}{_PERSON[found['who']]}{_use(found)}"
