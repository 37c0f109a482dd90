"""A real terminal for tests: a pseudo-terminal with a screen emulator, driven by typed keys.

Waiting is always for something to be seen, never for time to pass; a test that waits in vain shows the screen it got.
"""

import codecs
import fcntl
import os
import pty
import resource
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

KEYS: Mapping[str, str] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "backspace": "\x7f",
    "space": " ",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "ctrl+j": "\n",
    "ctrl+q": "\x11",
    "ctrl+u": "\x15",
    "ctrl+s": "\x13",
    "ctrl+z": "\x1a",
    "ctrl+w": "\x17",
    "ctrl+p": "\x10",
}


class NotSeenError(AssertionError):
    """What a test waited for never appeared; the message carries the whole screen."""


class Terminal:
    """One program on one emulated screen."""

    def __init__(
        self, command: Sequence[str], *, env: Mapping[str, str], cwd: str, size: tuple[int, int] = (100, 30)
    ) -> None:
        """Start ``command`` on a fresh pseudo-terminal of ``size`` (columns, rows)."""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.exit_code: int | None = None
        self.sent = ""
        """Everything the program has written so far, escape sequences and all."""
        self._pid, self._fd = pty.fork()
        if self._pid == 0:  # pragma: no cover - runs in the child
            os.chdir(cwd)
            mine = {**env, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            for name in (
                "COLUMNS",
                "LINES",
            ):  # a size of the test runner's, which would hide the terminal's own
                mine.pop(name, None)
            os.execvpe(command[0], list(command), mine)
        self.resize(*size)

    def __enter__(self) -> Self:
        """Use as a context manager: the program is gone afterwards."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program if it still runs."""
        if self.exit_code is None:
            self.kill()

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program is told as a real terminal would."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)

    def type(self, text: str) -> None:
        """Send characters as a keyboard or an input method would, in one write."""
        data = text.encode()
        while data:
            data = data[os.write(self._fd, data) :]

    def press(self, *names: str) -> None:
        """Send named keys (see `KEYS`)."""
        for name in names:
            self.type(KEYS[name])

    def paste(self, text: str) -> None:
        """Send a bracketed paste."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    @property
    def text(self) -> str:
        """The screen as it stands; wide characters once."""
        lines = []
        for row in range(self._screen.lines):
            cells = self._screen.buffer[row]
            lines.append("".join(cells[column].data for column in range(self._screen.columns)).rstrip())
        return "\n".join(lines)

    @property
    def resident(self) -> int:
        """Bytes of memory the program holds now (its resident set, as Linux counts it)."""
        pages = int(Path(f"/proc/{self._pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize()

    def wait_for(self, wanted: str | Callable[[str], bool], *, within: float = 12.0) -> str:
        """Read until the screen shows ``wanted`` (a text, or a test of the screen's text); give back the screen.

        Raises:
            NotSeenError: it was not seen within ``within`` seconds, or the program ended.
        """
        seen = (lambda screen: wanted in screen) if isinstance(wanted, str) else wanted
        deadline = time.monotonic() + within
        while not seen(self.text):
            if not self._read(deadline - time.monotonic()):
                raise NotSeenError(f"waited for {wanted!r}; the screen shows:\n{self.text}")
        return self.text

    def wait_exit(self, *, within: float = 30.0) -> int:
        """Read until the program ends; give back its exit code."""
        deadline = time.monotonic() + within
        while self._read(deadline - time.monotonic()):
            pass
        _, status = os.waitpid(self._pid, 0)
        self.exit_code = os.waitstatus_to_exitcode(status)
        return self.exit_code

    def kill(self) -> None:
        """End the program at once, as a lost connection or a power cut would."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)
        self.exit_code = -signal.SIGKILL

    def _read(self, patience: float) -> bool:
        """Take what the program wrote; False when nothing came in time or it is gone."""
        if patience <= 0 or not select.select([self._fd], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        text = self._decoder.decode(data)
        self.sent += text
        self._stream.feed(text)
        return bool(data)
