"""The bank is checked completely when it is loaded; mistakes name file, line and the right form."""

from pathlib import Path

import pytest

from phrasebank.bank import load_bank
from report.problem import InputProblem

PHRASE = """\
phrases:
  - id: own.training
    field: 监督保障
    themes: [业务培训]
    claims: 培训次数
    needs: {次数: {units: [次]}}
    variants:
      - %s
"""


def problem_of(folder: Path, text: str) -> str:
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputProblem) as caught:
        load_bank((folder,))
    return str(caught.value)


@pytest.mark.parametrize(
    ("variant", "message"),
    [
        (
            '"培训{{ 次数＋人数 }}"',
            "own.yaml 第8行第9列：花括号里有全角符号“＋”。应为：花括号里只用半角符号，如 {{ 件数 }}。",
        ),
        (
            '"培训{{ 次数 * 次数 }}"',
            "own.yaml 第8行第9列：花括号里有算式。应为：数字由程序算好再填，短语里只写 {{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
        (
            '"培训{{ 次数|int }}"',
            "own.yaml 第8行第9列：花括号里用了过滤器（|…）。应为：数字由程序算好再填，短语里只写 {{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
        ('"培训{{ 次书 }}"', "own.yaml 第8行第9列：不认识的填空“次书”。应为：是不是“次数”。"),
        (
            '"培训3次，共{{ 次数 }}"',
            "own.yaml 第8行第9列：短语里直接写了数字“3”。应为：数字一律用花括号里的名称，如 {{ 件数 }}。",
        ),
        (
            '"组织培训"',
            "own.yaml 第8行第9列：这种说法没有用到“次数”，会漏掉原话里的事。应为：写进 {{ 次数 }} 或 {% if 次数 %}…{% endif %}。",
        ),
        ('"培训{{ 次数 }}。"', "own.yaml 第8行第9列：说法末尾不写标点。应为：去掉末尾的标点，句号由程序加。"),
        (
            '"培训{% if 次数 %}{{ 次数 }}"',
            "own.yaml 第8行第9列：短语的花括号写法不对（{% if %} 没有 {% endif %}）。应为：{{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
    ],
)
def test_a_mistake_in_a_wording_is_answered_in_chinese(tmp_path: Path, variant: str, message: str) -> None:
    """Every mistake inside braces names the file, the line, and what would be right."""
    assert message == problem_of(tmp_path, PHRASE % variant)


def test_an_optional_number_must_be_guarded(tmp_path: Path) -> None:
    """A wording that cannot be read without its optional number is refused."""
    text = (PHRASE % '"培训{{ 次数 }}，{{ 人数 }}参加"').replace(
        "units: [次]}", "units: [次]}, 人数: {optional: true}"
    )

    assert problem_of(tmp_path, text) == (
        "own.yaml 第8行第9列：“人数”不一定有，这种说法没有它就读不通。应为：{% if 人数 %}…{{ 人数 }}…{% endif %}。"
    )


def test_an_unknown_theme_gets_a_guess(tmp_path: Path) -> None:
    """A misspelt theme is answered with the nearest one."""
    text = (PHRASE % '"培训{{ 次数 }}"').replace("[业务培训]", "[业务陪训]")

    assert (
        problem_of(tmp_path, text)
        == "own.yaml 第2行第5列：短语“own.training”的主题“业务陪训”不存在。应为：是不是“业务培训”。"
    )


def test_an_own_folder_adds_replaces_and_switches_off(tmp_path: Path) -> None:
    """A unit's own bank lies over the shipped one."""
    own = (PHRASE % '"培训{{ 次数 }}"') + PHRASE.split("\n", 1)[1].replace(
        "own.training", "training.count"
    ) % '"办班{{ 次数 }}"'
    (tmp_path / "own.yaml").write_text(own + "off: [praise.tick]\n", encoding="utf-8")

    bank = load_bank((tmp_path,))

    assert [variant.text for variant in bank.phrases["training.count"].variants] == ["办班{{ 次数 }}"]
    assert "own.training" in bank.phrases
    assert "praise.tick" not in bank.phrases


def test_every_phrase_has_three_wordings_and_says_what_it_claims() -> None:
    """The shipped bank is complete: 89 themes, three wordings and a claim for each phrase."""
    bank = load_bank()

    assert len(bank.themes) == 89
    assert [
        phrase.id
        for phrase in bank.phrases.values()
        if len(set(phrase.variants)) < 3 or not phrase.form.claims
    ] == []


def test_every_theme_can_be_ticked_or_is_told_from_the_tables() -> None:
    """Each tick has words of its own, or a name in the list of published fields."""
    bank = load_bank()
    speechless = [
        theme.name
        for theme in bank.themes.values()
        if theme.tick
        and not theme.noun
        and not any(phrase.form.tick for phrase in bank.by_theme.get(theme.name, ()))
    ]

    assert speechless == []


def test_ticks_are_limited_by_year_and_kind() -> None:
    """The most frequent themes come first, and only those that fit the year and the kind of unit."""
    bank = load_bank()
    labels = [tick.theme for tick in bank.ticks("主动公开", 2024, "township")]

    assert labels[:2] == ["政策解读", "政府门户网站"]
    assert "疫情防控" not in labels
    assert "规章公开" not in labels
