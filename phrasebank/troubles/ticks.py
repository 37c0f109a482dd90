"""The kinds of problem and their measures as boxes to tick; nothing of them is written unasked (writing craft, 4)."""

from collections.abc import Sequence

from phrasebank.register.shapes import Tick
from phrasebank.troubles.kinds import kind_by_id, load_kinds


def problem_ticks() -> tuple[Tick, ...]:
    """The kinds of problem, for the tick list."""
    return tuple(Tick(kind.entry.id, kind.entry.problem, kind.entry.id) for kind in load_kinds())


def measure_ticks(problem_ids: Sequence[str]) -> tuple[Tick, ...]:
    """Measures for the given kinds: two next steps each (``.a``, ``.b``) and what was already done (``.done``)."""
    ticks = []
    for problem_id in problem_ids:
        if kind := kind_by_id(problem_id):
            entry = kind.entry
            ticks += [
                Tick(f"{entry.id}.{mark}", said, entry.id)
                for mark, said in zip("ab", entry.measures, strict=True)
            ]
            ticks.append(Tick(f"{entry.id}.done", entry.done, entry.id))
    return tuple(ticks)
