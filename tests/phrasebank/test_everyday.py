"""Section 五 in everyday speech: senses of words, not lines; what is still spoken waits."""

import re

import pytest

from phrasebank.troubles.everyday import expanded, in_office_words, load_everyday
from phrasebank.troubles.measures import word_measures
from phrasebank.troubles.problems import word_problems
from phrasebank.understand import understand_text
from tests.phrasebank.test_states import _VOICE
from tests.phrasebank.test_troubles import section5


def test_every_sense_compiles_and_fills_its_groups() -> None:
    """A broken pattern, or a group that its pattern does not have, is found here."""
    data = load_everyday().data
    for source, say in expanded(data, (*data.first, *data.problems, *data.measures, *data.both)):
        names = set(re.findall(r"\\g<(\w+)>", say)) - {"0"}
        assert names <= set(re.compile(source).groupindex), source


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("稿子改得勤，前后两版数字对不上", "稿件修改较为频繁，前后两版数字不一致"),
        ("热线那边答得含糊，群众还得再打一遍", "热线答复较为含糊，群众仍需再次来电"),
        ("通知写得太长，重点藏在最后", "通知篇幅较长，重点内容位于末尾"),
        ("有的乡镇报来的表格填得潦草，退了好几回", "部分乡镇报送的表格填写不够规范，退回多次"),
        ("文件上网比印发慢，最慢的隔了一个多月", "文件上网晚于印发，最长间隔1个多月"),
        ("社保政策条文多，办事的人听得一头雾水", "社保政策条文较多，办事群众难以理解"),
        ("网站搜索框不好用，输全名才搜得出来", "网站搜索框使用不便，输入全名方可检索到"),
        ("遇上防汛一忙，别的栏目就停在那里", "防汛任务较重时，其他栏目停止更新"),
        ("清单每年都变，去年的还挂在老地方", "清单每年均有变化，上年的仍在原位置"),
        ("有两个站所全年一条没报", "有2个站所全年未报送信息"),
        ("视频拍得少，一年才3个，都是开会的镜头", "视频拍摄较少，一年仅3个，均为开会镜头"),
        ("微信留言没人回，有的压了一个多月", "微信留言无人回复，部分信息积压1个多月"),
        (
            "村里年轻人都在外面打工，贴在村部看不着",
            "村内年轻人均外出务工，张贴在村部难以看到",
        ),
        ("公开的数据只有总数，没有分项", "公开的数据仅有总数，无分项"),
        ("新老网站换的时候丢了一批旧文件，一直没补上", "新旧网站更替时遗失一批旧文件，一直未补齐"),
        ("有的答复只写一句“不予公开”，没讲理由", "部分答复仅写明“不予公开”，未说明理由"),
        ("食品抽检结果一个季度才公布一次，商户觉得晚", "食品抽检结果每季度仅公布一次，商户认为较晚"),
        ("电子屏坏了两个月才修好", "电子显示屏损坏2个月后方修复"),
        ("专题页面做完就放着，后来没再加内容", "专题页面建成后未再维护，此后未再增加内容"),
        ("标题起得太笼统，看标题不知道讲什么", "标题较为笼统，标题未体现主要内容"),
        ("养老政策一年变好几回，参保人分不清", "养老政策一年内多次调整，参保人难以区分"),
        ("散：办事指南放在四个页面；没有目录", "办事指南分散在4个页面，缺少目录"),
        ("3天，留言有时要晚3天才回", "留言有时延迟3天方回复"),
    ],
)
def test_a_problem_in_everyday_words(jotted: str, said: str) -> None:
    """Nothing moved, dropped or made worse than it was said to be."""
    items = word_problems(understand_text(jotted, "存在问题"), _VOICE)

    assert "，".join(item.text for item in items if not item.verbatim) == said


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("以后公告提前5天贴，贴完拍照发工作群", "公告提前5天张贴，张贴后拍照发送至工作群"),
        ("乡镇表格退回两次的，在周调度会上点名", "乡镇表格退回2次的，在周调度会上通报"),
        ("把补贴标准做成对照表，一户一张发下去", "将补贴标准制作成对照表，一户一张发放"),
        ("从7月起文件印发当天就上网，晚了要写说明", "从7月起文件印发当日上网，逾期的须书面说明"),
        ("批文统一放一个窗口查，一次办完", "批文统一在一个窗口查询，一次办结"),
        ("没报信息的站所，年底不能评优", "未报送信息的站所，年底不得评优"),
        ("给值班的再配一个人，两个人倒着班", "为值班人员增配1名人员，2人轮班"),
        ("明年起公开数据带上分项和说明", "公开数据附分项和说明"),
        ("图表分成几张，手机上能放大", "图表拆分为多张，手机端可放大查看"),
        ("跟县档案馆约定，要老材料的由他们直接查", "与县档案馆约定，申请历史材料的由其直接查询"),
        ("答复书模板加上理由和条款两栏，不填不让发", "答复书模板增加理由和条款两栏，未填写的，不予发布"),
        ("屏坏了24小时内修，修不好先贴纸质的", "电子显示屏损坏后24小时内修复，无法修复的先张贴纸质公告"),
        ("说明会开到企业园区去，年底前不少于4场", "说明会到企业园区召开，年底前不少于4场"),
        ("碰到热点24小时内先回一句，后面再细说", "遇到热点24小时内先行简要回应，后续详细说明"),
        ("再培养两个懂依申请的，轮流值", "再培养2名熟悉依申请业务的人员，轮流值守"),
        ("年底请20个居民来挑毛病，挑出来的月底前改完", "年底邀请20名居民查找问题，查出的问题月底前整改完成"),
        ("每份清单配“两图一表”，讲清钱从哪来、花到哪去", "每份清单配“两图一表”，说明资金来源和去向"),
        ("答复稿先请法规股看，没有依据的局长不签", "答复稿先由法规股审核，无依据的，局长不予签发"),
        ("年底起，先改网站再发群", "年底起，先更新网站再在微信群发布"),
    ],
)
def test_a_measure_in_everyday_words(jotted: str, said: str) -> None:
    """Who, when and on what condition stay; a case (坏了24小时内修) is nothing that was done."""
    measures = word_measures(understand_text(jotted, "改进情况"), _VOICE)

    assert ["，".join(item.text for item in group) for group in measures.groups] == [said]
    assert all(item.tense != "done" for group in measures.groups for item in group)


