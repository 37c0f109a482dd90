"""The tables of the 2019 edition are those of a published report, cell for cell."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from report.cells import Cells
from report.edition import load_edition
from report.tables import compute
from report.writers.cell_text import cell_text

SAMPLE = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "sample-2020.txt"
NARROW = str.maketrans("，：；（）", ",:;()")
"""The published text was stored with half-width marks."""


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the shared sample is not on this machine")
@pytest.mark.parametrize(("table_id", "heading"), [("T2", "二"), ("T3", "三"), ("T4", "四")])
def test_cells_of_the_sample_report_in_order(table_id: str, heading: str) -> None:
    """Every label and every number of the published table, in the order of print, row by row."""
    edition = load_edition("2019")
    table = edition.table(table_id)
    figures = compute(edition, Cells({cell.id: Decimal(0) for cell in edition.cells if cell.asked}))
    ours = [
        cell.text.translate(NARROW) if cell.header else cell_text(figures, cell.cell)
        for row in table.grid
        for cell in row
    ]
    text = SAMPLE.read_text(encoding="utf-8")
    section = re.split(r"\n[一二三四五六]、[^\n|]*情况\n", text)["一二三四五六".index(heading)]
    published = [line.rstrip(" |") for line in section.splitlines()]

    assert published == ours
