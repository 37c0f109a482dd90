"""Numbers near keywords held against the tables (official-format 5.6): what the text says and what the cells say.

Looked for in what we wrote, never in a person's words. Figures of last year and of other populations are left out by
the words around them.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from report.tables import Figures
from tests.quality.written import Written, prose

_N = r"([0-9]+(?:\.[0-9]+)?)"


@dataclass(frozen=True)
class Rule:
    """A keyword with its number, and the figures (any one of them) it must equal."""

    pattern: re.Pattern[str]
    figures: tuple[str, ...]
    aspects: tuple[str, ...] = ("依申请公开",)


def _rule(pattern: str, *figures: str, aspects: tuple[str, ...] = ("依申请公开",)) -> Rule:
    return Rule(re.compile(pattern.replace("#", _N)), figures, aspects)


_DOCUMENTS = ("主动公开", "政府信息管理")

RULES: tuple[Rule, ...] = (
    _rule(r"(?<!上年)(?:新收|收到)(?:政府信息公开)?申请#件", "T3.R01.C7", "T3.IN.C7"),
    _rule(r"上年(?:度)?结转(?:申请)?#件", "T3.R02.C7"),
    _rule(r"(?<!按期)办结(?:申请)?#件", "T3.R24.C7"),
    _rule(r"(?<!不)予以公开#件", "T3.R03.C7"),
    _rule(r"部分公开#件", "T3.R04.C7"),
    _rule(r"不予公开#件", "T3.S3"),
    _rule(r"无法提供#件", "T3.S4"),
    _rule(r"不予处理#件", "T3.S5"),
    _rule(r"其他处理#件", "T3.S6", "T3.R23.C7"),
    _rule(r"结转下(?:一)?年度(?:继续)?办理#件", "T3.R25.C7"),
    _rule(r"#件结转下(?:一)?年度", "T3.R25.C7"),
    _rule(r"行政复议(?:案件)?#件", "T4.V5"),
    _rule(r"行政诉讼(?:案件)?#件", "T4.SUITS"),
    _rule(r"制发(?:行政)?规范性文件#件", "T2.NORM.made", aspects=_DOCUMENTS),
    _rule(r"现行有效(?:行政规范性文件)?#件", "T2.NORM.valid", "T2.REG.valid", aspects=_DOCUMENTS),
    _rule(r"作出行政许可(?:处理)?决定#件", "T2.LIC", aspects=("主动公开",)),
    _rule(r"作出行政处罚(?:处理)?决定#件", "T2.PEN", aspects=("主动公开",)),
    _rule(r"(?:实际)?收取(?:信息处理费)?(?:共计)?#元", "FEE6.received", aspects=("其他事项",)),
)

ZEROS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"未收到政府信息公开申请"), ("T3.R01.C7",)),
    (re.compile(r"未发生[^，。；]*行政复议"), ("T4.V5",)),
    (re.compile(r"未发生[^，。；]*行政诉讼"), ("T4.SUITS",)),
    (re.compile(r"未制发(?:行政)?规范性文件"), ("T2.NORM.made",)),
    (re.compile(r"未收取信息处理费"), ("FEE6.received",)),
)
"""Sentences that say there was none, and the figures that must then be zero."""


def _differs(figures: Figures, ids: tuple[str, ...], said: Decimal) -> bool:
    known = [value for figure in ids if (value := figures.value(figure)) is not None]
    return bool(known) and said not in known


def contradictions(written: Written) -> tuple[str, ...]:
    """What the text says otherwise than the cells, as ``text (figure: value)``."""
    found: list[str] = []
    for paragraph in written.paragraphs:
        text = prose(paragraph)
        for rule in RULES:
            if paragraph.aspect not in rule.aspects:
                continue
            found += [
                f"{hit[0]} ({rule.figures[0]}: {written.figures.value(rule.figures[0])})"
                for hit in rule.pattern.finditer(text)
                if _differs(written.figures, rule.figures, Decimal(hit[1]))
            ]
        found += [
            f"{hit[0]} ({ids[0]}: {written.figures.value(ids[0])})"
            for pattern, ids in ZEROS
            for hit in pattern.finditer(text)
            if _differs(written.figures, ids, Decimal(0))
        ]
    return tuple(found)
