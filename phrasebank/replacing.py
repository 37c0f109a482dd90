"""Replacements made one after another, each tried only on a text that holds its words: most are never compiled."""

from collections.abc import Iterable

from phrasebank.needs import holds, needed_words
from report.lazily import pattern


class Replacements:
    """Pairs of a pattern and what stands for it, in their order."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Remember the pairs."""
        self._pairs = [(needed_words(source), pattern(source), official) for source, official in pairs]

    def made_in(self, text: str) -> str:
        """The text after all of them."""
        for needs, spoken, official in self._pairs:
            if holds(text, needs):
                text = spoken.sub(official, text)
        return text


__all__ = ["Replacements"]
