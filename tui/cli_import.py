"""`nianbao import`: case files become reports of the database, one a unit and year.

One decision: a file that cannot be brought in does not stop the others, and nothing of the database is written over
unless ``--replace`` says so.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from report.problem import InputProblem
from tui.cli_output import EXIT_INVALID, SEVERITIES, say, worst
from tui.cli_reports import database_path
from tui.commandline import ChineseCommand
from tui.phrases_cli import bank, own_folders

if TYPE_CHECKING:
    from assistant.importing import Clerk


@click.command("import", cls=ChineseCommand)
@click.argument("files", metavar="案卷文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--replace",
    is_flag=True,
    help="数据库里已有同一单位同一年度的报告时，用案卷换掉里面的回答（能撤销）。",
)
@click.pass_obj
def import_cases(database: Path | None, files: Sequence[Path], replace: bool) -> None:  # noqa: FBT001  as click passes flags
    """把案卷文件收进数据库：案卷里说的都成为回答，接着用 nianbao 打开做；已有的报告不覆盖。"""
    from assistant.importing import Clerk

    bank()  # a mistake in the unit's own phrases ends the command here instead of being left out
    codes = []
    with Clerk.open(database_path(database), phrases=own_folders()) as assistant:
        for path in files:
            try:
                codes.append(_brought_in(assistant, path, replace=replace))
            except InputProblem as problem:
                codes.append(EXIT_INVALID)
                where = "" if path.name in str(problem) else f"{path.name}："
                say(f"{where}{problem}")
    if len(files) > 1:
        left = codes.count(EXIT_INVALID)
        say(f"收入 {len(files) - left} 份" + (f"，{left} 份没有收入（见上）。" if left else "。"))
    sys.exit(worst(codes))


def _brought_in(assistant: "Clerk", path: Path, *, replace: bool) -> int:
    """Bring one file in and say what became of it; the exit code is that of its draft."""
    from assistant.case import check_case
    from assistant.open_points import counted
    from report.readers.case_file import read_case

    case = read_case(path)
    done = assistant.bring_in(case, path.name, replace=replace)
    title = f"{case.unit.name}{case.year}年（编号 {done.report}）"
    how = (
        "已换成案卷里的回答" if done.changed and done.replaced else "已收入" if done.changed else "本来就一样"
    )
    asked = f"还有 {done.open_questions} 问要答" if done.open_questions else "要问的都答了"
    say(
        f"{path.name}：{how}：{title}，{asked}，{counted(assistant.open_points())}。".replace(
            "，没有。", "。"
        )
    )
    if case.edited:
        say(f"{path.name}：连同改过的 {len(case.edited)} 段文字。")
    if (kept := assistant.edited_paragraphs - len(case.edited)) > 0:
        say(f"{path.name}：数据库里还有 {kept} 段文字是改过的，仍以改过的为准，请核对。")
    if done.last_year_differs:
        say(f"{path.name}：案卷里去年的数与数据库里去年的报告不同，以去年的报告为准。")
    code = assistant.draft().exit_code
    if case.given_totals:  # the database keeps none, so this is the moment to tell
        checked = check_case(case, bank())
        for finding in checked.findings:
            if finding.severity == "error":
                say(f"{path.name}：{SEVERITIES[finding.severity]}：{finding.message}")
        code = worst((code, checked.exit_code))
    return code
