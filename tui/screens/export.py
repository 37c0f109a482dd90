"""F5: what still stands in the way, and the document as a file."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from assistant.desk_views import OpenPoint
from assistant.forms import FORM_WORDS, FORMS, free_path, next_form
from assistant.open_points import counted
from tui.letters import letter
from tui.screens.saving import SavingScreen
from tui.screens.welcome import heading
from tui.widgets.bar import Hint, Said, TopBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.prompt import Prompt
from tui.widgets.wrap import Run

_POINT = "point:"
_ENDINGS = "、".join(endings[0] for endings in FORMS.values())


class OpenList(LinesView):
    """What stands open; Enter goes there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "去改", key_display="回车"),
        letter("m", "screen.confirm", "这样没错"),
    ]


class ExportScreen(SavingScreen):
    """A list of what is open, and where the file goes."""

    LIST = OpenList

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "帮助"),
        Binding("enter", "save", "导出", key_display="回车"),
        Binding("f7", "length", "篇幅"),
        Binding("f8", "form", "换形式"),
        Binding("f9", "many", "多份"),
        Binding("f3", "app.tables", "表格"),
        Binding("f4", "app.review", "审改"),
        Binding("escape", "leave", "回去", key_display="Esc"),
    ]

    def __init__(self, *, listed: bool = False) -> None:
        super().__init__()
        self.listed = listed
        """Whether to begin in the list, at its first line."""
        self.points: tuple[OpenPoint, ...] = ()
        """What is listed."""

    def on_mount(self) -> None:
        """Suggest a name."""
        self.refresh_core()
        name = self.attempt(lambda: self.core.suggested_name("md")) or "年度报告.md"
        self.suggest(str(free_path(self.nianbao.export_folder / name)))
        if self.listed:
            self.to_list()

    def refresh_core(self, said: str = "", *, bad: bool = False) -> None:
        """What is open now."""
        self.query_one(TopBar).say("导出", heading(self.core.welcome()))
        self.points = self.attempt(self.core.open_points) or ()
        at = self.list_view.key
        self.list_view.show(open_blocks(self.points))
        if at:  # the next one, where the one pointed at is settled
            self.list_view.point(f"{_POINT}{min(int(at.removeprefix(_POINT)), len(self.points) - 1)}")
        if at and not self.points:
            self.query_one(Prompt).focus()
        self.query_one(Said).say(said, bad=bad)
        self.show_hint()

    def on_text_area_changed(self) -> None:
        """Another ending of the name is another form."""
        self.show_hint()

    def on_descendant_focus(self) -> None:
        """Other keys, another hint."""
        self.show_hint()

    def on_lines_view_moved(self, event: LinesView.Moved) -> None:
        """What was said is read by now; another point, other ways out."""
        super().on_lines_view_moved(event)
        self.query_one(Said).say("")
        self.show_hint()

    def show_hint(self) -> None:
        """In the list what can be done with the point, else what the name's ending means."""
        self.refresh_bindings()
        hint, point = self.query_one(Hint), self.point
        if self.list_view.has_focus and point is not None:
            right = "确实没错，按 M 就过，数或文字一变再问。" if self._confirmable() else ""
            hint.say(*filter(None, ("回车到能改的地方去。", right, "↓ 走完回到文件名。")))
            return
        path = Path(self.query_one(Prompt).text.strip() or "-")
        form = next((name for name, endings in FORMS.items() if path.suffix.lower() in endings), "")
        what = f"{path.suffix} 是{FORM_WORDS[form]}" if form else f"文件名以 {_ENDINGS} 之一结尾"
        hint.say(f"{what}；F8 换形式。", *["↑ 到上面的清单，回车去改。"] * bool(self.points))

    def to_list(self) -> None:
        """Into the list at its top: the gravest first."""
        view = self.list_view
        view.cursor = -1
        if view.step(1):
            view.scroll_home(animate=False)
            view.focus()

    @property
    def point(self) -> OpenPoint | None:
        """The point under the cursor of the list."""
        key = self.list_view.key
        return self.points[int(key.removeprefix(_POINT))] if key else None

    def _confirmable(self) -> bool:
        point = self.point
        return point is not None and self.core.confirmable(point.text)

    def action_confirm(self) -> None:
        """M: the point is right as it is."""
        if (point := self.point) is not None:
            self.nianbao.confirm_point(point.text)

    def action_form(self) -> None:
        """F8: the same name with the ending of the next form."""
        prompt = self.query_one(Prompt)
        if text := prompt.text.strip():
            prompt.fill(str(next_form(Path(text))))
            self.query_one(Said).say("")

    def save(self, text: str) -> None:
        """Enter: the document as a file."""
        said = self.query_one(Said)
        if not text:
            said.say("请写明存到哪里，如 /home/某某/年度报告.md。", bad=True)
            return
        path = Path(text).expanduser()
        free = free_path(path)
        written = self.attempt(lambda: self.core.export(free))
        if written is None:
            return
        self.nianbao.export_folder = written.parent
        unfinished = any(point.kind != "look" for point in self.points)
        kept = f"（已有“{path.name}”，没有动它，另存了一份）" if free != path else ""
        said.say(f"已导出{'草稿' if unfinished else ''}：{written}{kept}")
        self.query_one(Prompt).fill(str(written))

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Go to where it can be mended."""
        self.nianbao.open_point(self.points[int(event.key.removeprefix(_POINT))])

    def action_length(self) -> None:
        """F7: the next of the three lengths."""
        said = self.attempt(self.nianbao.next_length)
        if said is not None:
            self.refresh_core(said)

    def action_many(self) -> None:
        """F9: the reports of several units at once."""
        self.nianbao.export_many()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Several reports can be written together where there are several."""
        del parameters
        if action == "confirm":
            return self.is_mounted and self.list_view.has_focus and self._confirmable()
        return action != "many" or len(self.core.reports()) > 1

    def again(self) -> Callable[[], object]:
        """What was opened from the list leads back to it."""
        return partial(self.nianbao.action_export, listed=True)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.nianbao.go_back()

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """What this screen is for."""
        return "帮助：导出", [
            (
                "这一屏",
                "上面列出还没做完、或对不上的地方；上下键选一条，回车就到能改的地方。下面写着文件存到哪里，可以改。",
            ),
            (
                "草稿和定稿",
                "还有没做完的地方时也能导出，文件名和文中标题下都写明是草稿，文中缺的地方标【待补】【待核】。",
            ),
            (
                "F8 换形式",
                "".join(f"{FORMS[form][0]} 是{words}；" for form, words in FORM_WORDS.items())
                + "别的形式还不能写，会说明。同名的文件不会被盖掉，另存为（2）。",
            ),
            (
                "M 这样没错",
                "清单里选中的一处看过确实没错，按 M 就过；它的数或文字一变再问。和表格不符的要改了才算完。",
            ),
            ("F9 多份", "库里有几份报告时，一次把几份导出到一个文件夹，可以中途停下。"),
            ("篇幅", "F7 在简、中、详之间换；说过的事都在，数字不变，只是写法长短不同。Ctrl+Z 换回。"),
        ]


