r"""A person's edit and a newly generated text are joined token by token, numbers whole.

With a whole paragraph as one line every change would conflict; with a digit as one token 119 and 124 could be mixed to
a number nobody gave. So a token is one number (``\d+(\.\d+)?``) or one character. Where both sides changed the same
place differently, nothing is decided here: the person's words stand, and the clash is shown in pieces one can read.
"""

import re
from bisect import bisect_left, bisect_right
from difflib import SequenceMatcher
from itertools import accumulate

import msgspec

from report.lazily import pattern

_TOKEN = pattern(r"\d+(?:\.\d+)?|.", re.DOTALL)
SENTENCE = pattern(r"[^。]*(?:。[”’）】]*|\Z)")
"""A sentence with its end mark."""
_PIECE = pattern(r"[，。；：、（）]")
"""Marks between which a clash is shown."""

Span = tuple[int, int]


class Clash(msgspec.Struct, frozen=True):
    """One place that both sides changed, each side's piece between its marks; a piece may be empty."""

    was: str
    """As it was generated when the person wrote."""
    now: str
    """As it is generated now."""
    mine: str
    """As the person wrote it."""


class Merged(msgspec.Struct, frozen=True):
    """The joined text, with the person's words where both sides changed."""

    text: str
    clashes: tuple[Clash, ...] = ()
    taken: str = ""
    """The joined text with the newly generated sentences in place of those in which something clashes."""


def merge(base: str, edited: str, generated: str) -> Merged:
    """Join what a person changed (``base`` → ``edited``) with what the answers changed (``base`` → ``generated``).

    Args:
        base: The generated text the person saw when editing.
        edited: The text the person left.
        generated: The text generated from today's answers.
    """
    if edited == base:
        return Merged(generated, taken=generated)
    if generated in (base, edited):
        return Merged(edited, taken=edited)
    tokens = [_TOKEN.findall(text) for text in (base, edited, generated)]
    at = [[0, *accumulate(map(len, each))] for each in tokens]
    text, clashes, places = "", [], []
    anchors: list[Span] = []
    begins = (0, 0, 0)
    written = _written(base, edited)
    for ends in _shared(*tokens):
        was, mine, theirs = (each[low:high] for each, low, high in zip(tokens, begins, ends, strict=True))
        at_mine = (at[1][begins[1]], at[1][ends[1]])
        theirs_only = mine == was and theirs != was
        words = theirs_only and _rewords(was, theirs, edited, at_mine, written)
        follows = [] if words else _with_numbers(was, mine, theirs)
        taken = theirs if mine == was and not words else follows or mine
        start, text = len(text), text + "".join(taken)
        if (words or was not in (mine, theirs)) and mine != theirs and not follows:
            spans = [(each[low], each[high]) for each, low, high in zip(at, begins, ends, strict=True)]
            pieces = [_widened(one, span) for one, span in zip((base, edited, generated), spans, strict=True)]
            clashes.append(Clash(pieces[0], pieces[2], pieces[1]))
            places.append(((start, len(text)), spans[2]))
        anchors.append((len(text), at[2][ends[2]]))
        text += "".join(tokens[0][ends[0] : ends[0] + 1])
        begins = (ends[0] + 1, ends[1] + 1, ends[2] + 1)
    return Merged(text, tuple(clashes), _taken(text, generated, places, anchors))


def _written(base: str, edited: str) -> list[Span]:
    """Where the sentences stand that a person wrote or changed."""
    old = set(SENTENCE.findall(base))
    return [match.span() for match in SENTENCE.finditer(edited) if match[0] and match[0] not in old]


def _rewords(was: list[str], theirs: list[str], edited: str, at: Span, written: list[Span]) -> bool:
    """Whether words, and not only numbers, would change inside a sentence that a person wrote."""
    if [one for one in was if not one[0].isdigit()] == [one for one in theirs if not one[0].isdigit()]:
        return False
    new, gone = "".join(theirs), "".join(was)
    before, after = edited[: at[0]], edited[at[1] :]
    for piece in (new, gone):  # whole sentences may come and go between those that were written
        ended = not before or before.endswith("。")
        whole = piece.endswith("。") if ended else piece.startswith("。") and after.startswith("。")
        if piece and not whole:
            break
    else:
        return False
    return any(low <= at[0] and at[1] <= high and not (at[0] == at[1] == low) for low, high in written)


