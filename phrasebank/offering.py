"""A sentence offered for words that wait (【待核】): what the person jotted, lightly edited, for them to take or mend.

One decision: nothing offered is ever printed unasked. So an offer may be bolder than the register, which prints what it
words: it only has to be a better beginning than an empty line, with every number and name in it.
"""

from collections.abc import Container, Iterable, Sequence

import msgspec

from phrasebank.plan.waiting import needs_before
from phrasebank.reading import Clause, Note
from phrasebank.register import Restated, Voice, restate_line
from phrasebank.register.edits import everyday_words
from phrasebank.register.minimal import without_speech
from phrasebank.register.rewrite import normalise
from phrasebank.register.rules import shield, unshield
from phrasebank.register.safety import refusal
from phrasebank.register.small_words import classifiers
from phrasebank.register.wording import cut
from report.lazily import pattern

_SHORT = 8
"""So few characters are a piece of something: they are offered with what stands before them."""
_LONG = 90
"""A window is not made longer than this."""


class Offer(msgspec.Struct, frozen=True):
    """One place that waits, and what could be written."""

    note: Note
    start: int
    end: int
    """Where the jotted words stand in the note's text."""
    sentence: str
    """What is offered, without closing mark; empty where these words are rather left out."""
    reason: str = ""
    """Why they are rather left out (私事, 问句 …, see `phrasebank.register.safety.refusal`), or empty."""

    @property
    def words(self) -> str:
        """The jotted words."""
        return self.note.text[self.start : self.end]


def offer(
    text: str,
    waiting: Sequence[str],
    clauses: Iterable[Clause],
    voice: Voice,
    others: Container[str] = (),
) -> Offer | None:
    """What is offered for one place that waits; None where its words are in no note.

    Args:
        text: The words that wait, as they are shown.
        waiting: The jotted clauses they are (`report.document.Sentence.sources`).
        clauses: All clauses of the report (`phrasebank.material.Narrative.clauses`).
        voice: Who speaks, about which year.
        others: All clauses that wait: those right behind, in the same breath, are offered with it.
    """
    known = [clause for clause in clauses if not clause.note.final and not clause.note.ticked]
    count = len(waiting)
    for at in range(len(known) - count + 1 if count else 0):
        here = known[at : at + count]
        if [clause.text for clause in here] != list(waiting):
            continue
        if text not in here[0].note.text[here[0].start : _end(here[-1])]:
            continue
        if reason := refusal(normalise(here[0].text)):
            return Offer(here[0].note, here[0].start, _end(here[-1]), "", reason)
        first, last = _window(known, at, at + count - 1, others)
        window = known[first : last + 1]
        left = {id(clause) for clause in window if clause in here or clause.text in others}
        sentence = _sentence(window, left, voice)
        return Offer(here[0].note, window[0].start, _end(window[-1]), sentence)
    note = next((clause.note for clause in known if text in clause.note.text), None)
    start = note.text.index(text) if note else 0
    return Offer(note, start, start + len(text), _edited(text.strip("（）"))) if note else None


def _end(clause: Clause) -> int:
    return clause.start + len(clause.text)


def _window(known: Sequence[Clause], first: int, last: int, others: Container[str]) -> tuple[int, int]:
    """From where to where is offered: what says little by itself takes the clauses beside it along."""
    while first and _leans(known, first, last):
        first -= 1
    while last + 1 < len(known) and _goes_on(known, last):
        goes_along = known[last + 1].text in others and _span(known, first, last + 1) <= _LONG
        if _span(known, first, last) >= _SHORT and not goes_along:
            break
        last += 1
    return first, last


def _span(known: Sequence[Clause], first: int, last: int) -> int:
    return _end(known[last]) - known[first].start


def _goes_on(known: Sequence[Clause], at: int) -> bool:
    """The next clause stands in the same breath and may be written."""
    here, following = known[at], known[at + 1]
    between = here.note.text[_end(here) : following.start]
    same = following.note == here.note and following.line == here.line
    return same and bool(_BESIDE.fullmatch(between)) and not refusal(normalise(following.text))


def _leans(known: Sequence[Clause], first: int, last: int) -> bool:
    """The window says little without the clause before it."""
    if not _goes_on(known, first - 1) or refusal(normalise(known[first - 1].text)):
        return False
    short = _span(known, first, last) < _SHORT or needs_before(known[first].text)
    return short and _span(known, first - 1, last) <= _LONG


_BESIDE = pattern(r"[，,、\s：:（(]*")


def _sentence(window: Sequence[Clause], waiting: Container[int], voice: Voice) -> str:
    """The window in its own order: what could be worded is, what waits is edited lightly."""
    pieces: list[str] = []
    for clause in window:
        worded = None if id(clause) in waiting else restate_line((clause,), voice)
        said = worded[0].text if worded and isinstance(worded[0], Restated) else _edited(clause.text)
        pieces.append(said.strip("，；。"))
    return "，".join(filter(None, pieces))


_BRIEF = 6
"""What is left without its opening words must be more than this."""


def _edited(text: str) -> str:
    """Official equals of everyday words, 把 → 将, 个 → 件; the small words of speech at both ends fall away.

    Verbs are left as they were said: which one is meant (办、查、发) is the person's to say.
    """
    jotted = normalise(text)
    for spoken, said in _SPOKEN:
        jotted = spoken.sub(said, jotted)
    plain = without_speech(jotted)
    plain = plain if len(plain) > _BRIEF else jotted
    words = cut(unshield("".join(everyday_words(cut(shield(plain))))))
    words = ["将" if word == "把" else word for word in words]
    return _ALL.sub("均", "".join(classifiers(words)))


_SPOKEN = (
    (pattern(r"(?:啥时候|什么时候|几时)(?=[收答办发来给交查])"), "何时"),
    (pattern(r"(?:^|(?<=，))(?:咱们?|我们?|俺们?)这(?:儿|里|边)?(?=没|不|只|就|有|是)"), "本单位"),
    (pattern(r"摆了?(?:一|1)?个摊(?:子|位)?，?(?=发|宣传|讲|解)"), "设摊"),
    (pattern(r"设摊发了?"), "设摊发放"),
    (pattern(r"[弄搞整]了?(?:一|1)?个(?=[\u4e00-\u9fff]{0,4}(?:登记本|登记簿|登记表|台账))"), "建立"),
    (pattern(r"记上了?$"), "记录"),
)
"""What has one official equal wherever it stands, so that no word of it is replaced by itself."""
_ALL = pattern(r"(?<![首成])(?:全?都)(?![市城会])")
