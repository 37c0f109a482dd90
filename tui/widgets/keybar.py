"""The line at the bottom: the keys that do something here, drawn as one line and clicked like buttons.

A screen may name actions that have nothing to do at the moment (``unneeded``): they keep their keys and lose their place.

One decision: it is one widget that draws text. Textual's footer is a widget for every key, made anew whenever the focus
moves, which costs more than all the rest of a screen.
"""

from collections.abc import Callable, Collection
from typing import Any, ClassVar

import msgspec
from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.widget import Widget


class _Key(msgspec.Struct, frozen=True):
    """One key that can be pressed now."""

    key: str
    shown: str
    does: str
    enabled: bool

    @property
    def width(self) -> int:
        """Cells it takes, without the blank behind it."""
        return cell_len(f"{self.shown} {self.does}")


_ELSEWHERE = frozenset({"f2", "f3", "f4", "f5"})
"""Keys that lead to other screens."""
_KEPT = frozenset({"f1", "enter", "escape", "ctrl+p", "ctrl+s"})
"""Keys named as long as there is any room: help, the next step, the way back, all commands, storing."""


class KeyBar(Widget, can_focus=False):
    """Keys and what they do."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--does"}
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; color: $footer-foreground; background: $panel; text-wrap: nowrap;
        &> .key-bar--key { color: $footer-key-foreground; background: $footer-key-background; text-style: bold; }
        &:light > .key-bar--key { color: $text; }
        &> .key-bar--does { color: $footer-description-foreground; background: $footer-description-background; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[_Key, ...] = ()

    def on_mount(self) -> None:
        """Follow the screen: another focus, other keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._look)

    def _look(self, _: Any = None) -> None:
        unneeded: Collection[str] = getattr(self.screen, "unneeded", ())
        found: dict[tuple[object, str], _Key] = {}
        names: Callable[[str, str], str] = getattr(self.screen, "names_key", lambda _, name: name)
        for node, binding, enabled, _tooltip in self.screen.active_bindings.values():
            does = (node, binding.action)  # leaving a screen is not leaving the program
            if binding.show and does not in found and binding.action not in unneeded:
                shown = self.app.get_key_display(binding)
                found[does] = _Key(binding.key, shown, names(binding.action, binding.description), enabled)
        if (keys := tuple(found.values())) != self._keys:
            self._keys = keys
            self.refresh()

    def _fitting(self) -> tuple[_Key, ...]:
        """Those there is room for: ways away go first, as Ctrl+P names them all, then what is named last."""
        keys = list(self._keys)
        away = _ELSEWHERE | {"ctrl+q"} if any(each.key == "escape" for each in keys) else _ELSEWHERE
        while len(keys) > 1 and sum(each.width + 1 for each in keys) - 1 > self.size.width:
            spare = [each for each in keys if each.key in away] or [
                each for each in keys if each.key not in _KEPT
            ]
            keys.remove((spare or keys)[-1])
        return tuple(keys)

    def render(self) -> Text:
        """The line."""
        key, does = (self.get_component_rich_style(f"key-bar--{name}") for name in ("key", "does"))
        line = Text(no_wrap=True, end="")
        for each in self._fitting():
            line.append(each.shown, key if each.enabled else f"{key} dim")
            line.append(f" {each.does}", does if each.enabled else f"{does} dim")
            line.append(" ")
        return line

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it."""
        begins = 0
        for each in self._fitting():
            if begins <= event.x < begins + each.width:
                self.app.simulate_key(each.key) if each.enabled else self.app.bell()
                return
            begins += each.width + 1
