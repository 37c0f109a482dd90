"""The conversation: asking, answering, going back, ticking, and never losing a word."""

from datetime import date
from pathlib import Path
from threading import Event
from unittest.mock import patch

from msgspec.structs import replace
from textual import events

from assistant.assistant import Assistant
from tests.tui.fake import QUESTIONS, UNIT, FakeCore, half_done
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.screens.export import ExportScreen
from tui.screens.grid import GridScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import CommandScreen
from tui.screens.review import ReviewScreen
from tui.screens.talk import TalkScreen
from tui.screens.talk_words import KEEPING_HINT, OFFERED_HINT, REPLACING_HINT
from tui.screens.tick_answering import SKIP_AGAIN
from tui.screens.welcome import WelcomeScreen
from tui.widgets.bar import Said
from tui.widgets.draft import DraftPane
from tui.widgets.lines import LinesView
from tui.widgets.prompt import Prompt


def app_with(core: FakeCore, folder: Path = Path()) -> NianbaoApp:
    """An app on a fake core."""
    return NianbaoApp(core, folder)


def talk(app: NianbaoApp) -> TalkScreen:
    """The conversation, which must be on."""
    assert isinstance(app.screen, TalkScreen)
    return app.screen


def prompt(app: NianbaoApp) -> Prompt:
    """The prompt of the screen that is on."""
    return app.screen.query_one(Prompt)


def scrolled_up(pane: DraftPane) -> events.MouseScrollUp:
    """A turn of the wheel over a pane."""
    return events.MouseScrollUp(pane, 1, 1, 0, -1, 0, shift=False, meta=False, ctrl=False)


def shown(view: LinesView) -> str:
    """The words of a view."""
    texts = ((block.runs, block.under) for block in view.blocks)
    return "\n".join("".join(run.text for run in runs) for pair in texts for runs in pair if runs)


async def test_the_first_run_starts_with_one_key() -> None:
    """Nothing in the database: Enter makes a report and asks the first question."""
    app = app_with(FakeCore(report_id=None))
    async with app.run_test() as pilot:
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("enter")

        assert (talk(app).question or QUESTIONS[-1]).id == "unit.name"
        await write(pilot, UNIT)
        await pilot.press("enter")

        assert f"> {UNIT}" in shown(talk(app).log_view)
        assert (talk(app).question or QUESTIONS[-1]).id == "unit.kind"


async def test_one_key_takes_a_quick_reply() -> None:
    """A digit or the arrows choose, Enter answers; nothing is answered before it."""
    core = FakeCore(answers={"unit.name": UNIT})
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter", "2")

        assert core.replies == []
        assert talk(app).replies.key == "乡镇政府"
        await pilot.press("enter")

        assert core.replies == ["乡镇政府"]
        core.undo()
        talk(app).refresh_core()
        await pilot.press("down", "down", "enter")

        assert core.replies == ["乡镇政府", "乡镇政府"]


async def test_nothing_is_chosen_before_a_key_chose_it() -> None:
    """An Enter too many answers no 有 or 没有; ↑ goes back from there as from every other question."""
    core = half_done()
    core.answers["active.more"] = "政策解读"
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter")

        assert core.replies == []
        assert app.screen.query_one(Said).sentence == "先用 ↑↓ 或数字选一个，再回车。"
        await pilot.press("up", "enter")

        assert core.opened == "active.more"


async def test_an_enter_before_the_question_could_be_seen_is_none() -> None:
    """Two Enters in one breath: the second was not meant for a question, or a proposal, that was not there yet."""
    core = FakeCore(answers={"unit.name": UNIT})
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, "2\r\r")
        await pilot.pause()

        assert core.replies == ["乡镇政府"]
        await write(pilot, "没收到申请\r\r")
        await pilot.pause()

        assert talk(app).proposal is not None
        assert core.replies == ["乡镇政府"]
        await pilot.press("enter")

        assert core.replies == ["乡镇政府", "confirmed 没收到申请"]


async def test_a_list_that_leaves_a_gap_is_passed_over_by_a_second_enter() -> None:
    """Nothing ticked, nothing written: the first Enter says what that leaves out."""
    core = half_done()
    must = replace(QUESTIONS[3], optional=False)
    with patch("tests.tui.fake.QUESTIONS", (*QUESTIONS[:3], must, *QUESTIONS[4:])):
        app = app_with(core)
        async with app.run_test() as pilot:
            await pilot.press("enter", "enter")

            assert core.replies == []
            assert app.screen.query_one(Said).sentence == SKIP_AGAIN
            await pilot.press("enter")

            assert core.replies == ["跳过"]


