"""A correction put into its place: old → new, where, to be confirmed like anything else.

One decision: what is not found, or could be several, changes nothing; one sentence tells which numbers there are.
"""

from collections.abc import Mapping, Sequence

import msgspec

from assistant.correcting import NUMBER, Correction, Item
from assistant.mended import Mended
from assistant.places import Place, called
from assistant.views import Proposal, ProposalLine
from db.store import Answer
from prompts.question import Question, Value
from prompts.replies import Accepted, Refused, read_cell
from report.cells import plain
from report.form import Edition
from report.lazily import pattern
from report.numerals import read_numeral

_NUMBER = pattern(rf"(?P<digits>{NUMBER})(?P<unit>.*)")
_NIL = {"没有": "0", "零": "0"}
_LISTED = 5


class Report(msgspec.Struct, frozen=True):
    """What a correction is looked up in."""

    questions: Sequence[Question]
    """Those that apply, in order."""
    answers: Mapping[str, Answer]
    now: Mapping[str, Value]
    edition: Edition
    latest: int
    """The batch of the last reply."""


def mend(said: Correction, report: Report, question: str, typed: str) -> Proposal | None:
    """The changes a correction asks for; None where it may be an answer after all.

    Args:
        said: What was said.
        report: The numbers there are.
        question: Id of the question that is open, empty when all is answered.
        typed: The whole reply.
    """
    sheet = _Sheet(report)
    for item in said.items:
        problem = sheet.change(item, said)
        if problem is None:
            return None
        if problem:
            line = ProposalLine(item.name or "更正", problem, typed, question=True)
            return Proposal(question, typed, (line,), "", {})
    return Mended(question, typed, tuple(sheet.lines), "", sheet.values()) if sheet.lines else None


def place_of(name: str, report: Report) -> Place | str:
    """The one number that is called so; else a sentence that tells which there are."""
    sheet, item = _Sheet(report), Item(name, "", "")
    found = sheet.found(item, "")
    if not found:
        return sheet.unknown(item) or ""
    return found[0] if len(found) == 1 or _one_thing(found) else several(item, found)


def several(item: Item, places: Sequence[Place]) -> str:
    """What is said where a name means more than one number."""
    return f"“{item.name or item.old}”可能是{_listed(places)}：改哪个，连名带数再说一遍。"


class _Sheet:
    """The changes while they are gathered."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.lines: list[ProposalLine] = []
        self.cells: dict[str, Value] = {}
        self.notes: dict[tuple[str, int], list[tuple[int, int, str]]] = {}

    def change(self, item: Item, said: Correction) -> str | None:
        """Make one change; a sentence that says why not, or None where nothing of the report was meant."""
        new = _Number(item.new)
        found = self.found(item, new.unit) if new.value is not None else []
        if not (said.sure or item.name):
            found = [place for place in found if place.unit == new.unit]
        other = [place for place in found if place.number != new.value]
        if not found:
            return self.unknown(item, new.unit) if said.plain and new.value is not None else None
        if not other:
            return f"“{item.name or found[0].shown}”现在就是 {new.shown}，没有要改的。"
        if len(other) > 1 and not _one_thing(other):
            return several(item, other) if item.name or item.old else None
        return next(filter(None, [self._put(place, new, item) for place in other]), "")

    def found(self, item: Item, unit: str) -> list[Place]:
        """The places a name means most surely; without a name those told last, then any that held the old number."""
        report = self.report
        everywhere = called(item.name, report.questions, report.answers, report.now, report.edition)
        old = _Number(item.old).value if item.old else None
        fitting = [
            one for one in everywhere
            if one.place.counts(unit) and (old is None or one.place.number == old)
        ]  # fmt: skip
        if not item.name:
            last = [one for one in fitting if one.place.batch == report.latest and one.place.number]
            fitting = last or (fitting if old is not None else [])
        best = min((one.tier for one in fitting), default=0)
        return [one.place for one in fitting if one.tier == best]

    def unknown(self, item: Item, unit: str = "") -> str | None:
        """What is said where no number is called so; None where a bare number may mean several told last."""
        if not item.name and not item.old:
            return None
        every = called("", self.report.questions, self.report.answers, self.report.now, self.report.edition)
        told = [one.place for one in every if one.place.number]
        told = [place for place in told if place.counts(unit)] or told
        what = f"“{item.name}{item.old}”"
        if not told:
            return f"前面还没有记过数，没有找到{what}。"
        latest = sorted(told, key=lambda place: -place.batch)
        return f"没有找到{what}这个数，现在记着的有{_listed(latest)}：改哪个，连名带数再说一遍。"

    def _put(self, place: Place, new: "_Number", item: Item) -> str:
        """One number in the place of another; a sentence when it cannot stand there."""
        was = f"原来是 {plain(place.number)}" if place.number is not None else "原来没填"
        words = f"{item.name}{item.new}"
        if place.line < 0:
            reply = read_cell(self.report.edition.cell(place.slot), new.text)
            if not isinstance(reply, Accepted):
                return reply.sentence if isinstance(reply, Refused) else "这里要填一个数。"
            self.cells |= reply.values
            self.lines.append(ProposalLine(place.label, f"{new.shown}（{was}）", words))
            return ""
        self.notes.setdefault((place.slot, place.line), []).append((place.start, place.end, new.digits))
        shown = place.shown.replace(self._digits(place), new.digits)
        self.lines.append(ProposalLine(place.label, f"{shown}（{was}{place.unit}）", words))
        return ""

    def _digits(self, place: Place) -> str:
        return self._line(place.slot, place.line)[place.start : place.end]

    def _line(self, slot: str, line: int) -> str:
        value = self.report.answers[slot].value
        return value[line] if isinstance(value, tuple) else ""

    def values(self) -> dict[str, Value]:
        """Everything to record: cells, and notes with the numbers changed inside their lines."""
        values: dict[str, Value] = dict(self.cells)
        for (slot, line), changes in self.notes.items():
            before = values.get(slot) or self.report.answers[slot].value
            text = self._line(slot, line)
            for start, end, digits in sorted(changes, reverse=True):
                text = text[:start] + digits + text[end:]
            if isinstance(before, tuple):
                values[slot] = (*before[:line], text, *before[line + 1 :])
        return values


class _Number:
    """A number as it was said."""

    def __init__(self, said: str) -> None:
        self.text = _NIL.get(said, said)
        match = _NUMBER.fullmatch(self.text)
        self.digits, self.unit = (match["digits"], match["unit"]) if match else (self.text, "")
        self.value = read_numeral(self.digits)

    @property
    def shown(self) -> str:
        """In plain digits."""
        return plain(self.value) if self.value is not None else self.text


def _one_thing(places: Sequence[Place]) -> bool:
    """One cell and the same number told in a note: changed together."""
    cells = [place for place in places if place.line < 0]
    return len(cells) == 1 and len({place.number for place in places}) == 1 and len(places) == 1 + 1


def _listed(places: Sequence[Place]) -> str:
    told = [
        f"{place.label}“{place.shown}”" if place.line >= 0 else f"“{place.label}”{place.shown}"
        for place in places[:_LISTED]
    ]
    return "、".join(told) + (f"等 {len(places)} 个" if len(places) > _LISTED else "")
