"""The tick list of one question: what is ticked, what was told with it, and what was written beside it, before it is sent.

A theme that lives on a number asks for it as soon as it is ticked; what is typed becomes a note line in its stead. Every
step can be taken back, and a line of the person's own is unticked like any other: it stays to be ticked again.
"""

import msgspec

from assistant.tick_asks import is_told, told
from assistant.tick_search import named
from assistant.views import QuestionView, TickView
from tui.pinyin import finds

OWN = "line:"
"""Begins the key of a line of the person's own; its number follows."""


_A_PART = 2
"""Characters: a single one is a part of too much."""


class Marks(msgspec.Struct, frozen=True):
    """What is ticked and written at one moment; it is also how an unfinished list is kept over a restart."""

    ticked: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    """Own lines that are not ticked any more."""


class TickChoice(msgspec.Struct):
    """What is ticked and written; nothing of it is recorded yet."""

    ticks: tuple[TickView, ...] = ()
    ticked: set[str] = msgspec.field(default_factory=set)
    told: dict[str, str] = msgspec.field(default_factory=dict)
    """Ticked theme → the note line its numbers made (``培训2次，参训60人次``)."""
    lines: list[str] = msgspec.field(default_factory=list)
    """Lines in the person's own words, ticked or not."""
    off: set[str] = msgspec.field(default_factory=set)
    """Those of them that are not ticked any more."""
    wanted: str = ""
    """What is typed to find a line."""
    asking: str = ""
    """The theme that was just ticked and asks for its numbers."""
    typing: str = ""
    """What is typed for them so far."""
    editing: str = ""
    """The own line that stands in the prompt to be changed."""
    opened: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Themes and lines as they were when the question was opened."""
    steps: list[Marks] = msgspec.field(default_factory=list)
    """What the list was before each step since then."""
    undone: list[Marks] = msgspec.field(default_factory=list)

    @classmethod
    def of(cls, question: QuestionView | None) -> "TickChoice":
        """The state when a question is opened; a line made of a theme's numbers belongs to its theme again."""
        if question is None or question.kind != "ticks":
            return cls()
        choice = cls(question.ticks, {tick.theme for tick in question.ticks if tick.ticked})
        for line in question.lines:
            owner = next((tick.theme for tick in choice.ticks if is_told(tick.asks, line)), "")
            if owner and owner not in choice.ticked:
                choice.ticked.add(owner)
                choice.told[owner] = line
            else:
                choice.lines.append(line)
        choice.opened = (choice.themes, choice.said)
        return choice

    @property
    def untouched(self) -> bool:
        """Nothing was ticked, unticked or written since the question was opened."""
        return self.opened == (self.themes, self.said)

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes ticked without a number, in the order of the list."""
        return tuple(
            tick.theme for tick in self.ticks if tick.theme in self.ticked and tick.theme not in self.told
        )

    @property
    def said(self) -> tuple[str, ...]:
        """The note lines: those of ticked themes in the order of the list, then the person's own."""
        counted = (self.told[tick.theme] for tick in self.ticks if tick.theme in self.told)
        return (*counted, *(line for line in self.lines if line not in self.off))

    @property
    def picked(self) -> int:
        """How many are ticked."""
        return len(self.ticked) + len(self.lines) - len(self.off)

    @property
    def asks(self) -> tuple[str, ...]:
        """The numbers that are asked for now."""
        return next((tick.asks for tick in self.ticks if tick.theme == self.asking), ())

    @property
    def shown(self) -> tuple[TickView, ...]:
        """The lines that fit what is typed, those first whose name does; the whole list when nothing is."""
        if not self.wanted:
            return self.ticks
        by_name = tuple(tick for tick in self.ticks if finds(self.wanted, tick.label, tick.theme))
        by_word = ((tick for tick in self.ticks if tick.theme in names) for names in named(self.wanted))
        return (
            *by_name,
            *(tick for tick in next(filter(None, map(tuple, by_word)), ()) if tick not in by_name),
        )

    def exact(self, typed: str) -> str:
        """The theme that has exactly this name, or empty."""
        return next((tick.theme for tick in self.ticks if typed in {tick.theme, tick.label}), "")

    def label(self, theme: str) -> str:
        """What stands in the list for a theme."""
        return next((tick.label for tick in self.ticks if tick.theme == theme), theme)

    def meant(self, typed: str) -> str:
        """The theme of this name, or the only one with the words as a part of its name; else empty."""
        parts = [tick.theme for tick in self.ticks if typed in tick.label or typed in tick.theme]
        return self.exact(typed) or (parts[0] if len(parts) == 1 and len(typed) >= _A_PART else "")

    def own(self, key: str) -> str:
        """The ticked line of the person's own that has this key in the list, or empty."""
        line = self.lines[int(key.removeprefix(OWN))] if key.startswith(OWN) else ""
        return "" if line in self.off else line

    # Steps

    def tick(self, theme: str) -> None:
        """Tick a theme; when it lives on a number, ask for it."""
        self._step()
        self.ticked.add(theme)
        self.asking, self.typing = theme, ""
        if not self.asks or theme in self.told:
            self.asking = ""

    def answer(self, typed: str) -> bool:
        """Take the numbers of the theme that asks; False when it is not just numbers."""
        line = told(self.asks, typed)
        if line:
            self._step()
            self.told[self.asking] = line
        return bool(line)

    def toggle(self, key: str) -> None:
        """Tick or untick a theme, or a line of the person's own."""
        self.asking = ""
        if not key.startswith(OWN) and key not in self.ticked:
            self.tick(key)
            return
        self._step()
        if key.startswith(OWN):
            self.off ^= {self.lines[int(key.removeprefix(OWN))]}
        else:
            self.ticked.discard(key)
            self.told.pop(key, None)

    def write(self, line: str, instead: str = "") -> None:
        """Put down a line in the person's own words, or put it in the place of another; an empty one unticks that."""
        self._step()
        if not line:
            self.off.add(instead)
        elif line in self.lines:
            self.off.discard(line)
            self.off |= {instead} - {line, ""}
        elif instead in self.lines:
            self.lines[self.lines.index(instead)] = line
        else:
            self.lines.append(line)

    def take_back(self) -> str:
        """Undo the last step; says what it was about, empty when there was none."""
        return self._go(self.steps, self.undone)

    def bring_back(self) -> str:
        """Do again what was undone."""
        return self._go(self.undone, self.steps)

    def _go(self, way: list[Marks], back: list[Marks]) -> str:
        if not way:
            return ""
        before, self.asking, self.editing = self.marks, "", ""
        back.append(before)
        self.put(way.pop())
        return "、".join(_differ(before, self.marks))

    def _step(self) -> None:
        self.steps.append(self.marks)
        self.undone.clear()

    # As a whole

    @property
    def marks(self) -> Marks:
        """What is ticked and written now."""
        return Marks(
            tuple(sorted(self.ticked)), tuple(self.told.items()), tuple(self.lines), tuple(sorted(self.off))
        )

    def put(self, marks: Marks) -> None:
        """What was ticked and written at another moment."""
        self.ticked, self.told = set(marks.ticked), dict(marks.told)
        self.lines, self.off = list(marks.lines), set(marks.off)

    def kept(self) -> str:
        """The unfinished list as one text, to be remembered until it is opened again; empty when nothing was changed."""
        return "" if self.untouched else msgspec.json.encode(self.marks).decode()

    def restore(self, kept: str) -> bool:
        """Tick and write what was remembered; False when there is nothing, or nothing of this list."""
        try:
            marks = msgspec.json.decode(kept, type=Marks)
        except msgspec.DecodeError:
            return False
        themes = {tick.theme for tick in self.ticks}
        told = tuple(pair for pair in marks.told if pair[0] in themes)
        self.put(msgspec.structs.replace(marks, ticked=tuple(themes & {*marks.ticked}), told=told))
        return not self.untouched

    def over(self, recorded: "TickChoice") -> "TickChoice":
        """This choice on top of what a sentence beside it recorded meanwhile: what is new there is here too."""
        themes, lines = self.opened
        self.ticks, self.opened = recorded.ticks, recorded.opened
        self.ticked |= set(recorded.themes) - set(themes)
        for theme, line in recorded.told.items():
            if line not in lines:
                self.ticked.add(theme)
                self.told[theme] = line
        self.lines += [line for line in recorded.lines if line not in {*lines, *self.lines}]
        return self


def _differ(one: Marks, other: Marks) -> list[str]:
    """What is not the same at two moments: themes by name, lines by their words."""
    return list(
        dict.fromkeys(
            (
                *sorted({*one.ticked} ^ {*other.ticked}),
                *(line for _, line in sorted({*one.told} ^ {*other.told})),
                *sorted({*one.off} ^ {*other.off}),
                *(
                    line
                    for line in (*one.lines, *other.lines)
                    if (line in one.lines) != (line in other.lines)
                ),
            )
        )
    )
