"""Notes that do not agree with a table, as findings of a check: the same questions that the draft puts to a person."""

from collections.abc import Sequence

from phrasebank.material import Conflict
from report.checks.finding import Finding, Place

_SECTIONS = {"存在问题": "五", "改进情况": "五", "其他事项": "六"}


def disagreements(conflicts: Sequence[Conflict]) -> tuple[Finding, ...]:
    """One finding for every conflict.

    An error where a number is not the table's (``N-T2`` …), since the report cannot say both; a warning ``N-SUM`` where
    parts exceed their whole, which may be right.
    """
    return tuple(
        Finding(
            code=f"N-{conflict.cells[0].partition('.')[0]}" if conflict.cells else "N-SUM",
            severity="error" if conflict.cells else "warning",
            place=Place(
                section=_SECTIONS.get(conflict.field, "一"), aspect=conflict.field, text=conflict.words
            ),
            message=f"{conflict.question}。",
            cells=conflict.cells,
        )
        for conflict in conflicts
    )
