"""Wrong input: one clear sentence, the contract's exit code, nothing half-written, never a traceback."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import CASE, Run


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("unit: {name: 某局\nyear: x", "case.yaml 第2行第5列：不是完好的 YAML（花括号 { 没有配对）"),
        (CASE.replace("2024", "1890"), "case.yaml 第4行第7列：年份“1890”没有对应的报告格式"),
        (
            CASE.replace("2024", "二〇二四"),
            "case.yaml 第4行第7列：年份“二〇二四”读不懂。应为：四位数字，如 2024。",
        ),
        (CASE.replace("T2: 0", "T2: {NORM.maed: 1, rest: 0}"), "是不是“NORM.made”"),
        (CASE.replace("T3: 0", "T3: {R01: [-3, 0, 0, 0, 0, 0], rest: 0}"), "-3"),
        (CASE.replace("T3: 0", "T3: {R01: [3件, 0, 0, 0, 0, 0], rest: 0}"), "3件"),
        (CASE.replace("township", "town"), "town"),
        (CASE.replace("year", "yaer", 1), "是不是“year”"),
    ],
    ids=[
        "not yaml",
        "year 1890",
        "year as text",
        "unknown cell",
        "negative count",
        "text in a number",
        "kind",
        "misspelt",
    ],
)
@pytest.mark.parametrize("command", ["draft", "check"])
def test_a_case_that_cannot_be_read(nianbao: Run, case: Path, command: str, text: str, sentence: str) -> None:
    """A case file that is not right is answered with file, line and the right form; nothing is written."""
    case.write_text(text, encoding="utf-8")
    done = nianbao(command, case, *(["-o", "a.md"] if command == "draft" else []))

    assert done.returncode == 2
    assert done.stdout == ""
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (case.parent / "a.md").exists()


def test_a_missing_case(nianbao: Run) -> None:
    """A case file that is not there is named."""
    done = nianbao("draft", "没有.yaml")

    assert (done.returncode, done.stdout) == (2, "")
    assert "没有.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_output_folder_that_is_not_there(nianbao: Run, case: Path) -> None:
    """A folder that does not exist is named, and nothing is written anywhere."""
    before = sorted(case.parent.iterdir())
    done = nianbao("draft", case, "-o", "没有/报告.md")

    assert done.returncode == 2
    assert "没有" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert sorted(case.parent.iterdir()) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_folder_that_cannot_be_written(nianbao: Run, case: Path) -> None:
    """A folder without permission is named, and nothing is written."""
    locked = case.parent / "locked"
    locked.mkdir(mode=0o500)
    done = nianbao("draft", case, "-o", "locked/报告.md")

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert list(locked.iterdir()) == []


def test_an_output_that_is_a_folder(nianbao: Run, case: Path) -> None:
    """Writing to a folder's name is refused in one sentence."""
    (case.parent / "a.md").mkdir()
    done = nianbao("draft", case, "-o", "a.md")

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_database_of_a_newer_version(nianbao: Run, tmp_path: Path) -> None:
    """A database with a migration this program does not know is left as it is."""
    nianbao("--db", "a.db", "list")
    path = tmp_path / "a.db"
    from db.store import Store

    with Store.open(path) as store:
        store.create_report()  # tables come with the first thing that is kept
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('nianbao', 'm999_later', '2030')"
        )
    connection.close()
    before = path.read_bytes()
    done = nianbao("--db", "a.db", "list")

    assert done.returncode == 2
    assert "新" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert path.read_bytes() == before


def test_a_database_that_is_none(nianbao: Run, tmp_path: Path) -> None:
    """A file that is no database is left as it is."""
    path = tmp_path / "a.db"
    path.write_bytes("不是数据库".encode() * 100)
    before = path.read_bytes()
    done = nianbao("--db", "a.db", "list")

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["draft"], "缺少案卷文件。用法见：nianbao draft --help"),
        (["drft"], "没有 drft 这个命令。是不是 draft？用法见：nianbao --help"),
        (
            ["draft", "a.yaml", "--to", "pdf"],
            "--to 的值不对，应为：md、html、json 之一。用法见：nianbao draft --help",
        ),
        (
            ["draft", "a.yaml", "--tabels", "html"],
            "没有 --tabels 这个选项。是不是 --tables？用法见：nianbao draft --help",
        ),
        (["export", "甲"], "报告编号 的值不对。用法见：nianbao export --help"),
        (["match", "网站1条", "--aspect", "主动"], "没有“主动”这一节。应为："),
        (["check", "a.docx"], "a.docx：文件读不到（没有这个文件）。"),
    ],
)
def test_a_command_line_that_is_not_right(nianbao: Run, arguments: list[str], sentence: str) -> None:
    """A wrong command line gets one Chinese sentence saying what would be right, and exit code 2."""
    done = nianbao(*arguments)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(sentence)


