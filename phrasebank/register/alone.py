"""One segment of a line in official prose: refused, by a rule of its own, by the grammar, or in the person's own words.

One decision: the ways are tried in one order, and every wording passes the same looks (`stands`) before it may be printed.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from phrasebank.grammar.mention import last_thing, names_place
from phrasebank.grammar.things import Thing
from phrasebank.grammar.write import write_clause
from phrasebank.register.changes import changed
from phrasebank.register.edits import in_whole_words
from phrasebank.register.events import told, told_else
from phrasebank.register.headings import heading_of, is_about, names_first, sorts_only, without_heading
from phrasebank.register.joining import Piece
from phrasebank.register.kept_roles import changed_role
from phrasebank.register.kept_sense import changed as changed_sense
from phrasebank.register.kept_sense import said_twice
from phrasebank.register.minimal import Said, minimal
from phrasebank.register.reader import fault
from phrasebank.register.rewrite import apply_whole
from phrasebank.register.safety import (
    has_bare_verb,
    is_official,
    keeps_atoms,
    keeps_company,
    reads_official,
    refusal,
    sounds_spoken,
    stutters,
)
from phrasebank.register.segments import Segment
from phrasebank.register.served import served


def _passes(own: Said, jotted: str) -> bool:
    """The person's own words may stand: nothing spoken is left in them."""
    if stutters(jotted, own.text) or fault(own.text) or changed_sense(jotted, own.text):
        return False
    if said_twice(jotted, own.text) or changed_role(jotted, own.text):
        return False
    return (
        reads_official(own.text)
        and not has_bare_verb(own.text)
        and not (own.whole and sounds_spoken(own.text))
    )


def _read_well(jotted: str, said: str) -> bool:
    """What the grammar made of a clause may stand."""
    return stands(jotted, said) and keeps_company(jotted, said) and not said_twice(jotted, said)


def head_of(before: Piece | None) -> Thing | None:
    """The thing that the piece before speaks of."""
    return (before.head or last_thing(before.jotted)) if before else None


def alone(first: Segment, head: Thing | None, *, planned: bool) -> Piece:
    """One segment: refused, by a rule of its own, or in the person's own words; with its heading, or without."""
    piece = _as_it_stands(first, head, planned=planned)
    if piece.said is not None or piece.reason or not (name := heading_of(first.text)):
        return piece
    rest = first.text[len(name) + 1 :]
    if sorts_only(name):
        again = _as_it_stands(replace(first, text=without_heading(first.text)), head, planned=planned)
    elif not names_first(rest):
        again = _as_it_stands(replace(first, text=name + rest), head, planned=planned)
        if again.said is None or not again.said.text.removeprefix("设有").removeprefix("微信").startswith(
            name
        ):
            again = _about(name, _as_it_stands(replace(first, text=rest), head, planned=planned))
    else:
        again = _about(name, _as_it_stands(replace(first, text=rest), head, planned=planned))
    return piece if again.said is None else replace(again, jotted=first.text)


def _about(name: str, piece: Piece) -> Piece:
    """公交：票价已公布 is told as 公交方面，票价已公布."""
    if piece.said is None or not piece.said.whole or not is_about(name):
        return replace(piece, said=None)
    return replace(piece, said=Said(f"{in_whole_words(name)}方面，{piece.said.text}", whole=True))


def _as_it_stands(first: Segment, head: Thing | None, *, planned: bool) -> Piece:
    if reason := refusal(first.text):
        return Piece(None, first.clauses, first.mark, first.text, reason=reason)
    said = by_rule(first.text, first)
    if said is not None and stands(first.text, said):
        return piece_of(Said(said, whole=True), (first,), by_rule=True)
    if first.field == "平台建设" and names_place(first.text):
        return piece_of(Said(f"设有{in_whole_words(first.text)}", whole=True), (first,), by_rule=True)
    own = minimal(first.text, first.field, planned=planned)
    if (
        own is not None
        and own.whole
        and own.text == in_whole_words(first.text)
        and is_official(own.text)
        and not has_bare_verb(own.text)
        and not changed_role(first.text, own.text)
    ):
        return piece_of(own, (first,), by_rule=False)
    worded = write_clause(first.text, first.field, head)
    if worded is not None and _read_well(first.text, worded[0]):
        return replace(piece_of(Said(worded[0], whole=True), (first,), by_rule=True), head=worded[1])
    if own is not None and not _passes(own, first.text):
        own = None
    return piece_of(own, (first,), by_rule=False)


def by_rule(text: str, first: Segment, *, span: int = 0) -> str | None:
    """Worded whole: decisions, changed numbers and what people can do somewhere by their own readings, else by the first rule that fits.

    A rule fits the field the words are at home in, or the one they were jotted in.
    """
    fields = dict.fromkeys((first.field, first.clauses[0].note.field))
    own = told(text, first.field, fields)
    return (
        own
        or changed(text)
        or next((said for each in fields if (said := served(text, each))), None)
        or next((said for each in fields if (said := apply_whole(text, each, span=span))), None)
        or told_else(text, fields)
    )


def piece_of(said: Said | None, segments: Sequence[Segment], *, by_rule: bool) -> Piece:
    """Some segments with their wording, None where a person decides."""
    clauses = tuple(clause for segment in segments for clause in segment.clauses)
    return Piece(said, clauses, segments[0].mark, text_of(segments), by_rule=by_rule)


def text_of(segments: Sequence[Segment]) -> str:
    """Their normalised words with commas between them."""
    return "，".join(segment.text for segment in segments)


def stands(text: str, said: str) -> bool:
    """The last look: official words, every number and title kept, nothing said twice."""
    return (
        is_official(said)
        and keeps_atoms(text, said)
        and not stutters(text, said)
        and not changed_sense(text, said)
        and not changed_role(text, said)
    )


def word(text: str, field: str, *, planned: bool = False) -> str | None:
    """Official wording of one normalised clause, or None."""
    said = apply_whole(text, field)
    if said is not None and stands(text, said):
        return said
    own = minimal(text, field, planned=planned)
    if own is not None and own.whole and own.text == in_whole_words(text):
        return own.text
    worded = write_clause(text, field)
    if worded is not None and stands(text, worded[0]):
        return worded[0]
    return own.text if own is not None and own.whole else None
