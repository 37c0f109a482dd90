"""What is offered for words that wait in a draft, and the note with the sentence in it that a person settled on."""

from collections.abc import Sequence

from msgspec.structs import replace

from assistant.drafting import Draft
from assistant.origins import waiting_words
from phrasebank.offering import Offer, offer
from phrasebank.reading import as_final, final_words
from phrasebank.register import Voice
from phrasebank.understand import understand_text
from report.lazily import pattern


def offered(draft: Draft, words: str) -> Offer | None:
    """What is offered for the words, if they still wait in the draft."""
    voice = Voice(draft.document.unit, draft.document.year)
    waits = [one for one in draft.sentences if one.kind == "verbatim"]
    others = {source for one in waits for source in one.sources}
    for sentence in waits:
        if waiting_words(sentence.text) == words:
            made = offer(words, sentence.sources, draft.narrative.clauses, voice, others)
            return _only_said(made, words) if made else None
    return None


def _only_said(made: Offer, words: str) -> Offer:
    """What somebody only adds to a clause about the work (查阅点2个，没人去) is asked about, and no sentence is made of it."""
    at = made.note.text.find(words)
    if made.reason or at < 1 or not _BY_THE_WAY.search(words) or any(mark.isdecimal() for mark in words):
        return made
    clause = next(iter(understand_text(words, made.note.field)), None)
    if clause is None or clause.themes:
        return made
    return replace(made, start=at, end=at + len(words), sentence="", reason="随口一说")


_BY_THE_WAY = pattern(
    "大家|都说|有人说|挺|蛮|得很|太(?!阳)|真(?!实)|老是|总是|早该|没人|不错|一般(?:般|$)|好看|难看|累|烦|嫌|骂|吵|抱怨|埋怨|头疼|糟心|气人"
)


_MARKS = "，、；。,; \u3000"


def rewritten(lines: Sequence[str], settled: Sequence[tuple[Offer, str]]) -> tuple[str, ...]:
    """The lines of a note, the jotted words taken out of theirs and the sentences behind what is left of it.

    Args:
        lines: The note.
        settled: What was offered, with the place of the words, and what is to be printed; empty where they are left out.
    """
    result: list[str] = []
    behind: list[str] = []
    taken = sorted(settled, key=lambda one: one[0].start)
    for line in lines:
        if behind and not final_words(line):  # sentences written before stand before those written now
            result += behind
            behind = []
        mine = [one for one in taken if one[0].note.text == line]
        taken = [one for one in taken if one not in mine]  # a line jotted twice is changed once
        finals = (as_final(sentence) for _, sentence in mine if sentence)
        result += filter(None, (_without(line, [made for made, _ in mine]),))
        behind += finals
    return (*result, *behind)


def _without(line: str, made: Sequence[Offer]) -> str:
    """The line without these stretches; what is left of it keeps the mark it was parted by."""
    rest, at = "", 0
    for one in (*made, None):
        piece = line[at : one.start if one else len(line)]
        parted = "；" if "；" in rest[-1:] + piece[:1] + line[at - 1 : at] + line[at : at + 1] else "，"
        piece = piece.strip(_MARKS) if at else piece.rstrip(_MARKS) if one else piece
        rest = parted.join(filter(None, (rest, piece)))
        at = one.end if one else at
    return rest
