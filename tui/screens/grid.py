"""F3: the tables of the form, filled as on paper; what the sums say stands beneath in the form's own words."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from report.checks.finding import Finding
from tui.screens import grid_words
from tui.screens.grid_steps import GridSteps
from tui.widgets.bar import Said, TopBar
from tui.widgets.formgrid import FormGrid
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import LinesView
from tui.widgets.paste import lay_block


class GridScreen(GridSteps):
    """One table at a time; F3 goes to the next."""

    DEFAULT_CSS = """
    GridScreen #state { height: auto; max-height: 6; border-top: solid $panel; }
    GridScreen.-narrow #state { max-height: 4; }
    GridScreen #row-help { height: auto; max-height: 4; }
    GridScreen FormGrid { padding: 0 0 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "怎么填"),
        Binding("question_mark,fullwidth_question_mark", "app.help", show=False),
        Binding("f3", "next_table", "下一张表"),
        Binding("f6", "next_fault", "到不符处", show=False),
        Binding("f7", "rest_zero", "其余填0"),
        Binding("f8", "row_zero", "本行填0"),
        Binding("f9", "table_zero", "全表填0"),
        Binding("f4", "go('review')", "审改", show=False),
        Binding("f5", "go('export')", "导出", show=False),
        Binding("f10", "go('to_welcome')", "清单", show=False),
        Binding("slash,fullwidth_solidus", "app.commands", show=False),
        Binding("escape", "leave", "回去", key_display="Esc"),
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
        yield LinesView(id="row-help", pointed=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the table."""
        self.query_one("#row-help", LinesView).can_focus = False
        self.grid.take = self.take
        self.grid.below = self._to_findings
        self.set_focus(self.grid)
        self.show_table(self.table_id, self.start_cell)

    def show_table(self, table_id: str, cell: str = "") -> None:
        """Show another table, the focus on ``cell`` or on the first unanswered."""
        self.table_id = table_id
        self.findings = ()
        self._compare()
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
        self._compare()
        self.grid.update_figures(self.core.figures, grid_words.faulty(self.findings))
        self._show_bar()
        self._show_state()
        self._show_cell(self.grid.cell, self.grid.typing)
        self.query_one(Said).say(said, bad=bad)
        self.paint_at_once()

    @property
    def _last_year(self) -> bool:
        return grid_words.knows_last_year(self.table, self.core.last_figures)

    def _compare(self) -> None:
        figures, last = self.core.figures, self.core.last_figures
        self.grid.compare(last, grid_words.same_as_carried(figures, last))

    def _show_bar(self) -> None:
        names = [
            f"【{table.name}】" if table.id == self.table_id else table.name
            for table in self.core.edition.tables
        ]
        title = "" if self.table.title == self.table.name else f"  {self.table.title}"
        beside = "括号里是去年   " if self._last_year and self.size.width >= 96 else ""
        self.query_one(TopBar).say(f"{self.table.name}{title}", beside + " ".join(names))

    def _show_state(self) -> None:
        figures = self.core.figures
        form = self.core.edition.cell(self.grid.cell)
        starred = self.table_id == "T3" and bool(grid_words.same_as_carried(figures, self.core.last_figures))
        view = self.query_one("#state", LinesView)
        view.show(grid_words.state_blocks(figures, self.table, form, self.findings, starred=starred))
        view.can_focus = bool(self.findings)

    # The cell in focus

    def on_form_grid_here(self, event: FormGrid.Here) -> None:
        """Say what the row is, what counts, and what was there last year."""
        if self.grid.cell == event.cell:
            self._show_cell(event.cell, event.typing)
            if event.typing is None:
                self._show_state()
            self.paint_at_once()

    def _show_cell(self, cell: str, typing: str | None) -> None:
        form = self.core.edition.cell(cell)
        blocks = grid_words.cell_blocks(self.table, form, self.core.last_figures, typing)
        self.query_one("#row-help", LinesView).show(blocks)

    def take(self, cell: str, text: str) -> bool:
        """Take what was typed, or say what would be right and stay there; nothing typed empties the cell."""
        if not text and self.core.figures.value(cell) is None:
            return True
        outcome = self.attempt(lambda: self.core.set_cells(self.table_id, {cell: text}))
        if outcome is None:
            return False
        if outcome.refused:
            self.query_one(Said).say(next(iter(outcome.refused.values())), bad=True)
            return False
        self.grid.typing = None
        self.refresh_core()
        return True

    def on_form_grid_block_pasted(self, event: FormGrid.BlockPasted) -> None:
        """A block from a spreadsheet: all of it or nothing, and one step to undo."""
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
        self.refresh_core(grid_words.pasted_words(pasted, self.core.figures))

    # Findings

    def _to_findings(self) -> None:
        """Down from the last row: into the list of what does not agree."""
        if self.findings:
            view = self.query_one("#state", LinesView)
            view.focus()
            view.point("finding:0")

    def on_lines_view_moved(self, event: LinesView.Moved) -> None:
        """Up from the first finding goes back into the table."""
        if not event.key and event.step < 0:
            self.grid.focus()

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Enter or a click on a finding goes to its cell."""
        self._go_to(int(event.key.removeprefix("finding:")))

    def _go_to(self, number: int) -> None:
        self.grid.focus()
        self.grid.point(grid_words.finding_cell(self.core.edition, self.table_id, self.findings[number]))

    def action_next_fault(self) -> None:
        """F6: from one finding to the next."""
        if not self.grid.settle():
            return
        if not self.findings:
            self.query_one(Said).say("没有不符的地方。")
            return
        self._fault = (self._fault + 1) % len(self.findings)
        self._go_to(self._fault)

    # Actions; each takes first what is being typed, so that no key throws a number away

    def action_next_table(self) -> None:
        """F3 goes round the tables."""
        if self.grid.settle():
            ids = [table.id for table in self.core.edition.tables]
            self.show_table(ids[(ids.index(self.table_id) + 1) % len(ids)])

    async def action_go(self, where: str) -> None:
        """F4, F5, F10."""
        if self.grid.settle():
            await self.run_action(f"app.{where}")

    def action_leave(self) -> None:
        """Esc: out of the cell or the findings first, then back."""
        if not self.grid.has_focus:
            self.grid.focus()
        elif not self.grid.cancel():
            self.nianbao.go_back()

    def again(self) -> Callable[[], object]:
        """To the same cell."""
        return partial(self.nianbao.open_table, self.table_id, (self.grid.cell,))

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """What the row in focus means."""
        form = self.core.edition.cell(self.grid.cell)
        row = self.table.row(form.row)
        return f"怎么填{self.table.name}", [
            (" › ".join(row.path), form.help or row.help),
            ("依据", grid_words.law(form.articles or row.articles)),
            ("勾稽关系", self.table.balance.note if self.table.balance else ""),
            ("这里的键", grid_words.KEYS + (grid_words.LAST_YEAR if self._last_year else "")),
            ("贴表", grid_words.PASTING),
        ]
