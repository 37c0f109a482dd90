"""One way from answers to a draft, for the screen and for the command line alike: that is why both give the same bytes.

material → phrase bank → paragraphs → a person's edits merged in → document → findings.
"""

from collections.abc import Container, Mapping
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from assistant.edited import Before, Earlier, EditedText, Joined, join_edits
from assistant.unheld import Unheld
from phrasebank.material import Material, Narrative
from report.checks.finding import Finding
from report.checks.rules import check_tables, missing_cells
from report.document import Document, Sentence, build_document
from report.tables import Figures

if TYPE_CHECKING:
    from phrasebank.bank import Bank

Form = Literal["md", "html", "json"]

CHECKED = "checked."
"""``checked.<mark>``: a finding that a person looked at and left as it is."""
EXIT_DONE, EXIT_ERRORS, EXIT_GAPS = 0, 1, 3


class Draft(msgspec.Struct, frozen=True):
    """A whole draft and everything that is to be said about it."""

    document: Document
    narrative: Narrative
    findings: tuple[Finding, ...]
    merge_conflicts: Mapping[str, tuple[str, ...]]
    """Paragraph id → one sentence for each place where a changed answer and a person's words meet."""
    taken: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Paragraph id → its text if the newly generated sentences are taken in these places."""
    unheld: tuple[Unheld, ...] = ()
    """Numbers of a person's text that the answers do not hold; what is found there stands in ``findings`` too."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the narrative, in the order they are printed."""
        return tuple(sentence for paragraph in self.document.paragraphs for sentence in paragraph.sentences)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is still to be answered, one line each: unanswered cells by table, and empty passages."""
        cells = [f"{title}还有 {count} 格没有填" for title, count in missing_cells(self.document.figures)]
        return (*cells, *(sentence.text for sentence in self.sentences if sentence.is_gap))

    @property
    def unread(self) -> tuple[str, ...]:
        """Notes nobody understood, as they stand in the text for the reviewer."""
        return tuple(sentence.text for sentence in self.sentences if sentence.is_unread)

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Questions only a person can answer: notes against tables, edits against answers."""
        of_edits = (one for told in self.merge_conflicts.values() for one in told)
        of_numbers = (one.finding.message for one in self.unheld if one.asked)
        return (*(conflict.question for conflict in self.narrative.conflicts), *of_edits, *of_numbers)

    @property
    def questions(self) -> tuple[str, ...]:
        """The conflicts that are not told as findings already, for lists that tell both."""
        told = {finding.message for finding in self.findings}
        return tuple(one for one in self.conflicts if one not in told)

    @property
    def contradicted(self) -> bool:
        """Whether a number of the notes is not the table's."""
        return any(conflict.cells for conflict in self.narrative.conflicts)

    @property
    def is_final(self) -> bool:
        """Nothing wrong, nothing missing, nothing left for a person to decide; warnings do not count."""
        return not (self.exit_code or self.unread or self.conflicts)

    @property
    def draft_note(self) -> str:
        """What a document says about itself while it is a draft; empty when it is final."""
        if self.is_final:
            return ""
        errors = sum(finding.severity == "error" for finding in self.findings)
        counts = (
            (errors, "不符"),
            (len(self.conflicts), "需核对"),
            (len(self.unread), "待核"),
            (len(self.gaps), "待补"),
        )
        told = "、".join(f"{count} 处{name}" for count, name in counts if count)
        return f"【草稿：还有 {told}，定稿前请处理】"

    @property
    def exit_code(self) -> int:
        """The contract's exit code; a wrong number weighs more than a missing one."""
        if any(finding.severity == "error" for finding in self.findings) or self.contradicted:
            return EXIT_ERRORS
        return EXIT_GAPS if self.gaps else EXIT_DONE

    def render(self, form: str = "md", tables: str = "html") -> bytes:
        """The document as the bytes of a file."""
        if form == "json":
            from report.writers.json_writer import document_json  # noqa: PLC0415  each form loads what it needs

            return document_json(self.document, note=self.draft_note).encode()
        if form == "html":
            from report.writers.html import write_html  # noqa: PLC0415

            return write_html(self.document, self.draft_note).encode()
        from report.writers.markdown import write_markdown  # noqa: PLC0415

        return write_markdown(self.document, "pipe" if tables == "pipe" else "html", self.draft_note).encode()

    def trace(self) -> list[dict[str, Any]]:
        """Every sentence of the narrative with where it came from (contract, ``--trace``)."""
        return [
            {
                "section": paragraph.section,
                "aspect": paragraph.aspect,
                "text": sentence.text,
                "kind": sentence.kind,
                "phrase": sentence.phrase,
                "variant": sentence.variant,
                "numbers": [{"text": number.text, "from": number.origin} for number in sentence.numbers],
                "from": list(sentence.sources),
            }
            for paragraph in self.document.paragraphs
            for sentence in paragraph.sentences
        ]


def make_draft(  # noqa: PLR0913  all a draft is made of, each by name
    material: Material,
    *,
    given_totals: Mapping[str, Decimal] | None = None,
    edits: Mapping[str, EditedText] | None = None,
    before: Before | None = None,
    earlier: Earlier | None = None,
    bank: "Bank | None" = None,
    checked: Container[str] = (),
) -> Draft:
    """Write, merge, add up and check one report.

    Args:
        material: Everything the unit said.
        given_totals: Totals somebody wrote down, by cell id; compared with the computed ones, never used.
        edits: Paragraph id → what a reviewer wrote over it.
        before: What the answers they saw would give today, for telling a changed answer from a changed wording.
        earlier: The edits of a paragraph that stand (`assistant.edited.Earlier`).
        bank: The phrase bank; the shipped one if None.
        checked: Marks of findings that a person looked at and left as they are (`mark_of`).
    """
    from assistant.adding_up import not_quite_whole  # noqa: PLC0415
    from phrasebank.bank import load_bank  # noqa: PLC0415  the first question is asked before anything is written
    from phrasebank.compose import compose  # noqa: PLC0415

    narrative = compose(material, bank or load_bank())
    joined = join_edits(narrative.paragraphs, edits or {}, before, earlier)
    document = build_document(material.unit, material.year, material.figures, joined.paragraphs)
    findings = check_tables(
        material.figures, given_totals or {}, material.last_year, material.unit, material.year
    )
    held = _unheld(narrative, joined, material) if edits else ()
    findings = (*findings, *not_quite_whole(material.notes), *(one.finding for one in held))
    shown = tuple(
        one for one in findings if one.severity == "error" or mark_of(one, material.figures) not in checked
    )
    held = tuple(one for one in held if one.finding in shown)
    return Draft(document, narrative, shown, joined.clashes, joined.taken, held)


def _unheld(narrative: Narrative, joined: Joined, material: Material) -> tuple[Unheld, ...]:
    """The numbers of what people wrote over the text, against the answers."""
    from assistant.held_numbers import unheld  # noqa: PLC0415  few drafts are edited

    generated = {one.id: one for one in narrative.paragraphs}
    return unheld(joined.paragraphs, generated, material.figures, material.notes, joined.clashes)


def mark_of(finding: Finding, figures: Figures) -> str:
    """The slot that says a person looked at a finding: of its words and of the numbers it is about, as they are now."""
    numbers = ",".join(f"{cell}={figures.value(cell)}" for cell in finding.cells if cell in figures.edition)
    digest = sha256(f"{finding.code}|{finding.message}|{numbers}".encode()).hexdigest()
    return CHECKED + digest[:12]
