"""主动公开 opens with its numbers: total, then channels, then what the largest channel held.

Parts are compared with their total: equal sums are listed completely, smaller ones with 等 or 其余, larger ones are not
written at all but asked about. The sums and differences made here keep the notes as their origin.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, partial
from pathlib import Path

import msgspec

from phrasebank.figures_said import growth
from phrasebank.fragment import EMPTY, Fragment, join, listing, number, words
from phrasebank.matching import said
from phrasebank.pen import Part, Pen
from phrasebank.plan.flow import Placed
from phrasebank.plan.ledger import Ledger
from phrasebank.plan.notes import lines_of
from phrasebank.reading import Clause, Quantity
from report.yamlfile import convert, read_yaml

_FILE = Path(__file__).parent.parent / "lexicon" / "channels.yaml"
_ITEM_UNITS = ("条", "条次", "篇", "次", "则", "")
_FOLLOWERS = re.compile(r"(?:粉丝|关注|订阅|用户|关注用户|粉丝量|粉丝数|订阅数|人数|有|达|了|数|量)+")
_REST_UNSAID = re.compile(r"(?:剩下|剩余|其余|其他)的?(?:没|未)(?:有)?(?:细分|再分|分)")
_PUSHED = ("微信公众号", "微博", "视频号", "抖音账号", "快手账号", "政务新媒体", "移动客户端")
_NUMBERING = re.compile(r"^\s*[（(]?[0-9０-９]{1,2}[）)、.．]\s*")
_NAME = re.compile(r"[“「\"]([^”」\"]{2,20})[”」\"]")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    totals: tuple[str, ...]
    verbs: tuple[str, ...]
    channels: dict[str, tuple[str, ...]]
    nouns: dict[str, str]


@cache
def _words() -> _File:
    return convert(read_yaml(_FILE), _File)


@cache
def _strip_pattern() -> re.Pattern[str]:
    data = _words()
    known = sorted({*data.totals, *data.verbs}, key=lambda each: (-len(each), each))
    return re.compile("|".join(map(re.escape, known)) + r"|[\s，；：:,。（(）)]|^、|、$")


@dataclass
class Item:
    """One number of the line with what it counts."""

    role: str
    """``total``, ``channel``, ``followers``, ``before`` or ``content``."""
    label: str
    quantity: Quantity
    clause: Clause
    details: list["Item"] = field(default_factory=list)
    unread: bool = False
    """One of its parts could not be read: what the parts leave of it is unknown."""
    rest_unsaid: bool = False
    """The person said that the rest is not broken down; it is called 其他信息."""

    @property
    def value(self) -> Decimal:
        """The number; items with a range are never collected."""
        return self.quantity.number or Decimal(0)

    @property
    def origin(self) -> str:
        """Where its digits come from."""
        return self.clause.note.origin


def take_totals(pen: Pen, clauses: Sequence[Clause], ledger: Ledger) -> tuple[list[Placed], list[Clause]]:
    """Word the numbers of publication; the clauses that say something else come back in their order."""
    items: list[Item] = []
    taken: set[int] = set()
    for line in lines_of(clauses):
        _collect(pen, line, items, taken)
    placed = _placed(pen, items, ledger)
    return placed, [clause for clause in clauses if id(clause) not in taken]


def total_phrase(clause: Clause) -> str:
    """Id of the phrase that tells the numbers of this clause, or empty when it says more than such numbers."""
    found = _read(clause)
    if not found or found[0].role not in {"total", "channel", "followers"}:
        return ""
    first = found[0]
    if first.role == "channel":
        return "active.push" if any(name in first.label for name in _PUSHED) else "active.channel"
    return f"active.{first.role}"


def _collect(pen: Pen, line: Sequence[Clause], items: list[Item], taken: set[int]) -> None:
    owners: dict[int, Item | None] = {}
    for clause in line:
        if clause.note.ticked:
            continue
        parent = pen.parent_of(clause)
        inside = parent is not None and id(parent) in owners
        holder = owners.get(id(parent)) if inside else None
        if holder and not clause.quantities and _REST_UNSAID.search(clause.text):
            holder.rest_unsaid = True
            taken.add(id(clause))
            continue
        found = _read(clause)
        second = any(item.role == "total" for item in items) and any(item.role == "total" for item in found)
        if second and not inside:
            continue
        if parent is not None and not inside:
            continue
        if not found or (found[0].role in {"content", "before"} and not inside):
            if holder and clause.quantities:
                holder.unread = True
            continue
        for item in found:
            whole = found[0] if item is not found[0] and "=" in clause.text else holder
            _attach(item, whole, items)
        owners[id(clause)] = found[0] if found[0].role in {"total", "channel", "content"} else holder
        taken.add(id(clause))


def _attach(item: Item, whole: Item | None, items: list[Item]) -> None:
    """Put an item under the total or channel it details; a channel is a part of totals only."""
    if whole is not None and item.label == "其他渠道" and whole.role == "channel":
        item.role, item.label = "content", "其他信息"
    if whole is not None and (
        item.role in {"content", "before"} or (item.role, whole.role) == ("channel", "total")
    ):
        whole.details.append(item)
    else:
        items.append(item)


def _name_others(total: Item) -> None:
    """其他 counts other channels beside channels, other information beside kinds of information."""
    named = [
        item for item in total.details if item.label != "其他渠道" and item.role in {"channel", "content"}
    ]
    if any(item.role == "content" for item in named) or total.role == "channel":
        for item in total.details:
            if item.label == "其他渠道":
                item.role, item.label = "content", "其他信息"


def _read(clause: Clause) -> list[Item]:
    """The numbers of a clause with their roles; nothing when the clause says more than numbers of publication."""
    items: list[Item] = []
    at = 0
    quantities = sorted(clause.quantities, key=lambda each: each.start)
    for quantity in quantities:
        if quantity.number is None:
            return []
        raw = _NUMBERING.sub("", clause.text[at : quantity.start]).strip("=＝+＋")
        at = quantity.end
        role, label = _role(raw, quantity)
        if not role:
            return []
        items.append(Item(role, label, _without_plus(quantity), clause))
    if _strip_pattern().sub("", clause.text[at:]):
        return []
    return items


def _without_plus(quantity: Quantity) -> Quantity:
    """A plus between the parts of a sum (机构4+财政2) says nothing about the number before it."""
    if not quantity.text.endswith(("+", "＋")):
        return quantity
    return replace(quantity, text=quantity.text[:-1], approx=False, qualifier="")


def _role(raw: str, quantity: Quantity) -> tuple[str, str]:  # noqa: PLR0911  one answer per role
    data = _words()
    named = _NAME.search(raw)
    bare = _NAME.sub("", raw)
    bare = re.sub(r"[“”\"「」]", "", bare)
    if re.fullmatch(r"[\s，、（(]*(?:去年|上年)[\s，]*", bare):
        return "before", ""
    followers = quantity.unit in {"人", "万人", "个", ""} and re.search(r"粉丝|关注|订阅", bare)
    if followers:
        rest = _FOLLOWERS.sub("", _strip_pattern().sub("", bare))
        channel = _channel(rest)
        return ("followers", channel) if not rest or channel else ("", "")
    if re.fullmatch(r"(?:总|累计)?(?:阅读量|阅读|点击量|浏览量)(?:达到|达|超过|超|有)?", bare.strip("，、 ")):
        return ("reads", "") if quantity.unit in {"", "次", "人次"} else ("", "")
    if quantity.unit not in _ITEM_UNITS:
        return "", ""
    core = _strip_pattern().sub("", bare)
    if not core:
        said_total = (
            any(word in bare for word in data.totals)
            or bool(re.search(r"公开|发布|挂|晒|更新", bare))
            or not bare
        )
        return ("total", "") if said_total and quantity.unit in {"条", "条次", "篇", ""} else ("", "")
    if channel := _channel(core) or _several_channels(core):
        return "channel", f"“{named[1]}”{channel}" if named else channel
    if named:
        return "", ""
    noun = re.sub(r"[\s，、；：:,。（(）)]|^(?:其中|主要是|主要为|包括|有)", "", bare)
    if re.fullmatch(r"[\u4e00-\u9fff]{2,12}", noun) and not re.search(r"去年|次|人次|人$|都|了|给", noun):
        return "content", data.nouns.get(noun, noun)
    return "", ""


def _several_channels(core: str) -> str:
    """``网站、新媒体、报纸`` where every name is a channel."""
    names = [_channel(each) for each in re.split(r"[、和]", core)]
    return "、".join(names) if len(names) > 1 and all(names) else ""


def _channel(core: str) -> str:
    for name, said_as in _words().channels.items():
        for word in said_as:
            if core == word:
                return name
            if core.endswith(word) and re.fullmatch(
                r"(?:县|区|市|镇|省|局|街道|州)(?:政府|人民政府|局)?", core.removesuffix(word)
            ):
                return core.removesuffix(word) + word if name == "政府网站" else name
            if core in {word + "等其他", word + "等其它"}:
                return f"{name}等其他渠道"
    return ""


def _placed(pen: Pen, items: Sequence[Item], ledger: Ledger) -> list[Placed]:
    totals = [item for item in items if item.role == "total"]
    channels = [item for item in items if item.role == "channel"]
    for item in (*totals, *channels):
        _name_others(item)
    placed: list[Placed] = []
    alone = channels
    if totals:
        inside, alone = _parts_of(pen, totals[0], channels)
        placed += _total(pen, totals[0], inside, ledger)
    placed += _only_channels(pen, alone, items)
    placed += _details(pen, items, ledger)
    said_so = {id(item) for pushed in alone if not _before(pushed) for item in _audience(pushed, items)}
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
    slots = {"载体": words(channel or "政务新媒体"), "关注": _people(item)}
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
    within = within or [item for item in beside if _same_breath(total.clause, item.clause)]
    if _sum(alike) != total.value:
        alike = beside if _sum(beside) <= total.value else within
    return alike, [item for item in channels if item not in alike]


def _same_breath(one: Clause, other: Clause) -> bool:
    """Whether nothing but commas stands between two clauses of one note."""
    first, second = sorted((one, other), key=lambda each: each.start)
    return not re.search(r"[；;。]", one.note.text[first.start + len(first.text) : second.start])


def _sum(items: Sequence[Item]) -> Decimal:
    return sum((item.value for item in items), Decimal(0))


def _before(item: Item) -> Item | None:
    """Last year's number of the same thing, if it was jotted with it."""
    return next((detail for detail in item.details if detail.role == "before"), None)


