"""A confirmed phrase added to the unit's own file; nothing is written before it was read back."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from assistant.phrase_proposal import PhraseProposal
from phrasebank.bank import bank_files, lay_over, load_bank
from report.problem import InputProblem
from report.writers.files import write_file

OWN_FILE = "own.yaml"
"""The file that saved phrases go to; people may edit it."""


def save_phrase(proposal: PhraseProposal, folder: Path) -> Path:
    """Add a phrase to ``own.yaml`` of the unit's folder, whole or not at all; the file is returned.

    Raises:
        InputProblem: the file as it would be cannot be read; nothing was written.
        OutputProblem: it could not be written.
    """
    path = folder / OWN_FILE
    before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    if path.exists() and proposal.id in load_bank((folder,)).phrases:
        return path
    after = _added(before, proposal)
    with tempfile.TemporaryDirectory() as scratch:
        trial = Path(scratch) / OWN_FILE
        trial.write_bytes(after.encode())
        lay_over(load_bank(), _replaced(bank_files(folder), path, trial))
    folder.mkdir(parents=True, exist_ok=True)
    write_file(path, after.encode())
    return path


def _replaced(files: Sequence[Path], path: Path, trial: Path) -> list[Path]:
    return [*(file for file in files if file != path), trial]


def _added(text: str, proposal: PhraseProposal) -> str:
    """The file with one entry more at the end of its ``phrases``; what people wrote in it stays as it is."""
    if text and not text.endswith("\n"):
        text += "\n"
    node = yaml.compose(text, Loader=yaml.SafeLoader) if text.strip() else None
    entries = {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    there = entries.get("phrases")
    if there is None:
        return f"{text}phrases:\n{proposal.as_yaml()}"
    if not isinstance(there, yaml.SequenceNode) or there.flow_style or not there.value:
        raise InputProblem(
            f"{OWN_FILE} 的 phrases 不是每行一个“- ”的列表，没有写入", right="phrases 下每条短语以 - 开头"
        )
    lines = text.splitlines(keepends=True)
    at = there.end_mark.line
    entry = proposal.as_yaml(" " * there.start_mark.column)
    return "".join([*lines[:at], entry, *lines[at:]])
