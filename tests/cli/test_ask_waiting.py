"""`nianbao ask` while something waits: commands work and what waits goes on waiting; leaving loses no word."""

from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from prompts.question import Value
from tests.cli.test_ask import TOWN, talk

SAID = "公开143条，没收到申请"
HEARD = "    1 表三 全部为 0 ← “没收到申请”"


def answers(home: Path) -> dict[str, Value]:
    """What is in force."""
    with Assistant.open(home / "a.db") as assistant:
        assistant.select(1)
        return dict(assistant._state.answers)


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("草稿", "（一）主动公开。【待补：主动公开的情况】"),
        ("全部草稿", "一、总体情况"),
        ("表格", "表四 政府信息公开行政复议、行政诉讼情况"),
        ("表三", "  R01 一、本年新收政府信息公开申请数量：没有填"),
        ("核对", "  待补：政府信息管理的情况"),
        ("回看", "  2 基本情况：这份报告写哪一年的情况？答：2025年"),
        ("为什么这么问", "  依据：条例第十九条、第二十条、第五十条第一款第（一）项"),
        ("为什么问", "  依据：条例第十九条、第二十条、第五十条第一款第（一）项"),
        ("帮助", "  听到的对，就直接回车；不对，把话重说一遍；写“不”照原话记；写“返回”这一句不记。"),
    ],
)
def test_a_command_shows_and_the_sentence_still_waits(tmp_path: Path, command: str, shown: str) -> None:
    """A command is no answer to a proposal; the empty line after it still confirms."""
    printed = talk(tmp_path, *TOWN, SAID, command, "")

    assert shown in printed[printed.index(HEARD) :]
    assert answers(tmp_path)["gate.T3"] is False
    assert answers(tmp_path)["note.active.total"] == ("公开143条",)


@pytest.mark.parametrize(
    ("away", "back"), [("上一问", ("",)), ("改 2", ("",)), ("改 表三", ("返回", "", ""))]
)
def test_going_elsewhere_keeps_the_sentence_for_its_question(
    tmp_path: Path, away: str, back: tuple[str, ...]
) -> None:
    """Where it was typed, it is asked about again."""
    printed = talk(tmp_path, *TOWN, SAID, away, *back, "")

    assert f"  “{SAID}”先留着，回到这一问时再问您。" in printed
    assert printed.count(HEARD) == 2
    assert answers(tmp_path)["gate.T3"] is False


@pytest.mark.parametrize("end", [(), ("退出",)], ids=["the input ends", "退出"])
def test_leaving_asks_again_at_the_next_start(tmp_path: Path, end: tuple[str, ...]) -> None:
    """Who leaves before confirming is told so with the words, and asked again first thing next time."""
    left = talk(tmp_path, *TOWN, "跳过", "", "有，5件", *end)
    again = talk(tmp_path, "1", "都是个人", "")

    assert "  没有等到确认，还没有记，下次开头再问您：“有，5件”。" in left
    assert "  这里写过“有，5件”，还没有确认。" in again
    assert "    1 新收·自然人 5 件，其他各列 0 ← “5件，都是个人”" in again
    assert str(answers(tmp_path)["T3.R01.C1"]) == "5"


def test_a_note_left_unconfirmed_is_asked_first_although_it_is_answered(tmp_path: Path) -> None:
    """The words stand in the note meanwhile; confirmed, they go where they belong."""
    talk(tmp_path, *TOWN, SAID)
    assert answers(tmp_path)["note.active.total"] == (SAID,)
    again = talk(tmp_path, "1", "")

    assert HEARD in again
    assert answers(tmp_path)["note.active.total"] == ("公开143条",)
    assert answers(tmp_path)["gate.T3"] is False


