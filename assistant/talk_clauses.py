"""Cuts what a clerk says of the tables into clauses of known words: the first half of reading tables by talk.

One decision: a clause counts only when every character of it is a known word, a number or its counter. One unknown
word, and the clause says something this reader does not know: it is left alone, whole.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from assistant.talk_lexicon import Kind, Lexicon, Meaning
from report.lazily import pattern
from report.numerals import read_numeral

NUMBER = pattern(
    r"[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?(?:[千万亿](?!元)(?:[0-9０-９]千)?)?"
    r"|(?:[零〇一二两三四五六七八九十百千亿]|万(?!元))+"
)
UNIT = pattern(r"万元|元|人次|条次|件|份|个|宗|起|项|条|篇|次|场|回|期|人|块")
_OCCASIONS = frozenset({"次", "场", "回"})
"""打过一场官司: said of cases, which are filled in as 件."""
_ONES = frozenset({"一起", "一件", "一份", "一个", "那件", "那一件", "那份", "那个", "这件", "有个"})
_MARK = pattern(r"[，,；;。！!？?\n\t（）()：:]")
_BLANK = "、 \t\r\n\u3000"
_ENDS = "；;。！!？?\n"
_BETWEEN_DIGITS = pattern(r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3}(?![0-9０-９]))")


class Token(msgspec.Struct, frozen=True):
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


class TalkClause(msgspec.Struct, frozen=True):
    """One clause; ``tokens`` is empty when it holds a word that is not known."""

    text: str
    start: int
    end: int
    sentence: int
    tokens: tuple[Token, ...]
    depth: int = 0
    """In how many brackets it stands."""


def cut(text: str, words: Lexicon) -> tuple[TalkClause, ...]:
    """The clauses of ``text``, in order."""
    kept = {match.start() for match in _BETWEEN_DIGITS.finditer(text)}
    clauses: list[TalkClause] = []
    headed: list[TalkClause] = []
    begin = sentence = depth = 0
    for match in [*_MARK.finditer(text), None]:
        if match and match.start() in kept:
            continue
        end = match.start() if match else len(text)
        if text[begin:end].strip(_BLANK):
            start = begin + len(text[begin:end]) - len(text[begin:end].lstrip(_BLANK))
            stop = begin + len(text[begin:end].rstrip(_BLANK))
            *before, clause = _apart(
                TalkClause(text[start:stop], start, stop, sentence, (), depth), words, text
            )
            clauses += before
            if headed:
                clause = _under(headed.pop(), clause, text)
            if match and match[0] in "：:" and _only_names_rows(clause.tokens):
                headed.append(clause)
            else:
                clauses.append(clause)
        if match:
            depth = max(0, depth + (match[0] in "（(") - (match[0] in "）)"))
            sentence += match[0] in _ENDS and not depth
            begin = match.end()
    return (*clauses, *headed)


def _apart(clause: TalkClause, words: Lexicon, text: str) -> Iterator[TalkClause]:
    """A clause with its tokens; one with a word that is not known in two, where 其中 begins another (处罚24起其中警告10起)."""
    tokens = _tokens(text, clause.start, clause.end, words)
    at = text.find("其中", clause.start + 1, clause.end)
    if tokens or at < 0:
        yield msgspec.structs.replace(clause, tokens=tokens)
        return
    for start, end in ((clause.start, at), (at, clause.end)):
        said = text[start:end]
        tokens = _tokens(text, start, end, words)
        yield msgspec.structs.replace(clause, text=said, start=start, end=end, tokens=tokens)


def _only_names_rows(tokens: tuple[Token, ...]) -> bool:
    """予以公开： what follows is said of it."""
    content = [token for token in tokens if not token.means("filler")]
    return bool(content) and all(token.means("row") and token.number is None for token in content)


def _under(head: TalkClause, clause: TalkClause, text: str) -> TalkClause:
    tokens = (*head.tokens, *clause.tokens) if clause.tokens else ()
    return TalkClause(text[head.start : clause.end], head.start, clause.end, clause.sentence, tokens)


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
                text[found[-1].start : token.start if token.unit in _OCCASIONS else token.end],
                found[-1].start,
                token.end,
                number=found[-1].number,
                unit=token.unit,
            )
        else:
            found.append(token)
        at = token.end
    return tuple(found) if any(token.means("negator") for token in found) else tuple(map(_one, found))


def _one(token: Token) -> Token:
    """一件 is a word of 一件都没有; where nothing is denied it counts. 那件, 有个 are one as well."""
    if token.text not in _ONES or not token.means("filler"):
        return token
    text = token.text if token.text.startswith("一") else f"1{token.text[-1]}"
    return Token(text, token.start, token.end, number=Decimal(1), unit=token.text[-1])


def _token(text: str, at: int, end: int, words: Lexicon, *, after_number: bool) -> Token | None:
    """The longest of a word, a number, and (after a number) a counter."""
    choices: list[Token] = []
    if word := words.at(text, at, end):
        choices.append(Token(text[at : word[0]], at, word[0], word[1]))
    if number := NUMBER.match(text, at, end):
        value = read_numeral(number[0])
        if value is not None:
            choices.append(Token(number[0], at, number.end(), number=value))
    if after_number and (unit := UNIT.match(text, at, end)):
        choices.append(Token(unit[0], at, unit.end(), unit=unit[0]))
    return max(choices, key=lambda token: token.end, default=None)


def cut_at_rows(content: Sequence[Token], subjects: Sequence[Meaning | None]) -> list[list[Token]]:
    """One stretch for each row that is named: 许可3件处罚2件, 3件许可2件处罚; ``subjects`` has what each token names."""
    runs = [at for at, one in enumerate(subjects) if one and not (at and subjects[at - 1])]
    if len(runs) <= 1 or len({subjects[at] for at in runs}) == 1:
        return [list(content)]
    if all(token.means("within", "rest") for token in content[: runs[0]]):
        bounds = [0, *runs[1:], len(content)]
    else:
        last = len(subjects) - 1
        ends = [at + 1 for at, one in enumerate(subjects) if one and not (at < last and subjects[at + 1])]
        bounds = [0, *ends[:-1], len(content)]
    return [list(content[left:right]) for left, right in pairwise(bounds)]


def cut_at_parts(tokens: list[Token]) -> list[list[Token]]:
    """3件 · 其中撤销1件 · 其余维持: what stands behind 其中 or 其余 is a part of what was counted before."""
    cuts = [at for at, token in enumerate(tokens) if at and token.means("within", "rest")]
    return [tokens[left:right] for left, right in pairwise([0, *cuts, len(tokens)])]


def cut_at_came(
    tokens: list[Token], subject: Callable[[Token], object], column: Callable[[Token], bool]
) -> list[list[Token]]:
    """两件公司的 · 一件给了: how many came, before what became of one of them."""
    counted = [token.number is not None for token in tokens[:3]] == [True, False, True]
    if len(tokens) > 3 and counted and column(tokens[1]) and subject(tokens[3]):
        return [tokens[:2], tokens[2:]]
    return [tokens]


def stretch(tokens: Sequence[Token], clause: TalkClause, *, whole: bool) -> str:
    """The words of one stretch; of the whole clause where it speaks of one row only."""
    return (
        clause.text if whole else clause.text[tokens[0].start - clause.start : tokens[-1].end - clause.start]
    )


def beside(tokens: Sequence[Token]) -> bool:
    """都按时答复了: said of what came, and nothing of what became of it."""
    content = [token for token in tokens if not token.means("filler", "all", "within")]
    return bool(content) and all(token.means("aside", "sum") and token.number is None for token in content)


def nil(token: Token) -> bool:
    """Whether it says that there were none."""
    return token.number == Decimal(0) or token.means("negator") is not None
