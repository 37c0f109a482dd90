"""Ticking by numbers or names, where a list is shown as numbered lines: 1 3 5 · 政策解读、新闻发布 · 1 3；解读5篇.

One decision: what is neither a number nor a name of the list is the person's own words and stays so. Own lines have
letters, and whatever changes the list (去掉 3, 只要 1 A, 加上 4, 清空) takes ticks and own lines alike.
"""

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from assistant.tick_edits import Edit, How, lacks_its_words, read_edits, says_clear
from assistant.views import QuestionView
from report.lazily import pattern

_BETWEEN = pattern(r"[\s、，,.．]+")
_AND = pattern(r"[\s、，,.．和与跟及]+")
_PLAIN_SIGN = pattern(r"[0-9]{1,4}|第[0-9]{1,4}[项条个]?|[a-z]")
"""Where no word says what is to be done: 3项 may tell of the year."""
_SIGN = pattern(r"第?\s*([0-9]{1,4}|[a-z])\s*[项条个号行]?")
_SIGNS_FIRST = pattern(r"((?:[0-9]{1,2}[\s、，,]+)+)(\D.*)\Z", re.DOTALL)
_LAST = pattern(r"(?:最后|末尾?)的?(?:那|这)?一?[项条个行]")
_QUOTES = "“”\"'‘’「」『』 　"


class Ticks(msgspec.Struct, frozen=True):
    """The list as it stands after a reply."""

    themes: tuple[str, ...]
    lines: tuple[str, ...]
    edited: bool = False
    """True when the list itself was changed (去掉, 只要, 加上, 清空), so that one may go on changing it."""


class NoTicks(msgspec.Struct, frozen=True):
    """Why a reply cannot be read: one sentence that says what would be right."""

    sentence: str


def none_of_them(typed: str) -> bool:
    """Whether somebody says of a tick list that there is nothing of it (没有, 都没有, 暂无)."""
    from prompts.replies import says_nothing  # noqa: PLC0415  replies are read once there is one

    return says_nothing(typed)


def letter(index: int) -> str:
    """The letter of an own line, from 0: A, B … Z, then AA."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def read_ticks(view: QuestionView, typed: str) -> Ticks | NoTicks | None:
    """Read one reply to a numbered tick list; None when it ticks nothing and is a note.

    Args:
        view: The question with its list as it was shown, ticks numbered from 1, own lines lettered from A.
        typed: What the person typed.
    """
    if says_clear(typed):
        return Ticks((), (), edited=True)
    if lacks_its_words(typed):
        return NoTicks("哪一项？写上号码或字母，例如：去掉 3，加上 4，只要 1；全都不要写“清空”。")
    sheet = _Sheet(view)
    for edit in read_edits(typed):
        if wrong := sheet.take(edit):
            return NoTicks(wrong)
    if not sheet.touched:
        return None
    return Ticks(tuple(sheet.themes), tuple(sheet.lines), edited=sheet.edited)


class _Names:
    """What numbers, letters, names and parts of names mean on one list."""

    def __init__(self, view: QuestionView) -> None:
        self.offered = view.ticks
        self.lines = view.lines
        self._signs = {tick.theme: str(at) for at, tick in enumerate(view.ticks, 1)}
        self._signs |= {line: letter(at) for at, line in enumerate(view.lines)}
        self._named = {sign.lower(): name for name, sign in self._signs.items()}

    def all_of(self, words: str, how: How) -> Sequence[str]:
        """The themes and lines that words name, all of them being names; empty when they are words of one's own."""
        if whole := self.one(words, how):
            return [whole]
        between = _BETWEEN if how == "plain" else _AND
        names = [self.one(part, how) for part in between.split(words) if part]
        return names if all(names) else ()

    def one(self, words: str, how: How) -> str:
        """The one theme or line that is meant; empty when there is none, or several."""
        words = words.strip(_QUOTES)
        if self._is_sign(words, how):
            found = _SIGN.fullmatch(_half(words))
            return self._named.get(found[1], "") if found else ""
        exact = [
            tick.theme for tick in self.offered if _plain(words) in {_plain(tick.theme), _plain(tick.label)}
        ]
        exact += [line for line in self.lines if _plain(words) == _plain(line)]
        if exact or how == "plain":
            return next(iter(exact), "")
        like = self.like(words, how)
        return like[0] if len(like) == 1 else ""

    def like(self, words: str, how: How) -> Sequence[str]:
        """Ticks and lines with these words in them: of what stands there, or, to add something, of what is offered."""
        words = words.strip(_QUOTES)
        if len(words) < 2:
            return ()
        ticks = [tick.theme for tick in self.offered if (how == "add" or tick.ticked) and words in tick.label]
        return ticks if how == "add" else [*ticks, *(line for line in self.lines if words in line)]

    def wrong_sign(self, words: str, how: How) -> str:
        """Why a number or a letter is none of the list; empty when there is none such among the words."""
        parts = [part for part in (_BETWEEN if how == "plain" else _AND).split(words) if part]
        if not parts or not all(self._is_sign(part, how) for part in parts):
            return ""
        wrong = next((part for part in parts if not self.one(part, how)), "")
        last = len(self.offered)
        sign = _SIGN.fullmatch(_half(wrong))
        if sign is None:
            lettered = [name for part in parts if (name := self.one(part, how)) in self.lines]
            there = f"{self.listed(lettered)}已经在了。要去掉写“去掉”和字母，要改写成“A 改成 ……”。"
            return there if lettered and how == "plain" else ""
        if not last and not self.lines:
            return "这一问没有可勾的清单，直接写话就行。"
        if sign[1].isdecimal() and not last:
            return f"这一问没有可勾的清单，{self._own}。"
        if sign[1].isdecimal():
            return f"没有第 {int(sign[1])} 项，写 1 到 {last} 之间的号码，例如：1 3 5。"
        return f"没有“{wrong}”这一项，{self._own}；清单里的写 1 到 {last} 之间的号码，例如：1 3 5。"

    @property
    def _own(self) -> str:
        """Which letters there are."""
        last = letter(len(self.lines) - 1) if self.lines else ""
        return (
            f"自己写的是 A 到 {last}"
            if len(self.lines) > 1
            else "自己写的只有 A"
            if last
            else "现在没有自己写的"
        )

    def listed(self, names: Sequence[str]) -> str:
        """Ticks and lines with their numbers and letters."""
        labels = {tick.theme: tick.label for tick in self.offered}
        return "、".join(f"{self._signs.get(name, '')} {labels.get(name, name)}".strip() for name in names)

    @staticmethod
    def _is_sign(words: str, how: How) -> bool:
        return (_PLAIN_SIGN if how == "plain" else _SIGN).fullmatch(_half(words)) is not None


