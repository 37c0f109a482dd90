"""A person's text over a generated paragraph: joined with what the answers give now, and where it came from.

One decision: only a changed answer is held against a person's words. What another length or another wording changes is
joined sentence by sentence, and a sentence the person touched stays as they wrote it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import msgspec
from msgspec.structs import replace

from assistant.aligned import behind
from assistant.merge import SENTENCE, Clash, Merged, merge, merge_sentences
from report.document import NumberSource, Paragraph, Sentence
from report.lazily import pattern

_DIGITS = pattern(r"\d+(?:\.\d+)?")
_MOST = 60
"""Longer pieces of a clash are told by their beginning."""


class EditedText(Protocol):
    """What a person wrote over a paragraph, and the generated text they had before them."""

    @property
    def base(self) -> str:
        """The generated text they saw."""

    @property
    def text(self) -> str:
        """Their text."""

    @property
    def who(self) -> str:
        """Who they are."""


Before = Callable[[str], str | None]
"""Paragraph id → what the answers the person saw would give in the wording of today; None where that is not known."""


class Joined(msgspec.Struct, frozen=True):
    """Paragraphs with the persons' texts in them."""

    paragraphs: tuple[Paragraph, ...]
    clashes: Mapping[str, tuple[str, ...]]
    """Paragraph id → one sentence for each place where a changed answer and the person's words meet."""
    taken: Mapping[str, str]
    """Paragraph id → the text if the new sentences are taken in these places."""


Earlier = Callable[[str], Sequence[EditedText]]
"""Paragraph id → every edit of it that stands, the latest too: what the person has written over what."""


def join_edits(
    paragraphs: Sequence[Paragraph],
    edits: Mapping[str, EditedText],
    before: Before | None = None,
    earlier: Earlier | None = None,
) -> Joined:
    """Put what people wrote over the generated paragraphs.

    Args:
        paragraphs: As generated now.
        edits: Paragraph id → what was written over it.
        before: What the answers at the time of the edit would give today; None: nothing is known of them.
        earlier: The edits that stand; what a person wrote over a text once is settled when that text comes back.
    """
    joined, clashes, taken = [], {}, {}
    for paragraph in paragraphs:
        edit = edits.get(paragraph.id)
        if edit is None:
            joined.append(paragraph)
            continue
        merged = _merged(edit, paragraph, before)
        joined.append(_edited(paragraph, merged.text, edit.who))
        if merged.clashes and earlier:
            written = earlier(paragraph.id)
            open_now = tuple(clash for clash in merged.clashes if not _settled(clash, written))
            merged = replace(merged, clashes=open_now)
        if merged.clashes:
            label = paragraph.heading.rstrip("。") or paragraph.aspect or paragraph.id
            clashes[paragraph.id] = tuple(f"{label}：{clash_words(clash)}" for clash in merged.clashes)
            taken[paragraph.id] = merged.taken
    return Joined(tuple(joined), clashes, taken)


def _merged(edit: EditedText, paragraph: Paragraph, before: Before | None) -> Merged:
    generated = paragraph.body
    then = before(paragraph.id) if before and generated != edit.base else None
    if then is None or then == edit.base:
        return merge(edit.base, edit.text, generated)
    return merge(then, merge_sentences(edit.base, edit.text, then), generated)


def _settled(clash: Clash, written: Sequence[EditedText]) -> bool:
    """Whether the person wrote these very words over what the answers give again now."""
    return bool(clash.now and clash.mine) and any(
        clash.now in one.base and clash.mine in one.text and clash.now not in one.text for one in written
    )


def clash_words(clash: Clash) -> str:
    """One place in words: what it was, what the answers say now, and what the person wrote."""
    was, now, mine = (_short(piece) for piece in (clash.was, clash.now, clash.mine))
    old, new = _DIGITS.findall(clash.was), _DIGITS.findall(clash.now)
    if old != new and _DIGITS.sub("0", clash.was) == _DIGITS.sub("0", clash.now):
        changed = "、".join(
            f"{one} 改成 {other}" for one, other in zip(old, new, strict=True) if one != other
        )
        told = f"回答的数变了，“{was}”里的 {changed}"
    elif not clash.now:
        told = f"回答变了，没有“{was}”了"
    elif not clash.was:
        told = f"回答变了，多了“{now}”"
    else:
        told = f"回答变了，“{was}”→“{now}”"
    return told + (f"；您写的是“{mine}”" if clash.mine else "；您把这里删了")


def _short(piece: str) -> str:
    return piece if len(piece) <= _MOST else piece[:_MOST] + "…"


def split_sentences(text: str) -> list[str]:
    """A paragraph's text, sentence by sentence."""
    return [piece for piece in SENTENCE.findall(text) if piece]


def _edited(paragraph: Paragraph, text: str, who: str) -> Paragraph:
    """The paragraph with a person's text: sentences left as they were keep their origin, the rest is theirs.

    A rewritten sentence rests on what the one in its place rested on, and on the person who wrote it.
    """
    generated = {sentence.text: sentence for sentence in paragraph.sentences}
    known = {number.text: number.origin for sentence in paragraph.sentences for number in sentence.numbers}
    pieces, sentences = split_sentences(text), []
    for piece, old in zip(pieces, behind(paragraph.sentences, pieces), strict=True):
        near = {number.text: number.origin for sentence in old for number in sentence.numbers}
        origins = {**known, **near}
        numbers = tuple(NumberSource(run, origins.get(run, "edited")) for run in _DIGITS.findall(piece))
        said = dict.fromkeys(source for sentence in old for source in sentence.sources)
        written = Sentence(piece, "edited", numbers=numbers, sources=(f"审改：{who}", *said))
        sentences.append(generated.get(piece, written))
    return replace(paragraph, sentences=tuple(sentences))
