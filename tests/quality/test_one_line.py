"""No false merges: what shares a sentence was jotted side by side in one line, or one phrase brings it together."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.case import draft_case
from phrasebank.reading import Clause
from report.document import Sentence
from tests.quality.samples import CASES, CONFLICTS, SHIPPED, case_paths, read_sample

PATHS = (*case_paths(CASES), *case_paths(SHIPPED), *case_paths(CONFLICTS))
GATHERED = re.compile(
    r"(?:active|requests|suits|documents|rules|fees?|problems|measures|last_year)\.|gathered$"
)
"""Phrases that gather numbers of the tables, totals, the items of section five, or short things of one build from
several lines (`phrasebank.plan.gathering`, whose own tests say what may not be gathered)."""


def _neighbours(clauses: Sequence[Clause]) -> bool:
    """They stand in one line of one note, with nothing but marks and each other between the first and the last."""
    if len({(each.note, each.line) for each in clauses}) > 1:
        return False
    note = clauses[0].note.text
    ordered = sorted(clauses, key=lambda each: each.start)
    return not any(
        re.search(r"\w", note[one.start + len(one.text) : other.start]) for one, other in pairwise(ordered)
    )


def _stands_together(sentence: Sentence, clauses: Sequence[Clause]) -> bool:
    """Some stretch of one line holds all the jotted words behind the sentence."""
    lines: dict[tuple[str, str, int], list[Clause]] = {}
    for clause in clauses:
        if clause.text in sentence.sources:
            lines.setdefault((clause.note.field, clause.note.text, clause.line), []).append(clause)
    texts = {clause.text for line in lines.values() for clause in line}
    return len(texts) < 2 or any(
        {clause.text for clause in line} == texts and _neighbours(line) for line in lines.values()
    )


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name.removesuffix(".case.yaml"))
def test_a_sentence_comes_from_one_line(path: Path) -> None:
    """What the register words, or one phrase of one clause, joins neither across lines nor over what was left out."""
    narrative = draft_case(read_sample(path).case).narrative
    sentences = [each for paragraph in narrative.paragraphs for each in paragraph.sentences]

    merged = [
        each.text
        for each in sentences
        if not GATHERED.match(each.phrase) and not _stands_together(each, narrative.clauses)
    ]

    assert merged == []
