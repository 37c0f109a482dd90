"""Reads notes: clauses, with their themes, quantities, tense, and where each belongs.

One decision: what is not understood says so (no theme) instead of being guessed at; nothing a person wrote is lost.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import msgspec

from phrasebank.clauses import Piece, cut_note
from phrasebank.protect import Protector, Span, read_lexicon
from phrasebank.quantities import Found, shipped_reader
from phrasebank.reading import Clause, Note, Quantity
from phrasebank.rules import Words
from phrasebank.speech import shipped_speech
from phrasebank.themes import Themes, shipped_themes
from phrasebank.tokens import Cutter, Kept, Token
from report.document import ASPECTS
from report.yamlfile import convert


class _GeneralFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    skip: tuple[str, ...]
    continues: tuple[str, ...]
    never_totals: tuple[str, ...]
    request_totals: tuple[str, ...]


_LETTERS = re.compile(r"[A-Za-z]+")
_FEW_WORDS = 6
"""So many characters beside its numbers may a clause have that names nothing and continues another."""


@cache
def _general() -> _GeneralFile:
    return convert(read_lexicon("general.yaml"), _GeneralFile)


@cache
def _protector() -> Protector:
    themes = shipped_themes()
    return Protector(read_lexicon("protected.yaml"), {*themes.words, *themes.by_name})


@cache
def _cutter() -> Cutter:
    return Cutter({*shipped_themes().words, *_general().words, *_general().skip})


def understand(notes: Sequence[Note]) -> tuple[Clause, ...]:
    """Read the notes of a report: their clauses, in order.

    The same notes give the same clauses in any process; nothing outside this package's lexicon is consulted.
    """
    clauses: list[Clause] = []
    line = 0
    for note in notes:
        read = _read_note(note, len(clauses), line)
        clauses += read
        line = max((clause.line for clause in read), default=line - 1) + 1
    return tuple(clauses)


def understand_text(text: str, field: str) -> tuple[Clause, ...]:
    """Read one note as ``nianbao match`` does.

    Args:
        text: What a person jotted down.
        field: Where (one of `report.document.NOTE_FIELDS`).
    """
    return understand((Note(text, field),))


def _read_note(note: Note, offset: int, line: int) -> list[Clause]:
    theme = shipped_themes().by_name.get(note.text.strip())
    if theme:
        start = note.text.index(theme.name)
        return [_bare(note, theme.name, start, line)]
    spans = _protector().spans(note.text)
    numbers = shipped_reader().read(note.text, spans)
    pieces = cut_note(note.text, spans, numbers)
    clauses = [_read_piece(note, piece, spans, numbers, line) for piece in pieces]
    clauses = _with_totals(clauses, pieces)
    clauses = _with_context(_with_tense(clauses), pieces)
    return [
        replace(clause, parent=None if clause.parent is None else clause.parent + offset)
        for clause in clauses
    ]


def _bare(note: Note, name: str, start: int, line: int) -> Clause:
    return Clause(name, note, (name,), line=line, field=_field(note.field, (name,)), start=start)


def _read_piece(
    note: Note, piece: Piece, spans: Sequence[Span], numbers: Sequence[Found], line: int
) -> Clause:
    text = note.text[piece.start : piece.end]
    here = [number for number in numbers if piece.start <= number.start and number.end <= piece.end]
    tokens = _tokens(note.text, piece, spans, here)
    quantities = tuple(_quantity(note.text, number, piece, tokens) for number in here)
    negated = shipped_speech().is_negated(text, quantities)
    themes = _themes(text, tokens, quantities, negated=negated, field=note.field)
    return Clause(
        text, note, themes, quantities, negated, shipped_speech().tense(text), line + piece.line, piece.parent,
        _field(note.field, themes), piece.start,
    )  # fmt: skip


def _tokens(text: str, piece: Piece, spans: Sequence[Span], numbers: Sequence[Found]) -> tuple[Token, ...]:
    kept = [
        Kept(span.start - piece.start, span.end - piece.start, inner=span.kind == "title")
        for span in spans
        if piece.start <= span.start and span.end <= piece.end
    ]
    kept += [Kept(number.start - piece.start, number.end - piece.start) for number in numbers]
    return _cutter().cut(text[piece.start : piece.end], sorted(kept, key=lambda stretch: stretch.start))


def _themes(
    text: str,
    tokens: tuple[Token, ...],
    quantities: tuple[Quantity, ...],
    *,
    negated: bool,
    field: str,
) -> tuple[str, ...]:
    lexicon: Themes = shipped_themes()
    if text in lexicon.by_name:
        return (text,)
    own: dict[str, int] = {}
    titles: dict[str, int] = {}
    for token in tokens:
        if token.kind in ("word", "protected"):
            own.setdefault(token.text.lower(), token.start)
            if token.kind == "protected" and (letters := _LETTERS.match(token.text)):  # APP2.0
                own.setdefault(letters[0].lower(), token.start)
        elif token.kind == "title":
            titles.setdefault(token.text.lower(), token.start)
    return lexicon.find(Words(own, quantities, negated, field), titles)


def _quantity(text: str, number: Found, piece: Piece, tokens: tuple[Token, ...]) -> Quantity:
    start, end = number.start - piece.start, number.end - piece.start
    return Quantity(
        number.value, number.unit, _counted(start, end, tokens), number.approx, text[number.start : number.end],
        start, end, number.qualifier,
    )  # fmt: skip


def _counted(start: int, end: int, tokens: tuple[Token, ...]) -> str:
    """What a number counts: the word right after it, else the nearest word before it."""
    skip = _general().skip
    after = [token for token in tokens if token.start >= end]
    if (
        after
        and after[0].kind == "word"
        and after[0].start == end
        and after[0].text not in skip
        and len(after[0].text) > 1
    ):
        return after[0].text
    run = ""
    for token in reversed([token for token in tokens if token.end <= start]):
        if token.kind == "protected":
            if run or any(character.isdigit() for character in token.text):
                break
            return token.text
        if token.text in skip or not token.text.strip():
            if run:
                break
            continue
        if token.kind == "word":
            return run or token.text
        if not all("\u4e00" <= character <= "\u9fff" for character in token.text) or len(run) >= 4:
            break
        run = token.text + run
    return run


def _field(field: str, themes: tuple[str, ...]) -> str:
    """Where a clause is to be written: its own field unless its first theme lives in another aspect."""
    if not themes or field not in ASPECTS:
        return field
    if shipped_themes().by_name[themes[0]].general:
        return field
    themes_here = [shipped_themes().by_name[name] for name in themes]
    return field if any(field in theme.homes for theme in themes_here) else themes_here[0].homes[0]


def _with_totals(clauses: list[Clause], pieces: tuple[Piece, ...]) -> list[Clause]:
    """Clauses whose numbers add up to the number before them detail it (解读5篇 图解3 文字2)."""
    result = list(clauses)
    for index, clause in enumerate(clauses):
        if clause.parent is None and _only_number(clause) and not _is_share(clause):
            line = [at for at in range(index + 1, len(clauses)) if pieces[at].line == pieces[index].line]
            for at in _adding_up(clause, [(at, result[at]) for at in line]):
                result[at] = replace(result[at], parent=index)
    return result


def _adding_up(total: Clause, later: list[tuple[int, Clause]]) -> list[int]:
    """The places of at least two following clauses that add up to ``total`` exactly; else none."""
    rest = total.quantities[0].number or 0
    places: list[int] = []
    for at, clause in later:
        if clause.parent is not None:
            continue
        if not _only_number(clause) or (_by_channel(total) and _by_channel(clause)) or rest <= 0:
            break
        rest -= clause.quantities[0].number or 0
        places.append(at)
        if rest == 0 and len(places) > 1:
            return places
    return []


def _by_channel(clause: Clause) -> bool:
    return bool(clause.themes) and shipped_themes().by_name[clause.themes[0]].channel


def _is_share(clause: Clause) -> bool:
    if clause.themes[:1] == ("依申请公开受理（有申请）",) and not any(
        word in clause.text for word in _general().request_totals
    ):
        return True
    return any(word in clause.text for word in _general().never_totals)


def _only_number(clause: Clause) -> bool:
    return len(clause.quantities) == 1 and clause.quantities[0].number is not None


def _with_tense(clauses: list[Clause]) -> list[Clause]:
    """明年：a；b；c plans all of them: a plan holds until the line ends or something is said to be done."""
    result: list[Clause] = []
    line, planned, position = -1, False, 0
    for clause in clauses:
        if clause.line != line:
            line, planned = clause.line, False
        lead = shipped_speech().tense(clause.note.text[position : clause.start].split("\n")[-1])
        position = clause.start + len(clause.text)
        planned = clause.tense == "planned" or (clause.tense != "done" and (planned or lead == "planned"))
        result.append(replace(clause, tense="planned") if planned else clause)
    return result


def _with_context(clauses: list[Clause], pieces: tuple[Piece, ...]) -> list[Clause]:
    """Let a clause go with the one it continues: 共4次 speaks of what 每季度自查 spoke of, and stands beside it."""
    result: list[Clause] = []
    for index, clause in enumerate(clauses):
        before = clause.parent if clause.parent is not None else index - 1
        close = before >= 0 and pieces[before].sentence == pieces[index].sentence
        result.append(_continue(clause, result[before]) if close else clause)
    return result


def _continue(clause: Clause, earlier: Clause) -> Clause:
    about = earlier.themes or earlier.context
    lexicon = shipped_themes().by_name
    if clause.parent is None and about and _is_continuation(clause, about):
        return replace(clause, themes=about, context=about, field=earlier.field)
    counted_only = clause.parent is not None and clause.themes == (
        "公开总量",
    )  # 网站75（动态52）: a share of it
    if not clause.themes or counted_only:
        return replace(clause, themes=(), context=about, field=earlier.field)
    if clause.parent is not None or lexicon[clause.themes[0]].follows:
        return replace(clause, field=earlier.field)
    if lexicon[clause.themes[0]].sector and clause.note.field != "主动公开" and clause.note.field in ASPECTS:
        return replace(clause, themes=(), context=about, field=earlier.field)
    return clause


def _is_continuation(clause: Clause, about: tuple[str, ...]) -> bool:
    """Hardly more than a number (共4次, 改126处), or only 公开 and a number where something else is spoken of."""
    if not clause.quantities:
        return False
    if clause.themes and about[0] in shipped_themes().by_name[clause.themes[0]].yields:
        return True
    if not clause.themes:
        beside = len(clause.text) - sum(len(quantity.text) for quantity in clause.quantities)
        begins = clause.quantities[0].start == 0 or clause.text.startswith(_general().continues)
        return begins and beside <= _FEW_WORDS
    return (
        clause.themes == ("公开总量",)
        and clause.note.field not in ("主动公开", "其他事项")
        and about != ("公开总量",)
    )
