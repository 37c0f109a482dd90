"""What no tokeniser may cut: titles, document numbers, dates, ordinals, fixed terms. Found first, by our own patterns.

One decision: protection comes before tokenising and before counting, so 三审三校 is never three of anything and
〔2021〕30号 never thirty. The patterns are data (``lexicon/protected.yaml``); a word of the theme lexicon that holds a
numeral is protected without being listed there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from report.yamlfile import YamlFile, convert, read_yaml

SpanKind = Literal["title", "document", "date", "ordinal", "term", "formula", "contact", "version"]

LEXICON = Path(__file__).parent / "lexicon"
"""Folder of the shipped lexicon files."""

_CHINESE_NUMERALS = "零一二两三四五六七八九十百千万亿"
NUMERALS = "0123456789" + _CHINESE_NUMERALS
_BEFORE_MORE = NUMERALS + ".点"
"""A fixed word with one of these characters could be mistaken for a number."""

_CUTTABLE = NUMERALS + "（）"
"""A word of the theme lexicon with one of these is a term: 依申请公开受理（有申请） is one name."""

FULL_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
"""One character each, so positions stay: patterns are matched on the plain form."""


class _Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: SpanKind
    pattern: str
    example: str


class _ProtectedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    patterns: tuple[_Pattern, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Span:
    """A stretch of text that stays whole."""

    start: int
    end: int
    kind: SpanKind


class Protector:
    """The compiled patterns and terms of one ``protected.yaml``."""

    def __init__(self, source: YamlFile, more_terms: Iterable[str] = ()) -> None:
        """Compile the file's patterns.

        Raises:
            InputProblem: a pattern is not a regular expression, or does not find its own example.
        """
        shape = convert(source, _ProtectedFile)
        self._patterns: list[tuple[SpanKind, re.Pattern[str]]] = []
        for index, given in enumerate(shape.patterns):
            at = f"$.patterns[{index}].pattern"
            try:
                compiled = re.compile(given.pattern)
            except re.error as why:
                raise source.problem(f"不是完好的正则表达式（{why}）", at, "括号成对的正则表达式") from why
            if not compiled.search(given.example):
                raise source.problem(f"找不到自己的例子“{given.example}”", at, "能找到 example 的正则表达式")
            self._patterns.append((given.kind, compiled))
        cuttable = {word for word in more_terms if len(word) > 1 and any(mark in _CUTTABLE for mark in word)}
        self.terms = tuple(sorted({*shape.terms, *cuttable}, key=lambda word: (-len(word), word)))
        self._terms = re.compile("|".join(map(re.escape, self.terms))) if self.terms else None

    def spans(self, text: str) -> tuple[Span, ...]:
        """The protected spans of ``text``, in order, none overlapping; the earliest wins, then the longest."""
        plain = text.translate(FULL_WIDTH)
        found = [
            Span(match.start(), match.end(), kind)
            for kind, pattern in self._patterns
            for match in pattern.finditer(plain)
            if match.end() > match.start()
        ]
        if self._terms:
            found += [Span(match.start(), match.end(), "term") for match in self._terms.finditer(plain)]
        found = [span for span in found if span.kind != "term" or not _inside_numeral(plain, span.start)]
        found += _bullets(plain)
        found.sort(key=lambda span: (span.start, -span.end))
        kept: list[Span] = []
        for span in found:
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return tuple(kept)


def _inside_numeral(text: str, start: int) -> bool:
    """Whether a numeral only goes on here: the 万一 of 四万一千 and the 万户 of 1.2万户 are no words."""
    return start > 0 and text[start] in _CHINESE_NUMERALS and text[start - 1] in _BEFORE_MORE


_BULLET = re.compile(r"[（(]([0-9]{1,2})[)）]|(?<![0-9.〔（(])([0-9]{1,2})(?:[、．)）.](?=[^0-9]))")
_ITEM_END = re.compile(r"[0-9][\u4e00-\u9fff]{1,2}\Z")
_LINE_START = re.compile(r"(?:^|[\n。；;：:])\s*\Z")


def _bullets(text: str) -> list[Span]:
    """Numbers that only count the items of a list: 1、… 2、…; inside a line the next one must be one more."""
    found: list[Span] = []
    last = 0
    for match in _BULLET.finditer(text):
        number = int(match[1] or match[2])
        before = text[: match.start()]
        starts_line = bool(_LINE_START.search(before))
        # Inside a line 网站1、公众号2 are amounts; after a first bullet the next number in turn is the next bullet.
        in_turn = last and number == last + 1 and (not match[0].endswith("、") or _ends_item(before))
        if in_turn or (starts_line and number == 1):
            found.append(Span(match.start(), match.end(), "ordinal"))
            last = number
    return found


def _ends_item(before: str) -> bool:
    """Whether a list's next bullet may stand here: after a mark, a blank, or an item's own number and unit."""
    return not before or not before[-1].isalnum() or bool(_ITEM_END.search(before))


@cache
def read_lexicon(name: str) -> YamlFile:
    """One shipped lexicon file, read once."""
    return read_yaml(LEXICON / name)
