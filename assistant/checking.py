"""One file checked, whatever it is: a case of ours, or a report of any program; and several, the worst first."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from assistant.case import Checked, check_case
from phrasebank.bank import Bank
from report.problem import InputProblem, Place
from report.readers.case_file import CASE_ENDINGS, read_case

if TYPE_CHECKING:
    from report.readers.last_year_file import LastYearFile

REPORT_ENDINGS = (
    ".docx",
    ".html",
    ".htm",
    ".md",
    ".markdown",
    ".txt",
    ".xlsx",
    ".doc",
    ".wps",
    ".pdf",
    ".xls",
)
EXIT_UNREADABLE = 2


class FileChecked(msgspec.Struct, frozen=True):
    """What became of one file."""

    file: str
    checked: Checked | None
    """None where it could not be read."""
    problem: str = ""

    @property
    def exit_code(self) -> int:
        """That of its check; 2 where it could not be read."""
        return self.checked.exit_code if self.checked else EXIT_UNREADABLE

    @property
    def verdict(self) -> str:
        """What there is to do, in a few words."""
        if self.checked is None:
            return "读不了"
        kinds = [finding.severity for finding in self.checked.findings]
        counts = (
            ("不符", kinds.count("error")),
            ("看不清", kinds.count("unknown")),
            ("待填", len(self.checked.unanswered)),
            ("请核对", kinds.count("warning")),
        )
        return "，".join(f"{name} {count} 处" for name, count in counts if count) or "没有发现不符"

    @property
    def weight(self) -> tuple[int, ...]:
        """For sorting: unreadable before wrong before missing before doubtful; more before fewer."""
        if self.checked is None:
            return (0,)
        kinds = [finding.severity for finding in self.checked.findings]
        errors, unknown = kinds.count("error"), kinds.count("unknown")
        missing, doubtful = len(self.checked.unanswered), kinds.count("warning")
        place = 1 if errors else 2 if unknown or missing else 3 if doubtful else 4
        return (place, -errors, -unknown - missing, -doubtful)


def check_file(path: Path, bank: Bank | None = None, before: "LastYearFile | None" = None) -> Checked:
    """Check one file: a case (.yaml), or a report as it was published.

    Args:
        path: The file.
        bank: The phrases that read a case's notes.
        before: Last year's numbers; over those that a case gives.

    Raises:
        InputProblem: it cannot be read.
    """
    if path.suffix.lower() in CASE_ENDINGS:
        case = read_case(path)
        _year_before(before, case.year, path.name)
        return check_case(replace(case, last_year=before.report) if before else case, bank)
    from report.checks.published import check_published  # noqa: PLC0415  cases need none of it
    from report.readers.published import read_published  # noqa: PLC0415

    report = read_published(path)
    _year_before(before, report.year, path.name)
    return Checked(check_published(report, before.report if before else None), ())


def _year_before(before: "LastYearFile | None", year: int | None, name: str) -> None:
    if before and before.year and year and before.year != year - 1:
        raise InputProblem(
            f"{name} 是{year}年度的，拿来核对的却是{before.year}年度的",
            right=f"{year - 1}年度的年报",
        )


def check_files(paths: Sequence[Path], bank: Bank | None = None) -> tuple[FileChecked, ...]:
    """Check several, the worst first; one that cannot be read does not stop the others."""
    done = []
    for path in paths:
        try:
            done.append(FileChecked(str(path), check_file(path, bank)))
        except InputProblem as problem:
            done.append(FileChecked(str(path), None, str(problem)))
    return tuple(sorted(done, key=lambda one: one.weight))


def files_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files named, and those of the folders named, that may be cases or reports.

    Raises:
        InputProblem: a folder has none.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        ours = (*CASE_ENDINGS, *REPORT_ENDINGS)
        inside = [
            each
            for each in sorted(path.iterdir())
            if each.is_file() and each.suffix.lower() in ours and not each.name.startswith((".", "~$"))
        ]
        if not inside:
            raise InputProblem(
                "文件夹里没有案卷或年报",
                place=Place(str(path)),
                right="放着 .docx、.html、.txt 或案卷 .yaml 的文件夹",
            )
        found += inside
    return tuple(found)


def passed_over(paths: Sequence[Path]) -> tuple[str, ...]:
    """What stands in the folders named and is not looked at: folders (with a stroke behind) and files of other kinds."""
    ours = (*CASE_ENDINGS, *REPORT_ENDINGS)
    return tuple(
        f"{each.name}/" if each.is_dir() else each.name
        for path in paths
        if path.is_dir()
        for each in sorted(path.iterdir())
        if not each.name.startswith((".", "~$")) and (each.is_dir() or each.suffix.lower() not in ours)
    )
