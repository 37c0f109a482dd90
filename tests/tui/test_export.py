"""Export: what stands open, each with the way to it, and a file or one sentence."""

from pathlib import Path

from tests.tui.fake import UNIT, half_done
from tests.tui.test_review import words
from tui.app import NianbaoApp
from tui.screens.export import ExportScreen
from tui.screens.grid import GridScreen
from tui.screens.review import ReviewScreen
from tui.screens.talk import TalkScreen
from tui.widgets.bar import Said
from tui.widgets.desk import DeskPane
from tui.widgets.lines import LinesView
from tui.widgets.prompt import Prompt


async def test_export_lists_what_is_open_and_writes_the_file(tmp_path: Path) -> None:
    """Counted as the task list counts; Enter writes, and the name says that it is a draft."""
    app = NianbaoApp(half_done(), tmp_path)
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        listed = words(app.screen.query_one("#open", LinesView))
        path = tmp_path / f"{UNIT}2024年政府信息公开工作年度报告（草稿）.md"

        assert "还不能定稿：1 处需核对 · 1 处待核 · 1 处待补。现在导出的是草稿。" in listed
        assert "○ 【待补：存在问题】" in listed
        assert "看一眼（不影响定稿）\n· 公开总数比去年少了一半，请看一眼。" in listed
        assert str(path) == app.screen.query_one(Prompt).text
        await pilot.press("enter")

        assert path.exists()
        assert f"已导出草稿：{path}" == app.screen.query_one(Said).sentence


async def test_a_folder_that_cannot_be_written_gives_one_sentence() -> None:
    """Nothing is half-written and nobody is left with a traceback."""
    app = NianbaoApp(half_done(unwritable=True), Path("/nowhere"))
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        await pilot.press("enter")

        assert isinstance(app.screen, ExportScreen)
        assert (
            app.screen.query_one(Said).sentence == "没有写成，文件没有改动。请换一个文件夹或文件名再按回车。"
        )


async def test_a_listed_point_leads_to_where_it_can_be_mended() -> None:
    """A failed sum leads to its cell, a doubt to its sentence, a gap to its question, a warning to its cell."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        core.fill_zero("T3", None)
        core.set_cells("T3", {"T3.R01.C1": "2"})
        for number, screen in enumerate((GridScreen, ReviewScreen, TalkScreen, GridScreen)):
            app.action_export()
            await pilot.pause()
            view = app.screen.query_one("#open", LinesView)
            view.focus()
            await pilot.press("home", *["down"] * number, "enter")
            await pilot.pause()

            assert isinstance(app.screen, screen), number
            if number == 1:
                assert app.screen.query_one(DeskPane).spot == "1.主动公开#1"
        assert core.opened == "problems"


async def test_f7_changes_the_length_here_too() -> None:
    """The prompt keeps its path; the sentence says what became of the text."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        before = app.screen.query_one(Prompt).text
        await pilot.press("f7")

        assert core.length == "详"
        assert app.screen.query_one(Prompt).text == before
        assert "按“详”写" in app.screen.query_one(Said).sentence
