"""Letters that stand for digits are found, letters that are letters left alone; small words around a number say nothing."""

import pytest

from prompts.lookalikes import digits_meant, with_digits
from prompts.numbers import NotANumber, NumberRule, read_number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1o件", "10件"),
        ("l2次", "12次"),
        ("１Ｏ件", "10件"),
        ("网站1OO条，公众号l0条", "网站100条，公众号10条"),
        ("培训l次", "培训1次"),
        ("OA系统升级2次", ""),
        ("公开IPO信息3条", ""),
        ("办公Office培训1次", ""),
        ("0527-1234567", ""),
        ("B1o楼", ""),
        ("12件", ""),
    ],
)
def test_what_is_a_number_and_what_is_a_word(typed: str, meant: str) -> None:
    """A number with letters in it is read with digits; words, names and telephones are as they were."""
    assert with_digits(typed) == (meant or typed)
    assert bool(digits_meant(typed)) == bool(meant)


def test_a_cell_asks_what_was_meant() -> None:
    """Where nothing can be confirmed, the sentence says how it would be right."""
    read = read_number("1o件", NumberRule("integer", ("件",)))

    assert isinstance(read, NotANumber)
    assert read.sentence == "“1o”是 10 吗？是就写成 10件。"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("是3件", 3),
        ("就一件", 1),
        ("一共3份吧", 3),
        ("总共是3个", 3),
        ("有3件的", 3),
        ("应该是3件", None),
        ("大概3件", None),
        ("共几件", None),
    ],
)
def test_small_words_around_a_number(typed: str, value: int | None) -> None:
    """一共3件吧 is 3; 应该 and 大概 say that it is not certain."""
    read = read_number(typed, NumberRule("integer", ("件",)))

    assert (None if isinstance(read, NotANumber) else read.value) == value
