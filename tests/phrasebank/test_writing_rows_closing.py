"""Sections 2.7 and 2.8 of the writing craft, and their everyday sisters: what is jotted, and what it becomes."""

import pytest

from tests.phrasebank.test_troubles import section5

_MEASURES = [
    ("明年月报前头加一段大白话", "在月报前增加通俗说明"),
    ("哪个股室报得拖，每月局务会上念一下", "每月在局务会上通报报送不及时的股室"),
    ("明年给文书一对一教，教会为止", "对文书开展一对一指导，直至掌握"),
    ("明年系统里设倒计时，到第5天亮红灯", "在系统中设置倒计时，第5日预警"),
    ("视频都带手语窗，请区特校老师录", "视频均配手语窗，由区特校教师录制"),
    ("办事指南明年放首页第一屏", "将办事指南调整至首页第一屏"),
    ("新视频一律上字幕，老的每月补20条", "新发视频均配字幕，原有视频每月补配20条"),
    ("凡县政府发的文件，牵头局长录一段解读", "县政府印发的文件，由牵头部门主要负责人录制解读"),
    ("质检结果分稻谷、小麦、玉米三种分列", "质检结果按稻谷、小麦、玉米三种分列公布"),
    ("旧名称六月底前清完", "六月底前完成旧名称清理"),
    ("先上网再发群（10月起已经这么干了）", "自10月起已实行先上网、后发群"),
    ("空栏目合并，一季度", "归并空白栏目"),
    ("打算请县融媒体帮着拍几个短视频", "由县融媒体协助制作短视频"),
    ("明年上半年把答复书模板统一了，请律师过一遍", "上半年统一答复书模板，由律师审核"),
    ("在大厅加两台查询机，教老人用", "在大厅增设查询机2台，指导老年人使用"),
    ("每个季度抽10份答复书评一评", "每季度抽取答复书10份进行评查"),
    ("专人盯着，超3天没更新打电话催", "由专人跟踪，超过3天未更新的电话督促"),
    ("公示栏换成电子屏，网上发啥屏上就有啥", "将公示栏更换为电子屏，与网站同步发布"),
    ("下一步把信息公开写进科室年终考核，占5分", "将信息公开纳入科室年终考核，分值5分"),
    ("把公开指南印成小册子放在窗口", "将公开指南印制成手册，放置在窗口"),
    ("下一步继续加大解读力度", "加大政策解读力度"),
    ("村务公开照片每月上传到平台", "村务公开照片每月上传至平台"),
    ("打算把年报做成一张长图", "将年报制作成长图"),
]
_LAST_YEAR = [
    ("去年说解读没针对性。今年分安置、优抚、就业三类写，6篇。", "按安置、优抚、就业三类编写解读6篇"),
    ("去年说景区信息东一块西一块，今年合成一张“景区实时牌”", "整合为“景区实时牌”"),
    ("上年提的视障查询难，今年上了朗读、盲文牌", "增设朗读、盲文牌"),
    ("上年说互动少，今年开了“周四回帖”，42次", "开展“周四回帖”42次"),
    ("上年说批后公示乱，今年统一牌子尺寸+公示 30 天，跟踪拍照", "统一牌子尺寸，公示30天，跟踪拍照"),
    ("去年说县区新媒体管得松，今年注销64个，每季抽查通报", "注销账号64个"),
]
_PROBLEMS = [
    ("政策就发原文，没有解读", "政策以发布原文为主，缺少解读"),
    ("质检结果只报合格率，没有品种", "质检结果仅公布合格率，未列明品种"),
    ("热闹的多，办事的少", "活动类信息较多，办事类信息较少"),
    ("中队上报公示老磨蹭，有超7天的", "中队上报公示不及时，存在超过7天的情形"),
    ("视频没字幕的还有，听障的朋友看不了", "部分视频未配字幕，听障人士观看不便"),
    ("新来的信息员不会弄后台", "新任信息员不熟悉后台操作"),
    ("依申请公开的经办人一年换了两个", "依申请公开的经办人一年更换2人"),
    ("有些文件发了好久才挂网上", "部分文件印发后较长时间才在网站公开"),
    ("申请人分不清信访和公开，常投错", "申请人对信访与政府信息公开申请区分不清"),
]

_WAITING = ["教一教新来的那几个", "老旧文件逐件标注有效还是失效"]


@pytest.mark.parametrize("jotted", _WAITING)
def test_a_measure_that_would_come_out_as_another_waits(jotted: str) -> None:
    """Word by word it would be broken: 教 is no 指导并, 老旧 is no 老历年."""
    _, measures = section5({"存在问题": "解读太少", "改进情况": jotted})

    assert f"【待核：{jotted}】" in measures


@pytest.mark.parametrize(("jotted", "said"), _MEASURES)
def test_a_measure_keeps_who_what_and_how_often(jotted: str, said: str) -> None:
    """Action, object and whatever was said of when and how often; nothing waits, nothing is added."""
    _, measures = section5({"存在问题": "解读太少", "改进情况": jotted})

    assert said in measures
    assert "【待核" not in measures


@pytest.mark.parametrize(("jotted", "said"), _LAST_YEAR)
def test_last_years_problem_is_followed_by_what_was_done(jotted: str, said: str) -> None:
    """What was done about last year's problem, over its commas, in the perfect tense."""
    last = {"解读": "政策解读针对性不强", "景区": "景区信息分散", "视障": "视力残疾人查询信息不方便"}
    last |= {"互动": "街道账号互动少", "批后": "规划批后公示不规范", "新媒体": "县区政务新媒体监管不够有力"}
    known = next(problem for word, problem in last.items() if word in jotted)

    _, measures = section5({"存在问题": "人手紧", "改进情况": jotted}, (known,))

    assert said in measures
    assert "上年提出的" in measures


@pytest.mark.parametrize(("jotted", "said"), _PROBLEMS)
def test_a_problem_in_everyday_words_is_a_sentence(jotted: str, said: str) -> None:
    """What is wrong, with what and for whom."""
    problems, _ = section5({"存在问题": jotted})

    assert said in problems
    assert "【待核" not in problems


def test_a_time_without_an_action_waits() -> None:
    """Nobody said what happens on that day."""
    _, measures = section5({"存在问题": "社区公示栏更新慢", "改进情况": "社区公示统一每月15号"})

    assert "【待核：社区公示统一每月15号】" in measures


def test_a_deadline_is_not_done() -> None:
    """年底前完成 tells until when, not that it was done."""
    _, measures = section5({"存在问题": "老年人查询不便", "改进情况": "加快网站适老化改造，年底前完成"})

    assert "已" not in measures
    assert "本年度" not in measures
