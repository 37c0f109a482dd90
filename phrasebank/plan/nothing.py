"""没有, said to a whole aspect: an answer, told as a sentence that claims no more than that.

One decision: the notice wants all five aspects told (国办公开办函〔2021〕30号), so an aspect to which a person said 没有
gets its zero sentence instead of a gap. Where the law asks for more the gap stays: nobody publishes nothing (Regulation
art 20), and a government answers for appraisal, public review and accountability (art 50 (4)).
"""

from collections.abc import Mapping, Sequence

from phrasebank.fragment import EMPTY
from phrasebank.pen import Pen
from phrasebank.plan.duties import unsaid_duties
from phrasebank.plan.others import is_nothing
from phrasebank.reading import Clause
from report.document import Sentence

_SAYS: Mapping[str, str] = {
    "政府信息管理": "management.none",
    "平台建设": "platform.none",
    "监督保障": "supervision.none",
}
"""Aspect → the phrase that says that there is nothing of it."""
_OPEN = ("主动公开",)
"""Aspects of which there is always something: 没有 leaves them open."""


def take_nothing(homes: dict[str, list[Clause]]) -> Mapping[str, Clause]:
    """Take the bare 没有 out of the aspects; aspect → the clause that said it."""
    taken: dict[str, Clause] = {}
    for aspect in (*_SAYS, *_OPEN):
        clauses = homes.get(aspect, [])
        for clause in [one for one in clauses if is_nothing(one)]:
            taken[aspect] = clause
            clauses.remove(clause)
    return taken


def say_nothing(
    pen: Pen, aspect: str, taken: Mapping[str, Clause], clauses: Sequence[Clause]
) -> list[Sentence]:
    """The zero sentence of an aspect of which nothing else can be said, where a person said 没有 to it."""
    if aspect not in taken or aspect not in _SAYS:
        return []
    said = pen.say(_SAYS[aspect], {"零": EMPTY}, sources=(taken[aspect].text,))
    return [said, *(unsaid_duties(pen, clauses) if aspect == "监督保障" else [])]
