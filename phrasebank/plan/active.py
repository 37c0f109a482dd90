"""主动公开 opens with its numbers: total, then channels, then what the largest channel held.

Parts are compared with their total: equal sums are listed completely, smaller ones with 等 or 其余, larger ones are not
written at all but asked about. The sums and differences made here keep the notes as their origin.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from phrasebank.figures_said import growth
from phrasebank.fragment import EMPTY, join, words
from phrasebank.matching import said
from phrasebank.pen import Part, Pen
from phrasebank.plan.breakdown import PARTS_SHOWN, amount_of, by_size, listed_parts, rest_of
from phrasebank.plan.channel_totals import PUSHED, audience, only_channels, people, same_breath
from phrasebank.plan.collecting import collect, said_once
from phrasebank.plan.joins import Placed
from phrasebank.plan.ledger import Ledger
from phrasebank.plan.notes import lines_of
from phrasebank.plan.published import Item, before_of, contents_of, name_others, read_items, sum_of
from phrasebank.reading import Clause


def take_totals(pen: Pen, clauses: Sequence[Clause], ledger: Ledger) -> tuple[list[Placed], list[Clause]]:
    """Word the numbers of publication; the clauses that say something else come back in their order."""
    items: list[Item] = []
    taken: set[int] = set()
    for line in lines_of(clauses):
        collect(pen, line, items, taken)
    placed = _placed(pen, items, ledger)
    return placed, [clause for clause in clauses if id(clause) not in taken]


def total_phrase(clause: Clause) -> str:
    """Id of the phrase that tells the numbers of this clause, or empty when it says more than such numbers."""
    found = read_items(clause)
    if not found or found[0].role not in {"total", "channel", "followers"}:
        return ""
    first = found[0]
    if first.role == "channel":
        return "active.push" if any(name in first.label for name in PUSHED) else "active.channel"
    return f"active.{first.role}"


def _placed(pen: Pen, items: Sequence[Item], ledger: Ledger) -> list[Placed]:
    totals = [item for item in items if item.role == "total"]
    channels = [item for item in items if item.role == "channel"]
    for item in (*totals, *channels):
        name_others(item)
    placed: list[Placed] = []
    channels = said_once(totals, channels)
    alone = channels
    if totals:
        inside, alone = _parts_of(pen, totals[0], channels)
        placed += _total(pen, totals[0], inside, ledger)
    placed += only_channels(pen, alone, items)
    placed += _details(pen, items, ledger)
    said_so = {id(item) for pushed in alone if not before_of(pushed) for item in audience(pushed, items)}
    for item in items:
        if item.role in {"followers", "reads"} and id(item) not in said_so:
            placed.append(
                Placed(15, partial(_audience_part, pen, item, item.label or _last_pushed(channels)))
            )
    return placed


def _audience_part(pen: Pen, item: Item, channel: str) -> Part:
    sources = (item.clause.text,)
    if item.role == "reads":
        slots = {"载体": words(channel or "公开信息"), "阅读": said(item.quantity, item.origin)}
        return pen.part("active.reads", slots, sources=sources)
    slots = {"载体": words(channel or "政务新媒体"), "关注": people(item)}
    return pen.part("active.followers", slots, sources=sources)


def _parts_of(pen: Pen, total: Item, channels: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Channels that are parts of the total: jotted with it or adding up to it; a different classifier is never one."""
    nested = [item for item in total.details if item.role == "channel"]
    if nested:
        return nested, list(channels)
    alike = [
        item
        for item in channels
        if item.quantity.unit in {"", total.quantity.unit} or not total.quantity.unit
    ]
    beside = [item for item in alike if item.clause.note is total.clause.note]
    within = [item for item in beside if pen.parent_of(item.clause) is total.clause]
    within = within or [item for item in beside if same_breath(total.clause, item.clause)]
    if sum_of(alike) != total.value:
        alike = beside if sum_of(beside) <= total.value else within
    return alike, [item for item in channels if item not in alike]


def _last_pushed(channels: Sequence[Item]) -> str:
    return next((item.label for item in reversed(channels) if any(name in item.label for name in PUSHED)), "")