def open_blocks(points: Sequence[OpenPoint]) -> list[Block]:
    """What stands in the way, the gravest first, then what only wants a look."""
    blocks = [Block("", ())]
    stops = [point for point in points if point.kind != "look"]
    if stops:
        blocks.append(
            Block("", (Run("还不能定稿：", "bad"), Run(f"{counted(stops)}。现在导出的是草稿。")), gap=1)
        )
    else:
        blocks.append(Block("", (Run("✓ 可以定稿：都答完了，数字对得上，没有待核的地方。", "good"),), gap=1))
    looks = len(stops) < len(points)
    for number, point in enumerate(points):
        if point.kind == "look" and looks:
            looks = False
            blocks += [Block("", ()), Block("", (Run("看一眼（不影响定稿）", "title"),))]
        mark, style = _MARKS[point.kind]
        blocks.append(Block(f"{_POINT}{number}", (Run(f"{mark} ", style), Run(point.text)), indent=2))
    return blocks


_MARKS: Mapping[str, tuple[str, str]] = {
    "error": ("×", "bad"),
    "ask": ("？", "warn"),
    "unread": ("！", "warn"),
    "gap": ("○", "warn"),
    "look": ("·", "dim"),
}
"""Kind of an open point → its mark; the mark tells them apart where colours do not."""
