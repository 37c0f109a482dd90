"""What only goes on with the measure before it: a date in brackets, a plan for what is under way, a time without its verb.

One decision: such a piece joins its own measure in its own line, or waits for the person with it; it never stands alone.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from phrasebank.register.shapes import Item
from report.lazily import pattern

DATED = pattern(
    r"(?P<date>[0-9]{2,4}年(?:[0-9]{1,2}月|[上下]半年|[一二三四1-4]季度)?(?:底|初|内)?[前起]?)，?(?P<rest>.+)"
)


_THEN = pattern(
    r"(?:明年|下年度?|来年|下一步)(?P<when>年初|上半年|下半年)?(?:正式)?(?P<act>启用|上线|试行|施行|推开|推广|印发|发布|投用)"
)
"""What is to come of a thing that is under way (已编到第二稿，明年启用)."""


def done_then_planned(
    groups: Sequence[tuple[Item, ...]], items: Sequence[Item], line: tuple[str, int]
) -> tuple[Item, ...] | None:
    """The measure before with what is planned for it, where both were jotted in one line."""
    then = _THEN.fullmatch(items[0].text) if len(items) == 1 and items[0].verbatim else None
    if not then or not groups or _line(groups[-1][-1]) != line:
        return None
    *before, last = groups[-1]
    text = f"{last.text}，计划下一年度{then['when'] or ''}{then['act']}"
    return (*before, replace(last, text=text, clauses=(*last.clauses, *items[0].clauses)))


def _line(item: Item) -> tuple[str, int]:
    clause = item.clauses[-1]
    return clause.note.text, clause.line


_SINCE = pattern(
    r"（(?:从|自)?(?P<date>(?:[0-9]{4}年)?[0-9]{1,2}月)起(?:就|已经?)*(?:这么|这样|如此)?(?:干|办|做|执行|实行)?了?）"
)
"""A bracket that only tells since when a measure holds."""


def since(items: list[Item], remarks: list[Item]) -> list[Item]:
    """The one measure with its date before it; every other bracket is left to the person."""
    match = _SINCE.fullmatch(remarks[0].text) if len(remarks) == 1 else None
    if match is None or len(items) != 1 or items[0].verbatim:
        return [*items, *remarks]
    return [replace(items[0], text=f"自{match['date']}起{items[0].text}")]


_NO_VERB = pattern(r"(?:统一|定在|改到|都是)每[月周季年][^，]{0,4}$")
"""A time of which nobody said what happens then (社区公示统一每月15号)."""
_TOO_SHORT = 4
"""A measure of fewer characters only goes on with what stood before it (明年启用)."""


"""Since when, or how much: of a measure that waits it is told with it."""


def whole_or_left(items: list[Item]) -> list[Item]:
    """A jotted measure of which a part could not be worded, or that only goes on, is left whole."""
    if not items or (any(item.reason for item in items) and not items[0].reason):
        return items
    head = items[0].text
    goes_on = len(items) == 1 and (len(head) < _TOO_SHORT or head[0].isdigit())
    if (
        any(item.verbatim for item in items)
        or _NO_VERB.search(head)
        or (goes_on and not DATED.fullmatch(head))
    ):
        clauses = tuple(clause for item in items for clause in item.clauses)
        text = "，".join(clause.text for clause in clauses)
        return [Item(text, clauses, items[0].tense, verbatim=True)]
    return items
