"""What became of last year's problems: which one is asked about, and a plain reply as the answer to it."""

import pytest

from assistant.assistant import Assistant


def _measures(assistant: Assistant) -> list[str]:
    return [one.text for one in assistant.paragraph("5.measures").sentences]


@pytest.fixture
def asked(assistant: Assistant) -> Assistant:
    """One problem of last year, another one this year."""
    assistant.open_question("last.problems")
    assistant.reply("公众号更新慢")
    assistant.open_question("problem.main")
    assistant.tick((), "政策解读少")
    return assistant


def test_the_problem_of_last_year_is_named_where_it_is_asked_about(asked: Assistant) -> None:
    """The gap leads to the measures, where the question says which problem is meant, until that is answered."""
    gap = next(one for one in asked.open_points() if "整改情况" in one.text)

    assert asked.open_question(gap.goes_to).remark.startswith(
        "上年的“公众号更新慢”这个问题改了吗？怎么改的？"
    )
    asked.reply("已改，每周推3次")
    assert asked.open_question("measure.main").remark == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("已改，每周推3次", "上年提出的微信公众号更新不及时问题，已完成整改，每周推送3次。"),
        (
            "公众号今年定了每周发3回，已经做了",
            "上年提出的微信公众号更新不及时问题，本年度规定每周发布3次，已落实。",
        ),
    ],
)
def test_a_plain_reply_answers_it(asked: Assistant, typed: str, said: str) -> None:
    """Whether it was mended, or what was done with the thing it names: no measure of this year's."""
    asked.open_question("measure.main")
    asked.reply(typed)

    assert _measures(asked) == [said, "【待补：针对“政策解读少”的改进措施】"]


def test_a_measure_for_this_years_problem_stays_one(asked: Assistant) -> None:
    """改进解读 opens with 改 and tells of no mending."""
    asked.open_question("measure.main")
    asked.reply("改进解读，明年多做图解")

    assert _measures(asked)[0] == "【待补：上年“公众号更新慢”问题的整改情况】"
