"""Getting about: the first screen, the sample, jumping by letters, commands, colours that are remembered."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from assistant.assistant import Assistant
from tests.tui.fake import QUESTIONS, UNIT, FakeCore, half_done, table_numbers
from tests.tui.test_talk import prompt, shown, talk
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.commands import commands
from tui.screens.export import ExportScreen
from tui.screens.grid import GridScreen
from tui.screens.history import HistoryScreen
from tui.screens.jump import JumpScreen
from tui.screens.palette import CommandScreen
from tui.screens.review import ReviewScreen
from tui.screens.talk import TalkScreen
from tui.screens.welcome import WelcomeScreen
from tui.widgets.bar import Said, TopBar
from tui.widgets.desk import DeskPane
from tui.widgets.draft import DraftPane
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import LinesView


def asked(app: NianbaoApp) -> str:
    """Id of the question that is asked now."""
    question = talk(app).question
    return question.id if question else ""


async def test_the_first_screen_offers_a_start_and_the_sample_and_says_where_data_is() -> None:
    """Somebody without a report sees by when, where it is kept, and two ways to begin; no key for what is not there."""
    app = NianbaoApp(FakeCore(report_id=None))
    async with app.run_test() as pilot:
        text = shown(app.screen.query_one(LinesView))
        await pilot.press("f3")

        assert isinstance(app.screen, WelcomeScreen)
        assert "部门 1月31日前公布，还有 12 天" in text
        assert "/数据/nianbao.db" in text
        assert {"new", "sample"} <= {block.key for block in app.screen.query_one(LinesView).blocks}


async def test_the_sample_is_looked_at_and_left_without_a_trace() -> None:
    """Down and Enter opens it, marked on every screen; Esc goes home and lets it go."""
    mine = FakeCore(report_id=None)
    app = NianbaoApp(mine)
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        sample = app.core
        await pilot.pause()

        assert isinstance(sample, FakeCore)
        assert sample is not mine
        await pilot.press("escape")

        assert app.core is mine
        assert app.screen.query_one(LinesView).key == "sample"  # where one came from
        assert sample.closed
        assert not mine.closed


async def test_a_letter_goes_to_its_part() -> None:
    """Ctrl+G from the prompt, then a letter in either width; what stood typed is still there."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, "解读")
        await pilot.press("ctrl+g")

        assert isinstance(app.screen, JumpScreen)
        await write(pilot, "ａ")

        assert isinstance(app.screen, TalkScreen)
        assert asked(app) == "unit.name"
        await pilot.press("ctrl+g", "g")

        assert isinstance(app.screen, GridScreen)
        app.talk()
        await pilot.pause()
        app.core.open_question("active.more")
        talk(app).refresh_core()

        assert prompt(app).text == "解读"


def jump(app: NianbaoApp) -> JumpScreen:
    """The list of places, which is on the screen."""
    assert isinstance(app.screen, JumpScreen)
    return app.screen


def listed(app: NianbaoApp) -> str:
    """What the list of the screen on top shows."""
    return shown(app.screen.query_one(LinesView))


async def test_right_leads_to_the_questions_of_a_part() -> None:
    """Answered or not; letters find among them; the way back leads to the part, and Enter opens what was found."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await pilot.press("ctrl+g")
        assert jump(app).query_one(LinesView).key == "b"  # where one is
        await pilot.press("right")

        assert "主要公开了哪些内容" in listed(app)
        assert "单位全称" not in listed(app)
        await pilot.press("left", "down", "right")
        assert "收到过政府信息公开申请吗" in listed(app)
        await pilot.press("left")
        assert jump(app).query_one(LinesView).key == "c"
        await pilot.press("up")
        await pilot.press("right", "z", "x")
        assert jump(app).wanted == "zx"
        assert "没有找到“zx”" in listed(app)
        await pilot.press("backspace", "backspace", *"zygk", "enter")
        await pilot.pause()

        assert asked(app) == "active.more"


async def test_a_chinese_word_in_the_list_of_places_finds_a_question() -> None:
    """As an input method commits it, several characters at once; Esc goes back to the places and then away."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await pilot.press("ctrl+g")
        await write(pilot, "哪些内容")

        assert "主要公开了哪些内容" in listed(app)
        assert "单位全称" not in listed(app)
        await pilot.press("escape")
        assert "任务清单" in listed(app)
        await pilot.press("escape")

        assert isinstance(app.screen, TalkScreen)


