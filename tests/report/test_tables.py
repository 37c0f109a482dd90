"""Totals: exact, complete, and unknown as soon as a part is."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.cells import Cells
from report.edition import edition_ids, load_edition
from report.tables import compute
from tests.report.samples import SUQIAN_2023, SUQIAN_2024, asked, every_number

COUNTS = st.integers(min_value=0, max_value=10**9).map(Decimal)


@st.composite
def some_cells(draw: st.DrawFn) -> tuple[str, Cells]:
    """An edition and answers to some of its cells."""
    edition = load_edition(draw(st.sampled_from(edition_ids())))
    ids = [cell.id for cell in edition.cells if cell.asked]
    unknown = draw(st.sets(st.sampled_from(ids), max_size=5))
    seed = draw(st.lists(COUNTS, min_size=7, max_size=7))
    return edition.id, Cells({cell: seed[index % 7] for index, cell in enumerate(ids) if cell not in unknown})


@settings(max_examples=40, deadline=None)
@given(some_cells())
def test_a_figure_is_the_sum_of_the_asked_cells_behind_it(case: tuple[str, Cells]) -> None:
    """Every total and named sum equals the sum of its asked cells, or is unknown when one of them is."""
    edition_id, cells = case
    edition = load_edition(edition_id)
    figures = compute(edition, cells)

    for figure_id in edition.ids:
        behind = [cells.get(source) for source in figures.sources(figure_id)]
        known = [number for number in behind if number is not None]
        expected = sum(known, Decimal(0)) if len(known) == len(behind) else None
        assert expected == figures.value(figure_id), figure_id


@settings(max_examples=40, deadline=None)
@given(some_cells())
def test_rows_and_columns_give_the_same_total(case: tuple[str, Cells]) -> None:
    """The grand total of table 三 is the sum of its row and the sum of its column."""
    edition_id, cells = case
    figures = compute(load_edition(edition_id), cells)
    parts = ["T3.R03.C7", "T3.R04.C7", "T3.S3", "T3.S4", "T3.S5", "T3.S6"]
    down = [figures.value(part) for part in parts]
    total = figures.value("T3.R24.C7")

    if None in down:
        assert total is None
    else:
        assert sum(number for number in down if number is not None) == total


@pytest.mark.parametrize("sample", [SUQIAN_2023, SUQIAN_2024])
def test_real_totals_are_computed(sample: str) -> None:
    """From the asked cells of a real report alone, every printed total comes out."""
    numbers = every_number(sample)
    figures = compute(load_edition("2021"), asked(numbers))

    assert numbers == {cell: figures.value(cell) for cell in numbers}


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("T3.IN", 3646),
        ("T3.OUT", 3646),
        ("T3.S3", 92),
        ("T3.S4", 941),
        ("T3.S5", 117),
        ("T3.S6", 469),
        ("T3.S3.C1", 88),
        ("T3.R01.ORG", 85),
        ("T3.IN.ORG", 88),
        ("T4.SUITS", 77),
        ("T4.ALL", 247),
    ],
)
def test_named_sums(figure: str, value: int) -> None:
    """The sums that reports quote are there under their names."""
    figures = compute(load_edition("2021"), asked(every_number(SUQIAN_2024)))

    assert figures.value(figure) == value


def test_unknown_is_not_zero() -> None:
    """A table with one unanswered cell is neither known nor zero; a table of zeros is both."""
    edition = load_edition("2021")
    zeros = {cell.id: Decimal(0) for cell in edition.table("T4").cells if cell.asked}
    all_zero = compute(edition, Cells(zeros))
    one_missing = compute(edition, Cells({cell: number for cell, number in zeros.items() if cell != "T4.V1"}))

    assert (all_zero.known("T4"), all_zero.is_zero("T4")) == (True, True)
    assert (one_missing.known("T4"), one_missing.is_zero("T4")) == (False, False)
    assert one_missing.value("T4.V5") is None
    assert one_missing.value("T4.W5") == 0
    assert [cell.id for cell in one_missing.missing("T4")] == ["T4.V1"]


def test_a_typed_total_never_replaces_the_computed_one() -> None:
    """A total among the cells is left aside."""
    edition = load_edition("2021")
    cells = {f"T4.V{index}": Decimal(1) for index in range(1, 5)} | {"T4.V5": Decimal(9)}

    assert compute(edition, Cells(cells)).value("T4.V5") == 4


def test_decimals_are_exact() -> None:
    """An amount comes out as it was typed, trailing zeros included."""
    edition = load_edition("2021")

    assert str(compute(edition, Cells({"T2.FEE": Decimal("12.50")})).value("T2.FEE")) == "12.50"


def test_ids_of_another_edition_are_unknown() -> None:
    """The 2019 form has no 信息处理费: it is unknown there, and the table is never zero."""
    figures = compute(load_edition("2019"), Cells({"FEE6.notices": Decimal(0)}))

    assert figures.value("FEE6.notices") is None
    assert not figures.is_zero("FEE6")
