"""What a keyboard and an input method send arrives as written."""

from typing import ClassVar

import pytest
from rich.cells import cell_len
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType

from tests.tui.fake import half_done
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.screens.help import help_blocks
from tui.widgets.keybar import KeyBar
from tui.widgets.prompt import Prompt

PHRASE = "政府信息公开工作年度报告主动依申请平台建设监督保障存在问题改进情况其他事项说明完毕谢谢各位"


@pytest.mark.parametrize("length", range(1, 41))
def test_committed_phrases_of_any_length_arrive_whole(length: int) -> None:
    """With the key protocol off, an input method's commit is plain text: one key per character, none lost."""
    parser = XTermParser()
    keys = [event for event in parser.feed(PHRASE[:length]) if isinstance(event, events.Key)]

    assert PHRASE[:length] == "".join(key.character or "" for key in keys)


def test_paste_of_500_characters_arrives_whole() -> None:
    """A bracketed paste is one event with the whole text."""
    text = (PHRASE * 12)[:500]
    pasted = [
        event for event in XTermParser().feed(f"\x1b[200~{text}\x1b[201~") if isinstance(event, events.Paste)
    ]

    assert [text] == [event.text for event in pasted]


class PromptApp(App[None]):
    """A prompt and a record of what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield Prompt()

    def on_mount(self) -> None:
        self.query_one(Prompt).focus()

    def on_prompt_sent(self, event: Prompt.Sent) -> None:
        self.heard.append(("sent", event.text))

    def on_prompt_mark(self, event: Prompt.Mark) -> None:
        self.heard.append(("mark", event.mark))

    def on_prompt_arrow(self, event: Prompt.Arrow) -> None:
        self.heard.append(("arrow", event.step))

    def action_undo(self) -> None:
        self.query_one(Prompt).undo()


async def test_ctrl_w_deletes_a_word_and_not_the_answer() -> None:
    """The framework's Ctrl+W empties the field, since all Chinese is one word to it (textual Input, TextArea)."""
    app = PromptApp()
    async with app.run_test() as pilot:
        prompt = app.query_one(Prompt)
        prompt.insert("全年主动公开各类政府信息124条次")
        await pilot.press("ctrl+w")

        assert prompt.text == "全年主动公开各类政府信息124"
        await pilot.press("ctrl+w", "ctrl+w")

        left = prompt.text
        assert left in {"全年主动公开各类政府", "全年主动公开各类"}  # as the dictionary has 政府信息 or not
        prompt.undo()

        assert len(left) < len(prompt.text)


@pytest.mark.parametrize(("key", "mark"), [("?", "?"), ("？", "?"), ("/", "/"), ("／", "/")])
async def test_full_width_keys_work_like_the_others(key: str, mark: str) -> None:
    """While the input method is in Chinese mode ？ and ／ arrive; in the empty prompt they mean the same."""
    app = PromptApp()
    async with app.run_test() as pilot:
        await write(pilot, key)

        assert [("mark", mark)] == app.heard
        assert app.query_one(Prompt).text == ""


async def test_marks_inside_a_text_are_text() -> None:
    """Only the empty prompt listens for marks."""
    app = PromptApp()
    async with app.run_test() as pilot:
        await write(pilot, "有？/")

        assert app.query_one(Prompt).text == "有？/"


async def test_a_paste_of_several_lines_is_kept() -> None:
    """No line is dropped, and nothing is sent by the line breaks."""
    app = PromptApp()
    async with app.run_test() as pilot:
        prompt = app.query_one(Prompt)
        app.post_message(events.Paste("第一行\n第二行\n第三行"))
        await pilot.pause()

        assert prompt.text == "第一行\n第二行\n第三行"
        assert app.heard == []


async def test_arrows_leave_the_prompt_only_at_its_ends() -> None:
    """In a text of two lines Up first goes to the first line."""
    app = PromptApp()
    async with app.run_test() as pilot:
        app.query_one(Prompt).insert("一\n二")
        await pilot.press("up")

        assert app.heard == []
        await pilot.press("up", "down", "down")

        assert app.heard == [("arrow", -1), ("arrow", 1)]


class KeyBarApp(App[None]):
    """Three keys: one that is shown, one that is not, one that cannot be used now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "look", "看看"),
        Binding("f3", "hide", "不在", show=False),
        Binding("f4", "stop", "停下"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        del parameters
        return None if action == "stop" else True

    def action_look(self) -> None:
        self.pressed.append("look")

    def action_stop(self) -> None:
        self.pressed.append("stop")


async def test_a_key_in_the_key_bar_is_pressed_by_a_click() -> None:
    """The bar names the keys that are shown; a click presses the one it hits, unless it cannot be used now."""
    app = KeyBarApp()
    async with app.run_test() as pilot:
        bar = app.query_one(KeyBar)
        await pilot.pause()
        assert bar.render().plain.startswith("f2 看看 f4 停下 ")

        await pilot.click(KeyBar, offset=(4, 0))
        await pilot.click(KeyBar, offset=(9, 0))
        await pilot.click(KeyBar, offset=(70, 0))
        await pilot.pause()

        assert app.pressed == ["look"]


class FullBarApp(App[None]):
    """More keys than a narrow screen has room for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "a", "帮助"),
        Binding("enter", "b", "导出文件"),
        Binding("f3", "c", "表格"),
        Binding("f4", "d", "审改"),
        Binding("f8", "e", "换形式"),
        Binding("escape", "f", "回去"),
    ]

    def compose(self) -> ComposeResult:
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        del action, parameters
        return True


async def test_a_narrow_key_bar_names_what_matters_most() -> None:
    """No key is cut in two: ways to other screens go first, help and the way back stay."""
    app = FullBarApp()
    async with app.run_test(size=(46, 10)) as pilot:
        await pilot.pause()
        line = app.query_one(KeyBar).render().plain

        assert cell_len(line.rstrip()) <= 46
        assert "帮助" in line
        assert "回去" in line
        assert "审改" not in line


async def test_in_the_grid_the_next_table_is_named_before_the_way_out() -> None:
    """Where Esc leads back, leaving the program gives way first; on the task list it is the only way out and stays."""
    app = NianbaoApp(half_done())
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_table("T3")
        await pilot.pause()
        named = {key.does for key in app.screen.query_one(KeyBar)._fitting()}

        assert {"下一张表", "其余填0", "回去"} <= named
        assert "离开" not in named
        app.to_welcome()
        await pilot.resize_terminal(50, 20)
        await pilot.pause()

        assert "离开" in {key.does for key in app.screen.query_one(KeyBar)._fitting()}


@pytest.mark.parametrize("width", range(20, 100, 7))
def test_a_key_stands_beside_what_it_does(width: int) -> None:
    """Help breaks between keys; what is said behind them begins a line of its own."""
    text = "回车 发送 · F6 沿用去年 · Esc 回清单。也可以写：没有。"
    block = help_blocks([("这里的键", text)])[1]
    assert block.draw is not None
    lines = ["".join(run.text for run in line).strip() for line in block.draw(width)]

    assert [item for line in lines[:-1] for item in line.split(" · ")] == text.partition("也")[0].split(" · ")
    assert lines[-1] == "也可以写：没有。"
