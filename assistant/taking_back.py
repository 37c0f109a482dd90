"""刚才说错了, 电话写错了: back to where an answer stands, so that it can be put right.

One decision: nothing is changed on the way; the answer stays until another is given.
"""

from assistant.mended import Mended
from assistant.recording import Recording
from assistant.views import Outcome, Proposal, QuestionView
from prompts.question import Question


class TakingBack(Recording):
    """The way back to an earlier answer."""

    def open_question(self, question_id: str) -> QuestionView:
        """Make a question the current one; its answer stays until another is given.

        Raises:
            KeyError: there is no such question, or it does not apply now.
        """
        if not self._known(question_id):
            raise KeyError(question_id)
        self._opened = question_id
        self._store.save_bookmark(self._report, question_id)
        return self._view(self._interview.question(question_id))

    def takes_back(self, typed: str) -> bool:
        """Whether words only say that an earlier answer was wrong, and not what is right."""
        from assistant.correcting import correction, question_meant  # noqa: PLC0415

        if self._changes(typed)[0]:
            return False
        said = correction(typed)
        if question_meant(typed):
            return True
        bare = said is not None and said.sure and not said.items
        return bare and (said is None or said.plain or self._surely(said.name))

    def _changes(self, typed: str) -> tuple[str, str]:
        """The question whose answer words give anew (联系方式改成…), and that answer; both empty for anything else."""
        from assistant.correcting import changed_anew  # noqa: PLC0415  replies are read once there is one

        here = self._current()
        noted = here is not None and here.kind in {"note", "ticks"}
        named, value = changed_anew(typed, noted=noted)
        return (named, value) if named and self._known(named) else ("", "")

    def _surely(self, name: str) -> bool:
        """Whether one number is called just so: 网站写错了, without a word that speaks of earlier answers."""
        from assistant.mending import place_of  # noqa: PLC0415

        return not isinstance(place_of(name, self._told()), str)

    def _question_of(self, proposal: Proposal) -> Question:
        """The question a proposal answers: of one that changes earlier answers, theirs."""
        slots = proposal.values if isinstance(proposal, Mended) else {}
        owner = next((one for one in self._interview.questions if slots.keys() & {*one.slots}), None)
        return owner or self._interview.question(proposal.question or self._interview.questions[0].id)

    def _wrong_before(self, typed: str) -> Outcome | None:
        """刚才说错了, 电话写错了: back to the question whose answer it is, where the words do not say what is right."""
        from assistant.correcting import correction, question_meant, told_again  # noqa: PLC0415

        meant = question_meant(typed)
        if (
            meant
            and self._known(meant)
            and self._interview.answered(self._interview.question(meant), self._state)
        ):
            return Outcome("back", f"回到那一问：{self.open_question(meant).ask}改好回车，不改就直接按回车。")
        said = correction(typed)
        if said is None and not told_again(typed):
            return None
        if said is not None and not said.sure:
            return None
        if said is not None and said.name:
            return self._back_to(said.name) if said.plain or self._surely(said.name) else None
        before = self._answered_last()
        if before is None or (said and any(item.name or item.old for item in said.items)):
            return None
        told = self._numbers_told()
        self.open_question(before.id)
        which = f"刚才记的是{told}；改哪个，连名带数再说一遍。" if told else "改好回车。"
        return Outcome("back", f"回到刚才那一问：{before.ask}{which}不改就直接按回车。")

    def _back_to(self, name: str) -> Outcome:
        """前面网站写错了: to the question under which the number stands, or what numbers there are."""
        from assistant.mending import place_of  # noqa: PLC0415

        place = place_of(name, self._told())
        if isinstance(place, str):
            return Outcome("refused", place)
        relevant = self._interview.relevant(self._state)
        table = place.slot.removeprefix("asked.").partition(".")[0]
        there = sorted((one for one in relevant if one.table == table), key=lambda one: one.kind != "table")
        owner = next((one for one in relevant if place.slot in one.slots), None) or there[0]
        self.open_question(owner.id)
        return Outcome(
            "back", f"回到那一问：{owner.ask}现在记的是“{place.shown}”，改好回车，不改就直接按回车。"
        )
