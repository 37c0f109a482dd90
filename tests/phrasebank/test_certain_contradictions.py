"""Only a number that can be no other is held against a table; a true note is never called wrong."""

import pytest

from tests.phrasebank.test_requests_notes import told

CELLS = {
    "T3.R01.C1": 6, "T3.R01.C2": 2, "T3.R02.C1": 3, "T3.R02.C2": 1,
    "T3.R03.C1": 3, "T3.R03.C2": 1, "T3.R04.C1": 1, "T3.R08.C1": 1, "T3.R13.C1": 2, "T3.R16.C1": 1, "T3.R21.C1": 1,
    "T3.R25.C1": 1, "T3.R25.C2": 1, "T4.V1": 3, "T4.V2": 1, "T4.W1": 1, "T2.LIC": 173, "T2.NORM.made": 2,
    "FEE6.notices": 1, "FEE6.notified": 240, "FEE6.received": 240,
}  # fmt: skip

TRUE = (
    "信访转走1件",
    "复议来了4件",
    "去年转4件，今年新收8件",
    "剩下2件是我们没有的",
    "企业那边1件公开了",
    "有1件企业的转下年",
    "12件里办了10件",
    "复议4件，3件维持1件纠正",
    "答复：公开4",
    "一般答复11天",
    "复议、诉讼，法院和市里都支持我们",
    "没走复议直接起诉的1件，法院驳回",
    "上年转来4，转明年2",
    "收了一笔处理费，通知240元，收240元",
    "商品房：预售许可证22个",
    "防雷许可19件，当天公示",
)
FALSE = (
    "新收9件",
    "去年转5件",
    "转明年3件",
    "1件因为涉及第三方没给，予以公开5件",
    "复议5件",
    "没有收到申请",
    "行政许可150件",
    "预售许可证222个",
    "新发规范性文件9件",
)


@pytest.mark.parametrize("line", TRUE)
@pytest.mark.parametrize("field", ["依申请公开", "主动公开", "其他事项"])
def test_a_true_note_is_never_called_wrong(line: str, field: str) -> None:
    """Wherever it was jotted."""
    assert [conflict.question for conflict in told(line, CELLS, field).conflicts] == []


@pytest.mark.parametrize("line", FALSE)
def test_a_number_that_is_not_the_tables_is_asked_about(line: str) -> None:
    """The other side: what is certain is held against the table."""
    field = "主动公开" if "许可" in line or "文件" in line else "依申请公开"

    assert told(line, CELLS, field).conflicts
