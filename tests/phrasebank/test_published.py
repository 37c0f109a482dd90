"""The numbers of publication as clerks jot them: a total, its parts, where the rest went, what is none of it."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from tests.phrasebank.made import material

BANK = load_bank()


def body(note: str) -> str:
    """主动公开 of a report from this note."""
    narrative = compose(material(notes={"主动公开": note}), BANK, strict=True)
    return next(each.body for each in narrative.paragraphs if each.id == "1.主动公开")


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        (
            "这一年一起挂了187条，网站那边121，公众号66",
            "政府信息187条，其中政府网站121条、微信公众号66条。",
        ),
        (
            "一年挂了276条，区网上191，咱自己公众号85",
            "政府信息276条，其中区政府网站191条、微信公众号85条。",
        ),
        (
            "俺镇今年拢共公开了218条，县政府网上96条，“松坪发布”122条",
            "政府信息218条，其中“松坪发布”122条、县政府网站96条。",
        ),
        (
            "任务数：发布94条。县网58，本局公众号36。",
            "政府信息94条，其中县政府网站58条、微信公众号36条。",
        ),
        (
            "网站 2140 条 / 公众号 388 条, 合 2528",
            "政府信息2528条，其中政府网站2140条、微信公众号388条。",
        ),
        (
            "总共发了733条，网站148、公众号302、视频号和抖音283",
            "政府信息733条，其中微信公众号302条、视频号和抖音账号283条、政府网站148条。",
        ),
        (
            "今年主动公开信息426条，比去年多31条。其中网站310条，公众号116条。",
            "政府信息426条，比上年增加31条，其中政府网站310条、微信公众号116条。",
        ),
        ("全年上网152条，全部在区政府网站", "政府信息152条，通过区政府网站公开。"),
        (
            "年内计五十七条，县网四十九，余者贴于粮站",
            "政府信息57条，其中通过县政府网站公开49条，其余在粮站张贴。",
        ),
        (
            "全年312条，县网201，剩下的都在公众号",
            "政府信息312条，其中通过县政府网站公开201条，其余通过微信公众号公开。",
        ),
    ],
)
def test_totals_and_their_channels(note: str, wanted: str) -> None:
    """However the total is called and wherever it stands, all of its channels are in its sentence."""
    assert body(note).endswith(wanted)


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("总量1203→1518", "政府信息1518条，比上年增加315条，增长26.18%。"),
        ("2025年共发布86条，比去年多12条", "政府信息86条，比上年增加12条。"),
        ("全年公开533条，比去年多72条，增长15.6%", "政府信息533条，比上年增加72条，增长15.6%。"),
        ("共公开信息120条，较上年下降8%", "政府信息120条，比上年下降8%。"),
    ],
)
def test_change_stands_with_its_total(note: str, wanted: str) -> None:
    """A difference to the year before is never a sentence without a subject."""
    assert body(note).endswith(wanted)


def test_a_channel_taken_up_again_is_told_once() -> None:
    """The second line details the channel of the first and repeats no number."""
    said = body("公开合计86：县网61，微信25\n网上61：动态33 扶贫15 惠农补贴8 财务5")

    assert said.count("61") == 1
    assert "33条" in said
    assert "扶贫15条、惠农补贴8条、财务5条" in said


@pytest.mark.parametrize(
    "note",
    [
        "采购 17 次 2318.6 万，合同一并公开",
        "采购5把，312万4千8，中标结果都公告了",
        "规范性文件新出2件，解读跟着出，2篇",
        "罚款8.5万元",
        "停水停电信息及时发布，共31条",
    ],
)
def test_money_and_other_counts_are_no_total(note: str) -> None:
    """A sum of money or a bare count of something else is never what was published all in all."""
    assert "政府信息" not in body(note)


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        (
            "一共公开241条，门户网站189条，剩下52条发在公众号",
            "政府信息241条，其中政府网站189条、微信公众号52条。",
        ),
        (
            "全年共公开312条，其中210条发在网站上，102条发在公众号里",
            "政府信息312条，其中政府网站210条、微信公众号102条。",
        ),
        (
            "说一下总的：今年发了264条，县网站203条，剩下61条在“云岭水务”公众号",
            "政府信息264条，其中县政府网站203条、“云岭水务”微信公众号61条。",
        ),
        ("把各渠道的加起来，今年一共往外发了1280条", "政府信息1280条。"),
        ("截至12月底，共发布信息205条", "政府信息205条。"),
        (
            "按照县里要求，局机关全年公开信息173条，全部发布在县政府网站水务专栏，没有使用其他渠道",
            "政府信息173条，通过县政府网站水务专栏公开。",
        ),
        ("先说总数：全年公开了418条，都在县政府网站能搜到", "政府信息418条，通过县政府网站公开。"),
        ("今年公开325条，比去年多发了42条", "政府信息325条，比上年增加42条。"),
        ("区政府网站上传了129条，跟去年差不多", "区政府网站本年度发布信息129条，与上年基本持平。"),
    ],
)
def test_totals_in_the_words_of_a_breath(note: str, wanted: str) -> None:
    """What only leads up to the numbers is passed over; where each number went may stand behind it."""
    assert body(note).endswith(wanted)


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("在市税务局网站我局子栏目里挂了287条", "市税务局网站子栏目本年度发布信息287条。"),
        (
            "2019年公开情况：总数655条，县网站480条，省水利信息平台175条",
            "政府信息655条，其中县政府网站480条、省水利信息平台175条。",
        ),
        ("412条，全年发的，网站251，公众号161", "政府信息412条，其中政府网站251条、微信公众号161条。"),
        (
            "网站和公众号共发布532条，其中网站310条、公众号222条",
            "政府信息532条，其中政府网站310条、微信公众号222条。",
        ),
        (
            "通过县政府网站和“云岭水务”微信公众号发布信息332条，其中网站210条、微信公众号122条",
            "其中网站210条、微信公众号122条。",
        ),
    ],
)
def test_a_part_of_a_site_and_what_several_channels_published(note: str, wanted: str) -> None:
    """A column of a site is a channel of its own; several channels with their parts are a total."""
    assert body(note).endswith(wanted)


@pytest.mark.parametrize(
    ("note", "numbers"),
    [
        ("主要通过网站（320条）、公众号（150条）和公告栏（40条）发布", ["320", "150", "40"]),
        ("公开渠道有两个：网站发了412条，微信发了208条", ["412", "208"]),
        ("我们主要靠三个平台往外发：市局网站（512条）、公众号（388条）、短信（26条）", ["512", "388", "26"]),
    ],
)
def test_channels_listed_together_share_a_sentence(note: str, numbers: list[str]) -> None:
    """A list of channels without a total is one sentence, and no total is made up for it."""
    first = body(note).split("。")[0]
    assert [each for each in numbers if each in first] == numbers
    assert "总量" not in first
    assert "【" not in body(note)


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("截至10月底，共发布信息205条", "截至10月底，共发布信息205条"),
        ("全年45条，公告栏贴了20多次，广播播了30次", "通过农村广播播发30次"),
        ("发得最多的是公示公告，共210条", "发布数量最多的为公示公告210条"),
    ],
)
def test_numbers_that_are_no_total_stay_what_they_are(note: str, wanted: str) -> None:
    """Part of a year, times on the air and the largest kind are no amount of information of the year."""
    assert wanted in body(note)


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        (
            "发得最多的是通知公告，共210条，其次是工作动态，160条，最少的是人事信息，8条",
            "发布数量最多的为通知公告210条，其次为工作动态160条，最少的为人事信息8条。",
        ),
        (
            "今年发得最多的是招生信息，96条，其次是学校收费41条，所有加在一起233条",
            "政府信息233条。发布数量最多的为招生信息96条，其次为学校收费41条。",
        ),
        (
            "发布最多的一类是征地公告，67条；其次为规划许可，41条",
            "发布数量最多的为征地公告67条，其次为规划许可41条。",
        ),
        ("网站上最多的是动态，120条", "网站发布数量最多的为动态120条。"),
    ],
)
def test_ranks(note: str, wanted: str) -> None:
    """The first, the next and the last keep their rank and their number."""
    assert body(note).endswith(wanted)
