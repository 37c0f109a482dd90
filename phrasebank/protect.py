"""What no tokeniser may cut: titles, document numbers, dates, ordinals, fixed terms. Found first, by our own patterns.

One decision: protection comes before tokenising and before counting, so 三审三校 is never three of anything and
〔2021〕30号 never thirty. The patterns are data (``lexicon/protected.yaml``); a word of the theme lexicon that holds a
numeral is protected without being listed there.
"""

import re
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

import msgspec

from phrasebank.needs import Needs, holds, needed_words
from report import lazily
from report.yamlfile import YamlFile, convert, read_yaml

SpanKind = Literal["title", "document", "date", "ordinal", "term", "formula", "contact", "version"]

LEXICON = Path(__file__).parent / "lexicon"
"""Folder of the shipped lexicon files."""

_CHINESE_NUMERALS = "零一二两三四五六七八九十百千万亿"
NUMERALS = "0123456789" + _CHINESE_NUMERALS
_BEFORE_MORE = NUMERALS + ".点"
"""A fixed word with one of these characters could be mistaken for a number."""

_CUTTABLE = frozenset(NUMERALS + "（）")
"""A word of the theme lexicon with one of these is a term: 依申请公开受理（有申请） is one name."""

FULL_WIDTH = str.maketrans("０１２３４５６７８９．％兩萬億", "0123456789.%两万亿")
"""One character each, so positions stay: patterns are matched on the plain form."""


class _Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: SpanKind
    pattern: str
    example: str
    when: str = ""
    """Characters of which one has to stand in a text for the pattern to be tried; empty: always."""


class _ProtectedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    patterns: tuple[_Pattern, ...]
    terms: tuple[str, ...]


class Span(msgspec.Struct, frozen=True):
    """A stretch of text that stays whole."""

    start: int
    end: int
    kind: SpanKind


class _Lazy(msgspec.Struct, frozen=True, dict=True):
    """A pattern, compiled when it is first needed."""

    kind: SpanKind
    pattern: str
    when: frozenset[str]

    @cached_property
    def needs(self) -> Needs:
        return needed_words(self.pattern)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(lazily.cheap(self.pattern))


class Protector:
    """The compiled patterns and terms of one ``protected.yaml``."""

    def __init__(self, source: YamlFile, more_terms: Iterable[str] = (), *, proven: bool = False) -> None:
        """Take the file's patterns.

        Args:
            source: The file.
            more_terms: Words of other files that may be cut wrongly.
            proven: The patterns were tried before (the shipped ones are, by a test): each is compiled when the first
                text comes that it could find something in.

        Raises:
            InputProblem: a pattern is not a regular expression, or does not find its own example.
        """
        shape = convert(source, _ProtectedFile)
        self._patterns = tuple(
            _Lazy(given.kind, given.pattern, frozenset(given.when)) for given in shape.patterns
        )
        if not proven:
            for index, given in enumerate(shape.patterns):
                _prove(source, given, f"$.patterns[{index}].pattern")
        cuttable = {
            word
            for word in more_terms
            if not _CUTTABLE.isdisjoint(word) and len(word) > 1 and not word.isdecimal()
        }
        self.terms = tuple(sorted({*shape.terms, *cuttable}, key=lambda word: (-len(word), word)))
        self._by_beginning: dict[str, list[str]] = {}
        for term in self.terms:
            self._by_beginning.setdefault(term[0], []).append(term)

    def spans(self, text: str) -> tuple[Span, ...]:
        """The protected spans of ``text``, in order, none overlapping; the earliest wins, then the longest."""
        plain = text.translate(FULL_WIDTH)
        here = frozenset(plain)
        found = [
            Span(match.start(), match.end(), given.kind)
            for given in self._patterns
            if (not given.when or given.when & here) and holds(plain, given.needs)
            for match in given.compiled.finditer(plain)
            if match.end() > match.start()
        ]
        found += self._terms_in(plain)
        found = [span for span in found if span.kind != "term" or not _inside_numeral(plain, span.start)]
        found += _bullets(plain)
        found.sort(key=lambda span: (span.start, -span.end))
        kept: list[Span] = []
        for span in found:
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return tuple(kept)

    def _terms_in(self, text: str) -> list[Span]:
        """The longest term at every place where one begins."""
        found: list[Span] = []
        for start, character in enumerate(text):
            for term in self._by_beginning.get(character, ()):
                if text.startswith(term, start):
                    found.append(Span(start, start + len(term), "term"))
                    break
        return found


def _prove(source: YamlFile, given: _Pattern, at: str) -> None:
    try:
        found = re.compile(given.pattern).search(given.example)
    except re.error as why:
        raise source.problem(f"不是完好的正则表达式（{why}）", at, "括号成对的正则表达式") from why
    if not found or (given.when and not frozenset(given.when) & frozenset(given.example)):
        raise source.problem(f"找不到自己的例子“{given.example}”", at, "能找到 example 的正则表达式")


def _inside_numeral(text: str, start: int) -> bool:
    """Whether a numeral only goes on here: the 万一 of 四万一千 and the 万户 of 1.2万户 are no words."""
    return start > 0 and text[start] in _CHINESE_NUMERALS and text[start - 1] in _BEFORE_MORE


_BULLET = lazily.pattern(r"[（(]([0-9]{1,2})[)）]|(?<![0-9.〔（(])([0-9]{1,2})(?:[、．)）.](?=[^0-9]))")
_ITEM_END = lazily.pattern(r"[0-9][\u4e00-\u9fff]{1,2}\Z")
_LINE_START = lazily.pattern(r"(?:^|[\n。；;：:])\s*\Z")


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