def test_an_answer_to_what_was_asked_is_put_into_the_sentence(tmp_path: Path) -> None:
    """都是个人 answers the question beside the proposal; a whole new sentence replaces it, and either is said."""
    printed = talk(tmp_path, *TOWN, "公开143条，收到申请8件", "都是个人", "")
    joined = answers(tmp_path)
    (tmp_path / "b").mkdir()
    replaced = talk(tmp_path / "b", *TOWN, "公开143条，收到申请8件", "公开144条，没收到申请", "")

    assert "  接在刚才那一句里：" in printed
    assert joined["note.active.total"] == ("公开143条",)
    assert str(joined["T3.R01.C1"]) == "8"
    assert "  刚才那一句不要了，换成这一句。要接着补的，写“还有……”。" in replaced
    assert answers(tmp_path / "b")["note.active.total"] == ("公开144条",)


def test_a_table_answered_without_is_asked_about_when_numbers_are_told(tmp_path: Path) -> None:
    """没有, and then three requests: the answer is asked again; 有 brings the words back at the table."""
    told = ("公开143条", "", "没有", "没有", "收到申请3件，都是个人", "", "有", *["跳过"] * 9, "没有", "")
    printed = talk(tmp_path, *TOWN, *told)
    asked = next(line for line in printed if "还要问：" in line)

    assert asked.endswith("哪个对？原来答的对就回车，这一句对就答“有”。")
    assert printed[printed.index(asked) + 2].startswith("【（二）依申请公开 第 1 问")
    assert "  这里写过“收到申请3件，都是个人”，还没有确认。" in printed
    assert str(answers(tmp_path)["T3.R01.C1"]) == "3"


@pytest.mark.parametrize(
    ("said", "number", "line"),
    [
        ("15", "15", "    1 行政许可 15（换掉原来的 12） ← “15”"),
        ("应该是15件", "15", "    1 行政许可 15（换掉原来的 12） ← “应该是15件”"),
        ("后面的对", "15", "    1 行政许可 15（换掉原来的 12） ← “后面的对”"),
        ("不改", "12", "    1 行政许可 12（不改） ← “不改”"),
        ("原来的对", "12", "    1 行政许可 12（不改） ← “原来的对”"),
    ],
)
def test_one_number_against_another_is_settled_in_a_word(
    tmp_path: Path, said: str, number: str, line: str
) -> None:
    """The answer replaces what stands there or leaves it, never adds to it; the line says which."""
    printed = talk(tmp_path, *TOWN, "公开143条，许可12件", "", "", "许可15件", "", said, "")

    assert line in printed
    assert str(answers(tmp_path)["T2.LIC"]) == number


def test_which_number_stands_may_be_said_at_once(tmp_path: Path) -> None:
    """后面的对, said to the question beside the proposal: what was heard is noted, and the number is changed."""
    talk(tmp_path, *TOWN, "公开143条，许可12件", "", "", "许可15件", "后面的对", "")

    assert str(answers(tmp_path)["T2.LIC"]) == "15"


def test_own_lines_have_letters_and_the_list_is_said_back(tmp_path: Path) -> None:
    """Ticks are said back; a changed list stays open and is shown as it stands; 清空 empties it."""
    start = (*TOWN, "公开124条", "1 3；部门预算也公开了")
    printed = talk(tmp_path, *start, "改 8", "去掉 A", "加上 4", "", "改 8", "清空", "2", "回看")

    assert "  记下了：政策解读、微信公众号；部门预算也公开了。" in printed
    assert "  A 部门预算也公开了（自己写的）" in printed
    assert "  记下了：政策解读、微信公众号。还要改就接着写，好了就回车。" in printed
    assert "  记下了：政策解读、微信公众号、财政预决算。还要改就接着写，好了就回车。" in printed
    assert "  好，这一问完了。" in printed
    assert "  清空了，一项也没有。要重新选就写，没有就回车。" in printed
    assert any(line.startswith("  8 ") and line.endswith("答：政府门户网站") for line in printed)


