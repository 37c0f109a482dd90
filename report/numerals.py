"""Numbers as people write them, read exactly or not at all.

One decision: a form with more than one sensible reading (``十几``, ``三五``, ``1万5``, ``1,23``) has no value here; whoever
asked says so to the person. Signs, units and percentages are the caller's: this module reads unsigned numbers only.
"""

from decimal import Decimal

from report.lazily import pattern

_DIGITS = "零一二三四五六七八九"
_SMALL_UNITS = ("", "十", "百", "千")
_PLAIN = str.maketrans(
    "０１２３４５６７８９．，〇○两俩仨壹贰叁肆伍陆柒捌玖拾佰仟萬億",
    "0123456789.,零零二二三一二三四五六七八九十百千万亿",
)
"""Full-width digits, the other zeros, 两, and the numerals of cheques, each to the plain character of the same value."""

_WESTERN = pattern(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?\Z")
_FEW = r"[一二三四五六七八九1-9]"
_SECTION = pattern(
    rf"(?:零?({_FEW})千)?(?:零?({_FEW})百)?(?:零?({_FEW})?(十))?(?:(零)?({_FEW}))?\Z",
)
"""A number below 10000. A digit without a unit after 百 or 千 counts the next lower unit (一百二 is 120)."""
_POSITIONAL = pattern(r"[一二三四五六七八九][零一二三四五六七八九]+\Z")
_MOST_DIGITS = 20
"""Longer runs are slips of the keyboard; up to here, times 亿, Decimal's 28 places lose nothing."""
_WANT_PLAIN_DIGITS = 3
"""Western digits after 万 or 亿 must be at least so many: ``1万500`` is clear, ``1万5`` is not."""


_HALF = str.maketrans("０１２３４５６７８９．，－＋", "0123456789.,-+")


def half_width(text: str) -> str:
    """Digits and their marks as a Chinese input method types them, made plain; everything else stays."""
    return text.translate(_HALF)


def read_numeral(text: str) -> Decimal | None:
    """Read an unsigned number in any of the ways people write one.

    Western digits (full-width too, with thousands commas), Chinese numerals, and mixtures: ``1,234`` · ``１２．５`` ·
    ``一百二十四`` · ``两百零三`` · ``二〇二四`` · ``1.2万`` · ``一点二万`` · ``1万2千`` · ``3亿`` · ``一万二`` (12000).

    Returns:
        The exact value, or None when the text is not a number or could mean two (``三五``, ``十几``).
    """
    bare = text.strip().translate(_PLAIN)
    if sum(character.isdigit() for character in bare) > _MOST_DIGITS or bare.count("亿") > 1:
        return None
    if _WESTERN.match(bare):
        return Decimal(bare.replace(",", ""))
    if bare == "零":
        return Decimal(0)
    if _POSITIONAL.match(bare) and (len(bare) > 2 or "零" in bare):
        return Decimal("".join(str(_DIGITS.index(character)) for character in bare))
    value = _with_big_units(bare)
    return None if value is None or value == 0 else value


def _with_big_units(text: str) -> Decimal | None:
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        head, found, rest = text.rpartition(unit)
        if found:
            count = _count(head, unit)
            below = _after(rest, size)
            fraction = count is not None and count != int(count)
            if count is None or below is None or (fraction and rest):
                return None
            return _exact(count * size + below)
    return _exact(_count(text, ""))


def _exact(value: Decimal | None) -> Decimal | None:
    """Without the trailing zeros that 1.20万 would leave (12000, not 12000.00); ``2.50`` keeps its places."""
    return Decimal(int(value)) if value is not None and value == int(value) else value


def _count(text: str, unit: str) -> Decimal | None:
    """What stands before 亿 or 万, or the whole number when ``unit`` is empty."""
    if unit == "亿" and "万" in text:
        return _with_big_units(text)
    if unit and _WESTERN.match(text):
        return Decimal(text.replace(",", ""))
    whole, point, places = text.partition("点")
    if point:
        head = Decimal(0) if whole == "零" else _section(whole)
        if head is None or not places or any(character not in _DIGITS for character in places):
            return None
        return head + Decimal("0." + "".join(str(_DIGITS.index(character)) for character in places))
    return _section(text)


def _after(text: str, size: int) -> Decimal | None:
    """What stands after 亿 or 万; it must be smaller than that unit."""
    if not text:
        return Decimal(0)
    if len(text) == 1 and text in _DIGITS[1:]:
        return Decimal(_DIGITS.index(text) * size // 10)
    if text.isascii() and text.isdigit():
        return Decimal(text) if len(text) >= _WANT_PLAIN_DIGITS and int(text) < size else None
    below_yi = size > 10**4 and "万" in text
    value = _with_big_units(text.removeprefix("零")) if below_yi else _section(text)
    return value if value is not None and value < size else None


def _section(text: str) -> Decimal | None:
    match = _SECTION.match(text)
    if not text or not match:
        return None
    thousands, hundreds, tens, ten, zero, last = match.groups()
    total = _digit(thousands) * 1000 + _digit(hundreds) * 100 + (_digit(tens) or (1 if ten else 0)) * 10
    if last:
        colloquial = not (zero or ten)
        size = 10 if hundreds and colloquial else 100 if thousands and colloquial else 1
        if size > 1 and last not in _DIGITS:
            return None
        total += _digit(last) * size
    return Decimal(total)


def _digit(character: str | None) -> int:
    if not character:
        return 0
    return _DIGITS.index(character) if character in _DIGITS else int(character)


def write_chinese(number: int) -> str:
    """Write a whole number from 0 in Chinese numerals, as one reads it aloud (``124`` → ``一百二十四``).

    Raises:
        ValueError: the number is negative, or 10^16 and more.
    """
    if not 0 <= number < 10**16:
        raise ValueError(number)
    if number == 0:
        return "零"
    text = _write_groups(number)
    return text.removeprefix("一") if text.startswith("一十") else text


def _write_groups(number: int) -> str:
    for size, unit in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if low and low < size // 10 else ""
            return _write_groups(high) + unit + (gap + _write_groups(low) if low else "")
    text = ""
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += _DIGITS[digit] + _SMALL_UNITS[place]
        elif text and not text.endswith("零") and number % 10**place:
            text += "零"
    return text
