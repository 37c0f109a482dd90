"""A unit's own phrases: what a reviewer rewrote comes back for the same note, and a bad file stops nothing."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.drafting import Draft, make_draft
from assistant.phrases import listed, open_bank, propose_phrase, save_phrase
from phrasebank.bank import load_bank
from phrasebank.material import Material
from report.problem import InputProblem
from tests.phrasebank.made import material

WRONG = """\
phrases:
  - id: own.training
    field: 监督保障
    themes: [业务陪训]
    claims: 培训
    variants: [组织培训]
"""
SENTENCE = "我局集中培训2次，60余人听课。"


def training(said: str = "组织业务培训2次，60多人") -> Material:
    return material(notes={"监督保障": said})


def support(draft: Draft) -> str:
    return next(one.body for one in draft.narrative.paragraphs if one.id == "1.监督保障")


def test_a_saved_phrase_words_the_same_note_next_time(tmp_path: Path) -> None:
    """The reviewer's sentence comes back, with the numbers of the new note."""
    save_phrase(propose_phrase(make_draft(training()), "1.监督保障", SENTENCE), tmp_path / "phrases")
    bank = load_bank((tmp_path / "phrases",))

    assert support(make_draft(training(), bank=bank)) == SENTENCE
    assert (
        support(make_draft(training("组织业务培训3次，80多人"), bank=bank)) == "我局集中培训3次，80余人听课。"
    )


def test_saving_keeps_what_people_wrote_in_the_file(tmp_path: Path) -> None:
    """A new phrase is added to the list; comments, order and switched-off phrases stay; saving twice adds once."""
    own = tmp_path / "own.yaml"
    own.write_text(
        "# 我局的说法\nphrases:\n- id: own.a\n  field: 监督保障\n  themes: [业务培训]\n  claims: 甲\n"
        "  variants: [办了培训]\noff: [praise.tick]\n",
        encoding="utf-8",
    )
    proposal = propose_phrase(make_draft(training()), "1.监督保障", SENTENCE)
    save_phrase(proposal, tmp_path)
    save_phrase(proposal, tmp_path)
    text = own.read_text(encoding="utf-8")

    assert text.startswith("# 我局的说法\nphrases:\n- id: own.a\n")
    assert text.endswith("off: [praise.tick]\n")
    assert text.count(proposal.id) == 1


def test_a_file_with_a_mistake_is_not_written_to(tmp_path: Path) -> None:
    """What cannot be read back is not written; the mistake that was there is named."""
    (tmp_path / "own.yaml").write_text(WRONG, encoding="utf-8")
    with pytest.raises(InputProblem) as caught:
        save_phrase(propose_phrase(make_draft(training()), "1.监督保障", SENTENCE), tmp_path)

    assert str(caught.value) == "own.yaml 第4行第14列：没有“业务陪训”这个主题。应为：是不是“业务培训”。"
    assert (tmp_path / "own.yaml").read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize(
    ("paragraph", "sentence", "message"),
    [
        (
            "1.监督保障",
            "集中培训2次，60余人听课，发资料50份。",
            "数字“50”不在这条原话里，不能存为短语。应为：句中的数字都来自原话。",
        ),
        (
            "1.监督保障",
            "集中培训2次。",
            "原话里的“60多人”没有写进这句话，不能存为短语。应为：原话里的数字都在句中。",
        ),
        (
            "1.监督保障",
            "培训共2，听课60余人。",
            "“2”后面没有量词，不能存为短语。应为：带量词，如 2次。",
        ),
        ("1.没有", "培训2次。", "这一段没有可以存为短语的句子。应为：由原话写成的段落。"),
        (
            "opening",
            "本报告依法编制。",
            "编制说明是格式里定的话，不能存为短语；您改的这一句照样留着。应为：第一部分里由一条原话写成的句子。",
        ),
    ],
)
def test_what_cannot_become_a_phrase_is_said(paragraph: str, sentence: str, message: str) -> None:
    """A sentence with numbers from elsewhere, or from no note, stays an edit."""
    with pytest.raises(InputProblem) as caught:
        propose_phrase(make_draft(training()), paragraph, sentence)

    assert message == str(caught.value)


def test_a_bad_folder_leaves_the_shipped_bank_and_a_notice(tmp_path: Path) -> None:
    """The assistant opens all the same and says why the unit's own phrases are not used."""
    (tmp_path / "own.yaml").write_text(WRONG, encoding="utf-8")
    bank, notice = open_bank((tmp_path,))
    expected = (
        "本单位短语暂时没有用上，先用自带的短语。"
        "own.yaml 第4行第14列：没有“业务陪训”这个主题。应为：是不是“业务培训”。改好后重新打开即可。"
    )

    assert bank == load_bank()
    assert notice == expected
    with Assistant.open(tmp_path / "a.db", phrases=(tmp_path,)) as assistant:
        assert assistant.bank_notice == expected
        assert expected in assistant.welcome().notice


def test_an_unknown_theme_or_field_gets_a_guess() -> None:
    """Names on the command line are guessed like those in files."""
    with pytest.raises(InputProblem, match="没有“监督保章”这个小节。应为：是不是“监督保障”。"):
        listed(load_bank(), field="监督保章")
