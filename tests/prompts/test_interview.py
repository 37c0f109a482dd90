"""The interview, as stories: what is asked of whom, in which order, and what a changed answer does."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from prompts.interview import Given, Interview
from prompts.question import Value
from prompts.replies import skipped, ticked
from tests.prompts.clerk import Clerk
from tests.prompts.stories import CITY_EVERYTHING, MINISTRY, SAMPLE_2020, TOWNSHIP_ZERO

_STORIES: Mapping[str, str] = {
    "township": TOWNSHIP_ZERO,
    "sample": SAMPLE_2020,
    "city": CITY_EVERYTHING,
    "ministry": MINISTRY,
}


def _walked(story: str) -> Clerk:
    clerk = Clerk()
    clerk.walk(story)
    return clerk


@pytest.mark.parametrize(("story", "most"), [("township", 25), ("sample", 40)])
def test_few_inputs_are_needed(story: str, most: int) -> None:
    """An all-zero township needs at most 25 inputs after the unit's name, the sample report at most 40."""
    inputs = len(_walked(_STORIES[story]).asked) - 1
    print(f"{story}: {inputs} inputs after the name")

    assert inputs <= most


@pytest.mark.parametrize("story", ["township", "sample"])
def test_zero_in_one_answer_each(story: str) -> None:
    """One 没有 a table makes all of it 0, and each 0 names the question it follows from."""
    state = _walked(_STORIES[story]).state
    assert state.figures
    assert state.edition
    asked = [cell.id for cell in state.edition.cells if cell.asked]

    assert all(state.figures.is_zero(table.id) for table in state.edition.tables)
    assert {state.implied[cell].removeprefix("gate.") for cell in asked} == {
        table.id for table in state.edition.tables
    }


def test_fees_are_asked_from_the_2021_edition_on() -> None:
    """A report for 2020 has no fee statement, so nobody is asked."""
    asked = _walked(SAMPLE_2020).asked

    assert [question for question in asked if "fee" in question.lower()] == []


def test_every_question_is_reached() -> None:
    """Each question is asked in some story, and no question twice in one."""
    walks = [_walked(story).asked for story in _STORIES.values()]
    reached = {question for asked in walks for question in asked}

    assert {question.id for question in Interview().questions} == reached
    assert all(len(asked) == len(set(asked)) for asked in walks)


def test_only_governments_are_asked_about_rules() -> None:
    """Who may make 规章 is asked of governments only; ministries may, all others may not."""
    may = {story: _walked(table).state.answers["unit.rules"] for story, table in _STORIES.items()}
    asked = {story: "unit.rules" in _walked(table).asked for story, table in _STORIES.items()}

    assert may == {"township": False, "sample": False, "city": True, "ministry": True}
    assert asked == {"township": False, "sample": False, "city": True, "ministry": False}


def test_units_without_rules_have_none() -> None:
    """For a unit that cannot make 规章 its row is 0 before the table is opened."""
    clerk = Clerk()
    for question, typed in (
        ("unit.name", "甲局"),
        ("unit.kind", "部门"),
        ("year", "2025"),
        ("gate.T2", "有"),
    ):
        clerk.tell(question, typed)
    cells = clerk.state.cells.numbers

    assert cells == {f"T2.REG.{column}": Decimal(0) for column in ("made", "repealed", "valid")}


def test_government_answers_for_review() -> None:
    """Governments state appraisal, public rating and liability (art 50); departments are not asked."""
    asked = {story: "guard.review" in _walked(table).asked for story, table in _STORIES.items()}

    assert asked == {"township": True, "sample": False, "city": True, "ministry": False}


