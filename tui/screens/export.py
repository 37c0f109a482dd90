"""F5: what still stands in the way, and the document as a file."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Static

from report.document import Document
from tui.core import DraftLike
from tui.screens.base import CoreScreen
from tui.screens.welcome import heading
from tui.widgets.bar import Said, TopBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.prompt import Prompt
from tui.widgets.wrap import Run

_FINDING = "finding:"
_DOUBT = "doubt:"


class ExportScreen(CoreScreen):
    """A list of what is open, and where the file goes."""

    DEFAULT_CSS = """
    ExportScreen #line { height: auto; border-top: solid $panel; padding: 0 1; }
    ExportScreen #sign { width: auto; color: $text-accent; text-style: bold; }
    ExportScreen Prompt { width: 1fr; }
    ExportScreen #hint { height: 1; padding: 0 1; color: $text-muted; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "帮助"),
        Binding("enter", "export", "导出", key_display="回车", show=True),
        Binding("f3", "app.tables", "表格"),
        Binding("f4", "app.review", "审改"),
        Binding("escape", "leave", "回去", key_display="Esc"),
    ]

    def compose(self) -> ComposeResult:
        """Bar, list, where to, keys."""
        yield TopBar()
        yield LinesView(id="open")
        yield Said()
        with Horizontal(id="line"):
            yield Static("存到 ", id="sign", markup=False)
            yield Prompt(id="path")
        yield Static("回车 导出   ↑ 到上面的清单，回车去改   文件夹和文件名都可以改", id="hint", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Suggest a name."""
        self.refresh_core()
        prompt = self.query_one(Prompt)
        name = self.attempt(lambda: self.core.suggested_name("md")) or "年度报告.md"
        prompt.fill(str(self.nianbao.export_folder / name))
        prompt.history.clear()
        prompt.focus()

    def refresh_core(self, said: str = "", *, bad: bool = False) -> None:
        """What is open now."""
        self.query_one(TopBar).say("导出", heading(self.core.welcome()))
        draft = self.attempt(self.core.draft)
        view = self.query_one("#open", LinesView)
        if draft is not None:
            view.show(open_blocks(draft))
        self.query_one(Said).say(said, bad=bad)

    def on_prompt_sent(self, event: Prompt.Sent) -> None:
        """Enter in the path."""
        self._export(event.text.strip())

    def action_export(self) -> None:
        """Enter elsewhere."""
        self._export(self.query_one(Prompt).text.strip())

    def _export(self, text: str) -> None:
        said = self.query_one(Said)
        if not text:
            said.say("请写明存到哪里，如 /home/某某/年度报告.md。", bad=True)
            return
        path = Path(text).expanduser()
        written = self.attempt(lambda: self.core.export(path))
        if written is None:
            said.say("没有写成，文件没有改动。请换一个能写入的文件夹再按回车。", bad=True)
            return
        self.nianbao.export_folder = written.parent
        draft = self.attempt(self.core.draft)
        unfinished = draft is not None and not is_final(draft)
        said.say(f"已导出{'草稿' if unfinished else ''}：{written}")

    def on_prompt_arrow(self, event: Prompt.Arrow) -> None:
        """Up: into the list."""
        view = self.query_one("#open", LinesView)
        if event.step < 0 and view.step(-1):
            view.focus()

    def on_prompt_mark(self, event: Prompt.Mark) -> None:
        """``？`` asks for help; ``/`` begins a path and is written."""
        prompt = self.query_one(Prompt)
        if event.mark == "?":
            self.nianbao.action_help()
        else:
            prompt.insert("/")

    def on_lines_view_moved(self, event: LinesView.Moved) -> None:
        """Past the end of the list one is back at the path."""
        if not event.key and event.step > 0:
            event.view.cursor = -1
            self.query_one(Prompt).focus()

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Go to where it can be mended."""
        if event.key.startswith(_DOUBT):
            self.nianbao.open_paragraph(event.key.removeprefix(_DOUBT))
        elif event.key.startswith(_FINDING):
            draft = self.core.draft()
            cells = draft.findings[int(event.key.removeprefix(_FINDING))].cells
            if cells:
                self.nianbao.open_table(cells[0].split(".", 1)[0], cells)
            else:
                self.nianbao.open_paragraph("")
        else:
            self.nianbao.talk()

    def action_leave(self) -> None:
        """Back to the conversation."""
        self.nianbao.talk()

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """What this screen is for."""
        return "帮助：导出", [
            (
                "这一屏",
                "上面列出还没做完、或对不上的地方；上下键选一条，回车就到能改的地方。下面写着文件存到哪里，可以改。",
            ),
            (
                "草稿和定稿",
                "还有没做完的地方时也能导出，文件名里带“（草稿）”，文中缺的地方标【待补】【待核】。",
            ),
        ]


def doubts(document: Document) -> list[tuple[str, str]]:
    """Paragraph id and text of every place for the reviewer (【待核】)."""
    found = []
    for paragraph in document.paragraphs:
        for piece in paragraph.body.split("【待核")[1:]:
            found.append((paragraph.id, "【待核" + piece.split("】")[0] + "】"))  # noqa: PERF401  the pair needs both loops
    return found


def is_final(draft: DraftLike) -> bool:
    """Nothing missing, nothing wrong, nothing for the reviewer."""
    return not (_errors(draft) or draft.gaps or doubts(draft.document))


def _errors(draft: DraftLike) -> list[int]:
    return [number for number, finding in enumerate(draft.findings) if finding.severity == "error"]


def open_blocks(draft: DraftLike) -> list[Block]:
    """What stands in the way, the gravest first."""
    errors, open_doubts = _errors(draft), doubts(draft.document)
    blocks = [Block("", ())]
    if is_final(draft):
        blocks.append(Block("", (Run("✓ 可以定稿：都答完了，数字对得上，没有待核的地方。", "good"),), gap=1))
    else:
        count = f"{len(errors)} 处不符 · {len(draft.gaps)} 处没有回答 · {len(open_doubts)} 处待核"
        blocks.append(Block("", (Run("还不能定稿：", "bad"), Run(f"{count}。现在导出的是草稿。")), gap=1))
    blocks += [
        Block(f"{_FINDING}{number}", (Run("× ", "bad"), Run(draft.findings[number].message)), indent=2)
        for number in errors
    ]
    blocks += [
        Block(f"gap:{number}", (Run("○ ", "warn"), Run(gap)), indent=2)
        for number, gap in enumerate(draft.gaps)
    ]
    blocks += [
        Block(f"{_DOUBT}{paragraph}", (Run("！", "warn"), Run(text)), indent=2)
        for paragraph, text in open_doubts
    ]
    others = [finding for finding in draft.findings if finding.severity != "error"]
    if others:
        blocks += [Block("", ()), Block("", (Run("看一眼（不影响导出）", "title"),))]
        blocks += [Block("", (Run(f"· {finding.message}", "dim"),), indent=2) for finding in others]
    return blocks
