"""In a real terminal: keys sent in one write act in their order, and a killed program has kept what was typed."""

import os
import sys
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


def test_a_burst_of_digits_and_tabs_fills_three_cells(tmp_path: Path) -> None:
    """``2<Tab>1<Tab>12<Tab>`` in one write is three numbers in three cells."""
    database = tmp_path / "a.db"
    begun(database)
    with start(database) as terminal:
        terminal.wait_for("上次做到")
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
    begun(database)
    with start(database) as terminal:
        terminal.wait_for("上次做到")
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
