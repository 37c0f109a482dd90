"""Why requests go on into the next year, as it was answered where that was asked: told of these requests alone.

One decision: such words reach no other reader. What is understood becomes the reason in the sentence on what is carried
forward; what is not waits, so that nothing of it can be taken for the finished requests (还在期限里 is no 按期答复).
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from phrasebank.fragment import EMPTY, Fragment, traced
from phrasebank.plan.ledger import Ledger
from phrasebank.plan.nearby import as_jotted, in_one_breath
from phrasebank.reading import FORWARD, Clause, Quantity
from phrasebank.register.rewrite import normalise
from report import lazily
from report.yamlfile import convert, read_yaml

_FILE = Path(__file__).parent.parent / "lexicon" / "forwarded.yaml"
_CELL = "T3.R25.C7"
_FULL = str.maketrans("０１２３４５６７８９", "0123456789")


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to tell a reason; ``say`` is empty for what the sentence says by itself."""

    match: str
    say: str
    like: tuple[str, str]
    """A clause as typed, and what is written of it."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, str]
    rules: tuple[Rule, ...]


class Forwarded(msgspec.Struct, frozen=True):
    """What was said of the requests carried forward."""

    reason: Fragment = EMPTY
    """``于12月27日收到，尚在答复期限内``, of all of them."""
    parts: Fragment = EMPTY
    """``2件于12月下旬收到，1件尚待申请人补正``, which add up to all of them."""


@cache
def rules() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """The rules in their order, each with its pattern for a whole clause."""
    data = convert(read_yaml(_FILE), _File)
    known = dict(data.words, n="(?:[0-9]+)")

    def written_out(source: str) -> str:
        while (spelt := re.sub("(?<!P)<([a-z]+)>", lambda found: known[found[1]], source)) != source:
            source = spelt
        return source

    return tuple((re.compile(written_out(f"<lead>(?:{one.match})")), one) for one in data.rules)


def take_forwarded(clauses: Sequence[Clause], ledger: Ledger) -> tuple[list[Clause], Forwarded]:
    """The clauses that speak of other things, and what those on the carried requests say; what nobody understood waits."""
    asked = [clause for clause in clauses if clause.note.about == FORWARD]
    others = [clause for clause in clauses if clause.note.about != FORWARD]
    if not asked:
        return others, Forwarded()
    count = ledger.figures.value(_CELL)
    if count == 0:
        ledger.contradicts(asked[0], [(_CELL, asked[0].text)])
        _keep(asked[1:], ledger)
        return others, Forwarded()
    told, parts, waits = _told(asked, int(count) if count else 0)
    _keep(waits, ledger)
    ledger.sources.setdefault("forward", []).extend(one.text for one in asked if one not in waits)
    return others, Forwarded(told, parts)


def _keep(clauses: Sequence[Clause], ledger: Ledger) -> None:
    """As they were jotted, for a person."""
    for run in in_one_breath(clauses):
        ledger.marked.setdefault("依申请公开", []).append(as_jotted(run))


def _told(asked: Sequence[Clause], count: int) -> tuple[Fragment, Fragment, list[Clause]]:
    """The reason, the reasons of parts, and the clauses nobody understood."""
    read = [(clause, _of(clause), _read(clause)) for clause in asked]
    if any(number for _, number, _ in read):
        parts = [(number, said) for _, number, said in read]
        whole = len(parts) == 1 and parts[0][0] == count
        if not whole and (
            sum(number for number, _ in parts) != count or not all(number and said for number, said in parts)
        ):
            return EMPTY, EMPTY, list(asked)
        if not whole:
            listed = _joined(
                [traced(f"{number}件{said}", clause.note.origin) for clause, number, said in read]
            )
            return EMPTY, listed, []
    said = [traced(words, clause.note.origin) for clause, _, words in read if words]
    distinct = [one for place, one in enumerate(said) if one.text not in {each.text for each in said[:place]}]
    return _joined(distinct), EMPTY, [clause for clause, _, words in read if words is None]


def _joined(fragments: Sequence[Fragment]) -> Fragment:
    whole = EMPTY
    for one in fragments:
        whole = whole + "，" + one if whole else one
    return whole


_COUNTED = lazily.pattern(r"(?:其中)?(?:有)?(?P<number>[0-9]+)(?:件|个|份|笔)(?:申请)?(?:都|全|均)?(?:是)?")
_WHICH = lazily.pattern(r"(?:其中|另外|另|还有|剩下的?|其余的?|结转的?|跨年的?|转到下年的?|[这那])+(?=[0-9])")


def _plain(clause: Clause) -> str:
    """The clause with its numbers in digits, the words for which of them taken off."""
    text = clause.text
    for each in sorted(clause.quantities, key=lambda quantity: -quantity.start):
        text = text[: each.start] + _in_digits(each) + text[each.end :]
    return _WHICH.sub("", normalise(text.translate(_FULL)).strip("。；，、 ！!"))


def _in_digits(quantity: Quantity) -> str:
    return quantity.text if quantity.approx or "-" in quantity.value else f"{quantity.value}{quantity.unit}"


def _of(clause: Clause) -> int:
    """How many of the requests the clause speaks of; 0 when it names no number."""
    found = _COUNTED.match(_plain(clause))
    return int(found["number"]) if found else 0


def _read(clause: Clause) -> str | None:
    """What is written of it; empty when the sentence says it anyway, None when nobody understood it."""
    text = _COUNTED.sub("", _plain(clause), count=1) if _of(clause) else _plain(clause)
    for pattern, rule in rules():
        if found := pattern.fullmatch(text):
            named = {name: value or "" for name, value in found.groupdict().items()}
            said = rule.say.format(**named)
            said = re.sub("(?<=月)份", "", said).replace("号", "日")
            return re.sub("(月[0-9]{1,2})(?![0-9日])", r"\1日", said)
    return None
