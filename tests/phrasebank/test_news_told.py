"""What was published and what pages, devices and helpers do for people, told in everyday words, is written whole."""

import pytest

from phrasebank.register import Voice
from report.unit import Unit
from tests.phrasebank.made import worded

OFFICE = Voice(Unit("云岭县水务局", "我局", "department"), 2024)


def said(line: str, field: str) -> list[str]:
    return worded(line, field, OFFICE)


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("公告发了42条，大部分是网站发的", "发布公告42条，大部分通过网站发布"),
        ("惠农政策推了26条，主要在微信群推", "推送惠农政策26条，主要通过微信群推送"),
        ("防疫通告48条，少部分是广播播的", "发布防疫通告48条，少部分通过广播播发"),
        ("政策解读发了15篇，有6篇是图解", "发布政策解读15篇，其中图解6篇"),
        ("低保名单贴在村公开栏，12个村都有", "低保名单在村公开栏公布，12个村均已公布"),
        ("部门预算3月公开了，里头有三公经费", "部门预算3月已向社会公开，含“三公”经费"),
        (
            "政府采购9个项目，一共426万元，中标结果都公开",
            "政府采购9个项目，共426万元，中标结果均已公开",
        ),
        ("辟谣5次，都在当天发", "辟谣5次，均当日发布"),
        (
            "招投标公告最多，共有206条，第二是征地公告，99条",
            "招投标公告最多，为206条，其次为征地公告99条",
        ),
        ("规划草案挂网公示，居民提了18条建议，用了5条", "规划草案上网公示，收到居民建议18条，采纳5条"),
        ("养老补贴怎么申请，做了问答2篇", "围绕养老补贴如何申请，制作问答2篇"),
        ("抽检计划2月就公布了", "抽检计划2月已公布"),
        ("就业岗位信息每周五推送", "就业岗位信息每周五推送"),
        ("旧城改造意见征集收了216条，采纳了48条", "旧城改造征求意见，收到意见216条，采纳48条"),
        ("放假、限行这些通知都提前发", "放假、限行通知均已提前印发"),
        ("公交线路、票价在公众号上都能查到", "公交线路、票价均可在公众号查询"),
        ("新闻发布会开了5场，记者提了38个问题", "召开新闻发布会5场，记者提问38个"),
    ],
)
def test_what_is_added_behind_a_comma_joins_what_it_tells_of(line: str, official: str) -> None:
    """A hedge stays a hedge, a part a part, a time with its thing."""
    assert said(line, "主动公开") == [official]


@pytest.mark.parametrize(
    ("line", "official"),
    [
        (
            "公众号加了“找学校”菜单，点进去能查32所学校的招生范围",
            "公众号增设“找学校”菜单，可查询32所学校的招生范围",
        ),
        ("网站新加了搜索框，输入文号就能找到文件", "在网站增加搜索框，输入文号可查找文件"),
        ("专区摆了电脑，群众能上网查", "专区摆放电脑，群众可上网查询"),
        ("居民可以在公众号上报修", "居民可通过公众号报修"),
        ("政务公开专区由2个人值班，教老人用查询机", "政务公开专区由2人值班，指导老年人使用查询机"),
        (
            "导办员帮老人查信息、填表，一年帮了430多人",
            "由导办员协助老年人查询信息、填表，协助430余人",
        ),
        ("手机上能查公积金余额，一年查了18万次", "手机可查询公积金余额，全年查询18万次"),
        ("7个村的宣传栏都换了新展板，9月底前换完", "7个村宣传栏均更换展板，9月底前完成"),
        ("公众号后台换了密码", "更换公众号后台的密码"),
        ("村部门口的公告栏换成了电子屏", "村部门口的公告栏更换为电子显示屏"),
        ("公开栏分成三块，党务一块，村务一块，财务一块", "公开栏分为党务、村务、财务三个部分"),
        ("广播每天早晚各放一次，防火、医保都讲过", "农村广播每日早晚各播放一次，内容涵盖防火、医保"),
        ("街道的两个公众号并成一个，取名“和平街”", "将街道的2个公众号合并为一个，名称为“和平街”"),
        ("网站搬到市里的集约化平台，8月搬完", "网站迁移至市级集约化平台，8月完成"),
        ("查出漏洞3个，都补上了", "发现漏洞3处，均已修复"),
        ("下村讲政策14场，来听的有600多人", "到村讲政策14场，600余人参加"),
        ("办事大厅放了1台自助查询机，居民可以自己查", "在办事大厅设置自助查询机1台，居民可自行查询"),
        ("专区里放了3台电脑、1台打印机", "在专区配备电脑3台、打印机1台"),
        ("电子屏坏了一块，7月修好了", "7月维修电子显示屏一块"),
        ("查阅点去年3个，今年5个", "查阅点由3个增至5个"),
        ("网站做了安全等级测评", "网站完成安全等级测评"),
        (
            "公众号加了“我要办事”入口，能查26项社区办理事项",
            "公众号增设“我要办事”入口，可查询26项社区办理事项",
        ),
        ("每个窗口放了二维码牌，扫码评价", "在每个窗口设置二维码牌，可扫码评价"),
        ("大厅的咨询台改成公开服务台", "政务服务大厅的咨询台改为公开服务台"),
        ("视频号直播3场，最多的一场有1.8万人看", "视频号直播3场，最多的1场1.8万人观看"),
        ("把过期的2016年以前的通知挪到历史栏目", "将2016年以前的过期通知移至历史栏目"),
        ("有3个村没有公开栏，今年补建了", "为未设公开栏的3个村补建公开栏"),
        ("公众号留言每天看，回复了312条", "每日查看微信公众号留言，回复312条"),
        ("网上信访和网站互动栏目打通了", "网上信访和网站互动栏目已打通"),
        ("留言板收到留言134条，三天内都回了", "留言板收到留言134条，均已在三天内回复"),
    ],
)
def test_people_use_what_the_office_offers(line: str, official: str) -> None:
    """查 and 看 of people are no inspection and no approval; what is renewed has an owner, not a place."""
    assert said(line, "平台建设") == [official]


def test_a_number_waits_with_what_it_counts() -> None:
    """有460件 says nothing where the thing before it went to a person."""
    assert said("12345热线问得最多的是物业，有460件", "主动公开") == [
        "【12345热线问得最多的是物业】",
        "【有460件】",
    ]


def test_few_questions_are_not_taken_for_visitors() -> None:
    """查了3次 may be an inspection: it is not read as use."""
    assert "查询3次" not in "".join(said("网站开了查询栏目，查了3次", "平台建设"))


def test_how_much_is_never_cut_into_much_and_little() -> None:
    """收了多少 is one question, not two answers."""
    told = "".join(said("集体土地租金收了多少，明细贴出来了", "主动公开"))

    assert "较多" not in told
    assert "较少" not in told


@pytest.mark.parametrize("line", ["公众号改成每天推", "最多的一场有1.8万人审"])
def test_what_is_no_name_and_no_staff_is_not_read_as_such(line: str) -> None:
    """每天推 is how often, and a crowd approves nothing."""
    told = "".join(said(line, "平台建设"))

    assert "更名" not in told
    assert "审核" not in told
