"""Light, dark and high contrast, and which of them a person chose last time.

One decision: the choice is a word in a small file beside the database, so that it goes where the data goes; when the
file cannot be read or written the screen is simply dark, and nobody is bothered.
"""

from contextlib import suppress
from pathlib import Path

from textual.theme import Theme

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#00ffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    success="#00ff00",
    warning="#ffff00",
    error="#ff8080",
    dark=True,
    variables={
        "text-muted": "#ffffff",
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
    },
)

THEMES = (("深色", "textual-dark"), ("浅色", "textual-light"), ("高对比", HIGH_CONTRAST.name))
"""What people call each, and its name."""
_NAMES = dict(THEMES)


class Remembered:
    """The theme chosen last, in a file of its own."""

    def __init__(self, database: Path | None) -> None:
        """Beside ``database``; without one nothing is remembered."""
        self._file = database.with_name(f"{database.name}.theme") if database else None

    @property
    def theme(self) -> str:
        """Name of the theme to begin with."""
        word = ""
        if self._file is not None:
            with suppress(OSError, UnicodeDecodeError):
                word = self._file.read_text(encoding="utf-8").strip()
        return _NAMES.get(word, THEMES[0][1])

    def keep(self, theme: str) -> None:
        """Begin with this one from now on."""
        word = next((label for label, name in THEMES if name == theme), "")
        if self._file is not None and word:
            with suppress(OSError):
                self._file.write_text(word + "\n", encoding="utf-8", newline="\n")
