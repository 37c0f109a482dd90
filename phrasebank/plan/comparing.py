"""Whether a number of a note is the table's.

One decision: only a number that can be no other is held against a table; one that may be a share, another row's or no
count at all says nothing, and its clause is worded or waits.
"""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from phrasebank.plan.rows import ROWS_OF
from phrasebank.reading import Clause, Quantity
from report.lazily import pattern
from report.tables import Figures

_PIECES = ("份", "件", "个", "笔", "张", "起", "次")
_HAPPENED = pattern("[有被收来发告打过了给办转剩提撤]")
"""What a clause without a number must hold to say that there was any: 复议官司 alone only names what is spoken of."""
_ROWS = frozenset(row for rows in ROWS_OF.values() for _, row in rows)


class Comparing(msgspec.Struct):
    """The tables, and what notes say of them beside the numbers."""

    figures: Figures
    year: int
    channels: dict[str, tuple[Quantity | None, str]] = msgspec.field(default_factory=dict)
    """How requests came: label → its number (None when only the way was said) and the note it stands in."""
    before: tuple[str, Decimal] | None = None
    """Where last year's number of requests was told, and it."""
    rows: set[str] = msgspec.field(default_factory=set)
    """Rows of table 三 that notes speak of."""
    tails: list[str] = msgspec.field(default_factory=list)
    """What notes add about the documents of table 二 (全部纳入文件库)."""

    def means_one_of(self, named: Sequence[str], quantity: Quantity) -> bool | None:
        """Whether one number beside several words (企业那边1件公开了) is that of one of them; never that it is wrong."""
        columns = {
            name.rpartition(".")[2] for name in named if name.startswith("T3.R01.C") and name != "T3.R01.C7"
        }
        cells = [
            f"{name.removesuffix('C7')}{column}"
            for name in named
            for column in columns
            if name.endswith("C7")
        ]
        return any(quantity.number in self.known(name) for name in (*named, *cells)) or None

    def compare(self, figure_id: str, quantity: Quantity, clause: Clause, group: str) -> bool | None:
        """Whether a number is the table's; None where it may be another one."""
        number = quantity.number
        if figure_id.startswith("channel."):
            self.channels[figure_id.removeprefix("channel.")] = (quantity, clause.note.origin)
            return True
        if figure_id == "before":
            return self._last_year(quantity, clause)
        if figure_id == "":
            figure_id = {"requests": "T3.R01.C7", "fees": "FEE6.notified|FEE6.received"}.get(group, "?")
            known = self.known(figure_id)
            return True if number in known else None
        if group == "requests" and quantity.unit not in {"", *_PIECES}:
            return None  # 答复11天
        paid = group == "fees" and quantity.unit in _PIECES and figure_id == "FEE6.received"
        if group == "fees" and quantity.unit.endswith("元") and figure_id == "FEE6.notices":
            figure_id = "FEE6.notified"
        if group == "fees" and quantity.unit in _PIECES and figure_id.startswith("FEE6"):
            figure_id = "FEE6.notices"
        known = self.known(figure_id)
        if paid or not known or number is None or quantity.approx:
            return None  # paid: 收费5件 of 6 notices stands in no table
        self.rows |= _ROWS & {figure_id}
        return number in known

    def _last_year(self, quantity: Quantity, clause: Clause) -> bool | None:
        number = quantity.number
        if number is not None and number in self.known("T3.R02.C7"):
            return True  # 去年8件 beside the table's carried-over 8: what is left of last year, not last year's total
        counted = quantity.unit in {"", *_PIECES}  # 去年是14天 tells how long it took
        if counted and number is not None and not quantity.approx:
            self.before = (clause.note.origin, number)
        return True if counted else None

    def compare_bare(self, figure_id: str, clause: Clause, *, denied: bool) -> bool | None:
        """Whether words without a number say what the table says; None where they may mean something else."""
        if figure_id in {"subject", "before"}:
            return True
        if figure_id.startswith("tail."):
            self.tails.append(figure_id.removeprefix("tail."))
            return True
        if figure_id.startswith("channel."):
            alone = self.figures.value("T3.R01.C7") == 1 or any(word in clause.text for word in "都全均")
            if denied or not alone:
                return None
            self.channels.setdefault(figure_id.removeprefix("channel."), (None, clause.note.origin))
            return True
        known = self.known(figure_id)
        if not known or not (denied or _HAPPENED.search(clause.text)):
            return None
        self.rows |= set() if denied else _ROWS & {figure_id}
        return all(value == 0 for value in known) if denied else any(value > 0 for value in known)

    def known(self, figure_ids: str) -> list[Decimal]:
        """The numbers that stand in the tables under these ids, joined with |."""
        values = (self.figures.value(each) for each in figure_ids.split("|"))
        return [value for value in values if value is not None]
