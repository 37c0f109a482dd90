"""Another wording, another arrangement, another length: other words for the same claims, kept and taken back."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.drafting import Draft
from report.problem import InputProblem
from tests.assistant.clerk import Clerk, Reply
from tests.assistant.test_assistant import TOWN

STORY: dict[str, Reply] = TOWN | {
    "active.total": "官网71条（开放日37 救助12 保障房11 重点工作4 部门文件3 概况2 预决算1 年报1）",
    "manage.main": "发之前三道审；清理失效文件3件；目录调了一遍；年度归档做了",
    "guard.main": "镇长牵头\n第三方测评2次\n培训5期 600人次\n评议问卷2000份 满意率93.7%；考核2分",
}
INTRO = "1.intro"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Assistant.open(tmp_path / "nianbao.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        Clerk(STORY).answer_all(opened)
        yield opened


def claims(draft: Draft) -> tuple[Counter[tuple[str, str]], frozenset[str]]:
    """Every number with its origin, and all words that license something."""
    numbers = Counter((number.text, number.origin) for one in draft.sentences for number in one.numbers)
    return numbers, frozenset(source for one in draft.sentences for source in one.sources)


def body(assistant: Assistant, paragraph: str) -> str:
    return assistant.paragraph(paragraph).text


def test_each_turn_is_another_wording_until_the_first_comes_back(assistant: Assistant) -> None:
    """Asking again goes through all wordings of the phrase and ends where it began; nothing else is claimed."""
    first, said = body(assistant, INTRO), claims(assistant.draft())
    seen = [first]
    while True:
        assert assistant.reword(INTRO, 0).changed
        assert claims(assistant.draft()) == said
        if body(assistant, INTRO) == first:
            break
        seen.append(body(assistant, INTRO))

    assert len(seen) == len(set(seen)) >= 3


def test_a_turned_sentence_leaves_all_others_alone(assistant: Assistant) -> None:
    """From the first turn on, the other sentences keep their wordings."""
    before = {one.id: one.body for one in assistant.draft().document.paragraphs}
    assistant.reword("6", 0)
    after = {one.id: one.body for one in assistant.draft().document.paragraphs}

    assert {name for name, text in after.items() if before[name] != text} == {"6"}


def test_a_wording_survives_a_restart_and_is_in_the_file(assistant: Assistant, tmp_path: Path) -> None:
    """The choice is in the database: the same text after a restart, and in what is exported."""
    assistant.reword(INTRO, 0)
    chosen = body(assistant, INTRO)
    with Assistant.open(tmp_path / "nianbao.db", today=lambda: date(2026, 1, 19)) as again:
        again.select(1)
        path = again.export(tmp_path / "a.md")

        assert body(again, INTRO) == chosen
        assert chosen in path.read_text(encoding="utf-8")


def test_undo_brings_the_drawn_wording_back_even_after_an_export(
    assistant: Assistant, tmp_path: Path
) -> None:
    """A turn is one step of the journal; exporting in between does not make it stay."""
    first = body(assistant, INTRO)
    assistant.reword(INTRO, 0)
    turned = body(assistant, INTRO)
    assistant.export(tmp_path / "a.md")

    assert assistant.undo() == "已撤销：换一种说法。"
    assert body(assistant, INTRO) == first
    assert assistant.redo() == "已恢复：换一种说法。"
    assert body(assistant, INTRO) == turned


def test_a_growing_bank_does_not_reword_what_was_chosen(assistant: Assistant, tmp_path: Path) -> None:
    """A phrase of the unit's own that is added later leaves the chosen wording where it is."""
    assistant.reword(INTRO, 0)
    chosen = body(assistant, INTRO)
    own = tmp_path / "own"
    own.mkdir()
    text = "phrases:\n- id: own.x\n  field: 主动公开\n  themes: [政策解读]\n  claims: 解读\n  keywords: [[解读]]\n  variants: [开展政策解读]\n"
    (own / "own.yaml").write_text(text, encoding="utf-8")
    with Assistant.open(tmp_path / "nianbao.db", today=lambda: date(2026, 1, 19), phrases=[own]) as again:
        again.select(1)

        assert not again.bank_notice
        assert body(again, INTRO) == chosen


