"""Section 五 as a person jots it: every kind found, nothing worded as another problem, nothing lost."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.register.rewrite import normalise
from phrasebank.register.safety import is_official
from phrasebank.troubles.complaint import word_problem
from phrasebank.troubles.grammar import check_grammar, load_grammar
from phrasebank.troubles.kinds import load_kinds
from report.cells import Cells
from report.last_year import LastYear
from report.yamlfile import read_yaml
from tests.phrasebank.made import material
from tests.phrasebank.test_flow import body

_JOTTED = read_yaml(Path(__file__).parent / "labelled" / "problems.yaml").data
_LINES = [(kind, str(line)) for kind, lines in _JOTTED.items() for line in lines]


def section5(notes: dict[str, str], last_year: tuple[str, ...] = ()) -> tuple[str, str]:
    """The two paragraphs of section 五."""
    made = material(notes=notes)
    if last_year:
        made = replace(made, last_year=LastYear(cells=Cells({}, {}), problems=last_year))
    narrative = compose(made, load_bank(), strict=True)
    return body(narrative, "5.problems"), body(narrative, "5.measures")


@pytest.mark.parametrize("name", ["troubles.yaml", "remedies.yaml"])
def test_every_pattern_compiles_and_fills_its_slots(name: str) -> None:
    """A broken pattern is found here, not on the day somebody jots its words."""
    assert check_grammar(name) > 50


def test_every_kind_has_fifteen_wordings() -> None:
    """The labelled wordings cover the kinds that can be ticked."""
    assert {kind.entry.id for kind in load_kinds()} == set(_JOTTED)
    assert all(len(lines) >= 15 for lines in _JOTTED.values())


@pytest.mark.parametrize(("kind", "line"), _LINES)
def test_an_everyday_wording_finds_its_kind(kind: str, line: str) -> None:
    """The kind is the person's, and the wording can be printed."""
    reading = load_grammar("troubles.yaml").read(normalise(line))

    assert reading is not None
    assert reading.kind_id == kind
    assert is_official(reading.text)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("解读太少", "政策解读数量偏少"),
        ("栏目更新跟不上", "栏目更新不及时"),
        ("有的栏目好几个月没动静", "部分栏目数月未更新"),
        ("业务科室不爱报", "业务科室报送信息主动性不足"),
        ("个别栏目半年没更新", "个别栏目半年未更新"),
        ("补贴公示到村不全", "补贴发放信息公开到村不全"),
        ("村务公开栏更新不及时", "村务公开栏内容更新不及时"),
        ("2件案件被纠正", "复议、诉讼中存在被纠正的情形"),
        ("复议被纠正1件", "复议案件被纠正1件"),
        ("居民参与度低", "居民参与度不高"),
        ("专业人员缺乏", "专业人员不足"),
        ("形式不够便民", "公开形式不够便民"),
        ("群众关心的交通信息更新不够快", "群众关心的交通信息更新不及时"),
    ],
)
def test_a_problem_is_worded_as_the_one_it_is(line: str, said: str) -> None:
    """No other problem, no stronger one; who, how long and how many stay."""
    if line != "2件案件被纠正":
        assert word_problem(normalise(line)) == said
    else:
        assert "2" in section5({"存在问题": line})[0]


@pytest.mark.parametrize("line", ["没啥问题", "都挺好没问题", "领导说要重视"])
def test_no_problem_is_for_the_person(line: str) -> None:
    """What is no problem is never worded as one."""
    problems, _ = section5({"存在问题": line})

    assert problems == f"【待核：{line}】"


def test_a_reason_stands_before_its_consequence() -> None:
    """因为人手少，更新跟不上 in either order is one problem."""
    for jotted in ("因为人手少，信息更新跟不上", "信息更新跟不上，主要是因为人手少"):
        problems, _ = section5({"存在问题": jotted})
        assert "因专职力量不足，信息更新不及时。" in problems


def test_two_wordings_of_one_problem_are_one_item() -> None:
    """The same problem jotted on two lines does not become two."""
    problems, _ = section5({"存在问题": "信息更新慢\n更新不及时\n人手不够"})

    assert problems.count("更新不及时") == 1
    assert "一是" in problems
    assert "三是" not in problems


