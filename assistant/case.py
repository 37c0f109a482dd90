"""A case file drafted or checked in one go, without a database: the same way as the assistant's, from another door."""

from decimal import Decimal

import msgspec
from msgspec.structs import replace

from assistant.disagreeing import disagreements
from assistant.drafting import CHECKED, EXIT_DONE, EXIT_ERRORS, EXIT_GAPS, Draft, make_draft
from assistant.jotting import note_of
from assistant.meant import meant
from phrasebank.bank import Bank
from phrasebank.material import Length, Material, Style
from phrasebank.reading import as_jotted_of
from report.cells import Cells
from report.checks.finding import Finding
from report.checks.gaps import gap_sentences
from report.readers.case_file import CaseFile
from report.tables import compute


def material_of_case(case: CaseFile) -> Material:
    """Everything the case says."""
    return Material(
        unit=case.unit,
        year=case.year,
        edition=case.edition,
        figures=compute(case.edition, _with_what_follows(case)),
        notes=tuple(
            note_of(meant(line, field), field) for field, lines in case.notes.items() for line in lines
        ),
        last_year=case.last_year,
        style=Style(guiding=case.guiding),
    )


def _with_what_follows(case: CaseFile) -> Cells:
    """The cells, with those that follow from what kind of unit it is (no power to make 规章: none made), as in the database."""
    rules = [cell for cell in case.edition.asked if cell.startswith("T2.REG.")]
    if any(cell in case.cells.numbers for cell in rules):
        return case.cells
    from prompts.interview import Interview  # noqa: PLC0415  most cases tell the whole table

    known = Interview().state({"unit.kind": case.unit.kind, "year": Decimal(case.year)}).cells.numbers
    follows = {cell: known[cell] for cell in rules if cell in known}
    return Cells({**case.cells.numbers, **follows}, case.cells.units)


def case_of_material(material: Material) -> CaseFile:
    """The same the other way round: a case that says all of it."""
    notes: dict[str, tuple[str, ...]] = {}
    for note in material.notes:
        notes[note.field] = (*notes.get(note.field, ()), as_jotted_of(note))
    return CaseFile(
        unit=material.unit,
        year=material.year,
        edition=material.edition,
        notice="",
        cells=material.figures.cells,
        given_totals={},
        last_year=material.last_year,
        guiding=material.style.guiding,
        notes=notes,
    )


class _Written(msgspec.Struct, frozen=True):
    """What the file says somebody wrote over a paragraph."""

    base: str
    text: str
    who: str = "案卷"


def draft_case(case: CaseFile, bank: Bank | None = None, length: Length = "中") -> Draft:
    """Draft a whole report from a case file, with the shipped phrases or another bank, in the length asked for."""
    material = material_of_case(case)
    material = replace(material, style=replace(material.style, length=length))
    edits = {name: _Written(edit.base, edit.text) for name, edit in case.edited.items()}
    checked = frozenset(f"{CHECKED}{mark}" for mark in case.checked)
    return make_draft(material, given_totals=case.given_totals, edits=edits, bank=bank, checked=checked)


class Checked(msgspec.Struct, frozen=True):
    """What a check of a case file has to say."""

    findings: tuple[Finding, ...]
    """The tables against their rules, then the notes against the tables."""
    unanswered: tuple[str, ...]
    """Which cells have no answer, one Chinese sentence a table or row."""

    @property
    def exit_code(self) -> int:
        """The contract's: 1 with an error, else 3 while cells are unanswered, else 0."""
        if any(finding.severity == "error" for finding in self.findings):
            return EXIT_ERRORS
        return EXIT_GAPS if self.unanswered else EXIT_DONE


def check_case(case: CaseFile, bank: Bank | None = None) -> Checked:
    """Check a case file's numbers, and what its notes say of them, as a draft would ask about it."""
    draft = draft_case(case, bank)
    findings = (*draft.findings, *disagreements(draft.narrative.conflicts))
    return Checked(findings, gap_sentences(draft.document.figures))