async def test_a_refused_reply_stays_in_the_prompt_with_one_sentence() -> None:
    """What was typed is not thrown away when it is not understood."""
    core = half_done()
    core.answers["active.more"] = "政策解读"
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, "大概吧")
        await pilot.press("enter")

        assert prompt(app).text == "大概吧"
        assert app.screen.query_one(Said).sentence == "“大概吧”没有看懂，请回答“有”或“没有”。"


async def test_enter_on_an_optional_question_skips_and_on_another_says_what_is_needed() -> None:
    """Nobody is left wondering what an empty line does."""
    core = half_done()
    core.answers.pop("active.total")
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter")

        assert core.replies == ["跳过"]
        core.answers = {question.id: "没有" for question in QUESTIONS[:-1]}
        talk(app).refresh_core()
        await pilot.press("enter")

        assert (
            app.screen.query_one(Said).sentence
            == "这一问要有回答，比如：人手少，更新不及时。一时答不了，写“跳过”。"
        )


async def test_ticks_by_blank_by_initials_and_own_words() -> None:
    """A blank ticks, initials find, a sentence becomes a line of one's own; an empty Enter sends all."""
    core = half_done()
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter", "down", "space")
        await write(pilot, "ywpx")
        await pilot.press("enter")
        await write(pilot, "开展了两次自查，整改3处")
        await pilot.press("enter", "enter")

        assert core.replies == ["政策解读；业务培训；开展了两次自查，整改3处"]


async def test_an_earlier_answer_is_opened_with_what_stands_there_and_unsent_words_are_kept() -> None:
    """Going back costs nothing: the half-typed line is there again afterwards."""
    core = half_done()
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, "还没写完的一句，")
        talk(app).open_question("active.total")
        await pilot.pause()

        assert core.answers["active.total"] == prompt(app).text
        await pilot.press("escape")

        assert prompt(app).text == "还没写完的一句，"
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("enter")

        assert prompt(app).text == "还没写完的一句，"


async def test_arrow_up_goes_into_the_conversation_and_enter_opens() -> None:
    """Up from the prompt points at the last answer; Enter opens it to be changed."""
    core = half_done()
    core.answers["active.more"] = "政策解读"
    core.answers["gate.T3"] = "没有"
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter", "up", "enter")

        assert core.opened == "gate.T3"


async def test_an_answer_sent_back_unchanged_is_no_new_answer() -> None:
    """Enter on an opened answer that was not touched sends nothing new."""
    core = half_done()
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        talk(app).open_question("active.total")
        await pilot.pause()
        await pilot.press("enter")

        assert core.replies == [""]


async def test_ctrl_z_undoes_typing_first_and_then_the_answer() -> None:
    """One key for both, the nearer thing first."""
    core = half_done()
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, "多写的字")
        await pilot.press("ctrl+z")
        while prompt(app).text:
            await pilot.press("ctrl+z")

        assert len(core.answers) == 3
        await pilot.press("ctrl+z")

        assert len(core.answers) == 0
        assert app.screen.query_one(Said).sentence == "已撤销上一个回答。"
        await pilot.press("ctrl+y")

        assert len(core.answers) == 3


async def test_changed_paragraph_is_marked_in_the_draft() -> None:
    """What an answer changed is marked, and only that."""
    core = half_done()
    core.answers.pop("active.total")
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, "全年124条，网站119")
        await pilot.press("enter")
        blocks = app.screen.query_one("#draft", LinesView).blocks
        marked = [(block.key, run.text) for block in blocks for run in block.runs if run.style == "new"]

        assert {key for key, _ in marked} == {"1.主动公开"}
        assert "".join(text for _, text in marked).count("124条次") == 1


async def test_changed_words_are_marked_for_a_moment_only() -> None:
    """When the moment is over nothing is marked, and the place in the document is the same."""
    core = half_done()
    core.answers.pop("active.total")
    app = app_with(core)
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("enter")
        await write(pilot, "全年124条，网站119")
        await pilot.press("enter")
        pane = app.screen.query_one("#draft", DraftPane)
        place = pane.scroll_offset
        waiting = pane._fading
        pane.settle()
        await pilot.pause()

        assert waiting is not None
        assert not [run for block in pane.blocks for run in block.runs if run.style == "new"]
        assert pane.scroll_offset == place


