"""Which report the plain interview works on: a new one, or one of those that are there."""

from collections.abc import Callable, Iterable

from assistant.assistant import Assistant
from tui import ask_lines
from tui.ask_commands import LEAVE, fold
from tui.ask_confirm import Leave

_NEW = ("0", "新", "新建", "新的", "新建一份")


def choose_report(
    assistant: Assistant, listen: Callable[[], str], tell: Callable[[Iterable[str]], None]
) -> None:
    """Open the report somebody wants, and say how it stands.

    Raises:
        Leave: the input has ended, or the person leaves.
    """
    rows = assistant.reports()
    if not rows:
        tell(["政府信息公开工作年度报告助手。还没有报告，现在开始第一份。"])
        assistant.begin()
    else:
        tell(["政府信息公开工作年度报告助手。已有的报告："])
        tell(
            f"  {number} {row.unit_name or '单位未填'} {row.year or '年份未填'}"
            for number, row in enumerate(rows, 1)
        )
        tell(["  0 新建一份", "写号码；直接回车接着做第 1 份。"])
        _open_chosen(assistant, [row.id for row in rows], listen, tell)
    tell(ask_lines.command_lines())


def _open_chosen(
    assistant: Assistant,
    reports: list[int],
    listen: Callable[[], str],
    tell: Callable[[Iterable[str]], None],
) -> None:
    while True:
        chosen = fold(listen())
        if chosen in LEAVE:
            raise Leave
        if chosen in _NEW:
            assistant.begin()
            return
        if not chosen or (chosen.isdecimal() and 1 <= int(chosen) <= len(reports)):
            assistant.select(reports[int(chosen or 1) - 1])
            tell(ask_lines.welcome_lines(assistant.welcome()))
            return
        tell([f"没有这一份，写 0 到 {len(reports)} 之间的号码。"])
