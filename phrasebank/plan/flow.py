"""How worded pieces become sentences: in which order they stand, and how each opens.

One decision: where the order of two things means nothing, it is drawn by unit and year, so that two reports from the
same jottings do not read alike.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from msgspec.structs import replace

from phrasebank.fragment import Fragment, words
from phrasebank.pen import Part, Pen
from phrasebank.plan.gathering import gathered
from phrasebank.plan.joins import (
    BREATH,
    FIXED,
    PAIR,
    WHOLE,
    Placed,
    joined,
    mark_between,
    one_line,
    stands_alone,
)
from report.document import Sentence
from report.lazily import pattern

_ARRANGEMENTS = 6


def arrangements(name: str) -> dict[str, int]:
    """The choices that arrange an aspect, and how many settings each has."""
    return {f"order.{name}": _ARRANGEMENTS, f"joins.{name}": len(PAIR)}


def sentences_of(pen: Pen, placed: Sequence[Placed], name: str = "") -> list[Sentence]:
    """The placed parts as sentences.

    Args:
        pen: Who writes.
        placed: What is to be said, in the order jotted.
        name: The aspect, whose arrangement is drawn once and stored with the report's choices.
    """
    limit = PAIR[pen.draw(f"joins.{name}", len(PAIR))] if name else PAIR[0]
    limit = BREATH if pen.material.style.length == "简" else limit
    breaths = Counter(each.breath or ("", 0) for each in placed)
    groups: list[list[tuple[Placed, Part]]] = []
    for each in _arranged(pen, placed, name):
        if groups:
            pen.opens_with(groups[-1][-1][1].wording.text)
        part = each.write()
        alone = bool(groups) and _keeps_apart(breaths, groups[-1][-1][0], each)
        mark = mark_between(groups[-1], each, part, 0 if alone else limit) if groups else ""
        if mark:
            groups[-1] = [(each, joined(groups[-1][-1][1], part, mark))]
        else:
            groups.append([(each, part)])
    parts = [(group[-1][0], _words_first(pen, group[-1][1])) for group in groups]
    return [pen.sentence(part) for part in _openings_differ(gathered(parts, name))]


def _keeps_apart(breaths: Counter[tuple[str, int]], one: Placed, other: Placed) -> bool:
    """A breath of several pieces shares no sentence with another one: its pieces look to each other."""
    several = any(each.breath and breaths[each.breath] > 1 for each in (one, other))
    return several and one.breath != other.breath


_COUNTED = pattern(
    r"(?P<thing>[0-9.]+余?[个家名块件条项份][^，、]{2,16}?)(?P<all>均|都)?已?(?P<verb>发布|公开|更新|上线|公布|优化提升|公示)(?=，|$)"
)
_DOES = pattern(r"[0-9.]+[个名][^，]{1,8}(?:负责|牵头|承担)")
_SHOWS = pattern(r"[0-9.]+块[^，]{1,8}(?:播放|放|滚动|发布)")


def _words_first(pen: Pen, part: Part) -> Part:
    """No sentence opens with a number (1.6): 26个试点领域标准目录发布 → 发布26个试点领域标准目录."""
    text = part.wording.text
    if not text[:1].isdigit():
        return part
    scope = pen.common_slots()["域"].text
    if _DOES.match(text):
        return replace(part, wording=words("由") + part.wording)
    if _SHOWS.match(text):
        return replace(part, wording=words("通过") + part.wording)
    if (found := _COUNTED.match(text)) and not found["all"]:
        thing = Fragment(
            text[: found.end("thing")], tuple(s for s in part.wording.spans if s.end <= found.end("thing"))
        )
        return replace(part, wording=words(found["verb"]) + thing + part.wording.after(found.end()))
    return replace(part, wording=words(scope) + part.wording) if scope else part


_ABOUT = pattern(r"(?:规范性文件|规章)方面，")


def _openings_differ(parts: Sequence[tuple[Placed, Part]]) -> list[Part]:
    """Two neighbours that open alike lose the topic (规范性文件方面，) of the one that can do without."""
    result = list(parts)
    for index, (placed, part) in enumerate(result):
        topic = _ABOUT.match(part.wording.text)
        beside = (*result[max(index - 1, 0) : index], *result[index + 1 : index + 2])
        if topic and any(other.wording.text[:2] == part.wording.text[:2] for _, other in beside):
            result[index] = placed, replace(part, wording=part.wording.after(topic.end()))
    return _alike_joined(result)


_SCOPE = pattern(r"全[县市区州省]")


def _alike_joined(parts: Sequence[tuple[Placed, Part]]) -> list[Part]:
    """Two neighbours of one line that open alike share one sentence where they may."""
    result: list[Part] = []
    last: Placed | None = None
    for placed, part in parts:
        before = result[-1] if result else None
        if before and _SCOPE.match(part.wording.text) and _SCOPE.match(before.wording.text):
            part = replace(part, wording=part.wording.after(2))  # noqa: PLW2901  the scope was just named
        one, other = (before.wording.text, part.wording.text) if before else ("", "")
        if (
            before
            and last
            and one_line(last, placed)
            and one[:2] == other[:2]
            and len(one + other) <= WHOLE
            and not stands_alone(before, other)
        ):
            result[-1] = joined(before, part, "；" if "，" in one + other else "，")
        else:
            result.append(part)
        last = placed
    return result


def _arranged(pen: Pen, placed: Sequence[Placed], name: str) -> list[Placed]:
    """By place in the plan; inside one step of the plan (its tens) in a drawn order, what hangs together kept so."""
    if not name:
        return sorted(placed, key=lambda each: each.order)
    drawn = pen.draw(f"order.{name}", _ARRANGEMENTS)

    def place(each: Placed) -> tuple[int, str, int]:
        if each.order < FIXED:
            return each.order, "", each.order
        turn = sha256(f"{drawn}\n{each.order}".encode()).hexdigest()
        return each.order // 10 * 10, turn, each.order

    return sorted(placed, key=place)