async def test_help_and_commands_open_by_full_width_keys() -> None:
    """？ asks why, ／ lists the commands; Esc goes back."""
    app = app_with(half_done())
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, "？")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await write(pilot, "／")
        assert isinstance(app.screen, CommandScreen)
        await write(pilot, "dc")
        await pilot.press("enter")
        await pilot.pause()

        assert isinstance(app.screen, ExportScreen)


async def test_keys_lead_to_every_screen_and_back() -> None:
    """F3, F4, F5 from anywhere; Esc comes back to the conversation."""
    app = app_with(half_done())
    async with app.run_test() as pilot:
        await pilot.press("enter", "f3")
        assert isinstance(app.screen, GridScreen)
        await pilot.press("f4")
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("f5")
        assert isinstance(app.screen, ExportScreen)
        await pilot.press("escape")

        assert isinstance(app.screen, TalkScreen)
        assert len(app.screen_stack) == 2


async def test_leaving_keeps_unsent_words() -> None:
    """Ctrl+Q leaves at once; what was typed and not sent stands there again next time."""
    core = half_done()
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, "没发送")
        await pilot.press("ctrl+q")

        assert not app._running or app._exit
    again = app_with(core)
    async with again.run_test() as pilot:
        await pilot.press("enter")

        assert prompt(again).text == "没发送"


SENTENCE = "今年公开124条，网站119条，没收到申请"


async def test_a_sentence_is_shown_as_understood_and_recorded_by_one_enter() -> None:
    """Value by value with the words it came from; nothing is recorded before Enter."""
    core = half_done()
    core.answers.pop("active.total")
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, SENTENCE)
        await pilot.press("enter")

        assert "公开总数  124 条  ← “今年公开124条”" in shown(talk(app).log_view)
        assert core.replies == []
        assert prompt(app).text == SENTENCE
        await pilot.press("enter")

        assert core.replies == [f"confirmed {SENTENCE}"]
        assert "我这样理解" not in shown(talk(app).log_view)


async def test_esc_or_editing_goes_back_to_the_typed_words() -> None:
    """Nothing is lost and nothing is taken when the person does not agree; F7 takes the words as they are."""
    core = half_done()
    core.answers.pop("active.total")
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, SENTENCE)
        await pilot.press("enter", "escape")

        assert prompt(app).text == SENTENCE
        assert "我这样理解" not in shown(talk(app).log_view)
        await pilot.press("enter", "right")
        await write(pilot, "2件")

        assert "我这样理解" not in shown(talk(app).log_view)
        await pilot.press("enter", "f7")

        assert core.replies == [f"{SENTENCE}2件"]


async def test_a_tick_that_lives_on_numbers_asks_for_them_in_its_place() -> None:
    """Numbers become the note line instead of the bare theme; Enter alone skips them."""
    core = half_done()
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, "ywpx")
        await pilot.press("enter")

        assert "[x] 业务培训  培训__次 参训__人次" in shown(talk(app).replies)
        await write(pilot, "2 60")

        assert "[x] 业务培训  培训2次，参训60人次" in shown(talk(app).replies)
        await pilot.press("enter")
        await write(pilot, "xwfbh")
        await pilot.press("enter", "enter", "enter")

        assert core.replies == ["新闻发布会；培训2次，参训60人次"]
        core.open_question("active.more")
        talk(app).refresh_core()
        await pilot.pause()

        assert talk(app).ticks.told == {"业务培训": "培训2次，参训60人次"}
        assert talk(app).ticks.lines == []


async def test_the_cursor_goes_through_the_sentences_of_the_draft() -> None:
    """F2 points at a sentence and shows where it comes from; Enter goes to its question."""
    core = half_done()
    app = app_with(core)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "f2")
        await pilot.pause()
        pane = talk(app).draft_pane
        while not pane.spot.startswith("1.主动公开"):
            await pilot.press("down")
        origin = app.screen.query_one("#origin", LinesView)
        await pilot.pause()

        assert "主动公开的记录" in shown(origin)
        await pilot.press("enter")
        await pilot.pause()

        assert core.opened == "active.total"
        assert app.focused is prompt(app)


async def test_a_pasted_note_of_500_characters_is_sent_whole() -> None:
    """Paste is a first-class way in."""
    core = half_done()
    core.answers.pop("active.total")
    app = app_with(core)
    text = ("全年主动公开政府信息124条，其中网站119条；" * 30)[:500]
    async with app.run_test() as pilot:
        await pilot.press("enter")
        app.post_message(events.Paste(text))
        await pilot.pause()
        await pilot.press("enter")

        assert [text.strip()] == core.replies


