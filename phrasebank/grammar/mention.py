"""What a text speaks of, without reading all of it: its last thing, whether it only names things, a part of a whole."""

from phrasebank.grammar.chunks import Chunk, chunks_of
from phrasebank.grammar.naming import read_thing
from phrasebank.grammar.roles import load_roles
from phrasebank.grammar.things import Item, Thing


def last_thing(text: str) -> Thing | None:
    """The last thing with a name that a text speaks of, for what comes after it without one."""
    for chunk in reversed(chunks_of(text) or ()):
        sense = chunk.senses[0]
        if sense.kind == "noun" and sense.cls not in ("person", "office", "channel"):
            return Thing((Item(sense.say, sense.cls, noun=sense.say),))
    return None


def part_name(text: str) -> str:
    """What a part of a whole is called: 网站上头挂了 names 网站, 画图的 names 图解; else the words as they stand."""
    chunks = chunks_of(text) or ()
    kinds = [tuple(sense.kind for sense in chunk.senses) for chunk in chunks]
    if not chunks or "noun" not in kinds[0]:
        return text
    rest_is_small = all(
        {"suffix", "perfect", "verb", "filler", "all", "of", "be"} & set(each) for each in kinds[1:]
    )
    spoken = any(len(chunk.text) == 1 or "了" in chunk.text for chunk in chunks[1:]) or len(chunks) == 1
    name = next(sense.say for sense in chunks[0].senses if sense.kind == "noun")
    return name if rest_is_small and spoken else text


def is_thing(text: str) -> bool:
    """The text names things of a known class and says nothing of them."""
    chunks = chunks_of(text)
    if not chunks or any(_says_something(chunk) for chunk in chunks):
        return False
    words = [(chunk.text, chunk.senses[0]) for chunk in chunks]
    found = read_thing(words, 0)
    if found is None or found[1] != len(words):
        return False
    thing = found[0]
    return thing.cls not in ("", "channel", "person", "office", "duty") and not (
        thing.counted or thing.headless
    )


def _says_something(chunk: Chunk) -> bool:
    """Not a name: a word that may be a verb, or an open word that may hide one."""
    first = chunk.senses[0]
    if first.kind not in ("noun", "open", "quality", "of", "and"):
        return True
    return first.kind == "open" and (
        len(chunk.text) > 5 or bool(set(chunk.text) & set("成为到把被给让得在设"))
    )


def is_named(text: str) -> bool:
    """The text only names something (A级景区, 站牌): no word of it may be a verb first of all."""
    chunks = chunks_of(text)
    return bool(chunks) and all(each.senses[0].kind in ("noun", "open", "quality") for each in chunks or ())


_PLACES = ("column", "spot", "site", "account", "screen", "device")


def names_place(text: str) -> bool:
    """The text names a place or a tool of publication and says nothing of it: 区政府网站统计专栏."""
    chunks = chunks_of(text) or ()
    if not chunks or chunks[-1].senses[0].cls not in _PLACES:
        return False
    return all(_names(chunk, after) for chunk, after in zip(chunks, (*chunks[1:], None), strict=True))


def _names(chunk: Chunk, after: Chunk | None) -> bool:
    """A word of a name; a verb in it stands right before the noun it tells of (统计专栏)."""
    if chunk.senses[0].kind == "verb":
        return after is not None and after.senses[0].kind == "noun" and chunk.text in load_roles().telling
    return chunk.senses[0].kind in ("noun", "open", "quality") and len(chunk.text) > 1
