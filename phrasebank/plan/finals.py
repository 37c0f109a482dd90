"""Sentences that a person wrote for the report itself (``照写：…``): printed as they stand, at the end of their aspect.

One decision: nothing of them is reworded, joined or moved; they are held against the tables like everything else.
"""

from collections.abc import Mapping, Sequence

from phrasebank.fragment import traced
from phrasebank.pen import Part, Pen
from phrasebank.plan.ledger import Ledger
from phrasebank.reading import Clause
from phrasebank.register import Item
from phrasebank.troubles.kinds import kind_of
from phrasebank.troubles.measures import Measures
from phrasebank.troubles.tenses import time_of
from report.document import Sentence

OWN = "own"
"""What stands as phrase at a sentence that a person wrote."""
_OF_TABLES: Mapping[str, str] = {
    "依申请公开": "requests",
    "政府信息管理": "documents",
    "其他事项": "fees",
}
"""Fields whose sentences may repeat a table, and the group of its figures."""


def parted(clauses: Sequence[Clause]) -> tuple[list[Clause], list[Clause]]:
    """The clauses that are to be worded, and those that are."""
    return [one for one in clauses if not one.note.final], [one for one in clauses if one.note.final]


def held_against(finals: Sequence[Clause], ledger: Ledger) -> None:
    """What these sentences say otherwise than the tables becomes a question to the person."""
    aside = Ledger(ledger.figures, ledger.year)
    for field, group in _OF_TABLES.items():
        aside.take([clause for clause in finals if clause.field == field], group)
    ledger.conflicts += aside.conflicts


def final_sentences(pen: Pen, finals: Sequence[Clause], field: str) -> list[Sentence]:
    """The sentences of one field, in the order written."""
    return [
        pen.sentence(
            Part(traced(clause.text, clause.note.origin), OWN, 0, "fact", (clause.text,), clause.themes)
        )
        for clause in finals
        if clause.field == field
    ]


def final_problems(finals: Sequence[Clause]) -> tuple[Item, ...]:
    """Problems a person worded, as items of section 五."""
    said = [clause for clause in finals if clause.field == "存在问题"]
    kinds = [kind_of(clause.text) for clause in said]
    return tuple(
        Item(clause.text, (clause,), "neutral", kind.entry.id if kind else "")
        for clause, kind in zip(said, kinds, strict=True)
    )


def is_own(item: Item) -> bool:
    """Whether a person wrote it: it stands as a sentence of its own, in no frame that says when or which."""
    return bool(item.clauses) and all(clause.note.final for clause in item.clauses)


def with_final_measures(measures: Measures, finals: Sequence[Clause]) -> Measures:
    """The measures with those a person worded behind them."""
    said = [clause for clause in finals if clause.field == "改进情况"]
    items = tuple((Item(clause.text, (clause,), time_of(clause)),) for clause in said)
    return Measures((*measures.groups, *items), measures.left)
