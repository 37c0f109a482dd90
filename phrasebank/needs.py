"""What a text must hold before a pattern is worth trying: the cheap first look over some hundreds of rules.

One decision: only what is certain counts. A part of a pattern that may be missing (an option, a look-around, a class
of its own) asks for nothing; a group asks for one word of each of its branches. A pattern is read once from left
to right, because hundreds of them are read at every start.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import inf

import msgspec

from phrasebank.needs_kept import kept_needs
from report.lazily import pattern

_DIGITS = frozenset("0123456789")
_TOKEN = re.compile(
    r"\((?:\?:|\?P<\w+>)?[\u4e00-\u9fff]+(?:\|[\u4e00-\u9fff]+)+\)|[\u4e00-\u9fff，]+(?=[\u4e00-\u9fff，][?*{])|[\u4e00-\u9fff，]+"
    r"|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|<?[:=!]))?|[)|]|[?*+]\??|\{[0-9]*,?[0-9]*\}|.",
    re.DOTALL,
)
"""First what most of a pattern is: a group of plain words, plain words up to one that may be missing, plain words."""
_GROUPS = ("(", "(?:", "(?P")
"""How a group opens that must match; any other is a look-around."""

Needs = tuple[frozenset[str], ...]
"""Sets of words: every match holds at least one word of each."""


def holds(text: str, needs: Needs) -> bool:
    """Whether a text has what a pattern asks for, so that the pattern is worth trying."""
    return all(any(word in text for word in need) for need in needs)


class _Group(msgspec.Struct):
    """A group that is being read: its finished branches and the one being read."""

    must_match: bool
    branches: list[list[frozenset[str]]] = msgspec.field(default_factory=list)
    branch: list[frozenset[str]] = msgspec.field(default_factory=list)
    last: int = 0
    """Where in ``branch`` the needs of the last atom begin: a following ? takes them back."""

    def asks(self) -> Needs:
        """What the whole group asks for."""
        if not self.must_match:
            return ()
        if not self.branches:
            return tuple(self.branch)
        branches = [*self.branches, self.branch]
        if not all(branches):
            return ()
        smallest = [
            min(branch, key=lambda need: (-min(map(len, need)), len(need), sorted(need)))
            for branch in branches
        ]
        return (frozenset().union(*smallest),)

    def add(self, needs: Needs) -> None:
        """The needs of one more atom."""
        self.last = len(self.branch)
        self.branch.extend(needs)


def needed_words(source: str, signs: Mapping[str, Needs] | None = None) -> Needs:
    """Sets of words; every match of ``source`` holds at least one word of each set.

    Args:
        source: A regular expression.
        signs: Characters that stand in it for a piece that was read before, and what that piece asks for.
    """
    if signs:
        return _read(source, signs)
    kept = kept_needs()
    needs = kept.get(source)
    if needs is None:
        kept.add(source, needs := _read(source, {}))
    return needs


def _read(source: str, known: Mapping[str, Needs]) -> Needs:
    group = _Group(must_match=True)
    outer: list[_Group] = []
    for piece in _TOKEN.findall(source):
        first = piece[0]
        if "\u4e00" <= first <= "\u9fff" or first == "，":
            group.add((frozenset((piece,)),))
        elif first == "(" and piece[-1] == ")":
            words = piece[1:-1].rpartition(">")[2].removeprefix("?:").split("|")
            group.add((frozenset(words),))
        elif first == "(":
            outer.append(group)
            group = _Group(must_match=piece[:3] in _GROUPS)
        elif piece == ")":
            inner, group = group, outer.pop()
            group.add(inner.asks())
        elif piece == "|":
            group.branches.append(group.branch)
            group.branch, group.last = [], 0
        elif first in "?*" or piece.startswith("{0"):
            del group.branch[group.last :]
        elif first == "[":
            group.add(_class(piece))
        elif first not in "+{":
            group.add(known.get(first, ()))
    return tuple(dict.fromkeys(group.asks()))


def _class(piece: str) -> Needs:
    if piece == "[0-9]":
        return (_DIGITS,)
    return () if piece[1] == "^" or "-" in piece or "\\" in piece else (frozenset(piece[1:-1]),)


class Sieve:
    """Which of many patterns a text is worth trying with, found by its words and not by looking at each pattern."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        """Index the patterns by what they ask for."""
        self._needs = needs
        self._always = [number for number, asked in enumerate(needs) if not asked]
        self._by_first: dict[str, dict[str, list[int]]] = {}
        for number, asked in enumerate(needs):
            for word in min(asked, key=lambda need: (-min(map(len, need)), len(need)), default=frozenset()):
                self._by_first.setdefault(word[0], {}).setdefault(word, []).append(number)

    def worth(self, text: str) -> list[int]:
        """Numbers of the patterns whose needs the text holds, in their order."""
        found = {
            number
            for first in set(text)
            for word, numbers in self._by_first.get(first, {}).items()
            if word in text
            for number in numbers
        }
        return sorted([*self._always, *(number for number in found if holds(text, self._needs[number]))])


class Patterns:
    """Patterns in an order, compiled when the first text comes that is worth trying with them."""

    def __init__(self, sources: Sequence[str]) -> None:
        """Remember the patterns."""
        self._made = tuple(map(pattern, sources))
        self._sources = sources

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve([needed_words(source) for source in self._sources])

    def worth(self, text: str) -> Iterator[re.Pattern[str]]:
        """Those that a text is worth trying with, in their order."""
        return (self._made[number] for number in self._sieve.worth(text))


class Letters(msgspec.Struct, frozen=True):
    """What a text may be made of to be matched as a whole."""

    known: frozenset[str]
    """Characters that the pattern names."""
    others: float
    """How many other characters it has room for, at most."""

    def cover(self, text: str) -> bool:
        """Whether the pattern may match the whole text."""
        return self.others == inf or sum(character not in self.known for character in text) <= self.others


_LETTER = re.compile(
    r"[^\\\[\]().?*+{}|^$]+|\\.|\[(?:\\.|[^\]\\])+\]|\(\?P<\w+>|\(\?P=\w+\)|\(\?(?:[:=!]|<[=!])|[()|^$]|[?*+]\??|\{[0-9]*,?[0-9]*\}|.",
    re.DOTALL,
)
_OPENS = re.compile(r"\((?:\?(?:P<\w+>|[:=!]|<[=!]))?\Z")
_NOTHING = frozenset("|^$")


def letters(source: str) -> Letters:
    """The characters a text may be made of to be matched by ``source`` from end to end; more than it takes, never fewer."""
    known: set[str] = set()
    rooms = [0.0]
    looking: list[bool] = []
    last = 0.0
    for piece in _LETTER.findall(source):
        if _OPENS.match(piece):
            looking.append(piece[-1] in "=!")
            rooms.append(0.0)
        elif piece == ")":
            room = rooms.pop()
            last = 0.0 if looking.pop() else room
            rooms[-1] += last
        elif (piece[0] in "?*+{" and len(piece) <= 2) or piece[0] == "{":
            times = _most(piece)
            more = last * (times - 1) if last and times != 1 else 0.0
            rooms[-1] += more
            last += more
        elif piece not in _NOTHING:
            named, last = _atom(piece)
            known |= named
            rooms[-1] += last
    return Letters(frozenset(known), rooms[0])


def _most(quantifier: str) -> float:
    if quantifier[0] in "*+":
        return inf
    last = quantifier.strip("{}").rpartition(",")[2] if quantifier[0] == "{" else "1"
    return float(last) if last else inf


def _atom(piece: str) -> tuple[frozenset[str], float]:
    """The characters one piece names, and how many others it has room for."""
    if piece == "[0-9]":
        return _DIGITS, 0.0
    if piece[0] == "[" and len(piece) > 1:
        open_class = piece[1] == "^" or "-" in piece or "\\" in piece
        return (frozenset(), 1.0) if open_class else (frozenset(piece[1:-1]), 0.0)
    if piece[0] == "\\":
        return (frozenset(piece[1]), 0.0) if not piece[1].isalnum() else (frozenset(), inf)
    if piece[0] == "(":
        return frozenset(), inf
    return (frozenset(), 1.0) if piece == "." else (frozenset(piece), 0.0)
