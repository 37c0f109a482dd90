"""Unseen jottings are read whole and written in official order, or not at all."""

import pytest

from phrasebank.grammar.chunks import chunks_of
from phrasebank.grammar.mention import names_place
from phrasebank.grammar.readings import read_clause
from phrasebank.grammar.roles import load_roles
from phrasebank.grammar.write import write_clause
from phrasebank.register import Voice
from phrasebank.register.rewrite import normalise
from phrasebank.register.safety import keeps_atoms, keeps_company
from report.unit import Unit
from tests.phrasebank.made import worded

BUREAU = Voice(Unit("云岭县水务局", "我局", "department"), 2024)

LINES = (
    (
        "主动公开",
        "河道采砂、水资源费、取水许可这些群众关心的都公开了",
        "群众关心的河道采砂、水资源费、取水许可均已公开",
    ),
    ("主动公开", "36个取水许可、5个处罚都上了信用平台", "取水许可36件、处罚5件均已在信用平台公示"),
    ("主动公开", "人大代表提的4条建议都办完答了", "人大代表提出的建议4件均已办结并答复"),
    ("主动公开", "低保名单每个月都在村里公示栏贴", "低保名单每月均在村务公示栏张贴公布"),
    ("主动公开", "养老补贴的标准和名单都上了墙", "养老补贴的标准和名单均已在公示栏公布"),
    ("主动公开", "惠企政策弄了个专栏，放了32条", "开设惠企政策专栏，发布信息32条"),
    ("主动公开", "出了2个规范性文件，都配了解读", "出台规范性文件2件，均配有政策解读"),
    ("依申请公开", "网上交的2个，寄信的1个", "网络提交2件，信函寄送1件"),
    (
        "依申请公开",
        "2个给了，1个不归我们管告诉他找自然资源局了",
        "予以公开2件，其中1件不属于本机关负责公开，告知申请人向自然资源局申请获取",
    ),
    ("依申请公开", "都是按时回的", "均按期回复"),
    ("依申请公开", "1件材料不全，打电话让他补了", "其中1件申请材料不齐全，电话通知申请人补正"),
    ("政府信息管理", "公文出手前先定好公开不公开", "公文印发前先认定公开属性"),
    ("政府信息管理", "去年的老文件清了31件，失效的就标出来了", "清理往年文件31件，标注失效历年文件"),
    ("政府信息管理", "上网前三个人看过才发", "信息发布前由3人审核"),
    ("政府信息管理", "文件都编了号存了档", "文件均已编号并归档"),
    (
        "平台建设",
        "把网站上的水务公开栏目重新排了排，删了两个没东西的栏目",
        "重新调整网站水务公开栏目，删除空白栏目2个",
    ),
    ("平台建设", "办事大厅放了台查询机", "在办事大厅设置查询机"),
    ("平台建设", "错链修了12个", "修复错误链接12处"),
    ("监督保障", "4个科室分头明确了人", "由4个科室分别明确人员"),
    ("监督保障", "开了2次会专门讲这个事", "召开会议2次，专门部署政府信息公开工作"),
    ("监督保障", "让县政府办培训了1回，去了3个人", "县政府办公室开展培训1次，3人参加"),
    ("监督保障", "县里抽查了3次都没问题", "县级抽查3次，均未发现问题"),
    ("监督保障", "信息员换了两个人", "更换信息员2名"),
    ("监督保障", "给乡镇水管站讲了一堂课，来了32个", "对乡镇水管站开展培训1场，32人参加"),
    ("依申请公开", "答复都送法规处把关", "答复均由法规处审核"),
    ("主动公开", "老旧小区加装电梯补贴名单公示过3批", "老旧小区加装电梯补贴名单已公示3批"),
    ("平台建设", "8个林场门口都立了公开牌", "在8个林场门口均设立公开牌"),
    ("政府信息管理", "经办写、主任看、副乡长签", "信息由经办人起草、主任审核、副乡长签发"),
)


def said(field: str, line: str) -> str:
    return "，".join(worded(line, field, BUREAU))


@pytest.mark.parametrize(("field", "line", "official"), LINES, ids=[line for _, line, _ in LINES])
def test_a_spoken_line_is_written_in_official_order(field: str, line: str, official: str) -> None:
    """Who, how, through what, verb, thing, number; what was said of the same thing before gives its noun."""
    assert said(field, line) == official


@pytest.mark.parametrize("text", ["他那个事儿整得不咋地", "咱也说不好", "瞎弄一气"])
def test_what_cannot_be_read_whole_is_not_touched(text: str) -> None:
    """A word without a place makes the reading fail."""
    assert write_clause(text, "主动公开") is None


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("政府信息管理", "照片里的脸都遮"),
        ("平台建设", "车上喷二维码"),
        ("监督保障", "能不能帮着申请点补助"),
        ("平台建设", "站上滚惠农的东西"),
    ],
)
def test_a_bare_verb_of_speech_is_left_to_a_person(field: str, line: str) -> None:
    """What stays speech after the safe edits is marked, never printed as it was said."""
    assert said(field, line).startswith("【") or line not in said(field, line)


