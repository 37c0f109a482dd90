"""Breaking lines, finding words, pinyin initials: the small text rules of the screen."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.pinyin import finds, initials
from tui.widgets.blocks import Block, _broken
from tui.widgets.chat import _on_one_line
from tui.widgets.words import left_of, right_of
from tui.widgets.wrap import CLOSING, OPENING, Run, wrap, wrap_evenly, wrap_text

PROSE = (
    "全年主动公开各类政府信息124条次，其中通过政府门户网站公开119条次（含“三审三校”），"
    "收费1,234.56万元，同比下降5.3%；〔2021〕30号文件印发。"
)


@pytest.mark.parametrize("width", range(10, 90))
def test_numbers_keep_their_unit_and_marks_keep_their_word(width: int) -> None:
    """Whatever the width, no line begins with a closing mark or ends with an opening one, no number is cut."""
    lines = wrap_text(PROSE, width)

    assert "".join(lines) == PROSE
    assert all(cell_len(line) <= width for line in lines)
    assert not [line for line in lines[1:] if line[0] in CLOSING]
    assert not [line for line in lines[:-1] if line[-1] in OPENING]
    whole = {"124条次", "119条次", "5.3%", "30号"} if width >= 16 else set()
    assert not [word for word in whole if not any(word in line for line in lines)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("可多选，也可以直接写。", 20, ["可多选，也可以", "直接写。"]),
        ("还做了什么？可多选，也可以直接写。", 32, ["还做了什么？可多选，", "也可以直接写。"]),
        ("商业企业", 6, ["商业", "企业"]),
        ("依据：第三十六条第（一）项、第（二）项", 32, ["依据：第三十六条第（一）项、", "第（二）项"]),
        ("填写时间 2025年1月5日 16:40", 24, ["填写时间 ", "2025年1月5日 16:40"]),
    ],
    ids=["word", "mark", "heading", "article", "date"],
)
def test_no_character_stands_alone_and_no_article_or_date_is_cut(
    text: str, width: int, lines: list[str]
) -> None:
    """The last line has more than one character; an article, a date and its time stay whole."""
    assert wrap_text(text, width) == lines


@pytest.mark.parametrize("width", range(16, 60))
def test_our_own_marks_stay_whole(width: int) -> None:
    """The mark of a gap or a doubt is not cut in two."""
    text = "没有的写无。【待补：件数】有的写明。【待核：答复了一些】"
    lines = wrap_text(text, width)

    assert "".join(lines) == text
    assert not [mark for mark in ("【待补：", "【待核：") if not any(mark in line for line in lines)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("商业企业", 6, ["商业", "企业"]),
        ("社会公益组织", 8, ["社会公", "益组织"]),
        ("商业企业", 8, ["商业企业"]),
        ("", 6, [""]),
    ],
)
def test_headers_break_into_even_lines(text: str, width: int, lines: list[str]) -> None:
    """No line of one character under a line of three."""
    assert wrap_evenly(text, width) == lines


@given(st.text(alphabet="公开124条，（）", max_size=40), st.integers(4, 40))
def test_even_lines_are_as_few_as_any(text: str, width: int) -> None:
    """Evening out takes no further line, and loses nothing."""
    assert len(wrap_evenly(text, width)) == len(wrap_text(text, width))
    assert "".join(wrap_evenly(text, width)) == text


@given(
    st.text(alphabet="全年公开124条，。（）【】“”a \n", max_size=60), st.integers(4, 40), st.integers(0, 4)
)
def test_nothing_is_lost_in_breaking(text: str, width: int, indent: int) -> None:
    """All characters come through in order; only line breaks and the hanging indent differ."""
    lines = wrap([Run(text)], width + indent, indent)
    joined = "".join(run.text for line in lines for run in line)

    assert text.replace("\n", "").replace(" ", "") == joined.replace(" ", "")


def test_styles_follow_their_text() -> None:
    """A line break inside a run keeps the style on both lines."""
    lines = wrap([Run("全年公开", "a"), Run("政府信息124条", "b")], 10)

    assert [(Run("全年公开", "a"), Run("政", "b")), (Run("府信息", "b"),), (Run("124条", "b"),)] == lines


def test_word_keys_move_by_words_not_by_clauses() -> None:
    """Going left from the end of a clause stops at each word of it."""
    text = "全年主动公开各类政府信息124条次"
    stops, offset = [], len(text)
    while offset:
        offset = left_of(text, offset)
        stops.append(text[offset:])

    assert stops[:2] == ["条次", "124条次"]
    assert {"政府信息124条次", "各类政府信息124条次"} <= set(stops)
    assert all(len(longer) - len(shorter) <= 4 for shorter, longer in pairwise(stops))
    assert len("全年") == right_of(text, 0)


def test_initials_find_lines() -> None:
    """Initials, characters and both cases find a label; other letters do not."""
    assert initials("主动公开") == "zdgk"
    assert initials("表三 T3") == "bst3"
    assert finds("zdgk", "（一）主动公开情况")
    assert finds("公开", "主动公开")
    assert not finds("xyz", "主动公开")


def test_words_of_the_dictionary_stay_whole() -> None:
    """Ctrl+W takes 门户网站 and 主动公开 as one word each."""
    text = "主动公开在门户网站"

    assert left_of(text, len(text)) == len("主动公开在")
    assert right_of(text, 0) == len("主动公开")


@pytest.mark.parametrize("width", range(26, 60))
def test_telephone_and_address_of_a_site_stay_whole(width: int) -> None:
    """A number read off the screen can be dialled; a full-width comma is no thousands mark."""
    lines = wrap_text("忠州街道中博大道1号，404300，023-54230000，www.zhongxian.gov.cn", width)

    for word in ("404300", "023-54230000", "www.zhongxian.gov.cn"):
        assert any(word in line for line in lines)


@given(st.text(max_size=60), st.text(max_size=8), st.integers(4, 80), st.integers(0, 6), st.integers(0, 4))
def test_a_block_is_broken_as_if_for_the_first_time(
    text: str, aside: str, width: int, indent: int, lead: int
) -> None:
    """Lines are remembered by block and width; what is remembered is what breaking again would give."""
    block = Block("", (Run(text), Run("尾", "dim")), indent=indent, lead=lead, aside=aside)

    assert _broken(block, width) == _broken(block, width) == _broken.__wrapped__(block, width)


def test_a_key_is_not_broken_over_lines() -> None:
    """Ctrl+Q stands on one line, half-width or full-width."""
    for key in ("Ctrl+Q", "Ctrl＋Q"):
        for width in range(10, 30):
            assert any(
                key in line for line in wrap_text(f"答过的都已存好，要离开请按{key}，随时可以。", width)
            )


def test_an_answer_hangs_under_its_own_words() -> None:
    """Further lines of an answer stand under its first word, not under its mark; so do lines that a person broke."""
    block = Block(
        "q",
        (Run("✓ 全年主动公开政府信息多少条？"),),
        under=(Run("> 网站119条，公众号5条\n都更新"),),
        indent=2,
    )

    assert ["".join(run.text for run in line) for line in _broken(block, 18)] == [
        "✓ 全年主动公开政府",
        "  信息多少条？",
        "  > 网站119条，公",
        "    众号5条",
        "    都更新",
    ]


def test_the_mark_of_a_sentence_printed_as_it_stands_is_not_shown() -> None:
    """It is a word to the program; who reads the answer reads the sentence."""
    shown = _on_one_line("全年公开86条。\n照写：我局公开水利信息36条。")

    assert shown == "全年公开86条；我局公开水利信息36条"
