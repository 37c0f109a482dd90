"""What a text must hold before a pattern is worth trying: the cheap first look over some hundreds of rules.

One decision: only what is certain counts. A part of a pattern that may be missing (an option, a look-around, a class
of its own) asks for nothing; a group asks for one word of each of its branches. A pattern is read once from left
to right, because hundreds of them are read at every start.
"""

import re
from collections.abc import Mapping

import msgspec

_DIGITS = frozenset("0123456789")
_TOKEN = re.compile(
    r"\((?:\?:|\?P<\w+>)?[\u4e00-\u9fff]+(?:\|[\u4e00-\u9fff]+)+\)|[\u4e00-\u9fff，]+(?=[\u4e00-\u9fff，][?*{])|[\u4e00-\u9fff，]+"
    r"|\\.|\[[^\]]*\]|\((?:\?(?:P<\w+>|<?[:=!]))?|[)|]|[?*+]\??|\{[0-9]*,?[0-9]*\}|.",
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


def needed_words(pattern: str, signs: Mapping[str, Needs] | None = None) -> Needs:
    """Sets of words; every match of ``pattern`` holds at least one word of each set.

    Args:
        pattern: A regular expression.
        signs: Characters that stand in it for a piece that was read before, and what that piece asks for.
    """
    known = signs or {}
    group = _Group(must_match=True)
    outer: list[_Group] = []
    for piece in _TOKEN.findall(pattern):
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
