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
from tui.screens.welcome import WelcomeScreen
from tui.widgets.bar import Said, TopBar
from tui.widgets.formgrid import FormGrid
from tui.widgets.lines import LinesView
from tui.widgets.paste import Pasted, lay_block, read_block
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

        assert isinstance(app.screen, WelcomeScreen)  # where one came from


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


async def test_a_key_that_leaves_takes_what_is_typed_first() -> None:
    """F7 in the middle of a number keeps the number; a number that is refused stops the key."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot, "T4")
        await pilot.press("7", "f7")

        assert Decimal(7) == core.numbers["T4.V1"]
        assert app.screen.query_one(Said).sentence == "其余 11 格填了 0。不对就按 Ctrl+Z。"
        await pilot.press("x", "f3")

        assert isinstance(app.screen, GridScreen)
        assert app.screen.table_id == "T4"
        assert grid(app).typing == "x"
        await pilot.press("escape", "9", "f3")

        assert app.screen.table_id == "FEE6"
        assert Decimal(9) == core.numbers["T4.V1"]


async def test_a_cell_can_be_emptied() -> None:
    """Del and Enter make a cell unanswered again; on an empty cell they change nothing."""
    core = half_done(numbers={"T4.V1": Decimal(2)})
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot, "T4")
        await pilot.press("home", "delete", "enter")

        assert core.numbers == {}
        before = len(core.past)
        await pilot.press("delete", "enter")

        assert len(core.past) == before


def drawn(app: NianbaoApp) -> list[str]:
    """The lines of the table as they stand."""
    view = grid(app)
    return ["".join(segment.text for segment in view.render_line(y)) for y in range(view.size.height)]


async def test_last_years_number_stands_beside_and_the_star_tells_the_carry_over() -> None:
    """In brackets in the cell's row; a star where 上年结转 is what last year's report carried on; zeros are left out."""
    last = {
        "T3.R01.C1": Decimal(12),
        "T3.R25.C1": Decimal(2),
        "T3.R25.C2": Decimal(1),
        "T3.R02.C1": Decimal(0),
    }
    core = half_done(
        numbers={"T3.R01.C1": Decimal(10), "T3.R02.C1": Decimal(2), "T3.R02.C2": Decimal(3)},
        last_numbers=last,
    )
    app = NianbaoApp(core)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_grid(core, pilot)
        new, carried = (
            next(line for line in drawn(app) if line.startswith(head)) for head in ("一、", "二、")
        )

        assert "│10(12) │" in new
        assert "│ 2*    │" in carried
        assert "3*" not in carried
        state = app.screen.query_one("#state", LinesView)
        assert any(
            "* 与去年报告“结转下年度”一致。" in run.text for block in state.blocks for run in block.runs
        )


async def test_last_year_is_spoken_of_only_where_it_is_known() -> None:
    """Brackets are explained where there are any: not in a table that last year's report says nothing of."""
    for last, known in (({}, False), ({"T2.R01.C1": Decimal(1)}, False), ({"T3.R01.C1": Decimal(1)}, True)):
        core = half_done(last_numbers=last)
        app = NianbaoApp(core)
        async with app.run_test(size=(100, 30)) as pilot:
            await open_grid(core, pilot)
            screen = app.screen
            assert isinstance(screen, GridScreen)
            keys = dict(screen.help_topic()[1])["这里的键"]

            assert ("括号里是去年" in keys) == known
            assert ("括号里是去年" in screen.query_one(TopBar)._right) == known


