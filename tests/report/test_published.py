"""Reports of any program: the same numbers from every form, and what is wrong with them told."""

import io
import zipfile
from decimal import Decimal
from html import escape
from pathlib import Path

import pytest

from assistant.case import draft_case
from report.cells import Cells
from report.checks.finding import Place
from report.checks.prose import against_tables
from report.checks.published import check_published
from report.edition import edition_for
from report.problem import InputProblem
from report.readers.case_file import case_of, read_case
from report.readers.published import Published, read_published
from report.tables import compute
from report.yamlfile import parse_yaml

CASES = Path(__file__).resolve().parents[1] / "cases"
CASE = """\
unit: {name: 柳溪县青禾镇人民政府, kind: township}
year: 2024
tables:
  T2: {PEN: 12, FEE: 3.5, rest: 0}
  T3: {R01: [3, 1, 0, 0, 0, 0], R03: [2, 1, 0, 0, 0, 0], R25: [1, 0, 0, 0, 0, 0], rest: 0}
  T4: {V: [1, 0, 0, 0], rest: 0}
  FEE6: 0
notes: {主动公开: 全年公开143条, 监督保障: 培训2次, 存在问题: 更新不及时, 改进情况: 定期报送}
"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def html_of(text: str = CASE) -> str:
    return draft_case(case_of(parse_yaml(text, name="a.yaml"))).render("html").decode()


def read(folder: Path, name: str, data: str | bytes) -> Published:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_published(path)


def codes(report: Published) -> list[str]:
    return [finding.code for finding in check_published(report)]


def docx_of(report: Published, html: str) -> bytes:
    """A Word file with the paragraphs and cells of a page, a table row a number of cells."""
    from report.readers.html_blocks import html_blocks

    body, row = "", ""
    for block in html_blocks(html):
        paragraph = f"<w:p><w:r><w:t>{escape(block.text)}</w:t></w:r></w:p>"
        if block.cell:
            row += f"<w:tc><w:tcPr/>{paragraph}</w:tc>"
            continue
        body += (f"<w:tbl><w:tr>{row}</w:tr></w:tbl>" if row else "") + paragraph
        row = ""
    assert report.year
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        xml = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", xml)
    return stream.getvalue()


@pytest.mark.parametrize("number", ["05", "08", "21", "43", "50", "52", "56"])
def test_our_own_reports_are_read_back(number: str, tmp_path: Path) -> None:
    """HTML, Markdown with both kinds of tables, Word, JSON: every number of the case, and no sum that does not hold."""
    case = read_case(next(CASES.glob(f"{number}-*.case.yaml")))
    draft = draft_case(case)
    html = draft.render("html").decode()
    page = read(tmp_path, "a.html", html)
    forms = [
        page,
        read(tmp_path, "a.md", draft.render()),
        read(tmp_path, "pipe.md", draft.render("md", "pipe")),
        read(tmp_path, "a.docx", docx_of(page, html)),
        read(tmp_path, "gbk.htm", html.replace("utf-8", "gbk").encode("gb18030")),
        read(tmp_path, "a.json", draft.render("json")),
    ]
    asked = {cell: number for cell, number in case.cells.numbers.items() if not cell.startswith("FEE6")}

    for report in forms:
        assert (report.unit, report.year) == (case.unit.name, case.year)
        assert [heading.numeral for heading in report.headings] == list("一二三四五六")
        assert dict(report.tables.cells.numbers) == asked
        assert report.tables.unread == ()
        assert not {"T3-SUM", "T3-ROW", "T4-V", "E01", "E02"} & set(codes(report))


def test_wrong_sums_and_empty_cells_are_told(tmp_path: Path) -> None:
    """A printed total that does not hold is an error, an empty cell a question, a row cut short unknown."""
    html = html_of()
    first = html.index("本年新收政府信息公开申请数量")
    wrong = html[:first] + html[first:].replace("<td>4</td>", "<td>5</td>", 1)
    empty = html[:first] + html[first:].replace("<td>3</td>", "<td>/</td>", 1)
    short = html[:first] + html[first:].replace("<td>3</td>", "", 1)

    assert "T3-ROW" in codes(read(tmp_path, "wrong.html", wrong))
    assert "T3-BLANK" in codes(read(tmp_path, "empty.html", empty))
    cut = read(tmp_path, "short.html", short)
    assert "T3-READ" in codes(cut)
    assert "T3.R01.C1" not in cut.tables.cells.numbers


def test_what_the_text_says_is_held_against_the_table(tmp_path: Path) -> None:
    """Only where the words leave no choice; two results in one number are left alone."""
    html = html_of()
    at = html.index("二、主动公开")
    heading = html.rindex("<h2", 0, at)
    said = "<p>予以公开9件，予以公开及部分公开9件，结转下年度8件。</p>"
    report = read(tmp_path, "a.html", html[:heading] + said + html[heading:])
    told = [finding.message for finding in check_published(report) if finding.code == "N-T3"]

    assert told == [
        "正文写“予以公开9件”，表三是 3 件，请核对。",
        "正文写“结转下年度8件”，表三是 1 件，请核对。",
    ]


def test_the_form_is_checked(tmp_path: Path) -> None:
    """The older form in a later year, a section that is missing, a fee that is not spoken of."""
    older = html_of(CASE.replace("2024", "2020").replace("  T2: {PEN: 12, FEE: 3.5, rest: 0}", "  T2: 0"))
    page = html_of()
    sixth = page.rindex("<h2")

    assert "E01" in codes(read(tmp_path, "a.html", older.replace("2020年", "2023年")))
    assert "E02" in codes(read(tmp_path, "b.html", page[:sixth]))
    assert "E19" in codes(
        read(tmp_path, "c.html", page[:sixth] + "<h2>六、其他需要报告的事项</h2><p>无。</p>")
    )


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.doc", b"x", "a.doc：Word 97-2003 文档（.doc）读不了。"),
        ("a.docx", b"x", "a.docx：文件打不开，可能坏了"),
        ("a.txt", "今天天气好".encode(), "a.txt：看不出这是一份年度报告"),
        ("a.docx", b"", "a.docx：文件是空的。"),
        ("a.html", b" \n", "a.html：文件是空的。"),
        ("a.json", b'{"year": 2024}', "a.json：不是本程序写出的 JSON，读不了。"),
        ("a.json", b"\xff", "a.json：不是本程序写出的 JSON，读不了。"),
        ("a.png", b"x", "a.png：不认识的文件形式。"),
    ],
)
def test_what_is_no_report_is_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    """With the file's name and what to do."""
    with pytest.raises(InputProblem) as caught:
        read(tmp_path, name, data)

    assert str(caught.value).startswith(sentence)


