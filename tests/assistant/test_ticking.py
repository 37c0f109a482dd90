"""Replies to a numbered list: ticks have numbers, own lines have letters, and both can be taken out, kept alone and added."""

import pytest

from assistant.ticking import NoTicks, Ticks, letter, read_ticks
from assistant.views import QuestionView, TickView

OFFERED = ("政策解读", "政府门户网站", "微信公众号", "财政预决算", "微博")
VIEW = QuestionView(
    "active.more",
    "（一）主动公开",
    2,
    2,
    "主要公开了哪些内容？",
    "ticks",
    ticks=tuple(TickView(name, name, name in {"政策解读", "微信公众号"}) for name in OFFERED),
    lines=("部门预算也公开了", "推了一期专题，培训2次", "草稿"),
)
READ, NEWS = "政策解读", "微信公众号"
A, B, C = VIEW.lines


@pytest.mark.parametrize(
    ("typed", "themes", "lines"),
    [
        ("去掉 3", (READ,), (A, B, C)),
        ("去掉第3项", (READ,), (A, B, C)),
        ("第3项去掉", (READ,), (A, B, C)),
        ("去掉 公众号", (READ,), (A, B, C)),
        ("把3和A去掉", (READ,), (B, C)),
        ("去掉 a", (READ, NEWS), (B, C)),
        ("去掉 推了一期专题", (READ, NEWS), (A, C)),
        ("去掉部门预算", (READ, NEWS), (B, C)),
        ("草稿去掉", (READ, NEWS), (A, B)),
        ("草稿不要了。", (READ, NEWS), (A, B)),
        ("最后一条不要了", (READ, NEWS), (A, B)),
        ("只要 1 3", (READ, NEWS), ()),
        ("只要 A", (), (A,)),
        ("只要 1；解读5篇，图解3篇", (READ,), ("解读5篇，图解3篇",)),
        ("只要 4 解读5篇", ("财政预决算",), ("解读5篇",)),
        ("只要，加强学习培训", (), ("加强学习培训",)),
        ("加上 4", (READ, NEWS, "财政预决算"), (A, B, C)),
        ("再加4、5", (READ, NEWS, "财政预决算", "微博"), (A, B, C)),
        ("加上 解读5篇，图解3篇", (READ, NEWS), (A, B, C, "解读5篇，图解3篇")),
        ("去掉3，加上5", (READ, "微博"), (A, B, C)),
        ("A 改成：部门预决算都公开了", (READ, NEWS), ("部门预决算都公开了", B, C)),
        ("3换成5", (READ, "微博"), (A, B, C)),
        ("清空", (), ()),
        ("都不要了", (), ()),
        ("全部去掉", (), ()),
    ],
)
def test_the_list_is_changed(typed: str, themes: tuple[str, ...], lines: tuple[str, ...]) -> None:
    """Numbers, letters, names and parts of names; the list stays open."""
    assert read_ticks(VIEW, typed) == Ticks(themes, lines, edited=True)


@pytest.mark.parametrize(
    ("typed", "themes", "lines"),
    [
        ("2 4", (READ, NEWS, "政府门户网站", "财政预决算"), (A, B, C)),
        ("微博、财政预决算", (READ, NEWS, "微博", "财政预决算"), (A, B, C)),
        ("5；解读5篇，取消证明12项", (READ, NEWS, "微博"), (A, B, C, "解读5篇，取消证明12项")),
    ],
)
def test_numbers_and_names_are_added(typed: str, themes: tuple[str, ...], lines: tuple[str, ...]) -> None:
    """An answer without a word for what is to be done is added, and the list is done."""
    assert read_ticks(VIEW, typed) == Ticks(themes, lines)


@pytest.mark.parametrize(
    "typed",
    [
        "解读5篇",
        "没有",
        "加强学习培训",
        "增加公开栏3个",
        "取消证明事项12项",
        "取消了纸质公报",
        "减少跑腿，加强学习培训",
        "去掉了5个僵尸栏目",
        "只要群众有需求就提供打印服务",
        "网站改成新版了",
        "改成每周更新一次",
        "补充了公开指南",
        "选派3人参加培训",
    ],
)
def test_what_tells_of_the_year_is_a_note(typed: str) -> None:
    """A sentence that begins with such a word and names nothing of the list stays the person's own words."""
    assert read_ticks(VIEW, typed) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("99", "没有第 99 项，写 1 到 5 之间的号码，例如：1 3 5。"),
        ("去掉 D", "没有“D”这一项，自己写的是 A 到 C；清单里的写 1 到 5 之间的号码，例如：1 3 5。"),
        ("去掉 5", "“5 微博”本来就没勾。"),
        ("A", "A 部门预算也公开了已经在了。要去掉写“去掉”和字母，要改写成“A 改成 ……”。"),
        ("去掉", "哪一项？写上号码或字母，例如：去掉 3，加上 4，只要 1；全都不要写“清空”。"),
        ("去掉 公开", "清单里没有“公开”可去掉。"),
        ("专栏去掉", "清单里没有“专栏”可去掉。现在有：1 政策解读、3 微信公众号、A 部门预算也公开了、"),
    ],
)
def test_what_names_nothing_is_told(typed: str, said: str) -> None:
    """One sentence says what is there instead; nothing is taken for a note."""
    view = VIEW if typed != "去掉 公开" else QuestionView("x", "", 1, 1, "", "ticks", ticks=VIEW.ticks)
    read = read_ticks(view, typed)

    assert isinstance(read, NoTicks)
    assert read.sentence.startswith(said)


def test_words_that_fit_two_items_are_asked_back() -> None:
    """公开 stands in one tick and one line: which is meant is asked with their signs."""
    view = QuestionView("x", "", 1, 1, "", "ticks", ticks=VIEW.ticks, lines=("公众号推文50条",))

    assert read_ticks(view, "去掉 公众号") == NoTicks(
        "有几项都带“公众号”：3 微信公众号、A 公众号推文50条。写前面的号码。"
    )


def test_letters_go_on_after_z() -> None:
    """Nobody runs out of letters."""
    assert [letter(at) for at in (0, 25, 26, 52)] == ["A", "Z", "AA", "BA"]


def test_a_list_without_ticks_is_not_counted() -> None:
    """Where nothing can be ticked, a number is told so."""
    bare = QuestionView("x", "", 1, 1, "", "ticks")
    noted = QuestionView("x", "", 1, 1, "", "ticks", lines=("人手少",))

    assert read_ticks(bare, "1 2") == NoTicks("这一问没有可勾的清单，直接写话就行。")
    assert read_ticks(noted, "加上 4") == NoTicks("这一问没有可勾的清单，自己写的只有 A。")
