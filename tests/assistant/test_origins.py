"""Where a sentence comes from, as a person would say it; and what last year's report gives to this one."""

from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.desk import origin_words
from report.edition import edition_for


def origins(assistant: Assistant, paragraph: str) -> str:
    """All origins of a paragraph's sentences and numbers."""
    sentences = assistant.paragraph(paragraph).sentences
    return "；".join(
        word for one in sentences for word in (*one.sources, *(where for _, where in one.numbers))
    )


def test_a_number_in_characters_is_found_in_its_own_clause(assistant: Assistant) -> None:
    """一百二十四 holds 124 and １１９ holds 119: the clause that says so is quoted, not the first one."""
    assistant.reply("网站发了１１９条，全年公开一百二十四条")
    numbers = {
        text: where for one in assistant.paragraph("1.主动公开").sentences for text, where in one.numbers
    }

    assert numbers["124"].startswith("“全年公开一百二十四条”")
    assert numbers["119"].startswith("“网站发了１１９条”")


def test_a_table_is_called_by_its_name(assistant: Assistant) -> None:
    """T4 is a name for programs."""
    assistant.open_question("gate.T4")
    assistant.reply("没有")

    assert "表四" in origins(assistant, "1.依申请公开")
    assert "T4" not in origins(assistant, "1.依申请公开")


def test_who_leads_has_an_origin(assistant: Assistant) -> None:
    """Under whose leadership is what somebody answered."""
    assistant.open_question("unit.superiors")
    assistant.reply("县委、县政府")

    assert "上级机关：县委、县政府（王，" in origins(assistant, "1.intro")


def test_last_years_problems_are_offered_to_be_taken_up(tmp_path: Path) -> None:
    """As they were ticked and written, a sentence of the person's own without its mark; taken by 同上年."""
    with Assistant.open(tmp_path / "a.db", who="王", today=lambda: date(2026, 1, 19)) as core:
        for year in ("2024", "2025"):
            core.create()
            for reply in ("柳溪县青禾镇人民政府", year, "2", "", "", ""):
                core.reply(reply)
            if year == "2024":
                core.open_question("problem.main")
                core.tick((), "解读少\n照写：村级公示栏更新不够及时。")
        question = core.open_question("last.problems")
        assert question.last_year == "解读少；村级公示栏更新不够及时"

        core.reply("同上年")
        assert core.open_question("last.problems").current == "解读少\n村级公示栏更新不够及时"


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("T3.R01", "表三 一、本年新收"),
        ("T3.R03.C7/T3.R24.C7", "表三 （一）予以公开（总计） ÷ 表三 （七）总计（总计）（程序算得）"),
        ("T3.R01.C7-last_year.T3.R01.C7", "减 去年的表三 一、本年新收"),
        ("T3.R01.C7-notes.依申请公开", "减 去年的件数（原话）"),
        ("notes.主动公开", "原话：主动公开"),
    ],
)
def test_where_a_number_came_from_is_told_in_words(origin: str, words: str) -> None:
    """No names of the program's own."""
    told = origin_words(origin, edition_for(2025)[0], {})

    assert words in told
    assert "T3" not in told


def test_the_contact_line_leads_to_its_question(assistant: Assistant) -> None:
    """Every number of it names its part; going to the answer opens the contact question."""
    assistant.open_question("unit.contact")
    assistant.reply("人民路66号，电话 0539-8765432")
    sentence = assistant.paragraph("opening").sentences[-1]

    assert sentence.goes_to == "unit.contact"
    assert [where.partition("（")[0] for _, where in sentence.numbers] == [
        "联系方式：地址",
        *["联系方式：电话"] * 2,
    ]
    assert [one.partition("（")[0] for one in sentence.sources] == ["联系方式：地址", "联系方式：电话"]
