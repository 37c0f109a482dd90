"""What SQLite and the file system complain of, in one Chinese sentence that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from report.problem import StoreProblem


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into one sentence for a person."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as why:
        raise StoreProblem(_sentence(path, str(why))) from why
    except OSError as why:
        raise StoreProblem(f"数据库的文件夹 {path.parent} 用不了，请用 --db 换一个可以写入的位置。") from why


def _sentence(path: Path, message: str) -> str:
    if "locked" in message:
        return f"数据库 {path} 正被另一个窗口使用，请关掉那个窗口再试（这一步没有写入）。"
    if "not a database" in message or "malformed" in message:
        return f"{path} 不是年报助手的数据库，或已损坏，请用 --db 另选一个文件（文件没有改动）。"
    if "full" in message:
        return f"磁盘已满，数据库 {path} 写不进去，请腾出空间再试（这一步没有写入）。"
    if "readonly" in message or "unable to open" in message or "I/O" in message:
        return f"数据库 {path} 打不开或不能写入，请用 --db 换一个可以写入的位置。"
    return f"数据库 {path} 用不了（{message}），请用 --db 另选一个文件。"
