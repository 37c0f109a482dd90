"""Cuts what a clerk says of the tables into clauses of known words: the first half of reading tables by talk.

One decision: a clause counts only when every character of it is a known word, a number or its counter. One unknown
word, and the clause says something this reader does not know: it is left alone, whole.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.talk_words import Kind, Lexicon, Meaning
from report.numerals import read_numeral

_NUMBER = re.compile(
    r"[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?(?:[千万亿](?!元))?"
    r"|(?:[零〇一二两三四五六七八九十百千亿]|万(?!元))+"
)
_UNIT = re.compile(r"万元|元|人次|条次|件|份|个|宗|起|项|条|篇|次|期|人|块")
_MARK = re.compile(r"[，,；;。！!？?\n\t（）()：:]")
_ENDS = "；;。！!？?\n"
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3}(?![0-9０-９]))")


@dataclass(frozen=True)
class Token:
    """One word, number or counter."""

    text: str
    start: int
    end: int
    meanings: tuple[Meaning, ...] = ()
    number: Decimal | None = None
    unit: str = ""
    """Of a number: its counter, empty when none was said."""

    def means(self, *kinds: Kind) -> Meaning | None:
        """The meaning of one of these kinds, if it has one."""
        return next((meaning for meaning in self.meanings if meaning.kind in kinds), None)


@dataclass(frozen=True)
class TalkClause:
    """One clause; ``tokens`` is empty when it holds a word that is not known."""

    text: str
    start: int
    end: int
    sentence: int
    tokens: tuple[Token, ...]


def cut(text: str, words: Lexicon) -> tuple[TalkClause, ...]:
    """The clauses of ``text``, in order."""
    kept = {match.start() for match in _BETWEEN_DIGITS.finditer(text)}
    clauses: list[TalkClause] = []
    begin = sentence = depth = 0
    for match in [*_MARK.finditer(text), None]:
        if match and match.start() in kept:
            continue
        end = match.start() if match else len(text)
        if text[begin:end].strip():
            start = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
            stop = begin + len(text[begin:end].rstrip())
            clauses.append(
                TalkClause(text[start:stop], start, stop, sentence, _tokens(text, start, stop, words))
            )
        if match:
            depth = max(0, depth + (match[0] in "（(") - (match[0] in "）)"))
            sentence += match[0] in _ENDS and not depth
            begin = match.end()
    return tuple(clauses)


def _tokens(text: str, start: int, end: int, words: Lexicon) -> tuple[Token, ...]:
    found: list[Token] = []
    at = start
    while at < end:
        if text[at].isspace() or text[at] in "、“”":
            at += 1
            continue
        token = _token(text, at, end, words, after_number=bool(found) and found[-1].number is not None)
        if token is None:
            return ()
        if token.unit and token.number is None:
            found[-1] = Token(
                text[found[-1].start : token.end],
                found[-1].start,
                token.end,
                number=found[-1].number,
                unit=token.unit,
            )
        else:
            found.append(token)
        at = token.end
    return tuple(found)


def _token(text: str, at: int, end: int, words: Lexicon, *, after_number: bool) -> Token | None:
    """The longest of a word, a number, and (after a number) a counter."""
    choices: list[Token] = []
    if word := words.pattern.match(text, at, end):
        choices.append(Token(word[0], at, word.end(), words.meanings[word[0]]))
    if number := _NUMBER.match(text, at, end):
        value = read_numeral(number[0])
        if value is not None:
            choices.append(Token(number[0], at, number.end(), number=value))
    if after_number and (unit := _UNIT.match(text, at, end)):
        choices.append(Token(unit[0], at, unit.end(), unit=unit[0]))
    return max(choices, key=lambda token: token.end, default=None)
