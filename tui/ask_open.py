"""What stands open, for ears: each thing with the words that go to the place where it is mended.

One decision: nobody is told of something to mend without the number or the table to write.
"""

import re
from collections.abc import Iterator

from assistant.assistant import Assistant
from report.lazily import pattern

_SEVERITIES = {"error": "不符", "warning": "请核对", "info": "提示", "unknown": "看不清"}
_MARKED = pattern(r"\A【待[补核]：(.*)】\Z", re.DOTALL)


def open_lines(assistant: Assistant) -> Iterator[str]:
    """Everything that waits for a person."""
    draft, way = assistant.draft(), _Ways(assistant)
    for finding in draft.findings:
        yield f"  {_SEVERITIES[finding.severity]}：{finding.message}{way.to(finding.message)}"
    for conflict in draft.questions:
        yield f"  请核对：{conflict}{way.to(conflict)}"
    for text in draft.unread:
        yield f"  待核：{_unmarked(text)}{way.to(text) or way.to_words(_unmarked(text))}"
    for gap in draft.gaps:
        yield f"  待补：{_unmarked(gap)}{way.to(gap)}"
    if not (draft.findings or draft.conflicts or draft.unread or draft.gaps):
        yield "  没有发现不符，也没有缺的。"


def closing_lines(assistant: Assistant, program: str) -> Iterator[str]:
    """What is left to do, and how to get the document; ``program`` is how this program is called on this database."""
    yield from open_lines(assistant)
    yield f"导出文档：{program} export {assistant.report_id} -o 年报.md（也可以 --to html）"


class _Ways:
    """Where things are mended: 改 3, 改 表三."""

    def __init__(self, assistant: Assistant) -> None:
        self._edition = assistant.edition
        self._asked = assistant.transcript()
        self._places = {point.text: point.goes_to for point in assistant.open_points()}

    def to(self, text: str) -> str:
        """The way to what a line of the list speaks of; empty where it was not answered yet."""
        place = self._places.get(text, "")
        table = next((one for one in self._edition.tables if place.startswith(f"{one.id}.")), None)
        if table is not None:
            return f"（写“改 {table.name}”）"
        return next((_way(number) for number, one in enumerate(self._asked, 1) if one.id == place), "")

    def to_words(self, words: str) -> str:
        """The way to the answer that has these words."""
        return next((_way(number) for number, one in enumerate(self._asked, 1) if words in one.answer), "")


def _way(number: int) -> str:
    return f"（写“改 {number}”）"


def _unmarked(text: str) -> str:
    """What stands inside a mark of the text, which the line says in words already."""
    return _MARKED.sub(r"\1", text)
