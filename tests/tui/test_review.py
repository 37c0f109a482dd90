"""The review desk: a sentence, what it rests on, other words for it, and a person's own."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from assistant.views import SentenceView
from tests.assistant.clerk import town
from tests.tui.fake import FakeCore, half_done
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.commands import commands
from tui.screens.desk_place import DeskPlace
from tui.screens.editing import EditScreen
from tui.screens.grid import GridScreen
from tui.screens.history import HistoryScreen, history_blocks
from tui.screens.own_phrase import PhraseScreen
from tui.screens.review import ReviewScreen
from tui.screens.talk import TalkScreen
from tui.widgets.bar import Said
from tui.widgets.desk import DeskPane, edit_marks
from tui.widgets.editmarks import stretches
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import LinesView
from tui.widgets.origin import origin_of
from tui.widgets.prompt import ChineseTextArea, Prompt

ACTIVE = "1.主动公开"


def words(view: LinesView) -> str:
    """What a view shows."""
    return "\n".join("".join(run.text for run in block.runs) for block in view.blocks)


def said(app: NianbaoApp) -> str:
    return app.screen.query_one(Said).sentence


async def test_each_sentence_shows_where_it_came_from() -> None:
    """The note it rests on, the source of each number and its wording stand beside the text."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph(ACTIVE)
        await pilot.pause()
        origin = words(app.screen.query_one("#origin", LinesView))

        assert f"根据  {core.answers['active.total']}" in origin
        assert "124  主动公开的记录" in origin
        assert "写法  主动公开总数：第 1 种（共 4 种，F8 换）" in origin
        await pilot.press("down")
        assert "124  主动公开的记录" not in words(app.screen.query_one("#origin", LinesView))


async def test_enter_shows_who_answered_and_leads_to_the_question() -> None:
    """Who, when, what was said before; Enter again goes to the question."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph(ACTIVE)
        await pilot.pause()
        await pilot.press("enter")
        assert isinstance(app.screen, HistoryScreen)
        told = words(app.screen.query_one(LinesView))

        assert f"现在的回答  “{core.answers['active.total']}”  王，1月5日 16:40，填写" in told
        assert "以前的回答  “公开123条”  王，1月4日 09:10，填写" in told
        await pilot.press("enter")
        await pilot.pause()

        assert isinstance(app.screen, TalkScreen)
        assert core.opened == "active.total"


async def test_a_missing_answer_and_a_table_lead_on_too() -> None:
    """From 【待补】 to its question where there is one; a table opens the grid; fixed words say that they are fixed."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.open_paragraph("opening")
        await pilot.pause()
        await pilot.press("enter")
        assert "这是格式里固定的话" in words(app.screen.query_one(LinesView))
        assert [key.does for key in app.screen.query_one(KeyBar)._fitting()] == ["回去"]
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)
        app.screen.query_one(DeskPane).point_at("table:T3")
        await pilot.press("enter")
        await pilot.pause()

        assert isinstance(app.screen, GridScreen)


def test_a_gap_is_told_from_the_words_of_the_form() -> None:
    """What nobody answered is no fixed word."""
    gap, fixed = (SentenceView(text, "", 0, (), ()) for text in ("【待补：存在问题】", "以上报告。"))

    assert ["".join(run.text for run in block.runs) for block in origin_of(gap)] == ["来历  还没有回答"]
    assert ["".join(run.text for run in block.runs) for block in origin_of(fixed)] == ["来历  格式里固定的话"]
    assert "补上以后" in history_blocks(gap, ())[-1].runs[0].text


async def test_ctrl_s_keeps_and_esc_loses_nothing() -> None:
    """An edit that is left is there again when the paragraph is opened the next time."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph("opening")
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        area = app.screen.query_one(ChineseTextArea)
        area.move_cursor(area.document.end)
        await write(pilot, "补一句。")
        await pilot.press("escape")
        await pilot.pause()

        assert isinstance(app.screen, ReviewScreen)
        assert core.edits == {}
        assert said(app) == "没有存；改了一半的文字还在，再按 E 接着改。"
        await pilot.press("e")
        assert isinstance(app.screen, EditScreen)
        assert app.screen.query_one(ChineseTextArea).text.endswith("补一句。")
        await pilot.press("ctrl+s")
        await pilot.pause()

        assert core.edits["opening"].endswith("12月31日。补一句。")
        assert "［已改］" in words(app.screen.query_one(DeskPane))


async def test_what_is_restored_is_what_is_edited_next() -> None:
    """Back to the generated text, in the editor too; the way back to one's own is told."""
    core = half_done(edits={"opening": "我写的。"})
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph("opening")
        await pilot.pause()
        await pilot.press("r")

        assert core.edits == {}
        assert said(app) == "已恢复成生成的文字。要换回您改的那一版，按 Ctrl+Z。"
        await pilot.press("e")
        assert isinstance(app.screen, EditScreen)

        assert app.screen.query_one(ChineseTextArea).text == core.paragraph("opening").text != "我写的。"


