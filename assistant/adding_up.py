"""Whether the parts of a total that was jotted add up to it: told at once, in one sentence, and nothing is held up.

One decision: a single part is no breakdown, and a total that is told roughly has no exact parts; both say nothing here.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from phrasebank.plan.overlap import says_overlap
from phrasebank.plan.published import Item, read_items
from phrasebank.reading import Note
from phrasebank.understand import understand_text
from report.cells import plain
from report.checks.finding import Finding, Place
from report.document import ASPECTS
from report.lazily import pattern
from report.numerals import read_numeral

_NUMBER = r"(?<![0-9０-９.．])[0-9０-９]+(?![0-9０-９.．%％年月日])"
_UNIT = "条次|人次|[条件次份篇期场个人户处家项]"
_OPENED = pattern(
    rf"(?<![约近])(?<!大概)(?<!大约)(?<!将近)(?P<total>{_NUMBER})(?P<unit>{_UNIT})\s*(?:[：:]|[，,]?\s*(?:其中|分别是|包括)[：:]?|(?P<bracket>[（(]))"
    r"(?P<parts>[^。；;\n）)]+)"
)
_PART = pattern(
    rf"(?P<name>[^，,、0-9０-９]{{1,12}}?)\s*(?P<number>{_NUMBER})(?P<unit>{_UNIT})?(?=[，,、\s]|\Z)"
)
_REST = pattern("其余|其他|剩下|余下|另外|等")
_COMMAS = pattern(r"[，,、\s]+")
_FEWEST = 2
_SLIP = Decimal("0.02")
_DIGITS = pattern("[0-9０-９]+|[零一二两三四五六七八九十百千万]+")
_PIECES = pattern(r"[，,。；;（）()\s]+")


class Sum(msgspec.Struct, frozen=True):
    """Parts that are not their total."""

    said: str
    """In one sentence."""
    total: Decimal
    added: Decimal

    @property
    def nearly(self) -> bool:
        """Whether so little is missing that it is likelier a slip than a part left out."""
        return self.added < self.total <= self.added + max(self.total * _SLIP, Decimal(1))


def hint(field: str, lines: Iterable[str]) -> str:
    """What does not add up in the lines of a note; empty when all does, or nothing is broken down.

    Args:
        field: The field the note belongs to.
        lines: The lines as they were jotted.
    """
    return next((found.said for line in lines if (found := _uneven(field, line))), "")


def not_quite_whole(notes: Iterable[Note]) -> tuple[Finding, ...]:
    """A warning for every line whose parts miss their total by a slip's worth; the text says 等 there."""
    found = []
    for note in notes:
        one = _uneven(note.field, note.text) if note.field in ASPECTS and not note.ticked else None
        if one is not None and one.nearly:
            place = Place(section="一", aspect=note.field, text=note.text)
            found.append(Finding("N-SUM", "warning", place, one.said, one.total, one.added))
    return tuple(found)


def _uneven(field: str, line: str) -> Sum | None:
    if len(_DIGITS.findall(line)) <= _FEWEST:
        return None
    found = _opened(line) or (_published(line) if field == "主动公开" else None)
    several = any(says_overlap(piece) for piece in _PIECES.split(line))
    return None if found is not None and several and found.added > found.total else found


def _opened(line: str) -> Sum | None:
    """186条：网站103，公众号80 · 培训3次（线上1次、线下1次）: what stands behind the colon is the whole of it."""
    for match in _OPENED.finditer(line):
        text = match["parts"].strip(" ，,、")
        parts = list(_PART.finditer(text))
        left = _COMMAS.sub("", _PART.sub("", text))
        alike = all(part["unit"] in {None, match["unit"]} for part in parts)
        total = read_numeral(match["total"])
        if left or not alike or total is None or len(parts) < _FEWEST:
            continue
        told = [(part["name"].strip(), read_numeral(part["number"]) or Decimal(0)) for part in parts]
        if found := _compared(told, total, match["unit"], line):
            return found
    return None


def _published(line: str) -> Sum | None:
    """全年186条，网站103，公众号80: the channels of publication jotted behind the total."""
    items = [item for clause in understand_text(line, "主动公开") for item in _flat(read_items(clause))]
    totals = [item for item in items if item.role == "total"]
    if len(totals) != 1 or totals[0].quantity.approx:
        return None
    unit = totals[0].quantity.unit
    channels = [
        item
        for item in items
        if item.role == "channel" and item.quantity.unit in {"", unit} and not item.quantity.approx
    ]
    if len(channels) < _FEWEST:
        return None
    told = dict.fromkeys(
        (item.label, item.value) for item in channels
    )  # 网站102；网站102＝月报24＋…: told twice
    return _compared(list(told), totals[0].value, unit or "条", line)


def _flat(items: Sequence[Item]) -> list[Item]:
    return [each for item in items for each in (item, *item.details)]


def _compared(told: Sequence[tuple[str, Decimal]], total: Decimal, unit: str, line: str) -> Sum | None:
    added = sum((number for _, number in told), Decimal(0))
    listed = "、".join(f"{name} {plain(number)}" for name, number in told)
    if added > total:
        more = f"比总数 {plain(total)} 多 {plain(added - total)}，请核对。"
        return Sum(f"{listed}，加起来 {plain(added)} {unit}，{more}", total, added)
    if added < total and not _REST.search(line):
        gap = f"比总数 {plain(total)} 少 {plain(total - added)}"
        said = f"{listed}，加起来 {plain(added)} {unit}，{gap}：还有别的就补上，数错了就改。"
        return Sum(said, total, added)
    return None
