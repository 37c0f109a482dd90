"""click speaks Chinese here: help pages and every complaint about a command line.

click has no translations of its own; the few words it prints are replaced in one place, so that the commands
themselves stay declarations.
"""

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from assistant.forms import FORMS


class _ChineseHelp(click.Command):
    """The parts of a help page that both commands and groups print."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the usage line."""
        words = {
            "[OPTIONS]": "[选项]",
            "[COMMAND] [ARGS]...": "[命令 …]",
            "COMMAND [ARGS]...": "命令 …",
            "[ARGS]...": "…",
        }
        pieces = [words.get(piece, piece.replace("...", "…")) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the options; the group adds its commands."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        _list(formatter, "选项", [record for option in options if (record := option.get_help_record(ctx))])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, explained in Chinese."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这一页。"
        return option


def _list(formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    formatter.write_paragraph()
    formatter.write(f"{heading}：\n")
    with formatter.indentation():
        formatter.write_dl(rows)


class ChineseCommand(_ChineseHelp):
    """A command whose help page is Chinese."""


class ChineseGroup(_ChineseHelp, click.Group):
    """A group of commands whose help page is Chinese."""

    command_class = ChineseCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the options, then the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str(200)) for name in self.list_commands(ctx)]
        _list(formatter, "命令", rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Commands in the order they were declared: the order of the work."""
        del ctx
        return list(self.commands)


json_option = click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
"""Data for programs instead of lines for people."""


def document_options(*more: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options of every command that writes a document: where to, in which form (or one of ``more``), with which tables."""
    forms = (*FORMS, *more)
    options = (
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path),
            metavar="文件",
            help="写到这个文件（默认写到标准输出）；几份一起写时是文件夹。",
        ),
        click.option(
            "--to",
            "form",
            type=click.Choice(forms),
            help=f"文档形式：{'、'.join(forms)}（默认看文件名，没有文件名是 md）。",
        ),
        click.option(
            "--tables",
            type=click.Choice(["html", "pipe"]),
            default="html",
            help="Markdown 表格的写法：html 保留合并格（默认），pipe 为竖线表。",
        ),
    )

    def with_options(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


def complaint(error: click.ClickException) -> str:
    """One Chinese sentence for what click could not make of a command line: what is wrong and what would be right."""
    explain = _EXPLANATIONS.get(type(error))
    said = explain(error) if explain else f"命令没有看懂（{error.format_message()}）。"
    context = error.ctx if isinstance(error, click.UsageError) else None
    return said + (f"用法见：{context.command_path} --help" if context else "")


def _name(error: Any) -> str:
    param = error.param
    return (
        param.human_readable_name.removesuffix("…")
        if isinstance(param, click.Argument)
        else (param.opts[-1] if param else "参数")
    )


def _missing(error: Any) -> str:
    return f"缺少{_name(error)}。"


def _bad_value(error: Any) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"{_name(error)} 的值不对，应为：{'、'.join(map(str, kind.choices))} 之一。"
    return f"{_name(error)} 的值不对。"


def _no_option(error: Any) -> str:
    guess = f"是不是 {error.possibilities[0]}？" if error.possibilities else ""
    return f"没有 {error.option_name} 这个选项。{guess}"


def _no_command(error: Any) -> str:
    known = list(error.ctx.command.commands) if error.ctx else []
    guess = get_close_matches(error.command_name, known, n=1)
    return f"没有 {error.command_name} 这个命令。" + (
        f"是不是 {guess[0]}？" if guess else f"可用：{'、'.join(known)}。"
    )


def _bad_option_usage(error: Any) -> str:
    return f"{error.option_name} 后面要写一个值。"


_EXPLANATIONS: dict[type, Callable[[Any], str]] = {
    click.MissingParameter: _missing,
    click.BadParameter: _bad_value,
    click.NoSuchOption: _no_option,
    click.exceptions.NoSuchCommand: _no_command,
    click.BadOptionUsage: _bad_option_usage,
    click.BadArgumentUsage: lambda error: "参数的个数不对。",  # noqa: ARG005  one signature for all
    click.UsageError: lambda error: "参数太多，或有看不懂的词。",  # noqa: ARG005  one signature for all
}
