"""What the words of clerks mean in one edition, while one table or none is asked about: the words of the file as tokens.

One decision: of two words at one place the longer one is meant; a family of words (`RowWords.forms`) counts as one.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal

import msgspec

from assistant.talk_words import ColumnWords, RowWords, SumWords, TableWords, family, talk_file
from report import lazily
from report.edition import load_edition
from report.form import Edition

_ORDINAL = lazily.pattern(r"^(?:[一二三四]、|（[一二三四五六七]）|[0-9]\.)")
_ASIDE = lazily.pattern(r"（[^）]*）\Z")

Kind = Literal[
    "filler", "aside", "negator", "all", "within", "rest", "others", "each", "row", "whole", "column", "sum"
]


class Meaning(msgspec.Struct, frozen=True):
    """One thing a word may mean."""

    kind: Kind
    table: TableWords | None = None
    row: RowWords | None = None
    column: ColumnWords | None = None
    total: SumWords | None = None
    nil: bool = False
    """Of a row: the word itself says that there were none."""


class Lexicon(msgspec.Struct, frozen=True, eq=False):
    """The words that count in one edition while one table (or none) is asked about."""

    edition: Edition
    focus: str
    meanings: Mapping[str, tuple[Meaning, ...]]
    pattern: re.Pattern[str]
    """Any of the words, the longest first."""
    forms: tuple[tuple[re.Pattern[str], Meaning], ...]
    """Families of words, where their table is asked about."""

    def at(self, text: str, start: int, end: int) -> tuple[int, tuple[Meaning, ...]] | None:
        """The longest word at a place: where it ends, and what it may mean."""
        word = self.pattern.match(text, start, end)
        found = (word.end(), self.meanings[word[0]]) if word else None
        for form, meaning in self.forms:
            match, longest = form.match(text, start, end), found[0] if found else start
            if match and match.end() > longest:
                found = match.end(), (meaning,)
            elif match and found and match.end() == longest and meaning not in found[1]:
                found = longest, (*found[1], meaning)
        return found


@cache
def lexicon(edition_id: str, focus: str) -> Lexicon:
    """The words of one edition; ``focus`` is the table asked about, or empty."""
    edition, shape = load_edition(edition_id), talk_file()
    found: dict[str, list[Meaning]] = {}

    def add(words: tuple[str, ...], meaning: Meaning) -> None:
        for word in words:
            known = found.setdefault(word, [])
            if meaning not in known:
                known.append(meaning)

    for table in shape.tables:
        if edition.has_table(table.id):
            _add_table(add, edition, table, here=table.id == focus)
    add(shape.negators, Meaning("negator"))
    add(shape.all, Meaning("all"))
    add(shape.within, Meaning("within"))
    add(shape.rest, Meaning("rest"))
    add(shape.others, Meaning("others"))
    add(shape.each, Meaning("each"))
    if focus:
        add(shape.asides, Meaning("aside"))
    fillers = shape.fillers + (shape.loose_fillers if focus else ())
    add(tuple(word for word in fillers if word not in found), Meaning("filler"))
    longest = sorted(found, key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(re.escape(word) for word in longest))
    forms = tuple(
        (family(form, shape.parts), Meaning("row", table, row=row))
        for table in shape.tables
        if table.id == focus and edition.has_table(table.id)
        for row in table.rows
        if not row.editions or edition.id in row.editions
        for form in row.forms
    )
    return Lexicon(edition, focus, {word: tuple(known) for word, known in found.items()}, pattern, forms)


def _add_table(
    add: Callable[[tuple[str, ...], Meaning], None], edition: Edition, table: TableWords, *, here: bool
) -> None:
    for row in table.rows:
        if row.editions and edition.id not in row.editions:
            continue
        meaning = Meaning("row", table, row=row)
        add(row.words + (row.loose if here else ()), meaning)
        if here:
            add(row.nil, Meaning("row", table, row=row, nil=True))
        if len(row.rows) == 1:
            if here:
                add(row.rows, meaning)
            add(_printed(edition, table, row.rows[0]), meaning)
    for column in table.columns:
        if not column.editions or edition.id in column.editions:
            add(column.words, Meaning("column", table, column=column))
    for total in table.sums:
        add(total.words, Meaning("sum", table, total=total))
    add(table.whole + (table.whole_loose if here else ()), Meaning("whole", table))


def _printed(edition: Edition, table: TableWords, row_id: str) -> tuple[str, ...]:
    """The label the form prints for a row, where it is long enough to mean nothing else."""
    label = edition.table(table.id).row(row_id).label
    bare = _ASIDE.sub("", _ORDINAL.sub("", label))
    return tuple(dict.fromkeys(name for name in (label, bare) if len(bare) > 3))
