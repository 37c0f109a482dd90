"""The ways requests came in, from what notes say about them: listed where they add up to all new requests."""

from decimal import Decimal

from phrasebank.fragment import EMPTY, Fragment, listing, words
from phrasebank.matching import said
from phrasebank.material import Conflict
from phrasebank.plan.ledger import Ledger

_ALONE = {
    "网络提交": "由申请人通过网络提交",
    "信函寄送": "由申请人以信函寄送",
    "当面提交": "由申请人当面提交",
    "传真提交": "由申请人以传真提交",
}


def channel_wording(ledger: Ledger, new: Decimal | None) -> Fragment:
    """``网络提交5件、信函寄送3件``; what is more than the new requests is asked about, one part of them stands alone."""
    counts = [(label, quantity, origin) for label, (quantity, origin) in ledger.channels.items() if quantity]
    if new == 1 and len(ledger.channels) == 1:
        return words(_ALONE[next(iter(ledger.channels))])
    if not counts and new and len(ledger.channels) == 1:
        return words(f"均为{next(iter(ledger.channels))}")
    if not counts or new is None:
        return EMPTY
    total = sum((quantity.number or Decimal(0) for _, quantity, _ in counts), Decimal(0))
    if total > new:
        text = "、".join(f"{label}{quantity.value}件" for label, quantity, _ in counts)
        question = f"{text}，合计{total:f}件，比新收的{new:f}件多，请核对"
        ledger.conflicts.append(Conflict("依申请公开", question, text, ("T3.R01.C7",)))
        return EMPTY
    if total == new and len(counts) == 1:
        return words(f"均为{counts[0][0]}")
    counts.sort(key=lambda each: -(each[1].number or 0))
    listed = listing([words(label) + said(quantity, origin, "件") for label, quantity, origin in counts])
    return listed if total == new or len(counts) == 1 else listed + "等"
