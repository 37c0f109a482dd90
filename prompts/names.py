"""Names as replies: what a unit is called, what its text calls itself, and who leads it.

One decision: a name is taken as it stands or refused whole. Words that tell of the year's work, a year, or an ordinary
sentence are not a name; the sentence says what would be one.
"""

import msgspec

from report.lazily import pattern

LONGEST_NAME = 60
LONGEST_SHORT = 6
_YEAR = pattern(r"\s*(?:19|20)[0-9]{2}\s*年?度?")
_MARKS = pattern(r"[，。；！？,;!?\n]")
TELLING = pattern(
    r"今年|去年|全年|本年度|没有|没收到|收到过?|公开了|[0-9]+\s*(?:[余多])?[条件次份篇期个]|[是为]多少"
)
"""Words of a statement about the year, which no unit is called."""
_SHORT = pattern(rf"[\u3400-\u9fff]{{2,{LONGEST_SHORT}}}")
SEPARATORS = pattern(r"[、，,；;\s]+")


class NotAName(msgspec.Struct, frozen=True):
    """Why it was not taken: one sentence that says what would be right."""

    sentence: str
    kept: str = ""
    """Words of it that were right."""


def unit_name(typed: str, example: str) -> str | NotAName:
    """The full name of a unit, as on its seal."""
    text = typed.strip()
    if len(text) > LONGEST_NAME or "\n" in text:
        return NotAName(f"这里只写一个名称，不超过 {LONGEST_NAME} 个字，例如：{example}。")
    if year := _YEAR.match(text):
        return NotAName(f"“{year[0].strip()}”是年度，下一问再填；这里只写单位全称，例如：{example}。")
    if not any(character.isalpha() for character in text):
        return NotAName(f"这里要写文字，例如：{example}。")
    if _MARKS.search(text) or TELLING.search(text):
        return NotAName(f"这像是一句话。这里只写单位全称，情况后面再问，例如：{example}。")
    return text


def short_name(typed: str, example: str) -> str | NotAName:
    """How a unit's text calls itself: two to six Chinese characters."""
    text = typed.strip()
    if not _SHORT.fullmatch(text) or TELLING.search(text):
        return NotAName(f"自称写 2 到 {LONGEST_SHORT} 个汉字，不带数字和标点，例如：{example}。")
    return text


def name_list(typed: str, example: str) -> tuple[str, ...] | NotAName:
    """Several names in one line, split at the marks people use."""
    items = tuple(item for item in SEPARATORS.split(typed.strip().removesuffix("。")) if item)
    if not items or not all(_is_name(item) for item in items):
        return NotAName(f"这里写名称，几个之间用顿号隔开，例如：{example}。")
    return items


def _is_name(item: str) -> bool:
    return (
        any(character.isalpha() for character in item)
        and not any(character.isdigit() for character in item)
        and len(item) <= LONGEST_NAME // 2
        and not TELLING.search(item)
    )
