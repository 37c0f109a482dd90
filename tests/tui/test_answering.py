"""Small things between question and answer: digits, lists that come back, notes said once, what is left at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.views import Exchange, PartView, Welcome
from tests.assistant.clerk import town
from tests.tui.fake import QUESTIONS, UNIT, FakeCore, half_done
from tests.tui.test_talk import prompt, shown, talk
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.screens.export import ExportScreen
from tui.screens.welcome import WelcomeScreen
from tui.widgets.bar import Hint, Said
from tui.widgets.chat import conversation
from tui.widgets.draft import DraftPane
from tui.widgets.lines import LinesView


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Assistant]:
    """A new town's report, asked how much was published."""
    with town(tmp_path / "a.db") as opened:
        yield opened


async def test_a_digit_and_enter_answer_one_question(core: Assistant) -> None:
    """Who types the digit and then Enter has answered this question and not skipped the next."""
    core.open_question("gate.T3")
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await pilot.press("2", "enter")

        assert core.figures.is_zero("T3")
        assert (talk(app).question or QUESTIONS[0]).id == "active.total"


async def test_a_sentence_may_begin_with_a_digit(core: Assistant) -> None:
    """2件 is a sentence and no choice; an arrow chooses instead of the digit that stands there."""
    core.open_question("gate.T3")
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, "2件，个人的")

        assert prompt(app).text == "2件，个人的"
        await pilot.press("ctrl+u", "2", "up", "enter")

        assert core._answers["gate.T3"].value is True


async def test_quick_replies_are_drawn_when_one_comes_back_to_them(core: Assistant) -> None:
    """Hidden by a note that was opened, the list comes back with its lines in it."""
    core.reply("全年124条，网站119条\n主要是办事指南\n还有村务")
    core.open_question("gate.T3")
    app = NianbaoApp(core)
    async with app.run_test(size=(100, 30)) as pilot:
        app.talk()
        await pilot.pause()
        await pilot.pause()
        talk(app).open_question("active.total")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        view = talk(app).replies
        drawn = "".join(view.render_line(y).text for y in range(view.size.height))

        assert "有" in drawn
        assert "没有" in drawn


async def test_a_note_to_an_answer_is_said_once(core: Assistant) -> None:
    """Beside the prompt while it is new, in the conversation afterwards; never in both."""
    core.settles = False  # so that words nobody could word are told
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, "弄了个啥东西说不清的那个事\r")
        note = app.screen.query_one(Said).sentence

        assert "没看懂" in note
        assert note not in shown(talk(app).log_view)
        await pilot.press("enter")

        assert note in shown(talk(app).log_view)


class Finished(FakeCore):
    """All is answered; what stands open in the text is given."""

    points = "没有"

    def welcome(self, *, counted: bool = True) -> Welcome:
        seen = super().welcome(counted=counted)
        open_points = PartView(
            "open-points", "待处理", "open" if "待" in self.points else "done", self.points
        )
        return Welcome(
            seen.unit_name,
            seen.year,
            seen.edition_name,
            seen.last_done,
            seen.deadline,
            seen.days_left,
            (*seen.parts, open_points),
            "",
        )


@pytest.mark.parametrize(
    ("points", "list_says", "talk_says"),
    [
        ("没有", "可以导出了，回车就去", "没有待处理的。按 F4 把成文看一遍、改一改，按 F5 导出。"),
        ("1 处待核 · 2 处待补", "回车 逐处去改", "还有 1 处待核 · 2 处待补：按 F5 逐处去改"),
        ("2 处可看一眼", "可以导出了，回车就去", "可以定稿。有 2 处可看一眼：按 F5 看过就导出"),
    ],
)
async def test_a_finished_report_says_what_is_left_and_where(
    points: str, list_says: str, talk_says: str
) -> None:
    """The task list and the end of the conversation name what stands open, or that it may go out; Enter leads there."""
    core = Finished(answers={question.id: "没有" for question in QUESTIONS})
    core.points = points
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        assert isinstance(app.screen, WelcomeScreen)
        assert list_says in shown(app.screen.query_one(LinesView))
        await pilot.press("enter")

        assert isinstance(app.screen, ExportScreen)
        await pilot.press("escape")
        app.talk()
        await pilot.pause()
        await pilot.pause()

        assert talk_says in shown(talk(app).log_view)


async def test_the_origin_that_is_shown_is_of_a_sentence_in_view() -> None:
    """F2 after the draft went along with the questions: the sentence pointed at before is out of view, another is taken."""
    core = half_done()
    core.answers |= {question.id: "有" for question in QUESTIONS}
    app = NianbaoApp(core)
    async with app.run_test(size=(100, 24)) as pilot:
        app.talk()
        await pilot.pause()
        talk(app).open_question("unit.name")
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        pane = app.screen.query_one(DraftPane)
        await pilot.press("home", "f2")
        first = pane.spot
        talk(app).open_question("problems")
        await pilot.pause()
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        lines = [pane.render_line(y) for y in range(pane.size.height)]
        seen = {segment.style.meta.get("spot") for line in lines for segment in line if segment.style}

        assert first not in seen
        assert pane.spot in seen


