"""The store: nothing is lost, everything can be taken back, values come back exact."""

import sqlite3
from contextlib import closing
from decimal import Decimal
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.rows import Answer, Edit, Entry, ReportRow
from db.store import Store, utc_now
from db.values import Value, from_json, to_json

_DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
_TEXTS = st.text(max_size=20)
_VALUES: st.SearchStrategy[Value] = st.one_of(
    _TEXTS, _DECIMALS, st.booleans(), st.none(), st.lists(_TEXTS, max_size=3).map(tuple)
)
_SLOTS = st.sampled_from(["unit.name", "year", "T3.R01.C1", "note.active"])
_ENTRIES = st.dictionaries(_SLOTS, _VALUES, min_size=1, max_size=3)
_STEPS = st.lists(st.one_of(_ENTRIES, st.sampled_from(["undo", "redo", "reopen"])), max_size=12)


class _Clock:
    """A clock that goes on by one minute at each look."""

    def __init__(self) -> None:
        self._minutes = count()

    def __call__(self) -> str:
        return f"2026-01-05T09:{next(self._minutes):02d}:00+00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "nianbao.db"


def _entry(slot: str, typed: str, value: Value | None = None) -> Entry:
    return Entry(slot, typed, typed if value is None else value)


@given(_VALUES)
def test_values_come_back(value: Value) -> None:
    """A value comes back with its type and its every digit."""
    back = from_json(to_json(value))

    assert (type(value), str(value)) == (type(back), str(back))


@pytest.mark.parametrize("value", [1, 1.5, ("a", 1), ["a"]])
def test_values_of_other_types_are_refused(value: object) -> None:
    """An int or float has already lost how the number was written."""
    with pytest.raises(TypeError):
        to_json(value)  # type: ignore[arg-type]


def test_numbers_without_end_are_refused() -> None:
    """Not-a-number is no answer."""
    with pytest.raises(ValueError, match="NaN"):
        to_json(Decimal("NaN"))


@pytest.mark.parametrize("text", ["1", "[1"])
def test_damaged_values_are_refused(text: str) -> None:
    """What this program never writes is not read either."""
    with pytest.raises((TypeError, ValueError)):
        from_json(text)


def test_answer_carries_who_when_and_how(path: Path) -> None:
    """An answer comes back with what was typed, its value, who, when and how it came."""
    with Store.open(path, clock=_Clock()) as store:
        report = store.create_report()
        entries = [
            Entry("T2.FEE", "12.50万元", Decimal("12.50")),
            Entry("gate.T3", "没有", value=False, source="implied"),
        ]
        store.record(report, entries, "王", source="pasted")
        answers = store.answers(report)
    when = "2026-01-05T09:01:00+00:00"

    assert {
        "T2.FEE": Answer("T2.FEE", "12.50万元", Decimal("12.50"), "王", when, "pasted", 1),
        "gate.T3": Answer("gate.T3", "没有", value=False, who="王", when=when, source="implied", batch=1),
    } == answers
    assert str(answers["T2.FEE"].value) == "12.50"


