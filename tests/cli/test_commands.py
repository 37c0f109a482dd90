"""The commands of the contract: data on stdout, words on stderr, exit codes that mean something."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import CASE, Run

NAMES = ("ask", "draft", "match", "check", "import", "list", "export", "phrases")


def test_draft_writes_markdown_to_stdout(nianbao: Run, case: Path) -> None:
    """A whole case is drafted to stdout with exit code 0, and nothing else stands there."""
    done = nianbao("draft", case)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# 柳溪县青禾镇人民政府<br>2024年政府信息公开工作年度报告\n")
    assert done.stdout.count("<table") == 3


def test_two_hash_seeds_give_the_same_bytes(nianbao: Run, case: Path) -> None:
    """Processes with different hash seeds write the same document and the same trace."""
    first = nianbao("draft", case, "--trace", "one.json", PYTHONHASHSEED="1")
    second = nianbao("draft", case, "--trace", "two.json", PYTHONHASHSEED="2")

    assert first.stdout == second.stdout
    assert (case.parent / "one.json").read_bytes() == (case.parent / "two.json").read_bytes()


def test_gaps_are_marked_and_give_exit_code_3(nianbao: Run, case: Path) -> None:
    """What is missing is marked in the text, listed on stderr, and told by exit code 3."""
    case.write_text(
        CASE.replace("T4: 0, ", "").replace("  平台建设: 便民服务中心设了公开查阅点\n", ""), encoding="utf-8"
    )
    done = nianbao("draft", case)

    assert done.returncode == 3
    assert "【待补" in done.stdout
    assert "表四还有 12 格没有填" in done.stderr


def test_a_broken_balance_gives_exit_code_1(nianbao: Run, case: Path) -> None:
    """A sum that does not hold is told in the form's own words, with exit code 1; the draft is written all the same."""
    case.write_text(
        CASE.replace("T3: 0", "T3: {R01: [4, 0, 0, 0, 0, 0], R03: [3, 0, 0, 0, 0, 0], rest: 0}"),
        encoding="utf-8",
    )
    done = nianbao("draft", case, "-o", "a.md")
    checked = nianbao("check", case, "--json")

    assert done.returncode == 1
    assert "自然人列：第一项加第二项 4，第三项加第四项 3，相差 1。" in done.stderr
    assert (case.parent / "a.md").exists()
    assert checked.returncode == 1
    finding = json.loads(checked.stdout)[0]
    assert (finding["code"], finding["severity"]) == ("T3-BAL", "error")
    assert finding["place"] == {"table": "T3", "row": "R24", "column": "C1"}


def test_check_reads_the_notes_too(nianbao: Run, case: Path) -> None:
    """A number of the notes that is not the table's is an error: the report cannot say both, and a person decides."""
    case.write_text(CASE.replace("公开指南更新了", "新发规范性文件9件"), encoding="utf-8")
    done = nianbao("check", case, "--json")

    assert done.returncode == 1
    assert nianbao("draft", case).returncode == 1
    (finding,) = [each for each in json.loads(done.stdout) if each["code"].startswith("N-")]
    assert (finding["code"], finding["severity"]) == ("N-T2", "error")
    assert finding["place"]["aspect"] == "政府信息管理"
    assert "9件" in finding["message"]


def test_check_lists_what_is_unanswered(nianbao: Run, case: Path) -> None:
    """Cells without an answer are named on stderr, with the exit code for missing answers."""
    case.write_text(CASE.replace("T4: 0, ", ""), encoding="utf-8")
    done = nianbao("check", case)

    assert done.returncode == 3
    assert "待填：表四没有填写。" in done.stderr


def test_output_goes_whole_into_the_file(nianbao: Run, case: Path) -> None:
    """With -o the document goes to the file, stdout stays empty, and stderr says where it is."""
    to_stdout = nianbao("draft", case)
    done = nianbao("draft", case, "-o", "报告.md")

    assert done.stdout == ""
    assert "已写入 报告.md。" in done.stderr
    assert (case.parent / "报告.md").read_bytes() == to_stdout.stdout.encode()


def test_match_follows_the_contract(nianbao: Run) -> None:
    """The example of the contract is read as the contract says."""
    done = nianbao("match", "网站119条，公众号五十六条，没有收到申请", "--aspect", "主动公开", "--json")
    clauses = json.loads(done.stdout)

    assert [quantity["value"] for clause in clauses for quantity in clause["quantities"]] == ["119", "56"]
    assert [clause["text"] for clause in clauses] == ["网站119条", "公众号五十六条", "没有收到申请"]
    assert all({"text", "themes", "quantities", "phrase"} <= set(clause) for clause in clauses)


