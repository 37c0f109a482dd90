"""Which measure answers which problem: one to one and in one order, as a reader checks it (writing craft, 4).

One decision: kinds and shared words decide; where they say nothing, the person's own order does. A measure that answers
no problem stays with the problem it was jotted beside, it is never dropped.
"""

from collections.abc import Sequence
from itertools import permutations

import msgspec
from msgspec.structs import replace

from phrasebank.register.rewrite import normalise
from phrasebank.register.shapes import Item
from phrasebank.troubles.complaint import word_problem
from phrasebank.troubles.kinds import kind_by_id, kind_of
from phrasebank.troubles.measures import Measures
from phrasebank.troubles.pieces import merged

_ALL_ORDERS = 6
"""Up to so many units every way to pair them is tried."""


class Pairing(msgspec.Struct, frozen=True):
    """The measures of every problem, in the order of the problems."""

    of_problem: tuple[tuple[Item, ...], ...]
    """For each problem its measures, done before planned; empty where nobody said one."""
    beyond: tuple[Item, ...] = ()
    """Measures where there is no problem to answer."""
    unanswered: tuple[int, ...] = ()
    """Problems without a measure, worded or not."""


def pair(problems: Sequence[Item], measures: Measures) -> Pairing:
    """Give every measure its problem."""
    units = [unit for group in measures.groups for unit in _units(group, problems)]
    if not problems:
        return Pairing((), tuple(units))
    homes = _homes(units, problems)
    of_problem: list[tuple[Item, ...]] = []
    for place in range(len(problems)):
        mine = [unit for unit, home in zip(units, homes, strict=True) if home == place]
        mine.sort(key=lambda item: item.tense != "done")
        of_problem.append(tuple(mine))
    open_ones = [place for place, mine in enumerate(of_problem) if not mine]
    spoken = _homes_of_left(measures.left, problems, open_ones)
    return Pairing(tuple(of_problem), (), tuple(place for place in open_ones if place not in spoken))


def score(measure: str, problem: Item) -> int:
    """How much of a problem a measure speaks of: words that answer its kind, words they share."""
    kind = kind_by_id(problem.kind_id) if problem.kind_id else None
    hits = sum(len(found[0]) for found in kind.answers.finditer(measure)) if kind else 0
    return 2 * hits + 3 * len(_pairs(measure) & _pairs(problem.text))


def of_problems(measures: Measures, problems: Sequence[Item]) -> Measures:
    """The measures without those that name a problem nobody listed: these wait, as they were jotted."""
    if not problems:
        return measures
    strays = [
        item
        for group in measures.groups
        for item in group
        if item.names and not any(alike(item.names, problem) for problem in problems)
    ]
    if not strays:
        return measures
    groups = (tuple(item for item in group if item not in strays) for group in measures.groups)
    left = (
        replace(
            item,
            verbatim=True,
            text=item.head
            + "，".join(clause.text for clause in item.clauses if clause.text not in item.head),
        )
        for item in strays
    )
    return Measures(tuple(group for group in groups if group), (*measures.left, *left))


def alike(name: str, problem: Item) -> int:
    """How much a name that points at a problem (解读单一的，…) is that problem's; 0 for another one."""
    said = word_problem(normalise(name)) or normalise(name)
    kind = kind_of(said)
    whole = replace(problem, text="，".join((problem.text, *(clause.text for clause in problem.clauses))))
    return score(name, whole) + score(said, whole) + (20 if kind and kind.entry.id == problem.kind_id else 0)


def _units(group: Sequence[Item], problems: Sequence[Item]) -> list[Item]:
    """The parts of one jotted measure: apart only where they answer different problems."""
    homes = [_named(item, problems) if item.names else _best(item.text, problems) for item in group]
    if len(problems) > 1 and len({home for home in homes if home is not None}) > 1:
        return list(group)
    units: list[Item] = []
    for item in group:
        if units and units[-1].tense == item.tense and len(units[-1].text) + len(item.text) <= 60:
            units[-1] = merged(units[-1], item)
        else:
            units.append(item)
    return units


def _best(measure: str, problems: Sequence[Item]) -> int | None:
    scores = [(score(measure, problem), -place) for place, problem in enumerate(problems)]
    best = max(scores, default=(0, 0))
    return -best[1] if best[0] > 0 else None


def _homes(units: Sequence[Item], problems: Sequence[Item]) -> list[int]:
    """The problem of every unit: all together where there is one for each, else one by one."""
    table = [[_fits(unit, place, problems) for place in range(len(problems))] for unit in units]
    if len(units) == len(problems) <= _ALL_ORDERS:
        orders = list(permutations(range(len(problems))))
        return list(orders[max(range(len(orders)), key=lambda at: _worth(orders[at], table))])
    homes: list[int] = []
    for place, scores in enumerate(table):
        best = max(scores)
        homes.append(scores.index(best) if best else -1 - place)
    free = [place for place in range(len(problems)) if place not in homes]
    for place, home in enumerate(homes):
        if home < 0:
            before = max((each for each in homes[:place] if each >= 0), default=-1)
            after = [each for each in free if each > before] or free
            homes[place] = after[0] if after else min(max(before, 0), len(problems) - 1)
            free = [each for each in free if each != homes[place]]
    return homes


def _fits(unit: Item, place: int, problems: Sequence[Item]) -> int:
    """How well a measure answers a problem; one that names its problem answers that one."""
    named = _named(unit, problems) if unit.names else None
    if named is None:
        return score(unit.text, problems[place])
    return _NAMED if named == place else 0


_NAMED = 1000


def _named(unit: Item, problems: Sequence[Item]) -> int | None:
    """The problem whose name stood at the head of the measure."""
    scores = [(alike(unit.names, problem), -place) for place, problem in enumerate(problems)]
    best = max(scores, default=(0, 0))
    return -best[1] if best[0] > 0 else None


def _worth(order: Sequence[int], table: Sequence[Sequence[int]]) -> tuple[int, int]:
    """What is answered, weighed against moving a measure from its place: the person's order is evidence, too."""
    total = sum(
        table[place][home] if table[place][home] == _NAMED else min(table[place][home], 12)
        for place, home in enumerate(order)
    )
    kept = sum(place == home for place, home in enumerate(order))
    return total + 3 * kept, kept


def _homes_of_left(left: Sequence[Item], problems: Sequence[Item], open_ones: Sequence[int]) -> set[int]:
    """Problems whose measure is there but waits for the person: nothing more is asked about them."""
    found: set[int] = set()
    for item in left:
        rest = [place for place in open_ones if place not in found]
        scores = [(score(item.text, problems[place]), -place) for place in rest]
        if scores:
            found.add(-max(scores)[1])
    return found


_COMMON = frozenset(
    {
        "公开",
        "信息",
        "工作",
        "政府",
        "不够",
        "情况",
        "内容",
        "不足",
        "较少",
        "进行",
        "开展",
        "加强",
        "部分",
        "较多",
        "发布",
        "公布",
        "组织",
    }
)


def _pairs(text: str) -> frozenset[str]:
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(each for each in pairs if "，" not in each and "、" not in each) - _COMMON


def as_one(items: Sequence[Item]) -> Item:
    """The measures of one problem as one item."""
    whole = items[0]
    for item in items[1:]:
        whole = merged(whole, item)
    return replace(whole, tense=items[0].tense)
