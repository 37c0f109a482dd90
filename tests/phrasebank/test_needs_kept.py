"""What patterns ask for is kept between starts; it is never another than reading the pattern would give."""

import sys
from pathlib import Path

import pytest

from phrasebank import needs_kept
from phrasebank.needs import needed_words
from phrasebank.needs_kept import KeptNeeds
from report import yamlkept

PATTERNS = ("更新", "[一二]次(?:网站|公众号)", "很?", "(?P<x>栏目)(?:没|未)更新")


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The code that reads patterns, in a program of its own."""
    path = tmp_path / "phrasebank" / "needs.py"
    path.parent.mkdir()
    path.write_text("read = 1\n", encoding="utf-8")
    monkeypatch.setattr(yamlkept, "PROGRAM", tmp_path)
    monkeypatch.setattr(needs_kept, "_CODE", path)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return path


@pytest.mark.usefixtures("code")
def test_what_was_kept_is_what_reading_gives() -> None:
    """In the next process, without reading."""
    first = KeptNeeds()
    for pattern in PATTERNS:
        first.add(pattern, needed_words(pattern))
    first.keep(whatever=True)

    assert [KeptNeeds().get(pattern) for pattern in PATTERNS] == [needed_words(each) for each in PATTERNS]
    assert KeptNeeds().get("新词") is None


def test_other_code_reads_anew(code: Path) -> None:
    """A change in how patterns are read makes all that was kept void."""
    first = KeptNeeds()
    first.add("更新", needed_words("更新"))
    first.keep(whatever=True)
    code.write_text("read = 2\n", encoding="utf-8")

    assert KeptNeeds().get("更新") is None


def test_nothing_is_written_where_python_writes_nothing(code: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is read only, or PYTHONDONTWRITEBYTECODE."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    first = KeptNeeds()
    first.add("更新", needed_words("更新"))
    first.keep()

    assert not (code.parent / "__pycache__").exists()
