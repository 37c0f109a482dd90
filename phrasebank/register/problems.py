"""Section 五: problems, measures, last year's problems taken up; kinds that can be ticked (writing craft, 2.7, 2.8, 4).

One decision: what a person parted by a semicolon, a line or a number is one item; commas part items only where each
side is a problem of its own kind. Measures follow the problems they answer; nothing is proposed by itself.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from phrasebank.reading import Clause, Note, Tense
from phrasebank.register.kinds import kind_by_id, kind_of, load_kinds
from phrasebank.register.line import restate_line, word
from phrasebank.register.rewrite import normalise
from phrasebank.register.safety import is_official, refusal
from phrasebank.register.segments import Segment, segments_of
from phrasebank.register.shapes import Item, Restated, Tick, Verbatim, Voice
from phrasebank.register.wording import cut, load_wording

_PLANNED = re.compile(r"明年|下一步|下年度|来年|打算|准备|计划|今后|以后|将要|争取|接下来")
_PLANNED_OPENER = re.compile(
    r"^(?:(?:明年|下一步|下年度|来年|今后|以后|接下来|打算|准备|计划|争取|我们|要|将)[，：:]?)+"
)
_DONE = re.compile(r"了(?!解)|已经|已(?!定)|今年|本年度")
_REASON = re.compile(r"任务较?重|之年|收官|工作忙|影响$")


def word_problems(clauses: Sequence[Clause], voice: Voice) -> tuple[Item, ...]:
    """The problems that were jotted, one item each, in the order of the notes."""
    items: list[Item] = []
    groups = _groups(segments_of(clauses))
    parted = Counter(_line_of(group) for group in groups)
    for group in groups:
        items += _problem_items(group, voice, together=parted[_line_of(group)] > 1)
    return tuple(items)


def word_measures(clauses: Sequence[Clause], voice: Voice, problems: Sequence[Item]) -> tuple[Item, ...]:
    """The measures that were jotted: last year's problems first, then in the order of the problems they answer.

    Args:
        clauses: All clauses of 改进情况, in order.
        voice: Who speaks, about which year.
        problems: What `word_problems` gave (or ticked problems as items); ``kind_id`` and words are looked at.
    """
    items: list[Item] = []
    planned_line: tuple[str, int] | None = None
    for group in _by_tense(_groups(segments_of(clauses))):
        line = _line_of(group)
        text = "，".join(segment.text for segment in group)
        if taken := _last_year(text, group):
            items.append(taken)
            continue
        tense = _tense(text, group)
        if tense == "planned":
            planned_line = line
        elif tense == "neutral" and planned_line == line:
            tense = "planned"
        items += _measure_items(group, tense, voice)
    return _ordered(items, problems)


def problem_ticks() -> tuple[Tick, ...]:
    """The kinds of problem, for the tick list."""
    return tuple(Tick(kind.entry.id, kind.entry.problem, kind.entry.id) for kind in load_kinds())


def measure_ticks(problem_ids: Sequence[str]) -> tuple[Tick, ...]:
    """Measures for the given kinds: two next steps each (``.a``, ``.b``) and what was already done (``.done``)."""
    ticks = []
    for problem_id in problem_ids:
        if kind := kind_by_id(problem_id):
            entry = kind.entry
            ticks += [
                Tick(f"{entry.id}.{mark}", said, entry.id)
                for mark, said in zip("ab", entry.measures, strict=True)
            ]
            ticks.append(Tick(f"{entry.id}.done", entry.done, entry.id))
    return tuple(ticks)


def _groups(segments: Sequence[Segment]) -> list[list[Segment]]:
    groups: list[list[Segment]] = []
    for segment in segments:
        if groups and not segment.strong:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


def _by_tense(groups: Sequence[list[Segment]]) -> list[list[Segment]]:
    """今年给12个名词配了漫画，明年再配20个 is one measure done and one planned."""
    parted: list[list[Segment]] = []
    for group in groups:
        planned = next((at for at, segment in enumerate(group) if at and _PLANNED.search(segment.text)), 0)
        done = planned and any(_DONE.search(segment.text) for segment in group[:planned])
        parted += [group[:planned], group[planned:]] if done else [group]
    return parted


def _line_of(group: Sequence[Segment]) -> tuple[str, int]:
    clause = group[0].clauses[0]
    return clause.note.text, clause.line


def _problem_items(group: list[Segment], voice: Voice, *, together: bool) -> list[Item]:
    clauses = [replace_field(clause, "存在问题") for segment in group for clause in segment.clauses]
    original = {id(new): old for new, old in zip(clauses, (c for s in group for c in s.clauses), strict=True)}
    items: list[Item] = []
    for result in restate_line(clauses, voice, together=False):
        if isinstance(result, Verbatim):
            items.append(_left(original[id(result.clause)], result.reason))
            continue
        kind = kind_of(result.text)
        covered = tuple(original[id(clause)] for clause in result.clauses)
        item = Item(result.text, covered, "neutral", kind.entry.id if kind else "")
        if items and not items[-1].verbatim and (together or _belong(items[-1], item)):
            items[-1] = _merged(items[-1], item)
        else:
            items.append(item)
    return items


def _belong(left: Item, right: Item) -> bool:
    """A reason and what it leads to, or two sides of one problem; two problems of different kinds stay apart."""
    if len(left.text) + len(right.text) > 60:
        return False
    if _REASON.search(left.text) or not right.kind_id or not left.kind_id or left.kind_id == right.kind_id:
        return True
    return {left.kind_id, right.kind_id} in _SIDES


_SIDES = ({"p09", "p10"}, {"p05", "p06"}, {"p02", "p05"}, {"p12", "p13"}, {"p31", "p23"}, {"p28", "p01"})
"""Kinds that people name in one breath and that are one problem: dull and unread, few reports and gaps in them."""


def _merged(left: Item, right: Item) -> Item:
    kind = left.kind_id or right.kind_id
    return replace(
        left, text=f"{left.text}，{right.text}", clauses=(*left.clauses, *right.clauses), kind_id=kind
    )


def _left(clause: Clause, reason: str) -> Item:
    return Item(clause.text, (clause,), clause.tense, verbatim=True, reason=reason)


def replace_field(clause: Clause, field: str) -> Clause:
    """The clause as one of another field, so that the rules of that field hold for it."""
    return replace(clause, field=field)


def _tense(text: str, group: list[Segment]) -> Tense:
    if _PLANNED.search(text):
        return "planned"
    if _DONE.search(text):
        return "done"
    tenses = [clause.tense for segment in group for clause in segment.clauses]
    return next((tense for tense in tenses if tense != "neutral"), "neutral")


def _measure_items(group: list[Segment], tense: Tense, voice: Voice) -> list[Item]:
    clauses: list[Clause] = []
    original: dict[int, Clause] = {}
    for segment in group:
        for clause in segment.clauses:
            stripped = _PLANNED_OPENER.sub("", clause.text) if tense == "planned" else clause.text
            note = replace(clause.note, text=clause.note.text.replace(clause.text, stripped, 1))
            new = replace(clause, text=stripped or clause.text, field="改进情况", note=note)
            original[id(new)] = clause
            clauses.append(new)
    if len(clauses) > 1:
        joined = _one_note(group, tense)
        clauses = [replace(clause, note=joined) for clause in clauses]
        original = dict(zip(map(id, clauses), original.values(), strict=True))
    items: list[Item] = []
    for result in restate_line(clauses, voice, together=False, planned=tense == "planned"):
        if isinstance(result, Verbatim):
            items.append(_left(original[id(result.clause)], result.reason))
            continue
        covered = tuple(original[id(clause)] for clause in result.clauses)
        text = f"已{result.text}" if _wants_done(result, tense) else result.text
        if items and not items[-1].verbatim and len(items[-1].text) + len(text) <= 60:
            items[-1] = _merged(items[-1], Item(text, covered, tense))
        else:
            items.append(Item(text, covered, tense))
    return items


def _one_note(group: list[Segment], tense: Tense) -> Note:
    note = group[0].clauses[0].note
    text = note.text
    if tense == "planned":
        text = "".join(_PLANNED_OPENER.sub("", piece) for piece in re.split(r"([，；。;\n])", text))
    return replace(note, text=text)


def _wants_done(result: Restated, tense: Tense) -> bool:
    return tense == "done" and cut(result.text)[0] in load_wording().acts and "已" not in result.text[:12]


_LAST_YEAR = re.compile(
    r"(?:针对|对|对于)?(?:去年|上年|上年度|上一年)(?:的时候)?(?:说|提到|提出|提|反映|查出|报告里说|讲|写|指出|存在|有)(?:的|了|过)?(?:的)?"
    r"(?P<problem>[^，]{2,24}?)(?:的?问题)?，(?:今年|本年度|现在)?(?P<done>.+)"
)
_BETTER = re.compile(
    r"(?:好多了|好一些了?|好些了|有好转|改观了?|有改善|好点了|好转了|强多了|改善了|有所改善|比以前好(?:多)?了?)"
)


def _last_year(text: str, group: list[Segment]) -> Item | None:
    """``去年说更新慢，今年搞了周报送，好多了`` as one sentence in the perfect tense, or None."""
    match = _LAST_YEAR.fullmatch(text)
    if not match or refusal(text):
        return None
    problem = word(normalise(match["problem"]), "存在问题")
    steps = []
    for piece in match["done"].split("，"):
        said = "情况有所改善" if _BETTER.fullmatch(piece) else word(piece, "改进情况")
        if said is None:
            return None
        steps.append(said)
    clauses = tuple(clause for segment in group for clause in segment.clauses)
    kind = kind_of(problem or "")
    said = f"上年提出的{problem}问题，本年度{'，'.join(steps)}"
    if problem is None or not is_official(said):
        return None
    return Item(said, clauses, "done", kind.entry.id if kind else "", last_year=True)


def _ordered(items: Sequence[Item], problems: Sequence[Item]) -> tuple[Item, ...]:
    taken = [item for item in items if item.last_year]
    placed: list[tuple[int, int, Item]] = []
    previous = -1
    for position, item in enumerate(item for item in items if not item.last_year):
        index = _answered(item.text, problems)
        previous = previous if index is None else index
        kind = problems[index].kind_id if index is not None else ""
        placed.append((previous if previous >= 0 else len(problems), position, replace(item, kind_id=kind)))
    placed.sort(key=lambda entry: (entry[0], entry[1]))
    return (*taken, *(item for _, _, item in placed))


def _answered(measure: str, problems: Sequence[Item]) -> int | None:
    """The problem that a measure answers: by kind, then by shared words; None when none fits."""
    scores = []
    for index, problem in enumerate(problems):
        kind = kind_by_id(problem.kind_id) if problem.kind_id else None
        hits = sum(len(found[0]) for found in kind.answers.finditer(measure)) if kind else 0
        shared = len(_pairs(measure) & _pairs(problem.text))
        scores.append((2 * hits + 3 * shared, -index))
    best = max(scores, default=(0, 0))
    return -best[1] if best[0] > 0 else None


_COMMON = frozenset(
    {"公开", "信息", "工作", "政府", "不够", "情况", "内容", "不足", "较少", "进行", "开展", "加强"}
)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) - _COMMON