async def test_resizing_in_the_middle_keeps_what_was_typed() -> None:
    """From wide to 80×24 and back: the draft folds away, the words stay."""
    app = app_with(half_done())
    async with app.run_test(size=(150, 40)) as pilot:
        await pilot.press("enter")
        await write(pilot, "写了一半")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()

        assert app.screen.query_one("#draft").size.width == 0
        assert prompt(app).text == "写了一半"
        await pilot.press("f2")
        await pilot.pause()

        assert app.screen.query_one("#draft").size.width > 70


async def test_keys_pressed_in_a_burst_act_in_their_order() -> None:
    """A reply, Enter and the next reply in one breath are two replies; nothing is joined or dropped."""
    core = FakeCore()
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await write(pilot, "忠县财政局\r2\r全年124条\r")
        await pilot.pause()

        assert core.replies == ["忠县财政局", "乡镇政府", "全年124条"]


async def test_the_first_question_does_not_wait_for_the_draft() -> None:
    """While writing loads, the question stands and is answered; the draft comes when it can be had."""
    loaded = Event()

    class SlowCore(FakeCore):
        def prepare(self) -> None:
            loaded.wait()
            super().prepare()

    app = app_with(SlowCore(ready=False))
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        assert "单位全称是什么" in shown(talk(app).log_view)
        assert shown(talk(app).draft_pane) == "草稿马上就来……"

        loaded.set()
        await app.prepare()
        await pilot.pause()

        assert "一、总体情况" in shown(talk(app).draft_pane)


async def test_writing_loaded_while_a_screen_is_being_built_waits_for_the_screen() -> None:
    """The core is ready just when another screen was put on and has no widgets yet: the screen shows it once it stands."""
    app = app_with(FakeCore())
    async with app.run_test(size=(140, 40)) as pilot:
        app.talk()
        app.prepared()
        await pilot.pause()

        assert "一、总体情况" in shown(talk(app).draft_pane)


def in_view(pane: DraftPane) -> str:
    """The lines of the draft that can be seen."""
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


async def test_the_draft_shows_what_the_question_is_about() -> None:
    """The pane goes along from question to question; where a person scrolled it stays until the next question."""
    app = app_with(FakeCore(answers={question.id: "有" for question in QUESTIONS}))
    async with app.run_test(size=(100, 24)) as pilot:
        app.talk()
        await pilot.pause()
        pane = talk(app).draft_pane
        for question, words in (
            ("problems", "五、存在的"),
            ("active.total", "（一）主动公开。"),
            ("table.T3", "表三"),
        ):
            talk(app).open_question(question)
            await pilot.pause()
            await pilot.pause()

            assert words in in_view(pane)
        pane.post_message(scrolled_up(pane))
        await pilot.pause()
        place = pane.scroll_offset.y
        talk(app).refresh_core()
        await pilot.pause()
        await pilot.pause()

        assert pane.scroll_offset.y == place
        talk(app).open_question("problems")
        await pilot.pause()
        await pilot.pause()

        assert "五、存在的" in in_view(pane)


async def test_a_reopened_question_says_so_and_keeps_its_place() -> None:
    """The old answer stays where it was given and stands beside the question; no part is announced twice."""
    core = half_done()
    app = app_with(core)
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        talk(app).open_question("unit.name")
        await pilot.pause()
        said = shown(talk(app).log_view)

        assert said.count("── 基本情况 ──") == 1
        assert f"> {UNIT}  （正在下面改）" in said
        assert said.endswith(f"── 改这一题 ──\n● 单位全称是什么？\n原来的回答：{UNIT}")
        core.answers["unit.name"] = "跳过"
        talk(app).refresh_core()

        assert "── 补上这一题 ──" in shown(talk(app).log_view)


async def test_a_question_after_answers_further_on_goes_on_with_its_part() -> None:
    """One breath answered a later part: the part that is still open is gone on with, not begun again."""
    app = app_with(FakeCore(answers={"unit.name": UNIT, "gate.T3": "没有"}))
    async with app.run_test() as pilot:
        app.talk()
        await pilot.pause()
        said = shown(talk(app).log_view)

        assert said.count("── 基本情况 ──") == 1
        assert "── 接着问 基本情况 ──\n● 是哪一类单位？" in said


async def test_a_reopened_answer_is_replaced_by_typing() -> None:
    """Numbers, names and notes alike: what stands there is selected, typing puts something else in its place."""
    core = half_done()
    core.answers["active.total"] = "公开143条"
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        talk(app).open_question("active.total")
        await pilot.pause()

        assert prompt(app).offered
        assert talk(app).hint == OFFERED_HINT
        await write(pilot, "公开150条")

        assert prompt(app).text == "公开150条"
        assert talk(app).hint == REPLACING_HINT


