"""F3: the tables of the form, filled as on paper; what the sums say stands beneath in the form's own words."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Static

from report.cells import plain
from report.checks.finding import Finding
from report.edition import Balance, TableForm
from tui.screens.base import CoreScreen
from tui.widgets.bar import Said, TopBar
from tui.widgets.formgrid import FormGrid
from tui.widgets.lines import Block, LinesView
from tui.widgets.paste import lay_block
from tui.widgets.wrap import Run


class GridScreen(CoreScreen):
    """One table at a time; F3 goes to the next."""

    DEFAULT_CSS = """
    GridScreen #state { height: auto; max-height: 4; border-top: solid $panel; }
    GridScreen #row-help { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    GridScreen FormGrid { padding: 0 0 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "怎么填"),
        Binding("question_mark,fullwidth_question_mark", "app.help", show=False),
        Binding("f3", "next_table", "下一张表"),
        Binding("f6", "next_fault", "到不符处", show=False),
        Binding("f7", "rest_zero", "其余填0"),
        Binding("f8", "row_zero", "本行填0"),
        Binding("f9", "table_zero", "全表填0", show=False),
        Binding("f4", "app.review", "审改", show=False),
        Binding("f5", "app.export", "导出", show=False),
        Binding("slash,fullwidth_solidus", "app.commands", show=False),
        Binding("escape", "leave", "回对话", key_display="Esc"),
    ]

    def __init__(self, table_id: str, cell: str = "") -> None:
        super().__init__()
        self.table_id = table_id
        self.start_cell = cell
        self._fault = -1
        self.findings: tuple[Finding, ...] = ()

    def compose(self) -> ComposeResult:
        """Bar, table, what the sums say, what the row means, keys."""
        yield TopBar()
        yield FormGrid()
        yield LinesView(id="state")
        yield Said()
        yield Static("", id="row-help", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Show the table."""
        self.query_one("#state", LinesView).can_focus = False
        self.grid.take = self.take
        self.grid.focus()
        self.show_table(self.table_id, self.start_cell)

    @property
    def grid(self) -> FormGrid:
        """The table on the screen."""
        return self.query_one(FormGrid)

    @property
    def table(self) -> TableForm:
        """Its form."""
        return self.core.edition.table(self.table_id)

    def show_table(self, table_id: str, cell: str = "") -> None:
        """Show another table, the focus on ``cell`` or on the first unanswered."""
        self.table_id = table_id
        self.findings = ()
        self.grid.show(self.core.edition, table_id, self.core.figures, cell=cell)
        self.refresh_core()

    def refresh_core(self, said: str = "", *, bad: bool = False) -> None:
        """Numbers, sums and findings as they are now."""
        draft = self.attempt(self.core.draft)
        if draft is not None:
            mine = f"{self.table_id}."
            self.findings = tuple(
                finding for finding in draft.findings if any(cell.startswith(mine) for cell in finding.cells)
            )
        faults = {cell for finding in self.findings if finding.severity == "error" for cell in finding.cells}
        self.grid.update_figures(self.core.figures, faults)
        self._show_bar()
        self._show_state()
        self.query_one(Said).say(said, bad=bad)

    def _show_bar(self) -> None:
        names = [
            f"【{table.name}】" if table.id == self.table_id else table.name
            for table in self.core.edition.tables
        ]
        self.query_one(TopBar).say(f"{self.table.name}  {self.table.title}", " ".join(names))

    def _show_state(self) -> None:
        missing = len(self.core.figures.missing(self.table_id))
        blocks = [
            Block(
                f"finding:{number}",
                (
                    Run(f"× {finding.message}", "bad")
                    if finding.severity == "error"
                    else Run(f"！{finding.message}", "warn"),
                ),
                indent=2,
            )
            for number, finding in enumerate(self.findings)
        ]
        words = [Run(f"还有 {missing} 格没填（·），没有的填 0，其余都是 0 按 F7。", "dim")] if missing else []
        if self.table.balance and not self.findings:
            words.insert(0, self._balance(self.table, self.table.balance))
        if not missing and not self.findings:
            words.append(Run("✓ 填完了，没有不符。", "good"))
        self.query_one("#state", LinesView).show([*blocks, Block("", tuple(words))] if words else blocks)

    def _balance(self, table: TableForm, balance: Balance) -> Run:
        """The rule in the form's words, with both sides as they stand in the last column."""
        column = table.columns[-1].id
        left, right = (
            self.core.figures.value(f"{table.id}.{side}.{column}") for side in (balance.left, balance.right)
        )
        if left is None or right is None:
            return Run(f"{balance.note}。", "dim")
        sign = "＝" if left == right else "≠"
        return Run(
            f"第一项加第二项 {plain(left)} {sign} 第三项加第四项 {plain(right)}。",
            "good" if left == right else "bad",
        )

    # The cell in focus

    def on_form_grid_here(self, event: FormGrid.Here) -> None:
        """Say what the row is, what counts, and what was there last year."""
        self.query_one("#row-help", Static).update(self._explain(event.cell, event.typing))

    def _explain(self, cell_id: str, typing: str | None) -> str:
        form = self.core.edition.cell(cell_id)
        row = self.table.row(form.row)
        column = f"（{form.column_label}）" if form.column_label else ""
        last = self.core.last_figures
        before = last.value(cell_id) if last is not None and cell_id in last.edition else None
        words = [f"{row.name}{column}"]
        if typing is not None:
            words.append(f"正在填：{typing}▏ 回车记下，Esc 不改")
        if before is not None:
            words.append(f"去年：{plain(before)}")
        first = "   ".join(words)
        helped = form.help or row.help
        law = form.articles or row.articles
        article = f" 依据：{_law(law)}" if law else ""
        return f"{first}\n{helped}{article}"

    def take(self, cell: str, text: str) -> bool:
        """Take what was typed, or say what would be right and stay there."""
        outcome = self.attempt(lambda: self.core.set_cells(self.table_id, {cell: text}))
        if outcome is None:
            return False
        if outcome.refused:
            self.query_one(Said).say(next(iter(outcome.refused.values())), bad=True)
            return False
        self.refresh_core()
        return True

    def on_form_grid_block_pasted(self, event: FormGrid.BlockPasted) -> None:
        """A block from a spreadsheet: all of it or nothing."""
        pasted = lay_block(event.text, self.grid.sheet, event.cell, self.core.edition)
        if pasted.problem:
            self.query_one(Said).say(pasted.problem, bad=True)
            return
        outcome = self.attempt(lambda: self.core.set_cells(self.table_id, pasted.typed))
        if outcome is None:
            return
        if outcome.refused:
            cell, sentence = next(iter(outcome.refused.items()))
            where = self.core.edition.label(cell)
            self.refresh_core(f"{where}：{sentence} 一格也没有改。", bad=True)
            return
        self.grid.cancel()
        skipped = f"，{pasted.skipped} 个合计由程序自己算，没有照抄" if pasted.skipped else ""
        self.refresh_core(f"贴入了 {len(pasted.typed)} 格{skipped}。不对就按 Ctrl+Z。")

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """A click on a finding goes to its cell."""
        self._go_to(int(event.key.removeprefix("finding:")))

    def _go_to(self, number: int) -> None:
        asked = [cell for cell in self.findings[number].cells if cell in self.core.edition]
        for cell in asked:
            if cell.startswith(f"{self.table_id}.") and self.core.edition.parts(cell) == ():
                self.grid.point(cell)
                return

    # Actions

    def action_next_fault(self) -> None:
        """F6: from one finding to the next."""
        if not self.findings:
            self.query_one(Said).say("没有不符的地方。")
            return
        self._fault = (self._fault + 1) % len(self.findings)
        self._go_to(self._fault)

    def action_next_table(self) -> None:
        """F3 goes round the tables."""
        if self._typing():
            return
        ids = [table.id for table in self.core.edition.tables]
        self.show_table(ids[(ids.index(self.table_id) + 1) % len(ids)])

    def _typing(self) -> bool:
        """What is half typed is not thrown away by another key: say so."""
        if self.grid.typing is None:
            return False
        self.query_one(Said).say("这一格还没记下：回车记下，或 Esc 不改。", bad=True)
        return True

    def action_rest_zero(self) -> None:
        """F7: what nobody answered is 0."""
        if not self._typing():
            count = self.attempt(lambda: self.core.fill_rest_zero(self.table_id))
            if count is not None:
                self.refresh_core(
                    f"其余 {count} 格填了 0。不对就按 Ctrl+Z。" if count else "没有空着的格了。"
                )

    def action_row_zero(self) -> None:
        """F8: the row in focus is 0."""
        if not self._typing():
            row = self.core.edition.cell(self.grid.cell).row
            count = self.attempt(lambda: self.core.fill_zero(self.table_id, row))
            if count is not None:
                self.refresh_core(f"{self.table.row(row).name}：{count} 格填了 0。不对就按 Ctrl+Z。")

    def action_table_zero(self) -> None:
        """F9: the whole table is 0."""
        if not self._typing():
            count = self.attempt(lambda: self.core.fill_zero(self.table_id, None))
            if count is not None:
                self.refresh_core(f"全表 {count} 格填了 0。不对就按 Ctrl+Z。")

    def action_undo(self) -> None:
        """While typing Ctrl+Z gives the cell back; else it takes the last answer back."""
        if not self.grid.cancel():
            super().action_undo()

    def action_leave(self) -> None:
        """Esc: out of the cell first, then back."""
        if not self.grid.cancel():
            self.nianbao.talk()

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """What the row in focus means."""
        form = self.core.edition.cell(self.grid.cell)
        row = self.table.row(form.row)
        return f"怎么填{self.table.name}", [
            (" › ".join(row.path), form.help or row.help),
            ("依据", _law(form.articles or row.articles)),
            ("勾稽关系", self.table.balance.note if self.table.balance else ""),
            ("这里的键", _KEYS),
        ]


def _law(articles: str) -> str:
    return f"《政府信息公开条例》{articles}" if articles.startswith("第") else articles


_KEYS = (
    "数字 直接填 · 回车或 F2 改 · 方向键、Tab 走格 · Esc 不改，再按回对话 · F3 下一张表 · F6 到下一处不符 · "
    "F7 其余填 0 · F8 本行填 0 · F9 全表填 0 · Ctrl+Z 撤销 · 从 Excel、WPS 复制的一块可以直接粘贴。"
    "“·”是还没填；合计由程序算，不用填。"
)
