"""`nianbao ask`: the same interview as plain lines; by a pipe the same bytes, and nothing lost at the end of the input."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from report.readers.case_file import read_case
from tests.assistant.test_assistant import SAMPLE, sample_story
from tui.ask import Conversation
from tui.ask_table_lines import row_lines

ROOT = Path(__file__).resolve().parents[2]
TOWN = ("柳溪县青禾镇人民政府", "2025", "", "", "", "")


def nianbao(home: Path, *arguments: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command with ``typed`` as its whole input."""
    env = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tui.cli", "--db", str(home / "a.db"), *arguments]
    return subprocess.run(command, input=typed, cwd=home, env=env, capture_output=True, check=False)


def talk(home: Path, *lines: str, settles: bool = False) -> list[str]:
    """Hold one conversation; what was printed. Documents go into its folder.

    ``settles`` as at a terminal: words nobody could word are asked about.
    """
    rest = list(lines)
    printed: list[str] = []
    with Assistant.open(home / "a.db", who="王", today=lambda: date(2026, 1, 19)) as assistant:
        assistant.settles = settles
        Conversation(assistant, lambda: rest.pop(0) if rest else None, printed.append, home).run()
    return printed


def sample_lines(home: Path) -> list[str]:
    """The sample report as a clerk would type it, line by line."""
    story = sample_story()
    typed: list[str] = []
    with Assistant.open(home / "story.db", today=lambda: date(2021, 1, 19)) as assistant:
        assistant.create()
        while (question := assistant.question()) is not None:
            reply = story.get(question.id, "")
            assert isinstance(reply, str)
            assistant.reply(reply)
            typed += reply.replace("\n", "＋\n").split("\n")
    return typed


def test_the_sample_by_a_pipe_gives_the_bytes_of_its_case_file(tmp_path: Path) -> None:
    """The sample told line by line through a pipe is exported as the same bytes that its case file is drafted to."""
    typed = "".join(line + "\n" for line in sample_lines(tmp_path)).encode()
    told = nianbao(tmp_path, "ask", typed=typed)
    exported = nianbao(tmp_path, "export", "1")
    drafted = nianbao(tmp_path, "draft", str(SAMPLE))

    assert (told.returncode, told.stderr) == (0, b"")
    assert exported.returncode == 0
    assert exported.stdout == drafted.stdout
    assert read_case(SAMPLE).unit.name.encode() in exported.stdout


def test_the_end_says_what_is_left_and_how_to_export(tmp_path: Path) -> None:
    """After the last answer come findings and gaps and the command that writes the document."""
    told = nianbao(tmp_path, "ask", typed="".join(line + "\n" for line in sample_lines(tmp_path)).encode())

    printed = told.stdout.decode().splitlines()

    assert "都问完了。" in printed
    assert printed[-2:] == [
        f"导出文档：nianbao --db {tmp_path / 'a.db'} export 1 -o 年报.md（也可以 --to html）",
        "写成文件，写“导出”；要改前面的，写“回看”“返回”或“撤销”；看全文，写“草稿”；换长短，写“长度”；回车结束。",
    ]


def test_a_correction_is_heard_after_the_last_answer(tmp_path: Path) -> None:
    """更正：… at the end changes the number inside its note, after the same confirmation as anywhere."""
    with Assistant.open(tmp_path / "a.db", who="王", today=lambda: date(2026, 1, 19)) as assistant:
        assistant.create()
        for reply in (*TOWN, "公开86条，网站60条"):
            assistant.reply(reply)
        while (question := assistant.question()) is not None:
            assistant.reply("没有" if question.id.startswith("gate.") else "跳过")
    printed = talk(tmp_path, "1", "更正：网站50条", "", "差不多了")

    assert "    1 主动公开 网站50条（原来是 60条） ← “网站50条”" in printed
    assert any(line.startswith("  记下了。") for line in printed)
    assert "这里写“导出”“草稿”“回看”“改 8”“撤销”，或者直接回车结束。" in printed
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)
        assert assistant._answers["note.active.total"].value == ("公开86条，网站50条",)


