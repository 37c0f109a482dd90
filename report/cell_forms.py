"""The parts of a table of the official form: what is printed in its grid, its rows and columns, its numbers and sums."""

from typing import Literal

import msgspec

CellKind = Literal["integer", "decimal", "signed"]
"""``integer`` and ``decimal`` are never negative; ``signed`` is an integer that may be (本年增/减)."""


class GridCell(msgspec.Struct, frozen=True):
    """One printed cell: a label, or the place of one number."""

    text: str = ""
    """The label, verbatim; empty for a number."""
    cell: str = ""
    """Cell id of the number (``T3.R01.C1``); empty for a label."""
    rowspan: int = 1
    colspan: int = 1

    @property
    def header(self) -> bool:
        """True for a label."""
        return not self.cell


class RowForm(msgspec.Struct, frozen=True):
    """One row of numbers."""

    id: str
    """Row id of the contract (``R01``, ``NORM``, ``V``)."""
    label: str
    """The innermost label, verbatim (``1.属于国家秘密``)."""
    path: tuple[str, ...]
    """All labels from the outermost (``三、本年度办理结果``, ``（三）不予公开``, ``1.属于国家秘密``)."""
    name: str
    """How messages call it: unambiguous, yet short (``（三）不予公开·1.属于国家秘密``)."""
    articles: str
    """Where the row comes from in the Regulation (国务院令第711号) or another document; may be empty."""
    help: str
    """What belongs into the row, in plain words for the person who fills it."""
    cells: tuple[str, ...]
    """Ids of its cells, from left to right."""


class ColumnForm(msgspec.Struct, frozen=True):
    """One column that runs through all rows of a table (table 三 only)."""

    id: str
    """``C1`` … ``C7``."""
    label: str
    path: tuple[str, ...]
    """Labels from the outermost (``申请人情况``, ``法人或其他组织``, ``商业企业``)."""


class CellForm(msgspec.Struct, frozen=True):
    """One number of the form."""

    id: str
    """With its table in front: ``T3.R01.C1``."""
    table: str
    row: str
    column: str
    """Column id (``C1``, ``made``, ``5``), empty where the row has one number only."""
    kind: CellKind
    parts: tuple[str, ...]
    """Ids it is the sum of; empty when it is asked."""
    label: str
    """How messages call it (``表三 一、本年新收政府信息公开申请数量（自然人）``)."""
    column_label: str
    """The innermost column label, verbatim (``自然人``); empty where there is none."""
    units: tuple[str, ...]
    """Units of a decimal: one is fixed, of several the person chooses one; empty for counts."""
    articles: str
    help: str

    @property
    def asked(self) -> bool:
        """False for totals: they are computed, never asked."""
        return not self.parts


class SumForm(msgspec.Struct, frozen=True):
    """A sum the form does not print but the text and the checks use (``T3.S3``, ``T3.IN.C1``, ``T4.SUITS``)."""

    id: str
    label: str
    parts: tuple[str, ...]
