"""What was made public, told as a thing and pieces about it: 接种安排，天天发，累计62期，几点开门都写 → 接种安排每日发布，共62期，写明开门时间.

One decision: the first piece names the thing (or opens with it), every other one says how, when, where or how much of it
was made public; a piece that says anything else leaves the line to the other readings.
"""

from functools import lru_cache

from phrasebank.register.asked import asked
from phrasebank.register.details import OPENERS, PARTLY, counted, covered, said_of, topic_of
from phrasebank.register.edits import in_whole_words
from phrasebank.register.publishing import published
from report import lazily

_SPENT = lazily.pattern(
    r"(?P<what>[^，0-9]{2,12}?)(?:一共|共|全年)?(?:花|用|支出|使用|安排)(?:了)?(?P<n>[0-9.]+)(?P<u>万|亿)元?"
)
_ISSUED = lazily.pattern(
    r"(?P<when>[0-9]{1,2}月(?:到|至)[0-9]{1,2}月)?(?P<what>[^，：0-9了过着的]{0,10}?(?P<kind>预警信号|预警信息|预警|提示|提醒|通告|公告|公示|通知|公报|快报|简报|日报|月报|旬报|周报|季报|专报|情况通报|通报))(?P<n>[0-9]+)(?P<u>[条期份次篇件])"
)
_PERIODICAL = ("快报", "简报", "日报", "月报", "旬报", "周报", "季报", "专报")
_DID = lazily.pattern(r"(?P<what>[^，：0-9]{4,30}?)(?:都|已)?(?P<v>公布|公开|公示|发布)(?:出来)?了")
"""It was done, and more is told of it behind the comma."""
_ASKED_OPINIONS = lazily.pattern(
    r"(?:公开|向社会|网上)?(?:征求|征集)意见(?:一共|共)?(?:搞|开展|进行|组织)?(?:了)?(?P<n>[0-9]+)(?:次|回|场)"
)
_BOTH_DATES = lazily.pattern(
    r"(?P<a>[^，、：0-9]{2,8}?)(?P<m>[0-9]{1,2}月)(?:份)?、(?P<b>[^，、：0-9]{2,8}?)(?P<m2>[0-9]{1,2}月)(?:份)?(?:都|均)?(?:挂|公开|公布|发布|上网|发|公示)(?:网|上去|出去|出来|的|了)*"
)
_NAMED = lazily.pattern("[^，：]{2,16}：(?!“)")
_JOINS = lazily.pattern("[两三四五六七八0-9]+(?:项|类|种|样)")


@lru_cache(maxsize=2048)
def disclosed(text: str) -> str | None:
    """Official wording of clauses (joined by ，) that tell how a thing was made public, or None."""
    pieces = text.replace("：", "，", 1).split("，") if _NAMED.match(text) else text.split("，")
    if len(pieces) > 1 and _JOINS.match(pieces[1]):
        pieces[:2] = [f"{pieces[0]}{pieces[1]}"]
    if (
        len(pieces) > 2
        and (dates := _BOTH_DATES.fullmatch(f"{pieces[0]}、{pieces[1]}公开"))
        and published(pieces[2])
    ):
        pieces[:2] = [dates[0]]
    opened = _opening(pieces, headed="：" in text)
    if opened is None:
        return None
    head, used = opened
    told, rest = [head], pieces[used:]
    while rest:
        if len(rest) > 1 and (nouns := asked(rest[0])) and (said := published(rest[1])):
            told.append(f"{nouns}{said}")
            del rest[:2]
            continue
        said = said_of(rest[0])
        if not said:
            return None
        told.append(said)
        del rest[:1]
    return "，".join(told)


