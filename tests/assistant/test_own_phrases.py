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


@pytest.mark.parametrize(
    ("question", "reply", "sentence", "own"),
    [
        ("guard.main", "窗口一直有人\n组织业务培训2次，60多人", "窗口", "办事窗口全年不断人。"),
        ("guard.review", "没有被追责的", "追究", "本镇没有一人被追责。"),
        ("guard.review", "公开工作考核得分97.5分", "97.5", "公开工作考核97.5分。"),
    ],
    ids=["no theme", "nothing happened", "rare classifier"],
)
def test_every_sentence_of_one_line_can_be_kept(
    assistant: Assistant, question: str, reply: str, sentence: str, own: str
) -> None:
    """Whatever its line is about, and however little the new words are like the old ones."""
    assistant.open_question(question)
    assistant.reply(reply)
    view = assistant.paragraph(ASPECT)
    old = next(one for one in view.sentences if sentence in one.text)
    assistant.edit_paragraph(ASPECT, view.text.replace(old.text, own))
    number = next(number for number, one in enumerate(assistant.paragraph(ASPECT).sentences) if one.edited)

    offered = assistant.offer_phrase(ASPECT, number)
    assistant.save_phrase(offered, offered.keywords)

    assert offered.note == reply.splitlines()[0]
    assert assistant.paragraph(ASPECT).text.count(own) == 1
    assert not assistant.paragraph(ASPECT).edited


def test_the_sentence_of_a_tick_can_be_kept(assistant: Assistant) -> None:
    """It has no words to be recognised by: the tick alone calls for it."""
    assistant.open_question("guard.more")
    before = assistant.paragraph(ASPECT).text
    assistant.tick(("制度机制",))
    view = assistant.paragraph(ASPECT)
    own = "我镇把公开写进了各项工作规矩。"
    old = next(one for one in view.sentences if one.text not in before)
    assistant.edit_paragraph(ASPECT, view.text.replace(old.text, own))

    number = next(number for number, one in enumerate(assistant.paragraph(ASPECT).sentences) if one.edited)
    offered = assistant.offer_phrase(ASPECT, number)
    assistant.save_phrase(offered, ())

    assert (offered.note, offered.keywords) == ("制度机制", ())
    assert offered.proposal.id in [one.phrase for one in assistant.paragraph(ASPECT).sentences]


def test_the_place_tells_which_line_a_sentence_came_from(assistant: Assistant) -> None:
    """Words of another sentence in it do not make it that one's."""
    view = assistant.paragraph(ASPECT)
    first = view.sentences[0]
    assistant.edit_paragraph(
        ASPECT, view.text.replace(first.text, "镇长牵头，一年里业务培训、自查、通报都抓。")
    )

    assert assistant.offer_phrase(ASPECT, 0).note == "镇长牵头"


def test_joined_and_added_sentences_are_told_apart(assistant: Assistant) -> None:
    """Two sentences made one, and one that came from nowhere, are no phrase; each is said."""
    view = assistant.paragraph(ASPECT)
    one, two = view.sentences[0].text, view.sentences[1].text
    assistant.edit_paragraph(ASPECT, view.text.replace(one + two, "镇长牵头，培训2次，60余人听课。"))
    with pytest.raises(InputProblem, match="是由 2 句并成的"):
        assistant.offer_phrase(ASPECT, 0)

    assistant.edit_paragraph(ASPECT, view.text + "群众放心。")
    with pytest.raises(InputProblem, match="是您另加的，没有原话"):
        assistant.offer_phrase(ASPECT, len(view.sentences))


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [("5.problems", "问题一条一条由程序排成一句"), ("1.主动公开", "公开总数和各渠道的数每年由程序比对")],
)
def test_what_the_program_writes_each_year_is_no_phrase(
    assistant: Assistant, paragraph: str, sentence: str
) -> None:
    """It is said so, and that the edit stays."""
    view = assistant.paragraph(paragraph)
    assistant.edit_paragraph(
        paragraph, view.text.replace(view.sentences[0].text, f"另外，{view.sentences[0].text}")
    )
    with pytest.raises(InputProblem, match=f"{sentence}.*照样留着"):
        assistant.offer_phrase(paragraph, 0)