def _audience(pushed: Item, items: Sequence[Item]) -> list[Item]:
    """Followers and reads that were jotted right after a channel that pushes."""
    if not any(name in pushed.label for name in _PUSHED):
        return []
    found: list[Item] = []
    for item in items[items.index(pushed) + 1 :]:
        if item.role not in {"followers", "reads"} or item.role in [each.role for each in found]:
            break
        found.append(item)
    return found


def _people(item: Item) -> Fragment:
    return said(item.quantity, item.origin, "人")


def _last_pushed(channels: Sequence[Item]) -> str:
    return next(
        (item.label for item in reversed(channels) if any(name in item.label for name in _PUSHED)), ""
    )


def _amount(item: Item, unit: str = "") -> Fragment:
    return said(item.quantity, item.origin, item.quantity.unit or unit or "条")


def _total(pen: Pen, total: Item, channels: Sequence[Item], ledger: Ledger) -> list[Placed]:
    unit = total.quantity.unit or "条"
    contents = _contents(total)
    parts = [item for item in _parts_said(total, channels, contents) if item.value]
    sources = (total.clause.text, *(item.clause.text for item in parts))
    summed = _sum(parts)
    composed = EMPTY
    if parts and summed > total.value:
        _too_many(ledger, total, parts, summed)
    elif len(parts) == 1 and parts[0].role == "channel":
        every = summed == total.value and not total.quantity.approx
        composed = words(f"通过{parts[0].label}公开" if every else f"其中通过{parts[0].label}公开")
        composed = composed if every else composed + _amount(parts[0], unit)
    elif parts:
        composed = words("其中") + _listed(_by_size(parts), unit, _rest(total, parts), shown=_shown(pen))
    total.details = [each for each in total.details if each.role != "content" or each not in parts]
    if before := _before(total):
        grown = growth(total.value, before.value, unit, total.origin)
        composed = join([grown, composed], "，") if composed else grown
        sources = (*sources, before.clause.text)
    slots = {"总数": _amount(total), "构成": composed}
    return [Placed(10, partial(pen.part, "active.total", slots, sources=sources))]


