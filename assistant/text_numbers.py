"""The numbers of a text where they stand, with the words around them; of a generated sentence also where each came from."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

import msgspec
from msgspec.structs import replace

from phrasebank.understand import numbers_in
from report.document import Sentence
from report.lazily import pattern

_DIGITS = pattern(r"[0-9]+(?:\.[0-9]+)?")
_MARK = pattern(r"[，。；：、（）“”《》]")
_NAMED = pattern(r"(?<![0-9.])[0-9]+(?P<unit>[年月日号〕])")
"""Dates and the numbers of documents, which count nothing and are held all the same."""
_LONGEST = 20
_ALIKE = 2
"""So many characters before a number make two places the same."""
Value = tuple[str, str]
"""A number and its unit."""
_STRUCTURE = pattern("[0-9一二两三四五六七八九十]+(?:个|大)?(?:方面|不足|短板|问题|点(?=[，：。]))")
"""三个方面: how a text is laid out counts nothing that was answered."""


class Number(msgspec.Struct, frozen=True):
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
    def counted(self) -> Value:
        """What it is, wherever it stands."""
        return self.value, self.unit

    @property
    def said(self) -> str:
        """The number as it is told: with the last words before it."""
        cut = "…" if len(self.before) > _LONGEST else ""
        return f"{cut}{self.before[-_LONGEST:]}{self.value}{self.unit}"

    def like(self, other: "Number") -> bool:
        """Whether both stand in the same words."""
        shared = 0
        for one, two in zip(reversed(self.before), reversed(other.before), strict=False):
            if one != two:
                break
            shared += 1
        return shared >= _ALIKE and (self.unit == other.unit or not self.unit or not other.unit)


def numbers_of(text: str) -> list[Number]:
    """The numbers of a text in order, dates too, each with the words before it."""
    read = {one.number_start: (one.end, one.value, one.unit) for one in numbers_in(text)}
    named = {one.start(): (one.end("unit") - 1, one[0][:-1], one["unit"]) for one in _NAMED.finditer(text)}
    numbers, last = [], 0
    for start, (end, value, unit) in sorted({**named, **read}.items()):
        if _STRUCTURE.match(text, start):
            continue
        before = _MARK.split(text[last:start])[-1].removeprefix("其中")
        numbers.append(Number(value, unit, start, end, before))
        last = end
    return numbers


def traced(sentence: Sentence) -> list[Number]:
    """The numbers of a generated sentence with where they came from."""
    runs = zip(_DIGITS.finditer(sentence.text), sentence.numbers, strict=False)
    origins = {run.start(): number.origin for run, number in runs}
    return [
        replace(
            one,
            origin=next((origins[at] for at in range(one.start, one.end) if at in origins), ""),
            words=next((words for words in sentence.sources if one.value in words), ""),
        )
        for one in numbers_of(sentence.text)
    ]


def aligned(old: Sequence[Sentence], text: str) -> dict[int, Number]:
    """Where a number of the text begins → the generated number that stood at its place."""
    was = [token for each in old for token in _tokens(each.text, traced(each))]
    now = _tokens(text, numbers_of(text))
    pairs: dict[int, Number] = {}
    matcher = SequenceMatcher(None, [one for one, _ in was], [one for one, _ in now], autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size >= _ALIKE:
            for step in range(block.size):
                before, after = was[block.a + step][1], now[block.b + step][1]
                if before and after:
                    pairs[after.start] = before
    return pairs


def _tokens(text: str, numbers: Sequence[Number]) -> list[tuple[str, Number | None]]:
    """The characters of a text, a number with its unit being one of them."""
    tokens: list[tuple[str, Number | None]] = []
    last = 0
    for number in numbers:
        tokens += [(character, None) for character in text[last : number.start]]
        tokens.append((f"#{number.unit}", number))
        last = number.end
    return [*tokens, *((character, None) for character in text[last:])]


def no_longer_told(before: str, bodies: Iterable[str]) -> tuple[Number, ...]:
    """What a text counted that no text of the report counts now; dates are none.

    Args:
        before: The text as it stood.
        bodies: All texts as they stand now.
    """
    stays = {one.counted for body in bodies for one in numbers_of(body)}
    counted = (one for one in numbers_of(before) if one.unit not in set("年月日号〕"))
    return tuple(one for one in counted if one.counted not in stays)
