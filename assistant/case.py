"""A case file drafted or checked in one go, without a database: the same way as the assistant's, from another door."""

from dataclasses import replace

from assistant.drafting import Draft, make_draft
from assistant.jotting import note_of
from phrasebank.bank import Bank
from phrasebank.material import Length, Material, Style
from report.checks.finding import Finding
from report.checks.rules import check_tables
from report.readers.case_file import CaseFile
from report.tables import compute


def material_of_case(case: CaseFile) -> Material:
    """Everything the case says."""
    return Material(
        unit=case.unit,
        year=case.year,
        edition=case.edition,
        figures=compute(case.edition, case.cells),
        notes=tuple(note_of(line, field) for field, lines in case.notes.items() for line in lines),
        last_year=case.last_year,
    )


def draft_case(case: CaseFile, bank: Bank | None = None, length: Length = "中") -> Draft:
    """Draft a whole report from a case file, with the shipped phrases or another bank, in the length asked for."""
    material = replace(material_of_case(case), style=Style(length=length))
    return make_draft(material, given_totals=case.given_totals, bank=bank)


def check_case(case: CaseFile) -> tuple[Finding, ...]:
    """What the checks find in a case file's numbers."""
    figures = compute(case.edition, case.cells)
    return check_tables(figures, case.given_totals, case.last_year, case.unit, case.year)
