"""F1: why this is asked, what counts, an example, the article of law, and the keys that work here."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from assistant.views import QuestionView
from tui.screens.over import Over
from tui.widgets.bar import TopBar
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.wrap import Line, Run, wrap_text

EVERYWHERE = "F1 帮助 · F3 表格 · F4 审改 · F5 导出 · Ctrl+P 全部命令 · Ctrl+Z 撤销 · Ctrl+Y 重做 · Ctrl+Q 离开（随时可以，不会丢）"
TYPING = (
    "每答一问就已存好，不用另外保存。拼音输入法、全角数字、汉字数字（一百二十四）、1.2万 都认得；"
    "从别处复制的文字可以直接粘贴。输入法没反应时，先在记事本里写好再粘贴过来。"
)


class HelpScreen(Over[None]):
    """A page of help over the screen it was asked from."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical { width: 90%; max-width: 96; height: 90%; background: $surface; border: round $primary; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q,Q", "close", "回去", key_display="Esc"),
        Binding("question_mark,fullwidth_question_mark", "close", show=False),
    ]

    def __init__(self, title: str, parts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.page_title = title
        self.parts = tuple(parts)

    def compose(self) -> ComposeResult:
        """A title, the text, the key that closes it."""
        with Vertical():
            yield TopBar()
            yield LinesView(pointed=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one(TopBar).say(self.page_title)
        view = self.query_one(LinesView)
        view.show(help_blocks(self.parts))
        self.set_focus(view)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()


def help_blocks(parts: Sequence[tuple[str, str]]) -> list[Block]:
    """Headings with their text; empty texts are left out."""
    blocks: list[Block] = []
    for heading, text in (*parts, ("到处都能用的键", EVERYWHERE), ("怎么输入", TYPING)):
        if text:
            items = partial(_items, text) if _BETWEEN in text else None
            blocks += [
                Block("", (Run(heading, "title"),)),
                Block("", (Run(text),), lead=2, gap=1, draw=items),
            ]
    return blocks


_BETWEEN = " · "


def _items(text: str, width: int) -> list[Line]:
    """Keys side by side, none of them torn from what it does; a sentence behind the last one stands on its own."""
    *keys, last = text.split(_BETWEEN)
    end, mark, rest = last.partition("。")
    lines: list[str] = []
    for key in (*keys, end + mark):
        if lines and cell_len(lines[-1] + _BETWEEN + key) <= width - 2:
            lines[-1] += _BETWEEN + key
        else:
            lines += wrap_text(key, width - 2)
    return [(Run(f"  {line}"),) for line in (*lines, *(wrap_text(rest, width - 2) if rest else ()))]


def question_help(question: QuestionView | None) -> list[tuple[str, str]]:
    """What there is to say about one question."""
    if question is None:
        return [("现在", "都问完了。F4 审改成文，F5 导出。")]
    return [
        ("这一问", question.ask),
        ("为什么问、怎么算", question.help),
        ("例子", question.example),
        ("依据", question.law),
        ("去年的回答", question.last_year),
    ]
