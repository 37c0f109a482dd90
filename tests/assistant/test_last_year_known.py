"""What is known of last year's report of the same unit is read once, and anew when any other report changed."""

from pathlib import Path

from tests.assistant.clerk import town

UNIT = "柳溪县青禾镇人民政府"


def test_last_year_brought_in_while_a_report_is_open_is_known_at_the_next_answer(tmp_path: Path) -> None:
    """Another window may import it."""
    with town(tmp_path / "a.db") as here:
        assert here.last_figures is None

        with town(tmp_path / "a.db") as there:
            there.open_question("year")
            there.reply("2024")
        here.reply("公开信息12条")

        assert here.last_figures is not None


def test_the_own_answers_do_not_have_last_year_read_again(tmp_path: Path) -> None:
    """Reading every report at each answer would make a county's file slow."""
    with town(tmp_path / "a.db") as here:
        read: list[str] = []
        find = here._store.find
        here._store.find = lambda unit, year: read.append(unit) or find(unit, year)  # type: ignore[method-assign, func-returns-value]

        here.reply("公开信息12条")
        here.reply("网站10条")

        assert read == []
