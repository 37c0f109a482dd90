"""Clauses as a person said them: what stands in brackets goes with the clause it was put into.

One decision: writing needs the parts (官网75（动态52 文件10） are three facts), telling a person what was understood needs
the whole; so the parts are read first and joined here with their numbers, word for word. A bracket tells more of the same
matter (培训1次（讲征地公开）), so it adds no theme but the channels something went through.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from phrasebank.reading import Clause
from phrasebank.themes import shipped_themes
from phrasebank.understand import understand_text
from report.lazily import pattern

_OPEN, _CLOSE = "（(", "）)"
_NUMBER_OF_ITEM = pattern("[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}")
"""What makes a bracket the number of the next item: 网站1条（2）公众号2条."""


def understand_said(text: str, field: str) -> tuple[Clause, ...]:
    """Read one note; a clause holds its brackets.

    Args:
        text: What a person jotted down.
        field: Where (one of `report.document.NOTE_FIELDS`).

    Returns:
        As `phrasebank.understand.understand_text`, but a clause's brackets are in it, and so are the themes and the
        quantities found there. ``parent`` says nothing here.
    """
    return join_brackets(understand_text(text, field))


def join_brackets(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses of one note, each with its brackets."""
    joined: list[Clause] = []
    at = 0
    while at < len(clauses):
        whole = clauses[at]
        at += 1
        closing = _bracket_after(whole)
        while closing is not None:
            while at < len(clauses) and clauses[at].start < closing:
                whole = _with(whole, clauses[at])
                at += 1
            whole = _to(whole, closing + 1)
            if at < len(clauses) and clauses[at].start == closing + 1 and not clauses[at].quantities:
                whole = _with(whole, clauses[at])  # 公开12条（网站8条）都上网了
                at += 1
            closing = _bracket_after(whole)
        joined.append(replace(whole, parent=None))
    return tuple(joined)


def _bracket_after(clause: Clause) -> int | None:
    """Where the bracket that opens right behind the clause closes; None when none does."""
    text, end = clause.note.text, clause.start + len(clause.text)
    if text[end : end + 1] not in _OPEN or end >= len(text):
        return None
    depth = 0
    for position in range(end, len(text)):
        depth += (text[position] in _OPEN) - (text[position] in _CLOSE)
        if depth == 0:
            return None if _NUMBER_OF_ITEM.fullmatch(text, end + 1, position) else position
    return None


def _to(clause: Clause, end: int) -> Clause:
    return replace(clause, text=clause.note.text[clause.start : end])


def _with(clause: Clause, part: Clause) -> Clause:
    """The clause with what stands behind it; of the themes there only channels are told beside its own."""
    moved = part.start - clause.start
    channels = shipped_themes().by_name
    more = [name for name in part.themes if not clause.themes or channels[name].channel]
    quantities = tuple(replace(one, start=one.start + moved, end=one.end + moved) for one in part.quantities)
    return replace(
        _to(clause, part.start + len(part.text)),
        themes=tuple(dict.fromkeys((*clause.themes, *more))),
        quantities=(*clause.quantities, *quantities),
    )