def test_json_changed_by_hand_is_checked_like_any_report(tmp_path: Path) -> None:
    """A total that does not hold, a cell that is empty, a word where a number belongs."""
    written = draft_case(case_of(parse_yaml(CASE, name="a.yaml"))).render("json").decode()
    first = '"T3.R01.C1": "3"'

    assert "T3-ROW" in codes(read(tmp_path, "a.json", written.replace(first, '"T3.R01.C1": "4"')))
    assert "T3-BLANK" in codes(read(tmp_path, "b.json", written.replace(first, '"T3.R01.C1": null')))
    with pytest.raises(InputProblem, match=r"T3\.R01\.C1 的“三”不是数"):
        read(tmp_path, "c.json", written.replace(first, '"T3.R01.C1": "三"'))


def test_headings_lost_together_are_told_once(tmp_path: Path) -> None:
    """A text file often loses them all: one line names them, not one line each."""
    page = html_of()
    for heading in ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"):
        page = page.replace(f">{heading}<", "><")
    told = [finding for finding in check_published(read(tmp_path, "a.html", page)) if finding.code == "E37"]

    assert [finding.message for finding in told] == [
        "表在，标题“二、主动公开政府信息情况”“三、收到和处理政府信息公开申请情况”没有找到。"
    ]


def test_a_copied_text_is_read_by_its_labels(tmp_path: Path) -> None:
    """One cell a line with remains of merged cells behind it, as copies of web pages have them."""
    from report.readers.html_blocks import html_blocks

    lines = [f"{block.text} | ||" if block.cell else block.text for block in html_blocks(html_of())]
    report = read(tmp_path, "a.txt", "\n".join(lines))

    assert report.tables.unread == ()
    assert report.tables.cells.numbers["T3.R25.C1"] == 1
    assert report.tables.cells.numbers["T2.FEE"].as_tuple().exponent == -1