def test_every_answer_survives_the_end_of_the_input(tmp_path: Path) -> None:
    """The input may end after any line; the next start goes on where it stopped, and says goodbye in Chinese."""
    first = talk(tmp_path, *TOWN, "公开143条")
    second = talk(tmp_path, "1")

    assert first[-1] == "先到这里。答过的都已存好，再运行 nianbao ask 就从这里接着答。"
    assert "  1 柳溪县青禾镇人民政府 2025" in second
    assert "  （一）主动公开：未答完，还差 1 问" in second
    assert any(line.startswith("【（一）主动公开 第 2 问，共 2 问】") for line in second)


def test_an_input_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    """A line in another encoding ends the conversation with its number and what to do."""
    told = nianbao(tmp_path, "ask", typed="柳溪县青禾镇人民政府\n".encode("gb18030"))

    assert told.returncode == 2
    assert (
        told.stderr.decode() == "输入的第 1 行不是 UTF-8 编码。应为：换成 UTF-8 再试；前面答过的都已存好。\n"
    )


def test_a_tick_list_is_answered_by_numbers(tmp_path: Path) -> None:
    """Numbers tick, words beside them stay words, and a number that is not there is told."""
    printed = talk(tmp_path, *TOWN, "公开143条", "99", "1 2；解读5篇")
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)
        answers = dict(assistant._state.answers)
        offered = [tick.theme for tick in assistant.open_question("active.more").ticks]

    assert f"  没有第 99 项，写 1 到 {len(offered)} 之间的号码，例如：1 3 5。" in printed
    assert answers["tick.active.more"] == tuple(offered[:2])
    assert answers["note.active.more"] == ("解读5篇",)


def test_what_was_understood_is_confirmed_by_an_empty_line(tmp_path: Path) -> None:
    """A sentence that says more than was asked is shown first; an empty line records it."""
    printed = talk(tmp_path, *TOWN, "公开143条，没收到申请", "")
    start = printed.index("  听到的是：")

    assert printed[start : start + 5] == [
        "  听到的是：",
        "    1 表三 全部为 0 ← “没收到申请”",
        "    2 公开总数 143 条 ← “公开143条”",
        "  对就回车；不对就重说一遍；要照原话记，写“不”。",
        "  记下了。",
    ]


@pytest.mark.parametrize(
    ("after", "gate", "note"),
    [
        ((), None, ("公开143条，没收到申请",)),
        (("不",), None, ("公开143条，没收到申请",)),
        (("公开144条，没收到申请", ""), False, ("公开144条",)),
    ],
    ids=["the input ends", "declined", "said again"],
)
def test_nothing_is_taken_without_a_confirmation(
    tmp_path: Path, after: Sequence[str], gate: object, note: tuple[str, ...]
) -> None:
    """Without a confirmation the words are noted as typed; whoever says it again is asked again."""
    talk(tmp_path, *TOWN, "公开143条，没收到申请", *after)
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)
        answers = assistant._state.answers

        assert answers.get("gate.T3") is gate
        assert answers["note.active.total"] == note


def to_table_three(home: Path, *lines: str) -> list[str]:
    """A conversation brought to table 三."""
    with Assistant.open(home / "a.db", who="王", today=lambda: date(2026, 1, 19)) as assistant:
        assistant.create()
        for reply in TOWN:
            assistant.reply(reply)
        while (question := assistant.question()) is not None and question.id != "table.T3":
            assistant.reply(
                "有" if question.id == "gate.T3" else "没有" if question.kind == "yesno" else "跳过"
            )
    return talk(home, "1", *lines)


