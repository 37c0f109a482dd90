"""Who answered what a sentence rests on, and when; what was answered before, and what was taken back.

One decision: history is read from the journal each time it is looked at. Nothing is noted beside it, so it cannot say
anything else than what happened.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from assistant import showing
from assistant.desk_views import AnswerView
from assistant.drafting import Draft
from assistant.edited import split_sentences
from assistant.origins import Origins
from db.store import Answer, Edit, Source, Store
from prompts.question import Question
from report.cells import plain
from report.document import Sentence

_HOW: Mapping[Source, str] = {
    "typed": "填写",
    "implied": "由前面的回答得出",
    "carried": "沿用去年",
    "ticked": "勾选",
    "pasted": "粘贴",
}
CASE = "案卷 "
"""Begins what is kept as typed for an answer that came with a case file; the file's name follows."""
_OTHER = "另外记下的"
"""What no question asks for."""
_OWN = "自己写的"
"""A line written beside a tick list comes in one reply with the ticks."""
_ALIKE = 0.4
"""From this likeness on an earlier sentence is taken for the same one, written otherwise."""
_NAMED: Mapping[str, str] = {"unit": "unit.name"}


class History(msgspec.Struct, frozen=True, eq=False):
    """All that is needed to tell it."""

    store: Store
    report: int
    origins: Origins
    draft: Draft

    def of(self, paragraph_id: str, number: int) -> tuple[AnswerView, ...]:
        """Everything answered to what one printed sentence says, the newest of each place first.

        Raises:
            KeyError: there is no such paragraph.
            IndexError: there is no such sentence.
        """
        paragraph = {one.id: one for one in self.draft.document.paragraphs}[paragraph_id]
        sentence = paragraph.sentences[number]
        told = self._edits(sentence, self.store.edit_history(self.report, paragraph_id))
        for slot in self._slots(sentence, paragraph.aspect):
            told += self._answers(slot)
        return tuple(told)

    def _slots(self, sentence: Sentence, field: str) -> tuple[str, ...]:
        origins = (*sentence.sources, *(number.origin for number in sentence.numbers))
        return tuple(dict.fromkeys(slot for origin in origins for slot in self._slots_of(origin, field)))

    def _slots_of(self, origin: str, field: str) -> Iterable[str]:
        answers, figures = self.origins.answers, self.draft.document.figures
        if origin in self.origins.edition.ids:
            cells = [cell for cell in (origin, *figures.sources(origin)) if figures.value(cell)]
            for cell in cells or [origin, *figures.sources(origin)]:
                yield from self._given(cell)
        elif (slot := _NAMED.get(origin, origin)) in answers:
            yield slot
        else:
            yield from self.origins.slots_of(origin, field)

    def _given(self, slot: str) -> Iterable[str]:
        """The slot itself where somebody filled it, else the answer it follows from (没有 → the whole table is 0)."""
        if slot in self.origins.answers:
            yield slot
        elif slot in self.origins.state.implied:
            yield from self.origins.interview.question(self.origins.state.implied[slot]).slots[:1]

    def _answers(self, slot: str) -> list[AnswerView]:
        asked = self.origins.interview.questions
        question = next((one for one in asked if slot in one.slots), None)
        table = slot.removeprefix("left.") if slot.startswith("left.") else ""
        if table:  # words of a sentence that the table did not take
            question = next((one for one in asked if one.kind == "yesno" and one.table == table), None)
        given = list(reversed(self.store.history(self.report, slot)))
        standing = next((answer for answer in given if not answer.undone), None)
        return [self._view(answer, question, now=answer is standing) for answer in given]

    def _view(self, answer: Answer, question: Question | None, *, now: bool) -> AnswerView:
        edition = self.origins.edition
        cell = answer.slot in edition.ids
        said = (
            showing.words(question, {answer.slot: answer.value}) if question and not cell else _plain(answer)
        )
        return AnswerView(
            label=edition.label(answer.slot) if cell else question.ask if question else _OTHER,
            said=said or "没有",
            who=answer.who,
            when=showing.moment(answer.when),
            how=_how(answer),
            state="undone" if answer.undone else "now" if now else "before",
            goes_to=answer.slot if cell else question.id if question else "",
        )

    def _edits(self, sentence: Sentence, edits: Sequence[Edit]) -> list[AnswerView]:
        """What was written by hand in this sentence's place, the newest first."""
        told: list[AnswerView] = []
        standing = sentence.kind == "edited"
        for edit in reversed(edits):
            now = standing and not edit.undone and bool(edit.text)
            said = sentence.text if now else _nearest(sentence.text, edit)
            standing = standing and (edit.undone or not edit.text)
            if said and said not in {one.said for one in told}:
                state: Literal["now", "before", "undone"] = (
                    "now" if now else "undone" if edit.undone else "before"
                )
                told.append(
                    AnswerView(
                        "这一句审改时手工写过", said, edit.who, showing.moment(edit.when), "改写", state, ""
                    )
                )
        return told


def _how(answer: Answer) -> str:
    """How an answer came, in a word or two."""
    if answer.source == "ticked" and answer.slot.startswith("note."):
        return _OWN
    from_case = answer.source == "pasted" and answer.typed.startswith(CASE)
    return f"收自{answer.typed}" if from_case else _HOW[answer.source]


def _nearest(sentence: str, edit: Edit) -> str:
    """The sentence of an earlier edit that stood in this one's place and was written by hand, or empty."""
    generated = set(split_sentences(edit.base))
    likes = [(SequenceMatcher(None, sentence, one).ratio(), one) for one in split_sentences(edit.text)]
    likeness, nearest = max(likes, default=(0.0, ""))
    return "" if likeness < _ALIKE or nearest in generated else nearest


def _plain(answer: Answer) -> str:
    """A value as it stands in a cell."""
    value = answer.value
    return (
        value
        if isinstance(value, str)
        else ""
        if value is None or isinstance(value, bool | tuple)
        else plain(value)
    )
