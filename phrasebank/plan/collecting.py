"""The numbers of publication of one line, hung under the number they detail.

One decision: a clause is taken only if it says nothing but such numbers, or something of the whole of one (of_the_whole.py).
"""

import re
from collections.abc import Container, Sequence

from phrasebank.pen import Pen
from phrasebank.plan.of_the_whole import REST_UNSAID, change_of, note_overlap, told_of_the_whole
from phrasebank.plan.published import Item, read_items
from phrasebank.plan.tallied import bracketed, of_part_of_the_year, only_introduces
from phrasebank.reading import Clause
from report.lazily import pattern


def collect(pen: Pen, line: Sequence[Clause], items: list[Item], taken: set[int]) -> None:
    """Read the numbers of one line into ``items``; the ids of the clauses they came from go into ``taken``."""
    owners: dict[int, Item | None] = {}
    listed, ids = bracketed(pen, line)
    taken |= ids
    for place, clause in enumerate(line):
        items += [item for item in listed if item.clause is clause]
        if clause.note.ticked or id(clause) in ids:
            continue
        if only_introduces(clause) and _counts_publication(line[place + 1 :], ids):
            taken.add(id(clause))
            owners[id(clause)] = None
            continue
        if of_part_of_the_year(line[place - 1] if place else None) and _begins_with_total(clause):
            continue
        parent = pen.parent_of(clause)
        inside = parent is not None and id(parent) in owners
        holder = owners.get(id(parent)) if inside else None
        if holder and not clause.quantities and REST_UNSAID.search(clause.text):
            holder.rest_unsaid = True
            taken.add(id(clause))
            continue
        if told_of_the_whole(clause, line, items):
            taken.add(id(clause))
            continue
        if change := change_of(clause, items):
            change[0].change = change[0].change + "，" + change[1] if change[0].change else change[1]
            change[0].clauses.append(clause)
            owners[id(clause)] = change[0]
            taken.add(id(clause))
            continue
        found = read_items(clause)
        second = any(item.role == "total" for item in items) and any(item.role == "total" for item in found)
        if second and not inside:
            continue
        if (parent is not None and not inside) or _sums_up_else(clause, found, line, taken):
            continue
        if not found or (found[0].role in {"content", "before"} and not inside):
            if holder and clause.quantities:
                holder.unread = True
            continue
        note_overlap(found, items)
        for item in found:
            whole = found[0] if item is not found[0] and "=" in clause.text else holder
            _attach(item, whole, items)
        owners[id(clause)] = found[0] if found[0].role in {"total", "channel", "content"} else holder
        taken.add(id(clause))


def _counts_publication(rest: Sequence[Clause], ids: Container[int]) -> bool:
    """What follows is a number of publication."""
    return bool(rest) and (
        id(rest[0]) in ids or any(item.role in ("total", "channel") for item in read_items(rest[0]))
    )


def _begins_with_total(clause: Clause) -> bool:
    found = read_items(clause)
    return bool(found) and found[0].role == "total"


def _attach(item: Item, whole: Item | None, items: list[Item]) -> None:
    """Put an item under the total or channel it details; a channel is a part of totals only."""
    if whole is not None and item.label == "其他渠道" and whole.role == "channel":
        item.role, item.label = "content", "其他信息"
    if whole is not None and whole.role == item.role == "channel" and re.search("[、和]", whole.label):
        whole.role, whole.label = "total", ""  # 网站和公众号共发532条，其中网站310条
    if whole is not None and (
        item.role in {"content", "before"} or (item.role, whole.role) == ("channel", "total")
    ):
        whole.details.append(item)
    else:
        items.append(item)


_SUM = pattern(r"(?:一共|总共|共计|合计|累计|总计|加起来|全部|共|计|合)+")
_LITTLE = pattern(r"(?:今年|全年)?(?:公开|发布?|信息)(?![^，]{0,4}最)")


def _sums_up_else(
    clause: Clause, found: Sequence[Item], line: Sequence[Clause], taken: Container[int]
) -> bool:
    """``停水信息及时发布，共31条``: a sum behind words that count no publication sums up what they speak of."""
    if not found or found[0].role != "total":
        return False
    if not _SUM.fullmatch(clause.text[: found[0].quantity.start].strip("，：: ")):
        return False
    earlier = [each for each in line if each.start < clause.start]
    return any(id(each) not in taken and not _LITTLE.match(each.text) for each in earlier)


def said_once(totals: Sequence[Item], channels: Sequence[Item]) -> list[Item]:
    """Channels without those that only take up a part of the total again to detail it (县网61 …；网上61：动态33)."""
    kept: list[Item] = []
    for item in channels:
        parts = [part for total in totals for part in (*total.details, *channels) if part is not item]
        same = [part for part in parts if part.role == "channel" and _is_again(part, item)]
        if item.details and len(same) == 1:
            same[0].details += item.details
            same[0].unread = same[0].unread or item.unread
            same[0].rest_unsaid = same[0].rest_unsaid or item.rest_unsaid
            item.details = []
        else:
            kept.append(item)
    return kept


def _is_again(one: Item, other: Item) -> bool:
    """The same number on the same kind of channel, however it is called (县网, 网上)."""
    alike = one.label == other.label or (one.label.endswith("网站") and other.label.endswith("网站"))
    return alike and one.value == other.value
