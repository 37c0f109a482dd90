"""What is offered for words that wait in a draft, and the note with the sentence in it that a person settled on."""

from collections.abc import Sequence

from assistant.drafting import Draft
from assistant.origins import waiting_words
from phrasebank.material import Material
from phrasebank.offering import Offer, offer
from phrasebank.reading import as_final
from phrasebank.register import Voice


def offered(draft: Draft, words: str, material: Material) -> Offer | None:
    """What is offered for the words, if they still wait in the draft."""
    voice = Voice(material.unit, material.year)
    waits = [one for one in draft.sentences if one.kind == "verbatim"]
    others = {source for one in waits for source in one.sources}
    for sentence in waits:
        if waiting_words(sentence.text) == words:
            return offer(words, sentence.sources, draft.narrative.clauses, voice, others)
    return None


_MARKS = "，、；。,; \u3000"


def rewritten(lines: Sequence[str], made: Offer, sentence: str) -> tuple[str, ...]:
    """The lines of a note, the jotted words taken out of theirs and the sentence behind what is left of it.

    Args:
        lines: The note.
        made: What was offered, with the place of the words.
        sentence: What is to be printed; empty where the words are left out.
    """
    at = lines.index(made.note.text)
    line = lines[at]
    head, tail = line[: made.start].rstrip(_MARKS), line[made.end :].strip(_MARKS)
    between = "；" if "；" in line[made.start - 1 : made.start] + line[made.end : made.end + 1] else "，"
    rest = between.join(filter(None, (head, tail)))
    new = (rest, as_final(sentence) if sentence else "")
    return (*lines[:at], *filter(None, new), *lines[at + 1 :])
