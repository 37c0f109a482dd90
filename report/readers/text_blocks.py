"""Plain text and Markdown as blocks: a line a paragraph, a line with bars a row of cells."""

import re

from report.lazily import pattern
from report.readers.blocks import Block

_MARKS = pattern(r"^(?:#{1,6}\s+|>\s+|\*\*)|\*\*$")
_RULER = pattern(r"[\s|:\-=+]*-{3,}[\s|:\-=+]*\Z")
_ROW = pattern(
    r"(?P<label>\D*?[^\s\d])\s+(?P<numbers>(?:(?:[0-9][0-9.,]*|/|—|-)\s+)*(?:[0-9][0-9.,]*|/|—|-))\Z"
)
"""A line of a copied table: a label, then numbers parted by blanks."""


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text."""
    blocks: list[Block] = []
    for raw in text.splitlines():
        line = raw.replace("\u3000", " ").replace("\u00a0", " ").strip()
        if not line or line.startswith("# source:") or _RULER.match(line):
            continue
        if "|" in line:
            blocks += _cells(line)
        elif "\t" in line:
            blocks += [Block(cell.strip(), cell=True) for cell in line.split("\t")]
        elif row := _ROW.match(line):
            blocks.append(Block(row["label"].strip(), cell=True))
            blocks += [Block(number, cell=True) for number in row["numbers"].split()]
        else:
            blocks.append(Block(_MARKS.sub("", line).replace("<br>", "").strip()))
    return tuple(blocks)


def _cells(line: str) -> list[Block]:
    """A row; only one that opens with a bar keeps its empty cells, other bars are remains of merged ones."""
    pieces = [piece.strip() for piece in re.split(r"\||\s=\s", line)]
    if line.startswith("|"):
        return [Block(piece, cell=True) for piece in pieces[1:-1] if len(pieces) > 2]
    return [Block(piece, cell=True) for piece in pieces if piece]