def test_a_damaged_word_file_is_refused(tmp_path: Path) -> None:
    """Wherever its bytes are damaged: read, or one sentence."""
    html = html_of()
    whole = docx_of(read(tmp_path, "a.html", html), html)
    refused = 0
    for at in range(0, len(whole), 97):
        damaged = whole[:at] + b"\xff\x00\xff" + whole[at + 3 :]
        try:
            read(tmp_path, "a.docx", damaged)
        except InputProblem:
            refused += 1

    assert refused


FORM = edition_for(2025)[0]
ASKED = {cell.id: Decimal(0) for cell in FORM.cells if cell.asked}
TABLES = compute(
    FORM,
    Cells(
        ASKED
        | {
            f"T3.{cell}": Decimal(number)
            for cell, number in {
                "R01.C1": 29, "R01.C2": 2, "R02.C1": 1, "R03.C1": 19, "R03.C2": 1, "R04.C1": 3,
                "R13.C1": 5, "R13.C2": 1, "R25.C1": 3,
            }.items()
        }
        | {"T4.V1": Decimal(1), "T4.X2": Decimal(2)},
        {},
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请31件，其中自然人29件、商业企业2件。",
        "全年共新收政府信息公开申请31件，办结29件，其中予以公开20件。",
        "上年结转1件，应办理的申请共32件，予以公开20件，其余3件结转下年度继续办理。",
        "去年收到申请25件，网上收到申请12件，增加6件。",
        "全年共受理12345热线工单580件，办结580件。",
        "县长信箱来信612件，办结612件。",
        "代表区政府受理政府信息公开申请17件。指导备案行政复议案件134件，行政诉讼案件57件。",
        "被提起行政诉讼2件，其中复议后起诉2件。未发生未经复议直接起诉的案件。",
    ],
)
def test_a_text_that_says_what_the_tables_say_is_left_alone(text: str) -> None:
    """So is one that speaks of something narrower, of last year, or of others."""
    assert [one.message for one in against_tables(text, TABLES, Place())] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全年收到政府信息公开申请33件。", "新收是 31 件"),
        ("全年共收到申请３３件。", "新收是 31 件"),
        ("2025年，我局受理信息公开申请共33件。", "新收是 31 件"),
        ("收到申请31件，其中自然人31件、商业企业2件。", "新收的自然人申请是 29 件"),
        ("收到申请31件，其中自然人29件、商业企业3件。", "新收的商业企业申请是 2 件"),
        ("上年结转1件，已经办结的有30件：予以公开20件。", "办理结果总计是 29 件"),
        ("已经办结的有29件：予以公开22件，部分公开3件。", "表三是 20 件"),
        ("上年结转2件，共办理申请32件。", "上年结转是 1 件"),
        ("其余4件结转下年度继续办理。", "结转下年度是 3 件"),
        ("政府信息公开行政复议案件2件，结果为维持。", "行政复议是 1 件"),
        ("行政诉讼方面，共1件。", "行政诉讼是 2 件"),
        ("全年没有被提起行政诉讼。", "行政诉讼是 2 件"),
    ],
)
def test_a_number_that_is_not_the_tables_is_an_error(text: str, told: str) -> None:
    """As elsewhere: the report cannot say both."""
    (one,) = against_tables(text, TABLES, Place())

    assert one.severity == "error"
    assert one.code in {"N-T3", "N-T4"}
    assert told in one.message


def test_a_result_that_may_be_of_something_narrower_is_only_told() -> None:
    """A person judges."""
    (one,) = against_tables("网上收到的申请，予以公开9件。", TABLES, Place())

    assert one.severity == "warning"
