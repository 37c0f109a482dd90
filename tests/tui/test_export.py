"""Export: what stands open, each with the way to it, and a file or one sentence."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from assistant.assistant import Assistant
from assistant.views import ReportRow
from report.writers.files import write_file
from tests.tui.fake import LOOK, UNIT, half_done
from tests.tui.test_review import words
from tui.app import NianbaoApp
from tui.screens.export import ExportScreen
from tui.screens.export_many import ExportManyScreen
from tui.screens.grid import GridScreen
from tui.screens.review import ReviewScreen
from tui.screens.talk import TalkScreen
from tui.widgets.bar import Hint, Said
from tui.widgets.desk import DeskPane
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import LinesView
from tui.widgets.prompt import Prompt

WHEN = "2025-01-05T16:40:00+08:00"
ROWS = (
    ReportRow(1, UNIT, 2024, WHEN),
    ReportRow(2, "忠县财政局", 2024, WHEN),
    ReportRow(3, "忠县教育局", 2023, WHEN),
    ReportRow(4, "", 2024, WHEN),
)


async def test_export_lists_what_is_open_and_writes_the_file(tmp_path: Path) -> None:
    """What keeps it from being final is counted, not what only wants a look; Enter writes a draft."""
    app = NianbaoApp(half_done(), tmp_path)
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        listed = words(app.screen.query_one("#open", LinesView))
        path = tmp_path / f"{UNIT}2024年政府信息公开工作年度报告（草稿）.md"

        assert "还不能定稿：1 处待核 · 1 处待补。现在导出的是草稿。" in listed
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
            if number in {0, 3}:
                await pilot.press("escape")
                assert isinstance(app.screen, ExportScreen)  # back to what is listed
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


async def _export_twice(folder: Path) -> tuple[str, str, str]:
    """Export on the screen where a file of that name comes meanwhile: what was said, the name that stands there, the next."""
    app = NianbaoApp(half_done(), folder)
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        write_file(Path(app.screen.query_one(Prompt).text), "别人的".encode())
        await pilot.press("enter")
        said, named = app.screen.query_one(Said).sentence, app.screen.query_one(Prompt).text
        app.action_export()
        await pilot.pause()
        return said, named, app.screen.query_one(Prompt).text


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    """The second one stands beside it, and that is said; the name on the screen is that of the file that was written."""
    said, named, suggested = asyncio.run(_export_twice(tmp_path))
    path = tmp_path / f"{UNIT}2024年政府信息公开工作年度报告（草稿）.md"
    beside = path.with_stem(f"{path.stem}（2）")

    assert path.read_text(encoding="utf-8") == "别人的"
    assert beside.read_text(encoding="utf-8") == "# 报告\n"
    assert str(beside) in said
    assert f"已有“{path.name}”，没有动它" in said
    assert named == str(beside)
    assert suggested == str(path.with_stem(f"{path.stem}（3）"))


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
                assert "网页，双击就能打开" in "".join(app.screen.query_one(Hint).sentences)
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


async def test_the_keys_say_that_f7_changes_the_length() -> None:
    """The path leaves F7 to the screen, so that the line of keys names it; hints are broken between sentences."""
    core = half_done(rows=ROWS)
    app = NianbaoApp(core)
    async with app.run_test(size=(60, 20)) as pilot:
        app.action_export()
        await pilot.pause()
        hint = app.screen.query_one(Hint)

        assert hint._lines(hint.content_size.width) == [
            ".md 是纯文本，带排版记号；F8 换形式。",
            "↑ 到上面的清单，回车去改。",
        ]
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        named = [key.does for key in app.screen.query_one(KeyBar)._fitting()]

        assert {"篇幅", "换形式", "多份"} <= set(named)


async def done(pilot: Pilot[Any], screen: ExportManyScreen) -> None:
    """Wait until nothing is being written."""
    while screen.work is not None:
        await pilot.pause(0.01)


async def many(pilot: Pilot[Any], app: NianbaoApp) -> ExportManyScreen:
    """From the export screen to that for several reports."""
    app.action_export()
    await pilot.pause()
    await pilot.press("f9")
    await pilot.pause()
    assert isinstance(app.screen, ExportManyScreen)
    return app.screen


async def test_several_reports_go_into_a_folder_in_one_go(tmp_path: Path) -> None:
    """Those of the year are ticked; each tells what became of it; one that cannot be made does not stop the others."""
    (tmp_path / "2024年度报告汇总").mkdir()
    (tmp_path / "2024年度报告汇总" / "忠县财政局2024.html").write_text("别人的", encoding="utf-8")
    core = half_done(rows=ROWS)
    app = NianbaoApp(core, tmp_path)
    async with app.run_test() as pilot:
        screen = await many(pilot, app)

        assert "[x] 忠县财政局  2024年度" in words(screen.list_view)
        assert "[ ] 忠县教育局  2023年度" in words(screen.list_view)
        await pilot.press("f8", "enter")
        await done(pilot, screen)
        told = words(screen.list_view)

        assert "✓ 忠县财政局2024（2）.html，待补 1 处" in told
        assert "× 没有写出：还没有单位名称" in told
        assert screen.query_one(Said).sentence == (
            f"写好 2 份，在“{tmp_path / '2024年度报告汇总'}”里；1 份读不了，没有写出（见上）。"
        )
        assert core.kept_wording == [True, True]
        assert sorted(path.name for path in (tmp_path / "2024年度报告汇总").iterdir()) == [
            "忠县扶贫开发办公室2024.html",
            "忠县财政局2024.html",
            "忠县财政局2024（2）.html",
        ]
        assert app.export_folder == tmp_path


async def test_writing_several_reports_is_stopped_by_esc(tmp_path: Path) -> None:
    """The report in work is written whole; those that are not are named; Esc again leads back."""
    core = half_done(rows=ROWS[:3])
    app = NianbaoApp(core, tmp_path)
    async with app.run_test() as pilot:
        screen = await many(pilot, app)
        core.while_making = screen.action_leave
        await pilot.press("f6", "enter")
        await done(pilot, screen)

        assert len(core.kept_wording) == 1
        assert screen.query_one(Said).sentence.endswith("还有 2 份没有写：忠县财政局2024、忠县教育局2023。")
        await pilot.press("escape")
        await pilot.pause()

        assert isinstance(app.screen, ExportScreen)


async def test_a_folder_that_cannot_be_written_stops_all_of_them(tmp_path: Path) -> None:
    """One sentence; nothing ticked and a file for a folder are said, too."""
    (tmp_path / "a").write_text("", encoding="utf-8")
    app = NianbaoApp(half_done(rows=ROWS[:2], unwritable=True), tmp_path)
    async with app.run_test() as pilot:
        screen = await many(pilot, app)
        await pilot.press("enter")
        await done(pilot, screen)
        said = screen.query_one(Said)

        assert said.sentence.startswith("文件夹“/nowhere”写不进去。一份也没有写出；还有 2 份没有写：")
        screen.save(str(tmp_path / "a"))

        assert "是一个文件，请写一个文件夹" in said.sentence
        await pilot.press("up", "space", "up", "enter")
        screen.save(str(tmp_path))

        assert "一份也没有勾选" in said.sentence


async def test_what_was_written_is_said_when_one_goes_away_meanwhile(tmp_path: Path) -> None:
    """F10 in the middle: the task list tells what is there and what is not."""
    core = half_done(rows=ROWS[:3])
    app = NianbaoApp(core, tmp_path)
    async with app.run_test() as pilot:
        screen = await many(pilot, app)
        core.while_making = app.to_welcome
        await pilot.press("enter")
        await done(pilot, screen)
        await pilot.pause()

        assert any("没有写：" in notice.message for notice in app._notifications)


async def test_real_reports_are_written_while_another_stays_open(tmp_path: Path) -> None:
    """Three units of one county: the report that is open is still open, at its question."""
    with Assistant.open(tmp_path / "a.db") as core:
        for name in ("忠县财政局", "忠县教育局", "忠县民政局"):
            core.create()
            for question, reply in (("unit.name", name), ("unit.kind", "部门"), ("year", "2024")):
                core.open_question(question)
                core.reply(reply)
        opened, asked = core.report_id, core.question()
        app = NianbaoApp(core, tmp_path)
        async with app.run_test() as pilot:
            screen = await many(pilot, app)
            await pilot.press("enter")
            await done(pilot, screen)

            assert screen.query_one(Said).sentence.startswith("写好 3 份")
            assert (core.report_id, core.question()) == (opened, asked)
    written = {path.name[:5]: path.read_text("utf-8") for path in (tmp_path / "2024年度报告汇总").iterdir()}

    assert {name for name, text in written.items() if name in text} == {
        "忠县财政局",
        "忠县教育局",
        "忠县民政局",
    }


async def test_the_list_of_what_is_open_begins_at_its_top() -> None:
    """待处理 of the task list leads into the list, at the first line; so does ↑ from the file's name."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.open_part("open-points")
        await pilot.pause()
        view = app.screen.query_one("#open", LinesView)

        assert view.has_focus
        assert view.key == "point:0"
        app.screen.query_one(Prompt).focus()
        await pilot.press("up")
        assert (view.has_focus, view.key) == (True, "point:0")


