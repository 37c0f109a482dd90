"""Words said of a table's numbers (收费358.2万 while it was filled, 申请人撤了 of 其他处理): never a sentence of their own.

One decision: they are held against the table; what it does not say waits for the person, about whatever it is.
"""

from collections.abc import Mapping, Sequence

from phrasebank.plan.ledger import Ledger
from phrasebank.plan.nearby import as_jotted, in_one_breath
from phrasebank.reading import OTHER, TABLE, Clause

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "主动公开": ("documents", "rules"),
    "依申请公开": ("requests",),
    "其他事项": ("fees",),
}
"""Field → groups of figures its tables hold."""
_ABOUT = frozenset({OTHER, TABLE})


def take_left(clauses: Sequence[Clause], ledger: Ledger) -> list[Clause]:
    """The clauses that were no words for a table; of those that were, what no table says waits in its field."""
    left = [clause for clause in clauses if clause.note.about in _ABOUT]
    for field, groups in _GROUPS.items():
        mine = [clause for clause in left if clause.note.field == field]
        mine = [clause for clause in mine if not _counts_them(clause, ledger)]
        for group in groups:
            mine = ledger.take(mine, group)
        for run in in_one_breath(mine):
            ledger.marked.setdefault(field, []).append(as_jotted(run))
    return [clause for clause in clauses if clause.note.about not in _ABOUT]


def _counts_them(clause: Clause, ledger: Ledger) -> bool:
    """``1件`` beside what became of it, where the table has one."""
    if clause.note.about != OTHER or len(clause.quantities) != 1:
        return False
    (number,) = clause.quantities
    bare = clause.text.strip("共有就是只，。 ") == number.text
    return bare and number.number == ledger.figures.value("T3.R23.C7")
