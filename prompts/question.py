"""What is asked, as data: every question with its words, its legal basis, its conditions and what follows from it.

One decision: a question is data (``questions/*.yaml``, one file a part, in the order of the file names). A new question
is a few lines of YAML and a row in a story of the tests, not new code.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from report.document import NOTE_FIELDS
from report.edition import edition_ids, load_edition
from report.unit import UnitKind
from report.yamlfile import YamlFile, convert, read_yaml

Value = str | Decimal | bool | tuple[str, ...] | None
"""One answer; None was looked at and left open."""

QuestionKind = Literal["text", "list", "contact", "choice", "yesno", "number", "note", "ticks", "table"]
NumberKind = Literal["integer", "decimal", "signed", "year"]
TableId = Literal["T2", "T3", "T4", "FEE6"]

FOLDER = Path(__file__).parent / "questions"
_Text = Annotated[str, msgspec.Meta(min_length=1)]


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One quick reply."""

    value: _Text
    label: _Text
    words: tuple[str, ...] = ()
    """Other ways to say it."""
    hint: str = ""


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When a question is asked; every condition named must hold."""

    kinds: tuple[UnitKind, ...] = ()
    editions: tuple[str, ...] = ()
    answers: dict[str, bool | str] = {}
    """Slot → the answer it must have."""
    figures: tuple[str, ...] = ()
    """Comparisons with a number (``T3.IN.C7 > 0``); a figure that is not known does not hold."""


class Implication(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What follows from an answer, so that nobody is asked twice."""

    answer: bool | str
    zero: str = ""
    """Every asked cell of this table or row is 0 (``T3``, ``T2.REG``)."""
    slots: dict[str, bool | str] = {}
    """Slot → the answer that follows."""
    law: str = ""
    """Why it follows, where that is not plain."""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One question."""

    id: _Text
    kind: QuestionKind
    ask: _Text
    slots: tuple[_Text, ...]
    """Where the answer goes; several for `contact` and `ticks`."""
    help: _Text
    law: _Text
    example: _Text
    """A reply that would be right."""
    options: tuple[Option, ...] = ()
    when: When = When()
    required: bool = False
    """Cannot be left open: everything else depends on it."""
    optional: bool = False
    """Enter alone leaves it open."""
    implies: tuple[Implication, ...] = ()
    ticks: str = ""
    """The field of the notes whose tick list is offered, for `ticks`."""
    nothing: str = ""
    """Of a note: the line that a bare 没有 stands for; empty where it stands for nothing at all."""
    about: Literal["", "forward", "other"] = ""
    """Of a note: the one thing it asks about, so that nothing answered here is said of another; ``forward`` is the
    requests that go on into the next year, ``other`` those that were handled otherwise."""
    table: TableId | Literal[""] = ""
    """The table to fill, for `table`; the table it is the gate of, for a `yesno` that is one."""
    default: Literal["", "short", "kind", "rules", "guiding"] = ""
    """A derived answer that Enter accepts, all by the unit's name: ``short`` is how it calls itself, ``kind`` what kind
    of unit it is, ``rules`` whether a government of this level may make 规章, ``guiding`` whether its kind usually names
    the guiding thought."""
    number: NumberKind = "integer"
    unit: str = ""
    """Of a number: 件, 元, 年."""
    least: int = 0
    most: int = 10**12
    part: str = ""
    """Key of its part; set on loading."""
    section: str = ""
    """``一`` … ``六``, empty for 基本情况; set on loading."""
    field: str = ""
    """The field of the notes its free text belongs to; set on loading from the part unless the question names one."""

    @property
    def aspect(self) -> str:
        """The field of the notes (one of `NOTE_FIELDS`), or empty."""
        return self.field


class PartForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One part of the task list and its questions, in order."""

    key: _Text
    label: _Text
    section: str
    field: str = ""
    questions: tuple[Question, ...]


