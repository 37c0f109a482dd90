"""One database file: opened, brought up to date, written in whole transactions, read in a given order."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from db.current import is_current, is_empty
from db.wording import in_words


def utc_now() -> str:
    """The time as the journal keeps it: UTC, whole seconds, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class DatabaseFile:
    """One database file, open in one thread. Open it with `open`, best in a ``with`` block."""

    def __init__(self, db: sqlite3.Connection, path: Path, clock: Callable[[], str]) -> None:
        """Use `open`; this only keeps what it is given."""
        self._db = db
        self._path = path
        self._clock = clock
        self._built = is_current(db)

    @property
    def path(self) -> Path:
        """The file of the database."""
        return self._path

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], str] = utc_now, wait: float = 5.0) -> Self:
        """Open a database, making it (and its folder) when it is not there, and bring its tables up to date.

        The tables of a new one are made by the first thing that is written.

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
                if not is_empty(connection) and not is_current(connection):
                    _build(connection, path)
                # One file, not three: people copy the .db alone, and a write-ahead log would stay behind.
                connection.execute("PRAGMA journal_mode = DELETE")
            except BaseException:
                connection.close()
                raise
        return cls(connection, path, clock)

    def close(self) -> None:
        """Close the file. Everything recorded is on disk already."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything recorded inside is written at once, whole or not at all; the disk is waited for once."""
        with self._transaction():
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with in_words(self._path):
            self._make()
            inner = self._db.in_transaction
            self._db.execute("SAVEPOINT inner" if inner else "BEGIN")
            try:
                yield
                self._db.execute("RELEASE inner" if inner else "COMMIT")
            except BaseException:
                if self._db.in_transaction:  # SQLite may have given it up already, as on a full disk
                    self._db.execute("ROLLBACK TO inner" if inner else "ROLLBACK")
                    if inner:
                        self._db.execute("RELEASE inner")
                raise

    def _make(self) -> None:
        if not self._built:
            _build(self._db, self._path)
            self._built = True

    def _insert(self, table: str, **values: Any) -> int:
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        done = self._db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608  names are ours
        return int(done.lastrowid or 0)

    def _rows(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        with in_words(self._path):
            if not self._built and is_empty(self._db):
                return []
            found = self._db.execute(sql, parameters)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]


def _build(connection: sqlite3.Connection, path: Path) -> None:
    from sqlite_utils import Database  # noqa: PLC0415  only a file that is new or old needs it

    from db.migrations import migrate  # noqa: PLC0415

    migrate(Database(connection, execute_plugins=False), path)