def test_own_words_are_kept_where_no_kind_fits() -> None:
    """What no kind knows stands in the frame in the person's words, or waits where it sounds spoken."""
    problems, _ = section5({"存在问题": "公开数据的机读格式较少\n农民先问贩子"})

    assert "公开数据的机读格式较少" in problems
    assert "【待核：农民先问贩子】" in problems


def test_measures_answer_their_problems_in_order() -> None:
    """Done and planned are named with their problem; tense as it was said."""
    _, measures = section5(
        {
            "存在问题": "解读太少\n栏目更新跟不上，有的栏目好几个月没动静\n业务科室不爱报",
            "改进情况": "打算每个月通报各科室报送情况\n明年重要文件都配解读\n栏目定了更新时限，到时候提醒",
        }
    )

    assert measures == (
        "针对第一个问题，下一步，重要文件均配发解读材料。"
        "对第二个问题，已明确栏目更新时限，并设到期提醒。"
        "就第三个问题，下一步将每月通报各科室报送情况。"
    )


def test_a_problem_without_a_measure_is_asked_about() -> None:
    """Nothing is silently left unbalanced."""
    _, measures = section5({"存在问题": "解读太少；人手紧", "改进情况": "明年重要文件都配解读"})

    assert "【待补：针对“人手紧”的改进措施】" in measures


def test_one_line_may_answer_two_problems() -> None:
    """定专人，每月报一次 are two measures where there are two problems."""
    _, measures = section5({"存在问题": "信息更新慢，人手不够", "改进情况": "明年定专人，每月报一次"})

    assert "一是实行每月报送一次" in measures
    assert "二是明确专人" in measures


def test_last_years_problem_nobody_took_up_is_asked_about() -> None:
    """A problem of last year's report never vanishes, understood or not."""
    _, measures = section5(
        {"存在问题": "解读太少", "改进情况": "明年重要文件都配解读"}, ("信息发得慢", "那啥整得不咋地")
    )

    assert measures.startswith(
        "【待补：上年“信息发得慢”问题的整改情况】【待补：上年“那啥整得不咋地”问题的整改情况】"
    )


@pytest.mark.parametrize(
    "jotted",
    [
        "去年说网站栏目更新慢，今年定了责任人",
        "上年栏目更新不及时。今年定了责任人",
        "去年的问题：栏目更新慢。今年定了责任人",
    ],
)
def test_last_years_problem_is_taken_up_as_it_was_said(jotted: str) -> None:
    """However it is introduced, it is one sentence with last year's own name of the problem."""
    _, measures = section5({"存在问题": "解读太少", "改进情况": jotted}, ("网站栏目更新不及时",))

    assert "上年提出的网站栏目更新不及时问题，本年度明确责任人" in measures
    assert "待补：上年" not in measures


def test_a_measure_carried_out_takes_up_last_years_problem() -> None:
    """A measure in the perfect that answers none of this year's problems answers last year's."""
    _, measures = section5(
        {"存在问题": "解读太少", "改进情况": "已归并空白栏目5个；明年重要文件都配解读"}, ("网站栏目空白",)
    )

    assert "上年提出的" in measures
    assert "待补：上年" not in measures


def test_a_remark_in_brackets_waits_for_the_person() -> None:
    """What is said besides does not keep the problem from being worded, and is not lost."""
    problems, _ = section5({"存在问题": "社区栏里的东西换得慢（有的还是去年的）"})

    assert "社区公示栏内容更新不及时。" in problems
    assert "【待核：（有的还是去年的）】" in problems


def test_a_measure_is_worded_whole_or_left_whole() -> None:
    """What only goes on with words nobody could word is not printed alone."""
    _, measures = section5({"存在问题": "解读太少", "改进情况": "预警弄得跟唠嗑似的，8月起试用"})

    assert "【待核：预警弄得跟唠嗑似的，8月起试用】" in measures
    assert "试用。" not in measures


