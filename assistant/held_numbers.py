"""The numbers of a person's text, held against the answers: the tables first, then what was jotted.

One decision: a number that stands in the place of a generated one, in the same words, is that number; when it differs
from a cell the report would say two things, which is an error. Any other number that no answer holds may be right, since
a person wrote it: it is asked about until they say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assistant.aligned import behind
from assistant.text_numbers import Number, Value, aligned, numbers_of, traced
from assistant.unheld import CHANGED, UNKNOWN, Unheld
from phrasebank.reading import Note
from report.cells import plain
from report.checks.finding import Finding, Place
from report.checks.prose import against_tables, told_of_tables
from report.document import Paragraph
from report.lazily import pattern
from report.tables import Figures

_PLAIN = pattern(r"[0-9]+(?:\.[0-9]+)?")


def unheld(
    printed: Sequence[Paragraph],
    generated: Mapping[str, Paragraph],
    figures: Figures,
    notes: Sequence[Note],
    clashing: Mapping[str, object],
) -> tuple[Unheld, ...]:
    """Every number of an edited sentence that an answer contradicts or that none holds.

    Args:
        printed: The paragraphs as they will be printed.
        generated: Paragraph id → as generated from the answers.
        figures: The tables.
        notes: What was jotted.
        clashing: Paragraphs in which a changed answer is still to be settled: there only the tables count.
    """
    known = _known(figures, notes)
    found = []
    for paragraph in printed:
        old = generated.get(paragraph.id)
        if old is None or old.body == paragraph.body:
            continue
        held = _Held(old, paragraph, figures, known)
        for number, sentence in enumerate(paragraph.sentences):
            if sentence.kind == "edited":
                found += [
                    Unheld(f"{paragraph.id}#{number}", one)
                    for one in held.findings(number)
                    if one.severity == "error" or paragraph.id not in clashing
                ]
    return tuple(found)


def _known(figures: Figures, notes: Sequence[Note]) -> frozenset[Value]:
    """Number and unit of all that was jotted, and of the cells; the year of the report and the one before."""
    jotted = {one.counted for note in notes for one in numbers_of(note.text)}
    counted = {(plain(number), "件") for number in figures.values.values() if number}
    return frozenset(jotted | counted)


class _Held:
    """One edited paragraph beside the generated one."""

    def __init__(self, old: Paragraph, new: Paragraph, figures: Figures, known: frozenset[Value]) -> None:
        self.new, self.figures = new, figures
        self.label = new.heading.rstrip("。") or new.aspect or "这一段"
        self.behind = behind(old.sentences, [one.text for one in new.sentences])
        stood = [one for each in old.sentences for one in traced(each)]
        self.known = known | {one.counted for one in stood}
        kept = {one.text for one in new.sentences}
        self.replaced = [each for each in old.sentences if each.text not in kept]
        self.gone = [one for each in self.replaced for one in traced(each)]
        self.written = [one for each in new.sentences for one in numbers_of(each.text)]

    def findings(self, number: int) -> Iterator[Finding]:
        """What is to be said of one sentence, of each number once: the cell it stood for, then what the words say."""
        text = self.new.sentences[number].text
        place = Place(section=self.new.section, aspect=self.new.aspect, text=text)
        places = aligned(self.behind[number] or self.replaced, text)
        near = [one for each in self.behind[number] for one in traced(each)]
        named = {one.end: one for one in told_of_tables(text)}
        told: set[str] = set()
        for one in numbers_of(text):
            old = self._meant(one, near) or self._meant(one, self.gone)
            if old and one.end in named and old.origin not in named[one.end].cells:
                old = None  # the words name another cell: 收到申请 beside 办结申请
            finding = self._changed(one, old, place) or (
                None if one.end in named else self._unknown(one, places.get(one.start), place)
            )
            if finding is not None:
                told |= {named[one.end].words} if one.end in named else set()
                yield finding
        for finding in against_tables(text, self.figures, place, f"{self.label}写"):
            if finding.place.text not in told:
                yield finding

    def _meant(self, mine: Number, generated: Sequence[Number]) -> Number | None:
        """The generated number in the same words, where the text does not say it too."""
        like = [one for one in generated if mine.like(one)]
        same = next((one for one in like if one.value == mine.value), None)
        missing = [one for one in like if not self._said(one)]
        return same or next(iter(missing), None)

    def _said(self, generated: Number) -> bool:
        return any(one.value == generated.value and one.like(generated) for one in self.written)

    def _changed(self, mine: Number, old: Number | None, place: Place) -> Finding | None:
        """Another number in the words of a generated one."""
        if old is None or old.value == mine.value:
            return None
        edition = self.figures.edition
        if old.origin not in edition.ids:
            return self._asked(mine, old, place)
        table = old.origin.partition(".")[0]
        return Finding(
            f"N-{table}",
            "error",
            place,
            f"{self.label}写“{mine.said}”，{edition.label(old.origin)}是 {old.value} {old.unit}，请核对。",
            _decimal(old.value),
            _decimal(mine.value),
            (old.origin,),
        )

    def _unknown(self, mine: Number, old: Number | None, place: Place) -> Finding | None:
        """A number that no answer holds; where it took the place of one, which."""
        if mine.counted in self.known:
            return None
        if old is not None and old.value != mine.value and not self._stays(old):
            return self._asked(mine, old, place)
        return Finding(
            UNKNOWN, "warning", place, f"{self.label}写“{mine.said}”，这个数在回答里没有，请核对。"
        )

    def _stays(self, generated: Number) -> bool:
        return any(one.counted == generated.counted for one in self.written)

    def _asked(self, mine: Number, old: Number, place: Place) -> Finding:
        where = f"，来自“{old.words}”" if old.words else ""
        message = (
            f"{self.label}写“{mine.said}”，这个数在回答里没有：生成的句子里是 {old.value} {old.unit}{where}。"
        )
        return Finding(CHANGED, "warning", place, message)


def _decimal(value: str) -> Decimal | None:
    return Decimal(value) if _PLAIN.fullmatch(value) else None
