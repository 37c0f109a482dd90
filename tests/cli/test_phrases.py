"""`nianbao phrases`, and a unit's own folder of phrases before any command."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.phrasebank.test_bank import PHRASE


def test_list_prints_a_phrase_a_line(nianbao: Run) -> None:
    """Id, field, theme, claims and number of wordings, parted by tabs."""
    done = nianbao("phrases", "list", "--theme", "业务培训")

    assert done.returncode == 0, done.stderr
    assert "training.count\t监督保障\t业务培训\t培训次数和人数\t5\n" in done.stdout
    assert {len(line.split("\t")) for line in done.stdout.splitlines()} == {5}


def test_list_as_json(nianbao: Run) -> None:
    """The same as data."""
    rows = json.loads(nianbao("phrases", "list", "--field", "监督保障", "--json").stdout)

    assert {row["field"] for row in rows} == {"监督保障"}
    assert list(rows[0]) == ["id", "field", "themes", "claims", "variants"]


def test_show_makes_slots_readable_and_gives_an_example(nianbao: Run) -> None:
    """All wordings, what the phrase needs, where it stands, and a sentence."""
    shown = nianbao("phrases", "show", "training.count").stdout

    assert "要有的词：培训\n" in shown
    assert "说法1：组织业务培训〔次数〕〔有人数时：，〔人数〕参加〕\n" in shown
    assert "写在：supervision.yaml 第" in shown
    assert shown.endswith("例：组织业务培训12次，12人参加。\n")
    assert "{" not in shown


def test_show_guesses_a_misspelt_id(nianbao: Run) -> None:
    """The nearest id is offered, with exit code 2."""
    done = nianbao("phrases", "show", "training.cout")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "没有编号为“training.cout”的短语。应为：是不是“training.count”。\n"


def test_check_tells_how_many_phrases_are_fine(nianbao: Run, tmp_path: Path) -> None:
    """Without a file the shipped bank and the unit's own are checked."""
    own = tmp_path / "home" / "nianbao" / "phrases"
    own.mkdir(parents=True)
    (own / "own.yaml").write_text(PHRASE % '"培训{{ 次数 }}"', encoding="utf-8")
    done = nianbao("phrases", "check")

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("自带短语库：")
    assert done.stderr.endswith(
        " 条短语，没有发现问题。\nown.yaml：1 条短语，没有发现问题。\n"
        "  own.training：写在“监督保障”；原话属于“业务培训”，带次数（次），除了认得的词没有别的话时用。\n"
    )


def test_a_new_file_is_right_and_explained(nianbao: Run, tmp_path: Path) -> None:
    """It stands in the unit's folder, passes the check, is used at once, and is never written over."""
    made = nianbao("phrases", "new")
    path = tmp_path / "home" / "nianbao" / "phrases" / "training.count.yaml"
    text = path.read_text(encoding="utf-8")
    again = nianbao("phrases", "new")

    assert (made.returncode, made.stdout) == (0, "")
    assert str(path) in made.stderr
    assert "themes: [业务培训]  # 原话读作这些主题才用" in text
    assert "training.count.yaml：1 条短语，没有发现问题。" in nianbao("phrases", "check").stderr
    assert (again.returncode, "已经有了，没有写" in again.stderr) == (2, True)
    assert path.read_text(encoding="utf-8") == text
    assert "是不是“微信公众号”" in nianbao("phrases", "new", "--theme", "微信").stderr
    assert nianbao("phrases", "new", "--theme", "微信公众号", "-o", "a.yaml").returncode == 0


