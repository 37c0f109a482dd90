"""A jotted line in official prose: the line is the unit, its clauses become one sentence where they were one.

One decision: the widest stretch of clauses that a rule fits is worded by it; everything else keeps the person's own words
and order (`minimal`), and what stood between commas stays one sentence (`joining`).
"""

from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from phrasebank.grammar.mention import is_thing
from phrasebank.grammar.write import write_clause
from phrasebank.reading import Clause
from phrasebank.register.alone import alone, by_rule, head_of, piece_of, stands, text_of, word
from phrasebank.register.bare import bare_total, fragment
from phrasebank.register.company import kept_back
from phrasebank.register.dependent import says_nothing
from phrasebank.register.joining import Piece, joined
from phrasebank.register.lexicon import load_lexicon
from phrasebank.register.minimal import Said
from phrasebank.register.parts import Parts, parts_of
from phrasebank.register.ranking import ranking_of
from phrasebank.register.reader import fault
from phrasebank.register.rewrite import normalise
from phrasebank.register.safety import (
    refusal,
)
from phrasebank.register.segments import Segment, segments_of
from phrasebank.register.shapes import Restated, Verbatim, Voice
from phrasebank.register.steps import steps_of
from phrasebank.register.trainings import trainings_of
from phrasebank.remembered import by_clauses

_WIDEST = 5
"""No rule covers more clauses than this; longer sentences are not readable (writing craft, 1.2)."""


def restate(clause: Clause, voice: Voice) -> Restated | Verbatim:
    """Word one clause on its own."""
    results = restate_line((clause,), voice)
    return results[0] if results else Verbatim(clause)


@by_clauses(1024)
def restate_line(
    clauses: Sequence[Clause], voice: Voice, *, together: bool = True, planned: bool = False
) -> tuple[Restated | Verbatim, ...]:
    """Word the clauses of one jotted line, in their order; every clause is covered exactly once.

    Args:
        clauses: Neighbouring clauses of one line (`Clause.line`), or those that are left of it.
        voice: Who speaks, about which year.
        together: Clauses between commas may share a sentence; problems and measures are parted by their own rules.
        planned: The line speaks of what is to come.
    """
    segments = segments_of(clauses)
    pieces: list[Piece] = []
    index = 0
    while index < len(segments):
        piece, used = _widest(segments[index:], pieces[-1] if pieces else None, planned=planned)
        if used < 0:
            pieces[-1] = piece
        else:
            pieces.append(piece)
        index += abs(used)
    results: list[Restated | Verbatim] = []
    for piece in joined(kept_back(pieces), together=together):
        if piece.said is None or fault(piece.said.text) or says_nothing(piece.said.text):
            results += [Verbatim(clause, piece.reason) for clause in piece.clauses]
        else:
            results.append(_restated(piece.said.text, piece.clauses, voice))
    return tuple(results)


def _widest(segments: Sequence[Segment], before: Piece | None, *, planned: bool) -> tuple[Piece, int]:
    """The piece that begins here and how many segments it takes; negative where it goes on with the one before."""
    first = segments[0]
    parts = parts_of(segments, before)
    if parts and before:
        return _with_parts(before, parts, segments), -parts.used
    if wide := _over_several(segments):
        return wide
    if (head := bare_total(first)) and parts_of(segments[1:], head):
        return head, 1
    if bare := fragment(segments, before):
        return Piece(bare, first.clauses, first.mark, first.text), 1
    if split := _named_apart(segments, before):
        return split, 2
    return alone(first, head_of(before), planned=planned), 1


def _named_apart(segments: Sequence[Segment], before: Piece | None) -> Piece | None:
    """A thing, a comma, and what was done with it: 残疾人补贴标准、所需材料，都贴出来了."""
    if len(segments) < 2 or segments[1].strong or not is_thing(segments[0].text):
        return None
    if _sayable(segments[:2]) < 2:
        return None
    text = segments[0].text + segments[1].text
    worded = write_clause(text, segments[0].field, head_of(before))
    if worded is None or not stands(text, worded[0]):
        return None
    return replace(piece_of(Said(worded[0], whole=True), segments[:2], by_rule=True), head=worded[1])


def restate_whole(clauses: Sequence[Clause], voice: Voice) -> Restated | None:
    """The line in the words of one rule that covers all of it: it tells more than its clauses one by one."""
    segments = segments_of(clauses)
    found = _by_wide_rule(segments) if segments else None
    if found is None or found[1] != len(segments) or found[0].said is None:
        return None
    return _restated(found[0].said.text, tuple(clauses), voice)


def _by_wide_rule(segments: Sequence[Segment]) -> tuple[Piece, int] | None:
    """The widest stretch from here on that one rule words, and how many segments it takes."""
    first = segments[0]
    for width in range(min(_WIDEST, _sayable(segments)), 1, -1):
        window = segments[:width]
        text = text_of(window)
        said = by_rule(text, first, span=width - 1)
        if said is not None and stands(text, said):
            return piece_of(Said(said, whole=True), window, by_rule=True), width
    return None


def _over_several(segments: Sequence[Segment]) -> tuple[Piece, int] | None:
    """A chain of steps or a training, or the widest stretch that a rule words where that is wider."""
    wide, chain = _by_wide_rule(segments), _by_chain(segments)
    return chain if chain and (wide is None or chain[1] >= wide[1]) else wide


def _by_chain(segments: Sequence[Segment]) -> tuple[Piece, int] | None:
    """Several pieces that tell one matter: who looks at a text before it goes out, a training with who came, a ranking."""
    found = steps_of(segments) or trainings_of(segments) or ranking_of(segments)
    if found is None:
        return None
    said, width = found
    window = segments[:width]
    text = text_of(window).replace("“", "").replace("”", "")
    if _sayable(window) < width or not stands(text, said):
        return None
    return piece_of(Said(said, whole=True), window, by_rule=True), width


def _sayable(segments: Sequence[Segment]) -> int:
    """How many segments from the first on may stand beside others: up to the first that is never written."""
    kept = (not refusal(segment.text, alone=False) for segment in segments)
    return sum(1 for _ in takewhile(bool, kept))


def _with_parts(before: Piece, parts: Parts, segments: Sequence[Segment]) -> Piece:
    clauses = tuple(clause for segment in segments[: parts.used] for clause in segment.clauses)
    text = before.said.text if before.said else before.jotted
    return Piece(
        Said(f"{text}，{parts.text}", whole=True),
        (*before.clauses, *clauses),
        before.mark,
        before.jotted,
        by_rule=True,
    )


def _restated(said: str, clauses: tuple[Clause, ...], voice: Voice) -> Restated:
    said = said.replace("本单位", voice.unit.short)
    lexicon = load_lexicon()
    actor = lexicon.actors.match(said)
    theme = next((clause.themes[0] for clause in clauses if clause.themes), "")
    return Restated(said, theme, bool(lexicon.verbs.match(said)), actor[0] if actor else "", clauses)


__all__ = ["normalise", "restate", "restate_line", "restate_whole", "word"]
