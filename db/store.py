"""Everything people answered, kept for good: one reply is one transaction, and nothing is ever overwritten.

The current answer of a slot is its last row that was not taken back. Undo and redo are rows too, so they survive a
restart. Who and when are the caller's: this module has no clock but the one it is given.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

from msgspec.structs import replace

from db.file import utc_now
from db.kept import Kept
from db.rows import Answer, Batch, Edit, Entry, ReportRow, Source
from db.values import from_json, to_json

__all__ = ["Answer", "Batch", "Edit", "Entry", "ReportRow", "Source", "Store", "utc_now"]


class Store(Kept):
    """One database file, open in one thread. Open it with `Store.open`, best in a ``with`` block."""

    # Reports

    def create_report(self) -> int:
        """Begin a report; unit and year are answers like all others."""
        with self._transaction():
            return self._insert("reports", created=self._clock())

    def reports(self) -> tuple[ReportRow, ...]:
        """All reports, the last changed first."""
        rows = []
        for row in self._rows(
            "SELECT id, created, max(created,"
            " coalesce((SELECT max(at) FROM batches WHERE report = reports.id), ''),"
            " coalesce((SELECT max(at) FROM edits WHERE report = reports.id), '')) AS changed"
            " FROM reports ORDER BY changed DESC, id DESC"
        ):
            answers = self._current(row["id"], None, "unit.name", "year")
            name, year = (answers[slot].value if slot in answers else None for slot in ("unit.name", "year"))
            rows.append(
                ReportRow(
                    row["id"],
                    name if isinstance(name, str) else "",
                    int(year) if isinstance(year, Decimal) else None,
                    row["created"],
                    row["changed"],
                )
            )
        return tuple(rows)

    def find(self, unit: str, year: int) -> int | None:
        """The report of this unit and year; the last changed one if there are several."""
        return next((row.id for row in self.reports() if (row.unit_name, row.year) == (unit, year)), None)

    # Answers

    def record(self, report: int, entries: Sequence[Entry], who: str, source: Source = "typed") -> Batch:
        """Append one reply with all that follows from it, whole or not at all; taken-back replies are gone for redo.

        Raises:
            ValueError: no entries.
            StoreProblem: the file cannot be written; nothing was recorded.
        """
        if not entries:
            raise ValueError(entries)
        with self._transaction():
            batch = self._step(report, who, self._clock())
            for entry in entries:
                self._insert(
                    "journal",
                    batch=batch,
                    slot=entry.slot,
                    typed=entry.typed,
                    value=to_json(entry.value),
                    source=entry.source or source,
                )
            return self._batch(batch)

    def answers(self, report: int, before: int | None = None) -> Mapping[str, Answer]:
        """The current answers, in the order in which their slots were first answered.

        Args:
            report: The report.
            before: The answers as they stood when this step was done (`Edit.step`); None for now.
        """
        return self._current(report, before)

    def _current(self, report: int, before: int | None, *slots: str) -> dict[str, Answer]:
        standing = set(self._stacks(report, before)[0])
        return {answer.slot: answer for answer in self._journal(report, *slots) if answer.batch in standing}

    def history(self, report: int, slot: str) -> tuple[Answer, ...]:
        """Everything ever answered to a slot, the oldest first, taken-back answers marked."""
        standing = set(self._stacks(report)[0])
        return tuple(
            replace(answer, undone=answer.batch not in standing) for answer in self._journal(report, slot)
        )

    def undo(self, report: int, who: str) -> Batch | None:
        """Take the last step back (a reply, or an edit of the text); returns it, or None when there is nothing to take back."""
        return self._move(report, who, "undo")

    def redo(self, report: int, who: str) -> Batch | None:
        """Bring the step taken back last; None when there is none, or something else was done since."""
        return self._move(report, who, "redo")

    def _move(self, report: int, who: str, action: Literal["undo", "redo"]) -> Batch | None:
        with self._transaction():
            stack = self._stacks(report)[0 if action == "undo" else 1]
            if not stack:
                return None
            self._insert("batches", report=report, action=action, target=stack[-1], who=who, at=self._clock())
            return self._batch(stack[-1])

    def _journal(self, report: int, *slots: str) -> list[Answer]:
        """Everything ever answered, of these slots only if any are named."""
        rows = self._rows(
            "SELECT slot, typed, value, who, at, source, batch FROM journal"
            " JOIN batches ON batches.id = journal.batch WHERE report = ?"
            " AND (? OR slot IN (SELECT value FROM json_each(?))) ORDER BY seq",
            report,
            not slots,
            to_json(slots),
        )
        return [_answer(row) for row in rows]

    def _batch(self, batch: int) -> Batch:
        rows = self._rows(
            "SELECT slot, typed, value, who, at, source, batch FROM journal"
            " JOIN batches ON batches.id = journal.batch WHERE batch = ? ORDER BY seq",
            batch,
        )
        edited = self._rows("SELECT paragraph FROM edits WHERE batch = ? ORDER BY id", batch)
        return Batch(batch, tuple(_answer(row) for row in rows), tuple(row["paragraph"] for row in edited))


def _answer(row: Mapping[str, Any]) -> Answer:
    return Answer(
        row["slot"], row["typed"], from_json(row["value"]), row["who"], row["at"], row["source"], row["batch"]
    )
