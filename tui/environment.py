"""The terminal is made fit for Chinese before textual is imported, and looked at before anything is drawn.

Textual 8.2.7 and later ask the terminal for the Kitty keyboard protocol; terminals that obey send a committed phrase
as one escape sequence, and phrases of five characters and more arrive as digits (textual PR #6544, #6592). Without the
protocol, text arrives as plain UTF-8. On Windows the driver ignores half of the switch, so there it stays untouched.
"""

import codecs
import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import TextIO

from report.problem import InputProblem

KITTY_SWITCH = "TEXTUAL_DISABLE_KITTY_KEY"
"""Read by textual once, when it is first imported."""

FRAMES_SWITCH = "TEXTUAL_FPS"
"""Read by textual once, too: so many times a second it looks whether anything is to be painted."""

_FRAMES = "240"
"""A change waits at most 4 ms for its picture, and what that picture moves as long again; at textual's 60 it is twice 17."""

_ENOUGH = frozenset({"utf-8", "utf8"})


def prefer_plain_keys(
    environment: MutableMapping[str, str] | None = None, platform: str = sys.platform
) -> None:
    """Switch the Kitty key protocol off, unless the person has decided or this is Windows.

    Args:
        environment: The environment to change; the process's own by default.
        platform: As `sys.platform`.
    """
    if platform != "win32":
        (os.environ if environment is None else environment).setdefault(KITTY_SWITCH, "1")


def paint_soon(environment: MutableMapping[str, str] | None = None) -> None:
    """Have changes painted sooner than textual does by itself, unless the person has decided; nothing is painted more often."""
    (os.environ if environment is None else environment).setdefault(FRAMES_SWITCH, _FRAMES)


def encoding_problem(stream: TextIO | None = None, platform: str = sys.platform) -> str:
    """One sentence on what to set when Chinese cannot be drawn here; empty when all is well.

    The sentence keeps to characters of GBK, so that it can be read on the very terminals it speaks of.
    Textual draws on stderr, so that is the stream to look at.
    """
    encoding = (stream or sys.stderr).encoding or ""
    try:
        known = codecs.lookup(encoding).name
    except LookupError:
        known = encoding
    if known in _ENOUGH:
        return ""
    if platform == "win32":
        return "当前窗口的编码不是 UTF-8，中文会显示成乱码。请改用 Windows Terminal，或先运行 chcp 65001 再打开。"
    return (
        f"当前终端的编码是 {encoding or '未知'}，中文会显示成乱码。"
        "请先运行 export LANG=C.UTF-8 LC_ALL=C.UTF-8，并把终端的字符编码设为 UTF-8，再打开。"
    )


def terminal_problem(
    typed: TextIO, shown: TextIO, drawn: TextIO, environment: Mapping[str, str], platform: str = sys.platform
) -> InputProblem | None:
    """Why the whole screen cannot be used here, and what to do instead; None when it can.

    Args:
        typed: Where keys come from.
        shown: Standard output.
        drawn: Standard error, on which Textual draws: sent to a file, it leaves the screen empty.
        environment: The environment, for the kind of terminal.
        platform: As `sys.platform`.
    """
    if not (typed.isatty() and shown.isatty()):
        return InputProblem(
            "打开助手需要终端", right="在终端里运行 nianbao，或用 nianbao draft 案卷文件 直接起草"
        )
    if not drawn.isatty():
        return InputProblem("画面画在标准错误上，它被转到别处去了", right="去掉命令里的 2>…，再运行 nianbao")
    if platform != "win32" and environment.get("TERM", "") in {"", "dumb", "unknown"}:
        return InputProblem(
            f"这个终端（TERM={environment.get('TERM') or '空'}）只能一行一行显示，画不了整屏",
            right="运行 nianbao ask，同样的问答，只用文字行",
        )
    return None
