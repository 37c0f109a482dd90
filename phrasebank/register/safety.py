"""The last look: may this wording stand in a statutory report? When in doubt, no.

One decision: nothing is mended here. A wording passes or a person decides.
"""

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import takewhile

from phrasebank.grammar.chunks import Chunk, chunks_of
from phrasebank.register.lexicon import load_lexicon
from phrasebank.register.reader import fault
from phrasebank.vocabulary import load_vocabulary
from report.lazily import pattern

_DIGITS = pattern(r"[0-9]+(?:[.,][0-9]+)*")
_TITLE = pattern(r"《[^》]*》|“[^”]*”")
_SHORT_VERB = pattern(
    r"(?<=[\u4e00-\u9fff])(?:均?有(?![关效限序力的些人])|为(?![了])|占[0-9]|达[0-9])|由[\u4e00-\u9fff]{2,}"
)
_STRANGE = pattern(r"[^·\u4e00-\u9fff〇0-9A-Za-z，、；：（）《》“”〔〕.%·—+\-/,]")


@lru_cache(maxsize=4096)
def refusal(text: str, *, alone: bool = True) -> str:
    """Why these words are never written (隐私, 人名, 问句…), or empty when nothing speaks against them.

    Args:
        text: Normalised words.
        alone: They stand for themselves; False where the words around them may say what they mean.
    """
    for entry in load_lexicon().refusals_for(text):
        if entry.entry.alone and not alone:
            continue
        if entry.pattern.search(text) and not (entry.unless and entry.unless.search(text)):
            return entry.kind
    return ""


def keeps_atoms(before: str, after: str) -> bool:
    """Every number, title and quoted name of ``before`` stands in ``after``, and ``after`` has no other digits."""
    said, kept = Counter(_DIGITS.findall(before)), Counter(_DIGITS.findall(after))
    del said["0"]  # a zero is said in words (未收取), never as a digit
    if said != kept:
        return False
    return all(title in after for title in _TITLE.findall(before))


@lru_cache(maxsize=4096)
def keeps_company(before: str, after: str) -> bool:
    """Every number still stands beside the thing it counted (156个村 is no 村一键156个, 4个站所 no 4名站所)."""
    chunks = chunks_of(before) or ()
    for place, chunk in enumerate(chunks):
        number = chunk.senses[0]
        counted = list(takewhile(_names, chunks[place + 1 :]))
        if number.kind != "count" or not number.cls or number.say == "一" or not counted:
            continue
        names = {name for each in counted for name in (each.text, each.senses[0].say)}
        if not _beside(number.say, number.cls, names, after):
            return False
    return True


def _names(chunk: Chunk) -> bool:
    """It is a thing, or tells which, and nothing else."""
    kinds = [sense.kind for sense in chunk.senses]
    return kinds[0] == "noun" or (kinds[0] == "open" and {"verb", "perfect", "state"}.isdisjoint(kinds))


def _beside(number: str, unit: str, names: AbstractSet[str], after: str) -> bool:
    if "人" in names and re.search(f"{re.escape(number)}(?:余)?[名人]", after):
        return True
    for name in names:
        if re.search(f"{re.escape(name[-2:])}(?:共|计|约|近|超过|均|各|为|有)?{re.escape(number)}", after):
            return True
        found = re.search(
            f"{re.escape(number)}(?P<unit>[名人位]?)[^，；0-9]{{0,9}}?{re.escape(name[:2])}", after
        )
        if found and (not found["unit"] or found["unit"] == unit):
            return True
    return False


_SMALL_TWICE = pattern(r"([在由将把被放])\1")
_TWICE = pattern(r"([\u4e00-\u9fff]{2,4})\1")


def has_verb(text: str) -> bool:
    """A known verb makes it a sentence."""
    return bool(load_lexicon().verbs.search(text) or _SHORT_VERB.search(text))


_TERMS = pattern(
    "一图读懂|先审后发|先审查、?后公开|一事一审|谁发布、?谁负责|同审同发|谁公开、?谁负责|先审后公开|发出即上网|先审后发布|应公开尽公开"
)
"""Fixed terms that look like speech."""


def is_official(text: str) -> bool:
    """No colloquial word, no strange character, brackets in pairs, not too long or too short, and the last reader does not object."""
    return 3 <= len(text) <= 120 and not sounds_spoken(text) and reads_official(text) and not fault(text)


def has_bare_verb(text: str) -> bool:
    """A verb of everyday speech stands by itself in it (均遮, 喷二维码, 人兼), not as a part of an official word."""
    bare = load_lexicon().bare_verbs
    for part in _MARKS.split(_QUOTED.sub("", _TERMS.sub("", text))):
        if any(chunk.text in bare or _is_spoken(chunk) for chunk in chunks_of(part) or ()):
            return True
    return False


def _is_spoken(chunk: Chunk) -> bool:
    """A word of several characters that is nothing but an everyday verb (滚动播, 弄好)."""
    if len(chunk.text) == 1 or chunk.text in load_vocabulary().acts:
        return False
    return all(
        sense.verb is not None and sense.verb.word not in sense.verb.official for sense in chunk.senses
    )


_MARKS = pattern("[，；。、：]")
_QUOTED = pattern("《[^》]*》|“[^”]*”|（[^）]*）")


_NAMES = pattern(
    "“[^”]{2,10}”(?=账号|公众号|栏目|专栏|提示|说明|对照图|[，、]|$|小程序|入口|菜单|按钮|功能|专题|板块|模块|服务|专区|两个|[0-9]个)"
)
"""What something is called is not for us to mend (“松坪小喇叭”账号)."""


def sounds_spoken(text: str) -> bool:
    """Something of everyday speech is left in it."""
    return load_lexicon().sounds_spoken(_NAMES.sub("“名”", _TERMS.sub("", text)))


def reads_official(text: str) -> bool:
    """No strange character, brackets in pairs: what may stand beside official words."""
    if _STRANGE.search(text):
        return False
    return all(text.count(a) == text.count(b) for a, b in ("（）", "《》", "“”"))


def stutters(before: str, after: str) -> bool:
    """A word said twice in a row that was not said so (召开召开): a rule that met its own verb."""
    return any(
        twice.group() not in before for twice in (*_TWICE.finditer(after), *_SMALL_TWICE.finditer(after))
    )
