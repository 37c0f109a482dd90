"""The safe edits of a clause, word by word: each looks at the words around it and leaves the rest as it was said.

One decision: an edit replaces, drops or adds a word only where its neighbours say what is meant; in doubt the word stays
and `minimal` decides whether the clause may be written at all.
"""

import re
from functools import lru_cache

from phrasebank.register.lexicon import load_lexicon
from phrasebank.register.particles import fillers, particles
from phrasebank.register.rules import shield, unshield
from phrasebank.register.small_words import all_of_them, classifiers, companions, giving, is_act, negations
from phrasebank.register.wording import cut, load_wording, one_of


def everyday_words(words: list[str]) -> list[str]:
    """Whole words of everyday speech and their official equals (writing craft, section 5)."""
    replaced = load_lexicon().word_map
    return [word if _is_part(words, index) else replaced.get(word, word) for index, word in enumerate(words)]


def _is_part(words: list[str], index: int) -> bool:
    """失效的 before a noun, the 大厅 of 接访大厅."""
    word = words[index]
    before = words[index - 1][-1:] if index else ""
    return (word.endswith("的") and not _stands_alone(words, index)) or (
        word == "大厅" and "\u4e00" <= before <= "\u9fff" and before not in "在到于进去从和及与的里由"
    )


@lru_cache(maxsize=2048)
def in_whole_words(text: str) -> str:
    """The text with nothing changed but everyday words that have an official equal."""
    return unshield("".join(everyday_words(cut(shield(text)))))


def _stands_alone(words: list[str], index: int) -> bool:
    """Whether 失效的 stands for the thing itself (失效的撤下), not before a noun (失效的公告)."""
    following = words[index + 1] if index + 1 < len(words) else ""
    return not following or is_act(following) or following[0] in "，、不都均要先就全下撤一"


_FREE = one_of("搞 弄 做 办")
"""Verbs that are hardly a part of another word; the others must stand right before what they act on."""
_SIGNS = one_of("了 过 好 完 个 一 着 每 各 两 三 几")


def verbs_by_object(words: list[str]) -> list[str]:
    """搞, 弄, 办, 发 … by what they are done with: 办了…培训班 → 举办, 搞联动 → 开展."""
    table = load_wording().verbs
    out = list(words)
    for index, word in enumerate(words):
        ways = table.get(word)
        previous = words[index - 1][-1:] if index else ""
        if not ways or (
            previous
            and not "".join(words[:index]).endswith("至少")
            and previous in "所可难易更最自各被受国党府在重漏补误错乱多少代早晚0123456789余"
        ):
            continue
        after = _up_to_comma(words[index + 1 :])
        first = words[index + 1] if index + 1 < len(words) else ""
        rest = after.lstrip("了过")
        if word == "过" and rest[:1].isdigit():
            continue  # 通报过2次: no verb of its own
        ends = not rest.strip("的完好，") or rest[:1] in "0123456789近约超"
        near = word in _FREE or first in _SIGNS or ends
        said = _verb_for(ways, after, "".join(words[:index]) if ends else "", near=near)
        if not said and not rest.strip("的完好，"):
            said = load_wording().entries.alone.get(word, "")
        out[index] = said or word
    return out


def _verb_for(ways: tuple[tuple[str, re.Pattern[str]], ...], after: str, before: str, *, near: bool) -> str:
    """The official verb: by the last noun of what follows, else by the last noun of the topic before."""
    found = [
        (-match.end(), -len(match[0]), order)
        for order, (_, of) in enumerate(ways)
        for match in of.finditer(after)
        if near or match.start() <= _CLOSE
    ]
    if found:
        return ways[min(found)[2]][0]
    back = [
        (-match.end(), -len(match[0]), order)
        for order, (_, of) in enumerate(ways)
        for match in of.finditer(before)
    ]
    return ways[min(back)[2]][0] if back else ""


_CLOSE = 4


def _up_to_comma(words: list[str]) -> str:
    text = "".join(words)
    return re.split("[，、；]", text, maxsplit=1)[0][:26]


def reword(text: str, *, planned: bool = False) -> list[str]:
    """The words of a text after all safe edits, in the order in which each needs the ones before it."""
    text = shield(text)
    for rule in load_lexicon().parts:
        if rule.may_fit(text):
            text = rule.pattern.sub(rule.part, text)
    words = everyday_words(cut(unshield(text)))
    words = verbs_by_object(cut("".join(words)))
    words = companions(words)
    words = giving(words)
    words = classifiers(words)
    words = negations(words)
    words = all_of_them(words, planned=planned)
    words = particles(words, planned=planned)
    return fillers(words)
