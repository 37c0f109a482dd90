"""A sentence that says more than was asked: what it was taken to say, what it leaves open, and the way back from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.clerk import town
from tests.tui.test_talk import prompt, shown, talk
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.screens.talk_words import OFFERED_HINT, PROPOSAL_HINT
from tui.widgets.bar import Said

REQUESTS = "收到3件申请，2件公开了，结转下年1件"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Assistant]:
    """A new town's report, asked whether there were requests."""
    with town(tmp_path / "a.db") as opened:
        opened.open_question("gate.T3")
        yield opened


async def test_typing_at_a_proposal_says_it_anew(core: Assistant) -> None:
    """What was proposed stands selected: typing never joins it, an arrow keeps it to be mended; the hint says so."""
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, f"{REQUESTS}\r")

        assert talk(app).hint == PROPOSAL_HINT
        await write(pilot, "收到个人申请3件，都公开了")

        assert prompt(app).text == "收到个人申请3件，都公开了"
        await pilot.press("enter")

        assert "予以公开·自然人  3 件" in shown(talk(app).log_view)
        await pilot.press("right")
        await write(pilot, "，还有1件没办完")

        assert prompt(app).text == "收到个人申请3件，都公开了，还有1件没办完"


async def test_esc_at_a_proposal_leaves_the_words_selected(core: Assistant) -> None:
    """Esc takes nothing; the words are still there, to be replaced by typing or mended after an arrow."""
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, f"{REQUESTS}\r")
        await pilot.press("right", "escape")

        assert talk(app).proposal is None
        assert prompt(app).text == REQUESTS
        assert prompt(app).offered
        assert talk(app).hint == OFFERED_HINT


async def test_an_answer_to_what_is_open_joins_its_sentence(core: Assistant) -> None:
    """都是个人, typed over the selected sentence, is heard as the answer to who asked; nothing of the sentence is lost."""
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, f"{REQUESTS}\r")
        assert "“结转下年 1 件”是谁申请的" in shown(talk(app).log_view)
        await write(pilot, "都是个人\r")

        assert prompt(app).text == f"{REQUESTS}，都是个人"
        assert "结转下年·自然人  1 件" in shown(talk(app).log_view)
        await pilot.press("enter")

        assert core.figures.value("T3.R25.C1") == 1


async def test_a_sentence_that_was_answered_over_is_named(core: Assistant) -> None:
    """Another answer in its place is taken, and it is said that the sentence was not."""
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, f"{REQUESTS}\r")
        await write(pilot, "没有\r")

        assert app.screen.query_one(Said).sentence.endswith(f"刚才那句没有记：“{REQUESTS}”。")


async def test_what_a_sentence_left_open_is_asked_in_words(core: Assistant) -> None:
    """Confirmed with something open: at its table the very question stands, not only that the table is to be filled."""
    app = NianbaoApp(core)
    async with app.run_test(size=(80, 24)) as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, "收到个人申请3件，2件公开了，1件不予公开\r")
        await pilot.press("enter")
        await pilot.pause()
        log = talk(app).log_view
        seen = "".join(log.render_line(y).text.strip() for y in range(log.size.height))

        assert "还要问：“予以公开 2 件”是谁申请的" in seen
        assert "直接回车 打开表格" in talk(app).hint


async def test_a_proposal_stands_there_on_coming_back(core: Assistant) -> None:
    """Looked at the export, a table, another part, the task list: the sentence and what it was taken to say are there."""
    app = NianbaoApp(core)
    async with app.run_test(size=(100, 30)) as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, f"{REQUESTS}\r")
        for way in (["f5", "escape"], ["f3", "escape"], ["ctrl+g", "a", "escape"], ["ctrl+g", "escape"]):
            await pilot.press(*way)
            await pilot.pause()

            assert prompt(app).text == REQUESTS
            assert talk(app).hint == PROPOSAL_HINT
            assert "予以公开" in shown(talk(app).log_view)
        await pilot.press("enter")

        assert core.figures.value("T3.R03.C7") is None
        assert "是谁申请的" in shown(talk(app).log_view)
        assert core.unsent("gate.T3#proposal") == ""


async def test_a_sentence_at_the_end_is_not_lost_by_looking_away(tmp_path: Path) -> None:
    """都问完了: words typed there and not sent stand there again."""
    with town(tmp_path / "a.db") as core:
        while (question := core.question()) is not None:
            core.reply("没有" if question.id.startswith("gate.") else "跳过")
        app = NianbaoApp(core)
        async with app.run_test(size=(100, 30)) as pilot:
            app.talk()
            await pilot.pause()
            await write(pilot, "更正：")
            await pilot.press("f5", "escape")
            await pilot.pause()

            assert prompt(app).text == "更正："