def _with_numbers(was: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """A person's words around a number they left as it was, with the number of today; empty where it is not so plain."""
    pairs = list(zip(was, theirs, strict=False))
    changed = {old: new for old, new in pairs if old != new}
    plain = all(old[0].isdigit() and was.count(old) == mine.count(old) == 1 for old in changed)
    if len(was) != len(theirs) or not plain or not all(new[0].isdigit() for new in changed.values()):
        return []
    return [changed.get(token, token) for token in mine]


def merge_sentences(base: str, edited: str, generated: str) -> str:
    """The same with whole sentences: a sentence that a person touched stays theirs, all others are the generated ones."""
    old, mine, theirs = ([one for one in SENTENCE.findall(text) if one] for text in (base, edited, generated))
    written = _replaced(old, mine)
    given = [
        change
        for change in _replaced(old, theirs)
        if not any(_meet(change, other) for other in written) or change[0] == change[1]
    ]
    text, at = "", 0
    for low, high, new in sorted([*given, *written], key=lambda change: change[:2]):
        text += "".join(old[at:low]) + new
        at = max(at, high)
    return text + "".join(old[at:])


def _replaced(old: list[str], new: list[str]) -> list[tuple[int, int, str]]:
    """What changed, sentence for sentence where as many came as went: (from, to, text in their place)."""
    changes: list[tuple[int, int, str]] = []
    for tag, low, high, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and high - low == stop - start:
            changes += [(low + step, low + step + 1, new[start + step]) for step in range(high - low)]
        elif tag != "equal":
            changes.append((low, high, "".join(new[start:stop])))
    return changes


def _meet(change: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return change[0] < other[1] and other[0] < change[1]


def _matches(base: list[str], other: list[str]) -> dict[int, int]:
    """Base index → index in ``other`` for the tokens that stayed."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _shared(base: list[str], edited: list[str], generated: list[str]) -> list[tuple[int, int, int]]:
    """Positions of the tokens all three texts share, in order, and the three ends as the last."""
    in_edited, in_generated = _matches(base, edited), _matches(base, generated)
    kept = [
        (at, in_edited[at], in_generated[at])
        for at in range(len(base))
        if at in in_edited and at in in_generated
    ]
    return [*kept, (len(base), len(edited), len(generated))]


def _widened(text: str, span: Span) -> str:
    """What stands there from mark to mark, so that it can be read."""
    marks = [match.start() for match in _PIECE.finditer(text)]
    low = max((mark + 1 for mark in marks if mark < span[0]), default=0)
    high = min((mark for mark in marks if mark >= span[1]), default=len(text))
    return text[low:high]


def _taken(text: str, generated: str, places: list[tuple[Span, Span]], anchors: list[Span]) -> str:
    """The joined text with the generated sentences where something clashes: as many on each side as belong together."""
    result, done = "", 0
    for mine, theirs in _sentences_of(text, generated, places, anchors):
        result += text[done : mine[0]] + generated[theirs[0] : theirs[1]]
        done = mine[1]
    return result + text[done:]


def _sentences_of(
    text: str, generated: str, places: list[tuple[Span, Span]], anchors: list[Span]
) -> list[tuple[Span, Span]]:
    """Whole sentences around each clash, widened until what they share lies inside on both sides; no two overlap."""
    found: list[tuple[Span, Span]] = []
    for place in places:
        mine, theirs, before = *place, None
        while before != (mine, theirs):
            before = mine, theirs
            mine, theirs = _whole(text, mine), _whole(generated, theirs)
            inside = [
                each for each in anchors if mine[0] <= each[0] < mine[1] or theirs[0] <= each[1] < theirs[1]
            ]
            mine = _around(mine, [each[0] for each in inside], len(text))
            theirs = _around(theirs, [each[1] for each in inside], len(generated))
        if found and (mine[0] < found[-1][0][1] or theirs[0] < found[-1][1][1]):
            last = found.pop()
            mine = (min(mine[0], last[0][0]), max(mine[1], last[0][1]))
            theirs = (min(theirs[0], last[1][0]), max(theirs[1], last[1][1]))
        found.append((mine, theirs))
    return found


def _whole(text: str, span: Span) -> Span:
    """The span with the sentences it touches."""
    ends = [0, *(match.end() for match in SENTENCE.finditer(text) if match.group())]
    low = ends[max(bisect_right(ends, span[0]) - 1, 0)]
    high = ends[min(bisect_left(ends, max(span[1], low + 1)), len(ends) - 1)]
    return (min(low, span[0]), max(high, span[1]))


def _around(span: Span, points: list[int], end: int) -> Span:
    return (min([span[0], *points]), min(max([span[1], *(point + 1 for point in points)]), end))
