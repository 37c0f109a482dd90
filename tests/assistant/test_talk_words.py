"""The words of the tables are data: mistakes in them are answered with file, line and what would be right."""

from pathlib import Path

import pytest

from assistant.talk_lexicon import lexicon
from assistant.talk_words import read_talk_file
from report.edition import edition_ids
from report.problem import InputProblem

SHIPPED = Path(__file__).resolve().parents[2] / "assistant" / "talk" / "words.yaml"


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("rows: [R01]", "rows: [R99]", "表三没有“R99”这一行"),
        ("column: C1,", "column: C9,", "表三没有“C9”这一列"),
        ('editions: ["2019"]', 'editions: ["2020"]', "没有“2020”这一版格式"),
    ],
    ids=["row", "column", "edition"],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    """A row, column or edition that does not exist is named, with the line it stands in."""
    text = SHIPPED.read_text(encoding="utf-8")
    line = text[: text.index(right)].count("\n") + 1
    path = tmp_path / "words.yaml"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(InputProblem) as told:
        read_talk_file(path)

    assert said in str(told.value)
    assert f"words.yaml 第{line}行" in str(told.value)


@pytest.mark.parametrize("edition", edition_ids())
@pytest.mark.parametrize("focus", ["", "T2", "T3", "T4"])
def test_a_word_names_one_row_only(edition: str, focus: str) -> None:
    """Within one table no word means two rows, or two columns."""
    doubled = [
        word
        for word, meanings in lexicon(edition, focus).meanings.items()
        for kind in ("row", "column")
        for table in ("T2", "T3", "T4")
        if sum(one.kind == kind and one.table is not None and one.table.id == table for one in meanings) > 1
    ]

    assert doubled == []
