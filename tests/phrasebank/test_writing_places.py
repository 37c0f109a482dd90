"""What the craft of writing asks of 政府信息管理 and 平台建设, jotting by jotting: the same facts in official words."""

import pytest

from phrasebank.register import Voice
from report.unit import Unit
from tests.phrasebank.made import worded

OFFICE = Voice(Unit("云岭县住房和城乡建设局", "我局", "department"), 2024)


def said(line: str, field: str) -> list[str]:
    return worded(line, field, OFFICE)


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("发之前三道审", "信息发布前须经三级审核"),
        ("办公室看、分管看、一把手签", "信息由办公室初审、分管负责人复审、主要负责人签发"),
        ("保密这块上网前都过一遍", "信息上网前逐条进行保密审查"),
        ("文件起草时就定公开不公开", "公文起草时同步认定公开属性"),
        ("指南完善了，怎么申请、几天答复写明白", "完善政府信息公开指南，写明申请方式、答复时限"),
        ("废了2个老文件，还剩9个", "废止行政规范性文件2件，现行有效9件"),
        ("老文件理了一遍", "对历年文件作了清理"),
        ("过期的下了56条，错链清38", "下架过期信息56条，修复错误链接38处"),
        ("错别字筛了3轮改126处", "开展错别字筛查3轮，更正126处"),
        ("目录26个领域重新捋了", "对26个领域的公开目录重新作了梳理"),
        ("谁发谁负责", "坚持谁公开、谁负责"),
        ("规范性文件清了一遍，废了3个，改了1个，留了8个", "清理规范性文件，废止3件，修订1件，保留8件"),
        ("制度修了两个，新订了一个", "修订制度2项，新制定一项"),
        ("公开指南更新了一次，改了联系电话和办公地址", "更新公开指南1次，更新联系电话和办公地址"),
        ("每季度查一遍网站，发现错别字马上改", "每季度检查网站一次，发现错别字立即更正"),
        ("建立信息发布台账，发一条登一条", "建立信息发布台账，逐条登记发布信息"),
    ],
)
def test_management(line: str, official: str) -> None:
    """2.4: what is done before publication, with papers and lists; nothing is named that was not said."""
    assert said(line, "政府信息管理") == [official]


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("网站专栏7月调了下", "7月调整政府网站专栏"),
        ("部门栏目归并了23个", "归并部门栏目23个"),
        ("现有新媒体38个关停5个", "关停政务新媒体账号5个，现有38个"),
        ("抖音号销了，没人管", "注销无力运维的抖音账号"),
        ("弄了个公开角，放指南", "设置政务公开角，摆放指南"),
        ("图书馆档案馆大厅3个查阅点", "在图书馆、档案馆和政务服务大厅设查阅点3个"),
        ("适老化改完了", "完成网站适老化改造"),
        ("智能问答新增412条", "智能问答库新增问答412条"),
        ("两条腿走路，网上墙上一起", "线上发布与线下公示同步进行"),
        ("公众号每周更", "微信公众号每周更新"),
        ("公众号粉丝5200→6800", "公众号关注用户由5200人增至6800人"),
        ("新媒体账号原来5个，关了3个，现在2个", "新媒体账号原有5个，关停3个，现有2个"),
        ("微信工作群拉了12个，发通知用", "建立微信工作群12个，用于发布通知"),
        ("政务大厅放了两台查询机，还有公开指南", "在政务服务大厅设置查询机2台，摆放公开指南"),
        ("手机上也能看了", "手机上可查看"),
    ],
)
def test_platform(line: str, official: str) -> None:
    """2.5: places and tools; a stock is no increase, a sight is no review."""
    assert said(line, "平台建设") == [official]


def test_a_screen_that_shows_nobody_says_what_waits_for_a_person() -> None:
    """What runs over the screen must have been said."""
    assert said("电子屏天天滚", "平台建设") == ["【电子屏天天滚】"]
