"""Where a word ends in Chinese text, for the keys that move and delete by words.

The framework takes every run of Chinese characters for one word, so that Ctrl+W empties the whole answer. Here a
number with its unit, a Latin word, a mark, or two Chinese characters are a word: most written words have two, and
counting from the start of a run puts the borders where a reader would (全年 主动 公开 各类 政府 信息).
"""

import re

_WORD = re.compile(
    r"\s+|[+-]?[0-9０-９]+(?:[.,．，][0-9０-９]+)*[%％]?|[A-Za-z_]+"
    r"|[的了和与及在为有无未已等]|[\u3400-\u9fff](?:[\u3400-\u9fff])?|."
)


def borders(text: str) -> list[int]:
    """Offsets where words begin, and the end of the text; blanks belong to the word before them."""
    found = [match.start() for match in _WORD.finditer(text) if not match[0].isspace() or match.start() == 0]
    return [*found, len(text)]


def left_of(text: str, offset: int) -> int:
    """Start of the word before ``offset``."""
    return max((border for border in borders(text[:offset])[:-1] if border < offset), default=0)


def right_of(text: str, offset: int) -> int:
    """End of the word after ``offset``; counted over the whole text, so that going there and back is the same."""
    return min((border for border in borders(text) if border > offset), default=len(text))
