"""The place of a mistake in a file, shown: the lines around it with their numbers, and the wrong word marked below.

One decision: the mark is built from the widths of the characters above it (full-width ones are two columns wide), so
that it stands under the wrong word in any terminal that shows Chinese.
"""

from unicodedata import east_asian_width

from report.problem import Place

AROUND = 1
"""How many lines are shown before and after the one with the mistake."""
WIDEST = 72
"""Columns of a line that are shown; of a longer one, the stretch around the mistake."""


def locate(text: str, start: tuple[int, int], value: str, offset: int, word: str) -> tuple[int, int]:
    """Where a word of a value stands in the file.

    Args:
        text: The whole file.
        start: Line and column (from 1) where the value begins, with its quotes or its ``|``.
        value: The value as it was read.
        offset: Where in the value the word begins.
        word: The word; it must not be changed by quoting (no line break, no escape).

    Returns:
        Line and column, from 1; ``start`` when the word cannot be found there.
    """
    lines = text.splitlines(keepends=True)
    at = sum(len(line) for line in lines[: start[0] - 1]) + start[1] - 1
    for _ in range(value[:offset].count(word) + 1):
        found = text.find(word, at)
        if not word or found < 0:
            return start
        at = found + len(word)
    before = text[:found]
    return before.count("\n") + 1, found - (before.rfind("\n") + 1) + 1


def excerpt(text: str, place: Place, length: int = 1) -> str:
    """The lines around ``place``, with ``length`` characters from there on marked; empty when the place is not known."""
    lines = text.splitlines()
    if not 0 < place.line <= len(lines):
        return ""
    first, last = max(1, place.line - AROUND), min(len(lines), place.line + AROUND)
    gutter = len(str(last))
    shown = []
    for number in range(first, last + 1):
        wrong = number == place.line
        line, cut = _window(lines[number - 1], place.column - 1 if wrong else 0, length if wrong else 1)
        shown.append(f"  {number:>{gutter}} | {line}".rstrip())
        if wrong and place.column:
            shown.append(f"  {'':>{gutter}} | {_mark(line, place.column - 1 - cut, length)}")
    return "\n".join(shown)


def _window(line: str, column: int, length: int) -> tuple[str, int]:
    """A line as it is shown, and how many characters were left out before it: of a long one, what is around a column."""
    line = line.replace("\t", " ")
    if sum(map(_width, line)) <= WIDEST:
        return line, 0
    start = max(0, column)
    while start > 0 and sum(map(_width, line[start - 1 : column])) <= WIDEST // 2:
        start -= 1
    end = min(len(line), column + length)
    while end < len(line) and sum(map(_width, line[start : end + 1])) <= WIDEST:
        end += 1
    before, after = ("..." if start else ""), ("..." if end < len(line) else "")
    return before + line[start:end] + after, start - len(before)


def _mark(line: str, column: int, length: int) -> str:
    pad = "".join("\u3000" if _width(character) == 2 else " " for character in line[:column])
    marked = line[column : column + length] or " "
    return pad + "".join("＾" if _width(character) == 2 else "^" for character in marked)


def _width(character: str) -> int:
    return 2 if east_asian_width(character) in {"W", "F"} else 1
