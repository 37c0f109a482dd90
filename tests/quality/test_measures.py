"""The measures themselves: each finds what it is there to find, and leaves a good page alone."""

from decimal import Decimal

import pytest

from report.document import Sentence
from tests.quality import points, style
from tests.quality.against import contradictions
from tests.quality.facts import count_facts, note_clauses
from tests.quality.pages import page, said
from tests.quality.repetition import repeated_openings, repeated_runs, shared
from tests.quality.samples import Expected, Fact
from tests.quality.support import computable, digit_count, false_origins, lost_numbers, unsupported
from tests.quality.written import Written, has_number


def test_a_digit_without_origin_is_found() -> None:
    """Digits that no number source names are reported with their sentence."""
    written = page(said("公开124条，其中网站119条。", numbers={"124": "notes.主动公开"}))

    assert digit_count(written) == (2, ("119 in 公开124条，其中网站119条。",))


def test_an_origin_must_hold_its_number() -> None:
    """A cell or a note that is named as origin is looked up; sums of a note's numbers pass."""
    notes = (("主动公开", "全年一百二十四条，微信5，网站119"),)
    good = {"124": "notes.主动公开", "119": "notes.主动公开"}
    bad = {"125": "notes.主动公开", "7": "T3.R01.C1"}
    right = page(said("共124条、119条。", numbers=good), notes=notes)
    wrong = page(said("共125条，收到7件。", numbers=bad), notes=notes, cells={"T3.R01.C1": 6})

    assert false_origins(right) == ()
    assert [text.partition(" in ")[0] for text in false_origins(wrong)] == [
        "125 ← notes.主动公开",
        "7 ← T3.R01.C1",
    ]
    assert computable(Decimal(8), ["网站2 公众号6"])


def test_a_number_that_was_jotted_is_somewhere() -> None:
    """A number of a note stands in the text, among what is left open, or in a sum; else it was lost."""
    notes = (("主动公开", "１、网站九十条，公众号1135条，粉丝2万"), ("平台建设", "去年540"))
    kept = page(
        said("政府网站90条，关注用户20000人。"), said("【待核：公众号1135条】", "verbatim"), notes=notes
    )
    lost = page(said("政府网站90条，关注用户2万人。"), notes=notes)

    assert lost_numbers(kept) == ()
    assert lost_numbers(lost) == ("1135：１、网站九十条，公众号1135条，粉丝2万",)


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (said("举办培训。", sources=()), 1),
        (said("依照《条例》开展工作。", "frame", sources=()), 0),
        (said("全年公开9条。", "frame", {"9": "notes.主动公开"}), 1),
        (said("举办培训。"), 0),
    ],
)
def test_a_claim_needs_a_source(sentence: Sentence, claims: int) -> None:
    """Only frame sentences without numbers stand without a source."""
    assert claims == len(unsupported(page(sentence)))


@pytest.mark.parametrize(
    ("text", "contradicts"),
    [
        ("新收政府信息公开申请8件，上年结转1件。", 0),
        ("新收政府信息公开申请9件。", 0),
        ("新收政府信息公开申请7件。", 1),
        ("全年未收到政府信息公开申请。", 1),
        ("上年结转申请2件。", 1),
    ],
)
def test_numbers_near_keywords_are_held_against_the_cells(text: str, contradicts: int) -> None:
    """What the text counts must be the cell, or new and carried together."""
    cells = {f"T3.R01.C{column}": 8 if column == 1 else 0 for column in range(1, 7)}
    cells |= {f"T3.R02.C{column}": 1 if column == 1 else 0 for column in range(1, 7)}

    assert contradicts == len(contradictions(page(said(text), aspect="依申请公开", cells=cells)))


def test_facts_must_stand_together_and_not_in_what_is_left_open() -> None:
    """A fact counts where words and numbers share a paragraph that we worded."""
    expected = Expected(
        [Fact("主动公开", ["网站|官网"], ["119"]), Fact("主动公开", ["微信"], [])], ["种树200棵"], 0
    )
    written = page(
        said("政府网站119条。"),
        said("【待核：微信不知道】", "verbatim"),
        notes=(("主动公开", "官网119，微信不知道"), ("主动公开", "种树200棵")),
    )
    count = count_facts(written, expected)

    assert [fact.words for fact in count.missing] == [["微信"]]
    assert (count.clauses, count.left, count.wrongly_written) == (2, ("微信不知道",), ("种树200棵",))


def test_lines_are_cut_as_they_are_read() -> None:
    """Bullets and numbering are not part of a clause."""
    assert note_clauses("１、公开88条,网站60条 公众号28条") == ("公开88条", "网站60条", "公众号28条")


@pytest.mark.parametrize(("number", "stands"), [("12", False), ("124", True), ("24", False), ("1.5", True)])
def test_numbers_are_whole(number: str, *, stands: bool) -> None:
    """A number is not found inside another."""
    assert stands == has_number("公开124条，1.5万次", number)


POINT_CASES = [
    (points.p08_zero, page(said("受理0件。")), 1),
    (points.p08_zero, page(said("受理10件。")), 0),
    (points.p10_sums, page(said("公开10条，其中网站6条、微信4条。")), 0),
    (points.p10_sums, page(said("公开10条，其中网站6条、微信5条。")), 1),
    (points.p10_sums, page(said("公开10条，其中网站5条、微信4条。")), 1),
    (points.p10_sums, page(said("公开10条，其中网站5条、微信4条等。")), 0),
    (points.p11_self, page(said("我镇公开信息。")), 1),
    (points.p12_years, page(said("2019年的信息。")), 1),
    (points.p12_years, page(said("2023年的信息。")), 0),
    (points.p14_private, page(said("联系13812345678。")), 1),
    (points.p02_degree, page(said("问题均已整改。"), notes=(("主动公开", "问题改了"),)), 1),
    (points.p02_degree, page(said("问题均已整改。"), notes=(("主动公开", "问题都改了"),)), 0),
    (points.p15_twice, page(said("网站公开56条。"), said("另有网站信息56条。")), 1),
    (points.p15_twice, page(said("网站公开56条。"), said("办理提案56条。")), 0),
    (style.p18_tense, page(said("今年公开。")), 1),
    (style.p20_marks, page(said("公开信息,及时。")), 1),
    (style.r_neighbours, page(said("公开网站信息。"), said("公开目录。")), 1),
    (style.r_numbers, page(said("3次检查。")), 1),
    (style.r_choppy, page(said("方便群众。")), 1),
    (style.r_stutter, page(said("以门户网站站为平台。")), 1),
]


@pytest.mark.parametrize(("point", "written", "marks"), POINT_CASES)
def test_a_point_marks_what_an_editor_would(point: points.Point, written: Written, marks: int) -> None:
    """Each point marks its mistake and nothing else."""
    assert marks == len(point(written))


def test_repetition_is_counted() -> None:
    """Openings, runs of four characters, and sentences shared by two reports."""
    assert repeated_openings(page(said("公开网站信息。"), said("公开目录。"))) == (1, 2)
    assert repeated_runs("按季度开，按季度开。") == 100.0
    assert shared(["甲。"], ["甲。", "乙。"]) == 50.0
