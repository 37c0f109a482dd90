"""Sentences a person wrote for the report: printed to the letter, in their place, and held against the tables."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.material import Material, Narrative
from phrasebank.reading import Note, as_final, final_words
from phrasebank.understand import understand_text
from report.cells import Cells
from report.edition import load_edition
from report.tables import compute
from report.unit import Unit

EDITION = load_edition("2021")


def written(notes: Mapping[str, tuple[str, ...]], **cells: int) -> Narrative:
    """A department's narrative: every cell 0 but those named (``T3_IN_C1``)."""
    known: dict[str, Decimal] = {
        cell.id: Decimal(0) for table in EDITION.tables for cell in table.cells if cell.asked
    }
    known |= {name.replace("_", "."): Decimal(number) for name, number in cells.items()}
    lines = [
        Note(final_words(line) or line, field, final=bool(final_words(line)))
        for field, texts in notes.items()
        for line in texts
    ]
    material = Material(
        unit=Unit("安宁县水务局", "我局", "department"),
        year=2025,
        edition=EDITION,
        figures=compute(EDITION, Cells(known)),
        notes=tuple(lines),
    )
    return compose(material, load_bank(), strict=True)


def body(narrative: Narrative, name: str) -> str:
    """A paragraph as printed."""
    return {one.id: one.body for one in narrative.paragraphs}[name]


SENTENCE = "在12个村级水站公示3次水质检测结果，群众可以当场查看"


@pytest.mark.parametrize(
    ("field", "paragraph"),
    [
        ("编制说明", "opening"),
        ("主动公开", "1.主动公开"),
        ("依申请公开", "1.依申请公开"),
        ("政府信息管理", "1.政府信息管理"),
        ("平台建设", "1.平台建设"),
        ("监督保障", "1.监督保障"),
        ("其他事项", "6"),
    ],
)
def test_a_sentence_is_printed_to_the_letter_where_it_was_written(field: str, paragraph: str) -> None:
    """Whatever its themes are, it is not moved, cut or joined; its digits are the note's."""
    narrative = written({field: (as_final(SENTENCE),)})
    mine = next(one for one in narrative.paragraphs if one.id == paragraph)
    sentence = next(one for one in mine.sentences if one.text == f"{SENTENCE}。")

    assert sentence.sources == (SENTENCE,)
    assert [(number.text, number.origin) for number in sentence.numbers] == [
        ("12", f"notes.{field}"),
        ("3", f"notes.{field}"),
    ]
    assert "【待核" not in mine.body


def test_it_closes_what_was_worded_and_stands_before_what_waits() -> None:
    """Worded sentences first, the person's own next, what waits last."""
    notes = {"监督保障": ("组织业务培训2次", "三楼打印机又坏得不行", as_final(SENTENCE))}
    said = body(written(notes), "1.监督保障")

    assert said.index("业务培训") < said.index(SENTENCE) < said.index("【待核")


def test_problems_and_measures_of_the_persons_own_are_numbered_with_the_others() -> None:
    """The frame is the report's, the words are theirs."""
    notes = {
        "存在问题": ("解读少", as_final("村级水站的公示栏更新不够及时")),
        "改进情况": (as_final("下一步将每季度检查一次公示栏"),),
    }
    narrative = written(notes)

    assert "二是村级水站的公示栏更新不够及时" in body(narrative, "5.problems")
    assert "每季度检查一次公示栏" in body(narrative, "5.measures")
    assert "下一步，下一步" not in body(narrative, "5.measures")


def test_what_it_says_otherwise_than_the_table_is_asked() -> None:
    """A sentence of one's own is no way around table three."""
    notes = {"依申请公开": (as_final("全年收到申请18件"),)}
    narrative = written(notes, T3_R01_C1=16)

    assert "全年收到申请18件。" in body(narrative, "1.依申请公开")
    assert any("18" in one.question and "16" in one.question for one in narrative.conflicts)
    assert not written(notes, T3_R01_C1=18).conflicts


@pytest.mark.parametrize(
    "line", ["照写：全县供水公示12次。", "照写:全县供水公示12次", " 照写 ：全县供水公示12次；"]
)
def test_the_line_says_so_however_it_is_marked(line: str) -> None:
    """Full-width or not, with or without its closing mark."""
    assert final_words(line) == "全县供水公示12次"
    (clause,) = understand_text(line, "主动公开")
    assert clause.note.final
    assert [(quantity.value, quantity.unit) for quantity in clause.quantities] == [("12", "次")]


@pytest.mark.parametrize("line", ["照写", "照写：", "公示栏照写：12次", "按模板照写的"])
def test_other_lines_are_notes(line: str) -> None:
    """The mark stands at the head, with a sentence behind it."""
    assert final_words(line) == ""


def test_a_measure_of_the_persons_own_stands_in_no_frame() -> None:
    """本年度下一年度再找一个人 is what a frame would make of it."""
    notes = {"存在问题": ("人手少",), "改进情况": (as_final("下一年度增配1名工作人员"),)}
    said = body(written(notes), "5.measures")
    assert said == "下一年度增配1名工作人员。"


@pytest.mark.parametrize("jotted", ["村支书托人给亲戚说低保，先不写吧", "接待了2批参观，这个就别写进去了"])
def test_what_is_said_not_to_be_written_waits_whole(jotted: str) -> None:
    """Nothing of such a line is printed."""
    said = body(written({"监督保障": ("组织业务培训2次", jotted)}), "1.监督保障")
    assert said.endswith("】")
    assert said.count("。") == 1
