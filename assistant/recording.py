"""One answer into the journal: what was meant by it, what it changes in the draft, and what is said to it.

One decision: what an answer turns around or leaves uneven is told with it and never held against it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant import desk
from assistant.hearing import Hearing
from assistant.ledger import plain_answers
from assistant.origins import waiting_words
from assistant.turning import turned
from assistant.views import ALL_DONE, Outcome, OutcomeKind
from db.store import Source
from prompts.question import Question, Value

if TYPE_CHECKING:
    from prompts.replies import Accepted


class Recording(Hearing):
    """Answers as they are recorded."""

    def _accept(self, question: Question, reply: "Accepted", typed: str) -> Outcome:
        emptied = {
            slot: None for slot in question.slots if slot not in reply.values and slot in self._answers
        }
        source: Source = "ticked" if any(slot.startswith("tick.") for slot in reply.values) else "typed"
        change = turned(reply.values, self._state, self._answers)
        hint = self._hint(reply.values)
        said = change or (f"记下了：{reply.said}" if reply.said else "记下了。" if hint else "")
        outcome = self._record(
            question, {**reply.values, **emptied, **self._settled(question)}, typed, said + hint, source
        )
        return replace(outcome, news=bool(change or outcome.news))

    def _settled(self, question: Question) -> Mapping[str, Value]:
        """A table answered as a whole leaves nothing to be asked of it."""
        slot = f"asked.{question.table}"
        return {slot: ()} if question.kind == "table" and self._answers.get(slot) else {}

    def _hint(self, values: Mapping[str, Value]) -> str:
        """What does not add up in the notes among these answers, in one sentence."""
        notes = {slot: lines for slot, lines in values.items() if slot.startswith("note.") and lines}
        if not notes:
            return ""
        from assistant.adding_up import hint  # noqa: PLC0415  reading loads when there is something to read

        fields = {slot: one.field for one in self._interview.questions for slot in one.slots}
        told = (hint(fields[slot], lines) for slot, lines in notes.items() if isinstance(lines, tuple))
        return next(filter(None, told), "")

    def _record(  # noqa: PLR0913  what, in which words, how it came, and where it leads
        self,
        question: Question,
        values: Mapping[str, Value],
        typed: str,
        said: str,
        source: Source = "typed",
        *,
        then: str = "",
    ) -> Outcome:
        earlier = self.draft()
        entries = self._interview.entries(question, values, plain_answers(self._answers))
        with self._at_once():
            self._write(entries, typed, source)
            self._opened = then if then and self._waits(then) else ""
            following = self._current()
            self._store.save_bookmark(self._report, following.id if following else "")
        draft = self.draft()
        before, after = desk.bodies(earlier), desk.bodies(draft)
        changed = tuple(paragraph for paragraph, text in after.items() if before.get(paragraph) != text)
        kind: OutcomeKind = "accepted" if following else "done"
        said = said or ("记下了。" if following else ALL_DONE)
        left = self.unread_now(earlier.unread, draft.unread)
        return Outcome(kind, said + left, changed, news=bool(left))

    def unread_now(self, before: Sequence[str], after: Sequence[str]) -> str:
        """Which words of an answer stay as they were said, told while the person still knows what was meant."""
        words = [waiting_words(text) for text in after if text not in before]
        if not words:
            return ""
        shown = "".join(
            f"“{each if len(each) <= _BRIEF else each[:_BRIEF] + '…'}”" for each in words[:_SHOWN]
        )
        number = f"等 {len(words)} 处" if len(words) > _SHOWN else ""
        return f"{shown}{number}没看懂，先照原话标【待核】：现在改个说法，或审改时再改。"

    def _beside_ticks(self, question: Question, reply: "Accepted") -> "Accepted":
        """A line of one's own at a list that was answered before stands beside what is there."""
        slot, ticked = question.slots[-1], self._state.answers.get(question.slots[0])
        lines, kept = reply.values.get(slot), self._state.answers.get(slot)
        if question.kind != "ticks" or not isinstance(lines, tuple) or not lines:
            return reply
        together = dict.fromkeys((*(kept if isinstance(kept, tuple) else ()), *lines))
        beside = {question.slots[0]: ticked} if isinstance(ticked, tuple) else {}
        return replace(reply, values={**beside, slot: tuple(together)})


_SHOWN = 2
"""So many of the words that were not understood are said back; the draft shows all of them."""

_BRIEF = 24
"""Longer words are told by their beginning."""
