"""Words nobody could word, asked about at once: a sentence is offered, and the person takes it, mends it or leaves it.

One decision: what a person settles on becomes their answer (``照写：…`` in the note, `phrasebank.reading`), so it is kept,
taken back and carried on like every other answer, and no sentence is printed that nobody wrote or confirmed.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.conversation import UNCHANGED, Conversation
from assistant.looked_at import says_right
from assistant.origins import WAITS, waiting_words
from assistant.settling_words import STRANGER, shares_words, spoken
from assistant.views import Outcome, Proposal, QuestionView
from phrasebank.reading import TABLE
from prompts.commands import Command, read_command
from prompts.question import Question, Value

if TYPE_CHECKING:
    from phrasebank.offering import Offer

    Settled = tuple[Question, Offer, str]

LEAVE = ("留着", "先留着", "保留", "不管")
LEAVE_ALL = ("都留着", "全留着", "都先留着", "全部留着", "都跳过", "全部跳过")
_DROP = ("去掉", "不写", "不要", "删掉", "删除", "不用写", "去掉吧", "删了", "不写了")
_LONGEST = 120
"""A page without a mark is not asked about; it is told that it waits."""
_SHORTEST = 4  # a sentence of the report is not shorter
_BACK = "按 F4 接着看成文。"
_HELP = (
    "这些话程序不会写成公文，怕写错，就先问您：灰色选中的是照原话整理的一句，行就直接回车，不行就改好再回车。"
    "写明谁、做了什么、几次（件、条）就是一句。写“跳过”先留着，草稿里标【待核】，审改时再写；"
    "写“去掉”就不写进报告（原话仍存着，可撤销）；剩下的都先不管，写“都留着”。"
)


class Settling(Conversation):
    """The conversation with one more kind of question: how to write what could not be worded."""

    settles = True
    """Whether such words are asked about; a script that answers question by question is not."""
    _queue: tuple[str, ...] = ()
    """What waits to be settled, as it is shown, the first asked now."""
    _doubted = ""
    """A sentence that still sounded spoken when it was sent; sent again, it is what the person wants."""
    _from_text = False
    """A person came from the text to settle one place in it."""
    _one_by_one = False
    """Several places are gone through one by one (`assistant.settling_together`)."""
    _asked = 0
    """How many of this answer's words were asked about already."""

    def question(self) -> QuestionView | None:
        """How words that wait are to be written, while any of the last answer do; else the question."""
        found = self._to_settle()
        return self._settling_view(*found) if found else super().question()

    def propose(self, typed: str) -> Proposal | None:
        """A sentence of the report says nothing beyond itself; a number may be put right here as anywhere."""
        return None if self._to_settle() and not _corrects(typed) else super().propose(typed)

    def reply(self, typed: str, beside: str = "") -> Outcome:
        """Take a sentence for the words that wait, or what is to become of them."""
        found = self._to_settle()
        if found is None or _corrects(typed):
            asked = self._current() if not typed.strip() and self.settles else None
            outcome = super().reply(typed, beside)
            if asked and outcome.said == UNCHANGED:
                self._ask_again(asked)
            return outcome
        said = "" if says_right(typed) else typed.strip().rstrip("。！!")
        return self._obeyed(said, typed) or self._written(*found, said, typed)

    def _ask_again(self, question: Question) -> None:
        """What waits in an answer that was opened and left as it is."""
        from assistant.offered import offered  # noqa: PLC0415  few answers leave anything to be settled

        made = ((words, offered(self.draft(), words)) for words in map(waiting_words, self._unread()))
        mine = (words for words, offer in made if offer and self._owner(offer) == question)
        self._queue, self._asked = tuple(words for words in mine if len(words) <= _LONGEST), 0

    def _obeyed(self, said: str, typed: str) -> Outcome | None:
        """What is said instead of a sentence: to leave it, all of it, or to go back; None where it is a sentence."""
        command = read_command(said)
        if command == Command("help"):
            return Outcome("help", _HELP)
        if said in LEAVE or command == Command("skip"):
            self._next()
            return Outcome("accepted", "先照原话标【待核】，审改时再写。")
        if said in LEAVE_ALL:
            return self.leave_all()
        if command:
            self._queue = ()
            return super().reply(typed)
        return None

    def leave_all(self) -> Outcome:
        """All that is still to be settled waits in the draft."""
        self._queue = ()
        return Outcome("accepted", "都先照原话标【待核】，审改时再写。")

    def _written(self, question: Question, offer: "Offer", said: str, typed: str) -> Outcome:
        """The sentence as it was written; one that still sounds spoken is looked at once more."""
        if said in _DROP:
            return self._settle(question, offer, "", typed)
        sentence = said or offer.sentence
        if len(sentence) < _SHORTEST:
            what = "要写就写报告里的一整句" if offer.reason else "请写报告里的一整句：谁、做了什么、几次"
            return Outcome("refused", f"{what}；先不管写“跳过”，不写进报告写“去掉”。")
        if sentence != self._doubted:
            after_refusal, self._doubted = bool(self._doubted) and self._doubted == offer.sentence, sentence
            if words := spoken(sentence):
                return Outcome("refused", f"{words}是口语，改成书面的说法再回车；就这样写，再按一次回车。")
            if after_refusal and not shares_words(sentence, (offer.words, offer.sentence)):
                return Outcome("refused", STRANGER.format(words=offer.words))
        return self._settle(question, offer, sentence, typed or sentence)

    def open_question(self, question_id: str) -> QuestionView:
        """Make a question the current one; ``waits:<words>`` asks how these words are to be written.

        Raises:
            KeyError: there is no such question, or it does not apply now.
        """
        self._queue, self._asked = (), 0
        self._from_text = question_id.startswith(WAITS)
        if self._from_text:
            self._queue = (question_id.removeprefix(WAITS),)
            if found := self._to_settle():
                return self._settling_view(*found)
            words = question_id.removeprefix(WAITS)
            asked = (one.id for one in self._interview.relevant(self._state) if one.field)
            question_id = self._origins.question_of(words, "") or next(asked)
        return super().open_question(question_id)

    def open_part(self, key: str) -> QuestionView | None:
        """Go to a part; what was being settled is left."""
        self._queue = ()
        return super().open_part(key)

    def begin(self) -> None:
        """A new report is open."""
        self._queue = ()
        super().begin()

    def select(self, report_id: int) -> None:
        """Open another report."""
        self._queue = ()
        super().select(report_id)

    def undo(self) -> str:
        """Take the last reply back; words that wait again by it are asked about again, else its question is."""
        self._queue, self._asked, self._doubted = (), 0, ""
        earlier = self._unread()
        said = super().undo()
        fresh = (waiting_words(text) for text in self._unread() if text not in earlier)
        self._queue = tuple(words for words in fresh if self.settles and len(words) <= _LONGEST)
        return said

    def _unread(self) -> tuple[str, ...]:
        return tuple(self.draft().unread) if self.report_id is not None else ()

    def redo(self) -> str:
        """Bring back the reply taken back last."""
        self._queue = ()
        return super().redo()

    def unread_now(self, before: Sequence[str], after: Sequence[str]) -> str:
        """Words of this answer that could not be worded are asked about instead of told."""
        self._from_text = False
        in_doubt = [one.words for one in self.draft().narrative.conflicts]
        in_doubt += [one.text for one in self._material().notes if one.about == TABLE]
        # words left at a table are its numbers: the table asks for them, nobody is to write them as a sentence
        fresh = [waiting_words(text) for text in after if text not in before]
        left = [words for words in fresh if not any(words in each for each in in_doubt)]
        self._queue, self._asked = tuple(words for words in left if len(words) <= _LONGEST), 0
        if not self.settles or len(self._queue) < len(left) or not self._settled_next():
            self._queue = ()
            return super().unread_now((), left)
        return ""

    def _next(self) -> None:
        self._queue, self._asked = self._queue[1:], self._asked + 1

    def _to_settle(self) -> "tuple[Question, Offer] | None":
        """What is to be settled now: nothing while a table is asked about."""
        if not self._queue or ((asked := self._current()) and self._pending(asked)):
            return None
        return self._settled_next()

    def _settled_next(self) -> "tuple[Question, Offer] | None":
        """The first of what waits that still does, with the question whose answer holds it; what is gone is forgotten."""
        from assistant.offered import offered  # noqa: PLC0415  few answers leave anything to be settled

        while self._queue:
            if (made := offered(self.draft(), self._queue[0])) and (owner := self._owner(made)):
                return owner, made
            self._next()
        return None

    def _owner(self, offer: "Offer") -> Question | None:
        answers = self._state.answers.items()
        slot = next((slot for slot, value in answers if holds(value, offer.note.text)), "")
        asked = self._interview.relevant(self._state)
        return next((one for one in asked if slot in one.slots or slot == f"left.{one.table}"), None)

    def _settling_view(self, question: Question, offer: "Offer") -> QuestionView:
        view = super()._view(question)
        left, speech = len(self._queue) + self._asked, spoken(offer.sentence)
        asked = (
            f"“{offer.words}”像是{offer.reason}，一般不写进报告：不写就写“去掉”，要写请写成一整句。"
            if offer.reason
            else f"“{offer.words}”没看懂，报告里怎么写？"
        )
        return QuestionView(
            id=WAITS + self._queue[0],
            part=view.part,
            number=self._asked + 1,
            total=left,
            ask=asked,
            kind="text",
            current=offer.sentence,
            wording=True,
            help=_HELP,
            example=offer.sentence or "去掉",
            remark=f"照原话拟的这句里{speech}还是口语，改好再回车。" if speech else "",
        )

    def _settle(self, question: Question, offer: "Offer", sentence: str, typed: str) -> Outcome:
        said = "记下了，照您写的。" if sentence else "去掉了；要找回按撤销。"
        queue, asked, one_by_one = self._queue[1:], self._asked + 1, self._one_by_one
        outcome = self._written_down(
            [(question, offer, sentence)], queue, typed, said + _BACK * self._from_text
        )
        self._asked, self._one_by_one = asked, one_by_one
        return outcome

    def _written_down(
        self, settled: "Sequence[Settled]", queue: Sequence[str], typed: str, said: str
    ) -> Outcome:
        """Put the sentences into their notes, as one step; ``queue`` is still to be settled after it."""
        from assistant.offered import rewritten  # noqa: PLC0415

        values: dict[str, Value] = {}
        for question, _, _ in settled:
            for slot in (*question.slots, f"left.{question.table}"):
                lines = values.get(slot, self._state.answers.get(slot))
                mine = [(offer, sentence) for _, offer, sentence in settled if holds(lines, offer.note.text)]
                if mine and isinstance(lines, tuple):
                    values |= self._kept(question, slot, rewritten(lines, mine))
        earlier, owner = self.draft().unread, settled[0][0]
        again = owner.id if f"again.{owner.id}" in values else ""
        outcome = self._record(owner, values, typed, said, then=again)
        fresh = (waiting_words(text) for text in self.draft().unread if text not in earlier)
        self._queue = (*fresh, *queue)  # some words began to wait when a neighbour was taken out
        return outcome

    def _kept(self, question: Question, slot: str, lines: tuple[str, ...]) -> dict[str, Value]:
        """What is left of a note; where nothing is, its question is open again: nobody said 没有."""
        others = (self._state.answers.get(each) for each in question.slots if each != slot)
        if lines or any(isinstance(value, tuple) and value for value in others) or slot not in question.slots:
            return {slot: lines}
        return {slot: None, f"again.{question.id}": True}


def _corrects(typed: str) -> bool:
    from assistant.correcting import changed_anew, correction, named_anew  # noqa: PLC0415  replies are read once there is one

    return bool(correction(typed) or named_anew(typed)[0] or changed_anew(typed, noted=True)[0])


def holds(value: Value, line: str) -> bool:
    """Whether a note has this line."""
    return isinstance(value, tuple) and line in value
