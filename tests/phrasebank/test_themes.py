"""Themes: all 89 by name, their homes, their tick lists, and mistakes in the file."""

from typing import get_args

import pytest

from phrasebank.bank import load_bank
from phrasebank.reading import Note
from phrasebank.rules import Words
from phrasebank.themes import Themes, load_themes
from phrasebank.ticks import MOST_TICKS, ticks
from phrasebank.understand import understand, understand_text
from report.document import NOTE_FIELDS
from report.problem import InputProblem
from report.unit import UnitKind
from report.yamlfile import parse_yaml

ENTRY = "themes:\n  - name: 微博\n    homes: [主动公开]\n    seen: [6, 16]\n    strong: [微博]\n"
KINDS: tuple[UnitKind, ...] = get_args(UnitKind)
REST = "not_signals: []\nasides: []\n"


def test_there_are_89_themes() -> None:
    """The lexicon names as many themes as the corpus."""
    assert len(load_themes()) == 89


@pytest.mark.parametrize("name", list(load_themes()))
def test_a_bare_name_is_its_theme_in_every_field(name: str) -> None:
    """Ticking writes a theme's bare name: alone, or on a line of a longer note, it names just that theme."""
    for field in NOTE_FIELDS:
        assert [(name,)] == [clause.themes for clause in understand([Note(name, field, ticked=True)])]


@pytest.mark.parametrize("name", list(load_themes()))
def test_a_bare_name_on_a_line_of_a_note_is_its_theme(name: str) -> None:
    """A name among other lines names just that theme too."""
    assert (name,) == understand_text(f"其他话\n{name}\n", "主动公开")[-1].themes


@pytest.mark.parametrize(
    ("word", "theme"),
    [
        ("官网", "政府门户网站"), ("抖音号", "短视频与直播"), ("大喇叭", "传统媒体与融媒体"), ("公示栏", "线下公开栏与电子屏"),
        ("打官司", "复议诉讼"), ("僵尸号", "新媒体整治"), ("三道审", "三审三校与发布审核"), ("统计公报", "统计数据与公报"), ("公报", "政府公报"),
    ],
)  # fmt: skip
def test_everyday_words_name_their_theme(word: str, theme: str) -> None:
    """What clerks call a thing names its theme; the longer word beats the shorter one."""
    assert (theme,) == understand_text(word, "主动公开")[0].themes


@pytest.mark.parametrize(
    "text",
    ["发布", "制度", "更新", "审核", "办理", "企业", "创新", "教育引导群众", "经验不足", "解读员", "检察院"],
)
def test_general_words_alone_name_nothing(text: str) -> None:
    """A general word, or a longer word that only holds a signal word, triggers no theme."""
    found = understand_text(text, "其他事项")[0].themes

    assert found in ((), ("三审三校与发布审核",)) if text == "审核" else found == ()


@pytest.mark.parametrize(
    ("text", "field", "themes"),
    [
        ("收到的申请转给责任科室", "依申请公开", ("申请办理流程",)),
        ("消防演练搞了一次", "监督保障", ()),
        ("安全生产信息公布12条", "监督保障", ("安全生产与应急",)),
        ("低保名单贴在公示栏", "主动公开", ("社会救助与民政",)),
        ("安装路灯60盏", "主动公开", ()),
        ("党支部组织学习24次", "监督保障", ()),
        ("党支部学习政务公开条例2次", "监督保障", ("业务培训",)),
    ],
)
def test_the_field_settles_what_is_meant(text: str, field: str, themes: tuple[str, ...]) -> None:
    """The field's own themes come before others; work out of doors and office life name none; a place gives way."""
    assert themes == understand_text(text, field)[0].themes


def test_ticks_come_the_most_frequent_first_and_within_their_limits() -> None:
    """规章 is offered to governments and ministries only, 智能问答 from 2023 on, meetings not to townships."""
    names = [theme.name for theme in ticks("主动公开", 2024, "township")]

    assert names[:2] == ["政策解读", "政府门户网站"]
    assert "规章公开" not in names
    assert "会议公开" not in names
    assert "规章公开" in _ticked("government", 2024)
    assert "村居务公开" not in _ticked("department", 2024)
    assert "智能问答与人工智能" not in _ticked("department", 2022)
    assert "智能问答与人工智能" in _ticked("department", 2023)


def test_what_the_tables_tell_and_bare_fields_are_not_offered() -> None:
    """A tick states something by itself: neither 公开总量 and 零申请, which numbers tell, nor 教育 does."""
    offered = {name for kind in KINDS for year in (2019, 2021, 2025) for name in _ticked(kind, year)}

    assert (
        offered
        & {"公开总量", "依申请公开（零申请）", "依申请公开受理（有申请）", "信息处理费", "教育", "疫情防控"}
        == set()
    )


def test_a_list_of_ticks_is_short() -> None:
    """At most twenty in every aspect, and the bank offers the same."""
    bank = load_bank()
    for kind in KINDS:
        for field in NOTE_FIELDS:
            offered = [theme.name for theme in ticks(field, 2025, kind)]

            assert len(offered) <= MOST_TICKS
            assert [tick.theme for tick in bank.ticks(field, 2025, kind)] == offered


