"""The tables, built in small ordered steps; a database only ever moves forward, and is copied before it moves.

A step is known by its function's name for ever: renaming a function would run it again. Every table is STRICT and
fully declared, since a schema guessed from data would turn money into floating point numbers. What people said is
kept by triggers: rows of the journal can be added, never changed or deleted.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db.current import APPLICATION_ID
from report.problem import StoreProblem

migrations = Migrations("nianbao")
"""Adding a step adds one to `db.current.VERSION`."""

_KEPT = """
CREATE TRIGGER {table}_not_changed BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
CREATE TRIGGER {table}_not_deleted BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
"""


def _run(db: Database, script: str) -> None:
    """Run several statements inside the open transaction (``executescript`` would commit it first)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


@migrations()
def m001_reports_and_journal(db: Database) -> None:
    """Reports, and the journal of what was answered: a batch is one reply with all that followed from it."""
    _run(
        db,
        """
        CREATE TABLE reports (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            created TEXT NOT NULL
        ) STRICT;
        CREATE TABLE batches (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            report INTEGER NOT NULL REFERENCES reports(id),
            action TEXT NOT NULL CHECK (action IN ('set', 'undo', 'redo')),
            target INTEGER REFERENCES batches(id),
            who TEXT NOT NULL,
            at TEXT NOT NULL,
            CHECK ((action = 'set') = (target IS NULL))
        ) STRICT;
        CREATE INDEX batches_by_report ON batches(report, id);
        CREATE TABLE journal (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            batch INTEGER NOT NULL REFERENCES batches(id),
            slot TEXT NOT NULL CHECK (slot <> ''),
            typed TEXT NOT NULL,
            value TEXT NOT NULL CHECK (json_valid(value)),
            source TEXT NOT NULL CHECK (source IN ('typed', 'implied', 'carried', 'ticked', 'pasted')),
            UNIQUE (batch, slot)
        ) STRICT;
        """
        + _KEPT.format(table="batches")
        + _KEPT.format(table="journal"),
    )
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@migrations()
def m002_edits(db: Database) -> None:
    """What reviewers wrote over a paragraph, and the generated text they had before them."""
    _run(
        db,
        """
        CREATE TABLE edits (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            report INTEGER NOT NULL REFERENCES reports(id),
            paragraph TEXT NOT NULL CHECK (paragraph <> ''),
            base TEXT NOT NULL,
            text TEXT NOT NULL,
            dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
            who TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX edits_by_report ON edits(report, id);
        """
        + _KEPT.format(table="edits"),
    )


@migrations()
def m003_choices_and_bookmarks(db: Database) -> None:
    """Which wording each phrase was given, and the question a person stopped at."""
    _run(
        db,
        """
        CREATE TABLE choices (
            report INTEGER NOT NULL REFERENCES reports(id),
            phrase TEXT NOT NULL CHECK (phrase <> ''),
            variant INTEGER NOT NULL CHECK (variant >= 0),
            PRIMARY KEY (report, phrase)
        ) STRICT;
        CREATE TABLE bookmarks (
            report INTEGER PRIMARY KEY REFERENCES reports(id),
            question TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        """,
    )


@migrations()
def m004_unsent(db: Database) -> None:
    """What a person typed and had not sent when they looked elsewhere or left: no answer, so it may change and go."""
    _run(
        db,
        """
        CREATE TABLE unsent (
            report INTEGER NOT NULL REFERENCES reports(id),
            question TEXT NOT NULL CHECK (question <> ''),
            text TEXT NOT NULL CHECK (text <> ''),
            at TEXT NOT NULL,
            PRIMARY KEY (report, question)
        ) STRICT;
        """,
    )


@migrations()
def m005_edits_are_steps(db: Database) -> None:
    """An edit is a step like an answer, so that it is taken back in its turn; those made before have none and stand."""
    _run(db, "ALTER TABLE edits ADD COLUMN batch INTEGER REFERENCES batches(id);\n")


def migrate(db: Database, path: Path, steps: Migrations = migrations) -> Path | None:
    """Bring a database to this program's tables, after copying an existing one beside itself.

    Args:
        db: Open connection; nothing is written before all checks have passed.
        path: The file, for the copy and for messages.
        steps: The ordered steps; tests hand in shorter or longer ones.

    Returns:
        The copy that was made, or None when none was needed.

    Raises:
        StoreProblem: the file was made by a newer version, or by another program; it is untouched.
    """
    done = [step.name for step in steps.applied(db)]
    known = [step.name for step in steps._migrations]  # noqa: SLF001  the class offers no other list of all its names
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(known) or any(name not in known for name in done):
        raise StoreProblem(
            f"数据库 {path} 是较新版本的年报助手建立的，请升级本程序后再打开（文件没有改动）。"
        )
    if not done and db.table_names():
        raise StoreProblem(f"{path} 不是年报助手的数据库，请用 --db 另选一个文件（文件没有改动）。")
    pending = steps.pending(db)
    if not pending:
        return None
    copy = _copy(db, path, pending[0].name) if done else None
    with db.atomic():
        steps.apply(db)
        db.execute(f"PRAGMA user_version = {len(known)}")
    return copy


def _copy(db: Database, path: Path, step: str) -> Path:
    """Copy through SQLite itself, so that a half-finished transaction of a crash is not copied with it."""
    count = 1
    while (
        copy := path.with_name(f"{path.stem}.before-{step}{f'-{count}' if count > 1 else ''}{path.suffix}")
    ).exists():
        count += 1
    with closing(sqlite3.connect(copy)) as target:
        db.conn.backup(target)
    return copy
