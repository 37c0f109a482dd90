"""What a note of section 五 falls into: items parted by semicolons, lines and numbers, each a run of segments."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from phrasebank.reading import Clause
from phrasebank.register.segments import Segment, segments_of
from phrasebank.register.shapes import Item
from phrasebank.troubles.everyday import in_office_words
from report.lazily import pattern

Group = list[Segment]
"""Segments between two strong marks."""


def groups_of(clauses: Sequence[Clause]) -> list[Group]:
    """The items of a note; commas do not part them, nor do semicolons under one heading (难懂：…；…)."""
    groups: list[Group] = []
    under = None
    for each in segments_of(clauses):
        headed = _HEADED.fullmatch(each.text)
        segment = replace(each, text=_without_heading(headed)) if headed else each
        if year := _YEAR_BEFORE.search(each.clauses[0].note.text[: each.clauses[0].start]):
            segment = replace(segment, text=f"{year['year']}年{segment.text}")
        line = line_of([segment])
        goes_on = groups and (not segment.strong or (under == line and headed is None))
        if goes_on:
            groups[-1].append(segment)
        else:
            groups.append([segment])
        under = line if headed else under if goes_on and under == line else None
    return [_without_echo(group) for group in groups]


_HEADED = pattern(
    r"(?!明年|来年|今年|去年|上年|上一年|本年|问题|措施|整改|改进|下一?步|下年|[上下]半年|今后|以后)(?P<head>[\u4e00-\u9fff]{1,6})：(?P<rest>[^：]{3,})"
)
_LABEL = pattern("慢|难懂|乱|散|少|晚|旧|单一|不全|定期|按时|及时|常态|形式|内容|时间|渠道|人手|人员|待定")
_GROUP = pattern("单位|部门|乡镇|街道|社区|村|科室|股室|学校|县区|站所")


def _without_heading(headed: re.Match[str]) -> str:
    """A heading that only labels what follows goes (难懂：征收政策原文照登); what it is about opens it (站牌：当天换)."""
    head, rest = headed["head"], headed["rest"]
    if _LABEL.fullmatch(head) or set(head) & set(rest):
        return rest
    return f"对{head}{rest}" if _GROUP.search(head) and rest[0] in "每逐按开定" else f"{head}{rest}"


_NUMBER = pattern(r"(?:[0-9]+[\u4e00-\u9fff]{1,3}|[0-9]{1,2}月[0-9]{1,2}日)")
_THAT_DAY = pattern("这一?天")


_A_YEAR = pattern("(?P<year>20[0-9]{2})(?:年度?)?")
"""A year put first with a colon: 2025：每社区每月2条."""
_YEAR_BEFORE = pattern("(?:^|[\n；;。])(?P<year>20[0-9]{2})年度?[：:]\\s*$")
"""The same, where the year was taken for a label."""
_HOLLOW = pattern(
    "(?:说句?)?(?:实在|老实|实)话|说实在的|(?:今年|总的|总体|整体)(?:看|看下来|来看|来说)|实事求是(?:地)?说"
)


def _without_echo(group: Group) -> Group:
    """A number put first and said again behind it is said once (2天，有时要晚2天才更新)."""
    if len(group) > 1 and _HOLLOW.fullmatch(group[0].text):
        head, second, *rest = group
        return [replace(second, clauses=(*head.clauses, *second.clauses), strong=head.strong), *rest]
    if len(group) > 1 and (year := _A_YEAR.fullmatch(group[0].text)):
        head, second, *rest = group
        text, clauses = f"{year['year']}年{second.text}", (*head.clauses, *second.clauses)
        return [replace(second, text=text, clauses=clauses, strong=head.strong), *rest]
    if len(group) < len(("head", "rest")) or not _NUMBER.fullmatch(group[0].text):
        return group
    head, second, *rest = group
    clauses = (*head.clauses, *second.clauses)
    number = re.match("[0-9]+.", head.text)
    if number and number[0] in second.text:
        return [replace(second, clauses=clauses, strong=head.strong), *rest]
    if head.text.endswith("日") and _THAT_DAY.search(second.text):
        text = _THAT_DAY.sub(head.text, second.text, count=1)
        return [replace(second, text=text, clauses=clauses, strong=head.strong), *rest]
    return group


_REMARK = pattern(r"(?P<said>.{3,}?)(?P<remark>（[^（）]+）)")


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


def told_with(item: Item, remarks: Sequence[Item], of: str) -> list[Item]:
    """An item with what its closing bracket adds, where that can be worded; any other bracket stays by itself."""
    said = (
        in_office_words(remarks[0].text.strip("（）"), of)
        if len(remarks) == 1 and not item.verbatim
        else None
    )
    if said is None:
        return [item, *remarks]
    return [replace(item, text=f"{item.text}，{said}", clauses=(*item.clauses, *remarks[0].clauses))]


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
