"""Licences, penalties and coercion in notes, compared with table 二."""

from collections.abc import Sequence

from phrasebank.plan.ledger import Ledger
from phrasebank.reading import Clause

_DECISIONS = (("许可", "T2.LIC"), ("处罚", "T2.PEN"), ("强制", "T2.COE"))


def check_decisions(ledger: Ledger, clauses: Sequence[Clause]) -> list[Clause]:
    """Without the clauses whose licences or penalties differ from table 二; those become questions."""
    left = []
    for clause in clauses:
        wrong = []
        at = 0
        for quantity in sorted(clause.quantities, key=lambda each: each.start):
            label = clause.text[at : quantity.start] + quantity.of
            at = quantity.end
            cell = next((cell for word, cell in _DECISIONS if word in label), "")
            known = ledger.figures.value(cell) if quantity.unit in {"件", "个", "宗", ""} else None
            if known is not None and not quantity.approx and quantity.number not in {None, known}:
                wrong.append((cell, quantity.text))
        if wrong and not clause.note.ticked:
            ledger.contradicts(clause, wrong)
        else:
            left.append(clause)
    return left
