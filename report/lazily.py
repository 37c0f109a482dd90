"""Patterns that are compiled when they are first used: compiling one costs more than importing most modules."""

import re
from typing import Any, cast


class _Lazy:
    """A pattern to be; it becomes one, method by method, when it is asked for something."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        made = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, made)
        return made


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern ``source``, compiled when it is first used; a mistake in it shows then."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
