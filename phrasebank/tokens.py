"""The only importer of jieba: cuts a text into words of our own dictionary, the same way in every process.

jieba's module-level tokeniser shares its state and a cache file in the temporary folder, whose age nobody checks
(fxsjy/jieba#26, #274, #903), so neither is used: each `Cutter` owns a `jieba.Tokenizer` whose word table is filled here,
with no file read or written. The hidden Markov model is off: it invents words. All words weigh the same, so the cut with
the fewest pieces wins; that is how a longer word beats a shorter one.
"""

import logging
import sys
from collections.abc import Iterable, Sequence
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    import jieba

TokenKind = Literal["word", "other", "protected", "title"]

WORD_WEIGHT = 1000
"""Weight of every dictionary word; a character that is in no word weighs 1 (jieba's own floor)."""


class Token(msgspec.Struct, frozen=True):
    """One piece of a text."""

    text: str
    start: int
    end: int
    kind: TokenKind
    """``word``: in our dictionary; ``other``: not; ``protected``: kept whole (number, date, term); ``title``: a word
    that stands inside a 《title》."""


class Kept(msgspec.Struct, frozen=True):
    """A stretch that the cutter leaves whole; ``inner`` says that its words are looked at all the same (titles)."""

    start: int
    end: int
    inner: bool = False


class Cutter:
    """A tokeniser over one fixed set of words."""

    def __init__(self, words: Iterable[str]) -> None:
        """Remember the words; jieba is imported when the first text is cut."""
        self.words = frozenset(words)

    @cached_property
    def _tokenizer(self) -> "jieba.Tokenizer":
        logging.getLogger("jieba").setLevel(logging.ERROR)
        # jieba imports all of setuptools' pkg_resources to open one file, when it is there, and does without when not;
        # and the tables of the hidden Markov model, which is off here.
        spared = {"pkg_resources": None, "jieba.finalseg": ModuleType("jieba.finalseg")}
        for name in spared.keys() & sys.modules.keys():
            del spared[name]
        sys.modules |= spared  # type: ignore[arg-type] # None is the import system's “not there”
        try:
            import jieba  # noqa: PLC0415  its import costs more than all of ours; only cutting pays for it
        finally:
            for name in spared:
                del sys.modules[name]

        jieba.setLogLevel(logging.ERROR)
        table: dict[str, int] = {}
        for (
            word
        ) in self.words:  # in any order: a word's own weight stands over what its longer words say of it
            table[word] = WORD_WEIGHT
            for length in range(1, len(word)):
                # jieba walks prefixes; 0 means “not a word itself”. A first character must be allowed to stand alone,
                # or jieba takes any word that begins with it rather than leave it (做法|制|审核 for 做|法制审核).
                table.setdefault(word[:length], 0 if length > 1 else 1)
        tokenizer = jieba.Tokenizer()
        tokenizer.FREQ = table
        tokenizer.total = max(1, sum(table.values()))
        tokenizer.initialized = True
        return tokenizer

    def cut(self, text: str, kept: Sequence[Kept] = ()) -> tuple[Token, ...]:
        """Cut ``text``; the ``kept`` stretches (in order, none overlapping) stay whole."""
        tokens: list[Token] = []
        position = 0
        for stretch in kept:
            tokens += self._cut_plain(text, position, stretch.start)
            if stretch.inner:
                tokens += [
                    Token(token.text, token.start, token.end, "title")
                    for token in self._cut_plain(text, stretch.start, stretch.end)
                    if token.kind == "word"
                ]
            else:
                tokens.append(
                    Token(text[stretch.start : stretch.end], stretch.start, stretch.end, "protected")
                )
            position = stretch.end
        return (*tokens, *self._cut_plain(text, position, len(text)))

    def _cut_plain(self, text: str, start: int, end: int) -> list[Token]:
        tokens: list[Token] = []
        position = start
        for piece in self._tokenizer.cut(text[start:end].lower(), HMM=False) if start < end else ():
            after = position + len(piece)
            tokens.append(
                Token(text[position:after], position, after, "word" if piece in self.words else "other")
            )
            position = after
        return tokens
