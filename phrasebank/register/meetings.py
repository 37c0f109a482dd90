"""Meetings told in pieces: 开过两次专题会：3月讲问题，10月讲整改 → 召开专题会议两次，3月研究问题，10月研究整改.

One decision: the first piece is the meeting and how often it met, or who gave instructions; every other one is what it
was about or who came.
"""

import re
from functools import lru_cache

from phrasebank.grammar.mention import is_named
from phrasebank.register.contents import contents
from phrasebank.register.edits import in_whole_words
from phrasebank.register.findings import WHO
from phrasebank.register.telling import WHEN, ago
from phrasebank.register.who_acts import person_of
from report import lazily

_TIMES = r"(?P<n>[0-9]+|[一两])(?:次|回|场|个)"
_KIND = r"(?P<kind>[^，：0-9了过开]{0,8}(?:会议|会))"
_HEADS = (
    lazily.pattern(
        rf"(?P<when>{WHEN})?(?:我们|局里|镇里|一共|共|先后|专门)*(?:开|召开|组织召开|组织|召集)(?:过|了)?{_TIMES}{_KIND}"
    ),
    lazily.pattern(rf"(?P<when>{WHEN})?(?:一共|共|先后)*(?:召开|开)(?:过|了)?{_KIND}{_TIMES}"),
    lazily.pattern(rf"(?P<when>{WHEN})?{_KIND}(?:一共|共|先后)*(?:开|召开)(?:过|了){_TIMES}"),
)
_ABOUT = lazily.pattern(
    rf"(?P<when>{WHEN})?(?:主要|重点|专门|都|集中|一次|另一次)?(?:是)?(?P<do>讲|研究|布置|部署|议|商量|定|说|学|通报|解决|梳理|对)(?:了|的是|一下)?(?P<what>[^，0-9]{{2,20}})"
)
_CAME = lazily.pattern(
    r"(?:一共|共|合计)?(?:来|到|到会|参会|有)?(?:了|的有)?(?P<n>[0-9]+)(?P<u>人次|人|个人|名|家单位|个单位)(?:参加|参会|到会)?"
)
_DO = {
    "讲": "研究",
    "议": "研究",
    "商量": "研究",
    "说": "研究",
    "对": "核对",
    "布置": "部署",
    "定": "研究确定",
    "学": "学习",
}
_INSTRUCTED = lazily.pattern(
    r"(?P<who>[^，：0-9各]{2,8}?)(?P<each>各|分别|都)?(?:亲自)?(?P<do>批示|作批示|过问|带队检查|带队督查|听汇报|听取汇报|听工作汇报|带头看|带队看|到现场看|现场办公|督办|签批|约谈|调度)(?:过|了)*(?P<n>[0-9]+|一|两)(?:次|回|遍)"
)
_INSTRUCTIONS = {
    "批示": "作出批示", "作批示": "作出批示", "听汇报": "听取汇报", "听工作汇报": "听取工作汇报", "带头看": "带队查看", "带队看": "带队查看", "到现场看": "现场查看", "过问": "过问相关工作", "签批": "作出签批",
}  # fmt: skip
_TITLES = lazily.pattern("(?:[^、]{0,6}?(?:副?书记|副?[县区市镇乡局处科股所站]长|副?主任|委员))")


@lru_cache(maxsize=1024)
def met(text: str) -> str | None:
    """Official wording of clauses (joined by ，) that tell of meetings, or None."""
    pieces = text.replace("：", "，", 1).split("，")
    head = _head(pieces[0]) or _instructed(pieces[0])
    if not head:
        return None
    told = [head]
    for piece in pieces[1:]:
        said = _about(piece) or _came(piece) or _head(piece) or _instructed(piece)
        if not said:
            return None
        told.append(said)
    return "，".join(told)


def _head(piece: str) -> str:
    found = next((match for head in _HEADS if (match := head.fullmatch(piece))), None)
    if found is None:
        return ""
    kind = in_whole_words(found["kind"])
    if kind in ("会", "会议", "大会") or "培训" in kind or not is_named(kind):
        return ""
    return f"{ago(found['when'])}召开{kind if '召开' in piece else _meeting(kind)}{found['n']}次"


def _meeting(kind: str) -> str:
    """工作会 → 工作会议; what is called a 例会 or 座谈会 stays so."""
    return (
        f"{kind}议"
        if re.search("(?:工作|专题|党组|局务|班子|办公|党委|全体|联席|常务|视频|专项)会$", kind)
        else kind
    )


def _about(piece: str) -> str:
    found = _ABOUT.fullmatch(piece)
    if found is None:
        return ""
    what = found["what"].removesuffix("的事").removesuffix("工作的")
    nouns = contents(what)
    if not nouns or re.search("[了过着把得]", nouns):
        return ""
    return f"{ago(found['when'])}{_DO.get(found['do'], found['do'])}{nouns}"


def _came(piece: str) -> str:
    found = _CAME.fullmatch(piece)
    if found is None:
        return ""
    unit = "人" if found["u"] in ("个人", "名") else found["u"]
    return f"{found['n']}{unit}参加"


def _instructed(piece: str) -> str:
    """书记镇长各批示过1回 → 书记、镇长各作出批示1次."""
    found = _INSTRUCTED.fullmatch(piece)
    if found is None:
        return ""
    who = _people(found["who"])
    if not who:
        return ""
    each = {"都": "均", None: ""}.get(found["each"], found["each"])
    return f"{who}{each}{_INSTRUCTIONS.get(found['do'], found['do'])}{found['n']}次"


def _people(who: str) -> str:
    """One person, or two titles side by side (书记镇长)."""
    titles = [each for each in _TITLES.findall(who.replace("和", "、").replace("、", "")) if each]
    if len(titles) > 1 and "".join(titles) == who.replace("和", "").replace("、", ""):
        return "、".join(titles)
    return WHO.get(who, "") or person_of(who)
