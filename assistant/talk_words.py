"""How clerks name the rows and columns of the tables, as data: ``talk/words.yaml``, checked against the editions.

One decision: a word means a place of the form only where the file says so, and a phrase in which any word is unknown
means nothing. Words that are too common to be trusted anywhere (`loose`) count only where their table is asked about.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from report.edition import edition_ids, load_edition
from report.form import Edition
from report.yamlfile import YamlFile, convert, read_yaml

_FILE = Path(__file__).parent / "talk" / "words.yaml"
_ORDINAL = re.compile(r"^(?:[一二三四]、|（[一二三四五六七]）|[0-9]\.)")
_ASIDE = re.compile(r"（[^）]*）\Z")
_Text = Annotated[str, msgspec.Meta(min_length=1)]

Kind = Literal[
    "filler", "aside", "negator", "all", "within", "rest", "others", "each", "row", "whole", "column", "sum"
]


class RowWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a row, or a heading over several rows, is called."""

    rows: tuple[_Text, ...]
    label: _Text
    words: tuple[_Text, ...]
    loose: tuple[_Text, ...] = ()
    ask: str = ""
    """Of a heading: what to ask when a number is given for it."""
    nil: tuple[_Text, ...] = ()
    """Phrases that say, where the table is asked about, that there were none of it (去年都办完了)."""
    zero: bool = True
    """Of a heading: whether saying that there were none makes all its rows 0."""
    editions: tuple[str, ...] = ()


class ColumnWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a column is called."""

    column: _Text
    label: _Text
    words: tuple[_Text, ...]
    editions: tuple[str, ...] = ()


class SumWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a computed total is called; its number is compared, never stored."""

    of: _Text
    """Id without its table (``R24.C7``)."""
    label: _Text
    words: tuple[_Text, ...]


class TableWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How one table is talked of."""

    id: Literal["T2", "T3", "T4", "FEE6"]
    label: _Text
    counters: tuple[_Text, ...]
    """Units its numbers may have; another unit speaks of something else."""
    whole: tuple[_Text, ...]
    """What the whole table counts: with 没有 the table is 0."""
    whole_loose: tuple[_Text, ...] = ()
    whole_row: str = ""
    """The row that a number beside such a word belongs to."""
    about: tuple[_Text, ...]
    """Pieces of words by which a clause nobody understood still speaks of this table."""
    who: str
    """What to ask when a number lacks its column."""
    example: _Text
    totals: bool = True
    """Whether the columns of a row add up, so that a number beside the row's name is their total."""
    rows: tuple[RowWords, ...]
    columns: tuple[ColumnWords, ...]
    sums: tuple[SumWords, ...]


class TalkFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole file."""

    fillers: tuple[_Text, ...]
    loose_fillers: tuple[_Text, ...]
    """Fillers that count only where a table is asked about."""
    asides: tuple[_Text, ...]
    """What is said of requests beside their numbers (按时答复): a clause of it says nothing to a table and ends nothing."""
    negators: tuple[_Text, ...]
    all: tuple[_Text, ...]
    within: tuple[_Text, ...]
    rest: tuple[_Text, ...]
    others: tuple[_Text, ...]
    each: tuple[_Text, ...]
    tables: tuple[TableWords, ...]


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


def read_talk_file(path: Path) -> TalkFile:
    """Read and check the file.

    Raises:
        InputProblem: a row, column or edition that does not exist, with file, line and the right form.
    """
    source = read_yaml(path)
    shape = convert(source, TalkFile)
    for index, table in enumerate(shape.tables):
        for place, row in enumerate(table.rows):
            at = f"$.tables[{index}].rows[{place}]"
            known = _known(source, table.id, row.editions, at)
            for name in row.rows:
                if name not in {each.id for edition in known for each in edition.table(table.id).rows}:
                    raise source.problem(f"{table.label}没有“{name}”这一行", f"{at}.rows", "如 R01")
        for place, column in enumerate(table.columns):
            at = f"$.tables[{index}].columns[{place}]"
            known = _known(source, table.id, column.editions, at)
            if not any(
                cell.column == column.column for edition in known for cell in edition.table(table.id).cells
            ):
                raise source.problem(f"{table.label}没有“{column.column}”这一列", f"{at}.column", "如 C1")
    return shape


def _known(source: YamlFile, table_id: str, chosen: tuple[str, ...], at: str) -> tuple[Edition, ...]:
    for name in chosen:
        if name not in edition_ids():
            known = "、".join(edition_ids())
            raise source.problem(f"没有“{name}”这一版格式", f"{at}.editions", f"{known} 之一")
    editions = [load_edition(name) for name in chosen or edition_ids()]
    return tuple(edition for edition in editions if edition.has_table(table_id))


@cache
def talk_file() -> TalkFile:
    """The shipped file."""
    return read_talk_file(_FILE)


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
    return Lexicon(edition, focus, {word: tuple(known) for word, known in found.items()}, pattern)


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
