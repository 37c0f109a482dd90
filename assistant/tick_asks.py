"""A tick that lives on a number asks for it in the same place: which numbers, and the note line they make.

One decision: what is asked is data (`tick_asks.yaml`), in the order a clerk would say it; the line it makes is an
ordinary note line, so a number given beside a tick takes the same way into the text as one that was typed.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

import msgspec

from report.lazily import pattern
from report.yamlfile import convert, read_yaml

BLANK = "__"
"""Where the number goes in a phrase."""
_NUMBERS = pattern(r"[\s，,、；;]*\d+(?:\.\d+)?(?:[\s，,、；;]+\d+(?:\.\d+)?)*[\s，,、；;]*")


class TickAsk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers one theme lives on."""

    theme: str
    asks: tuple[str, ...]
    """Phrases with one blank each; the first is needed, the others may be left out."""


class TickAsksFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of all of them."""

    ticks: tuple[TickAsk, ...]


@cache
def load_tick_asks() -> dict[str, tuple[str, ...]]:
    """Theme → the phrases with a blank that are asked for when it is ticked.

    Raises:
        InputProblem: the file is not as it should be, or a phrase has not exactly one blank.
    """
    source = read_yaml(Path(__file__).parent / "tick_asks.yaml")
    file = convert(source, TickAsksFile)
    for index, tick in enumerate(file.ticks):
        for number, ask in enumerate(tick.asks):
            if ask.count(BLANK) != 1:
                where = f"$.ticks[{index}].asks[{number}]"
                raise source.problem(f"“{ask}”没有恰好一个空", where, "培训__次")
    return {tick.theme: tick.asks for tick in file.ticks}


def told(asks: tuple[str, ...], typed: str) -> str:
    """The note line that the typed numbers make, in the order of the blanks; empty when it is not just numbers.

    Args:
        asks: Phrases with a blank.
        typed: What stands in the prompt (``2 60``, ``２，６０``).
    """
    text = unicodedata.normalize("NFKC", typed)
    if not _NUMBERS.fullmatch(text):
        return ""
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    if len(numbers) > len(asks):
        return ""
    return "，".join(ask.replace(BLANK, number) for ask, number in zip(asks, numbers, strict=False))


def is_told(asks: tuple[str, ...], line: str) -> bool:
    """Whether a line is one that `told` makes of these phrases."""
    parts = line.split("，")
    return len(parts) <= len(asks) and all(
        re.fullmatch(re.escape(ask).replace(BLANK, r"\d+(?:\.\d+)?"), part)
        for ask, part in zip(asks, parts, strict=False)
    )
