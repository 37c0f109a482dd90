"""What a view of lines stands on: styles by name, looked up once for each theme since that is slow, and its messages."""

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.message import Message

from tui.themes import HIGH_CONTRAST
from tui.widgets.scrolled import Scrolled
from tui.widgets.wrap import Run

if TYPE_CHECKING:
    from tui.widgets.lines import LinesView


class FromView(Message):
    """Something that happened to a block of a view."""

    def __init__(self, view: "LinesView", key: str) -> None:
        super().__init__()
        self.view = view
        self.key = key

    @property
    def control(self) -> "LinesView":
        """The view it happened in."""
        return self.view


class Painted(Scrolled):
    """A view whose runs name their style (``strong``, ``dim``, ``warn`` …)."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--dim",
        "lines--strong",
        "lines--accent",
        "lines--good",
        "lines--warn",
        "lines--bad",
        "lines--new",
        "lines--gone",
        "lines--title",
        "lines--cursor",
    }

    DEFAULT_CSS = """
    Painted { height: 1fr; scrollbar-size: 0 1; scrollbar-gutter: stable; overflow-x: hidden;
        padding: 0 0 0 1;
        &> .lines--dim { text-style: dim; }
        &> .lines--strong { text-style: bold; }
        &> .lines--accent { color: $text-accent; text-style: bold; }
        &> .lines--good { color: $text-success; }
        &> .lines--warn { color: $text-warning; text-style: bold; }
        &> .lines--bad { color: $text-error; text-style: bold; }
        &> .lines--new { background: $success-muted; text-style: underline; }
        &> .lines--gone { text-style: strike; color: $text-error; }
        &> .lines--title { color: $text-primary; text-style: bold; }
        &> .lines--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
        &> .lines--cursor-quiet { background: $surface-lighten-2; }
    }
    """

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  textual's name
        classes: str | None = None,
    ) -> None:
        self._styles_made: dict[str, Style] = {}
        super().__init__(id=id, classes=classes)

    def _run_style(self, run: Run, under: Style, over: Style | None) -> Style:
        """Style of one piece of a line."""
        return under + self._style(run.style) + (over or Style.null())

    @property
    def _base(self) -> Style:
        if "" not in self._styles_made:
            self._styles_made[""] = self.rich_style
        return self._styles_made[""]

    def _style(self, name: str) -> Style:
        """Style of a name; looking colours up is slow, so each is made once."""
        if not name:
            return Style.null()
        if name not in self._styles_made:
            style = self.get_component_rich_style(f"lines--{name}", partial=True)
            plain = name == "dim" and self.app.theme == HIGH_CONTRAST.name
            self._styles_made[name] = style + Style(dim=False) if plain else style
        return self._styles_made[name]

    def notify_style_update(self) -> None:
        """Colours changed (theme, focus): make the styles anew."""
        super().notify_style_update()
        self._styles_made.clear()
