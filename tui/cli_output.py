"""Where the commands put what they have: data to stdout and files, everything said to a person to stderr."""

import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from assistant.drafting import Draft

EXIT_INVALID = 2
EXIT_STOPPED = 130
_WORST_FIRST = (EXIT_INVALID, 1, 3, 0)
SEVERITIES = {"error": "不符", "warning": "请核对", "info": "提示", "unknown": "看不清"}


def say(sentence: str) -> None:
    """Tell the person something."""
    click.echo(sentence, err=True)


def worst(codes: Collection[int]) -> int:
    """The exit code of several files: unreadable weighs more than wrong, wrong more than missing."""
    return next(code for code in _WORST_FIRST if code in codes)


ORDER = ("error", "unknown", "warning", "info")
"""What is wrong comes before what is only to be looked at."""


def put(data: bytes) -> None:
    """Write data to stdout, as bytes: the same on every system and in every locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def deliver(made: "Draft", output: Path | None, form: str, tables: str) -> None:
    """Put a document on stdout, or into a file."""
    from report.writers.files import write_file

    data = made.render(form, tables)
    if output is None:
        put(data)
    else:
        write_file(output, data)
        say(f"已写入 {output}。")


def tell(made: "Draft") -> None:
    """Say what was found, what is missing, and what was not understood."""
    for finding in sorted(made.findings, key=lambda one: ORDER.index(one.severity)):
        say(f"{finding.code} {SEVERITIES[finding.severity]}：{finding.message}")
    for conflict in made.questions:
        say(f"需核对：{conflict}")
    if made.gaps:
        say(f"还缺 {len(made.gaps)} 处，文中已用【待补】标出：")
        for gap in made.gaps:
            say(f"  · {gap}")
    if made.unread:
        say(f"有 {len(made.unread)} 处原话没有看懂，文中已用【待核】标出，请定稿前处理。")


def json_bytes(value: Any) -> bytes:
    """Data for programs."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
