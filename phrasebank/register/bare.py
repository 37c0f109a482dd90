"""Bare numbers that have a sense beside their neighbours: a total before its parts, a sum after what it was paid for."""

import re
from collections.abc import Sequence

from phrasebank.grammar.mention import is_named
from phrasebank.register.joining import Piece
from phrasebank.register.minimal import Said
from phrasebank.register.segments import Segment
from report import lazily

_TOTAL = re.compile(r"(?:共|共计|总共|累计|合计)?(?P<amount>(?:约|近)?[0-9][0-9,]*余?[条篇件])")


def bare_total(segment: Segment) -> Piece | None:
    """``218条`` in 主动公开, where its parts follow: what was published, all in all."""
    found = _TOTAL.fullmatch(segment.text)
    if not found or segment.field != "主动公开":
        return None
    said = Said(f"公开信息{found['amount']}", whole=True)
    return Piece(said, segment.clauses, segment.mark, segment.text, by_rule=True)


_MONEY = re.compile(r"(?:共|共计|合计|一共)?[0-9][0-9.,]*(?:万|亿)?元")
_PEOPLE = re.compile(
    r"(?:一共|共|总共|合计)?(?:来|到|有|去|参加的有)?了?(?P<amount>(?:超过|约|近)?[0-9]+余?)个?(?P<unit>人次|人)(?:来?听课?|参加|参训|到场)?了?"
)
_ATTENDED = lazily.pattern("培训|会议|讲座|学习|授课|活动|演练|课")
_TIMES = re.compile(
    r"(?:一共|共计|总共|合计|加起来|共)?(?P<amount>[0-9]+余?[次期场批轮])|(?:一共|共计|总共|合计|加起来|共)(?P<all>[0-9]+余?[户家宗处块台个套部份张种类项条])"
)
_COVERED = re.compile(
    r"(?P<amount>[0-9]+余?(?:户|家|个(?=(?!人(?!大))[\u4e00-\u9fff]))(?P<what>[\u4e00-\u9fff]{0,8}))"
)
"""How many households or places a matter concerns: 名单按季换，83户."""
_CASES = re.compile(r"(?P<amount>[0-9]+件)")


def fragment(segments: Sequence[Segment], before: Piece | None) -> Said | None:
    """A sum of money after what it was paid for, a number of requests before what became of them."""
    first = segments[0]
    if _MONEY.fullmatch(first.text) and before and before.said and not first.strong:
        return Said(first.text, whole=False)
    people = _PEOPLE.fullmatch(first.text)
    if people and before and before.said and not first.strong and _ATTENDED.search(before.said.text):
        return Said(f"{people['amount']}{people['unit']}参加", whole=False)
    times = _TIMES.fullmatch(first.text)
    if times and before and before.said and before.said.whole and not first.strong:
        return Said(f"共{times['amount'] or times['all']}", whole=False)
    if (
        (covered := _COVERED.fullmatch(first.text))
        and before
        and before.said
        and not first.strong
        and before.said.whole
    ):
        what = is_named(covered["what"]) if covered["what"] else True
        return Said(f"涉及{covered['amount']}", whole=False) if what else None
    cases = _CASES.fullmatch(first.text)
    if cases and first.field == "依申请公开" and len(segments) > 1 and not segments[1].strong:
        return Said(f"{cases['amount']}申请", whole=False)
    return None
