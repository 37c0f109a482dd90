"""Letters typed for digits: 1o件, l2次. They are never read as digits in silence: the person is asked whether they are."""

import unicodedata
from collections.abc import Mapping

from report.lazily import pattern

_DIGITS: Mapping[str, str] = dict.fromkeys("oOｏＯ", "0") | dict.fromkeys("lIｌＩ", "1")
_LETTER = "A-Za-zＡ-Ｚａ-ｚ"
_MIXED = pattern(
    rf"(?<![{_LETTER}0-9０-９.．-])(?:(?=[0-9０-９oOｏＯlIｌＩ]*[0-9０-９])(?=[0-9０-９]*[oOｏＯlIｌＩ])[0-9０-９oOｏＯlIｌＩ]+"
    rf"|[oOｏＯlｌ]{{1,3}}(?=[件份个宗起项条篇次场期人元万户]))(?![{_LETTER}0-9０-９.．-])"
)


def digits_meant(text: str) -> tuple[tuple[str, str], ...]:
    """Every number with letters in it, as typed and as it would be in digits."""
    return tuple((match[0], _as_digits(match[0])) for match in _MIXED.finditer(text))


def with_digits(text: str) -> str:
    """The text with digits for those letters."""
    return _MIXED.sub(lambda match: _as_digits(match[0]), text)


def _as_digits(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(_DIGITS.get(character, character) for character in text))
