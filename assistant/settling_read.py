"""What is typed where words are to be written, read first as the answer to the question they belong to.

One decision: numbers and short answers (专人1名，培训了3次; 42条) are jotted like every other answer and worded like it;
what is a whole sentence is printed as it stands. And only what waits is quoted and replaced: nothing that was understood
beside it is lost.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant.drafting import make_draft
from assistant.ledger import plain_answers
from assistant.meant import meant
from assistant.mended import Mended
from assistant.settling import Settling, holds
from assistant.views import Outcome, Proposal, QuestionView
from prompts.commands import read_command
from prompts.question import Question, Value
from report.lazily import pattern

if TYPE_CHECKING:
    from phrasebank.offering import Offer

_NUMBER = pattern(r"[0-9０-９]|[一二两三四五六七八九十百千]+[多余来几]?[条件次个份篇人名场期]")
_ONLY_NUMBERS = pattern(
    r"[0-9０-９]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百千万]+|[多余来几]|人次|[条件次个份篇人名场期起项]|[，,、；;。\s]"
)
_COUNTED = pattern(
    r"(?P<number>[0-9０-９]+(?:\.[0-9]+)?|[一二两三四五六七八九十百千万]+(?=[多余来几]?[条件次个份篇人名场期起项]))"
    r"[多余来几]?(?P<unit>人次|[条件次个份篇人名场期起项])?"
)
_MARKS = pattern(r"[，,；;、。\s]+")
_BARE = 7
"""A number with no more than its name and its verb beside it is an answer; a sentence of the report is longer."""
_SHORT = 8
"""Fewer characters say little by themselves; a piece of an answer without a number is no longer."""
_HEDGE = pattern(
    r"大概是?|大约摸?|估计是?|可能是?|好像是?|差不多是?|也就|应该是?|(?:吧|左右|上下|的样子|啦|了吧)(?=[，,。；;]|\Z)"
)
_HEDGED = pattern(
    r"(?:大概|大约|估计|可能|好像|差不多|应该)[^，,0-9]{0,4}[0-9０-９一二两三四五六七八九十百千]"
)
_FORGOTTEN = pattern(
    r"[，,]?(?:具体|准数|到底)?(?:多少)?(?:我)?(?:也)?(?:记不[清得]|不记得|忘了|说不准|没细数|没数过|不确定)(?:了|楚)?(?:多少)?"
)
_GUESS = "猜测"
_LIKE = 0.5


class SettlingRead(Settling):
    """Words that wait, with what is typed for them read before it is written."""

    def propose(self, typed: str) -> Proposal | None:
        """Numbers of a table go there, also while words wait; a sentence says nothing beyond itself."""
        found = self._to_settle()
        if found is None or not _NUMBER.search(typed) or read_command(typed):
            return super().propose(typed)
        from assistant.breath import of_one_table  # noqa: PLC0415  reading loads when there is something to read

        question, offer = found
        if typed.strip() == offer.sentence:
            return None
        return super().propose(typed) or of_one_table(question, typed, self._state, self._interview)

    def confirm(self, proposal: Proposal) -> Outcome:
        """Record what was proposed; words that waited before it wait on."""
        waits = self._to_settle() is not None
        queue, asked, one_by_one = self._queue, self._asked, self._one_by_one
        outcome = super().confirm(proposal)
        if waits and not isinstance(proposal, Mended):
            self._queue, self._asked, self._one_by_one = queue, asked, one_by_one
        return outcome

    def _settling_view(self, question: Question, offer: "Offer") -> QuestionView:
        view = super()._settling_view(question, offer)
        waits = self._only_waiting(question, offer)
        if _about(offer):
            what = f"“{waits.words}”说的是大概的数，准数是多少？"
            return replace(view, ask=what, current=_about(waits), example=_about(waits), remark="")
        if not offer.reason and len(waits.words) < _SHORT:
            return view
        return replace(view, ask=view.ask.replace(f"“{offer.words}”", f"“{waits.words}”", 1))

    def _written(self, question: Question, offer: "Offer", said: str, typed: str) -> Outcome:
        """An answer where it is one; else the sentence as it was written."""
        waits = self._only_waiting(question, offer)
        answer = said or (_about(waits) if _about(offer) else "")
        if answer and (read := self._read_as_answer(question, waits, answer, typed or answer)):
            return read
        if answer and not _ONLY_NUMBERS.sub("", answer):
            return Outcome("refused", f"“{answer}”只有数，看不出是什么的数：连名字一起写，例如：培训2次。")
        own = bool(said) and said != offer.sentence
        return super()._written(
            question, waits if own and not _tells(said, offer, waits) else offer, said, typed
        )

    def _read_as_answer(self, question: Question, offer: "Offer", said: str, typed: str) -> Outcome | None:
        """The words in the place of those that wait, as they are jotted; None where they are a sentence, or would wait too."""
        said = _in_its_place(meant(said, question.field), _about(offer))
        if not _answers(said):
            return None
        slot, lines = self._line_of(question, offer)
        if not slot:
            return None
        changed = tuple(
            f"{line[: offer.start]}{said}{line[offer.end :]}" if line == offer.note.text else line
            for line in lines
        )
        if any(words in text for text in self._unread_with({slot: changed}) for words in _MARKS.split(said)):
            return None
        queue, asked, one_by_one = self._queue[1:], self._asked + 1, self._one_by_one
        outcome = self._record(question, {slot: changed}, typed, f"记下了：{said}。")
        self._queue, self._asked, self._one_by_one = queue, asked, one_by_one
        return outcome

    def read_beside(self, question: Question, offer: "Offer", said: str, typed: str) -> Outcome | None:
        """An answer given while several places wait: a line more of its note, and they wait on; None where it is none."""
        said = meant(said, question.field)
        slot, lines = self._line_of(question, offer)
        changed = (*lines, said)
        unread = self._unread_with({slot: changed}) if slot and _answers(said) else (said,)
        if any(words in text for text in unread for words in _MARKS.split(said)):
            return None
        queue, asked = self._queue, self._asked
        outcome = self._record(question, {slot: changed}, typed, f"记下了：{said}。")
        self._queue, self._asked = queue, asked
        return outcome

    def _line_of(self, question: Question, offer: "Offer") -> tuple[str, Sequence[str]]:
        """The slot and the lines in which the words stand."""
        for slot in (*question.slots, f"left.{question.table}"):
            lines = self._state.answers.get(slot)
            if isinstance(lines, tuple) and holds(lines, offer.note.text):
                return slot, lines
        return "", ()

    def _unread_with(self, values: dict[str, Value]) -> tuple[str, ...]:
        """What would wait if these were the answers."""
        state = self._interview.state({**plain_answers(self._answers), **values})
        return tuple(make_draft(self._material(state), bank=self._bank).unread)

    def _only_waiting(self, question: Question, offer: "Offer") -> "Offer":
        """The offer for those words alone that are not understood by themselves (由党政办负责 beside 小王管 is)."""
        from phrasebank.understand import understand_text  # noqa: PLC0415  no words wait at the first question

        clauses = understand_text(offer.words, offer.note.field)
        slot, _ = self._line_of(question, offer)
        if len(clauses) < 2 or not slot:
            return offer
        waiting = [
            clause
            for clause in clauses
            if not (clause.themes or clause.context) or self._unread_with({slot: (clause.text,)})
        ]
        if not waiting or len(waiting) == len(clauses):
            return offer
        start, last = offer.start + waiting[0].start, waiting[-1]
        return replace(offer, start=start, end=offer.start + last.start + len(last.text))


def _answers(said: str) -> bool:
    """Whether words are an answer rather than a sentence: short pieces, with a number among them."""
    pieces = [piece for piece in _MARKS.split(said) if piece]
    counted = [bool(_NUMBER.search(piece)) for piece in pieces]
    longest = [
        len(piece) <= (_BARE if number else _SHORT) for piece, number in zip(pieces, counted, strict=True)
    ]
    return any(counted) and all(longest)


def _in_its_place(said: str, about: str) -> str:
    """2次，83人 for 培训大概两次，一共八十来人: the numbers in their places; the words as they are where they are more than that."""
    told, old = list(_COUNTED.finditer(said)), list(_COUNTED.finditer(about))
    units = all(new["unit"] in {None, was["unit"]} for new, was in zip(told, old, strict=False))
    if _ONLY_NUMBERS.sub("", said) or len(told) != len(old) or not units:
        return said
    for new, was in reversed([*zip(told, old, strict=True)]):
        about = f"{about[: was.start()]}{new['number']}{was['unit'] or new['unit'] or ''}{about[was.end() :]}"
    return about


def _about(offer: "Offer") -> str:
    """What was told as a guess, without the words that make it one; empty where it tells no number."""
    guess = offer.reason == _GUESS or _HEDGED.search(offer.words)
    if not guess or not _NUMBER.search(offer.words):
        return ""
    return _HEDGE.sub("", _FORGOTTEN.sub("", offer.words)).strip("，, ")


def _tells(said: str, offer: "Offer", waits: "Offer") -> bool:
    """Whether a sentence tells what stands beside the words that wait as well."""
    beside = offer.words.replace(waits.words, "", 1)
    pairs = {beside[at : at + 2] for at in range(len(beside) - 1)}
    return not pairs or sum(pair in said for pair in pairs) >= _LIKE * len(pairs)
