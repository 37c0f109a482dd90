"""The rows of the form behind the results of requests: the one that explains most, and those that notes speak of."""

from collections.abc import Set as AbstractSet
from decimal import Decimal

from phrasebank.figures_said import composition, figure, nonzero
from phrasebank.fragment import words
from phrasebank.pen import Pen
from report.document import Sentence

ROWS_OF: dict[str, tuple[tuple[str, str], ...]] = {
    "T3.S3": (
        ("属于国家秘密", "T3.R05.C7"),
        ("其他法律行政法规禁止公开", "T3.R06.C7"),
        ("危及“三安全一稳定”", "T3.R07.C7"),
        ("保护第三方合法权益", "T3.R08.C7"),
        ("属于三类内部事务信息", "T3.R09.C7"),
        ("属于四类过程性信息", "T3.R10.C7"),
        ("属于行政执法案卷", "T3.R11.C7"),
        ("属于行政查询事项", "T3.R12.C7"),
    ),
    "T3.S4": (
        ("本机关不掌握相关政府信息", "T3.R13.C7"),
        ("没有现成信息需要另行制作", "T3.R14.C7"),
        ("补正后申请内容仍不明确", "T3.R15.C7"),
    ),
    "T3.S5": (
        ("信访举报投诉类申请", "T3.R16.C7"),
        ("重复申请", "T3.R17.C7"),
        ("要求提供公开出版物", "T3.R18.C7"),
        ("无正当理由大量反复申请", "T3.R19.C7"),
        ("要求确认或者重新出具已获取信息", "T3.R20.C7"),
    ),
    "T3.S6": (
        ("申请人逾期不补正", "T3.R21.C7"),
        ("申请人逾期不缴纳信息处理费", "T3.R22.C7"),
    ),
}
"""The rows of the form behind four results, in its words (the mark “三安全一稳定” is the form's)."""
MANY = Decimal(20)
"""From so many requests done on, governments and ministries give shares, and main rows are named."""
_RESULTS = {"T3.S3": "不予公开", "T3.S4": "无法提供", "T3.S5": "不予处理", "T3.S6": "其他处理"}


def main_rows(pen: Pen, done: Decimal) -> list[Sentence]:
    """The one row behind a result that explains most of it, where there are enough requests for it to matter."""
    figures = pen.material.figures
    if done < MANY:
        return []
    for sum_id, label in _RESULTS.items():
        whole = figures.value(sum_id) or Decimal(0)
        for situation, row in ROWS_OF[sum_id]:
            share = figures.value(row) or Decimal(0)
            if whole >= MANY and whole > share > whole / 2:
                slots = {"类别": words(label), "情形": words(situation), "件数": figure(figures, row)}
                return [pen.say("requests.main_row", slots, sources=(row, sum_id))]
    return []


def told_rows(pen: Pen, told: AbstractSet[str], done: Decimal) -> list[Sentence]:
    """Why something was not disclosed or not dealt with, where notes say so; the numbers are the table's.

    Args:
        pen: Words the sentences.
        told: Rows (``T3.R08.C7``) that notes speak of.
        done: Requests done; one request that was not held is worded with its result.
    """
    figures = pen.material.figures
    sentences = []
    for sum_id, label in _RESULTS.items():
        kinds = nonzero(figures, ROWS_OF[sum_id])
        if told.isdisjoint(row for _, row in kinds) or (done == 1 and sum_id == "T3.S4"):
            continue
        slots, cells = {"类别": words(label)}, tuple(row for _, row in kinds)
        if len(kinds) == 1 and figures.value(cells[0]) == figures.value(sum_id):
            slots["情形"] = words(kinds[0][0].removeprefix("属于"))
            sentences.append(pen.say("requests.row", slots, sources=cells))
        else:
            slots["构成"] = composition(figures, ROWS_OF[sum_id])
            sentences.append(pen.say("requests.rows", slots, sources=cells))
    return sentences
