"""Labelled clauses are compared whole: words, themes, numbers."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.quality.labels import Clause, Labelled, Number, compare, load, measure

CLAUSE = Clause("解读5篇", ["政策解读"], [Number("5", "篇")], may=["公开总量"])


def found(**changed: object) -> Mapping[str, Any]:
    return {
        "text": "解读5篇",
        "themes": ["政策解读"],
        "quantities": [{"value": "5", "unit": "篇", "of": "解读"}],
        **changed,
    }


@pytest.mark.parametrize(
    ("got", "wrong"),
    [
        (found(), ()),
        (found(themes=["政策解读", "公开总量"]), ()),
        (found(themes=["政策解读", "教育"]), ("themes",)),
        (found(themes=[]), ("themes",)),
        (found(quantities=[{"value": "5", "unit": "篇", "approx": True}]), ("quantities",)),
        (found(quantities=[]), ("quantities",)),
        (found(text="解读5"), ("clauses",)),
    ],
)
def test_what_differs_is_named(got: Mapping[str, Any], wrong: tuple[str, ...]) -> None:
    """Every difference but a tolerated theme is named."""
    assert wrong == compare(CLAUSE, got)


def test_a_note_cut_differently_is_wrong_in_all_its_clauses() -> None:
    """Two clauses read as one are two misses."""
    note = Labelled("解读5篇，图解3篇", "主动公开", [CLAUSE, CLAUSE])

    def read(_text: str, _field: str) -> Sequence[Mapping[str, Any]]:
        return [found()]

    reading = measure([note], read)

    assert (reading.clauses, len(reading.misses), reading.exact) == (2, 2, 0.0)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("dev", 420),
        ("dev2", 500),
        ("dev3", 240),
        ("dev4", 240),
        ("dev5", 380),
        ("dev6_ta", 200),
        ("heldout", 220),
        ("bold", 280),
    ],
)
def test_the_lists_are_long_and_well_formed(name: str, least: int) -> None:
    """Each list holds enough notes, none twice, and every clause stands in its note."""
    notes = load(name)

    assert len(notes) >= least
    assert len(notes) == len({(note.field, note.text) for note in notes})
    assert [note.text for note in notes for clause in note.expect if clause.text not in note.text] == []


def test_every_theme_of_the_corpus_is_labelled() -> None:
    """All 89 themes stand in the lists at least three times."""
    corpus = Path(__file__).resolve().parents[2].parent / "shared" / "domain" / "corpus.md"
    if not corpus.exists():
        pytest.skip("the corpus study is not beside this checkout")
    rows = [line.split("|") for line in corpus.read_text("utf-8").splitlines() if line.startswith("| ")]
    themes = {row[2].strip() for row in rows if row[1].strip().isdigit() and len(row) == 8}
    counted = [
        theme
        for name in ("dev", "heldout")
        for note in load(name)
        for one in note.expect
        for theme in one.themes
    ]

    assert len(themes) == 89
    assert sorted(theme for theme in themes if counted.count(theme) < 3) == []
    assert set() == set(counted) - themes