async def test_ctrl_end_goes_behind_the_whole_paragraph() -> None:
    """Not only to the end of the line on the screen; Ctrl+Home goes before all of it."""
    core = half_done(edits={"opening": "我写的一句话很长。" * 30})
    app = NianbaoApp(core)
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_paragraph("opening")
        await pilot.pause()
        await pilot.press("e")
        area = app.screen.query_one(ChineseTextArea)
        await pilot.press("ctrl+home")
        assert area.cursor_location == (0, 0)
        await pilot.press("ctrl+end")

        assert area.cursor_location == area.document.end


async def test_what_a_person_changed_is_marked_word_by_word() -> None:
    """Added words are underlined, deleted ones stand in brackets: neither by colour alone; numbers stay whole."""
    core = half_done(
        edits={"opening": "全年公开各类信息130条，都已发布。"},
        generated={"opening": "全年主动公开各类信息124条，都已发布。"},
    )
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph("opening")
        await pilot.pause()
        runs = [run for block in app.screen.query_one(DeskPane).blocks for run in block.runs]
        added = app.screen.query_one(DeskPane)._style("new")

        assert [run.text for run in runs if run.style == "gone"] == ["［删：主动公开］", "［删：124条，］"]
        assert [run.text for run in runs if run.style == "new"] == ["公开", "130条，"]
        assert {run.spot for run in runs if run.style in {"new", "gone"}} == {"opening#0"}
        assert added.underline


def test_another_text_altogether_is_not_torn_into_marks() -> None:
    """Where little is left of the generated text, the person's stands there whole."""
    view = replace(half_done().paragraph("opening"), generated="一二三四五六七八九十")

    assert [(run.text, run.style) for run in edit_marks(view)] == [(view.text, "new")]


def test_a_rewritten_sentence_is_shown_whole() -> None:
    """Words are not cut to find what stayed; a sentence of which little stayed is taken out and put in as a whole."""
    view = replace(
        half_done().paragraph("opening"),
        generated="公布举报电话。公路建设项目、招标采购信息及时公开。全年培训2次。",
        text="公布举报电话，公示办事流程和收费标准。全年培训2次。",
    )
    shown = list(stretches(view.generated, view.text))

    assert "".join(one.text for one in shown) == view.text
    assert [one for one in shown if "培训" in one.text] == [("", "全年培训2次。", False)]
    assert not any("路建设" in one.gone and "公路建设" not in one.gone for one in shown)


def test_few_words_between_two_changes_belong_to_the_change() -> None:
    """What is taken out and what is put in stand side by side, to be read."""
    shown = list(
        stretches("各科室按月报送信息，办公室审核后发布。", "各股室按季报送信息，办公室审核后发布。")
    )

    assert len([one for one in shown if one.changed]) == 1


async def test_editing_begins_at_the_sentence_pointed_at() -> None:
    """The cursor stands at its end, in the whole paragraph; nothing is selected, so that typing wipes nothing."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph("1.主动公开#1")
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        area = app.screen.query_one(ChineseTextArea)

        first, second = (one.text for one in core.paragraph("1.主动公开").sentences[:2])
        assert area.selected_text == ""
        assert area.cursor_location == (0, len(first + second))


async def test_coming_back_one_stands_at_the_same_sentence() -> None:
    """By F4 from the question a sentence led to, and from another screen; another report begins at its beginning."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.action_review()
        await pilot.pause()
        while app.screen.query_one(DeskPane).spot != f"{ACTIVE}#1":
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, TalkScreen)
        await pilot.press("f4")
        await pilot.pause()
        assert app.screen.query_one(DeskPane).spot == f"{ACTIVE}#1"

        await pilot.press("f5", "f4")
        await pilot.pause()
        assert app.screen.query_one(DeskPane).spot == f"{ACTIVE}#1"

        core.report_id = 2
        await pilot.press("f5", "f4")
        await pilot.pause()
        assert app.screen.query_one(DeskPane).spot == "opening#0"


