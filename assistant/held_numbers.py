"""The numbers of a person's text, held against the answers: the tables first, then what was jotted.

One decision: a number that stands in the place of a generated one, in the same words, is that number; when it differs
from a cell the report would say two things, which is an error. Any other number that no answer holds may be right, since
a person wrote it: it is asked about until they say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import SequenceMatcher

import msgspec
from msgspec.structs import replace

from assistant.aligned import behind
from assistant.unheld import CHANGED, UNKNOWN, Unheld
from phrasebank.reading import Note
from phrasebank.understand import numbers_in
from report.cells import plain
from report.checks.finding import Finding, Place
from report.checks.prose import against_tables, told_of_tables
from report.document import Paragraph, Sentence
from report.lazily import pattern
from report.tables import Figures

_DIGITS = pattern(r"[0-9]+(?:\.[0-9]+)?")
_MARK = pattern(r"[，。；：、（）“”《》]")
_YEAR = pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
_PLAIN = pattern(r"[0-9]+(?:\.[0-9]+)?")
_LONGEST = 20
_ALIKE = 2
"""So many characters before a number make two places the same."""


_Value = tuple[str, str]
"""A number and its unit."""


class _Number(msgspec.Struct, frozen=True):
    """A number in a sentence, with the words around it."""

    value: str
    unit: str
    start: int
    end: int
    before: str
    """The words before it since the last mark or number."""
    origin: str = ""
    """Where a generated number came from; empty in a person's sentence."""
    words: str = ""
    """The jotted words that hold it."""

    @property
    def counted(self) -> _Value:
        """What it is, wherever it stands."""
        return self.value, self.unit

    @property
    def said(self) -> str:
        """The number as it is told: with the last words before it."""
        cut = "…" if len(self.before) > _LONGEST else ""
        return f"{cut}{self.before[-_LONGEST:]}{self.value}{self.unit}"

    def like(self, other: "_Number") -> bool:
        """Whether both stand in the same words."""
        shared = 0
        for one, two in zip(reversed(self.before), reversed(other.before), strict=False):
            if one != two:
                break
            shared += 1
        return shared >= _ALIKE and (self.unit == other.unit or not self.unit or not other.unit)


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


def _known(figures: Figures, notes: Sequence[Note]) -> frozenset[_Value]:
    """Number and unit of all that was jotted, and of the cells; the year of the report and the one before."""
    jotted = {one.counted for note in notes for one in _numbers(note.text)}
    counted = {(plain(number), "件") for number in figures.values.values() if number}
    return frozenset(jotted | counted)


