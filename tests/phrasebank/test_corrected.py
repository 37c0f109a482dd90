"""A number taken back in the same breath: the corrected one alone is read and written."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.corrected import corrected
from phrasebank.understand import understand_text
from tests.phrasebank.made import material

BANK = load_bank()

TAKEN_BACK = [
    ("推文8篇，不对是9篇", "推文9篇"),
    ("推文8篇，不对是9篇，图解3篇", "推文9篇，图解3篇"),
    ("公示50条，更正一下，是52条", "公示52条"),
    ("培训3次，写错了应为4次", "培训4次"),
    ("发了八篇，哦不对，九篇", "发了九篇"),
    ("发8期，哦不，9期", "发9期"),
    ("公开85条（更正：86条）", "公开86条"),
    ("公开85条(应为86条)", "公开86条"),
    ("培训2次，不是2次，是3次，参加60人", "培训3次，参加60人"),
    ("收到意见12条，不对，13条，采纳5条", "收到意见13条，采纳5条"),
    ("1203条，错了，1230条", "1230条"),
    ("发布信息１２条，说错了，是１３条", "发布信息１３条"),
    ("检查8次不对应该是9次", "检查9次"),
    ("公开50条，记错了，52", "公开52条"),
    ("网站50条，公众号30条，网站写错了，是52条", "网站52条，公众号30条"),
]
AS_JOTTED = [
    "发现3处写错了，更正5处",
    "数据3处不对，5处漏",
    "检查3个村，2个村写错了",
    "错别字21处，更正21处",
    "错别字5处，改正5处",
    "检查3次，错了2次",
    "公示栏8处改为10处",
    "收到12件，其中3件不对应公开事项",
    "解读8篇，写错了，9件",
]


@pytest.mark.parametrize(("jotted", "meant"), TAKEN_BACK)
def test_the_corrected_number_alone_is_meant(jotted: str, meant: str) -> None:
    """Whatever words it is taken back with, and wherever in the line; the rest stays."""
    assert corrected(jotted) == meant


@pytest.mark.parametrize("jotted", AS_JOTTED)
def test_mistakes_that_were_found_are_no_corrections(jotted: str) -> None:
    """Errors of others and changed numbers of things are told, not taken back."""
    assert corrected(jotted) == jotted


def test_understanding_yields_the_corrected_number_only() -> None:
    """What was taken back is no quantity of the note."""
    read = understand_text("推文8篇，不对是9篇", "主动公开")

    assert [quantity.value for clause in read for quantity in clause.quantities] == ["9"]


@pytest.mark.parametrize("line", ["3月培训，不对，是4月", "发布信息50条，应为52条"])
def test_a_line_taken_back_in_an_unclear_way_waits_whole(line: str) -> None:
    """Neither the wrong nor the right half is printed as a fact."""
    said = compose(material(notes={"监督保障": line}), BANK).paragraphs
    told = [each for one in said if one.aspect == "监督保障" for each in one.sentences]

    assert told
    assert all(each.kind in ("verbatim", "gap") for each in told)
