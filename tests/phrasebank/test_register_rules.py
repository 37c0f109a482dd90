"""Every rule of the register does what its own example says, and no rule hides another."""

import pytest

from phrasebank.needs import holds, needed_words
from phrasebank.register.lexicon import check_rule, load_lexicon
from phrasebank.register.line import word
from phrasebank.register.rewrite import apply_whole, normalise, polish
from phrasebank.register.rules import Rule, RuleEntry
from phrasebank.register.safety import is_official, keeps_atoms, refusal
from report.problem import InputProblem
from report.yamlfile import parse_yaml

LEXICON = load_lexicon()


@pytest.mark.parametrize("rule", LEXICON.whole, ids=lambda rule: str(rule.entry.like and rule.entry.like[0]))
def test_a_rule_words_its_own_example(rule: Rule) -> None:
    """The jotted half of the example becomes the official half, through all stages."""
    assert rule.entry.like is not None
    jotted, official = rule.entry.like
    field = rule.fields[0] if rule.fields else "主动公开"
    text = normalise(jotted)

    assert official == apply_whole(text, field, span=text.count("，"))
    assert is_official(official)
    assert keeps_atoms(text, official)
    assert refusal(text) == ""


@pytest.mark.parametrize(
    ("kind", "jotted"), [(entry.kind, jotted) for entry in LEXICON.refuse for jotted in entry.entry.like]
)
def test_what_is_never_written_is_refused(kind: str, jotted: str) -> None:
    """Each refusal refuses its own examples."""
    assert refusal(normalise(jotted)) != "", kind


@pytest.mark.parametrize("jotted", sorted(LEXICON.word_map))
def test_a_replaced_word_is_not_replaced_again(jotted: str) -> None:
    """Rewording an official word leaves it as it is, so that stages may run twice."""
    official = LEXICON.word_map[jotted]

    assert official == polish(official)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("培训2次，60多人", "培训2次，60余人"),
        ("发了五十六条", "发了56条"),
        ("一百多条", "100余条"),
        ("粉丝８千多", "粉丝8000余"),
        ("1、答复书说理不细", "答复书说理不细"),
        ("坚持一事一审", "坚持一事一审"),
        ("三审三校", "三审三校"),
        ("每季度检查一次", "每季度检查一次"),
        ("公开 1,234 条。。", "公开1,234条"),
        ("差不多300份", "近300份"),
    ],
)
def test_numbers_are_read_once_and_fixed_terms_stay(typed: str, read: str) -> None:
    """Numerals that count become digits, 多 becomes 余, fixed terms keep theirs."""
    assert read == normalise(typed)


def test_titles_are_never_reworded() -> None:
    """Words between title marks stay as typed, whatever they are."""
    assert "《老百姓看得懂的官网》" in polish("印了《老百姓看得懂的官网》")


@pytest.mark.parametrize(
    "official", ["完善政府信息公开指南", "修订审核制度", "印发《信息发布审核办法》", "编制办事指南"]
)
def test_official_words_pass_unchanged(official: str) -> None:
    """Who writes officially already is not corrected."""
    assert official == word(official, "政府信息管理")


@pytest.mark.parametrize("text", ["弄个东西", "大家都挺好", "栏目搞起来", "公开了一下下", "我们还没弄"])
def test_colloquial_remains_are_never_let_through(text: str) -> None:
    """A wording with everyday remains is not official, even if it has a verb."""
    assert not is_official(text)


def test_a_number_may_not_get_lost_or_appear() -> None:
    """The numbers before and after are the same, zeros apart, which are said in words."""
    assert keeps_atoms("收费0", "未收取信息处理费")
    assert not keeps_atoms("检查3次", "开展检查")
    assert not keeps_atoms("开展检查", "开展检查3次")


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("没人申请", "没人申请", True),
        ("没人申请", "没人", False),
        ("(?:甲|乙)丙?", "乙", True),
        ("(?:甲|乙)丙?", "丙", False),
        ("(?:甲乙)?丙", "丙", True),
        ("[0-9]+次", "次", False),
        ("(?!甲)乙", "乙", True),
    ],
)
def test_the_first_look_only_asks_for_what_is_certain(pattern: str, text: str, fits: bool) -> None:  # noqa: FBT001
    """A rule is passed over only if it could not match anyway."""
    assert fits == holds(text, needed_words(pattern))


def test_a_rule_with_an_unknown_slot_is_answered_with_file_line_and_right_form() -> None:
    """Whoever edits the rules is told where and what would be right."""
    source = parse_yaml("whole:\n  - {match: '公开<x>', say: '公开{y}'}\n", name="规则.yaml")
    entry = RuleEntry(match="公开<x>", say="公开{y}")

    with pytest.raises(InputProblem) as told:
        check_rule(source, entry, "$.whole[0]")

    assert str(told.value) == "规则.yaml 第2行第27列：成句里的空位“y”在模式里没有。应为：模式里加上 <y>。"


def test_every_shipped_rule_compiles_and_names_its_own_slots() -> None:
    """Rules compile when first tried; here all of them are."""
    for rule in (*LEXICON.whole, *LEXICON.parts):
        check_rule(parse_yaml("{}", name="x"), rule.entry, "$")
