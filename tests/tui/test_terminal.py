"""In a real terminal: keys sent in one write act in their order, and a killed program has kept what was typed."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


def begun(database: Path) -> None:
    """A report whose unit and year are known."""
    with Assistant.open(database) as assistant:
        assistant.create()
        for question, reply in (("unit.name", "忠县财政局"), ("unit.kind", "部门"), ("year", "2024")):
            assistant.open_question(question)
            assistant.reply(reply)


def start(database: Path) -> Terminal:
    """The program on a pseudo-terminal."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "tui.cli", "--db", str(database)]
    return Terminal(command, env=env, cwd=str(database.parent), size=(100, 30))


@contextmanager
def at_task_list(database: Path) -> Iterator[Terminal]:
    """The program with a report begun, its task list on the screen."""
    begun(database)
    with start(database) as terminal:
        terminal.wait_for("上次做到")
        yield terminal


def test_a_burst_of_digits_and_tabs_fills_three_cells(tmp_path: Path) -> None:
    """``2<Tab>1<Tab>12<Tab>`` in one write is three numbers in three cells."""
    database = tmp_path / "a.db"
    with at_task_list(database) as terminal:
        terminal.press("f3")
        terminal.wait_for("其余填0")
        terminal.type("2\t1\t12\t")
        terminal.wait_for("还有 4 格没填")
    with Assistant.open(database) as assistant:
        assistant.select(1)
        numbers = [
            str(assistant.figures.value(cell.id))
            for cell in assistant.edition.table("T2").cells
            if cell.asked
        ]

        assert numbers[3:7] == ["2", "1", "12", "None"]


def test_unsent_words_are_there_after_a_kill(tmp_path: Path) -> None:
    """What was typed before another screen was looked at stands in the prompt after the program was killed."""
    database = tmp_path / "a.db"
    with at_task_list(database) as terminal:
        terminal.press("enter")
        terminal.wait_for("●")
        terminal.type("还没写完")
        terminal.wait_for("还没写完")
        terminal.press("f3")
        terminal.wait_for("其余填0")
        terminal.kill()
    with start(database) as terminal:
        terminal.wait_for("上次做到")
        terminal.press("enter")

        assert "还没写完" in terminal.wait_for("还没写完")


KITTY = re.compile(r"\x1b\[[>=?][0-9;]*u")
"""How a program asks a terminal for the newer key protocol, under which input methods lose what they commit."""
LAST = "毕"
"""A character that stands nowhere else on the screen: no line break can come into it."""
WORDS = "更新栏目内容核对链接整理目录汇总台账培训人员检查网站回应关切解读文件完善制度明确分工按月通报"


def noted(database: Path, slot: str = "note.active.total") -> str:
    """A note as it was recorded."""
    with Assistant.open(database) as assistant:
        assistant.select(1)
        value = assistant._state.answers[slot]
        assert isinstance(value, tuple)
        return "\n".join(value)


def at_the_first_note(database: Path) -> None:
    """A report that was left at the question about what was published."""
    begun(database)
    with Assistant.open(database) as assistant:
        assistant.select(1)
        while (question := assistant.question()) is not None and question.id != "active.total":
            assistant.reply("跳过")


def test_the_first_run_begins_a_report(tmp_path: Path) -> None:
    """An empty folder: the first screen says what this is, Enter asks the first question, the name is taken."""
    database = tmp_path / "a.db"
    with start(database) as terminal:
        assert "看看样例报告" in terminal.wait_for("开始做一份年度报告")
        terminal.press("enter")
        terminal.wait_for("单位全称")
        terminal.type("忠县财政局")
        terminal.press("enter")
        terminal.wait_for(lambda screen: "哪一年" in screen)
        terminal.press("ctrl+q")

        assert terminal.wait_exit() == 0
    with Assistant.open(database) as assistant:
        assert [row.unit_name for row in assistant.reports()] == ["忠县财政局"]


def test_what_an_input_method_commits_arrives_whole(tmp_path: Path) -> None:
    """Commits of 1 to 40 characters, each in one write, are the note to the letter; no newer key protocol is asked for."""
    database = tmp_path / "a.db"
    at_the_first_note(database)
    commits = [*((WORDS * 2)[number : 2 * number] for number in range(1, 41)), LAST]
    with start(database) as terminal:
        terminal.wait_for("上次做到")
        terminal.press("enter")
        terminal.wait_for("公开了多少条")
        for commit in commits:
            terminal.type(commit)
        terminal.wait_for(LAST)
        terminal.press("enter")
        terminal.wait_for(lambda screen: "主要公开了哪些内容" in screen)

        assert not KITTY.search(terminal.sent)
    assert noted(database) == "".join(commits)


