"""What a sentence was taken to say while it is being gathered: lines to show, values to record, words that stay.

One decision: nothing here is the journal's. A sheet that nobody confirms leaves no trace, whatever was put on it.
"""

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from assistant.views import ProposalLine
from prompts.question import Question, Value
from prompts.state import State
from report.cells import Cells
from report.form import Edition
from report.tables import Figures, compute


class Sheet(msgspec.Struct, eq=False):
    """The proposal while it is being written."""

    question: Question
    state: State
    edition: Edition
    lines: list[ProposalLine] = msgspec.field(default_factory=list)
    values: dict[str, Value] = msgspec.field(default_factory=dict)
    kept: list[str] = msgspec.field(default_factory=list)
    """Words whose clause stays in the note although it was read."""
    unclear: set[str] = msgspec.field(default_factory=set)
    """Cells of which a number was told that could not be read: they are no part of 其余0."""

    @property
    def focus(self) -> str:
        """The table that is asked about, or empty."""
        return self.question.table

    def show(self, label: str, value: str, words: str) -> None:
        """Add a line for what was taken."""
        self.lines.append(ProposalLine(label, value, words))

    def ask(self, label: str, sentence: str, words: str, table: str) -> None:
        """Add a line for what was not taken; its words stay in the note."""
        self.lines.append(ProposalLine(label, sentence, words, question=True, table=table))
        self.kept.append(words)

    def hint(self, label: str, sentence: str, words: str) -> None:
        """Add a remark that nothing waits for."""
        self.lines.append(ProposalLine(label, sentence, words, hint=True))

    def speaks_of(self, table: str) -> bool:
        """Whether the question is about this table, so that what is said of it changes it."""
        return table == self.question.table or self.question.when.answers.get(f"gate.{table}") is True

    def open(self, table: str) -> None:
        """Somebody who names a number of a table has answered whether it has any."""
        gate = f"gate.{table}"
        if self.state.answers.get(gate) is None:
            self.values[gate] = True

    def name(self, table: str) -> str:
        """What the form calls a table (表三)."""
        return self.edition.table(table).name

    def figures(self, otherwise: Mapping[str, Decimal] | None = None) -> Figures:
        """All numbers if the proposal were confirmed; ``otherwise`` stands where no other number does."""
        told = {slot: value for slot, value in self.values.items() if isinstance(value, Decimal)}
        return compute(self.edition, Cells({**(otherwise or {}), **self.state.cells.numbers, **told}))
