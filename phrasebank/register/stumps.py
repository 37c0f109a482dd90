"""A word that was cut in two: one character of it was put into office words, the other is left beside them.

One decision: it is seen in the result (跨区通办理, 以旧更换2项, 设置置自助机), by a character alone that was part of a longer
word before and stands right beside what the other part became; how it came about is nobody's concern here.
"""

from functools import lru_cache

from phrasebank.register.wording import cut

_SMALL = frozenset("的了不没作做并到户上下里中地得着过来去")
"""Characters that stand by themselves wherever they come from."""
_BECOMES = {
    "看": ("检查", "审核", "查看"),
    "配": ("设置", "配备", "安排"),
    "放": ("设置", "放置"),
    "有": ("存在", "设有"),
    "说": ("说明", "反映"),
    "讲": ("讲解", "说明"),
}
"""What a verb of one character becomes that does not hold it."""


@lru_cache(maxsize=4096)
def stump(jotted: str, said: str) -> str:
    """The word that was cut in two, or empty.

    Args:
        jotted: The normalised words.
        said: What they are to become.
    """
    after = cut(said)
    longer = [
        word
        for word in cut(jotted)
        if len(word) > 1 and (word not in said or _grown(word, jotted, said, after))
    ]
    for place, word in enumerate(after):
        if len(word) == 1 and "\u4e00" <= word <= "\u9fff" and word not in _SMALL:
            beside = [
                one for one in after[max(place - 1, 0) : place + 2] if len(one) > 1 and one not in jotted
            ]
            for whole in longer:
                if word in whole and any(_came_of(whole.replace(word, "", 1), one) for one in beside):
                    return whole
    return ""


def _grown(word: str, jotted: str, said: str, after: list[str]) -> bool:
    """跨区通办 stands in 跨区通办理, but no longer as a word."""
    longer = {word + one[1:] for one in after if len(one) > 1 and one[0] == word[-1]}
    return any(one in said and one not in jotted for one in longer)


def _came_of(rest: str, word: str) -> bool:
    return any(letter in word or word in _BECOMES.get(letter, ()) for letter in rest)


__all__ = ["stump"]
