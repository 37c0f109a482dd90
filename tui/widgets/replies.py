"""Quick replies under the question: the list shows, the prompt stays where the keys go.

The cursor of the list is moved from the prompt, so that a person can type, pick or tick without changing place.
"""

import unicodedata
from collections.abc import Collection, Sequence

from assistant.views import OptionView, QuestionView
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
    options: Sequence[OptionView], current: str, numbered: Collection[str], suggested: str = ""
) -> tuple[Block, ...]:
    """Quick replies as lines.

    Args:
        options: What can be chosen.
        current: The answer it has now.
        numbered: Digits that choose.
        suggested: The reply that follows from what is known; it says so.
    """
    return tuple(
        Block(
            option.value,
            (
                Run("● " if current in {option.value, option.label} else "○ "),
                Run(f"{number} " if numbered else ""),
                Run(option.label, "strong"),
                Run(f"  {option.hint}" if option.hint else "", "dim"),
                Run("  按名称推断" if option.value == suggested else "", "good"),
            ),
            indent=4 if numbered else 2,
        )
        for number, option in enumerate(options, start=1)
    )


def picked_by(question: QuestionView, typed: str) -> str:
    """The quick reply whose digit was typed, in either width; empty when what was typed is not just its digit."""
    digit = unicodedata.normalize("NFKC", typed.strip())
    return question.options[int(digit) - 1].value if digit in digits_of(question) else ""


def digits_of(question: QuestionView) -> frozenset[str]:
    """Digits that choose; none where an answer itself may begin with a digit (a year, a number)."""
    options = question.options
    if question.kind not in {"choice", "yesno"}:
        return frozenset()
    if len(options) > 9 or any(_begins_with_digit(option) for option in options):
        return frozenset()
    return frozenset(str(number) for number in range(1, len(options) + 1))


def _begins_with_digit(option: OptionView) -> bool:
    return option.value[:1].isdigit() or option.label[:1].isdigit()
