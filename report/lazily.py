"""Patterns that are compiled when they are first used, and cheaply: compiling one costs more than importing most modules.

One decision: a class that names all Chinese characters is compiled as "a letter, but none of these": the compiler of
`re` goes through the characters of a range one by one, 20,992 of them each time, and a start compiles a hundred such
classes. A letter of another script or a numeral such as Ⅲ is then taken for a Chinese character, too.
"""

import re
from typing import Any, cast

_CLASS = re.compile(r"(?<!\\)\[(?P<negated>\^?)(?P<inside>(?:\\.|[^\]\\\[])+)\]")
_CHINESE = re.compile(r"(?:\\u4e00|一)-(?:\\u9fff|\\u9fa5|鿿|龥)")
_ASCII = ("0-9", "A-Z", "a-z")
"""Ranges that letters of an ASCII text and its digits are named by."""


class _Lazy:
    """A pattern to be; it becomes one, method by method, when it is asked for something."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        made = getattr(re.compile(cheap(self._source), self._flags), name)
        setattr(self, name, made)
        return made


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern ``source``, compiled when it is first used; a mistake in it shows then."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


def cheap(source: str) -> str:
    """The pattern with its classes of all Chinese characters written so that they are compiled at once."""
    return _CLASS.sub(_cheap_class, source) if _CHINESE.search(source) else source


def _cheap_class(found: re.Match[str]) -> str:
    inside, ranges = _CHINESE.subn("", found["inside"])
    if not ranges:
        return found[0]
    missing = [letters for letters in _ASCII if letters not in inside]
    for letters in _ASCII:
        inside = inside.replace(letters, "")
    if not inside:
        return f"[{'' if found['negated'] else '^'}\\W_{''.join(missing)}]"
    return found[0] if missing else f"[{found['negated']}\\w{inside}]"
