"""History: who answered what a sentence rests on, when, and what it was before."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.people import local_name
from db.store import Entry
from tests.assistant.clerk import Clerk
from tests.assistant.test_assistant import TOWN


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Assistant.open(tmp_path / "nianbao.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        Clerk(TOWN).answer_all(opened)
        yield opened


def test_an_answer_with_all_that_was_said_before(assistant: Assistant) -> None:
    """The answer that counts comes first, then earlier ones, taken-back ones marked; each leads to its question."""
    for total in ("全年公开150条，网站80条，公众号70条", "全年公开160条，网站90条，公众号70条"):
        assistant.open_question("active.total")
        assistant.reply(total)
    assistant.undo()
    told = assistant.history("1.主动公开", 0)

    assert [(one.said, one.state) for one in told] == [
        ("全年公开160条，网站90条，公众号70条", "undone"),
        ("全年公开150条，网站80条，公众号70条", "now"),
        ("全年公开143条，网站75条，公众号68条", "before"),
    ]
    assert {(one.who, one.how, one.goes_to) for one in told} == {("王", "填写", "active.total")}
    assert all("月" in one.when and ":" in one.when for one in told)


def test_a_sum_leads_to_the_answer_it_follows_from(assistant: Assistant) -> None:
    """A table closed with 没有 is one answer, not a hundred zeros."""
    told = assistant.history("1.依申请公开", 0)

    assert ("gate.T3", "没有", "now") in {(one.goes_to, one.said, one.state) for one in told}
    assert len(told) < 5


def test_cells_and_a_persons_own_sentence(assistant: Assistant) -> None:
    """A filled cell is named as the form names it; a rewritten sentence says who rewrote it."""
    assistant.set_cells("T3", {"T3.R01.C1": "3"})
    assistant.set_cells("T3", {"T3.R03.C1": "3"})
    assistant.fill_rest_zero("T3")
    told = assistant.history("1.依申请公开", 0)

    assert any(one.goes_to == "T3.R01.C1" and one.said == "3" and "本年新收" in one.label for one in told)

    assistant.edit_paragraph("1.intro", "全镇认真开展工作。")
    rewritten, *behind = assistant.history("1.intro", 0)

    assert (rewritten.said, rewritten.who, rewritten.how) == ("全镇认真开展工作。", "王", "改写")
    assert "year" in {one.goes_to for one in behind}


def test_a_frame_rests_on_the_unit_and_the_year(assistant: Assistant) -> None:
    """Even a frame sentence names the answers its words come from; a missing answer has none."""
    assert "year" in {one.goes_to for one in assistant.history("1.intro", 0)}
    with pytest.raises(IndexError):
        assistant.history("1.intro", 9)


def test_the_last_thing_done_is_taken_back_first(assistant: Assistant) -> None:
    """Another length, an edit, a restoring: each is a step of one chain, also after the file is opened anew."""
    assistant.set_length("详")
    generated = assistant.paragraph("1.intro").text
    assistant.edit_paragraph("1.intro", "全镇认真开展工作。")
    assistant.restore_paragraph("1.intro")

    assert "改过的" in assistant.undo()
    assert assistant.paragraph("1.intro").text == "全镇认真开展工作。"
    with Assistant.open(assistant._store.path, who="李", today=lambda: date(2026, 1, 19)) as later:
        later.select(assistant.report_id or 0)
        assert "改过的" in later.undo()
        assert (later.paragraph("1.intro").text, later.length) == (generated, "详")
        assert "篇幅" in later.undo()
        assert later.length == "中"
        later.redo()
        assert "改过的" in later.redo()
        assert later.paragraph("1.intro").text == "全镇认真开展工作。"


def test_earlier_edits_are_told_too(assistant: Assistant) -> None:
    """What was written before in a sentence's place stays to be seen, and what was taken back."""
    for text in ("全镇认真开展工作。", "全镇认真开展公开工作。", "全镇很认真地开展公开工作。"):
        assistant.edit_paragraph("1.intro", text)
    assistant.undo()
    told = [one for one in assistant.history("1.intro", 0) if one.how == "改写"]

    assert [(one.said, one.state) for one in told] == [
        ("全镇很认真地开展公开工作。", "undone"),
        ("全镇认真开展公开工作。", "now"),
        ("全镇认真开展工作。", "before"),
    ]


def test_a_number_names_the_words_it_was_jotted_in(assistant: Assistant) -> None:
    """The line that holds it, who wrote it and when, instead of the name of a field."""
    for sentence in assistant.paragraph("1.主动公开").sentences:
        for digits, where in sentence.numbers:
            assert "原话：主动公开" not in where
            assert digits not in {"75", "68"} or (digits in where and "（王，2" in where)


def test_a_line_beside_ticks_is_ones_own(assistant: Assistant) -> None:
    """Both come in one reply; only what was ticked is called ticked."""
    assistant.open_question("active.more")
    view = assistant.question()
    assert view is not None
    assistant.tick((view.ticks[0].theme,), "办事指南全部公开")
    told = [
        one
        for paragraph in assistant.draft().document.paragraphs
        for number in range(len(paragraph.sentences))
        for one in assistant.history(paragraph.id, number)
    ]

    assert {one.how for one in told if "办事指南全部公开" in one.said} == {"自己写的"}


@pytest.mark.skipif(os.name == "nt", reason="accounts of Unix")
def test_a_person_is_called_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """What they ask to be called, else the account's real name, else the account."""
    import pwd

    account = pwd.struct_passwd(("wfang", "x", 1, 1, "王芳,办公室", "/", "sh"))
    monkeypatch.setattr(pwd, "getpwnam", lambda _: account)
    monkeypatch.delenv("NIANBAO_WHO", raising=False)
    assert local_name() == "王芳"
    monkeypatch.setenv("NIANBAO_WHO", "李主任")
    assert local_name() == "李主任"


def test_words_left_at_a_table_are_told_as_its_question(assistant: Assistant) -> None:
    """No name of the program's own is shown, and the words are those that were typed."""
    words = "有7笔罚没的款项还没有入库"
    entry = Entry("left.T2", words, (words,))
    assistant._store.record(assistant._report, [entry], "王")
    assistant._reload()
    paragraph = next(one for one in assistant.draft().document.paragraphs if words in one.text)
    number = next(at for at, one in enumerate(paragraph.sentences) if words in one.text)
    (told,) = assistant.history(paragraph.id, number)

    assert told.label == next(one.ask for one in assistant._interview.questions if one.id == "gate.T2")
    assert (told.said, told.state, told.goes_to) == (words, "now", "gate.T2")
    sentence = assistant.paragraph(paragraph.id).sentences[number]
    assert not any("left." in one for one in (*sentence.sources, *(where for _, where in sentence.numbers)))