def test_list_and_export_of_an_empty_place(nianbao: Run) -> None:
    """Where there is no database yet, list says so and makes none; export cannot, and says what to do."""
    listed = nianbao("list", "--json")
    exported = nianbao("export", "1")

    assert (listed.returncode, listed.stdout) == (0, "[]\n")
    assert exported.returncode == 2
    assert exported.stderr.startswith("还没有报告")


def test_without_a_terminal_the_assistant_says_what_to_do(nianbao: Run) -> None:
    """Without a terminal the assistant does not open; one sentence says what works instead."""
    done = nianbao()

    assert done.returncode == 2
    assert (
        done.stderr
        == "打开助手需要终端。应为：在终端里运行 nianbao，或用 nianbao draft 案卷文件 直接起草。\n"
    )


def test_help_is_chinese(nianbao: Run) -> None:
    """The help page of each command has no English heading."""
    for command in ([], ["draft"], ["match"], ["check"], ["list"], ["export"]):
        page = nianbao(*command, "--help").stdout

        assert page.startswith("用法：")
        words = set(re.findall(r"(?<![-\w.])[A-Za-z]{3,}", page))

        assert words <= {"nianbao", "Markdown", "JSON", "html", "json", "yaml", "pipe"} | set(NAMES)


def test_three_lengths_say_the_same_numbers(nianbao: Run) -> None:
    """详 is longer than 中, 简 never; the intake and the results stand in each."""
    sample = Path(__file__).resolve().parents[2] / "assistant" / "samples" / "suqian-2024.case.yaml"
    texts = [nianbao("draft", sample, "--length", length).stdout for length in ("简", "中", "详")]

    assert len(texts[0]) <= len(texts[1]) < len(texts[2])
    assert all(number in text for text in texts for number in ("3525", "3521", "941", "125"))


def test_the_form_follows_the_file_name(nianbao: Run, case: Path) -> None:
    """Without --to the ending decides; a name without one is Markdown."""
    for name, start in (
        ("a.html", "<!DOCTYPE html>"),
        ("a.JSON", "{"),
        ("a.md", "# 柳溪县"),
        ("报告", "# 柳溪县"),
    ):
        done = nianbao("draft", case, "-o", name)

        assert done.returncode == 0, done.stderr
        assert (case.parent / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-o", "r.docx"], "不能写成 .docx 文件，没有写。应为：文件名以 .md、.html、.json 之一结尾。\n"),
        (
            ["-o", "r.docx", "--to", "md"],
            "不能写成 .docx 文件，没有写。应为：文件名以 .md、.html、.json 之一结尾。\n",
        ),
        (["-o", "r.txt"], "不能写成 .txt 文件，没有写。应为：文件名以 .md、.html、.json 之一结尾。\n"),
        (
            ["-o", "r.html", "--to", "json"],
            "文件名“r.html”是 html 的，要的形式是 json，两样对不上，没有写。应为：文件名以 .json 结尾，或形式写 html。\n",
        ),
    ],
)
def test_a_file_name_never_promises_another_form(
    nianbao: Run, case: Path, arguments: list[str], sentence: str
) -> None:
    """One sentence, exit code 2, nothing written: for draft and export alike."""
    drafted = nianbao("draft", case, *arguments)
    exported = nianbao("export", "1", *arguments)

    assert (drafted.returncode, drafted.stderr) == (2, sentence)
    assert (exported.returncode, exported.stderr) == (2, sentence)
    assert sorted(path.name for path in case.parent.iterdir()) == ["case.yaml", "home"]


def test_a_draft_says_that_it_is_one(nianbao: Run, case: Path) -> None:
    """Below the title stands what is open, in each form; a final report says nothing of the kind."""
    final = nianbao("draft", case).stdout
    case.write_text(CASE.replace("  平台建设: 便民服务中心设了公开查阅点\n", ""), encoding="utf-8")
    note = "【草稿：还有 1 处待补，定稿前请处理】"

    assert "【草稿" not in final
    assert nianbao("draft", case).stdout.splitlines()[2] == note.replace("[", "\\[")
    assert f"<p><strong>{note}</strong></p>" in nianbao("draft", case, "--to", "html").stdout
    assert json.loads(nianbao("draft", case, "--to", "json").stdout)["draft"] == note
