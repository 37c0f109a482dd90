"""Cuts a note into clauses without losing a character: clauses and the gaps between them give the note back.

One decision: a cut is made where each side still says something by itself. 网站119条、公众号56条 are two clauses;
教育、医疗这几块都公开了 is one, because its nouns share one verb.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from phrasebank.marks import BULLET, CLOSE, OPEN, Cutting, Piece, cuts
from phrasebank.protect import Span
from phrasebank.quantities import Found
from report.lazily import pattern

_LIST_BULLET = pattern(r"[（(]?[0-9０-９]{1,2}[、．.)）]|[①-⑳]")
_WITHIN = pattern(r"\s*其中[:：，]?")
TIME_LABEL = pattern(
    r"(?:明年|来年|下一步|下步|下一年|今后|接下来|下一年度|今年|本年|本年度|去年|上年|[0-9]{4}年)\s*[:：]\s*"
)
_TAIL = pattern(r"[个等了左右余多上下的\s]*")
_SAID = pattern(r"(?:了|完|好|过)$")
_RUN_ON = pattern(
    r"(?:(?:微信)?公众号|微博|(?:政府|门户)?网站|官网|抖音号?|视频号|小程序|(?:行政)?(?:许可|处罚|强制)|罚款?|自然人|商业企业|企业|公司|维持|纠正)"
    r"(?:上|办了?|发了?|推了?|共|有|作出)?[0-9０-９一二三四五六七八九十两]"
)
"""A new label and its number right behind a number: 网站51公众号35."""


def cut_note(text: str, spans: Sequence[Span], numbers: Sequence[Found]) -> tuple[Piece, ...]:
    """The clauses of one note, in order.

    Args:
        text: The note as typed, of any number of lines.
        spans: Its protected spans; no cut falls inside one.
        numbers: Its quantities; no cut falls inside one.
    """
    kept = [False] * len(text)
    stretches = [(span.start, span.end) for span in spans] + [(found.start, found.end) for found in numbers]
    for start, end in stretches:
        kept[start:end] = [True] * (end - start)
    bullets = frozenset(
        span.start
        for span in spans
        if span.kind == "ordinal" and _LIST_BULLET.fullmatch(text, span.start, span.end)
    )
    cutting = Cutting(text, kept, numbers, bullets, [])
    for match in re.finditer(r"[^\r\n\u2028\u2029\v\f\x1c-\x1e\x85]+", text):
        _cut_line(cutting, match.start(), match.end())
        cutting.line += 1
        cutting.sentence += 1
    return tuple(cutting.pieces)


def _cut_line(cutting: Cutting, start: int, end: int) -> None:
    parent: int | None = None
    last: int | None = None
    for left, right, mark in _segments(cutting, start, end):
        begin = left
        while match := BULLET.match(cutting.text, begin, right) or TIME_LABEL.match(
            cutting.text, begin, right
        ):
            begin = match.end()
        within = _WITHIN.match(cutting.text, begin, right)
        if within:
            parent = last
        first = len(cutting.pieces)
        for piece_start, piece_end in _soft(cutting, begin, right):
            _cut_brackets(cutting, piece_start, piece_end, parent)
        own = [
            index
            for index in range(first, len(cutting.pieces))
            if cutting.pieces[index].parent in (None, parent)
        ]
        if own:
            last = own[-1]
        if mark and mark in "：:=＝" and own:
            parent = own[-1]
        elif mark in "。；;！!？?":
            parent = None
            cutting.sentence += 1


def _segments(cutting: Cutting, start: int, end: int) -> list[tuple[int, int, str]]:
    """Stretches between marks that always cut, outside brackets; with the mark that closed each."""
    found: list[tuple[int, int, str]] = []
    depth = 0
    begin = position = start
    ends = {number.end for number in cutting.numbers}
    while position < end:
        character = cutting.text[position]
        if (
            depth == 0
            and position > begin
            and position in ends
            and _RUN_ON.match(cutting.text, position, end)
        ):
            found.append((begin, position, "，"))
            begin = position
        if depth == 0 and position > begin and position in cutting.bullets:
            found.append((begin, position, "；"))
            begin = position
        if cutting.kept[position]:
            position += 1
            continue
        depth = max(0, depth + (character in OPEN) - (character in CLOSE))
        if depth == 0 and cuts(cutting, begin, position, end):
            found.append((begin, position, character))
            begin = position + 1
        position += 1
    if depth and begin < end:  # a bracket nobody closed does not swallow the rest
        return [*found, *_unbracketed(cutting, begin, end)]
    found.append((begin, end, ""))
    return found


def _unbracketed(cutting: Cutting, start: int, end: int) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    begin = start
    for position in range(start, end):
        if not cutting.kept[position] and cuts(cutting, begin, position, end):
            found.append((begin, position, cutting.text[position]))
            begin = position + 1
    return [*found, (begin, end, "")]


def _soft(cutting: Cutting, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at 、 where every part has its own number, or every part says that something was done."""
    parts: list[tuple[int, int]] = []
    depth = 0
    begin = start
    for position in range(start, end):
        character = cutting.text[position]
        depth = max(0, depth + (character in OPEN) - (character in CLOSE))
        if character == "、" and depth == 0 and not cutting.kept[position]:
            parts.append((begin, position))
            begin = position + 1
    parts.append((begin, end))
    if len(parts) == 1:
        return parts
    if all(cutting.numbers_in(left, right) for left, right in parts) and _is_short(cutting, parts[-1]):
        return parts
    if all(_SAID.search(cutting.text[left:right].strip()) for left, right in parts):
        return parts
    return [(start, end)]


