"""The writing craft's rows of 主动公开 (2.2): jotted words and what they may become."""

import re

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from tests.phrasebank.made import material

BANK = load_bank()
CELLS = {"T2.LIC": 214, "T2.PEN": 37, "T2.NORM.made": 12, "T2.NORM.repealed": 8, "T2.NORM.valid": 96}

ROWS = [
    ("全年124条，官网119", "政府信息124条，其中通过政府网站公开119条。"),
    ("公众号56条，粉丝8千多", "微信公众号(?:共)?(?:推送|发布)信息56条，(?:现有)?关注用户8000余人。"),
    ("主要是项目、资金、贴息", "公开内容主要为项目、资金、贴息。"),
    (
        "许可214处罚37双公示了",
        "(?:214件行政许可决定和37件行政处罚决定|行政许可决定214件、行政处罚决定37件，).{0,3}(?:按|完成)“双公示”|按“双公示”要求公布214件行政许可决定和37件行政处罚决定",
    ),
    ("解读5篇，图解3文字2", "政策解读(?:材料)?5篇，其中图解3篇、文字解读2篇。"),
    ("预决算也公开了", "预算、决算已公开。"),
    (
        "建议提案11件（人大7政协4）都答了",
        "共11件，其中人大代表建议7件.政协(?:委员)?提案4件，?(?:均已|全部)答复。",
    ),
    ("村里公示栏也贴，低保名单上墙", "低保名单同时在村务公示栏公布。"),
    ("12345工单318，按时回", "按[时期]回复12345(?:热线)?工单318件。"),
    ("大喇叭也喊", "还通过农村广播播发有关信息。"),
]


@pytest.mark.parametrize(("jotted", "official"), ROWS)
def test_a_row_of_the_craft(jotted: str, official: str) -> None:
    """Each row is written, with a wording of the same meaning, and nothing of it waits for a person."""
    narrative = compose(material(notes={"主动公开": jotted}, cells=CELLS), BANK, strict=True)
    said = next(each.body for each in narrative.paragraphs if each.id == "1.主动公开")

    assert re.search(official, said), said
    assert "【待核" not in said
