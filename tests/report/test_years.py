"""Deadlines and plenary sessions are data, complete for every kind of unit."""

import pytest

from report.unit import UNIT_KINDS, UnitKind
from report.years import deadline, plenary


@pytest.mark.parametrize("kind", UNIT_KINDS)
def test_every_kind_of_unit_has_a_deadline(kind: UnitKind) -> None:
    """Governments publish by 31 March, everybody else by 31 January (Regulation art 49)."""
    expected = "3月31日" if kind == "government" else "1月31日"

    assert expected == deadline(kind).text
    assert deadline(kind).articles


@pytest.mark.parametrize(
    ("year", "session"), [(2019, "十九届四中全会"), (2025, "二十届四中全会"), (2030, "")]
)
def test_the_plenary_session_of_a_year(year: int, session: str) -> None:
    """Years without one on record have none; nothing is guessed."""
    assert session == plenary(year)
