"""What is written is what was said: labels, spans, numbers, and a person's text exactly as typed."""

import json
import os
import re
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.cells import Cells
from report.document import Document, Paragraph, Sentence, build_document
from report.edition import load_edition
from report.problem import OutputProblem
from report.tables import compute
from report.unit import Unit
from report.writers.files import write_file
from report.writers.html import write_html
from report.writers.json_writer import document_json
from report.writers.markdown import escape, write_markdown
from tests.report.samples import SUQIAN_2024, asked, every_number

GOLDEN = Path(__file__).parent / "golden"


def paragraph(text: str, section: str = "", heading: str = "") -> Paragraph:
    return Paragraph(section or "opening", (Sentence(text, "frame"),), section=section, heading=heading)


def old_report() -> Document:
    """A small office in the format of 2019: everything zero, one amount with its unit, one number unknown."""
    edition = load_edition("2019")
    zeros = {cell.id: Decimal(0) for cell in edition.cells if cell.asked and cell.id != "T2.COE.done"}
    cells = Cells(zeros | {"T2.BUY.amount": Decimal(251000)}, {"T2.BUY.amount": "元"})
    paragraphs = [
        paragraph("本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。"),
        paragraph("全年公开124条*次*，见 <附件> A|B_C 与 a_b。", "一", "（一）主动公开。"),
        paragraph("1.更新不及时\n- 人手少 # 一名", "五"),
        paragraph("本年度无其他需要报告的事项。", "六"),
    ]
    return build_document(
        Unit("忠县扶贫开发办公室", "我办", "department"), 2020, compute(edition, cells), paragraphs
    )


def new_report() -> Document:
    """A city in the format of 2021, with real figures."""
    figures = compute(load_edition("2021"), asked(every_number(SUQIAN_2024)))
    return build_document(
        Unit("宿迁市人民政府", "我市", "government"), 2024, figures, [paragraph("全市汇总。", "一")]
    )


DOCUMENTS = {"2019": old_report, "2021": new_report}


@pytest.mark.parametrize("edition_id", ["2019", "2021"])
@pytest.mark.parametrize("tables", ["html", "pipe"])
def test_markdown_is_the_golden_file(edition_id: str, tables: Literal["html", "pipe"]) -> None:
    """Both editions, with spans and flattened, byte for byte."""
    expected = (GOLDEN / f"{edition_id}-{tables}.md").read_bytes()

    assert expected == write_markdown(DOCUMENTS[edition_id](), tables).encode("utf-8")


def test_the_page_is_the_golden_file() -> None:
    """The stand-alone HTML page, byte for byte."""
    assert (GOLDEN / "2019.html").read_bytes() == write_html(old_report()).encode("utf-8")


class _Grid(HTMLParser):
    """The widths of the rows of the tables of a page, spans laid out as a browser does."""

    def __init__(self) -> None:
        super().__init__()
        self.covered: list[dict[tuple[int, int], int]] = []
        self.row = -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        spans = {name: int(value or 1) for name, value in attrs if name.endswith("span")}
        if tag == "table":
            self.covered.append({})
            self.row = -1
        elif tag == "tr":
            self.row += 1
        elif tag in ("th", "td"):
            grid, column = self.covered[-1], 0
            while (self.row, column) in grid:
                column += 1
            for down in range(spans.get("rowspan", 1)):
                for across in range(spans.get("colspan", 1)):
                    place = (self.row + down, column + across)
                    grid[place] = grid.get(place, 0) + 1


@pytest.mark.parametrize("edition_id", ["2019", "2021"])
def test_written_tables_tile_their_grids(edition_id: str) -> None:
    """As a browser lays them out, every place is covered once, and all rows are equally wide."""
    parser = _Grid()
    parser.feed(write_html(DOCUMENTS[edition_id]()))

    assert [max(column for _, column in grid) + 1 for grid in parser.covered] == [4, 10, 15]
    for grid in parser.covered:
        width, height = max(column for _, column in grid) + 1, max(row for row, _ in grid) + 1
        assert set(grid.values()) == {1}
        assert width * height == len(grid)


def test_pipe_tables_hold_no_html() -> None:
    """Flattened tables are for readers that show no HTML."""
    body = write_markdown(new_report(), "pipe").split("\n", 1)[1]

    assert not re.search(r"<(table|br|t[rdh])", body)


