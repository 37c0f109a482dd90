"""Which edition of the official form a report year takes, and where the editions come from.

One decision: the year picks the edition, and the edition is data (``editions/*.yaml``). A new official format is a new
file. Years after the newest edition take that edition, with a notice, because nobody can wait for a notice that may
never come.
"""

from functools import cache
from pathlib import Path

from report.cell_forms import CellForm, CellKind, ColumnForm, GridCell, RowForm, SumForm
from report.edition_build import build_edition
from report.form import Balance, Basis, Edition, SectionForm, TableForm, Years
from report.problem import InputProblem
from report.yamlfile import read_yaml

__all__ = [
    "Balance",
    "Basis",
    "CellForm",
    "CellKind",
    "ColumnForm",
    "Edition",
    "GridCell",
    "RowForm",
    "SectionForm",
    "SumForm",
    "TableForm",
    "Years",
    "edition_for",
    "edition_ids",
    "load_edition",
    "read_edition",
]

_FOLDER = Path(__file__).parent / "editions"
_LAST_YEAR = 2099
"""Later years are slips of the keyboard, not report years."""


def read_edition(path: Path) -> Edition:
    """Read one edition file.

    Raises:
        InputProblem: the file is missing or wrong; says file, line and the right form.
    """
    return build_edition(read_yaml(path))


@cache
def edition_ids() -> tuple[str, ...]:
    """Ids of all editions, the oldest first."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("2*.yaml")))


@cache
def load_edition(edition_id: str) -> Edition:
    """The edition of this id (``2019``, ``2021``).

    Raises:
        InputProblem: there is none.
    """
    if edition_id not in edition_ids():
        raise InputProblem(f"没有“{edition_id}”这一版格式", right="、".join(edition_ids()) + " 之一")
    return read_edition(_FOLDER / f"{edition_id}.yaml")


@cache
def edition_for(year: int) -> tuple[Edition, str]:
    """The edition for a report year, and what people should know about that choice (empty for settled years).

    Raises:
        InputProblem: no edition is for that year.
    """
    for edition_id in reversed(edition_ids()):
        edition = load_edition(edition_id)
        if year in edition.years and year <= _LAST_YEAR:
            settled = year <= edition.years.confirmed_until
            return edition, "" if settled else edition.years.notice.format(year=year)
    first = load_edition(edition_ids()[0]).years.first
    raise InputProblem(
        f"年份“{year}”没有对应的报告格式", right=f"{first} 至 {_LAST_YEAR} 之间的四位数年份，如 2024"
    )
