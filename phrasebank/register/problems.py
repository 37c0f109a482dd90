"""Section 五: problems, measures, last year's problems taken up; kinds that can be ticked (writing craft, section 4).

One decision: a kind of problem only ever rewords what was said and proposes what may be ticked; it never adds a
measure by itself.
"""

from collections.abc import Sequence

from phrasebank.reading import Clause
from phrasebank.register.line import restate_line
from phrasebank.register.shapes import Item, Restated, Tick, Voice


def word_problems(clauses: Sequence[Clause], voice: Voice) -> tuple[Item, ...]:
    """The problems that were jotted, one item each."""
    return tuple(_items(clauses, voice))


def word_measures(clauses: Sequence[Clause], voice: Voice, problems: Sequence[Item]) -> tuple[Item, ...]:
    """The measures that were jotted, in the order of the problems they answer."""
    del problems
    return tuple(_items(clauses, voice))


def _items(clauses: Sequence[Clause], voice: Voice) -> list[Item]:
    items = []
    for result in restate_line(clauses, voice):
        if isinstance(result, Restated):
            items.append(Item(result.text, result.clauses, result.clauses[0].tense))
        else:
            items.append(Item(result.clause.text, (result.clause,), result.clause.tense, verbatim=True))
    return items


def problem_ticks() -> tuple[Tick, ...]:
    """The kinds of problem, for the tick list."""
    return ()


def measure_ticks(problem_ids: Sequence[str]) -> tuple[Tick, ...]:
    """The measures that answer the ticked kinds of problem, for the tick list."""
    del problem_ids
    return ()
