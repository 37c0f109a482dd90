"""The words clerks use for the tables' numbers, and which number of a clause each word is for.

One decision: a clause is read only if nothing is left of it but such words, numbers and fillers; short forms (人6，企7)
are written out before, what describes an applicant (搞水电的公司) is not a fact of the report.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from phrasebank.plan.rows import ROWS_OF
from phrasebank.reading import Clause, Quantity
from report import lazily
from report.yamlfile import convert, read_yaml

_FILE = Path(__file__).parent.parent / "lexicon" / "figures.yaml"


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    words: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    fillers: tuple[str, ...]
    request_fillers: tuple[str, ...]
    denials: tuple[str, ...]
    in_time: tuple[str, ...]
    tails: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[_Entry, ...]]


class Lexicon(msgspec.Struct, frozen=True):
    """The words of one group of figures; ``meanings`` gives a figure id, ``filler``, ``denial``, ``in_time`` or a tail."""

    pattern: re.Pattern[str]
    meanings: Mapping[str, str]


@cache
def figure_words(group: str) -> Lexicon:
    """The words of ``requests``, ``documents``, ``rules`` or ``fees``."""
    data = convert(read_yaml(_FILE), _File)
    meanings = dict.fromkeys(data.fillers, "filler")
    meanings |= dict.fromkeys(data.denials, "denial")
    for entry in data.groups[group]:
        meanings |= dict.fromkeys(entry.words, entry.id)
    if group == "requests":
        meanings = dict.fromkeys(data.request_fillers, "filler") | meanings
        meanings |= dict.fromkeys(data.in_time, "in_time")
    if group == "documents":
        for tail, known_words in data.tails.items():
            meanings |= dict.fromkeys(known_words, f"tail.{tail}")
    known = sorted(meanings, key=lambda word: (-len(word), word))
    return Lexicon(re.compile("\x00[0-9]+\x00|\x01|\x02|" + "|".join(map(re.escape, known))), meanings)


_OUT_OF = ("里", "中", "当中", "里头", "里面")
"""6件里办了5件: the number before it is the whole."""
_MARKS = {"\x01": "reason", "\x02": "in_time"}
_SHORT = (
    (
        lazily.pattern(r"(?:^|(?<=\x00))(人|企|律|公益|科研)(?=\x00)"),
        {"人": "自然人", "企": "企业", "律": "律所", "公益": "公益组织", "科研": "科研机构"},
    ),
    (
        lazily.pattern(r"(?:^|(?<=[：:]))(公开|部分|无法|其他)(?=\x00[0-9]+\x00$)"),
        {"公开": "予以公开", "部分": "部分公开", "无法": "无法提供", "其他": "其他的"},
    ),
    (lazily.pattern(r"^(没有?|无)(?=\x00[0-9]+\x00$)"), {"没": "不掌握", "没有": "不掌握", "无": "不掌握"}),
    (lazily.pattern(r"(?<=\x00)(公开了?)$"), {"公开": "予以公开", "公开了": "予以公开"}),
    (lazily.pattern(r"(?:^|(?<=\x00))(维|纠)(?=\x00)"), {"维": "维持", "纠": "纠正"}),
    (lazily.pattern(r"^(办)(?=[^\u4e00-\u9fff]*\x00[0-9]+\x00$)"), {"办": "办结"}),
    (lazily.pattern(r"(网|信)(?=\x00)"), {"网": "网络", "信": "信函"}),
)
_DESCRIBED = lazily.pattern(
    r"(?:搞|做|干|开)[\u4e00-\u9fff]{1,5}的(?=公司|企业)|(?:保险|商业|房产|开发|建筑|科技|物业|广告|种子|建材|矿业|环保|咨询|(?<!一)家)(?=公司)"
)
_IN_TIME = lazily.pattern(
    r"(?:在)?(?:法定期限|规定(?:的)?(?:时间|期限)|法定时限|期限|时限|20(?:天|日|个工作日))(?:里头|之内|以内|内|里)(?:都)?(?:答复?|回复?|办结?)?"
)
_PENDING = lazily.pattern(r"(?:还|尚|仍)(?:都|均)?(?:在|处于|没|未|不)")
"""还在期限里 is said of what has no answer yet."""


def in_time(text: str) -> re.Match[str] | None:
    """Where a clause says that answers came in time, if it does."""
    return None if _PENDING.search(text) else _IN_TIME.search(text)


def numbers_hidden(clause: Clause, group: str) -> str:
    """The clause with its numbers, and the time in which answers came, hidden behind marks."""
    marks = [(each.start, each.end, f"\x00{index}\x00") for index, each in enumerate(clause.quantities)]
    if group == "requests" and (timely := in_time(clause.text)):
        marks = [mark for mark in marks if mark[1] <= timely.start() or mark[0] >= timely.end()]
        marks.append((timely.start(), timely.end(), "\x02"))
    text = clause.text
    for start, end, mark in sorted(marks, reverse=True):
        text = text[:start] + mark + text[end:]
    return text


def written_out(text: str) -> str:
    """A clause with its numbers hidden, its short forms written out and descriptions of applicants taken out."""
    for pattern, words in _SHORT:
        text = pattern.sub(lambda found, words=words: words[found[1]], text)  # type: ignore[misc]
    return _DESCRIBED.sub("", text)


def pair_numbers(
    clause: Clause, pieces: Sequence[str], lexicon: Lexicon
) -> tuple[list[tuple[str, Quantity]], list[str], bool, bool]:
    """Give every number the figure word before it, else the one right after it; report the words left alone."""
    pairs: list[tuple[str, Quantity]] = []
    waiting: list[str] = []
    alone: list[str] = []
    open_number: Quantity | None = None
    denied = timely = False
    for piece in pieces:
        if piece.startswith("\x00"):
            if open_number is not None:
                pairs.append(("", open_number))
                open_number = None
            quantity = clause.quantities[int(piece.strip("\x00"))]
            specific = [word for word in waiting if word != "subject" and not word.startswith("tail.")]
            if specific:
                pairs.append((specific[-1], quantity))
                alone += specific[:-1]
                waiting = []
            else:
                open_number = quantity
            continue
        if open_number is not None and piece in _OUT_OF:
            pairs.append(("", open_number))
            open_number = None
        meaning = _MARKS.get(piece) or lexicon.meanings[piece]
        if meaning == "denial":
            denied = True
        elif meaning == "in_time":
            timely = True
        elif meaning not in {"filler", "reason"}:
            if open_number is not None and meaning != "subject" and not meaning.startswith("tail."):
                pairs.append((meaning, open_number))
                open_number = None
            else:
                waiting.append(meaning)
    if open_number is not None:
        pairs.append(("", open_number))
    return pairs, [*alone, *waiting], denied, timely


def named_in(pairs: Sequence[tuple[str, Quantity]], bare: Sequence[str]) -> tuple[str, ...]:
    """The figures a clause names, each once; 不予公开 beside its reason (涉及第三方没给) is no second one."""
    every = (*(name for name, _ in pairs), *bare)
    figures = (name for name in every if name.startswith(("T", "FEE")))
    named = dict.fromkeys(one for name in figures for one in name.split("|"))
    wholes = {whole for whole, rows in ROWS_OF.items() if named.keys() & {row for _, row in rows}}
    return tuple(name for name in named if name not in wholes)
