"""Who does the work, how it was marked, what was met about: told in everyday words in 监督保障."""

import pytest

from phrasebank.register import Voice
from report.unit import Unit
from tests.phrasebank.made import worded

OFFICE = Voice(Unit("云岭县水务局", "我局", "department"), 2024)


def said(line: str) -> str:
    return "；".join(worded(line, "监督保障", OFFICE))


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("分管局长一个，办公室两个人轮着干", "由一名分管局长负责，办公室2人轮流承担具体工作"),
        ("一个副镇长分管，两个专干", "由一名副镇长分管政府信息公开工作，配备专干2名"),
        ("医院各报1个联系人", "各医院明确联系人1名"),
        ("党政办2人，21个村各1人", "党政办配备工作人员2名，21个村各明确1人"),
        ("每个科室定1个信息员，一共14个", "各科室明确信息员1名，共14名"),
        ("科里定编3人，实有2人", "科室核定编制3名，实有2名"),
        ("法规科5个人里有2个专门干这个", "法规科共5人，其中2人负责政府信息公开工作"),
        ("人马整合：办公室4人，其中管公开的1人", "人员整合后，办公室共4人，其中1人负责政府信息公开工作"),
        ("办公室主任兼联络员，另有1人负责上传", "由办公室主任兼任联络员，另有1人负责上传"),
        (
            "重新排了分工：局长总管，副局长分管，办公室具体抓",
            "重新调整分工，局长负总责，副局长分管，办公室具体负责",
        ),
        ("人名单年初报县里了", "人员名单年初上报县级"),
    ],
)
def test_who_does_the_work(line: str, official: str) -> None:
    """People and offices with what they do and how many they are."""
    assert said(line) == official


@pytest.mark.parametrize("line", ["培训1次，3月，村干部20人", "开展培训，每村2人", "联络员14名，每社区1名"])
def test_who_came_is_nobody_appointed(line: str) -> None:
    """Who came to a training, or a share of what was counted before, is no appointment."""
    assert "工作人员" not in said(line)
    assert "各村明确" not in said(line)


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("县里测评排全县第6，比去年进了5位", "县级测评排名全县第6位，比上年上升5位"),
        ("区里测评打了90.5，去年是88", "区级测评得分90.5分，上年为88分"),
        ("考核得了94分，全县第3", "考核得分94分，排名全县第3位"),
        ("市里季度检查扣分3项，全是栏目空着，当月补齐", "市级季度检查扣分3项，均为栏目空白，当月补齐"),
        ("县里通报过1次，说公众号更新慢，当月改了", "被县级通报1次，指出公众号更新较慢，当月完成整改"),
        (
            "12个县区局评一评排一排，前三名通报表扬，后两名约谈",
            "对12个县区局开展评比排名，通报表扬前3名，约谈后2名",
        ),
        ("出错别字的扣当月考核分，今年扣过2次", "对出现错别字的，扣减当月考核分，全年扣分2次"),
        (
            "把学校信息公开放进年度绩效考核，满分10分，最低的得了6.5",
            "将学校信息公开纳入年度绩效考核，满分10分，最低得分6.5分",
        ),
        (
            "预决算公开情况请财政监督组核查，查了133家，问题19个，年底清零",
            "邀请财政监督组核查预决算公开情况，检查133家，发现问题19个，年底全部清零",
        ),
        ("请第三方评了一次，得了87分", "委托第三方机构开展评估1次，得分87分"),
    ],
)
def test_marks_and_ranks(line: str, official: str) -> None:
    """What was scored, where the unit stood, what was deducted and why."""
    assert said(line) == official


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("召开工作会3次，讲怎么发、谁来批", "召开工作会3次，研究发布方法和审批责任"),
        ("开过两次专题会：3月讲问题，10月讲整改", "召开专题会议2次，3月研究问题，10月研究整改"),
        ("书记镇长各批示过1回", "书记、镇长各作出批示1次"),
        ("4月开了一次动员会，来了46个人", "4月召开动员会1次，46人参加"),
    ],
)
def test_meetings(line: str, official: str) -> None:
    """How often, what about, who came."""
    assert said(line) == official