def _parts_said(total: Item, channels: Sequence[Item], contents: Sequence[Item]) -> list[Item]:
    """The parts that stand in the total's own sentence: one breakdown, or a mixed list where only all of it adds up."""
    if not channels or not contents:
        return [*channels, *contents]
    mixed = _sum(channels) + _sum(contents)
    whole = total.value in {_sum(channels), _sum(contents)}
    return [*channels, *contents] if mixed <= total.value and not whole else list(channels)


def _rest(whole: Item, parts: Sequence[Item]) -> Decimal | None:
    """What the parts leave of their whole; None where it may not be worked out (an approximate whole)."""
    if whole.unread or whole.quantity.approx or any(part.quantity.approx for part in parts):
        return None
    return whole.value - _sum(parts)


def _only_channels(pen: Pen, channels: Sequence[Item], items: Sequence[Item]) -> list[Placed]:
    placed = []
    for place, item in enumerate(channels):
        before = _before(item)
        slots = {
            "载体": words(item.label),
            "条数": _amount(item),
            "增长": EMPTY,
            "关注": EMPTY,
            "阅读": EMPTY,
        }
        sources: tuple[str, ...] = (item.clause.text,)
        if before:
            slots["增长"] = growth(item.value, before.value, item.quantity.unit or "条", item.origin)
            sources = (*sources, before.clause.text)
        elif any(name in item.label for name in _PUSHED):
            for each in _audience(item, items):
                slots["关注" if each.role == "followers" else "阅读"] = (
                    _people(each) if each.role == "followers" else said(each.quantity, each.origin)
                )
                sources = (*sources, each.clause.text)
            placed.append(Placed(13, partial(pen.part, "active.push", slots, sources=sources)))
            continue
        placed.append(Placed(10 + min(place, 1), partial(pen.part, "active.channel", slots, sources=sources)))
    return placed


