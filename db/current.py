"""Whether a file's tables are this program's, told by two numbers in its header.

One decision: a file that is up to date, as it is at nearly every start, is opened without what builds tables.
"""

import sqlite3

APPLICATION_ID = 0x4E424130
"""``NBA0`` in the header of the file: how a database of ours is told from a stranger's."""
VERSION = 5
"""How many steps of `db.migrations` a database of this program has taken."""


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing at all was ever written to the file."""
    return bool(connection.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0]) and not _number(
        connection, "user_version"
    )


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether it has exactly the tables of this program."""
    if (
        _number(connection, "application_id") != APPLICATION_ID
        or _number(connection, "user_version") != VERSION
    ):
        return False
    taken = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
    return bool(taken == VERSION)


def _number(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
