"""Text that remembers where its digits came from: the one currency between answers, phrases and sentences.

A `Fragment` is finished wording plus the spans of its digit runs. Fragments are joined, never edited as bare strings,
so that a number cannot lose its origin on the way into a sentence.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from report.cells import plain as plain_number
from report.document import NumberSource
from report.lazily import pattern

DIGITS = pattern(r"[0-9]+(?:\.[0-9]+)?")
"""One digit run of a sentence, as the contract's trace counts them."""

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
"""Private-use marks around a number while it travels through a template (`phrasebank.render`)."""

MARKS = pattern(f"[{OPEN}{MIDDLE}{CLOSE}]")


class UntracedDigitError(Exception):
    """A digit of a finished sentence has no origin: a mistake of ours, never shown as it is."""


class Span(msgspec.Struct, frozen=True):
    """One digit run: where it stands in its fragment and where it came from."""

    start: int
    end: int
    origin: str
    """A cell id, a named sum, ``year``, ``edition``, ``unit`` or ``notes.<field>``."""


class Fragment(msgspec.Struct, frozen=True):
    """A piece of finished wording."""

    text: str = ""
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to say; templates ask with ``{% if 人数 %}``."""
        return bool(self.text)

    def __add__(self, other: "Fragment | str") -> "Fragment":
        """This wording followed by another."""
        after = other if isinstance(other, Fragment) else Fragment(other)
        if not after.spans:
            return Fragment(self.text + after.text, self.spans)
        shift = len(self.text)
        moved = tuple(Span(span.start + shift, span.end + shift, span.origin) for span in after.spans)
        return Fragment(self.text + after.text, self.spans + moved)

    def marked(self) -> str:
        """The text with its numbers between private-use marks, for a template to print."""
        pieces, at = [], 0
        for span in self.spans:
            pieces += [
                self.text[at : span.start],
                OPEN,
                span.origin,
                MIDDLE,
                self.text[span.start : span.end],
                CLOSE,
            ]
            at = span.end
        return "".join([*pieces, self.text[at:]])

    def after(self, start: int) -> "Fragment":
        """The wording from ``start`` on; no number may be cut in two there."""
        kept = (span for span in self.spans if span.start >= start)
        moved = tuple(Span(span.start - start, span.end - start, span.origin) for span in kept)
        return Fragment(self.text[start:], moved)

    def numbers(self) -> tuple[NumberSource, ...]:
        """The digit runs with their origins, in order."""
        return tuple(NumberSource(self.text[span.start : span.end], span.origin) for span in self.spans)

    def loose_digits(self) -> tuple[str, ...]:
        """Digit runs that no span covers; a finished sentence has none."""
        covered = [(span.start, span.end) for span in self.spans]
        return tuple(
            run.group()
            for run in DIGITS.finditer(self.text)
            if not any(start <= run.start() and run.end() <= end for start, end in covered)
        )


EMPTY = Fragment()


def number(value: Decimal | int | str, origin: str) -> Fragment:
    """A number as the report prints it, with its origin."""
    text = plain_number(value) if isinstance(value, Decimal) else str(value)
    return Fragment(text, (Span(0, len(text), origin),))


def words(text: str) -> Fragment:
    """Wording without digits of its own."""
    return Fragment(text)


def traced(text: str, origin: str) -> Fragment:
    """Wording in which every digit run comes from one place (a note, the year, the edition)."""
    return Fragment(text, tuple(Span(run.start(), run.end(), origin) for run in DIGITS.finditer(text)))


def join(parts: Iterable[Fragment | str], between: str = "") -> Fragment:
    """The parts one after the other, with ``between`` between them."""
    whole = EMPTY
    for index, part in enumerate(parts):
        whole = whole + (between if index else "") + part
    return whole


def listing(items: Sequence[Fragment], *, last: str = "、") -> Fragment:
    """Items joined with 、; ``last`` stands before the last one (``和``, ``以及``)."""
    if len(items) < 2:
        return join(items)
    head: Fragment = join(items[:-1], "、")
    return head + last + items[-1]


def read_marked(text: str) -> Fragment:
    """Take the marks that `Fragment.marked` wrote out of a rendered text again."""
    whole, at = EMPTY, 0
    for mark in re.finditer(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}", text):
        whole = whole + text[at : mark.start()] + number(mark[2], mark[1])
        at = mark.end()
    return whole + text[at:]
