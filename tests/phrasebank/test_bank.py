"""The bank is checked completely when it is loaded; mistakes name file, line and the right form."""

from pathlib import Path

import pytest

from phrasebank.bank import check_shipped, load_bank
from phrasebank.bank_problem import BankProblem
from phrasebank.themes import load_themes
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
            "own.yaml 第8行第17列：花括号里有全角符号“＋”。应为：花括号里只用半角符号，如 {{ 件数 }}。",
        ),
        (
            '"培训{{ 次数 * 次数 }}"',
            "own.yaml 第8行第12列：花括号里有算式。应为：数字由程序算好再填，短语里只写 {{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
        (
            '"培训{{ 次数|int }}"',
            "own.yaml 第8行第12列：花括号里用了过滤器（|…）。应为：数字由程序算好再填，短语里只写 {{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
        ('"培训{{ 次书 }}"', "own.yaml 第8行第15列：不认识的填空“次书”。应为：是不是“次数”。"),
        (
            '"培训3次，共{{ 次数 }}"',
            "own.yaml 第8行第12列：短语里直接写了数字“3”。应为：数字一律用花括号里的名称，如 {{ 件数 }}。",
        ),
        (
            '"组织培训"',
            "own.yaml 第8行第9列：这种说法没有用到“次数”，会漏掉原话里的事。应为：写进 {{ 次数 }} 或 {% if 次数 %}…{% endif %}。",
        ),
        (
            '"培训{{ 次数 }}。"',
            "own.yaml 第8行第20列：说法末尾不写标点。应为：去掉末尾的标点，句号由程序加。",
        ),
        (
            '"培训{% if 次数 %}{{ 次数 }}"',
            "own.yaml 第8行第12列：短语的花括号写法不对（{% if %} 没有 {% endif %}）。应为：{{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
    ],
)
def test_a_mistake_in_a_wording_is_answered_in_chinese(tmp_path: Path, variant: str, message: str) -> None:
    """Every mistake inside braces names the file, the line, and what would be right."""
    assert message == problem_of(tmp_path, PHRASE % variant)


@pytest.mark.parametrize(
    ("right", "typed", "message"),
    [
        ("id: own", "id：own", "own.yaml 第2行第7列：“id”后面是全角冒号“：”。"),
        ("    field: ", "    field：", "own.yaml 第3行第10列：“field”后面是全角冒号“：”。"),
        ("{次数: {", "{次数：{", "own.yaml 第6行第15列：括号里有全角的“：”。应为：半角的“: ”。"),
        ("[业务培训]", "［业务培训］", "own.yaml 第4行第13列：括号里有全角的“［”。"),
        ("    claims", "　　claims", "own.yaml 第5行第1列：行首的缩进里有全角空格。"),
        (
            '"培训{{ 次数 }}"',
            "“培训{{ 次数 }}”",
            "own.yaml 第8行第9列：两头是全角引号“”，会当成文字的一部分。",
        ),
        ('"培训{{ 次数 }}"', "{{ 次数 }}培训", "own.yaml 第8行第9列：以花括号开头的说法没有加引号。"),
    ],
)
def test_marks_of_an_input_method_are_named(tmp_path: Path, right: str, typed: str, message: str) -> None:
    """The mark and its place, not what YAML makes of it lines later."""
    text = PHRASE % '"培训{{ 次数 }}"'
    assert right in text

    assert problem_of(tmp_path, text.replace(right, typed)).startswith(message)


def test_an_optional_number_must_be_guarded(tmp_path: Path) -> None:
    """A wording that cannot be read without its optional number is refused."""
    text = (PHRASE % '"培训{{ 次数 }}，{{ 人数 }}参加"').replace(
        "units: [次]}", "units: [次]}, 人数: {optional: true}"
    )

    assert problem_of(tmp_path, text) == (
        "own.yaml 第8行第24列：“人数”不一定有，这种说法没有它就读不通。应为：{% if 人数 %}…{{ 人数 }}…{% endif %}。"
    )


def test_an_unknown_theme_gets_a_guess(tmp_path: Path) -> None:
    """A misspelt theme is answered with the nearest one."""
    text = (PHRASE % '"培训{{ 次数 }}"').replace("[业务培训]", "[业务陪训]")

    assert (
        problem_of(tmp_path, text) == "own.yaml 第4行第14列：没有“业务陪训”这个主题。应为：是不是“业务培训”。"
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


def page_of(folder: Path, text: str) -> str:
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BankProblem) as caught:
        load_bank((folder,))
    return caught.value.page


@pytest.mark.parametrize(
    ("variant", "message"),
    [
        (
            '"培训｛｛ 次数 ｝｝"',
            "own.yaml 第8行第12列：花括号“｛｛”是全角的。应为：半角的花括号，如 {{ 件数 }}。",
        ),
        (
            '"培训{{　次数 }}"',
            "own.yaml 第8行第14列：花括号里有全角符号“全角空格”。应为：花括号里只用半角符号，如 {{ 件数 }}。",
        ),
        (
            '"培训{% if 次数 ％}{{ 次数 }}{% endif %}"',
            "own.yaml 第8行第21列：花括号里有全角符号“％”。应为：花括号里只用半角符号，如 {{ 件数 }}。",
        ),
        (
            '"培训{{ 次数 }"',
            "own.yaml 第8行第12列：短语的花括号写法不对（花括号没有配对）。应为：{{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
        (
            '"培训{{ }}"',
            "own.yaml 第8行第12列：短语的花括号写法不对（花括号里是空的）。应为：{{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
        (
            '"培训{{ 次 数 }}"',
            "own.yaml 第8行第12列：短语的花括号写法不对（花括号没有配对，或名称里有空格）。应为：{{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
        (
            '"培训{{ 次数 }}，{ 人"',
            "own.yaml 第8行第21列：多了一个“{”。应为：{{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
        (
            '"培训{% for 次 in 次数 %}{{ 次 }}{% endfor %}"',
            "own.yaml 第8行第12列：短语里有循环。应为：数字由程序算好再填，短语里只写 {{ 名称 }} 或 {% if 名称 %}…{% endif %}。",
        ),
        ('""', "own.yaml 第8行第9列：这种说法是空的。应为：写一句话，末尾不写标点。"),
        (
            "|\n        培训\n        {{ 次书 }}场",
            "own.yaml 第10行第12列：不认识的填空“次书”。应为：是不是“次数”。",
        ),
    ],
)
def test_the_wrong_word_is_found_wherever_it_stands(tmp_path: Path, variant: str, message: str) -> None:
    """The column is that of the wrong word, in quoted text and in blocks."""
    assert message == problem_of(tmp_path, PHRASE % variant)


def test_the_lines_around_are_shown_with_the_wrong_word_marked(tmp_path: Path) -> None:
    """The mark stands under the word: full-width characters are two columns wide."""
    shown = page_of(tmp_path, PHRASE % '"培训{{ 次书 }}"')

    assert shown == (
        "own.yaml 第8行第15列：不认识的填空“次书”。应为：是不是“次数”。\n"
        "  7 |     variants:\n"
        '  8 |       - "培训{{ 次书 }}"\n'
        "    |          \u3000\u3000   ＾＾"
    )


def test_a_mistake_of_the_yaml_shows_its_lines_too(tmp_path: Path) -> None:
    """Misspelt keys are marked like misspelt slots."""
    shown = page_of(tmp_path, (PHRASE % '"培训{{ 次数 }}"').replace("claims", "claim"))

    assert shown == (
        "own.yaml 第5行第5列：不认识的名称“claim”。应为：是不是“claims”。\n"
        "  4 |     themes: [业务培训]\n"
        "  5 |     claim: 培训次数\n"
        "    |     ^\n"
        "  6 |     needs: {次数: {units: [次]}}"
    )


def test_a_long_line_is_shown_around_the_wrong_word(tmp_path: Path) -> None:
    """Only the stretch with the mistake is shown, and the mark still stands under it."""
    long = "学了条例、学了办法、" * 8
    shown = page_of(tmp_path, PHRASE % f'"{long}{{{{ 次书 }}}}{long}"').splitlines()

    assert shown[2].startswith("  8 | ...")
    assert shown[2].endswith("...")
    assert shown[3].endswith("＾＾")
    assert len(shown[3].encode("gbk")) - 4 == len(shown[2].partition("次书")[0].encode("gbk"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "off: [praise.tik]\n",
            "own.yaml 第1行第7列：要停用的短语“praise.tik”不存在。应为：是不是“praise.tick”。",
        ),
        (
            PHRASE.replace("监督保障", "监督保章") % "培训{{ 次数 }}",
            "own.yaml 第3行第12列：没有“监督保章”这个小节。应为：是不是“监督保障”。",
        ),
        (
            PHRASE.replace("    variants:", "    any_of: [次书]\n    variants:") % "培训{{ 次数 }}",
            "own.yaml 第7行第14列：any_of 里的“次书”不是这条短语的填空。应为：是不是“次数”。",
        ),
        (
            PHRASE.partition("    variants:")[0] + "    variants: []\n",
            "own.yaml 第7行第15列：短语“own.training”没有说法。应为：至少一种说法。",
        ),
        (
            PHRASE % "培训{{ 次数 }}" + PHRASE.partition("\n")[2] % "办班{{ 次数 }}",
            "own.yaml 第9行第9列：短语编号“own.training”写了两次（另一处在 own.yaml）。应为：每条短语一个编号。",
        ),
    ],
)
def test_names_that_point_nowhere_are_answered(tmp_path: Path, text: str, message: str) -> None:
    """Sections, ids and slots that do not exist get a guess; what stands twice says where."""
    assert message == problem_of(tmp_path, text)


def test_the_shipped_bank_passes_its_own_check() -> None:
    """Starting the program does not check the shipped bank; this does."""
    assert check_shipped() == len(load_bank().phrases)


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
        if load_themes()[theme.name].tick
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
