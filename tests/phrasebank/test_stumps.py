"""A word cut in two is seen beside what its other part became; whole words that were replaced are none."""

import pytest

from phrasebank.register.stumps import stump
from tests.phrasebank.test_desk import told


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("消费券、以旧换新2项", "消费券、以旧更换2项"),
        ("大厅配置自助查档机4台", "在大厅设置置自助查档机4台"),
        ("问2处得2种答法", "问2处得2种答复法"),
    ],
)
def test_a_word_cut_in_two_is_found(jotted: str, said: str) -> None:
    """The stump stands beside the office word."""
    assert stump(jotted, said)


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("结果挂网", "结果上网公开"),
        ("1件材料不全", "1件申请材料不齐全"),
        ("印了3000张卡片发到户", "印制3000张卡片发放到户"),
        ("老文件理了一遍", "对历年文件作了清理"),
        ("县里抽查3次", "县级抽查3次"),
        ("谁发谁负责", "坚持谁公开、谁负责"),
    ],
)
def test_a_word_that_was_replaced_is_no_cut(jotted: str, said: str) -> None:
    """Small words, and words that gave way as a whole."""
    assert not stump(jotted, said)


@pytest.mark.parametrize(
    "line",
    [
        "婚姻登记预约、跨区通办，须知改版1次",
        "消费券、以旧换新两项，5轮活动",
        "不动产大厅配置自助查档机4台",
        "口径略有出入，群众问两处得两种答法",
    ],
)
def test_what_would_be_cut_is_written_whole_or_waits(line: str) -> None:
    """Nothing of it is printed broken."""
    said = told(line, "平台建设")

    assert not any(broken in said for broken in ("通办理", "更换", "置置", "略存在", "复法"))
