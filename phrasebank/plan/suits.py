"""Reviews and suits in words, from table 四 alone (writing craft, 2.3): how many, of which kind, how they ended."""

from decimal import Decimal

from phrasebank.figures_said import counted, figure, nonzero
from phrasebank.fragment import Fragment, listing, number, words
from phrasebank.pen import Part, Pen, gap
from report.document import Sentence

REVIEWS = (("结果维持", "T4.V1"), ("结果纠正", "T4.V2"), ("其他结果", "T4.V3"), ("尚未审结", "T4.V4"))
SUITS = (
    ("未经复议直接起诉", "T4.W5"),
    ("复议后起诉", "T4.X5"),
)
OUTCOMES = (("结果维持", "1"), ("结果纠正", "2"), ("其他结果", "3"), ("尚未审结", "4"))


def suits_sentences(pen: Pen) -> list[Sentence]:
    """Reviews and suits from table 四; nothing while its numbers are unknown (the checks ask for them)."""
    figures = pen.material.figures
    reviews, suits = figures.value("T4.V5"), figures.value("T4.SUITS")
    if reviews is None or suits is None:
        return [gap("政府信息公开行政复议、行政诉讼的件数和结果（表四）")]
    if not reviews and not suits:
        return [pen.say("suits.none", sources=("T4",))]
    reviewed = _reviews(pen, reviews)
    if not suits:
        return [pen.sentence(reviewed, pen.part("suits.no_lawsuits", sources=("T4.SUITS",)), between="；")]
    sued = _lawsuits(pen, suits)
    return [pen.sentence(reviewed), *sued]


def _reviews(pen: Pen, reviews: Decimal) -> Part:
    figures = pen.material.figures
    if not reviews:
        return pen.part("suits.no_reviews", sources=("T4.V5",))
    slots = {"件数": figure(figures, "T4.V5"), "结果": _outcome(pen, REVIEWS, reviews)}
    return pen.part("suits.reviews", slots, sources=("T4.V5", *(each for _, each in REVIEWS)))


def _outcome(pen: Pen, outcomes: tuple[tuple[str, str], ...], whole: Decimal) -> Fragment:
    figures = pen.material.figures
    found = nonzero(figures, outcomes)
    if len(found) == 1:
        label = found[0][0]
        every = "" if whole == 1 else "均"
        return words(
            {
                "结果维持": f"结果{every}为维持",
                "结果纠正": f"结果{every}为纠正",
                "其他结果": f"{every}为其他结果",
                "尚未审结": f"{every}尚未审结",
            }[label]
        )
    return words("其中") + listing([counted(label, figures, figure_id) for label, figure_id in found])


def _lawsuits(pen: Pen, suits: Decimal) -> list[Sentence]:
    figures = pen.material.figures
    kinds = nonzero(figures, SUITS)
    slots = {"件数": figure(figures, "T4.SUITS")}
    if len(kinds) == 1:
        slots["类别"] = words(("均" if suits > 1 else "") + f"为{kinds[0][0]}")
    else:
        slots["类别"] = words("其中") + listing([counted(label, figures, each) for label, each in kinds])
    part = pen.part("suits.lawsuits", slots, sources=("T4.SUITS", "T4.W5", "T4.X5"))
    totals = []
    for label, column in OUTCOMES:
        cells = [f"T4.{row}{column}" for row in "WX" if figures.value(f"T4.{row}{column}")]
        total = sum((figures.value(cell) or Decimal(0) for cell in cells), Decimal(0))
        if total:
            totals.append((label, number(total, "+".join(cells))))
    if len(totals) == 1:
        label = totals[0][0]
        every = "" if suits == 1 else "均"
        said = {
            "结果维持": f"结果{every}为维持",
            "结果纠正": f"结果{every}为纠正",
            "其他结果": f"{every}为其他结果",
            "尚未审结": f"{every}尚未审结",
        }[label]
        return [pen.sentence(part, Part(words(said), sources=("T4.SUITS",)))]
    listed = listing([words(label) + total + "件" for label, total in totals])
    return [pen.sentence(part), pen.say("suits.outcomes", {"结果": listed}, sources=("T4.W", "T4.X"))]
