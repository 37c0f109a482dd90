"""The borders of the house, held in fresh interpreters: what a room may load when it is the only one asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from db.store import Store

PROGRAM = """
import sys, importlib
importlib.import_module({module!r})
loaded = sorted(name for name in {unwanted!r} if name in sys.modules)
print(",".join(loaded))
"""


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("report.edition", ["textual", "click", "sqlite3", "sqlite_utils", "jieba", "jinja2"]),
        ("report.tables", ["textual", "click", "sqlite3", "sqlite_utils", "jieba", "jinja2"]),
        ("report.writers.markdown", ["textual", "click", "sqlite3", "sqlite_utils", "jieba", "jinja2"]),
        ("db.store", ["textual", "jieba", "jinja2", "prompts", "phrasebank"]),
        (
            "prompts.interview",
            ["textual", "click", "sqlite3", "sqlite_utils", "jieba", "jinja2", "db", "phrasebank"],
        ),
        ("phrasebank.compose", ["textual", "click", "sqlite3", "sqlite_utils", "db", "prompts"]),
        ("assistant.assistant", ["textual", "jieba", "jinja2", "phrasebank.bank", "phrasebank.themes"]),
        ("assistant.case", ["textual", "click", "sqlite_utils"]),
        ("tui.cli", ["textual", "sqlite_utils", "jieba", "jinja2"]),
    ],
)
def test_a_room_loads_only_what_it_may(module: str, unwanted: list[str]) -> None:
    """A room imported alone in a fresh interpreter loads nothing from beyond its borders."""
    program = PROGRAM.format(module=module, unwanted=unwanted)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""


FIRST_QUESTION = """
import sys
from pathlib import Path
from assistant.assistant import Assistant

with Assistant.open(Path(sys.argv[1])) as core:
    core.begin()
    core.question(), core.transcript(), core.welcome(counted=False)
    loaded = {name for name in sys.modules if name.split(".")[0] in {"phrasebank", "jieba", "jinja2", "sqlite_utils"}}
    print(",".join(sorted(loaded - {"phrasebank", "phrasebank.material", "phrasebank.reading"})))
"""


def test_the_first_question_is_asked_before_anything_of_writing_is_loaded(tmp_path: Path) -> None:
    """Opening the assistant, the first question and the task list load no phrases, no lexicon, no jieba, no Jinja.

    Neither in a new database nor in one that is up to date is anything loaded that builds tables.
    """
    with Store.open(tmp_path / "b.db") as store:
        store.create_report()
    for name in ("a.db", "b.db"):
        command = [sys.executable, "-c", FIRST_QUESTION, str(tmp_path / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)

        assert done.stdout.strip() == ""
