"""What the phrase bank understands in a note, told as the contract's ``match`` tells it."""

from typing import Any

import msgspec

from phrasebank import understand
from phrasebank.bank import Bank, load_bank
from phrasebank.compose import phrase_for
from phrasebank.material import Material
from phrasebank.reading import Clause, Quantity
from phrasebank.said import understand_said
from report.cells import Cells
from report.edition import edition_ids, load_edition
from report.tables import compute
from report.unit import Unit


def word_ends(text: str) -> tuple[int, ...]:
    """Where the words of a text end, for keys that go by words."""
    return understand.word_ends(text)


class MatchedClause(msgspec.Struct, frozen=True):
    """One clause and the phrase that would word it."""

    clause: Clause
    phrase: str
    """Phrase id; empty when the person's words are restated, or kept."""

    def as_json(self) -> dict[str, Any]:
        """The contract's shape of ``match --json``."""
        return {
            "text": self.clause.text,
            "themes": list(self.clause.themes),
            "quantities": [_quantity(quantity) for quantity in self.clause.quantities],
            "phrase": self.phrase,
        }


def match_note(text: str, field: str, bank: Bank | None = None) -> tuple[MatchedClause, ...]:
    """Read a note jotted in ``field`` clause by clause, with the shipped phrases or another bank."""
    used, nobody = bank or load_bank(), _nobody()
    return tuple(
        MatchedClause(clause, phrase_for(clause, nobody, used)) for clause in understand_said(text, field)
    )


def _nobody() -> Material:
    """A unit of the commonest kind in the newest edition, with nothing answered: a note is read without its report."""
    edition = load_edition(edition_ids()[-1])
    unit = Unit(name="", short="我单位", kind="department")
    return Material(unit, edition.years.confirmed_until, edition, compute(edition, Cells()))


def _quantity(quantity: Quantity) -> dict[str, Any]:
    told: dict[str, Any] = {"value": quantity.value, "unit": quantity.unit, "of": quantity.of}
    return {**told, "approx": True} if quantity.approx else told


def reading_lines(matched: tuple[MatchedClause, ...]) -> str:
    """The same for a person to read, a clause a line."""
    lines = []
    for one in matched:
        themes = "、".join(one.clause.themes) or "没有看懂"
        numbers = "；".join(
            f"{quantity.value}{quantity.unit}{'（约数）' if quantity.approx else ''}"
            for quantity in one.clause.quantities
        )
        lines.append(f"{one.clause.text}\t{themes}\t{numbers or '没有数字'}\t{one.phrase or '照原话'}\n")
    return "".join(lines)
