"""What the shipped YAML files say, kept beside them as Python keeps what it compiled: no start parses them again.

One decision: what is kept holds the whole text it was made from and counts for that very text only, so an edited file
is read anew whatever its date. It is written as `.pyc` files are: into ``__pycache__`` beside the file, by whoever may
write there, and by nobody when Python itself writes nothing; where there is none, the file is parsed
(docs/decisions/0007).
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

PROGRAM = Path(__file__).resolve().parents[1]
"""Where our packages stand."""

_PACKAGES = ("report", "prompts", "phrasebank", "assistant")
"""Packages with data files; a person's own files are never kept."""

_RULES = 1
"""Counted up whenever `report.yamltree` reads the same text as something else."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """One file, read."""

    rules: int
    text: str
    data: Any


def kept(path: Path, text: str) -> Kept | None:
    """What was kept of this very text, or None."""
    place = _place(path)
    if place is None:
        return None
    try:
        found = msgspec.msgpack.decode(place.read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError):
        return None
    return found if found.rules == _RULES and found.text == text else None


def keep(path: Path, text: str, data: Any, *, whatever: bool = False) -> None:
    """Keep what a shipped file says; where that cannot be done, or Python writes nothing, nothing happens.

    Args:
        path: The file.
        text: All that it holds.
        data: What it says.
        whatever: Write it, whatever Python is told about writing.
    """
    place = None if sys.dont_write_bytecode and not whatever else _place(path)
    if place is not None:
        _write(place, Kept(_RULES, text, data))


def keep_all() -> None:
    """Keep every shipped file, whatever Python is told about writing: an installation does, for its first start."""
    from report.yamltree import values  # noqa: PLC0415  nobody else needs a parser here

    for package in _PACKAGES:
        for path in sorted((PROGRAM / package).rglob("*.yaml")):
            text = path.read_bytes().decode("utf-8-sig")
            if (place := _place(path)) is not None:
                _write(place, Kept(_RULES, text, values(text, path.name)))


def _place(path: Path) -> Path | None:
    """Where a shipped file is kept; None for any other."""
    full = path if path.is_absolute() else Path.cwd() / path
    with suppress(ValueError):
        if full.relative_to(PROGRAM).parts[0] in _PACKAGES:
            prefix = sys.pycache_prefix
            folder = Path(prefix, *full.parts[1:-1]) if prefix else full.parent / "__pycache__"
            return folder / f"{full.name}.msgpack"
    return None


def _write(place: Path, content: Kept) -> None:
    packed = msgspec.msgpack.encode(content)
    if msgspec.msgpack.decode(packed, type=Kept) != content:
        return  # a decimal, which msgpack does not know
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(f"{place.name}.{os.getpid()}")
        half.write_bytes(packed)
        half.replace(place)
