"""What was taken over from last year: numbers that are still last year's, and text that no answer holds."""

from pathlib import Path

from tests.assistant.clerk import town


def test_numbers_taken_over_are_to_be_looked_at(tmp_path: Path) -> None:
    """Listed with the way to their sentence until somebody says they are this year's, or answers anew; what was rewritten is told."""
    with town(tmp_path / "a.db") as before:
        before.open_question("year")
        before.reply("2024")
        before.open_question("active.total")
        before.reply("全年公开143条，网站75条，公众号68条")
        text = before.paragraph("1.主动公开").text
        before.edit_paragraph("1.主动公开", f"{text}群众反映良好。")
    with town(tmp_path / "a.db") as here:
        here.open_question("active.total")
        said = here.reply("同上年").said
        (point,) = [one for one in here.open_points() if "沿用去年" in one.text]

        assert "去年审改时这一段改成过“群众反映良好。”，没有带过来" in said
        assert (point.kind, point.spot) == ("look", "1.主动公开#0")
        assert "143条" in point.text
        assert here.confirmable(point.text)
        here.confirm_finding(point.text)
        assert [one for one in here.open_points() if "沿用去年" in one.text] == []
        here.undo()
        here.open_question("active.total")
        here.reply("全年公开150条，网站80条，公众号70条")
        assert [one for one in here.open_points() if "沿用去年" in one.text] == []
