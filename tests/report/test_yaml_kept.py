"""What a shipped file says is kept beside it; it counts for that very text, and nothing is lost where it cannot be kept."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from report import yamlkept, yamltree
from report.yamlfile import YamlFile, read_yaml

SHIPPED = sorted(
    path
    for package in ("report", "prompts", "phrasebank", "assistant")
    for path in (yamlkept.PROGRAM / package).rglob("*.yaml")
)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as one of ours, in a program of its own."""
    monkeypatch.setattr(yamlkept, "PROGRAM", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    path = tmp_path / "report" / "a.yaml"
    path.parent.mkdir()
    path.write_text("words: [一, 二]\nnumber: 3\n", encoding="utf-8")
    return path


def unparsed(path: Path, monkeypatch: pytest.MonkeyPatch) -> YamlFile:
    """The file, read without a parser."""

    def never(text: str, name: str) -> Any:
        raise AssertionError(text, name)

    with monkeypatch.context() as without:
        without.setattr(yamltree, "values", never)
        return read_yaml(path)


def test_a_file_is_parsed_once(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second reading gives the same values and the same places."""
    first = read_yaml(shipped)
    second = unparsed(shipped, monkeypatch)

    assert second.data == first.data == {"words": ["一", "二"], "number": 3}
    assert second.place("$.words[1]") == first.place("$.words[1]")
    assert second.place("$.words[1]").line == 1


def test_an_edited_file_is_read_anew_though_it_is_as_old_and_as_long(shipped: Path) -> None:
    """The text counts, not its date."""
    read_yaml(shipped)
    before = shipped.stat()
    shipped.write_text("words: [一, 三]\nnumber: 3\n", encoding="utf-8")
    os.utime(shipped, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert read_yaml(shipped).data["words"] == ["一", "三"]


@pytest.mark.parametrize("content", [b"", b"\xff", b"\x93\x00\xa0\xc0"])
def test_what_is_kept_and_broken_is_not_believed(shipped: Path, content: bytes) -> None:
    """A half-written file, another program's file, another version's file."""
    read_yaml(shipped)
    (kept,) = (shipped.parent / "__pycache__").iterdir()
    kept.write_bytes(content)

    assert read_yaml(shipped).data["number"] == 3


def test_where_nothing_can_be_written_the_file_is_read_all_the_same(shipped: Path) -> None:
    """A file stands where the folder would have to be."""
    (shipped.parent / "__pycache__").write_bytes(b"")

    assert [read_yaml(shipped).data["number"] for _ in range(2)] == [3, 3]


def test_nothing_is_written_where_python_writes_nothing(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The switch for `.pyc` files is the switch for these."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    read_yaml(shipped)

    assert not (shipped.parent / "__pycache__").exists()


def test_an_installation_keeps_all_files_whatever_python_is_told(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first start is as quick as any."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yamlkept.keep_all()

    assert unparsed(shipped, monkeypatch).data["number"] == 3


def test_a_decimal_comes_back_as_a_decimal(shipped: Path) -> None:
    """What the kept form does not know is not kept."""
    shipped.write_text("amount: 12.50\n", encoding="utf-8")
    read_yaml(shipped)

    assert str(read_yaml(shipped).data["amount"]) == "12.50"
    assert not (shipped.parent / "__pycache__").exists()


def test_a_persons_file_is_never_kept(tmp_path: Path) -> None:
    """A case file holds what somebody answered; no copy of it is left anywhere."""
    path = tmp_path / "a.yaml"
    path.write_text("单位: 某局\n", encoding="utf-8")
    read_yaml(path)

    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_file_is_kept_as_it_is_read(path: Path) -> None:
    """What stands beside a file now is what parsing it would give."""
    source = read_yaml(path)

    assert source.data == yamltree.values(source.text, path.name)
