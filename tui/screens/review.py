"""F4: the text paragraph by paragraph, each sentence with its origin; a person's own words go in here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer

from assistant.views import ParagraphView, SentenceView
from report.problem import NianbaoProblem
from tui.screens.base import CoreScreen
from tui.screens.welcome import heading
from tui.widgets.bar import Said, TopBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.origin import origin_of
from tui.widgets.paper import marked, paper
from tui.widgets.prompt import ChineseTextArea
from tui.widgets.wrap import Run


class ReviewScreen(CoreScreen):
    """Paragraphs at the left, origins at the right."""

    DEFAULT_CSS = """
    ReviewScreen #columns { height: 1fr; }
    ReviewScreen #text { width: 1fr; }
    ReviewScreen #origin { width: 44%; border-left: solid $panel; }
    ReviewScreen.-narrow #columns { layout: vertical; }
    ReviewScreen.-narrow #text { height: 3fr; }
    ReviewScreen.-narrow #origin { width: 1fr; height: 2fr; border-left: none; border-top: solid $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "帮助"),
        Binding("question_mark,fullwidth_question_mark", "app.help", show=False),
        Binding("e", "edit", "改这一段", key_display="回车"),
        Binding("r", "restore", "恢复生成"),
        Binding("tab", "other_side", "看来历"),
        Binding("f3", "app.tables", "表格", show=False),
        Binding("f5", "app.export", "导出"),
        Binding("slash,fullwidth_solidus", "app.commands", show=False),
        Binding("escape", "leave", "回去", key_display="Esc"),
    ]

    def __init__(self, paragraph: str = "") -> None:
        super().__init__()
        self.start_paragraph = paragraph

    def compose(self) -> ComposeResult:
        """Bar, two columns, keys."""
        yield TopBar()
        with Horizontal(id="columns"):
            yield LinesView(id="text")
            yield LinesView(id="origin", pointed=False)
        yield Said()
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Show the text."""
        self.refresh_core()
        view = self.text
        if self.start_paragraph:
            view.point(self.start_paragraph)
        elif view.cursor < 0:
            view.step(1)
        view.focus()
        self._show_origin()

    @property
    def text(self) -> LinesView:
        """The paragraphs."""
        return self.query_one("#text", LinesView)

    def refresh_core(self, said: str = "", *, bad: bool = False) -> None:
        """The draft as it is now."""
        self.query_one(TopBar).say("审改", heading(self.core.welcome()))
        draft = self.attempt(self.core.draft)
        if draft is None:
            return
        self.text.show([self._block(block) for block in paper(draft.document)])
        self.query_one(Said).say(said, bad=bad)
        self._show_origin()

    def _block(self, block: Block) -> Block:
        """A paragraph with its state; headings and tables are not edited here, so nothing points at them."""
        if not block.key or block.key.startswith(("section:", "table:")):
            return Block("", block.runs, gap=block.gap, lead=block.lead, style=block.style)
        view = self._paragraph(block.key)
        if view is None:
            return block
        state = "有冲突" if view.conflict else "已改" if view.edited else ""
        runs = (
            (Run(f"［{state}］", "warn" if view.conflict else "good"), *block.runs) if state else block.runs
        )
        return Block(block.key, runs, gap=block.gap)

    def _paragraph(self, key: str) -> ParagraphView | None:
        try:
            return self.core.paragraph(key)
        except (KeyError, NianbaoProblem):
            return None

    def _show_origin(self) -> None:
        view = self.query_one("#origin", LinesView)
        paragraph = self._paragraph(self.text.key) if self.text.key else None
        view.show(origin_blocks(paragraph) if paragraph else [])
        view.scroll_home(animate=False)

    def on_lines_view_moved(self) -> None:
        """Another paragraph: its origins."""
        self._show_origin()

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Enter or a click edits."""
        if event.view is self.text:
            self._show_origin()
            self.action_edit()

    def action_edit(self) -> None:
        """Open the paragraph for editing."""
        paragraph = self._paragraph(self.text.key) if self.text.key else None
        if paragraph is None:
            return
        unsent = self.core.unsent(f"edit:{paragraph.id}")
        self.app.push_screen(EditScreen(paragraph, unsent), lambda text: self._edited(paragraph, text))

    def _edited(self, paragraph: ParagraphView, result: "EditResult | None") -> None:
        kept = result.text if result is not None and not result.keep else ""
        self.core.keep_unsent(f"edit:{paragraph.id}", kept)
        if result is None:
            return
        if not result.keep:
            self.query_one(Said).say("没有存；改了一半的文字还在，再按回车接着改。", bad=True)
            return
        said = self.attempt(lambda: self.core.edit_paragraph(paragraph.id, result.text))
        if said is not None:
            self.refresh_core(said or "已按您的文字改好。")

    def action_restore(self) -> None:
        """Back to the generated text."""
        paragraph = self._paragraph(self.text.key) if self.text.key else None
        if paragraph is None or not paragraph.edited:
            self.query_one(Said).say("这一段没有改过。")
            return
        self.core.keep_unsent(f"edit:{paragraph.id}", paragraph.text)
        self.attempt(lambda: self.core.restore_paragraph(paragraph.id))
        self.refresh_core("已恢复成生成的文字。您改的那一版还在：按回车就能看到，Ctrl+S 存回去。")

    def action_other_side(self) -> None:
        """Tab: into the origins and back."""
        origin = self.query_one("#origin", LinesView)
        (self.text if self.focused is origin else origin).focus()

    def action_leave(self) -> None:
        """Back to the conversation."""
        self.nianbao.talk()

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """What this screen is for."""
        return "帮助：审改", [
            ("这一屏", "左边是成文，右边是每一句的来历：用了哪条写法，根据您的哪句话，数字从哪里来。"),
            (
                "怎么改",
                "上下键选一段，回车打开来改，Ctrl+S 存。以后数字变了，您改过的话会保留，只换数字；合不上的会标“有冲突”。",
            ),
            ("【待补】【待核】", "【待补】是还没有回答；【待核】是没有看懂的原话，请改成合适的说法或删去。"),
        ]


