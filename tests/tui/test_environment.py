"""The terminal is made fit for Chinese before textual is imported."""

import io
import os
import subprocess
import sys

import pytest

from tui.environment import (
    FRAMES_SWITCH,
    KITTY_SWITCH,
    encoding_problem,
    paint_soon,
    prefer_plain_keys,
    terminal_problem,
)


def test_kitty_protocol_is_off_unless_the_person_decided() -> None:
    """On POSIX the switch is set; a value the person gave stays."""
    fresh: dict[str, str] = {}
    decided = {KITTY_SWITCH: "0"}
    prefer_plain_keys(fresh, "linux")
    prefer_plain_keys(decided, "linux")

    assert fresh == {KITTY_SWITCH: "1"}
    assert decided == {KITTY_SWITCH: "0"}


def test_windows_is_left_alone() -> None:
    """The Windows driver ignores half of the switch, so it is not set there."""
    environment: dict[str, str] = {}
    prefer_plain_keys(environment, "win32")

    assert environment == {}


def test_textual_sees_the_switch_when_our_package_is_imported_first() -> None:
    """In a fresh interpreter textual reads the switch as set, since `tui` comes before it."""
    environment = {name: value for name, value in os.environ.items() if name != KITTY_SWITCH}
    code = "import tui.app, textual.constants; print(textual.constants.DISABLE_KITTY_KEY)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True
    )

    assert done.stdout.strip() == "True"


def test_utf8_terminals_are_fine() -> None:
    """No sentence where Chinese can be drawn."""
    assert encoding_problem(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), "linux") == ""


def test_other_encodings_get_one_sentence_that_they_can_show() -> None:
    """The sentence says what to set, and keeps to characters of GBK."""
    sentence = encoding_problem(io.TextIOWrapper(io.BytesIO(), encoding="gbk"), "linux")

    assert sentence == (
        "当前终端的编码是 gbk，中文会显示成乱码。"
        "请先运行 export LANG=C.UTF-8 LC_ALL=C.UTF-8，并把终端的字符编码设为 UTF-8，再打开。"
    )
    assert sentence.encode("gbk")
    assert "chcp 65001" in encoding_problem(io.TextIOWrapper(io.BytesIO(), encoding="cp936"), "win32")


class _Stream(io.StringIO):
    """A stream that is a terminal, or is not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("streams", "term", "platform", "said"),
    [
        ((True, True, True), "xterm-256color", "linux", ""),
        ((True, True, True), "", "win32", ""),
        ((False, True, True), "xterm", "linux", "打开助手需要终端"),
        ((True, False, True), "xterm", "linux", "打开助手需要终端"),
        ((True, True, False), "xterm", "linux", "画面画在标准错误上，它被转到别处去了"),
        ((True, True, True), "dumb", "linux", "这个终端（TERM=dumb）只能一行一行显示"),
        ((True, True, True), "", "linux", "这个终端（TERM=空）只能一行一行显示"),
    ],
)
def test_where_the_screen_cannot_be_used_it_says_what_to_do(
    streams: tuple[bool, bool, bool], term: str, platform: str, said: str
) -> None:
    """No terminal, a picture drawn into a file, a terminal of single lines: one sentence with the way out."""
    typed, shown, drawn = (_Stream(terminal=terminal) for terminal in streams)
    problem = terminal_problem(typed, shown, drawn, {"TERM": term}, platform)

    assert str(problem or "").startswith(said)
    assert (problem is None) == (said == "")


def test_changes_are_painted_sooner_unless_the_person_decided() -> None:
    """A person on a slow line may want fewer pictures."""
    fresh: dict[str, str] = {}
    decided = {FRAMES_SWITCH: "30"}
    paint_soon(fresh)
    paint_soon(decided)

    assert int(fresh[FRAMES_SWITCH]) > 60
    assert decided == {FRAMES_SWITCH: "30"}


def test_textual_looks_as_often_when_our_package_is_imported_first() -> None:
    """In a fresh interpreter, without the switch."""
    environment = {name: value for name, value in os.environ.items() if name != FRAMES_SWITCH}
    said = subprocess.run(
        [sys.executable, "-c", "import tui, textual.constants as known; print(known.MAX_FPS)"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )

    assert int(said.stdout) > 60
