"""Where a word ends in Chinese text, for the keys that move and delete by words.

The framework takes every run of Chinese characters for one word, so that Ctrl+W empties the whole answer. Here the words
are those of the assistant's dictionary; beside them a number, a Latin word, a mark, or two characters in no word of it.
"""

from collections.abc import Iterator

from report.lazily import pattern

_PIECE = pattern(r"\s+|[+-]?[0-9０-９]+(?:[.,．，][0-9０-９]+)*[%％]?|[A-Za-z_]+|[\u3400-\u9fff]+|.")
_CHINESE = pattern(r"[\u3400-\u9fff]+")
_ALONE = frozenset("的了和与及在为有无未已等")


def borders(text: str) -> list[int]:
    """Offsets where words begin, and the end of the text; blanks belong to the word before them."""
    found: list[int] = []
    for match in _PIECE.finditer(text):
        if _CHINESE.fullmatch(match[0]):
            found += [match.start() + start for start in _starts(match[0])]
        elif not match[0].isspace() or match.start() == 0:
            found.append(match.start())
    return [*found, len(text)]


def _starts(run: str) -> Iterator[int]:
    """Where the words of a run of Chinese characters begin; lone characters go by two, save the little words."""
    from assistant.matching import word_ends  # noqa: PLC0415  the dictionary is loaded by the first word key

    begin, waiting = 0, ""
    for end in word_ends(run):
        word = run[begin:end]
        lone = len(word) == 1 and word not in _ALONE
        if not (waiting and lone):
            yield begin
        waiting = word if lone and not waiting else ""
        begin = end


def left_of(text: str, offset: int) -> int:
    """Start of the word before ``offset``; counted over the whole text, so that going there and back is the same."""
    return max((border for border in borders(text)[:-1] if border < offset), default=0)


def right_of(text: str, offset: int) -> int:
    """End of the word after ``offset``."""
    return min((border for border in borders(text) if border > offset), default=len(text))
