"""A rewritten sentence kept among the unit's own phrases: shown with its numbers as slots, keywords confirmed by hand."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from assistant.desk_views import PhraseOffer
from report.problem import NianbaoProblem
from tui.core import Core
from tui.screens.over import Over
from tui.widgets.bar import Said, TopBar
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.prompt import Prompt
from tui.widgets.wrap import Run


class PhraseScreen(Over[str]):
    """What would be saved; Enter saves it, and the sentence that is given back says where."""

    DEFAULT_CSS = """
    PhraseScreen { align: center middle; }
    PhraseScreen > Vertical { width: 92%; max-width: 100; height: 22; max-height: 90%;
        background: $surface; border: round $primary; }
    PhraseScreen #line { height: auto; border-top: solid $panel; padding: 0 1; }
    PhraseScreen #sign { width: auto; color: $text-accent; text-style: bold; }
    PhraseScreen Prompt { width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "存为短语", key_display="回车"),
        Binding("escape", "leave", "不存", key_display="Esc"),
    ]

    def __init__(self, core: Core, offered: PhraseOffer) -> None:
        super().__init__()
        self.core = core
        self.offered = offered

    def compose(self) -> ComposeResult:
        """Bar, the phrase, its keywords, keys."""
        with Vertical():
            yield TopBar()
            yield LinesView(pointed=False)
            yield Said()
            with Horizontal(id="line"):
                yield Static("关键词 ", id="sign", markup=False)
                yield Prompt()
            yield KeyBar()

    def on_mount(self) -> None:
        """Show it; the keywords can be changed."""
        self.query_one(TopBar).say("存为本单位短语")
        self.query_one(LinesView).show(offer_blocks(self.offered))
        prompt = self.query_one(Prompt)
        self.query_one("#line").display = not self.offered.proposal.tick
        prompt.fill("、".join(self.offered.keywords))
        prompt.history.clear()
        self.set_focus(prompt)

    def on_prompt_sent(self) -> None:
        """Enter in the keywords."""
        self.action_save()

    def on_prompt_mark(self, event: Prompt.Mark) -> None:
        """Marks are only marks here."""
        del event

    def action_save(self) -> None:
        """Save, or say what does not fit."""
        typed = self.query_one(Prompt).text
        keywords = [word for piece in typed.split("、") for word in piece.replace("，", " ").split()]
        try:
            said = self.core.save_phrase(self.offered, keywords)
        except NianbaoProblem as problem:
            self.query_one(Said).say(str(problem), bad=True)
            return
        self.dismiss(said)

    def action_leave(self) -> None:
        """Esc: nothing is saved."""
        self.dismiss("")


def offer_blocks(offered: PhraseOffer) -> list[Block]:
    """What was written, what it was made from, and what it becomes."""
    rows = (
        ("您改的句子", offered.sentence),
        ("根据勾选" if offered.proposal.tick else "根据原话", offered.note),
        ("存成的说法", offered.wording),
    )
    blocks = [Block("", (Run(f"{name}  ", "accent"), Run(text)), indent=4, gap=1) for name, text in rows]
    told = (
        f"以后勾选“{offered.note}”，就先用这句话。回车存。"
        if offered.proposal.tick
        else "〔〕里的数每年照原话填。以后原话里同时有下面这些关键词，就先用这句话；"
        "关键词可以改，用顿号隔开，只能用原话里的词。"
    )
    return [*blocks, Block("", (Run(told, "dim"),))]
