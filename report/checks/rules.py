"""The rules on tables, in the order in which people should read what they find.

One decision: a rule is a small function in the list below; a rule that lacks a number says nothing, because unknown is
not zero.
"""

from collections.abc import Mapping
from decimal import Decimal

from report.checks.balance import balance
from report.checks.facts import Facts, Rule
from report.checks.finding import Finding
from report.checks.gaps import missing_cells
from report.checks.plausible import (
    all_carried_over,
    fee_beyond_table_two,
    fee_in_yuan,
    made_but_none_valid,
    much_carried_over,
    rules_without_power,
    suits_after_no_review,
    suits_without_review,
)
from report.checks.totals import given_totals as totals_as_given
from report.checks.totals import whole_numbers
from report.checks.years import carried_over, stock_of_documents
from report.last_year import LastYear, last_year_figures
from report.tables import Figures
from report.unit import Unit

__all__ = ["RULES", "check_tables", "missing_cells"]

RULES: tuple[Rule, ...] = (
    whole_numbers,
    balance,
    totals_as_given,
    carried_over,
    all_carried_over,
    much_carried_over,
    made_but_none_valid,
    rules_without_power,
    fee_in_yuan,
    fee_beyond_table_two,
    suits_after_no_review,
    stock_of_documents,
    suits_without_review,
)
"""Hard rules first, then plausibility, then information."""


def check_tables(
    figures: Figures,
    given_totals: Mapping[str, Decimal] | None = None,
    last_year: LastYear | None = None,
    unit: Unit | None = None,
    year: int | None = None,
) -> tuple[Finding, ...]:
    """Hold the tables against every rule.

    Args:
        figures: This year's figures.
        given_totals: Totals somebody typed, to be compared with the computed ones.
        last_year: Last year's report, if known.
        unit: The unit; without it, rules on what its kind may do stay silent.
        year: Report year; without it, the first year of the edition.

    Returns:
        Findings in the order of `RULES`, and within a rule in the order of the form.
    """
    report_year = figures.edition.years.first if year is None else year
    facts = Facts(
        figures=figures,
        given_totals=given_totals or {},
        year=report_year,
        kind=unit.kind if unit else None,
        before=last_year_figures(last_year, report_year) if last_year else None,
        before_totals=last_year.given_totals if last_year else {},
    )
    return tuple(finding for rule in RULES for finding in rule(facts))
