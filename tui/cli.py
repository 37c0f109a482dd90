"""The command line: stdout is data and nothing else; everything said to a person goes to stderr.

No command but the assistant itself loads the screen; each command loads only what it needs, when it is called.
Exit codes (contract, section 3): 0 done · 1 findings of severity error · 2 the input cannot be read or is not valid ·
3 answers are missing.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from report.document import NOTE_FIELDS
from report.problem import InputProblem, NianbaoProblem
from tui.commandline import ChineseGroup, complaint, document_options, json_option
from tui.phrases_cli import bank, choose_folder, data_folder, own_folders, phrases, phrases_option

if TYPE_CHECKING:
    from assistant.drafting import Draft
    from phrasebank.material import Length

EXIT_INVALID = 2


def say(sentence: str) -> None:
    """Tell the person something."""
    click.echo(sentence, err=True)


def put(data: bytes) -> None:
    """Write data to stdout, as bytes: the same on every system and in every locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@click.group(
    cls=ChineseGroup, invoke_without_command=True, context_settings={"help_option_names": ["--help", "-h"]}
)
@click.option(
    "--db",
    "database",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="用这个数据库（默认在用户数据文件夹里）。",
)
@phrases_option
@click.version_option(None, "--version", package_name="nianbao", message="%(version)s", help="显示版本号。")
@click.pass_context
def cli(ctx: click.Context, database: Path | None, phrases_folder: Path | None) -> None:
    """政府信息公开工作年度报告助手。不带命令时打开助手。"""
    ctx.obj = database
    choose_folder(ctx, phrases_folder)
    if ctx.invoked_subcommand is None:
        _open_assistant(database)


def _open_assistant(database: Path | None) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputProblem(
            "打开助手需要终端", right="在终端里运行 nianbao，或用 nianbao draft 案卷文件 直接起草"
        )
    from tui.app import run_app

    run_app(database_path(database), own_folders())


def database_path(chosen: Path | None) -> Path:
    """The database to use: the one named by ``--db``, or ``nianbao.db`` in the person's data folder."""
    if chosen is not None:
        return chosen
    return data_folder() / "nianbao.db"


@cli.command()
@click.pass_obj
def ask(database: Path | None) -> None:
    """一问一答，只用文字行，不用全屏；读屏软件、简单终端和管道都能用。"""
    from tui.ask import talk

    talk(database_path(database), own_folders())


@cli.command()
@click.argument("case", metavar="案卷文件", type=click.Path(path_type=Path))
@document_options
@click.option(
    "--trace", type=click.Path(path_type=Path), metavar="文件", help="把每句话的来历写到这个文件（JSON）。"
)
@click.option(
    "--length",
    type=click.Choice(["简", "中", "详"]),
    default="中",
    help="写多长：简、中（默认）、详；说过的事都在，只是写法长短不同。",
)
def draft(  # noqa: PLR0913, PLR0917  one parameter an option
    case: Path, output: Path | None, form: str, tables: str, trace: Path | None, length: "Length"
) -> None:
    """由案卷文件起草整份报告。"""
    from assistant.case import draft_case
    from report.readers.case_file import read_case

    case_file = read_case(case)
    if case_file.notice:
        say(case_file.notice)
    made = draft_case(case_file, bank(), length)
    _deliver(made, output, form, tables)
    if trace is not None:
        from report.writers.files import write_file

        write_file(trace, _json(made.trace()))
    _tell(made)
    sys.exit(made.exit_code)


def _deliver(made: "Draft", output: Path | None, form: str, tables: str) -> None:
    from report.writers.files import write_file

    data = made.render(form, tables)
    if output is None:
        put(data)
    else:
        write_file(output, data)
        say(f"已写入 {output}。")


def _tell(made: "Draft") -> None:
    for finding in made.findings:
        say(f"{finding.code} {_SEVERITIES[finding.severity]}：{finding.message}")
    for conflict in made.conflicts:
        say(f"需核对：{conflict}")
    if made.gaps:
        say(f"还缺 {len(made.gaps)} 处，文中已用【待补】标出：")
        for gap in made.gaps:
            say(f"  · {gap}")
    if made.unread:
        say(f"有 {len(made.unread)} 处原话没有看懂，文中已用【待核】标出，请定稿前处理。")


