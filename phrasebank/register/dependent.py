"""Sentences that say nothing by themselves: no predicate, or they speak of what was named before them.

One decision: only the finished wording is looked at; who it is joined to or waits with is settled by `phrasebank.plan`.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from phrasebank.grammar.chunks import Chunk, chunks_of
from phrasebank.grammar.lexicon import load_grammar
from phrasebank.register.lexicon import load_lexicon
from report import lazily

_QUOTED = lazily.pattern("《[^》]*》|“[^”]*”")
_SAYS = frozenset({"verb", "state", "have", "be", "already", "may", "total"})
"""Kinds of words that say something of a thing."""
_BEFORE = frozenset({"time", "often", "manner", "outward", "before", "after", "filler", "each"})
"""What may stand before subject and verb."""
_LOOKS_BACK = lazily.pattern(
    "(?:其中|其次|其余|其他的|另(?=[0-9一两])|另[一两]|合计|共计|累计|总计|共(?=[0-9])|最[长短多少快慢高低](?!人民)|平均(?=[0-9用])|均|都|全部(?=已|均|[公发整办])|"
    "分别|到会|参会|主要(?=[靠为是用通有在])|此后|随后|同时(?!在)|并(?!联)|涉及(?=[0-9])|占(?=[0-9]))"
)


@lru_cache(maxsize=4096)
def says_nothing(said: str) -> bool:
    """Nothing in the sentence says anything of a thing: a list of names, a number by itself (处室、办公室、分管负责人)."""
    text = _QUOTED.sub("“名”", said)
    if _TOLD.search(text):
        return False
    read = [chunks_of(part) for part in _PARTS.split(text) if part]
    if None in read:
        return False
    chunks = [chunk for part in read for chunk in part or ()]
    if any(_SAYS & {sense.kind for sense in chunk.senses} for chunk in chunks):
        return False
    others = [chunk.text for chunk in chunks if chunk.senses[0].kind != "noun"]
    if any(verb in text for text in others for verb in _official_verbs()):
        return False
    return not any(load_lexicon().verbs.search(text) or _SHORT.search(text) for text in others)


@lru_cache(maxsize=4096)
def names_only(text: str) -> bool:
    """Nothing but a thing and its number (全县142个预算单位, 民办学校的收费标准)."""
    chunks = chunks_of(_QUOTED.sub("“名”", text))
    return bool(chunks) and not any(_SAYS & {sense.kind for sense in chunk.senses} for chunk in chunks or ())


@lru_cache(maxsize=4096)
def opens_with_verb(text: str) -> bool:
    """Nobody is named who does it: the words open with what is done (答企业开办问题)."""
    chunks = chunks_of(_PARTS.split(text)[0])
    kinds = _kinds(chunks[0]) if chunks else set()
    return "verb" in kinds and not kinds & {"noun", "time", "often"}


@cache
def _official_verbs() -> frozenset[str]:
    """All words that the grammar writes for what was done."""
    senses = (sense for each in load_grammar().senses.values() for sense in each)
    words = {word for sense in senses if sense.verb for word in sense.verb.official}
    return frozenset(word for word in words if len(word) > 1 and "~" not in word)


_TOLD = lazily.pattern("[\u4e00-\u9fff](?:约|近|超过)?[0-9]")
"""A thing and its number, as lists tell it (应急广播214次)."""
_SHORT = lazily.pattern("[为占达含送减由系附](?=[\u4e00-\u9fff0-9])|[减涨]|进行|应对|控制|一事一审|一稿一单")
_PARTS = lazily.pattern("[，；。：]")


@lru_cache(maxsize=4096)
def looks_back(said: str) -> bool:
    """The sentence speaks of something that was named before it (完成48公里, 由乡长审核, 均已整改, 92.6分)."""
    if _LOOKS_BACK.match(said):
        return True
    first = next((part for part in _PARTS.split(said) if not _WHEN.fullmatch(part)), "")
    text = _WEEKDAY.sub("每周", _QUOTED.sub("“名”", first))
    chunks = [chunk for chunk in chunks_of(text) or () if chunk.text != "、"]
    rest = chunks[_past_the_opening(chunks) :]
    if not rest:
        return bool(chunks)
    if first.startswith("由"):
        return len(rest[0].text) < _WITH_ITS_OBJECT and not _named_in(rest[1:])
    return _opens_with_nothing(rest)


def _opens_with_nothing(rest: Sequence[Chunk]) -> bool:
    """Past when and how, the clause opens with a number or a verb, and no thing follows."""
    first, kinds = rest[0], _kinds(rest[0])
    following = [_kinds(chunk) for chunk in rest[1:3]]
    if "count" in kinds:
        return len(rest) == 1 or not (_names(rest[1]) or first.text.endswith(_PEOPLE))
    if first.text in _NAMED or (first.text in _LIGHT and following and "count" not in following[0]):
        return False
    if kinds & _SAYS_OF_IT and "noun" not in kinds:
        return not _named_in(rest[1:])
    twice = (
        len(following) > 1
        and rest[1].text not in _MEASURES
        and "verb" in following[0] - {"noun"}
        and "count" in following[1]
    )
    twice = twice and "noun" not in following[0]
    return "verb" in kinds and (twice or "noun" not in kinds) and not _named_in(rest[1:])


def _named_in(chunks: Sequence[Chunk]) -> bool:
    return any(map(_names, chunks))


def _kinds(chunk: Chunk) -> set[str]:
    return {sense.kind for sense in chunk.senses}


_MEASURES = ("占", "达", "达到", "超过", "突破")
_SAYS_OF_IT = frozenset({"all", "already", "may", "total", "have"})
_WHEN = lazily.pattern(
    "(?:[0-9]{4}年)?(?:[0-9]{1,2}月(?:底|初|[上中下]旬|[0-9]{1,2}日)?(?:起|前)?|每[年月周季日](?:度)?|年[初中底]|[上下]半年)?"
)
_WEEKDAY = lazily.pattern("^每周[一二三四五六日]")
_WITH_ITS_OBJECT = 3
"""A verb of so many characters holds its object (任组长)."""
_PEOPLE = ("人", "名", "家", "户", "位")
_NAMED = frozenset(
    (
        "采购",
        "培训",
        "检查",
        "检查通报",
        "座谈",
        "会商",
        "自查",
        "宣讲",
        "监测",
        "测评",
        "督查",
        "调研",
        "复议",
        "诉讼",
        "信访",
        "咨询",
    )
)
"""What is done and a thing as well, with its number behind (采购3次)."""
_LIGHT = frozenset(
    (
        "获得",
        "开展",
        "进行",
        "组织",
        "完成",
        "接受",
        "受到",
        "举办",
        "实行",
        "作出",
        "受",
        "通过",
        "实现",
        "落实",
    )
)
"""Verbs whose object is itself something done (获得通报表扬3次)."""


def _past_the_opening(chunks: Sequence[Chunk]) -> int:
    """Where subject or verb begin, past when, how and 由 with who acts."""
    place = 0
    while place < len(chunks):
        kinds = {sense.kind for sense in chunks[place].senses}
        if "agent" in kinds and chunks[place].text == "由":
            place += 1
            while place < len(chunks) and not any(sense.kind == "verb" for sense in chunks[place].senses):
                place += 1
            break
        if chunks[place].senses[0].kind in _BEFORE or chunks[place].text in ("已", "未", "将"):
            place += 1
        else:
            break
    return place


def _names(chunk: Chunk) -> bool:
    """It may be the name of a thing, or is a name in quotation marks."""
    kinds = [sense.kind for sense in chunk.senses]
    return "noun" in kinds or kinds[0] in ("open", "quality")
