"""What is said to a person when something they gave us cannot be used.

The tree, and who sees it (every message is one Chinese sentence: what is wrong, where, what would be right):

    NianbaoProblem          anything a person can mend; the command line prints it and picks the exit code
    ├── InputProblem        a file or a value that cannot be read or is not valid (exit code 2)
    ├── OutputProblem       a document that could not be written; nothing half-written is left (exit code 2)
    └── StoreProblem        the database: newer than this program, locked, not ours (exit code 2)
"""

import msgspec


class Place(msgspec.Struct, frozen=True):
    """Where in a file something stands; ``line`` and ``column`` count from 1, 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Render as a person would say it: ``a.yaml 第3行第5列``."""
        if not self.line:
            return self.file
        return f"{self.file} 第{self.line}行" + (f"第{self.column}列" if self.column else "")


class NianbaoProblem(Exception):  # noqa: N818  it is a problem a person can mend, not an error of ours
    """Something a person can mend; ``str()`` is the one sentence shown to them."""

    @property
    def page(self) -> str:
        """The sentence, and below it whatever helps to find the place; for the command line."""
        return str(self)


class InputProblem(NianbaoProblem):
    """A file or value that cannot be used as it stands."""

    def __init__(self, what: str, *, place: Place | None = None, right: str = "") -> None:
        """Build the sentence from what is wrong, where it stands, and what would be right.

        Args:
            what: What is wrong, without closing mark (``年份“1890”不在任何格式的适用范围内``).
            place: File, line and column, if it came from a file.
            right: The right form, with an example where one helps (``2019 至 2099 之间的四位数，如 2024``).
        """
        self.what = what
        self.place = place
        self.right = right
        where = f"{place}：" if place else ""
        super().__init__(f"{where}{what}。" + (f"应为：{right}。" if right else ""))


class OutputProblem(NianbaoProblem):
    """A document that could not be written."""


class StoreProblem(NianbaoProblem):
    """The database cannot be used."""
