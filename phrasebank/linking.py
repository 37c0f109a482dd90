"""How the clauses of one note hang together: shares of a total, plans that hold for a line, what continues what.

One decision: a link is made only inside a line, and a continuation only inside a sentence; across them nothing is guessed.
"""

from functools import cache

import msgspec
from msgspec.structs import replace

from phrasebank.marks import Piece
from phrasebank.protect import read_lexicon
from phrasebank.reading import Clause
from phrasebank.speech import shipped_speech
from phrasebank.themes import shipped_themes
from report import lazily
from report.document import ASPECTS
from report.yamlfile import convert


class _GeneralFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    skip: tuple[str, ...]
    between: tuple[str, ...]
    never_totals: tuple[str, ...]
    request_totals: tuple[str, ...]


_COST = lazily.pattern("花|成本|造价|预算|投入|投资|耗资|报价|中标价|付了|用了|经费|开销|价格|费用")
_MONEY = ("元", "万元", "亿元")
_OF_MONEY = (
    "财政预决算",
    "政府采购",
    "信息处理费",
    "惠企政策与减税降费",
    "重大项目与招标投标",
    "社会救助与民政",
)
"""Themes whose own numbers are money."""

_FEW_WORDS = 10
"""So many characters beside its numbers may a clause have that names nothing and continues another."""


@cache
def general_words() -> _GeneralFile:
    """The shipped ``lexicon/general.yaml``."""
    return convert(read_lexicon("general.yaml"), _GeneralFile)


def link(clauses: list[Clause], pieces: tuple[Piece, ...]) -> list[Clause]:
    """The clauses with parent, tense, context and field settled among themselves.

    Args:
        clauses: The clauses of one note; ``parent`` counts within it.
        pieces: Where each stands; same length.
    """
    return _with_context(_with_tense(_naming_totals(_with_totals(clauses, pieces))), pieces)


def _is_result(clause: Clause) -> bool:
    """Told of requests, 公开2 is what became of two of them."""
    units = {quantity.unit for quantity in clause.quantities}
    return clause.themes == ("公开总量",) and clause.note.field == "依申请公开" and units <= {"", "件"}


def _naming_totals(clauses: list[Clause]) -> list[Clause]:
    """A bare amount that others share out (716条=网站398+公众号318) is what was published in all; 公开2 of requests is not."""
    totals = {clause.parent for clause in clauses if clause.parent is not None}
    return [
        replace(clause, themes=("公开总量",))
        if index in totals
        and not clause.themes
        and clause.note.field == "主动公开"
        and _only_number(clause)
        and clause.text == clause.quantities[0].text
        else replace(clause, themes=())
        if _is_result(clause)
        else clause
        for index, clause in enumerate(clauses)
    ]


def _with_totals(clauses: list[Clause], pieces: tuple[Piece, ...]) -> list[Clause]:
    """Clauses whose numbers add up to the number before them detail it (解读5篇 图解3 文字2)."""
    result = list(clauses)
    for index, clause in enumerate(clauses):
        if clause.parent is None and _only_number(clause) and not _is_share(clause):
            line = [at for at in range(index + 1, len(clauses)) if pieces[at].line == pieces[index].line]
            for at in _adding_up(clause, [(at, result[at]) for at in line]):
                result[at] = replace(result[at], parent=index)
    return result


def _adding_up(total: Clause, later: list[tuple[int, Clause]]) -> list[int]:
    """The places of at least two following clauses that add up to ``total`` exactly; else none."""
    rest = total.quantities[0].number or 0
    places: list[int] = []
    for at, clause in later:
        if clause.parent is not None:
            continue
        if not _only_number(clause) or (_by_channel(total) and _by_channel(clause)) or rest <= 0:
            break
        rest -= clause.quantities[0].number or 0
        places.append(at)
        if rest == 0 and len(places) > 1:
            return places
    return []


def _by_channel(clause: Clause) -> bool:
    return bool(clause.themes) and shipped_themes().by_name[clause.themes[0]].channel


def _is_share(clause: Clause) -> bool:
    if clause.themes[:1] == ("依申请公开受理（有申请）",) and not any(
        word in clause.text for word in general_words().request_totals
    ):
        return True
    return any(word in clause.text for word in general_words().never_totals)


def _only_number(clause: Clause) -> bool:
    return len(clause.quantities) == 1 and clause.quantities[0].number is not None


def _with_tense(clauses: list[Clause]) -> list[Clause]:
    """明年：a；b；c plans all of them: a plan holds until the line ends or something is said to be done."""
    result: list[Clause] = []
    line, planned, position = -1, False, 0
    for clause in clauses:
        if clause.line != line:
            line, planned = clause.line, False
        lead = shipped_speech().tense(clause.note.text[position : clause.start].split("\n")[-1])
        position = clause.start + len(clause.text)
        planned = clause.tense == "planned" or (clause.tense != "done" and (planned or lead == "planned"))
        result.append(replace(clause, tense="planned") if planned else clause)
    return result


def _with_context(clauses: list[Clause], pieces: tuple[Piece, ...]) -> list[Clause]:
    """Let a clause go with the one it continues: 共4次 speaks of what 每季度自查 spoke of, and stands beside it."""
    result: list[Clause] = []
    for index, clause in enumerate(clauses):
        before = clause.parent if clause.parent is not None else index - 1
        close = before >= 0 and pieces[before].sentence == pieces[index].sentence
        result.append(_continue(clause, result[before]) if close else clause)
    return result


def _continue(clause: Clause, earlier: Clause) -> Clause:
    about = earlier.themes or earlier.context
    if _is_cost(clause) and not any(name in about for name in _OF_MONEY):
        return replace(clause, themes=(), context=about, field=earlier.field)
    lexicon = shipped_themes().by_name
    if clause.parent is None and about and _is_continuation(clause, about):
        return replace(clause, themes=about, context=about, field=earlier.field)
    counted_only = clause.parent is not None and clause.themes == (
        "公开总量",
    )  # 网站75（动态52）: a share of it
    if not clause.themes or counted_only:
        return replace(clause, themes=(), context=about, field=earlier.field)
    if clause.parent is not None or lexicon[clause.themes[0]].follows:
        return replace(clause, field=earlier.field)
    if lexicon[clause.themes[0]].sector and clause.note.field != "主动公开" and clause.note.field in ASPECTS:
        return replace(clause, themes=(), context=about, field=earlier.field)
    return clause


def _is_cost(clause: Clause) -> bool:
    """Only what something cost (花了8万元, 成本3.6万元, 做下来一共用了6000块): that names nothing and continues nothing."""
    if not clause.quantities or not all(quantity.unit in _MONEY for quantity in clause.quantities):
        return False
    rest = clause.text
    for quantity in clause.quantities:
        rest = rest.replace(quantity.text, "")
    return bool(_COST.search(rest)) and len(rest) <= _FEW_WORDS


def _is_continuation(clause: Clause, about: tuple[str, ...]) -> bool:
    """Little more than a number (共4次, 还管用的96个), or only 公开 and a number where something else is spoken of."""
    if not clause.quantities:
        return False
    if clause.themes and about[0] in shipped_themes().by_name[clause.themes[0]].yields:
        return True
    if not clause.themes:
        beside = len(clause.text) - sum(len(quantity.text) for quantity in clause.quantities)
        return beside <= _FEW_WORDS and not shipped_themes().is_aside(clause.text)
    return (
        clause.themes == ("公开总量",)
        and clause.note.field not in ("主动公开", "其他事项")
        and about != ("公开总量",)
    )
