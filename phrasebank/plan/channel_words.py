"""Words of publication: what a number counts by the words before it, and the official names of channels.

One decision: words that are neither a total, a channel nor a plain noun make the number nobody's.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from phrasebank.reading import Quantity
from report.lazily import pattern
from report.yamlfile import convert, read_yaml

_FILE = Path(__file__).parent.parent / "lexicon" / "channels.yaml"

ITEM_UNITS = ("条", "条次", "篇", "次", "则", "")

_FOLLOWERS = pattern(r"(?:粉丝|关注|订阅|用户|关注用户|粉丝量|粉丝数|订阅数|人数|有|达|了|数|量)+")

_NAME = pattern(r"[“「\"]([^”」\"]{2,20})[”」\"]")

_ACCOUNT = ("发布", "之声", "在线", "微讯")
"""How the names of accounts end that say so themselves (“松坪发布”)."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    totals: tuple[str, ...]
    verbs: tuple[str, ...]
    channels: dict[str, tuple[str, ...]]
    nouns: dict[str, str]


@cache
def _words() -> _File:
    return convert(read_yaml(_FILE), _File)


@cache
def strip_pattern() -> re.Pattern[str]:
    """Words and marks that say nothing of what is counted."""
    data = _words()
    known = sorted({*data.totals, *data.verbs}, key=lambda each: (-len(each), each))
    return re.compile("|".join(map(re.escape, known)) + r"|(?:19|20)[0-9]{2}年|[\s，；：:,。（(）)]|^、|、$")


_BROADCAST = ("广播", "电视", "短信")
"""Where 30次 counts what went on the air, not information."""


@lru_cache(maxsize=4096)
def role_of(raw: str, quantity: Quantity) -> tuple[str, str]:  # noqa: PLR0911  one answer per role
    """What a number counts by the words before it, and its official name; two empty texts where that is not told."""
    data = _words()
    named = _NAME.search(raw)
    bare = _NAME.sub("", raw)
    bare = re.sub(r"[“”\"「」]", "", bare)
    if re.fullmatch(r"[\s，、（(]*(?:去年|上年)[\s，]*", bare):
        return "before", ""
    followers = quantity.unit in {"人", "万人", "个", ""} and re.search(r"粉丝|关注|订阅", bare)
    if followers:
        rest = _FOLLOWERS.sub("", strip_pattern().sub("", bare))
        channel = channel_of(rest)
        return ("followers", channel) if not rest or channel else ("", "")
    if re.fullmatch(r"(?:总|累计)?(?:阅读量|阅读|点击量|浏览量)(?:达到|达|超过|超|有)?", bare.strip("，、 ")):
        return ("reads", "") if quantity.unit in {"", "次", "人次"} else ("", "")
    if quantity.unit not in ITEM_UNITS:
        return "", ""
    core = strip_pattern().sub("", bare)
    airs = quantity.unit == "次"
    if bare and not named and not airs and (channel := channel_of(bare.strip("，、；：:（( "))):
        return "channel", channel
    if not core and not named:
        said_total = (
            any(word in bare for word in data.totals)
            or bool(re.search(r"公开|发布|挂|晒|更新", bare))
            or not bare
        )
        return ("total", "") if said_total and quantity.unit in {"条", "条次", "篇", ""} else ("", "")
    if quantity.unit == "次" and core in {word for name in _BROADCAST for word in data.channels[name]}:
        return "", ""
    if named and _several_channels(core):
        return "", ""  # which of them carries the name nobody can say in one word
    if channel := channel_of(core) or _several_channels(core):
        return "channel", f"“{named[1]}”{channel}" if named else channel
    if named:
        return ("channel", f"“{named[1]}”") if not core and named[1].endswith(_ACCOUNT) else ("", "")
    noun = re.sub(r"[\s，、；：:,。（(）)]|^(?:其中|主要是|主要为|包括|有)", "", bare)
    if re.fullmatch(r"[\u4e00-\u9fff]{2,12}", noun) and not re.search(r"去年|次|人次|人$|都|了|给", noun):
        return "content", data.nouns.get(noun, noun)
    return "", ""


def _several_channels(core: str) -> str:
    """``网站、新媒体、报纸`` where every name is a channel."""
    names = [channel_of(each) for each in re.split(r"[、和]", core)]
    if len(names) < 2 or not all(names):
        return ""
    return f"{'、'.join(names[:-1])}和{names[-1]}"


_WHOSE = pattern(
    r"(?:[县区市镇省州部委厅办院乡]|(?:[县区市镇省州]?(?:[\u4e00-\u9fff]{0,4}局|政府|人民政府))|街道)"
)


@lru_cache(maxsize=4096)
def channel_of(core: str) -> str:
    """The official name of a channel as called here; empty for anything else."""
    channels = _words().channels
    for name, said_as in channels.items():
        if core == name or core in said_as:
            return name
        if any(core in {word + "等其他", word + "等其它"} for word in said_as):
            return f"{name}等其他渠道"
    for name, said_as in channels.items():
        for word in said_as:
            whose = core.removesuffix(word)
            if whose != core and _WHOSE.fullmatch(whose):
                short = "政府网站" if len(whose) == 1 and whose not in "部局委厅办院" else "网站"
                return name if name != "政府网站" else whose + (word if len(word) > 2 else short)
    if (found := _INNER.fullmatch(core)) and (site := channel_of(found["site"])):
        return site + found["inner"].removeprefix("的")
    return core if _PLATFORM.fullmatch(core) else ""


_INNER = pattern(
    r"(?P<site>[\u4e00-\u9fff]{1,8}?(?:网站|官网|网))(?P<inner>(?:的|我局|我镇|本局)?[\u4e00-\u9fff]{0,6}(?:板块|栏目|专栏|专区))(?:里|上)?"
)
_PLATFORM = pattern(r"[省市县区]?[\u4e00-\u9fff]{2,8}(?:信息|交易|服务|监管|公开|查询|互动)平台")


SENT = "(?:公开发布|对外发布|发布|公开|推送|刊登|登载|张贴|上传|发|挂|登|贴|推|放|传)"
"""How information is said to go out."""
_INTO = pattern(
    rf"(?:的)?(?:政府)?(?:信息|内容|消息|稿子|文章)?(?:都|则|均|全)?(?:是)?(?:{SENT}(?:了)?(?:在|到|于)|在|走|通过|用|上了?)"
    rf"(?:的)?(?P<channel>[^，；。0-9（）]{{1,12}}?)(?:上面|上|里面|里)?{SENT}?(?:出去)?(?:的|了)*"
)
_PART = pattern(
    "(?:(?:剩下|剩余|其余|余下|另外|另|还)的?|有|另有|还有|其中|这里面|里面|，)*"
    "(?:发|推|挂|公开|发布|登|贴)?了?"
)


def into_channel(before: str, after: str) -> str:
    """The channel that a number went to (剩下 | 52条 | 发在公众号上), or empty."""
    if not _PART.fullmatch(before.strip("，、 ")):
        return ""
    found = _INTO.fullmatch(after.strip("，、 "))
    return channel_called(found["channel"]) if found else ""


def channel_called(core: str) -> str:
    """The official name of a channel that may carry its own name in quotation marks (“云岭水务”公众号)."""
    named = _NAME.search(core)
    channel = channel_of(_NAME.sub("", core)) if named else channel_of(core)
    return f"“{named[1]}”{channel}" if named and channel else channel
