"""A normalised clause cut into words with senses; titles, quotations and numbers whole.

One decision: the cut with the fewest pieces wins, and a character that is in no word is an open word only when speech
never uses it to join words: 饮水安全 is a thing of its own, 这 or 得 never is.
"""

import re
from functools import lru_cache

import msgspec

from phrasebank.grammar.lexicon import Sense, load_grammar
from report.lazily import pattern

NUMBER = r"(?:超过|约|近)?[0-9][0-9,]*(?:\.[0-9]+)?[万亿千百]?余?[万亿]?"
"""A number as it stands after numerals were read."""
_WHOLE = pattern(
    rf"(?P<title>《[^》]*》|“[^”]*”|（[^）]*）)|(?P<since>[0-9]{{4}}年(?:及)?(?:以前|之前|以后)的)|(?P<date>[0-9]{{1,2}}月(?:份|底|初|末|[上中下]旬|[0-9]{{1,2}}[日号])?(?:[前起])?|[0-9]{{4}}年(?:度)?)"
    rf"|(?P<latin>[A-Za-z][A-Za-z0-9.]*)|(?P<fixed>12345(?:热线)?|110|12315|12348)|(?P<count>(?P<number>(?:至少|不少于)?{NUMBER}|[一两])(?P<unit>人次|户次|场次|批次|个工作日|工作日|个月|小时|分钟|万元|元|%|"
    r"[条件篇次场期份名册处轮项家户批张台块封套部类种座支本例幅遍间天周年回趟位分页字期](?![议内])|人(?![大民员社均才事])|个(?!人(?:信息|隐私)|[体性别案税]))?)"
)
_NEVER_OPEN = frozenset(
    "这那哪啥咋了着吗吧呢啦嘛呀咱俺他她它你我很太挺就也还又再才没都把给跟让叫被得的搞弄晒挂贴盯不是有在上下里来去到和与，；：？！、些么们儿喊整凑懒吵骂烦玩吃喝哥姐怕赶捋撸咧哟扔堆塞混拖骗甩扯撑蹲挑抢猜瞎乱各每某另"
)


class Chunk(msgspec.Struct, frozen=True):
    """One word of the clause and the senses it may have."""

    text: str
    senses: tuple[Sense, ...]


@lru_cache(maxsize=2048)
def chunks_of(text: str) -> tuple[Chunk, ...] | None:
    """The words of a clause, or None where a character can be read as nothing."""
    text = _ONE_OF.sub("", _REPEATED.sub(r"\1了", text))
    whole = {found.start(): found for found in _WHOLE.finditer(text) if _stands(found)}
    best: list[tuple[float, int, Chunk | None]] = [
        (0.0 if not place else 1e9, 0, None) for place in range(len(text) + 1)
    ]
    grammar = load_grammar()
    for start in range(len(text)):
        cost = best[start][0]
        if cost >= 1e9:
            continue
        for chunk, price in _from(text, start, whole, grammar.longest):
            end = start + len(chunk.text)
            if cost + price < best[end][0]:
                best[end] = (cost + price, start, chunk)
    if best[-1][0] >= 1e9:
        return None
    found: list[Chunk] = []
    place = len(text)
    while place:
        _, start, last = best[place]
        found += [last] if last else []
        place = start
    return tuple(_joined(found[::-1]))


_REPEATED = pattern(r"([理排捋查看改清核对调审讲学])(?:了|一)\1(?![布查阅])")

_ONE_OF = pattern(
    r"(?<=[加添招配补缺派调])个(?=人(?:手)?(?:$|[来去到把专]))|(?<=[了过有])[个台张块份套本幅条篇间处家名位](?=[\u4e00-\u9fff])(?![人体性别案税件款例目])"
)
"""One of a kind, without a number: 放了台查询机, 加个人."""


def _stands(found: re.Match[str]) -> bool:
    """一 and 两 count only before a classifier."""
    return not (found["number"] in ("一", "两") and not found["unit"])


def _from(text: str, start: int, whole: dict[int, re.Match[str]], longest: int) -> list[tuple[Chunk, float]]:
    ways: list[tuple[Chunk, float]] = []
    read = load_grammar().read
    for end in range(start + 1, min(len(text), start + longest) + 1):
        word = text[start:end]
        if senses := read(word):
            ways.append((Chunk(word, senses), 1.0 if end - start > 1 else 1.15))
    if match := whole.get(start):
        ways.append((Chunk(match[0], (_sense_of(match),)), 0.9))
    elif text[start] not in _NEVER_OPEN and not text[start].isdigit() and "\u4e00" <= text[start] <= "\u9fff":
        ways.append((Chunk(text[start], (Sense("open", text[start]),)), 1.3))
    return ways


def _sense_of(match: re.Match[str]) -> Sense:
    if match["count"]:
        return Sense("count", match["number"], match["unit"] or "")
    if match["since"]:
        return Sense("quality", match[0])
    if match["date"]:
        return Sense("time", match[0].replace("份", ""))
    if match["title"]:
        kind = "open" if match[0][0] != "《" else "noun"
        return Sense(
            kind, match[0], "law" if match[0] == "《条例》" else "document" if kind == "noun" else ""
        )
    return Sense("open", match[0])


def _joined(chunks: list[Chunk]) -> list[Chunk]:
    """Open characters side by side are one open word."""
    result: list[Chunk] = []
    for chunk in chunks:
        alone = len(chunk.senses) == 1 and chunk.senses[0].kind == "open"
        before = result[-1] if result else None
        if alone and before and len(before.senses) == 1 and before.senses[0].kind == "open":
            text = before.senses[0].say + chunk.senses[0].say
            result[-1] = Chunk(before.text + chunk.text, (Sense("open", text),))
        else:
            result.append(chunk)
    return result
