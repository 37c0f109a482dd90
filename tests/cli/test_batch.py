"""Several documents at once: progress on stderr, whole files only, a stop after the file in work, the worst exit code."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.cli.conftest import CASE, Run

ROOT = Path(__file__).resolve().parents[2]


def cases(folder: Path, count: int) -> list[Path]:
    """Whole cases of different towns."""
    paths = []
    for number in range(1, count + 1):
        path = folder / f"镇{number}.case.yaml"
        path.write_text(CASE.replace("青禾镇", f"青禾{number}镇"), encoding="utf-8")
        paths.append(path)
    return paths


def test_many_cases_go_into_a_folder_as_each_alone(nianbao: Run, tmp_path: Path) -> None:
    """Every file has the bytes it has when it is drafted alone; stdout stays empty; each is told with its number."""
    paths = cases(tmp_path, 3)
    done = nianbao("draft", *paths, "-o", "out/里面")
    alone = nianbao("draft", paths[1], "-o", "alone.md")

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "1/3 已写入 镇1.md。",
        "2/3 已写入 镇2.md。",
        "3/3 已写入 镇3.md。",
        "写好 3 份，在“out/里面”里。",
    ]
    assert alone.returncode == 0
    assert (tmp_path / "out/里面/镇2.md").read_bytes() == (tmp_path / "alone.md").read_bytes()
    assert "\x1b" not in done.stderr


def test_a_folder_is_not_called_like_a_document(nianbao: Run, tmp_path: Path) -> None:
    """`-o one.html` for two cases is a slip: nothing is made, and the way to say it is told."""
    done = nianbao("draft", *cases(tmp_path, 2), "-o", "one.html")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "案卷不止一份，“one.html”却是一份文档的名字，没有写。"
        "应为：-o 后面写文件夹，要什么形式用 --to 写明，如 -o one --to html。\n"
    )
    assert not (tmp_path / "one.html").exists()
    (tmp_path / "2024.md").mkdir()
    assert nianbao("draft", *cases(tmp_path, 2), "-o", "2024.md").returncode == 0


def test_one_bad_case_does_not_stop_the_others(nianbao: Run, tmp_path: Path) -> None:
    """What cannot be read is said with its file and line, the others are written, and the worst exit code is told."""
    good, bad, gap = cases(tmp_path, 3)
    bad.write_text("unit: {name: 某局\nyear: x", encoding="utf-8")
    gap.write_text(CASE.replace("T4: 0, ", ""), encoding="utf-8")
    done = nianbao("draft", good, bad, gap, "-o", "out", "--to", "html")

    assert done.returncode == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["镇1.html", "镇3.html"]
    assert "2/3 没有写出：镇2.case.yaml 第2行第5列：" in done.stderr
    assert "3/3 已写入 镇3.html：待补 2 处。" in done.stderr
    assert "写好 2 份，在“out”里；1 份读不了，没有写出（见上）。" in done.stderr
    assert nianbao("draft", good, gap, "-o", "out").returncode == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "案卷不止一份，要写到一个文件夹里。应为：加上 -o 文件夹"),
        (("-o", "镇1.case.yaml"), "案卷不止一份，“镇1.case.yaml”却是一个文件。应为：-o 后面写文件夹"),
        (
            ("-o", "out", "--trace", "t.json"),
            "几份案卷不能写到同一个 --trace 文件。应为：一份一份起草，或者去掉 --trace",
        ),
    ],
    ids=["no folder", "a file", "trace"],
)
def test_what_many_files_need_is_said(
    nianbao: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """One sentence with what would be right; nothing is written."""
    done = nianbao("draft", *cases(tmp_path, 2), *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_two_cases_for_one_file_are_refused(nianbao: Run, tmp_path: Path) -> None:
    """Neither is silently lost under the other's name."""
    (tmp_path / "b").mkdir()
    (one,), (two,) = cases(tmp_path, 1), cases(tmp_path / "b", 1)
    done = nianbao("draft", one, two, "-o", "out")

    assert done.returncode == 2
    assert "两份案卷都要写到 镇1.md" in done.stderr


def test_the_reports_of_a_database_are_exported_together(nianbao: Run, tmp_path: Path) -> None:
    """``all`` (or 全部) or several numbers; two reports of one name get two files; an unknown number writes nothing."""
    with Assistant.open(tmp_path / "a.db") as assistant:
        for year in ("2023", "2024", "2024"):
            assistant.create()
            for question, reply in (
                ("unit.name", "柳溪县青禾镇人民政府"),
                ("unit.kind", "乡镇"),
                ("year", year),
            ):
                assistant.open_question(question)
                assistant.reply(reply)
    done = nianbao("--db", "a.db", "export", "全部", "-o", "out")
    every = nianbao("--db", "a.db", "export", "all", "-o", "every")
    two = nianbao("--db", "a.db", "export", "2", "1", "2", "-o", "two", "--to", "json")
    unknown = nianbao("--db", "a.db", "export", "1", "9", "-o", "none")

    assert (done.returncode, done.stdout) == (3, "")
    assert len(list((tmp_path / "out").glob("*.md"))) == 3
    assert any("（编号3）" in path.name for path in (tmp_path / "out").iterdir())
    assert done.stderr.splitlines()[-1] == "写好 3 份，在“out”里。"
    assert (every.returncode, every.stderr.splitlines()[-1]) == (3, "写好 3 份，在“every”里。")
    assert (two.returncode, len(list((tmp_path / "two").glob("*.json")))) == (3, 2)
    assert unknown.returncode == 2
    assert "没有编号为 9 的报告" in unknown.stderr
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_stops_after_the_file_in_work(tmp_path: Path) -> None:
    """What is written is whole, what is not is named; the exit code is that of a stop."""
    paths = cases(tmp_path, 12)
    command = [sys.executable, "-m", "tui.cli", "draft", *map(str, paths), "-o", "out"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        code = process.wait()
    written = sorted(path.name for path in (tmp_path / "out").iterdir())

    assert first == "1/12 已写入 镇1.md。\n"
    assert code == 130
    assert "写完手上这一份就停；再按一次 Ctrl+C 立刻停。" in rest
    assert rest.splitlines()[-1].startswith(
        f"写好 {len(written)} 份，在“out”里；还有 {12 - len(written)} 份没有写："
    )
    assert "镇12.case.yaml" in rest
    assert 1 <= len(written) < 12
    assert all((tmp_path / "out" / name).read_text("utf-8").count("<table") == 3 for name in written)
