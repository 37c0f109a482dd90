"""Whoever writes a phrase is told when it is used, and in one report why it was not."""

from pathlib import Path

import pytest

from assistant.case import material_of_case
from phrasebank.bank import Bank, lay_over, load_bank
from phrasebank.compose import compose
from phrasebank.uses import Use, never_used, uses, when_used
from report.readers.case_file import case_of
from report.yamlfile import parse_yaml

CASE = """\
unit: {name: 柳溪县青禾镇人民政府, kind: township}
year: 2024
tables: {T2: 0, T3: 0, T4: 0, FEE6: 0}
notes:
  主动公开: 全年公开143条
  监督保障: [给报账员培训2次, 便民服务日3次, 没有被追责, 专人负责]
  存在问题: 人手少
"""
PHRASE = """\
phrases:
  - id: own.one
    field: 监督保障
    claims: 一句话
"""


def bank_of(folder: Path, phrase: str) -> Bank:
    path = folder / "own.yaml"
    lines = "".join(f"    {line}\n" for line in phrase.split("; "))
    path.write_text(PHRASE + lines, encoding="utf-8")
    return lay_over(load_bank(), [path])


def use_of(folder: Path, phrase: str, case: str = CASE) -> Use:
    bank = bank_of(folder, phrase)
    material = material_of_case(case_of(parse_yaml(case, name="a.yaml")))
    (use,) = uses(compose(material, bank), material, bank, load_bank().phrases)
    return use


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        (
            "themes: [业务培训]; keywords: [[培训]]; needs: {次数: {units: [次]}}; variants: ['培训{{ 次数 }}']",
            "原话“给报账员培训2次”：还说了“给报账员”，这条短语没有提到；不影响意思就写进 words",
        ),
        (
            "themes: [业务培训]; keywords: [[开班]]; variants: [办培训班]",
            "原话“给报账员培训2次”：没有 keywords 里的“开班”",
        ),
        (
            "themes: [业务培训]; keywords: [[培训]]; needs: {场数: {units: [场]}}; variants: ['培训{{ 场数 }}']",
            "原话“给报账员培训2次”：有数“2次”，没有填空接得住（needs 里的量词对不上，或者少一个填空）",
        ),
        (
            "themes: [业务培训]; keywords: [[培训]]; words: [给报账员]; needs: {次数: {units: [次]}, 人数: {units: [人]}}; variants: ['培训{{ 次数 }}{{ 人数 }}']",
            "原话“给报账员培训2次”：没有说人数；可以没有的话在 needs 里写 optional: true",
        ),
        (
            "themes: [业务培训]; until: 2023; variants: [办培训]",
            "有限制：到2023年，这份报告是2024年、乡镇政府",
        ),
        (
            "themes: [业务培训]; kinds: [department]; variants: [办培训]",
            "有限制：只用于县级以上政府部门，这份报告是2024年、乡镇政府",
        ),
        ("themes: [新闻发布会]; variants: [开发布会]", "没有一句原话属于“新闻发布会”"),
        (
            "themes: [业务培训]; keywords: [[便民服务日]]; variants: [办服务日]",
            "原话“便民服务日3次”读作“政务服务与办事指南”，不属于“业务培训”；想用在这里就把 themes 改成 [政务服务与办事指南]，或者去掉 themes",
        ),
        ("keywords: [[开放日]]; variants: [办开放日]", "“监督保障”里没有一句原话有“开放日”"),
        (
            "themes: [责任追究]; keywords: [[追责]]; variants: [有追责]",
            "原话“没有被追责”：说的是没有，这条短语没写 zero: true",
        ),
        (
            "themes: [公开总量]; keywords: [[公开]]; needs: {条数: {units: [条]}}; variants: ['公开{{ 条数 }}']",
            "原话“全年公开143条”已由",
        ),
    ],
)
def test_why_a_phrase_was_not_used(tmp_path: Path, phrase: str, why: str) -> None:
    """The nearest clause and the one thing that stood against it."""
    use = use_of(tmp_path, phrase)

    assert use.sentences == ()
    assert use.why_not.startswith(why)


def test_a_used_phrase_shows_its_sentence(tmp_path: Path) -> None:
    """With what the reason asked for, it is used."""
    phrase = "themes: [业务培训]; keywords: [[培训]]; words: [给报账员]; needs: {次数: {units: [次]}}; variants: ['培训报账员{{ 次数 }}']"
    use = use_of(tmp_path, phrase)

    assert (use.sentences, use.why_not) == (("培训报账员2次。",), "")


def test_a_phrase_without_theme_is_found_by_its_words_in_its_field(tmp_path: Path) -> None:
    """What a unit does and nobody has a theme for can be worded; in another field it is not."""
    phrase = "keywords: [[便民服务日]]; needs: {次数: {units: [次]}}; variants: ['在便民服务日宣传信息公开{{ 次数 }}']"
    elsewhere = CASE.replace("便民服务日3次, ", "").replace("全年公开143条", "[全年公开143条, 便民服务日3次]")

    assert use_of(tmp_path, phrase).sentences == ("在便民服务日宣传信息公开3次。",)
    assert use_of(tmp_path, phrase.replace("便民服务日]]", "报账员]]")).sentences == ()
    assert use_of(tmp_path, phrase, elsewhere).sentences == ()


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("given: [件数]; variants: ['{{ 件数 }}件']", "写了 given 的短语由程序按编号取用"),
        ("variants: [一句话]", "themes 和 keywords 都没有写"),
        ("themes: [业务培训]; variants: [办培训]", ""),
    ],
)
def test_what_can_never_be_used_is_told(tmp_path: Path, phrase: str, why: str) -> None:
    """Before any report is looked at."""
    own = bank_of(tmp_path, phrase).phrases["own.one"]

    assert never_used(own, load_bank().phrases).startswith(why)
    assert bool(never_used(own, load_bank().phrases)) == bool(why)


def test_a_problem_is_not_looked_up(tmp_path: Path) -> None:
    """Section five is worded in another way; a phrase for it can only replace one of ours."""
    path = tmp_path / "own.yaml"
    path.write_text(
        "phrases: [{id: own.five, field: 存在问题, claims: 人少, keywords: [[人手]], variants: [人手偏少]}]\n",
        encoding="utf-8",
    )
    own = lay_over(load_bank(), [path]).phrases["own.five"]

    assert "不按短语查找" in never_used(own, load_bank().phrases)
    assert not never_used(own, ["own.five"])


def test_every_shipped_phrase_says_when_it_is_used() -> None:
    """In one sentence without braces."""
    told = [when_used(phrase.form) for phrase in load_bank().phrases.values() if not phrase.form.given]

    assert all(each.endswith("时用") and "{" not in each for each in told)
    assert len(set(told)) > len(told) * 0.9
