"""What stands in the tables already, as if it had been told with the sentence: sums look at it, nothing of it is taken."""

from collections.abc import Sequence

from assistant.talk_balance import came_rows
from assistant.talk_groups import NIL, Group
from assistant.talk_lexicon import Meaning
from assistant.talk_words import TableWords
from report.tables import Figures


def known_groups(figures: Figures, tables: Sequence[TableWords]) -> tuple[Group, ...]:
    """What stands in the tables with a balance already, row by row: rows of what came whole, others where they hold anything."""
    edition = figures.edition
    found: list[Group] = []
    for words in (one for one in tables if edition.has_table(one.id) and edition.table(one.id).balance):
        for row in (one for one in words.rows if len(one.rows) == 1):
            cells = [one for one in edition.table(words.id).cells if one.row == row.rows[0] and one.asked]
            numbers = {cell.column: figures.value(cell.id) for cell in cells}
            parts = {column: number for column, number in numbers.items() if number}
            whole = row.rows[0] in came_rows(edition, words.id) and None not in numbers.values()
            if cells and (parts or whole) and not any(one.subject.row is row for one in found):
                total = None if parts else NIL
                found.append(Group(words, Meaning("row", words, row=row), -1, total, parts, known=True))
    return tuple(found)
