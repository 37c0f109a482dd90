"""How numbers are written in a note: digits, Chinese numerals, ranges, and which of them count something.

One decision: a Chinese numeral counts only where a unit says so, or where it is long enough and stands free.
"""

import re

from report.cells import plain
from report.lazily import pattern
from report.numerals import read_numeral

CHINESE = "零〇○一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟"
_WESTERN = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
NUMBER = rf"(?:{_WESTERN}(?:[百千万亿]+(?:[0-9]+[百千]|(?<=万)[1-9](?![0-9.,百千万]))?)?|[{CHINESE}]+(?:点[{CHINESE}]+)?)"
SHORT_THOUSAND = pattern("(?<=万)([1-9])$")
"""1万2 is 1万2千, as people say it."""
_ABOUT = frozenset({"百十", "百八十", "千百", "百千", "千八百", "三五百", "三五十"})
"""Chinese for “a hundred or so”: no value."""
TO = r"[-－—–~～至到]"
_BIG = pattern(r"[十百千万亿]")
_NO_NUMBER_AFTER = "几数好第某任逐统单同之唯"
"""After these a Chinese numeral is part of a word (数十, 第三, 统一)."""
_ROUND_BEFORE = ("近", "上", "约", "超", "逾", "过")
"""What makes a bare 百, 千 or 万 a number (近百, 上千)."""
OVER = pattern("(?:上|(?<![通超经])过)$")
"""上百 and 过百 are more than a hundred."""
NOT_OVER = pattern("[没未不](?:有|曾)?$")
_SAID_AS_ZERO = ("情况为", "情况是", "的是", "填", "写")
"""After these 零 only says that there was none (责任追究情况为零, 这栏填的是零)."""
_SETTLED = pattern(r"(?:$|[\s，、；。,;（）()！：:]|都|全|均|也|已|了|的|和)")
"""What may follow a Chinese numeral that has no classifier."""


def is_counting(number: str, text: str, start: int, end: int, *, counted: bool) -> bool:
    """Whether a Chinese numeral here is a number: ``counted`` by a unit, or long enough and standing free."""
    before = text[max(0, start - 1) : start]
    if number in _ABOUT:
        return False
    if before and before in _NO_NUMBER_AFTER:
        return False
    if number[0] == "亿" or (number[0] in "百千万" and not counted and before not in _ROUND_BEFORE):
        return False
    if counted:
        return True
    settled = bool(_SETTLED.match(text, end))
    if number == "零":
        return settled and not text[:start].endswith(_SAID_AS_ZERO)
    return settled and len(number) > 1 and bool(_BIG.search(number))


def whole_tens(number: str) -> bool:
    """Whether a number can be followed by 几 (几 after 二十: 20 and some more)."""
    value = read_numeral(number)
    return value is not None and value >= 10 and value % 10 == 0


def size_range(number: str, upto: str) -> tuple[str, str]:
    """Both ends; ``1-2万`` and ``三到五百`` lend the size of the second to the first."""
    low, high = read_numeral(number), read_numeral(upto)
    if low is None or high is None:
        return "", ""
    tail = re.search(r"[百千万亿]+$", upto)
    if tail and low < 10 and not _BIG.search(number):
        low = read_numeral(number + tail[0]) or low
    return (plain(low), plain(high)) if low < high else ("", "")
