"""Full-width marks in a person's file are named where they stand, and words of a person's own are left alone."""

from decimal import Decimal
from pathlib import Path

import pytest

from report.problem import InputProblem
from report.readers.case_file import CaseFile, read_case

CASE = """\
unit:
  name: 青河镇人民政府
  kind: township
year: 2024
tables:
  T2: 0
  T3: {R01: [3, 0, 0, 0, 0, 0], rest: 0}
notes:
  主动公开: 全年124条，网站119条
  监督保障: 培训2次
"""


def read(folder: Path, text: str) -> CaseFile:
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return read_case(path)


@pytest.mark.parametrize(
    ("right", "typed", "sentence"),
    [
        (
            "year: ",
            "year：",
            "第4行第5列：“year”后面是全角冒号“：”。应为：“year: …”，冒号用半角，后面空一格。",
        ),
        ("notes:", "notes：", "第8行第6列：“notes”后面是全角冒号"),
        ("主动公开: ", "主动公开：", "第9行第7列：“主动公开”后面是全角冒号"),
        ("  T2: ", "  T2：", "第6行第5列：“T2”后面是全角冒号"),
        ("  T2: ", "  T2:", "第6行第6列：“T2:”后面没有空格"),
        (
            "  kind",
            "　　kind",
            "第3行第1列：行首的缩进里有全角空格。应为：缩进只用半角空格，同一层的各行对齐。",
        ),
        ("  kind", "\tkind", "第3行第1列：行首的缩进里有制表符（Tab）"),
        ("青河镇人民政府", "“青河镇人民政府”", "第2行第9列：两头是全角引号“”，会当成文字的一部分"),
        ("青河镇人民政府", '"青河镇人民政府”', "第2行第17列：开头的引号是半角，末尾的引号是全角"),
        ("0], rest", "0]，rest", "第7行第31列：括号里有全角的“，”。应为：半角的“, ”。"),
        ("{R01: ", "{R01：", "第7行第11列：括号里有全角的“：”"),
        ("[3, 0, 0, 0, 0, 0]", "［3, 0, 0, 0, 0, 0］", "第7行第13列：括号里有全角的“［”。应为：半角的“[”。"),
        ("notes:", "＃ 原话\nnotes:", "第8行第1列：行首是全角井号“＃”"),
        (" 培训2次", "\n    - 培训2次\n    -演练1次", "第12行第6列：“-”后面没有空格，会和上一行连成一句"),
        (" 培训2次", "\n    - 培训2次\n    －演练1次", "第12行第5列：行首是全角的“－”"),
        (" 培训2次", "\n    -　培训2次", "第11行第6列：“-”后面是全角空格"),
        (" 培训2次", "\n    - 培训2次\n    　- 演练1次", "第12行第5列：行首的缩进里有全角空格"),
    ],
)
def test_a_mark_of_the_input_method_is_named(tmp_path: Path, right: str, typed: str, sentence: str) -> None:
    """Line and column are those of the mark itself, and what would be right is said."""
    assert right in CASE
    with pytest.raises(InputProblem) as caught:
        read(tmp_path, CASE.replace(right, typed, 1))

    assert str(caught.value).startswith(f"a.yaml {sentence}")


@pytest.mark.parametrize("typed", ["２０２４", "2024年", "2024年度", "'2024'", "２０２４年"])
def test_a_year_as_people_write_it(tmp_path: Path, typed: str) -> None:
    """A year is a year in full-width digits, in quotes and with its 年."""
    assert read(tmp_path, CASE.replace("2024", typed)).year == 2024


@pytest.mark.parametrize("typed", ["二〇二四", "24年", "2024-2025", "今年"])
def test_a_year_that_is_none(tmp_path: Path, typed: str) -> None:
    """What could be another year is asked for in the one right form."""
    with pytest.raises(InputProblem) as caught:
        read(tmp_path, CASE.replace("2024", typed))

    assert str(caught.value) == f"a.yaml 第4行第7列：年份“{typed}”读不懂。应为：四位数字，如 2024。"


def test_full_width_digits_are_numbers(tmp_path: Path) -> None:
    """In cells, for a whole table, for a row and for the rest."""
    text = CASE.replace("T2: 0", "T2: ０").replace(
        "[3, 0, 0, 0, 0, 0], rest: 0", "[１２, 0, 0, 0, 0, 0], R02: ０, rest: ０"
    )
    cells = read(tmp_path, text).cells.numbers

    found = [cells[cell] for cell in ("T3.R01.C1", "T3.R02.C1", "T3.R25.C6", "T2.LIC")]
    assert found == [Decimal(number) for number in (12, 0, 0, 0)]


@pytest.mark.parametrize(
    "note",
    [
        " “十四五”规划解读“一图读懂”",
        " “一网通办”",
        "\n    - 主动公开：全年124条\n    - 网站：119条",
        " |\n    year：这是原话\n    　　培训：2次\n    -3度",
        " [培训2次，40人, 演练1次]",
        ' "培训：2次"',
    ],
)
def test_a_persons_words_are_left_alone(tmp_path: Path, note: str) -> None:
    """Quotes, colons and blanks inside what was jotted are the person's own."""
    assert read(tmp_path, CASE.replace(" 培训2次", note)).notes["监督保障"]