def test_the_same_sentence_is_found_when_others_came_before_it() -> None:
    """By its words, else by what it says, else by its number."""
    core = half_done()
    place = DeskPlace.at(core, f"{ACTIVE}#1")
    moved = replace(place, spot=f"{ACTIVE}#0")
    reworded = replace(DeskPlace.at(core, f"{ACTIVE}#0"), spot=f"{ACTIVE}#1", text="换了说法。")
    gone = replace(place, spot=f"{ACTIVE}#9", text="没有了。", phrase="")

    assert [one.again(core) for one in (place, moved, reworded, gone)] == [
        f"{ACTIVE}#1",
        f"{ACTIVE}#1",
        f"{ACTIVE}#0",
        f"{ACTIVE}#1",
    ]


async def test_marks_of_changes_can_be_switched_off() -> None:
    """V shows the text as it will be printed, V again what was changed; it stays so over another screen."""
    core = half_done(
        edits={"opening": "全年公开各类信息130条。"}, generated={"opening": "全年主动公开各类信息124条。"}
    )
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.action_review()
        await pilot.pause()
        assert "［删：" in words(app.screen.query_one(DeskPane))
        await pilot.press("v")
        clean = words(app.screen.query_one(DeskPane))
        assert "［" not in clean.partition("一、总体情况")[0]
        assert "全年公开各类信息130条。" in clean
        assert "清样" in said(app)

        await pilot.press("f5", "f4")
        await pilot.pause()
        assert "［删：" not in words(app.screen.query_one(DeskPane))
        await pilot.press("f2")
        assert "［删：" in words(app.screen.query_one(DeskPane))


async def test_f8_turns_the_wording_then_offers_the_arrangement() -> None:
    """One more wording each time; where there is only one, the same key again turns the paragraph's order."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph(ACTIVE)
        await pilot.pause()
        await pilot.press("f8", "f8")
        assert core.turned == 2
        assert said(app).startswith("换了一种说法")

        await pilot.press("down", "f8")
        assert said(app) == "这一句只有一种说法。再按一次 F8，换这一段的排法。"
        assert core.arranged == []
        await pilot.press("f8", "f8")
        assert core.arranged == [ACTIVE, ACTIVE]
        await pilot.press("up", "f8")
        assert core.turned == 3


async def test_f8_works_from_the_draft_beside_the_conversation() -> None:
    """F2 goes into the draft, F8 rewords the sentence under the cursor."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test(size=(150, 40)) as pilot:
        app.talk()
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, TalkScreen)
        while screen.draft_pane.spot != f"{ACTIVE}#0":
            await pilot.press("down")
        await pilot.press("f8")

        assert core.turned == 1
        assert said(app).startswith("换了一种说法")


async def test_a_rewritten_sentence_is_offered_with_its_keywords() -> None:
    """Shown with slots; the keywords are the person's to change; a refusal stays on the screen with the words."""
    core = half_done(edits={ACTIVE: "我办培训2次。"})
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph(ACTIVE)
        await pilot.pause()
        await pilot.press("p")
        assert isinstance(app.screen, PhraseScreen)
        shown = words(app.screen.query_one(LinesView))
        assert "您改的句子  我办培训2次。" in shown
        assert "存成的说法  培训〔次数〕" in shown
        prompt = app.screen.query_one(Prompt)
        assert prompt.text == "培训"

        prompt.reset()
        await pilot.press("enter")
        assert said(app).startswith("没有关键词")
        await write(pilot, "培训、业务")
        await pilot.press("enter")
        await pilot.pause()

        assert core.phrases == [("我办培训2次。", ("培训", "业务"))]
        assert isinstance(app.screen, ReviewScreen)
        assert said(app) == "已存为本单位短语，以后先用它。"


async def test_what_cannot_be_a_phrase_is_said() -> None:
    """A sentence of the program's own is not offered; one sentence says what would be right."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.open_paragraph(ACTIVE)
        await pilot.pause()
        await pilot.press("p")

        assert said(app) == "这一句您没有改过，没有可存的短语。先按 E 改好，存了再按 P。"


async def test_f7_and_the_palette_change_the_length() -> None:
    """Three lengths by key and by name; the bar says which one stands."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph("")
        await pilot.pause()
        await pilot.press("f7")
        assert core.length == "详"
        labels = [command.label for command in commands(app)]
        assert [label for label in labels if label.startswith("篇幅")] == ["篇幅：简", "篇幅：中"]
        next(command for command in commands(app) if command.label == "篇幅：简").run()

        assert str(core.length) == "简"
        assert "按“简”写" in said(app)


