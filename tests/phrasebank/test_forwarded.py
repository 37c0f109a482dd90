"""Why requests go on into the next year: said of those requests alone, or left to the person."""

import pytest
from msgspec.structs import replace

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.material import Narrative
from phrasebank.plan.forwarded import rules
from phrasebank.reading import FORWARD
from tests.phrasebank.made import material
from tests.phrasebank.test_flow import body

_CELLS = {"T3.R01.C1": 33, "T3.R02.C1": 1, "T3.R03.C1": 31, "T3.R25.C1": 3}


def answered(line: str, cells: dict[str, int] | None = None) -> Narrative:
    """A report in which it was answered why three requests go on."""
    made = material(notes={"依申请公开": line}, cells=cells or _CELLS)
    asked = replace(made, notes=tuple(replace(note, about=FORWARD) for note in made.notes))
    return compose(asked, load_bank(), strict=True)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("12月２7号才收的，还在期限里", "于12月27日收到，尚在答复期限内"),
        ("12月下旬才收到，没到期", "于12月下旬收到，尚在答复期限内"),
        ("十二月二十八号才收到", "于12月28日收到"),
        ("年底才来的，没到答复期", "于年末收到，尚在答复期限内"),
        ("都是12月下旬收的，还没到期限", "于12月下旬收到，尚在答复期限内"),
        ("结转的那3件都是12月下旬来的", "于12月下旬收到"),
        ("12月26收的，期限没过", "于12月26日收到，尚在答复期限内"),
        ("12月30日下午收的", "于12月30日下午收到"),
        ("3件都是12月20号以后来的", "于12月20日以后收到"),
        ("还在20个工作日内", "尚在答复期限内"),
        ("都没超期", "尚在答复期限内"),
        ("还差5天到期", "距答复期限届满还有5天"),
        ("跨年了，明年1月15号到期", "答复期限至下年度1月15日"),
        ("在征求第三方意见", "正在征求第三方意见"),
        ("等申请人补正", "尚待申请人补正"),
        ("材料多，要几个股室一起核，没到期", "申请内容较多，需由多个股室共同核实，尚在答复期限内"),
        ("12月31号收的，来不及办", "于12月31日收到，未及办结"),
        ("还在办", ""),
        ("还没办完", ""),
    ],
)
def test_the_reason_is_told_of_the_carried_requests(line: str, reason: str) -> None:
    """Whatever was said, nothing of it is said of the finished ones."""
    said = body(answered(line), "1.依申请公开")

    assert reason in said
    assert "待核" not in said
    assert "法定期限内答复" not in said


@pytest.mark.parametrize(
    "line",
    ["都按期答复了", "12月29号收的，按期办", "是27号收的", "圣诞前后收的", "2件在找档案", "县长批了再办"],
)
def test_what_is_not_understood_waits(line: str) -> None:
    """It becomes no sentence, about these requests or about others."""
    said = body(answered(line), "1.依申请公开")

    assert f"待核：{line.rsplit('，', maxsplit=1)[-1]}" in said
    assert "法定期限内答复" not in said.split("【")[0]


def test_parts_that_add_up_are_told_apart() -> None:
    """2 and 1 of three; two alone are not all of them."""
    said = body(answered("２件12月下旬收的，１件在等申请人补正"), "1.依申请公开")

    assert "其中2件于12月下旬收到，1件尚待申请人补正。" in said


def test_a_reason_where_nothing_is_carried_forward_is_a_question() -> None:
    """The table says that all are finished."""
    narrative = answered("12月27号才收的，还在期限里", {"T3.R01.C1": 3, "T3.R03.C1": 3})

    assert [each.cells for each in narrative.conflicts] == [("T3.R25.C7",)]
    assert body(narrative, "1.依申请公开").count("【待核") == 2


@pytest.mark.parametrize("line", ["12月27号才收的，还在期限里", "还没超期", "结转3件，都还在法定期限内"])
def test_still_in_time_is_no_answer_in_time_wherever_it_was_jotted(line: str) -> None:
    """A case file may jot it among all other notes."""
    made = compose(material(notes={"依申请公开": line}, cells=_CELLS), load_bank(), strict=True)
    said = body(made, "1.依申请公开")

    assert "尚在答复期限内" in said
    assert "均在法定期限内答复" not in said


def test_a_part_that_is_not_all_of_them_gives_no_reason() -> None:
    """Two of three are asked about, and the sentence says nothing of all three."""
    made = compose(
        material(notes={"依申请公开": "2件还在法定期限内"}, cells=_CELLS), load_bank(), strict=True
    )

    assert made.conflicts
    assert "尚在答复期限内" not in body(made, "1.依申请公开").split("【")[0]


@pytest.mark.parametrize(("typed", "said"), [rule.like for _, rule in rules()])
def test_every_rule_says_what_its_example_says(typed: str, said: str) -> None:
    """The examples beside the rules are true."""
    assert said in body(answered(typed), "1.依申请公开")
    assert "待核" not in body(answered(typed), "1.依申请公开")
