"""Clauses that stand beside each other in a jotted line, with which marks between them, and shown as they were jotted."""

import re
from collections.abc import Sequence

from phrasebank.pen import verbatim
from phrasebank.reading import Clause
from report.document import Sentence
from report.lazily import pattern


def announces(one: Clause, other: Clause) -> bool:
    """``other`` stands behind the colon of ``one``: 4个新栏目：水价、水质."""
    between = one.note.text[one.start + len(one.text) : other.start] if one.note == other.note else ""
    return bool(re.fullmatch(r"\s*[：:]\s*", between))


_BETWEEN = pattern(r"[，,\s、]*")


def beside(one: Clause, other: Clause) -> bool:
    """``other`` follows ``one`` in the same line, with at most a comma between them."""
    if one.note is not other.note and one.note != other.note:
        return False
    return one.line == other.line and bool(
        _BETWEEN.fullmatch(one.note.text[one.start + len(one.text) : other.start]) and one.start < other.start
    )


def beside_mark(one: Clause, other: Clause) -> bool:
    """``other`` follows ``one`` in the same line, whatever mark stands between them."""
    if one.note is not other.note and one.note != other.note:
        return False
    between = one.note.text[one.start + len(one.text) : other.start]
    return one.line == other.line and one.start < other.start and not re.search(r"\w", between)


def in_one_breath(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Clauses that follow each other with at most a comma between them, together."""
    runs: list[list[Clause]] = []
    for clause in clauses:
        if runs and beside(runs[-1][-1], clause):
            runs[-1].append(clause)
        else:
            runs.append([clause])
    return runs


def as_jotted(clauses: Sequence[Clause]) -> Sentence:
    """Neighbouring clauses in the person's words, with the marks between them."""
    first, last = clauses[0], clauses[-1]
    text = first.text
    if last is not first:
        text = first.note.text[first.start : last.start + len(last.text)]
    themes = tuple(dict.fromkeys(theme for clause in clauses for theme in clause.themes))
    return verbatim(text, first.note.origin, themes, tuple(clause.text for clause in clauses))
