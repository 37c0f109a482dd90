"""What a note of section 五 falls into: items parted by semicolons, lines and numbers, each a run of segments."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from phrasebank.reading import Clause
from phrasebank.register.segments import Segment, segments_of
from phrasebank.register.shapes import Item

Group = list[Segment]
"""Segments between two strong marks."""


def groups_of(clauses: Sequence[Clause]) -> list[Group]:
    """The items of a note; commas do not part them."""
    groups: list[Group] = []
    for segment in segments_of(clauses):
        if groups and not segment.strong:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


_REMARK = re.compile(r"(?P<said>.{3,}?)(?P<remark>（[^（）]+）)")


def without_remarks(group: Group) -> tuple[Group, list[Item]]:
    """The group without the brackets that close its pieces, and those brackets for the person to decide."""
    plain: Group = []
    remarks: list[Item] = []
    for segment in group:
        match = _REMARK.fullmatch(segment.text)
        if match is None or len(segment.clauses) != 1:
            plain.append(segment)
            continue
        (clause,) = segment.clauses
        said = re.split(r"[（(]", clause.text, maxsplit=1)[0]
        plain.append(replace(segment, text=match["said"], clauses=(replace(clause, text=said),)))
        remarks.append(Item(match["remark"], (clause,), clause.tense, verbatim=True))
    return plain, remarks


def line_of(group: Group) -> tuple[str, int]:
    """The line a group was jotted in."""
    clause = group[0].clauses[0]
    return clause.note.text, clause.line


def text_of(segments: Sequence[Segment]) -> str:
    """Segments with their commas."""
    return "，".join(segment.text for segment in segments)


def clauses_of(segments: Sequence[Segment]) -> tuple[Clause, ...]:
    """All clauses of some segments."""
    return tuple(clause for segment in segments for clause in segment.clauses)


def merged(left: Item, right: Item, between: str = "，") -> Item:
    """Two items as one; a wording that the other holds already is not said twice."""
    said = {
        right.text in left.text: left.text,
        left.text in right.text: right.text,
    }
    text = said.get(True, f"{left.text}{between}{right.text}")
    return replace(
        left, text=text, clauses=(*left.clauses, *right.clauses), kind_id=left.kind_id or right.kind_id
    )


def left_over(clause: Clause, reason: str = "") -> Item:
    """A clause in the person's words, for the person to decide."""
    return Item(clause.text, (clause,), clause.tense, verbatim=True, reason=reason)
