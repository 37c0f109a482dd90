"""Who was absent, who spoke and how well is talk beside the work: it waits, and the work beside it is written."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from tests.phrasebank.made import material
from tests.phrasebank.test_flow import body


def printed(line: str) -> str:
    """The first aspect, with what waits."""
    return body(compose(material(notes={"主动公开": line}), load_bank(), strict=True), "1.主动公开")


@pytest.mark.parametrize(
    ("line", "waits"),
    [
        ("发了3篇解读，县长没参加", "县长没参加"),
        ("开了两次会，局长讲了话", "局长讲了话"),
        ("开了2次会，领导都来了", "领导都来了"),
        ("解读3篇，局长没看", "局长没看"),
        ("发布会1场，镇长没出席", "镇长没出席"),
        ("开了2次会，大家都发了言", "大家都发了言"),
        ("开了3次会，县长讲话", "县长讲话"),
        ("发了3篇解读，可惜分管副县长没来", "可惜分管副县长没来"),
        ("开了2次会，开得很成功", "开得很成功"),
        ("开了2次会，主要领导也都到场了", "主要领导也都到场了"),
    ],
)
def test_it_waits_beside_what_is_written(line: str, waits: str) -> None:
    """Nothing of it is printed as a fact."""
    said = printed(line)

    assert f"【待核：{waits}】" in said
    assert "【待补" not in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("开新闻发布会2场，局长出席", "局长出席"),
        ("座谈会1次，副局长主持", "副局长主持"),
        ("解读3篇，局长亲自解读1篇", "局长亲自解读1篇"),
        ("开了3次会，县长参加", "县长参加"),
    ],
)
def test_who_did_the_work_is_told(line: str, said: str) -> None:
    """A leader who explained, presided or attended is part of it."""
    assert said in printed(line).split("【")[0]
