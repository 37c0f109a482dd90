"""Screens that lie over another one.

One decision: whenever one of them is laid out anew, the whole picture is painted. What a shrinking box gives free begins
and ends in the middle of wide characters, and textual paints that region alone, with a blank for each half.
"""

from typing import TypeVar

from textual.geometry import Size
from textual.screen import ModalScreen

Given = TypeVar("Given")


class Over(ModalScreen[Given]):
    """A box over the screen it was called from; it gives back what was decided in it."""

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:  # noqa: FBT001, FBT002  textual's signature
        if not scroll or self._layout_widgets:
            self._compositor._dirty_regions.add(self.size.region)  # noqa: SLF001  there is no other way to say it
        super()._refresh_layout(size, scroll)
