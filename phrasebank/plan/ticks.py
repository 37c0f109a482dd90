"""Ticked themes: each is written in its form without numbers; kinds of published information are joined in one list."""

from collections.abc import Sequence
from functools import partial

from phrasebank.fragment import EMPTY, listing, words
from phrasebank.pen import Pen
from phrasebank.plan.joins import Placed
from phrasebank.reading import Clause


def take_ticks(pen: Pen, clauses: Sequence[Clause]) -> tuple[list[Placed], list[Clause]]:
    """Word the ticked themes of an aspect; typed clauses, and ticks without a phrase, come back in their order.

    A theme that the aspect's typed notes speak of is not written a second time in general words.
    """
    material = pen.material
    spoken = {theme for clause in clauses if not _is_tick(clause) for theme in clause.themes[:1]}
    placed: list[Placed] = []
    left: list[Clause] = []
    nouns: dict[str, str] = {}
    for clause in clauses:
        if not _is_tick(clause):
            left.append(clause)
            continue
        theme = clause.themes[0]
        form = pen.bank.themes.get(theme)
        if theme in spoken:
            continue
        if form and form.noun:
            nouns[form.noun] = theme
            continue
        phrase = next(
            (
                phrase
                for phrase in sorted(pen.bank.by_theme.get(theme, ()), key=lambda each: not each.own)
                if phrase.form.tick and phrase.suits(material.year, material.unit.kind, material.edition.id)
            ),
            None,
        )
        if phrase is None:
            left.append(clause)
            continue
        slots = dict.fromkeys(phrase.form.needs, EMPTY)
        write = partial(pen.part_of, phrase, slots, sources=(clause.text,), themes=(theme,))
        placed.append(Placed(phrase.form.order, write))
    if nouns:
        listed = listing(
            [words(noun) for noun in nouns], last="和" if not any("和" in noun for noun in nouns) else "以及"
        )
        phrase_id = "active.fields" if len(nouns) > 1 else "active.field"
        write = partial(
            pen.part, phrase_id, {"名单": listed}, sources=tuple(nouns.values()), themes=tuple(nouns.values())
        )
        placed.append(Placed(45, write))
    return placed, left


def _is_tick(clause: Clause) -> bool:
    return bool(clause.themes) and (clause.note.ticked or clause.note.text.strip() == clause.themes[0])