def _total(pen: Pen, total: Item, channels: Sequence[Item], ledger: Ledger) -> list[Placed]:
    unit = total.quantity.unit or "条"
    contents = contents_of(total)
    parts = [item for item in _parts_said(total, channels, contents) if item.value]
    sources = (total.clause.text, *(item.clause.text for item in parts))
    summed = sum_of(parts)
    composed = EMPTY
    if parts and summed > total.value and total.overlap:
        listed = listed_parts(by_size(parts), unit, Decimal(0), shown=len(parts))
        composed = words("其中") + listed + "，有的信息在几个渠道同时发布"
    elif parts and summed > total.value:
        _too_many(ledger, total, parts, summed)
    elif parts and total.rest_where and summed < total.value:
        head = "其中通过" if len(parts) == 1 and parts[0].role == "channel" else "其中"
        listed = listed_parts(by_size(parts), unit, Decimal(0), shown=len(parts))
        if head != "其中":
            listed = words(f"{parts[0].label}公开") + amount_of(parts[0], unit)
        composed = words(head) + listed + f"，其余{total.rest_where}"
    elif len(parts) == 1 and parts[0].role == "channel":
        every = summed == total.value and not total.quantity.approx
        composed = words(f"通过{parts[0].label}公开" if every else f"其中通过{parts[0].label}公开")
        composed = composed if every else composed + amount_of(parts[0], unit)
    elif parts:
        composed = words("其中") + listed_parts(
            by_size(parts), unit, rest_of(total, parts), shown=PARTS_SHOWN
        )
    total.details = [each for each in total.details if each.role != "content" or each not in parts]
    if before := before_of(total):
        grown = growth(total.value, before.value, unit, total.origin)
        composed = join([grown, composed], "，") if composed else grown
        sources = (*sources, before.clause.text)
    if total.change:
        composed = join([total.change, composed], "，") if composed else total.change
    sources = (*sources, *(clause.text for clause in total.clauses))
    slots = {"总数": amount_of(total), "构成": composed}
    return [Placed(10, partial(pen.part, "active.total", slots, sources=sources))]


def _parts_said(total: Item, channels: Sequence[Item], contents: Sequence[Item]) -> list[Item]:
    """The parts that stand in the total's own sentence: one breakdown, or a mixed list where only all of it adds up."""
    if not channels or not contents:
        return [*channels, *contents]
    mixed = sum_of(channels) + sum_of(contents)
    whole = total.value in {sum_of(channels), sum_of(contents)}
    return [*channels, *contents] if mixed <= total.value and not whole else list(channels)


def _details(pen: Pen, items: Sequence[Item], ledger: Ledger) -> list[Placed]:
    placed = []
    for item in [each for top in items for each in (top, *top.details)]:
        details = contents_of(item)
        if not details or item.role == "content":
            continue
        summed = sum((detail.value for detail in details), Decimal(0))
        if summed > item.value:
            _too_many(ledger, item, details, summed)
            continue
        placed.append(Placed(12, partial(_detail_part, pen, item, details, rest_of(item, details))))
    return placed


def _too_many(ledger: Ledger, whole: Item, parts: Sequence[Item], summed: Decimal) -> None:
    """Parts that exceed their whole become a question; their words stay marked."""
    listed = "、".join(f"{part.label}{part.value:f}" for part in parts)
    name = whole.label or "总数"
    ledger.ask(
        "主动公开",
        f"{listed}，合计{summed:f}，比{name}{whole.value:f}多，请核对",
        [part.clause for part in parts],
    )


def _detail_part(pen: Pen, item: Item, details: Sequence[Item], rest: Decimal | None) -> Part:
    unit = item.quantity.unit or "条"
    ordered = by_size(details)
    channel = words(item.label or "全部")
    sources = tuple(dict.fromkeys(each.clause.text for each in (item, *details)))
    if ordered[0].value * 2 > item.value and len(ordered) > 2 and rest is not None:
        slots = {
            "载体": channel,
            "主项": words(ordered[0].label),
            "主数": amount_of(ordered[0], unit),
            "余项": listed_parts(ordered[1:], unit, rest, shown=PARTS_SHOWN - 1),
        }
        return pen.part("active.details_mostly", slots, sources=sources)
    slots = {"载体": channel, "构成": listed_parts(ordered, unit, rest, shown=PARTS_SHOWN)}
    return pen.part("active.details", slots, sources=sources)
