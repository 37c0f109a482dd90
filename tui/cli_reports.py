"""The commands that work on the database: which reports are in it, and documents out of it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.forms import form_of
from report.problem import InputProblem
from tui.cli_batch import folder_for, write_all
from tui.cli_output import deliver, json_bytes, put, say, tell
from tui.commandline import ChineseCommand, document_options, json_option
from tui.phrases_cli import bank, data_folder, own_folders

if TYPE_CHECKING:
    from assistant.importing import Clerk


def database_path(chosen: Path | None) -> Path:
    """The database to use: the one named by ``--db``, or ``nianbao.db`` in the person's data folder."""
    if chosen is not None:
        return chosen
    return data_folder() / "nianbao.db"


@click.command("list", cls=ChineseCommand)
@json_option
@click.pass_obj
def list_reports(database: Path | None, as_json: bool) -> None:  # noqa: FBT001  click passes flags by name
    """列出数据库里的报告。"""
    path = database_path(database)
    if not path.exists():
        if as_json:
            put(b"[]\n")
        say(f"还没有报告（{path} 不存在）。运行 nianbao 开始第一份。")
        return
    from assistant.assistant import Assistant
    from assistant.showing import moment

    with Assistant.open(path) as assistant:
        rows = assistant.reports()
    if as_json:
        put(
            json_bytes(
                [
                    {"report": row.id, "unit": row.unit_name, "year": row.year, "changed": row.changed}
                    for row in rows
                ]
            )
        )
    else:
        put(
            "".join(
                f"{row.id}\t{row.year or '年份未填'}\t{row.unit_name or '单位未填'}\t{moment(row.changed)}\n"
                for row in rows
            ).encode()
        )


class _ReportNumber(click.ParamType[int]):
    """A report's number in the database, or 0 for all of them."""

    name = "report"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the number, or ``all``."""
        if value in {"all", "全部"}:
            return _ALL
        return int(click.INT.convert(value, param, ctx))


_ALL = 0


_CASE = "yaml"
"""The form that keeps the answers instead of the document."""


@click.command(cls=ChineseCommand)
@click.argument("reports", metavar="报告编号…", nargs=-1, required=True, type=_ReportNumber())
@document_options(_CASE)
@click.pass_obj
def export(
    database: Path | None, reports: Sequence[int], output: Path | None, form: str | None, tables: str
) -> None:
    """导出数据库里的报告（编号见 nianbao list）；几份一起导出写几个编号或“全部”，用 -o 指明文件夹。yaml 是案卷：全部回答和改过的段落。"""
    several = len(reports) > 1 or _ALL in reports
    if not several and output and output.suffix.lower() in {".yaml", ".yml"}:
        form = form or _CASE
    if form != _CASE:
        form = (form or "md") if several else form_of(output, form or "")
    path = database_path(database)
    if not path.exists():
        raise InputProblem(f"还没有报告（{path} 不存在）", right="先运行 nianbao 填写，或用 --db 指明数据库")
    from assistant.importing import Clerk

    bank()  # a mistake in the unit's own phrases ends the command here instead of being left out
    with Clerk.open(path, phrases=own_folders()) as assistant:
        if several:
            sys.exit(_export_all(assistant, reports, output, form, tables))
        assistant.select(reports[0])
        if form == _CASE:
            _export_case(assistant, output)
            return
        made = assistant.draft()
        deliver(made, output, form, tables)
        tell(made)
    sys.exit(made.exit_code)


def _export_case(assistant: "Clerk", output: Path | None) -> None:
    """The answers of the open report as a case file."""
    from report.writers.files import write_file

    text = assistant.case_text().encode()
    if output is None:
        put(text)
    else:
        write_file(output, text)
        say(f"已写入 {output}。")
    if edited := assistant.edited_paragraphs:
        say(f"案卷里有全部回答，和改过的 {edited} 段文字。")


def _export_all(
    assistant: "Clerk", reports: Sequence[int], output: Path | None, form: str, tables: str
) -> int:
    rows = {row.id: row for row in assistant.reports()}
    chosen = sorted(rows) if _ALL in reports else list(dict.fromkeys(reports))
    if unknown := next((number for number in chosen if number not in rows), None):
        assistant.select(unknown)  # says which numbers there are
    if not chosen:
        raise InputProblem("数据库里还没有报告", right="先运行 nianbao 填写")
    folder = folder_for(output, "报告")
    if form == _CASE:
        for number in chosen:
            assistant.select(number)
            name = f"{rows[number].unit_name}{rows[number].year or ''}（编号{number}）.case.yaml"
            _export_case(assistant, folder / name)
        return 0
    return write_all(assistant.jobs(chosen, form), folder, form, tables)
