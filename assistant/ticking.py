"""Ticking by numbers or names, where a list is shown as numbered lines: 1 3 5 · 政策解读、新闻发布 · 1 3；解读5篇.

One decision: what is neither a number nor a name of the list is the person's own words and stays so. A list that was
answered before is added to; 去掉 3 unticks, 只要 1 3 is the whole of it.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

import msgspec

from assistant.views import QuestionView, TickView

_BETWEEN = re.compile(r"[\s、，,.．]+")
_PARTS = re.compile(r"[；;\n]")
_HOW: Mapping[str, Literal["drop", "only"]] = {
    "去掉": "drop", "不要": "drop", "取消": "drop", "删掉": "drop", "删": "drop", "减": "drop", "只要": "only", "只勾": "only", "改成": "only",
}  # fmt: skip


class Ticks(msgspec.Struct, frozen=True):
    """What was ticked, and what stands beside it in the person's own words."""

    themes: tuple[str, ...]
    extra: str
    how: Literal["add", "drop", "only"] = "add"


class NoTicks(msgspec.Struct, frozen=True):
    """Why the numbers cannot be read: one sentence that says what would be right."""

    sentence: str


def none_of_them(typed: str) -> bool:
    """Whether somebody says of a tick list that there is nothing of it (没有, 都没有, 暂无)."""
    from prompts.replies import says_nothing  # noqa: PLC0415  replies are read once there is one

    return says_nothing(typed)


def read_ticks(offered: tuple[TickView, ...], typed: str) -> Ticks | NoTicks | None:
    """Read one reply to a numbered tick list; None when it ticks nothing and is a note.

    Args:
        offered: The list as it was shown, numbered from 1.
        typed: What the person typed.
    """
    how, typed = _how(typed)
    themes: list[str] = []
    extra: list[str] = []
    names = {name: tick.theme for tick in offered for name in (tick.theme, tick.label)}
    for part in filter(None, (piece.strip() for piece in _PARTS.split(typed))):
        words = [word for word in _BETWEEN.split(unicodedata.normalize("NFKC", part)) if word]
        if words and all(word.isdecimal() for word in words):
            wrong = [word for word in words if not 1 <= int(word) <= len(offered)]
            if wrong:
                return NoTicks(f"没有第 {wrong[0]} 项，写 1 到 {len(offered)} 之间的号码，例如：1 3 5。")
            themes += [offered[int(word) - 1].theme for word in words]
        elif words and all(word in names for word in words):
            themes += [names[word] for word in words]
        else:
            extra.append(part)
    return Ticks(tuple(dict.fromkeys(themes)), "\n".join(extra), how) if themes else None


def _how(typed: str) -> tuple[Literal["add", "drop", "only"], str]:
    """去掉 3, 只要 1 3: what is to be done with the numbers behind it."""
    for word, how in _HOW.items():
        if typed.strip().startswith(word):
            return how, typed.strip().removeprefix(word)
    return "add", typed


def taken_together(view: QuestionView, read: Ticks) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Themes and lines after a reply to a list as it stands in ``view``."""
    before, lines = tuple(tick.theme for tick in view.ticks if tick.ticked), read.extra.splitlines()
    if read.how == "only":
        return read.themes, tuple(lines)
    if read.how == "drop":
        return tuple(theme for theme in before if theme not in read.themes), view.lines
    return tuple(dict.fromkeys((*before, *read.themes))), tuple(dict.fromkeys((*view.lines, *lines)))
