"""Cutting notes: where people really end a clause, and that nothing they wrote is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.clauses import TIME_LABEL
from phrasebank.marks import BULLET
from phrasebank.understand import understand_text

FRAGMENTS = st.sampled_from(
    [
        "网站",
        "公众号",
        "119",
        "75条",
        "（",
        "）",
        "、",
        "，",
        "。",
        "；",
        "/",
        ":",
        "：",
        "\n",
        "1、",
        "2.",
        "一是",
        "①",
        "-",
        "•",
        "其中",
        "明年：",
        "《办法》",
        "〔2021〕30号",
        "都答了",
        "动态52",
        "12345",
        "三审三校",
        "(",
        ")",
        ",",
        " ",
        "\u3000",
        "\t",
        "…",
    ]
)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("网站119条、公众号56条", ["网站119条", "公众号56条"]),
        ("许可214、处罚37都上信用平台双公示了", ["许可214、处罚37都上信用平台双公示了"]),
        (
            "主要是扶贫项目计划安排、扶贫资金使用、小额信贷贴息、先进表彰",
            ["主要是扶贫项目计划安排、扶贫资金使用、小额信贷贴息、先进表彰"],
        ),
        ("图书馆、档案馆、政务大厅查阅点3个", ["图书馆、档案馆、政务大厅查阅点3个"]),
        ("官网75（动态52 文件10 公告5）公众号68", ["官网75", "动态52", "文件10", "公告5", "公众号68"]),
        ("发到村（社区）", ["发到村（社区）"]),
        ("新媒体乱（各科室自己开号，没人管），砍到7个", ["新媒体乱（各科室自己开号，没人管）", "砍到7个"]),
        ("营商措施（5.0版）发布了", ["营商措施（5.0版）发布了"]),
        ("网站120条~公众号56条——抖音3条", ["网站120条", "公众号56条", "抖音3条"]),
        ("第一，培训2次；第二，考核1次", ["培训2次", "考核1次"]),
        ("A.培训2次 B.考核1次", ["培训2次", "考核1次"]),
        ("解读晚/更新慢/人不够", ["解读晚", "更新慢", "人不够"]),
        ("建议18 提案16 全答了", ["建议18", "提案16", "全答了"]),
        ("网站 75 条 公众号 68 条", ["网站 75 条", "公众号 68 条"]),
        (
            "1、说理不细 2、报送不主动，要催 3、解读跟不上",
            ["说理不细", "报送不主动", "要催", "解读跟不上"],
        ),
        ("一是解读少；二是人手少", ["解读少", "人手少"]),
        ("① 网站200条 ② 公众号150条", ["网站200条", "公众号150条"]),
        ("明年：解读一起报审；评一次案卷", ["解读一起报审", "评一次案卷"]),
        ("网站：75条", ["网站：75条"]),
        ("主动公开/依申请公开/不予公开三样分清楚", ["主动公开/依申请公开/不予公开三样分清楚"]),
        ("公开1,234条,网站1.5万条", ["公开1,234条", "网站1.5万条"]),
        ("没人申请。。当面也行", ["没人申请", "当面也行"]),
        ("《办法》〔2021〕30号，三审三校", ["《办法》〔2021〕30号", "三审三校"]),
    ],
)
def test_clauses_end_where_people_end_them(note: str, expected: list[str]) -> None:
    """Each side of a cut says something by itself; a list that shares one verb stays together."""
    assert expected == [clause.text for clause in understand_text(note, "主动公开")]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("官网75（动态52 文件10）公众号68", [None, 0, 0, None]),
        ("全年612条，其中新闻165、通知139。培训1次", [None, 0, 0, None]),
        ("网站612条：新闻165 通知139", [None, 0, 0]),
        ("解读5篇 图解3 文字2", [None, 0, 0]),
        ("全年143条，官网75（动态52 文件10）公众号68", [None, 0, 1, 1, 0]),
    ],
)
def test_details_know_the_clause_they_detail(note: str, expected: list[int | None]) -> None:
    """Brackets, 其中, a colon after a total, and parts that add up point to their whole."""
    assert expected == [clause.parent for clause in understand_text(note, "主动公开")]


@given(st.lists(FRAGMENTS, max_size=14).map("".join))
def test_nothing_is_lost(note: str) -> None:
    """Clauses are cuts of the note, in order; between them stand only marks, bullets and 明年：."""
    end = 0
    gaps = []
    for clause in understand_text(note, "主动公开"):
        assert clause.text == note[clause.start : clause.start + len(clause.text)]
        assert clause.start >= end
        gaps.append(note[end : clause.start])
        end = clause.start + len(clause.text)
    gaps.append(note[end:])
    left = "".join(TIME_LABEL.sub("", BULLET.sub("", gap)) for gap in gaps)

    assert not any(character.isalnum() for character in left.replace("其中", "")), gaps


@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(note: str) -> None:
    """Whatever is typed, each clause is a cut of it."""
    for clause in understand_text(note, "其他事项"):
        assert clause.text == note[clause.start : clause.start + len(clause.text)]
        for quantity in clause.quantities:
            assert quantity.text == clause.text[quantity.start : quantity.end]


@pytest.mark.parametrize(
    ("line", "clauses"),
    [
        ("网站51公众号35", ["网站51", "公众号35"]),
        ("许可办了12件罚款3起", ["许可办了12件", "罚款3起"]),
        ("公开86条网站51条公众号35条", ["公开86条", "网站51条", "公众号35条"]),
        ("3个网站栏目", ["3个网站栏目"]),
        ("2家企业申请", ["2家企业申请"]),
    ],
)
def test_a_new_label_with_its_number_begins_a_clause(line: str, clauses: list[str]) -> None:
    """Clerks leave the comma out; a label without a number goes on."""
    assert [clause.text for clause in understand_text(line, "主动公开")] == clauses
