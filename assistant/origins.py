"""From a sentence back to where it was answered: its question, or its cell."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from db.store import Answer
from prompts.interview import Interview
from prompts.question import Question, Value
from prompts.state import State
from report.document import Paragraph, Sentence
from report.edition import Edition

if TYPE_CHECKING:
    from phrasebank.bank import Bank


WAITS = "waits:"
"""``waits:<words>`` stands for a question: how the words that wait in the draft (【待核】) are to be written."""


def waiting_words(text: str) -> str:
    """The words without the mark that shows them waiting."""
    return text.removeprefix("【待核：").removesuffix("】")


class Origins(msgspec.Struct, frozen=True, eq=False):
    """All that is needed to find it."""

    interview: Interview
    state: State
    answers: Mapping[str, Answer]
    bank: "Bank"
    edition: Edition

    def law(self, sentence: Sentence) -> str:
        """The article a sentence's phrase rests on, or empty."""
        phrase = self.bank.phrases.get(sentence.phrase)
        return phrase.form.law if phrase else ""

    def claims(self, sentence: Sentence) -> str:
        """What a sentence's phrase states, in words; empty where no phrase worded it."""
        phrase = self.bank.phrases.get(sentence.phrase)
        return phrase.form.claims if phrase else ""

    def ways(self, sentence: Sentence) -> int:
        """How many wordings a sentence's phrase has; 0 where no phrase worded it."""
        phrase = self.bank.phrases.get(sentence.phrase)
        return len(phrase.variants) if phrase else 0

    def goes_to(self, sentence: Sentence, paragraph: Paragraph) -> str:
        """Id of the question, or of the cell, that a sentence comes from; empty where it follows from nothing said.

        Words that wait have a question of their own: how they are to be written (`WAITS`).
        """
        if sentence.kind == "verbatim" and self.question_of(
            next(iter(sentence.sources), ""), paragraph.aspect
        ):
            return WAITS + waiting_words(sentence.text)
        numbers = [number.origin for number in sentence.numbers]
        for source in (*sentence.sources, *numbers):
            if source in self.edition.ids:
                return source
            if asked := self._question(source, paragraph.aspect):
                return asked
        return self._question_in(paragraph.aspect)

    def carried(self, source: str) -> bool:
        """Whether these words, or this cell, were taken over from last year."""
        taken = ((slot, answer) for slot, answer in self.answers.items() if answer.source == "carried")
        return bool(source) and any(
            slot == source or any(source in line for line in _lines(answer.value)) for slot, answer in taken
        )

    def question_of(self, words: str, field: str) -> str:
        """The question whose answer holds these words, else one of the field they were jotted in; empty if none."""
        return self._question(words, field) or self._question_in(field)

    def _question(self, words: str, field: str) -> str:
        """The question whose answer holds these words."""
        return next((question.id for question, _ in self._holding(words, field)), "")

    def slots_of(self, words: str, field: str) -> tuple[str, ...]:
        """The slots whose answer holds these words, or that are named so: those of the field, else all others.

        没有 holds what it stands for (`Question.nothing`), and stands only for its own aspect.
        """
        found = list(self._holding(words, field))
        mine = [slot for question, slot in found if question.field == field]
        return tuple(mine or [slot for _, slot in found])

    def _holding(self, words: str, field: str) -> Iterator[tuple[Question, str]]:
        asked = sorted(self.interview.relevant(self.state), key=lambda question: question.field != field)
        for question in asked:
            for slot in question.slots:
                value = self.answers[slot].value if slot in self.answers else None
                denied = value == () and question.field == field and words == question.nothing
                if slot == words or (words and (denied or any(words in line for line in _lines(value)))):
                    yield question, slot
            left = self.answers.get(f"left.{question.table}") if question.kind == "yesno" else None
            if words and left is not None and any(words in line for line in _lines(left.value)):
                yield question, f"left.{question.table}"

    def _question_in(self, field: str) -> str:
        """The question of an aspect that is still open, else its first."""
        asked = [one for one in self.interview.relevant(self.state) if field and one.field == field]
        waiting = [one for one in asked if not self.interview.answered(one, self.state)]
        return (waiting or asked)[0].id if asked else ""


def _lines(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
