"""The readings of a clause: each choice of senses that leaves no word without a place, the likeliest first."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise, product

import msgspec

from phrasebank.grammar.chunks import Chunk, chunks_of
from phrasebank.grammar.frames import Frame
from phrasebank.grammar.parser import read_frames
from phrasebank.vocabulary import load_vocabulary
from report.lazily import pattern


class Reading(msgspec.Struct, frozen=True):
    """The frames of a clause, in order, and how far-fetched the reading is."""

    frames: tuple[Frame, ...]
    cost: int


_WAYS = 160
"""So many choices of senses at most are tried for one clause."""
_KEPT = 4
"""So many readings at most are tried to be worded."""
_LONGEST = 24


@lru_cache(maxsize=2048)
def read_clause(text: str) -> tuple[Reading, ...]:
    """The readings of a clause, the likeliest first; none when some word finds no place in any."""
    chunks = chunks_of(text)
    if not chunks or len(chunks) > _LONGEST or _torn(chunks):
        return ()
    found: list[Reading] = []
    senses = [tuple(enumerate(chunk.senses)) for chunk in chunks]
    for choice in islice(product(*senses), _WAYS):
        words = [(chunk.text, sense) for chunk, (_, sense) in zip(chunks, choice, strict=True)]
        frames = read_frames(words)
        if not frames:
            continue
        cost = sum(place for place, _ in choice) + sum(map(_cost, frames))
        found.append(Reading(tuple(frames), cost))
    return tuple(sorted(found, key=lambda reading: reading.cost)[:_KEPT])


def _torn(chunks: Sequence[Chunk]) -> bool:
    """A word that we do not know was cut at a character that could be a verb: 定了交|稿时间, 统筹全|办力量, 下|月开会."""
    if _EACH.search("".join(chunk.text for chunk in chunks)):
        return True
    if any(_cuts_a_word(before, after) for before, after in pairwise(chunks)):
        return True
    for before, here, after in zip(chunks, chunks[1:], chunks[2:], strict=False):
        if len(here.text) > 1:
            continue
        kind = here.senses[0].kind
        behind_verb = before.senses[0].kind in ("verb", "perfect", "state")
        if kind == "verb" and behind_verb and after.senses[0].kind == "open":
            return True
        if kind == "state" and behind_verb and after.senses[0].kind == "verb":
            return True
    return False


_EACH = pattern(r"(?<=.{5})一([个条件批])[^，]{1,4}一\1")
"""批下来一个公布一个 counts nothing."""


def _cuts_a_word(before: Chunk, after: Chunk) -> bool:
    """One character with a sense of its own and an unknown word beside it hold a word of the language between them."""
    if "open" not in (before.senses[0].kind, after.senses[0].kind):
        return False
    text, cut = before.text + after.text, len(before.text)
    general = load_vocabulary().general
    if len(before.text) == 1 and any(text[:end] in general for end in (2, 3)):
        return True
    if any(sense.kind == "suffix" for sense in after.senses):
        return False
    return len(after.text) == 1 and any(text[start:] in general for start in (cut - 1, cut - 2) if start >= 0)


def _cost(frame: Frame) -> int:
    return 3 + 2 * max(0, len(frame.topics) - 1) + (frame.early is not None)
