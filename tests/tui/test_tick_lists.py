"""Tick lists: nothing that was ticked or written is lost, every step can be taken back, own lines are lines like others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from assistant.assistant import Assistant
from tests.assistant.clerk import town
from tests.tui.fake import QUESTIONS, half_done
from tests.tui.test_talk import prompt, shown, talk
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.screens.talk_words import UNFINISHED
from tui.widgets.bar import Hint, Said

LIST = "active.more"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Assistant]:
    """A town's report whose first tick list was answered with two lines of its own."""
    with town(tmp_path / "a.db") as opened:
        opened.reply("全年124条，网站119条")
        opened.tick(("政策解读",), "办了两期公开栏\n请人大代表来看过")
        yield opened


async def reopened(pilot: Pilot[None], core: Assistant) -> NianbaoApp:
    """The app, with the answered list opened again."""
    app = pilot.app
    assert isinstance(app, NianbaoApp)
    app.talk()
    await pilot.pause()
    talk(app).open_question(LIST)
    await pilot.pause()
    assert core.question() is not None
    return app


def noted(core: Assistant) -> object:
    """The lines that are recorded with the list."""
    return core._answers[f"note.{LIST}"].value


async def to_own_line(pilot: Pilot[None], app: NianbaoApp, line: str) -> None:
    """The cursor on a line of one's own."""
    while talk(app).ticks.own(talk(app).replies.key) != line:
        await pilot.press("down")


async def test_an_unticked_own_line_stays_out_when_another_is_written(core: Assistant) -> None:
    """Unticked it is still to be seen, and ticked again by the same key; what is recorded is what is ticked."""
    async with NianbaoApp(core).run_test() as pilot:
        app = await reopened(pilot, core)
        await to_own_line(pilot, app, "办了两期公开栏")
        await pilot.press("space")

        assert "[ ] 办了两期公开栏" in shown(talk(app).replies)
        await write(pilot, "开了一次座谈会\r")
        await pilot.press("enter")
        await pilot.pause()

        assert noted(core) == ("请人大代表来看过", "开了一次座谈会")


async def test_a_sentence_of_many_things_brings_no_unticked_line_back(core: Assistant) -> None:
    """Typed beside the list and confirmed, it adds its own words only."""
    async with NianbaoApp(core).run_test() as pilot:
        app = await reopened(pilot, core)
        await to_own_line(pilot, app, "办了两期公开栏")
        await pilot.press("space")
        await write(pilot, "没收到申请，也没有复议诉讼\r")
        assert talk(app).proposal is not None
        await pilot.press("enter", "enter")
        await pilot.pause()

        assert noted(core) == ("请人大代表来看过",)


async def test_an_own_line_is_changed_in_the_prompt(core: Assistant) -> None:
    """Enter on it puts it there, an arrow keeps it to go on behind it; Enter again puts it back changed, in its place."""
    async with NianbaoApp(core).run_test() as pilot:
        app = await reopened(pilot, core)
        await to_own_line(pilot, app, "办了两期公开栏")
        assert talk(app).hint.startswith("回车 改这一条")
        await pilot.press("enter")

        assert prompt(app).text == "办了两期公开栏"
        assert prompt(app).offered
        assert talk(app).hint.startswith("直接打字 换掉原来的话")
        assert "政策解读" in shown(talk(app).replies)
        await pilot.press("right")
        await write(pilot, "，各村都有\r")
        await pilot.press("enter")
        await pilot.pause()

        assert noted(core) == ("办了两期公开栏，各村都有", "请人大代表来看过")


async def test_typing_puts_another_line_in_the_place_of_the_opened_one(core: Assistant) -> None:
    """As everywhere a text stands in the prompt selected: what is typed replaces it, nothing is hung on behind."""
    async with NianbaoApp(core).run_test() as pilot:
        app = await reopened(pilot, core)
        await to_own_line(pilot, app, "办了两期公开栏")
        await pilot.press("enter")
        await write(pilot, "办了三期公开栏\r")
        await pilot.press("enter")
        await pilot.pause()

        assert noted(core) == ("办了三期公开栏", "请人大代表来看过")


async def test_a_change_that_is_left_by_an_arrow_counts(core: Assistant) -> None:
    """Up in the middle of changing a line puts the change down; Esc is the way not to."""
    async with NianbaoApp(core).run_test() as pilot:
        app = await reopened(pilot, core)
        await to_own_line(pilot, app, "办了两期公开栏")
        await pilot.press("enter", "right")
        await write(pilot, "，三月和九月")
        await pilot.press("up")

        assert "[x] 办了两期公开栏，三月和九月" in shown(talk(app).replies)
        await pilot.press("enter") if talk(app).ticks.own(talk(app).replies.key) else None
        await write(pilot, "不要了")
        await pilot.press("escape")

        assert "不要了" not in shown(talk(app).replies)


