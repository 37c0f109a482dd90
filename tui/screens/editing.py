"""One paragraph in a person's own words: a text area over the review desk."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from assistant.views import ParagraphView
from tui.screens.over import Over
from tui.widgets.bar import TopBar
from tui.widgets.keybar import KeyBar
from tui.widgets.prompt import ChineseTextArea


class EditResult:
    """How editing ended."""

    def __init__(self, text: str, *, keep: bool) -> None:
        self.text = text
        self.keep = keep


class EditScreen(Over[EditResult | None]):
    """One paragraph in a text area; Ctrl+S keeps it, Esc leaves and loses nothing."""

    DEFAULT_CSS = """
    EditScreen { align: center middle; }
    EditScreen > Vertical { width: 92%; max-width: 110; height: 80%; background: $surface; border: round $primary; }
    EditScreen TextArea { height: 1fr; border: none; padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "存", priority=True),
        Binding("escape", "leave", "不存（文字留着）", key_display="Esc"),
    ]

    def __init__(self, paragraph: ParagraphView, unsent: str = "", sentence: int = 0) -> None:
        """Make it.

        Args:
            paragraph: What is edited.
            unsent: The text as it was left half changed, or empty.
            sentence: Number of the sentence to stand at.
        """
        super().__init__()
        self.sentence = sentence
        self.paragraph = paragraph
        self.unsent = unsent

    def compose(self) -> ComposeResult:
        """Bar, text, keys."""
        with Vertical():
            yield TopBar()
            yield ChineseTextArea(soft_wrap=True, compact=True)
            yield KeyBar()

    def on_mount(self) -> None:
        """The text as it is, or as it was left half changed."""
        self.query_one(TopBar).say(f"改：{self.paragraph.label or self.paragraph.heading}")
        area = self.query_one(ChineseTextArea)
        area.load_text(self.paragraph.text)
        if self.unsent:
            area.clear()
            area.insert(self.unsent)
        self._point(area)
        self.set_focus(area)

    def _point(self, area: ChineseTextArea) -> None:
        """The cursor at the end of the sentence that was pointed at; nothing is selected, for typing would wipe it."""
        sentences = self.paragraph.sentences
        wanted = sentences[self.sentence].text if self.sentence < len(sentences) else ""
        before = sum(len(one.text) for one in sentences[: self.sentence])
        start = area.text.find(wanted, 0 if self.unsent else before) if wanted else -1
        if start < 0:
            area.move_cursor(area.document.end)
            return
        area.move_cursor(_location(area.text, start + len(wanted)))

    def action_keep(self) -> None:
        """Ctrl+S."""
        text = self.query_one(ChineseTextArea).text.strip()
        unchanged = text == self.paragraph.text
        self.dismiss(None if unchanged else EditResult(text, keep=True))

    def action_leave(self) -> None:
        """Esc: nothing is stored, nothing is thrown away."""
        text = self.query_one(ChineseTextArea).text
        self.dismiss(None if text.strip() == self.paragraph.text else EditResult(text, keep=False))


def _location(text: str, index: int) -> tuple[int, int]:
    """Row and column of a character."""
    before = text[:index]
    return before.count("\n"), index - before.rfind("\n") - 1
