"""8篇，不对，是9篇: what somebody takes back while saying it; the number said last is the one that is meant.

One decision: only a word that takes something back does it (不对, 写错了, 应为 …); a number beside 更正5条 or 改成5个 tells
what was done and stays.
"""

import re
from functools import cache

from assistant.correcting import (
    CLAUSES,
    NUMBER,
    UNIT,
    correcting_words,
    correction,
    speaks_of_wrong,
    takes_back,
)
from assistant.places import numbers_called

_SEP = r"[，,。；;：:、！!（(\s—…-]"
_TIER_SURE = 1
_CLAUSES = 6
"""So many clauses at most take something back together."""


def said_over(text: str, field: str = "") -> str:
    """The text with every number that was taken back replaced by the one that was meant; else as it is.

    Args:
        text: Lines as they were typed.
        field: The field of the notes they belong to.
    """
    return "\n".join(_named(_adjacent(line), field) for line in text.split("\n"))


@cache
def _pattern() -> re.Pattern[str]:
    data = correcting_words()
    words = sorted({*data.wrong} - {"改", "错", "更改", "改正"}, key=len, reverse=True)
    wrong = f"(?:{'|'.join(map(re.escape, words))}|错了)(?:了|一下|下|的)*"
    oh = "(?:哦|啊|呃|哎|唉|噢|嗯|不好意思|等等|刚才|刚刚|我|前面|应该|那个)*"
    is_now = "(?:应该是|应该为|应为|应是|应该|其实是|是|为|成|有)"
    denied = rf"不是(?:{NUMBER}(?:{UNIT})?)?"
    number = rf"(?P<old>{NUMBER})(?P<unit>{UNIT})?"
    new = rf"(?P<new>{NUMBER})(?P<as>{UNIT})?"
    between = (
        rf"{_SEP}+{oh}{_SEP}*{wrong}{_SEP}+{oh}{is_now}?"
        rf"|{_SEP}*{oh}{wrong}{_SEP}*{is_now}"
        rf"|{_SEP}+{oh}{_SEP}*(?:不对|不不)(?=[0-9０-９一二两三四五六七八九十])"
        rf"|{_SEP}+(?:应为|应该是|应该为|应是|其实是|其实应该是)"
        rf"|{_SEP}+{oh}{_SEP}*不{_SEP}+{is_now}?"
        rf"|{_SEP}+{oh}{_SEP}*(?:哦|啊)不{_SEP}*{is_now}?"
        rf"|{_SEP}+{oh}{denied}{_SEP}*(?:而)?是"
    )
    return re.compile(rf"{number}(?:{between}){new}[）)]?")


@cache
def _denied_behind() -> re.Pattern[str]:
    """许可是18件，不是17件: the number that is denied behind the right one."""
    return re.compile(
        rf"({NUMBER}(?:{UNIT})?){_SEP}+(?:可|并|而)?不是{NUMBER}(?:{UNIT})?(?={_SEP}|\Z)(?!{_SEP}+(?:而|应该)*是)"
    )


def _adjacent(line: str) -> str:
    """50条，写错了，是52条: the number right before the word that takes it back."""

    def right(match: re.Match[str]) -> str:
        before, after = match["unit"] or "", match["as"] or ""
        if before and after and before != after:
            return match[0]
        closing = (
            ""
            if "（" in match[0] or "(" in match[0]
            else match[0][match.end("as" if after else "new") - match.start() :]
        )
        return match["new"] + (after or before) + closing

    line = _denied_behind().sub(r"\1", line)
    previous = ""
    while previous != line:
        previous, line = line, _pattern().sub(right, line, count=1)
    return line


def _named(line: str, field: str) -> str:
    """网站50条，公众号30条，不对，网站是52条: a number told before, called by its name."""
    bounds = [match.span() for match in CLAUSES.finditer(line)]
    starts = [0, *(end for _, end in bounds)]
    ends = [*(start for start, _ in bounds), len(line)]
    marks = (at for at in range(1, len(starts)) if speaks_of_wrong(line[starts[at] : ends[at]]))
    for first in marks:
        for last in range(min(len(ends), first + _CLAUSES), first, -1):
            said = correction(line[starts[first] : ends[last - 1]])
            if said is None or not said.items or not all(item.name for item in said.items):
                continue
            if not said.plain and not takes_back(line[starts[first] : ends[first]]):
                continue
            head = line[: ends[first - 1]]
            for item in said.items:
                head = _changed(head, item.name, item.new, field) if head else ""
            if head:
                return head + line[ends[last - 1] :]
    return line


def _changed(head: str, name: str, new: str, field: str) -> str:
    """The text before with the one number changed that is called so; empty where none or several are."""
    found = list(numbers_called(name, head, field))
    best = [place for place, tier in found if tier == min(tier for _, tier in found) <= _TIER_SURE]
    number = re.match(NUMBER, new)
    if len(best) != 1 or number is None:
        return ""
    return head[: best[0].start] + number[0] + head[best[0].end :]