def test_a_sentence_that_comes_too_early_waits_for_its_question(tmp_path: Path) -> None:
    """While who the unit is is still asked, what tells of the year is kept, and the open question is asked again."""
    unit, year, *rest = TOWN
    printed = talk(tmp_path, "今年公开124条，没收到申请", unit, year, "也没有复议诉讼", *rest, "")
    asked = [line for line in printed if line.startswith("【")]

    assert "  “今年公开124条，没收到申请”先留着，后面问到再用。先答这一问：" in printed
    assert [line.partition("】")[2] for line in asked[:2]] == ["单位全称是什么？"] * 2
    assert "  这里写过“今年公开124条，没收到申请，也没有复议诉讼”，还没有确认。" in printed
    assert answers(tmp_path)["note.active.total"] == ("今年公开124条",)
    assert (answers(tmp_path)["gate.T3"], answers(tmp_path)["gate.T4"]) == (False, False)


def test_words_are_added_to_a_sentence_that_waits(tmp_path: Path) -> None:
    """还有 adds to it."""
    talk(tmp_path, *TOWN, SAID, "还有，网站119条", "")

    assert answers(tmp_path)["note.active.total"] == ("公开143条，网站119条",)


def test_words_left_unsent_elsewhere_are_offered(tmp_path: Path) -> None:
    """What was typed on the screen and not sent is taken by Enter, or replaced."""
    talk(tmp_path, *TOWN)
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)
        assistant.keep_unsent("active.total", "公开56条")
    printed = talk(tmp_path, "1", "")

    assert "  这里写过“公开56条”，还没有交。直接回车就用它；不用它，写别的。" in printed
    assert answers(tmp_path)["note.active.total"] == ("公开56条",)


def test_looking_back_tells_the_tables_and_a_late_change_is_noted(tmp_path: Path) -> None:
    """回看 lists the tables with the word that shows each; what is changed after the last question is said to be noted."""
    rest = ("公开1条", "", "没有", "没有", "", "没有", "", "没有", "", "没有", "没有", "", "没有")
    end = ("", "人手少", "明年加人", "没有", "无", "回看", "表四", "改 7", "公开2条", "")
    printed = talk(tmp_path, *TOWN, *rest, *end)
    done = printed.index("都问完了。")

    assert "  表三 收到和处理政府信息公开申请情况：全部为 0。" in printed[done:]
    assert "  看一张表写“表三”，要改写“改 表三”。" in printed[done:]
    assert any(line.startswith("  V ") for line in printed[done:])
    assert printed[done:].count("  记下了。") == 1


@pytest.mark.parametrize("typed", ["没有", "没有别的了", "就这些"])
def test_nothing_at_a_list_that_holds_something_empties_nothing(tmp_path: Path, typed: str) -> None:
    """It may mean no more, or none of these: it is asked back, and Enter leaves the list as it is."""
    printed = talk(tmp_path, *TOWN, "公开124条", "1 3", "改 8", typed, "", "回看")

    assert "  这里已经有：政策解读、微信公众号。没有要加的就直接回车；这些都不要，写“清空”。" in printed
    assert any(line.startswith("  8 ") and line.endswith("答：政策解读、微信公众号") for line in printed)


def test_what_stands_open_says_where_it_is_mended(tmp_path: Path) -> None:
    """Words nobody could read have the number of their answer, a table its name."""
    printed = talk(tmp_path, *TOWN, "公开143条，呱呱叫嘎嘎响", "", "有", "核对")
    open_points = printed[printed.index("  待补：表二还有 7 格没有填（写“改 表二”）") - 1 :]

    assert open_points[0].startswith("  待核：")
    assert open_points[0].endswith("（写“改 7”）")
    assert "  待补：政府信息管理的情况" in open_points