async def test_labels_of_groups_come_down_with_the_rows() -> None:
    """At 80×24 the row in focus always has the name of its group beside it."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_grid(core, pilot)
        for row in ("R08", "R12", "R20", "R23"):
            grid(app).point(f"T3.{row}.C1")
            await pilot.pause()
            shown = "".join(line[: grid(app).sheet.label_width] for line in drawn(app)[5:])
            group = {"R08": "（三）", "R12": "（三）", "R20": "（五）", "R23": "（六）"}[row]

            assert group in shown
            assert "三、本" in shown


async def test_enter_on_a_finding_goes_to_its_cell() -> None:
    """Down from the last row leads into the findings, Enter to the cell, Esc and Up back into the table."""
    core = half_done(numbers=table_numbers())
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot)
        state = app.screen.query_one("#state", LinesView)
        await pilot.press("end", "down")

        assert state.has_focus
        await pilot.press("up")

        assert grid(app).has_focus
        await pilot.press("down", "enter")

        assert grid(app).has_focus
        assert grid(app).cell == "T3.R25.C1"


def lay(text: str, start: str = "T3.R01.C1") -> Pasted:
    """A block on a table of the newest form."""
    edition = load_edition("2021")
    sheet = make_sheet(edition.table(start.split(".", maxsplit=1)[0]), 98, lambda _: "0")
    return lay_block(text, sheet, start, edition)


def test_empty_places_and_dashes_are_unanswered_never_zero() -> None:
    """A blank, a dash or a stroke fills nothing, and the old number does not stay there either."""
    pasted = lay("3\t\t-\t／\t — \t0\n")

    assert pasted.typed == {
        "T3.R01.C1": "3",
        "T3.R01.C2": "",
        "T3.R01.C3": "",
        "T3.R01.C4": "",
        "T3.R01.C5": "",
        "T3.R01.C6": "0",
    }
    assert (pasted.numbers, pasted.empty) == (2, 4)


@pytest.mark.parametrize(
    "text",
    [
        (
            "三、本年度办理结果\t（一）予以公开\t\t8\t2\t0\t0\t0\t0\n"
            '\t（三）不予公开\t"1.属于\n国家秘密"\t1,000\t0\t0\t0\t0\t0\n'
        ),
        "申请人情况\n自然人\t商业企业\n（一）予以公开\t8\t2\t0\t0\t0\t0\t10\r\n1.属于国家秘密\t1,000\t0\t0\t0\t0\t0\t1000\r\n\r\n",
    ],
    ids=["merged", "flat"],
)
def test_rows_copied_with_their_labels_find_their_own_place(text: str) -> None:
    """Wherever the focus is; a label of several lines stands in quotes, merged labels leave empty cells."""
    pasted = lay(text, "T3.R20.C3")

    assert pasted.problem == ""
    assert pasted.typed["T3.R03.C1"] == "8"
    assert pasted.typed["T3.R03.C2"] == "2"
    assert pasted.typed["T3.R05.C1"] == "1,000"
    assert len(pasted.typed) == 12


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "（一）予以公开\t8\n（九）没有这一行\t1",
            "贴的第 2 行没有表三的行名，别的行有，不知道该填在哪一行。",
        ),
        ("（一）予以公开\t8\n（一）予以公开\t1", "贴的内容里“（一）予以公开”这一行有两次。"),
        ("（一）予以公开\t1\t2\t3\t4\t5\t6\t7\t8", "贴的第 1 行有 8 个数，表三这一行只有 7 格。"),
        ("（一）予以公开\t8\n合计以外\t", "贴的第 2 行“合计以外”不是表三里的行名。"),
        ("\t\n\t-", "贴的内容里没有可填的数。"),
    ],
)
def test_a_block_with_labels_that_does_not_fit_says_which_line(text: str, problem: str) -> None:
    """One sentence with the line; nothing is pasted."""
    pasted = lay(text)

    assert pasted.typed == {}
    assert pasted.problem == f"{problem}一格也没有改；请选好左上角那一格，只复制数字部分再贴。"


def test_a_quote_that_does_not_close_is_a_character() -> None:
    """It never swallows the lines behind it."""
    assert read_block('"3\t1\r\n2\t0\r\n') == [['"3', "1"], ["2", "0"]]


async def test_a_pasted_total_that_comes_out_otherwise_is_told() -> None:
    """The sum is the program's; that the block said something else is said. One undo takes the block back whole."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await open_grid(core, pilot)
        app.post_message(events.Paste("3\t1\t0\t0\t0\t0\t5\n"))
        await pilot.pause()

        said = app.screen.query_one(Said).sentence
        assert said == (
            "贴入了 6 格，1 个合计由程序自己算，没有照抄；"
            "一、本年新收政府信息公开申请数量（总计）贴来的是 5，加起来是 4，请核对。不对就按 Ctrl+Z。"
        )
        await pilot.press("ctrl+z")

        assert core.numbers == {}
        assert grid(app).cell == "T3.R01.C1"
