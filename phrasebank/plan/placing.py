"""Which aspect a jotted line is written in: where it was jotted, unless its theme is at home elsewhere.

One decision: the clauses of a line stay together, since what follows usually speaks of what came before; only
statements about the tables (no requests, no suits, no fee) leave their line for the place where tables are told.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from phrasebank.bank import Bank
from phrasebank.plan.notes import lines_of
from phrasebank.reading import Clause
from report.document import ASPECTS
from report.lazily import pattern

_OF_TABLES = ("依申请公开（零申请）", "复议诉讼", "信息处理费")
_SCOPE_WORDS = ("汇总",)


def place_lines(clauses: Sequence[Clause], bank: Bank) -> dict[str, list[Clause]]:
    """Note field → clauses to be written there, each in the order jotted."""
    placed: dict[str, list[Clause]] = {}
    for line in lines_of(clauses):
        home = _home(line[0], bank)
        for clause in line:
            own = _home(clause, bank) if _of_a_table(clause) else home
            placed.setdefault(own, []).append(clause)
    return placed


def _of_a_table(clause: Clause) -> bool:
    """It speaks of what a table tells; money alone (涉及钱的财政所也要签字) is no fee."""
    theme = next(iter(clause.themes), "")
    return theme in _OF_TABLES and (theme != "信息处理费" or bool(re.search("费|收|通知|缴|交", clause.text)))


_MADE_PUBLIC = pattern(
    r"(?:每[天日周月季年]度?|按[月季年]度?|逐[月季日]|定期|及时)(?:公布|公示|发布|公开)(?:了|过|出来)?$"
)
"""What is regularly made public stays with what is made public, whatever its subject sounds like."""
_NUMBERING = pattern(r"\s*[（(]?[0-9０-９]{1,2}(?:[、）)]|[.．](?![0-9０-９]))\s*")


def without_numbering(clause: Clause) -> Clause:
    """``２、没有复议诉讼`` without its 2: the number of a line counts nothing."""
    found = _NUMBERING.match(clause.text)
    if not found or clause.note.ticked:
        return clause
    at = found.end()
    quantities = tuple(
        replace(each, start=each.start - at, end=each.end - at)
        for each in clause.quantities
        if each.start >= at
    )
    negated = clause.negated or bool(re.match(r"(?:没有|没|无|未)(?!(?:纸|线|障))", clause.text[at:]))
    return replace(
        clause, text=clause.text[at:], quantities=quantities, start=clause.start + at, negated=negated
    )


def _home(clause: Clause, bank: Bank) -> str:
    noted = clause.note.field
    if any(word in clause.text for word in _SCOPE_WORDS) and clause.text.startswith(
        ("数据", "本报告", "报告")
    ):
        return "编制说明"
    themes = [bank.themes[theme] for theme in clause.themes if theme in bank.themes]
    if noted in {"存在问题", "改进情况"} or not themes:
        return noted
    regularly = noted == "主动公开" and bool(_MADE_PUBLIC.search(clause.text))
    if regularly or any(noted == theme.field or noted in theme.also for theme in themes):
        return noted
    first = themes[0]
    legal = first.name == "会商与法律顾问" and not re.search("申请|答复", clause.text)
    if (noted in ASPECTS and first.noun) or (noted == "政府信息管理" and legal):
        return noted  # the legal section looks at what is published as well
    if noted == "其他事项" and first.field in ASPECTS and first.name not in _OF_TABLES:
        return noted
    return first.field
