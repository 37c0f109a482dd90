"""Channels whose numbers are part of no total, with who follows them: told one by one, or together where they were jotted so."""

import re
from collections.abc import Sequence
from functools import partial

from phrasebank.figures_said import growth
from phrasebank.fragment import EMPTY, Fragment, join, words
from phrasebank.matching import said
from phrasebank.pen import Part, Pen
from phrasebank.plan.breakdown import amount_of
from phrasebank.plan.joins import Placed
from phrasebank.plan.published import Item, before_of
from phrasebank.reading import Clause

PUSHED = ("微信公众号", "微博", "视频号", "抖音账号", "快手账号", "政务新媒体", "移动客户端")


def same_breath(one: Clause, other: Clause) -> bool:
    """Whether nothing but commas stands between two clauses of one note."""
    first, second = sorted((one, other), key=lambda each: each.start)
    return not re.search(r"[；;。]", one.note.text[first.start + len(first.text) : second.start])


def audience(pushed: Item, items: Sequence[Item]) -> list[Item]:
    """Followers and reads that were jotted right after a channel that pushes."""
    if not any(name in pushed.label for name in PUSHED):
        return []
    found: list[Item] = []
    for item in items[items.index(pushed) + 1 :]:
        if item.role not in {"followers", "reads"} or item.role in [each.role for each in found]:
            break
        found.append(item)
    return found


def people(item: Item) -> Fragment:
    """How many follow."""
    return said(item.quantity, item.origin, "人")


def only_channels(pen: Pen, channels: Sequence[Item], items: Sequence[Item]) -> list[Placed]:
    """The sentences on these channels.

    Args:
        pen: Who writes.
        channels: Those that stand alone.
        items: All numbers of publication in the order jotted; followers stand behind their channel.
    """
    placed = []
    several = _told_together(channels, items)
    if several:
        placed.append(Placed(10, partial(_several_part, pen, several)))
    for place, item in enumerate(each for each in channels if each not in several):
        before = before_of(item)
        slots = {
            "载体": words(item.label),
            "条数": amount_of(item),
            "增长": EMPTY,
            "关注": EMPTY,
            "阅读": EMPTY,
        }
        sources: tuple[str, ...] = (item.clause.text,)
        if before:
            slots["增长"] = growth(item.value, before.value, item.quantity.unit or "条", item.origin)
            sources = (*sources, before.clause.text)
        elif item.change:
            slots["增长"] = item.change
            sources = (*sources, *(clause.text for clause in item.clauses))
        elif any(name in item.label for name in PUSHED):
            for each in audience(item, items):
                slots["关注" if each.role == "followers" else "阅读"] = (
                    people(each) if each.role == "followers" else said(each.quantity, each.origin)
                )
                sources = (*sources, each.clause.text)
            placed.append(Placed(13, partial(pen.part, "active.push", slots, sources=sources)))
            continue
        phrase = "active.media" if item.label.endswith(_MEDIA) else "active.channel"
        placed.append(Placed(10 + min(place, 1), partial(pen.part, phrase, slots, sources=sources)))
    return placed


_MEDIA = ("电视", "广播", "短信", "报纸", "公报", "公开栏", "渠道")
"""Channels that publish nothing themselves: something is published by them."""


def _told_together(channels: Sequence[Item], items: Sequence[Item]) -> list[Item]:
    """Channels of one breath, of which nothing but their numbers is told; fewer than two are none."""
    plain = [
        item
        for item in channels
        if before_of(item) is None and not item.change and not audience(item, items) and not item.details
    ]
    first = [item for item in plain if item.clause.note is plain[0].clause.note] if plain else []
    first = [item for item in first if same_breath(first[0].clause, item.clause)]
    return first if len(first) > 1 and len({item.label for item in first}) == len(first) else []


def _several_part(pen: Pen, channels: Sequence[Item]) -> Part:
    head, *others = channels
    unit = head.quantity.unit or "条"
    slots = {
        "首": words(head.label),
        "首数": amount_of(head, unit),
        "其余": join([words(f"{item.label}公开") + amount_of(item, unit) for item in others], "、"),
    }
    return pen.part("active.channels", slots, sources=tuple(item.clause.text for item in channels))
