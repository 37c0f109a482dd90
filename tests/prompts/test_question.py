"""Questions as data: every one is complete, and every mistake in a file is answered with its place."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from prompts.interview import Interview
from prompts.question import FOLDER, Question, load_parts, load_questions, read_parts
from prompts.replies import Accepted, parse
from report.document import ASPECTS, NOTE_FIELDS
from report.edition import edition_ids, load_edition
from report.problem import InputProblem

_GOOD = """
key: unit
label: 基本情况
section: ""
questions:
  - id: year
    kind: number
    ask: 哪一年？
    slots: [year]
    help: 数据所属的年度。
    law: 条例第四十九条
    example: "2025"
"""


def _problem(folder: Path, text: str) -> str:
    (folder / "10-a.yaml").write_text(text, encoding="utf-8", newline="\n")
    with pytest.raises(InputProblem) as told:
        read_parts(folder)
    return str(told.value)


@pytest.mark.parametrize("question", load_questions(), ids=lambda question: question.id)
def test_every_question_is_complete(question: Question) -> None:
    """Each question has help in plain words, a legal basis, and an example that is a right answer."""
    reply = parse(question, question.example, Interview().state({"year": Decimal(2024)}))

    assert question.help.endswith("。")
    assert question.law.startswith(("条例第", "立法法", "国办"))
    assert question.ask.endswith(("？", "。"))
    assert isinstance(reply, Accepted)


def test_no_question_shows_codes_of_the_program() -> None:
    """What a person reads at a question has no cell id, row id or slot in it."""
    words = "".join(question.ask + question.help + question.example for question in load_questions())

    assert re.findall(r"[A-Z]+[0-9]+|[A-Z]{1,4} [0-9]|gate\.|note\.|tick\.", words) == []


def test_unit_and_year_come_first() -> None:
    """Who reports, and for which year, is known before anything else is asked."""
    assert [question.id for question in load_questions()[:3]] == ["unit.name", "year", "unit.kind"]


def test_every_aspect_has_facts_and_ticks() -> None:
    """Each of the five aspects is asked for its facts first and offers a tick list after."""
    kinds = {
        part.key: [question.kind for question in part.questions if question.kind in {"note", "ticks"}]
        for part in load_parts()
    }

    assert all(kinds[aspect][0] == "note" and kinds[aspect][-1] == "ticks" for aspect in ASPECTS)


def test_all_fields_of_the_notes_are_asked() -> None:
    """Every field of the contract's notes has a question."""
    fields = {question.field for question in load_questions()}

    assert set(NOTE_FIELDS) <= fields


def test_every_cell_is_asked() -> None:
    """Every asked cell of every edition belongs to a table question or has its own."""
    questions = load_questions()
    own = {slot for question in questions for slot in question.slots}
    tables = {question.table for question in questions if question.kind == "table"}
    cells = [cell for edition in edition_ids() for cell in load_edition(edition).cells if cell.asked]

    assert [cell.id for cell in cells if cell.table not in tables and cell.id not in own] == []


def test_good_file_is_read(tmp_path: Path) -> None:
    """A question learns its part and section from its file."""
    (tmp_path / "10-a.yaml").write_text(_GOOD, encoding="utf-8", newline="\n")
    (part,) = read_parts(tmp_path)

    assert [(question.id, question.part, question.section) for question in part.questions] == [
        ("year", "unit", "")
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("help: ", "hepl: ", "10-a.yaml 第10行第5列：不认识的名称“hepl”。应为：是不是“help”。"),
        (
            "kind: number",
            "kind: numbr",
            (
                "10-a.yaml 第7行第11列：“kind”不能是 'numbr'。应为：text、list、contact、choice、yesno、number、"
                "note、ticks、table 之一。"
            ),
        ),
        (
            "kind: number",
            "kind: choice",
            "10-a.yaml 第6行第5列：问题“year”没有可选的答案。应为：options 至少两个。",
        ),
        (
            "kind: number",
            "kind: yesno",
            (
                "10-a.yaml 第6行第5列：问题“year”要有两个答案。应为：options 先写表示“有、是”的，"
                "再写表示“没有、不是”的。"
            ),
        ),
        (
            "kind: number",
            "kind: table",
            "10-a.yaml 第6行第5列：问题“year”没有写是哪张表。应为：table: T2、T3、T4、FEE6 之一。",
        ),
        (
            "kind: number",
            "kind: ticks",
            (
                "10-a.yaml 第6行第5列：问题“year”的 ticks 不对。应为：主动公开、依申请公开、政府信息管理、平台建设、"
                "监督保障、存在问题、改进情况、其他事项 之一。"
            ),
        ),
        (
            "slots: [year]",
            "slots: []",
            "10-a.yaml 第9行第12列：问题“year”没有写答案放在哪里。应为：slots: [名称]。",
        ),
        (
            "kind: number",
            "kind: number\n    when: {editions: [2020版]}",
            "10-a.yaml 第8行第22列：没有“2020版”这一版格式。应为：2019、2021 之一。",
        ),
        (
            "kind: number",
            "kind: number\n    when: {figures: [T3.IN.C7 大于 0]}",
            ("10-a.yaml 第8行第21列：条件“T3.IN.C7 大于 0”读不懂。应为：“名称 > 数”，如 T3.IN.C7 > 0。"),
        ),
        (
            "kind: number",
            "kind: number\n    when: {figures: [T3.INN.C7 > 0]}",
            "10-a.yaml 第8行第21列：没有“T3.INN.C7”这个数。应为：表格里的编号，如 T3.IN.C7。",
        ),
        (
            "kind: number",
            "kind: number\n    when: {answers: {gate.T3: true}}",
            "10-a.yaml 第8行第22列：条件里的“gate.T3”前面没有问过。应为：前面问过的一个 slot。",
        ),
    ],
)
def test_mistakes_are_answered_with_their_place(
    tmp_path: Path, right: str, wrong: str, sentence: str
) -> None:
    """File, line, what is wrong and the right form, in one sentence."""
    told = _problem(tmp_path, _GOOD.replace(right, wrong))

    assert sentence == told


def test_ids_are_used_once(tmp_path: Path) -> None:
    """Two questions with one id are a mistake, in whichever files they stand."""
    (tmp_path / "20-b.yaml").write_text(_GOOD, encoding="utf-8", newline="\n")

    assert _problem(tmp_path, _GOOD) == (
        "20-b.yaml 第6行第5列：“id year”在问题“year”里已经用过。应为：每个 id、每个 slot 只用一次。"
    )


def test_the_shipped_questions_are_right() -> None:
    """Starting only reads them; here everything their shape does not say is checked."""
    assert read_parts(FOLDER) == load_parts()
