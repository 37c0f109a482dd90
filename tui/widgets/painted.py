"""What a view of lines stands on: styles by name, looked up once for each theme since that is slow, and its messages."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import msgspec
from rich.style import Style
from textual.color import Color
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


class _Look(msgspec.Struct, frozen=True):
    """What a name looks like; colours by their names in the theme."""

    text: Style = Style.null()
    color: str = ""
    under: str = ""


_LOOKS: Mapping[str, _Look] = {
    "dim": _Look(Style(dim=True)),
    "strong": _Look(Style(bold=True)),
    "accent": _Look(Style(bold=True), "text-accent"),
    "good": _Look(color="text-success"),
    "warn": _Look(Style(bold=True), "text-warning"),
    "bad": _Look(Style(bold=True), "text-error"),
    "new": _Look(Style(underline=True), under="success-muted"),
    "gone": _Look(Style(strike=True), "text-error"),
    "title": _Look(Style(bold=True), "text-primary"),
}


class Painted(Scrolled):
    """A view whose runs name their style (``strong``, ``dim``, ``warn`` …)."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor"}
    """The cursor alone: its colour depends on what is under it, and textual matches rules for each class of each view."""

    DEFAULT_CSS = """
    Painted { height: 1fr; scrollbar-size: 0 1; scrollbar-gutter: stable; overflow-x: hidden;
        padding: 0 0 0 1;
        &> .lines--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
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
            self._styles_made[name] = self._made(name)
        return self._styles_made[name]

    def _made(self, name: str) -> Style:
        if name == "cursor":
            return self.get_component_rich_style("lines--cursor", partial=True)
        if name == "dim" and self.app.theme == HIGH_CONTRAST.name:
            return Style(dim=False)
        look, colours = _LOOKS[name], self.app.theme_variables
        front, under = (
            Color.parse(colours[each]).rich_color if each else None for each in (look.color, look.under)
        )
        return Style(color=front, bgcolor=under) + look.text

    def notify_style_update(self) -> None:
        """Colours changed (theme, focus): make the styles anew."""
        super().notify_style_update()
        self._styles_made.clear()
