"""The numbers of publication that notes give: totals, channels, kinds of information, followers, last year's number.

One decision: a clause is read only if it says nothing but such numbers; parts hang under the number they detail.
"""

from collections.abc import Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from phrasebank.fragment import EMPTY, Fragment
from phrasebank.plan.channel_words import ITEM_UNITS, into_channel, role_of, strip_pattern
from phrasebank.plan.overlap import says_overlap
from phrasebank.reading import Clause, Quantity
from report.lazily import pattern

_ARROW = pattern(r"\s*(?:条|篇)?\s*(?:→|—>|->|=>|➜|⇒)\s*")
_SCALED = pattern(r"\s*[0-9]*[.]?[0-9]*\s*[万亿千]|\s*[万亿]?元")
"""What goes on after a number that counts no information: 2318.6 万, 312万4千8."""
_NUMBERING = pattern(r"^\s*[（(]?[0-9０-９]{1,2}[）)、.．]\s*")
_GROWS = ("total", "channel")
"""What may be said with its number of the year before: 总量1203→1518."""


class Item(msgspec.Struct):
    """One number of the line with what it counts."""

    role: str
    """``total``, ``channel``, ``followers``, ``before`` or ``content``."""
    label: str
    quantity: Quantity
    clause: Clause
    details: list["Item"] = msgspec.field(default_factory=list)
    clauses: list[Clause] = msgspec.field(default_factory=list)
    """Clauses that say more of it, beside its own."""
    unread: bool = False
    """One of its parts could not be read: what the parts leave of it is unknown."""
    rest_where: str = ""
    """Where the rest of it went, as it is written (``在粮站张贴``)."""
    change: Fragment = EMPTY
    """How it differs from the year before, where only that was said (``比上年增加72条``)."""
    overlap: str = ""
    """The words that some of its parts are the same information, so that they may add up to more."""
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
        if quantity.number is None or _counts_else(clause, quantity):
            return []
        raw = clause.text[at : quantity.start]
        at = quantity.end
        if _ARROW.fullmatch(raw) and len(items) == 1 and items[0].role in _GROWS:
            before = replace(items[0], role="before", label="")
            items[0] = replace(items[0], quantity=quantity, details=[before])
            continue
        if len(quantities) == 1 and quantity.unit in ITEM_UNITS[:-1]:
            into = into_channel(raw, clause.text[at:])
            if into:
                return [Item("channel", into, quantity, clause)]
        role, label = role_of(_NUMBERING.sub("", raw).strip("=＝+＋/／ "), quantity)
        if not role and _SENT.fullmatch(raw) and _opens(clause, quantity):
            role = "total"  # 发了86条，网站51，公众号35
        if not role or (role == "total" and not raw.strip() and not _opens(clause, quantity)):
            return []
        items.append(Item(role, label, _without_plus(quantity), clause))
    tail = clause.text[at:]
    if items and says_overlap(tail):
        items[-1].overlap = tail
    elif strip_pattern().sub("", tail):
        return []
    return items


_SENT = pattern(r"(?:一?共|总共)?(?:发|推|发出)了?")


def _counts_else(clause: Clause, quantity: Quantity) -> bool:
    """Money or a part of a number: no amount of information (2318.6 万, 312万4千8)."""
    after = clause.text[quantity.end :]
    if quantity.number is not None and quantity.number % 1:
        return True
    return bool(_SCALED.match(after)) and quantity.unit not in ITEM_UNITS[:-1]


def _opens(clause: Clause, quantity: Quantity) -> bool:
    """A bare number is the total only as what its line begins with, counted in 条: 218条，县网96."""
    head = clause.note.text[: clause.start]
    return quantity.unit in ("条", "条次") and not head.rpartition("\n")[2].strip()


def _without_plus(quantity: Quantity) -> Quantity:
    """A plus between the parts of a sum (机构4+财政2) says nothing about the number before it."""
    if not quantity.text.endswith(("+", "＋")):
        return quantity
    return replace(quantity, text=quantity.text[:-1], approx=False, qualifier="")


def sum_of(items: Sequence[Item]) -> Decimal:
    """What some items add up to."""
    return sum((item.value for item in items), Decimal(0))


def before_of(item: Item) -> Item | None:
    """Last year's number of the same thing, if it was jotted with it."""
    return next((detail for detail in item.details if detail.role == "before"), None)


def contents_of(item: Item) -> list[Item]:
    """The kinds of information that detail an item."""
    return [detail for detail in item.details if detail.role == "content"]