def test_a_table_opened_by_name_is_filled_by_the_signs_of_its_rows(tmp_path: Path) -> None:
    """R13 1 1 0 0 0 0 is that row and no sentence; the table stays open until it is full or skipped."""
    fill = (
        "改 表三",
        "R13 1 1 0 0 0 0",
        "r25：1 0 0 0 0 0",
        "结转下年的就这1件，个人的",
        "",
        "R05 1",
        "就这些",
        "",
    )
    printed = talk(tmp_path, *TOWN, "公开1条", "", "有", *fill)
    known = answers(tmp_path)
    after = printed[printed.index("  R13 （四）无法提供·1.本机关不掌握相关政府信息：") :]

    assert [str(known[f"T3.R13.C{column}"]) for column in range(1, 7)] == ["1", "1", "0", "0", "0", "0"]
    assert str(known["T3.R25.C1"]) == "1"
    assert any(line.startswith("  这一行要 6 个数") for line in after)
    assert any(line.endswith("格填了 0。") for line in after)
    assert next(line for line in after if line.startswith("【")).startswith("【（二）依申请公开")


def test_what_last_year_left_out_is_left_out_by_the_same_word(tmp_path: Path) -> None:
    """同上年 where last year said nothing leaves it out again instead of refusing."""
    talk(tmp_path, *TOWN, "公开1条")
    with Assistant.open(tmp_path / "a.db", who="王") as assistant:
        assistant.create()
        for reply in (TOWN[0], "2026"):
            assistant.reply(reply)
        assistant.open_question("unit.superiors")
        outcome = assistant.reply("跟去年一样")

    assert (outcome.kind, outcome.said) == ("accepted", "去年没有写，今年也不写。")


def test_who_says_nothing_leaves_no_empty_report(tmp_path: Path) -> None:
    """A report is stored with the first thing said, in a new database and beside other reports."""
    talk(tmp_path)
    first = talk(tmp_path, *TOWN, "公开1条")
    talk(tmp_path, "0")
    again = talk(tmp_path)

    assert first[0] == "政府信息公开工作年度报告助手。还没有报告，现在开始第一份。"
    assert [line for line in again if line.startswith("  ")] == [
        "  1 柳溪县青禾镇人民政府 2025",
        "  0 新建一份",
    ]


def test_a_table_is_opened_when_the_form_is_known(tmp_path: Path) -> None:
    """Before the unit and the year are told it says so, and the open question is asked again."""
    printed = talk(tmp_path, "改 表三")

    assert "  表三要先填好单位和年度才能填。" in printed
    assert sum(line.endswith("单位全称是什么？") for line in printed) == 2


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("清空", ()),
        ("去掉 专栏", ("公开143条",)),
        ("加上 公众号68条", ("公开143条", "专栏2个", "公众号68条")),
        ("去掉 手册", ("公开143条", "专栏2个")),
        ("公开144条", ("公开144条",)),
    ],
)
def test_a_note_that_stands_there_is_changed(tmp_path: Path, typed: str, note: tuple[str, ...]) -> None:
    """A word for what is to be done changes the note; what is not in it is told; another sentence replaces it."""
    talk(tmp_path, *TOWN, "公开143条＋", "专栏2个", "改 7", typed, "")

    assert answers(tmp_path)["note.active.total"] == note


def test_a_list_changed_after_the_last_question_is_said_back(tmp_path: Path) -> None:
    """What is changed when all is asked is said back as before."""
    with Assistant.open(tmp_path / "a.db", who="王", today=lambda: date(2026, 1, 19)) as assistant:
        assistant.create()
        for reply in (*TOWN, "公开86条"):
            assistant.reply(reply)
        while (question := assistant.question()) is not None:
            assistant.reply("没有" if question.id.startswith("gate.") else "跳过")
    printed = talk(tmp_path, "1", "改 8", "加上 4", "清空", "", "")

    assert "  记下了：财政预决算。还要改就接着写，好了就回车。" in printed
    assert "  清空了，一项也没有。要重新选就写，没有就回车。" in printed
    assert "  好，这一问完了。" in printed
