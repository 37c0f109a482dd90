"""Export: what stands open, each with the way to it, and a file or one sentence."""

import asyncio
from pathlib import Path

from textual.widgets import Static

from report.writers.files import write_file
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
        assert app.screen.query_one(Said).sentence.startswith("文件夹“/nowhere”写不进去。")
        assert not app._notifications


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
                desk = app.screen.query_one(DeskPane)
                assert desk.spot == "1.主动公开#1"
                view = core.paragraph("1.主动公开").sentences[1]
                assert "【待核" in view.text
                await pilot.press("enter")
                await pilot.pause()
                assert core.opened == view.goes_to
                assert isinstance(app.screen, TalkScreen)
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


async def _export_twice(folder: Path) -> str:
    """Export on the screen where a file of that name stands already; what was said."""
    app = NianbaoApp(half_done(), folder)
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        write_file(Path(app.screen.query_one(Prompt).text), "别人的".encode())
        await pilot.press("enter")
        return app.screen.query_one(Said).sentence


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    """The second one stands beside it, and that is said."""
    said = asyncio.run(_export_twice(tmp_path))
    path = tmp_path / f"{UNIT}2024年政府信息公开工作年度报告（草稿）.md"
    beside = path.with_stem(f"{path.stem}（2）")

    assert path.read_text(encoding="utf-8") == "别人的"
    assert beside.read_text(encoding="utf-8") == "# 报告\n"
    assert str(beside) in said
    assert f"已有“{path.name}”，没有动它" in said


async def test_one_key_changes_the_form(tmp_path: Path) -> None:
    """F8 goes through the endings; each is named in words that need no knowledge of file formats."""
    app = NianbaoApp(half_done(), tmp_path)
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        prompt, seen = app.screen.query_one(Prompt), []
        for _ in range(4):
            seen.append(Path(prompt.text).suffix)
            if seen[-1] == ".html":
                assert "网页，双击就能打开" in str(app.screen.query_one("#hint", Static).render())
            await pilot.press("f8")

        assert seen == [".md", ".html", ".json", ".md"]


async def test_one_arrow_leads_from_a_long_path_to_the_list(tmp_path: Path) -> None:
    """However many lines the path takes; and what another screen said does not lie over it."""
    app = NianbaoApp(half_done(), tmp_path / ("很长的文件夹" * 20))
    async with app.run_test() as pilot:
        app.notify("早先的话")
        app.action_export()
        await pilot.pause()
        assert app.screen.query_one(Prompt).wrapped_document.height > 1
        assert not app._notifications
        await pilot.press("up")

        assert app.screen.focused is app.screen.query_one("#open", LinesView)
