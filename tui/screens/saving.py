"""A list above and a path below: what the screens that write files have in common."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from tui.screens.base import CoreScreen
from tui.widgets.bar import Hint, Said, TopBar
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import LinesView
from tui.widgets.prompt import Prompt


class SavingScreen(CoreScreen):
    """The keys are in the path; up leads into the list, past its end one is back at the path."""

    DEFAULT_CSS = """
    SavingScreen #line { height: auto; border-top: solid $panel; padding: 0 1; }
    SavingScreen #sign { width: auto; color: $text-accent; text-style: bold; }
    SavingScreen Prompt { width: 1fr; }
    """

    LIST: ClassVar[type[LinesView]] = LinesView
    """What the list is made of; its Enter is named."""
    SIGN = "存到 "
    """What stands before the path."""

    def compose(self) -> ComposeResult:
        """Bar, list, where to, keys."""
        yield TopBar()
        yield self.LIST(id="open")
        yield Said()
        with Horizontal(id="line"):
            yield Static(self.SIGN, id="sign", markup=False)
            yield Prompt(id="path")
        yield Hint()
        yield KeyBar()

    def suggest(self, path: str) -> None:
        """Put a path into the prompt, with the keys in it."""
        self.app.clear_notifications()  # what was said on another screen would lie over the path
        prompt = self.query_one(Prompt)
        prompt.fill(path)
        prompt.history.clear()
        prompt.one_line = True
        prompt.listener = self.hear
        prompt.focus()

    @property
    def list_view(self) -> LinesView:
        """The list."""
        return self.query_one("#open", LinesView)

    def save(self, text: str) -> None:
        """Enter: write to the path."""
        raise NotImplementedError

    def complain(self, sentence: str) -> None:
        """On the line above the path, not over it."""
        self.query_one(Said).say(sentence, bad=True)

    def tell(self, sentence: str) -> None:
        """The same for what happened."""
        self.query_one(Said).say(sentence)

    def hear(self, message: Message) -> None:
        """What the path says, at once: keys pressed in a burst act in their order."""
        if isinstance(message, Prompt.Sent):
            self.save(message.text.strip())
        elif isinstance(message, Prompt.Arrow):
            if message.step < 0:
                self.to_list()
        elif isinstance(message, Prompt.Mark):
            self._marked(message.mark)

    def to_list(self) -> None:
        """Into the list, where it has any lines."""
        if self.list_view.step(-1):
            self.list_view.focus()

    def _marked(self, mark: str) -> None:
        """``？`` asks for help; ``/`` begins a path and is written in place of what is selected."""
        prompt = self.query_one(Prompt)
        if mark == "?":
            self.nianbao.action_help()
        else:
            prompt.replace("/", *prompt.selection, maintain_selection_offset=False)

    def on_lines_view_moved(self, event: LinesView.Moved) -> None:
        """Past the end of the list one is back at the path."""
        if not event.key and event.step > 0:
            event.view.cursor = -1
            self.query_one(Prompt).focus()

    def action_save(self) -> None:
        """Enter elsewhere."""
        self.save(self.query_one(Prompt).text.strip())
