"""What was published most, told by rank: 发得最多的是公告，210条，其次是动态160条 → 发布数量最多的为公告210条，其次为动态160条.

One decision: every rank names its thing and its number; a rank without either leaves the line to the other readings.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from phrasebank.register.edits import in_whole_words
from phrasebank.register.segments import Segment
from report import lazily

_FIELDS = ("主动公开", "平台建设")
_MOST = 7
"""No ranking takes more segments."""
_SENT = "(?:公开|发布|推送|更新|公示|发|推|挂|登|放|贴)"
_THING = r"(?P<thing>[^，：0-9最]{2,16}?)"
_COUNT = r"(?:一共|总共|共|有|达到|达|发了|计)*(?P<n>(?:超过|约|近)?[0-9][0-9,.]*万?余?)(?P<u>条|篇|件|期|次)"
_TOP = r"(?:最多|最大|占大头|占头一位|排第一位?|居首位?|数第一)"
_YEAR = "(?:今年|全年|一年下来|本年度|[0-9]{4}年)?"
_WHERE = "(?:(?P<where>(?:县|区|市|镇|局|政府|门户)*(?:网站|官网)|(?:微信)?公众号|抖音号?|视频号|微博)(?:上面|上|里面|里)?)?"
_FIRST = lazily.pattern(
    rf"{_YEAR}(?:{_WHERE}(?:信息|内容)?{_SENT}?(?:得|的)?(?:信息|内容|数量|条数|量)*{_TOP}的?(?:一类|一块|一项|类别|信息|内容|要)*(?:是|为|数|当属|就是|还是){_THING}"
    rf"|(?P<thing2>[^，：0-9最]{{2,16}}?){_SENT}?(?:得|的)?(?:数量|量)?{_TOP})(?:了)?(?:，?{_COUNT})?"
)
_NEXT = lazily.pattern(
    rf"(?:其次|第二|排第二的?|第二多的?|排在第二的?|然后|接着|再就|再|接下来|紧接着)的?(?:就)?(?:是|为|数|有)?{_THING}(?:，?{_COUNT})?"
)
_THIRD = lazily.pattern(
    rf"(?:再次|第三|排第三的?|第三多的?|再往后|再下来|再后面)的?(?:是|为|数)?{_THING}(?:，?{_COUNT})?"
)
_LEAST = lazily.pattern(
    rf"(?:{_SENT}(?:得|的))?(?:最少|最末|垫底|排最后)的?(?:是|为|数){_THING}(?:，?(?:只有|才|仅|仅有)?{_COUNT})?"
)
_NUMBER = lazily.pattern(f"(?:只有|才|仅)?{_COUNT}")
_RANKS = ((_FIRST, "发布数量最多的为"), (_NEXT, "其次为"), (_THIRD, "再次为"), (_LEAST, "最少的为"))


def ranking_of(segments: Sequence[Segment]) -> tuple[str, int] | None:
    """The wording of the ranking that opens ``segments`` and how many of them it takes; None if none does."""
    if segments[0].field not in _FIELDS and segments[0].clauses[0].note.field not in _FIELDS:
        return None
    texts: list[str] = []
    for place, segment in enumerate(segments[:_MOST]):
        if place and segment.strong:
            break
        texts.append(segment.text)
    return _worded(tuple(texts))


@lru_cache(maxsize=1024)
def _worded(texts: tuple[str, ...]) -> tuple[str, int] | None:
    told: list[str] = []
    rank = used = 0
    later = texts[0].startswith("其次")  # behind a semicolon it goes on with the sentence before
    while used < len(texts):
        found = next(
            (
                (place, match)
                for place, (pattern, _) in enumerate(_RANKS)
                if place >= rank
                and (place == 0) == (not told and not later)
                and (match := pattern.fullmatch(texts[used]))
            ),
            None,
        )
        if found is None:
            break
        rank, match = found
        count, taken = _count(match, texts[used + 1 :])
        name = _name(match.groupdict().get("thing2") or match["thing"])
        if not count or not name:
            break
        where = in_whole_words(match.groupdict().get("where") or "")
        named_first = bool(match.groupdict().get("thing2"))
        told.append(
            f"{where}{name}最多，为{count}" if named_first else f"{where}{_RANKS[rank][1]}{name}{count}"
        )
        used += 1 + taken
        rank = max(rank, 1)
    return ("，".join(told), used) if told else None


def _name(thing: str | None) -> str:
    """The kind of information, in official words; empty where it is more than a name."""
    if not thing or re.search("[了过着把被让吗呢]|^(?:在|由|从|通过)|都|也|还", thing):
        return ""
    return in_whole_words(re.sub("(?:这些|这类|这块|方面|的)$", "", thing))


def _count(match: re.Match[str], behind: Sequence[str]) -> tuple[str, int]:
    """The number of a rank, which may stand behind a comma, and how many segments it takes."""
    if match["n"]:
        return f"{match['n']}{match['u']}", 0
    found = _NUMBER.fullmatch(behind[0]) if behind else None
    return (f"{found['n']}{found['u']}", 1) if found else ("", 0)
