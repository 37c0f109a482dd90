"""F9 on the export screen: the reports of several units into one folder, one after another, stopped by Esc.

One decision: one report at a time, whole files only, and the screen is drawn in between; so whoever stops knows what is
there and what is not.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import msgspec
from textual.binding import Binding, BindingType

from assistant.batch import Job, make_folder, summary, write_job
from assistant.forms import FORM_WORDS
from assistant.views import ReportRow
from report.problem import NianbaoProblem, OutputProblem
from tui.screens.saving import SavingScreen
from tui.widgets.bar import Hint, TopBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.prompt import Prompt
from tui.widgets.wrap import Run

PAUSE = 0.02
"""Seconds between two reports, in which the screen is drawn and keys are heard."""


class Work(msgspec.Struct):
    """Reports that are being written."""

    folder: Path
    jobs: dict[int, Job]
    """Report → what is still to be written, in order."""
    of: int
    written: int = 0
    failed: int = 0
    stop: bool = False

    @property
    def said(self) -> str:
        """What became of all of them."""
        return summary(self.written, self.failed, [job.name for job in self.jobs.values()], self.folder)


class ReportList(LinesView):
    """The reports; Enter ticks."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "勾选", key_display="回车")]


class ExportManyScreen(SavingScreen):
    """A list of reports to tick, and the folder they go to."""

    LIST = ReportList
    SIGN = "存到文件夹 "

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "帮助"),
        Binding("enter", "save", "导出", key_display="回车"),
        Binding("space", "tick", "勾选", show=False),
        Binding("f6", "tick_all", "全选、全不选"),
        Binding("f8", "form", "换形式"),
        Binding("escape", "leave", "回去", key_display="Esc"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ReportRow, ...] = ()
        self.ticked: set[int] = set()
        self.form = "md"
        self.work: Work | None = None
        self.states: dict[int, tuple[Run, ...]] = {}
        """Report → what became of it."""

    def on_mount(self) -> None:
        """The reports of the year one is at are ticked."""
        self.rows = self.core.reports()
        at = next((row.year for row in self.rows if row.id == self.core.report_id), None)
        year = at or max((row.year for row in self.rows if row.year), default=None)
        self.ticked = {row.id for row in self.rows if row.year == year}
        self.refresh_core()
        self.suggest(str(self.nianbao.export_folder / f"{year or ''}年度报告汇总"))

    def on_unmount(self) -> None:
        """Another screen in the middle of it: what is there and what is not is said all the same."""
        if self.work is not None:
            self.app.notify(self.work.said, markup=False, timeout=12)
            self.work = None

    def refresh_core(self, said: str = "") -> None:
        """The list as it is now."""
        done = self.work.of - len(self.work.jobs) if self.work else 0
        how_far = f"{done}/{self.work.of}" if self.work else f"已选 {len(self.ticked)} 份"
        self.query_one(TopBar).say("导出多份报告", how_far)
        self.list_view.show([Block("", ()), *(self._block(row) for row in self.rows)])
        self.query_one(Hint).say(
            f".{self.form} 是{FORM_WORDS[self.form]}；F8 换形式。",
            "↑ 到上面的清单，空格勾选。" if self.work is None else "Esc 写完手上这一份就停。",
        )
        if said:
            self.tell(said)

    def _block(self, row: ReportRow) -> Block:
        name = f"{row.unit_name or '（还没有单位名称）'}  {f'{row.year}年度' if row.year else '年份未填'}"
        tick = Run("[x] ", "good") if row.id in self.ticked else Run("[ ] ", "dim")
        return Block(f"{row.id}", (tick, Run(name), *self.states.get(row.id, ())), indent=4, lead=1)

    # Choosing

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Enter or a click on a report ticks it, or takes the tick away."""
        self._tick(int(event.key))

    def action_tick(self) -> None:
        """A blank in the list."""
        if self.list_view.key:
            self._tick(int(self.list_view.key))

    def _tick(self, report: int) -> None:
        if self.work is None:
            self.ticked ^= {report}
            self.refresh_core()

    def action_tick_all(self) -> None:
        """F6: all of them, or none."""
        if self.work is None:
            self.ticked = set() if len(self.ticked) == len(self.rows) else {row.id for row in self.rows}
            self.refresh_core()

    def action_form(self) -> None:
        """F8: the next form."""
        if self.work is None:
            forms = list(FORM_WORDS)
            self.form = forms[(forms.index(self.form) + 1) % len(forms)]
            self.refresh_core()

    # Writing

    def save(self, text: str) -> None:
        """Begin to write."""
        chosen = [row.id for row in self.rows if row.id in self.ticked]
        if self.work is not None:
            return
        folder = Path(text).expanduser()
        if not chosen:
            self.complain("一份也没有勾选。按 F6 全选，或按 ↑ 到清单里按空格勾选。")
        elif not text or folder.is_file():
            self.complain(
                "请写一个文件夹，如 /home/某某/年度报告。"
                if not text
                else f"“{text}”是一个文件，请写一个文件夹。"
            )
        else:
            self.attempt(lambda: self._begin(folder, chosen))

    def _begin(self, folder: Path, chosen: list[int]) -> None:
        make_folder(folder)
        jobs = self.core.jobs(chosen, self.form, keep=True)
        self.work = Work(folder, dict(zip(chosen, jobs, strict=True)), len(chosen))
        self.states = {}
        self._announce()

    def _announce(self) -> None:
        """Say which report is in work, and let the screen be drawn before it is."""
        if self.work is None:
            return
        if not self.work.jobs or self.work.stop:
            self._end()
            return
        self.states[next(iter(self.work.jobs))] = (Run("  正在写……", "accent"),)
        self.refresh_core()
        self.list_view.point(f"{next(iter(self.work.jobs))}")
        self.set_timer(PAUSE, self._write)

    def _write(self) -> None:
        work = self.work
        if work is None or not self.is_attached:
            return
        report, job = next(iter(work.jobs.items()))
        try:
            done = write_job(job, work.folder, self.form, beside=True)
        except OutputProblem as problem:
            self.states[report] = ()
            self._end(str(problem))
            return
        except NianbaoProblem as problem:
            work.failed += 1
            self.states[report] = (Run(f"\n× 没有写出：{problem}", "bad"),)
        else:
            work.written += 1
            points = Run(f"，{done.open_points}", "warn") if done.open_points else Run("")
            self.states[report] = (Run(f"\n✓ {done.file}", "good"), points)
        del work.jobs[report]
        self._announce()

    def _end(self, problem: str = "") -> None:
        work, self.work = self.work, None
        if work is None:
            return
        for report in work.jobs:
            self.states[report] = (Run("  没有写", "warn"),)
        self.refresh_core()
        if not self.list_view.has_focus:
            self.list_view.cursor = -1
        if work.written:
            self.nianbao.export_folder = work.folder.parent
        if problem or work.jobs:
            self.complain(f"{problem}{work.said}")
        else:
            self.tell(work.said)

    def action_leave(self) -> None:
        """Esc: stop after the report in work; else back to the export screen."""
        if self.work is not None:
            self.work.stop = True
            self.tell("写完手上这一份就停。")
        elif not self.query_one(Prompt).has_focus:
            self.list_view.cursor = -1
            self.query_one(Prompt).focus()
        else:
            self.nianbao.action_export()

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """What this screen is for."""
        forms: Mapping[str, str] = FORM_WORDS
        return "帮助：导出多份报告", [
            (
                "这一屏",
                "把几个单位的报告一次导出到一个文件夹，一份一个文件。本年的已经勾上；空格或点一下勾选、去掉，F6 全选或全不选。",
            ),
            (
                "边写边看",
                "写好一份打一个勾，还有没做完的地方会说明，文件名标明是草稿。一份写不出来，别的照样写。同名的文件不会被盖掉，另存为（2）。",
            ),
            ("中途停下", "按 Esc，写完手上这一份就停；写好的都是完整的，没写的会列出来。"),
            ("F8 换形式", "；".join(f".{name} 是{words}" for name, words in forms.items()) + "。"),
        ]
