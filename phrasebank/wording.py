"""One wording of a phrase, read when it is first used.

One decision: the language of wordings is Jinja's, and `phrasebank.render` (Jinja itself) is who says what may stand in
one; but a wording that only places values and asks whether there are any, as nearly all do, is read here in some
microseconds instead of being compiled to Python. Both give the same `Fragment`; a test holds that for the whole bank.
"""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from phrasebank.fragment import EMPTY, Fragment
from report.lazily import pattern

Render = Callable[[Mapping[str, Fragment]], Fragment]
"""Fills the slots; a missing one raises ``jinja2.UndefinedError``, an empty one that is printed `TypeError`."""

_MARKUP = pattern(r"\{\{ ?(\w+) ?\}\}|\{% ?(?:if (\w+)|(else)|(endif)) ?%\}")
_NOT_PLAIN = pattern(r"[{}\s]")
"""In the text between the marks: something this reader leaves to Jinja (white space has rules there)."""
_RESERVED = frozenset(
    {"and", "or", "not", "if", "else", "is", "in", "true", "false", "none", "True", "False", "None"}
)


class _Slot(msgspec.Struct, frozen=True):
    name: str


class _Choice(msgspec.Struct, frozen=True):
    name: str
    then: "tuple[_Node, ...]"
    otherwise: "tuple[_Node, ...]"


_Node = Fragment | _Slot | _Choice


class _NotPlainError(Exception):
    """The wording is for Jinja."""


def read_wording(text: str) -> tuple[frozenset[str], Render]:
    """The slots of a wording that was checked, and what renders it."""
    try:
        nodes = _plain(_pieces(text))
    except _NotPlainError:
        from phrasebank.render import compile_template, slots_of  # noqa: PLC0415  Jinja loads for those who need it

        return slots_of(text), compile_template(text)
    return frozenset(_names(nodes)), lambda slots: _render(nodes, slots)


_Piece = tuple[str, str]
"""What it is (``text``, ``slot``, ``if``, ``else``, ``endif``) and its text or name."""


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    for mark in _MARKUP.finditer(text):
        slot, condition, otherwise, _ = mark.groups()
        name = slot or condition or ""
        if name and (not name.isidentifier() or name in _RESERVED):
            raise _NotPlainError
        pieces += [
            ("text", text[at : mark.start()]),
            ("slot" if slot else "if" if condition else "else" if otherwise else "endif", name),
        ]
        at = mark.end()
    pieces.append(("text", text[at:]))
    if any(kind == "text" and _NOT_PLAIN.search(data) for kind, data in pieces):
        raise _NotPlainError
    return [piece for piece in pieces if piece != ("text", "")]


def _plain(pieces: list[_Piece]) -> "tuple[_Node, ...]":
    nodes, end = _sequence(pieces, 0)
    if end != len(pieces):
        raise _NotPlainError
    return nodes


def _sequence(pieces: list[_Piece], at: int) -> tuple[tuple[_Node, ...], int]:
    """The nodes from ``at`` up to an else, an endif or the end, and where that is."""
    nodes: list[_Node] = []
    while at < len(pieces) and pieces[at][0] not in {"else", "endif"}:
        kind, value = pieces[at]
        at += 1
        if kind == "text":
            nodes.append(Fragment(value))
        elif kind == "slot":
            nodes.append(_Slot(value))
        else:
            then, at = _sequence(pieces, at)
            otherwise: tuple[_Node, ...] = ()
            if at < len(pieces) and pieces[at][0] == "else":
                otherwise, at = _sequence(pieces, at + 1)
            if at >= len(pieces) or pieces[at][0] != "endif":
                raise _NotPlainError
            at += 1
            nodes.append(_Choice(value, then, otherwise))
    return tuple(nodes), at


def _names(nodes: tuple[_Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Fragment):
            continue
        yield node.name
        if isinstance(node, _Choice):
            yield from _names(node.then)
            yield from _names(node.otherwise)


def _render(nodes: tuple[_Node, ...], slots: Mapping[str, Fragment]) -> Fragment:
    whole = EMPTY
    for node in nodes:
        if isinstance(node, Fragment):
            whole = whole + node
        elif node.name not in slots:
            from jinja2 import UndefinedError  # noqa: PLC0415  only a mistake of ours gets here

            raise UndefinedError(f"'{node.name}' is undefined")
        elif isinstance(node, _Slot):
            whole = whole + printed(slots[node.name])
        else:
            whole = whole + _render(node.then if slots[node.name] else node.otherwise, slots)
    return whole


def printed(value: object) -> Fragment:
    """The value of a slot; only wording may be printed, and it must not be empty.

    Raises:
        TypeError: it is anything else: a mistake of the caller.
    """
    if isinstance(value, Fragment) and value:
        return value
    raise TypeError(f"a phrase printed {value!r}")