def test_an_unanswered_number_is_shown_as_missing() -> None:
    """Unknown is never zero and never blank."""
    text = write_markdown(old_report())

    assert "<tr><th>行政强制</th><td>0</td><td>0</td><td>【待补】</td></tr>" in text
    assert '<td colspan="2">251000元</td>' in text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1.属于国家秘密", "1\\.属于国家秘密"),
        ("1) 其他", "1\\) 其他"),
        ("33.9%的申请", "33.9%的申请"),
        ("2020年", "2020年"),
        ("# 标题", "\\# 标题"),
        ("- 项", "\\- 项"),
        ("+ 项", "\\+ 项"),
        ("===", "\\==="),
        ("> 引", "\\> 引"),
        ("a|b*c*_d_ e_f", "a\\|b\\*c\\*\\_d\\_ e_f"),
        ("<b>&amp;`x`[y](z)~~w~~\\", "\\<b\\>\\&amp;\\`x\\`\\[y\\](z)\\~\\~w\\~\\~\\\\"),
        ("    四格", "四格"),
        ("一行\n- 二行", "一行\\\n\\- 二行"),
    ],
)
def test_typed_text_is_escaped(typed: str, written: str) -> None:
    """No character of a person's text becomes a list, a heading, a tag or emphasis."""
    assert written == escape(typed)


@given(st.text(alphabet="一a1.#-*_|<>&`[]()~\\ +=", max_size=20))
def test_escaping_only_adds_backslashes(text: str) -> None:
    """Taking the escapes away gives back what was typed, but for blanks around it."""
    assert text.strip() == re.sub(r"\\(.)", r"\1", escape(text))


def test_the_six_sections_stand_in_order_even_when_empty() -> None:
    """A report with nothing said still has its title, six headings and three tables."""
    figures = compute(load_edition("2021"), Cells())
    document = build_document(Unit("某县民政局", "我局", "department"), 2025, figures, [])
    headings = re.findall(r"^## (.)、", write_markdown(document), flags=re.MULTILINE)

    assert document.title == ("某县民政局", "2025年政府信息公开工作年度报告")
    assert headings == ["一", "二", "三", "四", "五", "六"]
    assert [[table.id for table in section.tables] for section in document.sections if section.tables] == [
        ["T2"],
        ["T3"],
        ["T4"],
    ]


def test_json_holds_every_number_as_exact_text() -> None:
    """Numbers are strings, unknown ones null; the shape names its version."""
    new, old = json.loads(document_json(new_report())), json.loads(document_json(old_report()))

    assert tuple(new[key] for key in ("format", "version", "edition", "year")) == (
        "nianbao.document",
        1,
        "2021",
        2024,
    )
    assert (new["cells"]["T2.FEE"], new["cells"]["T3.R24.C7"], new["cells"]["FEE6.notices"]) == (
        "72701.2578",
        "3521",
        None,
    )
    assert old["units"] == {"T2.BUY.amount": "元"}
    assert [part["tables"] for part in old["sections"][1:4]] == [["T2"], ["T3"], ["T4"]]


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """The new bytes replace the old ones, and nothing else is left in the folder."""
    path = tmp_path / "年报.md"
    path.write_bytes(b"old")
    write_file(path, "新".encode())

    assert "新".encode() == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_what_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    """A missing folder and a folder in place of a file: the sentence says what to do, nothing is left behind."""
    missing = tmp_path / "没有" / "年报.md"
    with pytest.raises(OutputProblem) as no_folder:
        write_file(missing, b"x")
    with pytest.raises(OutputProblem) as is_folder:
        write_file(tmp_path, b"x")

    assert f"没有“{tmp_path / '没有'}”这个文件夹，文档没有写出；请先建好文件夹，或者换一个位置。" == str(
        no_folder.value
    )
    assert f"“{tmp_path}”是文件夹，不是文件，文档没有写出；请写上文件名，如 {tmp_path / '年报.md'}。" == str(
        is_folder.value
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the system refuses, the old file is untouched and no part of the new one stays."""
    path = tmp_path / "年报.md"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputProblem) as caught:
        write_file(path, b"new")

    assert f"“{tmp_path}”不能写入，文档没有写出；请换一个可以写入的文件夹。" == str(caught.value)
    assert [(path, b"old")] == [(entry, entry.read_bytes()) for entry in tmp_path.iterdir()]
