"""What a reply may be instead of an answer: 跳过, 返回, 帮助, 同上年, with or without a slash, in either width."""

import unicodedata
from collections.abc import Mapping
from typing import Literal

import msgspec

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


def read_command(typed: str) -> Command | None:
    """The command a reply is, with or without a slash in front; None for anything else."""
    folded = fold(typed).lower()
    name = _COMMANDS.get(folded.removeprefix("/"))
    return Command(name) if name else None


def fold(text: str) -> str:
    """Full-width letters and marks as half-width, a closing mark dropped: for comparing, never for keeping."""
    return unicodedata.normalize("NFKC", text).strip().removesuffix("。").strip()
