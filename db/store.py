"""Everything people answered, kept for good: one reply is one transaction, and nothing is ever overwritten.

The current answer of a slot is its last row that was not taken back. Undo and redo are rows too, so they survive a
restart. Who and when are the caller's: this module has no clock but the one it is given.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from sqlite_utils import Database

from db.migrations import migrate
from db.rows import Answer, Batch, Edit, Entry, ReportRow, Source
from db.values import from_json, to_json
from db.wording import in_words

__all__ = ["Answer", "Batch", "Edit", "Entry", "ReportRow", "Source", "Store", "utc_now"]


def utc_now() -> str:
    """The time as the journal keeps it: UTC, whole seconds, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Store:
    """One database file, open in one thread. Open it with `Store.open`, best in a ``with`` block."""

    def __init__(self, db: Database, path: Path, clock: Callable[[], str]) -> None:
        """Use `open`; this only keeps what it is given."""
        self._db = db
        self._path = path
        self._clock = clock

    @property
    def path(self) -> Path:
        """The file of the database."""
        return self._path

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], str] = utc_now, wait: float = 5.0) -> Self:
        """Open a database, making it (and its folder) when it is not there, and bring its tables up to date.

        Args:
            path: The file.
            clock: Gives the time of each record, as ISO 8601 text.
            wait: Seconds to wait for another program that is writing.

        Raises:
            StoreProblem: it cannot be used; one sentence says why.
        """
        with in_words(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=wait)
            try:
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                db = Database(connection, execute_plugins=False)
                migrate(db, path)
                # One file, not three: people copy the .db alone, and a write-ahead log would stay behind.
                connection.execute("PRAGMA journal_mode = DELETE")
            except BaseException:
                connection.close()
                raise
        return cls(db, path, clock)

    def close(self) -> None:
        """Close the file. Everything recorded is on disk already."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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
            answers = self.answers(row["id"])
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
            batch = self._insert("batches", report=report, action="set", who=who, at=self._clock())
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

    def answers(self, report: int) -> Mapping[str, Answer]:
        """The current answers, in the order in which their slots were first answered."""
        standing = set(self._stacks(report)[0])
        return {answer.slot: answer for answer in self._journal(report) if answer.batch in standing}

    def history(self, report: int, slot: str) -> tuple[Answer, ...]:
        """Everything ever answered to a slot, the oldest first, taken-back answers marked."""
        standing = set(self._stacks(report)[0])
        return tuple(
            Answer(**{**vars(answer), "undone": answer.batch not in standing})
            for answer in self._journal(report)
            if answer.slot == slot
        )

    def undo(self, report: int, who: str) -> Batch | None:
        """Take the last reply back; returns it, or None when there is nothing to take back."""
        return self._move(report, who, "undo")

    def redo(self, report: int, who: str) -> Batch | None:
        """Bring the reply taken back last; None when there is none, or something else was answered since."""
        return self._move(report, who, "redo")

    def _move(self, report: int, who: str, action: Literal["undo", "redo"]) -> Batch | None:
        with self._transaction():
            stack = self._stacks(report)[0 if action == "undo" else 1]
            if not stack:
                return None
            self._insert("batches", report=report, action=action, target=stack[-1], who=who, at=self._clock())
            return self._batch(stack[-1])

    def _stacks(self, report: int) -> tuple[list[int], list[int]]:
        """Batches that stand, and batches taken back that could return; the next to move is last."""
        standing: list[int] = []
        taken_back: list[int] = []
        for row in self._rows("SELECT id, action FROM batches WHERE report = ? ORDER BY id", report):
            if row["action"] == "set":
                standing.append(row["id"])
                taken_back.clear()
            elif row["action"] == "undo":
                taken_back.append(standing.pop())
            else:
                standing.append(taken_back.pop())
        return standing, taken_back

    def _journal(self, report: int) -> list[Answer]:
        rows = self._rows(
            "SELECT slot, typed, value, who, at, source, batch FROM journal"
            " JOIN batches ON batches.id = journal.batch WHERE report = ? ORDER BY seq",
            report,
        )
        return [_answer(row) for row in rows]

    def _batch(self, batch: int) -> Batch:
        rows = self._rows(
            "SELECT slot, typed, value, who, at, source, batch FROM journal"
            " JOIN batches ON batches.id = journal.batch WHERE batch = ? ORDER BY seq",
            batch,
        )
        return Batch(batch, tuple(_answer(row) for row in rows))

    # Edits, wordings, bookmark

    def save_edit(self, report: int, paragraph: str, base: str, text: str, who: str) -> None:
        """Keep what a person wrote over a paragraph; ``base`` is the generated text they had before them."""
        self._edit(report=report, paragraph=paragraph, base=base, text=text, dropped=0, who=who)

    def drop_edit(self, report: int, paragraph: str, who: str) -> None:
        """Go back to the generated text; the edit stays in the file."""
        self._edit(report=report, paragraph=paragraph, base="", text="", dropped=1, who=who)

    def _edit(self, **row: str | int) -> None:
        with self._transaction():
            self._insert("edits", **row, at=self._clock())

    def edits(self, report: int) -> Mapping[str, Edit]:
        """The latest edit of each paragraph, dropped ones left out."""
        latest = {
            row["paragraph"]: row
            for row in self._rows("SELECT * FROM edits WHERE report = ? ORDER BY id", report)
        }
        return {
            paragraph: Edit(paragraph, row["base"], row["text"], row["who"], row["at"])
            for paragraph, row in latest.items()
            if not row["dropped"]
        }

    def save_choices(self, report: int, choices: Mapping[str, int]) -> None:
        """Remember which wording each phrase got; phrases not named keep theirs, for when they come back."""
        with self._transaction():
            for phrase, variant in sorted(choices.items()):
                self._db.execute(
                    "INSERT INTO choices (report, phrase, variant) VALUES (?, ?, ?)"
                    " ON CONFLICT (report, phrase) DO UPDATE SET variant = excluded.variant",
                    (report, phrase, variant),
                )

    def choices(self, report: int) -> Mapping[str, int]:
        """Wording of each phrase, by phrase id."""
        rows = self._rows("SELECT phrase, variant FROM choices WHERE report = ? ORDER BY phrase", report)
        return {row["phrase"]: row["variant"] for row in rows}

    def save_bookmark(self, report: int, question: str) -> None:
        """Remember the question a person is at."""
        with self._transaction():
            self._db.execute(
                "INSERT INTO bookmarks (report, question, at) VALUES (?, ?, ?)"
                " ON CONFLICT (report) DO UPDATE SET question = excluded.question, at = excluded.at",
                (report, question, self._clock()),
            )

    def bookmark(self, report: int) -> str | None:
        """The question a person stopped at, or None."""
        rows = self._rows("SELECT question FROM bookmarks WHERE report = ?", report)
        return rows[0]["question"] if rows else None

    def save_unsent(self, report: int, question: str, text: str) -> None:
        """Remember what stands typed and unsent at a question; empty text forgets it."""
        with self._transaction():
            self._db.execute("DELETE FROM unsent WHERE report = ? AND question = ?", (report, question))
            if text:
                self._insert("unsent", report=report, question=question, text=text, at=self._clock())

    def unsent(self, report: int) -> Mapping[str, str]:
        """What stands typed and unsent, by question."""
        rows = self._rows("SELECT question, text FROM unsent WHERE report = ? ORDER BY question", report)
        return {row["question"]: row["text"] for row in rows}

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything recorded inside is written at once, whole or not at all; the disk is waited for once."""
        with self._transaction():
            yield

    # Plumbing

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with in_words(self._path), self._db.atomic():
            yield

    def _insert(self, table: str, **values: Any) -> int:
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        done = self._db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608  names are ours
        return int(done.lastrowid or 0)

    def _rows(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        with in_words(self._path):
            return list(self._db.query(sql, parameters))


def _answer(row: Mapping[str, Any]) -> Answer:
    return Answer(
        row["slot"], row["typed"], from_json(row["value"]), row["who"], row["at"], row["source"], row["batch"]
    )
