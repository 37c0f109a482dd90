"""The worded pieces of one line as sentences: what a person said in one breath stays one sentence.

One decision: only a comma (or a blank, or nothing) joins; a full stop, a semicolon or a line break was meant. A piece
that only names a thing joins the next one or goes to a person.
"""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from phrasebank.grammar.things import Thing
from phrasebank.reading import Clause
from phrasebank.register.lexicon import load_lexicon
from phrasebank.register.minimal import Said
from report.lazily import pattern

_LONGEST = 78
"""A sentence of more characters is better two (writing craft, 1.2: at most 90)."""
_COMMAS = 5
_SHORT = 12
"""A wording of fewer characters does not stand by itself when it has a neighbour."""
_JOINING = ("", "，", ",", " ", "\u3000", "、")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a line and what it is worded as."""

    said: Said | None
    """None where a person decides."""
    clauses: tuple[Clause, ...]
    mark: str
    """What stood between it and the piece before."""
    jotted: str
    """Its normalised words."""
    by_rule: bool = False
    """A rule worded it whole; otherwise it stands in the person's own words."""
    reason: str = ""
    head: Thing | None = None
    """The thing it speaks of, where the grammar read it."""


def joined(pieces: Sequence[Piece], *, together: bool) -> list[Piece]:
    """The pieces as sentences, in their order.

    Args:
        pieces: All of one line.
        together: Neighbours may share a sentence; without it only pieces that cannot stand alone are joined.
    """
    result: list[Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        if before and before.said and piece.said and _may_join(before, piece, together=together):
            result[-1] = _one(before, piece)
        else:
            result.append(piece)
    return [
        piece if piece.said is None or piece.said.whole else replace(piece, said=None) for piece in result
    ]


def _may_join(before: Piece, piece: Piece, *, together: bool) -> bool:
    if before.said is None or piece.said is None or (piece.mark not in _JOINING and not _of_the_same(piece)):
        return False
    one, other = before.said.text, piece.said.text
    commas = one.count("，") + other.count("，")
    if len(one) + len(other) > _LONGEST or commas >= _COMMAS - 1 or ("其中" in one and "其中" in other):
        return False
    if not (before.said.whole and piece.said.whole):
        return True
    if not together:
        return False
    if before.by_rule and piece.by_rule:
        verbs = load_lexicon().verbs
        return bool(verbs.match(one)) == bool(verbs.match(other)) or min(len(one), len(other)) < _SHORT
    return True


def _of_the_same(piece: Piece) -> bool:
    """A number that tells nothing without what stands before its semicolon (日均27条, 城市1930户)."""
    return piece.mark in ("；", ";") and bool(_PER_DAY.match(piece.jotted))


_PER_DAY = pattern(r"(?:日|月|周|年|人)均(?:约|近)?[0-9]|(?:城市|农村|城镇|城区|镇区)[0-9.]+[户人]")


def _one(before: Piece, piece: Piece) -> Piece:
    assert before.said is not None  # noqa: S101  `_may_join` looked
    assert piece.said is not None  # noqa: S101
    said = Said(f"{before.said.text}，{piece.said.text}", whole=before.said.whole or piece.said.whole)
    return replace(
        before,
        said=said,
        clauses=(*before.clauses, *piece.clauses),
        jotted=f"{before.jotted}，{piece.jotted}",
        by_rule=before.by_rule and piece.by_rule,
        head=piece.head or before.head,
    )
