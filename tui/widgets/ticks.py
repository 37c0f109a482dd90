"""The tick list of one question: what is ticked, what was told with it, and what was written beside it, before it is sent.

A theme that lives on a number asks for it as soon as it is ticked; what is typed becomes a note line in its stead.
"""

import msgspec

from assistant.tick_asks import is_told, told
from assistant.views import QuestionView, TickView
from tui.pinyin import finds
from tui.widgets.lines import Block
from tui.widgets.wrap import Run


class TickChoice(msgspec.Struct):
    """What is ticked and written; nothing of it is recorded yet."""

    ticks: tuple[TickView, ...] = ()
    ticked: set[str] = msgspec.field(default_factory=set)
    told: dict[str, str] = msgspec.field(default_factory=dict)
    """Ticked theme → the note line its numbers made (``培训2次，参训60人次``)."""
    lines: list[str] = msgspec.field(default_factory=list)
    """Lines in the person's own words."""
    wanted: str = ""
    """What is typed to find a line."""
    asking: str = ""
    """The theme that was just ticked and asks for its numbers."""
    typing: str = ""
    """What is typed for them so far."""
    opened: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Themes and lines as they were when the question was opened."""

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
        return (*counted, *self.lines)

    @property
    def asks(self) -> tuple[str, ...]:
        """The numbers that are asked for now."""
        return next((tick.asks for tick in self.ticks if tick.theme == self.asking), ())

    @property
    def shown(self) -> tuple[TickView, ...]:
        """The lines that fit what is typed; the whole list when nothing is."""
        if not self.wanted:
            return self.ticks
        return tuple(tick for tick in self.ticks if finds(self.wanted, tick.label, tick.theme))

    def exact(self, typed: str) -> str:
        """The theme that has exactly this name, or empty."""
        return next((tick.theme for tick in self.ticks if typed in {tick.theme, tick.label}), "")

    def tick(self, theme: str) -> None:
        """Tick a theme; when it lives on a number, ask for it."""
        self.ticked.add(theme)
        self.asking, self.typing = theme, ""
        if not self.asks or theme in self.told:
            self.asking = ""

    def answer(self, typed: str) -> bool:
        """Take the numbers of the theme that asks; False when it is not just numbers."""
        line = told(self.asks, typed)
        if line:
            self.told[self.asking] = line
        return bool(line)

    def toggle(self, key: str) -> None:
        """Tick or untick a theme, or take back a line of the person's own."""
        self.asking = ""
        if key.startswith("line:"):
            del self.lines[int(key.removeprefix("line:"))]
        elif key in self.ticked:
            self.ticked.discard(key)
            self.told.pop(key, None)
        else:
            self.tick(key)

    def blocks(self) -> tuple[Block, ...]:
        """The list as it is drawn: the person's own lines first, then the ticks."""
        own = [
            Block(f"line:{number}", (Run("[x] ", "good"), Run(line), Run("  自己写的", "dim")), indent=4)
            for number, line in enumerate(self.lines)
        ]
        return (*own, *(self._block(tick) for tick in self.shown))

    def _block(self, tick: TickView) -> Block:
        if tick.theme not in self.ticked:
            return Block(tick.theme, (Run("[ ] ", "dim"), Run(tick.label)), indent=4)
        blanks = told(tick.asks, self.typing) or " ".join(tick.asks) if tick.theme == self.asking else ""
        numbers = blanks or self.told.get(tick.theme, "")
        label = "" if numbers.startswith(tick.label) else f"{tick.label}  " if numbers else tick.label
        runs = (Run("[x] ", "good"), Run(label), Run(numbers, "accent" if blanks else ""))
        return Block(tick.theme, runs, indent=4)

    def hint(self, typed: str) -> str:
        """What the keys do now, in a few words."""
        if self.asking:
            return "回车 填上" if told(self.asks, typed) else "写数字后回车   没有数直接回车"
        if not typed:
            picked = len(self.ticked) + len(self.lines)
            return f"空格 勾选  ↑↓ 移动  打字查找  回车 完成（已选 {picked} 项）"
        if typed.isascii() and self.shown and not any(character.isdigit() for character in typed):
            return f"回车或空格 勾选“{self.shown[0].label}”"
        if typed.isascii() and typed.isalpha():
            return f"清单里没有“{typed}”，换个首字母，或用汉字直接写"
        if self.exact(typed):
            return f"回车 勾选“{typed}”"
        found = f"   空格 勾选“{self.shown[0].label}”" if self.shown else ""
        return f"回车 把这句话记下来{found}"