@pytest.mark.parametrize("text", ["公开指南完善了", "微博号关了2个", "张贴了15份公告"])
def test_every_character_belongs_to_a_word(text: str) -> None:
    """The words of a clause give the clause back."""
    assert "".join(chunk.text for chunk in chunks_of(text) or ()) == text


@pytest.mark.parametrize(("field", "line", "official"), LINES, ids=[line for _, line, _ in LINES])
def test_no_number_is_lost_or_made(field: str, line: str, official: str) -> None:
    """The digits of the wording are the digits of the jotting."""
    del field
    assert keeps_atoms(normalise(line), official)


def test_what_was_planned_is_not_said_to_be_done() -> None:
    """Without 了 nothing is 已."""
    worded = write_clause("重要文件都配图解", "改进情况")

    assert worded is not None
    assert worded[0] == "重要文件均配有图解"


def test_the_likeliest_reading_stands_first() -> None:
    """Readings are ordered by how far-fetched they are."""
    costs = [reading.cost for reading in read_clause("查出来8个问题都改了")]

    assert costs == sorted(costs)
    assert costs


def test_amounts_name_a_known_class_and_field() -> None:
    """The table of amounts can be looked up by what the grammar knows."""
    assert load_roles().amounts["interpretation", "主动公开"] == "发布"


@pytest.mark.parametrize(
    "jotted",
    ["统筹全办力量抓公开", "定了交稿时间", "发了40天", "查了2个月", "下月开会", "清单调了"],
)
def test_a_word_is_not_cut_at_a_verb(jotted: str) -> None:
    """What holds an unknown word cut in two, or counts days as if they were things, is not read at all."""
    assert write_clause(jotted, "主动公开") is None


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("交通违法举报电话换了", "更新交通违法举报电话"),
        ("咨询电话变了", "变更咨询电话"),
        ("领导分工调整后第二天就更新了", "负责人分工调整后次日更新"),
        ("专人发", "由专人发布"),
        ("补贴标准、对象名单发公众号", "补贴标准、对象名单通过微信公众号发布"),
        ("小学初中的招生范围都挂网了", "小学初中的招生范围均已公开"),
        ("个人信息盖掉", "个人信息作遮挡处理"),
    ],
)
def test_a_compound_is_one_thing(jotted: str, said: str) -> None:
    """举报电话 is one thing; what was changed stands before 后."""
    worded = write_clause(jotted, "主动公开")

    assert worded is not None
    assert worded[0] == said


@pytest.mark.parametrize(
    "jotted",
    [
        "上半年排第四",
        "公示名单不带姓名",
        "群众看着头疼",
        "社会提了1126条",
        "年轻人看公众号",
        "居民可以自己查",
        "空白栏目全部补上或者撤掉了",
        "一格放公示",
        "定了2个人具体做",
        "抽检公布时加几句白话解释",
        "1件没有",
        "结果上看",
        "名字和单位一律不写",
        "16家乡镇卫生院都统一配了公示牌",
        "乡镇国土空间规划批下来一个公布一个",
    ],
)
def test_what_an_everyday_verb_means_is_not_guessed(jotted: str) -> None:
    """看, 排, 带 mean what their object says; outsiders do not do the office's work; 或 is a choice of somebody else."""
    assert write_clause(jotted, "政府信息管理") is None


def test_one_more_person() -> None:
    """加个人 wants one more person, not an individual."""
    worded = write_clause("明年加个人", "监督保障")

    assert worded is not None
    assert "个人" not in worded[0]


@pytest.mark.parametrize(
    ("jotted", "written", "kept"),
    [
        ("156个村一键播", "村一键156个播发", False),
        ("4个站所轮流当信息员", "由4名站所轮流担任信息员", False),
        ("配了2个导办员", "配备导办员2名", True),
        ("发了1份收费通知", "印发收费通知1份", True),
        ("信息员换了2个人", "更换信息员2名", True),
    ],
)
def test_a_number_stays_with_what_it_counts(jotted: str, written: str, *, kept: bool) -> None:
    """A wording that parts them, or counts offices as people, is no wording."""
    assert keeps_company(jotted, written) is kept


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("区政府网站统计专栏", True),
        ("便民中心政务公开专区", True),
        ("公开专区挪到大厅门口", False),
        ("升级“随手查”小程序", False),
    ],
)
def test_a_place_that_is_only_named(text: str, *, place: bool) -> None:
    """What only names a place of publication says that it is there; what says more is read as a clause."""
    assert names_place(text) is place
