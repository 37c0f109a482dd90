"""What an answer costs the screen: it is laid out once at most, and the draft stands at the part that is asked about."""

from unittest.mock import patch

from textual._compositor import LayoutUpdate
from textual.screen import Screen

from tests.tui.fake import half_done
from tests.tui.typist import write
from tui.app import NianbaoApp
from tui.screens.talk import TalkScreen
from tui.widgets.draft import DraftPane


async def test_the_draft_opens_at_the_part_that_is_asked_about() -> None:
    """At once, though its scroll bar has only just come."""
    app = NianbaoApp(half_done())
    async with app.run_test(size=(100, 20)) as pilot:
        app.talk()
        await pilot.pause()
        pane = app.screen.query_one(DraftPane)
        first = pane.blocks[pane._laid.lines[round(pane.scroll_offset.y)][1]]

        assert first.key == "1.主动公开"


async def test_a_further_answer_lays_nothing_out() -> None:
    """What was said has one line as before, and the conversation has had its scroll bar for long."""
    app = NianbaoApp(half_done())
    async with app.run_test(size=(140, 20)) as pilot:
        app.talk()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, TalkScreen)
        screen.refresh_core("记下了：一")
        await pilot.pause()
        with patch.object(Screen, "_refresh_layout", autospec=True) as layout:
            screen.refresh_core("记下了：二")
            await pilot.pause()

        assert layout.call_count == 0


async def test_what_a_narrowed_list_gives_free_is_painted_whole() -> None:
    """A part of a line would begin in the middle of a wide character: a terminal shows a hole there."""
    app = NianbaoApp(half_done())
    async with app.run_test(size=(100, 30)) as pilot:
        app.talk()
        await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.pause()
        with patch.object(app, "_display", wraps=app._display) as painted:
            await write(pilot, "没有这个")
            await pilot.pause()

        assert any(isinstance(call.args[1], LayoutUpdate) for call in painted.call_args_list)
