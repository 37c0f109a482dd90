"""Several places of one answer that could not be worded, shown as one list: a look and an Enter settle them.

One decision: what still sounds spoken, or rather stays out, is never taken with the others; it is asked one by one.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.looked_at import says_right
from assistant.origins import WAITS
from assistant.settling import LEAVE, LEAVE_ALL
from assistant.settling_read import SettlingRead
from assistant.settling_words import spoken
from assistant.views import Outcome, Proposal, QuestionView
from prompts.commands import Command, fold, read_command
from prompts.question import Question
from report.lazily import pattern

if TYPE_CHECKING:
    from phrasebank.offering import Offer

    Found = tuple[Question, Offer]

_FEWEST = 2
"""So many sentences that could be taken as they are make a list."""
_ONE_BY_ONE = ("逐句", "逐条", "一句一句", "一条一条", "不", "不行", "不对", "改")
_NUMBERS = pattern(r"[0-9]{1,2}(?:[\s,，、和]+[0-9]{1,2})*")
_HELP = (
    "这些话程序不会写成公文，就照原话整理成一句一句给您过目。直接回车，没有标“口语”的几句都照写，标了的接着单独问；"
    "写号码（如 1 3），只照写这几句，其余单独问；写“逐句”，一句一句改；写“都留着”，都先标【待核】，审改时再写。"
)


class SettlingTogether(SettlingRead):
    """Words that wait, first all that one answer left, then one by one."""

    def question(self) -> QuestionView | None:
        """The list of what is offered, where there are several; else as before."""
        listed = self._listed()
        return self._list_view(listed) if listed else super().question()

    def propose(self, typed: str) -> Proposal | None:
        """Numbers of a list say nothing beyond it."""
        return None if self._listed() and _NUMBERS.fullmatch(fold(typed)) else super().propose(typed)

    def reply(self, typed: str, beside: str = "") -> Outcome:
        """Take the list, some of it, or go through it one by one."""
        listed = self._listed()
        if not listed:
            return super().reply(typed, beside)
        said = "" if says_right(typed) else fold(typed).rstrip("。！!")
        if said and not _NUMBERS.fullmatch(said) and not self._about_list(said):
            return self.read_beside(*listed[0], said, typed) or self._refused()
        if said in _ONE_BY_ONE:
            self._one_by_one = True
            return Outcome("accepted", "好，一句一句来。")
        if read_command(said) == Command("help"):
            return Outcome("help", _HELP)
        if said and not _NUMBERS.fullmatch(said):
            return self.leave_all()
        return self._chosen(listed, said, typed)

    def _chosen(self, listed: "Sequence[Found]", said: str, typed: str) -> Outcome:
        """The sentences whose numbers were told; without a number, all that need no second look."""
        chosen = [int(number) for number in re.findall("[0-9]+", said)]
        wrong = next((number for number in chosen if not 1 <= number <= len(listed)), 0)
        if wrong:
            return Outcome("refused", f"没有第 {wrong} 句，号码是 1 到 {len(listed)}。")
        plain = [place for place, (_, offer) in enumerate(listed, 1) if not spoken(offer.sentence)]
        return self._take([listed[place - 1] for place in chosen or plain], typed)

    def unread_now(self, before: Sequence[str], after: Sequence[str]) -> str:
        """A new answer, a new list."""
        self._one_by_one = False
        return super().unread_now(before, after)

    def _about_list(self, said: str) -> bool:
        command = read_command(said)
        return said in (*_ONE_BY_ONE, *LEAVE, *LEAVE_ALL) or (
            command is not None and command.name in {"help", "skip"}
        )

    def _refused(self) -> Outcome:
        return Outcome(
            "refused", "回车就都照写；只要其中几句写号码，如 1 3；一句一句改写“逐句”，先不管写“都留着”。"
        )

    def _listed(self) -> "tuple[Found, ...]":
        """What the list shows; nothing where one by one is asked for, or one sentence is all there is."""
        if self._one_by_one or self._from_text or len(self._queue) < _FEWEST or not self._to_settle():
            return ()
        found = self._all_found()
        plain = sum(1 for _, offer in found if not spoken(offer.sentence))
        return found if plain >= _FEWEST else ()

    def _all_found(self) -> "tuple[Found, ...]":
        """Each place with its offer, once; what is rather left out is not in it."""
        from assistant.offered import offered  # noqa: PLC0415  few answers leave anything to be settled

        found: list[Found] = []
        for words in self._queue:
            made = offered(self.draft(), words)
            owner = self._owner(made) if made and made.sentence else None
            if made and owner and not any(_inside(made, other) for _, other in found):
                found.append((owner, made))
        return tuple(found)

    def _list_view(self, listed: "tuple[Found, ...]") -> QuestionView:
        view = super()._view(listed[0][0])
        marks = ["（还是口语，单独问）" if spoken(offer.sentence) else "" for _, offer in listed]
        return QuestionView(
            id=f"{WAITS}*",
            part=view.part,
            number=1,
            total=len(listed),
            ask=f"有 {len(listed)} 处没看懂，照原话整理成这样写，行吗？",
            kind="text",
            wording=True,
            offers=tuple(f"{offer.sentence}{mark}" for (_, offer), mark in zip(listed, marks, strict=True)),
            help=_HELP,
            example="1 3",
        )

    def _take(self, chosen: "Sequence[Found]", typed: str) -> Outcome:
        """Record some sentences as one step; the others are asked one by one."""
        settled = [(question, offer, offer.sentence) for question, offer in chosen]
        outcome = self._written_down(
            settled, self._queue, typed or "照写", f"记下了，照写 {len(chosen)} 句。"
        )
        self._one_by_one = True
        return outcome


def _inside(one: "Offer", other: "Offer") -> bool:
    """What is offered with another sentence is not offered again."""
    return one.note == other.note and one.start < other.end and other.start < one.end
