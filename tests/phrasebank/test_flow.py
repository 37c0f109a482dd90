"""How worded pieces become sentences: breaths kept, short neighbours joined, arrangements drawn and kept."""

import pytest
from msgspec.structs import replace

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.material import Material, Narrative, Style
from tests.phrasebank.made import material


def written(made: Material) -> Narrative:
    """The narrative, with every digit traced."""
    return compose(made, load_bank(), strict=True)


def body(narrative: Narrative, name: str) -> str:
    """Text of one paragraph without its heading."""
    found = next(paragraph for paragraph in narrative.paragraphs if paragraph.id == name)
    return "".join(sentence.text for sentence in found.sentences)


def test_one_breath_is_one_sentence() -> None:
    """What was jotted between two full stops stays together, in the person's order."""
    notes = {"平台建设": "新媒体账号登记备案，开设、变更、关停、注销都有流程"}

    said = body(written(material(notes=notes)), "1.平台建设")

    assert "新媒体账号登记备案，开设、变更、关停、注销均有流程。" in said


def test_parts_belong_to_the_total_they_were_jotted_under() -> None:
    """其他 beside channels is a channel, beside kinds of information it is information; nothing is counted twice."""
    by_channel = material(notes={"主动公开": "4536条：网站907、微博2306、公众号1218、其他105"})
    by_kind = material(notes={"主动公开": "公开165条，许可10，其他155"})

    told = [body(written(each), "1.主动公开") for each in (by_channel, by_kind)]

    assert "其中微博2306条、微信公众号1218条、政府网站907条、其他渠道105条" in told[0]
    assert "其中许可10条、其他信息155条" in told[1]


def test_a_sum_is_read() -> None:
    """A line that adds up its parts with plus signs gives total and parts."""
    said = body(written(material(notes={"主动公开": "218条=机构4+财政2+街镇动态212"})), "1.主动公开")

    assert "政府信息218条，其中街镇动态212条、机构4条、财政信息2条。" in said


def test_an_approximate_total_leaves_no_rest() -> None:
    """From 1200余条 nothing can be subtracted: the parts end with 等."""
    said = body(written(material(notes={"主动公开": "公开1200余条，其中动态700、公告300"})), "1.主动公开")

    assert "1200余条，其中工作动态700条、公告300条等。" in said
    assert "其余" not in said


def test_no_sentence_opens_with_a_number() -> None:
    """The verb goes before what is counted."""
    said = body(written(material(notes={"主动公开": "26个试点领域标准目录发布"})), "1.主动公开")

    assert "发布26个试点领域标准目录" in said


def test_the_units_own_business_waits_for_a_person() -> None:
    """A word of the trade is not enough: patrols, households and volunteers are marked, not claimed."""
    lines = "禁烧巡查300人次\n博物馆志愿者培训60人次\n第五次经济普查登记4200户"
    notes = {"监督保障": lines}

    said = body(written(material(notes=notes)), "1.监督保障")

    assert [line for line in lines.split("\n") if f"【待核：{line}】" not in said] == []


def test_a_government_is_asked_for_what_the_law_asks() -> None:
    """Appraisal, public review and accountability: each is a gap until somebody says something, 没有 included."""
    silent = material(kind="government", notes={"监督保障": "业务培训2期"})
    answered = material(kind="government", notes={"监督保障": "考核占3分，社会评议满意度95%，追责没有"})

    told = [body(written(each), "1.监督保障") for each in (silent, answered)]

    assert told[0].count("【待补：") == 3
    assert told[1].count("【待补：") == 0


def test_zero_is_said_once() -> None:
    """A note that repeats the empty table adds no second sentence."""
    said = body(written(material(notes={"依申请公开": "0申请"})), "1.依申请公开")

    assert "0" not in said
    assert said.count("申请，") + said.count("申请。") <= 2


def test_numbering_counts_nothing() -> None:
    """２、 before a line is no number of the line."""
    narrative = written(material(notes={"依申请公开": "１、没收到申请\n２、没有复议诉讼"}))

    assert narrative.conflicts == ()
    assert "待核" not in body(narrative, "1.依申请公开")


def test_measures_have_one_lead_in() -> None:
    """What was done comes first; what is planned follows with 下一步 and no second reference to the problems."""
    notes = {
        "存在问题": "更新不及时；人手不足",
        "改进情况": "今年印了公开指南折页2000份；明年给社区定统一清单",
    }

    said = body(written(material(notes=notes)), "5.measures")

    assert said.count("问题") == 1
    assert said.index("2000份") < said.index("清单")


def test_arrangements_are_stored_and_kept() -> None:
    """The drawn order is among the choices, a stored one wins, and last year's is avoided."""
    made = material(notes={"监督保障": "业务培训2期\n自查3次"})
    first = written(made)
    drawn = {name: index for name, index in first.choices.items() if name.startswith("order.")}

    kept = written(replace(made, year=made.year, choices=first.choices))
    avoided = written(replace(made, avoid={name: frozenset({index}) for name, index in drawn.items()}))

    assert kept.paragraphs == first.paragraphs
    assert all(avoided.choices[name] != index for name, index in drawn.items())


def test_brief_loses_no_number_that_normal_says() -> None:
    """简 joins and adds up small kinds; the total and what was said of other lines stay."""
    made = material(notes={"主动公开": "公开300条\n解读5篇\n新闻发布会2场"})

    said = body(written(replace(made, style=Style("简"))), "1.主动公开")

    assert [number for number in ("300条", "5篇", "2场") if number not in said] == []


@pytest.mark.parametrize(
    ("lines", "never", "waits"),
    [
        (
            "治超抓了37辆车，名单都上网了\n开新闻发布会2场",
            "名单均已上网",
            "治超抓了37辆车，名单都上网了",
        ),
        ("绿道修了3公里，一共7个项目\n公开招标结果12条", "7个项目。", "绿道修了3公里，一共7个项目"),
        ("站名写错过一回，当天改了", "当日", "站名写错过一回，当天改了"),
    ],
)
def test_what_looks_back_waits_with_what_it_looks_at(lines: str, never: str, waits: str) -> None:
    """Behind a clause that nobody could word, words without a thing of their own attach to nothing else."""
    said = body(written(material(notes={"主动公开": lines})), "1.主动公开")

    assert never not in said.replace(f"【待核：{waits}】", "")
    assert f"【待核：{waits}】" in said


def test_listeners_wait_with_the_lesson() -> None:
    """How many came belongs to what nobody could word, not to another line about people."""
    notes = {"监督保障": "办公室2个人干\n请县政务公开办老师讲了一课，46人听"}
    said = body(written(material(notes=notes)), "1.监督保障")

    assert "46人参加" not in said or "授课" in said


def test_other_information_is_named_once() -> None:
    """Where 其他 was jotted and a rest remains, no second 其他信息 is made up."""
    notes = {"主动公开": "公开133条：网站102；微信31；网站102＝月度数据24＋公报2＋普查36＋解读9＋其他31"}
    said = body(written(material(notes=notes)), "1.主动公开")

    assert "条为其他信息" not in said


@pytest.mark.parametrize(
    "line", ["村里老年活动室打牌的人多起来了", "农机补贴：可查3216台", "种粮大户爱看这个"]
)
def test_what_says_nothing_of_publication_is_not_written(line: str) -> None:
    """A sight of the village, a heading with a bare number: they wait for a person."""
    said = body(written(material(notes={"主动公开": line})), "1.主动公开")

    assert f"【待核：{line}】" in said
