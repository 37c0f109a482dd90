"""Taking times side by side: each thing beside a baseline of the same run, so that a busy machine slows both alike."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


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