def test_a_table_is_filled_row_by_row_with_its_sums(tmp_path: Path) -> None:
    """Six numbers or 0 a row; after each row its sum and how the two sides of the form's rule stand."""
    printed = to_table_three(
        tmp_path, "3 1 0", "3 1 0 0 0 0", "0", "予以公开4件，个人3件、企业1件", "", "其余0"
    )
    sums = [line for line in printed if line.startswith(("  本行", "  第一项", "  这一行", "  其余"))]

    assert sums == [
        "  这一行要 6 个数（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他），例如：3 0 0 0 0 0。",
        "  本行总计 4。",
        "  第一项加第二项 4，第三项加第四项 0，目前相差 4。",
        "  本行总计 0。",
        "  第一项加第二项 4，第三项加第四项 0，目前相差 4。",
        "  其余 126 格填了 0。",
    ]
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)

        assert assistant.figures.known("T3")
        assert assistant.findings("T3") == ()


def test_a_row_that_does_not_hold_is_told_in_the_words_of_the_form(tmp_path: Path) -> None:
    """When the table is full, what does not hold is said before the next question."""
    printed = to_table_three(tmp_path, "3 0 0 0 0 0", "其余0")

    assert (
        "  自然人列：第一项加第二项 3，第三项加第四项 0，相差 3。"
        "可能漏填“四、结转下年度继续办理”，或有 3 件未计入办理结果。" in printed
    )


def test_help_of_a_question_and_of_a_row(tmp_path: Path) -> None:
    """？ tells why it is asked, an example and the article, for a question and for a row of a table."""
    (tmp_path / "row").mkdir()
    question = talk(tmp_path, "？")
    row = to_table_three(tmp_path / "row", "?")

    assert "  依据：条例第四十九条、第五十四条" in question
    assert "  例如：忠县扶贫开发办公室" in question
    assert "  依据：第二十七条、第二十九条、第三十一条" in row
    assert "  例如：3 0 0 0 0 0；全是 0 就写 0；下面都没有就写“其余0”。" in row


def test_undo_redo_and_the_draft_are_words(tmp_path: Path) -> None:
    """撤销, 重做 and 草稿 work at any question, with and without a slash."""
    printed = talk(tmp_path, *TOWN, "公开143条", "撤销", "/重做", "草稿", "离开")

    assert "  已撤销：全年主动公开了多少条政府信息？其中网站、公众号各多少条？" in printed
    assert "  已恢复：全年主动公开了多少条政府信息？其中网站、公众号各多少条？" in printed
    assert any(line.startswith("（一）主动公开。") and "143" in line for line in printed)


def test_no_text_moves_the_cursor(tmp_path: Path) -> None:
    """Control characters in a person's words are not printed."""
    printed = talk(tmp_path, "某\x1b[2J局", "1", "", "2025", "", "", "公开3条", "草稿")

    assert all("\x1b" not in line for line in printed)


def test_export_at_the_end_gives_the_same_bytes_as_the_command(tmp_path: Path) -> None:
    """导出 writes under the suggested name, never over a file that is there; 导出 html the other form."""
    lines = [*sample_lines(tmp_path), "导出", "导出 html", "导出", "导出 我的.md", "导出 pdf"]
    told = nianbao(tmp_path, "ask", typed="".join(line + "\n" for line in lines).encode())
    named = "忠县扶贫开发办公室2020年政府信息公开工作年度报告"
    exported = nianbao(tmp_path, "export", "1")
    html = nianbao(tmp_path, "export", "1", "--to", "html")
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix in {".md", ".html"}}
    first = next(
        name for name in files if name.startswith(named) and name.endswith(".md") and "（2）" not in name
    )
    stem = first.removesuffix(".md")

    assert set(files) == {first, f"{stem}.html", f"{stem}（2）.md", "我的.md"}
    assert files[first] == files[f"{stem}（2）.md"] == files["我的.md"] == exported.stdout
    assert files[f"{stem}.html"] == html.stdout
    assert "  不能导出成“pdf”，写：导出、导出 html，或者导出 年报.md。" in told.stdout.decode().splitlines()


