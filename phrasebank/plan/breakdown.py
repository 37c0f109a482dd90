"""The parts of a number as wording: the largest few by name, one computed rest, 等 where it may not be worked out."""

from collections.abc import Sequence
from decimal import Decimal

from phrasebank.fragment import Fragment, listing, number, words
from phrasebank.matching import said
from phrasebank.plan.published import Item, contents_of, sum_of


def amount_of(item: Item, unit: str = "") -> Fragment:
    """A number with its classifier."""
    return said(item.quantity, item.origin, item.quantity.unit or unit or "条")


def rest_of(whole: Item, parts: Sequence[Item]) -> Decimal | None:
    """What the parts leave of their whole; None where it may not be worked out (an approximate whole)."""
    if whole.unread or whole.quantity.approx or any(part.quantity.approx for part in parts):
        return None
    return whole.value - sum_of(parts)


def by_size(items: Sequence[Item]) -> list[Item]:
    """The largest first, 其他 last."""
    return sorted(items, key=lambda each: (each.label.startswith("其他"), -each.value))


def listed_parts(items: Sequence[Item], unit: str, rest: Decimal | None, *, shown: int) -> Fragment:
    """Items by size; from five on the largest few and one computed rest; 等 where the rest may not be worked out."""
    origin = items[0].origin
    if rest is None or len(items) <= shown + 1:
        head = listing([_told(item, unit) for item in items])
        if not rest:
            return head if rest is not None else head + "等"
        if any(item.role == "channel" or item.label.startswith("其他") for item in items):
            return head + "等"
        return head + "，其余" + number(rest, origin) + f"{unit}为其他信息"
    head = listing([_told(item, unit) for item in items[:shown]])
    others = items[shown:]
    left = sum((item.value for item in others), rest)
    names = [item.label for item in others]
    if rest and not any(name.startswith("其他") for name in names):
        names.append("其他信息")
    named = "、".join(names[:-1]) + ("和" if len(names) > 1 else "") + names[-1]
    return head + "，其余" + number(left, origin) + f"{unit}为{named}"


def _told(item: Item, unit: str) -> Fragment:
    """``社会公益187条（含教育135条）``."""
    said_so = words(item.label) + amount_of(item, unit)
    inner = contents_of(item) if item.role == "content" else []
    if not inner or sum_of(inner) > item.value:
        return said_so
    return said_so + "（含" + listing([words(each.label) + amount_of(each, unit) for each in inner]) + "）"


PARTS_SHOWN = 3
"""So many kinds are told with their numbers before the rest becomes one number, in a text of any length (1.5)."""
