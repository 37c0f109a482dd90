"""A view that draws its own lines and scrolls them, without the whole screen being laid out for it.

Textual lays the screen out anew when what a view scrolls grows by a line, and once more when a view's scroll bar does:
each costs an answer a frame. Neither moves anything, so neither is asked for here.
"""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.widget import Widget


class _Bar(ScrollBar):
    """A scroll bar that is laid out with its view and never asks for more."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)


class Scrolled(ScrollView):
    """A scrolled view of lines; say `holds` when what it scrolls has another size."""

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: FBT001, FBT002  textual's signature
    ) -> bool:
        """Called while the screen is laid out: what is scrolled gets its lines before the first picture, not after it."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed or not self.fitted:
            self.fit()
        return changed

    @property
    def fitted(self) -> bool:
        """Whether the lines are broken for the room there is; what was hidden meanwhile comes back in its old size."""
        return True

    def fit(self) -> None:
        """The room has another size."""

    def holds(self, size: Size) -> None:
        """What is scrolled has this size now; textual is asked for a layout only when a scroll bar comes or goes."""
        self.set_reactive(Widget.virtual_size, size)
        self._scroll_update(size)
        self.refresh()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar; made when first asked for, as textual does."""
        if self._vertical_scrollbar is None:
            bar = _Bar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)  # noqa: SLF001  as textual's own property does
        return self._vertical_scrollbar