def _details(pen: Pen, items: Sequence[Item], ledger: Ledger) -> list[Placed]:
    placed = []
    for item in [each for top in items for each in (top, *top.details)]:
        details = _contents(item)
        if not details or item.role == "content":
            continue
        summed = sum((detail.value for detail in details), Decimal(0))
        if summed > item.value:
            _too_many(ledger, item, details, summed)
            continue
        placed.append(Placed(12, partial(_detail_part, pen, item, details, _rest(item, details))))
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


def _contents(item: Item) -> list[Item]:
    return [detail for detail in item.details if detail.role == "content"]


def _by_size(items: Sequence[Item]) -> list[Item]:
    return sorted(items, key=lambda each: (each.label.startswith("其他"), -each.value))


def _detail_part(pen: Pen, item: Item, details: Sequence[Item], rest: Decimal | None) -> Part:
    unit = item.quantity.unit or "条"
    ordered = _by_size(details)
    channel = words(item.label or "全部")
    sources = tuple(dict.fromkeys(each.clause.text for each in (item, *details)))
    if ordered[0].value * 2 > item.value and len(ordered) > 2 and rest is not None:
        slots = {
            "载体": channel,
            "主项": words(ordered[0].label),
            "主数": _amount(ordered[0], unit),
            "余项": _listed(ordered[1:], unit, rest, shown=_shown(pen) - 1),
        }
        return pen.part("active.details_mostly", slots, sources=sources)
    slots = {"载体": channel, "构成": _listed(ordered, unit, rest, shown=_shown(pen))}
    return pen.part("active.details", slots, sources=sources)


def _told(item: Item, unit: str) -> Fragment:
    """``社会公益187条（含教育135条）``."""
    said_so = words(item.label) + _amount(item, unit)
    inner = _contents(item) if item.role == "content" else []
    if not inner or _sum(inner) > item.value:
        return said_so
    return said_so + "（含" + listing([words(each.label) + _amount(each, unit) for each in inner]) + "）"


def _shown(pen: Pen) -> int:
    """How many kinds are told with their numbers before the rest becomes one number."""
    return {"简": 2, "详": 9}.get(pen.material.style.length, 3)


def _listed(items: Sequence[Item], unit: str, rest: Decimal | None, *, shown: int) -> Fragment:
    """Items by size; from five on the largest few and one computed rest; 等 where the rest may not be worked out."""
    origin = items[0].origin
    if rest is None or len(items) <= shown + 1:
        head = listing([_told(item, unit) for item in items])
        if not rest:
            return head if rest is not None else head + "等"
        if any(item.role == "channel" for item in items):
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
