"""Licences, penalties and coercion in notes, compared with table 二."""

from collections.abc import Sequence

from phrasebank.plan.ledger import Ledger
from phrasebank.reading import Clause, Quantity
from report.lazily import pattern

_DECISIONS = (("许可", "T2.LIC"), ("处罚", "T2.PEN"), ("强制", "T2.COE"))


_APART = pattern(r"[、，；和及]")
_ALL_OF_THEM = pattern(
    "(?:行政|全年|今年|本年度?|我局|全局|共计?|一共|总共|累计|作出|做出|作了|做了|办理|办了|办结|公开|公示|公布|发布|各类|各项|其中|"
    "信息|双|一|发|下|开|有|的|了|：|:)*"
)
"""What stands before 许可 or 处罚 where all of them are meant; 预售许可, 防雷许可 are some of them."""


def check_decisions(ledger: Ledger, clauses: Sequence[Clause]) -> list[Clause]:
    """Without the clauses whose licences or penalties differ from table 二; those become questions."""
    left = []
    for clause in clauses:
        wrong = []
        for quantity, label in _labelled(clause):
            word, cell = next(((word, cell) for word, cell in _DECISIONS if word in label), ("", ""))
            known = ledger.figures.value(cell) if quantity.unit in {"件", "个", "宗", ""} else None
            number = quantity.number
            if known is None or number is None or quantity.approx or number == known:
                continue
            if number > known or _ALL_OF_THEM.fullmatch(label.partition(word)[0].strip()):
                wrong.append((cell, quantity.text))
        if wrong and not clause.note.ticked:
            ledger.contradicts(clause, wrong)
        else:
            left.append(clause)
    return left


def _labelled(clause: Clause) -> list[tuple[Quantity, str]]:
    """Every number with what it counts: the words right before it (许可36件), else those after it (36个许可)."""
    found = []
    at = 0
    quantities = sorted(clause.quantities, key=lambda each: each.start)
    for quantity, following in zip(quantities, [*quantities, None][1:], strict=True):
        before = _APART.split(clause.text[at : quantity.start])[-1].strip()
        after = _APART.split(clause.text[quantity.end : following.start if following else None])[0]
        found.append((quantity, before + quantity.of if before else after))
        at = quantity.end
    return found
