"""Which worded problems are sides of one, and how many of them a report names.

One decision: two wordings of one kind are one problem; more than three are brought together by family, never dropped.
"""

from collections.abc import Sequence

from phrasebank.register.shapes import Item
from phrasebank.troubles.pieces import merged
from report.lazily import pattern

_MOST = 3
"""More problems than these are brought together where they are of one family (writing craft, 2.7)."""
_SIDES = (
    {"p09", "p10"},
    {"p05", "p06"},
    {"p02", "p05"},
    {"p12", "p13"},
    {"p31", "p23"},
    {"p28", "p01"},
    {"p09", "p47"},
    {"p01", "p23"},
    {"p10", "p47"},
)
"""Kinds that people name in one breath and that are one problem: dull and unread, few reports and gaps in them."""


def belong(left: Item, right: Item) -> bool:
    """A reason and what it leads to, or two sides of one problem; two problems of different kinds stay apart."""
    if len(left.text) + len(right.text) > 60:
        return False
    if _REASON.search(left.text) or not right.kind_id or not left.kind_id or left.kind_id == right.kind_id:
        return True
    return {left.kind_id, right.kind_id} in _SIDES


_REASON = pattern(r"任务较?重|之年|收官|工作忙|影响$")


def once(items: Sequence[Item]) -> list[Item]:
    """Two wordings of one kind of problem as one item, where the first stands."""
    found: list[Item] = []
    for item in items:
        place = next((at for at, other in enumerate(found) if _same(other, item)), None)
        if place is None:
            found.append(item)
        else:
            found[place] = merged(found[place], item)
    return found


def _same(left: Item, right: Item) -> bool:
    if left.verbatim or right.verbatim:
        return False
    alike = left.kind_id == right.kind_id != "" and len(left.text) + len(right.text) <= 50
    return left.text == right.text or alike


def few(items: list[Item]) -> list[Item]:
    """At most three problems where sides of one problem can be brought together; no problem is ever dropped."""
    while sum(not item.verbatim for item in items) > _MOST:
        pairs = [
            (first, second)
            for first in range(len(items))
            for second in range(first + 1, len(items))
            if {items[first].kind_id, items[second].kind_id} in _SIDES
        ]
        if not pairs:
            return items
        first, second = pairs[0]
        items[first] = merged(items[first], items.pop(second))
    return items
