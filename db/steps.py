"""What was done last: every answer, every edit and every way back is one step of one chain, kept in the file.

One decision: a table of its own things (answers, edits) only names the step it belongs to; what stands and what was
taken back is told by the chain alone, so Ctrl+Z takes back the last thing done, whatever it was.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from db.file import DatabaseFile


class Steps(DatabaseFile):
    """The chain of steps of each report."""

    _joint: dict[int, int] | None = None
    """Report → its step, while several things are done as one."""

    @contextmanager
    def as_one_step(self) -> Iterator[None]:
        """All that is done to a report inside is written at once and is one step: one Ctrl+Z takes it back."""
        with self._transaction():
            self._joint = {}
            try:
                yield
            finally:
                self._joint = None

    def _step(self, report: int, who: str, at: str) -> int:
        """A new step, inside the caller's transaction; steps taken back before it are gone for redo."""
        if self._joint is not None and report in self._joint:
            return self._joint[report]
        step = self._insert("batches", report=report, action="set", who=who, at=at)
        if self._joint is not None:
            self._joint[report] = step
        return step

    def can_move(self, report: int) -> tuple[bool, bool]:
        """Whether there is a step to take back, and one to bring back."""
        standing, taken_back = self._stacks(report)
        return bool(standing), bool(taken_back)

    def last_elsewhere(self, report: int) -> int:
        """The last step of any other report, 0 for none: as long as it is the same, none of them has changed."""
        rows = self._rows("SELECT id FROM batches WHERE report <> ? ORDER BY id DESC LIMIT 1", report)
        return int(rows[0]["id"]) if rows else 0

    def _stacks(self, report: int, before: int | None = None) -> tuple[list[int], list[int]]:
        """Steps that stand, and steps taken back that could return; the next to move is last.

        Args:
            report: The report.
            before: As it was when this step was done; None for now.
        """
        standing: list[int] = []
        taken_back: list[int] = []
        rows = self._rows(
            "SELECT id, action FROM batches WHERE report = ? AND (? IS NULL OR id < ?) ORDER BY id",
            report,
            before,
            before,
        )
        for row in rows:
            if row["action"] == "set":
                standing.append(row["id"])
                taken_back.clear()
            elif row["action"] == "undo":
                taken_back.append(standing.pop())
            else:
                standing.append(taken_back.pop())
        return standing, taken_back
