"""依申请公开, from the cells alone: every table there can be has its sentences, and no number is typed twice.

Order: received and carried over → applicants and channels → done, by result → carried forward; reviews and suits follow
(`suits`).
What notes add (channels, why a request was carried forward) is woven in by the caller through `Woven`.
"""

from decimal import Decimal

import msgspec
from msgspec.structs import replace

from phrasebank.figures_said import composition, counted, figure, growth, nonzero, shares
from phrasebank.fragment import EMPTY, Fragment, join, words
from phrasebank.pen import Part, Pen, gap
from phrasebank.plan.redirected import Redirected
from phrasebank.plan.rows import MANY, main_rows, told_rows
from report.document import Sentence
from report.last_year import last_year_figures

NEW, CARRIED, DONE, FORWARD = "T3.R01.C7", "T3.R02.C7", "T3.R24.C7", "T3.R25.C7"
INCOMING = "T3.IN.C7"
APPLICANTS: tuple[tuple[str, str], ...] = (
    ("自然人", "T3.R01.C1"),
    ("商业企业", "T3.R01.C2"),
    ("科研机构", "T3.R01.C3"),
    ("社会公益组织", "T3.R01.C4"),
    ("法律服务机构", "T3.R01.C5"),
    ("其他法人或组织", "T3.R01.C6"),
)
RESULTS: tuple[tuple[str, str], ...] = (
    ("予以公开", "T3.R03.C7"),
    ("部分公开", "T3.R04.C7"),
    ("不予公开", "T3.S3"),
    ("无法提供", "T3.S4"),
    ("不予处理", "T3.S5"),
    ("其他处理", "T3.S6"),
)
_ALIKE = {
    "T3.R03.C7": "均予以公开",
    "T3.R04.C7": "均为部分公开",
    "T3.S3": "均不予公开",
    "T3.S4": "均属无法提供",
    "T3.S5": "均不予处理",
    "T3.S6": "均作其他处理",
}


class Woven(msgspec.Struct, frozen=True):
    """What notes add to the sentences made from cells."""

    channels: Fragment = EMPTY
    """``网络提交5件、信函寄送3件``."""
    forward_reason: Fragment = EMPTY
    """``于12月下旬收到``, ``尚在答复期限内``."""
    in_time: bool = False
    """Notes say that no answer was late."""
    before: tuple[str, Decimal] | None = None
    """Last year's number of new requests as a note gives it, with its origin."""
    redirected: Redirected | None = None
    """Where applicants were sent whose information the unit does not hold."""
    rows: frozenset[str] = frozenset()
    """Rows of table 三 that notes speak of (why something was not disclosed)."""
    sources: tuple[str, ...] = ()
    forward_parts: Fragment = EMPTY
    """``2件于12月下旬收到，1件尚待申请人补正``: why each of those carried forward is not finished."""
    forward_sources: tuple[str, ...] = ()


def requests_sentences(pen: Pen, woven: Woven) -> list[Sentence]:
    """What table 三 supports, up to what was carried forward; a gap while its numbers are unknown."""
    figures = pen.material.figures
    new, carried, done, forward = (figures.value(each) for each in (NEW, CARRIED, DONE, FORWARD))
    if new is None or carried is None:
        return [gap("收到和上年结转的政府信息公开申请件数（表三）")]
    if not new and not carried:
        merged = not done and not forward and figures.is_zero("T4")
        cells = (NEW, CARRIED) + (("T4",) if merged else ())
        said = pen.say("requests.none_no_suits" if merged else "requests.none", sources=cells)
        return [said]
    sentences, lead = _intake(pen, new, carried, woven)
    if done is None or forward is None:
        unfinished = [pen.sentence(lead)] if lead else []
        return [*sentences, *unfinished, gap("各类办理结果和结转下年度的件数（表三）")]
    sentences += _results(pen, done, forward, new + carried, woven, lead)
    return sentences


def carry_sentences(pen: Pen) -> list[Sentence]:
    """That nothing was carried over or forward, where there were requests; it follows the handling."""
    new, carried, done, forward = (pen.material.figures.value(each) for each in (NEW, CARRIED, DONE, FORWARD))
    if forward is None or forward or not done:
        return []
    if not carried and new:
        return [pen.say("requests.no_carry", sources=(CARRIED, FORWARD))]
    return [pen.say("requests.no_forward", sources=(FORWARD,))]


def _intake(pen: Pen, new: Decimal, carried: Decimal, woven: Woven) -> tuple[list[Sentence], Part | None]:
    """Sentences on what came in, and the part on what was carried over where it is to lead the results."""
    figures = pen.material.figures
    if not new:
        slots = {"结转": figure(figures, CARRIED)}
        return [pen.say("requests.new_none", slots, sources=(NEW, CARRIED))], None
    parts = [pen.part("requests.new", {"件数": figure(figures, NEW)}, sources=(NEW, *woven.sources))]
    more = _compared(pen, new, woven)
    if more:
        parts.append(Part(more, sources=("last_year",)))
    later = _compositions(pen, new, woven, parts)
    if carried and len(parts) == 1:
        return [pen.sentence(*parts, _carried(pen, carried))], None
    sentences = [pen.sentence(*parts)]
    if later:
        sentences.append(pen.sentence(*later, between="；"))
    return sentences, _carried(pen, carried) if carried else None


