"""The line at the top: where one is at the left, how far at the right."""

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.widgets.wrap import wrap_text

_BETWEEN = " · "


class TopBar(Widget):
    """Two texts on one line; when there is no room for both, the right one loses its last parts, then the left one gives way."""

    DEFAULT_CSS = """
    TopBar { height: 1; background: $panel; color: $text; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  textual's name
        super().__init__(id=id)
        self._left = ""
        self._right = ""

    def say(self, left: str, right: str = "") -> None:
        """Show two texts."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render(self) -> Content:
        """Both texts in the room there is."""
        width = self.content_size.width
        looking = getattr(self.app, "own", None) is not None
        left = f"样例 {self._left}" if looking else self._left
        right = self._right
        while _BETWEEN in right and cell_len(left) + cell_len(right) + 2 > width:
            right = right.rpartition(_BETWEEN)[0]  # where one is matters more than which edition it is
        room = width - cell_len(right) - 2
        if cell_len(left) > room:
            while left and cell_len(left) > room - 2:
                left = left[:-1]
            left += "…"
        gap = max(width - cell_len(left) - cell_len(right), 1)
        return Content(left).stylize("bold") + Content(" " * gap) + Content(right)


class _Broken(Widget):
    """A text that is broken by our own rules into the lines that the room allows."""

    def render(self) -> Content:
        """The lines for the room there is."""
        return Content("\n".join(self._lines(self.content_size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        del container, viewport
        return len(self._lines(width))

    def _lines(self, width: int) -> list[str]:
        raise NotImplementedError


class Said(_Broken):
    """One sentence to the person: what was noted, or what would be right; broken by our own rules."""

    DEFAULT_CSS = """
    Said { height: auto; padding: 0 1; display: none; }
    Said.-shown { display: block; }
    Said.-good { color: $text-success; }
    Said.-bad { color: $text-warning; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  textual's name
        super().__init__(id=id)
        self.sentence = ""
        self._text = ""

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """Show a sentence, or nothing; what needs mending begins with a mark, not only with a colour."""
        if (sentence, bad) == (self.sentence, self.has_class("-bad")):
            return
        self.sentence = sentence
        self.set_class(bool(sentence), "-shown")
        self.set_class(bad, "-bad")
        self.set_class(not bad, "-good")
        width = self.content_size.width
        height = len(self._lines(width)) if width and self._text else 0
        self._text = f"！{sentence}" if bad and sentence else sentence
        self.refresh(layout=not width or len(self._lines(width)) != height)

    def _lines(self, width: int) -> list[str]:
        return wrap_text(self._text, width, indent=2 if self._text.startswith("！") else 0)


class Hint(_Broken):
    """What can be done here, in a few sentences: on one line where they fit, else each on its own; none is cut in two."""

    DEFAULT_CSS = """
    Hint { height: auto; padding: 0 1; color: $text-muted; }
    """

    def __init__(self, *, between: str = "", id: str | None = None) -> None:  # noqa: A002  textual's name
        """Make an empty one; ``between`` stands between those that share a line."""
        super().__init__(id=id)
        self.between = between
        self.sentences: tuple[str, ...] = ()

    def say(self, *sentences: str) -> None:
        """Show these."""
        if sentences != self.sentences:
            width = self.content_size.width
            height = len(self._lines(width)) if width else 0
            self.sentences = sentences
            self.refresh(layout=not width or len(self._lines(width)) != height)

    def _lines(self, width: int) -> list[str]:
        lines: list[str] = []
        for sentence in self.sentences:
            if lines and cell_len(lines[-1] + self.between + sentence) <= width:
                lines[-1] += self.between + sentence
            else:
                lines += wrap_text(sentence, width)
        return lines
