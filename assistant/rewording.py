"""Another wording of a sentence, or another arrangement of an aspect: same numbers, same claims, other words.

One decision: a setting only counts as another one when the paragraph it gives reads differently and says exactly the
same: the same digits of the same origin, from the same words. All settings are tried in a fixed order, so that asking
again and again goes through all of them and comes back to the first.
"""

from collections import Counter
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from assistant.drafting import Draft
from phrasebank.bank import Bank
from phrasebank.compose import compose
from phrasebank.material import Material, Narrative
from phrasebank.plan.flow import arrangements
from report.document import Paragraph

_MOST = 64
"""Settings of one sentence that are tried at most: nobody reads through more."""


class Turned(msgspec.Struct, frozen=True):
    """The next setting."""

    choices: Mapping[str, int]
    """Choice → wording; only those that are set otherwise than now."""
    place: int
    """Which of the different texts it gives, from 1."""
    of: int
    """How many different texts there are."""


def turn_sentence(
    draft: Draft, paragraph_id: str, number: int, material: Material, bank: Bank
) -> Turned | None:
    """The next wording of one sentence; None when it has only one.

    Args:
        draft: The draft as it stands, with the choices it was made from.
        paragraph_id: The paragraph.
        number: The sentence in the printed paragraph, from 0.
        material: What the draft was made from.
        bank: Phrases in force.
    """
    sentence = {one.id: one for one in draft.document.paragraphs}[paragraph_id].sentences[number]
    wheels: dict[str, int] = {}
    settings = 1
    for name in sentence.wordings:
        phrase = bank.phrases.get(name.partition("#")[0])
        count = len(phrase.variants) if phrase else 1
        if count > 1 and settings * count <= _MOST:
            wheels[name] = count
            settings *= count
    return _turn(draft, paragraph_id, wheels, material, bank)


def turn_arrangement(draft: Draft, paragraph_id: str, material: Material, bank: Bank) -> Turned | None:
    """The next order and joining of an aspect's sentences; None when it has only one."""
    aspect = _paragraph(draft.narrative, paragraph_id).aspect
    drawn = {name: count for name, count in arrangements(aspect).items() if name in draft.narrative.choices}
    return _turn(draft, paragraph_id, drawn, material, bank)


def _turn(
    draft: Draft, paragraph_id: str, wheels: Mapping[str, int], material: Material, bank: Bank
) -> Turned | None:
    standing = draft.narrative.choices
    before = _paragraph(draft.narrative, paragraph_id)
    texts: dict[str, dict[str, int]] = {}
    for setting in _settings(wheels):
        made = compose(replace(material, choices={**standing, **setting}), bank)
        after = _paragraph(made, paragraph_id)
        if after.body not in texts and _says(after) == _says(before):
            texts[after.body] = setting
    if len(texts) < 2 or before.body not in texts:
        return None
    bodies = list(texts)
    following = (bodies.index(before.body) + 1) % len(bodies)
    chosen = texts[bodies[following]]
    changed = {name: index for name, index in chosen.items() if standing.get(name) != index}
    return Turned(changed, following + 1, len(bodies))


def _settings(wheels: Mapping[str, int]) -> list[dict[str, int]]:
    """All settings, the first wheel turning fastest."""
    settings: list[dict[str, int]] = [{}]
    for name, count in wheels.items():
        settings = [{**setting, name: index} for index in range(count) for setting in settings]
    return settings


def _says(paragraph: Paragraph) -> tuple[Counter[tuple[str, str]], frozenset[str], frozenset[str]]:
    """What a paragraph claims: its numbers with their origins, the words it rests on, and what it leaves open."""
    sentences = paragraph.sentences
    numbers = Counter((number.text, number.origin) for one in sentences for number in one.numbers)
    sources = frozenset(source for one in sentences for source in one.sources)
    left_open = frozenset(one.text for one in sentences if one.kind in {"verbatim", "gap"})
    return numbers, sources, left_open


def _paragraph(narrative: Narrative, paragraph_id: str) -> Paragraph:
    return {one.id: one for one in narrative.paragraphs}[paragraph_id]