def _is_short(cutting: Cutting, part: tuple[int, int]) -> bool:
    """Nothing is said after the last number that could belong to all the parts before."""
    last = max(number.end for number in cutting.numbers if part[0] <= number.start and number.end <= part[1])
    rest = re.sub(r"[（(].*", "", cutting.text[last : part[1]])
    number_first = any(number.start == part[0] for number in cutting.numbers)
    return bool(_TAIL.fullmatch(rest)) or (not number_first and len(rest) <= 1)


def _cut_brackets(cutting: Cutting, start: int, end: int, parent: int | None) -> None:
    """One piece and, as its details, what stands in its brackets when that says something by itself."""
    opening = next(
        (at for at in range(start, end) if cutting.text[at] in "（(" and not cutting.kept[at]), None
    )
    closing = None if opening is None else _closing(cutting, opening, end)
    if opening is None or closing is None or not _is_detail(cutting, opening + 1, closing):
        if closing is not None and opening is not None and closing + 1 < end:
            later = next(
                (at for at in range(closing + 1, end) if cutting.text[at] in "（(" and not cutting.kept[at]),
                None,
            )
            if later is not None:
                _cut_later_bracket(cutting, start, later, end, parent)
                return
        cutting.add(start, end, parent)
        return
    _split_at_bracket(cutting, start, (opening, closing), end, parent)


def _cut_later_bracket(cutting: Cutting, start: int, opening: int, end: int, parent: int | None) -> None:
    closing = _closing(cutting, opening, end)
    if closing is None or not _is_detail(cutting, opening + 1, closing):
        cutting.add(start, end, parent)
        return
    _split_at_bracket(cutting, start, (opening, closing), end, parent)


def _split_at_bracket(
    cutting: Cutting, start: int, bracket: tuple[int, int], end: int, parent: int | None
) -> None:
    opening, closing = bracket
    mine = cutting.add(start, opening, parent)
    sentence = cutting.sentence
    first = len(cutting.pieces)
    _cut_line(cutting, opening + 1, closing)
    cutting.sentence = sentence
    for index in range(first, len(cutting.pieces)):
        piece = cutting.pieces[index]
        cutting.pieces[index] = replace(
            piece, parent=mine if piece.parent is None else piece.parent, sentence=sentence
        )
    if closing + 1 < end:
        for left, right in _soft(cutting, closing + 1, end):
            _cut_brackets(cutting, left, right, parent)


def _closing(cutting: Cutting, opening: int, end: int) -> int | None:
    depth = 0
    for position in range(opening, end):
        depth += (cutting.text[position] in "（(") - (cutting.text[position] in "）)")
        if depth == 0:
            return position
    return None


def _is_detail(cutting: Cutting, start: int, end: int) -> bool:
    """A bracket with figures shares out what stands before it; any other is a gloss, and stays in its clause."""
    return cutting.numbers_in(start, end) > 0