def origin_blocks(paragraph: ParagraphView) -> list[Block]:
    """Each sentence of a paragraph with where it came from."""
    blocks = [Block("", (Run(f"{paragraph.label or paragraph.heading}：每一句的来历", "title"),), gap=1)]
    if paragraph.conflict:
        blocks += [
            Block("", (Run(f"！{paragraph.conflict}", "bad"),), gap=1),
            Block("", (Run("新生成的文字：", "dim"), *marked(paragraph.generated)), gap=1),
        ]
    elif paragraph.edited:
        blocks.append(
            Block("", (Run("这一段您改过。生成的原文：", "dim"), *marked(paragraph.generated)), gap=1)
        )
    for sentence in paragraph.sentences:
        blocks += _sentence(sentence)
    return blocks


def _sentence(sentence: SentenceView) -> list[Block]:
    blocks = [Block("", marked(sentence.text))]
    blocks += origin_of(sentence)
    last = blocks[-1]
    blocks[-1] = Block("", last.runs, lead=last.lead, indent=last.indent, gap=1)
    return blocks


class EditResult:
    """How editing ended."""

    def __init__(self, text: str, *, keep: bool) -> None:
        self.text = text
        self.keep = keep


class EditScreen(ModalScreen[EditResult | None]):
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

    def __init__(self, paragraph: ParagraphView, unsent: str = "") -> None:
        super().__init__()
        self.paragraph = paragraph
        self.unsent = unsent

    def compose(self) -> ComposeResult:
        """Bar, text, keys."""
        with Vertical():
            yield TopBar()
            yield ChineseTextArea(soft_wrap=True, compact=True)
            yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The text as it is, or as it was left half changed."""
        self.query_one(TopBar).say(
            f"改：{self.paragraph.label or self.paragraph.heading}", "Ctrl+S 存   Esc 不存"
        )
        area = self.query_one(ChineseTextArea)
        area.load_text(self.paragraph.text)
        if self.unsent:
            area.clear()
            area.insert(self.unsent)
        area.move_cursor(area.document.end)
        area.focus()

    def action_keep(self) -> None:
        """Ctrl+S."""
        text = self.query_one(ChineseTextArea).text.strip()
        unchanged = text == self.paragraph.text
        self.dismiss(None if unchanged else EditResult(text, keep=True))

    def action_leave(self) -> None:
        """Esc: nothing is stored, nothing is thrown away."""
        text = self.query_one(ChineseTextArea).text
        self.dismiss(None if text.strip() == self.paragraph.text else EditResult(text, keep=False))
