"""How exactly a labelled list of everyday clauses is read; the figures are printed, the goal is 97 %."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from phrasebank.understand import understand_text
from report.yamlfile import read_yaml

LABELLED = Path(__file__).parent / "labelled"
GOAL = 0.97


def _exact(row: dict[str, Any]) -> tuple[bool, bool]:
    clauses = understand_text(row["text"], row["field"])
    found = {theme for clause in clauses for theme in clause.themes}
    wanted = {theme for part in row["expect"] for theme in part["themes"]}
    allowed = wanted | {theme for part in row["expect"] for theme in part.get("may", ())}
    read = sorted((q.value, q.unit, q.approx) for clause in clauses for q in clause.quantities)
    given = sorted(
        (str(q["value"]), q["unit"], q.get("approx", False))
        for part in row["expect"]
        for q in part["quantities"]
    )
    return wanted <= found <= allowed, read == given


@pytest.mark.parametrize("name", ["dev", "dev2", "dev3", "dev4", "dev5", "dev6_ta"])
def test_labelled_clauses_are_read_exactly(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Themes and quantities of at least 97 % of the labelled clauses come out exactly."""
    if not (LABELLED / f"{name}.yaml").is_file():
        pytest.skip("no labelled list in this checkout")
    rows = read_yaml(LABELLED / f"{name}.yaml").data
    scores: Counter[str] = Counter()
    for row in rows:
        themes, quantities = _exact(row)
        scores.update({"themes": themes, "quantities": quantities, row["field"]: themes and quantities})
    with capsys.disabled():
        print(f"\nlabelled clauses: {len(rows)}", dict(scores))

    assert scores["themes"] >= GOAL * len(rows)
    assert scores["quantities"] >= GOAL * len(rows)
