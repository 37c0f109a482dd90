"""The conversation: what is asked now, what a reply means, and the way back.

It owns no rule of its own: `prompts` says what to ask and what a reply means, `assistant.breath` what one sentence
says beyond its question.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant import desk, showing
from assistant.drafting import CHECKED
from assistant.meant import meant
from assistant.mended import Mended
from assistant.taking_back import TakingBack
from assistant.ticking import NoTicks, read_ticks
from assistant.turning import turned
from assistant.views import ALL_DONE, Exchange, Outcome, Proposal, QuestionView
from db.store import Batch
from prompts.commands import Command
from prompts.question import Question, Value

if TYPE_CHECKING:
    from prompts.replies import Refused

UNCHANGED = "没有改动。"
"""Said of an answer that was opened and left as it is."""


class Conversation(TakingBack):
    """Questions and replies of the open report."""

    def question(self) -> QuestionView | None:
        """What is asked now: the question a person opened, else the first one relevant and unanswered."""
        question = self._current()
        return self._view(question) if question else None

    def transcript(self) -> tuple[Exchange, ...]:
        """What was asked and answered, in asking order."""
        return showing.transcript(self._scene())

    def questions(self, part: str = "") -> tuple[Exchange, ...]:
        """All questions of a part (`PartView.key`), or of every part, in asking order, answered or not."""
        return showing.questions(self._scene(), part)

    def _put_right(self, typed: str) -> Outcome | None:
        """更正：单位全称是… answers that question anew; 电话写错了 goes back to it."""
        from assistant.correcting import named_anew  # noqa: PLC0415  replies are read once there is one

        named, value = named_anew(typed)
        if named and self._known(named):
            self.open_question(named)
            return self.reply(value)
        return self._changed_before(typed) or self._wrong_before(typed)

    def _changed_before(self, typed: str) -> Outcome | None:
        """联系方式改成…, 年份改成2025: that question answered anew, and back to where the person was."""
        question, value = self._changes(typed)
        if not question:
            return None
        there = self._opened
        self.open_question(question)
        stands = {slot: self._state.answers.get(slot) for slot in self._interview.question(question).slots}
        asked = self._interview.question(question)
        beside = showing.words(asked, stands) if asked.kind == "contact" and any(stands.values()) else ""
        outcome = self.reply(value, beside)
        if outcome.kind == "accepted" and there and there != question and self._known(there):
            self.open_question(there)
        return replace(outcome, news=True, about=question) if outcome.kind == "accepted" else outcome

    def reply(self, typed: str, beside: str = "") -> Outcome:
        """Take one reply to the current question; ``beside`` is what was right of one refused before (`Outcome.kept`)."""
        question = self._current()
        if question is None:
            return self._put_right(typed) or Outcome("done", ALL_DONE)
        if not typed.strip() and self._opened and self._interview.answered(question, self._state):
            self._opened = ""
            return Outcome("accepted", UNCHANGED)
        if back := self._put_right(typed):
            return back
        from prompts.replies import Accepted, Refused, parse  # noqa: PLC0415  replies are read once there is one

        said = self._of_last_year(question, meant(typed, question.field))
        reply = parse(question, said, self._state, this_year=self._today().year)
        if isinstance(reply, Refused):
            return self._meant_before(typed) or self._unclear(question, typed, reply)
        if isinstance(reply, Command):
            return self._obey(reply, question, typed)
        if beside and isinstance(first := parse(question, beside, self._state), Accepted):
            values = {slot: value or first.values.get(slot) for slot, value in reply.values.items()}
            reply = Accepted(values, showing.words(question, values))
        if said != typed:
            reply = replace(reply, said=reply.said or f"“{said.strip()}”。")
        return self._accept(question, self._beside_ticks(question, reply), typed)

    def _unclear(self, question: Question, typed: str, reply: "Refused") -> Outcome:
        """What is no answer: why, and what would be one."""
        asked = self._view(question).pending
        unclear = f"“{typed.strip()}”没看懂。" if typed.strip() else "这里要答一句；现在答不了，写“跳过”。"
        return Outcome("refused", f"{unclear}{asked}" if asked else reply.sentence, kept=reply.kept)

    def _meant_before(self, typed: str) -> Outcome | None:
        """不对，是25年, no answer here but one to the number asked just before: taken there."""
        from assistant.correcting import CLAUSES, takes_back  # noqa: PLC0415
        from prompts.replies import Accepted, parse  # noqa: PLC0415

        clauses, before = CLAUSES.split(typed.strip(), maxsplit=1), self._answered_last()
        if len(clauses) < 2 or not takes_back(clauses[0]) or before is None or before.kind != "number":
            return None
        if not isinstance(parse(before, typed, self._state, this_year=self._today().year), Accepted):
            return None
        self.open_question(before.id)
        return self.reply(typed)

    def tick(self, themes: Sequence[str], extra: str = "") -> Outcome:
        """Answer a tick list; ``extra`` is what the person wrote beside it, line by line."""
        question = self._current()
        if question is None or question.kind != "ticks":
            return Outcome("refused", "这一问没有可勾选的内容，请直接填写。")
        from prompts.replies import ticked  # noqa: PLC0415

        return self._accept(
            question,
            ticked(question, tuple(themes), self._of_last_year(question, meant(extra, question.field))),
            "、".join([*themes, extra]),
        )

    def tick_numbers(self, typed: str) -> Outcome | None:
        """Answer a tick list that was shown with numbers (``1 3 5``, or the names), or change it (``去掉 3``).

        None for an ordinary `reply`. A list that was changed stays open.
        """
        view = self.question()
        read = read_ticks(view, typed) if view and view.kind == "ticks" else None
        if isinstance(read, NoTicks):
            return Outcome("refused", read.sentence)
        if view is None or read is None:
            return None
        outcome = self.tick(read.themes, "\n".join(read.lines))
        following = self.question()
        if read.edited and not (following and following.wording):
            self.open_question(view.id)
        return outcome

    def confirm(self, proposal: Proposal) -> Outcome:
        """Record what was proposed, as one batch; what it left open is asked next, at its table."""
        if not proposal.values:
            return Outcome("refused", proposal.questions[0].value if proposal.questions else "没有可记的。")
        from assistant.waiting import table_to_ask  # noqa: PLC0415

        opened = self._opened
        question, values = self._question_of(proposal), {**proposal.values, **self._gates_open(proposal)}
        change = turned(values, self._state, self._answers)
        asked = f"还有 {len(proposal.questions)} 处要问。" if proposal.questions else ""
        table = table_to_ask(proposal)
        owner = next(
            (one for one in self._interview.questions if one.kind == "table" and one.table == table), None
        )
        hint = self._hint(values)
        outcome = self._record(
            question,
            values,
            proposal.line or proposal.typed,
            (change or "记下了。") + hint + asked,
            then=proposal.question if isinstance(proposal, Mended) else owner.id if owner else "",
        )
        if isinstance(proposal, Mended) and opened and self._known(opened):
            self._opened = opened
        return replace(outcome, news=bool(change or outcome.news))

    def _gates_open(self, proposal: Proposal) -> Mapping[str, Value]:
        """What a sentence leaves to be asked of a table says that there is something for it, whatever was said before."""
        tables = (slot.removeprefix("asked.") for slot in proposal.values if slot.startswith("asked."))
        return {
            f"gate.{table}": True for table in tables if self._state.answers.get(f"gate.{table}") is False
        }

    def decline(self, proposal: Proposal) -> Outcome:
        """Take the sentence as an ordinary reply to its question, in the person's words."""
        return self.reply(proposal.typed)

    def open_part(self, key: str) -> QuestionView | None:
        """Go to a part of the task list: to its first open question, else its first; None when nothing is asked there."""
        asked = [one for one in self._interview.relevant(self._state) if one.part == key]
        self._part = key if asked else ""
        waiting = [one for one in asked if not self._interview.answered(one, self._state)]
        return self.open_question((waiting or asked)[0].id) if asked else None

    def keep_unsent(self, question_id: str, text: str) -> None:
        """Remember what stands typed at a question and is not sent, over a restart; empty text forgets it."""
        if self.report_id is not None and text != self.unsent(question_id):
            self._store.save_unsent(self._report, question_id, text)

    def unsent(self, question_id: str) -> str:
        """What stood typed and unsent at a question when somebody last looked away from it."""
        return self._store.unsent(self.report_id).get(question_id, "") if self.report_id else ""

    def left_unsent(self) -> tuple[str, ...]:
        """Ids of the answered questions at which words stand unsent: the interview itself does not come by them again."""
        words = self._store.unsent(self.report_id) if self.report_id else {}
        asked = (one for one in self._interview.relevant(self._state) if one.id in words)
        return tuple(one.id for one in asked if self._interview.answered(one, self._state))

    def can_move(self) -> tuple[bool, bool]:
        """Whether there is something to take back, and something to bring back."""
        return self._store.can_move(self.report_id) if self.report_id else (False, False)

    def undo(self) -> str:
        """Take the last reply back, and go to its question."""
        batch = self._store.undo(self._report, self._who)
        return self._moved("已撤销", batch, reopen=True) if batch else "没有可以撤销的回答了。"

    def redo(self) -> str:
        """Bring back the reply taken back last."""
        batch = self._store.redo(self._report, self._who)
        return self._moved("已恢复", batch, reopen=False) if batch else "没有可以恢复的回答。"

    def _obey(self, command: Command, question: Question, typed: str) -> Outcome:
        if command.name == "help":
            return Outcome("help", question.help)
        if command.name == "back":
            return self._back(question)
        if command.name == "same":
            return self._same_as_last_year(question)
        from prompts.replies import skipped  # noqa: PLC0415

        if self._pending(question):
            return self._record(question, {f"asked.{question.table}": ()}, typed, "先空着，填表时再填。")
        return self._record(question, skipped(question), typed, "已跳过，以后随时可以再答。")

    def _back(self, question: Question) -> Outcome:
        asked = [
            one for one in self._interview.relevant(self._state) if one.slots[0] not in self._state.implied
        ]
        earlier = asked[: asked.index(question)] if question in asked else asked
        if not earlier:
            return Outcome("refused", "这已经是第一问了。")
        last = self._answered_last() if self._pending(question) else None
        self.open_question(last.id if last else earlier[-1].id)
        return Outcome("back", "回到上一问；不改就直接按回车。")

    def _same_as_last_year(self, question: Question) -> Outcome:
        values = self._last_answers(question)
        if question.kind == "table":
            return Outcome(
                "refused", "表里的数要按今年的实际填，不整张沿用；去年的数写在每一格旁边，一样的照着填。"
            )
        if not values and self._last and question.optional:
            from prompts.replies import skipped  # noqa: PLC0415  replies are read once there is one

            return self._record(question, skipped(question), "同上年", "去年没有写，今年也不写。", "carried")
        if not values:
            return Outcome("refused", f"这里没有去年的回答可以沿用，请直接填，例如：{question.example}。")
        from assistant.carried import rewritten_before  # noqa: PLC0415  few answers are taken over

        before = rewritten_before(self._store, self._state, question)
        said = f"按去年的记下：{showing.words(question, values)}。请核对。{before}"
        return self._record(question, values, "同上年", said, "carried")

    def _moved(self, what: str, batch: Batch, *, reopen: bool) -> str:
        self._reload()
        if batch.edited:
            return f"{what}：{desk.edit_of(self.draft(), batch.edited)}。"
        if desk_work := desk.work_of(batch.slots[0]):
            return f"{what}：{desk_work}。"
        if all(slot.startswith(CHECKED) for slot in batch.slots):
            return f"{what}：刚才核对过的那一处。"
        answered = [slot for slot in batch.slots if not slot.startswith(("asked.", "again.", "left."))]
        if not answered:
            return f"{what}：刚才那一句里要问的。"
        owner = next((one for one in self._interview.questions if answered[0] in one.slots), None)
        if owner is None:
            return f"{what}：表格里的 {len(batch.slots)} 格。"
        if reopen and self._known(owner.id):
            self._opened = owner.id
        return f"{what}：{owner.ask}"
