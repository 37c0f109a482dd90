"""Line breaking for Chinese official prose: numbers stay with their unit, closing marks stay with their word.

Textual breaks anywhere between Chinese characters, so that a line begins with a comma or a number is cut in two
(``政府信息12`` / ``4条次``); for a text about numbers that is a reading hazard.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from report.lazily import pattern

CLOSING = frozenset("，。、；：？！）》」』】〕”’％%,.;:?!)]}…")
"""May not begin a line."""
OPENING = frozenset("（《「『【〔“‘([{")
"""May not end a line."""

_UNITS = "个百分点|平方米|工作日|人次|条次|件次|场次|篇次|万元|亿元|万条|万次|万件|万人|余条|余次|余件|多条|多次|多件|条|件|次|篇|期|个|户|人|元|项|份|场|家|起|日|月|年度|年|号|章|部|类|名|天|位|％|%"
_ATOM = pattern(
    r"(?:https?://)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9./?=&_-]*)?(?<![.0-9])"
    r"|第[一二三四五六七八九十百]*(?:条|（[一二三四五六七八九十]+）项)"
    r"|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日(?: [0-9]{1,2}:[0-9]{2})?"
    r"|0[0-9]{2,3}-[0-9]{7,8}(?:-[0-9]+)?"
    rf"|[+-]?[0-9０-９]+(?:[,，][0-9０-９]{{3}}(?![0-9０-９-]))*(?:[.．][0-9０-９]+)?(?:[ ]?[余多]?(?:{_UNITS}))?"
    r"|【待[核补]：?|[A-Za-z]+(?:[+＋][A-Za-z]+)*|[ ]+|."
)


_NARROW = pattern(rf"[0-9０-９]+(?:[.,．，][0-9０-９]+)*|.[{re.escape(''.join(sorted(CLOSING)))}]*")
"""What is still kept together where a whole piece does not fit."""


class Run(NamedTuple):
    """A piece of text in one style."""

    text: str
    style: str = ""
    """Name of a component class of the widget that draws it; empty for plain."""
    spot: str = ""
    """What this piece is, where a cursor goes over pieces instead of blocks (a sentence of the draft)."""


Line = tuple[Run, ...]


def atoms(text: str) -> list[str]:
    """The pieces of one line of text that must not be broken, in order; joined they are the text again."""
    pieces: list[str] = []
    glue = False
    for match in _ATOM.finditer(text):
        piece = match[0]
        if pieces and (glue or piece[0] in CLOSING):
            pieces[-1] += piece
        else:
            pieces.append(piece)
        glue = piece[-1] in OPENING
    return pieces


def wrap_text(text: str, width: int, indent: int = 0) -> list[str]:
    """Break plain text into lines of at most ``width`` cells; lines after the first are ``indent`` cells narrower."""
    lines = wrap([Run(text)], width, indent)
    return ["".join(run.text for run in line) for line in lines]


def wrap_evenly(text: str, width: int) -> list[str]:
    """Break plain text into as few lines as ``width`` allows, none much longer than the others."""
    lines = wrap_text(text, width)
    narrowest = -(-cell_len(text) // len(lines))
    tries = (wrap_text(text, room) for room in range(narrowest, width))
    return next((even for even in tries if len(even) == len(lines)), lines) if len(lines) > 1 else lines


def wrap(runs: Sequence[Run], width: int, indent: int = 0) -> list[Line]:
    """Break styled text into lines of at most ``width`` cells.

    Args:
        runs: The text; a line break in it begins a new line.
        width: Cells a line may take.
        indent: Blank cells that begin every line but the first.
    """
    text = "".join(run.text for run in runs)
    lines: list[Line] = []
    for start, end in _spans(text, max(width, 4), indent):
        pieces = _slice(runs, start, end)
        lines.append((Run(" " * indent), *pieces) if lines and indent else pieces)
    return lines


def _spans(text: str, width: int, indent: int) -> Iterator[tuple[int, int]]:
    """Start and end (in characters) of each line."""
    offset, first = 0, True
    for paragraph in text.split("\n"):
        pieces = list(_small_enough(atoms(paragraph), width - indent))
        start = offset
        for low, high in pairwise(_cuts(pieces, width if first else width - indent, width - indent)):
            end = start + sum(map(len, pieces[low:high]))
            yield start, end
            start = end
        first = False
        offset += len(paragraph) + 1


def _cuts(pieces: Sequence[str], first: int, others: int) -> list[int]:
    """Where lines of at most ``first`` cells (``others`` for those after it) begin, and where the last one ends."""
    cuts, used, room = [0], 0, first
    for number, piece in enumerate(pieces):
        if used and used + cell_len(piece.rstrip()) > room:
            cuts.append(number)
            used, room = 0, others
        used += cell_len(piece)
    if len(cuts) > 1 and cuts[-1] == len(pieces) - 1 and used <= _ALONE:
        cuts[-1] = _better(pieces, cuts[-2], cuts[-1], others)
    return [*cuts, len(pieces)]


def _better(pieces: Sequence[str], begins: int, cut: int, width: int) -> int:
    """A cut that leaves no lonely character on the last line: behind a mark not far before, else a word before."""
    near = 0
    for number in range(cut - 1, begins, -1):
        near += cell_len(pieces[number])
        if near > width * _NEAR:
            break
        if pieces[number - 1][-1] in CLOSING and pieces[number - 1][0] != "【":
            return number
    word = 2 if pieces[cut][-1] in CLOSING else 1
    return cut - word if cut - word > begins else cut


_ALONE = 4
"""Cells of one character and its mark."""
_NEAR = 0.4
"""The part of a line that may be left empty for a cut behind a mark."""


def _small_enough(pieces: Sequence[str], width: int) -> Iterator[str]:
    """Atoms wider than a line are cut between characters: better than running out of sight."""
    for piece in pieces:
        if cell_len(piece) <= width:
            yield piece
        else:
            yield from _NARROW.findall(piece)


def _slice(runs: Sequence[Run], start: int, end: int) -> Line:
    result, position = [], 0
    for run in runs:
        low, high = max(start - position, 0), min(end - position, len(run.text))
        if low < high:
            result.append(Run(run.text[low:high], run.style, run.spot))
        position += len(run.text)
    return tuple(result)