_SEVERITIES = {"error": "不符", "warning": "请核对", "info": "提示", "unknown": "看不清"}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


@cli.command()
@click.argument("text", metavar="原话")
@click.option(
    "--aspect",
    default="主动公开",
    metavar="小节",
    help="记在哪一节：" + "、".join(NOTE_FIELDS) + "（默认主动公开）。",
)
@json_option
def match(text: str, aspect: str, as_json: bool) -> None:  # noqa: FBT001  click passes flags by name
    """看看短语库从一句原话里读懂了什么。"""
    if aspect not in NOTE_FIELDS:
        raise InputProblem(f"没有“{aspect}”这一节", right="、".join(NOTE_FIELDS) + " 之一")
    from assistant.matching import match_note, reading_lines

    clauses = match_note(text, aspect, bank())
    put(_json([clause.as_json() for clause in clauses]) if as_json else reading_lines(clauses).encode())


@cli.command()
@click.argument("files", metavar="案卷文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
def check(files: Sequence[Path], as_json: bool) -> None:  # noqa: FBT001  click passes flags by name
    """核对案卷文件里的数字。"""
    from assistant.case import check_case
    from report.readers.case_file import read_case

    findings = [(str(path), finding) for path in files for finding in check_case(read_case(_case_path(path)))]
    if as_json:
        put(_json([finding.as_json(file) for file, finding in findings]))
    else:
        lines = [
            f"{file}: {finding.code} {_SEVERITIES[finding.severity]}：{finding.message}\n"
            for file, finding in findings
        ]
        put("".join(lines).encode())
    if not findings:
        say("没有发现不符。")
    sys.exit(any(finding.severity == "error" for _, finding in findings))


def _case_path(path: Path) -> Path:
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise InputProblem(f"{path.name} 不是案卷文件", right="案卷文件（.yaml），如 我局2024.case.yaml")
    return path


@cli.command("list")
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

    with Assistant.open(path) as assistant:
        rows = assistant.reports()
    if as_json:
        put(
            _json(
                [
                    {"report": row.id, "unit": row.unit_name, "year": row.year, "changed": row.changed}
                    for row in rows
                ]
            )
        )
    else:
        put(
            "".join(
                f"{row.id}\t{row.year or '年份未填'}\t{row.unit_name or '单位未填'}\t{row.changed}\n"
                for row in rows
            ).encode()
        )


@cli.command()
@click.argument("report", metavar="报告编号", type=int)
@document_options
@click.pass_obj
def export(database: Path | None, report: int, output: Path | None, form: str, tables: str) -> None:
    """导出数据库里的一份报告（编号见 nianbao list）。"""
    path = database_path(database)
    if not path.exists():
        raise InputProblem(f"还没有报告（{path} 不存在）", right="先运行 nianbao 填写，或用 --db 指明数据库")
    from assistant.assistant import Assistant

    bank()  # a mistake in the unit's own phrases ends the command here instead of being left out
    with Assistant.open(path, phrases=own_folders()) as assistant:
        assistant.select(report)
        made = assistant.draft()
        _deliver(made, output, form, tables)
        _tell(made)
    sys.exit(made.exit_code)


cli.add_command(phrases)


def main() -> None:
    """Run the command line; whatever a person can mend is said in one sentence, never as a traceback."""
    try:
        cli.main(prog_name="nianbao", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as page:
        say(page.format_message())
        sys.exit(EXIT_INVALID)
    except click.ClickException as error:
        say(complaint(error))
        sys.exit(EXIT_INVALID)
    except NianbaoProblem as problem:
        say(problem.page)
        sys.exit(EXIT_INVALID)
    except (click.Abort, KeyboardInterrupt):
        say("已停止。")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)


if __name__ == "__main__":
    main()
