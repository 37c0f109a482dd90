"""The tables: how they come about, and what files are refused."""

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db.current import VERSION
from db.migrations import migrate, migrations
from db.rows import Entry
from db.store import Store
from report.problem import StoreProblem


def _shorter(count: int) -> Migrations:
    """The first ``count`` steps: a database of an older version."""
    steps = Migrations("nianbao")
    for step in migrations._migrations[:count]:
        steps(name=step.name)(step.fn)
    return steps


def _open_raw(path: Path) -> Database:
    return Database(path, execute_plugins=False)


def test_tables_are_strict(tmp_path: Path) -> None:
    """Every table of ours is STRICT, so that no type is guessed."""
    with Store.open(tmp_path / "a.db") as store:
        store.create_report()
    with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
        listed = raw.execute("PRAGMA table_list").fetchall()
    loose = [
        name
        for _, name, kind, _, _, strict in listed
        if kind == "table" and not strict and name[0] not in "_s"
    ]

    assert loose == []


def test_steps_keep_their_names() -> None:
    """A renamed step would run twice: the names are fixed."""
    names = [step.name for step in migrations._migrations]

    assert names == [
        "m001_reports_and_journal",
        "m002_edits",
        "m003_choices_and_bookmarks",
        "m004_unsent",
        "m005_edits_are_steps",
    ]
    assert len(names) == VERSION


def test_older_database_is_copied_before_it_moves(tmp_path: Path) -> None:
    """A database of an older version is copied beside itself, and its answers are there afterwards."""
    path = tmp_path / "年报.db"
    with closing(_open_raw(path)) as old:
        migrate(old, path, _shorter(1))
        old.execute("INSERT INTO reports (created) VALUES ('2025-01-01T00:00:00+00:00')")
    before = path.read_bytes()
    with Store.open(path) as store:
        found = [row.created for row in store.reports()]
    copy = tmp_path / "年报.before-m002_edits.db"
    with closing(_open_raw(copy)) as copied:
        kept = [row["created"] for row in copied.query("SELECT created FROM reports")]

    assert found == kept == ["2025-01-01T00:00:00+00:00"]
    assert len(before) == copy.stat().st_size


def test_an_earlier_copy_is_not_overwritten(tmp_path: Path) -> None:
    """A copy that is already there keeps its bytes; the new one gets a number."""
    path, earlier = tmp_path / "a.db", tmp_path / "a.before-m002_edits.db"
    earlier.write_bytes(b"earlier")
    with closing(_open_raw(path)) as old:
        migrate(old, path, _shorter(1))
    with Store.open(path):
        pass

    assert earlier.read_bytes() == b"earlier"
    assert (tmp_path / "a.before-m002_edits-2.db").exists()


def test_new_and_current_databases_are_not_copied(tmp_path: Path) -> None:
    """Where there is nothing to lose, no copy is made."""
    for _ in range(2):
        with Store.open(tmp_path / "a.db") as store:
            store.create_report()

    assert [file.name for file in sorted(tmp_path.iterdir())] == ["a.db"]


@pytest.mark.parametrize(
    "mark",
    [
        "PRAGMA user_version = 99",
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('nianbao', 'm099_later', '')",
    ],
)
def test_newer_database_is_left_alone(tmp_path: Path, mark: str) -> None:
    """A database of a newer version is refused in one sentence and not touched."""
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.create_report()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(mark)
        raw.commit()
    before = path.read_bytes()
    with pytest.raises(StoreProblem) as told:
        Store.open(path)

    assert (
        str(told.value) == f"数据库 {path} 是较新版本的年报助手建立的，请升级本程序后再打开（文件没有改动）。"
    )
    assert path.read_bytes() == before


def test_text_file_is_refused(tmp_path: Path) -> None:
    """A file that is no database is refused and not touched."""
    path = tmp_path / "a.db"
    path.write_bytes("这是一份说明，不是数据库。\n".encode() * 100)
    before = path.read_bytes()
    with pytest.raises(StoreProblem) as told:
        Store.open(path)

    assert (
        str(told.value) == f"{path} 不是年报助手的数据库，或已损坏，请用 --db 另选一个文件（文件没有改动）。"
    )
    assert path.read_bytes() == before


def test_database_of_another_program_is_refused(tmp_path: Path) -> None:
    """A database that is not ours gets none of our tables."""
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE songs (title TEXT)")
        raw.commit()
    before = path.read_bytes()
    with pytest.raises(StoreProblem) as told:
        Store.open(path)

    assert str(told.value) == f"{path} 不是年报助手的数据库，请用 --db 另选一个文件（文件没有改动）。"
    assert path.read_bytes() == before


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """Where the folder cannot be made, one sentence says so."""
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file" / "a.db"
    with pytest.raises(StoreProblem) as told:
        Store.open(path)

    assert str(told.value) == f"数据库的文件夹 {path.parent} 用不了，请用 --db 换一个可以写入的位置。"


def test_folder_in_place_of_the_file(tmp_path: Path) -> None:
    """Where the path is a folder, one sentence says so."""
    with pytest.raises(StoreProblem) as told:
        Store.open(tmp_path)

    assert str(told.value) == f"数据库 {tmp_path} 打不开或不能写入，请用 --db 换一个可以写入的位置。"


def test_locked_database(tmp_path: Path) -> None:
    """While another window writes, one sentence says so; afterwards all goes on."""
    path = tmp_path / "a.db"
    with Store.open(path, wait=0) as store, closing(sqlite3.connect(path)) as other:
        report = store.create_report()
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreProblem) as told:
            store.record(report, [Entry("year", "2025", Decimal(2025))], "王")
        with pytest.raises(StoreProblem):
            Store.open(path, wait=0)
        other.rollback()
        store.record(report, [Entry("year", "2025", Decimal(2025))], "王")

        assert str(told.value) == f"数据库 {path} 正被另一个窗口使用，请关掉那个窗口再试（这一步没有写入）。"
        assert [answer.typed for answer in store.history(report, "year")] == ["2025"]
