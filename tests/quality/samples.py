"""The cases that quality is measured on, and what each of them must say.

A case is a file that any user could have written; beside it stands `<name>.facts.yaml` with the facts of its notes,
as words and numbers that official prose cannot avoid.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from report.readers.case_file import CaseFile, read_case
from report.yamlfile import convert, read_yaml

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
CONFLICTS = CASES / "conflicts"
SHIPPED = ROOT / "assistant" / "samples"
GOLD = ROOT.parent / "shared" / "cases" / "gold"
"""Drafts by hand, beside the checkout; not everybody has them."""

YEARS: tuple[tuple[str, str], ...] = (
    ("51-hongze-district-2023", "52-hongze-district-2024"),
    ("53-pingtan-zone-2022", "54-pingtan-zone-2023"),
    ("64-jiangbian-housing-2024", "63-jiangbian-housing-2025"),
)
"""Two years of one unit."""

SISTERS: tuple[tuple[str, str], ...] = (
    ("07-liushu-town-2021", "67-xinglin-township-2021"),
    ("38-cangwu-transport-2023", "68-linhai-transport-2023"),
    ("11-xiaoying-subdistrict-2024", "69-binhe-subdistrict-2024"),
)
"""Two units of one kind and year with similar notes."""


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One fact of the notes.

    ``words`` must all stand in one paragraph together with ``numbers``; ``a|b`` means either of the two.
    """

    field: str
    words: list[str]
    numbers: list[str]


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a draft must show: facts, lines that only a person may judge (【待核】), and how many gaps there are.

    ``never``: wordings that would be false although each of their words was jotted.
    """

    facts: list[Fact]
    not_written: list[str]
    gaps: int
    never: list[str] = []


@dataclass(frozen=True)
class Sample:
    """One case with what it must say."""

    name: str
    case: CaseFile
    expected: Expected | None
    """None where nobody has listed the facts."""


def read_sample(path: Path) -> Sample:
    """Read one case file and the list of facts beside it, if there is one."""
    name = path.name.removesuffix(".case.yaml")
    listed = path.with_name(f"{name}.facts.yaml")
    expected = convert(read_yaml(listed), Expected) if listed.exists() else None
    return Sample(name, read_case(path), expected)


def case_paths(folder: Path) -> tuple[Path, ...]:
    """The case files of a folder, in the order of their names; none if the folder is not there."""
    return tuple(sorted(folder.glob("*.case.yaml")))


def all_samples() -> tuple[Sample, ...]:
    """Every case without contradictions: ours, the shipped ones, and the gold ones where they are at hand."""
    folders = (CASES, SHIPPED, GOLD)
    return tuple(read_sample(path) for folder in folders for path in case_paths(folder))


def conflict_samples() -> tuple[Sample, ...]:
    """Cases whose notes contradict their tables, or themselves, on purpose."""
    return tuple(read_sample(path) for path in case_paths(CONFLICTS))
