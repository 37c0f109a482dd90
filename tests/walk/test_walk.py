"""The whole walk in a real terminal, by typed keys: the exported file is the command line's, byte for byte."""

import os
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.case import draft_case
from report.cells import plain
from report.readers.case_file import CaseFile, read_case
from tests.terminal import Terminal
from tests.walk.typist import Typist

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "assistant" / "samples"

KINDS = {
    "department": "部门",
    "township": "乡镇",
    "subdistrict": "街道",
    "government": "政府",
    "ministry": "部委",
}
NOTES = {
    "主动公开": "active.total",
    "政府信息管理": "manage.main",
    "平台建设": "platform.main",
    "监督保障": "guard.main",
    "存在问题": "problem.main",
    "改进情况": "measure.main",
    "其他事项": "other.main",
}


def replies_of(case: CaseFile) -> dict[str, str]:
    """What a person would type for this case, by question id."""
    figures = case.cells.numbers
    replies = {
        "unit.name": case.unit.name,
        "unit.kind": KINDS[case.unit.kind],
        "unit.rules": "能",
        "unit.superiors": "、".join(case.unit.superiors),
        "year": str(case.year),
        "guard.review": "跳过",
    }
    for table in ("T2", "T3", "T4", "FEE6"):
        numbers = [number for cell, number in figures.items() if cell.startswith(f"{table}.")]
        replies[f"gate.{table}"] = "有" if any(numbers) else "没有"
    for name in ("notices", "notified", "received"):
        number = figures.get(f"FEE6.{name}")
        replies[f"fee.{name}"] = "跳过" if number is None else plain(number)
    for field, lines in case.notes.items():
        question = NOTES.get(field) or ("request.main" if replies["gate.T3"] == "有" else "request.more")
        replies[question] = "\n".join(lines)
    return replies


def cells_of(case: CaseFile) -> Mapping[str, str]:
    """What a person would type into the grids: zeros are left to the rest key."""
    return {cell: plain(number) for cell, number in case.cells.numbers.items() if number}


def keep_last_year(case: CaseFile, database: Path) -> None:
    """Put last year's report of the unit into the database, as last year's session left it."""
    if case.last_year is None:
        return
    with Assistant.open(database) as assistant:
        assistant.create()
        for question, reply in (("name", case.unit.name), ("kind", KINDS[case.unit.kind]), ("rules", "能")):
            assistant.open_question(f"unit.{question}")
            assistant.reply(reply)
        assistant.open_question("year")
        assistant.reply(str(case.year - 1))
        for table in ("T2", "T3", "T4"):
            cells = {
                cell: plain(number)
                for cell, number in case.last_year.cells.numbers.items()
                if cell.startswith(f"{table}.")
            }
            assert assistant.set_cells(table, cells).refused == {}


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("name", ["zhongxian-2020", "suqian-2024"])
def test_the_walk_by_keys_gives_the_command_lines_bytes(name: str, tmp_path: Path) -> None:
    """Question by question, cell by cell, export: the same bytes as `nianbao draft` of the same case."""
    case = read_case(SAMPLES / f"{name}.case.yaml")
    database = tmp_path / "nianbao.db"
    keep_last_year(case, database)
    env = {
        **os.environ,
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-m", "tui.cli", "--db", str(database)]
    with Terminal(command, env=env, cwd=str(tmp_path), size=(120, 40)) as terminal:
        typist = Typist(terminal, replies_of(case), cells_of(case), case.edition)
        typist.begin()
        typist.answer_all()
        typist.export()
        code = typist.leave()

    (exported,) = tmp_path.glob(f"{case.unit.name}{case.year}年政府信息公开工作年度报告*.md")

    assert code == 0
    assert exported.read_bytes() == draft_case(case).render()


def test_what_a_person_types_is_the_whole_case() -> None:
    """The walk leaves nothing of the sample cases out: every cell and every line is typed."""
    for path in sorted(SAMPLES.glob("*.case.yaml")):
        case = read_case(path)
        typed = replies_of(case)

        assert sum(len(lines) for lines in case.notes.values()) == sum(
            len(typed[question].splitlines())
            for question in {*NOTES.values(), "request.main", "request.more"} & set(typed)
        )
        assert all(
            number == Decimal(cells_of(case).get(cell, "0")) for cell, number in case.cells.numbers.items()
        )
