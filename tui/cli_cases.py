"""The commands that work on what is given to them: case files, and a jotted line."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.batch import Job
from assistant.forms import form_of
from report.document import NOTE_FIELDS
from report.problem import InputProblem
from tui.cli_batch import folder_for, write_all
from tui.cli_output import deliver, json_bytes, put, say, tell
from tui.commandline import ChineseCommand, document_options, json_option
from tui.phrases_cli import bank

if TYPE_CHECKING:
    from assistant.drafting import Draft
    from phrasebank.bank import Bank
    from phrasebank.material import Length

_SUFFIXES = (".case.yaml", ".case.yml", ".yaml", ".yml")


@click.command(cls=ChineseCommand)
@click.argument("cases", metavar="案卷文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@document_options()
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
    cases: Sequence[Path],
    output: Path | None,
    form: str | None,
    tables: str,
    trace: Path | None,
    length: "Length",
) -> None:
    """由案卷文件起草整份报告；几份案卷一起起草时，用 -o 指明文件夹。"""
    if len(cases) > 1:
        if trace is not None:
            raise InputProblem("几份案卷不能写到同一个 --trace 文件", right="一份一份起草，或者去掉 --trace")
        sys.exit(_draft_all(cases, output, form or "md", tables, length))
    case = cases[0]
    form = form_of(output, form or "")
    from assistant.case import draft_case
    from report.readers.case_file import read_case

    case_file = read_case(case)
    if case_file.notice:
        say(case_file.notice)
    made = draft_case(case_file, bank(), length)
    deliver(made, output, form, tables)
    if trace is not None:
        from report.writers.files import write_file

        write_file(trace, json_bytes(made.trace()))
    tell(made)
    sys.exit(made.exit_code)


def _draft_all(cases: Sequence[Path], output: Path | None, form: str, tables: str, length: "Length") -> int:
    folder = folder_for(output, "案卷")
    names = [f"{_stem(case)}.{form}" for case in cases]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise InputProblem(f"两份案卷都要写到 {twice}", right="分两次起草，或者给其中一份换个文件名")
    own = bank()
    jobs = [
        Job(case.name, lambda case=case, name=name: (_made(case, own, length), name))  # type: ignore[misc]
        for case, name in zip(cases, names, strict=True)
    ]
    return write_all(jobs, folder, form, tables)


def _made(case: Path, own: "Bank", length: "Length") -> "Draft":
    from assistant.case import draft_case
    from report.readers.case_file import read_case

    case_file = read_case(case)
    if case_file.notice:
        say(f"{case.name}：{case_file.notice}")
    return draft_case(case_file, own, length)


def _stem(case: Path) -> str:
    """The name of a case file without what marks it as one."""
    suffix = next((suffix for suffix in _SUFFIXES if case.name.endswith(suffix)), "")
    return case.name.removesuffix(suffix)


@click.command(cls=ChineseCommand)
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
    put(json_bytes([clause.as_json() for clause in clauses]) if as_json else reading_lines(clauses).encode())
