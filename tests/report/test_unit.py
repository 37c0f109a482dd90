"""What the name of a unit tells about it."""

import pytest

from report.unit import UnitKind, guess_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("海州县西柳镇人民政府", "township"),
        ("云岭县柳树乡人民政府", "township"),
        ("杭城区小河街道办事处", "subdistrict"),
        ("清水镇政府", "township"),
        ("城东街道办", "subdistrict"),
        ("柳溪县政府", "government"),
        ("柳溪县政府办公室", "department"),
        ("葫城市教育局", "department"),
        ("忠县扶贫开发办公室", "department"),
        ("某某经济技术开发区管理委员会", "department"),
        ("国家税务总局云岭县税务局", "department"),
        ("国家统计局宁安调查队", "department"),
        ("洪湖区人民政府", "government"),
        ("某某自治区人民政府", "government"),
        ("水利部", "ministry"),
        ("国家粮食储备部", "ministry"),
        ("某师", None),
        ("[/]", None),
    ],
)
def test_the_ending_tells_the_kind(name: str, kind: UnitKind | None) -> None:
    """By how the name ends; where it does not tell, nothing is guessed."""
    assert guess_kind(name) == kind
