"""Person's edits and regenerated text are joined token by token (see `assistant.merge`)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.merge import Clash, merge, merge_sentences

BASE = "全年主动公开政府信息119条。解读5篇。"


@pytest.mark.parametrize(
    ("edited", "generated", "expected"),
    [
        (BASE, "全年主动公开政府信息124条。解读5篇。", "全年主动公开政府信息124条。解读5篇。"),
        (
            "全年主动公开政府信息119条，同比增长。解读5篇。",
            BASE,
            "全年主动公开政府信息119条，同比增长。解读5篇。",
        ),
        (
            "全年主动公开政府信息119条，同比增长。解读5篇。",
            "全年主动公开政府信息124条。解读5篇。",
            "全年主动公开政府信息124条，同比增长。解读5篇。",
        ),
        ("本年度主动公开政府信息119条。", "全年主动公开政府信息119条。解读6篇。", None),
    ],
    ids=["only generated", "only edited", "both, apart", "deleted here, changed there"],
)
def test_changes_in_different_places_are_joined(edited: str, generated: str, expected: str | None) -> None:
    """Changes in different places are joined; in the same place the person's words stand and a conflict is told."""
    merged = merge(BASE, edited, generated)

    if expected is None:
        assert merged.clashes
        assert merged.text == edited
    else:
        assert (merged.text, merged.clashes) == (expected, ())


def test_numbers_are_never_mixed() -> None:
    """Two different changes of one number are a conflict, never a third number."""
    merged = merge("共119条", "共129条", "共124条")

    assert merged.text == "共129条"
    assert merged.clashes == (Clash("共119条", "共124条", "共129条"),)
    assert merged.taken == "共124条"


@given(st.text("公开信息1239条。，", max_size=30), st.text("公开信息1239条。，", max_size=30))
def test_one_side_unchanged_gives_the_other(base: str, other: str) -> None:
    """Where only one side changed, its text is the result, whole."""
    assert merge(base, base, other).text == other
    assert merge(base, other, base).text == other


def test_a_clash_is_shown_from_mark_to_mark() -> None:
    """Whole pieces that can be read, of all three texts, and every clash, not the first only."""
    merged = merge(
        "全年公开130条，其中网站80条，公众号50条。解读5篇。",
        "全年公开130条，其中官网81条，公众号50条。解读稿6篇。",
        "全年公开132条，其中网站82条，公众号50条。解读7篇。",
    )

    assert merged.text == "全年公开132条，其中官网81条，公众号50条。解读稿6篇。"
    assert merged.clashes == (
        Clash("其中网站80条", "其中网站82条", "其中官网81条"),
        Clash("解读5篇", "解读7篇", "解读稿6篇"),
    )


def test_the_new_sentences_can_be_taken_where_something_clashes() -> None:
    """Whole generated sentences; what was edited elsewhere stays, and joined sentences lose nothing and double nothing."""
    merged = merge(
        "公开119条。解读5篇。培训2次。",
        "公开129条，还有解读稿5篇。培训办了2次。",
        "公开124条。解读5篇。培训2次。",
    )

    assert merged.text == "公开129条，还有解读稿5篇。培训办了2次。"
    assert merged.taken == "公开124条。解读5篇。培训办了2次。"


@pytest.mark.parametrize(
    ("edited", "generated", "expected"),
    [
        ("甲改了。乙。丙。", "详甲。乙。丙。", "甲改了。乙。丙。"),
        ("甲。乙改了。丙。", "总说。详甲。乙。丙。", "总说。详甲。乙改了。丙。"),
        ("甲。乙。丙。另加。", "甲。乙丙一起说。", "甲。乙丙一起说。另加。"),
    ],
)
def test_another_wording_leaves_touched_sentences_alone(edited: str, generated: str, expected: str) -> None:
    """Only whole sentences are exchanged, and only those that nobody touched."""
    assert merge_sentences("甲。乙。丙。", edited, generated) == expected


@pytest.mark.parametrize(
    ("edited", "generated", "expected"),
    [
        ("其中网上挂出119条次", "其中网站公开120条次", "其中网上挂出120条次"),
        ("其中网上挂出119.5万条", "其中网站公开120条次", "其中网上挂出119.5万条"),
        ("其中网上挂出118条次", "其中网站公开120条次", "其中网上挂出118条次"),
    ],
)
def test_a_number_a_person_left_follows_in_their_words(edited: str, generated: str, expected: str) -> None:
    """Their words around it stay; a number that they changed does not follow, and is asked about."""
    merged = merge("其中网站公开119条次", edited, generated)

    assert (merged.text, not merged.clashes) == (expected, "120" in expected)


def test_a_word_is_not_put_into_a_sentence_that_a_person_wrote() -> None:
    """It clashes; sentences they left alone, numbers, and whole new sentences follow the answers."""
    base, edited = "网站改版，公众号78条。培训1期。", "网站全面改版，公众号78条。培训1期。"
    merged = merge(base, edited, "网站改版，公众号78条等。培训1期。")

    assert merged.text == edited
    assert [(one.was, one.now, one.mine) for one in merged.clashes] == [
        ("公众号78条", "公众号78条等", "公众号78条")
    ]
    assert merged.taken == "网站改版，公众号78条等。培训1期。"
    assert (
        merge(base, edited, "网站改版，公众号79条。办班1期。").text == "网站全面改版，公众号79条。办班1期。"
    )
    assert merge(base, edited, "更新12次。网站改版，公众号78条。建群3个。培训1期。").text == (
        "更新12次。网站全面改版，公众号78条。建群3个。培训1期。"
    )
