"""What was made public, told as a thing and pieces about it, with the questions people ask as its names."""

import pytest

from phrasebank.register import Voice
from phrasebank.register.asked import asked
from report.unit import Unit
from tests.phrasebank.made import worded

OFFICE = Voice(Unit("云岭县水务局", "我局", "department"), 2024)


def said(line: str) -> str:
    return "；".join(worded(line, "主动公开", OFFICE))


@pytest.mark.parametrize(
    ("line", "official"),
    [
        (
            "疫苗接种安排，天天发，累计62期，哪个点几点开门都写",
            "疫苗接种安排每日发布，共62期，写明各点位开门时间",
        ),
        ("医保基金收支、结余，按季公布", "医保基金收支、结余按季度公布"),
        ("低保金、特困金，每月公示，写明谁领的、领了多少钱", "低保金、特困金每月公示，写明领取人和领取金额"),
        (
            "宅基地审批104件，一月一公示，谁批的、批了多少平方写清楚",
            "宅基地审批104件按月公示，写明审批人和批准面积",
        ),
        ("避难场所名单第一次公布，21处，带地图", "避难场所名单首次公布，共21处，附地图"),
        ("停水通知，提前三天发，共26期", "停水通知提前三天发布，共26期"),
        (
            "义务教育划片范围，6月公布，带地图，家长可以按小区查",
            "义务教育划片范围于6月公布，附地图，家长可按小区查询",
        ),
        (
            "危房改造资金花了120万，花在哪儿、谁施工的，10月前公示",
            "使用危房改造资金120万元，资金去向和施工单位于10月前公示",
        ),
        ("应急预案7个，修订2个，都可下载", "公开应急预案7个，其中修订2个，均可下载"),
        ("粮补、农机补两项补贴明细公示，18个村全覆盖", "粮食补贴、农机补贴2项补贴明细公示覆盖全部18个村"),
        ("公租房名单，每季度更新，现有312户", "公租房名单每季度更新，现有312户"),
        ("救灾款发放到乡镇的，发一批公布一批，共9批", "发放到乡镇的救灾款逐批公布，共9批"),
        ("预算3月、决算9月挂上去", "3月公开预算，9月公开决算"),
        ("低保、高龄补贴：按月出表，楼道口公示", "低保、高龄补贴按月列表公布，在楼道口公示"),
        ("旅游投诉电话、救援电话，景区门口都贴", "旅游投诉电话、救援电话均在景区门口张贴"),
        ("学校食堂检查结果，一月一公布，不合格的写明原因", "学校食堂检查结果按月公布，对不合格的注明原因"),
        (
            "预警信号178次，短信、喇叭、公众号三路同发",
            "发布预警信号178次，通过短信、农村广播和微信公众号同步发布",
        ),
        ("传染病月报12期", "编发传染病月报12期"),
        ("防汛：6月到8月雨情险情通报45次", "防汛方面，6月到8月通报雨情险情45次"),
        ("人工增雨作业公告3次，作业时段、禁飞区域写明", "发布人工增雨作业公告3次，写明作业时段、禁飞区域"),
        ("补偿方案公示2回，第2回按群众意见改了3处", "公示补偿方案2次，第2次按群众意见修改3处"),
        ("演出许可56件，走“双公示”", "作出演出行政许可决定56件，已按“双公示”要求公布"),
        ("处罚35件，罚得重的7件挂了全文", "作出行政处罚决定35件，其中处罚较重的7件公布全文"),
        ("医疗机构处罚信息243件，按7天的要求上网", "医疗机构处罚信息243件按7天内的要求上网公开"),
    ],
)
def test_a_thing_and_pieces_about_it(line: str, official: str) -> None:
    """How often, when, where, how much of it, what is written in it."""
    assert said(line) == official


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("低保216户，临时救助53人次，每月贴", "53人次每月张贴"),
        ("采购4次62.3万元，都公告", "62.3万元均已公告"),
        ("小区物业考核结果一年公布2次", "一年2次"),
        ("公租房名单，每季度更新，现有312户", "公布租房"),
        ("网站146条，公众号175条，不算多", "不算多"),
    ],
)
def test_what_is_not_said_of_the_thing(line: str, broken: str) -> None:
    """A number of people, a sum of money or a span of time is not what was made public."""
    assert broken not in "".join(
        each for each in worded(line, "主动公开", OFFICE) if not each.startswith("【")
    )


@pytest.mark.parametrize(
    ("questions", "names"),
    [
        ("谁批的、批了多少平方", "审批人和批准面积"),
        ("花在哪儿、效果咋样", "资金去向和使用效果"),
        ("几点出摊几点收摊", "出摊和收摊时间"),
        ("几点发车", "发车时间"),
        ("怎么分的", "分配办法"),
        ("分配到哪个单位哪个项目", "分配单位和项目"),
        ("收费多少、怎么收", "收费标准和收费方式"),
        ("养老金怎么算、怎么领", "养老金计算方法和领取方式"),
        ("为什么涨", "上调原因"),
        ("开门时间、办证怎么办", "开门时间和办证流程"),
        ("谁吃的", ""),
        ("多少是多少", ""),
        ("收费标准、电话", ""),
    ],
)
def test_questions_as_names(questions: str, names: str) -> None:
    """Every item of a list becomes a noun; a list without a question is none."""
    assert asked(questions) == names