@pytest.mark.parametrize("typed", ["收到3件申请，" * 12, "短句"])
async def test_home_and_ctrl_u_mean_what_was_typed_as_one_line(typed: str) -> None:
    """However many lines the words are broken into: Ctrl+A goes before all of them, Ctrl+U takes them away."""
    app = NianbaoApp(FakeCore(answers={"unit.name": UNIT, "unit.kind": "乡镇政府"}))
    async with app.run_test(size=(80, 24)) as pilot:
        app.talk()
        await pilot.pause()
        await write(pilot, typed)
        await pilot.press("ctrl+a")

        assert prompt(app).cursor_location == (0, 0)
        await pilot.press("ctrl+e")

        assert prompt(app).cursor_location == (0, len(typed))
        await pilot.press("ctrl+u")

        assert prompt(app).text == ""
        await pilot.press("ctrl+z")

        assert prompt(app).text == typed


async def test_an_offered_sentence_says_what_typing_does_and_comes_back(tmp_path: Path) -> None:
    """Typing over it is told before and after; Ctrl+Z brings it back; all of it can be read, on two lines if need be."""
    with town(tmp_path / "a.db") as core:
        core.open_question("manage.main")
        app = NianbaoApp(core)
        async with app.run_test(size=(100, 30)) as pilot:
            app.talk()
            await pilot.pause()
            await write(pilot, "弄了个啥东西说不清的那个事\r")
            offered = prompt(app).text
            assert prompt(app).offered

            assert talk(app).hint.startswith("←→ 改好再回车   直接打字 另写")
            assert "还是口语，改好再回车。" in shown(talk(app).log_view)
            assert "“去掉”不写" in app.screen.query_one("#hint", Hint).render().plain
            await write(pilot, "写")

            assert "Ctrl+Z 拿回原来那句" in talk(app).hint
            await pilot.press("backspace", "ctrl+z")
            while prompt(app).can_undo:
                await pilot.press("ctrl+z")

            assert prompt(app).text == offered


async def test_the_end_is_said_once(tmp_path: Path) -> None:
    """The last answer: what is left to do stands in the conversation, and no second sentence says it otherwise."""
    with town(tmp_path / "a.db") as core:
        while (question := core.question()) is not None and question.id != "other.main":
            core.reply("没有" if question.id.startswith("gate.") else "跳过")
        app = NianbaoApp(core)
        async with app.run_test(size=(100, 30)) as pilot:
            app.talk()
            await pilot.pause()
            await write(pilot, "无\r")
            await pilot.pause()

            assert "● 都问完了。" in shown(talk(app).log_view)
            assert app.screen.query_one(Said).sentence == ""


def test_what_was_to_be_asked_is_not_said_for_ever() -> None:
    """“还有 1 处要问” above 都问完了 would send somebody looking for a question that was answered long ago."""
    answered = Exchange("other.main", "六、其他事项", "还有别的事项要报告吗？", "行政许可12件")

    def told(said: str) -> str:
        return "".join(
            run.text for block in conversation((answered,), None, {"other.main": said}) for run in block.runs
        )

    assert "记下了" not in told("记下了。还有 1 处要问。")
    assert "和表二不一样。" in told("记下了。和表二不一样。还有 1 处要问。")
    assert "处要问" not in told("记下了。和表二不一样。还有 1 处要问。")


async def test_last_years_numbers_are_put_into_the_prompt_and_not_recorded() -> None:
    """F6 on a note with numbers: they are looked at, mended and sent; nothing is kept unseen."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        talk(app).open_question("active.total")
        await pilot.pause()
        await pilot.press("ctrl+u", "f6")
        await pilot.pause()

        question = talk(app).question
        assert question is not None
        assert question.id == "active.total"
        assert prompt(app).text == "公开131条，网站125条"
        assert not prompt(app).offered
        assert "输入行里是去年的" in app.screen.query_one(Said).sentence


async def test_enter_on_the_empty_line_takes_the_sentences_that_are_offered_together(tmp_path: Path) -> None:
    """What the line says Enter does, it does: those that read as written are taken, the others are asked one by one."""
    with town(tmp_path / "a.db") as core:
        core.open_question("platform.main")
        core.reply("账号就一个公众号，粉丝3200；原来街道有个抖音，六月注销了；公告牌老旧得很，娃娃都嫌难看")
        question = core.question()
        assert question is not None
        assert len(question.offers) > 1
        app = NianbaoApp(core)
        async with app.run_test(size=(80, 24)) as pilot:
            app.talk()
            await pilot.pause()

            await pilot.press("enter")
            await pilot.pause()

            after = core.question()
            assert after is not None
            assert not after.offers
            assert any("照写：" in str(answer) for answer in core._state.answers.values())
