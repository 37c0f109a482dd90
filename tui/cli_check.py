"""`nianbao check`: cases and published reports against the form, one or a folder of them.

One decision: of several files the summary comes last, where a tired reader looks, the worst file first.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from report.problem import InputProblem
from tui.cli_output import ORDER, SEVERITIES, json_bytes, put, say, worst
from tui.commandline import ChineseCommand, json_option
from tui.phrases_cli import bank

if TYPE_CHECKING:
    from assistant.checking import FileChecked

_NAMED = 5


@click.command(cls=ChineseCommand)
@click.argument("files", metavar="文件或文件夹…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--last-year",
    "before",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="同一单位去年的年报或案卷，核对结转、现行有效件数（只能核对一份）。",
)
@json_option
def check(files: Sequence[Path], before: Path | None, as_json: bool) -> None:  # noqa: FBT001  click passes flags by name
    """核对案卷（.yaml）或别人写好的年报（.docx、.html、.md、.txt、.xlsx，或本程序写出的 .json）；写文件夹就逐份核对，最要紧的排在前面。"""
    from assistant.checking import FileChecked, check_file, check_files, files_of, passed_over
    from report.readers.last_year_file import read_last_year

    paths = files_of(files)
    several = len(paths) > 1
    if several and before:
        raise InputProblem("去年的年报是一个单位的，不能拿来核对几份", right="一份一份核对")
    if several:
        done = check_files(paths, bank())
    else:
        last_year = read_last_year(before) if before else None
        done = (FileChecked(str(paths[0]), check_file(paths[0], bank(), last_year)),)
    if as_json:
        put(
            json_bytes(
                [finding.as_json(one.file) for one in done if one.checked for finding in one.checked.findings]
            )
        )
    else:
        put("".join(_lines(done)).encode())
    for one in done:
        if one.problem:
            say(one.problem)
        for sentence in one.checked.unanswered if one.checked else ():
            say(f"{one.file}: 待填：{sentence}")
    _say_passed_over(passed_over(files))
    if several:
        _summary(done)
    elif not (done[0].checked and done[0].checked.findings):
        say("没有发现不符。")
    sys.exit(worst([one.exit_code for one in done]))


def _lines(done: "Sequence[FileChecked]") -> list[str]:
    return [
        f"{one.file}: {finding.code} {SEVERITIES[finding.severity]}：{finding.message}\n"
        for one in done
        if one.checked
        for finding in sorted(one.checked.findings, key=lambda finding: ORDER.index(finding.severity))
    ]


def _say_passed_over(left: Sequence[str]) -> None:
    if left:
        more = f"等 {len(left)} 个" if len(left) > _NAMED else ""
        folders = "子文件夹要看的，把它的名字也写上。" if any(name.endswith("/") for name in left) else ""
        say(f"没有看：{'、'.join(left[:_NAMED])}{more}。{folders}")


def _summary(done: "Sequence[FileChecked]") -> None:
    names = {2: "读不了", 1: "不符", 3: "没填完"}
    codes = Counter(one.exit_code for one in done)
    told = "，".join(f"{codes[code]} 份{name}" for code, name in names.items() if codes[code])
    say(f"看了 {len(done)} 份，{told or '没有发现不符'}：")
    for one in done:
        say(f"  {one.file}：{one.verdict}")
