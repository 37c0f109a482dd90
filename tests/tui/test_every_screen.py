"""What holds on every screen: Chinese only, brackets are brackets, and the picture is as it was looked at."""

import re
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import TextArea

from assistant.views import ReportRow
from tests.tui.fake import QUESTIONS, FakeCore, half_done, table_numbers
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.themes import HIGH_CONTRAST, THEMES
from tui.widgets.draft import DraftPane
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import LinesView

Walk = Callable[[Pilot[Any]], Awaitable[None]]

FOLDER = Path("/报告")
"""Where the export screen suggests to write; nothing is written in these tests."""

ALLOWED = {
    *"abcdefghijklmnopqrstuvwxyz",
    "ctrl",
    "esc",
    "tab",
    "del",
    "home",
    "end",
    "pgup",
    "pgdn",
    "excel",
    "wps",
    "markdown",
    "md",
    "tmp",
    "dc",
    "nianbao",
    "db",
}
"""Names of keys and programs; single letters are keys (Ctrl+Z, and the letters of the jump list)."""


def app_of(pilot: Pilot[Any]) -> NianbaoApp:
    """The app by its own type."""
    assert isinstance(pilot.app, NianbaoApp)
    return pilot.app


async def at_rest(pilot: Pilot[Any]) -> None:
    """Wait until the screen has been the same for three looks: scrolling and laying out come in several messages."""
    looks = [""]
    while len(looks) < 4 or len(set(looks[-3:])) > 1:
        await pilot.pause()
        looks.append(words_on(app_of(pilot)))


async def to_talk(pilot: Pilot[Any], question: str = "") -> None:
    core = app_of(pilot).core
    assert isinstance(core, FakeCore)
    core.opened = question
    app_of(pilot).talk()
    await pilot.pause()


async def to_yesno(pilot: Pilot[Any]) -> None:
    await to_talk(pilot)
    await pilot.press("enter")


async def to_table(pilot: Pilot[Any]) -> None:
    app_of(pilot).open_table("T3")
    await pilot.pause()


async def to_table_two(pilot: Pilot[Any]) -> None:
    app_of(pilot).open_table("T2")
    await pilot.pause()


async def to_table_four(pilot: Pilot[Any]) -> None:
    app_of(pilot).open_table("T4")
    await pilot.pause()


async def to_review(pilot: Pilot[Any]) -> None:
    app_of(pilot).open_paragraph("1.主动公开")
    await pilot.pause()


async def to_editing(pilot: Pilot[Any]) -> None:
    await to_review(pilot)
    await pilot.press("e")
    pilot.app.screen.query_one(TextArea).cursor_blink = False


async def to_history(pilot: Pilot[Any]) -> None:
    await to_review(pilot)
    await pilot.press("enter")


async def to_own_phrase(pilot: Pilot[Any]) -> None:
    core = app_of(pilot).core
    core.edit_paragraph("opening", "我办集中培训2次。")
    app_of(pilot).open_paragraph("opening")
    await pilot.pause()
    await pilot.press("p")


async def to_export(pilot: Pilot[Any]) -> None:
    app_of(pilot).action_export()
    await pilot.pause()


async def to_export_many(pilot: Pilot[Any]) -> None:
    app_of(pilot).export_many()
    await pilot.pause()


async def to_help(pilot: Pilot[Any]) -> None:
    await to_talk(pilot)
    await pilot.press("f1")


async def to_table_help(pilot: Pilot[Any]) -> None:
    await to_table(pilot)
    await pilot.press("f1")


async def to_commands(pilot: Pilot[Any]) -> None:
    await to_talk(pilot)
    await pilot.press("ctrl+p")


async def to_nothing_found(pilot: Pilot[Any]) -> None:
    await to_commands(pilot)
    await write(pilot, "没有这个")


async def to_ticks(pilot: Pilot[Any]) -> None:
    """A tick list, one line ticked and its number being asked for."""
    await to_talk(pilot, "active.more")
    await write(pilot, "培训")
    await pilot.press("space")


