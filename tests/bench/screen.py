"""The screen's times: how soon it stands, how soon an answer is in the draft, how soon a key is painted, how much memory.

Starts are taken in a real terminal. Answers and keys are taken inside the program, from the event until the framework has
painted it, on a screen of 140 columns where all three columns stand. Beside each stands an empty Textual app.
"""

import asyncio
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import TextArea

from assistant.assistant import Assistant
from assistant.sample import answers_of
from db.store import Entry, Store
from prompts.interview import Interview
from report.readers.case_file import read_case
from tests.bench.timing import Figure, measure, show
from tests.terminal import Terminal
from tui.app import NianbaoApp
from tui.cli import collect_rarely
from tui.screens.talk import TalkScreen

ROOT = Path(__file__).resolve().parents[2]
CITY = ROOT / "assistant" / "samples" / "suqian-2024.case.yaml"
EMPTY = """
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.widgets import Footer, Static
class Empty(App):
    def compose(self):
        yield Static('READY')
        yield Footer()
Empty().run()
"""
WIDE = (140, 40)
ROUNDS = 40


def city(folder: Path) -> Path:
    """A database that holds a city's whole report, every question answered."""
    database = folder / "city.db"
    case = read_case(CITY)
    with Store.open(database) as store:
        report = store.create_report()
        answers = answers_of(case, Interview())
        store.record(report, [Entry(slot, "", value) for slot, value in answers.items()], "bench")
    return database


def _open(command: Sequence[str], seen: str) -> Terminal:
    terminal = Terminal(command, env={**os.environ, "LANG": "C.UTF-8"}, cwd=str(ROOT), size=(100, 30))
    terminal.wait_for(seen)
    return terminal


def starts(folder: Path, database: Path) -> None:
    """From the command to a screen one can work on; and to the first question."""
    nianbao = [sys.executable, "-m", "tui.cli", "--db"]

    def started(command: Sequence[str], seen: str, then: str = "") -> Callable[[], None]:
        def run() -> None:
            with _open(command, seen) as terminal:
                if then:
                    terminal.press("enter")
                    terminal.wait_for(then)

        return run

    new = iter(range(10_000))

    def first_run() -> None:
        started([*nianbao, str(folder / f"{next(new)}.db")], "开始做一份", "单位全称")()

    print("start, in a terminal")
    show(
        measure(
            [
                ("an empty Textual app", started([sys.executable, "-c", EMPTY], "READY")),
                (
                    "nianbao, first run: welcome and first question",
                    first_run,
                ),
                ("nianbao, a city's report: the task list", started([*nianbao, str(database)], "主动公开")),
            ],
            runs=7,
        )
    )


def memory(database: Path) -> None:
    """Resident memory of the program with a city's report on the screen, after an answer and a look at a table."""
    print("resident memory")
    with _open([sys.executable, "-c", EMPTY], "READY") as terminal:
        print(f"  {'an empty Textual app':<46} {terminal.resident / 2**20:8.0f} MB   baseline")
    with _open([sys.executable, "-m", "tui.cli", "--db", str(database)], "主动公开") as terminal:
        terminal.press("f3")
        terminal.wait_for("表三")
        terminal.press("f4")
        terminal.wait_for("一、总体情况")
        print(f"  {'nianbao, a city report':<46} {terminal.resident / 2**20:8.0f} MB")


class _Painted(App[None]):
    """Remembers when the app painted last: the framework's own test waiting is far coarser than a frame."""

    at = 0.0

    def _display(self, screen: Any, renderable: Any) -> None:
        super()._display(screen, renderable)
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console)  # a headless app leaves this out
        self.at = time.perf_counter()


class _Empty(_Painted):
    """Nothing but a place to type."""

    def compose(self) -> ComposeResult:
        yield TextArea()


class _Watched(_Painted, NianbaoApp):
    """The program."""


async def _until_painted(pilot: Pilot[Any], act: Callable[[], object]) -> float:
    """Seconds from an event until the last picture it caused was painted."""
    assert isinstance(pilot.app, _Painted)
    await pilot.pause()
    start = time.perf_counter()
    act()
    await pilot.pause()
    return max(pilot.app.at - start, 0.0)


def _press(pilot: Pilot[Any], key: str, character: str | None = None) -> Callable[[], object]:
    return lambda: pilot.app.post_message(events.Key(key, character))


async def _keys(app: App[None], ready: Callable[[Pilot[Any]], None]) -> tuple[float, ...]:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        ready(pilot)
        await pilot.pause()
        return tuple(
            [
                await _until_painted(pilot, _press(pilot, *2 * ("政府信息公开工作"[turn % 8],)))
                for turn in range(ROUNDS)
            ]
        )


async def _answers(database: Path) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Seconds of answers to a question for notes, and of numbers typed into a table."""
    replies, cells = [], []
    with Assistant.open(database) as core:
        core.prepare()
        core.select(core.reports()[0].id)
        app = _Watched(core)
        async with app.run_test(size=WIDE) as pilot:
            app.talk()
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, TalkScreen)
            for turn in range(ROUNDS):
                core.open_question("platform.main")
                screen.refresh_core()
                reply = f"网站栏目调整{turn + 2}个"
                replies.append(await _until_painted(pilot, lambda: screen.reply(reply)))  # noqa: B023  called at once
            app.open_table("T3", ("T3.R01.C1",))
            await pilot.pause()
            for turn in range(ROUNDS):
                await pilot.press(*str(3000 + turn))
                cells.append(await _until_painted(pilot, _press(pilot, "enter", "\r")))
    return tuple(replies), tuple(cells)


def answers_and_keys(database: Path) -> None:
    """An answer until draft and findings are painted; a key until it is painted; garbage as the program handles it."""
    collect_rarely()

    def at_prompt(pilot: Pilot[Any]) -> None:
        assert isinstance(pilot.app, NianbaoApp)
        pilot.app.talk()

    with Assistant.open(database) as core:
        core.prepare()
        gc.freeze()
        core.select(core.reports()[0].id)
        empty = asyncio.run(_keys(_Empty(), lambda _: None))
        typed = asyncio.run(_keys(_Watched(core), at_prompt))
    print("key → painted")
    show([Figure("an empty text area", empty), Figure("the prompt, a city's report beside", typed)])
    replies, cells = asyncio.run(_answers(database))
    print("answer → draft and findings painted, a city's report")
    show(
        [
            Figure("a key in an empty text area", empty),
            Figure("a line of notes", replies),
            Figure("a cell of table three", cells),
        ]
    )


def screens() -> None:
    """All figures of the screen."""
    with tempfile.TemporaryDirectory() as folder:
        database = city(Path(folder))
        starts(Path(folder), database)
        memory(database)
        answers_and_keys(database)


if __name__ == "__main__":
    screens()
