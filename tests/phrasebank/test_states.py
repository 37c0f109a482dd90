"""Section 五 by families: a thing and its state, what is done to a thing and how often; last year's problems line by line."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.register.shapes import Voice
from phrasebank.troubles.grammar import check_grammar
from phrasebank.troubles.measures import word_measures
from phrasebank.troubles.problems import word_problems
from phrasebank.understand import understand_text
from tests.phrasebank.made import material
from tests.phrasebank.test_flow import body
from tests.phrasebank.test_troubles import section5

_MADE = material(notes={})
_VOICE = Voice(_MADE.unit, _MADE.year)


@pytest.mark.parametrize("name", ["states.yaml", "doings.yaml"])
def test_every_pattern_compiles_and_fills_its_slots(name: str) -> None:
    """A broken pattern is found here, not on the day somebody jots its words."""
    assert check_grammar(name) > 40


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("信箱回复写得太官方，市民看着累", "信箱回复撰写较为生硬，市民阅读不便"),
        ("供热停热的通知发得晚", "供热停热的通知公布不及时"),
        ("低保、残疾人补贴这些公示得少", "低保、残疾人补贴等信息公示较少"),
        ("各大队执法公示写得不一样", "各大队执法公示撰写不一致"),
        ("预决算的表格多，文字说明少", "预算、决算的表格较多，文字说明较少"),
        ("招标信息分散在几个网站，找起来费事", "招标信息分散在多个网站，查找不便"),
        ("有1件诉讼败诉，说明答复时把关不严", "反映出答复环节审核把关不够严格"),
        ("各分局公开的质量参差不齐", "各分局公开质量参差不齐"),
        ("企业要在好几个平台里找", "企业需在多个平台查找"),
        ("网站搜不到前年的批复", "网站无法检索到前年的批复"),
        ("评审结果只公布名单，没公布打分", "评审结果仅公布名单，未公布评分"),
        ("考核目录跟实际职责对不上", "考核目录与实际职责不一致"),
        ("招生政策每年都变，网上的还是旧的", "招生政策每年均有变化，网上内容仍为旧内容"),
        ("专区放在四楼，来的人少", "专区设在四楼，到访人员较少"),
        ("信息公开没有专人，由会计兼着", "信息公开无专人，由会计兼任"),
        ("养老机构的收费标准不好找", "养老机构的收费标准不便查找"),
        ("新出的补贴政策村干部也说不清", "补贴政策村干部难以说明清楚"),
        ("县分局之间公开水平差得多", "县分局之间公开水平差距较大"),
        ("有的科室解读就是把文件抄一段，没讲清楚", "部分科室解读照搬文件内容，未讲解清楚"),
        ("信箱里的答复没有引用依据", "未引用依据"),
        ("数据表格式换来换去，不能直接用", "数据表格式频繁调整，无法直接使用"),
        ("征求意见走过场，企业不知道采纳没采纳", "征求意见流于形式，企业不了解是否采纳"),
        ("联络员都是会计兼着，一到年底就顾不上", "联络员均由会计兼任"),
        ("责任人名单里的电话有几个是空号", "责任人名单中的电话个别为空号"),
        ("热线老打不通", "热线经常无法接通"),
        ("宣传橱窗位置偏，晚上没灯", "宣传橱窗位置较偏，夜间无照明"),
    ],
)
def test_a_problem_is_a_thing_and_its_state(jotted: str, said: str) -> None:
    """Whatever the thing is: the state is written officially and no other thing is said of it."""
    items = word_problems(understand_text(jotted, "存在问题"), _VOICE)

    assert said in "，".join(item.text for item in items if not item.verbatim)


@pytest.mark.parametrize(
    "jotted",
    ["就2个人干，忙起来就顾不上更新", "收费调整只说涨多少，没说为什么涨"],
)
def test_half_a_problem_is_no_problem(jotted: str) -> None:
    """Where a part of a breath could not be worded, all of it waits as it was jotted."""
    items = word_problems(understand_text(jotted, "存在问题"), _VOICE)

    assert [(item.text, item.verbatim) for item in items] == [(jotted, True)]


@pytest.mark.parametrize(
    "jotted",
    [
        "年轻人看公众号",
        "说明情况",
        "专家解读请不到人",
        "微信群里发通知多",
        "政策多、分散的",
        "上年任务",
        "合同公开老",
    ],
)
def test_what_complains_of_nothing_is_no_problem(jotted: str) -> None:
    """It waits for the person instead of standing as a problem."""
    assert all(item.verbatim for item in word_problems(understand_text(jotted, "存在问题"), _VOICE))


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("对各大队每月打一次分", "每月对各大队评分一次"),
        ("每季度做2场直播讲医保", "每季度开展直播2场，讲解医保"),
        ("每个科室每周至少报3条", "各科室每周至少报送3条"),
        ("每半年对窗口人员培训一次", "每半年对窗口人员培训一次"),
        ("每月做2条视频、4张图", "每月制作2条视频、4张图"),
        ("给社区编一本答复手册，轮训一遍", "为社区编制答复手册，并组织轮训一次"),
        ("超过15天没更新就提醒", "超过15天未更新的予以提醒"),
        ("挑3个弱的乡镇蹲点帮", "选择3个工作薄弱的乡镇驻点帮扶"),
        ("来信3天内要回", "来信须在3天内回复"),
        ("把处罚信息归到一个栏目", "将处罚信息统一归集到一个栏目"),
        ("审批时间从20天压到12天", "审批时间由20天缩短至12天"),
        ("新文件都配解读", "新文件均配发解读材料"),
        ("融资政策单独做个专栏", "为融资政策单独开设专栏"),
        ("财务公开要附明细", "财务公开须附明细"),
        ("差的单位派人驻点一周，帮着改", "对工作较差的单位派员驻点一周，协助整改"),
        ("热线加2个座席，留言3天内必须回", "热线增加座席2个，留言在3天内回复"),
        ("同一件事由牵头科室发，别的科室转", "同一事项由牵头科室发布，其他科室转发"),
        ("英文版改成每月更新，请外语学院帮着译", "英文版改为每月更新，邀请外语学院协助翻译"),
        ("明年上半年把线路图换成大字的", "2025年上半年将线路图更换为大字版"),
        ("考核分值从2分提到5分", "考核分值由2分提高到5分"),
        ("专区搬到一楼大厅，门口立个牌子", "将专区移至一楼大厅，门口设置标识牌"),
        ("稿件发布前让办公室看一遍", "稿件发布前由办公室审核"),
        ("各股室每月20号前交材料，晚了的在局务会上点名", "各股室每月20日前报送材料，逾期的在局务会上通报"),
        ("对信息员每季度培训一次，手把手教后台怎么用", "每季度对信息员培训一次，现场指导后台使用方法"),
    ],
)
def test_a_measure_is_what_is_done_to_what_how_often(jotted: str, said: str) -> None:
    """Who, how often, at least how many: each in its place, none dropped."""
    measures = word_measures(understand_text(jotted, "改进情况"), _VOICE)

    assert ["，".join(item.text for item in group) for group in measures.groups] == [said]


def test_a_complaint_without_its_head_waits_with_it() -> None:
    """风吹雨淋看不见了 says nothing without 村里贴了就算, which nobody can print."""
    items = word_problems(understand_text("村里贴了就算，风吹雨淋看不见了", "存在问题"), _VOICE)

    assert [item.verbatim for item in items] == [True]


def test_last_years_problems_in_one_line_are_taken_up_one_by_one() -> None:
    """宣传少，更新慢 is two problems, and each is answered or asked about."""
    _, measures = section5({"改进情况": "去年说宣传少，今年印了折页2000份"}, last_year=("宣传少，更新慢",))

    assert "上年提出的公开渠道宣传不足问题，本年度印制折页2000份。" in measures
    assert "【待补：上年“更新慢”问题的整改情况】" in measures


def test_a_line_that_opens_with_last_years_problem_takes_it_up() -> None:
    """Nobody has to write 去年 before it; the problem is not said twice."""
    _, measures = section5(
        {"存在问题": "解读太少", "改进情况": "栏目更新慢，今年每周查一次，超过30天没更新就提醒"},
        last_year=("栏目更新慢",),
    )

    assert measures.count("更新不及时") == 1
    assert "超过30天未更新的予以提醒" in measures


def test_what_is_not_mended_yet_is_said_so() -> None:
    """乡镇不平衡的问题还在 is neither a measure nor mended."""
    _, measures = section5(
        {"存在问题": "解读太少", "改进情况": "乡镇不平衡的问题还在，今年组织5个乡镇互相学"},
        last_year=("乡镇之间不平衡",),
    )

    assert "上年提出的乡镇之间工作进展不平衡问题仍然存在，本年度组织5个乡镇互相学习。" in measures


def test_a_year_before_the_problem_is_last_year() -> None:
    """2019年提的… is no measure of this year, and the words are not repeated as what was done."""
    _, measures = section5(
        {"存在问题": "解读太少", "改进情况": "2019年提的办事指南不够细，今年所需材料、收费标准都列上了"},
        last_year=("办事指南不够细",),
    )

    assert "上年提出的办事指南不够细致问题，本年度所需材料、收费标准均已列明。" in measures


_PAID = {"FEE6.notices": 2, "FEE6.notified": 1160, "FEE6.received": 740}


@pytest.mark.parametrize(
    ("jotted", "cells", "beside"),
    [
        ("开了2张单子，1160块，收上来740块", _PAID, ""),
        ("发收费通知2份，一共1160元，收到740元，另一个没交，算放弃", _PAID | {"T3.R22.C1": 1}, ""),
        ("收费没有；机构没变化", {}, "本年度机构设置无变化。"),
        ("6月机构改革，信访办划给了政法委", {}, "6月因机构改革，信访办划转至政法委。"),
        ("收的740元已经上缴国库", _PAID, "收取的740元信息处理费已上缴国库。"),
        ("报名费的事以后再讲", {}, "【待核：报名费的事以后再讲】"),
        ("其他没啥", {}, "无"),
        ("开了2张单子，收上来800块", _PAID, "800"),
    ],
)
def test_other_matters_tell_no_fee_twice(jotted: str, cells: dict[str, int], beside: str) -> None:
    """What the fee statement says is dropped, another number waits, other matters are written officially."""
    made = material(notes={"其他事项": jotted}, cells=cells)
    said = body(compose(made, load_bank(), strict=True), "6")
    _, _, rest = said.partition("。")

    assert beside in rest
    assert beside or not rest.replace("其中1件因申请人逾期未缴纳费用，不再处理。", "").strip("。"), rest
