"""All figures of `make quality` from finished drafts and readings: name, value, goal, and what stands behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.quality.against import contradictions
from tests.quality.facts import FactCount, count_facts
from tests.quality.labels import Reading
from tests.quality.points import POINTS
from tests.quality.repetition import repeated_openings, repeated_runs, sentence_texts, shared, whole_text
from tests.quality.samples import SISTERS, YEARS, Sample
from tests.quality.support import digit_count, false_origins, lost_numbers, unsupported
from tests.quality.written import Written, length, share

Pages = Sequence[tuple[Sample, Written]]


@dataclass(frozen=True)
class Figure:
    """One figure with its goal (``≥ 97`` or ``≤ 5``; empty: for information)."""

    name: str
    value: float
    goal: str = ""

    @property
    def holds(self) -> bool:
        """Whether the goal is reached."""
        if not self.goal:
            return True
        sign, limit = self.goal.split()
        rounded = round(self.value, 2)
        return rounded >= float(limit) if sign == "≥" else rounded <= float(limit)


@dataclass(frozen=True)
class Report:
    """Everything one run measured."""

    figures: tuple[Figure, ...]
    details: Mapping[str, tuple[str, ...]]
    """Name of a measure → what an editor would mark, with the name of the draft."""
    failing: Mapping[str, tuple[str, ...]]
    """Point of the checklist → names of the drafts that fail it."""
    lengths: tuple[int, ...]


def _facts(pages: Pages) -> tuple[tuple[Figure, ...], dict[str, tuple[str, ...]]]:
    counts: list[tuple[str, FactCount]] = [
        (page.name, count_facts(page, sample.expected)) for sample, page in pages if sample.expected
    ]
    facts = sum(count.facts for _, count in counts)
    missing = [
        f"{name} {fact.field}: {'、'.join(fact.words)} {' '.join(fact.numbers)}"
        for name, count in counts
        for fact in count.missing
    ]
    left = [f"{name}: {clause}" for name, count in counts for clause in count.left]
    wrong = [f"{name}: {text}" for name, count in counts for text in count.wrongly_written]
    false = [f"{name}: {wording}" for name, count in counts for wording in count.false]
    gaps = [
        f"{page.name}: {found}，应为{sample.expected.gaps}"
        for sample, page in pages
        if sample.expected
        and (found := sum(sentence.kind == "gap" for sentence in page.sentences)) != sample.expected.gaps
    ]
    clauses = sum(count.clauses for _, count in counts)
    figures = (
        Figure("事实写进正文 %", share(facts - len(missing), facts), "≥ 100"),
        Figure("缺口多报或漏报的稿", len(gaps), "≤ 0"),
        Figure("写成了别的意思", len(false), "≤ 0"),
        Figure("照原话待核的分句 %", 100 - share(clauses - len(left), clauses), "≤ 5"),
        Figure("该待核而没有待核的行", len(wrong), "≤ 0"),
    )
    return figures, {
        "事实": tuple(missing),
        "照原话": tuple(left),
        "该待核": tuple(wrong),
        "写成了别的": tuple(false),
        "缺口": tuple(gaps),
    }


def _safety(pages: Pages) -> tuple[tuple[Figure, ...], dict[str, tuple[str, ...]]]:
    runs = 0
    details: dict[str, list[str]] = {
        "数字来处": [],
        "来处不符": [],
        "丢了的数": [],
        "无凭据": [],
        "与表矛盾": [],
    }
    for _, page in pages:
        count, untraced = digit_count(page)
        runs += count
        details["数字来处"] += [f"{page.name}: {one}" for one in untraced]
        details["来处不符"] += [f"{page.name}: {one}" for one in false_origins(page)]
        details["丢了的数"] += [f"{page.name}: {one}" for one in lost_numbers(page)]
        details["无凭据"] += [f"{page.name}: {one}" for one in unsupported(page)]
        details["与表矛盾"] += [f"{page.name}: {one}" for one in contradictions(page)]
    figures = (
        Figure("数字有来处 %", share(runs - len(details["数字来处"]), runs), "≥ 100"),
        Figure("来处里没有这个数", len(details["来处不符"]), "≤ 0"),
        Figure("原话里的数不见了", len(details["丢了的数"]), "≤ 0"),
        Figure("没有凭据的句子", len(details["无凭据"]), "≤ 0"),
        Figure("与表矛盾的数字", len(details["与表矛盾"]), "≤ 0"),
    )
    return figures, {name: tuple(found) for name, found in details.items()}


def _readings(readings: Mapping[str, Reading]) -> tuple[tuple[Figure, ...], dict[str, tuple[str, ...]]]:
    figures = tuple(
        Figure(f"分句读得准 {name} %", reading.exact, "≥ 97") for name, reading in readings.items()
    )
    details = {
        f"分句 {name}": tuple(
            f"[{miss.what}] {miss.text}：应 {miss.expected}；读成 {miss.found}" for miss in reading.misses
        )
        for name, reading in readings.items()
    }
    return figures, details


def _pairs(pages: Pages, pairs: Sequence[tuple[str, str]], *, numbers: bool) -> float:
    by_name = {page.name: page for _, page in pages}
    shares = [
        shared(sentence_texts(by_name[one], numbers=numbers), sentence_texts(by_name[other], numbers=numbers))
        for one, other in pairs
        if one in by_name and other in by_name
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _reading_ease(pages: Pages) -> tuple[Figure, ...]:
    counts = [repeated_openings(page) for _, page in pages]
    runs = [repeated_runs(whole_text(page)) for _, page in pages]
    sentences = [sentence.text for _, page in pages for sentence in page.told]
    return (
        Figure("不满十二字的句子 %", share(sum(len(text) < 13 for text in sentences), len(sentences))),
        Figure(
            "同段重复开头的句子 %",
            100 - share(sum(total - again for again, total in counts), sum(total for _, total in counts)),
        ),
        Figure("每千字重复的四字串", sum(runs) / len(runs) if runs else 0.0),
        Figure("两个相似单位相同的句子 %", _pairs(pages, SISTERS, numbers=True), "≤ 30"),
        Figure("同一单位两年相同的句子 %", _pairs(pages, YEARS, numbers=True), "≤ 30"),
        Figure("两个相似单位同句（数字不计）%", _pairs(pages, SISTERS, numbers=False)),
        Figure("同一单位两年同句（数字不计）%", _pairs(pages, YEARS, numbers=False)),
    )


def measure_all(
    pages: Pages,
    readings: Mapping[str, Reading],
    crashes: tuple[str, ...],
    conflicts: tuple[int, tuple[str, ...]],
) -> Report:
    """Every figure, from finished drafts.

    Args:
        pages: Cases with their drafts.
        readings: Name of a labelled list → how it was read.
        crashes: Cases that could not be drafted, with the reason.
        conflicts: How many cases contradict themselves on purpose, and those nobody was asked about.
    """
    fact_figures, fact_details = _facts(pages)
    safe_figures, safe_details = _safety(pages)
    read_figures, read_details = _readings(readings)
    marked = {
        point: {page.name: found for _, page in pages if (found := check(page))}
        for point, check in POINTS.items()
    }
    point_details = {
        point: tuple(f"{name}: {one}" for name, found in by_name.items() for one in found)
        for point, by_name in marked.items()
    }
    tried = len(pages) * len(POINTS)
    failed = sum(len(by_name) for by_name in marked.values())
    return Report(
        figures=(
            Figure("起草失败的案卷", len(crashes), "≤ 0"),
            *safe_figures,
            *fact_figures,
            Figure("矛盾而没有问人的案卷", len(conflicts[1]), "≤ 0"),
            *read_figures,
            *_reading_ease(pages),
            Figure("核稿表合格 %", share(tried - failed, tried)),
        ),
        details={
            "起草失败": crashes,
            "矛盾没有问": conflicts[1],
            **safe_details,
            **fact_details,
            **read_details,
            **point_details,
        },
        failing={point: tuple(by_name) for point, by_name in marked.items() if by_name},
        lengths=tuple(length(page.text_of("一")) for _, page in pages) or (0,),
    )
