"""What waits for a person together with the clause before it: words that say nothing, or something else, without it.

One decision: behind a clause that nobody could word, a clause of the same breath stands only if it names what it
speaks of; else both are shown as they were jotted (公交线路名字写错过一回，当天改了).
"""

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from phrasebank.grammar.mention import is_thing, last_thing
from phrasebank.matching import Match
from phrasebank.plan.nearby import announces, beside, beside_mark
from phrasebank.reading import Clause
from phrasebank.register import Restated, Verbatim
from phrasebank.register.dependent import looks_back, names_only, opens_with_verb
from phrasebank.register.headings import heading_of, sorts_only
from phrasebank.register.rewrite import normalise
from report import lazily
from report.document import ASPECTS


class Phrased(msgspec.Struct, frozen=True):
    """A run of clauses that one phrase says completely."""

    match: Match
    clauses: tuple[Clause, ...]


Worded = Phrased | Restated | Verbatim


_REQUESTS = lazily.pattern(
    "(?:其中)?(?:超过|约|近)?[0-9]+件|比上年|均|都|(?:全部)?(?:已|均已)?按[期时]|平均|最[长短快慢]|(?:当年|共)?办结|其余|另[0-9一]|已|由"
)
"""In 依申请公开 a number, 均 or 办结 speaks of the requests, which the tables tell of right before."""
_THE_WORK = lazily.pattern(
    "由[^，]*(?:负总责|负责|承办|牵头|分管|组长|办理)|明确[0-9]+[人名]|(?:未|没有)[^，]{0,4}(?:考核|评议|培训|追责|追究)|(?:还|同时)"
)
"""In 监督保障 who is in charge is in charge of the disclosure work."""
_SHORTEST_BREAK = 96
"""Two wordings of together at most so many characters share a sentence where the second looks back at the first."""


def keeping_together(pieces: Sequence[Worded]) -> list[Worded]:
    """The pieces of one line, each that looks back joined to the one it looks back at, or waiting with it.

    What it speaks of may have been taken for a table or stand in another aspect: then it waits as well.
    """
    pieces = _without_halves(pieces)
    result: list[Worded] = []
    headed = _end_of_heading(_first_of(pieces[0])) if pieces else 0
    for piece in pieces:
        before = result[-1] if result else None
        under_heading = before is not None and _first_of(piece).start < headed
        if not isinstance(piece, Restated) or not (under_heading or _follows(before, piece)):
            result.append(piece)
        elif isinstance(before, Restated) and len(before.text) + len(piece.text) < _SHORTEST_BREAK:
            text = f"{before.text.rstrip('。；')}，{piece.text}"
            result[-1] = replace(before, text=text, clauses=(*before.clauses, *piece.clauses))
        elif isinstance(before, Phrased | Restated) and _stands_beside(before):
            result.append(piece)
        else:
            follows = isinstance(before, Verbatim) and beside_mark(before.clause, piece.clauses[0])
            reason = before.reason if isinstance(before, Verbatim) else ""
            result += [
                Verbatim(clause, reason, with_before=follows or place > 0)
                for place, clause in enumerate(piece.clauses)
            ]
    return result


def _follows(before: Worded | None, piece: Restated) -> bool:
    return _under_a_colon(before, piece) or _goes_on_with(before, piece) or _speaks_of_another(piece)


def _goes_on_with(before: Worded | None, piece: Restated) -> bool:
    """Who does it, or a part of what is told, stands in the words before, which wait (公众号接了AI小助手，答企业问题)."""
    if not isinstance(before, Verbatim) or before.reason:
        return False
    one, other = before.clause, piece.clauses[0]
    if is_thing(normalise(one.text)) and beside_mark(one, other):
        return True
    return beside(one, other) and other.note.field in ASPECTS and opens_with_verb(normalise(other.text))


def _first_of(piece: Worded) -> Clause:
    return piece.clause if isinstance(piece, Verbatim) else piece.clauses[0]


