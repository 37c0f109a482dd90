"""The clauses of one aspect become sentences: a phrase that says all of a clause, else the register, else 【待核】.

Order of preference: the widest run of clauses of one line that a phrase covers completely; what is left of the line
goes to the register as one piece; what nobody can word safely stands at the end of the aspect in the person's words.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial

from msgspec.structs import replace

from phrasebank.fragment import traced
from phrasebank.matching import match_phrase, said
from phrasebank.pen import Pen
from phrasebank.plan.flow import sentences_of
from phrasebank.plan.joins import Jotted, Placed
from phrasebank.plan.nearby import as_jotted
from phrasebank.plan.waiting import Phrased, Worded, keeping_together, with_neighbours
from phrasebank.reading import Clause
from phrasebank.register import Restated, Verbatim, Voice, restate_line, restate_whole
from report.document import Sentence
from report.lazily import pattern

_GOES_ON = ("还", "其次", "同时", "并", "另", "也")
"""A wording that opens so speaks of the one before it and stays behind it."""
_WIDEST = 4
"""So many clauses of one line at most are worded by one phrase."""


def lines_of(clauses: Iterable[Clause]) -> list[list[Clause]]:
    """Clauses by the line they were jotted in, in order."""
    lines: dict[tuple[str, str, int], list[Clause]] = {}
    for clause in clauses:
        lines.setdefault((clause.note.field, clause.note.text, clause.line), []).append(clause)
    return list(lines.values())


def place_clauses(pen: Pen, clauses: Sequence[Clause]) -> tuple[list[Placed], list[Sentence]]:
    """Word the clauses of an aspect.

    Returns:
        What could be worded, in the order jotted, and the sentences that stay in the person's words.
    """
    placed: list[Placed] = []
    left: list[list[Clause]] = []
    for line in lines_of(clauses):
        of_line: list[Placed] = []
        of_breath: Placed | None = None
        breath: tuple[str, int] | None = None
        for piece in keeping_together(_pieces(pen, line)):
            if isinstance(piece, Verbatim):
                if piece.with_before and left:
                    left[-1].append(piece.clause)
                else:
                    left.append([piece.clause])
                continue
            each = _placed(pen, piece)
            before = of_breath if each.breath == breath else None
            if isinstance(piece, Restated) and piece.text.startswith(_GOES_ON) and of_line:
                before = of_line[-1]
            breath = each.breath
            of_breath = replace(each, order=before.order) if before else each
            of_line.append(of_breath)
            placed.append(of_breath)
    return placed, [as_jotted(each) for each in left]


def _pieces(pen: Pen, line: Sequence[Clause]) -> list[Worded]:
    """What becomes of a line, breath by breath."""
    return [piece for breath in _breaths(line) for piece in with_neighbours(_plan_line(pen, breath))]


def _breaths(line: Sequence[Clause]) -> list[list[Clause]]:
    """The line cut at its semicolons and full stops, unless what follows only goes on."""
    breaths: list[list[Clause]] = []
    for clause in line:
        before = breaths[-1][-1] if breaths else None
        between = clause.note.text[before.start + len(before.text) : clause.start] if before else ""
        if before is None or (re.search(r"[；;。]", between) and not _hangs(clause)):
            breaths.append([clause])
        else:
            breaths[-1].append(clause)
    return breaths


def _plan_line(pen: Pen, line: Sequence[Clause]) -> list[Worded]:
    """The better of two ways: phrases first with the register for the rest, or the register for the whole line."""
    voice = Voice(pen.material.unit, pen.material.year)
    phrased = _with_phrases(pen, line, voice)
    if len(phrased) > 1 and (whole := restate_whole(line, voice)):
        return [whole]
    if not any(isinstance(piece, Phrased) for piece in phrased) or not any(
        isinstance(piece, Verbatim) for piece in phrased
    ):
        return _with_parts(pen, _joined(phrased))
    restated: list[Worded] = list(restate_line(line, voice))
    ways = [_with_parts(pen, _joined(pieces)) for pieces in (phrased, restated)]
    return min(
        *ways,
        key=lambda pieces: sum(isinstance(each, Verbatim) for each in pieces),
    )


def _with_phrases(pen: Pen, line: Sequence[Clause], voice: Voice) -> list[Worded]:
    pieces: list[Worded] = []
    waiting: list[Clause] = []
    index = 0
    while index < len(line):
        for width in range(min(_WIDEST, len(line) - index), 0, -1):
            window = tuple(line[index : index + width])
            found = match_phrase(pen, window)
            if found:
                pieces += restate_line(waiting, voice) if waiting else ()
                waiting = []
                pieces.append(Phrased(found, window))
                index += width
                break
        else:
            waiting.append(line[index])
            index += 1
    pieces += restate_line(waiting, voice) if waiting else ()
    return pieces


_ONLY_NUMBER = pattern(r"[共计有约达一总合，的了]*")


def _joined(pieces: Sequence[Worded]) -> list[Worded]:
    """Neighbours of one line that depend on each other.

    A clause that is nothing but a number (共340人次) goes on with the clause before it; a clause without subject or
    theme of its own cannot be worded when what it speaks of could not.
    """
    result: list[Worded] = []
    for piece in pieces:
        before = result[-1] if result else None
        if isinstance(piece, Verbatim) and isinstance(before, Restated) and not piece.reason:
            clause = piece.clause
            if len(clause.quantities) == 1:
                quantity = clause.quantities[0]
                rest = clause.text[: quantity.start] + clause.text[quantity.end :]
                if quantity.unit and _ONLY_NUMBER.fullmatch(rest):
                    unit = "名" if quantity.unit == "个" and before.theme == "专职人员与队伍" else ""
                    text = f"{before.text}，共{said(quantity, '', unit).text}"
                    result[-1] = replace(before, text=text, clauses=(*before.clauses, clause))
                    continue
        lost = isinstance(before, Verbatim) and not before.reason
        if lost and isinstance(piece, Restated) and _depends(piece):
            result += [Verbatim(clause) for clause in piece.clauses]
            continue
        result.append(piece)
    return result


def _with_parts(pen: Pen, pieces: Sequence[Worded]) -> list[Worded]:
    """Bare parts of a number (市级48，沭阳15) close the sentence of their whole with 其中; 等 where they are fewer."""
    result: list[Worded] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        index += 1
        result.append(piece)
        if not isinstance(piece, Restated) or "其中" in piece.text:
            continue
        parts: list[tuple[str, Clause]] = []
        while index + len(parts) < len(pieces):
            follower = pieces[index + len(parts)]
            label = _part_label(pen, follower, piece) if isinstance(follower, Verbatim) else ""
            if not label or not isinstance(follower, Verbatim):
                break
            parts.append((label, follower.clause))
        whole = piece.clauses[-1].quantities[0] if piece.clauses[-1].quantities else None
        summed = sum((clause.quantities[0].number or Decimal(0) for _, clause in parts), Decimal(0))
        if not parts or whole is None or whole.number is None or summed > whole.number:
            continue
        listed = "、".join(
            f"{label}{said(clause.quantities[0], '', clause.quantities[0].unit or whole.unit).text}"
            for label, clause in parts
        )
        closing = "等" if summed < whole.number and not whole.approx and len(parts) > 1 else ""
        clauses = (*piece.clauses, *(clause for _, clause in parts))
        result[-1] = replace(piece, text=f"{piece.text}，其中{listed}{closing}", clauses=clauses)
        index += len(parts)
    return result


def _part_label(pen: Pen, follower: Verbatim, piece: Restated) -> str:
    """What a part is called, if the clause is a bare name and number that details the worded clause; else empty."""
    clause = follower.clause
    parent = pen.parent_of(clause)
    if follower.reason or parent is None or parent not in piece.clauses[-1:]:
        return ""
    if len(clause.quantities) != 1 or len(parent.quantities) != 1:
        return ""
    quantity = clause.quantities[0]
    label = clause.text[: quantity.start].removeprefix("其中")
    alike = quantity.unit in {"", parent.quantities[0].unit} and not clause.text[quantity.end :]
    return label if alike and re.fullmatch(r"[\u4e00-\u9fff]{1,8}", label) else ""


def _depends(piece: Restated) -> bool:
    return piece.verb_first and not piece.subject and _hangs(piece.clauses[0])


def _hangs(clause: Clause) -> bool:
    """Whether a clause has no theme but what its line gave it."""
    return set(clause.themes) <= set(clause.context)


def _placed(pen: Pen, piece: Phrased | Restated) -> Placed:
    sources = tuple(clause.text for clause in piece.clauses)
    first = piece.clauses[0]
    breath = (first.note.text, _start_of_breath(first))
    last = piece.clauses[-1]
    line = Jotted(first.note.field, first.note.text, first.line, first.start, last.start + len(last.text))
    if isinstance(piece, Phrased):
        phrase = piece.match.phrase
        match = piece.match
        return Placed(
            phrase.form.order,
            partial(pen.part_of, phrase, match.slots, sources=sources, themes=match.themes),
            breath,
            line,
        )
    themes = tuple(dict.fromkeys(theme for clause in piece.clauses for theme in clause.themes[:1]))
    origin = piece.clauses[0].note.origin
    wording = traced(_official_times(piece.text.rstrip("。；，")), origin)
    return Placed(order_of(pen, piece.theme), partial(pen.restated, wording, sources, themes), breath, line)


_TIMES = {"今年": "本年度", "去年": "上年", "本报告数据由": "报告数据由"}


def _official_times(text: str) -> str:
    """今年 and 去年 are how people talk; the report says 本年度 and 上年."""
    for spoken, said_as in _TIMES.items():
        text = text.replace(spoken, said_as)
    return text


def _start_of_breath(clause: Clause) -> int:
    """Where the stretch of the note between full stops and semicolons begins that holds the clause."""
    head = clause.note.text[: clause.start]
    return max(head.rfind(mark) for mark in "；;。\n") + 1


def order_of(pen: Pen, theme: str) -> int:
    """Where a theme stands in its aspect's plan."""
    found = pen.bank.themes.get(theme)
    return found.order if found else 90


__all__ = ["Placed", "lines_of", "order_of", "place_clauses", "sentences_of"]
