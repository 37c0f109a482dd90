"""A person's words where an answer changed afterwards: what is told, what is not, and the ways out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.edited import clash_words
from assistant.merge import Clash
from tests.assistant.clerk import Clerk
from tests.assistant.test_assistant import TOWN

ACTIVE = "1.主动公开"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """A finished report of a town."""
    with Assistant.open(tmp_path / "a.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        Clerk(TOWN | {"active.total": "全年公开143条，网站75条，公众号68条；解读5篇"}).answer_all(opened)
        yield opened


def edit(assistant: Assistant, old: str, new: str) -> None:
    """Change some words of the paragraph as it is printed."""
    text = assistant.paragraph(ACTIVE).text
    assert old in text
    assistant.edit_paragraph(ACTIVE, text.replace(old, new))


def answer(assistant: Assistant, words: str) -> None:
    """Another answer to the question about totals."""
    assistant.open_question("active.total")
    assistant.reply(words)


def test_the_numbers_that_changed_are_named(assistant: Assistant) -> None:
    """Old and new number, and the person's words; every place, not the first only."""
    edit(assistant, "75条", "76条")
    answer(assistant, "全年公开143条，网站74条，公众号69条；解读5篇")
    (told,) = assistant.paragraph(ACTIVE).conflicts

    assert "75 改成 74" in told
    assert "76条" in told
    assert "“”" not in told
    points = [point for point in assistant.open_points() if point.kind == "ask"]
    assert [(point.text, point.spot) for point in points] == [(told, f"{ACTIVE}#0")]


@pytest.mark.parametrize(
    ("clash", "words"),
    [
        (
            Clash("公众号14条", "公众号15条", "微信推送14条"),
            "回答的数变了，“公众号14条”里的 14 改成 15；您写的是“微信推送14条”",
        ),
        (Clash("培训2次", "", "办班2次"), "回答变了，没有“培训2次”了；您写的是“办班2次”"),
        (Clash("", "培训2次", "办班"), "回答变了，多了“培训2次”；您写的是“办班”"),
        (Clash("网站公开", "公众号公开", ""), "回答变了，“网站公开”→“公众号公开”；您把这里删了"),
    ],
)
def test_a_clash_in_words(clash: Clash, words: str) -> None:
    """Nothing empty is quoted."""
    assert clash_words(clash) == words


def test_another_length_or_wording_is_no_changed_answer(assistant: Assistant) -> None:
    """In every length the person's sentence stays as it is and nothing is asked; a later change of an answer is."""
    edit(assistant, "75条", "七十五条")
    first = assistant.paragraph(ACTIVE).sentences[0].text
    for length in ("详", "简", "中", "详"):
        assistant.set_length(length)
        assert not assistant.paragraph(ACTIVE).conflicts, length
        assert first in assistant.paragraph(ACTIVE).text
    other = next(
        (n for n, one in enumerate(assistant.paragraph(ACTIVE).sentences) if not one.edited and one.ways > 1),
        -1,
    )
    assert assistant.reword(ACTIVE, other).changed
    assert not assistant.paragraph(ACTIVE).conflicts

    answer(assistant, "全年公开143条，网站74条，公众号69条；解读5篇")
    assert "75 改成 74" in assistant.paragraph(ACTIVE).conflicts[0]


def test_an_answer_elsewhere_in_the_paragraph_goes_in_in_every_length(assistant: Assistant) -> None:
    """The edit was made in one length; the number that changed is right in another one too."""
    edit(assistant, "75条", "七十五条")
    assistant.set_length("详")
    answer(assistant, "全年公开143条，网站75条，公众号68条；解读6篇")

    view = assistant.paragraph(ACTIVE)
    assert not view.conflicts
    assert "七十五条" in view.text
    assert "6篇" in view.text


def test_three_ways_out(assistant: Assistant) -> None:
    """Keep one's own, take the new one, or write it anew; each settles it and can be taken back."""
    edit(assistant, "75条", "76条")
    answer(assistant, "全年公开143条，网站74条，公众号69条；解读5篇")
    mine = assistant.paragraph(ACTIVE).text

    assert "留下您写的" in assistant.keep_mine(ACTIVE)
    assert (assistant.paragraph(ACTIVE).conflicts, assistant.paragraph(ACTIVE).text) == ((), mine)
    assistant.undo()
    assert assistant.paragraph(ACTIVE).conflicts

    assert "换成新生成的句子" in assistant.take_new(ACTIVE)
    view = assistant.paragraph(ACTIVE)
    assert (view.conflicts, view.edited, view.text) == ((), False, view.generated)
    assert "74条" in view.text
    assistant.undo()
    assert assistant.paragraph(ACTIVE).text == mine

    edit(assistant, "76条", "74条左右")
    assert not assistant.paragraph(ACTIVE).conflicts
    assert "没有要定的地方" in assistant.keep_mine(ACTIVE)


def test_taking_the_new_sentence_keeps_other_edits(assistant: Assistant) -> None:
    """Only the sentence in which something clashes is exchanged."""
    edit(assistant, "75条", "76条")
    text = assistant.paragraph(ACTIVE).text
    assistant.edit_paragraph(ACTIVE, text + "群众满意。")
    answer(assistant, "全年公开143条，网站74条，公众号69条；解读5篇")
    assistant.take_new(ACTIVE)

    view = assistant.paragraph(ACTIVE)
    assert view.text.endswith("群众满意。")
    assert "74条" in view.text
    assert "76条" not in view.text


def test_what_was_settled_stays_settled_when_the_answer_comes_back(assistant: Assistant) -> None:
    """K, then the answer as it was when the person wrote: they had written over that very text."""
    edit(assistant, "75条", "76条")
    answer(assistant, "全年公开143条，网站74条，公众号69条；解读5篇")
    assistant.keep_mine(ACTIVE)
    answer(assistant, "全年公开143条，网站75条，公众号68条；解读5篇")

    assert assistant.paragraph(ACTIVE).conflicts == ()
    assert "76条" in assistant.paragraph(ACTIVE).text
    answer(assistant, "全年公开143条，网站73条，公众号70条；解读5篇")
    assert assistant.paragraph(ACTIVE).conflicts


def test_words_of_an_edited_sentence_do_not_change_by_themselves(assistant: Assistant) -> None:
    """Numbers follow; a word that the answers now give is asked about, and a whole new sentence comes in."""
    edit(assistant, "本年度主动公开", "这一年，全镇主动公开")
    before = assistant.paragraph(ACTIVE).sentences[0].text
    answer(assistant, "全年公开144条，网站75条，公众号69条；解读5篇")
    assert assistant.paragraph(ACTIVE).conflicts == ()
    assert assistant.paragraph(ACTIVE).sentences[0].text == before.replace("143", "144").replace("68", "69")

    answer(assistant, "全年公开144条，网站75条，公众号60条，公开栏9条；解读5篇")
    assert "公开栏" not in assistant.paragraph(ACTIVE).sentences[0].text
    assert any("公开栏" in one for one in assistant.paragraph(ACTIVE).conflicts)
    assistant.take_new(ACTIVE)
    assert "公开栏" in assistant.paragraph(ACTIVE).text
