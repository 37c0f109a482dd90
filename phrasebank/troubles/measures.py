"""The measures that were jotted, worded one by one with their tense (writing craft, 2.8).

One decision: the tense is what was said: 了, 已 and 今年 are done, 明年, 打算 and 准备 are planned, else neither; a plan
at the head of a line holds for the rest of it. Which problem a measure answers is decided elsewhere (`pairing`).
"""

import re
from collections.abc import Sequence
from itertools import islice

import msgspec
from msgspec.structs import replace

from phrasebank.reading import Clause, Note, Tense
from phrasebank.register.alone import stands
from phrasebank.register.line import restate_line, word
from phrasebank.register.rewrite import apply_whole, normalise
from phrasebank.register.safety import is_official, keeps_atoms, refusal
from phrasebank.register.segments import Segment
from phrasebank.register.shapes import Item, Verbatim, Voice
from phrasebank.register.wording import cut, load_wording
from phrasebank.remembered import by_clauses
from phrasebank.troubles.everyday import in_office_words
from phrasebank.troubles.gate import faithful
from phrasebank.troubles.going_on import DATED, done_then_planned, since, whole_or_left
from phrasebank.troubles.grammar import load_grammar
from phrasebank.troubles.pieces import (
    Group,
    clauses_of,
    groups_of,
    left_over,
    line_of,
    text_of,
    told_with,
    without_remarks,
)
from phrasebank.troubles.plain import ONCE, in_plain_words
from phrasebank.troubles.pointing import pointed
from phrasebank.troubles.tenses import NEXT_YEAR, OPENER, THIS_YEAR, by_tense, tense_of, timeless
from report import lazily
from report.lazily import pattern

_FIELD = "改进情况"
_WIDEST = 3


class Measures(msgspec.Struct, frozen=True):
    """Everything 改进情况 says, but for last year's problems."""

    groups: tuple[tuple[Item, ...], ...]
    """One tuple per jotted item; its parts stood between commas and may answer different problems."""
    left: tuple[Item, ...]
    """What nobody could word."""


@by_clauses(64)
def word_measures(clauses: Sequence[Clause], voice: Voice) -> Measures:
    """Word the measures of a note, in the order jotted."""
    groups: list[tuple[Item, ...]] = []
    left: list[Item] = []
    next_year = f"{voice.year + 1}年"
    planned_line: tuple[str, int] | None = None
    apart = [(part, one) for one in map(pointed, groups_of(clauses)) for part in by_tense([one.group])]
    for jotted, pointing in apart:
        group = [replace(each, text=NEXT_YEAR.sub(next_year, each.text)) for each in jotted]
        line = line_of(group)
        text = text_of(group)
        tense = tense_of(text, group)
        if tense != "done" and next_year in text:
            tense = "planned"
        if tense == "planned":
            planned_line = line
        elif tense == "neutral" and planned_line == line:
            tense = "planned"
        plain, remarks = without_remarks(group)
        items = since(whole_or_left(_items_of(plain, tense, voice)), remarks)
        if remarks and items[-len(remarks) :] == remarks and len(items) > len(remarks):
            at = len(items) - len(remarks) - 1
            items = [*items[:at], *told_with(items[at], remarks, "measures")]
        items = [pointing.told(item) for item in items]
        if joined := done_then_planned(groups, items, line):
            groups[-1] = joined
            continue
        left += [item for item in items if item.verbatim]
        if worded := tuple(item for item in items if not item.verbatim):
            groups.append(worded)
    return Measures(tuple(groups), tuple(left))


def word_step(text: str, *, planned: bool = False) -> str | None:
    """One measure without its time word in official words, or None."""
    if refusal(text):
        return None
    bare = OPENER.sub("", text) if planned else THIS_YEAR.sub("", text)
    if said := _remedy(bare):
        return said
    said = word(bare, _FIELD, planned=planned)
    return said if said and faithful(bare, said) else in_plain_words(bare, "measures")


def word_jotted_step(text: str) -> str | None:
    """One measure that a pattern reads whole, commas included, or None."""
    return None if refusal(text) else _remedy(THIS_YEAR.sub("", text))


_DATE_LAST = pattern(
    r"(?P<rest>[^，]+)，(?P<date>(?:[0-9]{2,4}年)?(?:上半年|下半年|[一二三四1-4]季度|年底前?|[0-9]{1,2}月底?前))"
)
"""When, jotted after what: 空栏目合并，一季度."""


def _remedy(text: str) -> str | None:
    """What a pattern makes of a measure, or None; a date at its head stays there."""
    if text.startswith("争取") and (rest := _remedy(text[2:])):
        return f"争取{rest}"
    if (dated := DATED.fullmatch(text)) and (rest := _remedy(dated["rest"])):
        return dated["date"] + rest
    if (ends := _DATE_LAST.fullmatch(text)) and (rest := _remedy(ends["rest"])):
        return ends["date"] + rest
    for name in ("remedies.yaml", "doings.yaml"):
        reading = load_grammar(name).read(text)
        if reading and is_official(reading.text) and _keeps(text, reading.text):
            return reading.text
    return _worded(text)


def _worded(text: str) -> str | None:
    """By a rule of the register, else in an office's words sense by sense, else with its small words replaced."""
    ruled = apply_whole(text, _FIELD)
    if ruled is not None and stands(text, ruled) and faithful(text, ruled):
        return ruled
    if not _WHERE_TO.match(text) and (said := in_office_words(text, "measures")):
        return said
    return None if "，" in text or _BY_REGISTER.search(text) else in_plain_words(text, "measures")


_BY_REGISTER = lazily.pattern("都|(?<!精力)[放摆挂]到|能")
"""The register knows more of these words than that they are spoken."""