def _end_of_heading(clause: Clause) -> int:
    """Up to where a heading that names a thing and opens the line holds: all that follows tells of it; 0 without one."""
    head = heading_of(normalise(clause.text))
    if clause.start or not head or sorts_only(head):
        return 0
    end = clause.note.text.find("。")
    return end if end > 0 else len(clause.note.text)


def _under_a_colon(before: Worded | None, piece: Restated) -> bool:
    """It stands behind the colon of words that wait (4个新栏目：水价、水质)."""
    if not isinstance(before, Verbatim):
        return False
    return announces(before.clause, piece.clauses[0])


def _without_halves(pieces: Sequence[Worded]) -> list[Worded]:
    """A bare thing, with or without its number, beside words of its breath that wait, waits with them.

    全县142个预算单位，一个不少都公开了: the first half says nothing where the second is not written.
    """
    result = list(pieces)
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Restated):
            continue
        half = _is_half(piece)
        before = pieces[index - 1] if index else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        waits_before = (
            isinstance(before, Verbatim)
            and beside(before.clause, piece.clauses[0])
            and (half or not before.reason)
        )
        near = beside_mark if half else beside
        waits_after = (
            isinstance(after, Verbatim)
            and (near(piece.clauses[-1], after.clause) or announces(piece.clauses[-1], after.clause))
            and not after.reason
        )
        if waits_before or waits_after:
            result[index : index + 1] = [
                Verbatim(clause, "", with_before=waits_before or place > 0)
                for place, clause in enumerate(piece.clauses)
            ]
            return _without_halves(result)
    return result


def _is_half(piece: Restated) -> bool:
    """What was jotted only names a thing, and no verb was put before it."""
    if "共" in piece.text or piece.text[:2] not in piece.clauses[0].text:
        return False
    return piece.clauses[0].note.field in ASPECTS and all(
        _only_names(normalise(clause.text)) for clause in piece.clauses
    )


def _only_names(text: str) -> bool:
    bare = _BESIDE_IT.sub("", _NUMBER.sub("", text))
    if text.endswith(("这一块", "这块", "方面")):
        return True
    short = len(text) < _HARDLY_A_CLAUSE and not re.search("[0-9了过已均都]", text)
    return short or not bare or is_thing(bare) or names_only(bare) or names_only(text)


_HARDLY_A_CLAUSE = 7
"""So few characters without a number or a sign that something was done only announce what follows."""
_BESIDE_IT = lazily.pattern("这一?块$|方面$")
_NUMBER = lazily.pattern("(?:一?共|合计)?[0-9.]+[\u4e00-\u9fff]{0,2}")


def _stands_beside(before: Phrased | Restated) -> bool:
    return not isinstance(before, Phrased) or not before.match.phrase.id.startswith("active.total")


def _speaks_of_another(piece: Restated) -> bool:
    field = piece.clauses[0].note.field
    if field == "依申请公开" and _REQUESTS.match(piece.text):
        return False
    if field == "主动公开" and piece.text.startswith("其中"):
        return False  # of the total, which always stands before
    if field == "监督保障" and _THE_WORK.match(piece.text):
        return False
    return field in ASPECTS and looks_back(piece.text)


_NEEDS_BEFORE = lazily.pattern(
    r"(?:均|都|能|可|全部|也|还|又|就|并|则|其中|其余|仅|只|因|由此|为此|因此|随后|随即|当[日天场]|次日|隔日|第二天|事后|后来|结果|现已|已(?!建立|制定))"
    r"|(?:一?共|总共|共计|合计|累计|[到来]了?)?[0-9]+"
    r"|(?:名单|标准|列表|明细|目录|内容|清单|原因|结果|数据|时间|地点)(?:均|全部|已|上网|对外|向社会|在|一)"
    r"|[^，]{0,4}的[0-9]|[没未][^，]{1,6}的(?:不|一律|均|都)"
)
"""Openings of a wording that look back."""


def needs_before(said: str) -> bool:
    """A wording that names nothing it could speak of, or opens by looking back at what stood before."""
    return bool(_NEEDS_BEFORE.match(said)) or last_thing(said) is None


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
