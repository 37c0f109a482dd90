"""A case that is written and read again is the same case."""

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.cells import Cells
from report.document import PARAGRAPHS
from report.edition import edition_for
from report.readers.case_file import CaseEdit, CaseFile, read_case
from report.unit import Contact, Unit
from report.writers.case_yaml import write_case

CASES = sorted((Path(__file__).resolve().parents[1] / "cases").glob("*.case.yaml"))
LINE = (
    st.text("网站公开119条：，- #“”'\"{}[]|>&*!%@`no~0.", min_size=1, max_size=12).map(str.strip).filter(bool)
)
LINES = st.lists(LINE, max_size=3).map(tuple)
WRITTEN = st.builds(CaseEdit, base=LINE, text=LINE)


def again(case: CaseFile) -> CaseFile:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_text(write_case(case), encoding="utf-8")
        return read_case(path)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name[:2])
def test_the_cases_come_back(path: Path) -> None:
    """Every case of ours, with its tables, last year and all its lines."""
    case = read_case(path)

    assert again(case) == case


@given(st.data())
def test_any_case_comes_back(data: st.DataObject) -> None:
    """Whatever is known or unknown in the tables, and whatever marks were jotted."""
    year = data.draw(st.integers(2019, 2025))
    edition = edition_for(year)[0]
    plain = [cell for cell in edition.asked if edition.cell(cell).kind != "decimal"]
    numbers = data.draw(st.dictionaries(st.sampled_from(plain), st.integers(0, 3).map(Decimal)))
    zero = data.draw(st.sampled_from(["", *(table.id for table in edition.tables)]))
    numbers |= {cell: Decimal(0) for cell in edition.asked if zero and cell.startswith(f"{zero}.")}
    totals = data.draw(
        st.dictionaries(
            st.sampled_from([cell.id for cell in edition.cells if cell.parts]), st.integers(0, 3).map(Decimal)
        )
    )
    fields = st.sampled_from(["主动公开", "监督保障", "存在问题", "其他事项"])
    notes = data.draw(st.dictionaries(fields, LINES.filter(bool)))
    case = CaseFile(
        unit=Unit("某县民政局", "我局", "department", ("县委", "县政府"), Contact(phone="023-1234")),
        year=year,
        edition=edition,
        notice="",
        cells=Cells(numbers),
        given_totals=totals,
        last_year=None,
        guiding=data.draw(st.sampled_from([None, True, False])),
        notes=notes,
        edited=data.draw(st.dictionaries(st.sampled_from(PARAGRAPHS), WRITTEN, max_size=2)),
        checked=data.draw(st.dictionaries(st.sampled_from(["0123456789ab", "123456789012"]), LINE)),
    )
    back = again(case)

    assert back.cells == case.cells
    assert back.given_totals == case.given_totals
    assert dict(back.notes) == notes
    assert (dict(back.edited), dict(back.checked)) == (case.edited, case.checked)
    assert (back.unit, back.guiding) == (case.unit, case.guiding)


def test_a_table_of_zeros_is_one_zero(tmp_path: Path) -> None:
    """What people would write by hand is what is written."""
    text = "unit: {name: 某局, kind: department}\nyear: 2024\ntables: {T2: 0, T3: {R01: [1, 0, 0, 0, 0, 0], R03: [1, 0, 0, 0, 0, 0], rest: 0}}\n"
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    written = write_case(read_case(path))

    assert "  T2: 0\n  T3: {R01: [1, 0, 0, 0, 0, 0], R03: [1, 0, 0, 0, 0, 0], rest: 0}\n" in written
