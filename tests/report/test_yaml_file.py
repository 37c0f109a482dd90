"""A data file that cannot be read is answered in one sentence, without the system's English."""

from pathlib import Path

import pytest

from report.problem import InputProblem
from report.yamlfile import read_yaml


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    """The sentence names the path and says what is there instead."""
    with pytest.raises(InputProblem) as missing:
        read_yaml(tmp_path / "a.yaml")
    with pytest.raises(InputProblem) as folder:
        read_yaml(tmp_path)

    assert f"{tmp_path / 'a.yaml'}：文件读不到（没有这个文件）。" == str(missing.value)
    assert f"{tmp_path}：文件读不到（这是文件夹，不是文件）。" == str(folder.value)


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    """GBK, the usual encoding of Chinese Windows, is named as what it is: not UTF-8."""
    path = tmp_path / "a.yaml"
    path.write_bytes("单位: 某局".encode("gbk"))
    with pytest.raises(InputProblem) as caught:
        read_yaml(path)

    assert str(caught.value) == "a.yaml：文件不是 UTF-8 编码。应为：另存为 UTF-8 编码后再读。"


def test_decimals_and_repeated_names(tmp_path: Path) -> None:
    """Decimals stay exact, words stay words, and a name written twice is a mistake."""
    path = tmp_path / "a.yaml"
    path.write_text("a: 12.50\nb: no\nc: 012\nd: 3\n", encoding="utf-8")
    twice = tmp_path / "b.yaml"
    twice.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(InputProblem) as caught:
        read_yaml(twice)

    assert [str(value) for value in read_yaml(path).data.values()] == ["12.50", "no", "012", "3"]
    assert str(caught.value) == "b.yaml 第2行第1列：“a”写了两次。应为：同一层里每个名称只写一次。"
