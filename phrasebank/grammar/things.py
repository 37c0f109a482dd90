"""What a clause speaks of: things with their class and count, written name first, number behind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from phrasebank.grammar.chunks import Chunk, chunks_of
from phrasebank.grammar.lexicon import Sense, load_grammar
from phrasebank.vocabulary import load_vocabulary

Word = tuple[str, Sense]
"""A word of the clause as said, and the sense it is read in."""


@dataclass(frozen=True)
class Count:
    """A number as it stands and the classifier said with it."""

    number: str
    unit: str

    def of(self, cls: str) -> str:
        """The count as it is written behind a thing of this class."""
        unit = self.unit
        if unit in ("", "个") or (cls in _ONE_WAY and unit in "个条份封项篇家"):
            unit = load_grammar().counts.get(cls, unit)
        elif cls == "person" and unit in ("人", "位"):
            unit = "名"
        return f"{self.number}{_UNITS.get(unit, unit)}"


_ONE_WAY = ("request", "suggestion", "message")
"""Things that are counted in one way only, whatever was said."""
_TIMES = ("次", "回", "遍", "趟", "轮")
_HELD = ("activity", "meeting", "training", "", "opinion", "duty", "interpretation")
"""What can be counted in times."""
_HEADLESS = "\x00"
"""Marks, while a thing is read, that it has no noun."""
_OF_ANOTHER = ("大厅", "领导", "热线", "大屏", "号")
"""Names that stand as they are behind another one (接访大厅)."""
_TWICE = {"上年历年": "往年"}
"""Two words that say one thing."""
_UNITS = {"回": "次", "趟": "次", "遍": "次", "位": "名"}


@dataclass(frozen=True)
class Item:
    """One thing."""

    text: str
    cls: str
    count: Count | None = None
    noun: str = ""
    """Its last noun, without what tells which."""

    @property
    def written(self) -> str:
        """The thing and its number."""
        if self.count is None:
            return "人员" if self.text == "人" else self.text
        if self.text in ("人", "人员") and self.count.unit in ("", "个", "人", "位", "名"):
            return f"{self.count.number}人"
        if self.cls == "office":
            return self.acting
        return f"{self.text}{self.count.of(self.cls)}"

    @property
    def acting(self) -> str:
        """As who acts: 4个科室, 3人."""
        if self.count is None or self.cls == "person":
            return self.written
        if self.count.unit in ("人", "名"):
            return f"{self.text}{self.count.number}人"
        return f"{self.count.number}{self.count.unit or '个'}{self.text}"


@dataclass(frozen=True)
class Thing:
    """One or more things named together."""

    items: tuple[Item, ...]
    marks: tuple[str, ...] = ()
    """What stands between them."""
    headless: bool = False
    """It only tells which (失效的), not what: the thing is the one spoken of before."""

    @property
    def cls(self) -> str:
        """The class of the last one, which closes the list."""
        return self.items[-1].cls

    @property
    def written(self) -> str:
        """All of them."""
        marks = (*self.marks, "")
        return "".join(f"{item.written}{mark}" for item, mark in zip(self.items, marks, strict=True))

    @property
    def acting(self) -> str:
        """All of them, as who acts."""
        marks = (*self.marks, "")
        return "".join(f"{item.acting}{mark}" for item, mark in zip(self.items, marks, strict=True))

    @property
    def counted(self) -> bool:
        """Some number is in it."""
        return any(item.count for item in self.items)

    def with_count(self, count: Count) -> "Thing":
        """The thing with the number said behind it."""
        return Thing((replace(self.items[-1], count=count),), headless=self.headless)

    def with_head(self, head: "Thing | None") -> "Thing":
        """A headless thing with the noun it stands for."""
        if not self.headless or head is None:
            return self
        last, noun = self.items[-1], head.items[-1]
        text = last.text + (noun.noun or noun.text)
        return Thing((*self.items[:-1], replace(last, text=text, cls=noun.cls, noun=noun.noun)), self.marks)


def read_thing(words: Sequence[Word], start: int) -> tuple[Thing, int] | None:
    """The thing that begins at ``start`` and where it ends; None if none does."""
    items: list[Item] = []
    marks: list[str] = []
    place = start
    while True:
        found = _read_item(words, place)
        if found is None:
            break
        item, after = found
        items.append(item)
        place = after
        if place < len(words) and words[place][1].kind == "and" and _read_item(words, place + 1):
            marks.append(words[place][1].say)
            place += 1
            continue
        break
    if not items or len(marks) != len(items) - 1:
        return None
    headless = not any(item.cls for item in items[-1:]) and items[-1].text.endswith(_HEADLESS)
    if headless:
        items[-1] = replace(items[-1], text=items[-1].text.rstrip(_HEADLESS))
    return Thing(tuple(items), tuple(marks), headless), place


def _read_item(words: Sequence[Word], start: int) -> tuple[Item, int] | None:
    reader = _ItemReader(words, start)
    return reader.read()


class _ItemReader:
    """Reads one thing: number, what tells which, nouns side by side."""

    def __init__(self, words: Sequence[Word], place: int) -> None:
        self.words = words
        self.place = place
        self.count: Count | None = None
        self.text, self.cls, self.noun = "", "", ""
        self.named = False

    def read(self) -> tuple[Item, int] | None:
        """The thing and where it ends."""
        while self.place < len(self.words) and self._take():
            pass
        text = self.text
        if not text or (self.count and self.count.unit in _TIMES and self.cls not in _HELD):
            return None
        if not self.named:
            which = "的" if self.words[self.place - 1][1].say.endswith("的") else ""
            text = text.removesuffix("的") + which + _HEADLESS
        return Item(_TWICE.get(text[:4], text[:4]) + text[4:], self.cls, self.count, self.noun), self.place

    def _take(self) -> bool:
        """Take the next word; False where the thing ends."""
        sense = self.words[self.place][1]
        if not self.named and (found := _which(self.words, self.place)):
            said, self.place = found
            self.text += said
            return True
        if sense.kind == "count" and self.count is None and not self.named:
            self.count = Count(sense.say, sense.cls)
        elif sense.kind == "quality":
            self.text += sense.say
            self.named = False
        elif sense.kind in ("noun", "open"):
            return self._take_noun(sense)
        elif not self._take_of(sense.kind):
            return False
        self.place += 1
        return True

    def _take_of(self, kind: str) -> bool:
        """的 between two names; 网站上的栏目 is 网站栏目."""
        if not self.named:
            return False
        if kind == "suffix":
            return _kind(self.words, self.place + 1) == "of" and self._skip()
        if kind == "of" and _kind(self.words, self.place + 1) in ("noun", "open", "count", "quality"):
            self.text += "的"
            self.named = False
            return True
        return False

    def _skip(self) -> bool:
        self.place += 1
        return True

    def _take_noun(self, sense: Sense) -> bool:
        if found := _relative(self.words, self.place):
            said, self.place = found
            self.text += sense.say + said
            self.named, self.cls = False, ""
            return True
        acts = self.text.endswith("的") and self.words[self.place][0] in load_vocabulary().acts
        if sense.kind == "open" and (len(sense.say) == 1 or acts):
            return False
        if self.named and not _compound(self.cls, sense.cls):
            return False
        raw = self.words[self.place][0]
        say = raw if self.named and raw in _OF_ANOTHER else sense.say
        self.text += say
        self.cls, self.named, self.noun = sense.cls, True, say
        self.place += 1
        return True


def _compound(before: str, cls: str) -> bool:
    """Whether two things side by side are one: 局长信箱来信, but not 通报各科室 or 第三方测评."""
    if cls in ("person", "office"):
        return before in ("", "person", "office")
    return not (before in ("person", "office") and cls in ("activity", "training"))


def _kind(words: Sequence[Word], place: int) -> str:
    return words[place][1].kind if place < len(words) else ""


def _which(words: Sequence[Word], place: int) -> tuple[str, int] | None:
    """``未遮挡的`` of 没打码的名单, ``转办的`` of 转来的工单: what was or was not done to the thing that follows."""
    after = place
    negated = ""
    if _kind(words, after) == "not":
        negated = words[after][1].say
        after += 1
    if _kind(words, after) != "verb":
        return None
    verb = words[after][1].verb
    after += 1
    while _kind(words, after) == "perfect":
        after += 1
    if _kind(words, after) != "of" or _kind(words, after + 1) not in ("noun", "count", "quality"):
        return None
    following = next((word[1] for word in words[after + 1 : after + 3] if word[1].kind == "noun"), None)
    said = verb.with_object(following.cls if following else "") if verb else ""
    return (f"{negated}{said}的", after + 1) if said and "~" not in said else None


def _relative(words: Sequence[Word], place: int) -> tuple[str, int] | None:
    """``提的`` of 人大代表提的4条建议: what somebody does to the thing that follows."""
    after = place + 1
    if _kind(words, after) != "verb":
        return None
    verb = words[after][1].verb
    after += 1
    while _kind(words, after) == "perfect":
        after += 1
    if _kind(words, after) != "of" or _kind(words, after + 1) not in ("noun", "count", "quality"):
        return None
    following = next((word[1] for word in words[after + 1 : after + 3] if word[1].kind == "noun"), None)
    said = verb.with_object(following.cls if following else "") if verb else ""
    return (f"{said}的", after + 1) if said and "~" not in said else None


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
    rest_is_small = all({"suffix", "perfect", "verb", "filler", "all"} & set(each) for each in kinds[1:])
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
    return first.kind == "open" and (len(chunk.text) > 5 or bool(set(chunk.text) & set("成为到把被给让得")))
