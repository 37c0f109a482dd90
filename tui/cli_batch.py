"""Several documents at once: one line a file, stopped by Ctrl+C after the file in work, whole files only.

One decision: a file that cannot be made does not stop the others; a folder that cannot be written does. What was not
written is said by name, and the exit code is that of the worst file.
"""

import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import msgspec

from report.problem import InputProblem, NianbaoProblem, OutputProblem
from tui.cli_output import EXIT_INVALID, EXIT_STOPPED, say

if TYPE_CHECKING:
    from assistant.drafting import Draft

_WORST_FIRST = (EXIT_INVALID, 1, 3, 0)


class Job(msgspec.Struct, frozen=True):
    """One document to be written."""

    name: str
    """What it is made of, for people."""
    make: Callable[[], tuple["Draft", str]]
    """Makes the draft and says the name of its file."""


class _Stop(msgspec.Struct):
    asked: bool = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """The first Ctrl+C waits for the file in work, the second does not."""
        del number, frame
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        say("写完手上这一份就停；再按一次 Ctrl+C 立刻停。")


@contextmanager
def _stoppable() -> Iterator[_Stop]:
    stop = _Stop()
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def folder_for(output: Path | None, what: str) -> Path:
    """The folder that ``-o`` names, made where it is not there.

    Raises:
        InputProblem: none was named, or it is a file.
        OutputProblem: it cannot be made.
    """
    if output is None:
        raise InputProblem(f"{what}不止一份，要写到一个文件夹里", right="加上 -o 文件夹")
    if output.exists() and not output.is_dir():
        raise InputProblem(f"{what}不止一份，“{output}”却是一个文件", right="-o 后面写文件夹")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise OutputProblem(f"文件夹“{output}”建不了，文档没有写出；请换一个位置。") from why
    return output


def write_all(jobs: Sequence[Job], folder: Path, form: str, tables: str) -> int:
    """Write every document into ``folder``; give back the exit code."""
    codes: list[int] = []
    left: list[str] = []
    with _stoppable() as stop:
        for number, job in enumerate(jobs, 1):
            try:
                codes.append(_write(job, folder, form, tables, f"{number}/{len(jobs)}"))
            except OutputProblem as problem:
                say(f"{number}/{len(jobs)} {job.name}：{problem}")
                left = [one.name for one in jobs[number - 1 :]]
            except NianbaoProblem as problem:
                where = "" if job.name in problem.page else f"{job.name}："
                say(f"{number}/{len(jobs)} 没有写出：{where}{problem.page}")
                codes.append(EXIT_INVALID)
            except KeyboardInterrupt:
                left = [one.name for one in jobs[number - 1 :]]
            if stop.asked and not left:
                left = [one.name for one in jobs[number:]]
            if left or stop.asked:
                break
    written = sum(code != EXIT_INVALID for code in codes)
    failed = len(codes) - written
    say(_summary(written, failed, left, folder))
    if stop.asked and left:
        return EXIT_STOPPED
    return EXIT_INVALID if left else next(code for code in _WORST_FIRST if code in codes)


def _summary(written: int, failed: int, left: Sequence[str], folder: Path) -> str:
    said = f"写好 {written} 份，在“{folder}”里" if written else "一份也没有写出"
    if failed:
        said += f"；{failed} 份读不了，没有写出（见上）"
    if left:
        said += f"；还有 {len(left)} 份没有写：{'、'.join(left)}"
    return f"{said}。"


def _write(job: Job, folder: Path, form: str, tables: str, number: str) -> int:
    from report.writers.files import write_file

    made, name = job.make()
    write_file(folder / name, made.render(form, tables))
    counts = Counter(finding.severity for finding in made.findings)
    parts = (
        ("不符", counts["error"]),
        ("请核对", counts["warning"] + len(made.conflicts)),
        ("待补", len(made.gaps)),
        ("待核", len(made.unread)),
    )
    open_points = "，".join(f"{label} {count} 处" for label, count in parts if count)
    say(f"{number} 已写入 {name}" + (f"：{open_points}。" if open_points else "。"))
    return made.exit_code
