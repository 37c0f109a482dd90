"""Understanding: themes, tense, zero facts, where a clause belongs, the same in every process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from phrasebank.reading import Note
from phrasebank.understand import understand, understand_text

GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "gold"

PROGRAM = """
import sys, tempfile
if sys.argv[1] == "busy":
    import jieba
    jieba.setLogLevel(60)
    jieba.add_word("网站发"); list(jieba.cut("网站发了236条"))
from phrasebank.understand import understand_text
for field in ("主动公开", "依申请公开", "平台建设"):
    print([(c.text, c.themes, c.quantities, c.negated, c.tense, c.parent, c.field, c.context)
           for c in understand_text("网站发了236条（图解3），教育、医疗都公开；没打官司\\n抖音号11月销了", field)])
"""


def test_the_contracts_example_reads_as_written() -> None:
    """微信公众号发布56条 is its theme, and 56 条 of 发布."""
    (clause,) = understand_text("微信公众号发布56条", "主动公开")
    quantity = clause.quantities[0]

    assert (clause.themes, quantity.value, quantity.unit, quantity.of, quantity.approx) == (
        ("微信公众号",), "56", "条", "发布", False,
    )  # fmt: skip


def test_the_conformance_note_reads_as_written() -> None:
    """Three clauses: two counts and one zero fact that belongs to another aspect."""
    clauses = understand_text("网站119条，公众号五十六条，没有收到申请", "主动公开")

    assert [quantity.value for clause in clauses for quantity in clause.quantities] == ["119", "56"]
    assert [clause.themes for clause in clauses] == [
        ("政府门户网站",),
        ("微信公众号",),
        ("依申请公开（零申请）",),
    ]
    assert [clause.field for clause in clauses] == ["主动公开", "主动公开", "依申请公开"]
    assert [clause.negated for clause in clauses] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("没有收到申请", True), ("没人申请", True), ("零申请", True), ("没打官司也没复议", True), ("信息处理费一分没收", True),
        ("没出过规范性文件", True), ("没有人被追责", True), ("收费0", True), ("复议诉讼都没有", True), ("未发生责任追究", True), ("无", True),
        ("今年一份申请都没收到", True), ("没收违法所得3笔", False), ("都没超期", False), ("更新不及时", False), ("涉密的不上网", False),
        ("诉讼1个还没判", False), ("网站做了无障碍改造", False), ("没人管", False), ("不再更新", False), ("零跑腿", False), ("收到申请3件", False),
    ],
)  # fmt: skip
def test_only_what_did_not_happen_is_negated(text: str, negated: bool) -> None:  # noqa: FBT001  a table of cases
    """Zero facts are told from facts that hold a 不, a 没 or a 无."""
    assert negated == understand_text(text, "依申请公开")[0].negated


@pytest.mark.parametrize(
    ("text", "tenses"),
    [
        ("今年印了折页，发到社区了；明年定清单，每月去一次", ["done", "done", "planned", "planned"]),
        ("明年：解读一起报审；评一次案卷", ["planned", "planned"]),
        ("加强培训", ["neutral"]),
        ("将近100条", ["neutral"]),
        ("准备多搞图解", ["planned"]),
        ("为了方便群众", ["neutral"]),
    ],
)
def test_tense_is_what_was_said(text: str, tenses: list[str]) -> None:
    """了, 已, 今年 are done; 明年, 准备 are planned and hold for the rest of the line."""
    assert tenses == [clause.tense for clause in understand_text(text, "改进情况")]


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("没有复议诉讼", "监督保障", "依申请公开"),
        ("培训3次，社区的人也来了", "政府信息管理", "监督保障"),
        ("预决算公开了", "监督保障", "主动公开"),
        ("网站改版", "存在问题", "存在问题"),
        ("弄了个公开角，放公开指南", "平台建设", "平台建设"),
        ("网站3月改版，加了学区查询", "平台建设", "平台建设"),
    ],
)
def test_a_misplaced_clause_is_written_where_it_belongs(text: str, field: str, expected: str) -> None:
    """A theme moves to its home; what only continues a sentence goes with it; problems and measures stay."""
    assert {expected} == {clause.field for clause in understand_text(text, field)}


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("拍了6条短视频，花了8万元", ()),
        ("小程序要改版，预算15万元", ()),
        ("专项资金公示12批，涉及金额3860万元", ("财政预决算",)),
    ],
)
def test_what_a_thing_cost_continues_nothing(text: str, themes: tuple[str, ...]) -> None:
    """Money of a thing made or bought speaks of no theme; money of what is told in money does."""
    assert themes == understand_text(text, "主动公开")[-1].themes


def test_a_continuation_speaks_of_what_it_continues() -> None:
    """共4次 has the theme of 每季度自查; 都改了 only its context."""
    clauses = understand_text("每季度自查，共4次，都改了", "监督保障")

    assert [clause.themes for clause in clauses] == [("自查整改",), ("自查整改",), ()]
    assert clauses[2].context == ("自查整改",)


@pytest.mark.parametrize(
    "text", ["公众号小张怀孕了明年得换人", "年底团建去泡温泉了", "照去年抄就行", "自查的事见下面"]
)
def test_asides_name_no_theme(text: str) -> None:
    """Private matters and words to a colleague are left for the reviewer."""
    assert understand_text(text, "平台建设")[0].themes == ()


def test_lines_and_parents_count_over_all_notes() -> None:
    """Line numbers and parents go on from one note to the next."""
    clauses = understand(
        [Note("网站1条\n培训1次", "主动公开"), Note("自查3次（上半年1次，下半年2次）", "监督保障")]
    )

    assert [clause.line for clause in clauses] == [0, 1, 2, 2, 2]
    assert [clause.parent for clause in clauses] == [None, None, None, 2, 2]


def test_the_same_in_every_process_whatever_was_loaded_before() -> None:
    """Hash seeds and earlier use of jieba change nothing."""
    outputs = {
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", PROGRAM, state],
            capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed, state in (("1", "fresh"), ("2", "busy"))
    }  # fmt: skip

    assert len(outputs) == 1


@pytest.mark.skipif(not GOLD.is_dir(), reason="the team's gold drafts are not beside this checkout")
def test_the_notes_of_the_gold_drafts_are_mostly_understood() -> None:
    """At most one clause in six of the gold notes is left without a theme or a context."""
    from report.yamlfile import read_yaml

    notes = [
        Note(text, field)
        for path in sorted(GOLD.glob("*.case.yaml"))
        for field, text in read_yaml(path).data["notes"].items()
        if text
    ]
    clauses = understand(notes)
    silent = [clause.text for clause in clauses if not (clause.themes or clause.context)]

    assert len(silent) <= len(clauses) / 6, silent
