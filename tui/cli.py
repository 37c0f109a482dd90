"""The command line: stdout is data and nothing else; everything said to a person goes to stderr.

No command but the assistant itself loads the screen; each command loads only what it needs, when it is called.
Exit codes (contract, section 3): 0 done · 1 findings of severity error · 2 the input cannot be read or is not valid ·
3 answers are missing.
"""

import gc
import os
import shlex
import sys
from pathlib import Path

import click

from report.problem import NianbaoProblem
from tui.cli_cases import draft, match
from tui.cli_check import check
from tui.cli_import import import_cases
from tui.cli_output import EXIT_INVALID, EXIT_STOPPED, say
from tui.cli_reports import database_path, export, list_reports
from tui.commandline import ChineseGroup, complaint
from tui.environment import terminal_problem
from tui.phrases_cli import choose_folder, own_folders, phrases, phrases_option


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
    if problem := terminal_problem(sys.stdin, sys.stdout, sys.stderr, os.environ):
        if sys.stdout.isatty() and not sys.stderr.isatty():
            click.echo(str(problem))  # what stderr says is not seen there
        raise problem
    from tui.app import run_app

    run_app(database_path(database), own_folders())


@cli.command()
@click.pass_obj
def ask(database: Path | None) -> None:
    """一问一答，只用文字行，不用全屏；读屏软件、简单终端和管道都能用。"""
    from tui.ask import talk

    program = f"nianbao --db {shlex.quote(str(database))}" if database else "nianbao"
    talk(database_path(database), own_folders(), program)


for command in (draft, match, check, import_cases, list_reports, export, phrases):
    cli.add_command(command)


def collect_rarely() -> None:
    """Look for garbage rarely: loading makes hundreds of thousands of things and none of them is garbage."""
    gc.set_threshold(100_000, 20, 20)


def main() -> None:
    """Run the command line; whatever a person can mend is said in one sentence, never as a traceback."""
    collect_rarely()
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
        sys.exit(EXIT_STOPPED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)


if __name__ == "__main__":
    main()
