"""Licences, penalties and coercion in notes, compared with table 二."""

import re
from collections.abc import Sequence

from phrasebank.plan.ledger import Ledger
from phrasebank.reading import Clause, Quantity

_DECISIONS = (("许可", "T2.LIC"), ("处罚", "T2.PEN"), ("强制", "T2.COE"))


_APART = re.compile(r"[、，；和及]")


def check_decisions(ledger: Ledger, clauses: Sequence[Clause]) -> list[Clause]:
    """Without the clauses whose licences or penalties differ from table 二; those become questions."""
    left = []
    for clause in clauses:
        wrong = []
        for quantity, label in _labelled(clause):
            cell = next((cell for word, cell in _DECISIONS if word in label), "")
            known = ledger.figures.value(cell) if quantity.unit in {"件", "个", "宗", ""} else None
            if known is not None and not quantity.approx and quantity.number not in {None, known}:
                wrong.append((cell, quantity.text))
        if wrong and not clause.note.ticked:
            ledger.contradicts(clause, wrong)
        else:
            left.append(clause)
    return left


def _labelled(clause: Clause) -> list[tuple[Quantity, str]]:
    """Every number with what it counts: the words right before it (许可36件), else those after it (36个许可)."""
    found = []
    at = 0
    quantities = sorted(clause.quantities, key=lambda each: each.start)
    for quantity, following in zip(quantities, [*quantities, None][1:], strict=True):
        before = _APART.split(clause.text[at : quantity.start])[-1].strip()
        after = _APART.split(clause.text[quantity.end : following.start if following else None])[0]
        found.append((quantity, before + quantity.of if before else after))
        at = quantity.end
    return found