async def test_a_note_of_several_lines_is_replaced_by_typing_too() -> None:
    """One rule for every answer, said before Enter; an arrow goes on in a line of its own, Ctrl+Z brings the lines back."""
    core = half_done()
    core.answers["active.total"] = "公开143条\n网站75条"
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        talk(app).open_question("active.total")
        await pilot.pause()

        assert prompt(app).offered
        assert "换掉这 2 行" in talk(app).hint
        await write(pilot, "微博3条")

        assert prompt(app).text == "微博3条"
        assert talk(app).hint == REPLACING_HINT
        while prompt(app).can_undo:
            await pilot.press("ctrl+z")

        assert prompt(app).text == "公开143条\n网站75条\n"
        await pilot.press("right")

        assert talk(app).hint == KEEPING_HINT
        await write(pilot, "微博3条")

        assert prompt(app).text == "公开143条\n网站75条\n微博3条"


async def test_words_refused_at_the_end_are_selected() -> None:
    """都问完了: what was typed there stays, selected; the next words are not glued to it."""
    core = half_done()
    core.answers |= {question.id: "1" for question in QUESTIONS}
    app = app_with(core)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        core.opened = ""
        talk(app).refresh_core()
        assert talk(app).question is None
        await write(pilot, "网站80条")
        await pilot.press("enter")

        assert prompt(app).text == "网站80条"
        assert prompt(app).offered


async def test_a_correction_at_the_end_is_shown_and_taken(tmp_path: Path) -> None:
    """都问完了: 更正 still changes a number; Enter confirms it, and nothing is asked anew."""
    with Assistant.open(tmp_path / "a.db", today=lambda: date(2026, 1, 19)) as core:
        core.create()
        for typed in (UNIT, "2025", "1", "", "", ""):
            core.reply(typed)
        core.open_question("active.total")
        core.reply("公开86条，网站60条")
        while (question := core.question()) is not None:
            core.reply("没有" if question.id.startswith("gate.") else "跳过")
        app = NianbaoApp(core, tmp_path)
        async with app.run_test() as pilot:
            app.talk()
            await pilot.pause()
            await write(pilot, "更正：网站50条")
            await pilot.press("enter")
            proposed = talk(app).proposal
            await pilot.press("enter")
            await pilot.pause()
            empty = prompt(app).text
            await write(pilot, "前面网站写错了")
            await pilot.press("enter")
            await pilot.pause()

            assert proposed is not None
            assert empty == ""
            assert core._answers["note.active.total"].value == ("公开86条，网站50条",)
            assert talk(app).question is not None
            assert prompt(app).text == "公开86条，网站50条"


async def test_at_a_tick_list_a_word_about_the_answer_before_is_no_line_of_it(tmp_path: Path) -> None:
    """刚才网站写错了 goes back to the answer that holds the number."""
    with Assistant.open(tmp_path / "a.db", today=lambda: date(2026, 1, 19)) as core:
        core.create()
        for typed in (UNIT, "2025", "1", "", "", ""):
            core.reply(typed)
        core.open_question("active.total")
        core.reply("公开86条，网站60条")
        core.open_question("active.more")
        app = NianbaoApp(core, tmp_path)
        async with app.run_test() as pilot:
            app.talk()
            await pilot.pause()
            await write(pilot, "刚才网站写错了")
            await pilot.press("enter")
            await pilot.pause()
            question = talk(app).question

            assert question is not None
            assert question.id == "active.total"
            assert prompt(app).text == "公开86条，网站60条"
        assert "note.active.more" not in core._answers


async def test_a_line_beside_a_line_where_nothing_can_be_ticked(tmp_path: Path) -> None:
    """Reopened, the question keeps the line that stands there, and takes another one to it."""
    with Assistant.open(tmp_path / "a.db", today=lambda: date(2026, 1, 19)) as core:
        core.create()
        for typed in (UNIT, "1", "", "2025"):
            core.reply(typed)
        core.open_question("measure.main")
        core.reply("明年搞培训，定期更新")
        core.open_question("measure.main")
        app = NianbaoApp(core, tmp_path)
        async with app.run_test() as pilot:
            await pilot.press("enter")
            talk(app).open_question("measure.main")
            await pilot.pause()
            talk(app).ticks.ticks = ()
            await write(pilot, "每月查一次")
            await pilot.press("enter", "enter")
            await pilot.pause()

        assert core._answers["note.measure.main"].value == ("明年搞培训，定期更新", "每月查一次")
