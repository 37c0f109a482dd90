"""Numbers of publication told around their channel: 52条发在公众号 · 网站（320条）、公众号（150条） · 三个渠道：网站….

One decision: only words that say nothing beside the channel and its number are passed over; a time that ends before the
year does is never passed over, since the number is then no number of the year.
"""

from collections.abc import Sequence

from phrasebank.pen import Pen
from phrasebank.plan.channel_words import ITEM_UNITS, SENT, channel_called, strip_pattern
from phrasebank.plan.published import Item
from phrasebank.reading import Clause
from report import lazily

_LED = lazily.pattern("^(?:(?:主要|分别|是|通过|利用|用|在|以及|和|及|与|还有|、))+")
_ENDS = lazily.pattern(
    "(?:等)?(?:上|里)?(?:这)?(?:[两三四五六几2-6]个?)?(?:渠道|平台|途径)?(?:往外|对外|向社会|统一)?(?:进行)?"
    f"{SENT}(?:出去)?(?:政府)?(?:信息|内容)?(?:的|了)*"
)


def bracketed(pen: Pen, line: Sequence[Clause]) -> tuple[list[Item], set[int]]:
    """Channels with their numbers in brackets, and the ids of all the clauses that list takes up.

    Args:
        pen: Knows which clause stands in the brackets of which.
        line: The clauses of one jotted line, in order.
    """
    items: list[Item] = []
    ids: set[int] = set()
    for place, clause in enumerate(line):
        holder = pen.parent_of(clause)
        label = _channel_in(holder, clause) if holder is not None else ""
        if holder is None or not label:
            continue
        items.append(Item("channel", label, clause.quantities[0], clause))
        ids |= {id(holder), id(clause)}
        rest = line[place + 1] if place + 1 < len(line) else None
        if rest is not None and not rest.quantities and _ENDS.fullmatch(rest.text):
            ids.add(id(rest))
    return items, ids


def _channel_in(holder: Clause, inside: Clause) -> str:
    """The channel that a bracket with nothing but a number tells of."""
    quantities = inside.quantities
    if len(quantities) != 1 or quantities[0].unit not in ITEM_UNITS or quantities[0].number is None:
        return ""
    rest = inside.text[: quantities[0].start] + inside.text[quantities[0].end :]
    opening = holder.note.text[holder.start + len(holder.text) :][:1]
    if strip_pattern().sub("", rest) or holder.quantities or opening not in "（(":
        return ""
    return channel_called(_LED.sub("", holder.text.strip("，、 ")))


_WAYS = lazily.pattern(
    "(?:我们|我局|全年|今年|[0-9]{4}年|信息|政府信息|公开|发布|对外|往外|发信息|的|主要)*"
    "(?:(?:渠道|平台|途径|口子|阵地|载体|出口)(?:主要)?(?:一共|共)?(?:有|是|分)?(?:这么)?[两三四五六2-6](?:个|种|条)?|"
    "(?:通过|靠|有|用|走|在|从)(?:这么)?[两三四五六2-6](?:个|种|条|大)*(?:渠道|平台|途径|口子|阵地|载体|出口))"
    f"(?:上)?(?:往外|对外|向社会)?{SENT}?(?:政府)?(?:信息|内容)?(?:的|了)*"
)
_ALL_WAYS = lazily.pattern(
    "(?:把|将)?(?:各|所有|几|全部|两|三)(?:个)?(?:的)?(?:渠道|平台|口子|地方|途径|栏目|来源)(?:的)?(?:数|数字|信息|都|全|发的)*"
    "(?:加起来|合起来|加在一起|合在一起|汇总起来|合计|汇总|算在一起|加到一起|拢到一起)(?:看|算|的话)?"
)
_THE_TOTAL = lazily.pattern(
    "(?:是)?(?:今年|全年|一年|这一年|本年度)?(?:公开|发布?|发出|主动公开)(?:出去)?的(?:总数|总量|信息|信息总数|量)?"
)
_AS_ASKED = lazily.pattern(
    "(?:按照?|根据|依据|依照)(?:上级局?|县里|市里|区里|省里|国家|统一|条例|有关|相关|《条例》|县政府|市政府|办)*(?:的)?(?:要求|规定|部署)"
)
_YEAR_END = lazily.pattern(
    "(?:截至|截止到?|到|至)(?:今年)?(?:年底|年末|12月底|12月31[日号]|岁末)(?:为止|止)?"
)
_UNTIL = lazily.pattern(
    "(?:截至|截止到?|到|至|从|自)?(?:今年)?(?:[0-9]{1,2}月(?:底|初|[0-9]{1,2}[日号])?|目前|现在|[上下]半年|前[一二三两]个?季度)"
    "(?:为止|止|起|开始|以来|后|前)?"
)


def only_introduces(clause: Clause) -> bool:
    """It says nothing but that channels, or a sum of the whole year, follow."""
    text = clause.text.strip("，：: ")
    return bool(
        _WAYS.fullmatch(text)
        or _ALL_WAYS.fullmatch(text)
        or _YEAR_END.fullmatch(text)
        or _AS_ASKED.fullmatch(text)
        or _THE_TOTAL.fullmatch(text)
    )


def of_part_of_the_year(clause: Clause | None) -> bool:
    """A time by itself that ends before the year does: what is counted behind it is no number of the year."""
    if clause is None:
        return False
    text = clause.text.strip("，：: ")
    return bool(_UNTIL.fullmatch(text)) and not _YEAR_END.fullmatch(text)
