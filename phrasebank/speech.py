"""What a clause says of its matter: that it did not happen, that it is done, that it is planned.

One decision: only “did not happen, was not received, does not exist” is a negation. 没超期 and 不及时 are facts, 没收 is
an act, 还没判 is pending.
"""

import re
from functools import cache

import msgspec

from phrasebank.protect import read_lexicon
from phrasebank.reading import Quantity, Tense
from report import lazily
from report.yamlfile import YamlFile, convert


class _SpeechFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    negators: tuple[str, ...]
    fillers: tuple[str, ...]
    happenings: tuple[str, ...]
    exceptions: tuple[str, ...]
    standing: tuple[str, ...]
    done: tuple[str, ...]
    planned: tuple[str, ...]
    not_planned: tuple[str, ...]
    not_done: tuple[str, ...]


class Speech:
    """The patterns of one ``speech.yaml``."""

    def __init__(self, source: YamlFile, *, proven: bool = False) -> None:
        """Take the file; mistakes in it are answered with file and line, unless a test has ``proven`` it."""
        shape = convert(source, _SpeechFile)
        for name in () if proven else ("exceptions", "standing"):
            for index, pattern in enumerate(getattr(shape, name)):
                try:
                    re.compile(pattern)
                except re.error as why:
                    raise source.problem(
                        f"不是完好的正则表达式（{why}）", f"$.{name}[{index}]", "括号成对的正则表达式"
                    ) from why
        self._exceptions = lazily.pattern("|".join(shape.exceptions))
        self._negation = lazily.pattern(
            f"(?:{_any(shape.negators)})(?:{_any(shape.fillers)})*(?:{_any(shape.happenings)})"
        )
        self._standing = lazily.pattern("|".join(shape.standing))
        self._planned, self._not_planned = (
            lazily.pattern(_any(shape.planned)),
            lazily.pattern(_any(shape.not_planned)),
        )
        self._done, self._not_done = lazily.pattern(_any(shape.done)), lazily.pattern(_any(shape.not_done))

    def is_negated(self, text: str, quantities: tuple[Quantity, ...]) -> bool:
        """Whether the clause is a zero fact: in words, or because every number in it is 0."""
        if quantities and all(quantity.value == "0" for quantity in quantities):
            return True
        plain = self._exceptions.sub(lambda match: "〓" * len(match[0]), text)
        positive = any(quantity.value not in ("0", "1") for quantity in quantities)
        return not positive and bool(self._negation.search(plain) or self._standing.search(plain))

    def tense(self, text: str) -> Tense:
        """``planned`` beats ``done``: 明年把栏目改了 is a plan."""
        if self._planned.search(_blank(self._not_planned, text)):
            return "planned"
        return "done" if self._done.search(_blank(self._not_done, text)) else "neutral"


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: "〓" * len(match[0]), text)


@cache
def shipped_speech() -> Speech:
    """The patterns of the shipped ``lexicon/speech.yaml``."""
    return Speech(read_lexicon("speech.yaml"), proven=True)
