"""Last year's problems: every one is taken up with what was done about it, or asked about (writing craft, 2.8).

One decision: only what was said counts as done: a sentence that names last year's problem, or a measure in the perfect
that answers it and none of this year's. A problem nobody took up becomes a gap; none vanishes.
"""

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from phrasebank.register.rewrite import normalise
from phrasebank.register.safety import is_official, keeps_atoms, refusal
from phrasebank.register.shapes import Item
from phrasebank.troubles.about_last_year import LAST_YEAR, as_item, with_marks
from phrasebank.troubles.complaint import word_problem
from phrasebank.troubles.kinds import kind_of
from phrasebank.troubles.measures import Measures, word_jotted_step, word_step
from phrasebank.troubles.pairing import alike, as_one, score
from phrasebank.troubles.pieces import Group, clauses_of
from report import lazily
from report.lazily import pattern

_ACCOUNTS = pattern(r"(?<=注销|关停|归并)(?=[0-9]+个)")
"""What was closed of the new media is accounts, where only the number was jotted."""
_BETTER = pattern(
    r"(?:将就|已经|现在|情况|基本|算是|总算|都|也)*(?:好多了|好一些了?|好些了|有好转|改观了?|有改善|好点了|好转了|强多了|改善了|有所改善|比以前好(?:多)?了?|跟上了|好了)"
)
_MENDED = pattern(
    r"(?:都|已经?|全部?|基本)*(?:改了|改好了|整改了?|解决了?|改完了|改过来了|整改到位了?|整改完成了?|完成整改)"
)
_KEPT_TO = pattern("(?:都|也|基本)*(?:做到|落实|办到|坚持下来)了|(?:都|也)?已经?做了")
_MOST = 90


class TakenUp(msgspec.Struct, frozen=True):
    """What the report says of last year's problems."""

    sentences: tuple[Item, ...]
    """Whole sentences without closing mark, in the order of last year's problems."""
    open_ones: tuple[str, ...]
    """Last year's problems, in the person's words, that nobody took up."""
    measures: Measures
    """The measures that are left for this year's problems."""
    left: tuple[Item, ...] = ()
    """Words about last year that nobody could word."""


def take_up(
    about: Sequence[Group], last: Sequence[str], measures: Measures, problems: Sequence[Item]
) -> TakenUp:
    """Put last year's problems together with what was done about them.

    Args:
        about: What `spoken_of` found.
        last: Last year's problems in the person's words.
        measures: This year's measures.
        problems: This year's problems, which keep the measures that answer them.
    """
    said: list[tuple[int, Item]] = []
    left: list[Item] = []
    waiting = list(range(len(last)))
    for group in about:
        place = _place_of(group, last, waiting)
        sentence = _sentence(group, last[place] if place is not None else "")
        if place is not None:
            waiting.remove(place)
        if sentence is None:
            clauses = clauses_of(group)
            jotted = "，".join(clause.text for clause in clauses)
            left.append(Item(jotted, clauses, "done", verbatim=True))
        else:
            said.append((len(last) if place is None else place, sentence))
    rest = measures
    for place in tuple(waiting):
        found, rest = _by_measure(last[place], rest, problems)
        if found:
            waiting.remove(place)
            said.append((place, found))
    said.sort(key=lambda entry: entry[0])
    return TakenUp(
        tuple(item for _, item in said), tuple(last[place] for place in waiting), rest, tuple(left)
    )


def _place_of(group: Group, last: Sequence[str], waiting: Sequence[int]) -> int | None:
    """Which of last year's problems a sentence speaks of: the one most alike; the only one where there is one."""
    match = LAST_YEAR.fullmatch(with_marks(group))
    jotted = match["problem"] if match else ""
    worded = word_problem(normalise(jotted)) or jotted
    scores = []
    for place in waiting:
        other = as_item(last[place])
        kind = kind_of(worded)
        same = 20 if kind and kind.entry.id == other.kind_id else 0
        scores.append((same + score(jotted, other) + score(worded, other), -place))
    best = max(scores, default=(0, 0))
    if best[0] > 0:
        return -best[1]
    return waiting[0] if len(waiting) == 1 and len(last) == 1 else None


def _sentence(group: Group, known: str) -> Item | None:
    """``去年说更新慢，今年搞了周报送，好多了`` as one sentence in the perfect tense, or None."""
    text = with_marks(group)
    match = LAST_YEAR.fullmatch(text)
    if not match or refusal(text):
        return None
    problem = _problem_name(known) or word_problem(normalise(match["problem"]))
    steps = _counted(match["problem"], match["done"]) or _steps(match["done"])
    if not problem or not steps or any(map(_COMPLAINS.search, steps)):
        return None
    said = opening(
        problem, _ACCOUNTS.sub("账号", "，".join(steps)) if "新媒体" in problem else "，".join(steps)
    )
    if not is_official(said) or len(said) > _MOST or not keeps_atoms(match["done"], "，".join(steps)):
        return None
    kind = kind_of(problem)
    return Item(said, clauses_of(group), "done", kind.entry.id if kind else "", last_year=True)


