"""Which jotted lines tell of last year's problems, and which of them each tells of.

One decision: a line speaks of last year where it says so, or where it opens with a problem of last year and goes on with
what was done; nothing else is taken for it.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from phrasebank.reading import Clause
from phrasebank.register.rewrite import normalise
from phrasebank.register.shapes import Item, Voice
from phrasebank.troubles.complaint import word_problem
from phrasebank.troubles.kinds import kind_of
from phrasebank.troubles.pairing import score
from phrasebank.troubles.pieces import Group, clauses_of, groups_of, text_of
from phrasebank.troubles.problems import word_problems
from phrasebank.understand import understand_text
from report.lazily import pattern

_SAID = (
    r"(?:的时候|报告里?|年报里?|里)?(?:说的?|提到的?|提出的?|提的?|反映的?|查出的?|讲的?|写的?|指出的?|存在的?|有的?|的?问题(?:是)?|缺|列的?)?"
    r"(?:的|了|过)?[：:，]?"
)
_WHEN = r"(?:去年|上年度?|上一年度?|20[0-9]{2}年(?=(?:的时候|报告里?|年报里?|里)?(?:说|提|反映|查出|讲|写|指出|存在|列|的问题)))"
"""Last year, or a year of which somebody tells what was wrong in it (2020年提的…)."""
LAST_YEAR = pattern(
    rf"(?:针对|对|对于)?{_WHEN}{_SAID}(?P<problem>(?!的?问题)[^，。：→]{{2,26}}?)(?:的?(?:问题|毛病|情况))?"
    r"(?:[，。；：→]|——)(?:今年|本年度|现在|现已|已经?|全年)?(?:已经?)?，?(?P<done>.+)"
)
_HEAD = pattern(rf"(?:针对|对|对于)?{_WHEN}")
_GOES_ON = pattern(r"今年|本年度|现在|现已|已")
"""A full stop stands between last year's problem and what was done about it."""


def spoken_of(clauses: Sequence[Clause], last: Sequence[str] = ()) -> tuple[tuple[Group, ...], list[Clause]]:
    """The groups that speak of last year's problems, and the clauses of all others."""
    about: list[Group] = []
    others: list[Clause] = []
    groups = [part for group in groups_of(clauses) for part in _one_by_one(_headed(group, last), last)]
    while groups:
        group = groups.pop(0)
        goes_on = bool(groups) and _HEAD.match(group[0].text) and _GOES_ON.match(groups[0][0].text)
        if goes_on and not LAST_YEAR.fullmatch(with_marks(group)):
            group += groups.pop(0)
        if LAST_YEAR.fullmatch(with_marks(group)):
            about.append(group)
        else:
            others += clauses_of(group)
    return tuple(about), others


def _headed(group: Group, last: Sequence[str]) -> Group:
    """A line that opens with a problem of last year (新媒体内容单一，今年加了短剧) speaks of it as if 上年 were said."""
    first = group[0]
    if turned := _SAID_BEHIND.fullmatch(first.text):
        return [replace(first, text=f"去年说{turned['thing']}{turned['state']}"), *group[1:]]
    if (still := _STILL.search(first.text)) and len(group) > 1:
        return _still_there(group, first.text[: still.start()], last)
    named = first.text.removesuffix("的问题").removesuffix("问题")
    if (step := _NAMED_STEP.fullmatch(first.text)) and _CARRIED_OUT.fullmatch(group[-1].text):
        meant = [problem for problem in last if normalise(problem).startswith(normalise(step["thing"]))]
        if len(meant) == 1 and len(group) > 1:
            return [replace(first, text=f"上年{meant[0]}，今年{step['did']}"), *group[1:]]
    same = any(normalise(problem) == named for problem in last)
    told = same and len(group) > 1 and _GOES_ON.match(group[1].text)
    return [replace(first, text=f"上年{first.text}"), *group[1:]] if told else group


_NAMED_STEP = pattern(r"(?P<thing>[一-鿿]{2,6}?)(?:今年|本年度?|现在)(?:已经?)?(?P<did>[^，]{3,})")
_CARRIED_OUT = pattern(r"(?:都|也|现在)*(?:已经?|全部?)*(?:做了|做到了|落实了|改了|改好了|坚持下来了)")
"""公众号今年定了每周发3回，已经做了: a measure that names last year's thing, and was carried out."""


def _still_there(group: Group, named: str, last: Sequence[str]) -> Group:
    """乡镇不平衡的问题还在，今年组织7个乡镇互相学: not mended yet, and what was done."""
    if not any(score(named, as_item(problem)) for problem in last):
        return group
    first, second, *rest = group
    done = second.text.removeprefix("今年").removeprefix("，")
    head = named if _HEAD.match(named) else f"上年{named}"
    return [replace(first, text=head), replace(second, text=f"仍然存在，{done}"), *rest]


_SAID_BEHIND = pattern(r"(?P<thing>[一-鿿]{2,8})(?:去年|上年)(?:说|提|反映)的?(?P<state>[一-鿿]{1,8})")
"""招生信息去年说晚: what was told of last year's problem stands in its middle."""
_STILL = pattern(
    r"(?:的)?(?:问题|情况)?(?:还在|仍在|仍存在|仍然存在|依然存在|还没(?:完全)?解决|没有?完全解决)$"
)
"""It is not mended yet, and that is said."""


def _one_by_one(group: Group, last: Sequence[str]) -> list[Group]:
    """去年栏目空白的问题已经解决，政策咨询答复从7天压到3天 tells of two of last year's problems."""
    if len(group) < 2 or not _HEAD.match(group[0].text):
        return [group]
    head = [place for place, problem in enumerate(last) if score(group[0].text, as_item(problem))]
    for at, segment in enumerate(group[1:], 1):
        scores = [
            (score(segment.text, as_item(problem)), problem)
            for place, problem in enumerate(last)
            if place not in head
        ]
        best = max(scores, default=(0, ""))
        if head and best[0] and _alone(group[:at]):
            opened = replace(segment, text=f"上年{best[1]}，{segment.text}")
            return [group[:at], *_one_by_one([opened, *group[at + 1 :]], last)]
    return [group]


def _alone(group: Group) -> bool:
    """It tells what became of a problem without what follows."""
    return bool(LAST_YEAR.fullmatch(with_marks(group)))


def each_problem(problems: Sequence[str], voice: Voice) -> tuple[str, ...]:
    """Last year's problems one by one, also where several were jotted in one line (宣传少，更新慢)."""
    apart: list[str] = []
    for jotted in problems:
        items = word_problems(understand_text(jotted, "存在问题"), voice)
        several = len(items) > 1 and not any(item.verbatim for item in items)
        apart += (
            ["，".join(clause.text for clause in item.clauses) for item in items] if several else [jotted]
        )
    return tuple(apart)


def with_marks(group: Group) -> str:
    """The words of a line about last year, with the comma that nobody wrote before what was done."""
    text = text_of(group)
    return _SOLVED.sub("，", text, count=1) if _HEAD.match(text) else text


_SOLVED = pattern(r"(?<=[^，])(?=(?:都|也)?(?:已经?|全部?)(?:都)?(?:解决|整改|改好|改完)了?(?:，|$))")
"""A comma that nobody wrote: 上年提的栏目重复已经解决了，撤了3个."""


def as_item(jotted: str) -> Item:
    """A problem of last year as an item, so that it can be compared."""
    said = word_problem(normalise(jotted)) or normalise(jotted)
    kind = kind_of(said)
    return Item(said, (), "neutral", kind.entry.id if kind else "")