@settings(max_examples=60, deadline=None)
@given(_STEPS)
def test_any_sequence_equals_a_plain_list(steps: list[dict[str, Value] | str]) -> None:
    """Recording, undo, redo and reopening in any order give what a list of replies would."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.db"
        store = Store.open(file, clock=_Clock())
        report = store.create_report()
        standing: list[dict[str, Value]] = []
        taken_back: list[dict[str, Value]] = []
        for step in steps:
            if isinstance(step, dict):
                store.record(report, [Entry(slot, "", value) for slot, value in step.items()], "王")
                standing, taken_back = [*standing, step], []
            elif step == "reopen":
                store.close()
                store = Store.open(file, clock=_Clock())
            else:
                giver, taker = (standing, taken_back) if step == "undo" else (taken_back, standing)
                moved = store.undo(report, "王") if step == "undo" else store.redo(report, "王")
                assert (moved is None) == (not giver)
                if moved:
                    taker.append(giver.pop())
                    assert moved.slots == tuple(taker[-1])
            expected = {slot: value for replies in standing for slot, value in replies.items()}

            assert expected == {slot: answer.value for slot, answer in store.answers(report).items()}
        store.close()


def test_new_answer_ends_redo(path: Path) -> None:
    """After a new answer, what was taken back before cannot return; the history still shows it."""
    with Store.open(path) as store:
        report = store.create_report()
        store.record(report, [_entry("unit.name", "甲局")], "王")
        store.undo(report, "王")
        store.record(report, [_entry("unit.name", "乙局")], "李")
        history = [(answer.typed, answer.who, answer.undone) for answer in store.history(report, "unit.name")]

        assert store.redo(report, "王") is None
        assert history == [("甲局", "王", True), ("乙局", "李", False)]


def test_changing_an_answer_keeps_the_others(path: Path) -> None:
    """A changed answer replaces only itself."""
    with Store.open(path) as store:
        report = store.create_report()
        store.record(report, [_entry("unit.name", "甲局"), _entry("unit.short", "我局")], "王")
        store.record(report, [_entry("unit.name", "乙镇人民政府")], "王")
        typed = {slot: answer.typed for slot, answer in store.answers(report).items()}

        assert typed == {"unit.name": "乙镇人民政府", "unit.short": "我局"}


def test_exception_inside_a_batch_leaves_nothing(path: Path) -> None:
    """When one entry of a batch cannot be kept, none is."""
    with Store.open(path) as store:
        report = store.create_report()
        bad = Entry("year", "2025", 2025)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            store.record(report, [_entry("unit.name", "甲局"), bad], "王")
        with pytest.raises(sqlite3.IntegrityError):
            store.record(report, [_entry("year", "2025"), _entry("year", "2026")], "王")

        assert store.answers(report) == {}
        assert store.undo(report, "王") is None


def test_empty_batch_is_a_mistake(path: Path) -> None:
    """A reply records at least one answer."""
    with Store.open(path) as store, pytest.raises(ValueError, match=r"\[\]"):
        store.record(store.create_report(), [], "王")


def test_unknown_report_is_a_mistake(path: Path) -> None:
    """Foreign keys are on: an answer without its report cannot be kept."""
    with Store.open(path) as store, pytest.raises(sqlite3.IntegrityError):
        store.record(7, [_entry("year", "2025")], "王")


def test_journal_cannot_be_rewritten(path: Path) -> None:
    """Even by hand, rows of the journal are neither changed nor deleted."""
    with Store.open(path) as store:
        store.record(store.create_report(), [_entry("unit.name", "甲局")], "王")
    with closing(sqlite3.connect(path)) as raw:
        for statement in ("UPDATE journal SET typed = '乙局'", "DELETE FROM journal", "DELETE FROM batches"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                raw.execute(statement)


def test_reports_are_listed_and_found(path: Path) -> None:
    """Several units and years live side by side, the last changed first."""
    with Store.open(path, clock=_Clock()) as store:
        first, second = store.create_report(), store.create_report()
        for report, name in ((second, "甲局"), (first, "乙局")):
            store.record(report, [_entry("unit.name", name), Entry("year", "2025", Decimal(2025))], "王")
        third = store.create_report()
        rows = store.reports()
        times = [f"2026-01-05T09:0{minute}:00+00:00" for minute in range(5)]

        assert rows == (
            ReportRow(third, "", None, times[4], times[4]),
            ReportRow(first, "乙局", 2025, times[0], times[3]),
            ReportRow(second, "甲局", 2025, times[1], times[2]),
        )
        assert [store.find("甲局", 2025), store.find("甲局", 2024)] == [second, None]
        assert {answer.value for answer in store.answers(second).values()} == {"甲局", Decimal(2025)}


def test_edits_are_the_latest_of_each_paragraph(path: Path) -> None:
    """The latest edit of a paragraph counts; a dropped edit is gone until there is a new one."""
    with Store.open(path, clock=_Clock()) as store:
        report = store.create_report()
        store.save_edit(report, "1.主动公开", "原文一", "改一", "王")
        store.save_edit(report, "1.主动公开", "原文二", "改二", "李")
        store.save_edit(report, "6", "原文", "改", "王")
        store.drop_edit(report, "6", "王")
        edits = store.edits(report)

        assert edits == {
            "1.主动公开": Edit("1.主动公开", "原文二", "改二", "李", "2026-01-05T09:02:00+00:00", step=2)
        }


def test_choices_outlive_their_phrases(path: Path) -> None:
    """A wording is remembered, also while its phrase is not used."""
    with Store.open(path) as store:
        report = store.create_report()
        store.save_choices(report, {"active.total": 1, "problem.one": 2})
        store.save_choices(report, {"active.total": 3})

        assert store.choices(report) == {"active.total": 3, "problem.one": 2}


def test_bookmark_is_the_last_one(path: Path) -> None:
    """The place one stopped at is there after a restart."""
    with Store.open(path) as store:
        report = store.create_report()
        before = store.bookmark(report)
        store.save_bookmark(report, "active.main")
        store.save_bookmark(report, "active.more")
    with Store.open(path) as store:
        after = store.bookmark(report)

    assert [before, after] == [None, "active.more"]


def test_clock_speaks_utc_in_whole_seconds() -> None:
    """The default time is UTC with offset, without fractions."""
    assert utc_now().endswith("+00:00")
    assert len(utc_now()) == len("2026-01-05T09:00:00+00:00")


def test_what_is_recorded_together_is_recorded_whole_or_not_at_all(path: Path) -> None:
    """An answer and the bookmark behind it wait for the disk once; a refusal between them leaves neither."""
    with Store.open(path, clock=_Clock()) as store:
        report = store.create_report()
        with store.together():
            store.record(report, [Entry("year", "2024", Decimal(2024))], "王")
            store.save_bookmark(report, "unit.name")
        with pytest.raises(ValueError, match=r"\[\]"), store.together():
            _three_where_the_last_is_refused(store, report)

    with Store.open(path) as again:
        assert again.answers(report)["year"].value == 2024
        assert again.bookmark(report) == "unit.name"


def _three_where_the_last_is_refused(store: Store, report: int) -> None:
    store.record(report, [Entry("year", "2025", Decimal(2025))], "王")
    store.save_bookmark(report, "unit.kind")
    store.record(report, [], "王")