async def test_nothing_found_says_what_can_be_found() -> None:
    """And how to go on."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await pilot.press("ctrl+p")
        await write(pilot, "没有这个")

        assert "没有找到“没有这个”，换个词，或拼音首字母" in listed(app)
        assert "每一问的问题和回答" in listed(app)


async def test_commands_are_found_by_initials_and_only_those_that_can_run() -> None:
    """Zdgk finds 主动公开; without a report nothing is offered that needs one."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await pilot.press("ctrl+p")
        await write(pilot, "zdgk")

        assert isinstance(app.screen, CommandScreen)
        assert "到 （一）主动公开" in shown(app.screen.query_one(LinesView))

    empty = NianbaoApp(FakeCore(report_id=None))
    async with empty.run_test() as pilot:
        await pilot.press("ctrl+p")
        words = shown(empty.screen.query_one(LinesView))

        assert "看看样例报告" in words
        assert "导出" not in words
        assert "撤销" not in words


def spot_at(pane: DraftPane, spot: str) -> tuple[int, int]:
    """Where in the pane a sentence can be clicked."""
    for y in range(pane.size.height):
        column = 0
        for segment in pane.render_line(y):
            if segment.style is not None and segment.style.meta.get("spot") == spot and segment.text.strip():
                return column + pane.styles.gutter.left, y
            column += segment.cell_length
    raise AssertionError(spot)


async def test_a_click_in_the_text_points_and_a_second_one_opens() -> None:
    """On the draft beside the question and on the review desk alike: one click shows where a sentence comes from."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test(size=(100, 30)) as pilot:
        app.talk()
        await pilot.pause()
        pane = talk(app).draft_pane
        await pilot.click(pane, offset=spot_at(pane, "1.主动公开#0"))
        await pilot.pause()

        assert (pane.spot, asked(app)) == ("1.主动公开#0", "active.more")
        await pilot.click(pane, offset=spot_at(pane, "1.主动公开#0"))
        await pilot.pause()

        assert asked(app) == "active.total"
        app.action_review()
        await pilot.pause()
        await pilot.pause()
        desk = app.screen.query_one(DeskPane)
        await pilot.click(desk, offset=spot_at(desk, "1.主动公开#1"))
        await pilot.pause()

        assert desk.spot == "1.主动公开#1"
        assert isinstance(app.screen, ReviewScreen)
        await pilot.click(desk, offset=spot_at(desk, "1.主动公开#0"))
        await pilot.click(desk, offset=spot_at(desk, "1.主动公开#0"))
        await pilot.pause()

        assert isinstance(app.screen, HistoryScreen)


async def test_where_one_is_stays_in_a_narrow_bar() -> None:
    """What gives way is the edition, then the year; the part and its number stay."""
    app = NianbaoApp(half_done())
    async with app.run_test(size=(60, 20)) as pilot:
        app.talk()
        await pilot.pause()
        bar = app.screen.query_one(TopBar).render().plain

        assert bar.startswith("（一）主动公开  2/2")
        assert bar.endswith("忠县扶贫开发办公室 · 2024年度")


async def test_undo_is_offered_only_where_there_is_something_to_undo() -> None:
    """The list names what can be done now: no undo before anything was done, no redo before an undo."""
    core = half_done()
    core.past.clear()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:

        async def listed() -> str:
            await pilot.press("ctrl+p")
            words = shown(app.screen.query_one(LinesView))
            await pilot.press("escape")
            return words

        app.talk()
        await pilot.pause()

        assert "撤销" not in await listed()
        assert "重做" not in await listed()
        await pilot.press("enter")
        words = await listed()

        assert "撤销" in words
        assert "重做" not in words
        talk(app).action_undo()

        assert "重做" in await listed()


async def test_another_screen_is_drawn_whole_from_its_first_picture_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Leaving the grid, or opening it, shows no picture with empty columns or of half a screen."""
    drawn: list[str] = []
    refresh = Screen._compositor_refresh

    def looked_at(screen: Screen[Any]) -> None:
        refresh(screen)
        drawn.append("\n".join(strip.text for strip in screen._compositor.render_strips()))

    app = NianbaoApp(half_done())
    async with app.run_test(size=(100, 30)) as pilot:
        app.talk()
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()
        monkeypatch.setattr(Screen, "_compositor_refresh", looked_at)
        await pilot.press("escape")
        await pilot.pause()
        talked = next(picture for picture in drawn if "F2 草稿" in picture)

        assert "（一）主动公开" in talked.splitlines()[0]
        assert "● 主要公开了哪些内容" in talked
        assert "二、主动公开政府信息情况" in talked
        drawn.clear()
        await pilot.press("f3")
        await pilot.pause()
        table = next(picture for picture in drawn if "F3 下一张表" in picture)

        assert "第二十条第（一）项" in table
        assert "行政许可" in table


