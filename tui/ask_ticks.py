"""A tick list as lines: what can be ticked has numbers, lines of one's own have letters, and what stands there is said back.

One decision: after every change the whole list as it now stands is said, so that nobody has to remember it.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from assistant.tick_asks import BLANK
from assistant.tick_edits import says_clear
from assistant.ticking import NoTicks, Ticks, letter, none_of_them, read_ticks
from assistant.views import Outcome, QuestionView
from report.lazily import pattern

_NOTED = "记下了。"
_TAKE_AWAY = pattern(r"\s*(?:去掉|删掉|删除)[\s“]")


def list_lines(view: QuestionView, *, again: bool) -> Iterator[str]:
    """What can be ticked, what was written beside it, and how to answer; asked ``again``, without what can be ticked."""
    for number, tick in enumerate(() if again else view.ticks, 1):
        yield f"  {number} {tick.label}" + ("（已勾）" if tick.ticked else "")
    for index, line in enumerate(view.lines):
        yield f"  {letter(index)} {line}（自己写的）"
    if view.ticks:
        listed = "清单同上，写“清单”再看一遍。" if again else ""
        yield f"  {listed}勾选写号码，如 1 3 5；也可以直接写话；两样都有，用分号隔开{_with_number(view)}。"


def _with_number(view: QuestionView) -> str:
    """How a number is told with a tick that lives on one; empty where none does."""
    asked = ((at, tick.asks[0]) for at, tick in enumerate(view.ticks, 1) if tick.asks)
    return next((f"；有数的一起写，如 {at}；{ask.replace(BLANK, '5')}" for at, ask in asked), "")


def now_line(view: QuestionView) -> str:
    """What stands there now, and how it is changed."""
    sign = _some_sign(view)
    ways = f"写“去掉 {sign}”去掉一项，写“只要 {sign}”换掉"
    if view.lines:
        ways += f"，写“{letter(0)} 改成 ……”改写一条"
    return f"  现在：{view.current.replace(chr(10), '；')}（不改就回车；再写号码或话就加上，{ways}；全不要写“清空”）"


def said_back(said: str, view: QuestionView, now: QuestionView | None, answer: str) -> str:
    """What is said to a reply to a tick list: all that stands there after it.

    Args:
        said: What was going to be said.
        view: The list as it was asked.
        now: The question that is asked next.
        answer: The list as it stands, in words; 没有 when nothing is left.
    """
    if not said.startswith(_NOTED):
        return said
    stays = now is not None and now.id == view.id
    if answer in {"", "没有"}:
        return "清空了，一项也没有。要重新选就写，没有就回车。" if stays else said
    ways = "还要改就接着写，好了就回车。" if stays else ""
    return f"记下了：{answer}。{ways}{said.removeprefix(_NOTED)}"


def nothing_more(view: QuestionView, typed: str) -> Outcome | None:
    """没有 at a list on which something stands: it may mean all of it, or no more, so it is asked back; None otherwise."""
    if view.kind != "ticks" or not view.current or not typed.strip() or not none_of_them(typed):
        return None
    stands = view.current.replace(chr(10), "；")
    return Outcome("refused", f"这里已经有：{stands}。没有要加的就直接回车；这些都不要，写“清空”。")


def edited_note(view: QuestionView, typed: str) -> Outcome | str:
    """A note that stands there, changed: 去掉 …, 加上 …, 清空; the words themselves where they are an answer.

    A note has no letters: its lines are named by their words.
    """
    if view.kind not in {"note", "text"} or not view.current or view.pending or view.wording:
        return typed
    if says_clear(typed):
        return "没有"
    lines = tuple(view.current.split("\n"))
    read = read_ticks(replace(view, ticks=(), lines=lines), typed) if view.kind == "note" else None
    if isinstance(read, NoTicks) and _TAKE_AWAY.match(typed):
        return Outcome(
            "refused", f"这里现在写的是：{'；'.join(lines)}。里面没有要去掉的这几个字，看清了再写。"
        )
    return "\n".join(read.lines) or "没有" if isinstance(read, Ticks) and read.edited else typed


def _some_sign(view: QuestionView) -> str:
    """A number or a letter that stands on the list, for examples."""
    ticked = [str(number) for number, tick in enumerate(view.ticks, 1) if tick.ticked]
    return ticked[-1] if ticked else letter(0) if view.lines else "3"