@pytest.mark.parametrize("key", ["m", "M", "fullwidth_latin_capital_letter_m"])
async def test_what_may_be_right_is_passed_by_a_key(key: str) -> None:
    """Where it can be: the key is named there only, and the hint says it."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test(size=(120, 30)) as pilot:
        app.open_part("open-points")
        await pilot.pause()
        assert "这样没错" not in [each.does for each in app.screen.query_one(KeyBar)._fitting()]
        await pilot.press("end")
        await pilot.pause()
        assert "这样没错" in [each.does for each in app.screen.query_one(KeyBar)._fitting()]
        assert any("按 M 就过" in one for one in app.screen.query_one(Hint).sentences)
        await pilot.press(key)
        await pilot.pause()

        assert core.confirmed == [LOOK]
        assert "看一眼" not in words(app.screen.query_one("#open", LinesView))
        assert app.screen.query_one(Said).sentence.startswith("已核对，不再提")
        await pilot.press("up")
        assert app.screen.query_one(Said).sentence == ""


async def test_an_empty_list_is_not_offered() -> None:
    """↑ to nowhere is not named."""
    core = half_done()
    core.open_points = lambda: ()  # type: ignore[method-assign]
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        await pilot.press("up")

        assert app.screen.query_one(Prompt).has_focus
        assert not any("清单" in one for one in app.screen.query_one(Hint).sentences)
