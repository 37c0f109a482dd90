"""A clerk for the tests: answers whatever is asked from a table ``slot | typed reply``, rows in any order."""

from decimal import Decimal

from prompts.commands import Command
from prompts.interview import Interview
from prompts.question import Question, Value
from prompts.replies import Accepted, Refused, parse, read_cell, skipped
from prompts.state import State

_MOST_INPUTS = 60


class Clerk:
    """Holds the answers like the journal would, the latest of each slot."""

    def __init__(self) -> None:
        self.interview = Interview()
        self.answers: dict[str, Value] = {}
        self.asked: list[str] = []
        """Ids of the questions, in the order they were asked; one input each."""

    @property
    def state(self) -> State:
        return self.interview.state(self.answers)

    def tell(self, question_id: str, typed: str) -> None:
        """Answer one question, whether it is its turn or not."""
        question = self.interview.question(question_id)
        reply = parse(question, typed, self.state)
        assert not isinstance(reply, Refused), f"{question_id}: {reply.sentence}"
        if isinstance(reply, Command):
            assert reply.name == "skip"
        values = reply.values if isinstance(reply, Accepted) else skipped(question)
        self._keep(question, values)

    def fill(self, question: Question, typed: str) -> None:
        """Fill cells in the grid: ``R01.C1 3，R13.C1 2，其余 0``."""
        edition = self.state.edition
        assert edition
        values: dict[str, Value] = {}
        for pair in typed.split("，"):
            cell, number = pair.split(" ")
            if cell == "其余":
                rest = (cell for cell in self.state.asked_cells(question.table) if cell not in self.answers)
                values = {**dict.fromkeys(rest, Decimal(0)), **values}
                continue
            reply = read_cell(edition.cell(f"{question.table}.{cell}"), number)
            assert isinstance(reply, Accepted), reply
            values.update(reply.values)
        self.answers.update({entry.slot: entry.value for entry in self.interview.fill(values, self.answers)})

    def walk(self, story: str) -> None:
        """Answer from the table until nothing is asked any more; a row that was never used is a failure."""
        rows = dict(row.split("|", 1) for row in story.strip().splitlines())
        rows = {slot.strip(): typed.strip() for slot, typed in rows.items()}
        unused = set(rows)
        while question := self.interview.next(self.state):
            slot = next((slot for slot in (*question.slots, question.id) if slot in rows), "")
            assert slot, f"没有准备这一问的答案：{question.id}（{question.ask}）"
            assert len(self.asked) < _MOST_INPUTS, self.asked[-5:]
            unused.discard(slot)
            self.asked.append(question.id)
            if question.kind == "table" and " " in rows[slot]:
                self.fill(question, rows[slot])
            else:
                self.tell(question.id, rows[slot])

        assert unused == set(), f"没有用到的行：{sorted(unused)}"

    def _keep(self, question: Question, values: "dict[str, Value] | object") -> None:
        assert isinstance(values, dict)
        entries = self.interview.entries(question, values, self.answers)
        self.answers.update({entry.slot: entry.value for entry in entries})
