"""The narrative: every sentence has a support, every digit an origin, and nothing jotted is lost."""

import re
import subprocess
import sys
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.material import Material, Narrative, Style
from report.cells import Cells
from report.last_year import LastYear
from tests.phrasebank.made import loose, material

BANK = load_bank()


def written(case: Material) -> Narrative:
    return compose(case, BANK, strict=True)


def body(narrative: Narrative, paragraph: str) -> str:
    return next(each.body for each in narrative.paragraphs if each.id == paragraph)


def test_paragraphs_stand_in_the_order_of_the_form() -> None:
    """The ids are those that edits are kept by, in the order of the page."""
    ids = [paragraph.id for paragraph in written(material()).paragraphs]

    assert ids == [
        "opening",
        "1.intro",
        *(f"1.{aspect}" for aspect in ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障")),
        "5.problems",
        "5.measures",
        "6",
    ]


def test_zero_tables_are_told_in_sentences_without_zeros() -> None:
    """No requests, no suits, no fee: each is said, and no digit stands for it."""
    narrative = written(material())
    said = body(narrative, "1.依申请公开")

    assert re.search("未收到|没有收到|新收和上年结转的|无新收", said)
    assert "行政复议" in said
    assert "行政诉讼" in said
    assert "信息处理费" in body(narrative, "6")
    assert "0件" not in said + body(narrative, "6")


def test_unknown_numbers_are_gaps_not_zeros() -> None:
    """An unanswered table is asked for, never told as zero."""
    narrative = written(material(rest=None))

    assert body(narrative, "1.依申请公开").startswith("【待补：")
    assert body(narrative, "6").startswith("【待补：信息处理费")


def test_an_aspect_without_answer_is_a_gap() -> None:
    """Nothing is claimed for an aspect of which nobody said anything."""
    assert body(written(material()), "1.监督保障") == "【待补：监督保障的情况】"


def test_what_nobody_understands_stays_in_its_own_aspect() -> None:
    """A clause that no phrase and no rule can word is marked, in the person's words, where it was jotted."""
    narrative = written(material(notes={"监督保障": "培训2次\n今年还栽了200棵树"}))

    assert body(narrative, "1.监督保障").endswith("【待核：今年还栽了200棵树】")


def test_a_note_that_contradicts_a_table_becomes_a_question() -> None:
    """Neither side is believed: the words stay marked and the question names both numbers."""
    narrative = written(material(notes={"依申请公开": "新收9件"}, cells={"T3.R01.C1": 8, "T3.R03.C1": 8}))

    assert [conflict.question for conflict in narrative.conflicts] == [
        "“新收9件”与表三所填的 8 件不一致，请核对哪一个对"
    ]
    assert "【待核：新收9件】" in body(narrative, "1.依申请公开")


def test_a_licence_count_that_differs_from_the_table_is_asked() -> None:
    """Published licences are compared with table two before they are told."""
    narrative = written(material(notes={"主动公开": "许可26个都双公示"}, cells={"T2.LIC": 25}))

    assert [conflict.cells for conflict in narrative.conflicts] == [("T2.LIC",)]


def test_parts_above_their_total_are_not_written() -> None:
    """Channels that add up to more than the total are asked about."""
    narrative = written(material(notes={"主动公开": "全年公开124条，网站119条，公众号20条"}))

    assert body(narrative, "1.主动公开").endswith("政府信息124条。【待核：网站119条】【待核：公众号20条】")
    assert "合计139，比总数124多" in narrative.conflicts[0].question


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("全年公开143条，网站75，公众号68", "其中政府网站75条、微信公众号68条"),
        ("全年公开124条，网站119条", "其中通过政府网站公开119条"),
        ("网站75，公众号60，全年一共143条", "其中政府网站75条、微信公众号60条等"),
    ],
)
def test_lists_close_with_etc_only_when_incomplete(note: str, wanted: str) -> None:
    """Equal sums are listed completely; smaller ones end in 等, or name only the channel that is known."""
    said = body(written(material(notes={"主动公开": note})), "1.主动公开")

    assert re.search(wanted + "。", said)


def test_nothing_else_is_said_only_where_the_person_said_so() -> None:
    """From 2021 on section six never holds a bare 无."""
    silent = body(written(material()), "6")
    told = body(written(material(notes={"其他事项": "无"})), "6")

    assert "其他需要报告的事项" not in silent
    assert told.endswith("其他需要报告的事项。")
    assert told != "无"


def test_growth_needs_both_years() -> None:
    """Last year's cells give the difference, and a percentage only above a base of 20."""
    before = LastYear(
        Cells({f"T3.R01.C{column}": Decimal(104 if column == 1 else 0) for column in range(1, 7)})
    )
    case = material(cells={"T3.R01.C1": 131, "T3.R03.C1": 131})

    assert "比上年增加27件，增长25.96%" in body(written(replace(case, last_year=before)), "1.依申请公开")
    assert "比上年" not in body(written(case), "1.依申请公开")


def test_stored_wordings_are_kept_and_avoided_ones_drawn_last() -> None:
    """A choice is stable; last year's wording gives way as long as there is another."""
    case = material()
    choices = written(case).choices
    kept = written(replace(case, choices={"fee.none": 2})).choices["fee.none"]
    other = written(replace(case, avoid={"fee.none": frozenset({choices["fee.none"]})})).choices["fee.none"]

    assert kept == 2
    assert other != choices["fee.none"]


def test_a_ticked_theme_is_written_without_numbers() -> None:
    """A theme's bare name licenses its form without numbers."""
    case = material(notes={"监督保障": "业务培训\n责任追究", "主动公开": "教育\n卫生健康"})
    narrative = written(case)

    assert "培训" in body(narrative, "1.监督保障")
    assert "待核" not in body(narrative, "1.监督保障")
    assert "教育和卫生健康" in body(narrative, "1.主动公开")


