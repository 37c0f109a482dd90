"""Where a mark ends a clause: which comma, blank, colon, slash or bullet says that a new thing begins.

One decision: a mark is judged by what stands on both sides of it, never alone: 网站 75 条 is one clause, 建议18 提案16 two.
"""

import re
from collections.abc import Sequence

import msgspec

from phrasebank.quantities import Found
from report.lazily import pattern

HARD = "，；。！？;!?丨|｜\t…"
OPEN, CLOSE = "（(【[〔", "）)】]〕"
BULLET = pattern(
    r"(?:[（(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[）)]|[0-9]{1,2}(?:[、．)）]|\.(?![0-9]))|[①-⑳]|[一二三四五六七八九十]{1,2}、"
    r"|[一二三四五六七八九十](?:是|则)(?![否非的])|其[一二三四五](?:是)?|[-•●■◆★*·※>➢✓√—－–](?=\s*[^\s0-9])|首先|其次|另外|此外"
    r"|(?:第[一二三四五六七八九十]|再次|再者|最后)(?=[，、,:：])|[A-Ha-h][.．、)）](?![A-Za-z0-9]))[，、,:：]?\s*"
)
_JOINTS = "=＝+＋~～—–·→"
"""Marks between two amounts (图解20+文字15) that may also stand inside a name (A·B) or a span (一月—三月)."""
_SAID_OF = pattern("(?:[了完好过慢晚少差弱低够足高大紧粗细乱难稳强熟松浅旧老]|不及时|不到位|不全|没有|不足)$")
"""How a part ends that says something by itself."""
_STRAY = "、,.:：~～—–·→"
"""Marks that are no part of a clause where they stand at its edge."""
_SCALE = pattern("[万亿]|元")
"""What goes on with the number before a blank (2318.6 万)."""
_CELLS = "丨|｜\t"
"""Marks between the cells of a copied worksheet row."""


class Piece(msgspec.Struct, frozen=True):
    """One clause as it stands in its note."""

    start: int
    end: int
    line: int
    """Number of the line inside the note, from 0."""
    sentence: int
    """Number of the sentence (up to 。 or ；) inside the note, from 0."""
    parent: int | None = None
    """Index of the piece it details."""


class Cutting(msgspec.Struct):
    """A note being cut: what may not be cut, and the pieces so far."""

    text: str
    kept: Sequence[bool]
    """For every character, whether it stands in a stretch that no cut may fall into."""
    numbers: Sequence[Found]
    bullets: frozenset[int]
    """Where the bullets of a list begin (① … ② …; 1.… 2.…): each begins a clause."""
    pieces: list[Piece]
    line: int = 0
    sentence: int = 0

    def numbers_in(self, start: int, end: int) -> int:
        """How many quantities stand in that stretch."""
        return sum(start <= number.start and number.end <= end for number in self.numbers)

    def add(self, start: int, end: int, parent: int | None) -> int | None:
        """Add a piece, trimmed; nothing when only blanks and marks are left."""
        while start < end and (self.text[start].isspace() or self.text[start] in HARD + _STRAY + CLOSE):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in HARD + _STRAY):
            end -= 1
        if start >= end or not any(character.isalnum() for character in self.text[start:end]):
            return None
        self.pieces.append(Piece(start, end, self.line, self.sentence, parent))
        return len(self.pieces) - 1


def cuts(cutting: Cutting, begin: int, position: int, end: int) -> bool:
    """Whether the mark at ``position`` ends the clause that began at ``begin``; the stretch ends at ``end``."""
    text, character = cutting.text, cutting.text[position]
    after = text[position + 1 : position + 2]
    if character in "，、,：:.．" and BULLET.fullmatch(text, begin, position + 1):
        return False
    if character == ".":
        return not after.isascii() or not after.isalnum()
    if character in "：:/" or character in _JOINTS:
        return _joint_cuts(cutting, begin, position, end)
    if character in _CELLS and _is_label(cutting, begin, position, end):
        return False
    if character.isspace() and character not in HARD:
        return _space_cuts(cutting, begin, position, end)
    return character == "," or character in HARD


def _joint_cuts(cutting: Cutting, begin: int, position: int, end: int) -> bool:
    """A colon, slash, plus or dash parts two amounts, and a slash things that are each said of their own."""
    text, character = cutting.text, cutting.text[position]
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    counted = cutting.numbers_in(begin, position) > 0
    if character in "：:":
        return counted
    if character == "/":
        apart = _is_han(before) and _is_han(after) and after not in "年月周天日季"  # 1次/周
        return apart and (counted or _all_said(cutting, begin, end))
    return counted and _is_han(after) and cutting.numbers_in(position + 1, end) > 0


def _all_said(cutting: Cutting, begin: int, end: int) -> bool:
    """解读晚/更新慢/人不够: every part says how something is; 主动公开/依申请公开 are names."""
    rest = re.split(r"[，。；;,\n]", cutting.text[begin:end])[0]
    return all(_SAID_OF.search(part.strip()) for part in rest.split("/"))


def _is_label(cutting: Cutting, begin: int, position: int, end: int) -> bool:
    """Whether the cell before ``position`` only names the number in the next one."""
    left, right = cutting.text[begin:position].strip(), cutting.text[position + 1 : end]
    filled = end - len(right.lstrip())
    named = not BULLET.fullmatch(left) and cutting.numbers_in(begin, position) == 0
    return named and any(number.start == filled for number in cutting.numbers)


def _is_han(character: str) -> bool:
    return bool(character) and "\u4e00" <= character <= "\u9fff"


def _space_cuts(cutting: Cutting, begin: int, position: int, end: int) -> bool:
    """A space ends a clause unless it only sets a number, a unit or a Latin word apart."""
    text = cutting.text
    left = text[begin:position].strip()
    right_start = position + 1
    while right_start < end and text[right_start].isspace():
        right_start += 1
    if not left or right_start >= end:
        return False
    if BULLET.match(text, right_start, end) and not any(
        n.start == right_start and n.end - n.start > 2 for n in cutting.numbers
    ):
        return True
    if left.endswith("其中") or BULLET.fullmatch(left + " ") or BULLET.fullmatch(left):
        return False
    right_is_number = any(number.start == right_start for number in cutting.numbers)
    left_end = begin + len(text[begin:position].rstrip())
    left_is_number = any(number.end == left_end for number in cutting.numbers)
    if left_is_number and _SCALE.match(text, right_start, end):
        return False
    if right_is_number:
        return left_is_number or (cutting.numbers_in(begin, position) > 0 and not _is_han(left[-1:]))
    latin = left[-1:].isascii() or text[right_start].isascii()
    return not (latin and not left_is_number)
