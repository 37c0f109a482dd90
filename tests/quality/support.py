"""Whether a draft can be caught out: every digit goes back to an answer, every claim has somebody who made it.

Beside what a sentence says of itself, the answers are looked up: a cell must hold the number that is printed, and a
note must hold the number that is said to come from it.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from report.document import NumberSource, Sentence
from report.numerals import read_numeral
from tests.quality.written import DIGITS, Written

_NUMERAL = re.compile(r"[0-9零一二两三四五六七八九十百千万亿〇,.]+")
_CELL = re.compile(r"(?:T2|T3|T4|FEE6)\.[A-Za-z0-9.]+\Z")
_NOT_COUNTED = re.compile(
    r"(?:^|\s)[0-9０-９]+[、.．](?![0-9０-９])|[一二三四五六七八九十]是|第[一二三四五六七八九十0-9]+|(?:去年|上年)[0-9]+|一(?=把手|事一审|图读懂|网通办|卡通)"
)
_AMOUNT = re.compile(
    r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?[万亿]?|[一二三四五六七八九零]*[十百千][一二三四五六七八九零十百千]+[万亿]?"
)
_MOST = 12
"""Numbers of a source that are tried in sums: more would take long and prove little."""
_CLAIMS = ("fact", "zero", "problem", "measure")


def untraced(sentence: Sentence) -> tuple[str, ...]:
    """Digit runs of a sentence that name no origin."""
    known = {number.text for number in sentence.numbers if number.origin}
    return tuple(run for run in DIGITS.findall(sentence.text) if run not in known)


def digit_count(written: Written) -> tuple[int, tuple[str, ...]]:
    """All digit runs of a draft, and those of unknown origin with their sentence."""
    runs = sum(len(DIGITS.findall(sentence.text)) for sentence in written.sentences)
    missing = [f"{run} in {sentence.text}" for sentence in written.sentences for run in untraced(sentence)]
    return runs, tuple(missing)


def numbers_of_note(line: str) -> frozenset[Decimal]:
    """Every number a line could be read to hold, in any way of writing it."""
    plain = unicodedata.normalize("NFKC", line)
    found = {Decimal(run) for run in DIGITS.findall(plain)}
    for run in _NUMERAL.findall(plain):
        bare = run.strip(",.")
        found |= {value for part in (bare, *bare.split(",")) if (value := read_numeral(part)) is not None}
    return frozenset(found)


def computable(value: Decimal, sources: Sequence[str]) -> bool:
    """Whether a number follows from the numbers of the words it came from: a sum, a difference, or a growth rate."""
    known = sorted(frozenset().union(*(numbers_of_note(source) for source in sources)))[:_MOST]
    sums = {sum(some, Decimal(0)) for size in range(1, len(known) + 1) for some in combinations(known, size)}
    growth = {
        (100 * (one - other) / other).quantize(Decimal("0.01")) for one in known for other in known if other
    }
    return (
        value in sums or any(one - value in sums for one in known) or value in {abs(rate) for rate in growth}
    )


def false_origin(written: Written, number: NumberSource, sources: Sequence[str]) -> bool:
    """Whether the answer a number names does not hold it. Origins that name no single answer are believed."""
    value = Decimal(number.text)
    if _CELL.match(number.origin):
        return written.figures.value(number.origin) != value
    field = number.origin.removeprefix("notes.")
    if field != number.origin and any(field == noted for noted, _ in written.notes):
        typed = any(value in numbers_of_note(line) for noted, line in written.notes if noted == field)
        return not typed and not computable(value, sources)
    return False


def false_origins(written: Written) -> tuple[str, ...]:
    """Numbers whose origin does not hold them."""
    return tuple(
        f"{number.text} ← {number.origin} in {sentence.text}"
        for sentence in written.sentences
        for number in sentence.numbers
        if DIGITS.fullmatch(number.text) and false_origin(written, number, sentence.sources)
    )


def unsupported(written: Written) -> tuple[str, ...]:
    """Sentences that claim something nobody said: no source, or a frame sentence that carries numbers."""
    claims = [
        sentence.text for sentence in written.sentences if sentence.kind in _CLAIMS and not sentence.sources
    ]
    frames = [
        sentence.text
        for sentence in written.told
        if sentence.kind == "frame"
        and any(number.origin not in {"year", "edition"} for number in sentence.numbers)
    ]
    return (*claims, *frames)


def _merged(written: Written, line: str) -> bool:
    """Whether small items of a line were added up into 其余, which is how long lists are told."""
    return any(
        "其余" in sentence.text and any(source in line for source in sentence.sources)
        for sentence in written.told
    )


def lost_numbers(written: Written) -> tuple[str, ...]:
    """Numbers of the notes that stand nowhere in the draft, not even among what is left to a person.

    Last year's figures may go into a growth rate, and the small items of a list into its 其余.
    """
    shown = numbers_of_note("\n".join(paragraph.text for paragraph in written.paragraphs))
    return tuple(
        f"{value:f}：{line}"
        for _, line in written.notes
        for run in _AMOUNT.findall(unicodedata.normalize("NFKC", _NOT_COUNTED.sub("，", line)))
        if (value := read_numeral(run))
        and value not in shown
        and not (value < 1000 and _merged(written, line))
    )
