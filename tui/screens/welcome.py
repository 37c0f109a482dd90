"""The first screen: what is done, what is open, how many days are left, and one key to go on."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from assistant.showing import moment
from assistant.views import DueView, Opening, ReportRow, Welcome
from tui.screens.base import CoreScreen
from tui.widgets.bar import TopBar
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.tasks import first_open, task_blocks
from tui.widgets.wrap import Run

NEW = "new"
SAMPLE = "sample"
OWN = "own"
_REPORT = "report:"


class TaskList(LinesView):
    """The parts; Enter goes on, at once: keys pressed in a burst behind it belong to the screen it leads to."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "继续")]

    async def on_key(self, event: events.Key) -> None:
        """Each key in its order: a binding of the framework would act on an arrow only after the Enter behind it."""
        if self.app.screen is not self.screen:
            event.stop()
            self.app.screen.post_message(event)
        elif event.key == "enter" and self.key and isinstance(self.screen, WelcomeScreen):
            event.stop()
            self.screen.open(self.key)
        elif event.key in _MOVES:
            event.stop()
            await self.run_action(_MOVES[event.key])


_MOVES = {
    binding.key: binding.action
    for binding in LinesView.BINDINGS
    if isinstance(binding, Binding) and binding.key != "enter"
}
"""Keys that move the cursor of a list, and what they do."""