def _opening(pieces: list[str], *, headed: bool) -> tuple[str, int] | None:
    """The thing with what opens the sentence on it, and how many pieces that takes."""
    first = pieces[0]
    if said := _whole(first):
        return said, 1
    if headed and len(pieces) > 1 and (said := _whole(pieces[1])) and (topic := topic_of(first)):
        return f"{topic}方面，{said}", 2
    if len(pieces) > 2 and (number := counted(pieces[1])) and (topic := topic_of(first)):
        said = published(OPENERS.sub("", pieces[2]))
        if said and not number.startswith("现有"):
            return f"{topic}{said}，{number}", 3
    if len(pieces) > 1 and (behind := _with_second(first, pieces[1])):
        return behind
    for cut in range(len(first) - 1, 1, -1):
        if (said := published(first[cut:])) and (topic := topic_of(first[:cut])):
            return (f"{topic}{said}", 1) if len(pieces) > 1 or asked(first[:cut]) else None
    return None


def _with_second(first: str, second: str) -> tuple[str, int] | None:
    """The thing in the first piece, what became of it in the second."""
    if (found := _DID.fullmatch(first)) and (topic := topic_of(found["what"])):
        return f"{found['v']}{topic}", 1
    topic = topic_of(first)
    if not topic:
        found = _SUM.fullmatch(first)
        what = topic_of(found["what"]) if found and asked(second) else ""
        return (f"{what}{found['n']}{found['u']}元", 1) if found and what else None
    if found := _SO_OFTEN.fullmatch(second):
        return f"{found['v']}{topic}{found['n']}{_TIMES.get(found['u'], found['u'])}", 2
    if said := published(second):
        return (
            (f"{topic}{said}", 2)
            if not (_PEOPLE.search(first) or ("均" in said and first[-1:] in "次条件份期"))
            else None
        )
    if (said := covered(second)) and topic.endswith(("公示", "公开", "发放", "公布")):
        return f"{topic}{said}", 2
    return (f"公开{topic}", 1) if PARTLY.fullmatch(second) and first[-1] in "个件项份条" else None


_PEOPLE = lazily.pattern("[0-9]余?(?:人|人次|户|名|家)$")
"""A number of people is not what is made public, but part of what was told before."""
_SUM = lazily.pattern(
    r"(?P<what>[^，0-9]{2,10}(?:资金|款|经费|补贴|补助|国债|债券))(?P<n>[0-9.]+)(?P<u>万|亿)元?"
)
_SO_OFTEN = lazily.pattern(
    r"(?:一共|共|累计)?(?P<v>公示|公布|公开)(?:了|过)?(?P<n>[0-9]+余?)(?P<u>次|回|批|期|轮)"
)
_TIMES = {"回": "次"}
_SHOWN = lazily.pattern(
    r"(?P<what>[^，：0-9了过着的]{2,24}?)(?P<v>公示|公布)了?(?P<n>[0-9]+余?)(?P<u>次|回|批|期|轮|件|条|户|家|宗|个)"
)


def _counts(unit: str, what: str) -> bool:
    """A number of companies or households counts what is on a list, not what the list is of."""
    return unit not in "户家个" or what.endswith(("名单", "名录", "结果", "项目", "方案", "点"))


def _whole(piece: str) -> str:
    """The first piece where it says something by itself."""
    if (found := _ISSUED.fullmatch(piece)) and found["kind"] != "公示":
        verb = "编发" if found["kind"] in _PERIODICAL else "发布"
        what = in_whole_words(found["what"])
        if not topic_of(found["what"]) and not what.endswith(("预警信号", "预警信息")):
            return ""
        if found["kind"] in ("情况通报", "通报"):
            what, verb = what.removesuffix("通报"), "通报"
        return f"{found['when'] or ''}{verb}{what}{found['n']}{found['u']}"
    if (found := _SHOWN.fullmatch(piece)) and (what := topic_of(found["what"])) and _counts(found["u"], what):
        return f"{found['v']}{what}{found['n']}{_TIMES.get(found['u'], found['u'])}"
    if found := _ASKED_OPINIONS.fullmatch(piece):
        return f"公开征求意见{found['n']}次"
    if found := _BOTH_DATES.fullmatch(piece):
        one, other = topic_of(found["a"]), topic_of(found["b"])
        return f"{found['m']}公开{one}，{found['m2']}公开{other}" if one and other else ""
    found = _SPENT.fullmatch(piece)
    what = topic_of(found["what"]) if found else ""
    return f"使用{what}{found['n']}{found['u']}元" if found and what else ""
