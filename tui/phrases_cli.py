"""`nianbao phrases`: look into the phrase bank, and check the files a unit wrote itself.

One decision: which bank is in force is settled here for every command: the folder named by ``--phrases``, or the
folder ``phrases`` beside the database (the one named by ``--db``, else the usual one), laid over the shipped bank.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from report.problem import InputProblem
from tui.commandline import ChineseGroup, json_option

if TYPE_CHECKING:
    from phrasebank.bank import Bank

_CHOSEN = "nianbao.phrases"

phrases_option = click.option(
    "--phrases",
    "phrases_folder",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="用这个文件夹里的本单位短语（默认用数据库旁边的 phrases）。",
)


def choose_folder(context: click.Context, chosen: Path | None) -> None:
    """Remember the folder of ``--phrases`` for the command that follows.

    Raises:
        InputProblem: there is no such folder.
    """
    if chosen is not None and not chosen.is_dir():
        raise InputProblem(f"短语文件夹 {chosen} 不存在", right="存放短语文件（.yaml）的文件夹")
    context.meta[_CHOSEN] = chosen


def data_folder() -> Path:
    """Where the person's data is kept on this system."""
    import platformdirs

    return Path(platformdirs.user_data_dir("nianbao", appauthor=False))


def own_folders() -> tuple[Path, ...]:
    """The unit's own folders of phrases for the command that runs: the chosen one, else the one beside the database.

    The one beside the database may not be there yet: it is made when the first phrase is saved.
    """
    context = click.get_current_context()
    database = context.find_object(Path)
    return (context.meta.get(_CHOSEN) or (database.parent if database else data_folder()) / "phrases",)


def bank() -> "Bank":
    """The bank in force.

    Raises:
        InputProblem: a file of the unit's own folder is wrong.
    """
    from phrasebank.bank import load_bank

    return load_bank(own_folders())


@click.group(cls=ChineseGroup)
def phrases() -> None:
    """查看短语库，检查本单位自己写的短语。"""


@phrases.command()
@click.argument("phrase_id", metavar="[短语编号]", required=False, default="")
@click.option("--theme", default="", metavar="主题", help="抄这个主题的短语（默认抄一条业务培训的）。")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到这个文件（默认写进本单位的短语文件夹）。",
)
def new(phrase_id: str, theme: str, output: Path | None) -> None:
    """写一份样子：抄一条自带的短语，每一行都有说明，改了里面的话就是本单位的。"""
    from assistant.phrase_template import template, template_source
    from phrasebank.bank import load_bank
    from report.writers.files import write_file

    form = template_source(load_bank(), phrase_id, theme)
    path = output or own_folders()[-1] / f"{form.id}.yaml"
    if path.exists():
        raise InputProblem(f"{path} 已经有了，没有写", right="直接改它，或者用 -o 写成别的名字")
    if output is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, template(form).encode())
    click.echo(f"已写入 {path}。改好里面的话，再运行 nianbao phrases check。", err=True)


@phrases.command()
@click.argument("files", metavar="[短语文件…]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--case",
    "report",
    default="",
    metavar="案卷文件或报告编号",
    help="看本单位的短语在这份报告里用在哪一句，没用上的是为什么。",
)
@click.pass_context
def check(context: click.Context, files: Sequence[Path], report: str) -> None:
    """检查短语文件；不写文件名时检查自带的和本单位的全部短语。"""
    from phrasebank.bank import bank_files, check_shipped, load_bank

    shipped = load_bank()
    if not files:
        if not report:
            click.echo(f"自带短语库：{check_shipped()} 条短语，没有发现问题。", err=True)
        files = [path for folder in own_folders() for path in bank_files(folder)]
        if not files:
            click.echo(f"还没有本单位的短语（{own_folders()[-1]}）。写一条：nianbao phrases new", err=True)
    wrong = [problem for path in files if (problem := _checked(path, shipped, quiet=bool(report)))]
    for problem in wrong:
        click.echo(problem, err=True)
    if not wrong and len(files) > 1:
        _together(files, shipped)
    if report and files and not wrong:
        _put(_told_of(report, files, context.find_object(Path)))
    sys.exit(2 if wrong else 0)


def _told_of(report: str, files: Sequence[Path], database: Path | None) -> str:
    """What became of the phrases of these files in one report, a paragraph each."""
    from assistant.phrase_uses import told_uses
    from phrasebank.bank import lay_over, load_bank

    if report.isascii() and report.isdigit() and not Path(report).exists():
        from assistant.importing import Clerk
        from tui.cli_reports import database_path

        with Clerk.open(database_path(database)) as clerk:
            clerk.select(int(report))
            material = clerk.material
    else:
        from assistant.case import material_of_case
        from report.readers.case_file import read_case

        material = material_of_case(read_case(Path(report)))
    return told_uses(material, lay_over(load_bank(), files))


def _checked(path: Path, shipped: "Bank", *, quiet: bool) -> str:
    """What is wrong with one file laid over the shipped bank, after telling how much of it is fine."""
    from phrasebank.bank import lay_over, read_bank_file
    from phrasebank.uses import never_used, when_used

    try:
        laid = lay_over(shipped, [path])
    except InputProblem as problem:
        return problem.page
    if quiet:
        return ""
    content = read_bank_file(path).content
    said = f"{len(content.phrases)} 条短语" + (f"，停用 {len(content.off)} 条" if content.off else "")
    click.echo(f"{path.name}：{said}，没有发现问题。", err=True)
    for form in content.phrases:
        never = never_used(laid.phrases[form.id], shipped.phrases)
        told = f"用不上：{never}" if never else "替换自带的同名短语" if form.given else when_used(form)
        click.echo(f"  {form.id}：{told}。", err=True)
    return ""


def _together(files: Sequence[Path], shipped: "Bank") -> None:
    from phrasebank.bank import lay_over

    lay_over(shipped, files)


@phrases.command("list")
@click.option("--theme", default="", metavar="主题", help="只列这个主题的短语。")
@click.option("--field", "field", default="", metavar="小节", help="只列写在这一节的短语。")
@json_option
def list_phrases(theme: str, field: str, as_json: bool) -> None:  # noqa: FBT001  click passes flags by name
    """列出短语：编号、小节、主题、说的是什么、有几种说法。"""
    from assistant.phrases import listed

    rows = listed(bank(), theme, field)
    if as_json:
        _put(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1) + "\n")
    else:
        _put("".join("\t".join(row.cells()) + "\n" for row in rows))
    if not rows:
        click.echo("没有这样的短语。", err=True)


@phrases.command()
@click.argument("phrase_id", metavar="短语编号")
def show(phrase_id: str) -> None:
    """显示一条短语：各种说法、说的是什么、要什么数、有什么限制，附一个例子。"""
    from assistant.phrases import shown

    _put(shown(bank(), phrase_id))


def _put(text: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
