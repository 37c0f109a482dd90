"""Last year's report from the file it stands in: a published report, or last year's case.

One decision: only its own numbers and problems are taken. What a case says of the year before it is not followed, so no
chain of files is read and none can run in a circle.
"""

from pathlib import Path

import msgspec

from report.last_year import LastYear
from report.readers.case_file import CASE_ENDINGS, read_case
from report.readers.published import read_published


class LastYearFile(msgspec.Struct, frozen=True):
    """What was read, and which year it is of."""

    report: LastYear
    year: int | None
    """None where the report names none."""


def read_last_year(path: Path) -> LastYearFile:
    """Last year's numbers, from last year's case or report.

    Raises:
        InputProblem: it cannot be read.
    """
    if path.suffix.lower() in CASE_ENDINGS:
        case = read_case(path, with_last_year=False)
        problems = case.notes.get("存在问题", ())
        return LastYearFile(LastYear(case.cells, problems, given_totals=case.given_totals), case.year)
    read = read_published(path)
    return LastYearFile(LastYear(read.tables.cells, given_totals=read.tables.totals), read.year)
