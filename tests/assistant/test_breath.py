"""Say it in one breath: what is taken, from which words, what is asked, and that nothing is taken in silence."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.views import Proposal
from prompts.question import Value
from report.yamlfile import convert, read_yaml


class Utterance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence and what it gives."""

    at: str
    said: str
    takes: dict[str, bool | int | Decimal] = {}
    zeros: int = 0
    rest: str = ""
    asks: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    nothing: bool = False


UTTERANCES = tuple(
    one
    for name in ("utterances.yaml", "messy.yaml", "answers.yaml")
    for one in convert(read_yaml(Path(__file__).with_name(name)), tuple[Utterance, ...])
)


def open_at(assistant: Assistant, question: str) -> None:
    """A new town's report, opened at one question."""
    assistant.create()
    for reply in ("柳溪县青禾镇人民政府", "2", "", "2025", "", ""):
        assistant.reply(reply)
    if question.startswith("table.") or question == "request.main":
        assistant.open_question(f"gate.{question[-2:]}" if question != "request.main" else "gate.T3")
        assistant.reply("有")
    assistant.open_question(question)


def values(assistant: Assistant) -> dict[str, Value]:
    """What is in force."""
    return dict(assistant._state.answers)


def lines(proposal: Proposal | None) -> list[str]:
    """The lines of a proposal, as they are shown."""
    assert proposal is not None
    return [line.text for line in proposal.lines]


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """An assistant with an empty database, on a fixed day."""
    with Assistant.open(tmp_path / "nianbao.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        yield opened


@pytest.mark.parametrize("one", UTTERANCES, ids=lambda one: one.said)
def test_what_clerks_say_is_taken_value_by_value(assistant: Assistant, one: Utterance) -> None:
    """Each sentence gives its values and its questions, and keeps the rest of its words."""
    open_at(assistant, one.at)
    proposal = assistant.propose(one.said)
    if one.nothing:
        assert proposal is None
        return
    assert proposal is not None
    taken = {
        slot: value
        for slot, value in proposal.values.items()
        if (isinstance(value, bool) and not slot.startswith("again."))
        or (isinstance(value, Decimal) and value)
    }
    zeros = sum(isinstance(value, Decimal) and not value for value in proposal.values.values())

    assert taken == one.takes
    assert (zeros, proposal.rest) == (one.zeros, one.rest)
    assert tuple(line.value for line in proposal.questions) == one.asks
    assert tuple(line.value for line in proposal.lines if line.hint) == one.hints


@pytest.mark.parametrize("one", UTTERANCES, ids=lambda one: one.said)
def test_a_proposal_confirmed_and_undone_leaves_no_trace(assistant: Assistant, one: Utterance) -> None:
    """Proposing records nothing; a confirmed proposal is one batch, and undo takes it back whole."""
    open_at(assistant, one.at)
    before = values(assistant)
    proposal = assistant.propose(one.said)
    after_proposal = values(assistant)
    if proposal is not None and proposal.values:
        assistant.confirm(proposal)
        confirmed = values(assistant)
        assistant.undo()
        undone = values(assistant)
        assistant.redo()

        assert confirmed != before
        assert undone == before
        assert values(assistant) == confirmed
    assert after_proposal == before


def test_every_line_names_its_words(assistant: Assistant) -> None:
    """What was taken is shown value by value, each with the words it came from."""
    open_at(assistant, "active.total")
    proposal = assistant.propose("今年公开124条，网站119条，没收到申请，也没有复议诉讼，没收过钱")

    assert lines(proposal) == [
        "表三 全部为 0 ← “没收到申请”",
        "表四 全部为 0 ← “也没有复议诉讼”",
        "信息处理费 0 ← “没收过钱”",
        "公开总数 124 条 ← “今年公开124条”",
        "政府门户网站 119 条 ← “网站119条”",
    ]


def test_table_three_by_talk_is_shown_cell_by_cell(assistant: Assistant) -> None:
    """A row whose numbers add up to its total is whole; what is left over is asked, not guessed."""
    open_at(assistant, "table.T3")
    proposal = assistant.propose("予以公开3件，都是个人；不掌握2件，其中企业1件")

    assert lines(proposal) == [
        "予以公开·自然人 3 件，其他各列 0 ← “予以公开3件，都是个人”",
        "不掌握·商业企业 1 件 ← “不掌握2件，其中企业1件”",
        (
            "表三：“不掌握 2 件”里还有 1 件是谁申请的（个人、企业、科研机构、社会公益组织、律所、其他）？"
            " ← “不掌握2件，其中企业1件”"
        ),
    ]


def test_one_confirmation_answers_several_questions(assistant: Assistant) -> None:
    """After Enter the questions that were answered along the way are not asked again."""
    open_at(assistant, "active.total")
    proposal = assistant.propose("今年公开124条，没收到申请，也没有复议诉讼，没收过钱")
    assert proposal is not None
    outcome = assistant.confirm(proposal)
    answered = [one.id for one in assistant.transcript()]

    assert outcome.said == "记下了。"
    assert {"active.total", "gate.T3", "gate.T4", "gate.FEE6"} <= set(answered)
    assert assistant.figures.is_zero("T3")
    assert "124" in assistant.paragraph("1.主动公开").text


def test_a_contradiction_is_asked_and_not_taken(assistant: Assistant) -> None:
    """没收到申请 while table 三 holds 3: the line asks, nothing of the table changes, the words stay a note."""
    open_at(assistant, "gate.T3")
    assistant.reply("有")
    assistant.set_cells("T3", {"T3.R01.C1": "3"})
    assistant.open_question("active.total")
    proposal = assistant.propose("公开124条，没收到申请，没有复议诉讼")
    assert proposal is not None
    assistant.confirm(proposal)

    assert [line.text for line in proposal.questions] == [
        "表三：表三里已经填了“一、本年新收政府信息公开申请数量（自然人）”3，又说“没收到申请”，哪个对？ ← “没收到申请”"
    ]
    assert proposal.rest == "公开124条，没收到申请"
    assert assistant.figures.value("T3.R01.C1") == Decimal(3)
    assert assistant.figures.is_zero("T4")


def test_a_gate_answered_yes_is_not_closed_by_a_remark(assistant: Assistant) -> None:
    """Who answered 有 is asked before the table becomes 0."""
    open_at(assistant, "gate.T3")
    assistant.reply("有")
    assistant.open_question("guard.main")
    proposal = assistant.propose("培训2次，没收到申请")
    assert proposal is not None

    assert [line.value for line in proposal.questions] == ["前面答过表三有数要填，又说“没收到申请”，哪个对？"]
    assert "gate.T3" not in proposal.values


def test_a_cell_said_anew_at_its_table_shows_what_it_was(assistant: Assistant) -> None:
    """At the table's own question a number may be corrected; the line says what stood there."""
    open_at(assistant, "table.T3")
    assistant.set_cells("T3", {"T3.R01.C1": "3"})
    proposal = assistant.propose("新收5件，都是个人")
    assert proposal is not None
    assistant.confirm(proposal)

    assert lines(proposal) == ["新收·自然人 5 件，其他各列 0（原来是 3） ← “新收5件，都是个人”"]
    assert assistant.figures.value("T3.R01.C1") == Decimal(5)


def test_a_cell_said_elsewhere_is_not_changed(assistant: Assistant) -> None:
    """At another question a number that differs from the table is a question."""
    open_at(assistant, "table.T3")
    assistant.set_cells("T3", {"T3.R01.C1": "3"})
    assistant.open_question("guard.main")
    proposal = assistant.propose("培训2次，新收5件，都是个人")
    assert proposal is not None

    assert [line.value for line in proposal.questions] == [
        "“一、本年新收政府信息公开申请数量（自然人）”前面是 3，这里说“新收5件，都是个人”，哪个对？"
    ]
    assert assistant.figures.value("T3.R01.C1") == Decimal(3)


def test_what_is_known_already_is_an_ordinary_note(assistant: Assistant) -> None:
    """A zero that was answered before needs no second confirmation; its words stay where they were typed."""
    open_at(assistant, "gate.T4")
    assistant.reply("没有")
    assistant.open_question("guard.main")

    assert assistant.propose("接受社会监督，没有复议和诉讼") is None


def test_declined_words_are_the_note(assistant: Assistant) -> None:
    """Whoever declines has the whole sentence noted as typed, and nothing else."""
    open_at(assistant, "active.total")
    proposal = assistant.propose("公开124条，没收到申请")
    assert proposal is not None
    assistant.decline(proposal)

    assert values(assistant)["note.active.total"] == ("公开124条，没收到申请",)
    assert "gate.T3" not in values(assistant)


def test_only_questions_are_asked_on(assistant: Assistant) -> None:
    """A sentence of which nothing could be assigned fills no cell; its question is asked next, and a word settles it."""
    open_at(assistant, "table.T3")
    proposal = assistant.propose("不予公开2件，都是个人")
    assert proposal is not None
    outcome = assistant.confirm(proposal)
    asked = assistant.question()
    assert asked is not None

    assert outcome.said == "记下了。还有 1 处要问。"
    assert (asked.id, asked.pending.partition("（")[0]) == ("table.T3", "“不予公开 2 件”是哪一种")
    assert assistant.figures.value("T3.R05.C1") is None
    assert lines(assistant.propose("国家秘密")) == [
        "国家秘密·自然人 2 件，其他各列 0 ← “不予公开2件，都是个人，国家秘密”"
    ]


@pytest.mark.parametrize("question", ["problem.main", "measure.main", "last.problems"])
def test_problems_and_plans_are_never_read_as_numbers(assistant: Assistant, question: str) -> None:
    """What is written about problems and plans stays there."""
    open_at(assistant, question)

    assert assistant.propose("没有复议诉讼，没收到申请") is None


_ROWS = st.sampled_from(["新收", "上年结转", "予以公开", "部分公开", "不掌握", "重复申请"])
_COLUMNS = {"个人": "C1", "企业": "C2", "科研机构": "C3", "律所": "C5"}
_PARTS = st.dictionaries(st.sampled_from(sorted(_COLUMNS)), st.integers(1, 40), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=_ROWS, parts=_PARTS, over=st.integers(-3, 3))
def test_no_number_is_stored_that_was_not_said(
    assistant: Assistant, row: str, parts: dict[str, int], over: int
) -> None:
    """A total is compared with its parts and never stored: every number taken is one of the parts, or 0."""
    open_at(assistant, "table.T3")
    total = sum(parts.values()) + over
    detail = "、".join(f"{name}{number}件" for name, number in parts.items())
    proposal = assistant.propose(f"{row}{max(total, 1)}件（{detail}）")
    assert proposal is not None
    taken = {
        slot.rpartition(".")[2]: value
        for slot, value in proposal.values.items()
        if isinstance(value, Decimal) and value
    }
    right = {_COLUMNS[name]: Decimal(number) for name, number in parts.items()}

    assert taken == (right if max(total, 1) >= sum(parts.values()) else {})
    assert bool(proposal.questions) == (max(total, 1) != sum(parts.values()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["没收到申请", "也没有复议诉讼", "公开3条", "培训2次", "新收", "3件", "都是个人", "其余0", "（", "）", "不掌握", "企业1件", "随便写"]),
        min_size=1, max_size=7,
    )
)  # fmt: skip
def test_no_word_is_lost(assistant: Assistant, pieces: list[str]) -> None:
    """Every piece of a sentence is in a line with its words or stays in the note."""
    open_at(assistant, "active.total")
    proposal = assistant.propose("，".join(pieces))
    if proposal is None:
        return
    kept = proposal.rest + "".join(line.words for line in proposal.lines)

    assert [piece for piece in pieces if piece not in kept and piece not in "（）"] == []
