"""What is kept beside the answers, and the sample that leaves nothing behind."""

from pathlib import Path

from assistant.assistant import Assistant
from assistant.sample import answers_of, sample_case
from prompts.interview import Interview


def test_unsent_words_are_there_after_a_restart(tmp_path: Path) -> None:
    """What was typed and not sent belongs to its question and report; empty text forgets it."""
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.create()
        assistant.keep_unsent("unit.name", "忠县财")
        assistant.keep_unsent("unit.short", "我")
        assistant.keep_unsent("unit.short", "")
    with Assistant.open(tmp_path / "a.db") as again:
        again.select(1)

        assert again.unsent("unit.name") == "忠县财"
        assert not again.unsent("unit.short")
        again.create()
        assert not again.unsent("unit.name")


def test_a_part_opens_at_its_first_open_question(tmp_path: Path) -> None:
    """An untouched part opens at its beginning, even when earlier parts are open."""
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.create()
        for question, reply in (("unit.name", "忠县财政局"), ("unit.kind", "部门"), ("year", "2024")):
            assistant.open_question(question)
            assistant.reply(reply)
        parts = {part.label: part.key for part in assistant.welcome().parts}
        opened = assistant.open_part(parts["（五）监督保障"])

        assert opened is not None
        assert opened.id == "guard.main"
        assert assistant.question() == opened
        assistant.reply("跳过")
        following = assistant.question()

        assert following is not None
        assert following.part == opened.part
        assert assistant.open_part("open-points") is None


def test_reopened_tick_lists_have_their_own_lines(tmp_path: Path) -> None:
    """Ticks are ticks and lines are lines, whatever marks stand in them."""
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.create()
        for question, reply in (("unit.name", "忠县财政局"), ("unit.kind", "部门"), ("year", "2024")):
            assistant.open_question(question)
            assistant.reply(reply)
        assistant.open_question("guard.more")
        assistant.tick(("绩效考核",), "培训2次；参训60人次\n自查3次")
        view = assistant.open_question("guard.more")

        assert view.lines == ("培训2次；参训60人次", "自查3次")
        assert [tick.theme for tick in view.ticks if tick.ticked] == ["绩效考核"]


def test_the_sample_is_finished_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """Looking around in the sample touches no report of the person's, and its folder goes with it."""
    with Assistant.open(tmp_path / "a.db") as assistant:
        sample = assistant.sample()
        folder = Path(sample._folder.name) if sample._folder else tmp_path

        assert sample.question() is None
        assert sample.draft().gaps == ()
        assert sample.welcome().unit_name == sample_case().unit.name
        sample.close()

        assert not folder.exists()
        assert assistant.reports() == ()


def test_the_sample_says_all_of_its_case() -> None:
    """Every line and every number of the case file is an answer of the sample."""
    case = sample_case()
    answers = answers_of(case, Interview())
    lines = {line for value in answers.values() if isinstance(value, tuple) for line in value}

    assert {line for said in case.notes.values() for line in said} <= lines
    assert [
        cell for cell, number in case.cells.numbers.items() if number and answers.get(cell) != number
    ] == []


def test_undo_and_redo_go_over_a_restart(tmp_path: Path) -> None:
    """What was answered in an earlier sitting is taken back, and brought again in a later one still."""
    database = tmp_path / "a.db"
    with Assistant.open(database) as first:
        first.create()
        first.reply("忠县财政局")
        first.reply("2024")
    with Assistant.open(database) as second:
        second.select(1)
        said = second.undo()

        assert said == "已撤销：这份报告写哪一年的情况？"
        assert [exchange.id for exchange in second.transcript()] == ["unit.name"]
    with Assistant.open(database) as third:
        third.select(1)
        third.redo()

        assert [exchange.id for exchange in third.transcript()] == ["unit.name", "year"]


def test_a_report_just_begun_is_stored_with_the_first_thing_said(tmp_path: Path) -> None:
    """Looking at the first question leaves nothing behind; a word typed there, or an answer, is kept."""
    with Assistant.open(tmp_path / "a.db") as assistant:
        assistant.begin()
        assert assistant.report_id is not None
        question = assistant.question()
        assert question is not None
        assistant.keep_unsent(question.id, "")
        assert assistant.reports() == ()
        assistant.keep_unsent(question.id, "忠县")
        assert len(assistant.reports()) == 1

    with Assistant.open(tmp_path / "a.db") as again:
        again.begin()
        assert again.transcript() == ()
        assert again.reply("忠县扶贫开发办公室").kind == "accepted"
        assert [row.unit_name for row in again.reports()] == ["忠县扶贫开发办公室", ""]
        again.select(again.reports()[1].id)
        assert again.unsent(question.id) == "忠县"