@pytest.mark.parametrize(
    ("jotted", "of"),
    [
        ("有些科室的人不太搭理我们", "problems"),
        ("电话老是那个小伙子接", "problems"),
        ("以后就盯着那几家弄", "measures"),
        ("门口那个架子挪到他们屋", "measures"),
        ("对账时多少有点对不上这本账", "measures"),
    ],
)
def test_what_is_still_spoken_waits(jotted: str, of: str) -> None:
    """A clause in which one spoken word is left is not printed."""
    assert in_office_words(jotted, of) is None


def test_nothing_of_a_breath_is_lost_where_it_waits() -> None:
    """Words beside a complaint that nobody could word wait with it, all of them."""
    jotted = "十个站所报数有快有慢，东边两家往往拖得没影"
    (item,) = word_problems(understand_text(jotted, "存在问题"), _VOICE)

    assert (item.verbatim, item.text) == (True, jotted)


@pytest.mark.parametrize(
    ("last", "jotted", "said"),
    [
        ("更新慢", "去年提的更新慢，今年定了每周一更新，做到了", "本年度规定每周一更新，已落实"),
        ("解读少", "解读今年配了24篇图", "本年度解读配图24篇"),
        ("公开内容不全", "去年讲的内容不全，今年照着目录补了47条", "本年度对照目录补充公开47条"),
        ("业务不熟", "去年业务不熟，今年请县里老师上了3次课", "本年度邀请县里老师授课3次"),
        ("留言回得慢", "去年留言回得慢，今年平均2天就回", "本年度平均2天回复"),
        ("找不到查询地方", "去年群众不知道去哪查，今年印了3000张卡片发到户", "印制3000张卡片发放到户"),
    ],
)
def test_last_years_problem_is_taken_up_in_office_words(last: str, jotted: str, said: str) -> None:
    """What was done stands beside its problem; a day of the week is no 每周, 发到户 sets nothing up."""
    _, measures = section5({"存在问题": "留言太多", "改进情况": jotted}, (last,))

    assert said in measures


def test_nothing_is_asked_about_a_problem_whose_words_wait_beside_it() -> None:
    """解读少的毛病今年好多了 waits, so nobody asks what was done about it."""
    _, measures = section5({"存在问题": "留言太多", "改进情况": "解读少的毛病今年好得没边了"}, ("解读少",))

    assert "【待核：" in measures
    assert "上年“解读少”" not in measures


@pytest.mark.parametrize(
    ("field", "jotted", "said"),
    [
        ("存在问题", "执法记录上传慢，有12件超了7天", "执法记录上传较慢，有12件超7天"),
        ("存在问题", "残疾人上网不方便，没有读屏功能", "残疾人获取信息不便，无读屏功能"),
        ("存在问题", "老年人记不住验证码，查不了社保", "老年人记不住验证码，无法查询社保"),
        ("存在问题", "两份文件打架，群众不知道按哪个办", "2份文件不一致，群众难以判断以何为准"),
        ("存在问题", "信息审核靠一个人，他一出差就堆着", "信息审核仅由一人承担，出差时出现积压"),
        ("改进情况", "图解字号不小于14号，打印前先试印一张", "图解字号不小于14号"),
        ("改进情况", "从1月起财务按月公开", "从1月起财务按月公开"),
        (
            "改进情况",
            "乡镇旧信息打包挂到县档案网，给个查询入口",
            "乡镇旧信息打包在县档案网发布，提供查询入口",
        ),
        ("改进情况", "执法记录48小时内传，超了扣分", "执法记录48小时内上传，逾期的扣减考核得分"),
        ("改进情况", "补正通知除了寄信，再发短信提醒", "补正通知除信函寄送外，再发送短信提醒"),
        ("改进情况", "2025年：每个社区每月报2条", "2025年"),
    ],
)
def test_no_word_is_cut_and_no_sense_mistaken(field: str, jotted: str, said: str) -> None:
    """上传 is no 传, 14号 of letters no day, who cannot use something is named as jotted."""
    paragraphs = section5({"存在问题": "留言太多", field: jotted})

    assert said in paragraphs[field == "改进情况"]