async def test_colours_are_chosen_by_command_and_remembered(tmp_path: Path) -> None:
    """The next start has the same colours; a spoilt file means the usual ones."""
    database = tmp_path / "a.db"
    app = NianbaoApp(half_done(), database=database)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await write(pilot, "浅色")
        await pilot.press("enter")

    assert NianbaoApp(half_done(), database=database).theme == "textual-light"
    (tmp_path / "a.db.theme").write_bytes(b"\xff\xfe")

    assert NianbaoApp(half_done(), database=database).theme == "textual-dark"


async def test_typing_after_a_refusal_puts_something_else_in_its_place() -> None:
    """The refused words are selected: typing replaces them, an arrow key keeps them to be mended."""
    core = half_done()
    core.answers["active.more"] = "政策解读"
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, "大概吧")
        await pilot.press("enter")

        assert prompt(app).offered
        assert talk(app).hint.startswith("直接打字 换掉原来的话")
        await write(pilot, "可能")

        assert prompt(app).text == "可能"
        await pilot.press("enter", "right")
        await write(pilot, "有")

        assert prompt(app).text == "可能有"
        await pilot.press("enter")
        await write(pilot, "１")
        await pilot.press("enter")

        assert core.replies[-1] == "有"


async def test_an_opened_answer_is_replaced_by_typing() -> None:
    """The year 2024 opened again and 2025 typed is 2025, not 20242025."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        talk(app).open_question("unit.name")
        await write(pilot, "忠县财政局")

        assert prompt(app).text == "忠县财政局"


async def test_nothing_of_a_tick_list_is_an_answer_and_no_line() -> None:
    """没有 means none of these; beside something ticked it is asked about and nothing is thrown away."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.press("down", "space")
        await write(pilot, "没有")
        await pilot.press("enter")

        assert core.replies == []
        assert app.screen.query_one(Said).sentence.startswith("上面已经选了 1 项。")
        await pilot.press("backspace", "up", "space")
        talk(app).ticks.ticked.clear()
        await write(pilot, "没有")
        await pilot.press("enter")

        assert core.replies == ["没有"]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (150, 40)])
async def test_a_click_does_what_the_keys_do(size: tuple[int, int]) -> None:
    """An answered question, a quick reply and a line of the task list are opened by the mouse."""
    core = half_done()
    core.answers["active.more"] = "政策解读"
    app = NianbaoApp(core)
    async with app.run_test(size=size) as pilot:
        app.talk()
        await pilot.pause()
        replies = talk(app).replies
        await pilot.click(replies, offset=(4, 1))

        assert core.replies == ["没有"]
        log = talk(app).log_view
        log.scroll_home(animate=False)
        await pilot.pause()
        row = next(y for y in range(log.size.height) if UNIT in log.render_line(y).text)
        await pilot.click(log, offset=(6, row))

        assert asked(app) == "unit.name"


async def test_a_table_named_by_its_title_is_named_once() -> None:
    """信息处理费 has no number: its command says the name once."""
    app = NianbaoApp(half_done())
    async with app.run_test():
        names = [command.label for command in commands(app)]

        assert [name for name in names if "信息处理费" in name] == ["信息处理费"]


async def test_a_report_is_found_by_the_name_of_its_unit(tmp_path: Path) -> None:
    """Not in the list until it is looked for; chosen, its task list is shown."""
    with Assistant.open(tmp_path / "a.db", who="王", today=lambda: date(2026, 1, 19)) as core:
        for name in ("柳溪县水务局", "柳溪县教育局"):
            core.create()
            core.reply(name)
        app = NianbaoApp(core)
        async with app.run_test() as pilot:
            await pilot.press("ctrl+p")
            assert "换到" not in shown(app.screen.query_one(LinesView))
            await write(pilot, "水务")
            assert "换到 柳溪县水务局 年度未定" in shown(app.screen.query_one(LinesView))
            await pilot.press("enter")
            await pilot.pause()

            assert core.welcome(counted=False).unit_name == "柳溪县水务局"


