"""Person's edits and regenerated text are joined token by token (see `assistant.merge`)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.merge import merge

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
        assert merged.conflicts
        assert merged.text == edited
    else:
        assert (merged.text, merged.conflicts) == (expected, ())


def test_numbers_are_never_mixed() -> None:
    """Two different changes of one number are a conflict, never a third number."""
    merged = merge("共119条", "共129条", "共124条")

    assert merged.text == "共129条"
    assert merged.conflicts == (("124", "129"),)


@given(st.text("公开信息1239条。，", max_size=30), st.text("公开信息1239条。，", max_size=30))
def test_one_side_unchanged_gives_the_other(base: str, other: str) -> None:
    """Where only one side changed, its text is the result, whole."""
    assert merge(base, base, other).text == other
    assert merge(base, other, base).text == other
