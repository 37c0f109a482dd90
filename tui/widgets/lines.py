"""One way to draw text: blocks of styled lines, broken by our own rules, with a cursor over the blocks.

The conversation, the draft, the task list, the tick list and the review desk are all this widget with other blocks.
It uses Textual's Line API, so a long document costs no more to draw than what is visible; and as text never passes
through markup, brackets in a person's words are only brackets.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.blocks import Block, Laid, lay, lines_of
from tui.widgets.painted import FromView, Painted

__all__ = ["Block", "LinesView"]


class LinesView(Painted, can_focus=True):
    """Blocks of text with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "上一条", show=False),
        Binding("down", "move(1)", "下一条", show=False),
        Binding("home", "edge(-1)", "第一条", show=False),
        Binding("end", "edge(1)", "最后一条", show=False),
        Binding("pageup", "page(-1)", "上一页", show=False),
        Binding("pagedown", "page(1)", "下一页", show=False),
        Binding("enter", "choose", "打开", show=False),
    ]

    cursor: reactive[int] = reactive(-1)
    """Index of the block under the cursor; -1 for none."""

    class Chosen(FromView):
        """A block was opened with Enter or a click."""

    class Moved(FromView):
        """The cursor came to another block, or ran out at an end (``key`` empty, ``step`` tells which)."""

        def __init__(self, view: "LinesView", key: str, step: int) -> None:
            super().__init__(view, key)
            self.step = step

    def __init__(
        self,
        *,
        pointed: bool = True,
        id: str | None = None,  # noqa: A002  textual's name
        classes: str | None = None,
    ) -> None:
        """Make an empty view.

        Args:
            pointed: Whether a cursor goes over the blocks; without it the keys scroll.
            id: Widget id.
            classes: CSS classes.
        """
        super().__init__(id=id, classes=classes)
        self.pointed = pointed
        self.quiet_cursor = False
        """Show the cursor also while another widget has the focus (the prompt drives the list)."""
        self._blocks: tuple[Block, ...] = ()
        self._laid = Laid()
        self._laid_width = 0
        self._at_end = False
        """The last line is to be seen, whatever the width (a conversation)."""
        self.sinks = False
        """Few lines stand at the bottom instead of at the top (a conversation, above its prompt)."""
        self._top = -1
        """Index of the block that was asked to stand at the top, or -1."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is shown."""
        return self._blocks

    def show(self, blocks: Sequence[Block], *, cursor: str | None = None, end: bool = False) -> None:
        """Show other blocks.

        Args:
            blocks: What to show.
            cursor: Key of the block to point at; by default the cursor stays on the key it was on.
            end: Scroll to the last line (a conversation) instead of keeping the place.
        """
        wanted = self.key if cursor is None else cursor
        height, lines = self.styles.height, len(self._laid.lines)
        if other := (shown := tuple(blocks)) != self._blocks or not self.fitted:
            self._blocks = shown
            self._lay()
        keys = [block.key for block in self._blocks]
        place = keys.index(wanted) if wanted and wanted in keys else -1
        if other or place != self.cursor:
            self.set_reactive(LinesView.cursor, place)
            self.refresh(layout=height is not None and height.is_auto and len(self._laid.lines) != lines)
        self._at_end, self._top = end, -1
        if end:
            self.scroll_to(y=self.max_scroll_y, animate=False)
        elif self.cursor >= 0:
            self.reveal(self.cursor)

    @property
    def key(self) -> str:
        """Key of the block under the cursor, or empty."""
        return self._blocks[self.cursor].key if 0 <= self.cursor < len(self._blocks) else ""

    def point(self, key: str) -> None:
        """Put the cursor on the block with this key, if it is there, and bring it into view."""
        for index, block in enumerate(self._blocks):
            if block.key == key:
                self.cursor = index
                self.reveal(index)
                return

    def reveal(self, index: int, *, top: bool = False) -> None:
        """Scroll so that a block can be seen; with ``top`` its first line is the first one shown."""
        if top:
            self._top = index
        if index not in self._laid.first:
            return
        first = self._laid.first[index]
        height = sum(1 for _, owner in self._laid.lines[first : first + 200] if owner == index)
        page = max(self.scrollable_content_region.height, 1)
        target = self.scroll_offset.y
        if top or first < target or height >= page:
            target = first
        elif first + height > target + page:
            target = first + height - page
        self.scroll_to(y=max(target, 0), animate=False, force=True)  # its scrollbar may not be there yet

    # Laying out

    @property
    def fitted(self) -> bool:
        """Whether the lines are broken for this width."""
        return self._room == self._laid_width

    def fit(self) -> None:
        """Break the lines again for the new width; what was in view stays in view."""
        if not self.fitted:
            self._lay()
        if self._at_end and self.cursor < 0:
            self.scroll_to(y=self.max_scroll_y, animate=False)
        elif self.cursor >= 0:
            self.reveal(self.cursor)
        elif self._top >= 0:
            self.reveal(self._top, top=True)

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width

    def _lay(self) -> None:
        width = self._room
        self._laid_width = width
        self._laid = lay(self._blocks, width) if width > 0 else Laid()
        self.holds(Size(width, len(self._laid.lines)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines needed at this width, for ``height: auto``."""
        del container, viewport
        return sum(len(lines_of(block, width)) + block.gap for block in self._blocks)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number = y + self.scroll_offset.y
        if self.sinks:
            number -= max(self.scrollable_content_region.height - len(self._laid.lines), 0)
        width = self._room
        base = self._base
        if not 0 <= number < len(self._laid.lines):
            return Strip.blank(width, base)
        line, owner = self._laid.lines[number]
        block_style = self._style(self._blocks[owner].style) if owner >= 0 else Style.null()
        under = base + block_style
        over = self._cursor_style() if owner >= 0 and owner == self.cursor else None
        owned = Style(meta={"block": owner})
        segments = [Segment(run.text, self._run_style(run, under, over) + owned) for run in line]
        return Strip(segments).adjust_cell_length(width, (base + over if over else under) + owned)

    def _cursor_style(self) -> Style | None:
        if not self.pointed:
            return None
        if self.has_focus or self.quiet_cursor:
            return self._style("cursor") + Style(dim=False, bold=True)
        return None

    # Moving

    def watch_cursor(self) -> None:
        """Draw the cursor where it is now."""
        self.refresh()

    def step(self, by: int) -> bool:
        """Move the cursor to the next block that can be pointed at; False when there is none."""
        index = self.cursor + by if self.cursor >= 0 or by > 0 else len(self._blocks) - 1
        while 0 <= index < len(self._blocks):
            if self._blocks[index].key:
                self.cursor = index
                self.reveal(index)
                return True
            index += by
        return False

    def action_move(self, by: int) -> None:
        """Arrow keys."""
        if not self.pointed:
            self.scroll_relative(y=by, animate=False)
            return
        moved = self.step(by)
        self.post_message(self.Moved(self, self.key if moved else "", by))

    def action_edge(self, way: int) -> None:
        """Home and End."""
        if not self.pointed:
            self.scroll_to(y=0 if way < 0 else self.max_scroll_y, animate=False)
            return
        self.cursor = -1 if way < 0 else len(self._blocks)
        if self.step(-way):
            self.post_message(self.Moved(self, self.key, way))

    def action_page(self, way: int) -> None:
        """Page keys."""
        page = max(self.scrollable_content_region.height - 1, 1)
        self.scroll_relative(y=way * page, animate=False)
        if self.pointed:
            for _ in range(page // 2):
                if not self.step(way):
                    break
            self.post_message(self.Moved(self, self.key, way))

    def action_choose(self) -> None:
        """Enter."""
        if self.pointed and self.key:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """A click chooses what it hits."""
        owner = event.style.meta.get("block", -1)
        if self.pointed and owner >= 0 and self._blocks[owner].key:
            self.cursor = owner
            self.post_message(self.Chosen(self, self.key))
