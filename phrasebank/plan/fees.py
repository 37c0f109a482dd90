"""What is said of fees in everyday words beside the three numbers of the fee statement (发了1份通知，320元，已经交了).

One decision: a clause that holds nothing but words of fees and numbers the statement prints is said with it; any other
number or word stays for the person.
"""

from collections.abc import Sequence
from decimal import Decimal

from phrasebank.reading import Clause
from phrasebank.register.rewrite import normalise
from report.lazily import pattern
from report.tables import Figures

_CELLS = ("FEE6.notices", "FEE6.notified", "FEE6.received")
_LAPSED = "T3.R22.C7"
_WORDS = pattern(
    r"政府信息公开|信息处理费|信息公开|处理费|收费通知单?|收费单|通知单?|单子|收费|费用|金额|因为|申请|实际|实收|收取|收到|收齐|收上来|"
    r"发出|发放|开出|开具|缴纳|交纳|上缴|缴齐|交齐|缴清|交清|已经|全部|全都|一共|总共|合计|共计|总额|通知金额|款项|"
    r"[发开下收缴交共已都全也还了过的是为计，、：钱款份件张个笔元块]"
)
_UNPAID = pattern(
    r"(?:还有|另有|另|其中|剩下?)?(?:一|1|[0-9]+)?(?:个|件|份|笔)?(?:申请人?|人|对方|人家)?(?:到期|逾期|一直|最后)*(?:没有?|未|不)(?:交|缴|缴纳|交费|缴费)(?:的|费|钱)?(?:，|了)*"
    r"(?:算|作|按|视为|当作?)?(?:放弃|不再处理|撤回)?(?:申请)?(?:处理)?|(?:钱|费用|费|款)(?:也|一直|最后|还)*(?:没有?|未)(?:收到|收上来|收着|收成|到账)(?:了)?|(?:算|按|作|视为|当作?)+(?:放弃|不再处理|撤回)(?:申请)?(?:处理|了)?"
)
_NUMBER = pattern(r"[0-9]+(?:\.[0-9]+)?")


def beyond_fees(clauses: Sequence[Clause], figures: Figures) -> list[Clause]:
    """The clauses that tell more than the fee statement does."""
    told = {value for cell in _CELLS if (value := figures.value(cell)) is not None}
    if not any(told):
        return list(clauses)
    lapsed = (
        figures.value(_LAPSED)
        or (Decimal(0) if figures.value(_CELLS[2]) else figures.value(_CELLS[0]))
        or Decimal(0)
    )
    return [clause for clause in clauses if not _is_told(normalise(clause.text), told, lapsed)]


def _is_told(text: str, told: set[Decimal], lapsed: Decimal) -> bool:
    if lapsed and _UNPAID.fullmatch(text):
        return all(Decimal(number) == lapsed for number in _NUMBER.findall(text))
    numbers = _NUMBER.findall(text)
    only_fees = not _WORDS.sub("", _NUMBER.sub("", text))
    return bool(numbers) and only_fees and all(Decimal(number) in told for number in numbers)


_NO_FEE = pattern(
    r"(?:也|亦|都|还|全年|今年|本年度?|我们|咱们|本[局镇乡办委]|这一块|这块|这方面|这边|关于|信息处理费|信息费|收费|费用?|处理费|方面|上|：|，|（|收费通知|通知|单子)*"
    r"(?:没有?|无|未|零|不|从没|一[分笔]|0)+(?:收取?|发出?|开|过|了|费用?|钱|没?有?|信息处理费|收费|通知|单子|的|任何|笔|分|元|一|）|，|（|也|未|没|发生)*"
    r"|[（(]?(?:各|全部|所有)?[\u4e00-\u9fff、]{2,12}(?:都|均|全)(?:报|是|为|填)(?:了)?(?:零|0|没有|无)[）)]?"
)


def without_denials(clauses: Sequence[Clause], figures: Figures) -> list[Clause]:
    """Without the short clauses of 其他事项 that deny a fee (没收, 无费), where the three cells are 0."""
    if any(figures.value(cell) != 0 for cell in _CELLS):
        return list(clauses)
    return [
        clause
        for clause in clauses
        if not (_NO_FEE.fullmatch(clause.text.strip()) and not any(each.number for each in clause.quantities))
    ]
