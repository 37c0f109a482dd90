"""Reads the things of a clause: number, what tells which, nouns side by side, what was done to them."""

from collections.abc import Sequence

from msgspec.structs import replace

from phrasebank.grammar.lexicon import Sense
from phrasebank.grammar.things import Count, Item, Thing, Word
from phrasebank.vocabulary import load_vocabulary

_OF_ANOTHER = ("大厅", "领导", "热线", "大屏", "号")
"""Names that stand as they are behind another one (接访大厅)."""
_HEADLESS = "\x00"
"""Marks, while a thing is read, that it has no noun."""
_TWICE = {"上年历年": "往年"}
"""Two words that say one thing."""
_TIMES = ("次", "回", "遍", "趟", "轮")
_HELD = ("activity", "meeting", "training", "", "opinion", "duty", "interpretation")
"""What can be counted in times."""


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
            if self.count:  # 2个下属单位的数据: the number tells of the units
                self.text, self.count = f"{self.count.of_kind(self.cls)}{self.text}", None
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
        if self.named and self.count and self.cls == "office" and sense.cls not in ("office", "person", ""):
            self.text, self.count = f"{self.count.of_kind(self.cls)}{self.text}", None  # 31个部门名称
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
    if cls in ("site", "account"):
        return before not in ("activity", "meeting", "training", "decision")  # 十四五规划征求意见，网上收到
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
    done = _done_to(words, after)
    return (f"{negated}{done[0]}", done[1]) if done else None


def _relative(words: Sequence[Word], place: int) -> tuple[str, int] | None:
    """``提的`` of 人大代表提的4条建议: what somebody does to the thing that follows."""
    return _done_to(words, place + 1)


def _done_to(words: Sequence[Word], after: int) -> tuple[str, int] | None:
    """A verb and the 的 that ties it to the thing that follows, in the words of that thing; and where the thing begins."""
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
