"""What is said of a number of publication afterwards: where all or the rest of it went, what came of it against last year.

One decision: a clause speaks of the total before it only where it says nothing else; it is then said with that total.
"""

import re
from collections.abc import Sequence

from phrasebank.fragment import Fragment, words
from phrasebank.matching import said
from phrasebank.plan.channel_words import channel_of
from phrasebank.plan.overlap import says_overlap
from phrasebank.plan.published import Item
from phrasebank.reading import Clause
from report.lazily import pattern

REST_UNSAID = pattern(
    r"(?:剩下|剩余|其余|余下|其他)的?(?:(?:没|未)(?:有)?(?:细分|再分|分)|(?:都|全)?是?(?:些)?(?:零碎|零散|零零碎碎|杂七杂八|杂项)的?)"
)

_ALL_IN = pattern(
    r"(?:信息)?(?:全部|全都|都|全|均)(?:是)?(?:通过|走|在|(?:发布|发|挂|登|放|贴|推|公开)(?:在|到|于))?的?(?P<channel>[\u4e00-\u9fff]{1,12}?)"
    r"(?P<inner>(?:(?<=网站)|(?<=平台))[\u4e00-\u9fff]{2,8}(?:板块|栏目|专栏|专区))?(?:上面|上|里)?"
    r"(?:发布|发|公开|挂|推送|登|(?:能|可以|可)?(?:搜|查|看|找)得?到)?(?:的|了)?"
)
"""Where everything went: 都在县政府网站."""

_REST_IN = pattern(
    r"(?:剩下|剩余|其余|余下|余者|余的|其它|其他)的?(?:全部|全|都|均|就)?(?P<how>贴在|贴于|贴到|张贴在|在|发在|发到|登在|挂在|通过|走|用)"
    r"(?P<where>[\u4e00-\u9fff]{2,10}?)(?:上|里)?(?:发|公开|挂|贴|张贴)?(?:的|了)?"
)
"""Where the rest of the total went: 余者贴于粮站."""

_CHANGE = pattern(
    r"(?:比|较)(?:去年|上年|前一年|上一年)(?P<way>多|增加|增长|增|上升|涨|少|减少|下降|减|降)(?:发|公开|推)?(?:了|出)?(?:约)?"
    r"|(?P<percent>增长|增加|增幅|涨幅|上升|下降|降幅|涨|降)(?:了|为|达|达到)?"
)


def told_of_the_whole(clause: Clause, line: Sequence[Clause], items: Sequence[Item]) -> bool:
    """Whether a clause tells where all of a total went, where the rest of it, or that its parts are partly the same."""
    if total := _overlapping(clause, items):
        total.overlap = clause.text
        total.clauses.append(clause)
    elif everywhere := _all_in_one(clause, line, items):
        everywhere[0].details.append(everywhere[1])
    elif rest := _rest_of_it(clause, items):
        rest[0].rest_where = rest[1]
        rest[0].clauses.append(clause)
    elif (
        items and items[-1].role == "total" and items[-1].details and _NO_OTHER.fullmatch(clause.text.strip())
    ):
        items[-1].clauses.append(clause)
    else:
        return False
    return True


_NO_OTHER = pattern(
    r"(?:没有|没|未|不)(?:再)?(?:使用|用|走|通过|借助)(?:其他|别的|其它)的?(?:渠道|平台|方式|途径)(?:公开|发布|发)?(?:过|了)?"
)
"""Said behind where all of it went, it says the same again."""


def note_overlap(found: Sequence[Item], items: Sequence[Item]) -> None:
    """公众号40条（有重复）: what is said behind one part is said of its total."""
    said = next((item.overlap for item in found if item.overlap), "")
    for total in (item for item in (*items, *found) if said and item.role == "total"):
        total.overlap = said


def _overlapping(clause: Clause, items: Sequence[Item]) -> Item | None:
    """``共86条，网站60条，公众号40条，两边都发``: the total whose parts are partly the same."""
    if not says_overlap(clause.text):
        return None
    return next((item for item in items if item.role == "total"), None)


def _all_in_one(clause: Clause, line: Sequence[Clause], items: Sequence[Item]) -> tuple[Item, Item] | None:
    """``共45条，都在县政府网站``: the total just read and the one channel of all of it."""
    said_so = None if clause.quantities else _ALL_IN.fullmatch(clause.text.strip())
    channel = channel_of(said_so["channel"]) if said_so else ""
    channel += (said_so["inner"] or "") if said_so and channel else ""
    if not channel or not items or items[-1].role != "total" or items[-1].details:
        return None
    total = items[-1]
    if not any(total.clause is other for other in line):
        return None
    return total, Item("channel", channel, total.quantity, clause)


def _rest_of_it(clause: Clause, items: Sequence[Item]) -> tuple[Item, str] | None:
    """``共57条，县网49，余者贴于粮站``: the total with parts, and where its rest is to be found."""
    said_so = None if clause.quantities else _REST_IN.fullmatch(clause.text.strip())
    total = next((item for item in items if item.role == "total" and item.clause.note is clause.note), None)
    if not said_so or total is None or not (total.details or items[-1].role == "channel"):
        return None
    where, posted = said_so["where"], "贴" in said_so["how"] or "贴" in clause.text[said_so.end("where") :]
    channel = channel_of(where)
    if posted or not channel:
        return (total, f"在{channel or where}张贴") if posted else None
    return total, f"通过{channel}公开"


_AS_BEFORE = pattern(
    r"(?:数量|总数|总量)?(?:跟|和|与|同|比)(?:去年|上年)(?:相比)?(?:基本|大致|大体)?(?:上)?(?:差不多|持平|相当|一样多?|没(?:多大|什么)?变化)"
)


def change_of(clause: Clause, items: Sequence[Item]) -> tuple[Item, Fragment] | None:
    """``比去年多72条``, ``增长13%`` right after a total: the total and how it differs from the year before."""
    if items and not clause.quantities and _AS_BEFORE.fullmatch(clause.text.strip()):
        plain = _may_change(items) and not items[-1].details
        return (items[-1], words("与上年基本持平")) if plain and _right_behind(items[-1], clause) else None
    if not items or len(clause.quantities) != 1:
        return None
    quantity, total = clause.quantities[0], items[-1]
    found = _CHANGE.fullmatch(clause.text[: quantity.start].strip())
    same = _may_change(items) and total.clause.note is clause.note and quantity.number is not None
    if not found or not same or clause.text[quantity.end :].strip("了的 "):
        return None
    down = bool(re.match("[少减下降]", found["way"] or found["percent"]))
    more, less = ("增长", "下降") if quantity.unit == "%" else ("增加", "减少")
    way = (less if down else more) if found["percent"] else f"比上年{less if down else more}"
    fits = quantity.unit == "%" and bool(total.change) if found["percent"] else True
    if not fits or quantity.unit not in {"%", "", "条", "篇", total.quantity.unit}:
        return None
    unit = quantity.unit or total.quantity.unit or "条"
    return total, words(way) + said(quantity, total.origin, unit)


def _may_change(items: Sequence[Item]) -> bool:
    """A total, or a channel that is no part of one."""
    alone = not any(item.role == "total" for item in items) and not items[-1].details
    return items[-1].role == "total" or (items[-1].role == "channel" and alone)


def _right_behind(item: Item, clause: Clause) -> bool:
    """Nothing but a comma stands between the number and the clause."""
    between = clause.note.text[item.clause.start + len(item.clause.text) : clause.start]
    return item.clause.note is clause.note and bool(re.fullmatch(r"\s*[，,]\s*", between))
