"""One table of an edition file while it is being built: where it stands in the file, and what is said of a wrong word."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

import msgspec

from report.edition_file import TableShape
from report.lazily import pattern
from report.problem import InputProblem
from report.yamlfile import YamlFile

_TRAILING_NUMBER = pattern(r"([A-Z]+)([0-9]+)\Z", re.ASCII)


def split_id(local: str) -> tuple[str, str]:
    """Row and column of a cell id without its table (``R01.C1`` → R01, C1; ``V1`` → V, 1; ``LIC`` → LIC and none)."""
    if "." in local:
        row, _, column = local.partition(".")
        return row, column
    if numbered := _TRAILING_NUMBER.match(local):
        return numbered[1], numbered[2]
    return local, ""


def unknown(source: YamlFile, path: str, word: str, known: Sequence[str]) -> InputProblem:
    """A word that is no name here, with the likeliest one or all of them."""
    guess = get_close_matches(word, known, n=1)
    right = f"是不是“{guess[0]}”" if guess else "只能用：" + "、".join(known)
    return source.problem(f"不认识的名称“{word}”", path, right)


class TablePart(msgspec.Struct, frozen=True):
    """What every step of building a table works on; ``at`` is where the table stands in the file."""

    source: YamlFile
    at: str
    shape: TableShape

    def full(self, local: str) -> str:
        """The id of a cell or sum with its table; empty stays empty."""
        return f"{self.shape.id}.{local}" if local else ""

    def check_known(self, part: str, words: Mapping[str, object], known: Sequence[str]) -> None:
        """Every key of ``part`` is a name of this table."""
        for word in words:
            if word not in known:
                raise unknown(self.source, f"{self.at}.{part}.{word}#", word, known)

    def check_ids(self, at: str, words: Iterable[str], known: Sequence[str]) -> None:
        """Every item of the list at ``at`` is a name of this table."""
        for index, word in enumerate(words):
            if word not in known:
                raise unknown(self.source, f"{at}[{index}]", word, known)
