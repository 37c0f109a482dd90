"""How wide each column of a sheet is: labels get what numbers leave, and numbers are never cut."""

from collections.abc import Callable, Sequence
from math import sqrt

import msgspec
from rich.cells import cell_len

from report.grid import Layout

MINIMUM_NUMBER = 6
"""Cells a number column has at least: six digits, or a header of three characters a line."""
WIDEST_NUMBER = 14
ROOM_FOR_LABELS = 64
"""Labels that have so much are read easily; what is left then goes to the numbers."""


class Needs(msgspec.Struct, frozen=True):
    """What has to be seen in the numbers' columns."""

    number: Sequence[int]
    """Grid column → cells of its longest number, 0 for labels."""
    beside: Sequence[int]
    """Grid column → cells of the longest thing beside a number."""

    def of(self, column: int) -> int:
        """Cells the column needs, one blank between its numbers and the border included."""
        return self.number[column] + self.beside[column] + 1


def needs_of(
    layout: Layout, size: tuple[int, int], show: Callable[[str], str], beside: Callable[[str], str]
) -> Needs:
    """What stands in each column; a number that spans several columns finds room in any case."""
    rows, columns = size
    numbers, asides = [0] * columns, [0] * columns
    for row in range(rows):
        for column in range(columns):
            cell = layout[row, column]
            if cell.cell and cell.colspan == 1:
                numbers[column] = max(numbers[column], cell_len(show(cell.cell)))
                asides[column] = max(asides[column], cell_len(beside(cell.cell)))
    return Needs(numbers, asides)


def widths_of(
    layout: Layout, size: tuple[int, int], label_columns: int, room: int, needs: Needs
) -> tuple[int, ...]:
    """Cells of each grid column; together they may be more than ``room``, and the sheet scrolls."""
    rows, columns = size
    numbers = columns - label_columns
    inner = room - (columns - 1)
    if not label_columns:
        least = [max(needs.of(column), 4) for column in range(columns)]
        return _shared(least, inner, 10)
    naturals = [_natural(layout, rows, column) for column in range(label_columns)]
    number = [max(MINIMUM_NUMBER, needs.of(column)) for column in range(label_columns, columns)]
    for_labels = max(inner - sum(number), 8 * label_columns)
    if for_labels > ROOM_FOR_LABELS:
        number = list(_shared(number, sum(number) + for_labels - ROOM_FOR_LABELS, WIDEST_NUMBER - 4))
        for_labels = inner - sum(number)
    labels = _labels(naturals, for_labels)
    spare = max(for_labels - sum(labels), 0) // numbers
    return (*labels, *(min(width + spare, max(width, WIDEST_NUMBER)) for width in number))


def _labels(naturals: Sequence[int], room: int) -> list[int]:
    """Short headings of groups whole where the rows' own labels have enough left, else shared by the root of length."""
    if room - sum(naturals[:-1]) >= min(naturals[-1], 30):
        return [*naturals[:-1], min(max(naturals[-1], 8), room - sum(naturals[:-1]))]
    weights = [sqrt(natural) for natural in naturals]
    labels = [
        min(max(int(room * weight / sum(weights)) // 2 * 2, 6), natural)
        for weight, natural in zip(weights, naturals, strict=True)
    ]
    spare = room - sum(labels)
    labels[-1] = min(max(naturals[-1], 8), labels[-1] + max(spare, 0))
    return labels


def _shared(least: Sequence[int], room: int, most: int) -> tuple[int, ...]:
    """Columns grown alike while there is room, none beyond ``most`` unless it needs more."""
    widths = list(least)
    while sum(widths) + len(widths) <= room and any(width < most for width in widths):
        widths = [width + (width < most) for width in widths]
    return tuple(widths)


def _natural(layout: Layout, rows: int, column: int) -> int:
    widths = [
        cell_len(layout[row, column].text)
        for row in range(rows)
        if layout[row, column].colspan == 1 and layout[row, column].header
    ]
    return max([*widths, 4])