def test_the_bank_and_the_lexicon_know_the_same_themes() -> None:
    """Every theme that is understood has its place in the plan, and no other has."""
    assert sorted(load_bank().themes) == sorted(load_themes())


def _ticked(kind: UnitKind, year: int) -> list[str]:
    return [theme.name for field in NOTE_FIELDS for theme in ticks(field, year, kind)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            ENTRY.replace("主动公开", "主动") + REST,
            "themes.yaml 第3行第13列：没有“主动”这一栏。应为：主动公开、依申请公开、政府信息管理、平台建设、监督保障、存在问题、改进情况、其他事项 之一。",
        ),
        (
            ENTRY + "    over: [微信]\n" + REST,
            "themes.yaml 第6行第12列：没有主题“微信”。应为：本文件里某个主题的 name。",
        ),
        (
            ENTRY + "    rules: ['-微信']\n" + REST,
            "themes.yaml 第6行第13列：规则“-微信”没有要出现的词。应为：a|b + c，至少一处是要出现的词或 #。",
        ),
        (
            ENTRY + "    rules: ['微信||公号']\n" + REST,
            "themes.yaml 第6行第13列：规则里“微信||公号”有空的一项。应为：a|b，竖线两边都有词。",
        ),
        (
            ENTRY + "    rules: ['$领导 + 微博']\n" + REST,
            "themes.yaml 第6行第13列：没有“$领导”这一组词。应为：groups 里写过的一组词。",
        ),
        (
            ENTRY + "    rules: ['微博 + !公众号']\n" + REST,
            "themes.yaml 第6行第13列：没有主题“公众号”。应为：本文件里某个主题的 name。",
        ),
        (ENTRY + ENTRY[8:] + REST, "themes.yaml 第6行第11列：主题“微博”写了两次。应为：每个主题只写一次。"),
        (
            ENTRY.replace("strong", "storng") + REST,
            "themes.yaml 第5行第5列：不认识的名称“storng”。应为：是不是“strong”。",
        ),
    ],
)
def test_a_mistake_in_the_file_names_line_and_right_form(text: str, message: str) -> None:
    """Every mistake in the lexicon is answered with file, line, and what would be right."""
    with pytest.raises(InputProblem) as problem:
        Themes(parse_yaml(text, name="themes.yaml"))

    assert str(problem.value) == message


SOME = (
    ENTRY
    + """    rules: ['$领导 + 发|转', '停更|停了 + !快手']
  - name: 快手
    homes: [主动公开]
    seen: [1, 1]
    strong: 快手
groups:
  领导: 局长 镇长
"""
)


@pytest.mark.parametrize(
    ("words", "themes"),
    [
        (("局长", "转"), ("微博",)),
        (("镇长", "发"), ("微博",)),
        (("镇长",), ()),
        (("快手",), ("快手",)),
        (("快手", "停更"), ("微博",)),
    ],
)
def test_rules_share_groups_and_say_what_is_not_meant(
    words: tuple[str, ...], themes: tuple[str, ...]
) -> None:
    """``$领导`` stands for every word of the group; ``!快手`` takes that theme away where the rule holds."""
    lexicon = Themes(parse_yaml(SOME + REST, name="themes.yaml"))
    tokens = {word: place for place, word in enumerate(words)}

    assert themes == lexicon.find(Words(tokens, (), negated=False, field="主动公开"), {})


@pytest.mark.parametrize(
    ("text", "field", "themes"),
    [
        ("罚了22家", "主动公开", ("行政处罚与强制公示",)),
        ("钱怎么花的都公开", "主动公开", ("财政预决算",)),
        ("拍地公告12条", "主动公开", ("公共资源交易与土地",)),
        ("书记镇长都挂了名", "监督保障", ("组织领导",)),
        ("定人定责", "监督保障", ("专职人员与队伍",)),
        ("招工信息发了120条", "主动公开", ("就业与社会保险",)),
        ("网民提问答复", "主动公开", ("在线访谈与问政",)),
        ("人工智能产业政策公布", "主动公开", ("科技与产业",)),
        ("办事指南改了320份", "主动公开", ("政务服务与办事指南",)),
        ("按清单逐条改", "监督保障", ("自查整改",)),
        ("年终奖还没发", "监督保障", ()),
        ("档案室漏水", "监督保障", ()),
        ("加强管理", "主动公开", ()),
    ],
)
def test_verbs_with_their_objects_name_a_theme_and_idle_remarks_do_not(
    text: str, field: str, themes: tuple[str, ...]
) -> None:
    """People name a thing by what was done to what; a word that only stands by names nothing."""
    assert themes == understand_text(text, field)[0].themes


def test_only_the_tick_for_no_application_is_a_zero_fact() -> None:
    """Of all bare names, 零申请 alone says that something did not happen."""
    negated = [name for name in load_themes() if understand_text(name, "主动公开")[0].negated]

    assert negated == ["依申请公开（零申请）"]
