"""Bare numbers that have a sense beside their neighbours: a total before its parts, a sum after what it was paid for."""

from collections.abc import Sequence

from phrasebank.grammar.mention import is_named
from phrasebank.register.joining import Piece
from phrasebank.register.minimal import Said
from phrasebank.register.segments import Segment
from phrasebank.register.trailing import trailing
from report import lazily
from report.lazily import pattern

_TOTAL = pattern(r"(?:共|共计|总共|累计|合计)?(?P<amount>(?:约|近)?[0-9][0-9,]*余?[条篇件])")


def bare_total(segment: Segment) -> Piece | None:
    """``218条`` in 主动公开, where its parts follow: what was published, all in all."""
    found = _TOTAL.fullmatch(segment.text)
    if not found or segment.field != "主动公开":
        return None
    said = Said(f"公开信息{found['amount']}", whole=True)
    return Piece(said, segment.clauses, segment.mark, segment.text, by_rule=True)


_MONEY = pattern(r"(?P<total>共|共计|合计|总计|一共|总共)?(?P<sum>[0-9][0-9.,]*(?:万|亿)?元)")
_PEOPLE = pattern(
    r"(?:一共|共|总共|合计)?(?:来|到|有|去|参加的有)?了?(?P<amount>(?:超过|约|近)?[0-9]+余?)个?(?P<unit>人次|人)(?:来?听课?|参加|参训|到场)?了?"
)
_ATTENDED = lazily.pattern("培训|会议|讲座|学习|授课|活动|演练|课")
_TIMES = pattern(
    r"(?:一共|共计|总共|合计|加起来|共)?(?P<amount>[0-9]+余?[次期场批轮])|(?:一共|共计|总共|合计|加起来|共)(?P<all>[0-9]+余?[户家宗处块台个套部份张种类项条])"
)
_COVERED = pattern(
    r"(?P<amount>[0-9]+余?(?:户|家|所|座|处|村|个(?=(?!人(?!大))[A-Z\u4e00-\u9fff]))(?P<what>[A-Z\u4e00-\u9fff]{0,8}))"
)
"""How many households or places a matter concerns: 名单按季换，83户."""
_NEWS = ("主动公开", "平台建设")
_CASES = pattern(r"(?P<amount>[0-9]+件)")


def fragment(segments: Sequence[Segment], before: Piece | None) -> Said | None:
    """A sum of money after what it was paid for, a number of requests before what became of them."""
    first = segments[0]
    if before and before.said and not first.strong and (tail := _behind(first, before.said)):
        return Said(tail, whole=False)
    cases = _CASES.fullmatch(first.text)
    if cases and first.field == "依申请公开" and len(segments) > 1 and not segments[1].strong:
        return Said(f"{cases['amount']}申请", whole=False)
    return None


def _behind(first: Segment, before: Said) -> str | None:
    """What is added behind a comma to words that are written."""
    if money := _MONEY.fullmatch(first.text):
        return f"{'共' if money['total'] else ''}{money['sum']}"
    people = _PEOPLE.fullmatch(first.text)
    if people and _ATTENDED.search(before.text):
        return f"{people['amount']}{people['unit']}参加"
    return _of_a_whole(first, before) if before.whole else None


def _of_a_whole(first: Segment, before: Said) -> str | None:
    """The same behind words that say something by themselves."""
    if first.field in _NEWS and (tail := trailing(first.text, before.text)):
        return tail
    if times := _TIMES.fullmatch(first.text):
        return f"共{times['amount'] or times['all']}"
    covered = _COVERED.fullmatch(first.text)
    if covered and (not covered["what"] or is_named(covered["what"])):
        alone = covered["amount"].endswith(("处", "所", "座"))
        return f"{'共' if alone else '涉及'}{covered['amount']}"
    return None