class _Sheet:
    """The list while a reply is applied to it."""

    def __init__(self, view: QuestionView) -> None:
        self.names = _Names(view)
        self.themes = [tick.theme for tick in view.ticks if tick.ticked]
        self.lines = list(view.lines)
        self.touched = False
        self.edited = False
        self._replaced = self._wrote = False

    def take(self, edit: Edit) -> str:
        """Apply one piece of a reply; why it cannot be, or empty."""
        last = edit.how in {"drop", "replace"} and _LAST.fullmatch(edit.words)
        found = [*self.themes, *self.lines][-1:] if last else self.names.all_of(edit.words, edit.how)
        if wrong := self.names.wrong_sign(edit.words, edit.how):
            return wrong
        if not found and edit.loose:
            self._write(edit.whole, goes_on=edit.goes_on)
            return ""
        if edit.how in {"drop", "replace"}:
            return self._away(edit, found)
        if edit.how == "only" and not self._replaced:
            self._replaced, self.themes, self.lines = True, [], []
        self.edited |= edit.how != "plain"
        self.touched |= bool(found) or edit.how != "plain"
        self._put(edit, found)
        return ""

    def _put(self, edit: Edit, found: Sequence[str]) -> None:
        """Tick what is named and write what is said; numbers before words are ticks: 只要 1 3 解读5篇."""
        first = _SIGNS_FIRST.match(edit.words) if edit.how != "plain" and not found else None
        ticks = self.names.all_of(first[1], edit.how) if first else ()
        for name in found or ticks:
            self._add(name, len(self.lines))
        if not found:
            self._write(first[2] if first and ticks else edit.words, goes_on=edit.goes_on)
        self._wrote = not found

    def _away(self, edit: Edit, found: Sequence[str]) -> str:
        """Take off the list what is named; in its place, what it is replaced by."""
        if not found:
            like = self.names.like(edit.words, edit.how)
            if len(like) > 1:
                return f"有几项都带“{edit.words}”：{self.names.listed(like)}。写前面的号码。"
            now = self.names.listed([*self.themes, *self.lines])
            right = f"现在有：{now}；写前面的号码。" if now else "现在一项也没有。"
            return f"清单里没有“{edit.words}”可去掉。{right}要写进报告的话，说成一句完整的话。"
        here = [name for name in (*self.themes, *self.lines) if name in found]
        if not here:
            return f"“{self.names.listed(found)}”本来就没勾。"
        at = self.lines.index(here[0]) if here[0] in self.lines else len(self.lines)
        self.themes = [theme for theme in self.themes if theme not in here]
        self.lines = [line for line in self.lines if line not in here]
        for name in self.names.all_of(edit.into, "plain") or filter(None, [edit.into]):
            at = self._add(name, at)
        self.touched = self.edited = True
        self._wrote = False
        return ""

    def _add(self, name: str, at: int) -> int:
        """Tick a theme, or put a line at a place; the place of the next line."""
        if any(name == tick.theme for tick in self.names.offered):
            self.themes += [] if name in self.themes else [name]
        elif name not in self.lines:
            self.lines.insert(at, name)
            return at + 1
        return at

    def _write(self, words: str, *, goes_on: bool) -> None:
        """A line in the person's own words; behind a comma it goes on with the words before."""
        if goes_on and self._wrote:
            self.lines[-1] += f"，{words}"
        elif words not in self.lines:
            self.lines.append(words)
        self._wrote = bool(self.lines) and self.lines[-1].endswith(words)


def _half(words: str) -> str:
    """Half width, without the closing mark."""
    return unicodedata.normalize("NFKC", words).strip().removesuffix("。").lower()


def _plain(words: str) -> str:
    """The same without blanks: for comparing."""
    return re.sub(r"\s+", "", _half(words))
