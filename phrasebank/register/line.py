"""A jotted line in official prose: clauses that belong together become one sentence (writing craft, 1.4).

One decision: the widest stretch of clauses that a rule fits is worded as one; whatever is left is worded clause by
clause and only then joined, and only by the few joins that change no meaning.
"""

from collections.abc import Sequence

from phrasebank.reading import Clause
from phrasebank.register.grammar import plain_sentence
from phrasebank.register.lexicon import load_lexicon
from phrasebank.register.rewrite import apply_whole, normalise
from phrasebank.register.safety import is_official, is_safe, keeps_atoms, refusal
from phrasebank.register.segments import Segment, segments_of
from phrasebank.register.shapes import Restated, Verbatim, Voice

_WIDEST = 4
"""No rule covers more clauses than this; longer sentences are not readable (writing craft, 1.2)."""


def restate(clause: Clause, voice: Voice) -> Restated | Verbatim:
    """Word one clause on its own."""
    results = restate_line((clause,), voice)
    return results[0] if results else Verbatim(clause)


def restate_line(clauses: Sequence[Clause], voice: Voice) -> tuple[Restated | Verbatim, ...]:
    """Word the clauses of one jotted line, in their order; every clause is covered exactly once.

    Args:
        clauses: Neighbouring clauses of one line (`Clause.line`), or those that are left of it.
        voice: Who speaks, about which year.
    """
    segments = segments_of(clauses)
    results: list[Restated | Verbatim] = []
    index = 0
    while index < len(segments):
        worded, used = _widest(segments[index:], voice)
        results += worded
        index += used
    return _join(results)


def _widest(segments: Sequence[Segment], voice: Voice) -> tuple[list[Restated | Verbatim], int]:
    refused = [refusal(segment.text, alone=False) for segment in segments[:_WIDEST]]
    for width in range(min(_WIDEST, len(segments)), 1, -1):
        window = segments[:width]
        if any(refused[:width]):
            continue
        text = "，".join(segment.text for segment in window)
        said = apply_whole(text, window[0].field, span=width - 1)
        if said is not None and _stands(text, said):
            return [_restated(said, window, voice)], width
    first = segments[0]
    if reason := refusal(first.text):
        return [Verbatim(clause, reason) for clause in first.clauses], 1
    said = word(first.text, first.field)
    if said is None:
        return [Verbatim(clause) for clause in first.clauses], 1
    return [_restated(said, segments[:1], voice)], 1


def word(text: str, field: str) -> str | None:
    """Official wording of one normalised clause, or None."""
    said = apply_whole(text, field)
    if said is not None and _stands(text, said):
        return said
    said = plain_sentence(text)
    return said if said is not None and is_safe(text, said) else None


def _stands(text: str, said: str) -> bool:
    return is_official(said) and keeps_atoms(text, said)


def _restated(said: str, segments: Sequence[Segment], voice: Voice) -> Restated:
    clauses = tuple(clause for segment in segments for clause in segment.clauses)
    said = said.replace("本单位", voice.unit.short)
    lexicon = load_lexicon()
    actor = lexicon.actors.match(said)
    theme = next((clause.themes[0] for clause in clauses if clause.themes), "")
    return Restated(said, theme, bool(lexicon.verbs.match(said)), actor[0] if actor else "", clauses)


def _join(results: Sequence[Restated | Verbatim]) -> tuple[Restated | Verbatim, ...]:
    return tuple(results)


__all__ = ["normalise", "restate", "restate_line", "word"]
