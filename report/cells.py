"""The numbers people answered, by cell id. An id that is not here is unknown; unknown is never zero.

Cell ids are the contract's, with the table in front: ``T2.NORM.made`` · ``T3.R01.C1`` · ``T4.V1`` · ``FEE6.notices``.
"""

from collections.abc import Mapping
from decimal import Decimal

import msgspec


class Cells(msgspec.Struct, frozen=True):
    """Answered cells of one report year."""

    numbers: Mapping[str, Decimal] = msgspec.field(default_factory=dict)
    """Cell id → value, exact. ``delta`` cells may be negative, every other is ≥ 0."""
    units: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Cell id → unit, for the few cells whose unit the person chooses (``T2.BUY.amount``: 元 or 万元)."""

    def get(self, cell: str) -> Decimal | None:
        """The value, or None when nobody answered it."""
        return self.numbers.get(cell)


def plain(number: Decimal) -> str:
    """A number as the form prints it: digits as given, no thousands marks, no exponent (``72701.2578``, ``0``)."""
    return f"{number:f}"
