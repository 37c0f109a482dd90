"""The problems of the year, one item each, in the order jotted (writing craft, 2.7).

One decision: what a person parted by a semicolon, a line or a number is one item; commas part items only where each side
is a problem of its own kind. Two wordings of one problem become one item, a reason stands before what it leads to.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from phrasebank.reading import Clause
from phrasebank.register.line import restate_line
from phrasebank.register.particles import SPOKEN_ACTS
from phrasebank.register.rewrite import normalise
from phrasebank.register.safety import refusal
from phrasebank.register.segments import Segment
from phrasebank.register.shapes import Item, Restated, Verbatim, Voice
from phrasebank.remembered import by_clauses
from phrasebank.troubles.background import GARBLED, left_together, with_background
from phrasebank.troubles.complaint import COMPLAINT, FIELD, own_words, read, word_problem
from phrasebank.troubles.gate import faithful
from phrasebank.troubles.kinds import kind_of
from phrasebank.troubles.pieces import (
    Group,
    clauses_of,
    groups_of,
    left_over,
    line_of,
    merged,
    text_of,
    told_with,
    without_remarks,
)
from phrasebank.troubles.sides import belong, few, once
from report.lazily import pattern

_WIDEST = 3
"""So many segments at most are one problem."""


@by_clauses(64)
def word_problems(clauses: Sequence[Clause], voice: Voice) -> tuple[Item, ...]:
    """The problems that were jotted; what nobody can word is an item in the person's words."""
    groups, lead = _without_lead(groups_of(clauses))
    parted = Counter(line_of(group) for group in groups)
    items: list[Item] = []
    for group in groups:
        plain, remarks = without_remarks(group)
        told = _all_or_none(_items_of(plain, voice, together=parted[line_of(group)] > 1))
        items += [*told[:-1], *told_with(told[-1], remarks, "problems")] if told else remarks
    if lead and items:
        items[0] = replace(items[0], clauses=(*lead, *items[0].clauses))
    return tuple(few(once(items)))


def _all_or_none(items: list[Item]) -> list[Item]:
    """What was jotted in one breath is written whole or waits whole: half of it is mostly another problem."""
    if not any(item.verbatim and not item.reason for item in items):
        return items
    text = "，".join(clause.text for item in items for clause in item.clauses if not item.reason)
    clauses = tuple(clause for item in items for clause in item.clauses if not item.reason)
    return [Item(text, clauses, "neutral", verbatim=True), *(item for item in items if item.reason)]


_LEAD = pattern(
    r"(?:(?:今年|目前|还|仍|主要|工作中)*(?:存在|有)(?:着)?(?:以下|如下)?(?:[0-9一二三四两几]+)?(?:个|方面|点|条)?"
    r"|[0-9一二三四两几]+(?:个|大|方面|点))(?:的)?(?:主要)?(?:问题|不足|短板|毛病)(?:有|是|：)*"
)


def _without_lead(groups: Sequence[Group]) -> tuple[list[Group], tuple[Clause, ...]]:
    """The groups without the words that only announce problems (存在3个问题：), and those words."""
    first = groups[0][0] if groups and groups[0] else None
    more = sum(len(group) for group in groups) > 1
    if first is None or not more or not _LEAD.fullmatch(first.text):
        return list(groups), ()
    rest = [groups[0][1:], *groups[1:]] if len(groups[0]) > 1 else list(groups[1:])
    return rest, first.clauses


def _items_of(group: Group, voice: Voice, *, together: bool) -> list[Item]:
    if reasoned := _with_reason(group):
        return [reasoned]
    items: list[Item] = []
    for item, elaborates in with_background(_pieces(group, voice)):
        before = items[-1] if items and not items[-1].verbatim else None
        if before and not item.verbatim and (together or elaborates or belong(before, item)):
            items[-1] = merged(before, item)
        elif before is None and items and item.verbatim and not item.reason and not items[-1].reason:
            items[-1] = left_together(items[-1], item)
        else:
            items.append(item)
    return items


_ELABORATES = pattern(
    r"^(?:说明|反映出?|暴露出?|有的|有些|个别|甚至|比如|例如|如|特别是|尤其是|尤其|都是|全是|只有|只|光|就)"
)


def _pieces(group: Group, voice: Voice) -> list[tuple[Item, bool]]:
    """Every segment worded or left, and whether it only details the one before."""
    pieces: list[tuple[Item, bool]] = []
    waiting: Group = []
    index = 0
    while index < len(group):
        item, width = _widest(group[index:])
        if item is None:
            waiting.append(group[index])
        else:
            pieces += [(each, False) for each in _by_register(waiting, voice)]
            waiting = []
            pieces.append((item, bool(_ELABORATES.match(group[index].text)) and bool(pieces)))
        index += width
    return pieces + [(each, False) for each in _by_register(waiting, voice)]


