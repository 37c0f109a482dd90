"""简, 中 and 详 say the same numbers, claims and open points; only the frame around them grows."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from assistant.case import draft_case
from phrasebank.material import LENGTHS, Length
from report.document import Paragraph, Sentence
from tests.quality.samples import CASES, CONFLICTS, SHIPPED, case_paths, read_sample

PATHS = (*case_paths(CASES), *case_paths(SHIPPED), *case_paths(CONFLICTS))
_LONGEST = 1000
"""Characters of section 一 at most, marks not counted, unless 详 was asked for."""
_LONGEST_FRAME = 55
"""A frame sentence is not longer than this (one that names the guiding thought: up to 70)."""


@cache
def paragraphs(path: Path, length: Length) -> tuple[Paragraph, ...]:
    """The narrative of a case in one length."""
    return draft_case(read_sample(path).case, length=length).document.paragraphs


def told(path: Path, length: Length) -> tuple[Sentence, ...]:
    """The sentences of sections 一, 五 and 六."""
    return tuple(one for each in paragraphs(path, length) if each.section for one in each.sentences)


def size(path: Path, length: Length) -> int:
    """Characters of section 一, marks not counted."""
    text = "".join(
        one.text for each in paragraphs(path, length) if each.section == "一" for one in each.sentences
    )
    return sum(character.isalnum() for character in text)


def digits(sentences: Iterable[Sentence]) -> frozenset[tuple[str, str]]:
    """Every number with where it came from."""
    return frozenset((number.text, number.origin) for one in sentences for number in one.numbers)


def claims(sentences: Iterable[Sentence]) -> frozenset[str]:
    """What is said besides the frame: the words and cells behind it, the phrases, and what stays open."""
    ours = [one for one in sentences if one.kind != "frame"]
    phrases = {name.partition("#")[0] for one in ours for name in one.wordings}
    left = {one.text for one in ours if one.kind in {"verbatim", "gap"}}
    return frozenset(phrases | left | {source for one in ours for source in one.sources})


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name.removesuffix(".case.yaml"))
def test_a_length_changes_no_fact(path: Path) -> None:
    """Numbers with their origins, claims and open points are those of 中 in every length, and each is no shorter than the one before."""
    said = [told(path, length) for length in LENGTHS]

    assert len({digits(each) for each in said}) == 1
    assert len({claims(each) for each in said}) == 1
    assert size(path, "简") <= size(path, "中") < size(path, "详")
    assert size(path, "中") <= _LONGEST


def test_lengths_can_be_told_apart() -> None:
    """Nearly every case is shorter in 简; taken together 简 saves a twentieth of 中, 详 adds a quarter."""
    sizes = {length: [size(path, length) for path in PATHS] for length in LENGTHS}
    shorter = sum(short < middle for short, middle in zip(sizes["简"], sizes["中"], strict=True))

    assert shorter >= 0.95 * len(PATHS)
    assert sum(sizes["简"]) <= 0.95 * sum(sizes["中"])
    assert sum(sizes["详"]) >= 1.25 * sum(sizes["中"])


def test_what_makes_it_longer_is_frame_only() -> None:
    """One short frame sentence an aspect, without digits, without praise, and none in 简 and 中."""
    for path in PATHS:
        for length in LENGTHS:
            for paragraph in paragraphs(path, length):
                if not paragraph.aspect or paragraph.section != "一":
                    continue
                frames = [one.text for one in paragraph.sentences if one.kind == "frame"]

                assert len(frames) <= (length == "详")
                for text in frames:
                    assert len(text) <= _LONGEST_FRAME
                    assert not re.search(r"[0-9]|有效|显著|全面|提升|切实|不断|进一步", text)
