"""The tables: as on paper, filled by keys and by paste, with sums and findings alive."""

from decimal import Decimal
from typing import Any

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from report.edition import load_edition
from tests.tui.fake import FakeCore, half_done, table_numbers
from tui.app import NianbaoApp
from tui.screens.grid import GridScreen
from tui.screens.talk import TalkScreen
from tui.widgets.bar import Said
from tui.widgets.formgrid import FormGrid
from tui.widgets.paste import lay_block
from tui.widgets.sheet import make_sheet


def grid(app: NianbaoApp) -> FormGrid:
    """The table on the screen."""
    return app.screen.query_one(FormGrid)


async def open_grid(core: FakeCore, pilot: Pilot[Any], table: str = "T3") -> NianbaoApp:
    """Go to a table."""
    app = pilot.app
    assert isinstance(app, NianbaoApp)
    app.open_table(table)
    await pilot.pause()
    assert core.report_id == 1
    return app


@pytest.mark.parametrize("edition_id", ["2019", "2021"])
@pytest.mark.parametrize("room", [78, 98, 140])
def test_labels_are_wrapped_never_cut(edition_id: str, room: int) -> None:
    """Every label of every table can be read whole in the laid-out sheet, and all lines are equally wide."""
    for table in load_edition(edition_id).tables:
        sheet = make_sheet(table, room, lambda _: "·")
        shown = "".join(
            piece.text.strip()
            for line in sheet.lines
            for piece in line
            if piece.kind not in {"rule", "border"}
        )
        labels = {cell.text for row in table.grid for cell in row if cell.header}

        assert {sheet.width} == {sum(piece.width for piece in line) for line in sheet.lines}
        assert all(cell_len(piece.text) == piece.width for line in sheet.lines for piece in line)
        assert not [label for label in labels if not set(label) <= set(shown)]
        assert {cell.id for cell in table.cells} == set(sheet.places)
        assert sheet.width <= room


async def test_typing_replaces_and_enter_takes_and_sums_follow() -> None:
    """Digits go into the cell, Enter stores them, the total beside is alive, totals cannot be reached."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot)
        await pilot.press("f8", "3", "right", "2", "enter")

        assert Decimal(3) == core.numbers["T3.R01.C1"]
        assert Decimal(2) == core.numbers["T3.R01.C2"]
        assert grid(app).written("T3.R01.C7") == "5"
        await pilot.press("end")

        assert grid(app).cell == "T3.R25.C6"


async def test_a_refused_number_stays_in_the_cell_with_the_sentence() -> None:
    """The cell keeps what was typed; Esc gives the old value back."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot)
        await pilot.press("三", "x", "enter")

        assert grid(app).typing == "三x"
        assert app.screen.query_one(Said).sentence == "“三x”不是数。应为：一个数，如 12。"
        await pilot.press("escape")

        assert grid(app).typing is None
        assert core.numbers == {}
        await pilot.press("escape")

        assert isinstance(app.screen, TalkScreen)


async def test_rest_and_table_zero_and_undo() -> None:
    """F7 fills what nobody answered, F9 the table; Ctrl+Z takes either back; what was filled stays."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot, "T4")
        await pilot.press("2", "enter", "f7")

        assert Decimal(2) == core.numbers["T4.V1"]
        assert core.figures.known("T4")
        assert app.screen.query_one(Said).sentence == "其余 11 格填了 0。不对就按 Ctrl+Z。"
        await pilot.press("ctrl+z")

        assert {"T4.V1": Decimal(2)} == core.numbers
        await pilot.press("f9")

        assert core.figures.is_zero("T4")


async def test_a_failed_sum_marks_its_cells_and_f6_goes_there() -> None:
    """The finding stands beneath in the form's words; F6 leads to the likeliest cell."""
    core = half_done(numbers=table_numbers())
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot)
        screen = app.screen
        assert isinstance(screen, GridScreen)

        assert "相差 1" in screen.findings[0].message
        await pilot.press("f6")

        assert grid(app).cell == "T3.R25.C1"


async def test_a_block_from_a_spreadsheet_goes_in_whole() -> None:
    """Tabs and line breaks become cells; values on totals are left to the program and said so."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot)
        app.post_message(events.Paste("3\t0\t0\t0\t0\t0\t3\r\n1\t0\t0\t0\t0\t0\t1\r\n"))
        await pilot.pause()

        assert len(core.numbers) == 12
        assert Decimal(1) == core.numbers["T3.R02.C1"]
        assert (
            app.screen.query_one(Said).sentence
            == "贴入了 12 格，2 个合计由程序自己算，没有照抄。不对就按 Ctrl+Z。"
        )


async def test_a_block_that_does_not_fit_changes_nothing() -> None:
    """Too wide, or a word among the numbers: one sentence, not one cell."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot)
        app.post_message(events.Paste("1\t2\t3\t4\t5\t6\t7\t8\n"))
        await pilot.pause()

        assert core.numbers == {}
        assert (
            app.screen.query_one(Said).sentence
            == "贴的内容有 8 列，从这一格往右只有 7 列。一格也没有改；请选好左上角那一格，只复制数字部分再贴。"
        )
        app.post_message(events.Paste("1\t二二\n"))
        await pilot.pause()

        assert core.numbers == {}
        assert app.screen.query_one(Said).sentence.endswith("一格也没有改。")


def test_a_block_longer_than_the_table_is_explained() -> None:
    """Rows that hang over the end are counted for the person."""
    edition = load_edition("2021")
    sheet = make_sheet(edition.table("T3"), 78, lambda _: "0")
    pasted = lay_block("1\n2\n3", sheet, "T3.R25.C1", edition)

    assert (
        pasted.problem
        == "贴的内容有 3 行，从这一格往下只有 1 行。一格也没有改；请选好左上角那一格，只复制数字部分再贴。"
    )


async def test_header_and_labels_stay_while_the_body_scrolls() -> None:
    """At 80×24 the last row is in view with the column headers above it."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_grid(core, pilot)
        await pilot.press("end")
        await pilot.pause()
        view = grid(app)
        lines = ["".join(segment.text for segment in view.render_line(y)) for y in range(view.size.height)]

        assert "自然人" in "".join(lines[: view.sheet.header_lines])
        assert "四、结转下年度" in "".join(lines[view.sheet.header_lines :])


async def test_f3_goes_round_the_tables() -> None:
    """One key for all tables of the edition, fee figures included."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot, "T2")
        seen = []
        for _ in range(4):
            assert isinstance(app.screen, GridScreen)
            seen.append(app.screen.table_id)
            await pilot.press("f3")

        assert seen == ["T2", "T3", "T4", "FEE6"]
