"""Whether a draft says what it was told: facts found, clauses left in the person's words, lines left to a person."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tests.quality.samples import Expected, Fact
from tests.quality.written import Written, has_number, joined, prose

_CUTS = re.compile(r"[，,；;。\s]+")
_BULLET = re.compile(r"^(?:[-•·]\s*|[0-9０-９]+[、.．]\s*)")


@dataclass(frozen=True)
class FactCount:
    """How much of what was said is in the narrative."""

    facts: int
    missing: tuple[Fact, ...]
    clauses: int
    left: tuple[str, ...]
    """Clauses about disclosure that stand as 【待核】."""
    wrongly_written: tuple[str, ...]
    """Lines for a person to judge (off topic, private) that were not left to one."""
    false: tuple[str, ...]
    """Wordings that stand in the draft and are not true."""


def says(texts: Iterable[str], fact: Fact) -> bool:
    """Whether one of the texts holds all words and all numbers of a fact."""
    return any(
        all(any(choice in text for choice in words.split("|")) for words in fact.words)
        and all(any(has_number(text, choice) for choice in numbers.split("|")) for numbers in fact.numbers)
        for text in texts
    )


def note_clauses(line: str) -> tuple[str, ...]:
    """A line of a note cut as a reader would cut it: at marks and spaces, numbering taken off."""
    return tuple(filter(None, (_BULLET.sub("", piece) for piece in _CUTS.split(line))))


def count_facts(written: Written, expected: Expected) -> FactCount:
    """Hold a draft against the facts of its notes."""
    texts = [prose(paragraph) for paragraph in written.paragraphs]
    open_text = joined([sentence for sentence in written.sentences if sentence.kind == "verbatim"])
    clauses = [
        clause
        for _, line in written.notes
        if line not in expected.not_written
        for clause in note_clauses(line)
    ]
    return FactCount(
        facts=len(expected.facts),
        missing=tuple(fact for fact in expected.facts if not says(texts, fact)),
        clauses=len(clauses),
        left=tuple(clause for clause in clauses if clause in open_text),
        wrongly_written=tuple(line for line in expected.not_written if line not in open_text),
        false=tuple(wording for wording in expected.never if any(wording in text for text in texts)),
    )