def test_what_was_done_stays_done_beside_a_date_of_next_year() -> None:
    """已印发 with an end in the next year is no plan."""
    _, measures = section5(
        {"存在问题": "目录不统一", "改进情况": "已印发统一目录样式，7家流域机构2025年6月底前对齐"}
    )

    assert "已印发统一目录样式" in measures
    assert "下一步" not in measures


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("每周五更新", "每周五更新"),
        ("多做点图解", "增加图解"),
        ("明年争取加个人", "争取增加人员"),
        ("跟科室定了交稿时间", "已与科室明确交稿时间"),
        ("25年1月起每周更新", "2025年1月起每周更新"),
        ("明年给各科室搞一次培训", "对各科室开展一次培训"),
        ("把过期文件清理一遍", "清理过期文件"),
        ("明年争取更新快点", "争取加快更新"),
        ("打算把公众号改版", "对公众号进行改版"),
        ("统筹全局力量抓公开", "统筹全局力量推进公开工作"),
        ("答复书模板已编到第二稿，明年启用", "答复书模板已编制至第二稿，计划下一年度启用"),
    ],
)
def test_a_plain_measure_is_written_as_strong_as_it_was_jotted(line: str, said: str) -> None:
    """Hope stays hope, no object is added, a year is four digits, a plan stays with what it goes on from."""
    _, measures = section5({"存在问题": "更新慢", "改进情况": line})

    assert said in measures
    assert "待核" not in measures


@pytest.mark.parametrize(
    "line",
    ["抽检投诉同页挂", "每周一对一回", "答复出个样本", "分局列张表，月底交"],
)
def test_a_measure_no_pattern_knows_never_moves_or_breaks(line: str) -> None:
    """Where the general vocabulary would move a verb or cut a word, the measure waits whole."""
    _, measures = section5({"存在问题": "更新慢", "改进情况": line})

    assert f"【待核：{line}】" in measures


def test_what_was_solved_is_said_so() -> None:
    """上年…已经解决了，撤了3个 keeps both."""
    _, measures = section5(
        {"存在问题": "解读少", "改进情况": "上年提的栏目重复已经解决了，撤了3个"}, ("栏目重复",)
    )

    assert "已完成整改，撤下3个" in measures


def test_a_measure_answers_only_what_it_speaks_of() -> None:
    """定期更新 answers 更新不及时; who asks for hands is asked in the person's own words."""
    _, measures = section5(
        {"存在问题": "人手少，更新不及时，公众号内容单一", "改进情况": "明年搞培训，定期更新"}
    )

    assert "【待补：针对“人手少”的改进措施】" in measures


def test_what_merely_happened_is_no_problem() -> None:
    """公交线调了 alone blames nobody; it waits with what came of it."""
    problems, _ = section5({"存在问题": "公交线调了，站牌网站不同步，人家等错车", "改进情况": "每周更新"})

    assert "公交线已" not in problems


@pytest.mark.parametrize(
    ("field", "line", "said"),
    [
        ("存在问题", "群众要看的少", "群众关心的信息较少"),
        ("改进情况", "每个月去村里看一次", "每月到村查看一次"),
        ("改进情况", "公众号多发惠民政策", "通过公众号增加惠民政策的发布"),
        ("改进情况", "首页放个搜索", "在首页增设搜索功能"),
        ("改进情况", "让懂业务的人来讲", "安排熟悉业务的人员讲解"),
        ("改进情况", "跟县里要个人", "争取增加工作力量"),
        ("改进情况", "制定更新计划，一周一更", "制定更新计划，每周更新"),
        ("改进情况", "答复书统一用模板，发之前律师看", "答复书统一用模板，发出前由律师审核"),
    ],
)
def test_the_commonest_measures_in_everyday_words(field: str, line: str, said: str) -> None:
    """What towns jot down most: how often, through what, by whom, all kept."""
    assert said in "".join(section5({field: line}))


@pytest.mark.parametrize("problem", ["还有3个村的公示栏坏了", "刚才处罚不是3件，是4件", "2024年更新慢"])
def test_a_number_in_last_years_problem_stops_nothing(problem: str) -> None:
    """What is asked about a problem quotes it, digits and all, with where they come from."""
    _, measures = section5({"改进情况": "加强培训"}, (problem,))

    assert "【待补：上年“" in measures or "上年提出" in measures


def test_a_number_in_a_problem_without_a_measure_stops_nothing() -> None:
    """The same for this year's."""
    assert section5({"存在问题": "3个村的公示栏坏了没人修"})