_WHERE_TO = pattern("[放挂摆](?:到|在)")
"""放到公众号 without its thing: whether it is published or stands there, only the register can tell."""
_ALL = pattern(r"(?<!首)都(?!市)|一律|全部|全都|均(?!衡)|一个不落")
_SAID_ALL = pattern(r"均|一律|全部|各|逐|每|所有|凡")


def _keeps(jotted: str, said: str) -> bool:
    """Every number and name is there, and where all of them were meant, all of them are."""
    bare = ONCE.sub("", jotted)
    return keeps_atoms(bare, ONCE.sub("", said)) and not (_ALL.search(jotted) and not _SAID_ALL.search(said))


def _items_of(group: Group, tense: Tense, voice: Voice) -> list[Item]:
    if tense == "done" and len(group) > 1:
        told = _by_register(group, tense, voice)
        if len(told) == 1 and not told[0].verbatim:
            return told  # the register knows how the parts belong together
    if group and _ONLY_MENDED.fullmatch(group[0].text):  # what was done is not said
        return [*map(left_over, group[0].clauses), *_items_of(group[1:], tense, voice)]
    items: list[Item] = []
    waiting: Group = []
    index = 0
    while index < len(group):
        item, width = _widest(group[index:], tense)
        if item is None:
            waiting.append(group[index])
        else:
            items += _by_register(waiting, tense, voice)
            waiting = []
            items.append(item)
        index += width
    return items + _by_register(waiting, tense, voice)


_ONLY_MENDED = lazily.pattern(
    "(?:[^，]{2,12}?(?:少|慢|低|差|晚|不全|不齐|不及时|单一|不足|不够|不规范|不强)(?:的)?(?:问题)?)?(?:这些|上述|问题|现在|目前|今年|都|已经?|全部?|基本|正在|在)*(?:改了|改好了?|改完了?|改过来了?|改正了?|修改了?|解决了?|整改了?|整改到位了?|整改完成了?|完成整改了?|改|整改)(?:了)?"
)
"""Mended, without a word on what was done about it."""


def _widest(segments: Sequence[Segment], tense: Tense) -> tuple[Item | None, int]:
    for width in range(min(_WIDEST, len(segments)), 0, -1):
        if any(refusal(segment.text, alone=width == 1) for segment in segments[:width]):
            continue
        text = "，".join(timeless(segment.text, tense) for segment in segments[:width])
        if said := _remedy(text):
            return Item(_as_done(said, tense), clauses_of(segments[:width]), tense), width
    return None, 1


def _by_register(segments: Group, tense: Tense, voice: Voice) -> list[Item]:
    if not segments:
        return []
    clauses: list[Clause] = []
    for clause in clauses_of(segments):
        bare = timeless(NEXT_YEAR.sub(f"{voice.year + 1}年", clause.text), tense)
        note = replace(clause.note, text=clause.note.text.replace(clause.text, bare, 1))
        new = replace(clause, text=bare, field=_FIELD, note=note)
        clauses.append(new)
    if len(clauses) > 1:
        joined = _one_note(segments, tense)
        clauses = [replace(clause, note=joined) for clause in clauses]
    items: list[Item] = []
    originals = iter(clauses_of(segments))
    for result in restate_line(clauses, voice, together=False, planned=tense == "planned"):
        if isinstance(result, Verbatim):
            items.append(_plainly(result.clause, next(originals), tense, result.reason))
        elif not faithful("，".join(clause.text for clause in result.clauses), result.text):
            several = islice(originals, len(result.clauses))
            items += [_plainly(*pair, tense) for pair in zip(result.clauses, several, strict=True)]
        else:
            covered = tuple(islice(originals, len(result.clauses)))
            items.append(Item(_as_done(result.text, tense), covered, tense))
    return items


def _plainly(bare: Clause, jotted: Clause, tense: Tense, reason: str = "") -> Item:
    """The clause in its own order with its small spoken words replaced, else left to the person."""
    text = normalise(bare.text)
    said = (
        ""
        if reason
        else in_office_words(text, "measures", as_jotted=True) or in_plain_words(text, "measures")
    )
    return Item(_as_done(said, tense), (jotted,), tense) if said else left_over(jotted, reason)


def _one_note(group: Group, tense: Tense) -> Note:
    """The note as the stripped clauses were cut from it, so that the marks between them are found."""
    note = group[0].clauses[0].note
    pieces = re.split(r"([，；。;\n])", note.text)
    return replace(note, text="".join(timeless(piece, tense) for piece in pieces))


def _as_done(text: str, tense: Tense) -> str:
    """What was done says so where it opens with a verb."""
    first, *more = cut(text)
    acts = load_wording().acts
    opens = (first in acts and not (more and more[0] in acts)) or bool(_VERB.match(text))
    opens = opens and not (_A_STEP.match(text) or _NOUN_FIRST.match(text))
    return f"已{text}" if tense == "done" and opens and "已" not in text[:12] else text


_A_STEP = pattern("[^，]{2,10}[前后](?:均|都)?(?:由|须|先|经)|解读配")
"""What opens so names a thing and when (答复发出前由司法局审核), no act."""
_NOUN_FIRST = pattern(
    "公开栏|公示栏|(?:解读|公示|公告|培训|答复|审核|检查|宣传|评议|更新)(?=[配做编拍由按每统全均都改共从再一])"
)
"""What may be done, but here something is said of it (解读配图24篇)."""
_VERB = pattern(
    r"制定|明确|建立|设置|配备|增加|实行|开展|组织|印制|编制|修订|调整|归并|清理|规范|优化|完善|下架|更换|公开|汇编|制作"
)