@pytest.mark.parametrize("way", ["up", "escape", "f4", "f10", "ctrl+q"])
async def test_a_changed_list_that_was_answered_counts_wherever_one_goes(core: Assistant, way: str) -> None:
    """Another answer, another screen, the end: the change is recorded as one step, and nobody need come back for it."""
    async with NianbaoApp(core).run_test() as pilot:
        app = await reopened(pilot, core)
        await write(pilot, "开了一次座谈会\r")
        if way == "up":
            for _ in range(60):
                await pilot.press("up")
            await pilot.press("enter")
        else:
            await pilot.press(way)
        await pilot.pause()

        assert app.core is core
        assert noted(core) == ("办了两期公开栏", "请人大代表来看过", "开了一次座谈会")
        core.undo()

        assert noted(core) == ("办了两期公开栏", "请人大代表来看过")


async def test_a_list_that_was_not_answered_stands_as_it_was_left() -> None:
    """Left in the middle it is no answer yet; over a restart the ticks and lines are there, and it is said."""
    core = half_done()
    async with NianbaoApp(core).run_test() as pilot:
        await pilot.press("enter", "down", "space")
        await write(pilot, "开了一次座谈会\r")
        await pilot.press("escape")

        assert core.replies == []
    again = NianbaoApp(core)
    async with again.run_test() as pilot:
        await pilot.press("enter")

        assert again.screen.query_one(Said).sentence == UNFINISHED
        assert "[x] 政策解读" in shown(talk(again).replies)
        await pilot.press("enter")

        assert core.replies == ["政策解读；开了一次座谈会"]
        core.open_question(LIST)
        talk(again).refresh_core()

        assert again.screen.query_one(Said).sentence == ""


async def test_ctrl_z_in_a_list_takes_back_its_last_step() -> None:
    """Step by step, with Ctrl+Y the other way; only then the answer before the list."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await pilot.press("enter", "down", "space")
        await write(pilot, "开了一次座谈会\r")
        await pilot.press("ctrl+z")

        assert "开了一次座谈会" not in shown(talk(app).replies)
        assert app.screen.query_one(Said).sentence == "清单里撤销了一步：“开了一次座谈会”。"
        await pilot.press("ctrl+y", "ctrl+z", "ctrl+z")

        assert talk(app).ticks.untouched
        assert len(core.answers) == 3
        await pilot.press("ctrl+y")

        assert talk(app).ticks.themes == (QUESTIONS[3].ticks[0].theme,)
        await pilot.press("ctrl+z", "ctrl+z")

        assert len(core.answers) == 0


@pytest.mark.parametrize("typed", ["1", "1 3", "１、３"])
async def test_numbers_are_no_line_of_ones_own(typed: str) -> None:
    """The list has no numbers on the screen; what would tick is said, and nothing is noted."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, f"{typed}\r")

        assert "清单里没有号码" in app.screen.query_one(Said).sentence
        assert talk(app).ticks.lines == []


async def test_a_tick_is_found_by_everyday_words(core: Assistant) -> None:
    """喇叭 finds the theme whose name says 传统媒体; what no line speaks of is to be written, and that is said."""
    app = NianbaoApp(core)
    core.open_question("active.more")
    async with app.run_test(size=(100, 30)) as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, "喇叭")

        assert [tick.theme for tick in talk(app).ticks.shown] == ["传统媒体与融媒体"]
        assert "空格 勾选“传统媒体与融媒体”" in talk(app).hint
        await pilot.press("ctrl+u")
        await write(pilot, "公示栏")

        assert [tick.theme for tick in talk(app).ticks.shown] == ["村居务公开"]
        await pilot.press("ctrl+u")
        await write(pilot, "低保")

        assert not talk(app).ticks.shown
        assert talk(app).hint == "清单里没有：写成一句话，回车记下来"
        await pilot.press("ctrl+u")
        await write(pilot, "热线")
        await pilot.press("space")

        assert "12345热线与咨询" in talk(app).ticks.ticked


async def test_what_the_keys_do_at_a_list_is_never_broken_in_a_word(core: Assistant) -> None:
    """Where the line is too narrow the last thing stands whole on a line of its own."""
    app = NianbaoApp(core)
    core.open_question("active.more")
    async with app.run_test(size=(140, 40)) as pilot:
        app.talk()
        await pilot.pause()
        lines = app.screen.query_one("#hint", Hint).render().plain.split("\n")

        assert lines[-1].strip().startswith("回车 完成（已选")
        assert lines[-1].strip().endswith("项）")


async def test_a_part_of_one_name_ticks_it(core: Assistant) -> None:
    """机构职能 is no sentence of one's own where one line of the list begins with it; the hint says what Enter does."""
    app = NianbaoApp(core)
    core.open_question("active.more")
    async with app.run_test(size=(80, 24)) as pilot:
        app.talk()
        await pilot.pause()
        lines = list(talk(app).ticks.lines)
        await write(pilot, "机构职能")

        assert talk(app).hint == "回车 勾选“机构职能与领导信息”"
        await pilot.press("enter")

        assert "机构职能与领导信息" in talk(app).ticks.ticked
        assert talk(app).ticks.lines == lines
        await write(pilot, "行政")

        assert talk(app).hint.startswith("回车 把这句话记下来")
