"""Several documents into one folder, one after another: the command line and the screen take the same way.

One decision: a document that cannot be made does not stop the others; a folder that cannot be written does.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from assistant.forms import free_path
from assistant.views import ReportRow
from report.problem import OutputProblem

if TYPE_CHECKING:
    from assistant.drafting import Draft


class Job(msgspec.Struct, frozen=True):
    """One document to be written."""

    name: str
    """What it is made of, for people."""
    make: Callable[[], tuple["Draft", str]]
    """Makes the draft and says the name of its file."""
    written: Callable[[], object] = tuple
    """What is to be done once the file is there."""


class Written(msgspec.Struct, frozen=True):
    """A document that was written."""

    file: str
    """The name of its file."""
    open_points: str
    """What stands open in it (``不符 1 处，待补 2 处``), or empty."""
    exit_code: int


def title_of(report: ReportRow) -> str:
    """A report as it is called among several."""
    return f"{report.unit_name or '单位未填'}{report.year or '年份未填'}"


def make_folder(folder: Path) -> None:
    """Make a folder where it is not there.

    Raises:
        OutputProblem: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise OutputProblem(f"文件夹“{folder}”建不了，文档没有写出；请换一个位置。") from why


def write_job(job: Job, folder: Path, form: str, tables: str = "html", *, beside: bool = False) -> Written:
    """Make one document and write it, whole or not at all.

    Args:
        job: The document.
        folder: Where to; it is there.
        form: ``md``, ``html`` or ``json``.
        tables: How Markdown writes tables.
        beside: Leave a file of the same name alone, and write beside it.

    Raises:
        NianbaoProblem: it cannot be made.
        OutputProblem: the folder cannot be written.
    """
    from report.writers.files import write_file  # noqa: PLC0415  nothing is written at the first question

    draft, name = job.make()
    path = free_path(folder / name) if beside else folder / name
    write_file(path, draft.render(form, tables))
    job.written()
    counts = Counter(finding.severity for finding in draft.findings)
    parts = (
        ("不符", counts["error"]),
        ("请核对", counts["warning"] + len(draft.conflicts)),
        ("待补", len(draft.gaps)),
        ("待核", len(draft.unread)),
    )
    points = "，".join(f"{label} {count} 处" for label, count in parts if count)
    return Written(path.name, points, draft.exit_code)


def summary(written: int, failed: int, left: Sequence[str], folder: Path) -> str:
    """What became of all of them, in a sentence; what was not written is named."""
    said = f"写好 {written} 份，在“{folder}”里" if written else "一份也没有写出"
    if failed:
        said += f"；{failed} 份读不了，没有写出（见上）"
    if left:
        said += f"；还有 {len(left)} 份没有写：{'、'.join(left)}"
    return f"{said}。"
