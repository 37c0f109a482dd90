"""A measure that names the problem it answers (解读形式单一问题，做了图解3个): the name points, and is no part of the measure.

One decision: what stands at the head of a measure points at a problem where it says so (针对…问题, …方面) or is itself a
complaint; it is taken off, and the measure belongs to the problem it pointed at.
"""

import re

import msgspec
from msgspec.structs import replace

from phrasebank.reading import Clause
from phrasebank.register.rewrite import normalise
from phrasebank.register.segments import Segment
from phrasebank.register.shapes import Item
from phrasebank.troubles.complaint import word_problem
from phrasebank.troubles.pieces import Group, text_of
from report import lazily

_TOWARDS = "(?:针对|对于|对|关于|就|至于|在)"
_NAMED = lazily.pattern(
    rf"(?P<towards>{_TOWARDS})?(?P<name>[^，：]{{2,24}}?)(?P<end>(?:这个|这一|这些|等)?(?:的)?(?:问题|毛病|情况|现象|这块|这一块)|这(?:个|一)?(?:方面|点)|方面|的)"
    r"(?P<mark>[，：]|$)?(?P<rest>.*)"
)
_HEADED = lazily.pattern(r"(?P<name>[^，：]{2,16})：(?P<rest>[^：]{2,})")
_LAST_YEAR = lazily.pattern(r"(?:去年|上年|上一年|20[0-9]{2}年)")


class Pointed(msgspec.Struct, frozen=True):
    """A measure and the problem it named, in the person's words (empty where it named none)."""

    group: Group
    name: str = ""
    head: tuple[Clause, ...] = ()
    """The clauses that named it, where they say nothing else."""
    jotted: str = ""
    """What was taken off, as it was jotted."""

    def told(self, item: Item) -> Item:
        """A measure that knows which problem it names; words nobody could word stand with what they were said of."""
        if not self.name:
            return item
        if item.verbatim and item.text in text_of(self.group[:1]):
            return replace(item, text=f"{self.jotted}{item.text}", clauses=(*self.head, *item.clauses))
        return replace(item, names=self.name, head=self.jotted, clauses=(*self.head, *item.clauses))


def pointed(group: Group) -> Pointed:
    """The measure without the problem named at its head."""
    first = group[0]
    if _LAST_YEAR.match(first.text):
        return Pointed(group)
    behind = [replace(group[1], strong=first.strong, mark=first.mark), *group[2:]] if len(group) > 1 else []
    if behind and _is_complaint(first.text):
        return Pointed(behind, first.text, first.clauses, f"{first.text}，")
    raw = first.clauses[0].text if len(first.clauses) == 1 else first.text
    for found in (_NAMED.fullmatch(raw), _HEADED.fullmatch(raw)):
        if found is None or not _points(found):
            continue
        if found["rest"] and len(first.clauses) == 1:
            rest = [_from(first, found), *group[1:]]
            return Pointed(rest, found["name"], (), raw[: found.start("rest")])
        if behind and not found["rest"]:
            return Pointed(behind, found["name"], first.clauses, f"{raw}，")
    return Pointed(group)


def _points(found: re.Match[str]) -> bool:
    """Whether the head names a problem: a complaint, or what is called one."""
    groups = found.groupdict()
    called = bool(groups.get("towards")) and "问题" in (groups.get("end") or "")
    if groups.get("end") == "的" and found["rest"] and not groups.get("mark"):
        return False  # 更新慢的栏目已关停: 的 tells which one
    return (called and bool(_WRONG.search(found["name"]))) or _is_complaint(found["name"])


def _is_complaint(text: str) -> bool:
    """Whether words say what is wrong, and nothing that was done."""
    if _DONE.search(text):
        return False
    return bool(_WRONG.search(normalise(text)) and word_problem(normalise(text)))


_DONE = lazily.pattern(r"了|已|每[天周月季年]|下一步|明年|将|要|建立|制定|加强|组织|开展|明确|[0-9]")
_WRONG = lazily.pattern(
    "(?:不[一-鿿]{1,4}|[少慢缺弱差晚低薄乱散旧窄]|单一|单调|滞后|欠缺|空白|老套|死板|太难|难懂|难找|难查|没跟上|缺位|缺乏[一-鿿]{2,6}|有限|脱节|薄弱|短缺|紧张)(?:得很|了点|一些|些|的)?$"
)
"""How the name of a problem ends; 差的单位派人驻点 is none."""


def _from(first: Segment, found: re.Match[str]) -> Segment:
    """The first segment from where the measure begins."""
    (clause,) = first.clauses
    at = found.start("rest")
    numbers = tuple(
        replace(each, start=each.start - at, end=each.end - at)
        for each in clause.quantities
        if each.start >= at
    )
    rest = replace(clause, text=found["rest"], start=clause.start + at, quantities=numbers)
    return replace(first, text=normalise(found["rest"]), clauses=(rest,))
