"""A number as it was and as it is: the direction is read off the numbers, the classifier off the thing."""

import pytest

from phrasebank.register.changes import changed
from phrasebank.register.rewrite import normalise


@pytest.mark.parametrize(
    ("jotted", "official"),
    [
        ("网站栏目48→31", "网站栏目由48个减至31个"),
        ("账号3→2", "账号由3个减至2个"),
        ("菜单从11个压到6个", "菜单由11个精简为6个"),
        ("本局子栏目由七并为五", "本局子栏目由七个归并为五个"),
        ("公众号改了菜单，原来三层，现在两层", "公众号菜单由三层减至两层"),
        ("粉丝从1.2万涨到1.5万", "关注用户由1.2万人增至1.5万人"),
        ("公开目录从120项调整到136项", "公开目录由120项增至136项"),
        ("办理时限由20天压到12天", "办理时限由20天压缩至12天"),
    ],
)
def test_a_change_in_number_says_from_and_to(jotted: str, official: str) -> None:
    """Numbers as jotted; 归并 and 精简 only where the person said so and the number fell."""
    assert changed(normalise(jotted)) == official


@pytest.mark.parametrize("jotted", ["栏目5个，现在12块", "时间从3月到5月", "粉丝涨到1.2万", "账号由3个到3个"])
def test_what_tells_of_no_change_is_left_alone(jotted: str) -> None:
    """Different units, spans of time and one number only."""
    assert changed(normalise(jotted)) is None
