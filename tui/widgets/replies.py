"""Quick replies and tick lists under the question: the list shows, the prompt stays where the keys go.

Both are lists whose cursor is moved from the prompt, so that a person can type, pick or tick without changing place.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from assistant.views import OptionView, QuestionView, TickView
from tui.pinyin import finds
from tui.widgets.lines import Block, LinesView
from tui.widgets.wrap import Run


class ReplyList(LinesView):
    """A list that is driven from the prompt; it takes as many lines as it needs, up to a part of the screen."""

    DEFAULT_CSS = """
    ReplyList { height: auto; max-height: 50%; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  textual's name
        super().__init__(id=id)
        self.quiet_cursor = True
        self.can_focus = False


def option_blocks(
    options: Sequence[OptionView], current: str, numbered: Collection[str]
) -> tuple[Block, ...]:
    """Quick replies, numbered where one key is enough to choose (``numbered``: those keys)."""
    return tuple(
        Block(
            option.value,
            (
                Run("● " if current in {option.value, option.label} else "○ "),
                Run(f"{number} " if numbered else ""),
                Run(option.label, "strong"),
                Run(f"  {option.hint}" if option.hint else "", "dim"),
            ),
            indent=4 if numbered else 2,
        )
        for number, option in enumerate(options, start=1)
    )


def single_keys(question: QuestionView) -> frozenset[str]:
    """Digits that choose at once; none where an answer itself may begin with a digit (a year, a number)."""
    options = question.options
    if question.kind not in {"choice", "yesno"}:
        return frozenset()
    if len(options) > 9 or any(_begins_with_digit(option) for option in options):
        return frozenset()
    return frozenset(str(number) for number in range(1, len(options) + 1))


def _begins_with_digit(option: OptionView) -> bool:
    return option.value[:1].isdigit() or option.label[:1].isdigit()


@dataclass
class TickChoice:
    """What is ticked on the list of one question, and what was typed beside it, before it is sent."""

    ticks: tuple[TickView, ...] = ()
    ticked: set[str] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)
    """Lines in the person's own words."""
    wanted: str = ""
    """What is typed to find a line."""
    opened: tuple[frozenset[str], tuple[str, ...]] = (frozenset(), ())
    """Ticks and lines as they were when the question was opened."""

    @classmethod
    def of(cls, ticks: Sequence[TickView], current: str = "") -> "TickChoice":
        """The state when the question is opened; what was answered and is no tick is a line of the person's own."""
        names = {name for tick in ticks for name in (tick.theme, tick.label)}
        said = [part for part in current.split("；") if part and not names.issuperset(part.split("、"))]
        choice = cls(tuple(ticks), {tick.theme for tick in ticks if tick.ticked}, said)
        choice.opened = (frozenset(choice.ticked), tuple(said))
        return choice

    @property
    def untouched(self) -> bool:
        """Nothing was ticked, unticked or written since the question was opened."""
        return self.opened == (frozenset(self.ticked), tuple(self.lines))

    @property
    def themes(self) -> tuple[str, ...]:
        """The ticked themes, in the order of the list."""
        return tuple(tick.theme for tick in self.ticks if tick.theme in self.ticked)

    @property
    def shown(self) -> tuple[TickView, ...]:
        """The lines that fit what is typed; the whole list when nothing fits."""
        if not self.wanted:
            return self.ticks
        return tuple(tick for tick in self.ticks if finds(self.wanted, tick.label, tick.theme))

    def exact(self, typed: str) -> str:
        """The theme that has exactly this name, or empty."""
        for tick in self.ticks:
            if typed in {tick.theme, tick.label}:
                return tick.theme
        return ""

    def toggle(self, key: str) -> None:
        """Tick or untick a theme, or take back a line of the person's own."""
        if key.startswith("line:"):
            del self.lines[int(key.removeprefix("line:"))]
        elif key in self.ticked:
            self.ticked.discard(key)
        else:
            self.ticked.add(key)

    def blocks(self) -> tuple[Block, ...]:
        """The list as it is drawn: the person's own lines first, then the ticks."""
        own = [
            Block(f"line:{number}", (Run("[x] ", "good"), Run(line), Run("  自己写的", "dim")), indent=4)
            for number, line in enumerate(self.lines)
        ]
        listed = [
            Block(
                tick.theme,
                (Run("[x] ", "good") if tick.theme in self.ticked else Run("[ ] ", "dim"), Run(tick.label)),
                indent=4,
            )
            for tick in self.shown
        ]
        return (*own, *listed)

    def hint(self, typed: str) -> str:
        """What the keys do now, in a few words."""
        if not typed:
            picked = len(self.ticked) + len(self.lines)
            return f"空格 勾选  ↑↓ 移动  打字查找  回车 完成（已选 {picked} 项）"
        if typed.isascii() and self.shown and not any(character.isdigit() for character in typed):
            return f"回车或空格 勾选“{self.shown[0].label}”"
        if self.exact(typed):
            return f"回车 勾选“{typed}”"
        found = f"   空格 勾选“{self.shown[0].label}”" if self.shown else ""
        return f"回车 把这句话记下来{found}"
