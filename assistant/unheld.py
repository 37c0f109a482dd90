"""What `assistant.held_numbers` finds: a number of a person's text that the answers do not hold."""

import msgspec

from report.checks.finding import Finding

CHANGED, UNKNOWN = "N-EDIT", "N-NEW"
"""Codes: another number than an answer's in the same place; a number that no answer holds."""


class Unheld(msgspec.Struct, frozen=True):
    """A number of a person's text that the answers do not hold."""

    spot: str
    """Paragraph and number of the sentence (``1.主动公开#2``)."""
    finding: Finding

    @property
    def asked(self) -> bool:
        """Whether it stands against an answer, so that a person has to decide."""
        return self.finding.code == CHANGED
