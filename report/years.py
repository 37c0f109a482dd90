"""What a report year brings with it: deadlines, and the plenary session that reports of that year cite.

One decision: such facts are data beside the editions (``editions/years.yaml``), since a new year is not a new format.
"""

from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from report.unit import UnitKind
from report.yamlfile import convert, read_yaml

_FILE = Path(__file__).parent / "editions" / "years.yaml"


class YearFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One report year."""

    year: int
    plenary: str
    """The newest plenary session or congress that reports of the year normally cite."""


class Deadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day of the following year by which the report is to be published."""

    month: int
    day: int
    articles: str

    @property
    def text(self) -> str:
        """As people write it (``1月31日``)."""
        return f"{self.month}月{self.day}日"

    def days_left(self, year: int, today: date) -> int:
        """Days until the report of ``year`` has to be out; negative when that is past."""
        return (date(year + 1, self.month, self.day) - today).days


class _YearsShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    years: list[YearFacts]
    deadlines: dict[str, Deadline]


@cache
def _facts() -> _YearsShape:
    return convert(read_yaml(_FILE), _YearsShape)


def plenary(year: int) -> str:
    """The plenary session that reports of ``year`` cite; empty for years without one on record."""
    return next((facts.plenary for facts in _facts().years if facts.year == year), "")


def deadline(kind: UnitKind) -> Deadline:
    """When a unit of this kind publishes its report (Regulation art 49)."""
    return _facts().deadlines[kind]


def year_due(today: date) -> int:
    """The year that reports are written about on a day.

    From January to the last deadline it is the year before, later the running one, whose report is published next
    January to March (Regulation art 49).
    """
    last = max((each.month, each.day) for each in _facts().deadlines.values())
    return today.year - 1 if (today.month, today.day) <= last else today.year
