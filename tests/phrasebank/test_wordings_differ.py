"""Wordings of one phrase differ in how they are built, and every theme can be told with numbers, without, and as zero."""

import re
from collections import Counter
from itertools import combinations

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.phrase import Phrase
from phrasebank.themes import load_themes
from tests.phrasebank.made import material

BANK = load_bank()
_MARKUP = re.compile(r"\{%.*?%\}|\{\{ (\w+) \}\}")
_MARKS = re.compile("[，；：。]")
_NEW = 1 / 3
"""Share of a wording's characters that another one must not have, where both tell the same in the same order."""


_SLOTS = sorted(
    {name for each in BANK.phrases.values() for one in each.variants for name in _MARKUP.findall(one.text)}
)


def skeleton(text: str) -> str:
    """A wording with all it can say, each slot as one character; 全年 and its kin stand anywhere and do not count."""
    return _MARKUP.sub(
        lambda hit: chr(0xE100 + _SLOTS.index(hit[1])) if hit[1] else "", text.replace("{{ 时 }}", "")
    )


def in_order(one: str, other: str) -> int:
    """Characters that both have in the same order."""
    row = [0] * (len(other) + 1)
    for here in one:
        fresh = [0]
        for place, there in enumerate(other):
            fresh.append(row[place] + 1 if here == there else max(row[place + 1], fresh[place]))
        row = fresh
    return row[-1]


def built_differently(one: str, other: str) -> bool:
    """Another opening, and parts in another order, another number of clauses, or a third of other characters."""
    shared = sum((Counter(one) & Counter(other)).values())
    moved = shared - in_order(one, other) >= 2
    clauses = len(_MARKS.findall(one)) != len(_MARKS.findall(other))
    fresh = 1 - shared / max(len(one), len(other)) >= _NEW
    return one[:2] != other[:2] and (moved or clauses or fresh)


def test_a_swapped_word_is_no_other_structure() -> None:
    """What the measure is to tell apart."""
    assert not built_differently("组织业务培训N，M参加", "举办业务培训N，M参加")
    assert not built_differently("下架失效信息N", "清理失效信息N")
    assert built_differently("关停政务新媒体账号N，现有M", "清理政务新媒体，关停账号N，现有M")
    assert built_differently("新收政府信息公开申请N件", "政府信息公开申请新收N件")


@pytest.mark.parametrize("phrase", BANK.phrases.values(), ids=lambda phrase: phrase.id)
def test_three_wordings_differ_in_structure(phrase: Phrase) -> None:
    """Among the wordings of the usual length are three of which no two are built alike."""
    usual = [skeleton(variant.text) for variant in phrase.variants if not variant.length]

    assert any(
        all(built_differently(one, other) for one, other in combinations(three, 2))
        for three in combinations(usual, 3)
    )


WITH_NUMBERS = {
    "组织领导": "局长办公会专题研究3次",
    "制度机制": "修订制度3项",
    "政府门户网站": "政府网站发布信息37条",
    "短视频与直播": "发布短视频3条",
    "移动应用": "小程序发布信息3条",
    "传统媒体与融媒体": "通过县融媒体中心发布信息3条",
    "线下公开栏与电子屏": "设置公示栏3处",
    "公开指南与目录": "更新公开指南3次",
    "基层政务公开标准化": "编制3个领域标准目录",
    "村居务公开": "村务公开栏更新3次",
    "公平竞争与合法性审查": "文件合法性审查3件",
    "公文属性源头认定": "公文认定属性37件",
    "保密审查": "保密审查信息37条",
    "三审三校与发布审核": "发布前审核信息37条",
    "公安与交管": "公开交通管理信息37条",
    "12345热线与咨询": "回复12345热线工单37件",
    "舆情回应": "回应舆情3起",
    "申请办理流程": "申请登记台账更新3次",
    "答复规范与文书": "修订答复文书模板3份",
    "会商与法律顾问": "疑难申请会商3次",
    "沟通服务": "与申请人沟通3次",
    "数据开放": "开放数据集3个",
    "适老化与无障碍": "完成3个栏目适老化改造",
    "网络与内容安全": "开展网络安全检查3次",
    "绩效考核": "政府信息公开纳入考核，分值3分",
    "表扬与经验": "获得通报表扬3次",
}
"""Themes whose numbers the register words, each with a line that shows it."""
FROM_TABLES = {"公开总量", "依申请公开受理（有申请）", "依申请公开（零申请）", "复议诉讼", "信息处理费"}
"""Told from tables and totals: they always have their numbers, and nothing is said of them in general words."""
NEVER_COUNTED = {"依申请公开（零申请）", "责任追究"}
"""No request has no number; how many persons were held to account is for a person to word."""
ZEROS = {
    "依申请公开（零申请）": "requests.none",
    "依申请公开受理（有申请）": "requests.no_carry",
    "复议诉讼": "suits.none",
    "规范性文件管理与清理": "documents.none",
    "信息处理费": "fee.none",
    "责任追究": "blame.none",
}
"""Themes whose zero is sayable although nobody jots it: the tables or the law ask for it (writing craft, 1.7).

That other things did not happen is no matter of the report; where a person says so, the register words it.
"""


def numbered(phrase: Phrase) -> bool:
    """Whether a phrase takes numbers, from a note or from the plan."""
    return bool(phrase.form.needs or set(phrase.form.given) - {"零", "名单"})


@pytest.mark.parametrize("name", sorted(BANK.themes))
def test_every_theme_is_told_with_and_without_numbers(name: str) -> None:
    """A phrase of its own, else the register (shown on a line), else the tables."""
    phrases = [phrase for phrase in BANK.phrases.values() if name in phrase.form.themes]
    noun = BANK.themes[name].noun

    assert noun or name in FROM_TABLES or any(phrase.form.tick for phrase in phrases)
    if name in NEVER_COUNTED or any(map(numbered, phrases)):
        return
    line = WITH_NUMBERS.get(name) or f"公开{noun.removesuffix('信息')}信息37条"
    number = re.findall("[0-9]+", line.replace("12345", ""))[0]
    made = compose(material(notes={load_themes()[name].homes[0]: line}), BANK)
    said = [one for each in made.paragraphs if each.section == "一" for one in each.sentences]

    assert any(number in one.text and one.kind == "fact" for one in said)


def test_zeros_that_can_be_said_have_a_phrase() -> None:
    """Exactly the themes of the list have a zero phrase."""
    zeros = {
        theme
        for phrase in BANK.phrases.values()
        if phrase.form.kind == "zero"
        for theme in phrase.form.themes
    }

    assert zeros == set(ZEROS)
    assert all(BANK.phrases[phrase].form.kind == "zero" for phrase in ZEROS.values())


@pytest.mark.parametrize(
    ("line", "said"), [("没有新媒体", "未开设政务新媒体账号。"), ("没开公众号", "未开设微信公众号。")]
)
def test_a_zero_that_was_jotted_is_said(line: str, said: str) -> None:
    """The register words what a person denies."""
    made = compose(material(notes={"平台建设": line}), BANK)

    assert said in "".join(one.text for each in made.paragraphs for one in each.sentences)