class WelcomeScreen(CoreScreen):
    """The task list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "app.tables", "表格"),
        Binding("f4", "app.review", "审改"),
        Binding("f5", "app.export", "导出"),
        Binding("f1", "app.help", "帮助"),
        Binding("escape", "own", "离开样例", show=False),
        Binding("question_mark,fullwidth_question_mark", "app.help", show=False),
        Binding("slash,fullwidth_solidus", "app.commands", show=False),
    ]

    _of: int | None = None
    """The report whose parts are shown."""
    coming_back = False
    """Another screen was gone away from just now: the cursor goes to the part one was in."""

    def compose(self) -> ComposeResult:
        """Bar, list, keys."""
        yield TopBar()
        yield TaskList(id="tasks")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show where one is."""
        self.refresh_core()
        self.set_focus(self.query_one(LinesView))

    def on_screen_resume(self) -> None:
        """Coming back: answers were given meanwhile."""
        if self.query(LinesView):
            self.refresh_core()

    def refresh_core(self, said: str = "") -> None:
        """Show the task list again."""
        self.refresh_bindings()
        view = self.query_one(LinesView)
        if self.core.report_id is None:
            self.query_one(TopBar).say("年报助手")
            blocks = first_time(self.core.opening()) + other_reports(self.core.reports(), None)
            view.show(blocks, cursor=view.key or NEW)
            if view.cursor < 0:
                view.point(SAMPLE)  # one comes from there
            return
        welcome = self.core.welcome(counted=self.core.ready)
        self.query_one(TopBar).say("年报助手", heading(welcome))
        kept = "" if self.coming_back or self._of != self.core.report_id else view.key
        others = leaving() if self.nianbao.own else other_reports(self.core.reports(), self.core.report_id)
        view.show(welcome_blocks(welcome) + others)
        view.point(first_open(welcome.parts))
        if kept or (kept := self._part_one_is_in(welcome)):
            view.point(kept)
        self.coming_back, self._of = False, self.core.report_id
        if said:
            self.tell(said)

    def _part_one_is_in(self, welcome: Welcome) -> str:
        """Key of the part that is asked about; empty when nothing is."""
        question = self.core.question()
        return next((part.key for part in welcome.parts if question and part.label == question.part), "")

    def core_ready(self) -> None:
        """What is open can be counted."""
        self.refresh_core()

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Enter or a click on a line; of two in a burst the first has led away already."""
        if self.app.screen is self:
            self.open(event.key)

    def open(self, key: str) -> None:
        """Go to a part, to another report, or begin one."""
        if key.startswith(_REPORT):
            number = int(key.removeprefix(_REPORT))
            self.attempt(lambda: self.core.select(number))
            view = self.query_one(LinesView)
            self.refresh_core()
            view.point(first_open(self.core.welcome(counted=False).parts))
        elif key == SAMPLE:
            self.nianbao.look_at_sample()
        elif key == OWN:
            self.nianbao.leave_sample()
        elif key == NEW or self.core.report_id is None:
            self.nianbao.new_report()
        else:
            self.nianbao.open_part(key)

    def action_own(self) -> None:
        """Esc: out of the sample; at home there is nothing behind this screen."""
        if self.nianbao.own:
            self.nianbao.leave_sample()

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """What this screen is for."""
        return "帮助：任务清单", [
            (
                "这一屏",
                "年度报告分成几块，做完的前面有 ✓，接着该做的前面有 »。回车从没做完的地方接着做；也可以用上下键选一块再回车。",
            ),
            ("会不会丢", "每答一问就存一次。随时可以离开，下次打开就在原来的地方。"),
            ("存在哪里", f"{self.core.opening().kept}。只存在这台电脑上，不联网。"),
            ("这里的键", "↑↓ 选 · 回车 打开 · Ctrl+G 按字母跳 · Esc 离开样例。用鼠标点一行也行。"),
        ]


def heading(welcome: Welcome) -> str:
    """Unit, year and edition, as far as they are known."""
    year = f"{welcome.year}年度" if welcome.year else ""
    return " · ".join(word for word in (welcome.unit_name, year, welcome.edition_name) if word)


def first_time(opening: Opening) -> list[Block]:
    """What somebody reads who has no report yet: what this is, by when, where it is kept, and three ways to begin."""
    return [
        Block("", ()),
        Block("", (Run("起草政府信息公开工作年度报告", "title"),), lead=2, gap=1),
        Block(
            "",
            (Run("一问一答，数字和情况都由您说；助手算好各张表，写成六个部分，核对之后导出。"),),
            lead=2,
        ),
        Block("", (Run("没有申请、没有复议诉讼的单位，几分钟就能做完。"),), lead=2, gap=1),
        *(
            Block(
                "",
                (Run(f"{opening.year}年度报告：" if not number else "　　　　　　　", "dim"), Run(text)),
                lead=2,
            )
            for number, text in enumerate(due_line(due) for due in opening.due)
        ),
        Block("", ()),
        _choice(NEW, "开始做一份年度报告", ""),
        _choice(SAMPLE, "看看样例报告", "做好的一份，随便看、随便改，不留痕迹"),
        Block("", ()),
        Block(
            "",
            (Run(f"答一问存一问，只存在这台电脑上，不联网：{opening.kept}", "dim"),),
            lead=2,
        ),
    ]


def due_line(due: DueView) -> str:
    """By when, and how long there is."""
    left = f"还有 {due.left} 天" if due.left >= 0 else "期限已过"
    return f"{due.who} {due.day}前公布，{left}"


def _choice(key: str, label: str, hint: str) -> Block:
    return Block(key, (Run(label, "strong"), Run(f"  {hint}" if hint else "", "dim")), lead=4)


def leaving() -> list[Block]:
    """The way out of the sample."""
    return [Block("", ()), Block(OWN, (Run("离开样例，回到自己的报告", "strong"),), lead=2)]


def welcome_blocks(welcome: Welcome) -> list[Block]:
    """Where one stopped, how long there is, and the parts."""
    blocks = [Block("", ())]
    last = f"上次做到：{welcome.last_done}" if welcome.last_done else "还没有开始。"
    blocks.append(Block("", (Run(last),), aside=deadline(welcome), lead=2, gap=1))
    if welcome.notice:
        blocks.append(Block("", (Run(f"！{welcome.notice}", "warn"),), lead=2, gap=1))
    blocks += [
        Block(block.key, block.runs, indent=block.indent, lead=2, aside=block.aside)
        for block in task_blocks(welcome.parts, first_open(welcome.parts))
    ]
    return blocks


def deadline(welcome: Welcome) -> str:
    """How many days there are until the report has to be out."""
    if welcome.days_left is None or not welcome.deadline:
        return ""
    if welcome.days_left < 0:
        return f"{welcome.deadline}的期限已过"
    return f"距 {welcome.deadline}报送、公布还有 {welcome.days_left} 天"


def other_reports(rows: tuple[ReportRow, ...], current: int | None) -> list[Block]:
    """The other reports in the database, and a new one."""
    others = [row for row in rows if row.id != current]
    blocks: list[Block] = []
    if others:
        blocks += [
            Block("", ()),
            Block("", (Run("其他报告" if current is not None else "已有报告", "title"),), lead=2),
        ]
        blocks += [
            Block(
                f"{_REPORT}{row.id}",
                (Run(row.unit_name or "（还没有单位名称）"), Run(f"  {row.year}年度" if row.year else "")),
                lead=4,
                aside=f"{moment(row.changed)} 改过",
            )
            for row in others
        ]
    if current is not None:
        blocks += [
            Block("", ()),
            Block(NEW, (Run("＋ 另做一份年度报告"),), lead=2),
            Block(SAMPLE, (Run("　 看看样例报告"),), lead=2),
        ]
    return blocks