async def to_proposal(pilot: Pilot[Any]) -> None:
    """A sentence for several questions, waiting to be confirmed."""
    core = app_of(pilot).core
    assert isinstance(core, FakeCore)
    core.answers.pop("active.total", "")
    await to_talk(pilot)
    await write(pilot, "今年公开124条，网站119条，没收到申请")
    await pilot.press("enter")


async def to_refusal(pilot: Pilot[Any]) -> None:
    """A reply that was not understood."""
    await to_yesno(pilot)
    await write(pilot, "不晓得")
    await pilot.press("enter")


async def to_draft(pilot: Pilot[Any]) -> None:
    """The draft with its cursor on a sentence, and where the sentence comes from."""
    await to_talk(pilot)
    await pilot.press("f2")
    pane = pilot.app.screen.query_one(DraftPane)
    while not pane.spot:  # the draft points at a sentence once it has been laid out
        await pilot.pause()
    await pilot.press("home", "down", "down", "down")


async def to_jump(pilot: Pilot[Any]) -> None:
    await to_talk(pilot)
    await pilot.press("ctrl+g")


async def to_quit_notice(pilot: Pilot[Any]) -> None:
    await pilot.press("ctrl+c")


async def stay(pilot: Pilot[Any]) -> None:
    await pilot.pause()


SCREENS: Mapping[str, Walk] = {
    "welcome": stay,
    "talk": to_talk,
    "yesno": to_yesno,
    "ticks": to_ticks,
    "proposal": to_proposal,
    "refusal": to_refusal,
    "draft": to_draft,
    "table": to_table,
    "table_two": to_table_two,
    "table_four": to_table_four,
    "review": to_review,
    "editing": to_editing,
    "history": to_history,
    "own_phrase": to_own_phrase,
    "export": to_export,
    "export_many": to_export_many,
    "help": to_help,
    "table_help": to_table_help,
    "commands": to_commands,
    "nothing_found": to_nothing_found,
    "jump": to_jump,
    "quit_notice": to_quit_notice,
}


def core_for_pictures() -> FakeCore:
    """The same half-done report every time."""
    rows = (
        ReportRow(1, "忠县扶贫开发办公室", 2024, ""),
        ReportRow(2, "忠县财政局", 2024, "2025-01-05T16:40:00+08:00"),
    )
    return half_done(numbers=table_numbers(), last_numbers=table_numbers(), rows=rows)


def words_on(app: NianbaoApp) -> str:
    """Everything that is drawn, as text."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_no_english_is_left_on_any_screen() -> None:
    """The framework has no translation layer; every Latin word drawn is the name of a key or a program."""
    app = NianbaoApp(core_for_pictures(), FOLDER)
    left: dict[str, set[str]] = {}
    async with app.run_test(size=(100, 30)) as pilot:
        for name, walk in SCREENS.items():
            app.to_welcome()
            await pilot.pause()
            await walk(pilot)
            await pilot.pause()
            drawn = words_on(app)
            words = {word.lower() for word in re.findall(r"[A-Za-z]+", drawn)} - ALLOWED
            if words or not re.search(r"[\u4e00-\u9fff]", drawn):
                left[name] = words

    assert not left


async def test_brackets_in_a_persons_words_are_only_brackets() -> None:
    """An agency named ``[/]`` and answers full of markup are shown as written, and nothing stops."""
    core = half_done(unit_name="[/]", numbers=table_numbers())
    core.answers = {question.id: "见附件[/]说明[red]【无】[b" for question in QUESTIONS[:4]}
    app = NianbaoApp(core, FOLDER)
    shown = []
    async with app.run_test(size=(100, 30)) as pilot:
        for name, walk in SCREENS.items():
            app.to_welcome()
            await pilot.pause()
            await walk(pilot)
            await pilot.pause()
            if "[/]" in words_on(app):
                shown.append(name)

    assert {"welcome", "talk", "review", "editing", "export"} <= set(shown)


async def test_every_screen_stands_at_every_size() -> None:
    """Made small, wide and large again while it is shown, each screen is drawn, and its key bar is never cut."""
    app = NianbaoApp(core_for_pictures(), FOLDER)
    cut: list[tuple[str, int]] = []
    async with app.run_test(size=(100, 30)) as pilot:
        for name, walk in SCREENS.items():
            app.to_welcome()
            await pilot.pause()
            await walk(pilot)
            for width, height in ((40, 12), (132, 43)):
                await pilot.resize_terminal(width, height)
                await pilot.pause()
                bars = app.screen.query(KeyBar)
                if not words_on(app).strip() or any(
                    cell_len(bar.render().plain.rstrip()) > width for bar in bars
                ):
                    cut.append((name, width))

    assert not cut


def luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance, 0 to 1 (WCAG 2, without the gamma curve: enough to tell grey from grey)."""
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


