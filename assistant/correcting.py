"""刚才说错了，是7件: a word about the answer before, taken for that answer and not for the question that is open.

One decision: a bare number replaces only the one number there was; of several the person says which, at their question.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from assistant.views import Proposal, ProposalLine
from db.store import Answer
from prompts.question import Value
from prompts.replies import Accepted, read_cell
from report.cells import plain
from report.form import Edition

_BEFORE = "(?:哦|啊|呃|哎|唉|不好意思|等等|等下|等一下|刚才|刚刚|前面|上面|上一?[问条题项个]|那个|我)"
_WRONG = re.compile(
    rf"{_BEFORE}*(?:[说写答填记弄搞报]错|更正|纠正|改正)(?:了|一下)*(?=[，,。：:；;\s]|应|是|改|\Z)[，,。：:；;\s]*"
    rf"|{_BEFORE}+(?:错了?|不对|说的?不对|不是)(?=[，,。：:；;\s]|应|改|\Z)[，,。：:；;\s]*"
)
_SHOULD = re.compile(r"(?:应该|应当|应|其实|实际上?|总共|一共|共|是|为|改成|改为|改|，|,|\s)+")
_COUNT = re.compile(
    r"(?P<number>[^件份个宗起项条篇次元万块]+)(?P<unit>件|份|个|宗|起|项|万元|元|块)?[。!！]?\Z"
)


class Correction(msgspec.Struct, frozen=True):
    """What was said after 刚才说错了; ``words`` may be empty."""

    words: str


def correction(typed: str) -> Correction | None:
    """The words that correct an earlier answer; None for any other reply."""
    match = _WRONG.match(typed.strip())
    return Correction(typed.strip()[match.end() :]) if match else None


def corrected_number(
    words: str, edition: Edition, last: Mapping[str, Answer], question: str, typed: str
) -> Proposal | None:
    """A bare number in the place of the only one that was told last; None where it is no number or could mean two.

    Args:
        words: What was said after 刚才说错了.
        edition: The form of the report's year.
        last: The answers given last, by slot.
        question: Id of the question that is open.
        typed: The whole reply.
    """
    should = _SHOULD.match(words)
    bare = words[should.end() :] if should else words
    cells = {slot: answer.value for slot, answer in last.items() if slot in edition.cell_ids and answer.value}
    if len(cells) != 1 or not _COUNT.match(bare):
        return None
    cell_id, before = next(iter(cells.items()))
    reply = read_cell(edition.cell(cell_id), bare)
    if not isinstance(reply, Accepted) or not isinstance(before, Decimal):
        return None
    values: dict[str, Value] = dict(reply.values)
    number = values[cell_id]
    told = f"{plain(number) if isinstance(number, Decimal) else bare}（原来是 {plain(before)}）"
    label = edition.cell(cell_id).label
    return Proposal(question, typed, (ProposalLine(label, told, words),), "", values)
