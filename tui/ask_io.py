"""Lines in and out of the plain interview: a terminal, edited as the system edits it, or a pipe of UTF-8."""

import contextlib
import sys
from collections.abc import Callable

from report.problem import InputProblem


def write_line(line: str) -> None:
    """Print one line, as bytes: the same on every system and in every locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


def line_reader() -> Callable[[], str | None]:
    """Lines of the terminal, edited as the system edits them, or of a pipe."""
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401, PLC0415  importing it lets input() edit wide characters
        return _from_terminal
    lines = enumerate(sys.stdin.buffer, 1)

    def from_pipe() -> str | None:
        number, raw = next(lines, (0, b""))
        return utf8_line(raw, number) if number else None

    return from_pipe


def _from_terminal() -> str | None:
    try:
        return input("> ")
    except EOFError:
        return None


def utf8_line(raw: bytes, number: int) -> str:
    """One line of the input.

    Raises:
        InputProblem: it is not UTF-8.
    """
    try:
        return raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as why:
        raise InputProblem(
            f"输入的第 {number} 行不是 UTF-8 编码", right="换成 UTF-8 再试；前面答过的都已存好"
        ) from why
