"""Figures as wording: a number of the tables with the cell or named sum it came from, and lists made of such numbers."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from phrasebank.fragment import EMPTY, Fragment, listing, number, words
from report.tables import Figures


def figure(figures: Figures, figure_id: str) -> Fragment:
    """The number of a known figure with its origin."""
    value = figures.value(figure_id)
    return number(value, figure_id) if value is not None else EMPTY


def counted(label: str, figures: Figures, figure_id: str, classifier: str = "件") -> Fragment:
    """``自然人19件``."""
    return words(label) + figure(figures, figure_id) + classifier


def nonzero(figures: Figures, labelled: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The (label, figure id) pairs whose figure is known and not zero."""
    return [(label, figure_id) for label, figure_id in labelled if figures.value(figure_id)]


def composition(figures: Figures, labelled: Sequence[tuple[str, str]], *, at_most: int = 4) -> Fragment:
    """A list by size, 其他 last; beyond ``at_most`` the three largest and the computed rest.

    The rest is a sum of cells and says so in its origin (``T3.R01.C4+T3.R01.C6``).
    """
    pairs = nonzero(figures, labelled)
    pairs.sort(key=lambda pair: (pair[0].startswith("其他"), -(figures.value(pair[1]) or 0)))
    if len(pairs) <= at_most:
        return listing([counted(label, figures, figure_id) for label, figure_id in pairs])
    head, rest = pairs[:3], pairs[3:]
    total = sum((figures.value(figure_id) or Decimal(0) for _, figure_id in rest), Decimal(0))
    origin = "+".join(figure_id for _, figure_id in rest)
    names = "、".join(label for label, _ in rest)
    said = listing([counted(label, figures, figure_id) for label, figure_id in head])
    return said + "，其余" + number(total, origin) + f"件为{names}"


def shares(figures: Figures, figure_ids: Sequence[str], whole_id: str) -> tuple[Fragment, ...]:
    """Percentages with two decimals, each rounded as a reader would check it.

    Only where they would miss 100 by more than two hundredths (writing craft, 1.8) do the largest remainders take
    what is missing.
    """
    whole = figures.value(whole_id) or Decimal(1)
    exact = [(figures.value(figure_id) or Decimal(0)) * 10000 / whole for figure_id in figure_ids]
    rounded = [value.to_integral_value(ROUND_HALF_UP) for value in exact]
    if abs(sum(rounded, Decimal(0)) - 10000) > _TOLERANCE:
        rounded = _by_largest_remainder(exact)
    return tuple(
        number(f"{hundredths / 100:.2f}", f"{figure_id}/{whole_id}") + "%"
        for figure_id, hundredths in zip(figure_ids, rounded, strict=True)
    )


_TOLERANCE = 2


def _by_largest_remainder(exact: Sequence[Decimal]) -> list[Decimal]:
    floors = [value.to_integral_value(ROUND_FLOOR) for value in exact]
    missing = int(10000 - sum(floors))
    by_remainder = sorted(range(len(exact)), key=lambda index: (floors[index] - exact[index], index))
    for index in by_remainder[:missing]:
        floors[index] += 1
    return floors


def growth(now: Decimal, before: Decimal, classifier: str, origin: str) -> Fragment:
    """How much more or less than last year; a base below 20 gets no percentage."""
    if now == before:
        return words("与上年持平")
    difference = number(abs(now - before), origin)
    more, rise = ("增加", "增长") if now > before else ("减少", "下降")
    said = words(f"比上年{more}") + difference + classifier
    if before < 20:
        return said
    if now >= before * 2:
        times = (now / before).quantize(Decimal("0.01"), ROUND_HALF_UP)
        exact = "" if times * before == now else "约"
        return said + f"，{exact}为上年的" + number(times.normalize(), origin) + "倍"
    share = (abs(now - before) * 100 / before).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return said + f"，{rise}" + number(share, origin) + "%"
