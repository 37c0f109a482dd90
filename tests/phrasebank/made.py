"""Reports made for tests: a material from a few numbers and notes, or from a case file of the shared cases."""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from phrasebank.material import Material
from phrasebank.reading import Note
from phrasebank.register import Restated, Voice, restate_line
from phrasebank.understand import understand
from report.cells import Cells
from report.document import NumberSource, Sentence
from report.edition import Edition, edition_for
from report.last_year import LastYear
from report.readers.case_file import read_case
from report.tables import compute
from report.unit import Unit, UnitKind

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "cases"
GOLD = SHARED / "gold"


def material(
    *,
    notes: Mapping[str, str] | None = None,
    cells: Mapping[str, int] | None = None,
    rest: int | None = 0,
    year: int = 2024,
    kind: UnitKind = "department",
    last_year: LastYear | None = None,
) -> Material:
    """A report of 云岭县某局; cells not given are ``rest`` (None leaves them unknown), notes are split at line ends."""
    edition, _ = edition_for(year)
    short = {
        "department": "我局",
        "township": "我镇",
        "subdistrict": "我街道",
        "government": "我县",
        "ministry": "我部",
    }
    return Material(
        Unit("云岭县某单位", short[kind], kind),
        year,
        edition,
        compute(edition, Cells(_numbers(edition, cells or {}, rest))),
        tuple(Note(line, field) for field, text in (notes or {}).items() for line in text.splitlines()),
        last_year,
    )


def worded(line: str, field: str, voice: Voice) -> list[str]:
    """What becomes of one jotted line: its wordings, and what waits for a person in brackets."""
    return [
        each.text if isinstance(each, Restated) else f"【{each.clause.text}】"
        for each in restate_line(understand([Note(line, field)]), voice)
    ]


def _numbers(edition: Edition, given: Mapping[str, int], rest: int | None) -> dict[str, Decimal]:
    numbers = {cell: Decimal(value) for cell, value in given.items()}
    if rest is not None:
        for table in edition.tables:
            for cell in table.cells:
                if cell.asked:
                    numbers.setdefault(cell.id, Decimal(rest))
    return numbers


def shared_case(path: Path) -> Material:
    """The material of a case file; skips the test where the shared cases are absent."""
    if not path.exists():
        pytest.skip("the shared cases are not on this machine")
    case = read_case(path)
    return Material(
        case.unit,
        case.year,
        case.edition,
        compute(case.edition, case.cells),
        tuple(Note(line, field) for field, lines in case.notes.items() for line in lines),
        case.last_year,
    )


def loose(sentence: Sentence) -> list[str]:
    """Digit runs of a sentence that its numbers do not account for, in order."""
    known: list[NumberSource] = list(sentence.numbers)
    missing = []
    for run in re.findall(r"[0-9]+(?:\.[0-9]+)?", sentence.text):
        match = next((number for number in known if number.text == run), None)
        if match is None:
            missing.append(run)
        else:
            known.remove(match)
    return missing