def test_one_wording_is_said_and_the_arrangement_turns(assistant: Assistant) -> None:
    """A sentence in the person's own words has one wording; its aspect can stand in another order."""
    aspect = "1.监督保障"
    alone = next(
        number for number, one in enumerate(assistant.paragraph(aspect).sentences) if one.phrase == "restated"
    )
    refused = assistant.reword(aspect, alone)
    before, said = assistant.paragraph(aspect), claims(assistant.draft())
    turned = assistant.rearrange(aspect)

    assert (refused.said, refused.changed) == ("这一句只有一种说法。", False)
    assert turned.changed
    assert "换了一种排法" in turned.said
    assert body(assistant, aspect) != before.text
    assert claims(assistant.draft()) == said


def test_an_aspect_of_one_sentence_has_one_arrangement(assistant: Assistant) -> None:
    """Nothing to arrange is a sentence, not a step of the journal."""
    assert assistant.rearrange("1.平台建设").said == "“（四）平台建设”这一段只有一种排法。"
    assert not assistant.rearrange(INTRO).changed


def test_a_persons_text_is_joined_with_the_new_wording(assistant: Assistant) -> None:
    """What a person added stays; a sentence they rewrote is theirs and is not turned, which is said."""
    view = assistant.paragraph(INTRO)
    assistant.edit_paragraph(INTRO, view.text + "特此说明。")
    assert assistant.reword(INTRO, 0).changed
    assert body(assistant, INTRO).endswith("特此说明。")
    assert body(assistant, INTRO) != view.text + "特此说明。"

    assistant.edit_paragraph("6", body(assistant, "6").replace("未", "从来没有").replace("没有", "从未"))
    mine = body(assistant, "6")

    assert assistant.reword("6", 0).said.startswith("这一句是您改写的，用您的话，不换说法")
    assert body(assistant, "6") == mine
    assert not assistant.paragraph("6").conflicts


def test_a_sentence_of_the_persons_alone_has_no_other_wording(assistant: Assistant) -> None:
    """Words that no generated sentence is like are nobody else's to reword."""
    assistant.edit_paragraph(INTRO, "全镇上下同心，工作顺利。")

    assert not assistant.reword(INTRO, 0).changed


def test_lengths_are_kept_with_the_report_and_taken_back(assistant: Assistant, tmp_path: Path) -> None:
    """Each length gives its own text, the same each time, in the file too; undo goes back."""
    middle = assistant.draft().render()
    assistant.export(tmp_path / "first.md")
    said = assistant.set_length("简")
    assert "说过的事都在" in said
    assert re.search(r"每句用最短的说法，不写依据（少 [0-9]+ 字）", said)
    short = assistant.draft().render()
    assistant.export(tmp_path / "short.md")
    assert "每个小节开头加一句依据（多 " in assistant.set_length("详")
    long = assistant.draft().render()

    assert len(short) < len(middle) < len(long)
    assert assistant.undo() == "已撤销：篇幅。"
    assert assistant.draft().render() == short
    assistant.set_length("中")
    assert assistant.draft().render() == middle
    assistant.set_length("简")
    with Assistant.open(tmp_path / "nianbao.db", today=lambda: date(2026, 1, 19)) as again:
        again.select(1)

        assert again.length == "简"
        assert again.draft().render() == (tmp_path / "short.md").read_bytes() == short


def test_an_unknown_length_is_refused(assistant: Assistant) -> None:
    """One sentence, nothing stored."""
    with pytest.raises(InputProblem, match="没有“长”这种篇幅。应为：简、中、详 之一"):
        assistant.set_length("长")
    assert assistant.length == "中"
    assert assistant.set_length("中") == "现在就是“中”。"
