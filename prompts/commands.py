"""What a reply may be instead of an answer: 跳过, 返回, 帮助, 同上年, with or without a slash, in either width.

People say the same in their own words: 不知道, 问下小王再说, 跟去年一样. One decision: a whole reply is a command or
none of it is; a sentence that also tells something is an answer.
"""

import unicodedata
from collections.abc import Mapping
from typing import Literal

import msgspec

from report.lazily import pattern

CommandName = Literal["skip", "back", "help", "same"]


class Command(msgspec.Struct, frozen=True):
    """Something to do instead of an answer."""

    name: CommandName


_COMMANDS: Mapping[str, CommandName] = {
    "跳过": "skip", "略过": "skip", "以后再说": "skip", "skip": "skip",
    "返回": "back", "上一问": "back", "上一题": "back", "back": "back",
    "帮助": "help", "?": "help", "为什么问": "help", "help": "help",
    "同上年": "same", "同去年": "same", "沿用": "same", "same": "same",
}  # fmt: skip


_OPEN = pattern(
    r"(?:这个|这一?项|这一?问|我|现在|暂时|还|也|先|真|就)*"
    r"(?:不知道|不晓得|不(?:太|大)?清楚|不了解|说不(?:准|好|上来|清)|记不(?:清|得|住)了?|忘了|没数|待定|待查|待核实|空着|"
    r"不填|不答|跳过|没想好|(?:以后|回头|晚点|稍后|过后|改天|明天|等等|等会儿?)?再(?:说|填|答|补|看|定))(?:吧|了|呢)?"
)
"""Nothing is known of it now."""
_ASKING = pattern(
    r"(?:这个|这一?项|这|我|还|先|要|得|需要|需|去|让我|容我|回头|明天|等)*(?:问|查|核实|核对|翻|找|等)"
    r"[^，,。；;0-9０-９]{0,14}?(?:(?:以后|之后|后|回来|完|了)?再(?:说|填|答|补)|才知道|才清楚)(?:吧|了)?"
    r"|(?:这个|这一?项|这|我)*(?:要|得|需要|需|去)(?:问|查)(?:一下|下|问|查)?[^，,。；;0-9０-９的阅]{0,5}"
)
"""Somebody else is asked first."""
_AS_BEFORE = pattern(
    r"(?:这个|都|就|还|也|全)*(?:是)?(?:(?:跟|和|同|与|照|按|按照|依照|沿用)(?:着)?(?:去年|上年|上一年|往年)(?:的|的情况)?"
    r"(?:一样|相同|一致|一个样|不变|没变|没变化|来|填|写)?|(?:去年|上年)(?:一样|没变|不变))(?:的|吧|就行|就好|即可)*"
)
_PARTS = pattern(r"[，,。；;！!\s]+")


def read_command(typed: str) -> Command | None:
    """The command a reply is, in one of its words or as people say it; None for anything else."""
    folded = fold(typed).lower()
    name = _COMMANDS.get(folded.removeprefix("/"))
    return Command(name) if name else _as_people_say(folded)


def _as_people_say(folded: str) -> Command | None:
    parts = [part for part in _PARTS.split(folded) if part]
    if parts and all(_OPEN.fullmatch(part) or _ASKING.fullmatch(part) for part in parts):
        return Command("skip")
    if parts and all(_AS_BEFORE.fullmatch(part) for part in parts):
        return Command("same")
    return None


def fold(text: str) -> str:
    """Full-width letters and marks as half-width, a closing mark dropped: for comparing, never for keeping."""
    return unicodedata.normalize("NFKC", text).strip().removesuffix("。").strip()
