"""这样没错: what a check asks a person to look at, and the person has looked at.

One decision: it is kept with the numbers it was said of (slot ``checked.<mark>``). So it counts for nothing as soon as one
of them changes; what the law or the sums forbid, and what contradicts a table, cannot be looked away.
"""

from collections.abc import Mapping, Sequence

from assistant.drafting import mark_of
from assistant.mended import Mended
from assistant.session import Session
from assistant.views import Proposal, ProposalLine
from phrasebank.material import Conflict
from prompts.question import Question, Value
from report.lazily import pattern
from report.numerals import read_numeral

_BOTH = "两边都发"
"""What closes parts that add up to more: kept in the note, and said in the text."""
_ALL = "*"
_RIGHT = pattern(
    r"(?:第?(?P<number>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})(?:处|个|条|点)?|(?P<all>全部|全都|都|所有的?|每处))?"
    r"(?:这|那|数|这个数|这些数|上面|刚才|前面|确实|的确|我|都|已经|已|是|就|也)*"
    r"(?:(?:这样|这么多|这个数|这么写)?(?:没有?错|没有?问题|没算错|没写错|无误|是对的)|就是这样|就是这么多|核对(?:过了?|了|无误|好了)|核过了?|看过了?)(?:的|了|啊|呢)*"
)


class LookedAt(Session):
    """Findings that may be right as they are."""

    def confirmable(self, text: str) -> bool:
        """Whether a person may say of an open point, called by its sentence, that it is right as it is."""
        return self._closing(text) is not None

    def confirm_finding(self, text: str) -> str:
        """Keep that an open point is right as it is, until one of its numbers changes; undo takes it back.

        Args:
            text: The sentence of the open point (`OpenPoint.text`).

        Returns:
            What came of it, in one sentence.
        """
        values = self._closing(text)
        if values is None:
            return "这一处要改了数或原话才算完，不能只说没错。"
        self._write(self._interview.fill(values, {}), text)
        return "已核对，不再提；数一变就再问。"

    def _looked_at(self, question: Question | None, typed: str) -> Proposal | None:
        """两边都发, 这样没错: which open point it closes, to be confirmed; None for any other reply, and where none is open."""
        both, which = _may_overlap(typed), _which(typed)
        if self.report_id is None or (not both and which is None):
            return None
        here, words = question.id if question else "", typed.strip(" 。；;，,！!")
        open_now = [text for text in self._open_to_look() if not both or self._overlaps(text)]
        if not open_now:
            return None if both or (question and question.kind == "yesno") else _nothing_open(here, typed)
        chosen = open_now if both or not which else _chosen(which, open_now)
        if len(chosen) != 1 and which != _ALL:
            told = (text.rstrip("。") for text in open_now)
            listed = "；".join(f"{number}. {text}" for number, text in enumerate(told, 1))
            sentence = f"要核对的有 {len(open_now)} 处：{listed}。哪一处没错？写“第1处没错”，或者“都没错”。"
            line = ProposalLine("核对", sentence, typed, question=True)
            return Proposal(here, typed, (line,), "", {})
        values: dict[str, Value] = {}
        lines = []
        for text in chosen:
            values |= self._closing(text, words if both else _BOTH) or {}
            kept = "（记为：有的信息几个渠道都发）" if self._overlaps(text) else ""
            lines.append(ProposalLine("已核对", f"{text}{kept}", typed))
        return Mended(here, typed, tuple(lines), "", values)

    def _overlaps(self, text: str) -> bool:
        """Whether an open point is about parts that add up to more than their whole."""
        return any(one.question == text for one in self.draft().narrative.conflicts)

    def _open_to_look(self) -> list[str]:
        """The sentences of all that may be confirmed."""
        draft = self.draft()
        every = (
            *(one.question for one in draft.narrative.conflicts),
            *(one.message for one in draft.findings),
        )
        return [text for text in every if self._closing(text) is not None]

    def _closing(self, text: str, words: str = _BOTH) -> Mapping[str, Value] | None:
        """What is recorded when it is right as it is; None where it cannot be."""
        draft = self.draft()
        finding = next((one for one in draft.findings if one.message == text), None)
        if finding is not None:
            mark = mark_of(finding, draft.document.figures)
            return {mark: finding.message} if finding.severity != "error" else None
        conflict = next((one for one in draft.narrative.conflicts if one.question == text), None)
        return self._said_of(conflict, words) if conflict is not None and not conflict.cells else None

    def _said_of(self, conflict: Conflict, words: str) -> Mapping[str, Value] | None:
        """The note with what explains its numbers behind them."""
        first = conflict.words.partition("，")[0]
        for question in self._interview.relevant(self._state):
            for slot in question.slots:
                lines = self._state.answers.get(slot)
                if (
                    question.field != conflict.field
                    or not slot.startswith("note.")
                    or not isinstance(lines, tuple)
                ):
                    continue
                for place, line in enumerate(lines):
                    if first in line:
                        said = f"{line.rstrip('。；;，, ')}，{words}"
                        return {slot: (*lines[:place], said, *lines[place + 1 :])}
        return None


def _nothing_open(question: str, typed: str) -> Proposal:
    line = ProposalLine("核对", "现在没有等着核对的。", typed, question=True)
    return Proposal(question, typed, (line,), "", {})


def _may_overlap(typed: str) -> bool:
    from phrasebank.plan.overlap import says_overlap  # noqa: PLC0415  words are read when there are some

    return says_overlap(typed)


def says_right(typed: str) -> bool:
    """Whether a reply says that what was asked about is right as it is: 这样没错, 第2处没错, 都没错."""
    return _which(typed) is not None


def _which(typed: str) -> str | None:
    """Which of several open points is said to be right: a number, ``_ALL``, or empty for the only one; None for any other reply."""
    match = _RIGHT.fullmatch(typed.strip(" 。！!，,"))
    if match is None:
        return None
    return _ALL if match["all"] else match["number"] or ""


def _chosen(which: str, texts: Sequence[str]) -> Sequence[str]:
    if which == _ALL:
        return texts
    number = read_numeral(which)
    return [text for place, text in enumerate(texts, 1) if place == number]
