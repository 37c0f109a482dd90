"""Pinyin initials without a dictionary: the first-level characters of GB 2312 are ordered by pinyin.

So the two-byte code alone tells the initial (``zdgk`` finds 主动公开). Characters beyond the first level have no
initial here; a character with several readings has the one it is filed under. Good enough to find a line in a list.
"""

from bisect import bisect_right
from functools import lru_cache

_STARTS: tuple[tuple[int, str], ...] = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g"),
    (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o"),
    (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"),
    (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
"""GB 2312: the first code of each initial."""

_CODES = [code for code, _ in _STARTS]
_LAST = 0xD7F9


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """Initials of the Chinese characters, other letters and digits lower-cased (``表三 T3`` → ``bst3``)."""
    return "".join(_initial(character) for character in text)


def _initial(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    if not _CODES[0] <= code <= _LAST:
        return ""
    return _STARTS[bisect_right(_CODES, code) - 1][1]


def finds(typed: str, *texts: str) -> bool:
    """Whether what was typed, as characters or as initials, stands in one of the texts."""
    wanted = "".join(typed.split()).lower()
    return any(wanted in text.lower() or (wanted.isascii() and wanted in initials(text)) for text in texts)