def test_one_case_that_cannot_be_read_does_not_hide_the_others(nianbao: Run, case: Path) -> None:
    """Twenty units send files; the broken one is named and the wrong sum of another is told all the same."""
    broken = case.with_name("坏.case.yaml")
    broken.write_text("unit: {name: 某局\nyear: x", encoding="utf-8")
    wrong = case.with_name("错.case.yaml")
    wrong.write_text(
        CASE.replace("T3: 0", "T3: {R01: [3, 0, 0, 0, 0, 0], R03: [2, 0, 0, 0, 0, 0], rest: 0}"),
        encoding="utf-8",
    )
    done = nianbao("check", broken, wrong)

    assert done.returncode == 2
    assert "坏.case.yaml 第2行" in done.stderr
    assert "看了 2 份，1 份读不了" in done.stderr
    assert "T3-BAL" in done.stdout


def test_a_folder_is_checked_worst_first(nianbao: Run, case: Path, tmp_path: Path) -> None:
    """Cases and reports together; the summary comes last, one line a file, the worst first; other files are left out."""
    folder = tmp_path / "收来的"
    folder.mkdir()
    nianbao("draft", case, "-o", "收来的/b好.html")
    (folder / "a坏.docx").write_bytes(b"x")
    (folder / "照片.png").write_bytes(b"x")
    (folder / "c错.case.yaml").write_text(
        CASE.replace("T3: 0", "T3: {R01: [3, 0, 0, 0, 0, 0], R03: [2, 0, 0, 0, 0, 0], rest: 0}"),
        encoding="utf-8",
    )
    (folder / "d缺.case.yaml").write_text(CASE.replace("T4: 0, ", ""), encoding="utf-8")
    done = nianbao("check", folder)

    assert done.returncode == 2
    told = [line.rpartition("/")[2] for line in done.stderr.splitlines()[-4:]]
    assert "看了 4 份，1 份读不了，1 份不符，1 份没填完：" in done.stderr
    assert [line.partition("：")[0] for line in told] == [
        "a坏.docx",
        "c错.case.yaml",
        "d缺.case.yaml",
        "b好.html",
    ]
    assert told[-1] == "b好.html：没有发现不符"


@pytest.mark.parametrize("command", ["draft", "import"])
def test_a_report_where_a_case_belongs(nianbao: Run, case: Path, command: str) -> None:
    """It is told what it is, not what is wrong with its YAML."""
    nianbao("draft", case, "-o", "a.html")
    done = nianbao(command, "a.html")

    assert done.returncode == 2
    assert done.stderr == "a.html：这不是案卷。应为：案卷文件（.yaml）；写好的年报用 nianbao check 核对。\n"


def test_what_a_folder_holds_besides_is_named(nianbao: Run, case: Path) -> None:
    """Folders and other files in it are not looked at, and nobody is left to believe they were."""
    folder = case.parent / "收来"
    (folder / "各乡镇").mkdir(parents=True)
    (folder / "封面.png").write_bytes(b"x")
    case.rename(folder / "case.yaml")
    done = nianbao("check", folder)

    assert done.returncode != 2
    assert done.stderr.startswith("没有看：各乡镇/、封面.png。子文件夹要看的，把它的名字也写上。\n")


def test_within_a_file_too_what_is_wrong_comes_first(nianbao: Run, case: Path) -> None:
    """A heading that is missing is told after a sum that does not hold."""
    nianbao("draft", case, "-o", "a.html")
    page = case.parent / "a.html"
    text = page.read_text(encoding="utf-8").replace(">二、主动公开政府信息情况<", "><")
    first = text.index("本年新收政府信息公开申请数量")
    page.write_text(text[:first] + text[first:].replace("<td>0</td>", "<td>5</td>", 1), encoding="utf-8")
    lines = nianbao("check", "a.html").stdout.splitlines()

    assert ["不符" in line for line in lines] == sorted(("不符" in line for line in lines), reverse=True)
    assert any("E37" in line for line in lines)
    assert "不符" in lines[0]


def test_last_years_report_is_held_against_this_years(nianbao: Run, case: Path, tmp_path: Path) -> None:
    """What last year carried over has to come in this year, whatever the two files are; for one report at a time."""
    last = tmp_path / "去年.case.yaml"
    last.write_text(
        CASE.replace("2024", "2023").replace(
            "T3: 0", "T3: {R01: [3, 0, 0, 0, 0, 0], R25: [3, 0, 0, 0, 0, 0], rest: 0}"
        ),
        encoding="utf-8",
    )
    nianbao("draft", last, "-o", "去年.html")
    nianbao("draft", case, "-o", "今年.html")

    for this in ("case.yaml", "今年.html"):
        for before in ("去年.case.yaml", "去年.html"):
            assert "Y-CARRY" in nianbao("check", this, "--last-year", before).stdout
    assert nianbao("check", this, case, "--last-year", before).returncode == 2
    same = nianbao("check", "今年.html", "--last-year", "今年.html")
    assert same.returncode == 2
    assert "今年.html 是2024年度的，拿来核对的却是2024年度的。应为：2023年度的年报。" in same.stderr
