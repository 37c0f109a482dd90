"""Reads notes: clauses, with their themes, quantities, tense, and where each belongs.

One decision: what is not understood says so (no theme) instead of being guessed at; nothing a person wrote is lost.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec.structs import replace

from phrasebank.clauses import cut_note
from phrasebank.corrected import corrected
from phrasebank.linking import general_words, link
from phrasebank.marks import Piece
from phrasebank.protect import Protector, Span, read_lexicon
from phrasebank.quantities import Found, shipped_reader
from phrasebank.reading import Clause, Note, Quantity, final_words
from phrasebank.rules import Words
from phrasebank.speech import shipped_speech
from phrasebank.themes import Themes, shipped_themes
from phrasebank.tokens import Cutter, Kept, Token
from report.document import ASPECTS
from report.lazily import pattern


@cache
def _protector() -> Protector:
    themes = shipped_themes()
    return Protector(read_lexicon("protected.yaml"), {*themes.words, *themes.by_name}, proven=True)


@cache
def _cutter() -> Cutter:
    return Cutter({*shipped_themes().words, *general_words().words, *general_words().skip})


_TIME = pattern("[年月日号周天季度]$")
_LETTERS = pattern(r"[A-Za-z]+")


def word_ends(text: str) -> tuple[int, ...]:
    """Where the words of our dictionary end in a text; characters in no word of it end one by one."""
    return tuple(token.end for token in _cutter().cut(text))


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
    sentence = final_words(text)
    return understand((Note(sentence or text, field, final=bool(sentence)),))


def numbers_in(text: str) -> tuple[Found, ...]:
    """Every number of a text that counts something, where it stands; no dates, ordinals, document numbers or fixed terms."""
    return shipped_reader().read(text, _protector().spans(text))


def _read_note(note: Note, offset: int, line: int) -> list[Clause]:
    """The clauses of one note among others: ``offset`` clauses and ``line`` lines come before it."""
    return [
        replace(
            clause,
            line=clause.line + line,
            parent=None if clause.parent is None else clause.parent + offset,
        )
        for clause in _alone(note)
    ]


@lru_cache(maxsize=2048)
def _alone(note: Note) -> tuple[Clause, ...]:
    """The clauses of a note read by itself; a note that did not change is not read again."""
    theme = shipped_themes().by_name.get(note.text.strip())
    if theme:
        return (_bare(note, theme.name, note.text.index(theme.name)),)
    note = replace(note, text=corrected(note.text))
    spans, numbers = _protector().spans(note.text), numbers_in(note.text)
    if note.final:
        whole = _read_piece(note, Piece(0, len(note.text), 0, 0), spans, numbers)
        return (replace(whole, field=note.field),)
    pieces = cut_note(note.text, spans, numbers)
    return tuple(link([_read_piece(note, piece, spans, numbers) for piece in pieces], pieces))


def _bare(note: Note, name: str, start: int) -> Clause:
    negated = shipped_speech().is_negated(name, ())  # ticking 零申请 says that there was none
    return Clause(name, note, (name,), negated=negated, field=_field(note.field, (name,)), start=start)


def _read_piece(note: Note, piece: Piece, spans: Sequence[Span], numbers: Sequence[Found]) -> Clause:
    text = note.text[piece.start : piece.end]
    here = [number for number in numbers if piece.start <= number.start and number.end <= piece.end]
    tokens = _tokens(note.text, piece, spans, here)
    quantities = tuple(_quantity(note.text, number, piece, tokens) for number in here)
    negated = shipped_speech().is_negated(text, quantities)
    themes = _themes(text, tokens, quantities, negated=negated, field=note.field)
    return Clause(
        text, note, themes, quantities, negated, shipped_speech().tense(text), piece.line, piece.parent,
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
    skip, between = general_words().skip, general_words().between
    expected = end
    for token in tokens:
        if token.start < end:
            continue
        if token.start != expected:
            break
        if token.text in between:
            expected = token.end
            continue
        if token.kind == "word" and token.text not in skip and len(token.text) > 1:
            return token.text
        break
    return _before(start, tokens)


def _before(start: int, tokens: tuple[Token, ...]) -> str:
    """The nearest word before a number, past what says nothing (共, 约) and past times (一季度30条)."""
    skip = general_words().skip
    run = ""
    for token in reversed([token for token in tokens if token.end <= start]):
        if token.kind == "protected":
            if run or any(character.isdigit() for character in token.text) or _TIME.search(token.text):
                break
            return token.text
        if token.text in skip or not token.text.strip():
            if run:
                break
            continue
        if token.kind == "word":
            return token.text + run if run == "率" else run or token.text
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
