"""Blocks: what a view of lines is made of, and how they are broken into lines for a width."""

from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec
from rich.cells import cell_len

from tui.widgets.wrap import Line, Run, wrap

_MARK = 2
"""Cells of the mark before what stands under a block's first words."""


class Block(msgspec.Struct, frozen=True):
    """Something of one or more lines that can be pointed at."""

    key: str
    """What it stands for; given back when it is chosen. Empty: cannot be pointed at."""
    runs: tuple[Run, ...] = ()
    under: tuple[Run, ...] = ()
    """What stands beneath the runs, moved in by ``indent``: a mark of two cells, then words that stay under each other."""
    indent: int = 0
    """Hanging indent: cells before every line but the first."""
    lead: int = 0
    """Cells before every line."""
    style: str = ""
    """Style of the whole block, under that of its runs."""
    gap: int = 0
    """Empty lines after it."""
    aside: str = ""
    """Short text at the right end of the first line."""
    draw: Callable[[int], Sequence[Line]] | None = None
    """Draws the lines for a width itself, unbroken (a table), instead of the runs."""


class Laid(msgspec.Struct):
    """Blocks broken into lines for one width."""

    lines: list[tuple[Line, int]] = msgspec.field(default_factory=list)
    """Each line and the index of its block, or -1 for a gap."""
    first: dict[int, int] = msgspec.field(default_factory=dict)
    """Block index → its first line."""


def lay(blocks: Sequence[Block], width: int) -> Laid:
    """Break all blocks for one width."""
    laid = Laid()
    for index, block in enumerate(blocks):
        laid.first[index] = len(laid.lines)
        laid.lines += [(line, index) for line in lines_of(block, width)]
        laid.lines += [((), -1)] * block.gap
    return laid


def lines_of(block: Block, width: int) -> Sequence[Line]:
    """The lines of one block."""
    if block.draw is not None and (drawn := block.draw(width)):
        return drawn
    return _broken(block, width)


@lru_cache(maxsize=4096)
def _broken(block: Block, width: int) -> tuple[Line, ...]:
    """A block's lines; most of a conversation and of a draft stands as it stood before the last answer."""
    room = width - block.lead
    aside = cell_len(block.aside) + 2 if block.aside else 0
    lines = wrap(block.runs, room - aside, block.indent) or [()]
    if block.under:
        beneath = wrap(block.under, room - block.indent, _MARK)
        lines += [(Run(" " * block.indent), *line) for line in beneath]
    pad = (Run(" " * block.lead),) if block.lead else ()
    result: list[Line] = [(*pad, *line) for line in lines]
    if block.aside:
        used = sum(cell_len(run.text) for run in result[0])
        result[0] = (
            *result[0],
            Run(" " * max(width - used - cell_len(block.aside), 1)),
            Run(block.aside, "dim"),
        )
    return tuple(result)