async def test_esc_goes_back_to_where_one_came_from() -> None:
    """From the task list to a screen and on to others: Esc leads to the task list, its cursor on the part one is in."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        tasks = app.screen.query_one(LinesView)
        await pilot.press("end", "f3", "f4", "f5", "escape")

        assert isinstance(app.screen, WelcomeScreen)
        assert tasks.key == "（一）主动公开"
        await pilot.press("f4")
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)
        core.open_question("gate.T3")
        app.talk()
        await pilot.pause()
        await pilot.press("f4", "escape")
        assert isinstance(app.screen, TalkScreen)
        await pilot.press("escape")
        await pilot.pause()

        assert isinstance(app.screen, WelcomeScreen)
        assert tasks.key == "（二）依申请公开"


async def test_a_report_begun_by_accident_gives_way_to_the_one_before(tmp_path: Path) -> None:
    """Begun and left with Esc, nothing said: the report one came from is open; after a first answer the new one stays."""
    with Assistant.open(tmp_path / "a.db", who="王", today=lambda: date(2026, 1, 19)) as core:
        core.create()
        core.reply("柳溪县水务局")
        app = NianbaoApp(core)
        async with app.run_test() as pilot:
            tasks = app.screen.query_one(LinesView)
            tasks.point("new")
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, TalkScreen)
            await pilot.press("escape")
            await pilot.pause()

            assert core.welcome(counted=False).unit_name == "柳溪县水务局"
            assert tasks.key == "unit"
            tasks.point("new")
            await pilot.press("enter")
            await pilot.pause()
            await write(pilot, "柳溪县教育局")
            await pilot.press("enter", "escape")
            await pilot.pause()

            assert core.welcome(counted=False).unit_name == "柳溪县教育局"


async def test_a_question_is_found_by_its_words_and_by_its_answer() -> None:
    """Chosen, it is open to be changed; a question nobody answered is found too."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        first = core.transcript()[0]
        await pilot.press("ctrl+p")
        await write(pilot, "申请吗")
        assert [block.aside for block in app.screen.query_one(LinesView).blocks] == ["还没答"]
        await pilot.press("ctrl+u")
        await write(pilot, first.answer)
        assert f"问：{first.ask}" in listed(app)
        await pilot.press("enter")
        await pilot.pause()

        question = core.question()
        assert question is not None
        assert question.id == first.id


async def test_esc_leads_back_to_where_one_came_from() -> None:
    """From a question to a part and back; from the list before export to a cell, a question, and back to the list."""
    core = half_done(numbers=table_numbers())
    app = NianbaoApp(core)
    async with app.run_test(size=(100, 30)) as pilot:
        app.talk()
        await pilot.pause()
        asked = core.question()
        await pilot.press("ctrl+g", "a")
        await pilot.pause()

        assert core.opened.startswith("unit.")
        assert "Esc 回去" in app.screen.query_one(KeyBar).render().plain
        await pilot.press("escape")

        assert core.question() == asked
        assert "Esc 清单" in app.screen.query_one(KeyBar).render().plain
        await pilot.press("f5")
        app.open_place("T3.R01.C1")
        await pilot.pause()
        await pilot.press("escape")

        assert isinstance(app.screen, ExportScreen)
        app.open_place("problems")
        await pilot.pause()
        await pilot.press("escape")

        assert isinstance(app.screen, ExportScreen)
        await pilot.press("escape", "escape")

        assert isinstance(app.screen, WelcomeScreen)


async def test_esc_closes_an_answer_that_was_opened_when_all_was_answered() -> None:
    """At the end one is back at the end."""
    core = FakeCore(answers={question.id: "1" for question in QUESTIONS})
    app = NianbaoApp(core)
    async with app.run_test(size=(100, 30)) as pilot:
        app.talk()
        await pilot.pause()
        await pilot.press("up", "enter", "escape")
        await pilot.pause()

        assert isinstance(app.screen, TalkScreen)
        assert core.question() is None
        assert core.answers["problems"] == "1"


async def test_the_list_stands_on_the_report_one_comes_from() -> None:
    """After a new report, or the sample, the cursor is on what is open in the report; Enter begins no other."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test(size=(100, 40)) as pilot:
        view = app.screen.query_one(LinesView)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert app.own is not None
        await pilot.press("end", "enter")
        await pilot.pause()

        assert app.own is None
        assert view.key == "（一）主动公开"
        await pilot.press("end", "up", "enter")
        await write(pilot, "忠县财政局\r")
        await pilot.press("escape")
        await pilot.pause()

        assert core.report_id == 7
        assert view.key == "基本情况"
        await pilot.press("enter")

        assert core.answers == {"unit.name": "忠县财政局"}


async def test_a_burst_on_the_task_list_is_heard_by_the_screen_it_leads_to() -> None:
    """Enter, the name, Enter in one write, as somebody types whose computer is slow: the name is taken, nothing stops."""
    core = FakeCore(report_id=None)
    app = NianbaoApp(core)
    async with app.run_test(size=(100, 30)) as pilot:
        await write(pilot, f"\r{UNIT}\r\r")
        await pilot.pause()

        assert isinstance(app.screen, TalkScreen)
        assert core.answers == {"unit.name": UNIT}
        assert asked(app) == "unit.kind"


async def test_keys_of_the_task_list_pressed_in_one_burst_act_in_their_order(tmp_path: Path) -> None:
    """End, Up and Enter begin a new report; the Enter does not overtake the arrow and open the sample."""
    with Assistant.open(tmp_path / "a.db") as core:
        core.create()
        core.reply(UNIT)
        app = NianbaoApp(core)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            await write(pilot, "\x1b[F\x1b[A\r")
            await pilot.pause()

            assert app.own is None
            assert core.report_id == 0
