"""Clauses of one line put back together with the marks that stood between them.

One decision: understanding may cut a line as fine as it likes; here words that only make sense together
(公租房 / 低保 / 残疾人补贴名单) become one segment again before anything is reworded.
"""

from collections.abc import Sequence

import msgspec

from phrasebank.reading import Clause
from phrasebank.register.rewrite import normalise
from report.lazily import pattern


class Segment(msgspec.Struct, frozen=True):
    """A stretch of a line between two commas or stronger marks."""

    text: str
    """Normalised words, enumerations whole."""
    strong: bool
    """A semicolon, full stop, line break or number stood before it."""
    clauses: tuple[Clause, ...]
    mark: str = ""
    """What stood between it and the segment before, blanks stripped."""

    @property
    def field(self) -> str:
        """Where it is to be written."""
        return self.clauses[0].field or self.clauses[0].note.field


_ORDINALS = ("二是", "三是", "四是", "五是", "六是", "其二", "其三", "第二，", "第三，")
"""What a person numbered so is an item of its own, whatever mark stands before it."""
_RANKED = pattern("(?P<mark>[，,；;。])\\s*(?P<word>其次)$")
_GOES_ON_RANKED = pattern("[是为数有]|[^，。；]{2,14}[0-9]")
"""其次 between numbers counts no points of a list: it belongs to the words behind it (其次是旅游提示94条)."""
_STRONG = "；;。！？!?\n"


def segments_of(clauses: Sequence[Clause]) -> tuple[Segment, ...]:
    """Segments in the order of the line."""
    found: list[Segment] = []
    position = 0
    previous: Clause | None = None
    numbering: tuple[Clause, ...] = ()
    for clause in clauses:
        source = clause.note.text
        same = previous is not None and previous.note == clause.note and previous.line == clause.line
        start = source.find(clause.text, position if same else 0)
        between = source[position:start] if same and start >= 0 else "\n" if previous is not None else ""
        position = (max(start, 0)) + len(clause.text)
        gap = between.strip(" \u3000\t")
        if found and gap in ("、", "和", "及", "与", "/", "／") and _goes_on(found[-1].text):
            last = found.pop()
            each = "/" if last.text.endswith("元") else "、"  # 2.85元/吨 is a price, no list
            mark = each if gap in ("/", "／") else gap
            joined = normalise(f"{last.text}{mark}{clause.text}")
            found.append(Segment(joined, last.strong, (*last.clauses, clause), last.mark))
        elif _is_numbering(clause.text, source[position : position + 1]):
            numbering = (*numbering, clause)
        else:
            strong = (
                not found
                or any(mark in between for mark in _STRONG)
                or _numbered(between)
                or bool(numbering)
                or any(ordinal in between for ordinal in _ORDINALS)
            )
            before = source[: max(clause.start, 0)] if source.startswith(clause.text, clause.start) else gap
            ranked = _RANKED.search(before) if _ranked(clause) else None
            word, gap = (ranked["word"], ranked["mark"]) if ranked else ("", gap)
            found.append(
                Segment(word + normalise(clause.text), strong, (*numbering, clause), gap or between[:1])
            )
            numbering = ()
        previous = clause
    return tuple(segment for segment in found if segment.text)


def _is_numbering(text: str, mark: str) -> bool:
    """The ``1`` of ``1.公开内容有限``: a list number that was taken for a clause."""
    return text.isdigit() and len(text) == 1 and mark in (".", "．", "、", ")", "）")


def _goes_on(text: str) -> bool:
    """An enumeration may go on after these words: they do not end a statement."""
    return bool(text) and not text.endswith(("了", "过", "的", "好", "完"))


def _ranked(clause: Clause) -> bool:
    """In section five 其次 counts up points; where information is told of it ranks it."""
    return clause.note.field in ("主动公开", "平台建设") and bool(_GOES_ON_RANKED.match(clause.text))


def _numbered(between: str) -> bool:
    return any(character.isdigit() for character in between)