def test_five_hundred_pasted_characters_are_one_answer(tmp_path: Path) -> None:
    """A bracketed paste is taken whole, with its line break, and sent by one Enter."""
    database = tmp_path / "a.db"
    at_the_first_note(database)
    text = (WORDS * 12)[:250] + "\n" + (WORDS * 12)[250:498] + LAST
    with start(database) as terminal:
        terminal.wait_for("上次做到")
        terminal.press("enter")
        terminal.wait_for("公开了多少条")
        terminal.paste(text)
        terminal.wait_for(LAST)
        terminal.press("enter")
        terminal.wait_for(lambda screen: "主要公开了哪些内容" in screen)
    assert len(text) == 500
    assert noted(database) == text


def test_full_width_keys_are_the_keys_they_look_like(tmp_path: Path) -> None:
    """Typed in Chinese mode: １２ is a number, ？ is help, ／ the commands, ：stands in a sentence."""
    database = tmp_path / "a.db"
    with at_task_list(database) as terminal:
        terminal.press("f3")
        terminal.wait_for("其余填0")
        terminal.type("１２\t")
        terminal.wait_for("还有 6 格没填")
        terminal.type("？")
        terminal.wait_for("怎么填表二")
        terminal.press("escape")
        terminal.wait_for(lambda screen: "怎么填表二" not in screen)
        terminal.type("／")
        terminal.wait_for("审改成文")
        terminal.press("escape")
        terminal.wait_for(lambda screen: "审改成文" not in screen)
        terminal.press("escape")
        terminal.wait_for("上次做到")  # where one came from
        terminal.press("enter")
        at_question = terminal.wait_for("●")
        terminal.type("网站：９０条")
        terminal.wait_for("网站：９０条")

        assert "●" in at_question
    with Assistant.open(database) as assistant:
        assistant.select(1)

        assert [str(number) for number in assistant.figures.cells.numbers.values() if number] == ["12"]


def test_another_size_in_the_middle_keeps_everything_in_view(tmp_path: Path) -> None:
    """Smaller, narrower, larger: the cell in focus, what is typed there, and the headers stay in view."""
    database = tmp_path / "a.db"
    with at_task_list(database) as terminal:
        terminal.press("f3")
        terminal.wait_for("【表二】")
        terminal.press("f3")
        terminal.wait_for("【表三】")
        terminal.press("end")
        terminal.wait_for("四、结转下年度继续办理（其他）")
        terminal.type("7")
        terminal.wait_for("正在填：7")
        for size in ((80, 24), (60, 20), (140, 40), (100, 30)):
            terminal.resize(*size)
            screen = terminal.wait_for(
                lambda screen, size=size: (
                    "7▏" in screen and "自然人" in screen and "Esc" in screen.split("\n")[size[1] - 1]
                )  # type: ignore[misc]
            )
            assert "四、结转下年度" in screen
        terminal.press("enter")
        terminal.wait_for("还有 143 格没填")


def test_a_finding_leads_back_to_its_cell(tmp_path: Path) -> None:
    """From the list before export Enter goes to the cell; the number is put right there, and the finding is gone."""
    database = tmp_path / "a.db"
    begun(database)
    with Assistant.open(database) as assistant:
        assistant.select(1)
        assistant.set_cells("T3", {"T3.R01.C1": "3", "T3.R03.C1": "2"})
        assistant.fill_rest_zero("T3")
    with start(database) as terminal:
        terminal.wait_for("上次做到")
        terminal.press("f5")
        terminal.wait_for("1 处不符")
        terminal.wait_for("F1 帮助 回车 导出")
        terminal.press("tab")
        terminal.wait_for("回车 去改 F1 帮助")
        terminal.press("home", "enter")
        terminal.wait_for("四、结转下年度继续办理（自然人）")
        terminal.type("1\t")
        terminal.wait_for("填完了，没有不符")
        terminal.press("f5")
        terminal.wait_for(lambda screen: "还不能定稿：" in screen and "处不符" not in screen)


def test_a_path_typed_in_a_burst_is_taken_letter_by_letter(tmp_path: Path) -> None:
    """The field is cleared and a path from the root is typed, with Enter, in one write: it is that file."""
    database = tmp_path / "a.db"
    with at_task_list(database) as terminal:
        terminal.press("f5")
        terminal.wait_for("F1 帮助 回车 导出")
        terminal.type(f"\x15{tmp_path}/x.md\r")
        terminal.wait_for("已导出")

    assert (tmp_path / "x.md").is_file()
