"""What the grid says about a cell, a sum and a finding: words made of the form and its numbers."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from report.cell_forms import CellForm
from report.cells import plain
from report.checks.finding import Finding
from report.form import Balance, Edition, TableForm
from report.numerals import read_numeral
from report.tables import Figures
from tui.widgets.lines import Block
from tui.widgets.paste import Pasted
from tui.widgets.wrap import Run

KEYS = (
    "数字 直接填 · 回车或 F2 改 · Del 清空 · 方向键、Tab 走格 · Esc 不改，再按回去 · F3 下一张表 · "
    "F6 到下一处不符；最后一行再按 ↓ 到不符的清单，回车跳到那一格 · "
    "F7 其余填 0 · F8 本行填 0 · F9 全表填 0 · Ctrl+Z 撤销 · Ctrl+Y 重做。"
    "“·”是还没填；合计由程序算，不用填。"
)
PASTING = (
    "从 Excel、WPS 复制一块（只选数字，或连行名一起选），在左上角那一格粘贴。连行名一起贴时按行名对号入座。"
    "全角数字、千位逗号都认得；空格、“-”、“/”按没填算，不当作 0。放不下或有一格看不懂，就一格也不改。"
)
_ZERO = Decimal(0)


LAST_YEAR = "淡色括号里是去年的数。"


def knows_last_year(table: TableForm, last: Figures | None) -> bool:
    """Whether a number of last year stands in this table."""
    return last is not None and any(
        cell.id in last.edition and last.value(cell.id) is not None for cell in table.cells
    )


def law(articles: str) -> str:
    """Articles as they are cited."""
    return f"条例{articles}" if articles.startswith("第") else articles


def place(table: TableForm, form: CellForm) -> str:
    """A cell by its row and column: ``（一）予以公开（自然人）``."""
    column = f"（{form.column_label}）" if form.column_label else ""
    return f"{table.row(form.row).name}{column}"


def same_as_carried(figures: Figures, last: Figures | None) -> frozenset[str]:
    """Cells of 上年结转 that hold what last year's report carried forward; zeros are left alone."""
    if last is None or not figures.edition.has_table("T3"):
        return frozenset()
    return frozenset(
        cell.id
        for cell in figures.edition.table("T3").cells
        if cell.row == "R02" and figures.value(cell.id) and figures.value(cell.id) == last.value(f"T3.R25.{cell.column}")
    )  # fmt: skip


def cell_blocks(
    table: TableForm, form: CellForm, last: Figures | None, typing: str | None
) -> tuple[Block, ...]:
    """The cell in focus: where it is, last year's number, what is being typed; then what counts, and the article."""
    row = table.row(form.row)
    words = [Run(place(table, form), "strong")]
    before = last.value(form.id) if last is not None and form.id in last.edition else None
    if before is not None:
        words.append(Run(f"   去年 {plain(before)}"))
    if typing is not None:
        words.append(Run(f"   正在填：{typing}▏回车记下，Esc 不改", "accent"))
    articles = form.articles or row.articles
    cited = f"依据：{law(articles)}" if articles else ""
    return (Block("", tuple(words)), Block("", (Run(f"{form.help or row.help}{cited}", "dim"),)))


def state_blocks(
    figures: Figures, table: TableForm, form: CellForm, findings: Sequence[Finding], *, starred: bool
) -> tuple[Block, ...]:
    """Findings that can be opened, then how the sums stand and what is still open."""
    blocks = [
        Block(
            f"finding:{number}",
            (Run(f"× {one.message}", "bad") if one.severity == "error" else Run(f"！{one.message}", "warn"),),
            indent=2,
        )
        for number, one in enumerate(findings)
    ]
    missing = len(figures.missing(table.id))
    words = [balance(figures, table, table.balance, form)] if table.balance and not findings else []
    if missing:
        words.append(Run(f"还有 {missing} 格没填（·），都是 0 就按 F7。", "dim"))
    elif not findings:
        words.append(Run("✓ 填完了，没有不符。", "good"))
    if starred:
        words.append(Run("* 与去年报告“结转下年度”一致。", "dim"))
    return (*blocks, Block("", tuple(words))) if words else tuple(blocks)


def balance(figures: Figures, table: TableForm, rule: Balance, form: CellForm) -> Run:
    """The rule in the form's words: both sides of the whole table, or of the column in focus while it is being filled."""
    column = table.columns[-1]
    left, right = (figures.value(f"{table.id}.{side}.{column.id}") for side in (rule.left, rule.right))
    if left is not None and right is not None:
        sign, style = ("＝", "good") if left == right else ("≠", "bad")
        return Run(f"第一项加第二项 {plain(left)} {sign} 第三项加第四项 {plain(right)}。", style)
    sides = [_so_far(figures, f"{table.id}.{side}.{form.column}") for side in (rule.left, rule.right)]
    if not any(sides):
        return Run(f"{rule.note}。", "dim")
    came, went = sides
    state = "相等" if came == went else f"相差 {plain(abs(came - went))}"
    return Run(
        f"{form.column_label}列目前：第一项加第二项 {plain(came)}，第三项加第四项 {plain(went)}，{state}。",
        "dim",
    )


def _so_far(figures: Figures, figure_id: str) -> Decimal:
    return sum((figures.value(cell) or _ZERO for cell in figures.sources(figure_id)), _ZERO)


def pasted_words(pasted: Pasted, figures: Figures) -> str:
    """What became of a block: how much, what was left open, and totals that came out otherwise."""
    words = f"贴入了 {pasted.numbers} 格"
    if pasted.empty:
        words += f"，{pasted.empty} 格是空的或“-”，按没填算"
    if pasted.totals:
        words += f"，{len(pasted.totals)} 个合计由程序自己算，没有照抄"
    other = [
        (cell, said, value)
        for cell, text in pasted.totals.items()
        if (said := read_numeral(text)) is not None and (value := figures.value(cell)) not in {None, said}
    ]
    if other:
        cell, said, value = other[0]
        form = figures.edition.cell(cell)
        where = place(figures.edition.table(form.table), form)
        words += f"；{where}贴来的是 {plain(said)}，加起来是 {plain(value or _ZERO)}，请核对"
    return f"{words}。不对就按 Ctrl+Z。"


def changed_cell(edition: Edition, table: str, before: Figures, after: Figures) -> str:
    """The first asked cell of a table whose number became another; empty for none."""
    return next(
        (
            cell.id
            for cell in edition.table(table).cells
            if cell.asked and before.value(cell.id) != after.value(cell.id)
        ),
        "",
    )


def finding_cell(edition: Edition, table: str, finding: Finding) -> str:
    """The likeliest cell of a finding that can be filled in this table; empty for none."""
    mine = (cell for cell in finding.cells if cell.startswith(f"{table}.") and cell in edition)
    return next((cell for cell in mine if not edition.parts(cell)), "")


def faulty(findings: Collection[Finding]) -> frozenset[str]:
    """The cells that can be the cause of a failed sum."""
    return frozenset(cell for one in findings if one.severity == "error" for cell in one.cells)