def test_changed_gate_brings_the_table_and_loses_nothing() -> None:
    """没有 → 有 asks for the table; 有 → 没有 → 有 gives back what had been filled in."""
    clerk = _walked(TOWNSHIP_ZERO)
    clerk.tell("gate.T3", "有")
    first = clerk.interview.next(clerk.state)
    clerk.tell("request.main", "网上1件")
    table = clerk.interview.question("table.T3")
    clerk.fill(table, "R01.C1 1，R13.C1 1，其余 0")
    filled = clerk.state.cells
    clerk.tell("gate.T3", "没有")
    zero = clerk.state
    clerk.tell("gate.T3", "有")

    assert first
    assert first.id == "request.main"
    assert zero.figures
    assert zero.figures.is_zero("T3")
    assert "note.request.main" not in zero.answers
    assert clerk.state.cells == filled
    assert clerk.state.answers["note.request.main"] == ("网上1件",)
    assert clerk.interview.next(clerk.state) is None


def test_claimed_numbers_must_be_there() -> None:
    """Who says 有 is asked for the table as long as it is all 0; 没有 in its place closes the gate."""
    clerk = _walked(TOWNSHIP_ZERO)
    clerk.tell("gate.T4", "有")
    table = clerk.interview.next(clerk.state)
    assert table
    clerk.fill(table, "V1 0，其余 0")
    still = clerk.interview.next(clerk.state)
    clerk.tell("table.T4", "没有")

    assert table.id == "table.T4"
    assert still == table
    assert clerk.answers["gate.T4"] is False
    assert clerk.interview.next(clerk.state) is None


def test_numbers_in_the_grid_open_the_gate() -> None:
    """A number filled into a table that was said to be empty counts, and the gate opens with it."""
    clerk = _walked(TOWNSHIP_ZERO)
    filled = clerk.interview.fill({"T3.R01.C1": Decimal(2), "T4.V1": Decimal(0)}, clerk.answers)

    assert filled[:3] == (
        Given("T3.R01.C1", Decimal(2)),
        Given("T4.V1", Decimal(0)),
        Given("gate.T3", value=True, implied=True),
    )
    assert {(one.slot[:3], one.value, one.implied) for one in filled[3:]} == {("T3.", Decimal(0), True)}


@pytest.mark.parametrize("cell", ["T2.LIC", "T3.R01.C1", "T4.V1", "FEE6"])
def test_one_number_leaves_the_other_zeros_of_its_table(cell: str) -> None:
    """没有 was said of every cell; who then fills in one number has said nothing against the others."""
    clerk = _walked(TOWNSHIP_ZERO)
    table = cell.split(".", maxsplit=1)[0]
    first = next(slot for slot in clerk.state.asked_cells(table) if slot.startswith(cell))
    given = clerk.interview.fill({first: Decimal(7)}, clerk.answers)
    clerk.answers.update({entry.slot: entry.value for entry in given})

    assert clerk.state.answers[f"gate.{table}"] is True
    assert {slot: clerk.state.answers.get(slot) for slot in clerk.state.asked_cells(table)} == {
        slot: Decimal(7 if slot == first else 0) for slot in clerk.state.asked_cells(table)
    }


def test_filled_table_answers_its_gate() -> None:
    """Whoever filled the grid first is not asked whether there is anything to fill in."""
    clerk = Clerk()
    clerk.tell("year", "2025")
    cells: dict[str, Value] = dict.fromkeys(clerk.state.asked_cells("T4"), Decimal(0))
    clerk.answers.update({**cells, "T4.V1": Decimal(1)})

    assert clerk.state.answers["gate.T4"] is True
    assert clerk.state.implied["gate.T4"] == "table.T4"
    assert clerk.interview.answered(clerk.interview.question("table.T4"), clerk.state)


def test_changing_the_kind_in_the_middle() -> None:
    """Another kind of unit brings its own questions and asks again only what was derived from the kind."""
    clerk = _walked(SAMPLE_2020)
    before = dict(clerk.answers)
    clerk.tell("unit.name", "云州市人民政府")
    clerk.tell("unit.kind", "人民政府")
    asked = []
    for typed in ("不能", "", "", "没有追责"):
        question = clerk.interview.next(clerk.state)
        assert question
        asked.append(question.id)
        clerk.tell(question.id, typed)

    assert asked == ["unit.rules", "unit.short", "unit.guiding", "guard.review"]
    assert clerk.interview.next(clerk.state) is None
    assert clerk.answers["unit.short"] == "我市"
    assert {slot for slot in before if before[slot] != clerk.answers[slot]} == {
        "unit.name",
        "unit.kind",
        "unit.short",
        "unit.guiding",
    }


