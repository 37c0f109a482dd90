"""Section 六: the fee statement that every report from 2021 on makes, then what else there is (writing craft, 2.9)."""

from collections.abc import Sequence

from phrasebank.figures_said import figure
from phrasebank.fragment import EMPTY
from phrasebank.pen import Pen, gap
from phrasebank.reading import Clause
from report.document import Sentence
from report.lazily import pattern

_NOTHING = pattern(
    r"(?:(?:其他|其它|别的|另外|其他事项)[：:，])?(?:今年|本年度?|全年)?(?:也|再|目前|暂时?|都|就|确实)*(?:没有?|无|没了|暂无|木有)(?:啥|什么|任何)?(?:其他|其它|别的|另外)?(?:的)?(?:要|需要|可|好)?"
    r"(?:特别|另外|专门|单独)?(?:报告|说|补充|讲|写|说明|汇报)?(?:的)?(?:事项|事情|事|情况|内容)?(?:了|吧)?"
    r"|(?:别的|其他|其它|另外|除此以外|此外)(?:的)?(?:事项|事情|事)?(?:也|都|就|再)*(?:没有?|无)(?:啥|什么|别的|任何)*(?:要|需要|可|值得)?"
    r"(?:报告|说|讲|写|补充|汇报|交代)?的?(?:事项|事情|事|内容)?(?:了)?"
    r"|(?:本年度?|今年|全年)?(?:无需?|没有?|不)(?:需?要)?(?:另行|单独|特别|专门)?(?:说明|报告)的?(?:其他)?(?:事项|情况)?"
)


def other_matters(pen: Pen, clauses: Sequence[Clause], rest: list[Sentence]) -> list[Sentence]:
    """Section 六: the fee statement (from 2021 on), then ``rest``, or that there is nothing else where that was said."""
    sentences = _fee(pen)
    sentences += rest
    said_none = any(is_nothing(clause) for clause in clauses)
    if not rest and said_none:
        sentences.append(pen.say("other.none", {"零": EMPTY}, sources=("无",)))
    return sentences or [gap("其他需要报告的事项（没有的请填“无”）")]


def is_nothing(clause: Clause) -> bool:
    """Whether a clause of 其他事项 only says that there is nothing."""
    return bool(_NOTHING.fullmatch(clause.text.strip("。 ，；")))


def _fee(pen: Pen) -> list[Sentence]:
    figures = pen.material.figures
    if not pen.material.edition.has_table("FEE6"):
        return []
    notices, notified, received = (
        figures.value(f"FEE6.{part}") for part in ("notices", "notified", "received")
    )
    if notices is None or notified is None or received is None:
        asked = {"通知件数": notices, "通知金额": notified, "实收金额": received}
        missing = [name for name, value in asked.items() if value is None]
        named = "和".join(filter(None, ("、".join(missing[:-1]), missing[-1])))
        return [gap(f"信息处理费的{named}")]
    if not notices and not notified and not received:
        return [pen.say("fee.none", sources=("FEE6",))]
    slots = {
        "件数": figure(figures, "FEE6.notices"),
        "通知": figure(figures, "FEE6.notified"),
        "实收": figure(figures, "FEE6.received"),
    }
    sources = ("FEE6.notices", "FEE6.notified", "FEE6.received")
    sentences = [pen.say("fee.some" if received else "fee.unpaid_all", slots, sources=sources)]
    if figures.value("T3.R22.C7"):
        sentences.append(
            pen.say("fee.lapsed", {"件数": figure(figures, "T3.R22.C7")}, sources=("T3.R22.C7",))
        )
    return sentences
