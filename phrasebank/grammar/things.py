"""What a clause speaks of: things with their class and count, written name first, number behind."""

import msgspec
from msgspec.structs import replace

from phrasebank.grammar.lexicon import Sense, load_grammar

Word = tuple[str, Sense]
"""A word of the clause as said, and the sense it is read in."""


class Count(msgspec.Struct, frozen=True):
    """A number as it stands and the classifier said with it."""

    number: str
    unit: str

    def of_kind(self, cls: str) -> str:
        """The count as it is written before a thing of this class that tells of another one."""
        return self.of(cls) if self.unit != "个" or cls not in ("office", "scope") else f"{self.number}个"

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
_UNITS = {"回": "次", "趟": "次", "遍": "次", "位": "名", "堂": "次"}


class Item(msgspec.Struct, frozen=True):
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
        if self.cls in ("office", "scope"):
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


class Thing(msgspec.Struct, frozen=True):
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
