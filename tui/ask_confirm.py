"""A sentence that says more than was asked, while it waits for its confirmation.

One decision: its words are on disk from the moment it is shown until somebody has decided about it. So looking at the
draft, going to another question and leaving lose nothing: where it was typed, it is asked about again.
"""

import contextlib
import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from assistant.against import says_which
from assistant.assistant import Assistant
from assistant.ticking import none_of_them
from assistant.views import Outcome, Proposal, QuestionView
from report.lazily import pattern
from tui import ask_lines
from tui.ask_commands import GO_BACK, HELP, LEAVE, asks_why, fold, goes_elsewhere

_YES = (
    "",
    "对",
    "对的",
    "是",
    "是的",
    "好",
    "好的",
    "嗯",
    "行",
    "可以",
    "没错",
    "对没错",
    "是的没错",
    "确认",
    "没问题",
    "y",
    "yes",
    "ok",
)
_OWN_WORDS = ("不", "否", "照原话", "照原话记", "原话", "n", "no")
_WRONG = ("不对", "不是", "错了", "不对的", "有误")
_DROP = ("返回", "撤销", "取消", "算了", "不记", "不记了", "不要了", "作废")
_MORE = pattern(r"(?:还有|另外|加上|再加上?|补充(?:一下|一句)?)[：:，,\s]*(.+)\Z", re.DOTALL)
_HOW = "  听到的对，就直接回车；不对，把话重说一遍；写“不”照原话记；写“返回”这一句不记。"


class Leave(Exception):  # noqa: N818  leaving is no error
    """The person leaves, or the input ends."""


class Confirming:
    """Sentences that wait for a yes.

    Args:
        assistant: The open assistant.
        listen: Gives the next reply; raises `Leave` at the end of the input.
        tell: Prints lines.
        obey: Obeys a word that works at every question; False when it is none.
    """

    def __init__(
        self,
        assistant: Assistant,
        listen: Callable[[], str],
        tell: Callable[[Iterable[str]], None],
        obey: Callable[[str, QuestionView | None], bool],
    ) -> None:
        """See the class."""
        self.assistant = assistant
        self._listen = listen
        self._tell = tell
        self._obey = obey

    def settle(self, proposal: Proposal, view: QuestionView) -> Outcome | str | None:
        """What came of a proposal: it is recorded, or what is said instead; None when it was left unsaid, or for later."""
        while True:
            self._tell(ask_lines.proposal_lines(proposal))
            if not proposal.values:
                self._tell(["  这一句还没有记：把上面问的说清楚，再说一遍。"])
                return None
            self.assistant.keep_unsent(proposal.question, proposal.typed)
            said = self._heard(proposal, view)
            if not isinstance(said, Proposal):
                return said
            proposal = said

    def _heard(self, proposal: Proposal, view: QuestionView) -> Outcome | str | Proposal | None:
        """One decision about a proposal; another proposal when it is to be decided anew."""
        while True:
            said = self._listen_or_keep(proposal, view)
            word = fold(said)
            if goes_elsewhere(word) or word in GO_BACK:
                self._tell([f"  “{proposal.typed}”先留着，回到这一问时再问您。"])
                return None if self._obey(said, view) else self.assistant.reply("返回")
            if asks_why(word) or none_of_them(said):
                why = [f"  {view.help}", f"  依据：{view.law}"] if asks_why(word) and word not in HELP else []
                self._tell([*why, _HOW])
            elif word in _WRONG:
                self._tell(["  哪里不对？把话重说一遍；写“不”照原话记；写“返回”这一句不记。"])
            elif word not in (*_YES, *_OWN_WORDS, *_DROP) and self._obey(said, view):
                self._tell(["", f"  刚才那一句“{proposal.typed}”还等您定："])
                return proposal
            else:
                return self._decided(proposal, said)

    def _decided(self, proposal: Proposal, said: str) -> Outcome | str | Proposal | None:
        word = fold(said).replace("，", "").replace(",", "")
        ends = word in (*_YES, *_OWN_WORDS, *_DROP)
        if joined := None if ends else self._added(proposal, said) or self._joined(proposal, said):
            self._tell(["  接在刚才那一句里："])
            return joined
        self.assistant.keep_unsent(proposal.question, "")
        if proposal.questions and says_which(said):
            self._tell([f"  {self._confirmed(proposal).said}"])
            return self.assistant.propose(said) or said
        if word in _DROP:
            self._tell(["  这一句没有记。"])
            return None
        if word in _YES:
            return self._confirmed(proposal)
        if word in _OWN_WORDS:
            return self.assistant.decline(proposal)
        self._tell(["  刚才那一句不要了，换成这一句。要接着补的，写“还有……”。"])
        return said

    def _confirmed(self, proposal: Proposal) -> Outcome:
        """Record it. What contradicts a table that was answered 没有 is asked at that answer; 有 brings the words back at the table."""
        outcome = self.assistant.confirm(proposal)
        following = self.assistant.question()
        line = next((one for one in proposal.questions if one.table), None)
        if line is None or following is None or following.pending:
            return outcome
        said = outcome.said.partition("还有 ")[0]
        with contextlib.suppress(KeyError):
            self.assistant.open_question(f"gate.{line.table}")
            self.assistant.keep_unsent(f"table.{line.table}", line.words)
            return replace(outcome, said=f"{said}还要问：{line.value}原来答的对就回车，这一句对就答“有”。")
        return replace(outcome, said=f"{said}还要问：{line.text}")

    def _added(self, proposal: Proposal, said: str) -> Proposal | None:
        """还有公众号5条: the sentence with the words behind it."""
        more = _MORE.match(said.strip())
        typed = f"{proposal.typed.rstrip('。；;，, ')}，{more[1]}" if more else ""
        found = self.assistant.propose(typed) if typed else None
        return replace(found, typed=typed) if found else None

    def _joined(self, proposal: Proposal, said: str) -> Proposal | None:
        """What was asked beside the proposal, answered: the sentence as it would have been said with the answer in it.

        None when the words are a new sentence in place of the first.
        """
        alone = self.assistant.propose(said)
        if alone is not None and proposal.values.keys() <= alone.values.keys():
            return None
        for line in proposal.questions:
            at = proposal.typed.find(line.words) + len(line.words)
            typed = f"{proposal.typed[:at]}，{said.strip()}{proposal.typed[at:]}"
            found = self.assistant.propose(typed) if line.words in proposal.typed else None
            if found and len(found.questions) < len(proposal.questions) and said.strip() not in found.rest:
                return replace(found, typed=typed)
        return None

    def _listen_or_keep(self, proposal: Proposal, view: QuestionView) -> str:
        """The next reply. Who leaves is told that the words are kept; where only words are asked for, they stand there too.

        Raises:
            Leave: the input has ended, or the person leaves.
        """
        said = self._listen_or_none()
        if said is not None and fold(said) not in LEAVE:
            return said
        noted = view.kind == "note" and self.assistant.decline(proposal).kind in {"accepted", "done"}
        kept = "没有等到确认，原话已先记下" if noted else "没有等到确认，还没有记"
        self._tell([f"  {kept}，下次开头再问您：“{proposal.typed}”。"])
        raise Leave

    def _listen_or_none(self) -> str | None:
        """The next reply; None at the end of the input."""
        try:
            return self._listen()
        except Leave:
            return None
