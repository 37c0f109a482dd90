"""`make bench`: how long things take, each figure beside a baseline of the same run. It informs; nothing is asserted.

Whole processes are run alternately with their baseline, so that a busy machine slows both alike.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tests.bench.screen import screens
from tests.bench.timing import measure, show

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "assistant" / "samples"
LIBRARIES = "import jinja2, jieba, sqlite_utils"
DICTIONARY = "from phrasebank.understand import understand_text; understand_text('政府信息公开', '主动公开')"


def process(name: str, command: Sequence[str]) -> tuple[str, Callable[[], object]]:
    """A whole process, from start to exit."""

    def run() -> None:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert b"Traceback" not in done.stderr, done.stderr.decode()

    return name, run


def draft_processes() -> None:
    """A whole ``nianbao draft`` beside the bare import of its libraries."""
    python = sys.executable
    print("whole processes")
    show(
        measure(
            [
                process(LIBRARIES, [python, "-c", LIBRARIES]),
                process("… and our dictionary", [python, "-c", f"{LIBRARIES}; {DICTIONARY}"]),
                process(
                    "nianbao draft, bureau 2020",
                    [python, "-m", "tui.cli", "draft", str(SAMPLES / "zhongxian-2020.case.yaml")],
                ),
                process(
                    "nianbao draft, city 2024",
                    [python, "-m", "tui.cli", "draft", str(SAMPLES / "suqian-2024.case.yaml")],
                ),
            ],
            runs=7,
        )
    )


def composing() -> None:
    """Composing a whole report with everything loaded."""
    from assistant.case import draft_case
    from report.readers.case_file import read_case

    cases = {path.stem: read_case(path) for path in sorted(SAMPLES.glob("*.case.yaml"))}
    print("whole report, warm")
    show(measure([(name, partial(draft_case, case)) for name, case in cases.items()], runs=30))


if __name__ == "__main__":
    draft_processes()
    composing()
    screens()
