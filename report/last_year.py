"""What is known of last year's report: its numbers and the problems it named.

One decision: last year's numbers belong to the edition of their own year; only 2019, whose predecessor was written in a
format this program does not hold, reads them by its own edition.
"""

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from report.cells import Cells
from report.edition import Edition, edition_for
from report.problem import InputProblem
from report.tables import Figures, compute


class LastYear(msgspec.Struct, frozen=True):
    """Last year's report, as far as it was given."""

    cells: Cells = msgspec.field(default_factory=Cells)
    problems: tuple[str, ...] = ()
    """The problems it named, one a piece, in its own words."""
    text: str = ""
    """Its narrative, where a whole report was read; empty otherwise."""
    given_totals: Mapping[str, Decimal] = msgspec.field(default_factory=dict)
    """Totals that were typed along with the cells (``T3.R25.C7``)."""


def last_year_edition(year: int) -> Edition:
    """The edition in which the report of the year before ``year`` is read."""
    try:
        return edition_for(year - 1)[0]
    except InputProblem:
        return edition_for(year)[0]


def last_year_figures(last_year: LastYear, year: int) -> Figures:
    """All figures of last year's report; ``year`` is this year's report year."""
    return compute(last_year_edition(year), last_year.cells)
