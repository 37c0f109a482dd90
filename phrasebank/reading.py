"""What a note says, once read: clauses, the themes they speak of, the quantities they state.

These shapes stand between understanding (`phrasebank.understand`) and writing (`phrasebank.compose`).
"""

import re
from decimal import Decimal
from typing import Literal

import msgspec

from report.lazily import pattern

Tense = Literal["done", "planned", "neutral"]
"""``done``: 了、已、今年; ``planned``: 明年、打算、准备、下一步; ``neutral``: neither was said."""


About = Literal["", "forward", "other", "table"]
FORWARD: About = "forward"
"""The requests that go on into the next year, and nothing else."""
OTHER: About = "other"
"""What became of the requests that table 三 counts as handled otherwise."""
TABLE: About = "table"
"""The numbers of a table, which did not take these words."""


class Note(msgspec.Struct, frozen=True):
    """One line of free text as a person typed or ticked it."""

    text: str
    field: str
    """One of `report.document.NOTE_FIELDS`: where it was jotted."""
    ticked: bool = False
    """True when it is a theme's bare name that was ticked."""
    final: bool = False
    """True when the person wrote the sentence of the report itself (``照写：…``): it is printed as it stands."""
    about: About = ""
    """What all of it speaks of, where its question asks about one thing only; empty otherwise."""

    @property
    def origin(self) -> str:
        """The contract's name for the source of its numbers (``notes.主动公开``)."""
        return f"notes.{self.field}"


_FINAL = pattern(r"\s*照写\s*[：:]\s*(?P<sentence>.*\S)\s*", re.DOTALL)


def final_words(line: str) -> str:
    """The sentence in a line that says how it is to be printed (``照写：本年度…``), without closing mark; else empty."""
    found = _FINAL.fullmatch(line)
    return found["sentence"].rstrip("。；，") if found else ""


_ABOUT: dict[About, str] = {FORWARD: "结转下年的申请：", OTHER: "其他处理的申请：", TABLE: "填表时说的："}
_OPENS = pattern(r"\s*结转(?:到)?(?:下年|下年度|下一年|下一年度|明年)(?:度)?的申请\s*[：:]\s*(?=\S)")


def told_of(line: str) -> tuple[str, About]:
    """A line of a case without the words that say what it is about (``结转下年的申请：年底才收到``), and what that is."""
    if found := _OPENS.match(line):
        return line[found.end() :], FORWARD
    for about in (OTHER, TABLE):
        if line.startswith(_ABOUT[about]):
            return line.removeprefix(_ABOUT[about]), about
    return line, ""


def as_jotted_of(note: Note) -> str:
    """The line of a case that is read as this note again."""
    return as_final(note.text) if note.final else _ABOUT.get(note.about, "") + note.text


_HALF = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


def as_final(sentence: str) -> str:
    """The line of a note that has a sentence printed as it stands, its digits half-width."""
    return f"照写：{sentence.translate(_HALF).strip().rstrip('。；，')}。"


class Quantity(msgspec.Struct, frozen=True):
    """One number of a clause, in the sense of the contract's ``match --json``."""

    value: str
    """Plain decimal (``12000``), or a range ``10-15``; money keeps its own unit's scale (``2870`` + ``万元``)."""
    unit: str
    """Classifier (条, 件, 篇, 次, 人次, 万元, %), or empty when none was said."""
    of: str
    """The noun, verb or theme it counts (``网站``, ``发布``), or empty."""
    approx: bool
    """余, 多, 近, 约 was said."""
    text: str
    """As typed, with its unit (``五十六条``, ``60多人``)."""
    start: int
    end: int
    """Where ``text`` stands in the clause's text."""
    qualifier: str = ""
    """How an approximate number was said, as official prose writes it: ``余`` · ``近`` · ``约`` · ``超过``; else empty."""

    @property
    def number(self) -> Decimal | None:
        """The value as a number; None for a range."""
        return None if "-" in self.value[1:] else Decimal(self.value)


class Clause(msgspec.Struct, frozen=True):
    """One clause of a note."""

    text: str
    """The person's words, trimmed, a cut of the note. A bracket that says something by itself (75（动态52 文件10）) is
    not in it: it follows as clauses of its own, with `parent`; a gloss (发到村（社区）) stays."""
    note: Note
    themes: tuple[str, ...] = ()
    """Themes of corpus section 5 it speaks of, the most specific first; empty when nothing was understood."""
    quantities: tuple[Quantity, ...] = ()
    negated: bool = False
    """It says that something did not happen, was not received, or does not exist."""
    tense: Tense = "neutral"
    line: int = 0
    """Clauses of one line of one note share this number: they may be joined into one sentence."""
    parent: int | None = None
    """Index (in the sequence of clauses) of the clause whose total or subject it details (其中…, brackets)."""
    field: str = ""
    """Where it is to be written: the note's own field, or the aspect its theme belongs to."""
    start: int = 0
    """Where ``text`` begins in the note's text."""
    context: tuple[str, ...] = ()
    """Themes of the clause it continues (自查4次，**都改了**), when it names none of its own; else empty. A continuation
    that hardly holds more than a number (培训1场，**60多人**) has them in ``themes`` too."""
