"""One finding of a check, in the shape the command line prints and the screen opens."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

import msgspec

Severity = Literal["error", "warning", "info", "unknown"]
"""``error``: a printed or arithmetic rule is broken, or the law requires it; ``unknown``: a cell could not be read."""


class Place(msgspec.Struct, frozen=True):
    """Where in the report a finding stands: a cell, or a piece of prose. What does not apply is empty or None."""

    table: str = ""
    row: str = ""
    column: str = ""
    section: str = ""
    aspect: str = ""
    paragraph: int | None = None
    span: tuple[int, int] | None = None
    text: str = ""

    def as_json(self) -> dict[str, Any]:
        """The contract's ``place``: only the keys that apply."""
        pairs = {
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "section": self.section,
            "aspect": self.aspect,
            "paragraph": self.paragraph,
            "span": list(self.span) if self.span else None,
            "text": self.text,
        }
        return {key: value for key, value in pairs.items() if value not in ("", None)}


class Finding(msgspec.Struct, frozen=True):
    """Something to look at, with the rule that found it."""

    code: str
    """Rule code of the contract (``T3-BAL``)."""
    severity: Severity
    place: Place
    message: str
    """One or two Chinese sentences: what does not hold, by how much, what the likely cause is."""
    expected: Decimal | None = None
    found: Decimal | None = None
    cells: tuple[str, ...] = ()
    """Ids of the cells whose answer would change it, the likeliest first."""

    def as_json(self, file: str) -> Mapping[str, Any]:
        """The contract's shape of ``check --json``; ``expected`` and ``found`` are null where nothing is compared."""
        return {
            "file": file,
            "code": self.code,
            "severity": self.severity,
            "place": self.place.as_json(),
            "message": self.message,
            "expected": json_number(self.expected),
            "found": json_number(self.found),
        }


def json_number(number: Decimal | None) -> int | float | None:
    """A number for JSON: integers as integers, decimals as the shortest decimal of the same value."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