def _compositions(pen: Pen, new: Decimal, woven: Woven, parts: list[Part]) -> list[Part]:
    """Applicants and channels: one of them joins ``parts`` with 其中, the other follows in a sentence of its own."""
    figures = pen.material.figures
    kinds = nonzero(figures, APPLICANTS)
    later: list[Part] = []
    if len(kinds) > 1:
        composed = composition(figures, APPLICANTS)
        if len(parts) > 1:
            later.append(pen.part("requests.kinds", {"构成": composed}, sources=("T3.R01",)))
        else:
            parts.append(Part(words("其中") + composed, sources=("T3.R01",)))
    elif len(kinds) == 1 and new > 1:
        parts.append(Part(words(f"申请人均为{kinds[0][0]}"), sources=(kinds[0][1],)))
    if woven.channels and (new == 1 or woven.channels.text.startswith("均")):
        parts.append(Part(woven.channels, sources=woven.sources))
    elif woven.channels and len(parts) == 1:
        parts.append(Part(words("其中") + woven.channels, sources=woven.sources))
    elif woven.channels:
        later.append(pen.part("requests.channels", {"构成": woven.channels}, sources=woven.sources))
    return later


def _carried(pen: Pen, carried: Decimal) -> Part:
    figures, unit = pen.material.figures, pen.material.unit
    said = {"结转": figure(figures, CARRIED), "合计": figure(figures, INCOMING)}
    if unit.kind in {"government", "ministry"} or carried >= MANY:
        return pen.part("requests.all", said, sources=(CARRIED, INCOMING))
    return pen.part("requests.carried", said, sources=(CARRIED,))


def _compared(pen: Pen, new: Decimal, woven: Woven) -> Fragment:
    before, origin = None, f"{NEW}-last_year.{NEW}"
    if pen.material.last_year:
        before = last_year_figures(pen.material.last_year, pen.material.year).value(NEW)
    if before is None and woven.before:
        origin, before = f"{NEW}-{woven.before[0]}", woven.before[1]
    return growth(new, before, "件", origin) if before else EMPTY


def _results(  # noqa: PLR0913, PLR0917  the whole balance of table 三 meets here
    pen: Pen, done: Decimal, forward: Decimal, incoming: Decimal, woven: Woven, lead: Part | None
) -> list[Sentence]:
    figures = pen.material.figures
    if not done:
        if not forward:
            return []
        return [
            pen.say("requests.done_none", {"结转下年": figure(figures, FORWARD)}, sources=(DONE, FORWARD))
        ]
    results = nonzero(figures, RESULTS)
    sentences = []
    in_time = Part(words("均在法定期限内答复"), sources=woven.sources) if woven.in_time else None
    slots = {"办结": figure(figures, DONE)}
    if done == 1 == incoming and figures.value("T3.R13.C7") == 1:
        part = pen.part("requests.not_held", slots, sources=(DONE, "T3.R13.C7"))
    elif len(results) == 1:
        alike = _ALIKE[results[0][1]].removeprefix("均" if done == 1 else "")
        part = pen.part("requests.done_alike", slots | {"均": words(alike)}, sources=(DONE, results[0][1]))
    elif _with_shares(pen, done):
        ids = [figure_id for _, figure_id in results]
        listed = [
            counted(label, figures, figure_id) + "，占" + share
            for (label, figure_id), share in zip(results, shares(figures, ids, DONE), strict=True)
        ]
        part = pen.part("requests.done_shares", slots | {"结果": join(listed, "；")}, sources=(DONE, *ids))
    else:
        listed = [counted(label, figures, figure_id) for label, figure_id in results]
        part = pen.part(
            "requests.done",
            slots | {"结果": join(listed, "，")},
            sources=(DONE, *(each for _, each in results)),
        )
    single = done == 1 and woven.redirected is not None
    more = [Part(_sent_on(woven.redirected), sources=woven.sources)] if single and woven.redirected else []
    parts = [part, *more, *([in_time] if in_time else [])]
    if lead and "；" not in part.wording.text:
        parts[0] = replace(
            lead,
            wording=lead.wording + "；" + part.wording,
            sources=lead.sources + part.sources,
            wordings=lead.wordings + part.wordings,
        )
    elif lead:
        sentences.append(pen.sentence(lead))
    sentences.append(pen.sentence(*parts))
    if woven.redirected and not single:
        sentences.append(_redirected(pen, woven.redirected))
    sentences += [*main_rows(pen, done), *told_rows(pen, woven.rows, done)]
    if forward:
        slots = {"结转下年": figure(figures, FORWARD), "缘由": woven.forward_reason}
        told = (FORWARD, *(woven.forward_sources or woven.sources))
        sentences.append(pen.say("requests.forward", slots, sources=told))
        if woven.forward_parts:
            sentences.append(
                pen.sentence(Part(words("其中") + woven.forward_parts, sources=woven.forward_sources))
            )
    return sentences


def _sent_on(redirected: Redirected) -> Fragment:
    return words(f"并告知其可以向{redirected.where or '有关单位'}咨询")


def _redirected(pen: Pen, redirected: Redirected) -> Sentence:
    """Where the applicants were sent whose information the unit does not hold (Regulation, article 36 (5))."""
    unit = pen.material.unit.short
    which = f"不属于{unit}负责公开" if redirected.alien else "本机关不掌握相关政府信息"
    count = figure(pen.material.figures, "T3.R13.C7")
    wording = words("对") + count + f"件{which}的申请，已告知申请人向{redirected.where or '有关单位'}咨询"
    sources = ("T3.R13.C7", *(clause.text for clause in redirected.clauses))
    return pen.sentence(Part(wording, "requests.redirected", 0, "fact", sources))


def _with_shares(pen: Pen, done: Decimal) -> bool:
    return done >= MANY and pen.material.unit.kind in {"government", "ministry"}