def _widest(segments: Sequence[Segment]) -> tuple[Item | None, int]:
    """The widest stretch from here on that one pattern words, and how many segments it takes."""
    for width in range(min(_WIDEST, len(segments)), 0, -1):
        text = text_of(segments[:width])
        if any(refusal(segment.text, alone=width == 1) for segment in segments[:width]):
            continue
        if reading := read(text):
            return _item(reading.text, clauses_of(segments[:width]), reading.kind_id), width
    return None, 1


def _by_register(segments: Group, voice: Voice) -> list[Item]:
    """What no pattern covers: worded by the register, else in the person's own words, else left."""
    clauses = [replace(clause, field=FIELD) for clause in clauses_of(segments)]
    originals = iter(clauses_of(segments))
    items = []
    for result in restate_line(clauses, voice, together=False) if clauses else ():
        if isinstance(result, Verbatim):
            said = "" if result.reason else own_words(result.clause.text)
            clause = next(originals)
            items.append(_item(said, (clause,)) if said else left_over(clause, result.reason))
        elif GARBLED.search(result.text) or not _faithful(result) or not COMPLAINT.search(result.text):
            items += [_by_itself(clause) for clause in islice(originals, len(result.clauses))]
        else:
            items.append(_item(result.text, tuple(islice(originals, len(result.clauses)))))
    return _whole_or_left(items)


def _by_itself(clause: Clause) -> Item:
    said = own_words(normalise(clause.text))
    return _item(said, (clause,)) if said else left_over(clause)


def _faithful(result: Restated) -> bool:
    """The words jotted, and a complaint: what merely happened (公交线已调整) waits with what came of it."""
    happened = re.search(r"已(?:调整|变更|更换)$", result.text)
    return not happened and faithful("，".join(clause.text for clause in result.clauses), result.text)


def _whole_or_left(items: list[Item]) -> list[Item]:
    """Where the head of a line is left to the person, what only goes on with it is left with it."""
    for at in range(1, len(items)):
        before, item = items[at - 1], items[at]
        if before.verbatim and not before.reason and not item.verbatim and not item.kind_id:
            items[at] = Item(
                "，".join(each.text for each in item.clauses), item.clauses, "neutral", verbatim=True
            )
    return items


_HALF_VERB = pattern("(?<![开印转下编刊签颁制收分批群汇])([发看推贴报更讲])得较")
"""网上发得较少: the verb is written whole and 得 goes."""


def _item(text: str, clauses: tuple[Clause, ...], kind_id: str = "") -> Item:
    text = _HALF_VERB.sub(lambda found: f"{SPOKEN_ACTS[found[1]]}较", text)
    kind = None if kind_id else kind_of(text)
    return Item(text, clauses, "neutral", kind.entry.id if kind else kind_id)


_BECAUSE = pattern(
    r"(?:因为|由于|因|主要(?:是|还是)?(?:因为|由于)|原因是|主要原因是|就是因为|都是因为|怪|受)(?P<reason>.+)"
)
_WORKLOAD = pattern(
    r"(?:主要是|就是|还是)?(?:业务|日常|平时)?(?:任务|工作|活|事情?|业务)(?:太|比较|很|较|挺)?(?:重|多|忙)(?:了)?|(?:主要是|就是)?(?:工作)?太忙(?:了)?"
)


def _with_reason(group: Group) -> Item | None:
    """``因为人手少，更新跟不上`` and ``更新跟不上，主要是人手少``: the reason first, then what it leads to."""
    if len(group) != 2:
        return None
    first, second = group[0].text, group[1].text
    if found := _BECAUSE.fullmatch(first):
        reason, effect = found["reason"], second
    elif found := _BECAUSE.fullmatch(second):
        reason, effect = found["reason"], first
    elif _WORKLOAD.fullmatch(second):
        reason, effect = "", first
    else:
        return None
    said = word_problem(re.sub(r"(?:的)?(?:原因|缘故|影响)$", "", reason)) if reason else "受业务任务较重影响"
    led = word_problem(re.sub(r"^(?:导致|造成|所以|以致|致使)(?:了)?", "", effect))
    if not said or not led:
        return None
    kind = kind_of(led)
    because = f"因{said}" if reason else said
    return Item(f"{because}，{led}", clauses_of(group), "neutral", kind.entry.id if kind else "")
