"""How clerks name the rows and columns of the tables, as data: ``talk/words.yaml``, checked against the editions.

One decision: a word means a place of the form only where the file says so, and a phrase in which any word is unknown
means nothing. Words that are too common to be trusted anywhere (`loose`) count only where their table is asked about.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from report.edition import edition_ids, load_edition
from report.form import Edition
from report.lazily import pattern
from report.yamlfile import YamlFile, convert, read_yaml

_FILE = Path(__file__).parent / "talk" / "words.yaml"
_PIECE = pattern(r"<([a-z]+)>")
_Text = Annotated[str, msgspec.Meta(min_length=1)]


class RowWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a row, or a heading over several rows, is called."""

    rows: tuple[_Text, ...]
    label: _Text
    words: tuple[_Text, ...]
    loose: tuple[_Text, ...] = ()
    forms: tuple[_Text, ...] = ()
    """Families of such words, one pattern each (`RowForm`)."""
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
    parts: Mapping[str, _Text]
    """Name → a piece of a pattern, for the families of words (`<we>`)."""
    asides: tuple[_Text, ...]
    """What is said of requests beside their numbers (按时答复): a clause of it says nothing to a table and ends nothing."""
    negators: tuple[_Text, ...]
    all: tuple[_Text, ...]
    within: tuple[_Text, ...]
    rest: tuple[_Text, ...]
    others: tuple[_Text, ...]
    each: tuple[_Text, ...]
    tables: tuple[TableWords, ...]


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
            for number, form in enumerate(row.forms):
                try:
                    family(form, shape.parts)
                except (re.error, KeyError) as problem:
                    where = f"{at}.forms[{number}]"
                    raise source.problem(
                        f"“{form}”不是能用的格式（{problem}）", where, "<we>没有<thing>"
                    ) from problem
    return shape


def family(form: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    """A family of words as a pattern, its named pieces (`<we>`) put in.

    Raises:
        KeyError: there is no such piece.
        re.error: it is no pattern.
    """
    return re.compile(_PIECE.sub(lambda piece: f"(?:{parts[piece[1]]})", form))


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
