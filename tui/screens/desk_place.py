"""Where somebody stood at the review desk, found again after the text changed under it."""

from typing import Self

import msgspec

from report.problem import NianbaoProblem
from tui.core import Core


class DeskPlace(msgspec.Struct, frozen=True, eq=False):
    """A sentence (or a table) of one report."""

    core: Core
    report: int | None
    spot: str
    text: str = ""
    phrase: str = ""

    @classmethod
    def at(cls, core: Core, spot: str) -> Self:
        """The place one is at: ``<paragraph>#<number>``, or ``table:<id>``."""
        paragraph, _, number = spot.partition("#")
        if not number:
            return cls(core, core.report_id, spot)
        try:
            sentence = core.paragraph(paragraph).sentences[int(number)]
        except (KeyError, IndexError, NianbaoProblem):
            return cls(core, core.report_id, spot)
        return cls(core, core.report_id, spot, sentence.text, sentence.phrase)

    def again(self, core: Core) -> str:
        """The spot of the same sentence now: the same words, else the same thing said, else the same number.

        Empty in another report.
        """
        if core is not self.core or core.report_id != self.report:
            return ""
        paragraph, _, number = self.spot.partition("#")
        if not number:
            return self.spot
        try:
            sentences = core.paragraph(paragraph).sentences
        except (KeyError, NianbaoProblem):
            return ""
        order = sorted(range(len(sentences)), key=lambda one: abs(one - int(number)))
        same = [one for one in order if sentences[one].text == self.text]
        like = [one for one in order if self.phrase and sentences[one].phrase == self.phrase]
        return f"{paragraph}#{[*same, *like, *order, 0][0]}"
