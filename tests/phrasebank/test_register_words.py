"""Whole words only: no edit cuts into a longer word, and each everyday verb is written by what it is done with."""

import pytest

from phrasebank.reading import Clause, Note
from phrasebank.register import Restated, Voice, restate_line
from phrasebank.register.edits import reword
from phrasebank.register.minimal import minimal
from phrasebank.register.rewrite import normalise
from phrasebank.register.wording import cut, load_wording
from phrasebank.understand import understand
from report.unit import Unit

CITY = Voice(Unit("江北市人民政府", "我市", "government"), 2024)

TRAPS = (
    "个人信息", "个人隐私", "个体工商户", "个性化服务", "整个流程", "人大代表", "人大常委会", "首都机场", "都市报",
    "了解政策", "为了群众", "除了网站", "超过期限", "通过审核", "经过审查", "办公室负责", "民政办负责", "经办人员", "承办单位",
    "主办单位", "政府办公室", "党政办负责", "公开栏", "公开信", "开展检查", "开放日", "展板内容", "就业信息", "就医指南", "就近办理",
    "上网公开", "网上公开", "理论学习中心", "道理", "要求明确", "需要公开", "给予补贴", "供给信息", "补给信息", "和谐社区", "对外公开",
    "对照目录", "收录文件", "接收申请", "验收结果", "税收优惠", "征收公告", "固定栏目", "规定时限", "认定属性", "改革方案", "整改问题",
    "修改目录", "发展规划", "发改部门", "研发补贴", "编辑信息", "编号管理", "印章使用", "应用平台", "信用信息", "更换内容", "挂牌公示",
    "贴息贷款", "补贴名单", "查阅中心", "检查通报", "装修补贴", "参加培训", "调查数据", "关于公开", "相关信息", "停车收费", "录用公告",
    "把关审核", "把握尺度", "跟踪督促", "才能培训", "全覆盖", "多数单位", "特别程序",
)  # fmt: skip


@pytest.mark.parametrize("text", TRAPS)
def test_a_word_inside_a_longer_word_is_left_alone(text: str) -> None:
    """Words that hold an everyday verb, particle or classifier stay whole."""
    assert text.replace("把关审核", "审核") in "".join(reword(text)).replace("审核把关", "审核") or (
        "".join(reword(text)) == text
    )


@pytest.mark.parametrize("entry", load_wording().entries.verbs, ids=lambda entry: entry.like[0])
def test_an_everyday_verb_is_written_by_its_object(entry: object) -> None:
    """Each row of the table does what its example says."""
    jotted, official = entry.like  # type: ignore[attr-defined]

    assert official == "".join(reword(normalise(jotted)))


@pytest.mark.parametrize(
    ("field", "line", "said"),
    [
        ("其他事项", "3件申请收了信息处理费", ["3件申请收取信息处理费"]),
        (
            "平台建设",
            "新媒体账号登记备案，开设、变更、关停、注销都有流程，检查100%全覆盖",
            ["新媒体账号登记备案，开设、变更、关停、注销均有流程，检查100%全覆盖"],
        ),
        (
            "平台建设",
            "3个市级查阅中心、1个市级政务公开专区都优化提升了",
            ["市级查阅中心3个、市级政务公开专区1个均已优化提升"],
        ),
        (
            "监督保障",
            "办了第七期政府信息和政务公开专题培训班，有理论有现场教学",
            ["举办第七期政府信息和政务公开专题培训班，有理论有现场教学"],
        ),
        (
            "依申请公开",
            "跟法院、复议机构搞府院联动，疑难的一起研讨",
            ["与法院、复议机构开展府院联动，共同研讨疑难事项"],
        ),
        (
            "主动公开",
            "政策问答98期，市级48、沭阳15、泗阳9、泗洪7、宿豫17、宿城2",
            ["发布政策问答98期，其中市级48期、沭阳15期、泗阳9期、泗洪7期、宿豫17期、宿城2期"],
        ),
    ],
)
def test_a_line_keeps_its_words_and_its_order(field: str, line: str, said: list[str]) -> None:
    """What was said in one breath is one sentence, with the fewest edits."""
    results = restate_line(understand([Note(line, field)]), CITY)

    assert said == [result.text if isinstance(result, Restated) else result.clause.text for result in results]


def test_parts_that_exceed_their_whole_are_left_to_a_person() -> None:
    """No 其中 is written over a sum that cannot be."""
    note = Note("网站10条，动态8、公告5", "主动公开")
    clauses = tuple(Clause(text, note, field="主动公开") for text in ("网站10条", "动态8", "公告5"))

    assert not any("其中" in each.text for each in restate_line(clauses, CITY) if isinstance(each, Restated))


def test_a_review_is_not_a_suit() -> None:
    """没人复议 says nothing of suits."""
    results = restate_line(understand([Note("没人复议", "依申请公开")]), CITY)

    assert [each.text for each in results if isinstance(each, Restated)] == [
        "未发生因政府信息公开引起的行政复议"
    ]


@pytest.mark.parametrize("text", ["大家瞎搞", "把这个弄弄", "他们懒得看"])
def test_speech_is_left_to_a_person(text: str) -> None:
    """A clause that still sounds like speech after the edits is not written."""
    assert minimal(text, "主动公开") is None


def test_numbers_and_titles_are_cut_whole() -> None:
    """A classifier stands by itself behind its number; a title is one word."""
    assert cut("3个人参加《条例》培训")[:3] == ["3", "个", "人"]
    assert "《条例》" in cut("学习《条例》")


@pytest.mark.parametrize("said", ["召开工作会议64次", "召开专题会2次", "举办座谈会3场", "配备专职人员64名"])
def test_no_rule_says_a_verb_twice(said: str) -> None:
    """A clause that has its verb keeps it once."""
    clauses = understand([Note(said, "监督保障")])
    (worded,) = restate_line(clauses, Voice(Unit("柳溪县司法局", "我局", "department"), 2024))

    assert isinstance(worded, Restated)
    assert worded.text == said


@pytest.mark.parametrize(
    "jotted",
    ["晚上没灯", "是复议之后告的", "没有跨年的", "不给1", "另有1件是2024年留下的", "电话只留办公室的"],
)
def test_what_was_only_pointed_at_is_left_to_a_person(jotted: str) -> None:
    """没 before a thing is no 未, and an ending 的 leaves out the noun that it speaks of."""
    assert minimal(normalise(jotted), "依申请公开") is None


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("2026年养老信息由综合股统一发布", "2026年养老信息由综合股统一发布"),
        ("比上年的26件多了11件", "比上年的26件多11件"),
        ("公示栏不怕日晒雨淋", "公示栏不怕日晒雨淋"),
        ("漏发公告", "漏发公告"),
    ],
)
def test_a_word_of_the_language_is_not_cut_for_an_edit(jotted: str, said: str) -> None:
    """养老 is no 老信息, 多了 behind a number is no 余, 日晒 is no 公开."""
    assert "".join(reword(normalise(jotted))) == said
