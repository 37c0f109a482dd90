"""How a case file is laid out: its keys, what may stand under each, and the names that are looked for when marks slip.

One decision: a key nobody knows is refused here, with its line, before anything of the file is taken.
"""

from typing import Any

import msgspec

from report.document import NOTE_FIELDS
from report.yamlslips import Names


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all shapes of the file share."""


class ContactShape(_Shape, frozen=True):
    """The contact line, part by part."""

    address: str | int | None = None
    postcode: str | int | None = None
    phone: str | int | None = None
    website: str | int | None = None


class UnitShape(_Shape, frozen=True):
    """Whose report it is."""

    name: str
    kind: str
    short: str | None = None
    superiors: list[str] | str | None = None
    contact: ContactShape | None = None


class LastYearShape(_Shape, frozen=True):
    """What the case says of the year before, or the file that says it."""

    tables: dict[str, Any] | None = None
    problems: list[str] | str | None = None
    file: str | None = None


class EditShape(_Shape, frozen=True):
    """A paragraph as a person wrote it, over the text they saw."""

    base: str
    text: str


class CaseShape(_Shape, frozen=True):
    """The whole file."""

    unit: UnitShape
    year: int | str
    tables: dict[str, Any] | None = None
    last_year: LastYearShape | None = None
    guiding: bool | None = None
    notes: dict[str, Any] | None = None
    edited: dict[str, EditShape] | None = None
    checked: dict[str, str] | None = None


_SHAPES = (CaseShape, UnitShape, ContactShape, LastYearShape, EditShape)
NAMES = Names(
    known=frozenset(
        (
            *(field.name for shape in _SHAPES for field in msgspec.structs.fields(shape)),
            *NOTE_FIELDS,
            "rest",
        )
    ),
    shape=r"(?:T[234]|FEE6|R[0-9]{2}|[VWX][1-5]?|[A-Z]{3,4}(?:\.[a-z]+)?)",
    free=(*NOTE_FIELDS, "base", "text"),
)
