"""Whether the parts of a total that was jotted add up to it: told at once, in one sentence, and nothing is held up.

One decision: a single part is no breakdown, and a total that is told roughly has no exact parts; both say nothing here.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from phrasebank.plan.published import Item, read_items
from phrasebank.understand import understand_text
from report.cells import plain
from report.numerals import read_numeral

_NUMBER = r"(?<![0-9０-９.．])[0-9０-９]+(?![0-9０-９.．%％年月日])"
_UNIT = "条次|人次|[条件次份篇期场个人户处家项]"
_OPENED = re.compile(
    rf"(?<![约近])(?<!大概)(?<!大约)(?<!将近)(?P<total>{_NUMBER})(?P<unit>{_UNIT})\s*(?:[：:]|[，,]?\s*(?:其中|分别是|包括)[：:]?|(?P<bracket>[（(]))"
    r"(?P<parts>[^。；;\n）)]+)"
)
_PART = re.compile(
    rf"(?P<name>[^，,、0-9０-９]{{1,12}}?)\s*(?P<number>{_NUMBER})(?P<unit>{_UNIT})?(?=[，,、\s]|\Z)"
)
_REST = re.compile("其余|其他|剩下|余下|另外|等")
_COMMAS = re.compile(r"[，,、\s]+")
_FEWEST = 2


def hint(field: str, lines: Iterable[str]) -> str:
    """What does not add up in the lines of a note; empty when all does, or nothing is broken down.

    Args:
        field: The field the note belongs to.
        lines: The lines as they were jotted.
    """
    for line in lines:
        found = _opened(line) or (_published(line) if field == "主动公开" else "")
        if found:
            return found
    return ""


def _opened(line: str) -> str:
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
        if sentence := _compared(told, total, match["unit"], line):
            return sentence
    return ""


def _published(line: str) -> str:
    """全年186条，网站103，公众号80: the channels of publication jotted behind the total."""
    items = [item for clause in understand_text(line, "主动公开") for item in _flat(read_items(clause))]
    totals = [item for item in items if item.role == "total"]
    if len(totals) != 1 or totals[0].quantity.approx:
        return ""
    unit = totals[0].quantity.unit
    channels = [
        item
        for item in items
        if item.role == "channel" and item.quantity.unit in {"", unit} and not item.quantity.approx
    ]
    if len(channels) < _FEWEST:
        return ""
    return _compared([(item.label, item.value) for item in channels], totals[0].value, unit or "条", line)


def _flat(items: Sequence[Item]) -> list[Item]:
    return [each for item in items for each in (item, *item.details)]


def _compared(told: Sequence[tuple[str, Decimal]], total: Decimal, unit: str, line: str) -> str:
    added = sum((number for _, number in told), Decimal(0))
    listed = "、".join(f"{name} {plain(number)}" for name, number in told)
    if added > total:
        return f"{listed}，加起来 {plain(added)} {unit}，比总数 {plain(total)} 多 {plain(added - total)}，请核对。"
    if added < total and not _REST.search(line):
        gap = f"比总数 {plain(total)} 少 {plain(total - added)}"
        return f"{listed}，加起来 {plain(added)} {unit}，{gap}：还有别的就补上，数错了就改。"
    return ""
