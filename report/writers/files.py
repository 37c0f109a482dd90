"""Files are written whole or not at all: into a neighbour first, then put in place in one step."""

import errno
import os
from pathlib import Path

from report.problem import OutputProblem


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, replacing what was there.

    Raises:
        OutputProblem: one sentence why not; what was there before is untouched, nothing half-written is left.
    """
    target = path.resolve() if path.is_symlink() else path
    if target.is_dir():
        raise OutputProblem(
            f"“{path}”是文件夹，不是文件，文档没有写出；请写上文件名，如 {path / '年报.md'}。"
        )
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        _replace(target, data)
    except OSError as why:
        raise OutputProblem(_explain(path, why)) from why


def _replace(target: Path, data: bytes) -> None:
    part = target.parent / f".nianbao-{os.getpid()}.part"
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _explain(path: Path, why: OSError) -> str:
    folder = path.parent
    if why.errno in (errno.ENOENT, errno.ENOTDIR):
        return f"没有“{folder}”这个文件夹，文档没有写出；请先建好文件夹，或者换一个位置。"
    if why.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"“{folder}”不能写入，文档没有写出；请换一个可以写入的文件夹。"
    if why.errno == errno.ENOSPC:
        return "磁盘已满，文档没有写出；请腾出空间，或者换一个位置。"
    if why.errno == errno.ENAMETOOLONG:
        return "文件名太长，文档没有写出；请换一个短一些的文件名。"
    return f"“{path}”写不了，文档没有写出；请换一个位置或者文件名。"
