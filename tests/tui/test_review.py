"""The review desk and export: the text with its origins, a person's own words, and a file or one sentence."""

from pathlib import Path

from tests.tui.fake import UNIT, half_done
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.screens.export import ExportScreen, is_final
from tui.screens.grid import GridScreen
from tui.screens.review import EditScreen, ReviewScreen
from tui.screens.talk import TalkScreen
from tui.widgets.bar import Said
from tui.widgets.lines import LinesView
from tui.widgets.prompt import ChineseTextArea, Prompt


def words(view: LinesView) -> str:
    """What a view shows."""
    return "\n".join("".join(run.text for run in block.runs) for block in view.blocks)


async def test_each_sentence_shows_where_it_came_from() -> None:
    """The note it rests on and the source of each number stand beside the text."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph("1.主动公开")
        await pilot.pause()
        origin = words(app.screen.query_one("#origin", LinesView))

        assert f"根据  {core.answers['active.total']}" in origin
        assert "124  主动公开的记录" in origin


async def test_ctrl_s_keeps_and_esc_loses_nothing() -> None:
    """An edit that is left is there again when the paragraph is opened the next time."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph("opening")
        await pilot.pause()
        await pilot.press("enter")
        await write(pilot, "补一句。")
        await pilot.press("escape")
        await pilot.pause()

        assert isinstance(app.screen, ReviewScreen)
        assert core.edits == {}
        assert app.screen.query_one(Said).sentence == "没有存；改了一半的文字还在，再按回车接着改。"
        await pilot.press("enter")
        assert isinstance(app.screen, EditScreen)
        assert app.screen.query_one(ChineseTextArea).text.endswith("补一句。")
        await pilot.press("ctrl+s")
        await pilot.pause()

        assert core.edits["opening"].endswith("12月31日。补一句。")
        assert "［已改］" in words(app.screen.query_one("#text", LinesView))


async def test_restoring_keeps_the_persons_text_at_hand() -> None:
    """Back to the generated text; the own text is one Enter away."""
    core = half_done(edits={"opening": "我写的。"})
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph("opening")
        await pilot.pause()
        await pilot.press("r")

        assert core.edits == {}
        await pilot.press("enter")
        assert isinstance(app.screen, EditScreen)

        assert app.screen.query_one(ChineseTextArea).text == "我写的。"


async def test_export_lists_what_is_open_and_writes_the_file(tmp_path: Path) -> None:
    """Errors, gaps and doubts stand first; Enter writes, and the name says that it is a draft."""
    core = half_done()
    app = NianbaoApp(core, tmp_path)
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        listed = words(app.screen.query_one("#open", LinesView))
        path = tmp_path / f"{UNIT}2024年政府信息公开工作年度报告（草稿）.md"

        assert "还不能定稿：0 处不符 · 1 处没有回答 · 1 处待核。现在导出的是草稿。" in listed
        assert str(path) == app.screen.query_one(Prompt).text
        await pilot.press("enter")

        assert path.exists()
        assert f"已导出草稿：{path}" == app.screen.query_one(Said).sentence
        assert not is_final(core.draft())


async def test_a_folder_that_cannot_be_written_gives_one_sentence() -> None:
    """Nothing is half-written and nobody is left with a traceback."""
    app = NianbaoApp(half_done(unwritable=True), Path("/nowhere"))
    async with app.run_test() as pilot:
        app.action_export()
        await pilot.pause()
        await pilot.press("enter")

        assert isinstance(app.screen, ExportScreen)
        assert (
            app.screen.query_one(Said).sentence == "没有写成，文件没有改动。请换一个能写入的文件夹再按回车。"
        )


async def test_a_listed_point_leads_to_where_it_can_be_mended() -> None:
    """A failed sum leads to its table, a doubt to its paragraph, a gap to the conversation."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        core.fill_zero("T3", None)
        core.set_cells("T3", {"T3.R01.C1": "2"})
        app.action_export()
        await pilot.pause()
        view = app.screen.query_one("#open", LinesView)
        view.post_message(LinesView.Chosen(view, "finding:0"))
        await pilot.pause()

        assert isinstance(app.screen, GridScreen)
        app.action_export()
        await pilot.pause()
        view = app.screen.query_one("#open", LinesView)
        view.post_message(LinesView.Chosen(view, "doubt:1.主动公开"))
        await pilot.pause()

        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.query_one("#text", LinesView).key == "1.主动公开"
        app.action_export()
        await pilot.pause()
        view = app.screen.query_one("#open", LinesView)
        view.post_message(LinesView.Chosen(view, "gap:0"))
        await pilot.pause()

        assert isinstance(app.screen, TalkScreen)