def test_own_words_are_not_doubted_without_need() -> None:
    """A changed name whose derived short form is the same asks nothing again."""
    clerk = _walked(SAMPLE_2020)
    clerk.tell("unit.name", "丰县扶贫开发办公室")

    assert clerk.interview.next(clerk.state) is None


def test_changing_the_year_changes_the_form() -> None:
    """From the 2019 to the 2021 edition the fee question comes, and cells of the other edition wait unseen."""
    clerk = _walked(SAMPLE_2020)
    clerk.tell("year", "2021")
    question = clerk.interview.next(clerk.state)
    zeros = clerk.state.figures
    clerk.tell("year", "2020")

    assert question
    assert question.id == "gate.FEE6"
    assert zeros
    assert zeros.is_zero("T2")
    assert clerk.interview.next(clerk.state) is None


def test_skipped_questions_count_and_can_be_answered() -> None:
    """A question left open is done but marked, and answering it later takes the mark off."""
    clerk = _walked(MINISTRY)
    before = {part.key: (part.status, part.skipped) for part in clerk.interview.progress(clerk.state)}
    clerk.tell("active.total", "全年20条")
    after = {part.key: (part.status, part.skipped) for part in clerk.interview.progress(clerk.state)}

    assert before["主动公开"] == ("done", 2)
    assert after["主动公开"] == ("done", 1)
    assert not clerk.interview.skipped(clerk.interview.question("active.total"), clerk.state)


def test_progress_keeps_untouched_apart() -> None:
    """Parts not looked at, begun and done are told apart, in the order of the report."""
    clerk = Clerk()
    for question, typed in (
        ("unit.name", "甲局"),
        ("unit.kind", "部门"),
        ("active.total", "5条"),
        ("active.more", ""),
    ):
        clerk.tell(question, typed)
    progress = [
        (part.label, part.status, part.done, part.total) for part in clerk.interview.progress(clerk.state)
    ]

    assert progress == [
        ("基本情况", "open", 2, 7),
        ("（一）主动公开", "done", 2, 2),
        ("（二）依申请公开", "untouched", 0, 3),
        ("（三）政府信息管理", "untouched", 0, 2),
        ("（四）平台建设", "untouched", 0, 2),
        ("（五）监督保障", "untouched", 0, 2),
        ("表二、表三、表四", "untouched", 0, 1),
        ("五、问题与改进", "untouched", 0, 3),
        ("六、其他事项", "untouched", 0, 1),
    ]


def test_table_can_be_left_open() -> None:
    """A table that cannot be filled yet is skipped like any question; its cells stay unknown."""
    clerk = _walked(TOWNSHIP_ZERO)
    clerk.tell("gate.T4", "有")
    clerk.tell("table.T4", "跳过")

    assert clerk.interview.next(clerk.state) is None
    assert clerk.state.figures
    assert not clerk.state.figures.known("T4")


def test_ticks_and_words_are_kept_apart() -> None:
    """Ticked themes and lines written beside them go to their own slots; either answers the question."""
    clerk = Clerk()
    question = clerk.interview.question("active.more")
    both = ticked(question, ("政策解读",), "解读5篇\n\n 预决算公开 ")
    clerk.answers.update(ticked(question, ()).values)

    assert both.values == {"tick.active.more": ("政策解读",), "note.active.more": ("解读5篇", "预决算公开")}
    assert clerk.interview.answered(question, clerk.state)
    assert skipped(question) == {"tick.active.more": None}


def test_same_answers_same_state_in_any_order() -> None:
    """The order in which answers were given does not matter."""
    answers = _walked(CITY_EVERYTHING).answers
    interview = Interview()
    forward, backward = interview.state(answers), interview.state(dict(reversed(answers.items())))

    assert forward.answers == backward.answers
    assert forward.implied == backward.implied
    assert interview.progress(forward) == interview.progress(backward)
