"""Tokenising: our words only, quick to import, the same in every process."""

import subprocess
import sys
from pathlib import Path

from phrasebank.tokens import Cutter, Kept

WORDS = ("解读", "解读员", "网站", "网站改版", "公开", "app")


def test_the_longer_word_wins_and_unknown_characters_stand_alone() -> None:
    """The cut with the fewest pieces is taken; what is in no word is cut character by character."""
    tokens = Cutter(WORDS).cut("解读员管网站改版")

    assert [(t.text, t.kind) for t in tokens] == [("解读员", "word"), ("管", "other"), ("网站改版", "word")]


def test_positions_are_those_of_the_text() -> None:
    """Each token is the cut of the text that its positions name, kept stretches included."""
    text = "APP公开《网站》119条"
    tokens = Cutter(WORDS).cut(text, (Kept(5, 9, inner=True), Kept(9, 13)))

    assert [text[t.start : t.end] for t in tokens] == ["APP", "公开", "网站", "119条"]
    assert [t.kind for t in tokens] == ["word", "word", "title", "protected"]


def test_importing_the_module_does_not_load_jieba() -> None:
    """The tokeniser is loaded by the first cut, not by the import."""
    program = "import sys, phrasebank.understand; print('jieba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_cutting_says_nothing_and_leaves_no_file(tmp_path: Path) -> None:
    """The first cut prints nothing on stderr and writes no cache into the temporary folder."""
    program = "from phrasebank.understand import understand_text as u; print(len(u('网站119条', '主动公开')))"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        capture_output=True, text=True, check=True, env={"TMPDIR": str(tmp_path)}, cwd=Path.cwd(),
    )  # fmt: skip

    assert (done.stdout.strip(), done.stderr) == ("1", "")
    assert sorted(tmp_path.iterdir()) == []
