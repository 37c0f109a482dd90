"""Where applicants were sent whose information the unit does not hold: a line of the notes that table 三 cannot tell.

One decision: who else holds it is named only where the line says nothing of what was asked for, because both together
would tell the case (writing craft, 6).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from phrasebank.reading import Clause
from phrasebank.register.safety import refusal
from report.lazily import pattern
from report.numerals import read_numeral


class Redirected(msgspec.Struct, frozen=True):
    """Requests that belong elsewhere, and where their applicants were sent."""

    clauses: tuple[Clause, ...]
    number: Decimal | None
    """How many, where it was said."""
    alien: bool
    """The unit is not in charge of it; otherwise it just does not have it."""
    where: str
    """Another organ by name, or empty."""


_REDIRECT = pattern(
    r"(?:就|还有|另有|另外|其中|剩下)*(?P<number>[0-9一两二三]+)?(?:个|件|份)?(?:是|的)?"
    r"(?:(?P<alien>不归(?:我们|咱们?|本单位|我[局镇办委])?管|不是(?:我们|咱们?)(?:这儿)?管|不属于(?:我们|本单位|我[局镇办委])(?:管|负责|职责)?[^，]{0,6})"
    r"|(?:我们|咱们?|本单位)?(?:这儿|这里|这)?(?:查了?)?(?:没有|莫得|没|没这个?(?:东西|信息)|查不到|不掌握))(?:的)?[，（(]?"
    r"(?:已经?|就|都|也)*(?:告诉|告知|让|喊|叫|指引|引导|请)(?:了)?(?:他们?|她|人家|申请人|对方)?(?:该)?(?:去|到|找|问|向|上)*"
    r"(?P<where>[\u4e00-\u9fff]{1,12}?)(?:那边|那儿|那里)?(?:去)?(?:问|申请|查|咨询|办|找|要)?(?:了)?[）)]?"
)
_NOWHERE = pattern(r"哪|别处|别的|其他|相关|有关")
_SHORT_NAMES = {
    "自规局": "自然资源和规划局",
    "人社局": "人力资源和社会保障局",
    "住建局": "住房和城乡建设局",
    "市监局": "市场监督管理局",
}


def redirected_in(clauses: Sequence[Clause]) -> Redirected | None:
    """The first one or two neighbouring clauses that say so, or None."""
    for at in range(len(clauses)):
        for width in (2, 1):
            window = tuple(clauses[at : at + width])
            if any(clause.note.field != "依申请公开" or clause.note.ticked for clause in window):
                continue
            alike = len({(clause.note, clause.line) for clause in window}) == 1
            if not alike or (width > len(window)):
                continue
            if match := _REDIRECT.fullmatch("，".join(clause.text for clause in window)):
                return _found(window, match, clauses)
    return None


def _found(window: tuple[Clause, ...], match: re.Match[str], clauses: Sequence[Clause]) -> Redirected:
    number = match["number"]
    value = None if number is None else Decimal(number) if number.isdecimal() else _numeral(number)
    line = (window[0].note, window[0].line)
    told = any(
        refusal(each.text) for each in clauses if (each.note, each.line) == line and each not in window
    )
    unnamed = told or _NOWHERE.search(match["where"]) or len(match["where"]) < 3
    where = "" if unnamed else _SHORT_NAMES.get(match["where"], match["where"])
    return Redirected(window, value, bool(match["alien"]), where)


def _numeral(text: str) -> Decimal | None:
    value = read_numeral(text)
    return None if value is None else Decimal(value)
