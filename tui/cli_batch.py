"""Several documents at once: one line a file, stopped by Ctrl+C after the file in work, whole files only.

What was not written is said by name, and the exit code is that of the worst file.
"""

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import msgspec

from assistant.batch import Job, make_folder, summary, write_job
from assistant.forms import form_named, promises_a_document
from report.problem import InputProblem, NianbaoProblem, OutputProblem
from tui.cli_output import EXIT_INVALID, EXIT_STOPPED, say, worst


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
        InputProblem: none was named, it is a file, or its name is that of one document.
        OutputProblem: it cannot be made.
    """
    if output is None:
        raise InputProblem(f"{what}不止一份，要写到一个文件夹里", right="加上 -o 文件夹")
    if output.exists() and not output.is_dir():
        raise InputProblem(f"{what}不止一份，“{output}”却是一个文件", right="-o 后面写文件夹")
    if not output.exists() and promises_a_document(output):
        raise InputProblem(
            f"{what}不止一份，“{output.name}”却是一份文档的名字，没有写",
            right=f"-o 后面写文件夹，要什么形式用 --to 写明，如 -o {output.stem} --to {form_named(output)}",
        )
    make_folder(output)
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
    say(summary(written, failed, left, folder))
    if stop.asked and left:
        return EXIT_STOPPED
    return EXIT_INVALID if left else worst(codes)


def _write(job: Job, folder: Path, form: str, tables: str, number: str) -> int:
    written = write_job(job, folder, form, tables)
    points = f"：{written.open_points}" if written.open_points else ""
    say(f"{number} 已写入 {written.file}{points}。")
    return written.exit_code
