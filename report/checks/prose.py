"""What a text says of tables three and four: numbers whose words leave no choice which cell they mean.

One decision: a number of another scope (上年, 网上收到, 涉及征地的) is never held against a cell. Where the words are
plain and only what stands before them could narrow them, that is told, and a person judges (official-format 5.6).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from report.cells import plain
from report.checks.finding import Finding, Place
from report.lazily import pattern
from report.tables import Figures

_RESULTS = {
    "予以公开": "T3.R03.C7", "部分公开": "T3.R04.C7", "不予公开": "T3.S3",
    "无法提供": "T3.S4", "不予处理": "T3.S5", "其他处理": "T3.S6",
}  # fmt: skip
_APPLICANTS = {
    "自然人": "C1", "商业企业": "C2", "科研机构": "C3", "社会公益组织": "C4", "法律服务机构": "C5",
    "法人或者其他组织": "ORG", "法人或其他组织": "ORG", "法人和其他组织": "ORG", "法人及其他组织": "ORG",
    "法人、其他组织": "ORG",
}  # fmt: skip
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_COUNT = r"(?:的|申请|共计|合计|总计|共|计|有|为|案件|数量|总数|总量|件数){0,3}(?P<number>[0-9]+)[件宗]"
_APPLIED = r"(?:的)?(?:政府信息|信息)?(?:依申请)?(?:公开)?(?:的)?申请(?:书|表)?"
_NARROWED = pattern(
    "去年|上年|上一年|前年|往年|历年|以来|同比|相比|[较比]|增[加长]|减少|下降|涉及|关于|有关|网上|网络|网站|平台|信函|信件|邮|当面|现场|窗口|传真"
    "|[各区县][乡镇部]|乡镇|街道办|部门|其中|另|[一二三四五六七八九十0-9]月|季度|半年|(?<![0-9])20[0-9]{2}年"
)
"""What stands before a number and may make it one of something narrower."""
_OF_OTHERS = pattern("备案|代理|审理|裁决|代表|信箱|热线|诉求|留言|工单|提案|来信|咨询")
"""Cases of others, which somebody keeps or judges, and what is no application at all."""
_TABLES = {"T3": "表三", "T4": "表四"}
_DONE = pattern("办结|答复|办理结果|按结果")


class Told(msgspec.Struct, frozen=True):
    """A number of a text, and the cells it may be."""

    start: int
    """Where its words begin in the text."""
    end: int
    words: str
    number: Decimal
    cells: tuple[str, ...]
    """The first is the one meant; any of them makes it right."""
    called: str
    """What the cell is called in a sentence (``新收``); empty where the words are those of the form."""
    narrowed: bool
    """Whether what stands before it could narrow it."""


class _Saying(msgspec.Struct, frozen=True):
    source: str
    cells: tuple[str, ...]
    called: str = ""


_REVIEWS, _SUITS = ("T4.V5",), ("T4.SUITS", "T4.W5", "T4.X5")
_SAYINGS = (
    _Saying(rf"(?:新?收到?|受理|接收|提出){_APPLIED}{_COUNT}", ("T3.R01.C7", "T3.IN.C7"), "新收"),
    _Saying(rf"申请[^，。；：（）0-9]{{0,6}}新收(?:到)?{_COUNT}", ("T3.R01.C7",), "新收"),
    _Saying(rf"(?:上年度?(?:的)?结转|结转自上年)(?:{_APPLIED})?{_COUNT}", ("T3.R02.C7",), "上年结转"),
    _Saying(rf"办结(?:{_APPLIED})?{_COUNT}", ("T3.R24.C7",), "办理结果总计"),
    _Saying(rf"结?转(?:至|到|入)?下(?:一)?年度?(?:继续)?(?:办理)?{_COUNT}", ("T3.R25.C7",)),
    _Saying(
        r"(?<![0-9])(?P<number>[0-9]+)件(?:未办结|尚未办结|正在办理|仍在办理)?结?转(?:至|到|入)?下(?:一)?年度?",
        ("T3.R25.C7",),
        "结转下年度",
    ),
    _Saying(rf"共?(?:应|共)办理(?:{_APPLIED})?{_COUNT}", ("T3.IN.C7", "T3.R24.C7", "T3.R01.C7"), "应办理"),
    _Saying(rf"(?<!未经)(?<!经过)(?<!经)行政复议{_COUNT}", _REVIEWS, "行政复议"),
    _Saying(r"(?<![0-9])(?P<number>[0-9]+)[件宗](?:政府信息公开)?行政复议", _REVIEWS, "行政复议"),
    _Saying(rf"行政复议方面，[^，。；]{{0,12}}被申请{_COUNT}", _REVIEWS, "行政复议"),
    _Saying(rf"未经复议直接起诉{_COUNT}", ("T4.W5",), "未经复议直接起诉"),
    _Saying(rf"复议后起诉{_COUNT}", ("T4.X5",), "复议后起诉"),
    _Saying(rf"(?<!未经)(?<!经过)(?<!经)行政诉讼(?:方面，)?{_COUNT}", _SUITS, "行政诉讼"),
    _Saying(r"(?<![0-9])(?P<number>[0-9]+)[件宗](?:政府信息公开)?行政诉讼", _SUITS, "行政诉讼"),
)
_PATTERNS = tuple((pattern(one.source), one) for one in _SAYINGS)
_REVIEWED = {"结果维持": "T4.V1", "结果纠正": "T4.V2", "其他结果": "T4.V3", "尚未审结": "T4.V4"}
_REVIEW_RESULT = pattern(rf"(?P<name>{'|'.join(_REVIEWED)}){_COUNT}")
_RESULT = pattern(rf"(?<![及和或与])(?<!公开、)(?P<name>{'|'.join(_RESULTS)}){_COUNT}")
_APPLICANT = pattern(rf"(?<![及和或与])(?P<name>{'|'.join(_APPLICANTS)})(?:提出|提交){{0,1}}{_COUNT}")
_CAME = pattern("新?收到?|新收|申请人|提出")
_SENTENCE = pattern(r"[^。]*(?:。|\Z)")
_CLAUSE = pattern(r"[，。；：（）]")
_NONE = pattern(
    r"(?:未|没有|无)(?P<what>(?:收到|接到)[^，。；]{0,16}申请|[^，。；、和或及]{0,12}行政复议|[^，。；]{0,14}行政诉讼)(?=[，。；、和或及]|案件|申请|\Z)"
)


def told_of_tables(text: str) -> tuple[Told, ...]:
    """Every number that names its cell, in the order of the text.

    Args:
        text: Prose without blanks.
    """
    told = [
        one
        for match in _SENTENCE.finditer(text.translate(_WIDE))
        for one in _of_sentence(match[0], match.start())
    ]
    return tuple(sorted(told, key=lambda one: one.start))


def _of_sentence(sentence: str, at: int) -> Iterator[Told]:
    if _OF_OTHERS.search(sentence):
        return
    for compiled, saying in _PATTERNS:
        for match in compiled.finditer(sentence):
            if not _NARROWED.search(
                _clause(sentence, match.start()).removeprefix("其中").removeprefix("另有")
            ):
                yield _told(match, at, saying.cells, saying.called)
    if "复议" in sentence and "诉讼" not in sentence:
        for match in _REVIEW_RESULT.finditer(sentence):
            yield _told(match, at, (_REVIEWED[match["name"]],), f"行政复议{match['name']}")
    for match in _RESULT.finditer(sentence):
        before = sentence[: match.start()]
        done = [one.end() for one in _DONE.finditer(before)]
        scope = before[done[-1] :] if done else before
        yield _told(match, at, (_RESULTS[match["name"]],), "", narrowed=bool(_NARROWED.search(scope)))
    for match in _APPLICANT.finditer(sentence):
        before = sentence[: match.start()]
        clause = _clause(sentence, match.start()).removeprefix("其中").rpartition("、")[2]
        plain_words = _CAME.search(before) and not _DONE.search(before) and not _RESULT.search(before)
        if plain_words and not _NARROWED.search(clause) and "结转" not in before:
            column = _APPLICANTS[match["name"]]
            yield _told(match, at, (f"T3.R01.{column}", f"T3.IN.{column}"), f"新收的{match['name']}申请")


def _clause(sentence: str, end: int) -> str:
    """What stands before a place since the last mark."""
    return _CLAUSE.split(sentence[:end])[-1]


def _told(
    match: re.Match[str], at: int, cells: Sequence[str], called: str, *, narrowed: bool = False
) -> Told:
    number = Decimal(match["number"])
    return Told(
        at + match.start(), at + match.end(), match[0], number, tuple(cells), called, narrowed=narrowed
    )


def against_tables(text: str, figures: Figures, place: Place, writes: str = "正文写") -> Iterator[Finding]:
    """What a text says otherwise than the tables: ``N-T3``, ``N-T4``.

    Args:
        text: Prose without blanks.
        figures: The tables.
        place: Where the text stands; the words are added.
        writes: How the message begins.
    """
    for one in told_of_tables(text):
        known = [figures.value(cell) for cell in one.cells if cell in figures.edition.ids]
        if known and None not in known and one.number not in known:
            yield _against(one, figures, place, writes)
    for match in _NONE.finditer(text):
        what = match["what"]
        cell, called = ("T3.R01.C7", "新收")
        if "复议" in what or "诉讼" in what:
            cell, called = ("T4.V5", "行政复议") if "复议" in what else ("T4.SUITS", "行政诉讼")
        if cell in figures.edition.ids and figures.value(cell):
            none = Told(match.start(), match.end(), match[0], Decimal(0), (cell,), called, narrowed=False)
            yield _against(none, figures, place, writes)


def _against(told: Told, figures: Figures, place: Place, writes: str) -> Finding:
    table = told.cells[0].partition(".")[0]
    known = figures.value(told.cells[0]) or Decimal(0)
    return Finding(
        code=f"N-{table}",
        severity="warning" if told.narrowed else "error",
        place=Place(section=place.section, aspect=place.aspect, text=told.words),
        message=f"{writes}“{told.words}”，{_TABLES[table]}{told.called}是 {plain(known)} 件，请核对。",
        expected=known,
        found=told.number,
        cells=told.cells[:1],
    )
