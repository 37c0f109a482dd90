"""The first word of a sentence where it answers the question itself (有，网上交了6件), and which questions take whole sentences.

One decision: a word counts as such only before a mark; digits before digits are numbers and no answer.
"""

import msgspec

from assistant.breath_sheet import Sheet
from prompts.commands import fold
from prompts.question import Question
from prompts.replies import Accepted, parse
from prompts.state import State
from report.lazily import pattern

_FIRST_MARK = pattern(r"[，,。；;：:！!\s]+")
_SAYS_MORE = pattern(r"[\u4e00-\u9fff]{2}")
"""1 3 are two numbers, and no 有 with something behind it."""
_THERE_WERE = (
    "不对",
    "错了",
    "不",
    "说错了",
    "更正",
    "有",
    "有的",
    "嗯",
    "对",
    "对的",
    "是",
    "是的",
    "好",
    "好的",
    "那个",
)
"""First words that say nothing more, where a table is asked for."""


class Lead(msgspec.Struct, frozen=True):
    """A first word that answers the question itself: 有，网上交了6件."""

    yes: bool
    end: int


def lead_of(question: Question, typed: str, state: State) -> Lead | None:
    """The word before the first mark, where it answers whether there were any."""
    mark = _FIRST_MARK.search(typed) if question.kind in {"yesno", "table"} else None
    if mark and question.kind == "table":
        return Lead(yes=True, end=mark.end()) if typed[: mark.start()].strip() in _THERE_WERE else None
    counts = mark and fold(typed[: mark.start()]).isdecimal() and not _SAYS_MORE.search(typed, mark.end())
    led = mark and mark.end() < len(typed) and not counts
    reply = parse(question, typed[: mark.start()], state) if mark and led else None
    answer = reply.values.get(question.slots[0]) if isinstance(reply, Accepted) else None
    return Lead(answer, mark.end()) if mark and isinstance(answer, bool) else None


def led(sheet: Sheet, lead: Lead, words: str) -> None:
    """The first word settles whether there were any, unless what follows says so itself."""
    table = sheet.edition.table(sheet.question.table)
    told = [cell.id for cell in table.cells if sheet.values.get(cell.id)]
    if f"gate.{table.id}" in sheet.values:
        return
    if sheet.question.kind == "table":
        return
    if lead.yes:
        sheet.values[f"gate.{table.id}"] = True
        if not told:
            sheet.show(table.name, "有", words)
    elif not told:
        sheet.values = {
            slot: value for slot, value in sheet.values.items() if not slot.startswith(f"{table.id}.")
        }
        sheet.values[f"gate.{table.id}"] = False
        sheet.show(table.name, "全部为 0" if table.grid else "0", words)


def opens(question: Question, state: State) -> bool:
    """Whether a bare number says how many came: asked whether there were any, or told so at a table yet empty."""
    if question.kind == "yesno":
        return True
    figures = state.figures
    return figures is not None and figures.value(f"{question.table}.R01.C7") is None


def fits(question: Question) -> bool:
    """Whether a sentence typed here may speak of other things: not in names and numbers, nor in problems and plans."""
    if question.field in {"存在问题", "改进情况"} or question.slots[0].startswith("last_year."):
        return False
    return question.kind in {"note", "ticks", "table"} or (question.kind == "yesno" and bool(question.table))
