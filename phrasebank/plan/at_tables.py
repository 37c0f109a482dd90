"""Words that were left while a table was filled (收费358.2万): compared with the tables, and never a sentence of their own.

One decision: whoever speaks to a table gives it a number; what the table does not take waits for that person.
"""

from collections.abc import Mapping, Sequence

from phrasebank.plan.ledger import Ledger
from phrasebank.plan.waiting import as_jotted, in_one_breath
from phrasebank.reading import TABLE, Clause

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "主动公开": ("documents", "rules"),
    "依申请公开": ("requests",),
    "其他事项": ("fees",),
}
"""Field → groups of figures its tables hold."""


def take_left(clauses: Sequence[Clause], ledger: Ledger) -> list[Clause]:
    """The clauses that were no words for a table; of those that were, what no table says waits in its field."""
    left = [clause for clause in clauses if clause.note.about == TABLE]
    for field, groups in _GROUPS.items():
        mine = [clause for clause in left if clause.note.field == field]
        for group in groups:
            mine = ledger.take(mine, group)
        for run in in_one_breath(mine):
            ledger.marked.setdefault(field, []).append(as_jotted(run))
    return [clause for clause in clauses if clause.note.about != TABLE]
