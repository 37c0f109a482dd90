"""`make bench`: how long things take, each figure beside a baseline of the same run. It informs; nothing is asserted.

Whole processes are run alternately with their baseline, so that a busy machine slows both alike.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "assistant" / "samples"
LIBRARIES = "import jinja2, jieba, sqlite_utils"
DICTIONARY = "from phrasebank.understand import understand_text; understand_text('政府信息公开', '主动公开')"


@dataclass(frozen=True)
class Figure:
    """Seconds of several runs of one thing."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle run, in milliseconds."""
        return statistics.median(self.seconds) * 1000

    @property
    def p95(self) -> float:
        """The 95th percentile, in milliseconds."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))] * 1000


def process(name: str, command: Sequence[str]) -> tuple[str, Callable[[], object]]:
    """A whole process, from start to exit."""

    def run() -> None:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert b"Traceback" not in done.stderr, done.stderr.decode()

    return name, run


def measure(things: Sequence[tuple[str, Callable[[], object]]], runs: int) -> list[Figure]:
    """Run the things in turn, ``runs`` times each, after one unmeasured round."""
    seconds: dict[str, list[float]] = {name: [] for name, _ in things}
    for turn in range(runs + 1):
        for name, thing in things:
            start = time.perf_counter()
            thing()
            if turn:
                seconds[name].append(time.perf_counter() - start)
    return [Figure(name, tuple(taken)) for name, taken in seconds.items()]


def show(figures: Sequence[Figure]) -> None:
    """Print each figure, and how it stands to the first, the baseline."""
    base = figures[0].median
    for figure in figures:
        times = f"× {figure.median / base:.2f}" if figure is not figures[0] else "baseline"
        print(f"  {figure.name:<46} median {figure.median:8.1f} ms   p95 {figure.p95:8.1f} ms   {times}")


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
