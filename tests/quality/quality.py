"""`make quality`: how good the drafts are, measured on the cases, each figure beside the last committed one.

It informs; hard limits (digits traced, nothing unsupported, no crash) are held by the tests. Options: ``--write``
stores the figures as the new baseline, ``--show WORD`` prints the details of the measures whose name holds the word (``all``: every one),
``--read NAME`` prints the narrative of some cases.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from assistant.case import draft_case, material_of_case
from assistant.drafting import Draft
from phrasebank.said import understand_said
from report.last_year import last_year_figures
from tests.quality import labels
from tests.quality.figures import Figure, Report, measure_all
from tests.quality.samples import Sample, all_samples, conflict_samples
from tests.quality.written import Written

BASELINE = Path(__file__).with_name("baseline.json")


def written(sample: Sample, draft: Draft) -> Written:
    """A draft as the measures look at it."""
    material = material_of_case(sample.case)
    return Written(
        name=sample.name,
        unit=sample.case.unit,
        year=sample.case.year,
        figures=material.figures,
        paragraphs=draft.document.paragraphs,
        notes=tuple((field, line) for field, lines in sample.case.notes.items() for line in lines),
        last_figures=last_year_figures(sample.case.last_year, sample.case.year)
        if sample.case.last_year
        else None,
    )


def read_clauses(text: str, field: str) -> Sequence[Mapping[str, Any]]:
    """What ``match --json`` says of a note, but for the phrase."""
    return [
        {
            "text": clause.text,
            "themes": clause.themes,
            "quantities": [
                {"value": one.value, "unit": one.unit, "approx": one.approx} for one in clause.quantities
            ],
        }
        for clause in understand_said(text, field)
    ]


def whole_report() -> Report:
    """Draft every case, read every labelled clause, and measure."""
    pages, crashes = [], []
    for sample in all_samples():
        try:
            pages.append((sample, written(sample, draft_case(sample.case))))
        except Exception as why:  # noqa: BLE001  a crash is a finding about that case, not the end of the run
            crashes.append(f"{sample.name}: {why!r}")
    asked, silent = 0, []
    for sample in conflict_samples():
        asked += 1
        draft = draft_case(sample.case)
        if not draft.conflicts:
            silent.append(sample.name)
    readings = {name: labels.measure(labels.load(name), read_clauses) for name in ("dev", "heldout", "bold")}
    return measure_all(pages, readings, tuple(crashes), (asked, tuple(silent)))


def line(figure: Figure, before: float | None) -> str:
    """One line of the printed list."""
    was = "" if before is None else f"{before:8.2f}"
    mark = "  " if figure.holds else "× "
    return f"{mark}{figure.value:8.2f}  {was:>8}  {figure.goal:<10}{figure.name}"


def print_report(report: Report, before: dict[str, float], show: str) -> None:
    """Print all figures beside the baseline, failing drafts by name, and the details asked for."""
    print("      现在      上次  目标      项目")
    for figure in report.figures:
        print(line(figure, before.get(figure.name)))
    print(
        f"\n一的长度（字）：最短 {min(report.lengths)}，中位 {median(report.lengths):.0f}，最长 {max(report.lengths)}"
    )
    print("\n核稿表：不合的稿")
    for point, names in report.failing.items():
        print(f"  {point}：{len(names)}  {'、'.join(names[:12])}{'……' if len(names) > 12 else ''}")
    for name, details in report.details.items():
        if show and (show in name or show == "all"):
            print(f"\n== {name}（{len(details)}）")
            for detail in details:
                print(f"  {detail}")


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and store the baseline if asked."""
    parser = argparse.ArgumentParser(description="Measure the drafts of all cases.")
    parser.add_argument("--write", action="store_true", help="store the figures as the baseline")
    parser.add_argument("--show", default="", help="print details of measures whose name holds this word")
    parser.add_argument(
        "--read", default="", help="print the narrative of the cases whose name holds this word"
    )
    options = parser.parse_args(arguments)
    if options.read:
        for sample in (*all_samples(), *conflict_samples()):
            if any(name in sample.name for name in options.read.split(",")):
                print(f"== {sample.name}")
                for paragraph in draft_case(sample.case).document.paragraphs:
                    print(paragraph.text)
        return
    before = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
    report = whole_report()
    print_report(report, before, options.show)
    if options.write:
        figures = {figure.name: round(figure.value, 2) for figure in report.figures}
        text = json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
        BASELINE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
