"""有 that becomes 没有, and 没有 that becomes 有: the change told in one sentence.

One decision: nothing that was filled in is thrown away by a word. It stays in the journal while the table is closed, and
counts again as soon as it is opened.
"""

from collections.abc import Mapping
from decimal import Decimal

from db.store import Answer
from prompts.question import Value
from prompts.state import State
from report.cells import Cells

_GATE = "gate."


def turned_to_nothing(filled: int) -> str:
    """What becomes of a table somebody said has numbers, and now says has none; ``filled`` cells hold a number."""
    return f"改为没有，已填的 {filled} 格先收着" if filled else "改为没有，全部为 0"


def turned(values: Mapping[str, Value], state: State, answers: Mapping[str, Answer]) -> str:
    """What an answer changes of a table that was answered otherwise before; empty when it changes nothing.

    Args:
        values: What is going to be recorded.
        state: What is in force before.
        answers: All answers in the journal, those of closed tables too.
    """
    said = [
        _turned(slot.removeprefix(_GATE), state, answers, opened=value)
        for slot, value in values.items()
        if slot.startswith(_GATE) and isinstance(value, bool) and state.answers.get(slot) is (not value)
    ]
    return "".join(said)


def _turned(table: str, state: State, answers: Mapping[str, Answer], *, opened: bool) -> str:
    assert state.edition is not None  # noqa: S101  there are no tables without a year
    name = state.edition.table(table).name
    given = Cells(
        {slot: answer.value for slot, answer in answers.items() if isinstance(answer.value, Decimal)}
    )
    filled = sum(slot.startswith(f"{table}.") and bool(number) for slot, number in given.numbers.items())
    if opened:
        return f"{name}改回有，原来填的 {filled} 格都在。" if filled else ""
    return f"{name}{turned_to_nothing(filled)}{'，改回“有”就都在' if filled else ''}。"
