"""What a reply to a list does with it, piece by piece: 去掉 3 · 只要 1 A · 加上 4，去掉微博 · A 改成 …… · 清空.

One decision: words like 取消 or 加 also begin sentences for the report. Such a piece is `loose`: it changes the list when
it names something of the list, and is the person's own words when it does not.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from report import lazily

How = Literal["plain", "add", "drop", "only", "replace"]

_VERBS: Mapping[How, str] = {
    "drop": "去掉 去除 删掉 删除 删去 移除 划掉 勾掉 拿掉 不要 不勾 取消 减去 减掉 删 减",
    "only": "只要 只留 只保留 只勾 只选 换成 改成 改为",
    "add": "再加上 再加 加上 添上 补上 添加 增加 再勾 勾上 勾选 再选 选上 还要 加 添 补 勾 选",
}
_HOW: Mapping[str, How] = {verb: how for how, verbs in _VERBS.items() for verb in verbs.split()}
_VERB = "|".join(sorted(_HOW, key=len, reverse=True))
_LONG_VERB = "|".join(verb for verb in _HOW if len(verb) > 1)
_FIRM = frozenset(
    [
        "去掉",
        "删掉",
        "删除",
        "移除",
        "划掉",
        "勾掉",
        "拿掉",
        "只要",
        "只留",
        "只保留",
        "只勾",
        "只选",
        "再加上",
        "再加",
        "加上",
        "添上",
        "补上",
        "还要",
    ]
)
"""Words that hardly begin a sentence for the report."""
_PREFIX = lazily.pattern(
    rf"(?:请|就|那就?|还是)?(?P<verb>{_VERB})(?P<gap>[\s:：，,、]*)(?P<words>.+)\Z", re.DOTALL
)
_SUFFIX = lazily.pattern(
    r"(?:把|将)?(?P<words>.+?)[，,\s]*(?:都|也|就|给我|还是)*"
    r"(?P<verb>去掉|删掉|删除|删了|划掉|拿掉|不要|取消)(?:了|吧|掉)*\Z"
)
_REPLACE = lazily.pattern(
    r"(?:把|将)?\s*(?P<words>第?\s*[0-9A-Za-z]{1,2}\s*[项条号]?|最后一[项条])\s*(?:改成|改为|换成|换为)[\s:：，,]*(?P<into>.+)\Z"
)
_PARTS = lazily.pattern(r"[；;\n]")
_NEXT = lazily.pattern(rf"[，,。]\s*(?=(?:请|就|那就?|还是)?(?:{_LONG_VERB}))")
_CLEAR = lazily.pattern(
    r"(?:把|将)?(?:清单|列表|上面|前面|这些)?的?(?:全部|全|都|所有的?|一律)*(?:给我)?"
    r"(?:清空|清掉|清除|去掉|删掉|删除|删|不要|取消|重来|重选|重勾|重新[来勾选])(?:全部|所有的?|清单|重来|重选|重勾|重新[来勾选]|了|吧)*"
)
_ALL = lazily.pattern(r"清[空掉除]|全|都|所有|重[来选勾新]")
_BRIEF = 14
_TELLS = lazily.pattern(r"[0-9０-９]+\s*[条件次份篇期个场项人万元]|[，,]|就|便")


class Edit(msgspec.Struct, frozen=True):
    """One piece of a reply."""

    how: How
    words: str
    """What it names, or says."""
    whole: str
    """The piece as it was typed."""
    loose: bool = False
    """True where the words are no command when they name nothing of the list."""
    into: str = ""
    """Of `replace`: what stands there instead."""
    goes_on: bool = False
    """True behind a comma: words of one's own go on with the line before."""


def lacks_its_words(typed: str) -> bool:
    """Whether a whole reply is only what is to be done, and not with what: 去掉, 加上."""
    return re.sub(r"[\s。！!了吧]+", "", typed) in _HOW


def says_clear(typed: str) -> bool:
    """Whether a whole reply empties the list: 清空, 全部去掉, 都不要了."""
    text = re.sub(r"[\s。！!]+", "", typed)
    return _CLEAR.fullmatch(text) is not None and _ALL.search(text) is not None


def read_edits(typed: str) -> Iterator[Edit]:
    """The pieces of a reply in order; a piece without a word of its own goes on with the word before it."""
    how: How = "plain"
    for part in _PARTS.split(typed):
        pieces = [one for one in (piece.strip() for piece in _NEXT.split(part)) if one]
        for number, piece in enumerate(pieces):
            edit = _edit(piece.removesuffix("。").strip(), how)
            how = edit.how if edit.how != "replace" and not edit.loose else how
            yield msgspec.structs.replace(edit, goes_on=number > 0)


def _edit(piece: str, before: How) -> Edit:
    if match := _REPLACE.match(piece):
        return Edit("replace", match["words"], piece, loose=True, into=match["into"].strip())
    if match := _PREFIX.match(piece):
        words = match["words"].strip()
        firm = match["verb"] in _FIRM and not _tells(words) and not words.startswith("了")
        return Edit(_HOW[match["verb"]], words, piece, loose=not match["gap"] and not firm)
    if match := _SUFFIX.match(piece):
        loose = match["verb"] in {"不要", "取消"} or _tells(match["words"])
        return Edit("drop", match["words"].strip(), piece, loose=loose)
    return Edit(before, piece, piece, loose=before == "drop")


def _tells(words: str) -> bool:
    """Whether words tell of the year rather than name something of a list."""
    return len(words) > _BRIEF or _TELLS.search(words) is not None