def test_check_tells_what_became_of_the_phrases_of_a_report(nianbao: Run, case: Path, tmp_path: Path) -> None:
    """A case file, or the number of a report: the sentence, or why there is none; the wrong file is still told first."""
    folder = tmp_path / "短语"
    folder.mkdir()
    (folder / "own.yaml").write_text(
        (PHRASE % '"集中培训{{ 次数 }}"').replace("    needs:", "    keywords: [[业务培训]]\n    needs:")
        + "  - {id: own.day, field: 监督保障, claims: 开放日, keywords: [[开放日]], variants: [办开放日]}\n",
        encoding="utf-8",
    )
    nianbao("--db", "a.db", "import", case)
    of_file = nianbao("--phrases", folder, "phrases", "check", "--case", case)
    of_report = nianbao("--db", "a.db", "--phrases", folder, "phrases", "check", "--case", "1")
    (folder / "错.yaml").write_text(PHRASE % '"培训{{ 次书 }}"', encoding="utf-8")
    wrong = nianbao("--phrases", folder, "phrases", "check", "--case", case)

    assert of_file.stdout == (
        "柳溪县青禾镇人民政府2024年：本单位 2 条短语，用上 1 条\n"
        "own.training：用上了\n  集中培训2次。\n"
        "own.day：没有用上\n  “监督保障”里没有一句原话有“开放日”。\n"
    )
    assert of_report.stdout == of_file.stdout
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_check_shows_the_mistake_in_its_lines(nianbao: Run, tmp_path: Path) -> None:
    """Exit code 2, the sentence, and the word marked."""
    path = tmp_path / "错.yaml"
    path.write_text(PHRASE % '"培训{{ 次书 }}"', encoding="utf-8")
    done = nianbao("phrases", "check", path)

    assert done.returncode == 2
    assert done.stderr == (
        "错.yaml 第8行第15列：不认识的填空“次书”。应为：是不是“次数”。\n"
        "  7 |     variants:\n"
        '  8 |       - "培训{{ 次书 }}"\n'
        "    |          \u3000\u3000   ＾＾\n"
    )


def test_own_phrases_are_used_by_draft_and_match(nianbao: Run, case: Path, tmp_path: Path) -> None:
    """`--phrases` before any command lays a folder over the shipped bank."""
    folder = tmp_path / "短语"
    folder.mkdir()
    (folder / "own.yaml").write_text(
        (PHRASE % '"集中培训{{ 次数 }}"').replace("    needs:", "    keywords: [[业务培训]]\n    needs:"),
        encoding="utf-8",
    )
    drafted = nianbao("--phrases", folder, "draft", case)
    matched = nianbao("--phrases", folder, "match", "组织业务培训2次", "--aspect", "监督保障", "--json")

    assert "集中培训2次" in drafted.stdout
    assert "集中培训2次" not in nianbao("draft", case).stdout
    assert json.loads(matched.stdout)[0]["phrase"] == "own.training"


def test_a_mistake_in_own_phrases_is_one_clear_error(nianbao: Run, case: Path, tmp_path: Path) -> None:
    """Every command that writes says it, with exit code 2 and no document."""
    folder = tmp_path / "短语"
    folder.mkdir()
    (folder / "own.yaml").write_text(PHRASE % '"培训{{ 次书 }}"', encoding="utf-8")
    for command in (["draft", case], ["match", "培训2次"], ["phrases", "list"]):
        done = nianbao("--phrases", folder, *command)

        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("own.yaml 第8行第15列：不认识的填空“次书”。应为：是不是“次数”。\n  7 |")


def test_a_missing_folder_is_said(nianbao: Run) -> None:
    """A folder named by a person has to be there."""
    done = nianbao("--phrases", "没有", "phrases", "list")

    assert (done.returncode, done.stderr) == (
        2,
        "短语文件夹 没有 不存在。应为：存放短语文件（.yaml）的文件夹。\n",
    )


def test_own_phrases_lie_beside_the_database_that_is_named(nianbao: Run, tmp_path: Path) -> None:
    """`--db` elsewhere: its folder is looked into, not the one of the person's own database."""
    usual, beside = tmp_path / "home" / "nianbao" / "phrases", tmp_path / "盘" / "phrases"
    for folder, text in ((usual, "错"), (beside, PHRASE % '"培训{{ 次数 }}"')):
        folder.mkdir(parents=True)
        (folder / "own.yaml").write_text(text, encoding="utf-8")
    done = nianbao("--db", tmp_path / "盘" / "年报.db", "phrases", "check")

    assert done.returncode == 0
    assert "own.yaml：1 条短语，没有发现问题。" in done.stderr
