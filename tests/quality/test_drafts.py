"""What holds for every draft, whatever the figures of `make quality` are: it is made, its digits are traced, it claims nothing."""

from pathlib import Path

import pytest

from assistant.case import draft_case
from tests.quality.quality import written
from tests.quality.samples import CASES, CONFLICTS, SHIPPED, case_paths, read_sample
from tests.quality.support import digit_count, unsupported

PATHS = (*case_paths(CASES), *case_paths(SHIPPED), *case_paths(CONFLICTS))


def test_there_are_enough_cases() -> None:
    """At least 60 cases without contradictions, of all five kinds of unit and both editions."""
    cases = [read_sample(path).case for path in case_paths(CASES)]

    assert len(cases) >= 60
    assert sorted({case.unit.kind for case in cases}) == [
        "department",
        "government",
        "ministry",
        "subdistrict",
        "township",
    ]
    assert sorted({case.edition.id for case in cases}) == ["2019", "2021"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name.removesuffix(".case.yaml"))
def test_a_draft_cannot_be_caught_out(path: Path) -> None:
    """Every digit is traced and every claim has a source."""
    sample = read_sample(path)
    page = written(sample, draft_case(sample.case))

    assert (digit_count(page)[1], unsupported(page)) == ((), ())
