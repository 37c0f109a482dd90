"""The task list: what is done, what is open, what nobody has looked at yet. Each state has a mark and a word."""

from collections.abc import Sequence

from rich.cells import cell_len

from assistant.views import PartStatus, PartView
from tui.widgets.lines import Block
from tui.widgets.wrap import Run

MARKS: dict[PartStatus, str] = {"done": "✓", "open": "-", "untouched": " "}
OPEN_POINTS = "open-points"
"""Key of the last line: what stands open in the text."""
NONE = "没有"
"""Its detail when nothing does."""
_HERE = "»"
"""Mark of the one part to go on with; the cursor is a bar and has no mark."""
_STYLES: dict[PartStatus, str] = {"done": "good", "open": "accent", "untouched": "dim"}
_NARROW = 26
"""Cells for label and detail on one line of the narrow list; a longer detail goes beneath."""
_NOTHING_SAID: dict[PartStatus, str] = {"done": "已完成", "open": "进行中", "untouched": "未开始"}


def task_blocks(parts: Sequence[PartView], here: str, *, narrow: bool = False) -> tuple[Block, ...]:
    """One line per part.

    Args:
        parts: The parts, in the order of the report.
        here: Key or label of the part to go on with.
        narrow: Put the detail at the right end instead of in a column of its own.
    """
    return tuple(_task(part, here=here in {part.key, part.label}, narrow=narrow) for part in parts)


def _task(part: PartView, *, here: bool, narrow: bool) -> Block:
    detail = part.detail or _NOTHING_SAID[part.status]
    points = part.key == OPEN_POINTS and part.status == "open"
    mark = "! " if points else f"{_HERE} " if here else f"{MARKS[part.status]} "
    runs = (Run(mark, "accent" if here else _STYLES[part.status]), Run(part.label, _label_style(part)))
    if narrow and cell_len(part.label + detail) > _NARROW:
        return Block(part.key, (*runs, Run(f"\n{detail}", "dim")), indent=2)
    if narrow:
        return Block(part.key, runs, indent=2, aside=detail)
    pad = Run(" " * max(26 - cell_len(part.label), 2))
    going_on = Run(f"  {_next(part)}", "accent") if here and _next(part) else Run("")
    return Block(part.key, (*runs, pad, Run(detail, "dim"), going_on), indent=2)


def _next(part: PartView) -> str:
    """What Enter does at the part to go on with."""
    if part.key != OPEN_POINTS:
        return "接着做这里"
    return {"open": "回车 逐处去改", "done": "可以导出了，回车就去", "untouched": ""}[part.status]


def _label_style(part: PartView) -> str:
    return "strong" if part.status == "open" else ""


def first_open(parts: Sequence[PartView]) -> str:
    """Key of the part to go on with: the first that is not done."""
    return next((part.key for part in parts if part.status != "done"), parts[-1].key if parts else "")