@pytest.mark.parametrize("theme", [name for _, name in THEMES])
async def test_every_word_can_be_read_in_every_theme(theme: str) -> None:
    """No text is drawn in the colour of its ground, whatever the theme."""
    app = NianbaoApp(core_for_pictures(), FOLDER)
    pale: list[str] = []
    async with app.run_test(size=(100, 30)) as pilot:
        app.theme = theme
        for name in ("talk", "table", "review"):
            await SCREENS[name](pilot)
            await pilot.pause()
            for strip in app.screen._compositor.render_strips():
                for segment in strip:
                    style = segment.style
                    if (
                        style is None
                        or not style.color
                        or not style.bgcolor
                        or not segment.text.strip(" │─┼├┤┬┴▁▂▃▄▅▆▇")
                    ):
                        continue
                    ink, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor(foreground=False)
                    if abs(luminance(*ink) - luminance(*ground)) < 0.2:
                        pale.append(segment.text)

    assert not pale


SIZES = {"80x24": (80, 24), "100x30": (100, 30), "150x40": (150, 40)}
LOOKS = {"dark": "textual-dark", "light": "textual-light"}
PICTURES = [
    pytest.param(name, size, look, id=f"{name}-{label}-{shade}")
    for name in ("first", *SCREENS)
    for label, size in SIZES.items()
    for shade, look in LOOKS.items()
] + [
    pytest.param(name, size, HIGH_CONTRAST.name, id=f"{name}-{label}-contrast")
    for name in ("welcome", "talk", "table", "review")
    for label, size in SIZES.items()
]


@pytest.mark.parametrize(("name", "size", "look"), PICTURES)
def test_picture(snap_compare: Callable[..., bool], name: str, size: tuple[int, int], look: str) -> None:
    """The screen is as it was when somebody looked at it."""

    async def before(pilot: Pilot[Any]) -> None:
        pilot.app.theme = look
        await SCREENS.get(name, stay)(pilot)
        await pilot.wait_for_scheduled_animations()
        await pilot.pause()
        for screen in pilot.app.screen_stack:
            for area in screen.query(TextArea):
                area.cursor_blink = False
                area._pause_blink(visible=area.has_focus)
        await at_rest(pilot)

    core = FakeCore(report_id=None) if name == "first" else core_for_pictures()
    assert snap_compare(NianbaoApp(core, FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["80x24", "150x40"])
@pytest.mark.parametrize("name", ["talk", "review", "help"])
async def test_no_character_is_cut_off_at_the_edge(name: str, size: tuple[int, int]) -> None:
    """A scrollbar takes its column before the lines are broken, so every broken line is drawn whole."""
    core = core_for_pictures()
    core.answers["active.total"] = "全年主动公开各类政府信息124条，其中网站119条，主要是扶贫项目。" * 12
    app = NianbaoApp(core, FOLDER)
    async with app.run_test(size=size) as pilot:
        await SCREENS[name](pilot)
        await pilot.pause()
        for view in app.screen.query(LinesView):
            shown = [view.render_line(y).text for y in range(view.size.height)]
            top = round(view.scroll_offset.y)
            whole = ["".join(run.text for run in line) for line, _ in view._laid.lines]

            assert [line.rstrip() for line in shown[: len(whole) - top]] == [
                line.rstrip() for line in whole[top : top + len(shown)]
            ]