def test_looking_back_changing_and_hearing_it_again(tmp_path: Path) -> None:
    """回看 numbers what was answered, 改 goes there by number, 再说一遍 and 清单 list again, 进度 and 核对 tell where one is."""
    printed = talk(tmp_path, *TOWN, "公开143条", "回看", "改 99", "改 2", "2024", "再说一遍", "进度", "核对")
    asked = [line for line in printed if line.startswith("【")]

    assert "  2 基本情况：这份报告写哪一年的情况？答：2025年" in printed
    assert "  没有第 99 问，写“回看”听一遍号码。" in printed
    assert any(line.startswith("【基本情况 第 2 问") for line in asked[6:])
    assert printed.count("  1 政策解读") == 3, "first, coming back from 改, and said again"
    assert "  （一）主动公开：未答完，还差 1 问" in printed
    assert "  待补：政府信息管理的情况" in printed
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)

        assert assistant.welcome().year == 2024


def test_the_length_is_chosen_and_taken_back(tmp_path: Path) -> None:
    """长度 says what it is and changes it; 撤销 takes it back; the sentence names no key."""
    printed = talk(tmp_path, *TOWN, "公开143条，网站75条", "长度", "长度 详", "撤销", "长度 长")
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)

        assert assistant.length == "中"
    assert "  现在是“中”。要换就写：长度 简、长度 中，或者长度 详。" in printed
    assert any("按“详”写" in line for line in printed)
    assert any("没有“长”这种篇幅" in line for line in printed)
    assert not any("Ctrl" in line for line in printed)


@pytest.mark.parametrize("word", ["返回", "取消"])
def test_a_confirmation_can_be_left_and_explained(tmp_path: Path, word: str) -> None:
    """？ explains what can be said, 返回 records nothing; neither becomes an answer."""
    printed = talk(tmp_path, *TOWN, "公开143条，没收到申请", "？", word)
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)

        assert "note.active.total" not in assistant._state.answers
    assert "  听到的对，就直接回车；不对，把话重说一遍；写“不”照原话记；写“返回”这一句不记。" in printed
    assert "  这一句没有记。" in printed


def test_nothing_said_to_a_confirmation_is_asked_about(tmp_path: Path) -> None:
    """没有 after what was heard may mean either; what was heard is neither dropped nor made zero by it."""
    printed = talk(tmp_path, *TOWN, "公开143条，没收到申请", "没有", "")
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)

        assert assistant._state.answers["note.active.total"] == ("公开143条",)
        assert assistant._state.answers["gate.T3"] is False
    assert "  听到的对，就直接回车；不对，把话重说一遍；写“不”照原话记；写“返回”这一句不记。" in printed


def test_leaving_at_a_confirmation_keeps_the_words(tmp_path: Path) -> None:
    """离开 there is no sentence: what was typed before it is noted as typed, as at the end of the input."""
    printed = talk(tmp_path, *TOWN, "公开143条，没收到申请", "离开")
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.select(1)

        assert assistant._state.answers["note.active.total"] == ("公开143条，没收到申请",)
    assert printed[-2:] == [
        "  没有等到确认，原话已先记下，下次开头再问您：“公开143条，没收到申请”。",
        "先到这里。答过的都已存好，再运行 nianbao ask 就从这里接着答。",
    ]


def test_the_offered_year_is_taken_by_an_empty_line_and_nothing_speaks_in_codes(tmp_path: Path) -> None:
    """Enter takes the year that is offered; rows, times and a missing year are said in words."""
    talk(tmp_path, TOWN[0])
    printed = talk(tmp_path, "1", "", "", "", "", "", "")
    with Assistant.open(tmp_path / "a.db", today=lambda: date(2026, 1, 19)) as assistant:
        assistant.select(1)
        table = assistant.edition.table("T2")

        assert assistant._state.year == 2025
    listed = nianbao(tmp_path, "list").stdout.decode()

    assert f"{TOWN[0]}，年份未填。" in printed
    assert "T" not in listed
    assert "月" in listed
    assert next(row_lines(table.rows[1], table, None, assistant.figures)).startswith(table.rows[1].path[0])


