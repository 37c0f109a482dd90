"""A word that was cut in two: one character of it was put into office words, the other is left beside them.

One decision: it is seen in the result (以旧更换2项, 设置置自助机, 两种答复法), by a character alone that was part of a longer
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
    after, before = cut(said), [word for word in cut(jotted) if len(word) > 1]
    for place, word in enumerate(after):
        if len(word) > 1 or not "\u4e00" <= word <= "\u9fff" or word in _SMALL:
            continue
        last = after[place - 1] if place else ""
        beside = [one for one in (last, *after[place + 1 : place + 2]) if len(one) > 1 and one not in jotted]
        for whole in before:
            parted = word in whole and whole not in said
            if parted and any(_came_of(whole.replace(word, "", 1), one) for one in beside):
                return whole
    return ""


def _came_of(rest: str, word: str) -> bool:
    return any(letter in word or word in _BECOMES.get(letter, ()) for letter in rest)


__all__ = ["stump"]
