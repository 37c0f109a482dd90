"""`nianbao import`, and the way back by `export --to yaml`."""

from pathlib import Path

from tests.cli.conftest import CASE, Run


def test_cases_come_in_and_go_out(nianbao: Run, case: Path, tmp_path: Path) -> None:
    """They are in the list, drafted alike, and written as the case they were."""
    done = nianbao("--db", "a.db", "import", case)
    listed = nianbao("--db", "a.db", "list").stdout
    exported = nianbao("--db", "a.db", "export", "1", "-o", "again.yaml")

    assert done.returncode == 0, done.stderr
    assert (
        done.stdout,
        "case.yaml：已收入：柳溪县青禾镇人民政府2024年（编号 1），还有 " in done.stderr,
    ) == ("", True)
    assert listed.startswith("1\t2024\t柳溪县青禾镇人民政府\t")
    assert (exported.returncode, exported.stderr) == (0, "已写入 again.yaml。\n")
    assert nianbao("draft", "again.yaml").stdout == nianbao("draft", case).stdout
    assert nianbao("--db", "a.db", "export", "1", "--to", "yaml").stdout == (
        tmp_path / "again.yaml"
    ).read_text(encoding="utf-8")


def test_one_that_cannot_come_in_does_not_stop_the_others(nianbao: Run, case: Path, tmp_path: Path) -> None:
    """A broken file and one that is there already are named; the rest is brought in."""
    broken = tmp_path / "坏.yaml"
    broken.write_text(CASE.replace("year: ", "year："), encoding="utf-8")
    other = tmp_path / "镇.yaml"
    other.write_text(CASE.replace("青禾镇", "红石镇"), encoding="utf-8")
    done = nianbao("--db", "a.db", "import", case, broken, case, other)

    assert done.returncode == 2
    assert "坏.yaml 第4行第5列：“year”后面是全角冒号" in done.stderr
    assert "case.yaml：数据库里已经有柳溪县青禾镇人民政府2024年的报告（编号 1），没有收入。" in done.stderr
    assert done.stderr.endswith("收入 2 份，2 份没有收入（见上）。\n")
    assert len(nianbao("--db", "a.db", "list").stdout.splitlines()) == 2


def test_totals_that_do_not_hold_are_told(nianbao: Run, case: Path) -> None:
    """The database keeps no totals, so a wrong one of the file is said while the file is read."""
    case.write_text(
        CASE.replace("T3: 0", "T3: {R01: [1, 0, 0, 0, 0, 0, 2], R03: [1, 0, 0, 0, 0, 0], rest: 0}"),
        encoding="utf-8",
    )
    done = nianbao("--db", "a.db", "import", case)

    assert "case.yaml：不符：" in done.stderr
    assert done.returncode == 1


def test_several_cases_go_into_a_folder(nianbao: Run, case: Path, tmp_path: Path) -> None:
    """One file a report, each named after its unit and year."""
    nianbao("--db", "a.db", "import", case)
    done = nianbao("--db", "a.db", "export", "全部", "--to", "yaml", "-o", "out")

    assert done.returncode == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == [
        "柳溪县青禾镇人民政府2024（编号1）.case.yaml"
    ]
