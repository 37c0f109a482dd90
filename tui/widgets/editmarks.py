"""What a person changed in a paragraph, as stretches to be drawn: whole words, and whole sentences where little stayed.

One decision: a change is to be read, not to be as short as can be. So texts are compared sentence by sentence, words are
never cut, a few characters left alone between two changes belong to the change, and a sentence of which less than half
stayed is shown as one taken out and one put in.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import NamedTuple

from report.lazily import pattern
from tui.widgets.words import borders
from tui.widgets.wrap import atoms

_ANOTHER_TEXT = 0.3
"""Two texts less alike are not marked at all: nothing could be read between the marks."""
_ANOTHER_SENTENCE = 0.5
"""Two sentences less alike are shown whole."""
_ISLAND = 3
"""Fewer characters than these between two changes belong to the change."""
_SENTENCE = pattern(r"[^。]+(?:。[”’）】]*|\Z)|。")


class Stretch(NamedTuple):
    """A piece of the new text, with what was taken out before it."""

    gone: str
    text: str
    changed: bool


def stretches(before: str, now: str) -> Iterator[Stretch]:
    """The new text from beginning to end; the texts of all stretches joined are the text itself."""
    if _likeness(_words(before), _words(now)) < _ANOTHER_TEXT:
        yield Stretch("", now, changed=True)
        return
    old, new = _SENTENCE.findall(before), _SENTENCE.findall(now)
    for tag, low, high, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Stretch("", "".join(new[start:stop]), changed=False)
        else:
            yield from _rewritten(old[low:high], new[start:stop])


def _rewritten(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Sentences that changed: each beside the one it came from, in order."""
    at = 0
    for number, sentence in enumerate(new):
        words = _words(sentence)
        likes = [_likeness(_words(one), words) for one in old[at:]]
        if likes and max(likes) >= _ANOTHER_SENTENCE:
            found = at + likes.index(max(likes))
            if at < found:
                yield Stretch("".join(old[at:found]), "", changed=True)
            yield from _within(_words(old[found]), words)
            at = found + 1
        else:
            spare = max(len(old) - at - (len(new) - number - 1), 0)
            yield Stretch("".join(old[at : at + spare]), sentence, changed=True)
            at += spare
    if at < len(old):
        yield Stretch("".join(old[at:]), "", changed=True)


def _within(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """One sentence, word by word."""
    gone = put = ""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (tag, low, high, start, stop) in enumerate(codes):
        was, text = "".join(old[low:high]), "".join(new[start:stop])
        island = 0 < number < len(codes) - 1 and len(text) < _ISLAND
        if tag == "equal" and not island:
            if gone or put:
                yield Stretch(gone, put, changed=True)
            gone = put = ""
            yield Stretch("", text, changed=False)
        else:
            gone, put = gone + was, put + text
    if gone or put:
        yield Stretch(gone, put, changed=True)


def _likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Share of characters that stayed, in words that stayed whole."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    same = sum(len(word) for block in blocks for word in old[block.a : block.a + block.size])
    return 2 * same / max(sum(map(len, old)) + sum(map(len, new)), 1)


def _words(text: str) -> list[str]:
    """The words of a text, numbers with what counts them and marks with what they close."""
    whole = {0, *accumulate(len(atom) for atom in atoms(text))}
    cuts = sorted(whole & {0, *borders(text)})
    return [text[start:end] for start, end in pairwise(cuts)]
