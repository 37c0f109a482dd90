"""Patterns compiled cheaply read the texts of reports as they are written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.lazily import cheap, pattern

WRITTEN = (
    ("[一-鿿]", r"[^\W_0-9A-Za-z]"),
    (r"[^\u4e00-\u9fff]", r"[\W_0-9A-Za-z]"),
    ("同[一-龥0-9]{2}", r"同[^\W_A-Za-z]{2}"),
    ("[A-Z一-鿿]", r"[^\W_0-9a-z]"),
    ("[一-鿿0-9A-Za-z、“”《》]+", r"[\w、“”《》]+"),
    (r"[^·\u4e00-\u9fff〇0-9A-Za-z，\-/,]", r"[^\w·〇，\-/,]"),
    ("[一-鿿、]", "[一-鿿、]"),
    (r"\[一-鿿\]", r"\[一-鿿\]"),
    ("[一二三]", "[一二三]"),
)


@pytest.mark.parametrize(("written", "compiled"), WRITTEN)
def test_a_class_of_all_chinese_characters_is_named_by_what_it_is_not(written: str, compiled: str) -> None:
    assert cheap(written) == compiled


@given(
    st.sampled_from([written for written, _ in WRITTEN]),
    st.text(st.sampled_from("一鿿同公开信息网站年零0199AZaz、，。；：“”《》（）·%-/, \n"), max_size=12),
)
def test_it_finds_what_it_found(written: str, text: str) -> None:
    spans = [found.span() for found in re.finditer(written, text)]
    assert [found.span() for found in pattern(written).finditer(text)] == spans
