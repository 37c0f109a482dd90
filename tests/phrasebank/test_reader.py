"""The last reader: broken sentences, changed meanings, sentences that need the one before."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.register.dependent import looks_back, says_nothing
from phrasebank.register.kept_sense import changed, said_twice
from phrasebank.register.reader import Fault, fault, load_faults
from tests.phrasebank.made import material

BANK = load_bank()


@pytest.mark.parametrize("entry", load_faults(), ids=lambda entry: str(entry.entry.what))
def test_every_fault_catches_its_examples_and_spares_the_others(entry: Fault) -> None:
    """The file's own examples, broken and fine."""
    assert [each for each in entry.entry.like if not entry.pattern.search(each)] == []
    assert [each for each in entry.entry.fine if entry.pattern.search(each)] == []


CHANGED = [
    ("更新36期", "更新36次", "单位变了"),
    ("5个防洪工程", "发布防洪工程5条", "单位变了"),
    ("没到期的3件", "到期的3件", "意思变了"),
    ("基本都整改了", "均已整改", "意思变了"),
    ("明年建专区", "建设专区", "意思变了"),
    ("只公开了名单", "公开名单", "意思变了"),
    ("2次安全扫描", "2次安全，扫描", "词被拆开"),
]
KEPT = [
    ("处罚决定书3张", "作出行政处罚决定3件"),
    ("讲了2堂课", "讲课2次"),
    ("内容准不准", "核查内容准确性"),
    ("电话、窗口、信箱3条路", "3个渠道"),
    ("加个查询入口", "增设查询入口"),
    ("来了32个人", "32人参加"),
]


@pytest.mark.parametrize(("jotted", "said", "what"), CHANGED)
def test_a_changed_meaning_is_seen(jotted: str, said: str, what: str) -> None:
    """Classifiers, no, nearly, not yet, only, and words that stood together stay."""
    assert changed(jotted, said) == what


@pytest.mark.parametrize(("jotted", "said"), KEPT)
def test_an_equal_meaning_passes(jotted: str, said: str) -> None:
    """What the trade counts otherwise is no change."""
    assert changed(jotted, said) == ""


def test_a_word_of_the_trade_is_not_said_twice() -> None:
    """Unless it was jotted twice or stands in a list."""
    assert said_twice("低保名单在公示栏贴了", "公布同时在公示栏公布低保名单")
    assert not said_twice("网站信息和公众号信息", "网站信息、公众号信息")


LOOKING_BACK = [
    "完成48公里",
    "由乡长审核",
    "均已整改",
    "92.6分",
    "合计31条",
    "6月关停",
    "每周五公开",
    "清理废止14件",
    "主要靠村内的公开栏",
    "另一个要1986年的底册",
    "19天",
]
BY_ITSELF = [
    "由局长任组长",
    "公布招生政策",
    "3月，网站改版",
    "采购3次，金额42.6万元",
    "40人参加",
    "获得通报表扬3次",
    "在微信公众号增设入口",
    "稿件由经办人起草",
    "19个乡镇设有政务公开专区",
]


@pytest.mark.parametrize("said", LOOKING_BACK)
def test_a_sentence_that_speaks_of_what_was_named_before(said: str) -> None:
    """It has no thing of its own."""
    assert looks_back(said)


@pytest.mark.parametrize("said", BY_ITSELF)
def test_a_sentence_that_names_what_it_speaks_of(said: str) -> None:
    """Verb and thing, or thing and what became of it."""
    assert not looks_back(said)


def test_a_list_of_names_says_nothing() -> None:
    """Nor does a good sentence count as one."""
    assert says_nothing("处室、办公室、分管负责人")
    assert not says_nothing("处室负责人审核内容")
    assert not says_nothing("应急广播214次")
    assert fault("领导：局长负总责")


WAITING = [
    ("管", "3道关：处室、办公室、分管领导，少一道不发"),
    ("平", "4个新栏目：水价咋收的那个、停水那个，5月上线"),
    ("管", "发东西之前党政办先看，乡长再看"),
    ("平", "公众号：9月重排菜单；加实时公交查询；关注数2.2万"),
]
_FIELDS = {"管": "政府信息管理", "平": "平台建设"}


@pytest.mark.parametrize(("field", "line"), WAITING)
def test_what_looks_back_at_words_that_wait_waits_with_them(field: str, line: str) -> None:
    """No half of a line is printed as if it spoke for itself."""
    said = compose(material(notes={_FIELDS[field]: line}), BANK).paragraphs
    told = [each for one in said if one.aspect == _FIELDS[field] for each in one.sentences if each.sources]

    assert {each.kind for each in told if each.text.startswith("【") or each.phrase == "restated"} == {
        "verbatim"
    }


HEADED = [
    (
        "平台建设",
        "客运站：公开角1处；宣传架3个；意见箱1个",
        "客运站方面，政务公开角1处，宣传架3个，意见箱1个。",
    ),
    (
        "政府信息管理",
        "目录：新加“农村物流”一类；删“超限站”一类",
        "目录增加“农村物流”一类，删除“超限站”一类。",
    ),
    ("平台建设", "微博：1个；没人看；6月关了", "设有微博1个。"),
    ("监督保障", "领导：局长抓总；办公室3人办事", "由局长负总责。"),
]


@pytest.mark.parametrize(("field", "line", "said"), HEADED)
def test_a_heading_goes_before_what_it_tells_of_or_is_dropped(field: str, line: str, said: str) -> None:
    """A thing is told of; a label only sorted the notes."""
    paragraphs = compose(material(notes={field: line}), BANK).paragraphs

    assert said in [each.text for one in paragraphs if one.aspect == field for each in one.sentences]
