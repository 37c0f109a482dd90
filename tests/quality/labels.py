"""How well notes are understood: labelled clauses beside what `match --json` says of them.

A clause counts as right only as a whole: same words, every theme that must be found and none that may not, and the
same numbers with their units.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from report.yamlfile import convert, read_yaml
from tests.quality.samples import ROOT

LABELLED = ROOT / "tests" / "phrasebank" / "labelled"

Reader = Callable[[str, str], Sequence[Mapping[str, Any]]]
"""Text and field to the clauses of the contract's ``match --json``."""


class Number(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One quantity of a labelled clause."""

    value: str
    unit: str
    approx: bool = False


class Clause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one clause means. ``may``: themes that do no harm if they are found too."""

    text: str
    themes: list[str]
    quantities: list[Number]
    may: list[str] = []


class Labelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One jotted note with its clauses."""

    text: str
    field: str
    expect: list[Clause]


class _File(msgspec.Struct, frozen=True):
    entries: list[Labelled]


@dataclass(frozen=True)
class Miss:
    """One clause that was read differently, for a person to look at."""

    text: str
    what: str
    """``clauses`` · ``themes`` · ``quantities``, joined with ``+``."""
    expected: str
    found: str


@dataclass(frozen=True)
class Reading:
    """How one list of clauses was read."""

    clauses: int
    misses: tuple[Miss, ...]

    @property
    def exact(self) -> float:
        """Share of clauses read exactly, in per cent."""
        return 100 * (1 - len(self.misses) / self.clauses) if self.clauses else 0.0


def load(name: str) -> tuple[Labelled, ...]:
    """One list of labelled notes: ``dev``, ``dev2`` … (used for widening), ``heldout`` or ``bold`` (never)."""
    source = read_yaml(Path(LABELLED / f"{name}.yaml"))
    return tuple(convert(source, _File, {"entries": source.data}).entries)


def _number(given: Mapping[str, Any]) -> tuple[str, str, bool]:
    return (str(given["value"]), str(given["unit"]), bool(given.get("approx", False)))


def compare(clause: Clause, found: Mapping[str, Any]) -> tuple[str, ...]:
    """What differs between a label and a found clause, empty if nothing does."""
    themes = set(found["themes"])
    wrong = []
    if found["text"] != clause.text:
        wrong.append("clauses")
    if not set(clause.themes) <= themes or themes - set(clause.themes) - set(clause.may):
        wrong.append("themes")
    expected = sorted((one.value, one.unit, one.approx) for one in clause.quantities)
    if expected != sorted(_number(one) for one in found["quantities"]):
        wrong.append("quantities")
    return tuple(wrong)


def _shown(themes: Sequence[str], quantities: Sequence[tuple[str, str, bool]]) -> str:
    numbers = [f"{'约' if approx else ''}{value}{unit}" for value, unit, approx in quantities]
    return "、".join(themes) + " | " + " ".join(numbers)


def measure(labelled: Sequence[Labelled], read: Reader) -> Reading:
    """Read every note and compare clause by clause; a note cut differently is wrong in all its clauses."""
    misses: list[Miss] = []
    for note in labelled:
        found = list(read(note.text, note.field))
        same_cut = len(found) == len(note.expect)
        for index, clause in enumerate(note.expect):
            got: Mapping[str, Any] = (
                found[index] if same_cut else {"text": "", "themes": [], "quantities": []}
            )
            if wrong := compare(clause, got) if same_cut else ("clauses",):
                meant = _shown(
                    clause.themes, [(one.value, one.unit, one.approx) for one in clause.quantities]
                )
                seen = _shown(list(got["themes"]), [_number(one) for one in got["quantities"]])
                seen = seen if same_cut else " / ".join(str(one["text"]) for one in found)
                misses.append(Miss(clause.text, "+".join(wrong), meant, seen))
    return Reading(sum(len(note.expect) for note in labelled), tuple(misses))
