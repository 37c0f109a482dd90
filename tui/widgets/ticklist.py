"""How a tick list is drawn, and what its keys do at each moment."""

from assistant.tick_asks import told
from assistant.views import TickView
from tui.widgets.lines import Block
from tui.widgets.ticks import OWN, TickChoice
from tui.widgets.wrap import Run

_A_WORD = 4
"""Characters of what is looked for rather than said."""


def tick_blocks(choice: TickChoice) -> tuple[Block, ...]:
    """The list as it is drawn: the person's own lines first, then the ticks."""
    own = (
        Block(f"{OWN}{number}", _own_runs(choice, line), indent=4) for number, line in enumerate(choice.lines)
    )
    return (*own, *(_tick_block(choice, tick) for tick in choice.shown))


def _own_runs(choice: TickChoice, line: str) -> tuple[Run, ...]:
    box = Run("[ ] ", "dim") if line in choice.off else Run("[x] ", "good")
    state = Run("  正在改", "accent") if line == choice.editing else Run("  自己写的", "dim")
    return (box, Run(line), state)


def _tick_block(choice: TickChoice, tick: TickView) -> Block:
    if tick.theme not in choice.ticked:
        return Block(tick.theme, (Run("[ ] ", "dim"), Run(tick.label)), indent=4)
    blanks = told(tick.asks, choice.typing) or " ".join(tick.asks) if tick.theme == choice.asking else ""
    numbers = blanks or choice.told.get(tick.theme, "")
    label = "" if numbers.startswith(tick.label) else f"{tick.label}  " if numbers else tick.label
    runs = (Run("[x] ", "good"), Run(label), Run(numbers, "accent" if blanks else ""))
    return Block(tick.theme, runs, indent=4)


def tick_hint(choice: TickChoice, typed: str, key: str = "") -> str:
    """What the keys do now, in a few words.

    Args:
        choice: The list.
        typed: What stands in the prompt.
        key: Where the cursor of the list is.
    """
    if choice.editing:
        return "回车 改成这样   Esc 不改"
    if choice.asking:
        return "回车 填上" if told(choice.asks, typed) else "写数字后回车   没有数直接回车"
    if typed:
        return _typed_hint(choice, typed)
    if choice.own(key):
        return "回车 改这一条  空格 去掉  ↑↓ 移动"
    return f"空格 勾选  ↑↓ 移动  打字查找  回车 完成（已选 {choice.picked} 项）"


def _typed_hint(choice: TickChoice, typed: str) -> str:
    if typed.isascii() and choice.shown and not any(character.isdigit() for character in typed):
        return f"回车或空格 勾选“{choice.shown[0].label}”"
    if typed.isascii() and typed.isalpha():
        return f"清单里没有“{typed}”，换个首字母，或用汉字直接写"
    if theme := choice.meant(typed):
        return f"回车 勾选“{choice.label(theme)}”"
    if choice.shown:
        return f"回车 把这句话记下来   空格 勾选“{choice.shown[0].label}”"
    return "清单里没有：写成一句话，回车记下来" if len(typed) <= _A_WORD else "回车 把这句话记下来"
