"""The clauses of one aspect become sentences: a phrase that says all of a clause, else the register, else 【待核】.

Order of preference: the widest run of clauses of one line that a phrase covers completely; what is left of the line
goes to the register as one piece; what nobody can word safely stands at the end of the aspect in the person's words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from phrasebank.fragment import traced
from phrasebank.matching import match_phrase
from phrasebank.pen import Part, Pen, verbatim
from phrasebank.reading import Clause
from phrasebank.register import Restated, Voice, restate_line
from report.document import Sentence

_WIDEST = 3
"""So many clauses of one line at most are worded by one phrase."""


@dataclass(frozen=True)
class Placed:
    """One thing to say and where it stands in the aspect's plan."""

    order: int
    part: Part


def lines_of(clauses: Iterable[Clause]) -> list[list[Clause]]:
    """Clauses by the line they were jotted in, in order."""
    lines: dict[tuple[str, str, int], list[Clause]] = {}
    for clause in clauses:
        lines.setdefault((clause.note.field, clause.note.text, clause.line), []).append(clause)
    return list(lines.values())


def place_clauses(pen: Pen, clauses: Sequence[Clause]) -> tuple[list[Placed], list[Sentence]]:
    """Word the clauses of an aspect.

    Returns:
        What could be worded, in the order jotted, and the sentences that stay in the person's words.
    """
    placed: list[Placed] = []
    left: list[Sentence] = []
    for line in lines_of(clauses):
        waiting: list[Clause] = []
        index = 0
        while index < len(line):
            found = None
            for width in range(min(_WIDEST, len(line) - index), 0, -1):
                window = line[index : index + width]
                found = match_phrase(pen, window)
                if found:
                    _restate(pen, waiting, placed, left)
                    waiting = []
                    part = pen.part_of(
                        found.phrase,
                        found.slots,
                        sources=tuple(clause.text for clause in window),
                        themes=found.themes,
                    )
                    placed.append(Placed(found.phrase.form.order, part))
                    index += width
                    break
            if not found:
                waiting.append(line[index])
                index += 1
        _restate(pen, waiting, placed, left)
    return placed, left


def _restate(pen: Pen, clauses: Sequence[Clause], placed: list[Placed], left: list[Sentence]) -> None:
    if not clauses:
        return
    voice = Voice(pen.material.unit, pen.material.year)
    for result in restate_line(clauses, voice):
        if isinstance(result, Restated):
            origin = result.clauses[0].note.origin
            sources = tuple(clause.text for clause in result.clauses)
            themes = tuple(dict.fromkeys(theme for clause in result.clauses for theme in clause.themes[:1]))
            part = Part(traced(result.text.rstrip("。；，"), origin), "restated", 0, "fact", sources, themes)
            placed.append(Placed(order_of(pen, result.theme), part))
        else:
            left.append(verbatim(result.clause.text, result.clause.note.origin, result.clause.themes))


def order_of(pen: Pen, theme: str) -> int:
    """Where a theme stands in its aspect's plan."""
    found = pen.bank.themes.get(theme)
    return found.order if found else 90


def sentences_of(pen: Pen, placed: Sequence[Placed]) -> list[Sentence]:
    """The placed parts as sentences, in the order of the plan (what has the same place keeps the order jotted)."""
    return [pen.sentence(each.part) for each in sorted(placed, key=lambda each: each.order)]
