"""Numbers as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.numerals import read_numeral, write_chinese

_FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_COUNTS = st.integers(min_value=0, max_value=99_999_999)


def _spell(number: int) -> str:
    """A numeral built digit by digit from the right, unlike the program's way."""
    if number == 0:
        return "零"
    units = ["", "十", "百", "千", "万", "十", "百", "千"]
    text, pending_zero = "", False
    for place, digit in enumerate(reversed(str(number))):
        if place == 4:
            text, pending_zero = "万" + text, pending_zero and bool(text)
        if digit == "0":
            pending_zero = True
            continue
        if pending_zero and text not in {"", "万"}:
            text = ("零" + text) if not text.startswith("万") else "万零" + text[1:]
        unit = "" if place == 4 else units[place]
        text = "零一二三四五六七八九"[int(digit)] + unit + text
        pending_zero = False
    return text.removesuffix("零")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("124", "124"),
        ("１２４", "124"),
        ("1,234", "1234"),
        ("１，２３４", "1234"),
        ("12.50", "12.50"),
        ("一百二十四", "124"),
        ("两百零三", "203"),
        ("俩", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("一百一十", "110"),
        ("一百二", "120"),
        ("一千二", "1200"),
        ("一万二", "12000"),
        ("一千零二", "1002"),
        ("二〇二四", "2024"),
        ("1.2万", "12000"),
        ("1.20万", "12000"),
        ("１．２万", "12000"),
        ("一点二万", "12000"),
        ("三点五", "3.5"),
        ("3千", "3000"),
        ("1万2千", "12000"),
        ("1万2000", "12000"),
        ("3亿", "300000000"),
        ("一亿零三百万", "103000000"),
        ("两万五千", "25000"),
        ("十万零一十", "100010"),
        ("壹佰贰拾", "120"),
        ("零", "0"),
        ("〇", "0"),
        (" 7 ", "7"),
    ],
)
def test_people_write_numbers_in_many_ways(typed: str, value: str) -> None:
    """Each common way of writing a number has its one exact value, with its decimal places."""
    read = read_numeral(typed)

    assert value == str(read)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "十几",
        "几十",
        "三五",
        "七八十",
        "两三",
        "1万5",
        "1,23",
        "12,34",
        "1,234.5．6。",
        "1..2",
        ".5",
        "5.",
        "1.2万3千",
        "万",
        "百",
        "三万万",
        "一半",
        "124条",
        "一百条",
        "-3",
        "1e3",
        "١٢",
        "①",
        "1 234",
        "1_000",
        "1" * 21,
        "0." + "1" * 21,
        "12345678901234567890万亿亿",
    ],
)
def test_unclear_forms_have_no_value(typed: str) -> None:
    """A form that is not a number, or could mean two, is not read."""
    assert read_numeral(typed) is None


@given(_COUNTS)
def test_every_count_comes_back_from_chinese(number: int) -> None:
    """Writing a count in numerals and reading it gives the count."""
    assert Decimal(number) == read_numeral(write_chinese(number))


@given(_COUNTS)
def test_independent_spelling_is_read(number: int) -> None:
    """Numerals spelt by another routine are read as the same count."""
    assert Decimal(number) == read_numeral(_spell(number))


@given(_COUNTS)
def test_full_width_and_commas_come_back(number: int) -> None:
    """Thousands commas and full-width characters do not change a count."""
    with_commas = f"{number:,}"

    assert [Decimal(number)] * 2 == [
        read_numeral(with_commas),
        read_numeral(with_commas.translate(_FULL_WIDTH)),
    ]


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_large_numbers_come_back(number: int) -> None:
    """Numbers up to 亿亿 come back too."""
    assert Decimal(number) == read_numeral(write_chinese(number))


@given(st.text(max_size=12))
def test_any_text_is_read_or_not(text: str) -> None:
    """No text breaks the reader, and what is read is never negative."""
    value = read_numeral(text)

    assert value is None or value >= 0


@pytest.mark.parametrize("number", [-1, 10**16])
def test_what_cannot_be_written(number: int) -> None:
    """A number outside the range is a mistake of the caller."""
    with pytest.raises(ValueError, match=str(number)):
        write_chinese(number)
