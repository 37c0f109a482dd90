"""Which year is written about, and by when: what stands on the first screen and at the question for the year."""

from datetime import date

from assistant.views import DueView, Opening, OptionView
from report.unit import UnitKind
from report.years import deadline, year_due


def opening(today: date, kept: str) -> Opening:
    """The first screen, before there is a report: what for, by when, and where it will be kept.

    Args:
        today: The clock; from January to March reports are written about the year before, later the next are waited for.
        kept: The file of the database.
    """
    kinds: tuple[tuple[str, UnitKind], ...] = (
        ("部门", "department"),
        ("乡镇、街道", "township"),
        ("县级以上人民政府", "government"),
    )
    year = year_due(today)
    return Opening(
        year,
        tuple(
            DueView(who, due.text, due.days_left(year, today))
            for who, kind in kinds
            for due in (deadline(kind),)
        ),
        kept,
    )


def year_options(today: date) -> tuple[OptionView, ...]:
    """The year that is due; once last year's day has passed, last year's too, for whoever is late."""
    due = year_due(today)
    now = OptionView(str(due), f"{due}年", f"{due + 1}年1月至3月公布")
    late = OptionView(str(due - 1), f"{due - 1}年", f"{due}年1月至3月公布，期限已过")
    return (now, late) if due == today.year else (now,)
