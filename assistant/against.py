"""Two numbers against each other, asked about at their table: the answer to which of them stands.

One decision: an answer never adds to a number that stands there; it replaces it or leaves it, and the line says which.
"""

from decimal import Decimal

from assistant.talk_told import Told
from assistant.views import Proposal, ProposalLine
from assistant.waiting import ASKED, Waiting
from prompts.question import Question, Value
from prompts.replies import Accepted, read_cell
from prompts.state import State
from report.cells import plain
from report.lazily import pattern

_KEEP = pattern(
    r"(?:还是|就是|就|都|是|按|以)*(?:不用?改了?|不变|别改|不动|维持原样|(?:原来|原先|填|前面|前头|之前|表里)的?(?:数|那个)?(?:是|才)?(?:对的?|准的?|为准)|[听按]原来的)"
)
_CHANGE = pattern(
    r"(?:还是|就是|就|要|是|按|以)*(?:改了?吧?|改过来|换掉?|(?:后面|后来|后头|新|这里|这次|现在|说)的?(?:数|那个)?(?:是|才)?(?:对的?|准的?|为准))"
)
_NUMBER = pattern(
    r"(?:应该|应当|其实|要?改[成为]?|换成|就是|是|为)*[0-9０-９.]+万?(?:件|份|个|宗|起|项|元|万元)?(?:才?对)?"
)
_LEAD = pattern(r"(?:应该|应当|其实|实际|对的|正确的|准确的|总共|一共|要?改[成为]?|换成|就是|是|为|，|,|\s)+")


def settled(question: Question, typed: str, asked: Waiting, state: State) -> Proposal | None:
    """What an answer makes of a number that was told otherwise than it stands in the table; None when it says something else.

    Args:
        question: The question of the table.
        typed: 不改, 改, or the number that is right.
        asked: What is asked.
        state: What is known.
    """
    told, edition = asked.told, state.edition
    cell = _cell(told)
    if told is None or edition is None or not cell:
        return None
    known, form = state.answers.get(cell), edition.cell(cell)
    bare = typed.strip().rstrip("。！!")
    if known is not None and not isinstance(known, Decimal):
        return None
    words = told.cells[cell] if _CHANGE.fullmatch(bare) else bare
    lead = _LEAD.match(words)
    reply = read_cell(form, words[lead.end() :] if lead else words)
    number = known if _KEEP.fullmatch(bare) else reply.values[cell] if isinstance(reply, Accepted) else None
    if not isinstance(number, Decimal):
        return None
    shown = plain(number) + (
        "（不改）" if number == known else f"（换掉原来的 {plain(known)}）" if known is not None else ""
    )
    zeros: dict[str, Value] = {other: Decimal(0) for other in told.cells if other != cell}
    read = reply.values if isinstance(reply, Accepted) else {}
    values = {} if number == known else {**zeros, **read, cell: number}
    line = ProposalLine(told.label, shown, bare)
    return Proposal(question.id, typed, (line,), "", {**values, ASKED + question.table: ()})


def says_which(typed: str) -> bool:
    """Whether words can only be the answer to which of two numbers stands: 不改, 后面的对, 应该是15件."""
    bare = typed.strip().rstrip("。！!")
    return any(way.fullmatch(bare) for way in (_KEEP, _CHANGE, _NUMBER))


def _cell(told: Told | None) -> str:
    """The only cell with a number, or empty."""
    cells = [cell for cell, text in told.cells.items() if text != "0"] if told else []
    return cells[0] if len(cells) == 1 else ""
