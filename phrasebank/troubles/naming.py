"""What a problem or a measure is about, in official words: the slots of a pattern that hold a person's own words.

One decision: a name is taken over word for word but for everyday words with an official equal; where something spoken is
left in it, or where it is no name at all, the pattern does not read the piece.
"""

from functools import lru_cache

from phrasebank.register.edits import in_whole_words
from phrasebank.register.minimal import minimal
from phrasebank.register.safety import has_bare_verb, reads_official, sounds_spoken
from phrasebank.replacing import Replacements
from report import lazily
from report.lazily import pattern

_FIELD = "存在问题"
_LONGEST = 26
_SHORT_PLACES = ("单位", "村", "镇", "乡", "县", "区", "所", "站")
_AND_MORE = pattern(r"(?P<names>[^、]+(?:、[^、]+)+)(?:这些|这几块|这几类|这类|等等|之类|什么的|啥的)$")
"""医保、妇幼这些: a list that goes on, of whatever the problem is about."""
_EVERYDAY = Replacements(
    (
        (r"^新(?:来|上手|接手)的(?=[一-鿿])", "新任"),
        (r"^(?:有几个|有好几个|有一些|有些|有的|有几家|好些|某些)(?=[一-鿿])", "部分"),
        (r"^(?:各个|每个|每一个)(?=[一-鿿])", "各"),
        (r"(?:交稿|报稿|报信息|报材料)(?=时间|时限|期限|数量|质量)", "报送"),
        (r"(?<=所)报(?:的)?(?=信息|材料|数据)", "报送"),
        (r"^那些?(?=[一-鿿]{2})|(?<=[一-鿿])(?:这块|这一块|那块|这方面|这类|这些)$", ""),
        (r"(?<=[一-鿿])(?:上|里)?的东西$", "的信息"),
        (r"(?<=[一-鿿])的事情?$", "事项"),
        (
            r"(?:群众|老百姓|百姓|大家|居民|村民)(?:最)?(?:要看|想看|爱看|想知道|要的|在意|惦记)的",
            "群众关心的",
        ),
        (r"^村里的?(?=[一-鿿])|^村上的?(?=[一-鿿])|^村里$|^村上$", "村级"),
        (r"小区里的?(?=[一-鿿])", "小区"),
        (r"(?<=[一-鿿])里头?面?(?=的|$)", "中"),
        (r"(?<=[一-鿿])(?:上|这边)$", ""),
    )
)
_OFFICE = pattern(r"(?<=[站所务会村合济政建业管])办(?![理结事公法证件好])")
"""The 办 of 站办, 业务办 is an office."""
_NO_NAME = lazily.pattern(
    r"[了着过没吗呢吧啥咋]|^(?:[的不未无得还也都就]|时候|一[看查搜]$)|(?:[的不未无得很太老总常、]|时|后)$"
    r"|(?<=.)有[的些]|(?<![感自])觉$|(?<![发缘兴引])起$|(?<=[员众民人业])看$|从[0-9]|门道|名堂|所以然|热闹$|雾水|(?<=[一-鿿])[多少慢](?:、|$)"
)


@lru_cache(maxsize=1024)
def named(jotted: str) -> str | None:
    """The official name of what was jotted, or None where it is not a name that may be printed."""
    listed = _AND_MORE.fullmatch(jotted)
    text = f"{listed['names']}等信息" if listed else jotted
    text = _EVERYDAY.made_in(text)
    if text in _SHORT_PLACES:
        return text
    if _NO_NAME.search(text) or not 2 <= len(text) <= _LONGEST:
        return None
    said = in_whole_words(text)
    read = _OFFICE.sub("办公室", text)
    spoken = sounds_spoken(read) or has_bare_verb(read) or minimal(read, _FIELD) is None
    return None if spoken or not reads_official(said) else said


_HOW = lazily.pattern(r"(?:怎么|怎样|咋|如何)(?P<act>[一-鿿]{1,4})")
_WHY = lazily.pattern(r"(?:为什么|为啥|为何)(?:要)?(?P<act>[一-鿿]{0,6})")
_INSIDE = lazily.pattern(r"(?P<what>[一-鿿]{2,8}?)在不在(?P<where>里面|里头|里边|里|内|范围内|其中)")
_ACTS = {
    "改": "调整",
    "调": "调整",
    "算": "计算",
    "领": "申领",
    "办": "办理",
    "用": "使用",
    "花": "使用",
    "查": "查询",
    "交": "缴纳",
    "报": "申报",
    "定": "确定",
    "评": "评定",
    "分": "分配",
    "走": "办理",
    "补": "补助",
    "罚": "处罚",
}
"""What people ask how to do, by its everyday verb."""
_FORMAL = {
    "为什么": "原因",
    "为啥": "原因",
    "多少钱": "金额",
    "找谁": "联系人",
    "归谁管": "负责单位",
    "谁负责": "责任人",
    "谁管": "责任人",
    "到哪办": "办理地点",
    "去哪办": "办理地点",
    "绕哪": "绕行路线",
    "花在哪": "支出去向",
    "花哪了": "支出去向",
    "花到哪了": "支出去向",
    "钱花在哪": "资金去向",
    "钱花哪了": "资金去向",
    "要什么材料": "所需材料",
    "要哪些材料": "所需材料",
}


@lru_cache(maxsize=256)
def asked(jotted: str) -> str | None:
    """What a question in the middle of a sentence asks for: 怎么改 → 如何调整, 为什么改 → 调整的原因."""
    if inside := _INSIDE.fullmatch(jotted):
        return f"{inside['what']}是否在{'范围内' if inside['where'] == '范围内' else '其中'}"
    if jotted in _FORMAL:
        return _FORMAL[jotted]
    if how := _HOW.fullmatch(jotted):
        return f"如何{_ACTS.get(how['act'], how['act'])}"
    if why := _WHY.fullmatch(jotted):
        return f"{_ACTS.get(why['act'], why['act'])}的原因"
    return named(jotted)
