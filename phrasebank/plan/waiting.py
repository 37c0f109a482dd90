"""What waits for a person together with the clause before it: words that say nothing, or something else, without it.

One decision: behind a clause that nobody could word, a clause of the same breath stands only if it names what it
speaks of; else both are shown as they were jotted (公交线路名字写错过一回，当天改了).
"""

import re
from collections.abc import Sequence

import msgspec

from phrasebank.grammar.mention import last_thing
from phrasebank.matching import Match
from phrasebank.pen import verbatim
from phrasebank.reading import Clause
from phrasebank.register import Restated, Verbatim
from report import lazily
from report.document import Sentence


class Phrased(msgspec.Struct, frozen=True):
    """A run of clauses that one phrase says completely."""

    match: Match
    clauses: tuple[Clause, ...]


Worded = Phrased | Restated | Verbatim


_NEEDS_BEFORE = lazily.pattern(
    r"(?:均|都|能|可|全部|也|还|又|就|并|则|其中|其余|仅|只|因|由此|为此|因此|随后|随即|当[日天场]|次日|隔日|第二天|事后|后来|结果|现已|已(?!建立|制定))"
    r"|(?:一?共|总共|共计|合计|累计|[到来]了?)?[0-9]+"
    r"|(?:名单|标准|列表|明细|目录|内容|清单|原因|结果|数据|时间|地点)(?:均|全部|已|上网|对外|向社会|在|一)"
    r"|[^，]{0,4}的[0-9]|[没未][^，]{1,6}的(?:不|一律|均|都)"
)
"""Openings of a wording that look back."""
_BETWEEN = re.compile(r"[，,\s、]*")


def beside(one: Clause, other: Clause) -> bool:
    """``other`` follows ``one`` in the same line, with at most a comma between them."""
    if one.note is not other.note and one.note != other.note:
        return False
    return one.line == other.line and bool(
        _BETWEEN.fullmatch(one.note.text[one.start + len(one.text) : other.start]) and one.start < other.start
    )


def needs_before(said: str) -> bool:
    """A wording that names nothing it could speak of, or opens by looking back at what stood before."""
    return bool(_NEEDS_BEFORE.match(said)) or last_thing(said) is None


def as_jotted(clauses: Sequence[Clause]) -> Sentence:
    """Neighbouring clauses in the person's words, with the marks between them."""
    first, last = clauses[0], clauses[-1]
    text = first.text
    if last is not first:
        text = first.note.text[first.start : last.start + len(last.text)]
    themes = tuple(dict.fromkeys(theme for clause in clauses for theme in clause.themes))
    return verbatim(text, first.note.origin, themes, tuple(clause.text for clause in clauses))


def with_neighbours(pieces: Sequence[Worded]) -> list[Worded]:
    """What says nothing without the clause before it waits with it, where that one could not be worded."""
    result: list[Worded] = []
    for piece in pieces:
        before = result[-1] if result else None
        clauses = (piece.clause,) if isinstance(piece, Verbatim) else piece.clauses
        if isinstance(before, Verbatim) and beside(before.clause, clauses[0]) and _waits(piece):
            result += [Verbatim(clause, before.reason, with_before=True) for clause in clauses]
        else:
            result.append(piece)
    return result


def _waits(piece: Worded) -> bool:
    if isinstance(piece, Verbatim):
        return needs_before(piece.clause.text)
    if isinstance(piece, Restated):
        return needs_before(piece.text)
    return needs_before(piece.clauses[0].text)