def test_short_and_long_texts_are_chosen_by_the_person() -> None:
    """The style only changes wordings, never facts."""
    case = material(notes={"主动公开": "全年公开143条"})
    short = written(replace(case, style=Style("简")))

    assert "143" in body(short, "1.主动公开")


def test_two_processes_write_the_same(tmp_path: object) -> None:
    """The seed of Python's hashes does not matter."""
    del tmp_path
    program = (
        "from tests.phrasebank.made import material\n"
        "from phrasebank.bank import load_bank\n"
        "from phrasebank.compose import compose\n"
        "n = compose(material(notes={'主动公开': '全年公开143条，网站75，公众号68', '监督保障': '培训2次，60多人'}), load_bank())\n"
        "print(''.join(p.text for p in n.paragraphs), sorted(n.choices.items()))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }

    assert len(runs) == 1


CELLS = st.dictionaries(
    st.sampled_from(
        [
            f"T3.R{row:02d}.C{column}"
            for row in (1, 2, 3, 4, 8, 13, 14, 16, 22, 23, 25)
            for column in range(1, 7)
        ]
    ),
    st.integers(0, 4000),
    max_size=12,
)
SUITS = st.dictionaries(
    st.sampled_from([f"T4.{row}{column}" for row in "VWX" for column in range(1, 5)]), st.integers(0, 90)
)


@settings(max_examples=60, deadline=None)
@given(cells=CELLS, suits=SUITS, kind=st.sampled_from(["department", "township", "government", "ministry"]))
def test_any_table_is_told_cleanly(cells: dict[str, int], suits: dict[str, int], kind: str) -> None:
    """Whatever the numbers are: traced digits, no zero counts, no doubled marks, shares that add up."""
    narrative = written(material(cells=cells | suits, kind=kind))  # type: ignore[arg-type]
    sentences = next(each.sentences for each in narrative.paragraphs if each.id == "1.依申请公开")
    said = "".join(sentence.text for sentence in sentences)

    assert [loose(sentence) for sentence in sentences if loose(sentence)] == []
    assert not re.search(r"(?<![0-9])0件|[，、；：。]{2}", said)
    shares = [Decimal(share) for share in re.findall(r"占([0-9.]+)%", said)]
    assert not shares or abs(sum(shares, Decimal(0)) - 100) <= Decimal("0.02")
    openings = [sentence.text[:2] for sentence in sentences]
    assert [pair for pair in pairwise(openings) if pair[0] == pair[1]] == []


@pytest.mark.parametrize(
    ("aspect", "note", "never"),
    [
        ("监督保障", "各科室信息员共12人", "各确定|各明确|各有12"),
        ("政府信息管理", "落实三审制度", "三审三校"),
        ("主动公开", "新闻通气会开了3次", "新闻发布会"),
        ("监督保障", "社会评议问卷收回1186份", "发放"),
        ("主动公开", "累计公开325条。通过公众号推送156篇", "其中"),
    ],
)
def test_nothing_is_said_that_was_not(aspect: str, note: str, never: str) -> None:
    """A name, a step or a relation that the person did not state is never put in."""
    said = body(written(material(notes={aspect: note})), f"1.{aspect}")

    assert not re.search(never, re.sub("【待核：[^】]*】", "", said)), said


@pytest.mark.parametrize(
    "note",
    ["公众号粉丝1.3万", "公众号发了156篇，粉丝2万，阅读量86万人次", "全年公开100条，公众号60条，粉丝300人"],
)
def test_no_number_of_a_note_is_lost(note: str) -> None:
    """Every number that was jotted stands in the draft."""
    said = body(written(material(notes={"主动公开": note})), "1.主动公开")

    assert [run for run in re.findall(r"[0-9.]+", note) if run not in said] == []


JOTTED = st.lists(
    st.sampled_from(
        [
            "全年公开{}条",
            "全年公开{}条（去年{}）",
            "网站{}条",
            "公众号发了{}篇",
            "粉丝{}万",
            "阅读量{}次",
            "动态{}条",
            "解读{}篇",
            "图解{}个",
            "征求意见{}次",
            "收到意见{}条",
            "建议{}件",
            "提案{}件",
            "发布会{}场",
            "许可{}件",
            "网站{}条（去年{}）",
            "另有{}条",
            "微博{}",
            "培训{}次",
            "视频号{}条（动态{}，公告{}）",
            "其他{}条",
            "公示栏贴了{}份",
        ]
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(jotted=JOTTED, mark=st.sampled_from("，；、\n"), first=st.integers(1001, 9000))
def test_no_jotted_number_is_ever_lost(jotted: list[str], mark: str, first: int) -> None:
    """Whatever is jotted in whatever order, each of its numbers stands in the draft or is asked about."""
    numbers = iter(range(first, first + 40, 1))
    note = mark.join(re.sub(r"\{\}", lambda _: str(next(numbers)), each) for each in jotted)
    narrative = written(material(notes={"主动公开": note}, rest=None))
    text = "".join(each.text for each in narrative.paragraphs)
    # Last year's number is told as a difference.
    wanted = set(re.findall(r"[0-9]{4}", re.sub("去年[0-9]+", "", note)))

    assert sorted(run for run in wanted if run not in text) == [], (note, text)


def test_bare_parts_close_the_sentence_of_their_whole() -> None:
    """Parts that were jotted as a name and a number follow their whole with 其中."""
    said = body(
        written(material(notes={"政府信息管理": "政策文件库归集10219件，其中市级8140件，县区2079件"})),
        "1.政府信息管理",
    )

    assert "政策文件库归集10219件，其中市级8140件、县区2079件。" in said
