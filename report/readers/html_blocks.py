"""A web page as blocks: text by its block elements, tables by their cells; scripts, styles and menus' markup fall away."""

from collections.abc import Sequence
from html.parser import HTMLParser

from report.readers.blocks import Block

_BREAKS = frozenset(
    (
        "p",
        "div",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "section",
        "article",
        "header",
        "footer",
        "title",
        "center",
        "blockquote",
        "hr",
        "table",
        "tr",
        "dt",
        "dd",
    )
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg"})
_LONG = 60
"""A cell with so much text, or with paragraphs of so much, is no cell of the form but a frame around the page's text."""


class _Reader(HTMLParser):
    def __init__(self, *, lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._lines = lines
        self._open: list[list[str]] = []
        """Pieces of every cell that is open, the innermost last."""
        self._text: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self._silent += 1
        elif tag in {"td", "th"}:
            self._flush()
            self._open.append([])
        elif tag == "table":
            self._flush()
            if self._open:  # a table inside a cell: the cell is a frame
                self._frame()
        elif tag in _BREAKS:
            self._break()

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _BREAKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"td", "th"}:
            self._close()
        elif tag in _BREAKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._lines and not self._open:
            first, *rest = data.split("\n")
            self._text.append(first)
            for line in rest:
                self._flush()
                self._text.append(line)
        else:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        while self._open:
            self._close()
        self._flush()

    def _break(self) -> None:
        if self._open:
            self._open[-1].append(self._taken())
        else:
            self._flush()

    def _taken(self) -> str:
        text = " ".join("".join(self._text).replace("\u3000", " ").replace("\u00a0", " ").split())
        self._text = []
        return text

    def _flush(self) -> None:
        text = self._taken()
        if self._open:
            self._open[-1].append(text)
        elif text:
            self.blocks.append(Block(text))

    def _frame(self) -> None:
        self.blocks += [Block(piece) for piece in self._open[-1] if piece]
        self._open[-1] = []

    def _close(self) -> None:
        if not self._open:
            return
        self._open[-1].append(self._taken())
        pieces = [piece for piece in self._open.pop() if piece]
        if any(len(piece) > _LONG for piece in pieces):
            self.blocks += [Block(piece) for piece in pieces]
        else:
            self.blocks.append(Block("".join(pieces), cell=True))


def html_blocks(text: str, *, lines: bool = False) -> tuple[Block, ...]:
    """The blocks of a page.

    Args:
        text: Its source.
        lines: Line breaks outside of tables part paragraphs, as in Markdown with tables in HTML.
    """
    reader = _Reader(lines=lines)
    reader.feed(text)
    reader.close()
    if not lines:
        return tuple(reader.blocks)
    return tuple(
        Block(block.text.lstrip("# ").strip(), block.cell) if not block.cell else block
        for block in reader.blocks
    )