async def test_a_clash_names_its_three_ways_out() -> None:
    """Told first, with its keys, which are there only where there is a clash; each settles it."""
    for key, edited in (("k", True), ("n", False)):
        core = half_done(edits={ACTIVE: "我写的76条。"}, clashes={ACTIVE: ("（一）主动公开：75 改成 74",)})
        app = NianbaoApp(core)
        async with app.run_test(size=(120, 30)) as pilot:
            app.open_paragraph(ACTIVE)
            await pilot.pause()
            origin = words(app.screen.query_one("#origin", LinesView))
            assert origin.startswith(
                "（一）主动公开：请定一个\n！ 75 改成 74\nK 留我写的   N 用新的   E 自己改"
            )
            assert {"留我的", "用新的"} <= {each.does for each in app.screen.query_one(KeyBar)._keys}

            await pilot.press(key)
            await pilot.pause()
            assert (core.clashes, ACTIVE in core.edits) == ({}, edited)
            assert "已" in said(app)
            assert not {"留我的", "用新的"} & {each.does for each in app.screen.query_one(KeyBar)._keys}


def _spot(core: FakeCore) -> str:
    return next(point.spot for point in core.open_points() if point.kind == "unread")


async def test_a_doubt_opens_at_its_sentence() -> None:
    """The cursor stands on the sentence that was named."""
    core = half_done()
    app = NianbaoApp(core)
    async with app.run_test() as pilot:
        app.open_paragraph(_spot(core))
        await pilot.pause()

        assert app.screen.query_one(DeskPane).spot == f"{ACTIVE}#1"


async def test_ctrl_u_in_the_edit_box_empties_the_paragraph_and_undo_brings_it_back() -> None:
    """However many lines a paragraph is broken into, it is one line; on an empty line Ctrl+U takes the rest."""
    app = NianbaoApp(half_done())
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_paragraph(ACTIVE)
        await pilot.pause()
        await pilot.press("e")
        area = app.screen.query_one(ChineseTextArea)
        text = area.text
        assert area.wrapped_document.height > 1
        await pilot.press("ctrl+u")

        assert area.text == ""
        await pilot.press("ctrl+z")

        assert area.text == text
        area.move_cursor(area.document.end)
        area.insert("\n")
        await pilot.press("ctrl+u")

        assert area.text == ""
        await pilot.press("ctrl+z")

        assert area.text == f"{text}\n"


@pytest.mark.parametrize("key", ["E", "fullwidth_latin_small_letter_e", "fullwidth_latin_capital_letter_e"])
async def test_letters_in_every_form_are_the_same_key(key: str) -> None:
    """Caps lock and a full-width input method do not matter."""
    app = NianbaoApp(half_done())
    async with app.run_test() as pilot:
        app.open_paragraph("opening")
        await pilot.pause()
        await pilot.press(key)

        assert isinstance(app.screen, EditScreen)


async def test_what_is_found_stands_beside_its_sentence(tmp_path: Path) -> None:
    """A number that is not the answer's: what is wrong, what can be done, and M passes it."""
    with town(tmp_path / "a.db") as core:
        core.reply("全年公开143条，网站75条，公众号68条")
        text = core.paragraph(ACTIVE).text
        core.edit_paragraph(ACTIVE, text.replace("75条", "76条"))
        (point,) = [one for one in core.open_points() if one.kind == "ask"]
        app = NianbaoApp(core)
        async with app.run_test(size=(120, 40)) as pilot:
            app.open_point(point)
            await pilot.pause()
            told = words(app.screen.query_one("#origin", LinesView))
            assert told.startswith(f"？ {point.text}\nM 这样没错   E 改这一段")
            await pilot.press("M")
            await pilot.pause()

            assert point.text not in words(app.screen.query_one("#origin", LinesView))
            assert [one for one in core.open_points() if one.kind == "ask"] == []
            core.edit_paragraph(ACTIVE, core.paragraph(ACTIVE).text.replace("76条", "77条"))
            assert [one.kind for one in core.open_points() if "77条" in one.text] == ["ask"]
