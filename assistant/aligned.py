"""Which generated sentence stood where a person's sentence stands now.

One decision: the place in the paragraph tells it, not the words. Sentences left as they were are the fixed points;
between two of them as many new sentences as old ones replace each other in order, however little they are alike.
Only where their numbers differ does likeness choose.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from report.document import Sentence

_ALIKE = 0.3
"""Where sentences were added, taken out or joined: a sentence less like all of those is the person's alone."""


def behind(generated: Sequence[Sentence], printed: Sequence[str]) -> tuple[tuple[Sentence, ...], ...]:
    """For each printed sentence the generated ones it came from: none for one a person added, several for joined ones."""
    texts = [sentence.text for sentence in generated]
    found: list[tuple[Sentence, ...]] = []
    for tag, low, high, start, stop in SequenceMatcher(None, texts, printed, autojunk=False).get_opcodes():
        old, new = generated[low:high], printed[start:stop]
        if tag == "equal" or len(old) == len(new):
            found += [(sentence,) for sentence in old]
        elif len(new) == 1:
            found.append(tuple(old))
        else:
            found += [_nearest(old, text) for text in new]
    return tuple(found)


def _nearest(old: Sequence[Sentence], text: str) -> tuple[Sentence, ...]:
    likes = [SequenceMatcher(None, one.text, text, autojunk=False).ratio() for one in old]
    best = max(likes, default=0.0)
    return (old[likes.index(best)],) if best >= _ALIKE else ()
