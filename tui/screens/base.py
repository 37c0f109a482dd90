"""What all screens share: the core, the way from one to another, and one sentence instead of a crash."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from report.problem import NianbaoProblem
from tui.core import Core

if TYPE_CHECKING:
    from tui.app import NianbaoApp

T = TypeVar("T")


class CoreScreen(Screen[Any]):
    """A screen that drives the core."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  textual declares it on the instance
        (0, "-narrow"),
        (96, "-normal"),
        (140, "-wide"),
    ]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", "撤销", show=False),
        Binding("ctrl+y", "redo", "重做", show=False),
    ]

    @property
    def nianbao(self) -> "NianbaoApp":
        """The app, by its own type."""
        return cast("NianbaoApp", cast("App[None]", self.app))

    @property
    def core(self) -> Core:
        """The core."""
        return self.nianbao.core

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Do something that may fail in a way a person can mend; then say the sentence and go on."""
        try:
            return action()
        except NianbaoProblem as problem:
            self.complain(str(problem))
            return None

    def paint_at_once(self) -> None:
        """Paint in one frame all that was changed just now.

        Textual hears of a change when its widget is next idle, of some a frame later.
        """
        for widget in self.walk_children(Widget):
            widget._check_refresh()  # noqa: SLF001  what textual calls when the widget is idle

    def complain(self, sentence: str) -> None:
        """Say what is wrong."""
        self.notify(sentence, severity="warning", markup=False, timeout=8)

    def tell(self, sentence: str) -> None:
        """Say what happened."""
        self.notify(sentence, markup=False, timeout=4)

    def can_move(self) -> tuple[bool, bool]:
        """Whether Ctrl+Z and Ctrl+Y have something to do here."""
        return self.core.can_move()

    def action_undo(self) -> None:
        """Take the last answer back."""
        said = self.attempt(self.core.undo)
        if said is not None:
            self.refresh_core(said or "没有可以撤销的了。")

    def action_redo(self) -> None:
        """Put back what was undone."""
        said = self.attempt(self.core.redo)
        if said is not None:
            self.refresh_core(said or "没有可以重做的了。")

    one_wording = ""
    """The sentence that was last found to have one wording only."""

    def reword(self, spot: str) -> None:
        """Another wording of a sentence (``<paragraph>#<number>``); of one that has no other, asked again, the arrangement."""
        paragraph, _, number = spot.partition("#")
        if not number:
            self.refresh_core("这里没有可以换说法的句子。")
            return
        again = self.one_wording == spot
        turned = self.attempt(
            lambda: self.core.rearrange(paragraph) if again else self.core.reword(paragraph, int(number))
        )
        if turned is None:
            return
        if not again:
            self.one_wording = "" if turned.changed else spot
        more = "再按一次 F8，换这一段的排法。" if not turned.changed and not again else ""
        self.refresh_core(turned.said + more)

    def refresh_core(self, said: str = "") -> None:
        """Something in the core changed: show it, with one sentence."""
        raise NotImplementedError

    def again(self) -> Callable[[], object] | None:
        """How one comes back to this place from where its entries lead; None where Esc leads elsewhere."""
        return None

    def names_key(self, action: str, name: str) -> str:
        """What the key bar calls an action at this moment."""
        del action
        return name

    def core_ready(self) -> None:
        """A draft can be had at once from now on; screens that were shown without one show it."""

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """Title and (heading, text) pairs for F1; screens say what their keys are."""
        return "帮助", []
