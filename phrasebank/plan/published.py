"""The numbers of publication that notes give: totals, channels, kinds of information, followers, last year's number.

One decision: a clause is read only if it says nothing but such numbers; parts hang under the number they detail.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec

from phrasebank.pen import Pen
from phrasebank.reading import Clause, Quantity
from report.yamlfile import convert, read_yaml

_FILE = Path(__file__).parent.parent / "lexicon" / "channels.yaml"
_ITEM_UNITS = ("条", "条次", "篇", "次", "则", "")
_FOLLOWERS = re.compile(r"(?:粉丝|关注|订阅|用户|关注用户|粉丝量|粉丝数|订阅数|人数|有|达|了|数|量)+")
_REST_UNSAID = re.compile(r"(?:剩下|剩余|其余|其他)的?(?:没|未)(?:有)?(?:细分|再分|分)")
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


def collect(pen: Pen, line: Sequence[Clause], items: list[Item], taken: set[int]) -> None:
    """Read the numbers of one line into ``items``; the ids of the clauses they came from go into ``taken``."""
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
        found = read_items(clause)
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


def name_others(total: Item) -> None:
    """其他 counts other channels beside channels, other information beside kinds of information."""
    named = [
        item for item in total.details if item.label != "其他渠道" and item.role in {"channel", "content"}
    ]
    if any(item.role == "content" for item in named) or total.role == "channel":
        for item in total.details:
            if item.label == "其他渠道":
                item.role, item.label = "content", "其他信息"


def read_items(clause: Clause) -> list[Item]:
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


def sum_of(items: Sequence[Item]) -> Decimal:
    """What some items add up to."""
    return sum((item.value for item in items), Decimal(0))


def before_of(item: Item) -> Item | None:
    """Last year's number of the same thing, if it was jotted with it."""
    return next((detail for detail in item.details if detail.role == "before"), None)


def contents_of(item: Item) -> list[Item]:
    """The kinds of information that detail an item."""
    return [detail for detail in item.details if detail.role == "content"]
