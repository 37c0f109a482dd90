"""What a text must hold before a pattern is worth trying: the cheap first look over some hundreds of rules.

One decision: only what is certain counts. A part of a pattern that may be missing (an option, a look-around, a class
of its own) asks for nothing; a group asks for one character of each of its branches.
"""

import re

_QUANTIFIED_AWAY = ("?", "*", "{0")
_OPENING = re.compile(r"^\((?:\?:|\?P<\w+>)?")
_DIGITS = frozenset("0123456789")


def needed_characters(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of characters; every match of ``pattern`` holds at least one character of each set."""
    branches = [_branch(part) for part in _split(pattern)]
    if len(branches) == 1:
        return tuple(dict.fromkeys(branches[0]))
    return _one_of(branches)


def _one_of(branches: list[list[frozenset[str]]]) -> tuple[frozenset[str], ...]:
    if not branches or any(not branch for branch in branches):
        return ()
    smallest = [min(branch, key=lambda need: (len(need), sorted(need))) for branch in branches]
    return (frozenset().union(*smallest),)


def _branch(text: str) -> list[frozenset[str]]:
    needs: list[frozenset[str]] = []
    index = 0
    while index < len(text):
        end = _end(text, index)
        optional = text[end : end + 2].startswith(_QUANTIFIED_AWAY)
        if not optional:
            needs += _asks(text[index:end])
        index = end
    return needs


def _asks(atom: str) -> list[frozenset[str]]:
    if atom.startswith("["):
        if atom == "[0-9]":
            return [_DIGITS]
        return [] if atom.startswith("[^") or "-" in atom or "\\" in atom else [frozenset(atom[1:-1])]
    if atom.startswith("("):
        inner = _OPENING.sub("", atom)[:-1]
        return [] if inner.startswith("?") else list(needed_characters(inner))
    return [frozenset(atom)] if "\u4e00" <= atom <= "\u9fff" or atom == "，" else []


def _end(text: str, start: int) -> int:
    """Where the atom that begins at ``start`` ends."""
    if text[start] == "\\":
        return start + 2
    if text[start] == "[":
        return text.index("]", start + 1) + 1
    if text[start] != "(":
        return start + 1
    depth = 0
    index = start
    while index < len(text):
        character = text[index]
        if character in "\\[":
            index = _end(text, index)
            continue
        depth += (character == "(") - (character == ")")
        index += 1
        if depth == 0:
            return index
    return index


def _split(text: str) -> list[str]:
    """The branches of ``text``, parted by | outside all brackets."""
    parts, start, index = [], 0, 0
    while index < len(text):
        if text[index] == "|":
            parts.append(text[start:index])
            start = index + 1
            index += 1
        else:
            index = _end(text, index)
    return [*parts, text[start:]]
