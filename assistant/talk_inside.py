"""What is told inside of a number, and what is told beside 都没有: the clauses that no row of their own belongs to.

One decision: kinds of one decision (行政处罚24起，其中警告10起、罚款14起) are no numbers of the form; they are told back and
fill nothing.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from assistant.talk_clauses import NUMBER, UNIT, TalkClause
from assistant.talk_groups import Group
from assistant.talk_lexicon import Lexicon
from report.cells import plain
from report.lazily import pattern
from report.numerals import read_numeral

_INSIDE = pattern(r"其中|包括|含|分别[是为]")
_PIECE = pattern(rf"(?P<name>[^0-9０-９，,]+?)(?P<number>{NUMBER.pattern})(?:{UNIT.pattern})?[、和及]?")
_TOLD_IN_PROSE = pattern(r"公开|公示|上网")
"""许可214件，其中公开200件 is told of what was published."""
_ONLY = pattern(r"(?:但|不过|除了)?(?:只|就|仅|除了|但|不过)有?")
_NONE = pattern(
    r"(?:其他|其它|别的|其余)?(?:的)?(?:都|全|全都|什么都|一[项件个]都?|统统)(?:没有|没|无)(?:的|了)?"
)
_FEWEST = 2
"""So many numbers that make up one are its parts, even where no 其中 says so."""


class Inside(msgspec.Struct, frozen=True):
    """Numbers told inside of another."""

    table: str
    label: str
    words: str
    whole: Decimal
    parts: Decimal

    @property
    def sentence(self) -> str:
        """What is said back of them."""
        whole, parts = plain(self.whole), plain(self.parts)
        over = f"，加起来是 {parts}，比 {whole} 多，请核对" if self.parts > self.whole else ""
        return f"这是 {whole} 里面的，表里不另填{over}。"


def told_inside(clauses: Sequence[TalkClause], words: Lexicon) -> dict[int, Inside]:
    """Clauses that tell the parts of the number before them, with that number; only of rows that have one number."""
    found: dict[int, Inside] = {}
    at = 0
    while at < len(clauses):
        head = _head(clauses[at], words)
        behind = list(_parts(clauses, at + 1, head)) if head else []
        numbers = [number for _, some in behind for number in some]
        total = sum(numbers, Decimal(0))
        marked = bool(behind) and (
            _INSIDE.match(clauses[at + 1].text) or clauses[at + 1].depth > clauses[at].depth
        )
        if head and numbers and (marked or (len(numbers) >= _FEWEST and total == head[2])):
            text = "，".join(clauses[index].text for index, _ in behind)
            inside = Inside(head[3], head[1], _INSIDE.sub("", text, count=1).strip("：:"), head[2], total)
            found |= {index: inside for index, _ in behind}
        at += 1 + len(behind) * bool(found.get(at + 1))
    return found


def _head(clause: TalkClause, words: Lexicon) -> tuple[str, str, Decimal, str] | None:
    """The row a clause ends on, with its name, its number and its table, where that row has one number in the form."""
    named = [
        meaning
        for token in clause.tokens
        for meaning in token.meanings
        if meaning.kind == "row" and meaning.row and meaning.table and not meaning.table.totals
    ]
    numbers = [token.number for token in clause.tokens if token.number is not None]
    if not named or not numbers:
        return None
    row, table = named[-1].row, named[-1].table
    assert row is not None  # noqa: S101
    assert table is not None  # noqa: S101
    cells = [cell for cell in words.edition.table(table.id).cells if cell.row == row.rows[0] and cell.asked]
    return (row.rows[0], row.label, numbers[-1], table.id) if len(cells) == 1 == len(row.rows) else None


def _parts(
    clauses: Sequence[TalkClause], start: int, head: tuple[str, str, Decimal, str]
) -> Iterator[tuple[int, list[Decimal]]]:
    """The clauses from ``start`` on that hold nothing but names and their numbers, and name no other row."""
    for index in range(start, len(clauses)):
        clause = clauses[index]
        if _TOLD_IN_PROSE.search(clause.text):
            return
        rows = {
            name
            for token in clause.tokens
            for meaning in token.meanings
            if meaning.row and meaning.table and meaning.table.id == head[3]
            for name in meaning.row.rows
        }
        numbers = _numbers(_INSIDE.sub("", clause.text, count=1).strip("：: "))
        if clause.sentence != clauses[start].sentence or rows - {head[0]} or not numbers:
            return
        yield index, numbers


def _numbers(text: str) -> list[Decimal]:
    """警告10件、罚款14件: its numbers; none where anything stands behind the last."""
    found, at = list[Decimal](), 0
    for piece in _PIECE.finditer(text):
        value = read_numeral(piece["number"])
        if piece.start() != at or value is None:
            return []
        found.append(value)
        at = piece.end()
    return found if at == len(text) else []


def none_but(
    clauses: Sequence[TalkClause], understood: Sequence[bool], groups: Sequence[Group]
) -> dict[int, str]:
    """都没有，只有许可5件: clauses that say that the rest is 0, each with its table."""
    found: dict[int, str] = {}
    for index, (first, then) in enumerate(pairwise(clauses)):
        here = (group.table.id for group in groups if index + 1 in group.clauses)
        if _NONE.fullmatch(first.text) and _ONLY.match(then.text) and understood[index + 1]:
            found[index] = next(here, "")
    return {index: table for index, table in found.items() if table}