class _Held:
    """One edited paragraph beside the generated one."""

    def __init__(self, old: Paragraph, new: Paragraph, figures: Figures, known: frozenset[_Value]) -> None:
        self.new, self.figures = new, figures
        self.label = new.heading.rstrip("。") or new.aspect or "这一段"
        self.behind = behind(old.sentences, [one.text for one in new.sentences])
        traced = [one for each in old.sentences for one in _traced(each)]
        self.known = known | {one.counted for one in traced}
        kept = {one.text for one in new.sentences}
        self.gone = [one for each in old.sentences if each.text not in kept for one in _traced(each)]
        self.written = [one for each in new.sentences for one in _numbers(each.text)]

    def findings(self, number: int) -> Iterator[Finding]:
        """What is to be said of one sentence, of each number once: the cell it stood for, then what the words say."""
        text = self.new.sentences[number].text
        place = Place(section=self.new.section, aspect=self.new.aspect, text=text)
        aligned = _aligned(self.behind[number], text)
        near = [one for each in self.behind[number] for one in _traced(each)]
        named = {one.end: one for one in told_of_tables(text)}
        told: set[str] = set()
        for one in _numbers(text):
            old = self._meant(one, near) or self._meant(one, self.gone)
            finding = self._changed(one, old, place) or (
                None if one.end in named else self._unknown(one, aligned.get(one.start), place)
            )
            if finding is not None:
                told |= {named[one.end].words} if one.end in named else set()
                yield finding
        for finding in against_tables(text, self.figures, place, f"{self.label}写"):
            if finding.place.text not in told:
                yield finding

    def _meant(self, mine: _Number, generated: Sequence[_Number]) -> _Number | None:
        """The generated number in the same words, where the text does not say it too."""
        like = [one for one in generated if mine.like(one)]
        same = next((one for one in like if one.value == mine.value), None)
        missing = [one for one in like if not self._said(one)]
        return same or next(iter(missing), None)

    def _said(self, generated: _Number) -> bool:
        return any(one.value == generated.value and one.like(generated) for one in self.written)

    def _changed(self, mine: _Number, old: _Number | None, place: Place) -> Finding | None:
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

    def _unknown(self, mine: _Number, old: _Number | None, place: Place) -> Finding | None:
        """A number that no answer holds; where it took the place of one, which."""
        if mine.counted in self.known:
            return None
        if old is not None and old.value != mine.value and not self._stays(old):
            return self._asked(mine, old, place)
        return Finding(
            UNKNOWN, "warning", place, f"{self.label}写“{mine.said}”，这个数在回答里没有，请核对。"
        )

    def _stays(self, generated: _Number) -> bool:
        return any(one.counted == generated.counted for one in self.written)

    def _asked(self, mine: _Number, old: _Number, place: Place) -> Finding:
        where = f"，来自“{old.words}”" if old.words else ""
        message = (
            f"{self.label}写“{mine.said}”，这个数在回答里没有：生成的句子里是 {old.value} {old.unit}{where}。"
        )
        return Finding(CHANGED, "warning", place, message)


def _numbers(text: str) -> list[_Number]:
    """The numbers of a text in order, years too, each with the words before it."""
    read = [(one.number_start, one.end, one.value, one.unit) for one in numbers_in(text)]
    read += [(one.start(), one.end(), one[0], "年") for one in _YEAR.finditer(text)]
    numbers, last = [], 0
    for start, end, value, unit in sorted(set(read)):
        before = _MARK.split(text[last:start])[-1].removeprefix("其中")
        numbers.append(_Number(value, unit, start, end, before))
        last = end
    return numbers


def _traced(sentence: Sentence) -> list[_Number]:
    """The numbers of a generated sentence with where they came from."""
    runs = zip(_DIGITS.finditer(sentence.text), sentence.numbers, strict=False)
    origins = {run.start(): number.origin for run, number in runs}
    return [
        replace(
            one,
            origin=next((origins[at] for at in range(one.start, one.end) if at in origins), ""),
            words=next((words for words in sentence.sources if one.value in words), ""),
        )
        for one in _numbers(sentence.text)
    ]


def _aligned(old: Sequence[Sentence], text: str) -> dict[int, _Number]:
    """Where a number of the text begins → the generated number that stood at its place."""
    was = [token for each in old for token in _tokens(each.text, _traced(each))]
    now = _tokens(text, _numbers(text))
    pairs: dict[int, _Number] = {}
    matcher = SequenceMatcher(None, [one for one, _ in was], [one for one, _ in now], autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size >= _ALIKE:
            for step in range(block.size):
                before, after = was[block.a + step][1], now[block.b + step][1]
                if before and after:
                    pairs[after.start] = before
    return pairs


def _tokens(text: str, numbers: Sequence[_Number]) -> list[tuple[str, _Number | None]]:
    """The characters of a text, a number with its unit being one of them."""
    tokens: list[tuple[str, _Number | None]] = []
    last = 0
    for number in numbers:
        tokens += [(character, None) for character in text[last : number.start]]
        tokens.append((f"#{number.unit}", number))
        last = number.end
    return [*tokens, *((character, None) for character in text[last:])]


def _decimal(value: str) -> Decimal | None:
    return Decimal(value) if _PLAIN.fullmatch(value) else None
