"""Clauses as they were said: with their brackets, and with all that stands in them."""

import pytest

from phrasebank.said import understand_said


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("全年120条（网站80条、公众号40条），培训1次", ["全年120条（网站80条、公众号40条）", "培训1次"]),
        ("网站75（动态52 文件10）公众号68", ["网站75（动态52 文件10）", "公众号68"]),
        ("公开12条（网站8条）都上了网", ["公开12条（网站8条）都上了网"]),
        ("培训2期（县里1期（线上）镇里1期）", ["培训2期（县里1期（线上）镇里1期）"]),
        ("（1）网站12条（2）公众号8条", ["网站12条", "公众号8条"]),
        ("公开12条（网站8条", ["公开12条（网站8条"]),
        ("解读8篇，其中图解2篇", ["解读8篇", "其中图解2篇"]),
    ],
)
def test_a_clause_holds_its_brackets(note: str, expected: list[str]) -> None:
    """A bracket goes with what it was put behind; 其中 and the numbers of a list do not."""
    assert expected == [clause.text for clause in understand_said(note, "主动公开")]


def test_what_stands_in_brackets_is_told_with_the_clause() -> None:
    """Themes and quantities of the bracket are the clause's, and every quantity is found where it says."""
    (clause,) = understand_said("全年公开2,316条（网站1,402条、微信914条）", "主动公开")

    assert set(clause.themes) == {"公开总量", "政府门户网站", "微信公众号"}
    assert [one.value for one in clause.quantities] == ["2316", "1402", "914"]
    assert [clause.text[one.start : one.end] for one in clause.quantities] == [
        one.text for one in clause.quantities
    ]