_COMPLAINS = lazily.pattern(
    "(?:不够|不及时|不足|不全|不规范|不高|不强|不深|欠缺|滞后|较少|偏少|较慢|单一|单薄|薄弱)(?!的)[^，]{0,4}$"
)
"""What is wrong this year is no step against what was wrong last year."""
_TOO_FEW = lazily.pattern(
    r"(?P<thing>[一-鿿]{2,10}?)(?:公开|发布|公布|发|做)?(?:得|的)?(?:还|比较|太|较|偏)?(?:少|不多|不足|不够)"
)
_NOW_SO_MANY = pattern(
    r"(?:公开|发布|公布|发|出|做)(?:了|到)?(?P<number>[0-9]+余?)(?P<unit>个|条|件|篇|份|期)(?:了)?"
)


def _counted(problem: str, done: str) -> list[str]:
    """How many there are now of what there was too little of: 政策文件公开少，今年公开了36个."""
    few, now = _TOO_FEW.fullmatch(problem), _NOW_SO_MANY.fullmatch(done)
    if not few or not now:
        return []
    thing = normalise(few["thing"])
    unit = "件" if now["unit"] == "个" and thing.endswith("文件") else now["unit"]
    return [f"公开{thing}{now['number']}{unit}"] if is_official(thing) and unit != "个" else []


def opening(problem: str, steps: str) -> str:
    """The sentence that takes a problem up."""
    named = problem if problem.endswith("问题") else f"{problem}问题"
    if steps.startswith("仍然存在，"):
        return f"上年提出的{named}仍然存在，本年度{steps.removeprefix('仍然存在，')}"
    if steps.startswith(("已", "现已", "自", "本年度", "情况")):
        return f"上年提出的{named}，{steps}"
    return f"上年提出的{named}，本年度{steps}"


def _problem_name(jotted: str) -> str:
    return (word_problem(normalise(jotted)) or "") if jotted else ""


def _steps(done: str) -> list[str]:
    steps: list[str] = []
    pieces = [piece for piece in re.split(r"[，；。+]", done) if piece]
    while pieces:
        said, width = _first_step(pieces)
        if not said:
            return []
        steps.append(said)
        pieces = pieces[width:]
    return steps


def _first_step(pieces: Sequence[str]) -> tuple[str, int]:
    """The step at the head of what was done, over two pieces where they only make sense together."""
    if len(pieces) > 1 and (said := word_jotted_step(normalise("，".join(pieces[:2])))):
        return said, 2
    if _BETTER.fullmatch(pieces[0]):
        return "情况有所改善", 1
    if _KEPT_TO.fullmatch(pieces[0]):
        return "已落实", 1
    if pieces[0] == "仍然存在":
        return pieces[0], 1
    if _MENDED.fullmatch(pieces[0]):
        return "已完成整改", 1
    return _step(normalise(pieces[0])) or "", 1


_SET = pattern(r"^(?:今年)?(?:规定|定)了?(?=[^，]*(?:[内前]|每|必须|换|更))")
_BARE_VERB = lazily.pattern(r"[上搞弄做开出画加整关停](?![传线报级海展设合改理])")
"""A step that begins with one of these still sounds spoken."""


def _step(piece: str) -> str | None:
    """One step in official words, or None."""
    piece = _SET.sub("规定", piece)
    said = word_step(re.sub("完(?=[0-9])", "后", piece))
    return None if said is None or _BARE_VERB.match(said) else said


def _answers_it(group: Sequence[Item], whole: Item, problem: Item, problems: Sequence[Item]) -> bool:
    """Whether what was done answers last year's problem and none of this year's; where it names one, the one it names."""
    done = all(item.tense == "done" for item in group)
    if not whole.names:
        here = max((score(whole.text, each) for each in problems), default=0)
        return done and score(whole.text, problem) > here
    named = alike(whole.names, problem)
    here = max((alike(whole.names, each) for each in problems), default=0)
    if any(item.tense == "planned" for item in group) or not named:
        return False
    return named >= here if done else not here


def _by_measure(jotted: str, measures: Measures, problems: Sequence[Item]) -> tuple[Item | None, Measures]:
    """A measure that was carried out and answers last year's problem, but none of this year's."""
    problem = as_item(jotted)
    if not is_official(problem.text):
        return None, measures
    for index, group in enumerate(measures.groups):
        whole = as_one(group)
        if _answers_it(group, whole, problem, problems):
            said = opening(problem.text, whole.text)
            taken = replace(whole, text=said, last_year=True, kind_id=problem.kind_id)
            return taken, replace(measures, groups=measures.groups[:index] + measures.groups[index + 1 :])
    return None, measures
