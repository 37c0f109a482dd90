"""A clerk for tests: answers whatever the assistant asks from a table of replies, in any order, and counts inputs."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant.assistant import Assistant
from assistant.origins import WAITS


@contextmanager
def town(path: Path) -> Iterator[Assistant]:
    """A new town's report for 2025, as far as the first question about the work."""
    with Assistant.open(path, who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        for reply in ("柳溪县青禾镇人民政府", "2025", "2", "", "", ""):
            opened.reply(reply)
        yield opened


Reply = str | tuple[str, ...] | Mapping[str, str]
"""A typed line; ticked themes; or cells as typed, after which all the rest of the table is zero."""


@dataclass
class Clerk:
    """Answers by question id; what is not in the table gets Enter, words that wait are left waiting."""

    story: Mapping[str, Reply]
    inputs: list[tuple[str, str]] = field(default_factory=list)
    """(question id, what was given), one for each thing typed or pressed."""

    def answer_all(self, assistant: Assistant) -> None:
        """Answer until nothing is asked; a refusal or a question asked twice is an error."""
        seen: list[str] = []
        while (question := assistant.question()) is not None:
            assert question.id not in seen, f"{question.id} was asked twice"
            seen.append(question.id)
            self._answer(assistant, question.id, question.table)
        unused = [name for name in self.story if name not in seen]
        assert not unused, f"never asked: {unused}"

    def _answer(self, assistant: Assistant, question_id: str, table: str) -> None:
        reply = self.story.get(question_id, "跳过" if question_id.startswith(WAITS) else "")
        if isinstance(reply, str):
            outcome = assistant.reply(reply)
            assert outcome.kind in {"accepted", "done"}, f"{question_id}: {reply!r} → {outcome.said}"
            self.inputs.append((question_id, reply))
        elif isinstance(reply, tuple):
            assert assistant.tick(reply).kind in {"accepted", "done"}
            self.inputs += [(question_id, theme) for theme in reply]
        else:
            assert assistant.set_cells(table, reply).refused == {}
            assistant.fill_rest_zero(table)
            self.inputs += [(question_id, f"{cell} {typed}") for cell, typed in reply.items()]
            self.inputs.append((question_id, "其余填0"))


def cells(row: str, numbers: Sequence[int]) -> dict[str, str]:
    """A row of table 三 as typed, column by column; zeros are left to the rest key."""
    return {f"T3.{row}.C{column}": str(number) for column, number in enumerate(numbers, 1) if number}
