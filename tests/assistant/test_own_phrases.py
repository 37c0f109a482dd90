"""A rewritten sentence becomes a phrase of the unit's bank, when it would come back; else one sentence says why not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from report.problem import InputProblem
from tests.assistant.clerk import Clerk
from tests.assistant.test_assistant import TOWN

ASPECT = "1.监督保障"
OWN = "我镇集中培训2次，60余人听课。"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    day = date(2026, 1, 19)
    folder = tmp_path / "phrases"
    with Assistant.open(tmp_path / "a.db", who="王", today=lambda: day, phrases=[folder]) as opened:
        opened.create()
        Clerk(
            TOWN | {"guard.main": "镇长牵头\n组织业务培训2次，60多人\n自查3次，通报1次，发现问题5个，都改了"}
        ).answer_all(opened)
        yield opened


def rewritten(assistant: Assistant, text: str = OWN) -> int:
    """Rewrite the sentence about the training; its number in the paragraph."""
    view = assistant.paragraph(ASPECT)
    told = next(one for one in view.sentences if "培训" in one.text)
    assistant.edit_paragraph(ASPECT, view.text.replace(told.text, text))
    return next(number for number, one in enumerate(assistant.paragraph(ASPECT).sentences) if one.edited)


def test_a_saved_sentence_is_used_first_and_is_no_edit_any_more(assistant: Assistant, tmp_path: Path) -> None:
    """Shown with its numbers as slots; after saving the program writes it itself, for the next year's numbers too."""
    number = rewritten(assistant)
    offered = assistant.offer_phrase(ASPECT, number)

    assert offered.wording == "〔我〕集中培训〔次数〕，〔人数〕听课"
    assert offered.note == "组织业务培训2次，60多人"
    assert not (tmp_path / "phrases").exists()

    said = assistant.save_phrase(offered, offered.keywords)
    view = assistant.paragraph(ASPECT)

    assert str(tmp_path / "phrases" / "own.yaml") in said
    assert f"删去 {offered.proposal.id} 这一条" in said
    assert OWN in view.text
    assert view.sentences[number].phrase == offered.proposal.id
    assert not view.edited

    assistant.open_question("guard.main")
    assistant.reply("镇长牵头\n组织业务培训3次，80多人\n自查3次，通报1次，发现问题5个，都改了")
    assert "我镇集中培训3次，80余人听课。" in assistant.paragraph(ASPECT).text


def test_keywords_are_the_persons_to_confirm(assistant: Assistant, tmp_path: Path) -> None:
    """Words from elsewhere, numbers and none at all are refused in one sentence, and nothing is written."""
    offered = assistant.offer_phrase(ASPECT, rewritten(assistant))
    for keywords, sentence in (
        ([" "], "没有关键词"),
        (["年会"], "“年会”不在原话里。应为：原话“组织业务培训2次，60多人”里的词。"),
        (["2次"], "关键词里不能有数字"),
        (["组织"], "用这些关键词，这条原话不会写成这句话。应为：至少留下 业务培训。"),
    ):
        with pytest.raises(InputProblem, match=sentence):
            assistant.save_phrase(offered, keywords)
    assert not (tmp_path / "phrases").exists()

    assistant.save_phrase(offered, ["业务培训", "组织"])
    assert 'keywords: [["业务培训"], ["组织"]]' in (tmp_path / "phrases" / "own.yaml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("我镇集中培训2次，60余人听课，发资料50份。", "数字“50”不在这条原话里"),
        ("我镇组织了业务培训。", "没有写进这句话"),
        ("我镇集中培训2次，60余人听课，组织自查，共3次；通报1次，发现问题5个，均已整改。", "不在这条原话里"),
    ],
)
def test_what_cannot_become_a_phrase_is_said(assistant: Assistant, text: str, sentence: str) -> None:
    """The reason is one sentence; the edit stays as it is."""
    number = rewritten(assistant, text)
    with pytest.raises(InputProblem, match=sentence):
        assistant.offer_phrase(ASPECT, number)
    assert text in assistant.paragraph(ASPECT).text


def test_a_generated_sentence_is_not_offered(assistant: Assistant) -> None:
    """What the program wrote is in the bank already."""
    with pytest.raises(InputProblem, match="没有改过，没有可存的短语"):
        assistant.offer_phrase("1.intro", 0)


def test_a_mistake_in_the_units_file_is_named_and_nothing_is_lost(
    assistant: Assistant, tmp_path: Path
) -> None:
    """A file that cannot be read is not written to; the edit stays."""
    offered = assistant.offer_phrase(ASPECT, rewritten(assistant))
    folder = tmp_path / "phrases"
    folder.mkdir()
    (folder / "own.yaml").write_text("phrases: [", encoding="utf-8")
    with pytest.raises(InputProblem, match=r"own\.yaml 第"):
        assistant.save_phrase(offered, offered.keywords)

    assert (folder / "own.yaml").read_text(encoding="utf-8") == "phrases: ["
    assert OWN in assistant.paragraph(ASPECT).text