def _read(path: Path) -> tuple[YamlFile, PartForm]:
    """One file of questions, each with its part.

    Raises:
        InputProblem: the file is wrong; says file, line and the right form.
    """
    source = read_yaml(path)
    part = convert(source, PartForm)
    placed = (
        msgspec.structs.replace(
            question, part=part.key, section=part.section, field=question.field or part.field
        )
        for question in part.questions
    )
    return source, msgspec.structs.replace(part, questions=tuple(placed))


def _check(source: YamlFile, question: Question, here: str) -> None:
    """What the shape alone does not say."""
    if question.kind == "choice" and len(question.options) < 2:
        raise source.problem(f"问题“{question.id}”没有可选的答案", here, "options 至少两个")
    if question.kind == "yesno" and len(question.options) != 2:
        raise source.problem(
            f"问题“{question.id}”要有两个答案", here, "options 先写表示“有、是”的，再写表示“没有、不是”的"
        )
    if question.kind == "table" and not question.table:
        raise source.problem(f"问题“{question.id}”没有写是哪张表", here, "table: T2、T3、T4、FEE6 之一")
    if question.kind == "ticks" and question.ticks not in NOTE_FIELDS:
        raise source.problem(
            f"问题“{question.id}”的 ticks 不对", f"{here}.ticks", "、".join(NOTE_FIELDS) + " 之一"
        )
    if not question.slots:
        raise source.problem(f"问题“{question.id}”没有写答案放在哪里", f"{here}.slots", "slots: [名称]")
    for edition_id in question.when.editions:
        if edition_id not in edition_ids():
            known = "、".join(edition_ids())
            raise source.problem(f"没有“{edition_id}”这一版格式", f"{here}.when.editions", f"{known} 之一")
    for comparison in question.when.figures:
        words = comparison.split()
        if len(words) != 3 or words[1] not in {">", "=", "<"} or not words[2].isdigit():
            raise source.problem(
                f"条件“{comparison}”读不懂", f"{here}.when.figures", "“名称 > 数”，如 T3.IN.C7 > 0"
            )
        if not any(words[0] in load_edition(edition_id) for edition_id in edition_ids()):
            raise source.problem(
                f"没有“{words[0]}”这个数", f"{here}.when.figures", "表格里的编号，如 T3.IN.C7"
            )


def _check_slots(source: YamlFile, question: Question, here: str, known: Mapping[str, str]) -> None:
    """Ids and slots are used once; conditions look at questions asked earlier."""
    for name in (f"id {question.id}", *question.slots):
        if name in known:
            right = "每个 id、每个 slot 只用一次"
            raise source.problem(f"“{name}”在问题“{known[name]}”里已经用过", here, right)
    for slot in question.when.answers:
        if slot not in known:
            right = "前面问过的一个 slot"
            raise source.problem(f"条件里的“{slot}”前面没有问过", f"{here}.when.answers.{slot}#", right)


def read_parts(folder: Path) -> tuple[PartForm, ...]:
    """Read all files of a folder in the order of their names, and check all that their shape does not say.

    Raises:
        InputProblem: a file is wrong.
    """
    parts = []
    owners: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        source, part = _read(path)
        for index, question in enumerate(part.questions):
            here = f"$.questions[{index}]"
            _check(source, question, here)
            _check_slots(source, question, here, owners)
            owners.update(dict.fromkeys((f"id {question.id}", *question.slots), question.id))
        parts.append(part)
    return tuple(parts)


@cache
def load_parts() -> tuple[PartForm, ...]:
    """The shipped parts, in the order they are asked; that they are right is proven by tests, not at each start."""
    return tuple(_read(path)[1] for path in sorted(FOLDER.glob("*.yaml")))


def load_questions() -> tuple[Question, ...]:
    """The shipped questions, in the order they are asked."""
    return tuple(question for part in load_parts() for question in part.questions)


Answers = Mapping[str, Value]
"""Slot → answer."""
