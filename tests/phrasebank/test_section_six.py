"""Section 六 and what has no place in a report: fees denied in any words, purchases told whole, gossip that waits."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from tests.phrasebank.made import material
from tests.phrasebank.test_flow import body


def written(field: str, jotted: str) -> str:
    """What section 六, or an aspect of section 一, makes of a note."""
    narrative = compose(material(notes={field: jotted}), load_bank(), strict=True)
    return body(narrative, "6" if field == "其他事项" else f"1.{field}")


@pytest.mark.parametrize(
    "jotted",
    [
        "信息处理费这一块我们没有收过钱，别的也没有什么要报告的了",
        "今年没有收过信息处理费，别的也没有什么要说的",
        "别的没有什么要报告的。",
        "此外没有别的要补充的",
        "无需另行说明的事项",
        "信息处理费没有收（各科室、乡镇都报零）；其他没有",
    ],
)
def test_that_there_is_nothing_is_said_once(jotted: str) -> None:
    """It is in the fee statement and the sentence that nothing else is to be reported; nothing of it waits."""
    assert "待核" not in written("其他事项", jotted)


@pytest.mark.parametrize(
    ("field", "jotted", "said"),
    [
        ("其他事项", "政府采购7个项目，共318万", "采购项目7个，金额318万元"),
        ("其他事项", "采购4批，花了62.5万，结果都在网上公示了", "采购4批，金额62.5万元，结果均已公布"),
        ("其他事项", "机构改革后移民办并过来了，数据含移民办", "机构改革后移民办并入，数据含移民办"),
        ("其他事项", "50页以上的部分才按页收费", "超过50页的部分按页计收"),
        ("监督保障", "考核得了优秀", "考核获评优秀等次"),
        ("监督保障", "绩效考核拿了良好，排全市第五", "绩效考核获评良好等次，排名全市第五位"),
        ("监督保障", "省里测评得了“较好”", "省级测评获评“较好”等次"),
        ("平台建设", "网站每周看一遍，公众号每天看", "每周检查网站一次，每日检查微信公众号"),
    ],
)
def test_it_is_told_whole(field: str, jotted: str, said: str) -> None:
    """One breath one sentence; 看 of a site is no 审核, 优秀 no degree."""
    assert said in written(field, jotted)


@pytest.mark.parametrize(
    "jotted",
    [
        "大厅空调坏了",
        "局里换了台旧车",
        "保安师傅的儿子考上大学了",
        "科里的司机问加班补贴怎么算",
        "有人托人打招呼",
    ],
)
def test_gossip_waits(jotted: str) -> None:
    """What is no affair of disclosure is never printed."""
    assert f"【待核：{jotted}】" in written("监督保障", jotted)