def test_a_contact_half_right_keeps_what_was_right(tmp_path: Path) -> None:
    """A mobile number is refused in words; address and postcode wait for the telephone that is missing."""
    lines = (
        "柳溪县青禾镇人民政府",
        "2025",
        "",
        "",
        "",
        "青禾镇中心街1号，404300，13812345678",
        "023-54230000",
        "回看",
    )
    printed = talk(tmp_path, *lines)

    assert any(line.startswith("  “13812345678”是手机号") for line in printed)
    assert (
        "  先留着：青禾镇中心街1号，404300。把差的那一样补上就行；直接回车只记这些；都不记写“跳过”。"
        in printed
    )
    assert any(line.endswith("答：地址 青禾镇中心街1号，邮编 404300，电话 023-54230000") for line in printed)


def test_refused_words_are_said_back(tmp_path: Path) -> None:
    """Nothing of it right: it is said that it is not recorded; Enter then leaves the question out as ever."""
    printed = talk(tmp_path, "柳溪县青禾镇人民政府", "2025", "", "", "", "打电话找老王就行", "", "回看")

    assert any("“打电话找老王就行”" in line and "例如：" in line for line in printed)
    assert any(line.endswith("不印就回车。答：跳过") for line in printed)


def test_a_reopened_list_is_shown_with_its_ticks_and_added_to(tmp_path: Path) -> None:
    """Numbers and words are added to what was ticked before; 去掉 and 只要 change it; nothing is replaced in silence."""
    start = (*TOWN, "公开124条", "1 3；部门预算也公开了", "改 8")
    added = talk(tmp_path, *start, "5", "改 8", "推了一期专题", "回看")
    answers = [line.partition("答：")[2] for line in added if line.startswith("  8 ")]
    dropped = talk(tmp_path, "", "改 8", "去掉 1", "改 8", "只要 3", "回看")
    left = [line.partition("答：")[2] for line in dropped if line.startswith("  8 ")]
    hints = [line for line in added if line.startswith("  现在：政策解读、微信公众号；部门预算也公开了（")]

    assert "写“去掉 3”去掉一项" in hints[0]
    assert answers[-1] == "政策解读、微信公众号、机构职能与领导信息；部门预算也公开了、推了一期专题"
    assert left[-1] == "微信公众号"


def test_what_a_sentence_left_open_is_asked_next(tmp_path: Path) -> None:
    """还要问 is followed by that one question, answered in a word, before the interview goes on."""
    printed = talk(tmp_path, *TOWN, "公开124条", "", "收到8件", "", "都是个人", "")
    asked = [line for line in printed if "还要问：“新收 8 件”是谁申请的" in line]
    after = printed[printed.index(asked[-1]) :]

    assert asked[-1].startswith("【表二、表三、表四】")
    assert "    1 新收·自然人 8 件，其他各列 0 ← “收到8件，都是个人”" in after
    assert any(line.startswith("【（二）依申请公开 第 2 问") for line in after)


def test_the_fee_is_changed_number_by_number_or_in_one_line(tmp_path: Path) -> None:
    """改 信息处理费 goes on with its numbers, and takes all of them at once."""
    printed = talk(
        tmp_path, *TOWN, "改 信息处理费", "有", "2", "300", "200", "改 信息处理费", "发了3件，应收450元，实收450元", "",
        "信息处理费",
    )  # fmt: skip

    text = "\n".join(printed)
    assert "这些通知一共要收多少元？" in text
    assert "几个数可以一句说完" in text
    assert "  notices 发出收费通知件数：3" in text
    assert "  received 实际收取总金额：450" in text


def test_a_short_name_is_offered_in_full(tmp_path: Path) -> None:
    """At a terminal: Enter takes it, a no keeps the words; a pipe is not asked."""
    printed = talk(tmp_path, "清水镇政府", "", "2025", "", "", "县里", "不", "", "回看", settles=True)
    text = "\n".join(printed)
    assert "单位全称 清水镇人民政府（和公章一致） ← “清水镇政府”" in text
    assert "答：清水镇人民政府" in text
    assert "答：县里" in text
